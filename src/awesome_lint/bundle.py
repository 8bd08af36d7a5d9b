"""The modules of a run in one file, so that it reads one file and not two hundred.

To find, open and check a module takes several times as long as to run it: for all of them, a fifth of a run over a
short list. The file lies with the bytecode that Python keeps, in `__pycache__`, where nobody can write who could not
write that. When the file of any module has another size or time of change than it had, everything is imported as usual,
and the bundle is made anew. Nothing is written where Python writes no bytecode. What `pip uninstall` leaves is harmless.
"""

import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from types import CodeType, ModuleType

from awesome_lint import __version__
from awesome_lint.cache_folder import keep
from awesome_lint.named import NamedTuple

_PACKAGE = "awesome_lint."
_FORMATS = "awesome_lint.report."  # a run needs one of them, and some import much
_PLUGINS = "awesome_lint.custom.plugins"  # which may import any other module
FORM = ("1", __version__, sys.version, os.path.dirname(os.path.abspath(__file__)))  # code knows the paths of its files


class _Module(NamedTuple):
    """A module as it is kept.

    cached: the path of its bytecode. state: of its file, see `_state`. package: whether it has modules in it.
    """

    name: str
    file: str
    cached: str
    state: tuple[int, int]
    package: bool
    code: CodeType


class Bundle:
    """The modules kept in a file; path: '' keeps none. grows: whether what is imported may be added to them."""

    def __init__(self, path: str) -> None:
        self.grows = False  # until a run only lints: what others import, few need
        self._path = path
        self._number = 0  # of modules that came from the file

    def load(self) -> None:
        """Import the modules that are kept and up to date, but for those that are imported already."""
        before = {*sys.modules}
        try:
            kept = _read(self._path) if self._path else []
            if all(_state(one.file) == one.state for one in kept):
                _import([one for one in kept if one.name not in before])
                self._number = len(kept)
        except Exception:  # noqa: BLE001 (what is wrong shows when they are imported as usual)
            _forget([name for name in sys.modules if name.startswith(_PACKAGE) and name not in before])

    def save(self) -> None:
        """Write the file anew if it lacks modules that were imported; where that cannot be, the next run has none."""
        if not self._path or not self.grows or sys.dont_write_bytecode or _PLUGINS in sys.modules:
            return
        imported = _imported()
        if len(imported) > self._number and os.access(os.path.dirname(self._path), os.W_OK):
            with suppress(Exception):  # a loader may raise anything
                keep(self._path, marshal.dumps((FORM, [tuple(one) for module in imported for one in _kept(module)])))


def path() -> str:
    """Return where the bundle of this installation under this Python is; '' for one that is no files of source."""
    cached = __spec__.cached
    if sys.implementation.name != "cpython" or not cached or type(__spec__.loader) is not SourceFileLoader:
        return ""
    return f"{cached.removesuffix('.pyc')}.modules"


def _read(path: str) -> list[_Module]:
    with suppress(OSError), open(path, "rb") as file:
        form, kept = marshal.loads(file.read())
        return [_Module(*one) for one in kept] if form == FORM else []
    return []


def _imported() -> list[ModuleType]:
    """Return the modules of this package that are imported, each after those that it imports itself."""
    # The order is that of `sys.modules`: Python moves a module to its end when its code was run.
    return [
        module for name, module in sys.modules.items() if name.startswith(_PACKAGE) and not name.startswith(_FORMATS)
    ]


def _kept(module: ModuleType) -> Iterator[_Module]:
    """Yield a module as it is kept; nothing for one whose code is not simply that of its file."""
    spec = module.__spec__
    if spec and spec.origin and spec.cached and type(spec.loader) is SourceFileLoader:
        state = _state(spec.origin)  # before the file is read: one that changes afterwards is out of date
        code = spec.loader.get_code(spec.name)
        if state and code:
            package = spec.submodule_search_locations is not None
            yield _Module(spec.name, spec.origin, spec.cached, state, package, code)


def _state(path: str) -> tuple[int, int] | None:
    """Return by what Python tells whether a file is the one that bytecode was made of; None if it is gone."""
    with suppress(OSError):
        status = os.stat(path)
        return int(status.st_mtime), status.st_size
    return None


def _import(kept: list[_Module]) -> None:
    modules = [_empty(one) for one in kept]
    # A package that imports its own modules comes after them, and has to be there before.
    sys.modules.update((one.name, module) for one, module in zip(kept, modules, strict=True) if one.package)
    for one, module in zip(kept, modules, strict=True):
        if sys.modules.setdefault(one.name, module) is not module:
            continue  # another imported it, from its own file
        exec(one.code, module.__dict__)
        sys.modules[one.name] = sys.modules.pop(one.name)  # at the end, as Python leaves it
        parent, _, name = one.name.rpartition(".")
        setattr(sys.modules[parent], name, module)


def _forget(names: list[str]) -> None:
    """Undo imports, so that nothing holds on to them."""
    for full in names:
        module = sys.modules.pop(full)
        parent, _, name = full.rpartition(".")
        if parent in sys.modules and getattr(sys.modules[parent], name, None) is module:
            delattr(sys.modules[parent], name)


def _empty(kept: _Module) -> ModuleType:
    """Return a module as Python makes it before its code is run."""
    spec = ModuleSpec(kept.name, SourceFileLoader(kept.name, kept.file), origin=kept.file, is_package=kept.package)
    spec.has_location = True
    spec.cached = kept.cached
    if kept.package:
        spec.submodule_search_locations = [os.path.dirname(kept.file)]
    return module_from_spec(spec)
