"""`NamedTuple`, made in a tenth of the time.

The class of the standard library writes and compiles code for each class, 0.1 ms every time; a run has some fifty of
them. This one has all that is used here: fields and defaults, `_replace`, `repr`, pattern matching, copies and pickles.
Making an instance takes a little longer, so that `Span`, of which there are many, remains one of the library's.
"""

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter  # what the library's own are made of, with its stand-in for other Pythons

    class NamedTuple(tuple):
        """Base of a tuple with named fields, which are its annotations."""

        __slots__ = ()

        def __init_subclass__(cls):
            cls._fields = cls.__match_args__ = tuple(cls.__annotations__)
            cls._defaults = {name: cls.__dict__[name] for name in cls._fields if name in cls.__dict__}
            given = len(cls._fields) - len(cls._defaults)
            cls._rest = {
                count: tuple(cls._defaults.values())[count - given :] for count in range(given, len(cls._fields))
            }
            for index, name in enumerate(cls._fields):
                setattr(cls, name, _tuplegetter(index, None))

        def __new__(cls, *values, **named):
            if len(values) != len(cls._fields) or named:
                rest = None if named else cls._rest.get(len(values))
                values = cls._filled(values, named) if rest is None else values + rest
            return tuple.__new__(cls, values)

        @classmethod
        def _filled(cls, values, named):
            rest = cls._fields[len(values) :]
            given = {**cls._defaults, **named}
            if len(values) > len(cls._fields) or not named.keys() <= set(rest) or not given.keys() >= set(rest):
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
            return (*values, *(given[name] for name in rest))

        def _replace(self, **named):
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(named))}")
            return made

        def __repr__(self):
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

        def __getnewargs__(self):
            return tuple(self)
