"""One run of the command: its options, the files it reads, and what it makes of them."""
