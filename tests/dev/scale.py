"""`python tests/dev/scale.py [NAME...]`: how the time of a run grows with pathological input.

Each shape of tests/pathological.py is linted, and fixed, in a process of its own at two sizes, the second four
times the first. Prints the shapes whose time grows faster than their size, and what raised. For development: times
on a busy machine vary, so the tests do not rely on them.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pathological import SHAPES

_GROWTH = 4
_TOLERATED = 2.0  # of the growth of the size


def cost(name: str, size: int) -> dict[str, float]:
    """Lint and fix one shape in this process; return the seconds of each step by name, and the size in KB."""
    from awesome_lint import engine
    from awesome_lint.errors import UserError
    from awesome_lint.parse import parse
    from awesome_lint.rulebook import load, rule_groups
    from awesome_lint.source import Source

    text = SHAPES[name](size)
    rules = [load(rule)() for rule in rule_groups()]
    steps: dict[str, float] = {"KB": len(text) / 1000}
    started = time.process_time()
    try:
        doc = parse(Source(text, "README.md"))
        steps["parse"] = time.process_time() - started
        for rule in rules:
            started = time.process_time()
            engine.lint([doc], [rule])
            steps[rule.name] = time.process_time() - started
        started = time.process_time()
        engine.fix(doc, rules)
        steps["fix"] = time.process_time() - started
    except UserError as error:
        steps[f"({error.title})"] = 0
    return steps


def in_child(name: str, size: int, limit: float) -> dict[str, float] | str:
    """Return what `cost` returns, measured in a process of its own, or what went wrong."""
    try:
        command = [sys.executable, __file__, "--child", name, str(size)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"more than {limit:g} s"
    if run.returncode:
        return run.stderr.strip().splitlines()[-1]
    steps: dict[str, float] = json.loads(run.stdout)
    return steps


def compare(name: str, size: int, limit: float) -> None:
    """Print what grows faster than the input, or raises, for one shape."""
    few, many = in_child(name, size, limit), in_child(name, _GROWTH * size, limit)
    if isinstance(few, str) or isinstance(many, str):
        print(f"{name}: {few if isinstance(few, str) else many}", flush=True)
        return
    total = sum(many.values()) - many["KB"]
    print(f"{name}: {many['KB']:.0f} KB, {total:.2f} s", flush=True)
    for step, seconds in many.items():
        before = max(few.get(step, 0), 0.01)
        if step != "KB" and (seconds > _TOLERATED * _GROWTH * before or step.startswith("(")):
            print(f"    {step}: {few.get(step, 0):.2f} s, then {seconds:.2f} s")


def main() -> int:
    """Compare the shapes named, or all; return 0."""
    parser = argparse.ArgumentParser(description="Measure how time grows with pathological input.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--size", type=int, default=5000, help="parts at the first size (default: 5000)")
    parser.add_argument("--limit", type=float, default=120, help="seconds for one run (default: 120)")
    parser.add_argument("--child", nargs=2, metavar=("NAME", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        json.dump(cost(options.child[0], int(options.child[1])), sys.stdout)
        return 0
    for name in options.names or SHAPES:
        compare(name, options.size, options.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
