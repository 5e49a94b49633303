"""Working days, Monday to Friday: words name no country, so nobody's holidays are counted."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import days
from timeline.expressions.english.frame import Window
from timeline.expressions.english.values import Count
from timeline.times import Granularity

__all__ = ["calendar_days", "working_day", "working_window"]

FRIDAY, SUNDAY, WEEK = 4, 6, 7
A_WEEK_OF_WORK = 5


def _weekday(day: int) -> int:
    """Return the day of the week, 0 for Monday; day 0 was a Thursday."""
    return (day + 3) % WEEK


def working_day(day: int, count: int, side: int) -> int:
    """Return the number of the working day that lies so many of them after (1) or before (-1) a day.

    >>> working_day(1, 1, 1)  # the day after Friday, 2 January 1970
    4
    """
    weeks, rest = divmod(count, A_WEEK_OF_WORK)
    if weeks and not rest:
        weeks, rest = weeks - 1, A_WEEK_OF_WORK
    day += side * WEEK * weeks
    while rest:
        day += side
        rest -= _weekday(day) <= FRIDAY
    return day


def calendar_days(count: int) -> tuple[int, int]:
    """Return the fewest and the most calendar days that so many working days can take.

    >>> calendar_days(1)
    (1, 3)
    """
    reached = [working_day(start, count, 1) - start for start in range(WEEK)]
    return min(reached), max(reached)


def working_window(count: Count, side: int, base: tuple[int, int], reason: str) -> Window:
    """Return the days that lie so many working days from the first to the last day of a stretch.

    >>> working_window(Count(), 1, (1, 1), "a day later").timex
    '1970-01-05'
    """
    low, high = -int(-count.low // 1), -int(-count.high // 1)
    nearest, furthest = (low, high) if side > 0 else (high, low)
    first, last = working_day(base[0], nearest, side), working_day(base[1], furthest, side)
    window = days(first, last + 1 - first, Granularity.DAY)
    return attrs.evolve(window, reason=f"{reason}, Monday to Friday")
