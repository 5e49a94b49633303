"""Distances counted in calendar days, as monotone functions of whole numbers, for the solver.

The solver knows no calendar: it is given, for "at most three months after", the function that takes the
latest instant of one point to the latest instant of the other, and the inverse. Both are exact at any value.
"""

from __future__ import annotations

from datetime import timezone

import attrs

from timeline.times import zones
from timeline.times.counting import Counted, day_range, least_from, reached
from timeline.times.distance import CLOCK_CHANGE

__all__ = ["AtLeast", "AtMost"]

DAY = zones.MICROSECONDS_PER_DAY


def _furthest(days: int, zone: str, backs: int) -> int:
    """Return how far the end of a day can be from an instant of a day so many days before it.

    The nearer this is to the truth, the more contradictions are found without following the calendar.
    """
    clocks = 0 if isinstance(zones.zone_info(zone), timezone) else CLOCK_CHANGE
    return (days + 1) * DAY - 1 + backs + clocks


@attrs.frozen
class AtMost:
    """The day of the target is at most an amount after the day of the source.

    `nearer` is 1 for "less than", else 0. A point's day is that of the instant `source_back` or `target_back`
    microseconds before it: 1 for an end, whose own instant is no longer part of it.

    >>> from timeline.times import Period
    >>> step = AtMost(Period.of(days=3), zone="UTC", source_back=1)
    >>> day = 86_400_000_000
    >>> step.up(10 * day) == 13 * day - 1, step.down(13 * day - 1) == 9 * day + 1
    (True, True)
    """

    amount: Counted
    zone: str
    nearer: int = attrs.field(default=0, kw_only=True)
    source_back: int = attrs.field(default=0, kw_only=True)
    target_back: int = attrs.field(default=0, kw_only=True)

    @property
    def weight(self) -> int:
        """At most so many microseconds, whatever the calendar page."""
        return _furthest(
            day_range(self.amount)[1] - self.nearer, self.zone, self.target_back - self.source_back
        )

    def up(self, source: int) -> int:
        """Return the latest target that a source allows."""
        day = reached(zones.day_at(source - self.source_back, self.zone), self.amount, 1 - self.nearer)
        return zones.day_start(day - self.nearer + 1, self.zone) - 1 + self.target_back

    def down(self, target: int) -> int:
        """Return the earliest source that allows a target."""
        later = zones.day_at(target - self.target_back, self.zone) + self.nearer
        day = least_from(later, self.amount, 1 - self.nearer)
        return zones.day_start(day, self.zone) + self.source_back


@attrs.frozen
class AtLeast:
    """The day of the source is at least an amount after the day of the target, which is thereby bounded above.

    `further` is 1 for "more than", else 0; the backs are as in `AtMost`.

    >>> from timeline.times import Period
    >>> step = AtLeast(Period.of(days=3), zone="UTC")
    >>> day = 86_400_000_000
    >>> step.up(13 * day) == 11 * day - 1, step.down(11 * day - 1) == 13 * day
    (True, True)
    """

    amount: Counted
    zone: str
    further: int = attrs.field(default=0, kw_only=True)
    source_back: int = attrs.field(default=0, kw_only=True)
    target_back: int = attrs.field(default=0, kw_only=True)

    @property
    def weight(self) -> int:
        """The target is at least so many microseconds (less than none) before, whatever the calendar page."""
        return _furthest(
            -day_range(self.amount)[0] - self.further, self.zone, self.target_back - self.source_back
        )

    def up(self, source: int) -> int:
        """Return the latest target that a source allows."""
        later = zones.day_at(source - self.source_back, self.zone) - self.further
        day = least_from(later + 1, self.amount, self.further) - 1
        return zones.day_start(day + 1, self.zone) - 1 + self.target_back

    def down(self, target: int) -> int:
        """Return the earliest source that allows a target."""
        day = reached(zones.day_at(target - self.target_back, self.zone), self.amount, self.further)
        return zones.day_start(day + self.further, self.zone) + self.source_back
