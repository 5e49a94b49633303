"""Strategies for EDTF: texts of every level and the values that they are, and dates of other calendars.

A text is made from a day that exists, with an X for some of its digits, so that every one is valid.
"""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.expressions.edtf import (
    EdtfDate,
    EdtfDateTime,
    EdtfInterval,
    EdtfSet,
    EdtfValue,
    RecordedDate,
    parse,
)
from timeline.expressions.edtf.calendars import CALENDARS, Calendar
from timeline.strategies._values import whole_numbers
from timeline.times.calendar import days_in_month

__all__ = [
    "edtf_dates",
    "edtf_datetimes",
    "edtf_intervals",
    "edtf_sets",
    "edtf_texts",
    "edtf_values",
    "recorded_dates",
]

FIRST_YEAR: Final = 2000
MARKS: Final = st.sampled_from(("", "", "", "?", "~", "%"))
OFFSETS: Final = st.one_of(
    st.sampled_from(("", "Z", "-04", "+13", "-00:15")),
    st.builds("{}{:02d}:{:02d}".format, st.sampled_from("+-"), st.integers(1, 23), st.integers(0, 59)),
)
CLOCKS: Final = st.builds(
    "{:02d}:{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)
)
UNITS: Final = ("year", "month", "day", "season")


def edtf_texts(*, level: int = 2) -> st.SearchStrategy[str]:
    """Return EDTF texts with every feature of a level and of those below it; shrinks to 2000.

    >>> from hypothesis import find
    >>> find(edtf_texts(), lambda text: "X" in text)
    '200X'
    """
    _check_level(level)
    kinds = [_dates(level), _datetimes(level), _intervals(level)]
    return st.one_of(*kinds, _sets()) if level == 2 else st.one_of(kinds)


def edtf_values(*, level: int = 2) -> st.SearchStrategy[EdtfValue]:
    """Return EDTF values of at most a level; shrinks to the year 2000.

    >>> from hypothesis import find
    >>> print(find(edtf_values(level=1), lambda value: value.level == 0))
    2000
    """
    return edtf_texts(level=level).map(parse)


def edtf_dates(*, level: int = 2) -> st.SearchStrategy[EdtfDate]:
    """Return EDTF years, months, days and seasons of at most a level; shrinks to the year 2000.

    >>> from hypothesis import find
    >>> print(find(edtf_dates(level=0), lambda date: date.month is not None))
    2000-01
    """
    _check_level(level)
    return _parsed(_dates(level))


def edtf_datetimes(*, level: int = 2) -> st.SearchStrategy[EdtfDateTime]:
    """Return EDTF date-times of at most a level; shrinks to midnight on the first of January 2000.

    >>> from hypothesis import find
    >>> print(find(edtf_datetimes(level=0), lambda moment: moment.offset is None))
    2000-01-01T00:00:00
    """
    _check_level(level)
    return _parsed(_datetimes(level))


def edtf_intervals(*, level: int = 2) -> st.SearchStrategy[EdtfInterval]:
    """Return EDTF intervals of at most a level; from level 1 on also open, or with an unknown end.

    >>> from hypothesis import find
    >>> print(find(edtf_intervals(level=0), lambda interval: interval.start == interval.end))
    2000/2000
    """
    _check_level(level)
    return _parsed(_intervals(level))


def edtf_sets() -> st.SearchStrategy[EdtfSet]:
    """Return EDTF sets, of which one member is meant or all, with ranges; only level 2 has them.

    >>> from hypothesis import find
    >>> print(find(edtf_sets(), lambda value: len(value.members) == 1))
    [2000]
    """
    return _parsed(_sets())


def recorded_dates(*, calendar: str | None = None) -> st.SearchStrategy[RecordedDate]:
    """Return years, months and days of one calendar, or of all that are known.

    >>> from hypothesis import find
    >>> print(find(recorded_dates(), lambda date: date.calendar == "julian"))
    2000 (julian)
    """
    if calendar is not None and calendar not in CALENDARS:
        raise InvalidArgument(f"{calendar=} is none of {', '.join(CALENDARS)}")
    known = tuple(CALENDARS.values())
    return st.sampled_from(known if calendar is None else (CALENDARS[calendar],)).flatmap(_recorded)


def _parsed(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return texts.map(parse)


def _check_level(level: int) -> None:
    if level not in (0, 1, 2):
        raise InvalidArgument(f"EDTF has the levels 0, 1 and 2, not {level=}")


Parts = tuple[str, ...]


@st.composite
def _parts(draw: st.DrawFn, level: int, units: Parts) -> Parts:
    """Return the parts of a date of a year, a month, a day or a season, all digits known."""
    year = draw(whole_numbers(0 if level == 0 else -9999, 9999, FIRST_YEAR, 1))
    text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    unit = draw(st.sampled_from(units))
    if unit == "year":
        return (text,)
    if unit == "season":
        return text, str(draw(st.integers(21, 24 if level == 1 else 41)))
    month = draw(st.integers(1, 12))
    if unit == "month":
        return text, f"{month:02d}"
    return text, f"{month:02d}", f"{draw(st.integers(1, days_in_month(year, month))):02d}"


def _dates(level: int, units: Parts = UNITS) -> st.SearchStrategy[str]:
    """Return dates of some units; seasons begin at level 1."""
    units = tuple(unit for unit in units if level > 0 or unit != "season")
    parts = _parts(level, units)
    plain = parts.map("-".join)
    forms = [plain]
    if level == 1:
        forms += [_marked_behind(plain)]
        forms += [_open_from_the_right(units)] if units != ("season",) else []
    if level == 2:
        forms += [_marked(parts), _masked(parts).map("-".join), _marked(_masked(parts))]
    if level > 0 and "year" in units:
        forms += [_long_years()] if level == 1 else [_long_years(), _exponential(), _significant()]
    return st.one_of(forms)


def _marked_behind(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, texts, MARKS)


@st.composite
def _marked(draw: st.DrawFn, dates: st.SearchStrategy[Parts]) -> str:
    """Put marks before and behind each part of a date."""
    return "-".join([f"{draw(MARKS)}{part}{draw(MARKS)}" for part in draw(dates)])


@st.composite
def _masked(draw: st.DrawFn, dates: st.SearchStrategy[Parts]) -> Parts:
    """Put X for some digits, of the year alone where a season follows."""
    parts = draw(dates)
    open_to_x = parts[:1] if parts[1:] > ("20",) else parts
    return (*(draw(_with_holes(part)) for part in open_to_x), *parts[len(open_to_x) :])


@st.composite
def _with_holes(draw: st.DrawFn, part: str) -> str:
    digits = part.removeprefix("-")
    holes = draw(st.tuples(*(st.booleans() for _ in digits)))
    known = "".join("X" if hole else digit for digit, hole in zip(digits, holes, strict=True))
    return f"-{known}" if part.startswith("-") else known


@st.composite
def _open_from_the_right(draw: st.DrawFn, units: Parts) -> str:
    """Put X where level 1 has it: at the end of a year alone, for a day, for a month with its days."""
    parts = draw(_parts(0, tuple(unit for unit in units if unit != "season")))
    count = draw(st.integers(1, 2))
    if len(parts) == 1:
        return parts[0][:-count] + "X" * count
    kept = max(1, len(parts) - count)
    return "-".join((*parts[:kept], *("XX",) * (len(parts) - kept)))


def _long_years() -> st.SearchStrategy[str]:
    return st.builds("Y{}{}".format, st.sampled_from(("", "-")), whole_numbers(10_000, 10**18 - 1, 10_000, 1))


def _exponential() -> st.SearchStrategy[str]:
    return st.builds("Y{}{}E{}".format, st.sampled_from(("", "-")), st.integers(1, 9999), st.integers(1, 14))


def _significant() -> st.SearchStrategy[str]:
    years = st.one_of(_parts(2, ("year",)).map("".join), _long_years(), _exponential())
    return st.builds("{}S{}".format, years, st.integers(1, 20))


def _datetimes(level: int) -> st.SearchStrategy[str]:
    return st.builds("{}T{}{}".format, _parts(level, ("day",)).map("-".join), CLOCKS, OFFSETS)


@st.composite
def _intervals(draw: st.DrawFn, level: int) -> str:
    """Return two dates in the order of time, or one date and an end that is open or unknown."""
    first = draw(_ends(level))
    if level > 0 and draw(st.booleans()):
        pair = [first, draw(st.sampled_from(("..", "")))]
        return "/".join(pair if draw(st.booleans()) else pair[::-1])
    return "/".join(_in_order(first, draw(_ends(level))))


def _ends(level: int) -> st.SearchStrategy[str]:
    """Return dates that can stand in an interval: unspecified digits make it one of level 2."""
    return _dates(level) if level != 1 else _dates(1).filter(lambda text: "X" not in text)


def _in_order(one: str, other: str) -> tuple[str, str]:
    """Return two dates so that the first can begin before the second ends."""
    first, last = parse(one).first_day_number, parse(other).last_day_number
    return (one, other) if first is not None and last is not None and first <= last else (other, one)


@st.composite
def _ranges(draw: st.DrawFn) -> str:
    """Return two dates of one unit with a double dot between them."""
    of_a_unit = _dates(2, (draw(st.sampled_from(UNITS)),))
    return "..".join(_in_order(draw(of_a_unit), draw(of_a_unit)))


@st.composite
def _sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(st.one_of(_dates(2), _ranges()), min_size=1, max_size=4))
    if draw(st.booleans()):
        members.insert(0, f"..{draw(_dates(2))}")
    if draw(st.booleans()):
        members.append(f"{draw(_dates(2))}..")
    brackets = draw(st.sampled_from(("[]", "{}")))
    return f"{brackets[0]}{','.join(members)}{brackets[1]}"


@st.composite
def _recorded(draw: st.DrawFn, calendar: Calendar) -> RecordedDate:
    low = -9999 if calendar.first_year is None else calendar.first_year
    high = 9999 if calendar.last_year is None else calendar.last_year
    year = draw(whole_numbers(low, high, min(max(FIRST_YEAR, low), high), 1))
    month, length = draw(st.sampled_from(sorted(calendar.months(year))))
    parts = [
        f"-{-year:04d}" if year < 0 else f"{year:04d}",
        f"{month:02d}",
        f"{draw(st.integers(1, length)):02d}",
    ]
    return RecordedDate.parse(f"{'-'.join(parts[: draw(st.integers(1, 3))])} ({calendar.name})")
