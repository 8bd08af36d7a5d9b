"""What a DOI proves of venue and year: its registrant tells where in the name the volume stands."""

from collections.abc import Callable

from awesome_lint.venues.evidence_table import Evidence, full_year, leading_digits, row_of, told


def by_registrant(doi: str) -> Evidence | None:
    """Return what a DOI ("10.1145/3498361.3538932") proves; None for a registrant not listed below."""
    registrant, _, name = doi.partition("/")
    reader = _REGISTRANTS.get(registrant)
    return reader(name) if reader else None


def acm(name: str) -> Evidence | None:
    """Read 3498361.3538932: the volume, and the paper in it."""
    volume, dot, _ = name.partition(".")
    where = f"10.1145/{volume}"
    fact = row_of("acm", volume)
    if fact:
        return told(fact, "acm", where)
    if dot or leading_digits(volume) != volume:
        return None
    # Without a second number it is an article of a journal, or of one of the Proceedings of the ACM.
    fact = row_of("acm-journal", "*")
    return told(fact, "acm-journal", where) if fact else None


def _ieee(name: str) -> Evidence | None:
    """Read CVPR46437.2021.00123: a code, digits of the publisher's own, the year."""
    code, _, rest = name.partition(".")
    letters = code.lower().rstrip("0123456789")
    year = leading_digits(rest)
    for kind in ("ieee", "ieee-journal"):
        fact = row_of(kind, letters)
        if fact and len(year) == 4:
            return told(fact, kind, f"{code}.{year}", int(year))
    return None


def _springer(name: str) -> Evidence | None:
    """Read 978-3-030-58452-8_24, a chapter of a volume, or s11263-021-01453-z, an article."""
    volume = name.partition("_")[0]
    fact = row_of("springer", volume)
    return told(fact, "springer", volume) if fact else _article(name, "springer-journal", name[1:6])


def nature(path: str) -> Evidence | None:
    """Read s41586-021-03819-2 at the end of a path."""
    name = path.rpartition("/")[2]
    return _article(name, "nature", name[:6])


def _article(name: str, kind: str, code: str) -> Evidence | None:
    """Read the code of a journal, and after it the year of acceptance less 2000, in three digits."""
    fact, year = row_of(kind, code), leading_digits(name[7:10])
    if fact is None or len(year) != 3 or year[0] != "0":
        return None
    return told(fact, kind, name[:10], 2000 + int(year))


def anthology(path: str) -> Evidence | None:
    """Read 2023.findings-acl.12 or P19-1234, wherever it stands in a path."""
    for part in path.partition("?")[0].split("/"):
        year, dot, rest = part.partition(".")
        if dot and len(year) == 4 and leading_digits(year) == year:
            return _volume(year, rest.partition(".")[0].lower())
        letter, digits, number = part[:1].upper(), leading_digits(part[1:3]), leading_digits(part[4:8])
        if letter.isalpha() and len(digits) == 2 and part[3:4] == "-" and len(number) == 4:
            return _old_volume(letter, digits, number)
    return None


def _volume(year: str, volume: str) -> Evidence | None:
    name, _, conference = volume.partition("-")
    key = conference if name == "findings" else name
    fact = row_of("acl", f"{year}.{key}") or row_of("acl", key)
    if fact is None:
        return None
    if name == "findings":
        findings = row_of("acl", name)
        fact = fact._replace(venues=(*(findings.venues if findings else ()), *fact.venues))
    return told(fact, "acl", f"{year}.{volume}", int(year))


def _old_volume(letter: str, digits: str, number: str) -> Evidence | None:
    if letter + digits == "D19" and number[0] in "56":
        # These volumes are workshops of EMNLP 2019, which have names of their own.
        return None
    fact = row_of("acl", letter + digits) or row_of("acl", letter)
    return told(fact, "acl", f"{letter}{digits}-{number}", full_year(digits)) if fact else None


_REGISTRANTS: dict[str, Callable[[str], Evidence | None]] = {
    "10.1007": _springer,
    "10.1038": nature,
    "10.1109": _ieee,
    "10.1145": acm,
    "10.18653": anthology,
    "10.23919": _ieee,
}
