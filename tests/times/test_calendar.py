"""The calendar against a walk from day to day, and against the standard library."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import date_tuples, dates, years
from timeline.errors import RangeError, WrongTypeError
from timeline.times import CivilDate
from timeline.times import calendar as ours


@pytest.mark.parametrize("first_year", [-12_003, -405, 1896, 9_997])
def test_a_walk_of_many_days_meets_every_day_number(first_year: int) -> None:
    start = oracle.days_to_year(first_year)
    for number, parts in enumerate(itertools.islice(oracle.walk((first_year, 1, 1)), 3_000), start):
        assert ours.day_number(*parts) == number
        date = ours.date_from_day_number(number)
        assert (date.year, date.month, date.day) == parts


def test_a_walk_through_all_months_of_a_cycle_meets_every_month() -> None:
    number, year, month = oracle.days_to_year(-4), -4, 1
    for _ in range(12 * 410):
        assert ours.day_number(year, month, 1) == number
        assert ours.days_in_month(year, month) == oracle.month_length(year, month)
        assert ours.date_from_day_number(number - 1) == CivilDate(*oracle.previous_day((year, month, 1)))
        number += oracle.month_length(year, month)
        year, month = oracle.walk_months(year, month, 1)


@given(date_tuples())
@example((0, 2, 29))
@example((-1, 12, 31))
@example((-400, 2, 29))
@example((10_000, 1, 1))
def test_day_numbers_are_those_of_the_standard_library_moved_by_whole_cycles(parts: oracle.Date) -> None:
    number = ours.day_number(*parts)
    assert number == oracle.stdlib_number(parts)
    assert ours.date_from_day_number(number) == CivilDate(*parts)


@given(st.integers(-(10**20), 10**20))
def test_every_number_is_one_date(number: int) -> None:
    assert ours.date_from_day_number(number).number == number


@given(years)
def test_leap_years_are_those_of_the_rule(year: int) -> None:
    assert ours.is_leap_year(year) is oracle.leap(year)


@given(date_tuples())
def test_weekdays_are_those_of_the_standard_library(parts: oracle.Date) -> None:
    year, _ = oracle.same_in_range(parts[0])
    assert CivilDate(*parts).weekday == datetime.date(year, parts[1], parts[2]).isoweekday()


def _or_refused(make: Callable[[], object]) -> object:
    try:
        return make()
    except ValueError:
        return None


@given(years, st.integers(-1, 55))
@example(2020, 53)
@example(2021, 53)
@example(2025, 0)
@example(2026, 53)
def test_iso_weeks_begin_where_the_standard_library_says_and_exist_where_it_says(
    year: int, week: int
) -> None:
    same, cycles = oracle.same_in_range(year)
    monday = _or_refused(lambda: datetime.date.fromisocalendar(same, week, 1))
    start = _or_refused(lambda: ours.iso_week_start(year, week))
    if isinstance(monday, datetime.date):
        assert start == (monday - datetime.date(1970, 1, 1)).days + cycles * 146_097
    else:
        assert start is None


def test_a_week_that_does_not_exist_is_named() -> None:
    with pytest.raises(RangeError, match="week 53 does not exist in 2025"):
        ours.iso_week_start(2025, 53)


@given(years, st.integers(1, 12), st.integers(-60, 60))
def test_adding_months_is_walking_from_month_to_month(year: int, month: int, months: int) -> None:
    assert ours.add_months(year, month, months) == oracle.walk_months(year, month, months)


@given(date_tuples(), st.integers(-40, 40), st.integers(-70, 70))
@example((2025, 1, 31), 1, 1)  # months first: 28 February, and a day
@example((2024, 2, 29), 12, 0)
@example((2024, 2, 29), 0, 0)
@example((0, 3, 31), -1, 0)
def test_plus_walks_the_months_keeps_the_day_or_the_last_and_then_walks_the_days(
    parts: oracle.Date, months: int, days: int
) -> None:
    year, month = oracle.walk_months(parts[0], parts[1], months)
    walked = (year, month, min(parts[2], oracle.month_length(year, month)))
    for _ in range(abs(days)):
        walked = oracle.next_day(walked) if days > 0 else oracle.previous_day(walked)
    assert CivilDate(*parts).plus(months=months, days=days) == CivilDate(*walked)


@given(dates, st.integers(-(10**9), 10**9))
def test_adding_days_is_undone_by_taking_them_away(date: CivilDate, days: int) -> None:
    assert date.plus(days=days).plus(days=-days) == date


@given(dates, dates)
def test_dates_are_ordered_as_their_numbers(one: CivilDate, two: CivilDate) -> None:
    assert (one < two) is (one.number < two.number)
    assert (one == two) is (one.number == two.number)


@given(dates)
def test_the_text_of_a_date_has_two_digits_for_month_and_day(date: CivilDate) -> None:
    year, month, day = str(date).rsplit("-", 2)
    assert (int(year), int(month), int(day)) == (date.year, date.month, date.day)
    assert (len(month), len(day)) == (2, 2)


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (0, "0000"),
        (1, "0001"),
        (9999, "9999"),
        (10_000, "+10000"),
        (-1, "-0001"),
        (-9999, "-9999"),
        (-10_000, "-10000"),
    ],
)
def test_years_are_written_as_iso_8601_has_them(year: int, text: str) -> None:
    assert ours.format_year(year) == text


@pytest.mark.parametrize(
    "parts",
    [
        (2023, 2, 29),
        (1900, 2, 29),
        (2024, 13, 1),
        (2024, 0, 1),
        (2024, 4, 31),
        (2024, 1, 0),
        (2024, 1, 32),
        (-44, 2, 30),
    ],
)
def test_impossible_dates_are_refused_by_name(parts: oracle.Date) -> None:
    with pytest.raises(RangeError) as caught:
        CivilDate(*parts)
    assert str(caught.value) == f"{ours.format_year(parts[0])}-{parts[1]:02d}-{parts[2]:02d} does not exist"


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_only_true_integers_are_integers(value: object) -> None:
    with pytest.raises(WrongTypeError, match="month must be an integer, not "):
        ours.integer(value, "month")


def test_month_and_day_are_the_first_unless_given() -> None:
    assert CivilDate(2025) == CivilDate(2025, 1, 1)


def test_what_is_not_added_is_not_moved() -> None:
    date = CivilDate(2025, 1, 31)
    assert date.plus() == date
    assert date.plus(months=2) == CivilDate(2025, 3, 31)
    assert date.plus(days=1) == CivilDate(2025, 2, 1)
