"""Calendars in which sources date, as integers: when a year begins, and how long its months are.

Days count from 1970-01-01 of the proleptic Gregorian calendar. Source of the arithmetic: E. M. Reingold and
N. Dershowitz, "Calendrical Calculations" (arithmetical Hebrew and Islamic calendars).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from timeline.errors import UnknownReferenceError, shorten

__all__ = ["CALENDARS", "Calendar", "calendar_named"]

Months = tuple[tuple[int, int], ...]


@attrs.frozen
class Calendar:
    """A calendar: its name, the number of the first day of a year, and the months of a year with their lengths.

    Months come in the order of the year, which in the Hebrew calendar begins with its seventh month.

    >>> CALENDARS["julian"].new_year(1970)
    13
    """

    name: str
    new_year: Callable[[int], int] = attrs.field(repr=False)
    months: Callable[[int], Months] = attrs.field(repr=False)
    first_year: int | None = attrs.field(default=None, kw_only=True)

    def month_days(self, year: int, month: int) -> tuple[int, int] | None:
        """Return the numbers of the first and last day of a month; None where the year has no such month.

        >>> CALENDARS["hebrew"].month_days(5784, 7)
        (19616, 19645)
        """
        start = self.new_year(year)
        for number, length in self.months(year):
            if number == month:
                return start, start + length - 1
            start += length
        return None

    def year_days(self, year: int) -> tuple[int, int]:
        """Return the numbers of the first and last day of a year.

        >>> first, last = CALENDARS["islamic"].year_days(1445)
        >>> last - first + 1
        355
        """
        return self.new_year(year), self.new_year(year + 1) - 1


def calendar_named(name: str) -> Calendar:
    """Return a calendar by its name.

    >>> calendar_named("julian").name
    'julian'
    """
    if name not in CALENDARS:
        known = ", ".join(CALENDARS)
        raise UnknownReferenceError(f"no calendar {shorten(name)}", hint=f"there are {known}")
    return CALENDARS[name]


JULIAN_NEW_YEAR_1 = -719_164
"""1 January of the year 1, Julian, is 30 December of the year 0, Gregorian."""


def _julian_new_year(year: int) -> int:
    return JULIAN_NEW_YEAR_1 + 365 * (year - 1) + (year - 1) // 4


def _julian_months(year: int) -> Months:
    lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return tuple(enumerate(lengths, 1))


ISLAMIC_NEW_YEAR_1 = -492_148
"""16 July 622, Julian: the civil epoch."""


def _islamic_new_year(year: int) -> int:
    return ISLAMIC_NEW_YEAR_1 + 354 * (year - 1) + (11 * year + 3) // 30


def _islamic_months(year: int) -> Months:
    days = _islamic_new_year(year + 1) - _islamic_new_year(year)
    return tuple((month, 30 if month % 2 or (month == 12 and days == 355) else 29) for month in range(1, 13))


HEBREW_EPOCH = -2_092_590
"""7 October of the year -3760, Julian."""
PARTS_OF_A_DAY = 25_920


def _hebrew_elapsed(year: int) -> int:
    """Return the days from the epoch to the mean new moon of a year, put off by the rule of the weekdays."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // PARTS_OF_A_DAY
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_new_year(year: int) -> int:
    before, this, after = (_hebrew_elapsed(number) for number in (year - 1, year, year + 1))
    put_off = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + put_off


def _hebrew_months(year: int) -> Months:
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    leap = (7 * year + 1) % 19 < 7
    cheshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    adar = ((12, 30), (13, 29)) if leap else ((12, 29),)
    winter = ((7, 30), (8, cheshvan), (9, kislev), (10, 29), (11, 30), *adar)
    return (*winter, (1, 30), (2, 29), (3, 30), (4, 29), (5, 30), (6, 29))


CALENDARS: Final = {
    calendar.name: calendar
    for calendar in (
        Calendar("julian", _julian_new_year, _julian_months),
        Calendar("hebrew", _hebrew_new_year, _hebrew_months, first_year=1),
        Calendar("islamic", _islamic_new_year, _islamic_months, first_year=1),
    )
}
"""By name. Hebrew months count from Nisan; the Islamic calendar is the arithmetical one, with the civil epoch."""
