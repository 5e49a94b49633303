"""Calendar steps: a Galois connection, monotone, never further than their weight, and right by counting days."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import business_oracle as oracle
from timeline.model.steps import AtLeast, AtMost
from timeline.times import BusinessDays, Granularity, Period, Turns
from timeline.times.calendar import date_from_day_number
from timeline.times.counting import Counted
from timeline.times.zones import day_at

DAY = 86_400_000_000
ZONES = ("UTC", "Asia/Seoul", "Europe/Moscow", "America/Havana", "Pacific/Apia", "+05:30")
moments = st.integers(-40_000 * DAY, 40_000 * DAY) | st.integers(-20_000, 40_000).map(lambda day: day * DAY)
periods = st.builds(Period, months=st.integers(0, 30), days=st.integers(0, 40))
business_days = st.builds(BusinessDays, st.integers(-12, 12), st.sampled_from(oracle.CALENDARS))
turns = st.builds(
    Turns, st.integers(-3, 3), st.sampled_from((Granularity.WEEK, Granularity.MONTH, Granularity.YEAR))
)
amounts = periods | business_days | turns
backs = st.integers(0, 1)
steps = st.builds(
    AtMost, amounts, st.sampled_from(ZONES), nearer=backs, source_back=backs, target_back=backs
) | st.builds(AtLeast, amounts, st.sampled_from(ZONES), further=backs, source_back=backs, target_back=backs)


def reaching(day: int, amount: Counted) -> tuple[int, int]:
    """The first and the last day that lie an amount after a day, slowly."""
    if isinstance(amount, BusinessDays):
        return (oracle.walk(day, amount.count, amount.calendar),) * 2
    if isinstance(amount, Turns):
        return oracle.turn(day, amount.count, amount.unit.name.lower(), amount.week_start)
    return (date_from_day_number(day).plus(months=amount.months, days=amount.days).number,) * 2


def allows(step: AtMost | AtLeast, source: int, target: int) -> bool:
    """Count the days, as the classes say."""
    from_day = day_at(source - step.source_back, step.zone)
    to_day = day_at(target - step.target_back, step.zone)
    if isinstance(step, AtMost):
        first, last = reaching(from_day, step.amount)
        return to_day < first if step.nearer else to_day <= last
    first, last = reaching(to_day, step.amount)
    return from_day > last if step.further else from_day >= first


@given(steps, moments)
def test_up_is_the_last_that_is_allowed_and_down_the_first(step: AtMost | AtLeast, moment: int) -> None:
    last = step.up(moment)
    assert allows(step, moment, last)
    assert not allows(step, moment, last + 1)
    first = step.down(moment)
    assert allows(step, first, moment)
    assert not allows(step, first - 1, moment)


@given(steps, moments, moments)
def test_up_and_down_are_a_galois_connection(step: AtMost | AtLeast, source: int, target: int) -> None:
    assert (target <= step.up(source)) == (step.down(target) <= source)


@given(steps, moments, st.integers(0, 40 * DAY))
def test_steps_never_fall(step: AtMost | AtLeast, moment: int, more: int) -> None:
    assert step.up(moment) <= step.up(moment + more)
    assert step.down(moment) <= step.down(moment + more)


@given(steps, moments)
def test_the_weight_is_the_furthest_that_a_step_reaches(step: AtMost | AtLeast, moment: int) -> None:
    assert step.up(moment) <= moment + step.weight


def test_the_weight_of_a_day_in_utc_is_attained() -> None:
    step = AtMost(Period.of(days=3), "UTC")
    assert step.up(0) == step.weight
