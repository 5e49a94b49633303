"""`RecordedDate`: a date as a source has it, in the source's calendar; its days are told in ours."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, shorten
from timeline.expressions.edtf.calendars import CALENDARS, Calendar, calendar_named
from timeline.expressions.edtf.components import Component, component
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.errors import EdtfError, ErrorCode
from timeline.expressions.edtf.interval import date_at
from timeline.expressions.edtf.reader import DateReader, check_text, failure
from timeline.expressions.edtf.sets import EdtfSet, SetKind, SetRange
from timeline.times import Bounds, CivilDate, Granularity
from timeline.times.calendar import date_from_day_number

__all__ = ["RecordedDate"]


@attrs.frozen
class RecordedDate:
    """A year, month or day of another calendar; `text` and `calendar` are kept, the days are proleptic Gregorian.

    Written as in EDTF, with marks but without X: the month of a Hebrew date counts from Nisan, a Julian year 0 is 1 BCE,
    and Julian years begin in January. Equal by date and calendar, not by text. ``parse(str(date)) == date`` always holds.

    >>> date = RecordedDate.parse("1649-01-30 (julian)")
    >>> print(date.calendar, date.first_day, date.edtf())
    julian 1649-02-09 1649-02-09
    """

    calendar: str
    parts: tuple[Component, ...]
    text: str = attrs.field(default="", kw_only=True, eq=False)
    first_day_number: int = attrs.field(init=False, eq=False, repr=False)
    last_day_number: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        span = _span(calendar_named(self.calendar), self.parts)
        if isinstance(span, int):
            raise RangeError(f"the {self.calendar} calendar has no {_joined(self.parts)}")
        object.__setattr__(self, "first_day_number", span[0])
        object.__setattr__(self, "last_day_number", span[1])
        if not self.text:
            object.__setattr__(self, "text", f"{_joined(self.parts)} ({self.calendar})")

    def __reduce__(self) -> tuple[object, ...]:
        return _parse_again, (self.text, self.calendar)

    @classmethod
    def parse(cls, text: str, *, calendar: str | None = None) -> RecordedDate:
        """Read a year, a month or a day, with its calendar in parentheses behind it where none is given.

        Raises `EdtfError` with its column.

        >>> RecordedDate.parse("5784-07 (hebrew)") == RecordedDate.parse("5784-07", calendar="hebrew")
        True
        >>> RecordedDate.parse("1917-13 (julian)")
        Traceback (most recent call last):
        timeline.expressions.edtf.errors.EdtfError: column 6 of '1917-13': month 13 does not exist in the julian calendar
        """
        check_text(text)
        written, calendar = _apart(text) if calendar is None else (text, calendar)
        known = calendar_named(calendar)
        reader = DateReader(written, 0, len(written))
        if reader.scan() is not None or any("X" in part for part in reader.parts):
            raise reader.fail(ErrorCode.UNSPECIFIED, f"a {calendar} date has all its digits", at=0, level=1)
        parts = tuple(component(part, mark) for part, mark in zip(reader.parts, reader.marks, strict=True))
        span = _span(known, parts)
        if isinstance(span, int):
            raise _no_such_date(reader, span, calendar)
        return cls(calendar, parts, text=text)

    def __str__(self) -> str:
        return self.text if self.text.endswith(")") else f"{self.text} ({self.calendar})"

    @property
    def granularity(self) -> Granularity:
        """The unit in which it is stated."""
        return (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)[len(self.parts) - 1]

    @property
    def first_day(self) -> CivilDate:
        """Its first day, in the proleptic Gregorian calendar."""
        return date_from_day_number(self.first_day_number)

    @property
    def last_day(self) -> CivilDate:
        """Its last day, in the proleptic Gregorian calendar."""
        return date_from_day_number(self.last_day_number)

    def edtf(self) -> EdtfDate | EdtfSet:
        """Return it as EDTF: a day is a day, a month or a year is one of the days it has; marks are not carried over.

        >>> print(RecordedDate.parse("1649", calendar="julian").edtf())
        [1649-01-11..1650-01-10]
        """
        first, last = (date_at(Granularity.DAY, day) for day in (self.first_day, self.last_day))
        return first if first == last else EdtfSet(SetKind.ONE_OF, (SetRange(first, last),))

    def bounds(self, *, zone: str = "UTC") -> Bounds:
        """Return the bounds of something that took place within it; its days are taken to begin at midnight.

        A Hebrew or Islamic day begins at the sunset before: one that needs the evening has to say so.

        >>> print(RecordedDate.parse("1917-10-25", calendar="julian").bounds().earliest_start)
        1917-11-07T00:00:00Z
        """
        return self.edtf().bounds(zone=zone)


def _apart(text: str) -> tuple[str, str]:
    """Take a date and the name of its calendar apart."""
    written, opening, rest = text.partition(" (")
    if not opening or not rest.endswith(")"):
        hint = "write it in parentheses behind the date, as in 1917-10-25 (julian)"
        raise failure(text, len(text) - 1, ErrorCode.CALENDAR, "no calendar is named", hint=hint)
    name = rest[:-1]
    if name not in CALENDARS:
        hint = f"there are {', '.join(CALENDARS)}"
        raise failure(text, len(written) + 2, ErrorCode.CALENDAR, f"no calendar {shorten(name)}", hint=hint)
    return written, name


def _joined(parts: tuple[Component, ...]) -> str:
    return "-".join(str(part) for part in parts)


def _span(calendar: Calendar, parts: tuple[Component, ...]) -> tuple[int, int] | int:
    """Return the first and last day number of a date, or which of its parts does not exist."""
    numbers = [part.value for part in parts]
    year = numbers[0]
    if year is None or parts[0].width > 4 or not calendar.has_year(year):
        return 0
    if len(parts) == 1:
        return calendar.year_days(year)
    month = None if numbers[1] is None else calendar.month_days(year, numbers[1])
    if month is None or len(parts) == 2:
        return 1 if month is None else month
    day = numbers[2]
    if day is None or not 1 <= day <= month[1] - month[0] + 1:
        return 2
    return month[0] + day - 1, month[0] + day - 1


def _no_such_date(reader: DateReader, part: int, calendar: str) -> EdtfError:
    what = ("year", "month", "day")[part]
    code = (ErrorCode.YEAR, ErrorCode.MONTH, ErrorCode.DAY)[part]
    message = f"{what} {reader.parts[part]} does not exist in the {calendar} calendar"
    return reader.fail(code, message, at=reader.places[part])


def _parse_again(text: str, calendar: str) -> RecordedDate:
    return RecordedDate.parse(text, calendar=None if text.endswith(")") else calendar)
