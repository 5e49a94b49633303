"""Which sets of Allen's relations can all hold: every order of the ends of four intervals, or z3's word for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations, product

import z3  # type: ignore[import-untyped]  # z3-solver has no types

from timeline.solver.allen_tables import COUNT, SIGNS

Pair = tuple[int, int]
FOUR = tuple(combinations(range(4), 2))


def compared(one: Pair, two: Pair) -> int:
    """Return the number of the one relation that holds."""
    a, b, c, d = ((left > right) - (left < right) for left in one for right in two)
    return SIGNS.index((a, b, c, d))


@cache
def arrangements() -> frozenset[tuple[int, ...]]:
    """Return the relations between the six pairs of four intervals, for every order in which their ends can fall."""
    places = list(combinations(range(8), 2))
    numbers = {(one, two): compared(one, two) for one, two in product(places, repeat=2)}
    return frozenset(
        tuple(numbers[found[one], found[two]] for one, two in FOUR) for found in product(places, repeat=4)
    )


@cache
def _having() -> dict[tuple[Pair, int], int]:
    """Return for each relation of each pair the arrangements that have it, as bits."""
    found: dict[tuple[Pair, int], int] = {}
    for bit, arrangement in enumerate(sorted(arrangements())):
        for key in zip(FOUR, arrangement, strict=True):
            found[key] = found.get(key, 0) | 1 << bit
    return found


def fitting(labels: Mapping[Pair, int]) -> int:
    """Return the arrangements of four intervals that obey labels, as bits."""
    fits = (1 << len(arrangements())) - 1
    for pair, mask in labels.items():
        allowed = 0
        for number in range(COUNT):
            if mask >> number & 1:
                allowed |= _having()[pair, number]
        fits &= allowed
    return fits


def possible_relations(labels: Mapping[Pair, int]) -> dict[Pair, int]:
    """Return which relations of each pair some arrangement of four intervals has."""
    fits, having = fitting(labels), _having()
    return {pair: sum(1 << number for number in range(COUNT) if having[pair, number] & fits) for pair in FOUR}


def by_z3(size: int, labels: Mapping[Pair, int], clauses: Iterable[Iterable[tuple[Pair, int]]] = ()) -> bool:
    """Say whether z3 finds ends for the intervals, such that of no clause all members hold."""
    ends = [(z3.Int(f"s{n}"), z3.Int(f"e{n}")) for n in range(size)]
    solver = z3.SolverFor("QF_IDL")
    solver.add([start < end for start, end in ends])
    solver.add([_allowed(ends, pair, mask) for pair, mask in labels.items()])
    solver.add([z3.Not(z3.And([_allowed(ends, pair, mask) for pair, mask in clause])) for clause in clauses])
    return bool(solver.check() == z3.sat)


def _allowed(ends: list[tuple[z3.Int, z3.Int]], pair: Pair, mask: int) -> z3.Or:
    pairs = [(left, right) for left in ends[pair[0]] for right in ends[pair[1]]]
    relations = (signs for number, signs in enumerate(SIGNS) if mask >> number & 1)
    return z3.Or([z3.And(list(map(_compared, pairs, signs))) for signs in relations])


def _compared(ends: tuple[z3.Int, z3.Int], sign: int) -> z3.Bool:
    left, right = ends
    return left < right if sign < 0 else left > right if sign else left == right
