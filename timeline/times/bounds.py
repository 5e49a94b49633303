"""`Bounds`: what is known of when something started and ended, as four corners."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.times.duration import Duration, Period
from timeline.times.instant import Instant
from timeline.times.interval import Interval

__all__ = ["ANYTIME", "Bounds"]

CHRONON = Duration(1)


@attrs.frozen
class Bounds:
    """The earliest and latest start and the earliest and latest end of something; None is open.

    The start lies in ``[earliest_start, latest_start]`` and the end, half-open as in `Interval`, in
    ``[earliest_end, latest_end]``, both sides included. Time is discrete: what takes place lasts at least
    one microsecond, so the end comes at least that long after the start, whatever the corners say. The window of a
    point is not a span: "some time in August" is `within` August, "throughout August" is `throughout` it.
    The corners are CIDOC-CRM's P82a, P81a, P81b, P82b, and scheduling's EST, LST, EFT, LFT.

    >>> from timeline.times.calendar import CivilDate
    >>> from timeline.times.granularity import Granularity
    >>> print(Bounds.within(Interval.of(Granularity.DAY, CivilDate(2025, 12, 12))).outer)
    2025-12-12T00:00:00Z/2025-12-13T00:00:00Z
    """

    earliest_start: Instant | None = None
    latest_start: Instant | None = attrs.field(default=None, kw_only=True)
    earliest_end: Instant | None = attrs.field(default=None, kw_only=True)
    latest_end: Instant | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        first, last_start = self.earliest_start, self.latest_start
        first_end, last = self.earliest_end, self.latest_end
        for corner in (first, last_start, first_end, last):
            if corner is not None and not isinstance(corner, Instant):
                raise WrongTypeError(f"a corner is an Instant or None, not {type(corner).__name__}")
        if first is not None and last_start is not None and first.microseconds > last_start.microseconds:
            raise RangeError(f"the earliest start {first} is after the latest start {last_start}")
        if first_end is not None and last is not None and first_end.microseconds > last.microseconds:
            raise RangeError(f"the earliest end {first_end} is after the latest end {last}")
        if first is not None and last is not None and first.microseconds >= last.microseconds:
            raise RangeError(f"it cannot end by {last} and start no earlier than {first}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.earliest_start, self.latest_start, self.earliest_end, self.latest_end)

    @classmethod
    def within(cls, interval: Interval) -> Bounds:
        """Return the bounds of something that took place at some time within an interval.

        >>> Bounds.within(Interval(Instant(0), Instant(10))).latest_start
        Instant(microseconds=9)
        """
        first, after = interval.start, interval.end
        return cls(
            first,
            latest_start=None if after is None else Instant(after.microseconds - 1),
            earliest_end=None if first is None else first + CHRONON,
            latest_end=after,
        )

    @classmethod
    def throughout(cls, interval: Interval) -> Bounds:
        """Return the bounds of something that lasted exactly as long as an interval.

        >>> Bounds.throughout(Interval(Instant(0), Instant(10))).latest_start
        Instant(microseconds=0)
        """
        start, end = interval.start, interval.end
        return cls(start, latest_start=start, earliest_end=end, latest_end=end)

    @property
    def outer(self) -> Interval:
        """The instants at which it can have been going on.

        >>> print(Bounds(Instant(0)).outer)
        1970-01-01T00:00:00Z/..
        """
        return Interval(self.earliest_start, self.latest_end)

    @property
    def inner(self) -> Interval | None:
        """The instants at which it was certainly going on; None where there are none.

        >>> print(Bounds.throughout(Interval(Instant(0), Instant(1_000_000))).inner)
        1970-01-01T00:00:00Z/1970-01-01T00:00:01Z
        """
        attained = self._attained()
        start, end = attained.latest_start, attained.earliest_end
        return None if start is None or end is None or start >= end else Interval(start, end)

    @property
    def is_open(self) -> bool:
        """Whether all four corners are open, so that nothing is known.

        >>> ANYTIME.is_open, Bounds(Instant(0)).is_open
        (True, False)
        """
        return self == ANYTIME

    def covers(self, other: Bounds) -> bool:
        """Return whether everything that the other bounds allow is allowed by these.

        >>> ANYTIME.covers(Bounds(Instant(0))), Bounds(Instant(0)).covers(ANYTIME)
        (True, False)
        """
        mine, theirs = self._attained(), other._attained()
        return (
            _not_after(mine.earliest_start, theirs.earliest_start)
            and _not_before(mine.latest_start, theirs.latest_start)
            and _not_after(mine.earliest_end, theirs.earliest_end)
            and _not_before(mine.latest_end, theirs.latest_end)
        )

    def intersect(self, other: Bounds) -> Bounds | None:
        """Return the bounds of what both allow, or None where they clash.

        >>> Bounds(Instant(5)).intersect(Bounds(latest_end=Instant(5))) is None
        True
        """
        try:
            return Bounds(
                _latest(self.earliest_start, other.earliest_start),
                latest_start=_earliest(self.latest_start, other.latest_start),
                earliest_end=_latest(self.earliest_end, other.earliest_end),
                latest_end=_earliest(self.latest_end, other.latest_end),
            )
        except RangeError:
            return None

    def hull(self, other: Bounds) -> Bounds:
        """Return the tightest bounds that allow what either allows.

        >>> Bounds(Instant(5)).hull(Bounds(Instant(3))).earliest_start
        Instant(microseconds=3)
        """
        mine, theirs = self._attained(), other._attained()
        return Bounds(
            _both(min, mine.earliest_start, theirs.earliest_start),
            latest_start=_both(max, mine.latest_start, theirs.latest_start),
            earliest_end=_both(min, mine.earliest_end, theirs.earliest_end),
            latest_end=_both(max, mine.latest_end, theirs.latest_end),
        )

    def _attained(self) -> Bounds:
        """Return bounds that allow the same, each corner moved in to where it is reached."""
        last_start = None if self.latest_end is None else self.latest_end.plus(-CHRONON)
        first_end = None if self.earliest_start is None else self.earliest_start + CHRONON
        return Bounds(
            self.earliest_start,
            latest_start=_earliest(self.latest_start, last_start),
            earliest_end=_latest(self.earliest_end, first_end),
            latest_end=self.latest_end,
        )

    def pad(self, margin: Duration | Period, *, zone: str = "UTC") -> Bounds:
        """Return bounds that are wider by a margin on every side, for what was stated as approximate.

        >>> print(Bounds.within(Interval(Instant(0), Instant(10))).pad(Duration.of(hours=1)).earliest_start)
        1969-12-31T23:00:00Z
        """
        if not isinstance(margin, Duration | Period):
            raise WrongTypeError(f"a margin is a Duration or a Period, not {type(margin).__name__}")
        if (margin.microseconds if isinstance(margin, Duration) else min(margin.months, margin.days)) < 0:
            raise RangeError(f"a margin makes bounds wider, but {margin} is negative")

        def moved(corner: Instant | None, by: Duration | Period) -> Instant | None:
            return None if corner is None else corner.plus(by, zone=zone)

        return Bounds(
            moved(self.earliest_start, -margin),
            latest_start=moved(self.latest_start, margin),
            earliest_end=moved(self.earliest_end, -margin),
            latest_end=moved(self.latest_end, margin),
        )


def _rebuild(*corners: Instant | None) -> Bounds:
    earliest_start, latest_start, earliest_end, latest_end = corners
    return Bounds(earliest_start, latest_start=latest_start, earliest_end=earliest_end, latest_end=latest_end)


def _not_after(mine: Instant | None, theirs: Instant | None) -> bool:
    return mine is None or (theirs is not None and mine <= theirs)


def _not_before(mine: Instant | None, theirs: Instant | None) -> bool:
    return mine is None or (theirs is not None and mine >= theirs)


def _latest(*corners: Instant | None) -> Instant | None:
    return max((corner for corner in corners if corner is not None), default=None)


def _earliest(*corners: Instant | None) -> Instant | None:
    return min((corner for corner in corners if corner is not None), default=None)


def _both(
    choose: Callable[[Instant, Instant], Instant], one: Instant | None, two: Instant | None
) -> Instant | None:
    return None if one is None or two is None else choose(one, two)


ANYTIME = Bounds()
"""Nothing is known: all four corners are open."""
