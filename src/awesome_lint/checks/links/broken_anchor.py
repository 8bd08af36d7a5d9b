"""A link to a place of this page that is not there."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.anchors import GITHUB_PAGE_IDS, fragment_name, slug
from awesome_lint.crowd import for_all
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span, sort_key
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.markdown.swallowed import coming_headings
from awesome_lint.patterns import lazy
from awesome_lint.places import Place, Places, leads_away
from awesome_lint.rule import Rule

_ENDS_ADDRESS = lazy(r"[\s()<>\"'%]")  # what an address cannot hold as it is
_NUMBER = lazy(r"-\d+\Z")  # that tells headings with one title apart
_HABIT = 10  # so many anchors in another letter case are the list's way: one finding, with all the edits
_CASE_HELP = "github.com finds it in any letter case; editors, GitLab and sites made from the file do not"
_HIDDEN_HELP = 'Give the section a longer title, or an anchor of another name, such as `<a name="all-files"></a>`.'
_PAGE_HELP = "Link to a heading of this page; `#top` is where every page begins."


class Check(Rule):
    """A link to a place of this page that is not there."""

    other_levels: ClassVar = ("info",)
    guard = "anchor"
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        broken = _broken(doc)
        cased = {key: same for key, same in broken.items() if key[1] and key[1].found == "case"}
        if len(cased) >= _HABIT:
            yield self.habit(doc, cased)
        for key, same in broken.items():
            if len(cased) < _HABIT or key not in cased:
                yield self.told(doc, same, key[1])

    def habit(self, doc: Document, cased: dict[tuple[str, Place | None], list[Link]]) -> Diagnostic:
        """Return the finding for a list that writes its anchors as it writes its titles."""
        count = sum(map(len, cased.values()))
        found = sorted((self.told(doc, same, place) for (_, place), same in cased.items()), key=sort_key)
        message = f"{count} links differ in letter case from their anchors, this one and those below it"
        return for_all(found, message, "Write the anchors as they are")._replace(help=_CASE_HELP)

    def told(self, doc: Document, same: list[Link], place: Place | None) -> Diagnostic:
        """Return the finding for links with one fragment: an edit for each, and the first is where it stands."""
        link, *others = same
        name = fragment_name(link.url)
        more = f", here and in {len(others)} more place{'s' if len(others) > 1 else ''}" if others else ""
        if name in GITHUB_PAGE_IDS:
            hidden = name in doc.anchors
            where = "instead of the section of that name" if hidden else "and elsewhere nowhere"
            message = f"'{link.url}' leads to a part of github.com's own page, {where}{more}"
            return self.report(doc, link.span, message, severity="info", help=_HIDDEN_HELP if hidden else _PAGE_HELP)
        if place is None:
            return self.report(doc, link.span, f"no heading or anchor has the name '{link.url}'{more}")
        target = _fragment(place)
        if place.found == "case":
            message, help = f"'{link.url}' differs in letter case from the anchor '{target}'{more}", _CASE_HELP
        else:
            message, help = f"no heading or anchor has the name '{link.url}'{more}; did you mean '{target}'?", None
        edits = _edits(same, place)
        fix = Fix(f"Write {target}", edits, "unsafe" if place.found == "near" else "safe") if edits else None
        return self.report(doc, link.span, message, fix=fix, help=help)


def _broken(doc: Document) -> dict[tuple[str, Place | None], list[Link]]:
    """Return the links that lead nowhere, or to a part of github.com's page, by their URL and the place meant."""
    links = [link for link in doc.links if link.is_fragment and link.kind != "reference" and not leads_away(link)]
    intended = {id(item.link): item.place for item in doc.contents.items} if links and doc.contents else {}
    places = Places(doc)
    coming = {slug(heading.title) for heading in coming_headings(doc)}
    broken: dict[tuple[str, Place | None], list[Link]] = {}
    for link in links:
        name = fragment_name(link.url)
        if name in GITHUB_PAGE_IDS:
            broken.setdefault((link.url, None), []).append(link)
        elif name not in doc.anchors and not coming & {name.lower(), _NUMBER.sub("", name.lower())}:
            place = intended[id(link)] if id(link) in intended else places.find(link)
            # `#Files` is how lists reach a section that github.com's own name hides.
            if place is None or place.name not in GITHUB_PAGE_IDS:
                broken.setdefault((link.url, place), []).append(link)
    return broken


def _fragment(place: Place) -> str:
    return "#" + _ENDS_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", place.name)


def _edits(links: list[Link], place: Place) -> tuple[Edit, ...]:
    return tuple(
        Edit(Span(*link.url_span), _fragment(place)) for link in links if link.url_span.end > link.url_span.start
    )
