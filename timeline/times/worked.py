"""Which days are worked: Monday to Friday, or what a named calendar says; each has a number, so that counting is subtraction.

A calendar may also be the days of one weekday (``fridays``), so that "the second Friday after" is counted in the same way.

Named calendars are those of the package `holidays`: a country or a part of it by ISO 3166 (``US``, ``GB-ENG``), or a market
(``XNYS``, ``ECB``). It is loaded when a calendar is named. Outside the years that it knows, Monday to Friday are worked.
"""

from __future__ import annotations

import datetime
import functools
import warnings
from array import array
from bisect import bisect_right
from typing import Any, Final

import attrs

from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.times.calendar import date_from_day_number

__all__ = ["WEEKDAYS", "WorkedDays", "check_calendar", "is_calendar", "worked_days"]

WEEK: Final = 7
MONDAY: Final = -3
"""The Monday before 1970-01-01."""

MONDAY_TO_FRIDAY: Final = (0, 1, 2, 3, 4)
WEEKDAYS: Final = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
"""The calendars of one weekday."""

EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
HINT: Final = (
    "name a country or a part of it by ISO 3166, such as US or GB-ENG, or a market, such as XNYS or ECB"
)


@attrs.frozen(eq=False)
class WorkedDays:
    """The days that are worked, numbered in order and without end: 1 is the first that a calendar knows.

    `known` are the numbers of the days that the calendar knows, from `first` until `after`; before and afterwards those of the
    week that are in `week`, Monday being 0.

    >>> from timeline.times.calendar import CivilDate
    >>> plain = worked_days(None)
    >>> friday = CivilDate(2025, 12, 12).number
    >>> print(date_from_day_number(plain.day(plain.passed(friday) + 3)))  # a Friday, and three business days more
    2025-12-17
    """

    name: str | None
    known: array[int]
    first: int
    after: int
    week: tuple[int, ...] = MONDAY_TO_FRIDAY

    def passed(self, day: int) -> int:
        """Return the number of the last worked day up to a day, that day included."""
        if day < self.first:
            return self._in_weeks(day) - self._in_weeks(self.first - 1)
        if day < self.after:
            return bisect_right(self.known, day)
        return len(self.known) + self._in_weeks(day) - self._in_weeks(self.after - 1)

    def day(self, number: int) -> int:
        """Return the worked day of a number; the inverse of `passed` on worked days."""
        if number <= 0:
            return self._of_weeks(number + self._in_weeks(self.first - 1))
        if number <= len(self.known):
            return self.known[number - 1]
        return self._of_weeks(number - len(self.known) + self._in_weeks(self.after - 1))

    def knows(self, day: int) -> bool:
        """Return whether a day lies in the years that the calendar knows; Monday to Friday needs no knowledge.

        >>> from timeline.times.calendar import CivilDate
        >>> worked_days(None).knows(0), worked_days("US").knows(CivilDate(2150).number)
        (True, False)
        """
        return self.years is None or self.first <= day < self.after

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that the calendar knows; None where it needs no knowledge."""
        if self.first == self.after:
            return None
        return date_from_day_number(self.first).year, date_from_day_number(self.after - 1).year

    def _in_weeks(self, day: int) -> int:
        """Return how many days of the weeks there are up to a day, from the week of 1970-01-01 on."""
        weeks, rest = divmod(day - MONDAY, WEEK)
        return len(self.week) * weeks + bisect_right(self.week, rest)

    def _of_weeks(self, number: int) -> int:
        """Return the first day up to which there are so many days of the weeks."""
        weeks, rest = divmod(number - 1, len(self.week))
        return WEEK * weeks + self.week[rest] + MONDAY


def check_calendar(name: object) -> str | None:
    """Return the name of a calendar that there is, or None for Monday to Friday.

    >>> check_calendar("GB-ENG")
    'GB-ENG'
    >>> check_calendar("Atlantis")
    Traceback (most recent call last):
    timeline.errors.RangeError: no business calendar 'Atlantis'; name a country or a part of it by ISO 3166, such as US or GB-ENG, or a market, such as XNYS or ECB
    """
    if name is None:
        return None
    if not isinstance(name, str):
        raise WrongTypeError(f"a business calendar is named by text, not {type(name).__name__}", hint=HINT)
    if not is_calendar(name):
        raise RangeError(f"no business calendar {shorten(name)}", hint=HINT)
    return name


@functools.lru_cache(maxsize=1_024)
def is_calendar(name: str) -> bool:
    """Return whether a business calendar has a name.

    >>> is_calendar("DE-BY"), is_calendar("fridays"), is_calendar("EU")
    (True, True, False)
    """
    if name in WEEKDAYS:
        return True
    from holidays import (  # noqa: PLC0415  # tables that only a named calendar needs
        list_supported_countries,
        list_supported_financial,
    )

    country, dash, part = name.partition("-")
    if not dash:
        return name in list_supported_countries(include_aliases=False) or name in list_supported_financial()
    plain = part.isascii() and part.isalnum()  # the package has parts with long names besides
    return plain and part in list_supported_countries(include_aliases=False).get(country, ())


@functools.lru_cache(maxsize=256)
def worked_days(name: str | None) -> WorkedDays:
    """Return the worked days of a calendar, or Monday to Friday.

    >>> worked_days("US").years
    (1777, 2100)
    """
    if name is None:
        return WorkedDays(None, array("q"), 0, 0)
    if name in WEEKDAYS:
        return WorkedDays(name, array("q"), 0, 0, (WEEKDAYS.index(name),))
    kept = _holidays(name)
    first = datetime.date(kept.start_year, 1, 1).toordinal()
    after = datetime.date(kept.end_year, 12, 31).toordinal() + 1
    date = datetime.date.fromordinal
    known = [day - EPOCH for day in range(first, after) if kept.is_working_day(date(day))]
    return WorkedDays(name, array("q", known), first - EPOCH, after - EPOCH)


def _holidays(name: str) -> Any:
    """Return the public holidays of all years that are known, those kept on another day than their own included."""
    from holidays import country_holidays, financial_holidays, list_supported_financial  # noqa: PLC0415  # as above

    country, _, part = name.partition("-")
    market = name in list_supported_financial()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns of years that it takes from estimates
        blank = financial_holidays(name) if market else country_holidays(country, subdiv=part or None)
        years = range(blank.start_year, blank.end_year + 1)
        if market:
            return financial_holidays(name, years=years, expand=False)
        return country_holidays(country, subdiv=part or None, years=years, expand=False)
