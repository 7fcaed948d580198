"""Encoders: loading open_clip models and turning photos and texts into vectors."""
