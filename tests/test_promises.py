"""Any text at all: nothing crashes, every finding stands where it says, and fixes keep what they promise.

`AWESOME_LINT_EXAMPLES=10000` tries so many texts of each kind instead of a few.
"""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pathological import SHAPES
from promises import keep_all
from soup import LISTS

EXAMPLES = int(os.environ.get("AWESOME_LINT_EXAMPLES", "60"))
PARTS = 40
thorough = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@thorough
@given(LISTS, st.integers(0, 9))
def test_lists(text: str, seed: int) -> None:
    keep_all(text, random.Random(seed))


@thorough
@given(st.text(max_size=80), st.integers(0, 9))
def test_any_text(text: str, seed: int) -> None:
    keep_all(text, random.Random(seed))


@pytest.mark.parametrize("name", SHAPES)
def test_pathological(name: str) -> None:
    keep_all(SHAPES[name](PARTS), random.Random(0))
