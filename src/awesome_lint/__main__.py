"""`python -m awesome_lint`."""

from awesome_lint.cli import entry

if __name__ == "__main__":  # not in the processes that a run starts
    entry()
