"""Allen's relations and distances taken apart into what the solver understands: one target below one source.

A `Part` says ``target <= source + weight``, or ``target <= step.up(source)``. What a set of relations allows is
an alternative of several conjunctions of parts; those that need only one are the convex relations.

Parts speak of no event by its name: they are about the four ends of the two events of a constraint, by number. So what
thousands of constraints have in common, their `Shape`, is taken apart once.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint
from timeline.model.steps import AtLeast, AtMost
from timeline.times import ALL_RELATIONS, BusinessDays, Duration, Relation
from timeline.times.distance import Amount, Distance

__all__ = [
    "Part",
    "Pieces",
    "Shape",
    "alternatives",
    "lasting_parts",
    "negated_alternatives",
    "pieces_of",
    "shape_of",
]

END = End.END
PAIRS = ((0, 2), (0, 3), (1, 2), (1, 3))
SIGN_RANGES = ((-1, -1), (-1, 0), (0, 0), (0, 1), (1, 1), (-1, 1))


@attrs.frozen
class Part:
    """One end comes no later than another one moved by a weight or by a calendar step.

    Ends are 0 and 1, the start and the end of the first event, and 2 and 3, those of the second.
    """

    source: int
    target: int
    weight: int
    step: AtLeast | AtMost | None = None

    def most(self, source: int) -> int:
        """Return the latest target that a source allows."""
        return source + self.weight if self.step is None else self.step.up(source)


Pieces: TypeAlias = tuple[tuple[Part, ...], ...]
"""Conjunctions of parts of which one must hold."""

Shape: TypeAlias = frozenset[Relation] | tuple[int, int, Distance] | Amount
"""What a constraint says, but for the events: relations, from which end to which how far, or how near."""


def shape_of(constraint: Constraint) -> Shape:
    """Return what a constraint says, whichever events it says it of.

    >>> from timeline.constraints import NearnessConstraint
    >>> print(shape_of(NearnessConstraint("a", "b", at_most=Duration.of(minutes=5))))
    PT5M
    """
    if isinstance(constraint, AllenConstraint):
        return constraint.relations
    if isinstance(constraint, MetricConstraint):
        first, second = constraint.first.end is END, constraint.second.end is END
        return (int(first), 2 + second, constraint.distance)
    return constraint.at_most


def pieces_of(shape: Shape, zone: str) -> Pieces:
    """Return the conjunctions of parts of which one must hold, for what is said in a zone.

    >>> ((part,),) = pieces_of(frozenset({Relation.BEFORE}), "UTC")
    >>> print(part.target, "<=", part.source, part.weight)  # the end of the first comes before the start of the second
    1 <= 2 -1
    """
    if isinstance(shape, frozenset):
        return _allen(shape)
    if isinstance(shape, tuple):
        return (_apart(*shape, zone),)
    near = Distance(at_most=shape)
    return ((*_apart(1, 2, near, zone), *_apart(3, 0, near, zone)),)


def alternatives(constraint: Constraint, zone: str) -> Pieces:
    """Return the conjunctions of parts of which one must hold, for a constraint said in a zone.

    >>> (parts,) = alternatives(AllenConstraint("a", "b", relations=frozenset({Relation.MEETS})), "UTC")
    >>> [(part.target, part.source, part.weight) for part in parts]
    [(1, 2, 0), (2, 1, 0)]
    """
    return pieces_of(shape_of(constraint), zone)


def negated_alternatives(constraint: Constraint, zone: str) -> Pieces:
    """Return what must hold where a constraint does not; nothing at all where it cannot fail.

    >>> from timeline.constraints import Point
    >>> distance = Distance(at_most=Duration(5))
    >>> ((part,),) = negated_alternatives(MetricConstraint(Point("a", End.END), Point("b", End.START), distance=distance), "UTC")
    >>> print(part.target, "<=", part.source, part.weight)
    1 <= 2 -6
    """
    shape = shape_of(constraint)
    if isinstance(shape, frozenset):
        rest = ALL_RELATIONS - shape
        return _allen(rest) if rest else ()
    if isinstance(shape, tuple):
        first, second, distance = shape
        return tuple(_apart(first, second, other, zone) for other in _outside(distance))
    far = Distance(more_than=shape)
    return (_apart(1, 2, far, zone), _apart(3, 0, far, zone))


def _outside(distance: Distance) -> tuple[Distance, ...]:
    """Return the distances of what is too near and of what is too far."""
    found = []
    if distance.at_least is not None:
        found.append(Distance(less_than=distance.at_least))
    if distance.more_than is not None:
        found.append(Distance(at_most=distance.more_than))
    if distance.at_most is not None:
        found.append(Distance(more_than=distance.at_most))
    if distance.less_than is not None:
        found.append(Distance(at_least=distance.less_than))
    return tuple(found)


def lasting_parts(distance: Distance, zone: str) -> tuple[Part, ...]:
    """Return the parts that say how long an event lasted.

    An event is half-open, and so is its length in days: from its first day to the day on which it is over for a
    lower limit, from the day before it to its last day for an upper one. All of 10 August lasts exactly a day.
    Of business days it has those that lie in the same stretches: from Friday to Monday, two.
    """
    low, high = distance.low, distance.high
    if isinstance(low, BusinessDays):
        count = low.count + (distance.more_than is not None)
        step = AtMost(attrs.evolve(low, count=-count), zone)
        enough: Iterable[Part] = (Part(1, 0, step.weight, step),)
    else:
        enough = _no_less(0, 1, distance, zone, (0, 0))
    if isinstance(high, BusinessDays):
        count = high.count + (distance.less_than is None)
        step = AtMost(attrs.evolve(high, count=count), zone, nearer=1, source_back=1, target_back=1)
        return (*enough, Part(0, 1, step.weight, step))
    return (*enough, *_no_more(0, 1, distance, zone, (1, 1)))


def _apart(first: int, second: int, distance: Distance, zone: str) -> tuple[Part, ...]:
    backs = (first % 2, second % 2)
    return (*_no_less(first, second, distance, zone, backs), *_no_more(first, second, distance, zone, backs))


def _no_less(
    first: int, second: int, distance: Distance, zone: str, backs: tuple[int, int]
) -> Iterable[Part]:
    if distance.low is None:
        return
    strict = int(distance.more_than is not None)
    if isinstance(distance.low, Duration):
        yield Part(second, first, -distance.low.microseconds - strict)
    else:
        step = AtLeast(distance.low, zone, further=strict, source_back=backs[1], target_back=backs[0])
        yield Part(second, first, step.weight, step)


def _no_more(
    first: int, second: int, distance: Distance, zone: str, backs: tuple[int, int]
) -> Iterable[Part]:
    if distance.high is None:
        return
    strict = int(distance.less_than is not None)
    if isinstance(distance.high, Duration):
        yield Part(first, second, distance.high.microseconds - strict)
    else:
        step = AtMost(distance.high, zone, nearer=strict, source_back=backs[0], target_back=backs[1])
        yield Part(first, second, step.weight, step)


Comparison = tuple[int, int, int]
"""The number of a pair of ends, and the smallest and largest sign that their difference may have."""


def _allen(relations: frozenset[Relation]) -> Pieces:
    return tuple(
        tuple(part for comparison in piece for part in _compared(comparison)) for piece in _pieces(relations)
    )


def _compared(comparison: Comparison) -> Iterable[Part]:
    pair, low, high = comparison
    left, right = PAIRS[pair]
    if high < 1:
        yield Part(right, left, high)
    if low > -1:
        yield Part(left, right, -low)


@functools.cache
def _pieces(relations: frozenset[Relation]) -> tuple[tuple[Comparison, ...], ...]:
    """Cover a set of relations by as few convex sets as a greedy choice finds, each as comparisons of ends."""
    usable = [(box, found) for box, found in _boxes() if found <= relations]
    left, pieces = set(relations), []
    while left:
        box, found = max(usable, key=lambda candidate: (len(candidate[1] & left), len(candidate[1])))
        pieces.append(_needed(box, found))
        left -= found
    return tuple(pieces)


@functools.cache
def _boxes() -> tuple[tuple[tuple[Comparison, ...], frozenset[Relation]], ...]:
    """List every set of relations that comparisons of the four pairs of ends can say, with the comparisons."""
    boxes: dict[frozenset[Relation], tuple[Comparison, ...]] = {}
    for ranges in itertools.product(SIGN_RANGES, repeat=4):
        box = tuple((pair, low, high) for pair, (low, high) in enumerate(ranges) if (low, high) != (-1, 1))
        found = _allowed(box)
        if found and len(box) < len(boxes.get(found, range(5))):
            boxes[found] = box
    return tuple((box, found) for found, box in boxes.items())


def _allowed(box: tuple[Comparison, ...]) -> frozenset[Relation]:
    return frozenset(
        relation
        for relation in Relation
        if all(low <= relation.signs[pair] <= high for pair, low, high in box)
    )


def _needed(box: tuple[Comparison, ...], found: frozenset[Relation]) -> tuple[Comparison, ...]:
    """Leave out the comparisons that the others imply for proper intervals."""
    for comparison in box:
        rest = tuple(other for other in box if other is not comparison)
        if _allowed(rest) == found:
            return _needed(rest, found)
    return box
