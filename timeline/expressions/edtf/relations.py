"""How two EDTF values can lie to each other: the relations of Allen that some completion of both allows.

A value is a few alternatives, each a `Box`: a range for its start and a range for its end. Whether a relation can
hold between two boxes is decided exactly, by placing the four ends in the relation's order as early as they go.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import NamedTuple

from timeline.times.allen import BY_SIGNS, Relation
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = [
    "ALWAYS",
    "EVER_SINCE",
    "EXACT_PAIRS",
    "FOR_EVER",
    "Box",
    "Truth",
    "every",
    "hull",
    "judge",
    "possible_relations",
    "some",
]

EVER_SINCE = -(10**29) * MICROSECONDS_PER_DAY
FOR_EVER = 10**29 * MICROSECONDS_PER_DAY
"""Earlier and later than any microsecond that `limits.YEAR_DIGITS` lets be written."""

EXACT_PAIRS = 20_000
"""More pairs of alternatives than this are joined into one box: the answer is then a superset, never too small."""


class Truth(enum.Enum):
    """An answer about values that are not wholly known; it has no truth value of its own, so `if` refuses it.

    >>> Truth.YES & Truth.MAYBE, ~Truth.NO
    (<Truth.MAYBE: 'maybe'>, <Truth.YES: 'yes'>)
    """

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"

    def __bool__(self) -> bool:
        from timeline.errors import WrongTypeError  # noqa: PLC0415  # only told to those who err

        raise WrongTypeError("an answer can be yes, no or maybe", hint="compare it: `answer is Truth.YES`")

    def __and__(self, other: Truth) -> Truth:
        return every((self, other))

    def __or__(self, other: Truth) -> Truth:
        return some((self, other))

    def __invert__(self) -> Truth:
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.MAYBE)


def every(answers: Iterable[Truth]) -> Truth:
    """Return YES where all answers are YES, and NO where one is NO.

    >>> every([Truth.YES, Truth.NO, Truth.MAYBE])
    <Truth.NO: 'no'>
    """
    found = tuple(answers)
    if Truth.NO in found:
        return Truth.NO
    return Truth.MAYBE if Truth.MAYBE in found else Truth.YES


def some(answers: Iterable[Truth]) -> Truth:
    """Return YES where one answer is YES, and NO where all are NO.

    >>> some([Truth.NO, Truth.MAYBE])
    <Truth.MAYBE: 'maybe'>
    """
    return ~every(~answer for answer in answers)


class Box(NamedTuple):
    """A start and an end, each at one microsecond or somewhere in a range of days; the start comes first.

    Where a range is more than one place, its sides, both included, are beginnings of days, and so is what it means.
    """

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int

    @property
    def is_known(self) -> bool:
        """Whether start and end have one place each."""
        return self.earliest_start == self.latest_start and self.earliest_end == self.latest_end


ALWAYS = Box(EVER_SINCE, FOR_EVER, EVER_SINCE, FOR_EVER)

START, END, OTHER_START, OTHER_END = range(4)
FORWARD = {
    Relation.BEFORE: ((START,), (END,), (OTHER_START,), (OTHER_END,)),
    Relation.MEETS: ((START,), (END, OTHER_START), (OTHER_END,)),
    Relation.OVERLAPS: ((START,), (OTHER_START,), (END,), (OTHER_END,)),
    Relation.STARTS: ((START, OTHER_START), (END,), (OTHER_END,)),
    Relation.DURING: ((OTHER_START,), (START,), (END,), (OTHER_END,)),
    Relation.FINISHES: ((OTHER_START,), (START,), (END, OTHER_END)),
    Relation.EQUALS: ((START, OTHER_START), (END, OTHER_END)),
}
ORDERS = FORWARD | {
    relation.inverse: tuple(tuple((end + 2) % 4 for end in place) for place in places)
    for relation, places in FORWARD.items()
    if relation is not Relation.EQUALS
}
"""In which order the four ends come, for each relation; ends in one place coincide."""


def possible_relations(ones: tuple[Box, ...], others: tuple[Box, ...]) -> frozenset[Relation]:
    """Return every relation that can hold between one alternative of each.

    >>> day, next_day = Box(0, 0, 1, 1), Box(1, 1, 2, 2)
    >>> possible_relations((day,), (next_day,))
    frozenset({<Relation.MEETS: 'meets'>})
    """
    if len(ones) * len(others) > EXACT_PAIRS:
        ones, others = ((hull(ones),), others) if len(ones) >= len(others) else (ones, (hull(others),))
    found: set[Relation] = set()
    for one in ones:
        for other in others:
            if one.is_known and other.is_known:
                found.add(_relation(one, other))
            else:
                missing = [relation for relation in Relation if relation not in found]
                found.update(relation for relation in missing if _can_hold(relation, one, other))
    return frozenset(found)


def _relation(one: Box, other: Box) -> Relation:
    pairs = (
        (one.earliest_start, other.earliest_start),
        (one.earliest_start, other.latest_end),
        (one.latest_end, other.earliest_start),
        (one.latest_end, other.latest_end),
    )
    a, b, c, d = ((left > right) - (left < right) for left, right in pairs)
    return BY_SIGNS[a, b, c, d]


def _can_hold(relation: Relation, one: Box, other: Box) -> bool:
    lows = (one.earliest_start, one.earliest_end, other.earliest_start, other.earliest_end)
    highs = (one.latest_start, one.latest_end, other.latest_start, other.latest_end)
    reached: int | None = None
    for place in ORDERS[relation]:
        low, high = max(lows[end] for end in place), min(highs[end] for end in place)
        if reached is not None and low <= reached:
            low = reached + 1
        if any(lows[end] < highs[end] for end in place):
            low += -low % MICROSECONDS_PER_DAY  # an end that is not known lies between two days
        if low > high:
            return False
        reached = low
    return True


def hull(boxes: tuple[Box, ...]) -> Box:
    """Return the tightest box that allows whatever one of several allows.

    >>> hull((Box(0, 1, 5, 6), Box(3, 4, 4, 9)))
    Box(earliest_start=0, latest_start=4, earliest_end=4, latest_end=9)
    """
    return Box(
        min(box.earliest_start for box in boxes),
        max(box.latest_start for box in boxes),
        min(box.earliest_end for box in boxes),
        max(box.latest_end for box in boxes),
    )


def judge(possible: frozenset[Relation], wanted: frozenset[Relation]) -> Truth:
    """Return whether the relation is surely, surely not, or perhaps one of those wanted.

    >>> judge(frozenset({Relation.MEETS}), frozenset({Relation.MEETS, Relation.BEFORE}))
    <Truth.YES: 'yes'>
    """
    if possible <= wanted:
        return Truth.YES
    return Truth.MAYBE if possible & wanted else Truth.NO
