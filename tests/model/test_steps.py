"""Calendar steps: a Galois connection, monotone, never further than their weight, and right by counting days."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.model.steps import AtLeast, AtMost
from timeline.times import Period
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import day_at

DAY = 86_400_000_000
ZONES = ("UTC", "Asia/Seoul", "Europe/Moscow", "America/Havana", "Pacific/Apia", "+05:30")
moments = st.integers(-40_000 * DAY, 40_000 * DAY) | st.integers(-20_000, 40_000).map(lambda day: day * DAY)
periods = st.builds(Period, months=st.integers(0, 30), days=st.integers(0, 40))
backs = st.integers(0, 1)
steps = st.builds(
    AtMost, periods, st.sampled_from(ZONES), nearer=backs, source_back=backs, target_back=backs
) | st.builds(AtLeast, periods, st.sampled_from(ZONES), further=backs, source_back=backs, target_back=backs)


def later(day: int, period: Period) -> int:
    return date_from_day_number(day).plus(months=period.months, days=period.days).number


def allows(step: AtMost | AtLeast, source: int, target: int) -> bool:
    """Count the days, as the classes say."""
    from_day = day_at(source - step.source_back, step.zone)
    to_day = day_at(target - step.target_back, step.zone)
    if isinstance(step, AtMost):
        return to_day <= later(from_day, step.period) - step.nearer
    return from_day >= later(to_day, step.period) + step.further


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
