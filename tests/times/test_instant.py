"""Instants: in and out of text, of the standard library and of pendulum, and the calendar moved under them."""

from __future__ import annotations

import datetime
from typing import Literal

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import (
    STRANGE_ZONES,
    date_tuples,
    dates,
    durations,
    instants,
    near_a_change,
    periods,
    zones,
    zones_and_offsets,
)
from timeline.errors import RangeError, WrongTypeError, ZoneError
from timeline.times import CivilDate, CivilTime, Duration, Granularity, Instant, Period

DAY = oracle.DAY
FIRST = datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)
LAST = datetime.datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=datetime.UTC)


def parsed(text: str) -> int:
    return Instant.parse(text).microseconds


# --- made from parts ---------------------------------------------------------------------------------------


@given(date_tuples(), st.integers(0, DAY - 1))
def test_an_instant_in_utc_is_its_day_and_its_time(parts: oracle.Date, since_midnight: int) -> None:
    second, microsecond = divmod(since_midnight, oracle.SECOND)
    minute, hour = second // 60 % 60, second // 3_600
    instant = Instant.of(*parts, hour, minute, second % 60, microsecond)
    assert instant.microseconds == oracle.stdlib_number(parts) * DAY + since_midnight


@given(instants, zones_and_offsets)
def test_from_civil_undoes_civil_unless_the_clocks_show_it_twice(instant: Instant, zone: str) -> None:
    civil = instant.civil(zone)
    found = [Instant.from_civil(civil, zone=zone, ambiguous=which) for which in ("earlier", "later")]
    assert instant in found
    if found[0] == found[1]:
        assert Instant.from_civil(civil, zone=zone) == instant
    else:
        with pytest.raises(ZoneError, match="twice"):
            Instant.from_civil(civil, zone=zone)


@given(near_a_change)
def test_civil_shows_what_the_standard_library_shows(place: tuple[int, str]) -> None:
    microseconds, zone = place
    wall = (
        oracle.EPOCH.replace(tzinfo=None)
        + (microseconds + oracle.offset(microseconds, zone)) * oracle.MICROSECOND
    )
    date, since_midnight = Instant(microseconds).civil(zone)
    assert (date.year, date.month, date.day) == (wall.year, wall.month, wall.day)
    assert (
        since_midnight
        == (wall - datetime.datetime.combine(wall.date(), datetime.time())) // oracle.MICROSECOND
    )


def test_parts_that_are_not_given_are_the_first() -> None:
    assert str(Instant.of(2025)) == "2025-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("ambiguous", "utc"), [("earlier", "2013-10-27T00:30:00Z"), ("later", "2013-10-27T01:30:00Z")]
)
def test_a_time_shown_twice_is_taken_as_told(ambiguous: Literal["earlier", "later"], utc: str) -> None:
    assert str(Instant.of(2013, 10, 27, 2, 30, zone="Europe/Paris", ambiguous=ambiguous)) == utc


@pytest.mark.parametrize("ambiguous", ["earlier", "later"])
def test_a_time_that_is_skipped_is_the_instant_of_the_jump(ambiguous: Literal["earlier", "later"]) -> None:
    instant = Instant.of(2013, 3, 31, 2, 30, zone="Europe/Paris", ambiguous=ambiguous)
    assert str(instant) == "2013-03-31T01:00:00Z"


@pytest.mark.parametrize(
    ("parts", "count"), [((2013, 3, 31, 2, 30), "never"), ((2013, 10, 27, 2, 30), "twice")]
)
def test_a_time_shown_never_or_twice_is_refused_unless_told(parts: tuple[int, ...], count: str) -> None:
    with pytest.raises(ZoneError) as caught:
        Instant.of(*parts, zone="Europe/Paris")
    assert f"00 {count}; give an offset" in str(caught.value)


def test_a_misspelt_way_out_is_refused() -> None:
    with pytest.raises(RangeError, match="not 'erlier'"):
        Instant.of(2013, 10, 27, 2, 30, zone="Europe/Paris", ambiguous="erlier")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ((2025, 1, 1, 24), "hour 24 does not exist"),
        ((2025, 1, 1, -1), "hour -1 does not exist"),
        ((2025, 1, 1, 0, 60), "minute 60 does not exist"),
        ((2025, 1, 1, 0, 0, 60), "second 60 does not exist"),
        ((2025, 1, 1, 0, 0, 0, 10**6), "microsecond 1000000 does not exist"),
        ((2023, 2, 29), "2023-02-29 does not exist"),
    ],
)
def test_parts_that_no_clock_shows_are_refused(parts: tuple[int, ...], message: str) -> None:
    with pytest.raises(RangeError) as caught:
        Instant.of(*parts)
    assert str(caught.value) == message


def test_the_last_parts_that_clocks_show_are_taken() -> None:
    assert str(Instant.of(2025, 12, 31, 23, 59, 59, 999_999)) == "2025-12-31T23:59:59.999999Z"


# --- civil times -------------------------------------------------------------------------------------------


def test_a_civil_time_is_a_date_and_a_time_of_that_day() -> None:
    date, since_midnight = CivilTime(CivilDate(2025), DAY - 1)
    assert (date, since_midnight) == (CivilDate(2025), DAY - 1)
    assert str(CivilTime(date, since_midnight)) == "2025-01-01T23:59:59.999999"
    assert str(CivilTime(date, 90_500_000)) == "2025-01-01T00:01:30.5"
    assert str(CivilTime(date, 0)) == "2025-01-01T00:00:00"


@pytest.mark.parametrize("since_midnight", [-1, DAY])
def test_a_civil_time_of_another_day_is_refused(since_midnight: int) -> None:
    with pytest.raises(RangeError, match="not in the same day"):
        CivilTime(CivilDate(2025), since_midnight)


def test_a_civil_time_needs_a_date_of_ours() -> None:
    with pytest.raises(WrongTypeError, match="a date is a CivilDate, not date"):
        CivilTime(datetime.date(2025, 1, 1), 0)  # type: ignore[arg-type]


# --- text --------------------------------------------------------------------------------------------------


@given(instants)
@example(Instant(-1))
@example(Instant.of(-170_000_000))
@example(Instant.of(10_000))
def test_reading_undoes_writing(instant: Instant) -> None:
    assert Instant.parse(str(instant)) == instant


@given(st.datetimes(), st.integers(-1_439, 1_439))
def test_text_of_the_standard_library_is_read_as_it_reads_it(wall: datetime.datetime, minutes: int) -> None:
    value = wall.replace(tzinfo=datetime.timezone(datetime.timedelta(minutes=minutes)))
    expected = (value - oracle.EPOCH) // oracle.MICROSECOND
    assert parsed(value.isoformat()) == expected
    assert Instant.from_datetime(value).microseconds == expected


@given(date_tuples(), st.integers(-1_439, 1_439).filter(bool))
def test_an_offset_is_taken_from_the_wall_time_in_any_year(parts: oracle.Date, minutes: int) -> None:
    midnight = f"{CivilDate(*parts)}T00:00"
    hour, minute = divmod(abs(minutes), 60)
    offset = f"{'-' if minutes < 0 else '+'}{hour:02d}:{minute:02d}"
    assert parsed(midnight + offset) == parsed(midnight + "Z") - minutes * 60 * oracle.SECOND


def test_seconds_and_fractions_may_be_left_out_or_given() -> None:
    assert parsed("1970-01-01T00:01Z") == 60 * oracle.SECOND
    assert parsed("1970-01-01T00:00:01Z") == oracle.SECOND
    assert parsed("1970-01-01T00:00:00.000001Z") == 1
    assert parsed("1970-01-01T00:00:00.5Z") == 500_000
    assert parsed("1970-01-01T00:00:00.5000000000Z") == 500_000


def test_years_past_the_limit_can_be_held_and_written_but_not_read() -> None:
    far = Instant.of(10**18)
    assert str(far).startswith("+1000000000000000000-01-01")
    with pytest.raises(ValueError, match="a year of more than 18 digits"):
        Instant.parse(str(far))


# --- the standard library and pendulum ---------------------------------------------------------------------


@given(st.integers(0, (LAST - FIRST) // oracle.MICROSECOND))
@example(0)
@example((LAST - FIRST) // oracle.MICROSECOND)
def test_from_datetime_undoes_to_datetime_in_all_its_years(after_first: int) -> None:
    instant = Instant((FIRST - oracle.EPOCH) // oracle.MICROSECOND + after_first)
    assert instant.to_datetime() == FIRST + after_first * oracle.MICROSECOND
    assert Instant.from_datetime(instant.to_datetime()) == instant
    assert Instant.from_pendulum(instant.to_pendulum()) == instant


@given(near_a_change)
def test_values_of_other_libraries_come_back_as_the_same_instant_also_in_a_fold(
    place: tuple[int, str],
) -> None:
    instant, zone = Instant(place[0]), place[1]
    assert Instant.from_datetime(instant.to_datetime(zone)) == instant
    there = instant.to_pendulum(zone)
    assert isinstance(there, pendulum.DateTime)
    assert there.timezone_name == zone
    assert Instant.from_pendulum(there) == instant


@given(st.datetimes(), st.sampled_from(STRANGE_ZONES), st.sampled_from((0, 1)))
def test_a_datetime_is_the_instant_that_its_own_offset_says(
    wall: datetime.datetime, zone: str, fold: int
) -> None:
    value = wall.replace(tzinfo=pendulum.timezone(zone), fold=fold)
    offset = value.utcoffset()
    assert offset is not None
    expected = (wall.replace(fold=0) - oracle.EPOCH.replace(tzinfo=None) - offset) // oracle.MICROSECOND
    assert Instant.from_datetime(value).microseconds == expected


@pytest.mark.parametrize("microseconds", [-1, (LAST - FIRST) // oracle.MICROSECOND + 1, 10**40, -(10**40)])
def test_years_that_a_datetime_cannot_hold_are_refused(microseconds: int) -> None:
    instant = Instant((FIRST - oracle.EPOCH) // oracle.MICROSECOND + microseconds)
    for give in (instant.to_datetime, instant.to_pendulum):
        with pytest.raises(RangeError, match=r"outside the years that a datetime can hold \(1 to 9999\)"):
            give()


def test_the_edges_of_the_years_are_refused_where_the_clocks_are_past_them() -> None:
    first = Instant.from_datetime(FIRST)
    assert first.to_datetime("Asia/Seoul").year == 1
    with pytest.raises(RangeError, match="outside"):
        first.to_datetime("America/New_York")


@pytest.mark.parametrize("granularity", list(Granularity))
def test_pendulum_gets_a_point_only_for_what_was_put_as_a_day_or_finer(granularity: Granularity) -> None:
    if granularity <= Granularity.DAY:
        assert Instant(0).to_pendulum(granularity=granularity).timestamp() == 0
        return
    with pytest.raises(RangeError, match=f"a {granularity.name.lower()} is not a point in time"):
        Instant(0).to_pendulum(granularity=granularity)


@pytest.mark.parametrize("value", [datetime.datetime(2025, 1, 1), pendulum.naive(2025, 1, 1)])  # noqa: DTZ001  # refused
def test_naive_datetimes_are_refused(value: datetime.datetime) -> None:
    with pytest.raises(WrongTypeError, match="a naive datetime is not an instant"):
        Instant.from_datetime(value)


@pytest.mark.parametrize(
    "value", [datetime.date(2025, 1, 1), "2025-01-01T00:00:00Z", 0, None, pendulum.date(2025, 1, 1)]
)
def test_what_is_no_datetime_is_refused(value: object) -> None:
    with pytest.raises(WrongTypeError, match="not a datetime: "):
        Instant.from_datetime(value)  # type: ignore[arg-type]


class HalfKnown(datetime.tzinfo):
    """A zone that knows its offset and nothing else, which the standard library allows."""

    def utcoffset(self, _moment: datetime.datetime | None) -> datetime.timedelta:
        return datetime.timedelta(hours=1)


def test_a_zone_that_knows_only_its_offset_is_enough() -> None:
    zone = HalfKnown()  # type: ignore[abstract]  # the standard library makes one all the same
    assert Instant.from_datetime(datetime.datetime(1970, 1, 1, 1, tzinfo=zone)) == Instant(0)


# --- arithmetic --------------------------------------------------------------------------------------------


@given(instants, durations)
def test_durations_are_added_and_taken_off_exactly(instant: Instant, duration: Duration) -> None:
    later = instant + duration
    assert later.microseconds == instant.microseconds + duration.microseconds
    assert later == instant.plus(duration)
    assert later - instant == duration


@given(dates, st.integers(0, DAY - 1), periods(largest=10**6), zones)
def test_a_period_moves_the_calendar_and_leaves_the_clocks(
    date: CivilDate, since_midnight: int, period: Period, zone: str
) -> None:
    start = Instant.from_civil(CivilTime(date, since_midnight), zone=zone, ambiguous="earlier")
    shown, time = start.civil(zone)
    moved = shown.plus(months=period.months, days=period.days)
    expected = Instant.from_civil(CivilTime(moved, time), zone=zone, ambiguous="earlier")
    assert start.plus(period, zone=zone) == expected


@given(near_a_change)
def test_a_period_of_nothing_moves_nothing(place: tuple[int, str]) -> None:
    assert Instant(place[0]).plus(Period(), zone=place[1]) == Instant(place[0])


def test_a_day_later_is_23_hours_later_when_the_clocks_go_forward() -> None:
    noon = Instant.of(2013, 3, 30, 12, zone="Europe/Paris")
    assert noon.plus(Period.of(days=1), zone="Europe/Paris") - noon == Duration.of(hours=23)
    assert noon.plus(Period.of(days=1)) - noon == Duration.of(hours=24)


def test_a_day_later_that_the_clocks_skip_is_the_instant_of_the_jump() -> None:
    before = Instant.of(2013, 3, 30, 2, 30, zone="Europe/Paris")
    assert str(before.plus(Period.of(days=1), zone="Europe/Paris")) == "2013-03-31T01:00:00Z"


@pytest.mark.parametrize("amount", [5, None, "PT1H", datetime.timedelta(1), 1.0])
def test_only_our_amounts_are_added(amount: object) -> None:
    with pytest.raises(WrongTypeError, match="an amount is a Duration or a Period, not "):
        Instant(0).plus(amount)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unsupported operand"):
        Instant(0) + amount  # type: ignore[operator]
    with pytest.raises(TypeError, match="unsupported operand"):
        Instant(0) - amount  # type: ignore[operator]


@given(instants, instants)
def test_instants_are_ordered_as_their_microseconds(one: Instant, two: Instant) -> None:
    assert (one < two) is (one.microseconds < two.microseconds)
    assert (one <= two) is (one.microseconds <= two.microseconds)
    assert (one > two) is (one.microseconds > two.microseconds)
    assert (one >= two) is (one.microseconds >= two.microseconds)
    assert (one == two) is (one.microseconds == two.microseconds)
