"""The quarters and years of business reports: "the year ended March 31", "the year-ago quarter", "the 1988 period"."""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.dates import read_day_first, read_month_first, read_weekday_date, read_year
from timeline.expressions.english.lengths import compared, read_length, read_unit
from timeline.expressions.english.named import read_named
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    Away,
    Calendar,
    Count,
    Ended,
    Inside,
    Length,
    Named,
    Relative,
    Value,
)
from timeline.times import Granularity

__all__ = [
    "A_QUARTER",
    "A_YEAR",
    "COMPARED",
    "read_ended",
    "read_last_day",
    "read_quarter_of_year",
    "read_spell",
    "read_year_ago",
]

Found = tuple[Value, int] | None

A_YEAR = Length(((Count(), Granularity.YEAR),))
A_QUARTER = Length(((Count(), Granularity.QUARTER),))
THE_QUARTER = Relative(Granularity.QUARTER, 0, words="the")
LAST_YEAR = Relative(Granularity.YEAR, -1)
REACH = 8
"""Within so many tokens of its first word a length says that it ended."""

ENDING = frozenset({"ended", "ending"})
COMPARED = ("comparable", "corresponding", "same")
PERIODS = frozenset({"quarter", "period"})


def read_ended(tokens: Tokens, index: int) -> Found:
    """Read a year or other length that is told by its last day.

    >>> read_ended(Tokens("the year ended March 31"), 0)[1]
    5
    """
    found = None if ENDING.isdisjoint(tokens.words[index + 1 : index + REACH]) else read_spell(tokens, index)
    if found is None:
        return None
    length, after = found
    after = tokens.skip(after, "that")
    last = read_last_day(tokens, after + 1) if tokens.words[after] in ENDING else None
    return None if last is None else (Ended(length, last[0]), last[1])


def read_spell(tokens: Tokens, index: int) -> tuple[Length, int] | None:
    """Read the length of what is told by its end: "the year", "its fiscal quarter", "the twelve months", "three weeks".

    >>> read_spell(Tokens("the twelve months"), 0)[1]
    3
    """
    start = tokens.skip(index, "the", "its", "a")
    start = tokens.skip(start, "fiscal", "full")
    unit = read_unit(tokens, start)
    if unit is not None and not unit[2]:
        days = unit[0] >= Granularity.WEEK
        return (Length(((Count(Fraction(unit[1]), Fraction(unit[1])), unit[0]),)), unit[3]) if days else None
    found = read_length(tokens, start)
    if found is None or found[0].limit != "plain" or len(found[0].parts) > 1:
        return None
    count, of = found[0].parts[0]
    certain = count.vague is None and count.low == count.high and count.low.denominator == 1
    return found if certain and of >= Granularity.DAY and found[0].days == "calendar" else None


def read_last_day(tokens: Tokens, index: int) -> Found:
    """Read the day or month with which a year or another length ends.

    >>> read_last_day(Tokens("30 September"), 0)[1]
    2
    """
    index = tokens.skip(index, "on", "in")
    last = (
        read_month_first(tokens, index) or read_day_first(tokens, index) or read_weekday_date(tokens, index)
    )
    if last is None or not isinstance(last[0], Calendar):
        return None
    return last if last[0].month is not None or last[0].weekday is not None else None


def read_year_ago(tokens: Tokens, index: int) -> Found:
    """Read "year-earlier", "the year-ago quarter", "the year-earlier period".

    >>> read_year_ago(Tokens("the year-ago third quarter"), 0)[1]
    6
    """
    start = tokens.skip(index, "the", "a", "its")
    start = tokens.skip(start, *COMPARED)
    if tokens.words[start] != "year" or not compared(tokens, start + 1):
        return None
    after = start + 3
    named = read_named(tokens, after)
    if named is not None and isinstance(named[0], Named):
        return Inside(named[0], LAST_YEAR), named[1]
    if tokens.words[after] == "quarter":
        return Inside(THE_QUARTER, LAST_YEAR), after + 1
    noun = tokens.skip(after, "period", "month")
    return None if start > index and noun == after else (Away(A_YEAR, -1, spoken=True), noun)


def read_quarter_of_year(tokens: Tokens, index: int) -> Found:
    """Read "the 1988 quarter", "last year's period", "the corresponding period last year", "the quarter a year ago".

    >>> read_quarter_of_year(Tokens("the 1988 quarter"), 0)[1]
    3
    """
    if tokens.words[index] == "last":
        possessed = tokens.words[index + 1] == "year" and tokens.words[index + 3] == "s"
        return (
            (Inside(THE_QUARTER, LAST_YEAR), index + 5) if possessed and _period(tokens, index + 4) else None
        )
    if tokens.words[index] != "the":
        return None
    year = read_year(tokens, index + 1)
    if year is not None and _period(tokens, year[1]):
        return Inside(THE_QUARTER, year[0]), year[1] + 1
    start = tokens.skip(index + 1, *COMPARED)
    if not _period(tokens, start):
        return None
    if tokens.follows(start + 1, ("last", "year")):
        return Inside(THE_QUARTER, LAST_YEAR), start + 3
    if tokens.follows(start + 1, ("a", "year")) and tokens.words[start + 3] in {"ago", "earlier"}:
        return Inside(THE_QUARTER, LAST_YEAR), start + 4
    return None


def _period(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in PERIODS
