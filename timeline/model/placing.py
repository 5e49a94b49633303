"""The order of constraints, which no file decides, and how one more finds its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from timeline.constraints import Constraint

__all__ = ["in_order", "inserted"]


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
