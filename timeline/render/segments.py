"""Bars: the pieces of time in which an event certainly, or possibly, is going on."""

from __future__ import annotations

import enum

import attrs

from timeline.frozen import Record
from timeline.times import Bounds

__all__ = ["SOLID", "Segment", "SegmentKind", "segments"]


class SegmentKind(enum.Enum):
    """What a piece of a bar says: the event is going on there exactly, certainly, or possibly; or the side is open.

    An exact bar is one whose start and end are both known; a certain piece has a start or end that is not.
    """

    EXACT = "exact"
    CERTAIN = "certain"
    POSSIBLE = "possible"
    OPEN_LEFT = "open-left"
    OPEN_RIGHT = "open-right"


SOLID = {SegmentKind.EXACT, SegmentKind.CERTAIN}


@attrs.frozen
class Segment(Record):
    """A piece of a bar, from a position up to and without another; an open one has no position on its open side."""

    kind: SegmentKind
    start: int | None = attrs.field(kw_only=True)
    end: int | None = attrs.field(kw_only=True)


def segments(bounds: Bounds) -> tuple[Segment, ...]:
    """Return the pieces of a bar, from left to right; none where nothing is known.

    >>> from timeline.times import Instant
    >>> day = 86_400_000_000
    >>> [piece.kind.value for piece in segments(Bounds(Instant(0), latest_start=Instant(day), earliest_end=Instant(2 * day)))]
    ['possible', 'certain', 'open-right']
    """
    first, last_start, first_end, last = (
        None if corner is None else corner.microseconds
        for corner in (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    )
    if last_start is None or first_end is None or last_start >= first_end:
        return _uncertain(first, last, [corner for corner in (last_start, first_end) if corner is not None])
    if first == last_start and first_end == last:
        return (Segment(SegmentKind.EXACT, start=first, end=last),)
    found = [Segment(SegmentKind.CERTAIN, start=last_start, end=first_end)]
    if first is None or first < last_start:
        found.insert(0, _from(first, last_start))
    if last is None or first_end < last:
        found.append(_to(first_end, last))
    return tuple(found)


def _uncertain(first: int | None, last: int | None, between: list[int]) -> tuple[Segment, ...]:
    """Return the bar of an event that is certainly going on nowhere."""
    if first is not None and last is not None:
        return (Segment(SegmentKind.POSSIBLE, start=first, end=last),)
    if first is not None:
        return (_to(first, None),)
    if last is not None:
        return (_from(None, last),)
    return (_from(None, between[0]), _to(between[0], None)) if between else ()


def _from(start: int | None, end: int) -> Segment:
    kind = SegmentKind.OPEN_LEFT if start is None else SegmentKind.POSSIBLE
    return Segment(kind, start=start, end=end)


def _to(start: int, end: int | None) -> Segment:
    kind = SegmentKind.OPEN_RIGHT if end is None else SegmentKind.POSSIBLE
    return Segment(kind, start=start, end=end)
