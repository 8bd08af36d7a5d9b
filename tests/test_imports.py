"""An offline run loads nothing that only other runs need: start-up is most of what a short list costs."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from awesome_lint.command.options import FORMATS

NEVER_OFFLINE = {"aiohttp", "asyncio", "importlib.metadata", "regex", "rich"}
# Runs the command in a fresh interpreter and tells what is loaded at the end; `--version` ends by SystemExit.
RUN = """
import contextlib, json, os, sys
from awesome_lint.cli import main
status = 0
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    try:
        status = main(json.loads(sys.argv[1]))
    except SystemExit as end:
        status = end.code or 0
print(json.dumps([status, sorted(sys.modules)]))
"""
APART = """\
# Awesome Batteries

## Papers

- [NeurIPS'22] Charging Small Cells. [[paper](https://arxiv.org/abs/2205.00001)]
- [NeurIPS'23] How Anodes Age in Winter. [[paper](https://arxiv.org/abs/2305.00002)]
- [ICML'21] A Survey of Thermal Models. [[paper](https://arxiv.org/abs/2105.00003)]
- [ICML'22] Forecasting Demand with Trees. [[paper](https://arxiv.org/abs/2205.00004)]
- [ICLR'24] Graphs of Parallel Packs. [[paper](https://arxiv.org/abs/2405.00005)]
- [ICLR'23] Swapping Stations under Load. [[paper](https://arxiv.org/abs/2305.00006)]
"""
# The paper of the last entry once more, under a title that is not quite the same.
TWICE = APART + "- [ICLR'23] Stations that Swap under Load. [[paper](https://arxiv.org/abs/2305.00006)]\n"


def loaded_by(arguments: list[str], folder: Path) -> tuple[int, set[str]]:
    """Return the exit status of the command and the names of all modules loaded at its end."""
    command = [sys.executable, "-I", "-c", RUN, json.dumps(arguments)]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    status, modules = json.loads(run.stdout)
    return status, set(modules)


def test_version_loads_neither_network_nor_parser(tmp_path: Path) -> None:
    status, modules = loaded_by(["--version"], tmp_path)
    assert status == 0
    assert "awesome_lint.cli" in modules
    assert not modules & (NEVER_OFFLINE | {"rapidfuzz", "markdown_it"})


def test_offline_run_loads_only_what_it_uses(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(APART, encoding="utf-8")
    status, modules = loaded_by(["README.md"], tmp_path)
    assert status == 0
    assert "markdown_it" in modules
    assert not modules & (NEVER_OFFLINE | {"rapidfuzz"})


def test_rapidfuzz_is_loaded_to_compare_two_titles(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TWICE, encoding="utf-8")
    status, modules = loaded_by(["README.md"], tmp_path)
    assert status in (0, 1)
    assert "rapidfuzz" in modules
    assert not modules & NEVER_OFFLINE


def test_what_is_imported_is_declared() -> None:
    """A package that another one brings may go with its next version."""
    top = Path(__file__).parents[1]
    declared = tomllib.loads((top / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    packages = {re.split(r"[<>=]", one)[0].replace("-", "_").removesuffix("_py") for one in declared}
    imported = {
        name.split(".")[0]
        for path in (top / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _names(node)
    }
    assert imported - set(sys.stdlib_module_names) - {"awesome_lint"} == packages


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_nothing_imports_itself_in_a_circle() -> None:
    """Imports inside functions count, too: they are there for start-up, not to hide a circle. Types do not."""
    source = Path(__file__).parents[1] / "src"
    paths = {
        path.relative_to(source).with_suffix("").as_posix().replace("/", "."): path for path in source.rglob("*.py")
    }
    imported = {name: set(_imported(ast.parse(path.read_text("utf-8")))) & {*paths} for name, path in paths.items()}
    TopologicalSorter(imported).prepare()  # a circle raises CycleError, which shows it


def _imported(tree: ast.AST) -> Iterator[str]:
    """Yield what may be the name of a module that is imported at run time."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield from _names(node)
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)
        yield from _imported(node)


@pytest.mark.parametrize("output", FORMATS)
def test_no_output_format_loads_the_network(output: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TWICE, encoding="utf-8")
    status, modules = loaded_by(["--output-format", output, "README.md"], tmp_path)
    assert status in (0, 1)
    assert not modules & NEVER_OFFLINE
