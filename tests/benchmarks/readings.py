"""How fast readings are chosen: ``python -m tests.benchmarks.readings [EVENTS]``, 10,000 by default.

300 claims of two to four readings; the likeliest reading of 50 of them is years off. Everything is proved: that no combination
is likelier, that the next ones are the next, and why each reading that does not stand is in no combination.
"""

from __future__ import annotations

import sys
from itertools import islice, pairwise
from time import process_time

from tests.benchmarks.solver import Maker
from timeline.solver import Refutation, Selection, exclusions, possible, solutions, solve

CLAIMS, WRONG, NEXT, TOLD = 300, 50, 10, 20


def main(events: int) -> None:
    maker = Maker(events)
    maker.plant_claims(CLAIMS, WRONG)
    problem = maker.problem()
    start = process_time()
    first = solve(problem)
    assert isinstance(first, Selection)
    print(
        f"{events:,} events, {CLAIMS} claims of two to four readings, {WRONG} of which matter; processor seconds"
    )
    print(f"likeliest combination, cost {first.cost}: {process_time() - start:.2f}")
    start = process_time()
    costs = [found.cost for found in islice(solutions(problem), NEXT)]
    assert all(one <= two for one, two in pairwise(costs))
    print(f"{len(costs)} likeliest, costs {costs[0]} to {costs[-1]}: {process_time() - start:.2f}")
    start = process_time()
    stand = possible(problem)
    assert not isinstance(stand, Refutation)
    print(f"the readings that stand: {process_time() - start:.2f}")
    start = process_time()
    excluded = exclusions(problem, stand)
    told = [excluded[option] for option in islice(excluded, TOLD)]
    print(f"why {len(told)} of {len(excluded)} others do not, irreducibly: {process_time() - start:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
