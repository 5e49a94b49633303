"""The bases of points in time: a date, a name, a pointing word, with nothing around them.

Which readers are tried depends on the first word alone, the longest kinds first.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.expressions.english.dates import (
    read_day_first,
    read_month_first,
    read_weekday_date,
    read_year,
    read_year_first,
)
from timeline.expressions.english.deixis import read_day_name, read_pointed
from timeline.expressions.english.dual_dates import STYLE_STARTS, in_style, read_dual
from timeline.expressions.english.lengths import compared, read_unit
from timeline.expressions.english.lexicon import MONTHS, WEEKDAYS
from timeline.expressions.english.named import read_era_unit, read_fiscal, read_iso_week, read_named
from timeline.expressions.english.numbers import read_digits, read_ordinal
from timeline.expressions.english.numeric import read_numeric
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.split_years import SPLIT_YEARS, read_split_year
from timeline.expressions.english.values import Calendar, Count, Inside, Length, Named, Part, Relative, Value
from timeline.times import Granularity

__all__ = ["read_base", "read_definite"]

Found = tuple[Value, int] | None

FISCAL = frozenset({"fiscal", "financial", "tax"})
MAY_DAYS = frozenset({"day", "the"})
"""Words behind "May" that may make it a feast: May Day, May the Fourth."""

LETTERS = {"inst": 0, "instant": 0, "ult": -1, "ultimo": -1, "prox": 1, "proximo": 1}
"""How letters name months: the 5th inst. is of this one, the 28th ult. of the last, the 3rd prox. of the next."""

UNIT_WORDS = frozenset({"month", "year", "week", "day", "quarter"})
PERIOD_ENDS = {
    "eod": Granularity.DAY,
    "eow": Granularity.WEEK,
    "eom": Granularity.MONTH,
    "eoq": Granularity.QUARTER,
    "eoy": Granularity.YEAR,
}


def read_base(tokens: Tokens, index: int) -> Found:
    """Read a date, a name or a pointing word, with nothing around it.

    >>> read_base(Tokens("the summer"), 0)
    (Named(kind='season', number=2), 2)
    """
    for read in _readers(tokens, index):
        found = read(tokens, index)
        if found is not None:
            return in_style(tokens, *found) if tokens.words[found[1]] in STYLE_STARTS else found
    return None


def _readers(tokens: Tokens, index: int) -> tuple[Callable[[Tokens, int], Found], ...]:
    """Return what can begin with the word at a place, the longest kinds first."""
    word = tokens.words[index]
    if word in MONTHS:
        return (
            (read_named, read_month_first)
            if tokens.words[index + 1] in MAY_DAYS
            else (read_month_first, read_named)
        )
    if word in WEEKDAYS:
        return (read_weekday_date,)
    if tokens.keys[index] == NUMBER:
        return (
            read_iso_week,
            read_day_name,
            read_split_year,
            read_year_first,
            read_dual,
            read_numeric,
            _read_day_of,
            read_day_first,
            read_era_unit,
            _read_year_unit,
            read_named,
            _read_bare_year,
        )
    if word == "the":
        return (
            read_day_name,
            _read_day_of,
            read_dual,
            read_day_first,
            read_pointed,
            read_era_unit,
            read_split_year,
            read_fiscal,
            read_definite,
        )
    if word in SPLIT_YEARS:
        return (read_split_year, read_fiscal)
    if word in PERIOD_ENDS:
        return (_read_period_end,)
    if word in UNIT_WORDS:
        return (read_day_name, _read_unit_end, read_named, read_fiscal)
    return (
        read_day_name,
        read_pointed,
        read_named,
        read_day_first,
        read_era_unit,
        read_fiscal,
        _read_bare_year,
    )


def _read_bare_year(tokens: Tokens, index: int) -> Found:
    return read_year(tokens, index)


def _read_year_unit(tokens: Tokens, index: int) -> Found:
    """Read "1988 third quarter", "2014 Q3", "1990 season"."""
    found = read_year(tokens, index)
    if found is None or tokens.glued(found[1]):
        return None
    named = read_named(tokens, found[1])
    if named is None or not isinstance(named[0], Named) or named[0].kind == "weekend":
        return None
    return Inside(named[0], found[0]), named[1]


def read_definite(tokens: Tokens, index: int) -> Found:
    """Read what stands after "the": a name, a month, a weekday, or a unit that the context gives."""
    after = index + 1
    named = read_named(tokens, after)
    if named is not None:
        return named
    if tokens.words[after] in MONTHS:
        return read_month_first(tokens, after)
    if tokens.words[after] in WEEKDAYS:
        return read_weekday_date(tokens, after)
    year = _read_year_unit(tokens, after)
    if year is not None:
        return year
    start = tokens.skip(after, "whole", "entire", "full", "current")
    fiscal = tokens.words[start] in FISCAL
    start += fiscal
    unit = read_unit(tokens, start)
    if unit is not None and tokens.words[start - 1] in {"whole", "entire"} and unit[0] == Granularity.DAY:
        return Length(((Count(), unit[0]),)), unit[3]
    if unit is None or unit[1] > 1 or unit[2] or unit[0] < Granularity.DAY or compared(tokens, unit[3]):
        return None
    value = Relative(unit[0], 0, words="the", spoken=True)
    return (Part("fiscal", value) if fiscal and unit[0] is Granularity.YEAR else value), unit[3]


def _read_period_end(tokens: Tokens, index: int) -> Found:
    """Read "EOY", "EOM", "EOD"."""
    unit = PERIOD_ENDS[tokens.words[index]]
    return Part("end", Relative(unit, 0, words="the", spoken=True)), index + 1


def _read_unit_end(tokens: Tokens, index: int) -> Found:
    """Read "year-end", "year's end", and the bare unit of "end of month"."""
    unit = read_unit(tokens, index)
    if unit is None:
        return None
    value = Relative(unit[0], 0, words="the", spoken=True)
    after = tokens.skip(unit[3], "-")
    possessive = tokens.words[after] in {"'", "\u2019"} and tokens.words[after + 1] == "s"
    after = after + 2 if possessive else after
    if tokens.words[after] == "end" and tokens.words[index] != "week":
        return Part("end", value), after + 1
    cut = index > 0 and tokens.words[index - 1] in {"of", "mid"}
    hyphened = index > 1 and tokens.words[index - 2 : index] == ["mid", "-"]
    return (value, unit[3]) if cut or hyphened else None


def _read_day_of(tokens: Tokens, index: int) -> Found:
    """Read "20th of next month", "the 5th of that month"."""
    start = tokens.skip(index, "the")
    ordinal = read_ordinal(tokens, start)
    number, after = ordinal or (read_digits(tokens, start, 2), start + 1)
    if number is None or not 1 <= number <= 31:
        return None
    month = LETTERS.get(tokens.words[after])
    if month is not None:
        value = Inside(Calendar(day=number), Relative(Granularity.MONTH, month))
        return value, after + 2 if tokens.words[after + 1] == "." and tokens.glued(after + 1) else after + 1
    if tokens.words[after] != "of":
        return None
    whole = read_pointed(tokens, after + 1) or read_definite(tokens, after + 1)
    if whole is None or not isinstance(whole[0], Relative) or whole[0].unit is not Granularity.MONTH:
        return None
    return Inside(Calendar(day=number), whole[0]), whole[1]
