"""Strategies for the tests of `timeline.times`, and the zones whose clocks have done the strangest things."""

from __future__ import annotations

import zoneinfo

from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from timeline.times import Bounds, CivilDate, Duration, Instant, Interval, Period

STRANGE_ZONES = (
    "Africa/Cairo",  # put forward at midnight
    "Africa/Casablanca",  # summer time that pauses for Ramadan, in tables to 2087
    "Africa/Monrovia",  # 44 minutes and 30 seconds behind until 1972
    "America/Asuncion",
    "America/Havana",  # put back at 01:00, so that midnight comes twice
    "America/Juneau",  # 18 October 1867 came twice
    "America/New_York",
    "America/Sao_Paulo",  # put back at midnight to 23:00
    "America/Scoresbysund",
    "America/St_Johns",  # put back at 00:01, two hours in 1988
    "America/Toronto",
    "Antarctica/Troll",  # two hours of summer time
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Manila",  # no 31 December 1844
    "Asia/Pyongyang",
    "Asia/Seoul",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Europe/Amsterdam",
    "Europe/Dublin",  # winter time is the exception in law
    "Europe/Paris",
    "Pacific/Apia",  # no 30 December 2011
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",  # no 21 August 1993
)
ALL_ZONES = sorted(name for name in zoneinfo.available_timezones() if name not in {"localtime", "Factory"})

years = st.one_of(st.integers(-30, 30), st.integers(-12_000, 12_000), st.integers(-(10**17), 10**17))
months = st.integers(1, 12)


@st.composite
def date_tuples(draw: st.DrawFn, years: st.SearchStrategy[int] = years) -> oracle.Date:
    year, month = draw(years), draw(months)
    return year, month, draw(st.integers(1, oracle.month_length(year, month)))


dates = date_tuples().map(lambda parts: CivilDate(*parts))
microseconds = st.one_of(
    st.integers(-10, 10),
    st.integers(-4 * 10**15, 4 * 10**15),  # 1843 to 2096: where zones have histories
    st.integers(-(10**18), 10**18),  # 29,700 BCE to 33,600
    st.integers(-(10**29), 10**29),
)
instants = microseconds.map(Instant)
zones = st.one_of(st.just("UTC"), st.sampled_from(STRANGE_ZONES), st.sampled_from(ALL_ZONES))
zones_and_offsets = st.one_of(zones, st.sampled_from(["+05:30", "-03:30", "+00:00", "-23:59"]))
durations = st.one_of(
    st.integers(-10, 10), st.integers(-(10**15), 10**15), st.integers(-(10**29), 10**29)
).map(Duration)
near_a_change = st.builds(
    lambda zone, index, aside: (
        oracle.clock_changes(zone)[index % len(oracle.clock_changes(zone))] + aside,
        zone,
    ),
    st.sampled_from(STRANGE_ZONES),
    st.integers(0, 1_000),
    st.one_of(st.integers(-2, 2), st.integers(-26 * oracle.HOUR, 26 * oracle.HOUR)),
)


@st.composite
def periods(draw: st.DrawFn, largest: int = 10**9) -> Period:
    sign = draw(st.sampled_from((1, -1)))
    return Period(sign * draw(st.integers(0, largest)), sign * draw(st.integers(0, largest)))


@st.composite
def intervals(draw: st.DrawFn, points: st.SearchStrategy[int] = microseconds) -> Interval:
    """Intervals of all four kinds: open on either side, on both, on none."""
    start, end = sorted(draw(st.lists(points, min_size=2, max_size=2, unique=True)))
    return Interval(draw(_or_open(Instant(start))), draw(_or_open(Instant(end))))


def _or_open(instant: Instant) -> st.SearchStrategy[Instant | None]:
    return st.sampled_from((instant, None))


@st.composite
def bounds(draw: st.DrawFn, points: st.SearchStrategy[int] = microseconds) -> Bounds:
    """Bounds of every shape that the constructor takes, also with corners that cannot be reached."""
    starts = sorted((draw(points), draw(points)))
    ends = sorted((draw(points), draw(points)))
    if starts[0] >= ends[1]:
        ends[1] = starts[0] + 1
    return Bounds(
        draw(_or_open(Instant(starts[0]))),
        latest_start=draw(_or_open(Instant(starts[1]))),
        earliest_end=draw(_or_open(Instant(ends[0]))),
        latest_end=draw(_or_open(Instant(ends[1]))),
    )
