"""The venues of papers: the registry, the tags that name them, and what links prove of them."""
