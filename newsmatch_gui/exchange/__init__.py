"""File formats: reading sources, writing exports and reports."""
