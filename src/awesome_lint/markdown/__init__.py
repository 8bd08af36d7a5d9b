"""Markdown with exact places: the parser, the outline, blocks and HTML."""
