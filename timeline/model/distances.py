"""How far apart two points of a timeline can be: between any two, worked out when somebody asks."""

from __future__ import annotations

import attrs

from timeline.constraints import Point
from timeline.frozen import Record
from timeline.model.examining import Examination
from timeline.model.proofs import proof_of
from timeline.model.statements import Statement
from timeline.times import Duration
from timeline.times.distance import Distance

__all__ = ["Apart", "apart"]


@attrs.frozen
class Apart(Record):
    """How far one point is after another, at least and at most, and which statements say so; None is without limit.

    Lengths less than nothing say that it can be, or is, before the other.
    """

    first: Point
    second: Point
    at_least: Duration | None
    at_most: Duration | None
    least_by: tuple[Statement, ...] = attrs.field(default=(), kw_only=True)
    """The statements that the lower limit rests on: a timeline that says nothing else has the same."""

    most_by: tuple[Statement, ...] = attrs.field(default=(), kw_only=True)

    @property
    def distance(self) -> Distance:
        """The same as a distance, as constraints have one."""
        return Distance(at_least=self.at_least, at_most=self.at_most)


def apart(examination: Examination, first: Point, second: Point) -> Apart:
    """Return how far one point is after another: see `Timeline.distance`."""
    most, most_by = _most(examination, first, second)
    least, least_by = _most(examination, second, first)
    return Apart(first, second, None if least is None else -least, most, least_by=least_by, most_by=most_by)


def _most(
    examination: Examination, first: Point, second: Point
) -> tuple[Duration | None, tuple[Statement, ...]]:
    """Return by how much a point can be after another at most."""
    compiled = examination.compiled
    found = examination.solution.longest(compiled.number(first), compiled.number(second))
    if found is None:
        return None, ()
    value, links = found
    return Duration(value), proof_of(compiled, links, examination.standing, examination.excluded).statements
