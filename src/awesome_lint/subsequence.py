"""What is in order already in a sequence that is not: as much of it as can stay where others have to move."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any


def longest_ordered(keys: Sequence[Any]) -> list[int]:
    """Return the indices of a longest subsequence that does not descend. keys: any that compare with one another."""
    tails: list[Any] = []  # each the least key with which a subsequence of that length ends
    ends: list[int] = []
    before = [-1] * len(keys)
    for index, key in enumerate(keys):
        at = bisect_right(tails, key)
        before[index] = ends[at - 1] if at else -1
        tails[at : at + 1], ends[at : at + 1] = [key], [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
