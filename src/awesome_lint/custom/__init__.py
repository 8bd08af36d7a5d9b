"""Rules that are not built in: patterns of the settings, and plugins in Python."""
