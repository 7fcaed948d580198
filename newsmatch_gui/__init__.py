"""NewsMatch: choose the picture for a story, and learn why machines choose the wrong one."""

__version__ = "0.1.0"
