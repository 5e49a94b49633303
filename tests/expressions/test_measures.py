"""Lengths in figures and short units: exact in ISO 8601, as precise as their last digit otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import NotUnderstoodError
from timeline.expressions.measures import measured
from timeline.expressions.resolve import resolve_duration
from timeline.ordering import parse_constraint
from timeline.strategies import durations, periods
from timeline.times import Duration, Period
from timeline.times.distance import Amount, Distance


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        ("1h18m", "more than PT1H17M and less than PT1H19M"),
        ("1h 18m", "more than PT1H17M and less than PT1H19M"),
        ("90s", "more than PT1M29S and less than PT1M31S"),
        ("250ms", "more than PT0.249S and less than PT0.251S"),
        ("12 \u00b5s", "more than PT0.000011S and less than PT0.000013S"),
        ("1.5s", "more than PT1.4S and less than PT1.6S"),
        ("2d 3h", "more than PT50H and less than PT52H"),
        ("3d", "exactly P3D"),
        ("1:18:00", "more than PT1H17M59S and less than PT1H18M1S"),
        ("26:30", "more than PT26H29M and less than PT26H31M"),
        ("0:00:12.5", "more than PT12.4S and less than PT12.6S"),
        ("0s", "more than PT0S and less than PT1S"),
        ("<10 minutes", "less than PT10M"),
        ("~10 minutes", "at least PT7M30S and at most PT12M30S"),
        ("just over an hour", "more than PT1H"),
    ],
)
def test_what_programs_write(text: str, distance: str) -> None:
    assert [str(reading.distance) for reading in resolve_duration(text, anchor="2024-05-15")] == [distance]


@pytest.mark.parametrize("text", ["5m", "1s2h", "12:61", "1h1h", "-PT1H", "1.5h30m", "h", "PT", "P", "1 2 h"])
def test_what_is_no_length_or_may_be_two(text: str) -> None:
    assert measured(text) is None
    with pytest.raises(NotUnderstoodError):
        resolve_duration(text, anchor="2024-05-15")


@given(durations() | periods())
def test_iso_text_is_exact(amount: Amount) -> None:
    found = measured(str(amount))
    if str(amount).startswith("-"):
        assert found is None
    else:
        assert found is not None
        assert found.distance == Distance.exactly(amount)


@given(st.integers(0, 10**6 - 1), st.integers(0, 59), st.integers(0, 59))
def test_all_ways_to_write_a_length_agree(hours: int, minutes: int, seconds: int) -> None:
    exact = Duration.of(hours=hours, minutes=minutes, seconds=seconds)
    ways = [measured(f"{hours}h{minutes}m{seconds}s"), measured(f"{hours}:{minutes:02}:{seconds:02}")]
    for found in ways:
        assert found is not None
        assert found.distance is not None
        low, high = found.distance.more_than, found.distance.less_than
        assert isinstance(low, Duration)
        assert isinstance(high, Duration)
        assert high - exact == Duration.of(seconds=1)
        assert low == Duration(max(exact.microseconds - 1_000_000, 0))
        assert found.timex_value == str(exact)


def test_a_period_of_days_is_counted_on_the_calendar() -> None:
    found = measured("3d")
    assert found is not None
    assert found.distance == Distance.exactly(Period.of(days=3))


def test_lines_of_order_take_them() -> None:
    (found,) = parse_constraint("b 1h18m after a", events=("a", "b"))
    assert str(found) == "the start of b is 1h18m after the end of a"
