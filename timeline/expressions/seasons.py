"""Seasons, quarters and other groupings of months: which months they cover is a convention, with a name.

No standard says when a season begins. ISO 8601-2 only numbers the groupings, 21 to 41; the months are set here as data.
"""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.times.calendar import add_months, day_number, integer

__all__ = ["FIRST_CODE", "LAST_CODE", "METEOROLOGICAL", "METEOROLOGICAL_SOUTH", "SeasonConvention"]

FIRST_CODE = 21
LAST_CODE = 41


@attrs.frozen
class SeasonConvention:
    """The months of each grouping: for the codes 21 to 41 in order, the first month and how many follow it.

    A grouping that runs over December ends in the next year, so that the winter of 2024 ends in February 2025.

    >>> METEOROLOGICAL.months(24)
    (12, 3)
    """

    name: str
    groupings: tuple[tuple[int, int], ...]

    def __attrs_post_init__(self) -> None:
        groupings: object = self.groupings
        if not isinstance(groupings, tuple):
            raise WrongTypeError("a season convention is a name and a tuple of (first month, months)")
        if len(self.groupings) != LAST_CODE - FIRST_CODE + 1:
            raise RangeError(
                f"a season convention has one grouping for each code {FIRST_CODE} to {LAST_CODE}"
            )
        for first, count in self.groupings:
            if not 1 <= integer(first, "first month") <= 12 or not 1 <= integer(count, "months") <= 12:
                raise RangeError(f"no grouping begins in month {first} and has {count} months")

    def __reduce__(self) -> tuple[object, ...]:
        return SeasonConvention, (self.name, self.groupings)

    def months(self, code: int) -> tuple[int, int]:
        """Return the first month of a grouping and how many months it has.

        >>> METEOROLOGICAL.months(34)
        (4, 3)
        """
        if not FIRST_CODE <= code <= LAST_CODE:
            raise RangeError(
                f"no season has the code {code}", hint=f"the codes are {FIRST_CODE} to {LAST_CODE}"
            )
        return self.groupings[code - FIRST_CODE]

    def days(self, year: int, code: int) -> tuple[int, int]:
        """Return the numbers of the first and the last day of a grouping, counted from 1970-01-01.

        >>> from timeline.times.calendar import date_from_day_number
        >>> first, last = METEOROLOGICAL.days(2023, 24)
        >>> print(date_from_day_number(first), date_from_day_number(last))
        2023-12-01 2024-02-29
        """
        month, count = self.months(code)
        return day_number(year, month, 1), day_number(*add_months(year, month, count), 1) - 1


SPRING, SUMMER, AUTUMN, WINTER = (3, 3), (6, 3), (9, 3), (12, 3)
NORTH = (SPRING, SUMMER, AUTUMN, WINTER)
SOUTH = (AUTUMN, WINTER, SPRING, SUMMER)
QUARTERS = ((1, 3), (4, 3), (7, 3), (10, 3))
QUADRIMESTERS = ((1, 4), (5, 4), (9, 4))
SEMESTERS = ((1, 6), (7, 6))
FIXED = NORTH + SOUTH + QUARTERS + QUADRIMESTERS + SEMESTERS

METEOROLOGICAL = SeasonConvention("meteorological, northern", NORTH + FIXED)
"""Whole months, spring from March; a season without a hemisphere (21 to 24) is a northern one."""

METEOROLOGICAL_SOUTH = SeasonConvention("meteorological, southern", SOUTH + FIXED)
"""Whole months, spring from September, for sources from the southern hemisphere."""
