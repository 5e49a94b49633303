"""Units: which days each covers, against a walk and against the digits of the year."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import date_tuples, dates
from timeline.errors import WrongTypeError
from timeline.times import CivilDate, Duration, Granularity

WITH_DAYS = [unit for unit in Granularity if unit >= Granularity.DAY]
WITH_A_LENGTH = [unit for unit in Granularity if unit < Granularity.DAY]
YEARS = {
    Granularity.YEAR: 1,
    Granularity.DECADE: 10,
    Granularity.CENTURY: 100,
    Granularity.MILLENNIUM: 1000,
}


@given(dates, st.sampled_from(WITH_DAYS))
def test_a_unit_holds_its_date_and_all_its_days_have_the_same_unit(
    date: CivilDate, unit: Granularity
) -> None:
    first, after = unit.days(date)
    assert first <= date < after
    assert unit.days(first) == unit.days(after.plus(days=-1)) == (first, after)
    assert unit.days(after)[0] == after


@given(date_tuples(), st.sampled_from(sorted(YEARS)))
@example((-43, 3, 15), Granularity.CENTURY)
@example((0, 1, 1), Granularity.MILLENNIUM)
@example((-1, 12, 31), Granularity.DECADE)
def test_years_and_longer_begin_in_the_years_that_their_number_divides(
    parts: oracle.Date, unit: Granularity
) -> None:
    first, after = unit.days(CivilDate(*parts))
    year = parts[0]
    while year % YEARS[unit]:
        year -= 1
    assert first == CivilDate(year)
    assert after == CivilDate(year + YEARS[unit])


@given(date_tuples())
def test_months_and_quarters_begin_on_the_first_of_their_month(parts: oracle.Date) -> None:
    year, month, _ = parts
    assert Granularity.MONTH.days(CivilDate(*parts)) == (
        CivilDate(year, month),
        CivilDate(*oracle.walk_months(year, month, 1)),
    )
    quarter = next(first for first in (10, 7, 4, 1) if first <= month)
    assert Granularity.QUARTER.days(CivilDate(*parts)) == (
        CivilDate(year, quarter),
        CivilDate(*oracle.walk_months(year, quarter, 3)),
    )


@given(date_tuples())
def test_a_week_begins_on_the_monday_before_and_a_day_is_itself(parts: oracle.Date) -> None:
    date, monday = CivilDate(*parts), parts
    while CivilDate(*monday).weekday != 1:
        monday = oracle.previous_day(monday)
    first, after = Granularity.WEEK.days(date)
    assert first == CivilDate(*monday)
    assert after.number - first.number == 7
    assert Granularity.DAY.days(date) == (date, CivilDate(*oracle.next_day(parts)))


@pytest.mark.parametrize("unit", WITH_A_LENGTH)
def test_units_below_a_day_have_a_length_and_no_days(unit: Granularity) -> None:
    with pytest.raises(WrongTypeError, match=f"a {unit.name.lower()} has no days"):
        unit.days(CivilDate(2025))
    if unit is not Granularity.MICROSECOND:
        assert unit.microseconds == Duration.of(**{unit.name.lower() + "s": 1}).microseconds
    else:
        assert unit.microseconds == 1


@pytest.mark.parametrize("unit", WITH_DAYS)
def test_a_day_and_longer_have_no_one_length(unit: Granularity) -> None:
    assert unit.microseconds is None


def test_units_are_thirteen_and_each_has_its_own_number() -> None:
    names = "microsecond millisecond second minute hour day week month quarter year decade century millennium"
    assert [unit.name.lower() for unit in Granularity] == names.split()
    assert [unit.value for unit in Granularity] == list(range(13))


def test_units_are_ordered_from_fine_to_coarse() -> None:
    days = [unit.days(CivilDate(2000, 1, 3)) for unit in WITH_DAYS]
    lengths = [after.number - first.number for first, after in days]
    assert lengths == sorted(lengths)
    exact = [unit.microseconds for unit in WITH_A_LENGTH]
    assert exact == [1, 10**3, 10**6, 60 * 10**6, 3_600 * 10**6]
    assert list(Granularity) == sorted(Granularity)
