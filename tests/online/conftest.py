"""One double for all tests, as new for each that asks for it."""

from collections.abc import Iterator

import pytest
from online.double import Double


@pytest.fixture(scope="session")
def server() -> Iterator[Double]:
    double = Double()
    yield double
    double.close()


@pytest.fixture
def web(server: Double) -> Double:
    server.reset()
    return server
