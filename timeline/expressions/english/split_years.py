"""Years that begin in one calendar year and end in the next, and are named by both: the school year 2023/24, the 2019/20 season."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import MONTH_NAMES, days
from timeline.expressions.english.frame import Frame, Window
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.timex import year_value
from timeline.expressions.english.values import Calendar, Part, TwoYears, Value
from timeline.times import Granularity
from timeline.times.calendar import add_months, day_number

__all__ = ["SPLIT_YEARS", "read_split_year", "read_two_years", "split_year", "two_years"]

Found = tuple[Value, int] | None

KINDS = {
    "academic": "school",
    "school": "school",
    "university": "school",
    "college": "school",
    "fiscal": "fiscal",
    "financial": "fiscal",
    "tax": "fiscal",
    "budget": "fiscal",
    "fy": "fiscal",
}
"""A word before "year": the kind of year that two calendar years name."""

SPLIT_YEARS = frozenset({*KINDS, "season"})
"""Words with which such a year can begin."""

SIGNS = frozenset({"-", "/", "\u2013"})
FISCAL_STARTS = (4, 7)
"""The months in which a fiscal year of two calendar years usually begins, where no convention says: April, then July."""

YEAR = 12


def read_two_years(tokens: Tokens, index: int) -> tuple[TwoYears, int] | None:
    """Read two years that follow each other and are written as one: "2023/24", "1999-2000".

    >>> read_two_years(Tokens("1999/00"), 0)
    (TwoYears(first=1999), 3)
    """
    if len(tokens.words[index]) != 4 or tokens.words[index + 1] not in SIGNS:
        return None
    first = read_digits(tokens, index, 4)
    if first is None:
        return None
    last, size = read_digits(tokens, index + 2, 4), len(tokens.words[index + 2])
    tight = tokens.glued(index + 1) and tokens.glued(index + 2)
    if last is None or size not in {2, 4} or not tight or (first + 1) % 10**size != last:
        return None
    longer = tokens.words[index + 3] in SIGNS and tokens.glued(index + 3) and tokens.keys[index + 4] == NUMBER
    return None if longer else (TwoYears(first), index + 3)


def read_split_year(tokens: Tokens, index: int) -> Found:
    """Read "the school year 2023/24", "the 2019-20 season", "FY 2023/24", "the financial year 2023".

    >>> read_split_year(Tokens("the 2019/20 season"), 0)
    (Part(name='season', value=TwoYears(first=2019)), 5)
    """
    start = tokens.skip(index, "the")
    if tokens.keys[start] != NUMBER and tokens.words[start] not in SPLIT_YEARS:
        return None
    both = read_two_years(tokens, start) if tokens.keys[start] == NUMBER else None
    if both is not None:
        kind = KINDS.get(tokens.words[both[1]])
        if kind is not None and tokens.words[both[1] + 1] == "year":
            return Part(kind, both[0]), both[1] + 2
        return (Part("season", both[0]), both[1] + 1) if tokens.words[both[1]] == "season" else None
    kind = "season" if tokens.words[start] == "season" else KINDS.get(tokens.words[start])
    after = start + 1 if kind == "season" or tokens.words[start] == "fy" else start + 2
    if kind is None or (after == start + 2 and tokens.words[start + 1] != "year"):
        return None
    both = read_two_years(tokens, after)
    if both is not None:
        return Part(kind, both[0]), both[1]
    year = read_digits(tokens, after, 4) if kind == "fiscal" and after == start + 2 else None
    return (Part(kind, Calendar(year)), after + 1) if year and len(tokens.words[after]) == 4 else None


def two_years(value: TwoYears, frame: Frame) -> list[Window]:
    """Return both calendar years, in which something begins and ends.

    >>> from timeline.expressions.anchor import Anchor
    >>> two_years(TwoYears(1999), Frame(Anchor.parse("2025-12-13")))[0].timex
    '1999/2000'
    """
    del frame
    first, after = day_number(value.first, 1, 1), day_number(value.first + 2, 1, 1)
    timex = f"{year_value(value.first)}/{year_value(value.first + 1)}"
    return [
        attrs.evolve(days(first, after - first, Granularity.YEAR, timex), reason="the years that are named")
    ]


def split_year(name: str, value: TwoYears, frame: Frame) -> list[Window]:
    """Return a school year or season as wide as the conventions say, and a fiscal year from the month in which it begins.

    >>> from timeline.expressions.anchor import Anchor
    >>> frame = Frame(Anchor.parse("2025-12-13"))
    >>> [window.reason for window in split_year("fiscal", TwoYears(2023), frame)]
    ['the fiscal year 2023/2024, from April', 'the fiscal year 2023/2024, from July']
    """
    if name == "fiscal":
        month = frame.conventions.fiscal_year
        spans = [(start, start + YEAR) for start in (FISCAL_STARTS if month == 1 else (month,))]
    else:
        first, last = getattr(frame.conventions, f"{name}_year")
        spans = [(first, last + 1)]
    return [_months(name, value.first, *span) for span in spans]


def _months(name: str, year: int, first: int, after: int) -> Window:
    """Return the months of a year from one number up to another; 13 is January of the next year."""
    start, end = (day_number(*add_months(year, 1, month - 1), 1) for month in (first, after))
    label = f"the {name}" if name == "season" else f"the {name} year"
    began = f", from {MONTH_NAMES[first]}" if name == "fiscal" else ""
    timex = f"{year_value(year)}/{year_value(year + 1)}"
    window = days(start, end - start, Granularity.MONTH, timex)
    return attrs.evolve(window, reason=f"{label} {timex}{began}")
