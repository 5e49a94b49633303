"""Amounts that are counted in days of a calendar, as monotone functions of the day, and their exact inverses.

A day is a number from 1970-01-01. What lies an amount after it can be several days (the whole of the month after), so that
`reached` has two sides: 0 for the first of them, 1 for the last. `least_from` is the inverse of each: a day and what
it reaches are a Galois connection, ``reached(day) >= later`` exactly where ``day >= least_from(later)``.
"""

from __future__ import annotations

import functools
import itertools
from itertools import accumulate
from operator import sub

from timeline.times.business import BusinessDays
from timeline.times.calendar import DAYS_IN_400_YEARS, date_from_day_number, day_number, days_in_month
from timeline.times.duration import Period
from timeline.times.granularity import Granularity
from timeline.times.turns import MONTHS, Turns
from timeline.times.worked import worked_days

__all__ = ["Counted", "day_range", "least_from", "reached"]

Counted = Period | BusinessDays | Turns


def reached(day: int, amount: Counted, side: int) -> int:
    """Return the first (side 0) or the last day (side 1) that lies an amount after a day.

    >>> reached(0, Period.of(months=1), 0), reached(0, Turns(1, Granularity.MONTH), 1)
    (31, 58)
    """
    if isinstance(amount, Period):
        return _months_later(day, amount) if amount.months else day + amount.days
    return amount.later(day) if isinstance(amount, BusinessDays) else amount.span(day)[side]


def least_from(later: int, amount: Counted, side: int) -> int:
    """Return the first day from which `reached` comes to a given day or past it.

    >>> least_from(58, Period.of(months=1), 0), least_from(59, Period.of(months=1), 0)
    (27, 31)
    """
    if isinstance(amount, Turns):
        return amount.least_before(later, side)
    if isinstance(amount, BusinessDays):
        return amount.least_before(later)
    if not amount.months:
        return later - amount.days
    day = reached(later, -amount, side)
    while reached(day, amount, side) >= later:
        day -= 1
    while reached(day, amount, side) < later:
        day += 1
    return day


@functools.lru_cache(maxsize=65_536)
def _months_later(day: int, period: Period) -> int:
    return date_from_day_number(day).plus(months=period.months, days=period.days).number


@functools.lru_cache(maxsize=4_096)
def day_range(amount: Counted) -> tuple[int, int]:
    """Return the fewest and the most days that an amount can have, on any page of its calendar.

    >>> day_range(Period.of(months=1)), day_range(BusinessDays(1)), day_range(Turns(1, Granularity.MONTH))
    ((28, 31), (1, 3), (1, 61))
    """
    if isinstance(amount, Period):
        return _days(amount.months, 0) + amount.days, _days(amount.months, 1) + amount.days
    if isinstance(amount, Turns):
        return 1 + _days_of_units(amount, -1)[0], _days_of_units(amount, 1)[1] - 1
    if amount.count < 0:
        fewest, most = day_range(-amount)
        return -most, -fewest
    cycles, rest = divmod(amount.count, FEW)
    fewest, most = _days_worked(rest, amount.calendar)
    whole = _days_worked(FEW if cycles else 0, amount.calendar)
    return cycles * whole[0] + fewest, cycles * whole[1] + most


WEEK = 7
FEW = 4_096
"""Longer counts of business days are put together from these: a little wider than they are, and never narrower."""


@functools.cache
def _days_worked(count: int, calendar: str | None) -> tuple[int, int]:
    """Return the fewest and the most days that business days take, from any day of a calendar: tried in all of its years."""
    if not count:
        return 0, 0
    days = _worked_around(calendar)
    later = itertools.islice(days, count - 1, None)
    return min(map(sub, later, days)) + 1, max(map(sub, itertools.islice(days, count, None), days))


@functools.cache
def _worked_around(calendar: str | None) -> tuple[int, ...]:
    """Return the worked days that a calendar knows, and so many before and after them that every week is tried."""
    worked = worked_days(calendar)
    around = FEW + WEEK
    first, last = worked.passed(worked.first - 1), worked.passed(worked.after - 1)
    before = map(worked.day, range(first - around, first + 1))
    return (*before, *worked.known, *map(worked.day, range(last + 1, last + around)))


def _days_of_units(turns: Turns, more: int) -> tuple[int, int]:
    """Return the fewest and the most days of so many whole units and one more or less."""
    count = turns.count + more
    if turns.unit is Granularity.WEEK:
        return WEEK * count, WEEK * count
    months = MONTHS[turns.unit]
    return _days(months * count, 0, months), _days(months * count, 1, months)


def _days(months: int, side: int, stride: int = 1) -> int:
    """Return the fewest (side 0) or most (1) days that months can have; a month back is 4799 from a cycle before."""
    cycles, rest = divmod(months, MONTHS_IN_CYCLE)
    return cycles * DAYS_IN_400_YEARS + _days_of_months(rest, stride)[side]


@functools.cache
def _days_of_months(months: int, stride: int) -> tuple[int, int]:
    """Look at every month of a cycle, or every third or twelfth, from which so many months, under 4800, can be counted.

    From first to first of a month is enough: where the month is too short, its last day is taken, and from last day
    to last day is as far as from the first that follows to the first that follows.
    """
    firsts = _firsts_of_months()
    spans = list(map(sub, firsts[months : months + MONTHS_IN_CYCLE], firsts))[::stride]
    return min(spans), max(spans)


@functools.cache
def _firsts_of_months() -> tuple[int, ...]:
    """Return the number of the first day of each month of 800 years."""
    cycle = [days_in_month(year, month) for year in range(400) for month in range(1, 13)]
    return tuple(accumulate((*cycle, *cycle), initial=day_number(0, 1, 1)))


MONTHS_IN_CYCLE = 4_800
