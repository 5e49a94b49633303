"""The order of a timeline's parts, which no file decides, and how one more finds its place."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TypeVar

from timeline.constraints import Constraint
from timeline.errors import RangeError
from timeline.events import Event
from timeline.sources import Source

__all__ = ["events_by_id", "in_order", "inserted", "sources_by_id"]

Named = TypeVar("Named", Source, Event)


def sources_by_id(values: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources in the order of their ids; none occurs twice."""
    return _by_id("sources", values)


def events_by_id(values: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their ids; none occurs twice."""
    return _by_id("events", values)


def _by_id(what: str, values: Iterable[Named]) -> tuple[Named, ...]:
    ordered = tuple(sorted(values, key=lambda value: value.id))
    for one, two in itertools.pairwise(ordered):
        if one.id == two.id:
            raise RangeError(
                f"two {what} have the id {one.id!r}", hint="ids are unique; `merge` joins timelines"
            )
    return ordered


def in_order(values: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Drop what is said twice by the same source, and put the rest in an order that no file decides."""
    return tuple(sorted(dict.fromkeys(values), key=_place))


def inserted(ordered: tuple[Constraint, ...], more: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Return constraints in order with more of them: what `in_order` makes of both, without looking at all.

    >>> from timeline.events import Event
    >>> a, b, c = Event("a").precedes("x"), Event("b").precedes("x"), Event("c").precedes("x")
    >>> inserted((a, c), (b, c)) == (a, b, c)
    True
    """
    found = list(ordered)
    for value in more:
        place = _place(value)
        first = bisect_left(found, place, key=_place)
        last = bisect_right(found, place, lo=first, key=_place)
        if value not in found[first:last]:
            found.insert(last, value)
    return tuple(found)


def _place(value: Constraint) -> tuple[str, ...]:
    return str(value), value.source or "", value.page or "", value.quote or ""
