from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.lengths import amount_words, distance_words, shortfall_words
from timeline.render.moments import DUST
from timeline.times import Duration, Period
from timeline.times.distance import Amount, Distance

UNITS = {
    "day": 86_400_000_000,
    "hour": 3_600_000_000,
    "minute": 60_000_000,
    "second": 1_000_000,
    "millisecond": 1_000,
}
UNITS |= {"microsecond": 1}


def read_back(words: str) -> int:
    parts = words.removeprefix("more than ").split()
    return sum(
        int(count) * UNITS[unit.removesuffix("s")]
        for count, unit in zip(parts[::2], parts[1::2], strict=True)
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Period.of(months=3), "3 months"),
        (Period.of(years=1), "1 year"),
        (Period.of(months=14, days=3), "1 year 2 months 3 days"),
        (Period.of(weeks=2), "14 days"),
        (-Period.of(months=2, days=1), "minus 2 months 1 day"),
        (Period(), "no time"),
        (Duration.of(minutes=78), "1 hour 18 minutes"),
        (Duration(-1), "minus 1 microsecond"),
        (Duration(0), "no time"),
    ],
)
def test_amounts(amount: Amount, words: str) -> None:
    assert amount_words(amount) == words


def test_distances() -> None:
    month, week = Period.of(months=1), Period.of(weeks=1)
    assert distance_words(Distance.exactly(month)) == "exactly 1 month"
    assert distance_words(Distance(more_than=week, at_most=month)) == "more than 7 days and at most 1 month"
    assert distance_words(Distance(less_than=month)) == "less than 1 month"
    assert distance_words(Distance()) == "any length"


@given(st.integers(1, 10**16))
def test_a_shortfall_is_never_told_longer_than_it_is(microseconds: int) -> None:
    words = shortfall_words(Duration(microseconds))
    if words is None:
        assert microseconds <= DUST
        return
    told = read_back(words)
    assert told <= microseconds
    assert words.startswith("more than ") or microseconds - told <= DUST
    assert len(words.removeprefix("more than ").split()) <= 4


def test_shortfalls() -> None:
    assert shortfall_words(Duration(214 * UNITS["day"] + 1)) == "214 days"
    assert shortfall_words(Duration(6 * UNITS["hour"])) == "6 hours"
    assert shortfall_words(Duration.of(hours=30, minutes=5)) == "more than 1 day 6 hours"
    assert shortfall_words(Duration(1)) is None
