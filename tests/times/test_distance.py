"""Distances: how long a period can be, by trying every day of 400 years, and what no length can be."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import durations, periods
from timeline.errors import RangeError, WrongTypeError
from timeline.times import Duration, Period
from timeline.times.distance import CLOCK_CHANGE, Amount, Distance, longest, shortest

DAY = oracle.DAY
FIRSTS = list(
    itertools.accumulate(
        (oracle.month_length(2000 + count // 12, count % 12 + 1) for count in range(2 * 4_800)), initial=0
    )
)
LENGTHS = [after - first for first, after in itertools.pairwise(FIRSTS)]


def days_by_trying_every_day(months: int) -> tuple[int, int]:
    """Add months to each of the 146,097 days of 400 years and count the days between."""
    spans = [
        FIRSTS[count + months] + min(day, LENGTHS[count + months]) - FIRSTS[count] - day
        for count in range(4_800)
        for day in range(1, LENGTHS[count] + 1)
    ]
    return min(spans), max(spans)


@pytest.mark.parametrize("months", [1, 2, 3, 5, 11, 12, 13, 18, 48, 100, 1_199, 1_200, 4_799])
def test_months_are_as_short_and_as_long_as_the_calendar_has_them(months: int) -> None:
    fewest, most = days_by_trying_every_day(months)
    assert shortest(Period(months)) == fewest * DAY - CLOCK_CHANGE
    assert longest(Period(months)) == most * DAY + CLOCK_CHANGE
    assert shortest(Period(months, 5)) == (fewest + 5) * DAY - CLOCK_CHANGE
    assert longest(Period(months, 5)) == (most + 5) * DAY + CLOCK_CHANGE


@given(periods(largest=10**5))
def test_whole_cycles_of_400_years_are_always_as_long(period: Period) -> None:
    cycle = 146_097 * DAY
    forward = period if period.months + period.days > 0 else -period
    if forward.months + forward.days < 3:
        forward = Period(0, 3)
    later = Period(forward.months + 4_800, forward.days)
    assert shortest(later) == shortest(forward) + cycle
    assert longest(later) == longest(forward) + cycle
    assert shortest(Period(4_800)) == cycle - CLOCK_CHANGE


@given(st.one_of(durations, periods()))
def test_backwards_is_forwards_mirrored(amount: Amount) -> None:
    assert shortest(-amount) == -longest(amount)
    assert longest(-amount) == -shortest(amount)
    assert shortest(amount) <= longest(amount)


@given(durations)
def test_a_duration_is_as_long_as_it_says(duration: Duration) -> None:
    assert shortest(duration) == longest(duration) == duration.microseconds


def test_small_periods_never_turn_round() -> None:
    assert shortest(Period()) == longest(Period()) == 0
    assert shortest(Period(0, 1)) == 0
    assert longest(Period(0, 1)) == DAY + CLOCK_CHANGE
    assert shortest(Period(0, 2)) == 2 * DAY - CLOCK_CHANGE
    assert shortest(Period(0, -1)) == -DAY - CLOCK_CHANGE
    assert longest(Period(0, -1)) == 0


def has_length(low: int, high: int, open_low: bool, open_high: bool) -> bool:  # noqa: FBT001  # a table in disguise
    return any(
        (low < length or (low == length and not open_low))
        and (length < high or (length == high and not open_high))
        for length in range(-12, 13)
    )


SIDES = list(
    itertools.product((("at_least", False), ("more_than", True)), (("at_most", False), ("less_than", True)))
)


@pytest.mark.parametrize(("lower", "upper"), SIDES)
@pytest.mark.parametrize("unit", [Duration, lambda days: Period(0, days)], ids=["microseconds", "days"])
def test_distances_that_no_whole_length_has_are_refused(
    lower: tuple[str, bool], upper: tuple[str, bool], unit: type[Duration]
) -> None:
    for low, high in itertools.product(range(-4, 5), repeat=2):
        limits = {lower[0]: unit(low), upper[0]: unit(high)}
        if has_length(low, high, lower[1], upper[1]):
            distance = Distance(**limits)
            assert (distance.low, distance.high) == (unit(low), unit(high))
        else:
            with pytest.raises(RangeError, match=r"no length is both .* and "):
                Distance(**limits)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Period.of(months=1), Period.of(days=28)),  # one February in four
        (Period.of(days=31), Period.of(months=1)),
        (Period.of(months=2), Period.of(days=59)),
        (Period.of(months=12), Period.of(days=365)),
        (Period.of(days=3), Duration.of(hours=49)),  # a minute before midnight, to just after it
        (Duration.of(hours=80), Period.of(days=3)),
        (Period.of(days=-1), Period.of(months=1)),
        (Duration.of(hours=1), Duration.of(hours=1)),
    ],
)
def test_limits_that_some_day_meets_are_taken(low: Amount, high: Amount) -> None:
    assert Distance(at_least=low, at_most=high).low == low


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Period.of(months=1), Period.of(days=27)),
        (Period.of(days=32), Period.of(months=1)),
        (Period.of(months=2), Period.of(days=58)),
        (Period.of(months=12), Period.of(days=364)),
        (Period.of(days=3), Period.of(days=2)),
        (Period.of(months=1, days=2), Period.of(months=1, days=1)),
        (Period.of(months=1), Period.of(months=-1)),
        (Period.of(days=30), Duration.of(hours=48)),
        (Duration.of(hours=480), Period.of(days=3)),
    ],
)
def test_limits_that_no_day_meets_are_refused(low: Amount, high: Amount) -> None:
    with pytest.raises(RangeError, match=r"no length is both at least .* and at most "):
        Distance(at_least=low, at_most=high)


@pytest.mark.parametrize(("lower", "upper"), SIDES[1:])
def test_a_month_is_neither_more_nor_less_than_a_month(
    lower: tuple[str, bool], upper: tuple[str, bool]
) -> None:
    with pytest.raises(RangeError, match="no length is both"):
        Distance(**{lower[0]: Period(1), upper[0]: Period(1)})


def test_one_limit_a_side() -> None:
    with pytest.raises(RangeError, match="give at_least or more_than, not both"):
        Distance(at_least=Duration(1), more_than=Duration(1))
    with pytest.raises(RangeError, match="give at_most or less_than, not both"):
        Distance(at_most=Duration(1), less_than=Duration(1))


@pytest.mark.parametrize("name", ["at_least", "more_than", "at_most", "less_than"])
@pytest.mark.parametrize("value", [5, "P1D", 1.5, True])
def test_limits_are_amounts(name: str, value: Amount) -> None:
    with pytest.raises(WrongTypeError, match=f"{name} is an amount, such as a Duration or a Period, not "):
        Distance(**{name: value})


@pytest.mark.parametrize(
    ("distance", "text"),
    [
        (Distance(), "any length"),
        (Distance(at_least=Period(2)), "at least P2M"),
        (Distance(more_than=Period(2)), "more than P2M"),
        (Distance(at_most=Period(2)), "at most P2M"),
        (Distance(less_than=Period(2)), "less than P2M"),
        (Distance(more_than=Period(1), at_most=Period(2)), "more than P1M and at most P2M"),
        (Distance(at_least=Duration(0), less_than=Duration.of(hours=1)), "at least PT0S and less than PT1H"),
        (Distance.exactly(Period.of(days=3)), "exactly P3D"),
        (Distance(at_least=Period(), at_most=Duration(0)), "at least P0D and at most PT0S"),
    ],
)
def test_a_distance_is_written_in_words(distance: Distance, text: str) -> None:
    assert str(distance) == text


def test_a_side_that_is_not_given_is_open() -> None:
    assert (Distance().low, Distance().high) == (None, None)
    assert Distance(more_than=Period(1)).low == Distance(at_least=Period(1)).low == Period(1)
    assert Distance(less_than=Period(1)).high == Distance(at_most=Period(1)).high == Period(1)
