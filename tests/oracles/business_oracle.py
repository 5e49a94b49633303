"""Business days and calendar units, slow and obviously right: by walking from day to day and asking each of them.

Nothing here uses the arithmetic of `timeline.times`; days are those of the standard library.
"""

from __future__ import annotations

import datetime
import functools
import warnings
from collections.abc import Callable
from typing import Any

EPOCH = datetime.date(1970, 1, 1)
ONE = datetime.timedelta(days=1)
CALENDARS = (None, "US", "GB-ENG", "DE-BY", "CN", "IL", "AE", "ECB", "fridays", "sundays")


def date_of(day: int) -> datetime.date:
    return EPOCH + day * ONE


def number_of(date: datetime.date) -> int:
    return (date - EPOCH).days


@functools.cache
def kept(name: str) -> Any:
    """Return what the package `holidays` knows; it looks up a year when a day of it is asked for."""
    import holidays

    country, _, part = name.partition("-")
    if name in holidays.list_supported_financial():
        return holidays.financial_holidays(name)
    return holidays.country_holidays(country, subdiv=part or None)


def is_worked(day: int, calendar: str | None) -> bool:
    date = date_of(day)
    if calendar in {"fridays", "sundays"}:
        return f"{date:%A}s".lower() == calendar
    if calendar is None or not kept(calendar).start_year <= date.year <= kept(calendar).end_year:
        return date.isoweekday() <= 5
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(kept(calendar).is_working_day(date))


def walk(day: int, count: int, calendar: str | None) -> int:
    """Go on, or back, day by day, until so many worked days have been met; the day itself is not looked at."""
    side = 1 if count > 0 else -1
    left = abs(count)
    while left:
        day += side
        left -= is_worked(day, calendar)
    return day


def same_unit(unit: str, week_start: int) -> Callable[[datetime.date], tuple[int, ...]]:
    """Return what names the unit that holds a date."""
    if unit == "week":
        return lambda date: (number_of(date - (date.isoweekday() - week_start) % 7 * ONE),)
    if unit == "month":
        return lambda date: (date.year, date.month)
    if unit == "quarter":
        return lambda date: (date.year, (date.month - 1) // 3)
    return lambda date: (date.year,)


def turn(day: int, count: int, unit: str, week_start: int) -> tuple[int, int]:
    """Walk until the unit has turned so often; return the first and the last day of the unit that is reached."""
    name = same_unit(unit, week_start)
    side = 1 if count > 0 else -1
    left = abs(count)
    while left:
        left -= name(date_of(day)) != name(date_of(day + side))
        day += side
    first = last = day
    while name(date_of(first - 1)) == name(date_of(day)):
        first -= 1
    while name(date_of(last + 1)) == name(date_of(day)):
        last += 1
    return first, last
