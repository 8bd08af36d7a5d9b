"""What somebody meant as a link and Markdown does not read as one.

It is found around what is left of it: the address, which stands in the text as a bare URL (web.py) or as plain
words (local.py), or a bracket beside a link that nothing pairs with (strays.py).
"""

from typing import TYPE_CHECKING

from awesome_lint.loose.local import around_images, around_names, around_words
from awesome_lint.loose.markup import LooseMarkup
from awesome_lint.loose.strays import broken_inside, stray_brackets
from awesome_lint.loose.web import around_urls
from awesome_lint.spans import SpanSet

if TYPE_CHECKING:
    from awesome_lint.document import Document


def find_loose(doc: "Document") -> list[LooseMarkup]:
    """Return the broken links of a document in source order."""
    finders = (around_urls, around_words, around_names, around_images, broken_inside)
    found = [one for find in finders for one in find(doc)]
    broken = SpanSet(one.span for one in found)
    # A bracket inside a broken link is part of that mistake.
    found += [one for one in stray_brackets(doc) if not broken.overlaps(one.span)]
    return sorted(found, key=lambda one: one.span)
