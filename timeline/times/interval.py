"""`Interval`: a stretch of the time line, half-open, that may be open on either side."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.times import zones
from timeline.times.calendar import CivilDate
from timeline.times.duration import Duration
from timeline.times.granularity import Granularity
from timeline.times.instant import Instant

__all__ = ["Interval"]


@attrs.frozen
class Interval:
    """The instants from `start` up to and without `end`; None leaves that side open.

    Half-open, so that a month ends where the next begins; never empty, since nothing takes place in no time.

    >>> august = Interval.of(Granularity.MONTH, CivilDate(2025, 8))
    >>> print(august)
    2025-08-01T00:00:00Z/2025-09-01T00:00:00Z
    >>> august.end in august
    False
    """

    start: Instant | None
    end: Instant | None

    def __attrs_post_init__(self) -> None:
        for side in (self.start, self.end):
            if side is not None and not isinstance(side, Instant):
                raise WrongTypeError(
                    f"a side of an interval is an Instant or None, not {type(side).__name__}"
                )
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise RangeError(f"an interval ends after it starts, but {self.end} is not after {self.start}")

    def __reduce__(self) -> tuple[object, ...]:
        return Interval, (self.start, self.end)

    @classmethod
    def of(cls, granularity: Granularity, date: CivilDate, *, zone: str = "UTC") -> Interval:
        """Return the interval of the day, week, month, ... that holds a date, in a zone.

        >>> print(Interval.of(Granularity.DAY, CivilDate(2025, 12, 12), zone="Asia/Seoul"))
        2025-12-11T15:00:00Z/2025-12-12T15:00:00Z
        """
        return cls.of_days(*granularity.days(date), zone=zone)

    @classmethod
    def of_days(cls, first: CivilDate | None, after: CivilDate | None, *, zone: str = "UTC") -> Interval:
        """Return the interval from the start of one day to the start of another, in a zone.

        >>> print(Interval.of_days(CivilDate(2025, 12, 9), CivilDate(2025, 12, 12)))
        2025-12-09T00:00:00Z/2025-12-12T00:00:00Z
        >>> Interval.of_days(CivilDate(2011, 12, 30), CivilDate(2011, 12, 31), zone="Pacific/Apia")
        Traceback (most recent call last):
        timeline.errors.RangeError: 2011-12-30 was left out in Pacific/Apia: the clocks went on to 2011-12-31 at once
        """
        zones.check_zone(zone)
        start, end = (
            None if day is None else Instant(zones.day_start(day.number, zone)) for day in (first, after)
        )
        if first is not None and after is not None and first < after and start == end:
            raise RangeError(f"{first} was left out in {zone}: the clocks went on to {after} at once")
        return cls(start, end)

    def __contains__(self, instant: Instant) -> bool:
        return (self.start is None or self.start <= instant) and (self.end is None or instant < self.end)

    def covers(self, other: Interval) -> bool:
        """Return whether every instant of another interval lies in this one.

        >>> year, month = (Interval.of(unit, CivilDate(2025)) for unit in (Granularity.YEAR, Granularity.MONTH))
        >>> year.covers(month), month.covers(year)
        (True, False)
        """
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        return starts and (self.end is None or (other.end is not None and other.end <= self.end))

    def intersect(self, other: Interval) -> Interval | None:
        """Return the instants in both, or None where there are none.

        >>> day = Interval.of(Granularity.DAY, CivilDate(2025))
        >>> day.intersect(Interval.of(Granularity.DAY, CivilDate(2026))) is None
        True
        """
        starts = [side for side in (self.start, other.start) if side is not None]
        ends = [side for side in (self.end, other.end) if side is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and start >= end:
            return None
        return Interval(start, end)

    @property
    def duration(self) -> Duration | None:
        """How long it lasts; None where a side is open.

        >>> print(Interval.of(Granularity.DAY, CivilDate(2025)).duration)
        PT24H
        """
        return None if self.start is None or self.end is None else self.end - self.start

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"
