"""Strategies for values on the time line; everything shrinks towards the first of January 2000."""

from __future__ import annotations

from typing import Any, Final, Protocol, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.errors import RangeError
from timeline.times import (
    Bounds,
    BusinessDays,
    CivilDate,
    CivilTime,
    Duration,
    Granularity,
    Instant,
    Interval,
    Period,
    Turns,
)
from timeline.times.calendar import date_from_day_number
from timeline.times.distance import Amount, Distance

__all__ = [
    "amounts_of_time",
    "bounds",
    "business_days",
    "civil_dates",
    "civil_times",
    "distances",
    "durations",
    "instants",
    "intervals",
    "periods",
    "turns",
    "zones",
]

DAY: Final = 86_400_000_000
FIRST: Final = Instant.of(2000)
FIRST_DAY: Final = CivilDate(2000)
FEW: Final = 1_000
TURNING: Final = (Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)
ZONES: Final = (
    "UTC",
    "Asia/Seoul",
    "Europe/Moscow",
    "America/New_York",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "+05:30",
)


class Ordered(Protocol):
    """What can be compared with its like."""

    def __lt__(self, other: Any, /) -> bool: ...


V = TypeVar("V", bound=Ordered)


def check_range(kind: type[V], min_value: V | None, max_value: V | None) -> None:
    """Refuse limits of another type, and limits that nothing lies between."""
    for name, value in (("min_value", min_value), ("max_value", max_value)):
        if value is not None and not isinstance(value, kind):
            raise InvalidArgument(f"{name}={value!r} is no {kind.__name__}")
    if min_value is not None and max_value is not None and max_value < min_value:
        raise InvalidArgument(f"nothing lies between {min_value=} and {max_value=}")


def whole_numbers(low: int | None, high: int | None, start: int, unit: int) -> st.SearchStrategy[int]:
    """Return numbers in a range: a few whole units from a start where there are any, and all others.

    The few come first, so that a failure that is far away, and needs no more than a unit, is found again near by.
    """
    least, most = _minus(low, start), _minus(high, start)
    kinds = [st.integers(least, most)]
    first = -FEW if least is None else max(-FEW, -(-least // unit))
    last = FEW if most is None else min(FEW, most // unit)
    if first <= last:
        kinds.insert(0, st.integers(first, last).map(lambda count: count * unit))
    return st.one_of(kinds).map(lambda away: start + away)


def _minus(limit: int | None, start: int) -> int | None:
    return None if limit is None else limit - start


def zones() -> st.SearchStrategy[str]:
    """Return names of time zones, of clocks that change and of clocks that do not; shrinks to UTC.

    >>> from hypothesis import find
    >>> find(zones(), lambda zone: True)
    'UTC'
    """
    return st.sampled_from(ZONES)


def instants(
    min_value: Instant | None = None, max_value: Instant | None = None
) -> st.SearchStrategy[Instant]:
    """Return instants, at any distance; shrinks to the start of 2000 in UTC, whole days before others.

    >>> from hypothesis import find
    >>> print(find(instants(), lambda instant: instant > Instant.of(2000, 1, 3)))
    2000-01-04T00:00:00Z
    """
    check_range(Instant, min_value, max_value)
    low, high = (None if limit is None else limit.microseconds for limit in (min_value, max_value))
    return whole_numbers(low, high, FIRST.microseconds, DAY).map(Instant)


def durations(
    min_value: Duration | None = None, max_value: Duration | None = None
) -> st.SearchStrategy[Duration]:
    """Return exact lengths, of either sign; shrinks to none, whole hours before others.

    >>> from hypothesis import find
    >>> print(find(durations(), lambda duration: duration > Duration(0)))
    PT1H
    """
    check_range(Duration, min_value, max_value)
    low, high = (None if limit is None else limit.microseconds for limit in (min_value, max_value))
    return whole_numbers(low, high, 0, DAY // 24).map(Duration)


def periods(*, max_months: int | None = None, max_days: int | None = None) -> st.SearchStrategy[Period]:
    """Return months and days, forwards or backwards, each up to a limit; shrinks to no days.

    >>> from hypothesis import find
    >>> print(find(periods(), lambda period: period.months < 0))
    -P1M
    """
    for name, limit in (("max_months", max_months), ("max_days", max_days)):
        if limit is not None and limit < 0:
            raise InvalidArgument(f"{name}={limit!r} is no number of them")
    forwards = st.builds(Period, st.integers(0, max_months), st.integers(0, max_days))
    return st.one_of(forwards, forwards.map(lambda period: -period))


def business_days(*, max_count: int | None = None) -> st.SearchStrategy[BusinessDays]:
    """Return business days, forwards or backwards, up to a number; shrinks to none, from Monday to Friday.

    >>> from hypothesis import find
    >>> print(find(business_days(), lambda amount: amount.calendar is not None and amount.count > 0))
    P1D[business=GB-ENG]
    """
    if max_count is not None and max_count < 0:
        raise InvalidArgument(f"max_count={max_count!r} is no number of them")
    counts = st.integers(None if max_count is None else -max_count, max_count)
    return st.builds(BusinessDays, counts, st.sampled_from((None, "GB-ENG", "US", "fridays")))


def turns(*, max_count: int | None = None) -> st.SearchStrategy[Turns]:
    """Return turns of weeks, months, quarters and years, up to a number; shrinks to the same week.

    >>> from hypothesis import find
    >>> print(find(turns(), lambda amount: amount.unit is Granularity.YEAR))
    P0Y[turns]
    """
    if max_count is not None and max_count < 0:
        raise InvalidArgument(f"max_count={max_count!r} is no number of them")
    counts = st.integers(None if max_count is None else -max_count, max_count)
    weeks = st.builds(Turns, counts, st.just(Granularity.WEEK), st.integers(1, 7))
    return weeks | st.builds(Turns, counts, st.sampled_from(TURNING))


def civil_dates(
    min_value: CivilDate | None = None, max_value: CivilDate | None = None
) -> st.SearchStrategy[CivilDate]:
    """Return days of the calendar, in any year; shrinks to the first of January 2000.

    >>> from hypothesis import find
    >>> print(find(civil_dates(), lambda date: date > CivilDate(2000, 1, 31)))
    2000-02-01
    """
    check_range(CivilDate, min_value, max_value)
    low, high = (None if limit is None else limit.number for limit in (min_value, max_value))
    return whole_numbers(low, high, FIRST_DAY.number, 1).map(date_from_day_number)


def civil_times(
    min_value: CivilDate | None = None, max_value: CivilDate | None = None
) -> st.SearchStrategy[CivilTime]:
    """Return a date with what clocks show, between two dates; shrinks to midnight."""
    return st.builds(CivilTime, civil_dates(min_value, max_value), st.integers(0, DAY - 1))


@st.composite
def _intervals(draw: st.DrawFn, low: int | None, high: int | None, *, allow_open: bool) -> Interval:
    start = draw(whole_numbers(low, None if high is None else high - 1, FIRST.microseconds, DAY))
    end = draw(whole_numbers(start + 1, high, start, DAY))
    open_sides = draw(st.tuples(st.booleans(), st.booleans())) if allow_open else (False, False)
    return Interval(None if open_sides[0] else Instant(start), None if open_sides[1] else Instant(end))


def intervals(
    min_value: Instant | None = None, max_value: Instant | None = None, *, allow_open: bool = True
) -> st.SearchStrategy[Interval]:
    """Return intervals whose closed sides lie between two instants; shrinks to a whole day.

    >>> from hypothesis import find
    >>> print(find(intervals(), lambda interval: True))
    2000-01-01T00:00:00Z/2000-01-02T00:00:00Z
    """
    return _intervals(*_room(min_value, max_value), allow_open=allow_open)


@st.composite
def _bounds(draw: st.DrawFn, low: int | None, high: int | None, *, allow_open: bool) -> Bounds:
    start = draw(whole_numbers(low, None if high is None else high - 1, FIRST.microseconds, DAY))
    end = draw(whole_numbers(start + 1, high, start, DAY))
    latest_start = draw(whole_numbers(start, high, start, DAY))
    earliest_end = draw(whole_numbers(low, end, end, DAY))
    corners = [
        None if allow_open and draw(st.booleans()) else Instant(corner)
        for corner in (start, latest_start, earliest_end, end)
    ]
    return Bounds(corners[0], latest_start=corners[1], earliest_end=corners[2], latest_end=corners[3])


def bounds(
    min_value: Instant | None = None, max_value: Instant | None = None, *, allow_open: bool = True
) -> st.SearchStrategy[Bounds]:
    """Return bounds of every shape, their corners between two instants.

    >>> from hypothesis import find
    >>> find(bounds(), lambda bounds: bounds.is_open).is_open
    True
    """
    return _bounds(*_room(min_value, max_value), allow_open=allow_open)


def _room(min_value: Instant | None, max_value: Instant | None) -> tuple[int | None, int | None]:
    check_range(Instant, min_value, max_value)
    if min_value is not None and min_value == max_value:
        raise InvalidArgument(f"nothing lasts no time, but {min_value=} is {max_value=}")
    low, high = (None if limit is None else limit.microseconds for limit in (min_value, max_value))
    return low, high


def amounts_of_time() -> st.SearchStrategy[Amount]:
    """Return amounts of every kind; shrinks to no time."""
    return st.one_of(durations(), periods(), business_days(), turns())


@st.composite
def _distances(draw: st.DrawFn, amounts: st.SearchStrategy[Amount]) -> Distance:
    lower = draw(st.sampled_from(("", "at_least", "more_than")))
    upper = draw(st.sampled_from(("", "at_most", "less_than")))
    low = {lower: draw(amounts)} if lower else {}
    high = {upper: draw(amounts)} if upper else {}
    try:
        return Distance(**low, **high)
    except RangeError:
        return Distance(**low)


def distances(amounts: st.SearchStrategy[Amount] | None = None) -> st.SearchStrategy[Distance]:
    """Return how far apart two points can be said to be, with limits from a strategy of lengths.

    >>> from hypothesis import find
    >>> print(find(distances(periods()), lambda distance: distance.less_than is not None))
    less than P0D
    """
    return _distances(amounts if amounts is not None else amounts_of_time())
