"""Words and rules of news image re-matching: standard library, numpy and SciPy only."""
