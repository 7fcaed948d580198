"""From an article as delivered to the text an encoder reads."""
