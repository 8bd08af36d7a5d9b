"""The settings: the file that holds them, what it may say, and what holds for each list."""
