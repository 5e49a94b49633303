"""What clocks show, against the standard library's rules tried one offset after the other."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import ALL_ZONES, STRANGE_ZONES, near_a_change, zones, zones_and_offsets
from timeline import limits
from timeline.errors import WrongTypeError, ZoneError
from timeline.times import Instant, Period
from timeline.times import zones as ours
from timeline.times.distance import CLOCK_CHANGE, longest, shortest

DAY = oracle.DAY
CYCLE = 146_097 * DAY
YEAR_2, YEAR_9999 = oracle.days_to_year(2) * DAY, oracle.days_to_year(9999) * DAY
SAFE = st.integers(YEAR_2 + DAY, YEAR_9999 - 1)
FAR = st.integers(-(10**29), 10**29)


def at(*parts: int) -> int:
    """Return microseconds of a UTC date and time, by the standard library."""
    return (datetime.datetime(*parts, tzinfo=datetime.UTC) - oracle.EPOCH) // oracle.MICROSECOND  # type: ignore[arg-type, misc]


@given(SAFE, zones)
def test_offsets_are_those_of_the_standard_library(instant: int, zone: str) -> None:
    assert ours.offset_at(instant, zone) == oracle.offset(instant, zone)


@given(near_a_change)
def test_offsets_near_clock_changes_are_those_of_the_standard_library(place: tuple[int, str]) -> None:
    assert ours.offset_at(*place) == oracle.offset(*place)


@given(near_a_change)
def test_wall_times_near_clock_changes_are_found_by_trying_every_offset(place: tuple[int, str]) -> None:
    instant, zone = place
    wall = instant + oracle.offset(instant, zone)
    assert ours.instants_at(wall, zone) == oracle.shown_at(wall, zone)
    assert instant in ours.instants_at(wall, zone)


@given(near_a_change)
def test_wall_times_that_no_clock_shows_are_found_by_trying_every_offset(place: tuple[int, str]) -> None:
    wall, zone = place  # the number is taken for a wall time, so that many lie in a gap
    assert ours.instants_at(wall, zone) == oracle.shown_at(wall, zone)


@given(near_a_change)
def test_a_skipped_wall_time_is_jumped_over_at_a_clock_change(place: tuple[int, str]) -> None:
    instant, zone = place
    for change in oracle.clock_changes(zone):
        if abs(change - instant) > 2 * DAY:
            continue
        before = change - 1 + oracle.offset(change - 1, zone)
        after = change + oracle.offset(change, zone)
        for skipped in range(before + 1, after, max(1, (after - before) // 3)):
            assert ours.instants_at(skipped, zone) == ()
            assert ours.after_gap(skipped, zone) == change


@pytest.mark.parametrize("zone", STRANGE_ZONES)
def test_every_clock_change_since_1840_keeps_the_law_of_days(zone: str) -> None:
    for change in oracle.clock_changes(zone):
        for aside in (-25 * oracle.HOUR, -DAY, -oracle.HOUR, -1, 0, 1, oracle.HOUR - 1, oracle.HOUR, DAY):
            instant = change + aside
            day = ours.day_at(instant, zone)
            assert ours.day_start(day, zone) <= instant < ours.day_start(day + 1, zone)
            assert ours.day_at(instant - 1, zone) <= day <= ours.day_at(instant + 1, zone)


@given(st.one_of(SAFE, FAR), zones_and_offsets)
@example(0, "UTC")
def test_the_law_of_days_holds_at_any_distance(instant: int, zone: str) -> None:
    day = ours.day_at(instant, zone)
    assert ours.day_start(day, zone) <= instant < ours.day_start(day + 1, zone)


@given(st.integers(-60_000, 60_000), zones)
def test_a_day_starts_at_the_first_instant_that_shows_its_midnight_or_a_later_time(
    day: int, zone: str
) -> None:
    start = ours.day_start(day, zone)
    shown = oracle.shown_at(day * DAY, zone)
    if shown:
        assert start == shown[0]
    else:
        assert start - 1 + oracle.offset(start - 1, zone) < day * DAY < start + oracle.offset(start, zone)


@pytest.mark.parametrize(
    ("zone", "day", "start"),
    [
        ("America/Sao_Paulo", (2018, 11, 4), at(2018, 11, 4, 3)),  # 00:00 became 01:00
        ("America/Sao_Paulo", (2019, 2, 17), at(2019, 2, 17, 3)),  # 24:00 became 23:00
        ("America/Havana", (2024, 11, 3), at(2024, 11, 3, 4)),  # 01:00 became 00:00: midnight twice
        ("America/St_Johns", (2010, 11, 7), at(2010, 11, 7, 2, 30)),  # 00:01 became 23:01 of the day before
        ("Pacific/Apia", (2011, 12, 29), at(2011, 12, 29, 10)),
        ("Pacific/Apia", (2011, 12, 30), at(2011, 12, 30, 10)),  # left out
        ("Pacific/Apia", (2011, 12, 31), at(2011, 12, 30, 10)),
    ],
)
def test_days_whose_midnight_is_strange_start_at_known_instants(
    zone: str, day: oracle.Date, start: int
) -> None:
    assert ours.day_start(oracle.stdlib_number(day), zone) == start


def test_the_second_pass_through_an_evening_belongs_to_the_day_that_has_begun() -> None:
    day = oracle.stdlib_number((2010, 11, 7))
    second_pass = at(2010, 11, 7, 3, 15)  # St. John's shows 23:45 of the 6th again
    assert Instant(second_pass).civil("America/St_Johns").date.day == 6
    assert ours.day_at(second_pass, "America/St_Johns") == day


@pytest.mark.parametrize(("wall", "found"), [((2013, 3, 31, 2, 30), 0), ((2013, 10, 27, 2, 30), 2)])
def test_paris_has_a_gap_in_spring_and_a_fold_in_autumn(wall: tuple[int, ...], found: int) -> None:
    assert len(ours.instants_at(at(*wall), "Europe/Paris")) == found


def test_offsets_with_seconds_are_kept() -> None:
    assert ours.offset_at(at(1900, 1, 1), "Europe/Amsterdam") % (60 * oracle.SECOND) != 0
    assert ours.offset_at(at(1971, 1, 1), "Africa/Monrovia") == -(44 * 60 + 30) * oracle.SECOND


@given(FAR, zones_and_offsets)
def test_clocks_repeat_after_400_years_outside_the_years_of_the_standard_library(
    instant: int, zone: str
) -> None:
    for edge, cycle in ((YEAR_9999, CYCLE), (YEAR_2 - CYCLE, -CYCLE)):
        beyond = edge + instant % CYCLE
        assert ours.offset_at(beyond + cycle, zone) == ours.offset_at(beyond, zone)
        walls = ours.instants_at(beyond, zone)
        assert ours.instants_at(beyond + cycle, zone) == tuple(wall + cycle for wall in walls)


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Havana", "Australia/Lord_Howe"])
@pytest.mark.parametrize("cycles", [20, 21, 1_000_000])
def test_clocks_are_changed_after_year_9999_when_they_were_400_years_before(zone: str, cycles: int) -> None:
    last_rule = [change for change in oracle.clock_changes(zone) if change > at(2040, 1, 1)]
    assert last_rule
    for change in last_rule:
        for instant in (change - 1, change):
            assert ours.offset_at(instant + cycles * CYCLE, zone) == oracle.offset(instant, zone)


@given(st.integers(YEAR_2 + 2 * DAY, YEAR_2 + CYCLE), st.sampled_from(STRANGE_ZONES), st.integers(1, 10**6))
def test_days_start_before_year_one_where_they_did_whole_cycles_later(
    instant: int, zone: str, cycles: int
) -> None:
    day, days = ours.day_at(instant, zone), 146_097 * cycles
    assert ours.day_at(instant - cycles * CYCLE, zone) == day - days
    assert ours.day_start(day - days, zone) == ours.day_start(day, zone) - cycles * CYCLE


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Seoul", "America/Juneau"])
def test_before_year_one_clocks_show_local_mean_time(zone: str) -> None:
    for microseconds in (YEAR_2 - 1, oracle.days_to_year(-44) * DAY, -(10**29)):
        assert ours.offset_at(microseconds, zone) == oracle.offset(at(1600, 1, 1), zone)


def test_after_year_9999_clocks_follow_the_last_rule() -> None:
    june = oracle.stdlib_number((12_345, 6, 15)) * DAY
    december = oracle.stdlib_number((12_345, 12, 15)) * DAY
    assert ours.offset_at(june, "Europe/Paris") == 2 * oracle.HOUR
    assert ours.offset_at(december, "Europe/Paris") == 1 * oracle.HOUR


def test_no_zone_ever_moved_its_clocks_by_more_than_a_distance_allows_for() -> None:
    changes = range(oracle.days_to_year(1800) * DAY, oracle.days_to_year(2040) * DAY, 181 * DAY)
    for zone in ALL_ZONES:
        offsets = {oracle.offset(instant, zone) for instant in changes}
        assert max(offsets) - min(offsets) <= CLOCK_CHANGE


@given(
    near_a_change,
    st.builds(Period, st.sampled_from((0, 1, 2, 7, 12, 1200)), st.integers(0, 40)),
    st.sampled_from((1, -1)),
)
def test_a_period_added_in_any_zone_lasts_between_its_shortest_and_its_longest(
    place: tuple[int, str], period: Period, sign: int
) -> None:
    instant, zone = Instant(place[0]), place[1]
    amount = period if sign > 0 else -period
    lasted = instant.plus(amount, zone=zone) - instant
    assert shortest(amount) <= lasted.microseconds <= longest(amount)


HOSTILE_NAMES = (
    "",
    "Asia/Soul",
    "../../etc/passwd",
    "/etc/passwd",
    "/usr/share/zoneinfo/Europe/Paris",
    "Europe/../Asia/Seoul",
    "./UTC",
    "a" * 10_000,
    "a" * (limits.ZONE_CHARACTERS + 1),
    "a\0b",
    "\0",
    "UTC\n",
    " UTC",
    "UTC ",
    "utc",
    "z",
    "Europe",
    "America/",
    "Europe\\Paris",
    "zone.tab",
    "tzdata.zi",
    "__init__.py",
    "localtime",
    "Factory",
    "posixrules",
    "posix/Europe/Paris",
    "right/Europe/Paris",
    "\N{CYRILLIC CAPITAL LETTER A}sia/Seoul",
    "\ud800",
    "+",
    "-",
    "+5",
    "+05",
    "+0530",
    "+5:30",
    "+05:30:00",
    "+24:00",
    "+05:60",
    "-00:00",
    "+05-30",
    "+\N{ARABIC-INDIC DIGIT ZERO}5:30",
    "+" + "0" * 10_000,
)


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=lambda name: ascii(name)[:30])
def test_hostile_zone_names_are_refused(name: str) -> None:
    with pytest.raises(ZoneError) as caught:
        ours.check_zone(name)
    assert len(str(caught.value)) < 200


@given(st.text())
def test_any_text_is_a_zone_or_refused_as_one(name: str) -> None:
    try:
        assert ours.check_zone(name) is name
    except ZoneError:
        return
    assert abs(ours.offset_at(0, name)) <= DAY


@pytest.mark.parametrize("name", [None, 5, b"UTC", [], True])
def test_a_zone_is_given_by_name(name: object) -> None:
    for ask in (ours.check_zone, ours.zone_info, lambda zone: ours.offset_at(0, zone)):
        with pytest.raises(WrongTypeError, match="a time zone is given by its name, not as "):
            ask(name)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "minutes"),
    [("UTC", 0), ("Z", 0), ("+00:00", 0), ("+05:30", 330), ("-03:30", -210), ("+23:59", 1_439)],
)
def test_fixed_offsets_are_zones(name: str, minutes: int) -> None:
    offset = minutes * 60 * oracle.SECOND
    assert ours.offset_at(0, name) == offset
    assert ours.instants_at(0, name) == (-offset,)
    assert ours.day_start(0, name) == -offset


def test_each_zone_has_its_own_rules() -> None:
    for one, two in itertools.combinations(("Asia/Seoul", "Europe/Paris", "+09:00", "UTC"), 2):
        assert ours.zone_info(one) != ours.zone_info(two)
