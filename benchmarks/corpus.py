"""`python benchmarks/corpus.py --corpus FOLDER`: what linting a folder of lists costs on one core and on more.

Whole runs of `python -I -m awesome_lint FOLDER` take turns on one core and on `--cores`; of each figure the least of
several runs is printed. The package has to be installed; Linux only, where a process can be held to some cores.
"""

import argparse
import sys

from measure import LINT, Cost, cheapest, measure


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure what several cores gain on a folder of lists.")
    parser.add_argument("--corpus", required=True, metavar="FOLDER", help="a folder of lists")
    parser.add_argument("--cores", type=int, default=2, help="as many as are compared with one (default: 2)")
    parser.add_argument("--runs", type=int, default=3, help="measured runs on each (default: 3)")
    options = parser.parse_args(argv)
    costs: dict[int, list[Cost]] = {1: [], options.cores: []}
    for _ in range(options.runs):
        for cores, measured in costs.items():
            measured.append(measure([*LINT, options.corpus], cores=cores))
    print(f"{'cores':>6}{'wall s':>10}{'cpu s':>10}{'MiB':>10}")
    least = {cores: cheapest(measured) for cores, measured in costs.items()}
    for cores, cost in least.items():
        print(f"{cores:>6}{cost.wall:>10.2f}{cost.cpu:>10.2f}{cost.memory:>10.0f}")
    print(f"{options.cores} cores are {least[1].wall / least[options.cores].wall:.2f} times as fast as one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
