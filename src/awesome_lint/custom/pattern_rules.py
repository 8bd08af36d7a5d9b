"""Rules without Python: `[[patterns]]` of the settings, matched by the `regex` package within a time limit."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from awesome_lint.custom.plugins import NAME
from awesome_lint.diagnostic import SEVERITIES, Diagnostic, Fix, Safety, Span, replace
from awesome_lint.document import Document
from awesome_lint.errors import UserError, did_you_mean
from awesome_lint.patterns import lazy
from awesome_lint.rule import Guard, Rule

if TYPE_CHECKING:
    from regex import Match, Pattern

    from awesome_lint.entries.entry import Entry

GROUP: Final = "patterns"
SECONDS: Final = 2.0  # for one pattern in one file; a good one needs a thousandth of it in a large list
KEYS: Final = ("name", "pattern", "where", "message", "replacement", "severity")
REQUIRED: Final = ("name", "pattern", "where", "message")
# `regex` writes counted repetitions out: nested ones can take all memory before any text is matched.
_COUNTED: Final = lazy(r"\{(\d*)(?:,(\d*))?\}")
_MOST_REPEATED: Final = 100_000
_LONGEST: Final = 2000
# A replacement with one of these may come to be markup, a link or a tag, and is then no fix of words.
_MARKUP: Final = lazy(r"[*_`\[\]()<>\\|!&#~:$@]|\.\w")


def pattern_rule(table: dict[str, Any], origin: str) -> type[Rule]:
    """Return the rule that a table of `[[patterns]]` describes; a mistake in it is a UserError.

    origin: the file, for messages.
    """
    values = _checked(table, origin)
    compiled = _compiled(values, origin)

    def check(rule: Rule, doc: Document) -> Iterator[Diagnostic]:
        return _findings(rule, doc, values, compiled)

    own: dict[str, object] = {
        "__module__": f"{GROUP}.{values['name'].replace('-', '_')}",
        "__doc__": values["message"],
        "severity": values.get("severity", "warning"),
        "needs_list": True,
        "guard": _guard(values),
        "fixes": ("safe", "unsafe", "suggestion") if "replacement" in values else (),
        "check": check,
    }
    return type("Check", (Rule,), own)


def _guard(values: dict[str, Any]) -> Guard:
    return "url" if values["where"] == ["url"] else "word"


def _checked(table: dict[str, Any], origin: str) -> dict[str, Any]:
    named = f"pattern '{table['name']}'" if isinstance(table.get("name"), str) else "a pattern"
    for key, value in table.items():
        if key not in KEYS:
            hint = did_you_mean(key, list(KEYS)).strip() or f"The keys are: {', '.join(KEYS)}."
            raise UserError(f"{origin}: {named} has no key '{key}'", hint)
        if key != "where" and not isinstance(value, str):
            raise UserError(f"{origin}: '{key}' of {named} must be a string", f"It is {value!r}.")
    for key in REQUIRED:
        if not table.get(key):
            raise UserError(f"{origin}: {named} has no '{key}'", f"It needs {', '.join(REQUIRED)}.")
    if not NAME.fullmatch(table["name"]):
        raise UserError(
            f"{origin}: '{table['name']}' cannot be the name of a pattern",
            "Write words with dashes between them, such as `vague-words`.",
        )
    _one_of(table.get("severity", "warning"), SEVERITIES, f"{origin}: 'severity' of {named}")
    where = [table["where"]] if isinstance(table["where"], str) else table["where"]
    if not isinstance(where, list):
        raise UserError(f"{origin}: 'where' of {named} must be a string or a list of strings", f"It is {where!r}.")
    for place in where:
        _one_of(place, tuple(PLACES), f"{origin}: 'where' of {named}")
    if "url" in where and len(where) > 1 and "replacement" in table:
        raise UserError(
            f"{origin}: {named} replaces both addresses and words",
            "Write two patterns: their fixes are checked in different ways.",
        )
    return {**table, "where": where}


def _one_of(value: object, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        hint = did_you_mean(str(value), list(known))
        raise UserError(f"{what} must be one of {', '.join(known)}", f"It is {value!r}.{hint}")


def _compiled(values: dict[str, Any], origin: str) -> "Pattern[str]":
    import regex

    where = f"{origin}: pattern '{values['name']}'"
    source = values["pattern"]
    repeated = 1
    for count in _COUNTED.finditer(source):
        repeated *= max(1, *(int(number[:9]) for number in count.groups("") if number))
    if len(source) > _LONGEST or repeated > _MOST_REPEATED:
        raise UserError(f"{where} is too large", "Make it shorter, and its repetitions (`{2,5}`) smaller.")
    try:
        compiled = regex.compile(source)
    except (regex.error, OverflowError, RecursionError) as error:
        raise UserError(f"{where} is not a valid regular expression", f"{str(error).capitalize()}: {source}") from None
    if "replacement" in values:
        # With another branch that matches nothing at all, there is a match to fill the replacement from.
        empty = regex.compile(f"(?:{source}\n)|").match("")
        try:
            assert empty is not None
            empty.expand(values["replacement"])
        except (regex.error, IndexError) as error:
            advice = f"{str(error).capitalize()}: {values['replacement']}"
            raise UserError(f"{where} cannot have this replacement", advice) from None
    return compiled


# --- matching


def _findings(rule: Rule, doc: Document, values: dict[str, Any], pattern: "Pattern[str]") -> Iterator[Diagnostic]:
    deadline = time.monotonic() + SECONDS
    seen: set[tuple[int, int]] = set()
    spans = sorted({(span, place == "url") for place in values["where"] for span in PLACES[place](doc)})
    for span, is_address in spans:
        text = doc.text if is_address else doc.outline
        try:
            left = max(deadline - time.monotonic(), 0.001)
            matches: list[Match[str]] = list(pattern.finditer(text[slice(*span)], timeout=left))
        except TimeoutError:
            raise _too_slow(rule.name, doc, span) from None
        for match in matches:
            at = Span(span[0] + match.start(), span[0] + match.end())
            if match[0].strip() and at not in seen:
                seen.add(at)
                message = values["message"].replace("{match}", doc.plain(*at) or match[0])
                yield rule.report(doc, at, message.rstrip("."), fix=_fix(values, match, at, pattern))


def _too_slow(name: str, doc: Document, span: tuple[int, int]) -> UserError:
    return UserError(
        f"pattern '{name}' took more than {SECONDS:g} seconds on {doc.path}, line {doc.line_of(span[0])}",
        "Repetitions inside repetitions, such as `(a+)+`, are usually the cause: write it in another way, or run with "
        f"`--ignore {name}`.",
    )


def _fix(values: dict[str, Any], match: "Match[str]", at: Span, pattern: "Pattern[str]") -> Fix | None:
    if "replacement" not in values or not match[0].isprintable():
        return None  # a match with control characters runs over markup
    new = match.expand(values["replacement"])
    text = match.string
    if new == match[0] or not new.isprintable():
        return None
    after = f"{text[: match.start()]}{new}{text[match.end() :]}"
    try:
        again = pattern.search(after, match.start(), match.start() + len(new), timeout=SECONDS)
    except TimeoutError:
        again = None
    safety: Safety
    if again and again[0]:
        safety = "suggestion"  # what it makes it would find again, without end
    elif values["where"] == ["url"]:
        safety = "safe" if _same_thing(text, after) else "unsafe"
    else:
        safety = "safe" if new.strip() and not _MARKUP.search(f"{match[0]} {new}") else "unsafe"
    return replace(at, new, f"Write '{new}'" if new else "Remove it", safety)


def _same_thing(before: str, after: str) -> bool:
    from awesome_lint.identity import key

    return key(before) == key(after)


# --- where to look


def _titles(doc: Document) -> Iterable[Span]:
    return (entry.parts.title.span for entry in doc.entries if entry.title)


def _descriptions(doc: Document) -> Iterable[Span]:
    return (entry.parts.description.span for entry in doc.entries if entry.parts.description)


def _tags(doc: Document) -> Iterable[Span]:
    return (span for entry in doc.entries for span in _tags_of(entry))


def _tags_of(entry: "Entry") -> Iterator[Span]:
    venues = [tag.span for tag in entry.venue_tags]
    yield from venues
    for tag in entry.parts.tags:
        if not any(venue.start < tag.span.end and tag.span.start < venue.end for venue in venues):
            yield tag.span


def _addresses(doc: Document) -> Iterable[Span]:
    return (link.url_span for link in doc.links if link.kind != "reference")


PLACES: Final[dict[str, Callable[[Document], Iterable[Span]]]] = {
    "title": _titles,
    "description": _descriptions,
    "url": _addresses,
    "tag": _tags,
}
