"""A linter and fixer for awesome lists. Importing the package loads nothing else."""

__version__ = "0.1.0"  # pyproject.toml says the same; a test keeps them equal
