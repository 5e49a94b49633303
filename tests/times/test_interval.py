"""Intervals as sets of instants, compared with sets of small numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.times.generate import date_tuples, intervals, near_a_change, zones_and_offsets
from timeline.errors import RangeError, WrongTypeError
from timeline.times import CivilDate, Duration, Granularity, Instant, Interval
from timeline.times import zones as clocks

LOW, HIGH = -3, 9
small = intervals(points=st.integers(0, 6))


def held(interval: Interval | None) -> set[int]:
    """List the instants of an interval on a small stretch that sees all its sides."""
    if interval is None:
        return set()
    return {number for number in range(LOW, HIGH) if Instant(number) in interval}


@given(small)
def test_an_interval_holds_its_start_and_not_its_end(interval: Interval) -> None:
    low = LOW if interval.start is None else interval.start.microseconds
    high = HIGH if interval.end is None else interval.end.microseconds
    assert held(interval) == set(range(low, high))


@given(small, small)
def test_covers_is_holding_every_instant(one: Interval, two: Interval) -> None:
    assert one.covers(two) is (held(two) <= held(one))


@given(small, small)
def test_intersect_holds_what_both_hold(one: Interval, two: Interval) -> None:
    both = one.intersect(two)
    assert held(both) == held(one) & held(two)
    assert both == two.intersect(one)


@given(intervals(), intervals(), intervals())
def test_intersections_do_not_depend_on_their_order(one: Interval, two: Interval, three: Interval) -> None:
    left, right = one.intersect(two), two.intersect(three)
    assert (left and left.intersect(three)) == (right and one.intersect(right))
    assert one.intersect(one) == one
    if left is not None:
        assert one.covers(left)
        assert two.covers(left)


@given(intervals())
def test_an_open_side_covers_everything_there_and_has_no_duration(interval: Interval) -> None:
    assert Interval(None, None).covers(interval)
    assert interval.covers(Interval(None, None)) is (interval == Interval(None, None))
    if interval.start is None or interval.end is None:
        assert interval.duration is None
    else:
        assert (
            interval.start + Duration(interval.end.microseconds - interval.start.microseconds) == interval.end
        )
        assert interval.duration == interval.end - interval.start


@pytest.mark.parametrize("end", [0, -1])
def test_an_interval_is_never_empty_or_reversed(end: int) -> None:
    with pytest.raises(RangeError, match=r"an interval ends after it starts, but .* is not after "):
        Interval(Instant(0), Instant(end))
    assert Interval(Instant(0), Instant(1)).duration == Duration(1)


@pytest.mark.parametrize("side", [0, "2025", CivilDate(2025)])
def test_sides_are_instants_or_open(side: Instant) -> None:
    for sides in ((side, None), (None, side)):
        with pytest.raises(WrongTypeError, match="a side of an interval is an Instant or None, not "):
            Interval(*sides)


@given(date_tuples(years=st.integers(-12_000, 12_000)), zones_and_offsets)
def test_the_intervals_of_days_follow_each_other_without_gap(parts: tuple[int, int, int], zone: str) -> None:
    date = CivilDate(*parts)
    month = Interval.of(Granularity.MONTH, date, zone=zone)
    first, after = Granularity.MONTH.days(date)
    assert month == Interval.of_days(first, after, zone=zone)
    assert month.start == Instant(clocks.day_start(first.number, zone))
    assert month.end == Interval.of(Granularity.MONTH, after, zone=zone).start


@given(near_a_change)
def test_an_instant_is_in_the_interval_of_its_day(place: tuple[int, str]) -> None:
    microseconds, zone = place
    date = CivilDate(1970).plus(days=clocks.day_at(microseconds, zone))
    assert Instant(microseconds) in Interval.of(Granularity.DAY, date, zone=zone)


def test_open_days_give_open_sides() -> None:
    assert Interval.of_days(None, None) == Interval(None, None)
    assert Interval.of_days(CivilDate(1970), None) == Interval(Instant(0), None)
    assert Interval.of_days(None, CivilDate(1970)) == Interval(None, Instant(0))


def test_a_day_that_a_zone_left_out_is_told_by_name() -> None:
    missing = CivilDate(2011, 12, 30)
    with pytest.raises(RangeError, match="2011-12-30 was left out in Pacific/Apia"):
        Interval.of(Granularity.DAY, missing, zone="Pacific/Apia")
    around = Interval.of_days(missing, missing.plus(days=2), zone="Pacific/Apia")
    assert around.duration == Duration.of(hours=24)


@pytest.mark.parametrize("after", [CivilDate(2025), CivilDate(2024)])
def test_days_in_the_wrong_order_are_refused(after: CivilDate) -> None:
    with pytest.raises(RangeError, match="an interval ends after it starts"):
        Interval.of_days(CivilDate(2025), after)


def test_zones_are_checked_even_where_no_day_is_given() -> None:
    with pytest.raises(ValueError, match="no time zone 'Asia/Soul'"):
        Interval.of_days(None, None, zone="Asia/Soul")


def test_an_interval_is_written_with_dots_for_its_open_sides() -> None:
    assert str(Interval(None, Instant(0))) == "../1970-01-01T00:00:00Z"
    assert str(Interval(Instant(0), None)) == "1970-01-01T00:00:00Z/.."
