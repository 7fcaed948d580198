"""Words and rules of news image re-matching: standard library and numpy only."""
