"""`EdtfInterval`: from some time within one date to some time within another; either end may be open or unknown."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.edtf.components import Component
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.padding import Padding
from timeline.expressions.edtf.relations import Box
from timeline.expressions.edtf.value import Corners, EdtfValue, box_of
from timeline.expressions.seasons import METEOROLOGICAL, SeasonConvention
from timeline.times import CivilDate, Granularity, Period
from timeline.times.calendar import date_from_day_number
from timeline.times.distance import Distance

__all__ = ["EdtfInterval", "End", "date_at"]


class End(enum.Enum):
    """An end of an interval that is no date: open is not unknown.

    >>> End.OPEN.value, End.UNKNOWN.value
    ('..', '')
    """

    OPEN = ".."
    """It has no such end, or none is given on purpose."""
    UNKNOWN = ""
    """It has such an end, and nobody knows when."""


@attrs.frozen
class EdtfInterval(EdtfValue):
    """An interval that starts within `start` and ends within `end`, both days included.

    Refused where no completion of the two dates has the start before the end, or within it.

    >>> from timeline.expressions.edtf.parser import parse
    >>> interval = parse("2004-06/2006-08")
    >>> print(interval.first_day, interval.last_day)
    2004-06-01 2006-08-31
    """

    start: EdtfDate | End
    end: EdtfDate | End
    text: str = attrs.field(default="", kw_only=True, eq=False)
    level: int = attrs.field(default=0, kw_only=True, eq=False)
    repaired: str | None = attrs.field(default=None, kw_only=True, eq=False)
    first_day_number: int | None = attrs.field(init=False, eq=False, repr=False)
    last_day_number: int | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        for side in (start, end):
            if not isinstance(side, (EdtfDate, End)):
                raise WrongTypeError(f"an end is an EdtfDate or an End, not {type(side).__name__}")
        first = None if isinstance(start, End) else start.first_day_number
        last = None if isinstance(end, End) else end.last_day_number
        if first is not None and last is not None and first > last:
            raise RangeError(f"an interval ends after it starts, but {self.canonical()} does not")
        if start is End.UNKNOWN and end is End.UNKNOWN:
            raise RangeError(
                "an interval with two unknown ends says nothing", hint="write ../.. for any time"
            )
        put = object.__setattr__
        put(self, "first_day_number", first)
        put(self, "last_day_number", last)
        put(self, "level", max(self.level, _level(start), _level(end)))
        if not self.text:
            put(self, "text", self.canonical())

    @property
    def dates(self) -> tuple[EdtfDate, ...]:
        """Those of its ends that are dates.

        >>> from timeline.expressions.edtf.parser import parse
        >>> [str(date) for date in parse("1985/..").dates]
        ['1985']
        """
        return tuple(end for end in (self.start, self.end) if isinstance(end, EdtfDate))

    @property
    def granularity(self) -> Granularity | None:
        """The unit of both ends; None where they differ, as the Library of Congress has it."""
        units = {date.granularity for date in self.dates}
        return units.pop() if len(units) == 1 else None

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of an end has ``?`` or ``%``."""
        return any(date.is_uncertain for date in self.dates)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of an end has ``~`` or ``%``."""
        return any(date.is_approximate for date in self.dates)

    def canonical(self) -> str:
        """Return the canonical texts of both ends, with a solidus between them."""
        start, end = (
            end.value if isinstance(end, End) else end.canonical() for end in (self.start, self.end)
        )
        return f"{start}/{end}"

    def humanize(self) -> str:
        """Return it in English.

        >>> EdtfInterval(EdtfDate(Component("1985")), End.UNKNOWN).humanize()
        'from 1985 to an unknown end'
        """
        if self.start is End.OPEN and self.end is End.OPEN:
            return "at any time"
        start = "from an unknown start" if isinstance(self.start, End) else f"from {self.start.humanize()}"
        end = "an unknown end" if isinstance(self.end, End) else self.end.humanize()
        if self.start is End.OPEN:
            return f"until {end}"
        return f"{start} onwards" if self.end is End.OPEN else f"{start} to {end}"

    def corners(
        self, *, seasons: SeasonConvention = METEOROLOGICAL, padding: Padding | None = None
    ) -> Corners:
        """Return the days within which it starts and those within which it ends, as day numbers."""
        start = _corners_of(self.start, seasons, padding)
        end = _corners_of(self.end, seasons, padding)
        return Corners(start.earliest_start, start.latest_start, end.earliest_end, end.latest_end)

    def duration(self) -> Distance:
        """Return the fewest and the most days that it can have, its first and last day included.

        >>> from timeline.expressions.edtf.parser import parse
        >>> print(parse("2004-02-01/2004-02").duration())
        at least P1D and at most P29D
        """
        corners = self.corners()
        fewest, most = 1, None
        if corners.latest_start is not None and corners.earliest_end is not None:
            fewest = max(1, corners.earliest_end - corners.latest_start + 1)
        if corners.earliest_start is not None and corners.latest_end is not None:
            most = Period(days=corners.latest_end - corners.earliest_start + 1)
        return Distance(at_least=Period(days=fewest), at_most=most)

    def iterate(self, unit: Granularity = Granularity.DAY) -> Iterator[EdtfDate]:
        """Return, lazily, the days, months or years from the first to the last that it can touch.

        Without an end it goes on for ever; without a start it has no first one and is refused.

        >>> from timeline.expressions.edtf.parser import parse
        >>> [str(month) for month in parse("2004-11/2005-01").iterate(Granularity.MONTH)]
        ['2004-11', '2004-12', '2005-01']
        """
        if unit not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}:
            raise RangeError(
                f"an interval is not counted in units of a {unit.name.lower()}",
                hint="take days, months or years",
            )
        if self.first_day_number is None:
            raise RangeError(f"{self.text} has no first {unit.name.lower()}", hint="give it a start")
        return _dates(unit, self.first_day_number, self.last_day_number)

    def boxes(self, *, absolute: bool) -> tuple[Box, ...]:  # noqa: ARG002  # an interval has no offset to read
        """Return one box: what is open lies at the end of time, what is unknown anywhere."""
        corners = self.corners()
        return (
            box_of(
                corners,
                start_unknown=self.start is End.UNKNOWN,
                end_unknown=self.end is End.UNKNOWN,
            ),
        )


def _level(end: EdtfDate | End) -> int:
    """Return the level of an end; unspecified digits in an interval are of level 2, wherever they stand."""
    if isinstance(end, End):
        return 1
    month, day = end.month, end.day
    known = end.year.value is not None and (month is None or month.value is not None)
    return end.level if known and (day is None or day.value is not None) else 2


def _corners_of(end: EdtfDate | End, seasons: SeasonConvention, padding: Padding | None) -> Corners:
    if isinstance(end, End):
        return Corners(None, None, None, None)
    return end.corners(seasons=seasons, padding=padding)


def _dates(unit: Granularity, number: int, last: int | None) -> Iterator[EdtfDate]:
    while last is None or number <= last:
        first, after = unit.days(date_from_day_number(number))
        yield date_at(unit, first)
        number = after.number


def date_at(unit: Granularity, day: CivilDate) -> EdtfDate:
    """Return the day, month or year that holds a day, as an EDTF date.

    >>> print(date_at(Granularity.MONTH, CivilDate(-43, 3, 15)))
    -0043-03
    """
    year = Component(f"-{-day.year:04d}" if day.year < 0 else f"{day.year:04d}")
    if unit is Granularity.YEAR:
        return EdtfDate(year)
    month = Component(f"{day.month:02d}")
    return (
        EdtfDate(year, month)
        if unit is Granularity.MONTH
        else EdtfDate(year, month, Component(f"{day.day:02d}"))
    )
