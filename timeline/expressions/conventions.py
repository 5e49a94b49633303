"""`Conventions`: what vague words are taken to mean, as data with a name, explicit and replaceable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from timeline.errors import RangeError, UnknownReferenceError, WrongTypeError
from timeline.expressions.seasons import METEOROLOGICAL, METEOROLOGICAL_SOUTH, SeasonConvention
from timeline.times.calendar import integer
from timeline.times.worked import check_calendar

__all__ = ["DEFAULT", "Conventions"]

Check = Callable[[object, "attrs.Attribute[Any]", Any], None]
SEASONS = {"northern": METEOROLOGICAL, "southern": METEOROLOGICAL_SOUTH}
DAY_ORDERS = ("month first", "day first")
RULES = ("nearest", "calendar")
MOST = 10_000


def _share(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    """Check a part of a whole: from one number to another, of a third ("0 to 1 of 3" is the first third)."""
    numbers = _integers(field.name, value, 3)
    if not 0 <= numbers[0] < numbers[1] <= numbers[2]:
        raise RangeError(f"{field.name} is a part: from, to, of, such as 0, 1, 3; not {numbers}")
    del conventions


def _count(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    """Check how many: the fewest and the most."""
    low, high = _integers(field.name, value, 2)
    if not 0 < low <= high:
        raise RangeError(f"{field.name} is the fewest and the most, such as 3, 7; not {(low, high)}")
    del conventions


def _count_hours(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    """Check a part of the day: from one hour to another."""
    first, after = _integers(field.name, value, 2)
    if not 0 <= first < after <= 48:
        raise RangeError(f"{field.name} is from one hour to another, such as 12, 18; not {(first, after)}")
    del conventions


def _months(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    """Check the months of a year that ends in the next: from one month to another."""
    first, last = _integers(field.name, value, 2)
    if not 1 <= first <= 12 < last <= 24:
        raise RangeError(
            f"{field.name} is from a month to one of the next year, such as 8, 20; not {(first, last)}"
        )
    del conventions


def _ratio(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    """Check a share of one: numerator and denominator."""
    above, below = _integers(field.name, value, 2)
    if not 0 <= above <= below or not below:
        raise RangeError(f"{field.name} is a share of one, such as 1, 2; not {(above, below)}")
    del conventions


def _integers(name: str, value: object, size: int) -> tuple[int, ...]:
    if not isinstance(value, tuple) or len(value) != size:
        raise WrongTypeError(f"{name} is {size} integers")
    for number in value:
        if not 0 <= integer(number, name) <= MOST:
            raise RangeError(f"{name} holds numbers from 0 to {MOST}, not {number}")
    return value


def _one_of(*choices: str) -> Check:
    def check(conventions: object, field: attrs.Attribute[object], value: object) -> None:
        del conventions
        if value not in choices:
            raise RangeError(f"{field.name} is one of {', '.join(choices)}; not {value!r}")

    return check


def _number(low: int, high: int) -> Check:
    def check(conventions: object, field: attrs.Attribute[object], value: object) -> None:
        del conventions
        if not low <= integer(value, field.name) <= high:
            raise RangeError(f"{field.name} is a number from {low} to {high}, not {value}")

    return check


def _calendar(conventions: object, field: attrs.Attribute[object], value: object) -> None:
    del conventions, field
    check_calendar(value)


def _data(default: object, sentence: str, check: Check) -> Any:
    return attrs.field(default=default, validator=check, metadata={"sentence": sentence})


PART = "from, to and of: months are cut as if they had 30 days, years into months, weeks into days"


@attrs.frozen(kw_only=True)
class Conventions:
    """Every vague word that readings depend on, with what it is taken to mean.

    Parts are (from, to, of): early is from 0 to 1 of 3, the first third. Counts are (fewest, most).

    >>> Conventions(several=(3, 9)).to_json_value()
    {'several': [3, 9]}
    """

    early: tuple[int, int, int] = _data((0, 1, 3), f"what 'early' cuts off: {PART}", _share)
    mid: tuple[int, int, int] = _data((1, 2, 3), "what 'mid' cuts out", _share)
    late: tuple[int, int, int] = _data((2, 3, 3), "what 'late' cuts off", _share)
    beginning: tuple[int, int, int] = _data(
        (0, 1, 3), "what 'the beginning of' and 'the start of' cut off", _share
    )
    middle: tuple[int, int, int] = _data((1, 2, 3), "what 'the middle of' cuts out", _share)
    end: tuple[int, int, int] = _data((2, 3, 3), "what 'the end of' cuts off", _share)
    couple: tuple[int, int] = _data((2, 2), "how many 'a couple' are", _count)
    few: tuple[int, int] = _data((2, 5), "how many 'a few' are", _count)
    several: tuple[int, int] = _data((3, 7), "how many 'several' and 'some' are", _count)
    many: tuple[int, int] = _data((4, MOST), "how many 'many' are", _count)
    dozens: tuple[int, int] = _data((24, 99), "how many 'dozens' are", _count)
    hundreds: tuple[int, int] = _data((200, 999), "how many 'hundreds' are", _count)
    thousands: tuple[int, int] = _data((2000, 9999), "how many 'thousands' are", _count)
    other: tuple[int, int] = _data(
        (2, 10), "how many days ago 'the other day' was, and how many weeks 'the other week'", _count
    )
    turn: tuple[int, int] = _data(
        (1, 10),
        "how far on both sides 'the turn of' a century or year reaches, as a share of it; of a millennium as of a century",
        _ratio,
    )
    counted: tuple[int, int] = _data(
        (1, 2), "how far a count of weeks or longer units may be off, in units", _ratio
    )
    about: tuple[int, int] = _data((1, 4), "how far 'about' may be off, as a share of the length", _ratio)
    nearly: tuple[int, int] = _data(
        (1, 4), "how far below its length 'nearly' reaches, as a share of it", _ratio
    )
    last: str = _data(
        "nearest",
        "'last June': the nearest before the anchor, or the one of the calendar unit before",
        _one_of(*RULES),
    )
    next: str = _data(
        "nearest",
        "'next Friday': the nearest after the anchor, or the one of the next calendar unit",
        _one_of(*RULES),
    )
    recently: int = _data(12, "how many months back 'recently' reaches", _number(1, MOST))
    coming: int = _data(
        1, "how many days after the anchor's the 'coming months' begin; their end is open", _number(0, MOST)
    )
    short_year: tuple[int, int] = _data(
        (10, 30),
        "how many years after the anchor a year of two digits ('39) may lie: as its first reading, and at all",
        _count,
    )
    day_order: str = _data("month first", "how 03/04/2005 is read first", _one_of(*DAY_ORDERS))
    hemisphere: str = _data("northern", "where the seasons are those of the source", _one_of(*SEASONS))
    school_year: tuple[int, int] = _data(
        (8, 20), "the months of the school year 2023/24: from August to August of the next year (20)", _months
    )
    season_year: tuple[int, int] = _data(
        (7, 20), "the months of the 2023/24 season of a sport or stage; past 12 is the next year", _months
    )
    fiscal_year: int = _data(
        1,
        "the month in which a fiscal year begins; after June it is named by the year it ends in",
        _number(1, 12),
    )
    morning: tuple[int, int] = _data((0, 12), "the hours of 'morning'", _count_hours)
    afternoon: tuple[int, int] = _data((12, 18), "the hours of 'afternoon'", _count_hours)
    evening: tuple[int, int] = _data((17, 24), "the hours of 'evening'", _count_hours)
    night: tuple[int, int] = _data((18, 30), "the hours of 'night'; past 24 is the next day", _count_hours)
    around: int = _data(
        1, "how far 'around 1990' or 'about noon' may be off, in units of what is given", _number(0, MOST)
    )
    week_start: int = _data(1, "the first day of a week, Monday being 1", _number(1, 7))
    business_calendar: str | None = _data(
        None,
        "whose 'business days' are counted, by ISO 3166 or a market's code; else Monday to Friday",
        _calendar,
    )

    def __reduce__(self) -> tuple[object, ...]:
        return Conventions.from_json_value, (self.to_json_value(),)

    @property
    def seasons(self) -> SeasonConvention:
        """The months of the seasons.

        >>> DEFAULT.seasons.months(22)
        (6, 3)
        """
        return SEASONS[self.hemisphere]

    def describe(self) -> tuple[tuple[str, str, str], ...]:
        """Return each convention as its name, its value and a sentence.

        >>> DEFAULT.describe()[8]
        ('several', '3 to 7', "how many 'several' and 'some' are")
        """
        return tuple(
            (field.name, _as_text(getattr(self, field.name)), field.metadata["sentence"])
            for field in attrs.fields(type(self))
        )

    def to_json_value(self) -> dict[str, str | int | list[int]]:
        """Return what differs from the default, as plain data for files.

        >>> DEFAULT.to_json_value()
        {}
        """
        values = (
            (field.name, getattr(self, field.name), field.default) for field in attrs.fields(type(self))
        )
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value, default in values
            if value != default and value is not None
        }

    @classmethod
    def from_json_value(cls, value: object) -> Conventions:
        """Return the conventions that plain data describes; what it leaves out is as in the default.

        >>> Conventions.from_json_value({"week_start": 7}).week_start
        7
        """
        if not isinstance(value, Mapping):
            raise WrongTypeError(f"conventions are a mapping, not {type(value).__name__}")
        known = attrs.fields_dict(cls)
        fields: dict[str, Any] = {}
        for name, given in value.items():
            if name not in known:
                raise UnknownReferenceError(
                    f"no convention {name!r}", hint=f"there are {', '.join(sorted(known))}"
                )
            fields[name] = tuple(given) if isinstance(given, list) else given
        return cls(**fields)


def _as_text(value: object) -> str:
    if value is None:
        return "none"
    if not isinstance(value, tuple):
        return str(value)
    if len(value) == 3:
        return f"{value[0]} to {value[1]} of {value[2]}"
    return f"{value[0]} to {value[1]}"


DEFAULT = Conventions()
"""The conventions that hold where nobody says others."""
