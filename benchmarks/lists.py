"""Makes lists to measure with: of any length, always the same for the same seed, and like real ones.

A list has a title, a badge, contents, sections of papers with venue tags and, between them, sections of
tools. About one entry in fifty carries a mistake that people make, so that reporting is measured as well.
"""

import functools
import os
import random
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

SEED = 20

_MISTAKE_SHARE = 0.02
_ENTRIES_PER_SECTION = 20
_HEAD = [
    "# Awesome Learning Systems [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)",
    "",
    "> Papers and tools for learning systems, sorted by what they are for.",
    "",
    "Contributions are welcome: please read the [guide](https://example.org/contributing) first.",
    "",
]
_TAIL = ["## License", "", "[CC0 1.0](https://creativecommons.org/publicdomain/zero/1.0/)", ""]


class Paper(NamedTuple):
    """One listed paper; `number` tells it from every other of the list."""

    number: int
    venue: str
    year: int
    title: str
    authors: str


def make_list(entries: int, seed: int = SEED, mistakes: float = _MISTAKE_SHARE) -> str:
    """Return a Markdown list with that many entries, of which so large a share has mistakes."""
    writer = _Writer(random.Random(seed), mistakes)
    names = writer.section_names()
    contents, body = [], []
    for number, first in enumerate(range(0, entries, _ENTRIES_PER_SECTION)):
        numbers = range(first, min(first + _ENTRIES_PER_SECTION, entries))
        of_tools = number % 4 == 2
        name = next(names) + (" Tools" if of_tools else "")
        contents.append(f"- [{name}](#{name.lower().replace(' ', '-')})")
        body += [f"## {name}", "", *(writer.tools(numbers) if of_tools else writer.papers(numbers)), ""]
    return "\n".join([*_HEAD, "## Contents", "", *contents, "", *body, *_TAIL])


def make_list_of_size(size: int, seed: int = SEED) -> str:
    """Return the longest list that has at most `size` bytes."""
    low, high = 1, size // 40
    while low < high:
        middle = (low + high + 1) // 2
        if len(make_list(middle, seed).encode()) <= size:
            low = middle
        else:
            high = middle - 1
    return make_list(low, seed)


@functools.cache
def _words() -> dict[str, Any]:
    with open(os.path.join(os.path.dirname(__file__), "words.toml"), "rb") as file:
        return tomllib.load(file)


class _Writer:
    """Writes the parts of one list, all from one source of chance."""

    def __init__(self, chance: random.Random, mistakes: float) -> None:
        self._chance = chance
        self._mistakes = mistakes

    def section_names(self) -> Iterator[str]:
        """Yield names without end, no two the same."""
        names = [f"{task} for {setting}" for task in _words()["tasks"] for setting in _words()["settings"]]
        self._chance.shuffle(names)
        yield from names
        for volume in range(2, 1_000_000):
            yield from (f"{name} {volume}" for name in names)

    def papers(self, numbers: range) -> list[str]:
        """Return the lines of a section of papers, the newest first."""
        lines = []
        for paper in sorted(map(self._paper, numbers), key=lambda paper: -paper.year):
            tag = f"[{paper.venue}'{paper.year % 100}]"
            lines.append(self._slip(f"- {tag} {paper.title}. by {paper.authors} {self._links(paper)}"))
            if self._chance.random() < 0.1:
                lines.append(f"  - Runs on {self._pick('settings').lower()}, with {self._pick('means').lower()}")
        return lines

    def tools(self, numbers: range) -> list[str]:
        """Return the lines of a section of tools, sorted by name."""
        lines = []
        for name, number in sorted((self._name(number), number) for number in numbers):
            what = f"{self._pick('manners')} {self._pick('tasks')} for {self._pick('settings')}".capitalize()
            lines.append(self._slip(f"- [{name}](https://github.com/{name.lower()}/tool-{number}) - {what}."))
        return lines

    def _pick(self, kind: str) -> str:
        word: str = self._chance.choice(_words()[kind])
        return word

    def _paper(self, number: int) -> Paper:
        venue, (first, last, period) = self._chance.choice(list(_words()["venues"].items()))
        goal = f"{self._pick('manners')} {self._pick('tasks')} for {self._pick('settings')}"
        joint = self._chance.choice(["via", "with", "through", "from"])
        title = f"{goal} {joint} {self._pick('manners')} {self._pick('means')}"
        if self._chance.random() < 0.5:
            title = f"{self._name(number)}: {title}"
        authors = f"{self._chance.choice('ABCDEFGHJKLMNPRSTWY')}. {self._pick('family-names')} et al."
        return Paper(number, venue, self._chance.choice(range(first, last + 1, period)), title, authors)

    def _name(self, number: int) -> str:
        """Return a made-up name that no other number has."""
        syllables = _words()["syllables"]
        parts = [self._pick("syllables")]
        while number:
            number, digit = divmod(number, len(syllables))
            parts.append(syllables[digit])
        return "".join(parts).capitalize() + self._chance.choice(["", "Net", "Former", "Kit"])

    def _links(self, paper: Paper) -> str:
        # The papers of one month are numbered on, so no two entries share a preprint.
        month, order = paper.number % 12 + 1, paper.number // 12 + 1
        preprint = f"[[paper](https://arxiv.org/abs/{paper.year % 100:02}{month:02}.{order:05})]"
        if self._chance.random() < 0.6:
            return preprint
        return f"{preprint} [[code](https://github.com/lab-{paper.number % 97}/project-{paper.number})]"

    def _slip(self, entry: str) -> str:
        """Return the entry, now and then with a common mistake where the entry has a place for it."""
        if self._chance.random() >= self._mistakes:
            return entry
        mistakes = [
            lambda: entry.replace("NeurIPS", "NeruIPS").replace("CVPR", "CVRP"),
            lambda: entry.replace("](https", "] (https", 1),
            lambda: entry.replace("https://github", "http://github"),
            lambda: entry.replace(" for ", " for  ", 1),
            lambda: entry.replace("- ", "* ", 1),
            lambda: f"{entry} ",
        ]
        return self._chance.choice(mistakes)()
