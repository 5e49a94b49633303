"""Bounds as sets of (start, end), compared with every pair of small numbers."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles.calendar_oracle import ordered_pairs
from tests.times.generate import bounds, durations, instants, intervals, periods, zones
from timeline.errors import RangeError, WrongTypeError
from timeline.times import ANYTIME, Bounds, Duration, Instant, Interval, Period

PAIRS = ordered_pairs(-4, 12)
"""Every start and end on a stretch that sees past all corners of `small`."""

small = bounds(points=st.integers(0, 8))


def corners(them: Bounds) -> tuple[int | None, ...]:
    sides = (them.earliest_start, them.latest_start, them.earliest_end, them.latest_end)
    return tuple(None if side is None else side.microseconds for side in sides)


def allowed(them: Bounds | None) -> set[tuple[int, int]]:
    """List every (start, end) that bounds allow, straight from what the corners say."""
    if them is None:
        return set()
    earliest_start, latest_start, earliest_end, latest_end = corners(them)
    return {
        (start, end)
        for start, end in PAIRS
        if (earliest_start is None or earliest_start <= start)
        and (latest_start is None or start <= latest_start)
        and (earliest_end is None or earliest_end <= end)
        and (latest_end is None or end <= latest_end)
    }


@given(small)
def test_bounds_allow_something(them: Bounds) -> None:
    assert allowed(them)


@given(*[st.one_of(st.none(), st.integers(0, 6))] * 4)
def test_what_allows_nothing_cannot_be_made(
    earliest_start: int | None, latest_start: int | None, earliest_end: int | None, latest_end: int | None
) -> None:
    first, last, soonest, latest = (
        None if side is None else Instant(side)
        for side in (earliest_start, latest_start, earliest_end, latest_end)
    )
    try:
        made: Bounds | None = Bounds(first, latest_start=last, earliest_end=soonest, latest_end=latest)
    except RangeError:
        made = None
    possible = [
        (start, end)
        for start, end in PAIRS
        if (earliest_start is None or earliest_start <= start)
        and (latest_start is None or start <= latest_start)
        and (earliest_end is None or earliest_end <= end)
        and (latest_end is None or end <= latest_end)
    ]
    assert (made is not None) is bool(possible)


@given(small, small)
@example(
    Bounds(latest_start=Instant(8), latest_end=Instant(5)),
    Bounds(latest_start=Instant(4), latest_end=Instant(5)),
)
@example(Bounds(Instant(3), earliest_end=Instant(1)), Bounds(Instant(3), earliest_end=Instant(4)))
def test_covers_is_allowing_everything_that_the_other_allows(one: Bounds, two: Bounds) -> None:
    assert one.covers(two) is (allowed(two) <= allowed(one))


@given(small, small)
def test_intersect_allows_what_both_allow(one: Bounds, two: Bounds) -> None:
    assert allowed(one.intersect(two)) == allowed(one) & allowed(two)


@given(small, small)
def test_hull_is_the_tightest_that_allows_what_either_allows(one: Bounds, two: Bounds) -> None:
    either = allowed(one) | allowed(two)
    hull = one.hull(two)
    assert either <= allowed(hull)
    starts, ends = {start for start, _ in either}, {end for _, end in either}
    sides = (min(starts), max(starts), min(ends), max(ends))
    edge = (-4, 11, -3, 12)  # of the stretch: what is reached there is open
    assert corners(hull) == tuple(
        None if side == limit else side for side, limit in zip(sides, edge, strict=True)
    )


@given(bounds(), bounds(), bounds())
def test_the_lattice_laws_hold(one: Bounds, two: Bounds, three: Bounds) -> None:
    both, hull = one.intersect(two), one.hull(two)
    assert both == two.intersect(one)
    assert hull == two.hull(one)
    assert hull.hull(three) == one.hull(two.hull(three))
    assert one.intersect(one) == one
    assert one.hull(one).covers(one)
    assert one.covers(one.hull(one))
    assert hull.covers(one)
    assert hull.covers(two)
    others = two.intersect(three)
    assert (both and both.intersect(three)) == (others and one.intersect(others))
    if both is not None:
        assert one.covers(both)
        assert two.covers(both)
        assert one.covers(one.hull(both))  # absorption
    absorbed = one.intersect(hull)
    assert absorbed is not None
    assert absorbed.covers(one)
    assert one.covers(absorbed)


@given(bounds(), bounds(), bounds())
def test_covering_is_an_order(one: Bounds, two: Bounds, three: Bounds) -> None:
    assert one.covers(one)
    if one.covers(two) and two.covers(three):
        assert one.covers(three)
    if one.covers(two):
        both = one.intersect(two)
        assert both is not None
        assert both.covers(two)
        assert one.covers(one.hull(two))


@given(bounds())
def test_anytime_covers_everything(them: Bounds) -> None:
    assert ANYTIME.covers(them)
    assert ANYTIME.intersect(them) == them
    assert ANYTIME.hull(them) == ANYTIME
    assert them.is_open is (corners(them) == (None,) * 4)


@given(intervals(points=st.integers(0, 8)))
def test_within_allows_all_that_lies_in_an_interval(interval: Interval) -> None:
    low = -4 if interval.start is None else interval.start.microseconds
    high = 12 if interval.end is None else interval.end.microseconds
    inside = {(start, end) for start, end in PAIRS if low <= start and end <= high}
    them = Bounds.within(interval)
    assert allowed(them) == inside
    assert them.outer == interval
    assert them.hull(them) == them  # every corner is reached


@given(intervals())
def test_throughout_allows_the_interval_alone(interval: Interval) -> None:
    them = Bounds.throughout(interval)
    assert them.outer == interval
    assert Bounds.within(interval).covers(them)
    if interval.duration is not None:
        assert them.inner == interval
        assert corners(them) == corners(them)[:1] * 2 + corners(them)[2:3] * 2


@given(small)
def test_inner_is_when_all_allowed_agree_and_outer_when_any_does(them: Bounds) -> None:
    spans = [set(range(start, end)) for start, end in allowed(them)]
    certain, possible = set.intersection(*spans), set.union(*spans)
    inner, outer = them.inner, them.outer
    assert certain == set() if inner is None else certain == {n for n in range(-4, 12) if Instant(n) in inner}
    assert possible == {number for number in range(-4, 12) if Instant(number) in outer}


def test_inner_needs_both_of_its_sides() -> None:
    assert Bounds(latest_start=Instant(0)).inner is None
    assert Bounds(earliest_end=Instant(0)).inner is None
    assert Bounds(latest_start=Instant(0), earliest_end=Instant(0)).inner is None
    assert Bounds(latest_start=Instant(0), earliest_end=Instant(1)).inner == Interval(Instant(0), Instant(1))


@given(bounds(), st.one_of(durations, periods(largest=10**6)), zones)
def test_padding_makes_bounds_wider_on_every_side(them: Bounds, margin: Duration | Period, zone: str) -> None:
    negative = str(margin).startswith("-")
    margin = -margin if negative else margin
    padded = them.pad(margin, zone=zone)
    assert padded.covers(them)
    for before, after, back in zip(
        (them.earliest_start, them.latest_start, them.earliest_end, them.latest_end),
        (padded.earliest_start, padded.latest_start, padded.earliest_end, padded.latest_end),
        (True, False, True, False),
        strict=True,
    ):
        expected = None if before is None else before.plus(-margin if back else margin, zone=zone)
        assert after == expected


@pytest.mark.parametrize("margin", [Duration(-1), Period(-1), Period(0, -1)])
def test_a_negative_margin_is_refused(margin: Duration | Period) -> None:
    with pytest.raises(RangeError, match=r"a margin makes bounds wider, but -P.* is negative"):
        ANYTIME.pad(margin)


@pytest.mark.parametrize("margin", [5, None, "P1D", 1.0])
def test_a_margin_is_an_amount(margin: Duration) -> None:
    with pytest.raises(WrongTypeError, match="a margin is a Duration or a Period, not "):
        ANYTIME.pad(margin)


def test_a_margin_of_nothing_changes_nothing() -> None:
    them = Bounds.within(Interval(Instant(0), Instant(10)))
    assert them.pad(Duration(0)) == them.pad(Period()) == them


@given(instants)
def test_corners_may_meet_but_not_cross(instant: Instant) -> None:
    one_later = instant + Duration(1)
    assert Bounds(instant, latest_start=instant).latest_start == instant
    assert Bounds(earliest_end=instant, latest_end=instant).latest_end == instant
    assert Bounds(instant, latest_end=one_later).outer == Interval(instant, one_later)
    with pytest.raises(RangeError, match=r"the earliest start .* is after the latest start "):
        Bounds(one_later, latest_start=instant)
    with pytest.raises(RangeError, match=r"the earliest end .* is after the latest end "):
        Bounds(earliest_end=one_later, latest_end=instant)
    with pytest.raises(RangeError, match=r"it cannot end by .* and start no earlier than "):
        Bounds(instant, latest_end=instant)


@pytest.mark.parametrize("corner", [0, "2025", 1.5, True])
def test_corners_are_instants_or_open(corner: Instant) -> None:
    for name in ("earliest_start", "latest_start", "earliest_end", "latest_end"):
        with pytest.raises(WrongTypeError, match="a corner is an Instant or None, not "):
            Bounds(**{name: corner})
