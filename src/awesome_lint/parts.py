"""The parts of an entry that is written on a line: bullets, ordered items, paragraphs, quotes and HTML."""

import re
from typing import TYPE_CHECKING, Final

from awesome_lint.atoms import Atom, atoms, is_label
from awesome_lint.diagnostic import Span
from awesome_lint.entry import Part, Parts, Tag, TagForm

if TYPE_CHECKING:
    from awesome_lint.entry import Entry
    from awesome_lint.link import Link

# Before the title: blanks, emoji and bullets, a checkbox, an item's own number.
_DECORATION = re.compile(r"(?:[^\w\x00-\x10\[\](){}<>\"'“”‘’«»`@#$/\\.~-]|\[[ xX]\](?!\()|\d{1,4}[.)](?=\s))*")
_YEAR = r"(?:19|20)\d\d"
_LEAD_TAG = re.compile(
    r"\x0e?\[(?P<bracket>[^\[\]\n\x00-\x10]{1,60})\x0e?\](?!\()"
    rf"|\((?P<paren>[^()\n\x00-\x10]{{2,40}})\)(?=[\s\x00-\x10])"
    rf"|(?P<dash>{_YEAR}-[A-Z][\w&/ .]{{1,20}})-(?=[\x01\w\"“])"
    rf"|(?P<date>{_YEAR}(?:[-./]\d\d?){{0,2}})(?=\s*[-:|,]?[\s\x01\x06])"
)
# The text of a bold, italic, code or linked run that is a tag and no title: a name with its year, or a date.
_TAG_TEXT = re.compile(
    rf"[\[(]?(?:[A-Za-z][\w&@/ .:+-]{{0,35}}?[\s,\x27’‘-]*(?:{_YEAR}|[\x27’‘]\s?\d\d)(?:[./-]\d{{1,2}})?(?:,?\s+[A-Za-z-]+){{0,3}}"
    rf"|{_YEAR}(?:[-./]\d\d?){{0,2}}(?:\s+[A-Za-z]+)?|\d\d[./-]{_YEAR})[\])]?\Z"
)
SEPARATOR: Final = re.compile(r"\s*(?P<mark>--?-?|–|—|−|:|：|\||·|»|→|=>|,|，)(?=[\s\x00-\x10]|\Z)\s*|\s*(?P<wide>：|——)\s*")  # noqa: RUF001
_TITLE_END = re.compile(
    r"(?P<by>(?<=[.,;?!…)\]\"”])\s+by\s|\s+by(?=\s+(?:[A-Z][\w.'’-]*\s+){1,3}(?:et\s+al|and\s|&\s)))"
    r"|(?P<dash>\s(?:-|–|—|−|--|\|)(?=\s|\Z))"
    rf"|(?P<note>\s*\((?=[^()]*(?:{_YEAR}|[\x27’‘]\d\d|[Tt]o [Aa]ppear|[Aa]ccepted|[Pp]reprint)[^()]*\)))"
    rf"|(?P<bracket>\s*\[(?=[^\[\]]*(?:{_YEAR}|[\x27’‘]\d\d)[^\[\]]*\]))"
    rf"|(?P<venue>[.,;?!]\s+(?=(?:[A-Z][\w@&/+-]*(?:[ -](?:[A-Z&][\w@&/+-]*|on|of|and|for|in|the))*[,.\s]*\(?(?:{_YEAR}|[\x27’‘]\d\d))\b))"
    r"|(?P<sentence>(?<=[\w)\"”’][\w)\"”’?!])(?:\.\s+(?=[A-Z\"“]|\Z)|[?!]\s+(?=[A-Z][\w'’-]*,? (?:[A-Z]|and |et al)))|。)"
)
_ABBREVIATION = re.compile(r"(?:\b(?:vs|et al|e\.g|i\.e|St|Dr|No|Vol|Ed|Jr|Mr|Ms|Inc|al|[A-Z])|\d)\Z")
_OPENERS = re.compile(r"[\s\[(（【|·•,;:/-]*\Z")  # noqa: RUF001
_QUOTED = re.compile(r"\s*[\"“«](?P<text>[^\"”»\x00\x0b]{4,300})[\"”»]")
_BY = re.compile(r"(?:\A|(?<=[\s.,;)(]))(?P<by>[Bb]y|BY)\s+(?P<who>[^\x00-\x10\n(]{2,120}?)(?=[\s.]*(?:[\[(\n\x00-\x10]|\Z| [-–—|] |\.\s))")
_NOTE = re.compile(r"\((?:to appear|accepted|in press|forthcoming|under review|early access)\b[^()\n\x00-\x10]{0,40}\)", re.I)
_NAMES = re.compile(r"\W*[A-Z][\w.'’-]+(?:[\s,&;]|and|et al|[A-Z][\w.'’-]*|[a-z]{1,3}(?=\s))*(?:et al\.?|\.)?\W*\Z")


class _Scanner:
    """Reads the head of an entry from left to right."""

    def __init__(self, entry: "Entry") -> None:
        self.doc = entry.doc
        self.outline = entry.doc.outline
        self.head = entry.head
        self.atoms = atoms(self.outline, *entry.head)
        self.by_start = {link.span.start: link for link in entry.links}
        self.index = 0
        self.at = entry.head.start

    def skip(self) -> Atom | None:
        """Go past decoration; return the atom at the cursor, None at the end."""
        while self.index < len(self.atoms):
            atom = self.atoms[self.index]
            self.at = max(self.at, atom.start)
            if atom.kind == "text":
                match = _DECORATION.match(self.outline, self.at, atom.end)
                self.at = match.end() if match else self.at
                if self.at < atom.end:
                    return atom
            elif atom.kind not in ("image", "html", "break") and not self.is_badge(atom):
                return atom
            self.index += 1
        return None

    def is_badge(self, atom: Atom) -> bool:
        """Whether a link is nothing but an image."""
        return atom.kind == "link" and not self.doc.plain(atom.start, atom.end)

    def pass_over(self, atom: Atom) -> None:
        self.at = atom.end
        self.index += 1

    def link_at(self, atom: Atom) -> "Link | None":
        """Return the link of a link atom, or of a bold or italic one that is nothing but a link."""
        if atom.kind == "link":
            return self.by_start.get(atom.start)
        inner = self.outline[atom.start : atom.end]
        if inner.count("\x01") == 1 or "<" in self.doc.text[atom.start : atom.end]:
            start = atom.start + inner.find("\x01") if "\x01" in inner else -1
            link = self.by_start.get(start)
            if link and not re.search(r"\w", self.outline[atom.start : start] + self.outline[link.span.end : atom.end]):
                return link
        return None

    def rest_has_title(self, at: int) -> bool:
        """Whether words that can be a title follow: a tag is never all there is."""
        behind = self.outline[at : self.head.end]
        cut = re.match(r"[\])}\s.,:|*-]*\x01", behind)
        if cut:
            link = self.by_start.get(at + cut.end() - 1)
            return bool(link and not is_label(self.doc.plain(*link.text_span)))
        bare = re.split("[\x01\x0b]", behind, maxsplit=1)[0]
        return len(re.findall(r"[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff]", bare)) >= 2


def _lead_tags(scan: _Scanner) -> list[Tag]:
    """Read the tags before the title."""
    tags: list[Tag] = []
    while atom := scan.skip():
        tag = _bracketed_link(scan, atom) or (_text_tag if atom.kind == "text" else _run_tag)(scan, atom)
        if tag is None:
            break
        tags.append(tag)
    return tags


def _bracketed_link(scan: _Scanner, atom: Atom) -> Tag | None:
    """Read `[[NeurIPS'22](url)]` before a title."""
    if atom.kind != "text" or scan.outline[scan.at : atom.end].strip() != "[" or scan.index + 1 >= len(scan.atoms):
        return None
    inner = scan.atoms[scan.index + 1]
    link = scan.link_at(inner) if inner.kind == "link" else None
    if link is None or not scan.outline.startswith("]", inner.end) or not scan.rest_has_title(inner.end + 1):
        return None
    scan.index += 2
    scan.at = inner.end + 1
    return Tag(link.text_span, scan.doc.plain(*link.text_span), "link", link)


def _text_tag(scan: _Scanner, atom: Atom) -> Tag | None:
    match = _LEAD_TAG.match(scan.outline, scan.at, scan.head.end)
    if match is None or not match.lastgroup:
        return None
    form: TagForm = match.lastgroup  # type: ignore[assignment]
    if form == "bracket" and not scan.rest_has_title(match.end()):
        return None
    if form in ("date", "paren") and not scan.rest_has_title(match.end()):
        return None
    scan.at = match.end()
    while scan.index < len(scan.atoms) and scan.atoms[scan.index].end <= scan.at:
        scan.index += 1
    span = Span(*match.span(form))
    return Tag(span, scan.doc.plain(*span), form)


def _run_tag(scan: _Scanner, atom: Atom) -> Tag | None:
    """Read a bold, italic, code or linked run that is a tag."""
    text = scan.doc.plain(atom.start, atom.end)
    bracketed = text[:1] + text[-1:] in ("[]", "()") and len(text) <= 62
    code = atom.kind == "code" and len(text) <= 40
    if not (code or bracketed or (len(text) <= 50 and _TAG_TEXT.match(text))) or not scan.rest_has_title(atom.end):
        return None
    link = scan.link_at(atom)
    scan.pass_over(atom)
    inner = scan.outline[atom.start : atom.end] if atom.kind != "code" else scan.doc.raw((atom.start, atom.end))
    edge = re.compile(r"[\x00-\x10`\[(\])]")
    first = next((i for i, c in enumerate(inner) if not edge.match(c)), 0)
    last = next((i for i, c in enumerate(reversed(inner)) if not edge.match(c)), 0)
    span = link.text_span if link else Span(atom.start + first, atom.end - last)
    form: TagForm = "link" if link else {"strong": "strong", "emphasis": "emphasis"}.get(atom.kind, "code")  # type: ignore[assignment]
    return Tag(span, text.strip("[]()"), form, link)


def _trimmed(outline: str, start: int, end: int) -> Span:
    """Return a span without blanks, markup and quotation marks at its edges, nor a final period or comma."""
    while start < end and (outline[start] <= " " or outline[start] in "\"“”«»_"):
        start += 1
    while end > start and (outline[end - 1] <= " " or outline[end - 1] in "\"“”«»,.:;，。："):  # noqa: RUF001
        end -= 1
    return Span(start, end)


def _title(scan: _Scanner) -> tuple[Part, "Link | None", int]:
    """Read the title; return it, its link, and where it ends."""
    atom = scan.skip()
    doc = scan.doc
    if atom is None:
        return Part(Span(scan.head.start, scan.head.start), ""), None, scan.head.start
    if atom.kind != "text":
        link = scan.link_at(atom)
        quoted = _QUOTED.match(scan.outline, _behind_colon(scan, atom), scan.head.end) if atom.kind == "strong" else None
        if quoted:
            return Part(Span(*quoted.span("text")), doc.plain(*quoted.span("text"))), link, quoted.end()
        if link or atom.kind != "link":
            span = link.text_span if link else Span(atom.start, atom.end)
            trimmed = _trimmed(scan.outline, *span) if atom.kind != "code" else span
            return Part(trimmed, doc.plain(*trimmed).rstrip(".,:")), link, atom.end
    quoted = _QUOTED.match(scan.outline, scan.at, scan.head.end)
    if quoted:
        inside = scan.by_start.get(quoted.start("text"))
        return Part(Span(*quoted.span("text")), doc.plain(*quoted.span("text")).rstrip(".,")), inside, quoted.end()
    end = _plain_title_end(scan)
    span = _trimmed(scan.outline, scan.at, end)
    return Part(span, doc.plain(*span)), None, end


def _behind_colon(scan: _Scanner, atom: Atom) -> int:
    match = re.compile(r"\s*[:,]\s*").match(scan.outline, atom.end)
    return match.end() if match else scan.head.end


def _plain_title_end(scan: _Scanner) -> int:
    """Return where a title of plain text ends: before a link, a clause of authors, a venue, a description."""
    start = scan.at
    for atom in scan.atoms[scan.index :]:
        begin = max(atom.start, start)
        if atom.kind == "text":
            for match in _TITLE_END.finditer(scan.outline, begin, atom.end):
                before = scan.outline[start : match.start()]
                if match.lastgroup in ("sentence", "venue") and (_ABBREVIATION.search(before) or len(before) < 8):
                    continue
                if match.start() - start >= 2:
                    return match.start()
        elif atom.kind in ("link", "image", "break"):
            opener = _OPENERS.search(scan.outline, start, atom.start)
            return opener.start() if opener and opener.start() > start else atom.start
        elif atom.kind in ("strong", "emphasis", "code", "html") and begin > start:
            before = scan.outline[start : atom.start].rstrip()
            behind = scan.outline[atom.end : atom.end + 2].lstrip()
            if before[-1:] in ".,:;?!-–—|([" or (atom.kind != "html" and behind[:1] in ("", ".", ",", "[", "(", "\x01", "|")):
                return start + len(before.rstrip("(["))
    return scan.head.end


def line_parts(entry: "Entry") -> Parts:
    """Find the parts of an entry that is written on a line."""
    scan = _Scanner(entry)
    tags = _lead_tags(scan)
    title, title_link, end = _title(scan)
    rest = Span(end, entry.head.end)
    labels = tuple(
        link for link in entry.links if link is not title_link and is_label(entry.doc.plain(*link.text_span))
    )
    separator = _separator(entry, rest)
    description = _description(entry, separator.span.end if separator else rest.start, labels)
    notes = [Part(Span(*m.span()), m[0][1:-1]) for m in _NOTE.finditer(scan.outline, *entry.head)]
    return Parts(title, title_link, tuple(tags), separator, _authors(entry, rest), description, labels, tuple(notes), rest)


def _separator(entry: "Entry", rest: Span) -> Part | None:
    match = SEPARATOR.match(entry.doc.outline, *rest)
    if match is None or match.end() == rest.end:
        return None
    return Part(Span(*match.span()), match["mark"] or match["wide"])


def _authors(entry: "Entry", rest: Span) -> Part | None:
    """Return the clause of authors: `by …`, or a run in italics that is a list of names."""
    outline = entry.doc.outline
    match = _BY.search(outline, *rest)
    if match and (match["who"][:1].isupper() or "et al" in match["who"]):
        return Part(Span(*match.span()), entry.doc.plain(*match.span()))
    for atom in atoms(outline, *rest):
        if atom.kind == "emphasis":
            text = entry.doc.plain(atom.start, atom.end)
            if ("," in text or "et al" in text) and _NAMES.match(text) and not re.search(_YEAR, text):
                return Part(_trimmed(outline, atom.start, atom.end), text)
    return None


def _description(entry: "Entry", start: int, labels: "tuple[Link, ...]") -> Part | None:
    """Return what stands behind the title and its separator, up to trailing labels, badges and code."""
    outline = entry.doc.outline
    trailing = {link.span.start for link in labels}
    end = entry.head.end
    for atom in reversed(atoms(outline, start, end)):
        text = outline[atom.start : end].rstrip()
        if atom.kind == "text" and not re.fullmatch(r"[\s\[\]()|,·/\x27\"-]*", text):
            end = atom.start + len(re.sub(r"[\s\[(|]*\Z", "", text) if end < entry.head.end else text)
            break
        if atom.kind in ("strong", "emphasis") or (atom.kind == "link" and atom.start not in trailing and outline[atom.start + 1] != "\x03"):
            end = atom.end
            break
        end = atom.start
    span = Span(start, max(start, end))
    text = entry.doc.plain(*span)
    return Part(span, text) if re.search(r"\w", text) else None
