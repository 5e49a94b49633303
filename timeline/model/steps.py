"""Distances counted in calendar days, as monotone functions of whole numbers, for the solver.

The solver knows no calendar: it is given, for "at most three months after", the function that takes the
latest instant of one point to the latest instant of the other, and the inverse. Both are exact at any value.
"""

from __future__ import annotations

import functools
from datetime import timezone

import attrs

from timeline.times import zones
from timeline.times.calendar import date_from_day_number
from timeline.times.distance import CLOCK_CHANGE, day_range
from timeline.times.duration import Period

__all__ = ["AtLeast", "AtMost"]

DAY = zones.MICROSECONDS_PER_DAY


def _furthest(days: int, zone: str, backs: int) -> int:
    """Return how far the end of a day can be from an instant of a day so many days before it.

    The nearer this is to the truth, the more contradictions are found without following the calendar.
    """
    clocks = 0 if isinstance(zones.zone_info(zone), timezone) else CLOCK_CHANGE
    return (days + 1) * DAY - 1 + backs + clocks


def _later(day: int, period: Period) -> int:
    """Return the day number that lies a period after a day; it never falls as the day rises."""
    return _months_later(day, period) if period.months else day + period.days


@functools.lru_cache(maxsize=65_536)
def _months_later(day: int, period: Period) -> int:
    return date_from_day_number(day).plus(months=period.months, days=period.days).number


def _least_before(later: int, period: Period) -> int:
    """Return the first day that a period takes to a given day, or past it."""
    if not period.months:
        return later - period.days
    day = _later(later, -period)
    while _later(day, period) >= later:
        day -= 1
    while _later(day, period) < later:
        day += 1
    return day


@attrs.frozen
class AtMost:
    """The day of the target is at most a period after the day of the source.

    `nearer` days are taken off the period, so that 1 says "less than". A point's day is that of the instant
    `source_back` or `target_back` microseconds before it: 1 for an end, whose own instant is no longer part of it.

    >>> step = AtMost(Period.of(days=3), zone="UTC", source_back=1)
    >>> day = 86_400_000_000
    >>> step.up(10 * day) == 13 * day - 1, step.down(13 * day - 1) == 9 * day + 1
    (True, True)
    """

    period: Period
    zone: str
    nearer: int = attrs.field(default=0, kw_only=True)
    source_back: int = attrs.field(default=0, kw_only=True)
    target_back: int = attrs.field(default=0, kw_only=True)

    @property
    def weight(self) -> int:
        """At most so many microseconds, whatever the calendar page."""
        return _furthest(
            day_range(self.period)[1] - self.nearer, self.zone, self.target_back - self.source_back
        )

    def up(self, source: int) -> int:
        """Return the latest target that a source allows."""
        day = _later(zones.day_at(source - self.source_back, self.zone), self.period) - self.nearer
        return zones.day_start(day + 1, self.zone) - 1 + self.target_back

    def down(self, target: int) -> int:
        """Return the earliest source that allows a target."""
        day = _least_before(zones.day_at(target - self.target_back, self.zone) + self.nearer, self.period)
        return zones.day_start(day, self.zone) + self.source_back


@attrs.frozen
class AtLeast:
    """The day of the source is at least a period after the day of the target, which is thereby bounded above.

    `further` days are put on the period, so that 1 says "more than"; the backs are as in `AtMost`.

    >>> step = AtLeast(Period.of(days=3), zone="UTC")
    >>> day = 86_400_000_000
    >>> step.up(13 * day) == 11 * day - 1, step.down(11 * day - 1) == 13 * day
    (True, True)
    """

    period: Period
    zone: str
    further: int = attrs.field(default=0, kw_only=True)
    source_back: int = attrs.field(default=0, kw_only=True)
    target_back: int = attrs.field(default=0, kw_only=True)

    @property
    def weight(self) -> int:
        """The target is at least so many microseconds (less than none) before, whatever the calendar page."""
        return _furthest(
            -day_range(self.period)[0] - self.further, self.zone, self.target_back - self.source_back
        )

    def up(self, source: int) -> int:
        """Return the latest target that a source allows."""
        later = zones.day_at(source - self.source_back, self.zone) - self.further
        day = _least_before(later + 1, self.period) - 1
        return zones.day_start(day + 1, self.zone) - 1 + self.target_back

    def down(self, target: int) -> int:
        """Return the earliest source that allows a target."""
        day = _later(zones.day_at(target - self.target_back, self.zone), self.period) + self.further
        return zones.day_start(day, self.zone) + self.source_back
