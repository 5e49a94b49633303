"""Dates with two days or two years: "10/22 January 1905", "29 May 1660 O.S.", "2 February 1659/60", "9/10 November 1938".

Two days that are as far apart as the Julian and the Gregorian calendar were then are one day in both, and the later is the Gregorian one. Two
that follow each other are the days on both sides of a night. Two years before a day up to 24 March are those of England until 1752, where the
year began on 25 March: the second is the one that begins in January, and the day is Julian.
"""

from __future__ import annotations

import attrs

from timeline.expressions.english.dates import read_day_first
from timeline.expressions.english.julian import julian_day
from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import Calendar, Either, OldStyle, Range, Value
from timeline.times.calendar import day_number, days_in_month

__all__ = ["STYLE_STARTS", "dated_by", "follows", "in_style", "read_dual"]

Found = tuple[Value, int] | None

STYLES = {
    ("o", ".", "s", "."): True,
    ("os",): True,
    ("old", "style"): True,
    ("julian",): True,
    ("julian", "calendar"): True,
    ("n", ".", "s", "."): False,
    ("ns",): False,
    ("new", "style"): False,
    ("gregorian",): False,
    ("gregorian", "calendar"): False,
}
"""Words behind a date that say its calendar: whether it is the Julian one."""

STYLE_STARTS = frozenset({"(", "/", ",", *(words[0] for words in STYLES)})
SLASHES = frozenset({"/", "("})
MOST_APART = 3
"""How far apart the days of a dual date may be, when somebody has counted wrong."""

LAST_DOUBLE_YEAR = 1752
NEW_YEAR = (3, 25)
"""Lady Day, on which the year began in England."""


def in_style(tokens: Tokens, value: Value, after: int) -> tuple[Value, int]:
    """Return a date with its second year and its calendar, where they follow.

    >>> in_style(Tokens("29 May 1660 O.S."), Calendar(1660, month=5, day=29), 3)[1]
    7
    """
    if not isinstance(value, Calendar) or value.year is None or value.month is None or value.two_digits:
        return value, after
    doubled = _read_second_year(tokens, value, after)
    if doubled is not None:
        value, after = doubled
    start = tokens.skip(after, ",")
    start = tokens.skip(start, "(")
    for length in (4, 2, 1):
        words = tuple(tokens.words[start : start + length])
        if words in STYLES and (length > 1 or tokens.capital(start)):
            end = start + length
            end = tokens.skip(end, ")") if tokens.words[start - 1] == "(" else end
            return (OldStyle(value) if STYLES[words] else value), end
    return (OldStyle(value), after) if doubled is not None else (value, after)


def _read_second_year(tokens: Tokens, date: Calendar, index: int) -> tuple[Calendar, int] | None:
    """Read the second year of "2 February 1659/60", by which the date is meant."""
    year, size = (date.year or 0) + 1, len(tokens.words[index + 1])
    digits = read_digits(tokens, index + 1, 4)
    tight = tokens.words[index] == "/" and tokens.glued(index) and tokens.glued(index + 1)
    early = (date.month or 12, date.day or 1) < NEW_YEAR and year <= LAST_DOUBLE_YEAR
    if digits is None or not tight or not early or size == 3 or year % 10**size != digits:
        return None
    return attrs.evolve(date, year=year), index + 2


def read_dual(tokens: Tokens, index: int) -> Found:
    """Read a date with two days: "10/22 January 1905", "29 May/8 June 1660", "10 (22) January 1905".

    >>> read_dual(Tokens("the 9/10 November 1938"), 0)[0].window
    True
    """
    start = tokens.skip(index, "the")
    if tokens.keys[start] != NUMBER or (
        tokens.words[start + 1] not in SLASHES and tokens.words[start + 2] not in SLASHES
    ):
        return None
    first = read_digits(tokens, start, 2)
    if tokens.words[start + 1] == "(":
        found = _read_in_brackets(tokens, start)
        return None if found is None else _dual(found[0], first, found[1])
    named = MONTHS.get(tokens.words[start + 1])
    sign = start + 1 if named is None else start + 2
    if first is None or tokens.words[sign] != "/":
        return None
    last = read_day_first(tokens, sign + 1)
    if last is None or not isinstance(last[0], Calendar) or last[0].day is None:
        return None
    return _dual(last[0], first, last[1], named)


def _dual(last: Calendar, first: int | None, after: int, named: int | None = None) -> Found:
    """Return what a date means together with the number of the day, or day and month, that stand before it."""
    date = attrs.evolve(last, day=first, month=named or last.month)
    if (last.month or 0) < (date.month or 0) and last.year is not None:
        date = attrs.evolve(date, year=last.year - 1)
    if follows(date, last):
        return Range(date, last, window=True), after
    apart = _days_apart(date, last)
    if apart == 0:
        return Either((last,), ("in the new style",)), after
    if apart is None or abs(apart) > MOST_APART:
        return None
    reasons = tuple(f"in the {style} style, though the two are not one day" for style in ("new", "old"))
    return Either((last, OldStyle(date)), reasons), after


def _read_in_brackets(tokens: Tokens, index: int) -> tuple[Calendar, int] | None:
    """Read the day, month and year of "10 (22) January 1905" behind its first number."""
    day, closed = read_digits(tokens, index + 2, 2), tokens.words[index + 3] == ")"
    month, year = MONTHS.get(tokens.words[index + 4]), read_digits(tokens, index + 5, 4)
    if day is None or not closed or month is None or year is None:
        return None
    return Calendar(year, month=month, day=day), index + 6


def _days_apart(julian: Calendar, gregorian: Calendar) -> int | None:
    """Return how many days a Gregorian date lies after a Julian one, none where one of them is no day of a year."""
    day = julian_day(julian)
    if day is None or None in {julian.year, julian.month, gregorian.year, gregorian.month, gregorian.day}:
        return None
    year, month, number = gregorian.year or 0, gregorian.month or 1, gregorian.day or 1
    return None if number > days_in_month(year, month) else day_number(year, month, number) - day


def follows(first: Value, last: Value) -> bool:
    """Return whether a date can be the day after another: by their days of the week, or by their numbers.

    >>> follows(Calendar(weekday=7), Calendar(weekday=1)), follows(Calendar(month=5, day=31), Calendar(month=6, day=1))
    (True, True)
    """
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return False
    if first.weekday is not None and last.weekday is not None:
        return first.weekday % 7 + 1 == last.weekday
    if first.day is None or last.day is None:
        return False
    if last.day == first.day + 1:
        return first.month in {None, last.month}
    turned = first.month is not None and last.month == first.month % 12 + 1
    return last.day == 1 and turned and first.day >= days_in_month(first.year or 2000, first.month or 1)


def dated_by(first: Value, last: Value) -> Value:
    """Return the earlier of two days that follow each other, with the month and year that only the later says.

    >>> dated_by(Calendar(month=12, day=31), Calendar(1941, month=1, day=1)).year
    1940
    """
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.day is None:
        return first
    turned = first.month == 12 and last.month == 1
    year = last.year - 1 if last.year is not None and turned else last.year
    return attrs.evolve(first, month=first.month or last.month, year=first.year or year)
