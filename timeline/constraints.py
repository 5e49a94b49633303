"""Constraints between events: facts as data, no algorithms.

A constraint names events by their ids. It says which of Allen's relations may hold (`AllenConstraint`), how
far one end of an event is from an end of another (`MetricConstraint`), or how near two events are
(`NearnessConstraint`); each may carry its own source, quote and page.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.frozen import Record, check_id, is_optional_text, optional_id
from timeline.times import ALL_RELATIONS, Relation
from timeline.times.distance import Amount, Distance

__all__ = [
    "PRECEDES",
    "AllenConstraint",
    "Constraint",
    "End",
    "MetricConstraint",
    "NearnessConstraint",
    "Point",
]

PRECEDES = frozenset({Relation.BEFORE, Relation.MEETS})
"""What `<` says: over when the other starts, with or without a pause between."""


class End(enum.Enum):
    """One of the two ends of an event."""

    START = "start"
    END = "end"


@attrs.frozen
class Point(Record):
    """An end of an event, named by the event's id.

    >>> print(Point("clearing", End.END))
    the end of clearing
    """

    event: str = attrs.field(converter=check_id)
    end: End

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.end, End):
            raise WrongTypeError(f"an end is End.START or End.END, not {self.end!r}")

    def __str__(self) -> str:
        return f"the {self.end.value} of {self.event}"


def _relations(relations: Iterable[Relation]) -> frozenset[Relation]:
    found = frozenset((relations,) if isinstance(relations, Relation) else relations)
    if not found or not found <= ALL_RELATIONS:
        raise RangeError("a constraint allows one or more of Allen's thirteen relations")
    return found


@functools.cache
def _named(relations: frozenset[Relation]) -> str:
    return " or ".join(relation.value.replace("_", " ") for relation in Relation if relation in relations)


@attrs.frozen
class AllenConstraint(Record):
    """One of a set of Allen's relations holds between two events.

    >>> print(AllenConstraint("treaty", "combat", relations=PRECEDES))
    treaty before or meets combat
    """

    first: str = attrs.field(converter=check_id)
    second: str = attrs.field(converter=check_id)
    relations: frozenset[Relation] = attrs.field(converter=_relations, kw_only=True)
    source: str | None = attrs.field(default=None, converter=optional_id, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    page: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events that it is about."""
        return (self.first, self.second)

    def __str__(self) -> str:
        return f"{self.first} {_named(self.relations)} {self.second}"


@attrs.frozen
class MetricConstraint(Record):
    """A point comes a distance after another; a distance of at least nothing puts them in order.

    `says` keeps the words that the distance was read from.

    >>> from timeline.times import Period
    >>> a_month = Distance(at_least=Period.of(months=1))
    >>> print(MetricConstraint(Point("clearing", End.END), Point("ceremony", End.START), distance=a_month))
    the start of ceremony is at least P1M after the end of clearing
    """

    first: Point
    second: Point
    distance: Distance = attrs.field(kw_only=True)
    says: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    source: str | None = attrs.field(default=None, converter=optional_id, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    page: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.distance, Distance):
            raise WrongTypeError(f"a distance is a Distance, not {type(self.distance).__name__}")

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events that it is about."""
        return (self.first.event, self.second.event)

    def told(self, placing: str) -> str:
        """Return the constraint in words, those between its points given.

        >>> print(MetricConstraint(Point("a", End.END), Point("b", End.START), distance=Distance()).told("long after"))
        the start of b is long after the end of a
        """
        first, second = self.first, self.second
        one = "start" if second.end is End.START else "end"
        other = "start" if first.end is End.START else "end"
        return f"the {one} of {second.event} is {placing} the {other} of {first.event}"

    def __str__(self) -> str:
        return self.told(self.distance.placing(self.says))


@attrs.frozen
class NearnessConstraint(Record):
    """Two events are no further apart than an amount, whichever comes first; overlapping ones are not apart.

    >>> from timeline.times import Period
    >>> print(NearnessConstraint("ceremony", "honours", at_most=Period.of(days=3)))
    ceremony is within P3D of honours
    """

    first: str = attrs.field(converter=check_id)
    second: str = attrs.field(converter=check_id)
    at_most: Amount = attrs.field(kw_only=True)
    says: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    source: str | None = attrs.field(default=None, converter=optional_id, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    page: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        Distance(at_most=self.at_most)

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events that it is about."""
        return (self.first, self.second)

    @property
    def shares_unit(self) -> bool:
        """Whether all that is said is that both are in the same week, month, quarter or year."""
        return Distance.exactly(self.at_most).same_unit is not None

    def __str__(self) -> str:
        if self.shares_unit and self.says is None:
            return f"{self.first} is {Distance.exactly(self.at_most).placing()} {self.second}"
        return f"{self.first} is within {self.says or self.at_most} of {self.second}"


Constraint = AllenConstraint | MetricConstraint | NearnessConstraint
