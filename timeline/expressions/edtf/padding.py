"""Padding: how far "uncertain" and "approximate" widen a date, for those who want that; by default they move nothing."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.edtf.components import Qualification
from timeline.times import Granularity, Period
from timeline.times.calendar import date_from_day_number

__all__ = ["Padding"]

Margins = tuple[tuple[Granularity, Period], ...]


@attrs.frozen
class Padding:
    """How much to add on both sides of a qualified date, for each unit in which it can be stated; kept as data.

    A unit that is not listed gets nothing. What is both uncertain and approximate gets both margins.

    >>> padding = Padding("museum", approximate=((Granularity.YEAR, Period.of(years=5)),))
    >>> padding.margin(Granularity.YEAR, Qualification.BOTH)
    Period(months=60, days=0)
    """

    name: str
    approximate: Margins = attrs.field(default=(), kw_only=True)
    uncertain: Margins = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        for granularity, period in (*self.approximate, *self.uncertain):
            if not isinstance(granularity, Granularity):
                raise WrongTypeError(f"a margin is for a Granularity, not for a {type(granularity).__name__}")
            if period.months < 0 or period.days < 0:
                raise RangeError(f"a margin widens, but {period} is negative")

    def margin(self, granularity: Granularity, qualification: Qualification) -> Period:
        """Return what is added on each side of a date of a granularity and a qualification.

        >>> Padding("none").margin(Granularity.DAY, Qualification.UNCERTAIN)
        Period(months=0, days=0)
        """
        tables = []
        if Qualification.APPROXIMATE in qualification:
            tables.append(dict(self.approximate))
        if Qualification.UNCERTAIN in qualification:
            tables.append(dict(self.uncertain))
        found = [table[granularity] for table in tables if granularity in table]
        return Period(sum(period.months for period in found), sum(period.days for period in found))

    def widen(
        self, first: int, last: int, granularity: Granularity, qualification: Qualification
    ) -> tuple[int, int]:
        """Return a first and last day number moved outwards by the margin.

        >>> years = Padding("a year", uncertain=((Granularity.YEAR, Period.of(years=1)),))
        >>> years.widen(0, 364, Granularity.YEAR, Qualification.UNCERTAIN)
        (-365, 729)
        """
        margin = self.margin(granularity, qualification)
        start, after = date_from_day_number(first), date_from_day_number(last + 1)
        return (
            start.plus(months=-margin.months, days=-margin.days).number,
            after.plus(months=margin.months, days=margin.days).number - 1,
        )
