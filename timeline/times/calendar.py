"""The proleptic Gregorian calendar as plain integers, at any year; 0 is 1 BCE.

Days count from 1970-01-01. Nothing here knows zones, text or instants.
The arithmetic shifts the year to begin in March, so that the leap day comes last
(Baum, "Date Algorithms", 1998).
"""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError

__all__ = [
    "CivilDate",
    "add_months",
    "date_from_day_number",
    "day_number",
    "days_in_month",
    "integer",
    "is_leap_year",
    "iso_week_start",
]

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_BEFORE_MONTH_FROM_MARCH = (306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275)
EPOCH_FROM_MARCH_OF_YEAR_ZERO = 719_468
DAYS_IN_400_YEARS = 146_097


def integer(value: object, name: str) -> int:
    """Return a value that is truly an integer; True and 1.0 are not.

    >>> integer(3, "month")
    3
    """
    if type(value) is not int:
        raise WrongTypeError(f"{name} must be an integer, not {type(value).__name__}")
    return value


def is_leap_year(year: int) -> bool:
    """Return whether a year has 366 days; year 0 does.

    >>> [year for year in (-4, 0, 1900, 2000, 2024, 2025) if is_leap_year(year)]
    [-4, 0, 2000, 2024]
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has.

    >>> days_in_month(2024, 2), days_in_month(2025, 2)
    (29, 28)
    """
    return 29 if month == 2 and is_leap_year(year) else MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a date that exists; the inverse of `date_from_day_number`.

    >>> day_number(1970, 1, 1), day_number(0, 3, 1)
    (0, -719468)
    """
    if month <= 2:
        year -= 1
    leap_days = year // 4 - year // 100 + year // 400
    return (
        365 * year
        + leap_days
        + DAYS_BEFORE_MONTH_FROM_MARCH[month - 1]
        + day
        - 1
        - EPOCH_FROM_MARCH_OF_YEAR_ZERO
    )


def date_from_day_number(number: int) -> CivilDate:
    """Return the date that is so many days after 1970-01-01.

    >>> date_from_day_number(20_000)
    CivilDate(year=2024, month=10, day=4)
    """
    cycle, day_of_cycle = divmod(number + EPOCH_FROM_MARCH_OF_YEAR_ZERO, DAYS_IN_400_YEARS)
    year_of_cycle = (
        day_of_cycle - day_of_cycle // 1460 + day_of_cycle // 36_524 - day_of_cycle // 146_096
    ) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    year = 400 * cycle + year_of_cycle + (1 if month <= 2 else 0)
    return CivilDate(year, month, day)


def iso_week_start(year: int, week: int) -> int:
    """Return the day number of the Monday of an ISO 8601 week (1 is the week that holds 4 January).

    >>> date_from_day_number(iso_week_start(2025, 1))
    CivilDate(year=2024, month=12, day=30)
    """
    fourth = day_number(year, 1, 4)
    monday = fourth - (fourth + 3) % 7
    start = monday + 7 * (week - 1)
    if week < 1 or start >= day_number(year, 12, 29):
        raise RangeError(f"week {week} does not exist in {year}")
    return start


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month that lie so many months later.

    >>> add_months(2025, 11, 3), add_months(0, 1, -1)
    ((2026, 2), (-1, 12))
    """
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


@attrs.frozen(order=True)
class CivilDate:
    """A day of the calendar, nowhere in particular; any year, and only days that exist.

    >>> CivilDate(2024, 2, 29).plus(months=12)
    CivilDate(year=2025, month=2, day=28)
    >>> CivilDate(2025, 2, 29)
    Traceback (most recent call last):
    timeline.errors.RangeError: 2025-02-29 does not exist
    """

    year: int
    month: int = 1
    day: int = 1

    def __attrs_post_init__(self) -> None:
        integer(self.year, "year")
        integer(self.month, "month")
        integer(self.day, "day")
        if not 1 <= self.month <= 12 or not 1 <= self.day <= days_in_month(self.year, self.month):
            raise RangeError(f"{self} does not exist")

    def __reduce__(self) -> tuple[object, ...]:
        return CivilDate, (self.year, self.month, self.day)

    def __str__(self) -> str:
        return f"{format_year(self.year)}-{self.month:02d}-{self.day:02d}"

    @property
    def number(self) -> int:
        """The days since 1970-01-01.

        >>> CivilDate(1970, 1, 2).number
        1
        """
        return day_number(self.year, self.month, self.day)

    @property
    def weekday(self) -> int:
        """The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).

        >>> CivilDate(2025, 12, 12).weekday
        5
        """
        return (self.number + 3) % 7 + 1

    def plus(self, *, months: int = 0, days: int = 0) -> CivilDate:
        """Return the day that lies so many months, and then so many days, later.

        Where the month is too short its last day is taken: 31 January plus a month is the end of February.

        >>> CivilDate(2025, 1, 31).plus(months=1, days=1)
        CivilDate(year=2025, month=3, day=1)
        """
        moved = self
        if months:
            year, month = add_months(self.year, self.month, months)
            moved = CivilDate(year, month, min(self.day, days_in_month(year, month)))
        return date_from_day_number(moved.number + days) if days else moved


def format_year(year: int) -> str:
    """Return a year in ISO 8601: four digits, or a sign and more digits outside 0 to 9999.

    >>> format_year(44), format_year(-43), format_year(12_345)
    ('0044', '-0043', '+12345')
    """
    if year < 0:
        return f"-{-year:04d}"
    return f"+{year}" if year > 9999 else f"{year:04d}"
