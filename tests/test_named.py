"""Our `NamedTuple` does what the library's does, for all that is used of it."""

import copy
import pickle
import typing

import pytest

from awesome_lint import named


class Ours(named.NamedTuple):
    """A point."""

    x: int
    y: int = 0
    label: str = "here"

    @property
    def sum(self) -> int:
        return self.x + self.y


class Theirs(typing.NamedTuple):
    """A point."""

    x: int
    y: int = 0
    label: str = "here"


Kind = type[Ours] | type[Theirs]


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_is_a_tuple_with_names(kind: Kind) -> None:
    point = kind(1, label="there")
    assert point == (1, 0, "there") == kind(x=1, y=0, label="there")
    assert (point.x, point.y, point.label) == (1, 0, "there")
    assert hash(point) == hash((1, 0, "there"))
    assert repr(point) == f"{kind.__name__}(x=1, y=0, label='there')"
    assert point._replace(y=2) == (1, 2, "there")
    assert type(point._replace(y=2)) is kind
    assert pickle.loads(pickle.dumps(point)) == point == copy.copy(point) == copy.deepcopy(point)
    assert type(pickle.loads(pickle.dumps(point))) is kind
    *_, label = point
    assert min(kind(2), point) is point
    match point:
        case Ours(x=1, label=name) | Theirs(x=1, label=name):
            assert name == label
        case _:
            pytest.fail("no match")


def test_has_methods_and_cannot_be_changed() -> None:
    assert Ours(1, 2).sum == 3
    with pytest.raises(AttributeError):
        Ours(1).x = 2  # type: ignore[misc]


@pytest.mark.parametrize("values", [(), (1, 2, "a", 4)])
@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_wrong_values_are_an_error(kind: typing.Any, values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        kind(*values)


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_wrong_names_are_an_error(kind: typing.Any) -> None:
    with pytest.raises(TypeError):
        kind(1, z=2)
    with pytest.raises(TypeError):
        kind(1, x=2)
    with pytest.raises((TypeError, ValueError)):
        kind(1)._replace(z=2)
