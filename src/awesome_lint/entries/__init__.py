"""The entries of a list: where they are, and their parts."""
