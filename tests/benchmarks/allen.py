"""How fast networks of Allen's relations are decided: ``python tests/benchmarks/allen.py [NETWORKS]``.

The networks are random ones of the model A(n, d, l): n intervals, each in a relation with d others on average, of l
of the thirteen on average (B. Nebel, 1997). With d = 9.5 and l = 6.5 about half of them can hold, which is where they are hardest.
"""

from __future__ import annotations

import sys
from random import Random
from statistics import mean, median
from time import process_time

from timeline.solver.allen_network import AllenNetwork, Pair
from timeline.solver.allen_tables import COUNT, EVERY

SHAPES = ((20, 8.0), (30, 9.0), (50, 6.0), (50, 9.5), (80, 9.5), (100, 9.5))
LABEL = 6.5


def random_network(intervals: int, degree: float, label: float, seed: int) -> AllenNetwork:
    """Return a network of the model A; an empty set is drawn again."""
    random = Random(seed)
    labels: dict[Pair, int] = {}
    for one in range(intervals):
        for two in range(one + 1, intervals):
            if random.random() < degree / (intervals - 1):
                mask = 0
                while not mask:
                    mask = sum(1 << number for number in range(COUNT) if random.random() < label / COUNT)
                if mask != EVERY:
                    labels[one, two] = mask
    return AllenNetwork(intervals, labels)


def row(intervals: int, degree: float, networks: int) -> str:
    closing, deciding, consistent = [], [], 0
    for seed in range(networks):
        network = random_network(intervals, degree, LABEL, seed)
        start = process_time()
        network.closed()
        middle = process_time()
        consistent += network.scenario() is not None
        closing.append((middle - start) * 1e3)
        deciding.append((process_time() - middle) * 1e3)
    times = f"{median(closing):>9.1f} {median(deciding):>9.1f} {mean(deciding):>9.1f} {max(deciding):>9.1f}"
    return f"{f'A({intervals}, {degree:g}, {LABEL:g})':<16} {consistent:>5}/{networks:<5} {times}"


def main(networks: int) -> None:
    random_network(50, 6, LABEL, 0).scenario()  # the tables are made once
    print(
        "milliseconds of processor time to make path-consistent (median), and to decide (median, mean, longest)"
    )
    print(f"{'model':<16} {'consistent':>11} {'closed':>9} {'decided':>9} {'mean':>9} {'longest':>9}")
    for intervals, degree in SHAPES:
        print(row(intervals, degree, networks), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
