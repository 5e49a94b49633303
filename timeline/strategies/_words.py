"""Strategies for words that resolve: dates, lengths, and words that are read from an anchor."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from timeline.expressions.anchor import Anchor
from timeline.strategies._values import DAY, civil_dates, zones
from timeline.times import CivilDate

__all__ = ["anchors", "expressions", "length_words", "when_words"]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS: Final = ("day", "week", "month", "year")
LIMITS: Final = ("", "at least ", "at most ", "more than ", "less than ")
DATES: Final = (
    "{date}",
    "{year:04d}-{month:02d}",
    "{year:04d}",
    "{day} {name} {year:04d}",
    "{name} {day}, {year:04d}",
    "{name} {year:04d}",
    "early {name} {year:04d}",
    "summer {year:04d}",
)
AROUND_DATES: Final = ("{}", "before {}", "after {}", "until {}")
RELATIVE: Final = (
    "today",
    "yesterday",
    "the previous day",
    "last {month}",
    "next {month}",
    "last {weekday}",
    "{weekday}",
    "{month} {day}",
    "{count} days ago",
    "two months ago",
    "earlier this year",
    "last year",
    "next month",
    "coming months",
    "by {month} {day}",
    "early {month}",
)
FIRST_DATE: Final = CivilDate(1000)
LAST_DATE: Final = CivilDate(9999, 12, 31)


def anchors(
    min_value: CivilDate | None = None, max_value: CivilDate | None = None
) -> st.SearchStrategy[Anchor]:
    """Return days, or times of days, in a zone; shrinks to the first of January 2000 in UTC.

    >>> from hypothesis import find
    >>> print(find(anchors(), lambda anchor: True))
    2000-01-01 UTC
    """
    return st.builds(
        Anchor,
        civil_dates(min_value, max_value),
        microseconds=st.none() | st.integers(0, DAY - 1),
        zone=zones(),
    )


@st.composite
def _absolute(draw: st.DrawFn) -> str:
    date = draw(civil_dates(FIRST_DATE, LAST_DATE))
    words = draw(st.sampled_from(DATES)).format(
        date=date, year=date.year, month=date.month, day=date.day, name=MONTHS[date.month - 1]
    )
    return draw(st.sampled_from(AROUND_DATES)).format(words)


@st.composite
def _relative(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(RELATIVE)).format(
        month=draw(st.sampled_from(MONTHS)),
        weekday=draw(st.sampled_from(WEEKDAYS)),
        day=draw(st.integers(1, 28)),
        count=draw(st.integers(2, 30)),
    )


def when_words(*, relative: bool) -> st.SearchStrategy[str]:
    """Return words that say when, with those among them that only an anchor makes a date of."""
    return st.one_of(_absolute(), _relative()) if relative else _absolute()


@st.composite
def length_words(draw: st.DrawFn) -> str:
    """Return words that say how long; they need no anchor."""
    count, unit = draw(st.integers(1, 30)), draw(st.sampled_from(UNITS))
    return f"{draw(st.sampled_from(LIMITS))}{count} {unit}{'' if count == 1 else 's'}"


def expressions(*, anchor: Anchor | None = None) -> st.SearchStrategy[str]:
    """Return words that `timeline.resolve` understands; without an anchor, only those that mean the same from any.

    >>> from hypothesis import find
    >>> find(expressions(), lambda words: "January" in words)
    '1 January 2000'
    """
    return st.one_of(when_words(relative=anchor is not None), length_words())
