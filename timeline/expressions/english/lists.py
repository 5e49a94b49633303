"""Months and days in a row of which only the last says the year: "May, June and on 2 August 2017", "27 and 28 May 1905"."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import cycle_of
from timeline.expressions.english.edges import JOINTS
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Around, At, Calendar, Inside, Named, Part, Value
from timeline.times import Granularity

__all__ = ["core", "with_listed_year"]

MOST = 6
"""How many there may be in a row."""

LISTING = JOINTS | {",", "and", "or", "&", "/"}
LINKING = ("and", "or", "in", "on", "during", "the")


def core(value: Value) -> Value:
    """Return what is placed or cut: the June of "early June", the day of "9 p.m. on 3 May".

    >>> core(Part("early", Calendar(month=6))).month
    6
    """
    while isinstance(value, Part | Around | At):
        value = value.date if isinstance(value, At) else value.value
    return value


def with_listed_year(value: Value, tokens: Tokens, after: int) -> Value:
    """Return a value with the year of the row that it begins, if the row has one.

    >>> with_listed_year(Calendar(month=5), Tokens("May and June 2017"), 1).year
    2017
    """
    inner = core(value)
    if not isinstance(inner, Calendar | Named) or cycle_of(inner) is not Granularity.YEAR:
        return value
    for _ in range(MOST):
        if tokens.words[after] not in LISTING:
            return value
        found = read_mention(tokens, tokens.skip(tokens.skip(after + 1, *LINKING), *LINKING))
        if found is None:
            return value
        other, after = core(found[0]), found[1]
        year = _year(other)
        if year is not None and year.year is not None:
            turned = attrs.evolve(year, year=year.year - 1) if _turns(inner, other) else year
            return _in_year(value, inner, turned)
        if not isinstance(other, Calendar | Named) or cycle_of(other) is not Granularity.YEAR:
            return value
    return value


def _year(value: Value) -> Calendar | None:
    """Return the year that a month, day or season is given with."""
    if isinstance(value, Inside) and isinstance(value.whole, Calendar):
        return value.whole
    return value if isinstance(value, Calendar) and value.month is not None else None


def _turns(first: Value, last: Value) -> bool:
    """Return whether the year turns between two: November and January 2018."""
    months = [each.month for each in (first, last) if isinstance(each, Calendar) and each.month is not None]
    return len(months) == 2 and months[0] > months[1]


def _in_year(value: Value, inner: Calendar | Named, year: Calendar) -> Value:
    """Put a year into what is cut or placed, however deep."""
    if isinstance(value, Part | Around):
        return attrs.evolve(value, value=_in_year(value.value, inner, year))
    if isinstance(value, At):
        return attrs.evolve(value, date=_in_year(value.date, inner, year))
    if isinstance(inner, Named):
        return Inside(inner, Calendar(year.year, two_digits=year.two_digits))
    return attrs.evolve(inner, year=year.year, two_digits=year.two_digits)
