"""`Turns`: how often a calendar unit turns, which is what "the month after" and "in the same year" count."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.times.calendar import CivilDate, add_months, date_from_day_number, day_number, integer
from timeline.times.granularity import Granularity
from timeline.times.iso import Scanner

__all__ = ["Turns"]

WEEK = 7
MONTHS = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.YEAR: 12}
LETTERS = {"W": Granularity.WEEK, "M": Granularity.MONTH, "Q": Granularity.QUARTER, "Y": Granularity.YEAR}
UNITS = {unit: letter for letter, unit in LETTERS.items()}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@attrs.frozen
class Turns:
    """So many turns of a calendar unit: the month turns once from 31 January to 1 February, and from 1 January to 28 February.

    None is the same unit, 1 the unit after, less than none the units before. The units are weeks, months, quarters and years;
    a week begins on the weekday `week_start`, Monday being 1.

    >>> first, last = Turns(1, Granularity.MONTH).after(CivilDate(2025, 12, 12))
    >>> print(first, last)
    2026-01-01 2026-01-31
    """

    count: int
    unit: Granularity = attrs.field(repr=lambda unit: f"Granularity.{unit.name}")
    week_start: int = 1

    def __attrs_post_init__(self) -> None:
        integer(self.count, "count")
        if not isinstance(self.unit, Granularity):
            raise WrongTypeError(f"a unit is a Granularity, not {type(self.unit).__name__}")
        if self.unit not in UNITS:
            raise RangeError(
                f"a {self.unit.name.lower()} does not turn", hint="weeks, months, quarters and years do"
            )
        if not 1 <= integer(self.week_start, "week_start") <= WEEK:
            raise RangeError(f"week_start is a number from 1 to {WEEK}, not {self.week_start}")
        if self.week_start != 1 and self.unit is not Granularity.WEEK:
            raise RangeError("week_start is for weeks alone")

    def __reduce__(self) -> tuple[object, ...]:
        return Turns, (self.count, self.unit, self.week_start)

    @classmethod
    def parse(cls, text: str) -> Turns:
        """Read an ISO 8601 duration of one unit with a suffix, Q for quarters; the inverse of `str`.

        >>> print(Turns.parse("P1M[turns]"), Turns.parse("-P1W[turns=sunday]").week_start)
        P1M[turns] 7
        """
        scanner = Scanner(text)
        sign = -1 if scanner.take("-") else 1
        scanner.expect("P")
        at = scanner.position
        run = scanner.run_of_digits()
        unit = LETTERS.get(scanner.peek())
        if not run or unit is None:
            raise scanner.error("expected a number of weeks, months, quarters or years", at=at)
        scanner.take(scanner.peek())
        scanner.expect("[turns")
        at = scanner.position
        first = scanner.until("]") if scanner.take("=") else WEEKDAYS[0]
        if first not in WEEKDAYS:
            raise scanner.error("expected a weekday, such as sunday", at=at + 1)
        scanner.expect("]")
        scanner.finish()
        return cls(sign * int(run), unit, WEEKDAYS.index(first) + 1)

    def after(self, date: CivilDate) -> tuple[CivilDate, CivilDate]:
        """Return the first and the last day of the unit that lies so many turns after the unit of a date.

        >>> print(*Turns(0, Granularity.WEEK).after(CivilDate(2025, 12, 12)))
        2025-12-08 2025-12-14
        """
        first, last = self.span(date.number)
        return date_from_day_number(first), date_from_day_number(last)

    def span(self, day: int) -> tuple[int, int]:
        """Return what `after` does for days that are numbered from 1970-01-01; neither falls as the day rises."""
        index = self.index(day) + self.count
        return self._first(index), self._first(index + 1) - 1

    def least_before(self, later: int, side: int) -> int:
        """Return the first day whose `span` begins (side 0) or ends (side 1) at a given day or past it.

        >>> turns = Turns(1, Granularity.MONTH)
        >>> turns.least_before(31, 0), turns.least_before(32, 0), turns.least_before(32, 1)
        (0, 31, 0)
        """
        index = self.index(later)
        if side == 0 and self._first(index) < later:
            index += 1
        return self._first(index - self.count)

    def index(self, day: int) -> int:
        """Return the number of the unit that holds a day: what turns is how far it rises.

        >>> year = Turns(1, Granularity.YEAR)
        >>> year.index(365) - year.index(364)
        1
        """
        if self.unit is Granularity.WEEK:
            return (day + 4 - self.week_start) // WEEK
        date = date_from_day_number(day)
        return (12 * date.year + date.month - 1) // MONTHS[self.unit]

    def _first(self, index: int) -> int:
        """Return the first day of the unit of a number."""
        if self.unit is Granularity.WEEK:
            return WEEK * index - 4 + self.week_start
        return day_number(*add_months(0, 1, MONTHS[self.unit] * index), 1)

    def __str__(self) -> str:
        first = "" if self.week_start == 1 else f"={WEEKDAYS[self.week_start - 1]}"
        return f"{'-' if self.count < 0 else ''}P{abs(self.count)}{UNITS[self.unit]}[turns{first}]"

    def __neg__(self) -> Turns:
        return Turns(-self.count, self.unit, self.week_start)
