"""Placeholder until the tab is built."""

from newsmatch_gui.qt.bench_tab import BenchTab


class CompareTab(BenchTab):
    """Shows nothing yet."""
