"""Constraints as lines of the small language of `timeline.ordering`, where it has words for them."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.constraints import PRECEDES, AllenConstraint, Constraint, MetricConstraint, NearnessConstraint
from timeline.errors import TimelineError
from timeline.expressions.conventions import Conventions
from timeline.ordering import FOLLOWS, parse_constraint

__all__ = ["order_line"]


def order_line(constraint: Constraint, conventions: Conventions) -> str | None:
    """Return a line that is read back as a constraint, without its source; None where no line is.

    >>> from timeline.events import Event
    >>> from timeline.expressions.conventions import DEFAULT
    >>> order_line(Event("treaty").precedes("combat"), DEFAULT)
    'treaty < combat'
    """
    if isinstance(constraint, AllenConstraint):
        sign = {PRECEDES: "<", FOLLOWS: ">"}.get(constraint.relations)
        return f"{constraint.first} {sign} {constraint.second}" if sign else str(constraint)
    lines = (*_short_lines(constraint), str(constraint))
    return next((line for line in lines if _is_read_back(line, constraint, conventions)), None)


def _short_lines(constraint: MetricConstraint | NearnessConstraint) -> Iterable[str]:
    """Return a line without the ends, which the reader takes to be the ones that face each other."""
    if isinstance(constraint, MetricConstraint):
        length = constraint.says or constraint.distance
        yield f"{constraint.second.event} {length} after {constraint.first.event}"


def _is_read_back(line: str, constraint: Constraint, conventions: Conventions) -> bool:
    try:
        read = parse_constraint(
            line,
            events=constraint.events,
            conventions=conventions,
            source=constraint.source,
            quote=constraint.quote,
            page=constraint.page,
        )
    except TimelineError:
        return False
    return read == (constraint,)
