"""How calendars count, as integers: the first day of each year, and the months of a year with their lengths.

Days count from 1970-01-01 of the proleptic Gregorian calendar. Source of the arithmetic: E. M. Reingold and
N. Dershowitz, "Calendrical Calculations" (arithmetical Hebrew, Islamic and Persian calendars).
"""

from __future__ import annotations

from timeline.times.calendar import day_number, is_leap_year

__all__ = [
    "Months",
    "alexandrian_months",
    "coptic_new_year",
    "ethiopian_new_year",
    "hebrew_months",
    "hebrew_new_year",
    "islamic_months",
    "islamic_new_year",
    "julian_months",
    "julian_new_year",
    "persian_months",
    "persian_new_year",
    "republican_new_year",
    "saka_months",
    "saka_new_year",
]

Months = tuple[tuple[int, int], ...]


JULIAN_NEW_YEAR_1 = -719_164
"""1 January of the year 1, Julian, is 30 December of the year 0, Gregorian."""


def julian_new_year(year: int) -> int:
    """Return the first day of a year that has a leap day whenever 4 divides it.

    >>> julian_new_year(1970)
    13
    """
    return JULIAN_NEW_YEAR_1 + 365 * (year - 1) + (year - 1) // 4


def julian_months(year: int) -> Months:
    """Return the months of a Julian year.

    >>> julian_months(1900)[1]
    (2, 29)
    """
    lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return tuple(enumerate(lengths, 1))


ISLAMIC_NEW_YEAR_1 = -492_148
"""16 July 622, Julian: the civil epoch."""


def islamic_new_year(year: int) -> int:
    """Return the first day of a year of twelve moons; 11 years in 30 have a day more.

    >>> islamic_new_year(1445) - islamic_new_year(1444)
    354
    """
    return ISLAMIC_NEW_YEAR_1 + 354 * (year - 1) + (11 * year + 3) // 30


def islamic_months(year: int) -> Months:
    """Return the months of an Islamic year, of 30 and 29 days by turns.

    >>> islamic_months(1445)[-1]
    (12, 30)
    """
    days = islamic_new_year(year + 1) - islamic_new_year(year)
    return tuple((month, 30 if month % 2 or (month == 12 and days == 355) else 29) for month in range(1, 13))


HEBREW_EPOCH = -2_092_590
"""7 October of the year -3760, Julian."""
PARTS_OF_A_DAY = 25_920


def _hebrew_elapsed(year: int) -> int:
    """Return the days from the epoch to the mean new moon of a year, put off by the rule of the weekdays."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // PARTS_OF_A_DAY
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def hebrew_new_year(year: int) -> int:
    """Return the first of Tishri, put off where a year would be too long or too short.

    >>> hebrew_new_year(5784)
    19616
    """
    before, this, after = (_hebrew_elapsed(number) for number in (year - 1, year, year + 1))
    put_off = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + put_off


def hebrew_months(year: int) -> Months:
    """Return the months of a Hebrew year in its order, from Tishri (7) to Elul (6).

    >>> len(hebrew_months(5784)), hebrew_months(5784)[0]
    (13, (7, 30))
    """
    days = hebrew_new_year(year + 1) - hebrew_new_year(year)
    leap = (7 * year + 1) % 19 < 7
    cheshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    adar = ((12, 30), (13, 29)) if leap else ((12, 29),)
    winter = ((7, 30), (8, cheshvan), (9, kislev), (10, 29), (11, 30), *adar)
    return (*winter, (1, 30), (2, 29), (3, 30), (4, 29), (5, 30), (6, 29))


PERSIAN_NEW_YEAR_1 = -492_268
"""Reached by counting back from 21 March 2025, the first day of 1404, by cycles of 33 years."""


def persian_new_year(year: int) -> int:
    """Return the first of Farvardin; 8 years in 33 are leap years, which agrees with the equinox for centuries.

    >>> persian_new_year(1404) == day_number(2025, 3, 21)
    True
    """
    return PERSIAN_NEW_YEAR_1 + 365 * (year - 1) + (8 * year + 21) // 33


def persian_months(year: int) -> Months:
    """Return the months of a Persian year: six of 31 days, five of 30, and what is left.

    >>> persian_months(1403)[-1]
    (12, 30)
    """
    last = persian_new_year(year + 1) - persian_new_year(year) - 336
    return tuple(enumerate((31,) * 6 + (30,) * 5 + (last,), 1))


COPTIC_NEW_YEAR_1 = -615_558
"""29 August 284, Julian."""
ETHIOPIAN_NEW_YEAR_1 = -716_367
"""29 August 8, Julian."""
REPUBLICAN_NEW_YEAR_1 = -64_748
"""22 September 1792, Gregorian."""


def coptic_new_year(year: int) -> int:
    """Return the first of Thout; every fourth year, the one before a year that 4 divides, has a day more.

    >>> coptic_new_year(1741) == day_number(2024, 9, 11)
    True
    """
    return COPTIC_NEW_YEAR_1 + 365 * (year - 1) + year // 4


def ethiopian_new_year(year: int) -> int:
    """Return the first of Maskaram, which is the first of Thout 276 years behind.

    >>> ethiopian_new_year(2017) == coptic_new_year(1741)
    True
    """
    return ETHIOPIAN_NEW_YEAR_1 + 365 * (year - 1) + year // 4


def republican_new_year(year: int) -> int:
    """Return the first of Vendémiaire; while the calendar was used the years 3, 7 and 11 had a day more.

    >>> republican_new_year(8) == day_number(1799, 9, 23)
    True
    """
    return REPUBLICAN_NEW_YEAR_1 + 365 * (year - 1) + year // 4


def alexandrian_months(year: int) -> Months:
    """Return twelve months of 30 days, and a thirteenth of the five or six days that are left.

    >>> alexandrian_months(3)[-1]
    (13, 6)
    """
    return (*((month, 30) for month in range(1, 13)), (13, 6 if year % 4 == 3 else 5))


SAKA_YEARS_BEHIND = 78


def saka_new_year(year: int) -> int:
    """Return the first of Chaitra: 22 March, or 21 March in a leap year of the Gregorian calendar.

    >>> saka_new_year(1946) == day_number(2024, 3, 21)
    True
    """
    gregorian = year + SAKA_YEARS_BEHIND
    return day_number(gregorian, 3, 21 if is_leap_year(gregorian) else 22)


def saka_months(year: int) -> Months:
    """Return the months of a year of the Saka era; its leap day comes at the end of the first.

    >>> saka_months(1946)[0]
    (1, 31)
    """
    first = 31 if is_leap_year(year + SAKA_YEARS_BEHIND) else 30
    return tuple(enumerate((first, *(31,) * 5, *(30,) * 6), 1))
