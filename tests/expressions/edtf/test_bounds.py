"""The days and the instants that EDTF values reach, against an oracle that lists every completion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.expressions.edtf.generate import TEXTS
from tests.oracles.edtf_oracle import completions, units_between
from timeline.errors import RangeError, TimelineError, WrongTypeError, ZoneError
from timeline.expressions.edtf import Corners, EdtfError, EdtfValue, Padding, parse
from timeline.expressions.seasons import METEOROLOGICAL, METEOROLOGICAL_SOUTH, SeasonConvention
from timeline.times import Bounds, CivilDate, Granularity, Instant, Interval, Period
from timeline.times.calendar import date_from_day_number

FEW_X_YEARS = st.builds(
    lambda sign, year, holes: (
        sign + "".join("X" if at in holes else letter for at, letter in enumerate(year))
    ),
    st.sampled_from(["", "", "-"]),
    st.integers(0, 9999).map("{:04d}".format),
    st.sets(st.integers(0, 3), max_size=2),
).filter(lambda text: text != "-0000")
MASKED_MONTHS = st.sampled_from(["XX", "0X", "1X", "X0", "X1", "X2", "X7"])
MASKED_DAYS = st.sampled_from(["XX", "0X", "1X", "2X", "3X", "X0", "X1", "X9"])
FEW_X = st.one_of(
    FEW_X_YEARS,
    st.builds("{}-{}".format, FEW_X_YEARS, st.one_of(st.integers(1, 12).map("{:02d}".format), MASKED_MONTHS)),
    st.builds("{}-{:02d}".format, FEW_X_YEARS, st.integers(21, 41)),
    st.builds(
        "{}-{}-{}".format,
        FEW_X_YEARS,
        st.one_of(st.integers(1, 12).map("{:02d}".format), MASKED_MONTHS),
        st.one_of(st.integers(1, 31).map("{:02d}".format), MASKED_DAYS),
    ),
)


def named(date: CivilDate | None) -> tuple[int, int, int] | None:
    return None if date is None else (date.year, date.month, date.day)


@given(FEW_X)
def test_first_and_last_day_are_those_of_all_completions(text: str) -> None:
    found = completions(text)
    if not found:
        with pytest.raises(EdtfError):
            parse(text)
        return
    value = parse(text)
    assert named(value.first_day) == min(days[0] for days in found)
    assert named(value.last_day) == max(days[-1] for days in found)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("19XX-02-29", "1904-02-29", "1996-02-29"), ("XX00-02-29", "0000-02-29", "9600-02-29"), ("-000X-02-29", "-0008-02-29", "0000-02-29"),
        ("-1X32-X1-X2", "-1932-01-02", "-1032-11-22"), ("-XXXX", "-9999-01-01", "0000-12-31"), ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("2001-24", "2001-12-01", "2002-02-28"), ("2003-24", "2003-12-01", "2004-02-29"), ("-0001-24", "-0001-12-01", "0000-02-29"),
        ("2001-30", "2001-12-01", "2002-02-28"), ("2001-32", "2001-06-01", "2001-08-31"), ("198X-21", "1980-03-01", "1989-05-31"),
        ("Y-20E2S3", "-2009-01-01", "-2000-12-31"), ("Y-171010000S2", "-179999999-01-01", "-170000000-12-31"), ("1234S9", "1234-01-01", "1234-12-31"),
        ("Y999999999999999999", "+999999999999999999-01-01", "+999999999999999999-12-31"), ("Y-1E17", "-100000000000000000-01-01", "-100000000000000000-12-31"),
        ("{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", "None", "None"),
    ],
)  # fmt: skip
def test_days_at_the_corners_of_the_notation(text: str, first: str, last: str) -> None:
    value = parse(text)
    assert (str(value.first_day), str(value.last_day)) == (first, last)


@given(TEXTS, st.sampled_from(["UTC", "Asia/Seoul", "America/Sao_Paulo"]))
def test_bounds_hold_just_the_days_of_the_corners(text: str, zone: str) -> None:
    """Every corner can be reached, and each lies on the day that `corners` names, in the zone."""
    try:
        value = parse(text)
    except EdtfError:
        assume(False)
        return
    corners, bounds = value.corners(), value.bounds(zone=zone)
    assert (corners.earliest_start, corners.latest_end) == (value.first_day_number, value.last_day_number)
    if "T" in text:
        return
    assert (bounds.earliest_start is None, bounds.latest_end is None) == (
        value.first_day is None,
        value.last_day is None,
    )
    if bounds.earliest_start is not None:
        assert bounds.earliest_start.civil(zone).date == value.first_day
    if bounds.latest_end is not None:
        assert Instant(bounds.latest_end.microseconds - 1).civil(zone).date == value.last_day
    if bounds.latest_start is not None and corners.latest_start is not None:
        limit = min(day for day in (corners.latest_start, corners.latest_end) if day is not None)
        assert bounds.latest_start.civil(zone).date == date_from_day_number(limit)


def test_a_date_says_within_what_something_took_place() -> None:
    month = Interval.of(Granularity.MONTH, CivilDate(1985, 4), zone="Asia/Seoul")
    assert parse("1985-04").bounds(zone="Asia/Seoul") == Bounds.within(month)


def test_an_interval_starts_within_one_end_and_ends_within_the_other() -> None:
    bounds = parse("2004-06-XX/2005").bounds()
    assert str(bounds.earliest_start) == "2004-06-01T00:00:00Z"
    assert str(bounds.latest_start) == "2004-06-30T23:59:59.999999Z"
    assert str(bounds.earliest_end) == "2005-01-01T00:00:00.000001Z"
    assert str(bounds.latest_end) == "2006-01-01T00:00:00Z"


def test_ends_that_overlap_give_corners_that_can_be_reached() -> None:
    bounds = parse("2004/2004-06-11").bounds()
    assert str(bounds.latest_start) == "2004-06-11T23:59:59.999999Z"
    assert bounds.latest_start is not None
    bounds = parse("2004-06-11/2004").bounds()
    assert str(bounds.earliest_end) == "2004-06-11T00:00:00.000001Z"


@pytest.mark.parametrize("text", ["1985/..", "1985/", "../1985", "/1985", "../.."])
def test_open_and_unknown_ends_bound_nothing(text: str) -> None:
    bounds = parse(text).bounds()
    assert (bounds.earliest_start is None) == (bounds.latest_start is None) == (not text.startswith("1985"))
    assert (bounds.earliest_end is None) == (bounds.latest_end is None) == (not text.endswith("1985"))


def test_one_of_a_set_is_somewhere_within_and_all_of_it_reaches_every_member() -> None:
    one, every = parse("[1667,1670..1672]"), parse("{1667,1670..1672}")
    assert one.bounds() == parse("[1667..1672]").bounds()
    corners = [None if day is None else str(date_from_day_number(day)) for day in every.corners()]
    assert corners == ["1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31"]
    assert parse("{..1984}").corners()[:2] == (None, None)
    assert parse("{1984..}").corners()[2:] == (None, None)


def test_qualifiers_move_nothing_by_themselves() -> None:
    for text in ("1984", "2004-06-11", "2001-21", "198X"):
        plain = parse(text)
        for mark in "?~%":
            assert parse(text + mark).bounds() == plain.bounds()


MUSEUM = Padding(
    "museum",
    approximate=(
        (Granularity.YEAR, Period.of(years=5)),
        (Granularity.MONTH, Period.of(months=1)),
        (Granularity.DAY, Period.of(days=3)),
    ),
    uncertain=((Granularity.YEAR, Period.of(years=1)), (Granularity.QUARTER, Period.of(months=3))),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1984", "1984-01-01", "1984-12-31"), ("1984~", "1979-01-01", "1989-12-31"), ("1984?", "1983-01-01", "1985-12-31"),
        ("1984%", "1978-01-01", "1990-12-31"), ("1985-~04", "1985-03-01", "1985-05-31"), ("1985-04-~12", "1985-04-09", "1985-04-15"),
        ("1985-04-12~", "1980-04-12", "1990-04-12"), ("2001-?21", "2000-12-01", "2001-08-31"), ("1985-?04", "1985-04-01", "1985-04-30"),
        ("1984~/1990", "1979-01-01", "1990-12-31"), ("[1984~,1990?]", "1979-01-01", "1991-12-31"), ("[1984~..1990~]", "1979-01-01", "1995-12-31"),
    ],
)  # fmt: skip
def test_a_padding_says_how_far_qualifiers_reach(text: str, first: str, last: str) -> None:
    corners = parse(text).corners(padding=MUSEUM)
    assert corners.earliest_start is not None
    assert corners.latest_end is not None
    assert str(date_from_day_number(corners.earliest_start)) == first
    assert str(date_from_day_number(corners.latest_end)) == last
    assert parse(text).bounds(padding=MUSEUM).covers(parse(text).bounds())


@pytest.mark.parametrize("make", [
    lambda: Padding("x", approximate=((Granularity.YEAR, Period.of(years=-1)),)),
    lambda: Padding("x", uncertain=(("year", Period.of(years=1)),)),  # type: ignore[arg-type]
])  # fmt: skip
def test_a_padding_that_makes_no_sense_is_refused(make: Any) -> None:
    with pytest.raises(TimelineError):
        make()


def test_seasons_follow_the_convention_that_is_given() -> None:
    value = parse("2001-21/2001-24")
    assert value.bounds() == value.bounds(seasons=METEOROLOGICAL)
    south = parse("2001-21").corners(seasons=METEOROLOGICAL_SOUTH)
    assert south == parse("2001-29").corners()
    assert parse("2001-26").corners(seasons=METEOROLOGICAL_SOUTH) == parse("2001-26").corners()
    astronomical = SeasonConvention(
        "by quarters", ((1, 3), (4, 3), (7, 3), (10, 3), *METEOROLOGICAL.groupings[4:])
    )
    assert parse("2001-22").corners(seasons=astronomical) == parse("2001-34").corners()


def test_seasons_that_a_convention_turns_round_are_refused_then() -> None:
    interval = parse("2001-21/2001-23")
    with pytest.raises(RangeError):
        interval.bounds(seasons=METEOROLOGICAL_SOUTH)


@pytest.mark.parametrize(
    "make",
    [
        lambda: SeasonConvention("x", ()),
        lambda: SeasonConvention("x", ((0, 3),) * 21),
        lambda: SeasonConvention("x", ((1, 13),) * 21),
        lambda: METEOROLOGICAL.months(20),
        lambda: METEOROLOGICAL.months(42),
    ],
)
def test_a_convention_without_a_grouping_for_each_code_is_refused(make: Any) -> None:
    with pytest.raises(RangeError):
        make()


def test_a_convention_is_a_tuple() -> None:
    with pytest.raises(WrongTypeError):
        SeasonConvention("x", [(1, 3)] * 21)  # type: ignore[arg-type]


def test_a_date_time_is_one_second() -> None:
    zoned = parse("1985-04-12T23:20:30-04")
    assert str(zoned.bounds(zone="Asia/Seoul").outer) == "1985-04-13T03:20:30Z/1985-04-13T03:20:31Z"
    assert zoned.corners() == Corners(*(zoned.first_day_number,) * 4)
    local = parse("1985-04-12T23:20:30")
    assert str(local.bounds(zone="Asia/Seoul").outer) == "1985-04-12T14:20:30Z/1985-04-12T14:20:31Z"


def test_a_local_time_that_the_clocks_show_twice_or_never() -> None:
    twice = parse("2013-10-27T02:30:00").bounds(zone="Europe/Paris")
    assert str(twice.outer) == "2013-10-27T00:30:00Z/2013-10-27T01:30:01Z"
    with pytest.raises(ZoneError):
        parse("2013-03-31T02:30:00").bounds(zone="Europe/Paris")


def test_a_day_that_a_zone_leaves_out_has_no_bounds_there() -> None:
    with pytest.raises(ZoneError):
        parse("2011-12-30").bounds(zone="Pacific/Apia")
    assert parse("2011-12").bounds(zone="Pacific/Apia").earliest_start is not None


def test_an_unknown_zone_is_an_error_of_ours() -> None:
    for text in ("1985", "1985-04-12T00:00:00"):
        with pytest.raises(ZoneError):
            parse(text).bounds(zone="Nowhere/Here")


def test_ranges_in_sets_reach_as_far_as_their_units() -> None:
    first, last = completions("1984-11")[0], completions("1985-02")[0]
    listed = units_between(first, last)
    value: EdtfValue = parse("[1984-11..1985-02]")
    assert len(listed) == 4
    assert (named(value.first_day), named(value.last_day)) == (listed[0][0], listed[-1][-1])
