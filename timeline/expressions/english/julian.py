"""The Julian calendar, as far as words need it: the days of its dates, and the last year in which all kept it."""

from __future__ import annotations

from timeline.expressions.edtf.reckoning import julian_months, julian_new_year
from timeline.expressions.english.values import Calendar

__all__ = ["FIRST_GREGORIAN", "julian_day", "julian_number"]

FIRST_GREGORIAN = 1583
"""The first year that was Gregorian from its beginning, where it was so at all (the bull Inter gravissimas, 1582).

Dates of the years before are named as people named them then, and are not converted (limitations.md).
"""


def julian_number(year: int, month: int, day: int) -> int:
    """Return the number of a day of the Julian calendar, counted from 1970-01-01 of the Gregorian one.

    >>> from timeline.times.calendar import day_number
    >>> julian_number(1917, 10, 25) == day_number(1917, 11, 7)
    True
    """
    return julian_new_year(year) + sum(length for _, length in julian_months(year)[: month - 1]) + day - 1


def julian_day(date: Calendar) -> int | None:
    """Return the number of the day that a date is in the Julian calendar, none where there is no such day.

    >>> julian_day(Calendar(1917, month=2, day=29)), julian_day(Calendar(1916, month=2, day=29)) is None
    (None, False)
    """
    year, month, day = date.year or 0, date.month or 1, date.day or 1
    _, length = julian_months(year)[month - 1]
    return None if day > length else julian_number(year, month, day)
