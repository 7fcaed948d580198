"""A collection on disk: the SQLite file with the labels, and the caches beside it."""
