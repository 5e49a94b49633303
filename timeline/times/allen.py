"""Allen's thirteen relations between two intervals: exactly one holds for any two.

Names are OWL-Time's (``time:intervalMetBy`` is MET_BY); TimeML's are given as data. A set of relations is
a `frozenset`; inside, a bit mask. Source: J. F. Allen, "Maintaining knowledge about temporal intervals", 1983.
"""

from __future__ import annotations

import enum
import functools
import itertools
from collections.abc import Iterable

from timeline.errors import WrongTypeError
from timeline.times.interval import Interval

__all__ = ["ALL_RELATIONS", "OWL_TIME", "TIMEML", "Relation", "compose", "inverse", "relation_between"]


class Relation(enum.Enum):
    """One of the thirteen relations, by the name that OWL-Time gives it.

    >>> Relation.MEETS.inverse
    <Relation.MET_BY: 'met_by'>
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished_by"
    CONTAINS = "contains"
    STARTED_BY = "started_by"
    OVERLAPPED_BY = "overlapped_by"
    MET_BY = "met_by"
    AFTER = "after"

    @property
    def inverse(self) -> Relation:
        """The relation that holds the other way round; the inverse of the inverse is the relation.

        >>> Relation.EQUALS.inverse is Relation.EQUALS
        True
        """
        return ORDER[-1 - ORDER.index(self)]

    @property
    def signs(self) -> tuple[int, int, int, int]:
        """How the ends compare: start with start, start with end, end with start, end with end; -1, 0 or 1.

        >>> Relation.MEETS.signs
        (-1, -1, 0, -1)
        """
        return SIGNS[self]


ORDER = tuple(Relation)
ALL_RELATIONS = frozenset(Relation)

SIGNS = {
    Relation.BEFORE: (-1, -1, -1, -1),
    Relation.MEETS: (-1, -1, 0, -1),
    Relation.OVERLAPS: (-1, -1, 1, -1),
    Relation.STARTS: (0, -1, 1, -1),
    Relation.DURING: (1, -1, 1, -1),
    Relation.FINISHES: (1, -1, 1, 0),
    Relation.EQUALS: (0, -1, 1, 0),
    Relation.FINISHED_BY: (-1, -1, 1, 0),
    Relation.CONTAINS: (-1, -1, 1, 1),
    Relation.STARTED_BY: (0, -1, 1, 1),
    Relation.OVERLAPPED_BY: (1, -1, 1, 1),
    Relation.MET_BY: (1, 0, 1, 1),
    Relation.AFTER: (1, 1, 1, 1),
}
BY_SIGNS = {signs: relation for relation, signs in SIGNS.items()}

OWL_TIME = {
    relation: "interval" + "".join(part.capitalize() for part in relation.value.split("_"))
    for relation in Relation
}
"""OWL-Time's property names (W3C, "Time Ontology in OWL"), without their prefix."""

TIMEML = {
    "BEFORE": Relation.BEFORE,
    "AFTER": Relation.AFTER,
    "IBEFORE": Relation.MEETS,
    "IAFTER": Relation.MET_BY,
    "INCLUDES": Relation.CONTAINS,
    "IS_INCLUDED": Relation.DURING,
    "BEGINS": Relation.STARTS,
    "BEGUN_BY": Relation.STARTED_BY,
    "ENDS": Relation.FINISHES,
    "ENDED_BY": Relation.FINISHED_BY,
    "SIMULTANEOUS": Relation.EQUALS,
    "IDENTITY": Relation.EQUALS,
}
"""TimeML 1.2.1's TLINK types; it has no word for an overlap, and DURING has two readings, so neither is here."""


def relation_between(one: Interval, two: Interval) -> Relation:
    """Return the one relation that holds between two intervals, both closed by instants.

    >>> from timeline.times.instant import Instant
    >>> relation_between(Interval(Instant(0), Instant(2)), Interval(Instant(2), Instant(5)))
    <Relation.MEETS: 'meets'>
    """
    sides = (one.start, one.end, two.start, two.end)
    known = [side.microseconds for side in sides if side is not None]
    if len(known) < 4:
        raise WrongTypeError(
            "an interval with an open side has no single relation", hint="use Timeline.relation"
        )
    start, end, other_start, other_end = known
    pairs = ((start, other_start), (start, other_end), (end, other_start), (end, other_end))
    one_sign, two_sign, three_sign, four_sign = ((left > right) - (left < right) for left, right in pairs)
    return BY_SIGNS[one_sign, two_sign, three_sign, four_sign]


def inverse(relations: Iterable[Relation]) -> frozenset[Relation]:
    """Return the set of relations that holds the other way round.

    >>> sorted(relation.value for relation in inverse({Relation.BEFORE, Relation.STARTS}))
    ['after', 'started_by']
    """
    return frozenset(relation.inverse for relation in relations)


def compose(first: Iterable[Relation], second: Iterable[Relation]) -> frozenset[Relation]:
    """Return the relations that can hold between a and c, when those sets hold between a, b and b, c.

    >>> compose({Relation.BEFORE}, {Relation.MEETS})
    frozenset({<Relation.BEFORE: 'before'>})
    """
    second = tuple(second)
    found: set[Relation] = set()
    for one in first:
        for two in second:
            found |= _composed(one, two)
    return frozenset(found)


@functools.cache
def _composed(one: Relation, two: Relation) -> frozenset[Relation]:
    """Look at every order in which the six ends can fall.

    The middle interval leaves room for all four other ends before it, inside it and after it.
    """
    places = list(itertools.combinations(range(14), 2))
    lefts = [place for place in places if BY_SIGNS[_signs(place, MIDDLE)] is one]
    rights = [place for place in places if BY_SIGNS[_signs(MIDDLE, place)] is two]
    return frozenset(BY_SIGNS[_signs(left, right)] for left in lefts for right in rights)


MIDDLE = (4, 9)


def _signs(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int, int, int]:
    """Compare the ends of two intervals given as numbers."""
    a, b, c, d = ((left > right) - (left < right) for left in one for right in two)
    return a, b, c, d
