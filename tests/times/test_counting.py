"""Amounts counted in days: right by walking, monotone, exact both ways, and never longer or shorter than they can be."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import business_oracle as oracle
from timeline.errors import ParseError, RangeError, WrongTypeError
from timeline.times import BusinessDays, CivilDate, Granularity, Period, Turns
from timeline.times.counting import Counted, day_range, least_from, reached
from timeline.times.distance import parse_amount
from timeline.times.worked import worked_days

UNITS = (Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)
days = st.integers(-9_000, 22_000) | st.integers(-40_000, 60_000)
sides = st.integers(0, 1)
business_days = st.builds(BusinessDays, st.integers(-40, 40), st.sampled_from(oracle.CALENDARS))
weeks = st.builds(Turns, st.integers(-9, 9), st.just(Granularity.WEEK), st.integers(1, 7))
turns = st.builds(Turns, st.integers(-9, 9), st.sampled_from(UNITS)) | weeks
periods = st.builds(Period, st.integers(0, 30), st.integers(0, 40))
counted = business_days | turns | periods | periods.map(lambda period: -period)


@given(days, business_days)
@example(CivilDate(2025, 12, 12).number, BusinessDays(3))
@example(CivilDate(2100, 12, 30).number, BusinessDays(3, "US"))  # the last days that are known
@example(CivilDate(1948, 1, 2).number, BusinessDays(-3, "IL"))
@example(CivilDate(2021, 12, 30).number, BusinessDays(5, "AE"))  # the weekend moved with the year
def test_business_days_are_those_that_are_met_walking(day: int, amount: BusinessDays) -> None:
    assert (
        reached(day, amount, 0) == reached(day, amount, 1) == oracle.walk(day, amount.count, amount.calendar)
    )


@given(st.integers(-2_000, 22_000), turns)
def test_turns_are_those_that_are_met_walking(day: int, amount: Turns) -> None:
    found = reached(day, amount, 0), reached(day, amount, 1)
    assert found == oracle.turn(day, amount.count, amount.unit.name.lower(), amount.week_start)


@given(days, days, counted, sides)
def test_reaching_and_its_inverse_are_a_galois_connection(
    day: int, later: int, amount: Counted, side: int
) -> None:
    assert (reached(day, amount, side) >= later) == (day >= least_from(later, amount, side))
    found = reached(day, amount, side)
    assert least_from(found, amount, side) <= day < least_from(found + 1, amount, side)


@given(days, st.integers(0, 400), counted, sides)
def test_nothing_falls_as_the_day_rises(day: int, more: int, amount: Counted, side: int) -> None:
    assert reached(day, amount, side) <= reached(day + more, amount, side)
    assert least_from(day, amount, side) <= least_from(day + more, amount, side)


@given(days, counted)
def test_no_amount_is_shorter_or_longer_than_its_range(day: int, amount: Counted) -> None:
    fewest, most = day_range(amount)
    assert fewest <= reached(day, amount, 0) - day <= reached(day, amount, 1) - day <= most


@pytest.mark.parametrize("calendar", [None, "US", "GB-ENG", "CN"])
@pytest.mark.parametrize("count", [-7, 1, 3, 10])
def test_the_range_of_business_days_is_attained(count: int, calendar: str | None) -> None:
    amount = BusinessDays(count, calendar)
    spans = {amount.later(day) - day for day in range(-30_000, 50_000)}
    assert day_range(amount) == (min(spans), max(spans))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [-2, 0, 1, 5])
def test_the_range_of_turns_is_attained(count: int, unit: Granularity) -> None:
    amount = Turns(count, unit)
    spans = [
        (first - day, last - day) for day in range(-27_000, -18_000) for first, last in [amount.span(day)]
    ]
    assert day_range(amount) == (min(first for first, _ in spans), max(last for _, last in spans))


@given(st.integers(4_000, 100_000), st.sampled_from((None, "US")))
def test_long_counts_keep_within_their_range(count: int, calendar: str | None) -> None:
    amount = BusinessDays(count, calendar)
    fewest, most = day_range(amount)
    for day in (-70_000, 0, 48_000):
        assert fewest <= amount.later(day) - day <= most


@given(days, days, st.sampled_from(oracle.CALENDARS))
def test_the_business_days_between_two_days_are_those_that_lie_there(
    one: int, two: int, calendar: str | None
) -> None:
    two = one + (two - one) % 300 - 150
    inside = range(one + 1, two + 1) if two >= one else range(two, one)
    count = sum(oracle.is_worked(day, calendar) for day in inside)
    first, last = (CivilDate(1970).plus(days=day) for day in (one, two))
    assert BusinessDays.between(first, last, calendar).count == (count if two >= one else -count)


@given(days, st.integers(1, 40), st.sampled_from(oracle.CALENDARS))
def test_at_most_so_many_is_the_same_counted_back(day: int, count: int, calendar: str | None) -> None:
    amount = BusinessDays(count, calendar)
    for other in range(day - 2, day + 2 * count + 5):
        assert (other <= amount.later(day)) == (day >= (-amount).later(other))


@given(business_days | turns | periods)
def test_amounts_are_read_as_they_are_written(amount: Counted) -> None:
    assert parse_amount(str(amount)) == amount
    assert parse_amount(str(-amount)) == -amount


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("P3D[business=Atlantis]", "no business calendar 'Atlantis'"),
        ("P3D[business=US", "expected ']'"),
        ("P3D[business]x", "unexpected 'x'"),
        ("P3W[business]", r"expected 'D\[business'"),
        ("PD[business]", "expected a number of days"),
        ("P3D[banking]", r"expected 'D\[business'"),
        ("P1D[turns]", "expected a number of weeks, months, quarters or years"),
        ("P1M[turns=sunday]", "week_start is for weeks alone"),
        ("P1W[turns=sabbath]", "expected a weekday"),
        ("P1W[turns", "expected ']'"),
        ("P1W3D[turns]", r"expected '\[turns'"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, message: str) -> None:
    with pytest.raises((ParseError, RangeError), match=message):
        parse_amount(text)


@pytest.mark.parametrize(
    "name", ["us", "USA", "GB-XYZ", "XX", "", "US-", "AU-NSW Western", "No\x00where", "U" * 500]
)
def test_only_calendars_that_there_are_can_be_named(name: str) -> None:
    with pytest.raises(RangeError, match=r"no business calendar .*ISO 3166"):
        BusinessDays(1, name)


def test_a_calendar_is_named_by_text() -> None:
    with pytest.raises(WrongTypeError, match="a business calendar is named by text, not int"):
        BusinessDays(1, 5)


@pytest.mark.parametrize("unit", [Granularity.DAY, Granularity.HOUR, Granularity.DECADE])
def test_only_some_units_turn(unit: Granularity) -> None:
    with pytest.raises(RangeError, match="does not turn"):
        Turns(1, unit)


def test_outside_the_years_that_are_known_monday_to_friday_are_worked() -> None:
    us = worked_days("US")
    assert us.years == (1777, 2100)
    assert us.knows(CivilDate(2100, 12, 31).number)
    assert not us.knows(CivilDate(2101).number)
    assert BusinessDays(1, "US").after(CivilDate(2150, 7, 3)) == CivilDate(2150, 7, 6)
    assert BusinessDays(1, "US").after(CivilDate(2025, 7, 3)) == CivilDate(2025, 7, 7)
