"""What a photo file may be at most, wherever one is opened."""

# By content, not by suffix; formats with interpreters behind them (EPS, PDF) stay out.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
LARGEST_FILE = 200_000_000
"""Bytes of a photo file."""
MOST_PIXELS = 89_478_485
"""Pixels of a photo: where Pillow begins to warn; a press photo never comes near it."""
MOST_SCANS = 200
"""Passes over a progressive JPEG: a few bytes each that cost as much as the whole picture."""
