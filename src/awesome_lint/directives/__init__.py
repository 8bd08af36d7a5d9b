"""The comments that switch rules off: reading them, and obeying them."""
