"""The table of contents of a list."""
