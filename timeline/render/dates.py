"""Dates for people: the shortest phrase that says no more than is known.

The language is small. ``2025-08-01..10`` is some time within a window, ``from A to B`` is a span, ``before A`` ends
when A begins and ``after A`` begins when A is over; A is a year, a month or a day where one fits exactly. Years are
astronomical (ISO 8601): ``-0043`` is 44 BCE. Moments finer than a day are written ``2025-12-12 14:05``.
"""

from __future__ import annotations

from functools import cached_property

import attrs

from timeline.frozen import Record
from timeline.model.report import EventReport
from timeline.render.moments import DUST, LATER, UNITS, Side, clock, first_day, high_wall, last_day, low_wall
from timeline.times import Bounds, CivilDate, Instant
from timeline.times.calendar import date_from_day_number, days_in_month, format_year
from timeline.times.zones import MICROSECONDS_PER_DAY, day_at, day_start

__all__ = ["Window", "ZonedBounds", "falls_on_days", "phrase", "phrase_of_event", "phrase_with_zone"]

HALF_A_DAY = MICROSECONDS_PER_DAY // 2

Window = tuple[Side | None, Side | None]
"""The first and the last instant at which something can be; None is open."""

OPEN: Window = (None, None)


@attrs.frozen
class ZonedBounds(Record):
    """Bounds, with the zone in which each of the four corners is to be shown.

    >>> from timeline.times import Granularity, Interval
    >>> day = Bounds.within(Interval.of(Granularity.DAY, CivilDate(2025, 12, 12), zone="Asia/Seoul"))
    >>> phrase(ZonedBounds.in_zone(day, "Asia/Seoul"))
    '2025-12-12'
    """

    bounds: Bounds
    zones: tuple[str, str, str, str]

    @classmethod
    def in_zone(cls, bounds: Bounds, zone: str) -> ZonedBounds:
        """Return the corners of bounds that are all shown in one zone."""
        return cls(bounds, (zone, zone, zone, zone))

    @classmethod
    def from_report(cls, report: EventReport) -> ZonedBounds:
        """Return the corners of what follows for an event, each in the zone of the statement behind it."""
        one, two, three, four = (bound.zone for bound in report.bounds)
        return cls(report.derived, (one, two, three, four))

    @cached_property
    def sides(self) -> tuple[Side | None, Side | None, Side | None, Side | None]:
        """Earliest start, latest start, earliest end and latest end."""
        bounds, zones = self.bounds, self.zones
        return (
            _side(bounds.earliest_start, zones[0]),
            _side(bounds.latest_start, zones[1]),
            _side(bounds.earliest_end, zones[2]),
            _side(bounds.latest_end, zones[3]),
        )

    @property
    def shown_zones(self) -> tuple[str, ...]:
        """The zones of the corners that are known, each once."""
        return tuple(dict.fromkeys(side.zone for side in self.sides if side is not None))

    @cached_property
    def windows(self) -> tuple[Window, Window, Window | None]:
        """The windows of the start and of the end, and the one window that says it all, where one does."""
        first, last_start, first_end, last = self.sides
        starts: Window = (first, None if _follows_from_end(self) else last_start)
        ends: Window = (None if _follows_from_start(self) else first_end, last)
        whole = (first, last) if starts[1] is None and ends[0] is None else None
        return _exact(starts, back=0), _exact(ends, back=HALF_A_DAY), whole

    def settled(self, clock: str = "UTC") -> ZonedBounds:
        """Return the same corners in one zone where the days or times of several cannot stand in one phrase."""
        mixed = len(self.shown_zones) > 1
        return ZonedBounds.in_zone(self.bounds, clock) if mixed and not falls_on_days(self) else self


def _side(corner: Instant | None, zone: str) -> Side | None:
    return None if corner is None else Side(corner.microseconds, zone)


def phrase(corners: ZonedBounds) -> str:
    """Return what is known of a time, as briefly as can be said; nothing known is ``undated``.

    >>> from timeline.times import Interval
    >>> august = Interval.of_days(CivilDate(2025, 8, 1), CivilDate(2025, 8, 11))
    >>> phrase(ZonedBounds.in_zone(Bounds.within(august), "UTC"))
    '2025-08-01..10'
    >>> phrase(ZonedBounds.in_zone(Bounds.throughout(august), "UTC"))
    'from 2025-08-01 to 2025-08-10'
    >>> phrase(ZonedBounds.in_zone(Bounds(latest_end=august.start), "UTC"))
    'before 2025-08'
    """
    corners = corners.settled()
    if corners.bounds.is_open:
        return "undated"
    starts, ends, whole = corners.windows
    if whole is not None:
        return _window(whole)
    if ends == OPEN:
        return f"from {_window(starts)}"
    if starts == OPEN:
        return f"until {_window(ends)}"
    start = _window(starts)
    return f"from {start} to {_shortened(_window(ends), after=start)}"


def phrase_with_zone(corners: ZonedBounds) -> str:
    """Return the phrase with the name of the zone where it tells a time of day.

    >>> noon = Instant.parse("2025-12-12T03:00:00Z")
    >>> phrase_with_zone(ZonedBounds.in_zone(Bounds(noon), "Asia/Seoul"))
    '2025-12-12 12:00 Asia/Seoul or later'
    """
    corners = corners.settled()
    said = phrase(corners)
    if falls_on_days(corners):
        return said
    zone = corners.shown_zones[0]
    return f"{said.removesuffix(LATER)} {zone}{LATER}" if said.endswith(LATER) else f"{said} {zone}"


def phrase_of_event(report: EventReport) -> str:
    """Return what follows for an event, with the zone of a time of day; separate windows are told one by one.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.sources import Source
    >>> story = Timeline(sources=[Source("yonhap", published="2025-12-13")])
    >>> phrase_of_event(story.add(Event("treaty").said("last June", by="yonhap")).why("treaty"))
    '2024-06 or 2025-06'
    """
    windows = [ZonedBounds.in_zone(window.bounds, window.zone) for window in report.alternatives]
    return " or ".join(phrase_with_zone(window) for window in windows or [ZonedBounds.from_report(report)])


def falls_on_days(corners: ZonedBounds) -> bool:
    """Return whether all that a phrase shows of the corners are whole days in their zones.

    >>> [falls_on_days(ZonedBounds.in_zone(Bounds(Instant(value)), "UTC")) for value in (0, 5_000)]
    [True, False]
    """
    starts, ends, whole = corners.windows
    shown = (starts, ends) if whole is None else (whole,)
    return all(_days_of(window) is not None for window in shown)


def _follows_from_end(corners: ZonedBounds) -> bool:
    """Return whether the latest start says nothing that the latest end does not say at the same grain."""
    first, last_start, _, last = corners.sides
    if last_start is None:
        return True
    if last is None:
        return False
    if last.value - last_start.value <= 1 + DUST:
        return True
    days = _days_of((first, last))
    return days is not None and day_at(last_start.value, last.zone) == days[1]


def _follows_from_start(corners: ZonedBounds) -> bool:
    """Return whether the earliest end says nothing that the earliest start does not say at the same grain."""
    first, _, first_end, last = corners.sides
    if first_end is None:
        return True
    if first is None:
        return False
    if first_end.value - first.value <= 1 + DUST:
        return True
    days = _days_of((first, last))
    return days is not None and day_at(first_end.value - 1, first.zone) == days[0]


def _exact(window: Window, *, back: int) -> Window:
    """Give a midnight that is known exactly to one of its two days, that of the moment so much before it."""
    low, high = window
    midnight = None if low is None else first_day(low)
    if low is None or high is None or midnight is None or high.value > day_start(midnight, low.zone) + 1:
        return window
    day = day_at(low.value + 1 - back, low.zone)
    return Side(day_start(day, low.zone), low.zone), Side(day_start(day + 1, low.zone), low.zone)


def _days_of(window: Window) -> tuple[int | None, int | None] | None:
    """Return the first and last day of a window in the calendars of its zones; None where it is no whole days."""
    low, high = window
    first = None if low is None else first_day(low)
    last = None if high is None else last_day(high)
    if (low is not None and first is None) or (high is not None and last is None):
        return None
    return None if first is not None and last is not None and first > last else (first, last)


def _window(window: Window) -> str:
    days = _days_of(window)
    return _of_times(window) if days is None else _of_days(*days)


def _of_days(first: int | None, last: int | None) -> str:
    if first is None:
        return "undated" if last is None else f"before {_unit_from(date_from_day_number(last + 1))}"
    if last is None:
        return f"after {_unit_to(date_from_day_number(first - 1))}"
    one, two = date_from_day_number(first), date_from_day_number(last)
    if one.day == 1 and two.day == days_in_month(two.year, two.month):
        if one.month == 1 and two.month == 12:
            return _range((format_year(one.year),), (format_year(two.year),))
        return _range(
            (format_year(one.year), f"{one.month:02d}"), (format_year(two.year), f"{two.month:02d}")
        )
    return _range(_parts(one), _parts(two))


def _parts(date: CivilDate) -> tuple[str, ...]:
    return format_year(date.year), f"{date.month:02d}", f"{date.day:02d}"


def _range(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    """Write two dates without saying twice what they share."""
    if one == two:
        return "-".join(one)
    shared = next(place for place, (left, right) in enumerate(zip(one, two, strict=True)) if left != right)
    return f"{'-'.join(one)}..{'-'.join(two[shared:])}"


def _unit_from(date: CivilDate) -> str:
    """Name the longest unit that begins with a day."""
    return "-".join(_parts(date)[: 1 if (date.month, date.day) == (1, 1) else 2 if date.day == 1 else 3])


def _unit_to(date: CivilDate) -> str:
    """Name the longest unit that ends with a day."""
    last_of_month = date.day == days_in_month(date.year, date.month)
    return "-".join(_parts(date)[: 1 if last_of_month and date.month == 12 else 2 if last_of_month else 3])


def _of_times(window: Window) -> str:
    low, high = window
    if low is None:
        return "undated" if high is None else f"before {clock(high_wall(high))}"
    if high is None:
        return f"{clock(low_wall(low))}{LATER}"
    one, two = low_wall(low), high_wall(high)
    for unit in UNITS:
        if one % unit == 0 and two - one == unit:
            return clock(one, unit)
    if one == two:
        return clock(one)
    return f"{clock(one)}..{_shortened(clock(two), after=clock(one))}"


def _shortened(text: str, *, after: str) -> str:
    """Leave a date out before a time of day where it has just been said."""
    date, _, time = text.partition(" ")
    return time if ":" in time[:3] and after.startswith(f"{date} ") else text
