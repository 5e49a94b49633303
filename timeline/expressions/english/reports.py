"""The quarters and years of business reports: "the year ended March 31", "the year-ago quarter", "the 1988 period"."""

from __future__ import annotations

from timeline.expressions.english.dates import read_day_first, read_month_first, read_year
from timeline.expressions.english.lengths import compared, read_unit
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

__all__ = ["A_YEAR", "COMPARED", "read_ended", "read_quarter_of_year", "read_year_ago"]

Found = tuple[Value, int] | None

A_YEAR = Length(((Count(), Granularity.YEAR),))
THE_QUARTER = Relative(Granularity.QUARTER, 0, words="the")
LAST_YEAR = Relative(Granularity.YEAR, -1)
ENDING = frozenset({"ended", "ending"})
COMPARED = ("comparable", "corresponding", "same")
PERIODS = frozenset({"quarter", "period"})


def read_ended(tokens: Tokens, index: int) -> Found:
    """Read a year or quarter that is told by its last day.

    >>> read_ended(Tokens("the year ended March 31"), 0)[1]
    5
    """
    start = tokens.skip(index, "the", "its", "a")
    start = tokens.skip(start, "fiscal", "full")
    unit = read_unit(tokens, start)
    if unit is None or unit[2] or unit[0] not in {Granularity.YEAR, Granularity.QUARTER}:
        return None
    after = tokens.skip(unit[3], "that")
    if tokens.words[after] not in ENDING:
        return None
    last = read_month_first(tokens, after + 1) or read_day_first(tokens, after + 1)
    if last is None or not isinstance(last[0], Calendar) or last[0].month is None:
        return None
    return Ended(unit[0], last[0]), last[1]


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
