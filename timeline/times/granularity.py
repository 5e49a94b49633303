"""The units in which a time is stated, and the days or microseconds that one unit covers."""

from __future__ import annotations

import enum

from timeline.errors import WrongTypeError
from timeline.times.calendar import CivilDate, add_months

__all__ = ["Granularity"]


class Granularity(enum.IntEnum):
    """The unit at which something is stated; a larger number is a coarser unit.

    It says how a time was put, not how well it is known: "early August 2025" is a day, known to a third of a month.

    >>> Granularity.DAY < Granularity.MONTH
    True
    """

    MICROSECOND = 0
    MILLISECOND = 1
    SECOND = 2
    MINUTE = 3
    HOUR = 4
    DAY = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    YEAR = 9
    DECADE = 10
    CENTURY = 11
    MILLENNIUM = 12

    @property
    def microseconds(self) -> int | None:
        """The length of the unit, in microseconds, where it has one length; a day has not, nor has any coarser unit.

        >>> Granularity.MINUTE.microseconds
        60000000
        """
        return EXACT_LENGTHS.get(self)

    def days(self, date: CivilDate) -> tuple[CivilDate, CivilDate]:
        """Return the first day of the unit that holds a date, and the first day after it.

        Weeks begin on Monday (ISO 8601); decades, centuries and millennia begin in the years that 10, 100 and
        1000 divide, before year 0 too: the century "19XX" begins in 1900, that of year -43 in -100.

        >>> first, after = Granularity.MONTH.days(CivilDate(2025, 8, 17))
        >>> print(first, after)
        2025-08-01 2025-09-01
        """
        if self is Granularity.WEEK:
            first = date.plus(days=1 - date.weekday)
            return first, first.plus(days=7)
        if self is Granularity.DAY:
            return date, date.plus(days=1)
        length = LENGTHS_IN_MONTHS.get(self)
        if length is None:
            raise WrongTypeError(f"a {self.name.lower()} has no days", hint="use `microseconds`")
        months = date.year * 12 + date.month - 1
        first_month = months - months % length
        return _first_of(first_month), _first_of(first_month + length)


EXACT_LENGTHS = {
    Granularity.MICROSECOND: 1,
    Granularity.MILLISECOND: 1_000,
    Granularity.SECOND: 1_000_000,
    Granularity.MINUTE: 60_000_000,
    Granularity.HOUR: 3_600_000_000,
}
LENGTHS_IN_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1_200,
    Granularity.MILLENNIUM: 12_000,
}


def _first_of(month_number: int) -> CivilDate:
    return CivilDate(*add_months(0, 1, month_number), 1)
