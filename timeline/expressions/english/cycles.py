"""What comes round: which June, which Friday, which Christmas lies where on the calendar.

A recurring value has a cycle (year, month, week, day). `occurrence` gives the one in a cycle by that cycle's number,
so "nearest before", "of the previous year" and "in that month" are all questions about numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from timeline.errors import RangeError
from timeline.expressions.english.feasts import feast_span
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.lexicon import MONTHS, SEASONS, WEEKDAYS
from timeline.expressions.english.timex import season_value, unit_value, week_value, year_value
from timeline.expressions.english.values import Calendar, Named, Value
from timeline.times import Granularity
from timeline.times.calendar import (
    add_months,
    date_from_day_number,
    day_number,
    days_in_month,
    iso_week_start,
)

__all__ = [
    "MONTH_NAMES",
    "cycle_number",
    "cycle_of",
    "feast_window",
    "label",
    "nearest_after",
    "nearest_before",
    "occurrence",
]

MOST_CYCLES = 48
"""How many cycles a search goes on: 29 February comes back after 8 years at most, on a given weekday after 40."""


def _first_words(table: Mapping[str, int]) -> dict[int, str]:
    """Return the first word that a table has for each number."""
    return {number: word for word, number in reversed(list(table.items()))}


MONTH_NAMES = {number: word.capitalize() for number, word in _first_words(MONTHS).items()}
WEEKDAY_NAMES = {number: word.capitalize() for number, word in _first_words(WEEKDAYS).items()}
SEASON_NAMES = _first_words(SEASONS)
TERMS = {1: (0, 6), 2: (3, 9), 3: (7, 13), 4: (9, 15)}
"""The months of a term at schools and universities, wide enough for those of many countries: spring is January to June, summer April to
September, autumn August to January, winter October to March; in months from January, and the one after."""

ORDINALS = ("first", "second", "third", "fourth")


def label(value: Value) -> str:
    """Return what a recurring value is called, for reasons.

    >>> label(Calendar(month=12, day=12))
    '12 December'
    """
    if isinstance(value, Calendar):
        parts = (
            WEEKDAY_NAMES.get(value.weekday or 0, ""),
            str(value.day or ""),
            MONTH_NAMES.get(value.month or 0, ""),
        )
        text = " ".join(part for part in parts if part)
        return f"the {value.day}{_ending(value.day or 0)}" if text == str(value.day) else text
    if not isinstance(value, Named):
        return "it"
    if value.kind == "season" and isinstance(value.number, int):
        return SEASON_NAMES[value.number]
    if value.kind == "term" and isinstance(value.number, int):
        return f"{SEASON_NAMES[value.number]} term"
    if value.kind in {"quarter", "half"} and isinstance(value.number, int):
        return f"the {ORDINALS[value.number - 1]} {value.kind}"
    if value.kind == "week":
        return f"week {value.number}"
    return str(value.number).title().replace("'S", "'s") if value.kind == "feast" else "the weekend"


def _ending(number: int) -> str:
    return "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def cycle_of(value: Value) -> Granularity | None:
    """Return the unit in which a value comes round, or None where it stands once.

    >>> cycle_of(Calendar(weekday=5)), cycle_of(Calendar(2025))
    (<Granularity.WEEK: 6>, None)
    """
    if isinstance(value, Named):
        return Granularity.WEEK if value.kind == "weekend" else Granularity.YEAR
    if not isinstance(value, Calendar) or value.year is not None:
        return None
    if value.month is not None:
        return Granularity.YEAR
    return Granularity.WEEK if value.day is None else Granularity.MONTH


def cycle_number(cycle: Granularity, day: int) -> int:
    """Return the number of the cycle that holds a day.

    >>> cycle_number(Granularity.YEAR, 0)
    1970
    """
    if cycle is Granularity.WEEK:
        return (day + 3) // 7
    date = date_from_day_number(day)
    return date.year if cycle is Granularity.YEAR else date.year * 12 + date.month - 1


def occurrence(value: Calendar | Named, number: int, frame: Frame) -> Window | None:
    """Return the one in a cycle, or None where there is none (29 February, Friday the 13th)."""
    if isinstance(value, Named):
        return _named(value, number, frame)
    if value.month is not None:
        return dated(attrs.evolve(value, year=number))
    if value.day is not None:
        year, month = divmod(number, 12)
        return dated(attrs.evolve(value, year=year, month=month + 1))
    return days(7 * number - 4 + (value.weekday or 1), 1, Granularity.DAY)


def days(first: int, count: int, unit: Granularity, timex: str | None = None) -> Window:
    """Return the window of whole days."""
    value = unit_value(unit, first) if timex is None else timex
    return Window(first * DAY, (first + count) * DAY, unit=unit, timex=value, reason="")


def dated(value: Calendar) -> Window | None:
    """Return the window of a date with its year, or None where it does not exist or is another day of the week."""
    year, month, day = value.year or 0, value.month, value.day
    if month is None:
        first = day_number(year, 1, 1)
        return days(first, day_number(year + 1, 1, 1) - first, Granularity.YEAR)
    length = days_in_month(year, month)
    if day is None:
        return days(day_number(year, month, 1), length, Granularity.MONTH)
    if day > length:
        return None
    first = day_number(year, month, day)
    if value.weekday is not None and (first + 3) % 7 + 1 != value.weekday:
        return None
    return days(first, 1, Granularity.DAY)


def _named(value: Named, number: int, frame: Frame) -> Window | None:
    if value.kind == "weekend":
        saturday = 7 * number + 2
        return days(saturday, 2, Granularity.DAY, f"{week_value(saturday)}-WE")
    if isinstance(value.number, str):
        return _feast(value.number, number)
    if value.kind == "season":
        first, last = frame.conventions.seasons.days(number, 20 + value.number)
        return days(first, last - first + 1, Granularity.MONTH, season_value(number, value.number))
    if value.kind == "week":
        return _week(number, value.number)
    if value.kind == "term":
        start, end = (day_number(*add_months(number, 1, month), 1) for month in TERMS[value.number])
        return days(start, end - start, Granularity.MONTH, season_value(number, value.number))
    length = 3 if value.kind == "quarter" else 6
    first = day_number(number, length * (value.number - 1) + 1, 1)
    after = day_number(*add_months(number, length * (value.number - 1) + 1, length), 1)
    timex = f"{year_value(number)}-{value.kind[0].upper()}{value.number}"
    return days(first, after - first, Granularity.QUARTER, timex)


def _feast(name: str, year: int) -> Window | None:
    """Return a feast with the night on which it begins; its value is its first whole day, or all of them."""
    span = feast_span(name, year)
    return None if span is None else feast_window(*span)


def feast_window(first: int, whole: int, after: int) -> Window:
    """Return the window of a feast from the evening on which it begins, and its value from its first whole day.

    >>> feast_window(0, 1, 2).timex
    '1970-01-02'
    """
    timex = unit_value(Granularity.DAY, whole)
    if after > whole + 1:
        timex = f"{timex}/{unit_value(Granularity.DAY, after - 1)}"
    return days(first, after - first, Granularity.DAY, timex)


def _week(year: int, week: int) -> Window | None:
    try:
        return days(iso_week_start(year, week), 7, Granularity.WEEK)
    except RangeError:
        return None


def nearest_before(value: Calendar | Named, wall: int, frame: Frame, *, started: bool) -> Window | None:
    """Return the last one that has started before a wall time, or (not `started`) has ended by then."""
    return _search(value, wall, frame, -1, started=started)


def nearest_after(value: Calendar | Named, wall: int, frame: Frame) -> Window | None:
    """Return the first one that starts at a wall time or later."""
    return _search(value, wall, frame, 1, started=True)


def _search(value: Calendar | Named, wall: int, frame: Frame, step: int, *, started: bool) -> Window | None:
    cycle = cycle_of(value) or Granularity.YEAR
    number = cycle_number(cycle, wall // DAY) - step
    for _ in range(MOST_CYCLES):
        window = occurrence(value, number, frame)
        if window is not None and window.start is not None and window.end is not None:
            if step > 0 and window.start >= wall:
                return window
            if step < 0 and (window.start < wall if started else window.end <= wall):
                return window
        number += step
    return None
