"""Links, with the places of their text and their URL."""

from typing import TYPE_CHECKING, Literal

from awesome_lint.diagnostic import Span

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

LinkKind = Literal["inline", "reference", "autolink", "bare", "html", "definition"]


class Link:
    """One link or image.

    kind: `reference` is a use of a definition, whose `url_span` is that of the definition; `definition` is the
        definition itself.
    span: the whole link; text_span: its text, empty for a bare URL; url_span: the URL as written.
    url: as written in the source. is_web: whether it leads to the web, rather than to a place of this page or
        repository. is_image: an image, whose text is the alternative text.
    entry: the entry in whose own content it stands, or None.
    """

    __slots__ = ("_identity", "entry", "is_image", "is_web", "kind", "span", "text", "text_span", "url", "url_span")

    def __init__(
        self, kind: LinkKind, span: Span, text_span: Span, text: str, url_span: Span, url: str, is_image: bool = False
    ) -> None:
        self.kind: LinkKind = kind
        self.span = span
        self.text_span = text_span
        self.text = text
        self.url_span = url_span
        self.url = url
        self.is_image = is_image
        self.is_web = url[:4].lower() == "http"
        self.entry: Entry | None = None
        self._identity: str | None = None

    @property
    def identity(self) -> str:
        """What the link points at: `arxiv:2206.15472`, `github:owner/repo` …, else the normalised URL."""
        if self._identity is None:
            from awesome_lint.identity import key

            self._identity = key(self.url)
        return self._identity

    @property
    def is_fragment(self) -> bool:
        """Whether it leads to a place of this page."""
        return self.url.startswith(("#", "./#"))

    def __repr__(self) -> str:
        return f"<Link {self.kind} {self.text!r} {self.url!r} at {self.span.start}>"
