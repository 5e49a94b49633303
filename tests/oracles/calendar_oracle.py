"""The calendar and the clocks again, slow and obviously right: by walking, and by the standard library.

Nothing here uses the arithmetic of `timeline.times`; dates are plain tuples (year, month, day).
"""

from __future__ import annotations

import datetime
import functools
import itertools
import zoneinfo
from collections.abc import Iterator

Date = tuple[int, int, int]

SECOND = 1_000_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)


def leap(year: int) -> bool:
    """Say whether a year has a 29 February, in the words of the papal bull."""
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0


def month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if leap(year) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def next_day(date: Date) -> Date:
    year, month, day = date
    if day < month_length(year, month):
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def previous_day(date: Date) -> Date:
    year, month, day = date
    if day > 1:
        return year, month, day - 1
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, month_length(year, month)


def walk(date: Date) -> Iterator[Date]:
    """Go from day to day, for ever."""
    while True:
        yield date
        date = next_day(date)


@functools.cache
def days_to_year(year: int) -> int:
    """Count the days from 1970-01-01 to 1 January of a year, one year after the other."""
    if year >= 1970:
        return sum(366 if leap(passed) else 365 for passed in range(1970, year))
    return -sum(366 if leap(passed) else 365 for passed in range(year, 1970))


def walk_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Go from month to month, forward or back."""
    for _ in range(abs(months)):
        if months > 0:
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        else:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month


def same_in_range(year: int) -> tuple[int, int]:
    """Return the year of 2000 to 2399 with the same calendar, and how many 400-year cycles lie between."""
    cycles = (year - 2000) // 400
    return year - 400 * cycles, cycles


def stdlib_number(date: Date) -> int:
    """Count days with the standard library, in the cycle that it knows."""
    year, cycles = same_in_range(date[0])
    passed = datetime.date(year, date[1], date[2]) - datetime.date(1970, 1, 1)
    return passed.days + cycles * 146_097


def offset(microseconds: int, zone: str) -> int:
    """Return how far a zone is ahead of UTC, by the standard library alone (years 2 to 9998)."""
    shown = (EPOCH + microseconds * MICROSECOND).astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()
    assert shown is not None
    return shown // MICROSECOND


def shown_at(wall: int, zone: str) -> tuple[int, ...]:
    """Return all instants at which a zone shows a wall time: try every offset in use in those days."""
    nearby = range(wall - 2 * DAY, wall + 2 * DAY, HOUR // 2)
    offsets = {offset(instant, zone) for instant in nearby}
    return tuple(sorted(wall - ahead for ahead in offsets if offset(wall - ahead, zone) == ahead))


@functools.cache
def clock_changes(zone: str) -> tuple[int, ...]:
    """Return the instants from 1840 to 2045 at which the clocks of a zone are changed.

    Two changes within twelve days that undo each other would be missed; none are known.
    """
    start, end = (days_to_year(year) * DAY for year in (1840, 2045))
    found = []
    for left, right in itertools.pairwise(range(start, end, 12 * DAY)):
        if offset(left, zone) != offset(right, zone):
            found.append(_change_between(left, right, zone))
    return tuple(found)


def _change_between(left: int, right: int, zone: str) -> int:
    before = offset(left, zone)
    while right - left > 1:
        middle = (left + right) // 2
        if offset(middle, zone) == before:
            left = middle
        else:
            right = middle
    return right


def ordered_pairs(low: int, high: int) -> list[tuple[int, int]]:
    """Return all (start, end) of whole numbers with start < end."""
    return [(start, end) for start in range(low, high + 1) for end in range(start + 1, high + 1)]
