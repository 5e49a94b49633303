"""The axis of a picture: the stretches of time that it shows, and ticks that fit them, from microseconds to aeons.

One event far from all others would leave no room for the rest, so a gap that takes up almost the whole axis is cut out,
unless something certainly went on in it: the axis then has several stretches, each with a scale of its own, and a
renderer shows the break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from timeline.frozen import Record
from timeline.render.moments import DUST, Side, clock, high_wall, low_wall
from timeline.times.calendar import add_months, date_from_day_number, day_number, format_year
from timeline.times.zones import MICROSECONDS_PER_DAY, day_start, offset_at

__all__ = ["Axis", "Stretch", "Tick", "axis"]

TICKS = 8
"""Most ticks on a stretch; a renderer leaves out those it has no room for."""

BREAKS = 3
CROWDED = 6
"""A gap is cut out where it leaves less than one part in so many for everything else..."""

WORTHWHILE = 3
"""...and where that gives room to at least so many rows."""

DAY = MICROSECONDS_PER_DAY
HOUR = 3_600_000_000
MINUTE = 60_000_000
SECOND = 1_000_000
YEAR = 366 * DAY
CLOCK_STEPS = (
    *(10**power for power in range(2, 6)),
    *(seconds * SECOND for seconds in (1, 5, 15, 30)),
    *(minutes * MINUTE for minutes in (1, 5, 15, 30)),
    *(hours * HOUR for hours in (1, 3, 6, 12)),
)
DAY_STEPS = (1, 7)
MONTH_STEPS = (1, 3, 6)

Extent = tuple[int, int]
"""The first and last known position of a row, in microseconds."""


@attrs.frozen
class Tick(Record):
    """A mark on the axis; its label says only what the one before it does not, its full one stands alone."""

    position: int
    label: str
    full: str


@attrs.frozen
class Stretch(Record):
    """A piece of the axis with an even scale; `rows` is how many rows have something in it."""

    start: int
    end: int
    rows: int = attrs.field(kw_only=True)
    ticks: tuple[Tick, ...] = attrs.field(default=(), kw_only=True)
    ends: tuple[str, str] = attrs.field(kw_only=True)
    """Labels of its own start and end, for where there is no room for ticks."""


@attrs.frozen
class Axis(Record):
    """The time that a picture shows: stretches in order, and the zone of their ticks."""

    stretches: tuple[Stretch, ...]
    zone: str


def axis(
    extents: Sequence[Extent],
    zone: str,
    *,
    certain: Sequence[Extent] = (),
    open_left: bool = False,
    open_right: bool = False,
) -> Axis | None:
    """Return an axis that holds all extents, with some room where bars are open; None without any.

    What is certain stays in one piece.

    >>> years = [(day_number(year, 1, 1) * DAY, day_number(year, 1, 2) * DAY) for year in (-43, 1990, 2000, 2010)]
    >>> found = axis(years, "UTC")
    >>> [[tick.label for tick in stretch.ticks] for stretch in found.stretches]
    [['-0043'], ['1990', '1995', '2000', '2005', '2010']]
    """
    if not extents:
        return None
    pieces = _pieces(extents, certain)
    first, last = pieces[0], pieces[-1]
    room = max(1, max(end - start for start, end in pieces) // 12)
    pieces[0] = (first[0] - room * open_left, first[1])
    pieces[-1] = (pieces[-1][0], last[1] + room * open_right)
    return Axis(tuple(_stretch(place, pieces, extents, zone) for place in range(len(pieces))), zone)


def _stretch(place: int, pieces: list[Extent], extents: Sequence[Extent], zone: str) -> Stretch:
    start, end = pieces[place]
    rows = _rows_within(extents, start, end)
    if len(pieces) == 1 or rows >= WORTHWHILE:
        ticks = tuple(_ticks(start, end, zone))
    else:
        neighbour = pieces[place - 1] if place else pieces[place + 1]
        ticks = (_lone_tick(start, neighbour, zone),)
        end = max(end, start + max(after - before for before, after in pieces) // 4)
    return Stretch(start, end, rows=rows, ticks=ticks, ends=_end_labels(start, end, zone))


def _pieces(extents: Sequence[Extent], certain: Sequence[Extent]) -> list[Extent]:
    """Cut the gaps that leave no room for anything else out of the whole, widest first."""
    known = sorted({position for extent in extents for position in extent})
    if known[-1] - known[0] <= DUST:
        return [(known[0] - DAY, known[-1] + DAY)]
    pieces = [(known[0], known[-1])]
    gaps = sorted(pairwise(known), key=lambda gap: (gap[0] - gap[1], gap[0]))
    for low, high in gaps[:BREAKS]:
        whole = sum(end - start for start, end in pieces)
        place = next(place for place, (_, end) in enumerate(pieces) if high <= end)
        sides = [(pieces[place][0], max(low, pieces[place][0] + 1)), (high, max(pieces[place][1], high + 1))]
        worthwhile = any(_rows_within(extents, *side) >= WORTHWHILE for side in sides)
        if (high - low) * CROWDED < whole * (CROWDED - 1) or not worthwhile or _overlaps(low, high, certain):
            break
        pieces[place : place + 1] = sides
    return pieces


def _overlaps(low: int, high: int, certain: Iterable[Extent]) -> bool:
    return any(start < high and low < end for start, end in certain)


def _rows_within(extents: Iterable[Extent], start: int, end: int) -> int:
    return sum(any(start <= position <= end for position in extent) for extent in extents)


def _end_labels(start: int, end: int, zone: str) -> tuple[str, str]:
    length = end - start
    if length <= 2 * DAY:
        return clock(low_wall(Side(start, zone))), clock(high_wall(Side(end, zone)))
    first, last = (date_from_day_number((side + offset_at(side, zone)) // DAY) for side in (start, end - 1))
    if length > 8 * YEAR:
        return format_year(first.year), format_year(last.year)
    return (str(first)[:-3], str(last)[:-3]) if length > YEAR // 4 else (str(first), str(last))


def _lone_tick(start: int, other: Extent, zone: str) -> Tick:
    """Label a stretch with few rows by its year, month or day, as its distance from the others asks for."""
    far = min(abs(start - other[0]), abs(start - other[1]))
    date = date_from_day_number((start + offset_at(start, zone)) // DAY)
    label = str(date)
    label = format_year(date.year) if far > 3 * YEAR else label[:-3] if far > YEAR // 4 else label
    return Tick(start, label, label)


def _ticks(start: int, end: int, zone: str) -> Iterator[Tick]:
    length = end - start
    for step in CLOCK_STEPS:
        if length <= step * TICKS:
            return _clock_ticks(start, end, step, zone)
    for days in DAY_STEPS:
        if length <= days * DAY * TICKS:
            return _day_ticks(start, end, days, zone)
    for months in MONTH_STEPS:
        if length <= months * 30 * DAY * TICKS:
            return _month_ticks(start, end, months, zone)
    years = 1
    while length > years * 365 * DAY * TICKS:
        years = _next_round(years)
    return _month_ticks(start, end, 12 * years, zone)


def _next_round(years: int) -> int:
    """Return the next of 1, 2, 5, 10, 20, 50, 100, ..."""
    return years * 5 // 2 if str(years)[0] == "2" else years * 2


def _clock_ticks(start: int, end: int, step: int, zone: str) -> Iterator[Tick]:
    offset = offset_at(start, zone)
    wall = -(-(start + offset) // step) * step
    said = None
    while wall - offset < end:
        day, since_midnight = divmod(wall, DAY)
        clock = _clock(since_midnight, step)
        full = f"{date_from_day_number(day)} {clock}"
        yield Tick(wall - offset, clock if day == said else full, full)
        said = day
        wall += step


def _clock(since_midnight: int, step: int) -> str:
    seconds, fraction = divmod(since_midnight, SECOND)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    if step < MINUTE:
        text += f":{seconds % 60:02d}"
    if step < SECOND:
        text += f".{fraction:06d}"[: 7 - (len(str(step)) - 1)]
    return text


def _day_ticks(start: int, end: int, days: int, zone: str) -> Iterator[Tick]:
    day = (start + offset_at(start, zone)) // DAY
    day += -(day + 3) % days
    said = None
    while (position := day_start(day, zone)) < end:
        date = date_from_day_number(day)
        if position >= start:
            label = str(date)
            yield Tick(position, label[-5:] if date.year == said else label, label)
            said = date.year
        day += days


def _month_ticks(start: int, end: int, months: int, zone: str) -> Iterator[Tick]:
    date = date_from_day_number((start + offset_at(start, zone)) // DAY)
    month = date.year * 12 + date.month - 1
    month -= month % months
    while True:
        year, number = add_months(0, 1, month)
        position = day_start(day_number(year, number, 1), zone)
        if position >= end:
            return
        if position >= start:
            label = format_year(year) if months % 12 == 0 else f"{format_year(year)}-{number:02d}"
            yield Tick(position, label, label)
        month += months
