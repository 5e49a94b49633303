"""Allen's relations and distances taken apart into what the solver understands: one target below one source.

A `Part` says ``target <= source + weight``, or ``target <= step.up(source)``. What a set of relations allows is
an alternative of several conjunctions of parts; those that need only one are the convex relations.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable

import attrs

from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, Point
from timeline.model.steps import AtLeast, AtMost
from timeline.times import ALL_RELATIONS, BusinessDays, Duration, Relation
from timeline.times.distance import Distance

__all__ = ["Part", "alternatives", "lasting_parts", "negated_alternatives"]

PAIRS = ((End.START, End.START), (End.START, End.END), (End.END, End.START), (End.END, End.END))
SIGN_RANGES = ((-1, -1), (-1, 0), (0, 0), (0, 1), (1, 1), (-1, 1))


@attrs.frozen
class Part:
    """The target comes no later than the source moved by a weight or by a calendar step."""

    source: Point
    target: Point
    weight: int
    step: AtLeast | AtMost | None = None


def alternatives(constraint: Constraint, zone: str) -> tuple[tuple[Part, ...], ...]:
    """Return the conjunctions of parts of which one must hold, for a constraint said in a zone.

    >>> (parts,) = alternatives(AllenConstraint("a", "b", relations=frozenset({Relation.BEFORE})), "UTC")
    >>> print(parts[0].target, "<=", parts[0].source, parts[0].weight)
    the end of a <= the start of b -1
    """
    if isinstance(constraint, AllenConstraint):
        return _allen(constraint.first, constraint.second, constraint.relations)
    if isinstance(constraint, MetricConstraint):
        return (_apart(constraint.first, constraint.second, constraint.distance, zone),)
    near = Distance(at_most=constraint.at_most)
    return (
        (
            *_gap(constraint.first, constraint.second, near, zone),
            *_gap(constraint.second, constraint.first, near, zone),
        ),
    )


def negated_alternatives(constraint: Constraint, zone: str) -> tuple[tuple[Part, ...], ...]:
    """Return what must hold where a constraint does not; nothing at all where it cannot fail.

    >>> distance = Distance(at_most=Duration(5))
    >>> ((part,),) = negated_alternatives(MetricConstraint(Point("a", End.END), Point("b", End.START), distance=distance), "UTC")
    >>> print(part.target, "<=", part.source, part.weight)
    the end of a <= the start of b -6
    """
    if isinstance(constraint, AllenConstraint):
        rest = ALL_RELATIONS - constraint.relations
        return _allen(constraint.first, constraint.second, rest) if rest else ()
    if isinstance(constraint, MetricConstraint):
        return tuple(
            _apart(constraint.first, constraint.second, other, zone)
            for other in _outside(constraint.distance)
        )
    far = Distance(more_than=constraint.at_most)
    return (
        _gap(constraint.first, constraint.second, far, zone),
        _gap(constraint.second, constraint.first, far, zone),
    )


def _gap(first: str, second: str, distance: Distance, zone: str) -> tuple[Part, ...]:
    return _apart(Point(first, End.END), Point(second, End.START), distance, zone)


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


def lasting_parts(event: str, distance: Distance, zone: str) -> tuple[Part, ...]:
    """Return the parts that say how long an event lasted.

    An event is half-open, and so is its length in days: from its first day to the day on which it is over for a
    lower limit, from the day before it to its last day for an upper one. All of 10 August lasts exactly a day.
    Of business days it has those that lie in the same stretches: from Friday to Monday, two.
    """
    start, end = Point(event, End.START), Point(event, End.END)
    low, high = distance.low, distance.high
    if isinstance(low, BusinessDays):
        count = low.count + (distance.more_than is not None)
        step = AtMost(attrs.evolve(low, count=-count), zone)
        enough: Iterable[Part] = (Part(end, start, step.weight, step),)
    else:
        enough = _no_less(start, end, distance, zone, (0, 0))
    if isinstance(high, BusinessDays):
        count = high.count + (distance.less_than is None)
        step = AtMost(attrs.evolve(high, count=count), zone, nearer=1, source_back=1, target_back=1)
        return (*enough, Part(start, end, step.weight, step))
    return (*enough, *_no_more(start, end, distance, zone, (1, 1)))


def _apart(first: Point, second: Point, distance: Distance, zone: str) -> tuple[Part, ...]:
    backs = (int(first.end is End.END), int(second.end is End.END))
    return (*_no_less(first, second, distance, zone, backs), *_no_more(first, second, distance, zone, backs))


def _no_less(
    first: Point, second: Point, distance: Distance, zone: str, backs: tuple[int, int]
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
    first: Point, second: Point, distance: Distance, zone: str, backs: tuple[int, int]
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


def _allen(first: str, second: str, relations: frozenset[Relation]) -> tuple[tuple[Part, ...], ...]:
    return tuple(
        tuple(part for comparison in piece for part in _compared(first, second, comparison))
        for piece in _pieces(relations)
    )


def _compared(first: str, second: str, comparison: Comparison) -> Iterable[Part]:
    pair, low, high = comparison
    left, right = Point(first, PAIRS[pair][0]), Point(second, PAIRS[pair][1])
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
