"""Allen's thirteen relations as bits, with the tables that reasoning about sets of them needs.

Everything here is worked out from the order of four numbers; nothing is copied from a printed table. A set of
relations is a mask of thirteen bits. The relations are numbered in the order of `SIGNS`: how the ends of one
interval compare with those of another, start with start, start with end, end with start, end with end.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import combinations, product
from typing import Final, TypeVar

import attrs

from timeline.solver.bits import members

__all__ = [
    "COUNT",
    "EQUAL",
    "EVERY",
    "INVERSES",
    "NUMBERS",
    "SIGNS",
    "Algebra",
    "algebra",
    "composed",
    "compositions",
    "freedom",
    "inverse",
    "signs_of",
    "tractable",
]

Signs = tuple[int, int, int, int]
Place = TypeVar("Place", int, tuple[int, int])


def signs_of(one: Sequence[Place], two: Sequence[Place]) -> Signs:
    """Return how the ends of two intervals compare, -1, 0 or 1 for each of the four pairs."""
    a, b, c, d = ((left > right) - (left < right) for left in one for right in two)
    return a, b, c, d


_PLACES = tuple(combinations(range(14), 2))
_MIDDLE = (4, 9)
"""It leaves room for all four other ends before it, inside it and after it."""

SIGNS: Final = tuple(sorted({signs_of(place, _MIDDLE) for place in _PLACES}))
COUNT: Final = len(SIGNS)
EVERY: Final = (1 << COUNT) - 1
NUMBERS: Final = {signs: number for number, signs in enumerate(SIGNS)}
INVERSES: Final = tuple(NUMBERS[-a, -c, -b, -d] for a, b, c, d in SIGNS)
EQUAL: Final = NUMBERS[0, -1, 1, 0]


def inverse(mask: int) -> int:
    """Return the set of relations that holds the other way round.

    >>> inverse(inverse(0b1011)) == 0b1011
    True
    """
    return sum(1 << INVERSES[number] for number in members(mask))


@cache
def compositions() -> tuple[tuple[int, ...], ...]:
    """Return for each two relations the set of those that can hold across a third interval between them."""
    lefts = [[place for place in _PLACES if signs_of(place, _MIDDLE) == signs] for signs in SIGNS]
    rights = [[place for place in _PLACES if signs_of(_MIDDLE, place) == signs] for signs in SIGNS]

    def across(one: int, two: int) -> int:
        pairs = product(lefts[one], rights[two])
        return sum(1 << number for number in {NUMBERS[signs_of(left, right)] for left, right in pairs})

    return tuple(tuple(across(one, two) for two in range(COUNT)) for one in range(COUNT))


def composed(one: int, two: int) -> int:
    """Return the composition of two sets of relations.

    >>> before = 1 << NUMBERS[-1, -1, -1, -1]
    >>> composed(before, before) == before, composed(before, EVERY) == EVERY
    (True, True)
    """
    table, found = compositions(), 0
    for left in members(one):
        for right in members(two):
            found |= table[left][right]
    return found


@cache
def tractable() -> frozenset[int]:
    """Return the 867 sets for which path consistency decides, the largest such class that holds all relations.

    They are the sets that clauses over the four ends can say, of which at most one part is an order or an equation and
    all others deny an equation (B. Nebel and H.-J. Bürckert, "Reasoning about temporal relations: a maximal
    tractable subclass of Allen's interval algebra", 1995).

    >>> len(tractable())
    867
    """
    clauses = {
        sum(1 << number for number, signs in enumerate(SIGNS) if _fits(signs, asserted, denied))
        for asserted in (None, *product(range(4), ((-1, 0), (0, 1), (0,))))
        for denied in product((False, True), repeat=4)
    }
    found = {EVERY}
    for clause in clauses:
        found |= {clause & known for known in found}
    return frozenset(found - {0})


def _fits(signs: Signs, asserted: tuple[int, tuple[int, ...]] | None, denied: tuple[bool, ...]) -> bool:
    """Return whether a relation makes a clause true: a pair of ends with its allowed signs, or an equation that it denies."""
    if asserted is not None and signs[asserted[0]] in asserted[1]:
        return True
    return any(deny and sign != 0 for deny, sign in zip(denied, signs, strict=True))


@cache
def freedom(mask: int) -> int:
    """Return how little a set says: the sizes of its compositions with each relation, added up."""
    return sum(composed(mask, 1 << number).bit_count() for number in range(COUNT))


@attrs.frozen(eq=False)
class Algebra:
    """The tables in flat columns, for the hot loops; those that take long are filled as far as they are needed."""

    equal: int
    singles: array[int]
    """The compositions of single relations, row by row."""

    inverses: array[int]
    sizes: array[int]
    easy: array[int]
    """Which sets are tractable."""

    parts: array[int]
    """The largest tractable part of each set; 0 where nobody asked yet."""

    ranks: array[int]
    """How little each set says, as `freedom` counts it; 0 where nobody asked yet."""

    low: array[int]
    high: array[int]
    """The compositions of each set with sets of the first seven relations, and of the others, where its rank is known."""


@cache
def algebra() -> Algebra:
    """Return the one algebra that all networks share."""
    sets = range(EVERY + 1)
    inverses = array("H", [0]) * len(sets)
    for mask in sets[1:]:
        lowest = mask & -mask
        inverses[mask] = inverses[mask ^ lowest] | 1 << INVERSES[lowest.bit_length() - 1]
    easy = tractable()
    return Algebra(
        equal=1 << EQUAL,
        singles=array("H", [mask for row in compositions() for mask in row]),
        inverses=inverses,
        sizes=array("B", [mask.bit_count() for mask in sets]),
        easy=array("B", [mask in easy for mask in sets]),
        parts=array("H", [0]) * len(sets),
        ranks=array("H", [0]) * len(sets),
        low=array("H", [0]) * (len(sets) << 7),
        high=array("H", [0]) * (len(sets) << 6),
    )
