"""Calendars in which sources date: when a year begins, how long its months are, and which years there are.

The calendars are data here; how each one counts is the arithmetic of `reckoning`. Days count from 1970-01-01 of the proleptic
Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from timeline.errors import UnknownReferenceError, shorten
from timeline.expressions.edtf import reckoning
from timeline.expressions.edtf.reckoning import Months

__all__ = ["CALENDARS", "Calendar", "calendar_named"]


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
    last_year: int | None = attrs.field(default=None, kw_only=True)

    def has_year(self, year: int) -> bool:
        """Return whether a year is one that this calendar counts.

        >>> CALENDARS["republican"].has_year(14), CALENDARS["republican"].has_year(15)
        (True, False)
        """
        late_enough = self.first_year is None or year >= self.first_year
        return late_enough and (self.last_year is None or year <= self.last_year)

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


CALENDARS: Final = {
    calendar.name: calendar
    for calendar in (
        Calendar("julian", reckoning.julian_new_year, reckoning.julian_months),
        Calendar("hebrew", reckoning.hebrew_new_year, reckoning.hebrew_months, first_year=1),
        Calendar("islamic", reckoning.islamic_new_year, reckoning.islamic_months, first_year=1),
        Calendar(
            "persian", reckoning.persian_new_year, reckoning.persian_months, first_year=1304, last_year=1501
        ),
        Calendar("coptic", reckoning.coptic_new_year, reckoning.alexandrian_months, first_year=1),
        Calendar("ethiopian", reckoning.ethiopian_new_year, reckoning.alexandrian_months, first_year=1),
        Calendar(
            "republican",
            reckoning.republican_new_year,
            reckoning.alexandrian_months,
            first_year=1,
            last_year=14,
        ),
        Calendar("saka", reckoning.saka_new_year, reckoning.saka_months, first_year=1),
    )
}
"""By name. Hebrew months count from Nisan; the Islamic calendar is the arithmetical one, with the civil epoch; Persian is
the solar calendar of Iran, from the law that made it (1925) for as long as its cycle of 33 years agrees with the equinox;
republican is the French one, while it was used; saka is the national calendar of India."""
