"""`EdtfDate`: a year, a month, a day or a season, with unspecified digits and qualification in any part."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from timeline.errors import RangeError
from timeline.expressions.edtf import words
from timeline.expressions.edtf.completions import completions, day_span, pages, significant_years
from timeline.expressions.edtf.components import Component, Qualification
from timeline.expressions.edtf.levels import level_of_date
from timeline.expressions.edtf.padding import Padding
from timeline.expressions.edtf.relations import Box
from timeline.expressions.edtf.value import Corners, EdtfValue, box_of, day_box
from timeline.expressions.seasons import FIRST_CODE, LAST_CODE, METEOROLOGICAL, SeasonConvention
from timeline.times import Granularity, Period
from timeline.times.calendar import date_from_day_number, day_number, is_leap_year
from timeline.times.distance import Distance

__all__ = ["EdtfDate"]

MOST_ALTERNATIVES = 1_000
"""A date with more completions than this is compared by its corners alone."""


@attrs.frozen
class EdtfDate(EdtfValue):
    """A date of one granularity: the digits of each part as they were written, and how sure each part is.

    `significant_digits` are those of the year that count: 1950 with two of them is some year from 1900 to 1999,
    estimated at 1950. A date that no completion of its digits can reach is refused. The day numbers of a season
    follow the meteorological convention; `corners` and `bounds` take another one.

    >>> date = EdtfDate(Component("1985"), Component("04"), Component("XX"))
    >>> print(date.canonical(), date.first_day, date.last_day)
    1985-04-XX 1985-04-01 1985-04-30
    """

    year: Component
    month: Component | None = None
    day: Component | None = None
    season: Component | None = attrs.field(default=None, kw_only=True)
    significant_digits: int | None = attrs.field(default=None, kw_only=True)
    text: str = attrs.field(default="", kw_only=True, eq=False)
    level: int = attrs.field(default=0, kw_only=True, eq=False)
    repaired: str | None = attrs.field(default=None, kw_only=True, eq=False)
    first_day_number: int = attrs.field(init=False, eq=False, repr=False)
    last_day_number: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        year, month, day = self.year, self.month, self.day
        plain = year.is_plain and (month is None or month.is_plain) and (day is None or day.is_plain)
        if self.season is None and self.significant_digits is None:
            span = day_span(year, month, day)
        else:
            plain, span = False, self._grouped_span()
        if span is None:
            raise RangeError(f"no date has the digits {self.canonical()}")
        put = object.__setattr__
        put(self, "first_day_number", span[0])
        put(self, "last_day_number", span[1])
        if not plain:
            put(self, "level", max(self.level, level_of_date(year, month, day, self.season)))
        if not self.text:
            put(self, "text", self.canonical())

    def _grouped_span(self) -> tuple[int, int]:
        if self.month is not None or self.day is not None or self.year.width < 4:
            raise RangeError("a season and significant digits stand with a year alone")
        if self.season is None:
            return _significant_span(self)
        season = self.season.value
        if self.significant_digits is not None or season is None or not FIRST_CODE <= season <= LAST_CODE:
            raise RangeError(
                f"a season has a code from {FIRST_CODE} to {LAST_CODE}, and no significant digits"
            )
        return _season_span(self.year, season, METEOROLOGICAL)

    @property
    def parts(self) -> tuple[Component, ...]:
        """The year and what follows it, as far as the date goes.

        >>> [str(part) for part in EdtfDate(Component("2004"), Component("06")).parts]
        ['2004', '06']
        """
        return tuple(part for part in (self.year, self.month, self.season, self.day) if part is not None)

    @property
    def granularity(self) -> Granularity:
        """The unit in which it is stated: ``201X`` is a year and ``1985-XX-XX`` a day, not known to the digit.

        Every season and grouping of months counts as a quarter.

        >>> EdtfDate(Component("201X")).granularity.name
        'YEAR'
        """
        if self.day is not None:
            return Granularity.DAY
        if self.month is not None:
            return Granularity.MONTH
        return Granularity.YEAR if self.season is None else Granularity.QUARTER

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of it has ``?`` or ``%``.

        >>> EdtfDate(Component("1984", Qualification.BOTH)).is_uncertain
        True
        """
        return any(Qualification.UNCERTAIN in part.qualification for part in self.parts)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it has ``~`` or ``%``.

        >>> EdtfDate(Component("1984", Qualification.UNCERTAIN)).is_approximate
        False
        """
        return any(Qualification.APPROXIMATE in part.qualification for part in self.parts)

    def canonical(self) -> str:
        """Return the one text of this meaning.

        One qualifier behind the group it belongs to where that says all of it, else one before each part; a year as
        plain digits, with Y when and only when it has more than four.

        >>> EdtfDate(Component("2004", Qualification.UNCERTAIN), Component("06")).canonical()
        '2004?-06'
        """
        symbols = [part.qualification.symbol for part in self.parts]
        digits = [part.text for part in self.parts]
        if len(digits[0].lstrip("-")) > 4:
            digits[0] = f"Y{digits[0]}"
        if self.significant_digits is not None:
            digits[0] += f"S{self.significant_digits}"
        group = _group(symbols)
        if group is None:
            return "-".join(f"{symbol}{digit}" for symbol, digit in zip(symbols, digits, strict=True))
        if group:
            digits[group - 1] += symbols[0]
        return "-".join(digits)

    def humanize(self) -> str:
        """Return it in English.

        >>> EdtfDate(Component("1985"), Component("04"), Component("XX")).humanize()
        'some day in April 1985'
        """
        said = words.say_date(self.year, self.month, self.day, self.season, self.significant_digits)
        names = (("year", self.year), ("month", self.month), ("season", self.season), ("day", self.day))
        return words.say_qualified(said, [(name, part) for name, part in names if part is not None])

    def corners(
        self, *, seasons: SeasonConvention = METEOROLOGICAL, padding: Padding | None = None
    ) -> Corners:
        """Return its first and last day, as day numbers, under a season convention and a padding.

        >>> EdtfDate(Component("1970"), Component("01")).corners().latest_end
        30
        """
        first, last = self.first_day_number, self.last_day_number
        if self.season is not None and seasons is not METEOROLOGICAL:
            first, last = _season_span(self.year, self.season.low, seasons)
        if padding is not None:
            first, last = self._padded(first, last, padding)
        return Corners(first, last, first, last)

    def _padded(self, first: int, last: int, padding: Padding) -> tuple[int, int]:
        """Widen by the margin of the coarsest part that is qualified."""
        units = (
            (self.year, Granularity.YEAR),
            (self.season, Granularity.QUARTER),
            (self.month, Granularity.MONTH),
            (self.day, Granularity.DAY),
        )
        for part, unit in units:
            if part is not None and part.qualification is not Qualification.NONE:
                return padding.widen(first, last, unit, part.qualification)
        return first, last

    def duration(self) -> Distance:
        """Return how many days it has: exactly, or from the shortest to the longest that its digits allow.

        >>> from timeline.expressions.edtf.parser import parse
        >>> print(parse("1985-XX").duration())
        at least P28D and at most P31D
        """
        lengths = _lengths(self)
        return Distance(at_least=Period(days=min(lengths)), at_most=Period(days=max(lengths)))

    def alternatives(self) -> tuple[tuple[int, int], ...] | None:
        """Return the first and last day number of each completion; None where there are more than a thousand.

        >>> len(EdtfDate(Component("198X")).alternatives() or ())
        10
        """
        found = tuple(itertools.islice(_spans(self), MOST_ALTERNATIVES + 1))
        return found if 0 < len(found) <= MOST_ALTERNATIVES else None

    def unit_at(self, number: int) -> tuple[int, int]:
        """Return the first and last day number of the unit, of this date's granularity, that holds a day.

        >>> EdtfDate(Component("1970")).unit_at(31)
        (0, 364)
        """
        first, after = self.granularity.days(date_from_day_number(number))
        return first.number, after.number - 1

    def boxes(self, *, absolute: bool) -> tuple[Box, ...]:  # noqa: ARG002  # a day has no offset to read
        """Return a box for each completion, or one for all where there are many."""
        found = self.alternatives()
        if found is not None:
            return tuple(day_box(first, last) for first, last in found)
        first, last = self.first_day_number, self.last_day_number
        if self.season is not None:
            return (box_of(Corners(first, last, first, last)),)
        return (box_of(Corners(first, self.unit_at(last)[0], self.unit_at(first)[1], last)),)


def _season_span(year: Component, season: int, seasons: SeasonConvention) -> tuple[int, int]:
    first, last = seasons.days(year.low, season)
    return first, last if year.value is not None else seasons.days(year.high, season)[1]


def _significant_span(date: EdtfDate) -> tuple[int, int]:
    """Return the days of the years that share the significant digits; as many digits as the year has say no more."""
    year, digits = date.year.value, date.significant_digits
    if type(digits) is not int or digits < 1 or year is None:
        raise RangeError("significant digits are a count from 1 on, of a year whose digits are all specified")
    object.__setattr__(date, "level", 2)
    if digits >= len(str(abs(year))):
        object.__setattr__(date, "significant_digits", None)
    first, last = significant_years(year, digits)
    return day_number(first, 1, 1), day_number(last, 12, 31)


def _spans(date: EdtfDate) -> Iterator[tuple[int, int]]:
    """Return, lazily, the first and last day number of every completion."""
    if date.season is not None:
        code = date.season.low
        return (METEOROLOGICAL.days(year, code) for year in date.year.numbers())
    if date.significant_digits is not None:
        first, last = significant_years(date.year.low, date.significant_digits)
        return ((day_number(year, 1, 1), day_number(year, 12, 31)) for year in range(first, last + 1))
    return completions(date.year, date.month, date.day)


def _lengths(date: EdtfDate) -> set[int]:
    """Return the numbers of days that its completions have.

    A year has 365 or 366 days, and any ten years in a row have both, so that the first completions tell enough
    of a long run of years.
    """
    if date.day is not None:
        return {1}
    found = date.alternatives() or itertools.islice(_spans(date), 10)
    lengths = {last - first + 1 for first, last in found}
    if date.month is not None and date.alternatives() is None:
        lengths = {
            last[1] for leap in _leaps(date.year) for _, last in pages(date.month.text, None, leap=leap)
        }
    return lengths


def _leaps(year: Component) -> set[bool]:
    return {is_leap_year(number) for number in year.numbers()}


def _group(symbols: list[str]) -> int | None:
    """Return how many leading parts share one qualifier while the rest have none; None where it is not so simple."""
    shared = symbols[0]
    count = next((index for index, symbol in enumerate(symbols) if symbol != shared), len(symbols))
    if not shared:
        return 0 if count == len(symbols) else None
    return None if any(symbols[count:]) else count
