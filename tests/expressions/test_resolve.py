"""What the words of the story and of daily use mean, and the laws that every reading keeps."""

from __future__ import annotations

import datetime as stdlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.errors import NotUnderstoodError, ParseError, TimelineError
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.edtf import parse
from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve, resolve_duration
from timeline.times import ANYTIME, CivilDate, Instant

ANCHOR = "2025-12-13"
DAY = 86_400_000_000


def day(instant: Instant | None) -> str:
    """Return the date of a corner, or two dots."""
    return ".." if instant is None else str(instant.civil("UTC").date)


def window(reading: Reading) -> str:
    """Return first day and day after, of what the bounds allow."""
    return f"{day(reading.bounds.earliest_start)} {day(reading.bounds.latest_end)}"


def windows(text: str, anchor: str = ANCHOR) -> list[str]:
    return [window(reading) for reading in resolve(text, anchor=anchor)]


FIRST = [
    ("last June", "2025-06-01 2025-07-01", "2025-06", None),
    ("Friday", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("the previous day", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("December 12", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("12 December 2025", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("Dec. 12, 2025", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("the 12th of December", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("May 28", "2025-05-28 2025-05-29", "2025-05-28", None),
    ("June 17", "2025-06-17 2025-06-18", "2025-06-17", None),
    ("November 14", "2025-11-14 2025-11-15", "2025-11-14", None),
    ("early August", "2025-08-01 2025-08-11", "2025-08", "START"),
    ("early Aug.", "2025-08-01 2025-08-11", "2025-08", "START"),
    ("Early in August", "2025-08-01 2025-08-11", "2025-08", "START"),
    ("mid-August", "2025-08-11 2025-08-21", "2025-08", "MID"),
    ("late August 2024", "2024-08-21 2024-09-01", "2024-08", "END"),
    ("early 2024", "2024-01-01 2024-05-01", "2024", "START"),
    ("the end of 2024", "2024-09-01 2025-01-01", "2024", "END"),
    ("the 9th to 11th", "2025-12-09 2025-12-12", "2025-12-09/2025-12-11", None),
    ("the summer of 2024", "2024-06-01 2024-09-01", "2024-SU", None),
    ("earlier this year", "2025-01-01 2025-12-14", "2025", None),
    ("earlier", ".. 2025-12-14", "PAST_REF", None),
    ("recently", "2024-12-13 2025-12-14", "PAST_REF", None),
    ("coming months", "2025-12-14 ..", "FUTURE_REF", None),
    ("in coming months", "2025-12-14 ..", "FUTURE_REF", None),
    ("in less than three months", "2025-12-13 2026-03-14", "2026-03", "BEFORE"),
    ("yesterday", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("last week", "2025-12-01 2025-12-08", "2025-W49", None),
    ("next month", "2026-01-01 2026-02-01", "2026-01", None),
    ("this year", "2025-01-01 2026-01-01", "2025", None),
    ("ten days ago", "2025-12-03 2025-12-04", "2025-12-03", None),
    ("before May 2024", ".. 2024-05-01", "2024-05", "BEFORE"),
    ("after 2023", "2024-01-01 ..", "2023", "AFTER"),
    ("by last Friday", ".. 2025-12-13", "2025-12-12", "ON_OR_BEFORE"),
    ("between 1914 and 1918", "1914-01-01 1919-01-01", "1914/1918", None),
    ("from 26 July to 22 August", "2025-07-26 2025-08-23", "2025-07-26/2025-08-22", None),
    ("the third quarter of 2024", "2024-07-01 2024-10-01", "2024-Q3", None),
    ("the first Monday of September 2024", "2024-09-02 2024-09-03", "2024-09-02", None),
    ("the last day of 1999", "1999-12-31 2000-01-01", "1999-12-31", None),
    ("the 1990s", "1990-01-01 2000-01-01", "199", None),
    ("the 20th century", "1900-01-01 2000-01-01", "19", None),
    ("490 BC", "-0489-01-01 -0488-01-01", "BC0490", None),
    ("Thanksgiving 1999", "1999-11-25 1999-11-26", "1999-11-25", None),
    ("three days after Christmas 2024", "2024-12-28 2024-12-29", "2024-12-28", None),
    ("the fifth century BC", "-0499-01-01 -0399-01-01", "BC04", None),
    ("the past two months", "2025-10-13 2025-12-14", "P2M", None),
    ("week 10 of 2024", "2024-03-04 2024-03-11", "2024-W10", None),
    ("the week before last", "2025-11-24 2025-12-01", "2025-W48", None),
    ("now", ".. ..", "PRESENT_REF", None),
    ("between now and Christmas", "2025-12-13 2025-12-26", "PRESENT_REF/2025-12-25", None),
    ("Friday after next", "2025-12-26 2025-12-27", "2025-12-26", None),
    ("three Fridays from now", "2026-01-02 2026-01-03", "2026-01-02", None),
    ("the 20th of next month", "2026-01-20 2026-01-21", "2026-01-20", None),
    ("year-end", "2025-09-01 2026-01-01", "2025", "END"),
    ("2008-May-31", "2008-05-31 2008-06-01", "2008-05-31", None),
    ("the week of March 6, 2000", "2000-03-06 2000-03-13", "2000-W10", None),
    ("the first Monday after Easter 2024", "2024-04-01 2024-04-02", "2024-04-01", None),
    ("the second Friday before Christmas 2025", "2025-12-12 2025-12-13", "2025-12-12", None),
    ("c. 1850", "1849-01-01 1852-01-01", "1850", "APPROX"),
    ("mid-week", "2025-12-10 2025-12-13", "2025-W50", "MID"),
    ("fiscal 1989", "1989-01-01 1990-01-01", "1989", None),
    ("2025-08", "2025-08-01 2025-09-01", "2025-08", None),
]


@pytest.mark.parametrize(("text", "expected", "value", "mod"), FIRST)
def test_the_first_reading(text: str, expected: str, value: str, mod: str | None) -> None:
    first = resolve(text, anchor=ANCHOR)[0]
    assert (window(first), first.timex_value, first.timex_mod) == (expected, value, mod)


SECOND = [
    ("last June", "2024-06-01 2024-07-01"),
    ("Friday", "2025-12-19 2025-12-20"),
    ("last Friday", "2025-12-05 2025-12-06"),
    ("03/04/2005", "2005-04-03 2005-04-04"),
    ("winter of 2004", "2003-12-01 2004-03-01"),
]


@pytest.mark.parametrize(("text", "expected"), SECOND)
def test_the_second_reading(text: str, expected: str) -> None:
    assert windows(text)[1] == expected


def test_last_june_in_march_has_one_reading() -> None:
    assert windows("last June", "2025-03-01") == ["2024-06-01 2024-07-01"]


def test_a_weekday_that_is_not_the_dates_is_told_with_both_parts() -> None:
    readings = resolve("Saturday, October 26, 2025", anchor=ANCHOR)
    assert [reading.timex_value for reading in readings] == ["2025-10-26", "2025-10-25"]
    assert all("26 October 2025 is not a Saturday" in reading.reason for reading in readings)
    without_year = resolve("Saturday, October 26", anchor=ANCHOR)
    assert [reading.timex_value for reading in without_year] == ["2024-10-26", "2025-10-26"]
    assert "not a Saturday" in without_year[1].reason


def test_a_range_starts_in_its_first_part_and_ends_in_its_last() -> None:
    bounds = resolve("from June to August 2024", anchor=ANCHOR)[0].bounds
    corners = (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    assert [day(corner) for corner in corners] == ["2024-06-01", "2024-06-30", "2024-08-01", "2024-09-01"]


def test_since_is_still_going_on_at_the_anchor() -> None:
    bounds = resolve("since 2019", anchor=ANCHOR)[0].bounds
    corners = (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    assert [day(corner) for corner in corners] == ["2019-01-01", "2019-12-31", "2025-12-13", ".."]


def test_the_zone_of_the_anchor_is_the_zone_of_the_day() -> None:
    from timeline.expressions.anchor import Anchor

    seoul = resolve("Friday", anchor=Anchor.parse(ANCHOR, zone="Asia/Seoul"))[0]
    assert str(seoul.bounds.outer) == "2025-12-11T15:00:00Z/2025-12-12T15:00:00Z"


def test_early_august_in_edtf() -> None:
    first = resolve("early August 2025", anchor=ANCHOR)[0]
    assert first.edtf == "[2025-08-01..2025-08-10]"
    assert first.granularity is not None
    assert first.granularity.name == "DAY"


DISTANCES = [
    ("less than three months", "less than P3M"),
    ("only three months", "at least P2M15D and at most P3M15D"),
    ("at least a month", "at least P1M"),
    ("more than a year", "more than P1Y"),
    ("no more than sixty days", "at most P60D"),
    ("exactly two weeks", "exactly P14D"),
    ("within 3 days", "at most P3D"),
    ("three days", "exactly P3D"),
    ("78 minutes", "more than PT1H17M and less than PT1H19M"),
    ("an hour", "more than PT0S and less than PT2H"),
    ("a week", "at least P4D and at most P10D"),
    ("a year", "at least P6M and at most P1Y6M"),
    ("a decade", "at least P5Y and at most P15Y"),
    ("within months", "more than P1M and less than P1Y"),
    ("several years", "at least P2Y6M and at most P7Y6M"),
    ("about two weeks", "at least P10D and at most P18D"),
    ("nearly two years", "at least P1Y6M and less than P2Y"),
    ("a year and three months", "at least P1Y2M15D and at most P1Y3M15D"),
    ("two or three days", "at least P2D and at most P3D"),
]


@pytest.mark.parametrize(("text", "expected"), DISTANCES)
def test_lengths(text: str, expected: str) -> None:
    for reading in (resolve_duration(text, anchor=ANCHOR)[0], resolve(text, anchor=ANCHOR)[0]):
        assert str(reading.distance) == expected
        assert reading.bounds == ANYTIME
        assert reading.timex_type.value == "DURATION"


def test_the_rule_for_last_and_next_is_a_convention() -> None:
    calendar = Conventions(last="calendar", next="calendar")
    assert window(resolve("last Friday", anchor=ANCHOR, conventions=calendar)[0]) == "2025-12-05 2025-12-06"
    wednesday = resolve("next Friday", anchor="2025-12-10", conventions=calendar)[0]
    assert window(wednesday) == "2025-12-19 2025-12-20"


def test_the_order_of_day_and_month_is_a_convention() -> None:
    day_first = Conventions(day_order="day first")
    assert resolve("03/04/2005", anchor=ANCHOR, conventions=day_first)[0].timex_value == "2005-04-03"


@pytest.mark.parametrize(
    "text", ["", "   ", "the regiment", "last Junes ago", "30 February 2025", "12 Decembers"]
)
def test_what_is_no_time_is_refused_with_its_column(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        resolve(text, anchor=ANCHOR)
    assert 1 <= caught.value.column <= len(text) + 1


WORDS = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "June",
        "Friday",
        "week",
        "month",
        "year",
        "two",
        "three",
        "the",
        "of",
        "in",
        "on",
        "ago",
        "before",
        "after",
        "since",
        "until",
        "by",
        "to",
        "and",
        "from",
        "-",
        ",",
        ".",
        "9th",
        "12",
        "2024",
        "summer",
        "quarter",
        "first",
        "5",
        "pm",
        "night",
        "today",
        "about",
        "less",
        "than",
        "several",
        "days",
        "hours",
        "Christmas",
        "every",
        "past",
        "coming",
        "end",
        "beginning",
        "1990s",
        "BC",
        "half",
        "a",
        "an",
        "weekend",
        "fiscal",
        "03/04/2005",
        "later",
        "earlier",
        "that",
        "same",
        "day",
    ]
)


def readings_or_column(text: str) -> tuple[tuple[Reading, ...], int | None]:
    try:
        return resolve(text, anchor=ANCHOR), None
    except ParseError as error:
        return (), error.column


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=7).map(" ".join) | st.text(max_size=30))
def test_any_text_has_readings_or_an_error_with_a_column(text: str) -> None:
    readings, column = readings_or_column(text)
    if column is not None:
        assert 1 <= column <= len(text) + 1
        return
    assert readings
    meanings = [(reading.bounds, reading.distance, reading.timex_value) for reading in readings]
    assert len(set(meanings)) == len(meanings)
    assert all(reading.reason for reading in readings)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
@example("early August")
@example("the end of last year")
def test_no_edtf_is_more_precise_than_its_bounds(text: str) -> None:
    for reading in readings_or_column(text)[0]:
        if reading.edtf is not None and "~" not in reading.edtf:  # how far "about" reaches, EDTF leaves open
            assert parse(reading.edtf).bounds().outer.covers(reading.bounds.outer), reading.edtf


@settings(max_examples=60, deadline=None)
@given(st.dates(stdlib.date(1900, 1, 1), stdlib.date(2100, 12, 31)))
def test_words_that_say_less_have_bounds_that_hold_more(date: stdlib.date) -> None:
    day, month, year = f"{date:%d %B %Y}", f"{date:%B %Y}", f"{date:%Y}"
    for finer, coarser in (
        (f"the morning of {day}", day),
        (day, month),
        (f"early {month}", month),
        (month, year),
        (f"the second half of {year}", year),
        (day, f"about {day}"),
        (year, f"the {date.year // 10 * 10}s"),
    ):
        inner, outer = (resolve(text, anchor=ANCHOR)[0].bounds.outer for text in (finer, coarser))
        assert outer.covers(inner), (finer, coarser)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        ["Friday", "last Friday", "next Monday", "this Sunday", "yesterday", "two weeks ago", "Tuesday night"]
    ),
    st.integers(-3000, 3000),
)
def test_an_anchor_moved_by_whole_weeks_moves_the_days(text: str, weeks: int) -> None:
    anchor = CivilDate(2025, 12, 13)
    here = [reading.bounds for reading in resolve(text, anchor=anchor)]
    there = [reading.bounds for reading in resolve(text, anchor=anchor.plus(days=7 * weeks))]
    assert len(here) == len(there)
    for one, two in zip(here, there, strict=True):
        assert one.earliest_start is not None
        assert two.earliest_start is not None
        assert two.earliest_start.microseconds - one.earliest_start.microseconds == 7 * weeks * DAY


@settings(max_examples=100, deadline=None)
@given(st.dates())
def test_a_written_date_is_that_day(date: object) -> None:
    import datetime

    assert isinstance(date, datetime.date)
    expected = f"{date:%Y}".rjust(4, "0") + f"-{date.month:02d}-{date.day:02d}"
    year = f"{date.year:04d}"
    for text in (
        f"{date.day} {date:%B} {year}",
        f"{date:%B} {date.day}, {year}",
        f"{date:%b} {date.day} {year}",
    ):
        readings = resolve(text, anchor=ANCHOR)
        assert [reading.edtf for reading in readings] == [expected]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2025-08-12T14:05:07.5Z", "2025-08-12T14:05:07.5Z/2025-08-12T14:05:07.6Z"),
        ("2025-08-12T14:05:07.123+09:00", "2025-08-12T05:05:07.123Z/2025-08-12T05:05:07.124Z"),
        ("2025-08-12T14:05:07.123456Z", "2025-08-12T14:05:07.123456Z/2025-08-12T14:05:07.123457Z"),
        ("2025-08-12T14:05:07.000", "2025-08-12T05:05:07Z/2025-08-12T05:05:07.001Z"),
    ],
)
def test_times_of_logs_are_read_to_their_last_digit(text: str, bounds: str) -> None:
    (reading,) = resolve(text, anchor=Anchor.parse("2025-12-13", zone="Asia/Seoul"))
    assert str(reading.bounds.outer) == bounds


@pytest.mark.parametrize(
    "text", ["2025-08-12T14:05:61.5Z", "2025-02-30T14:05:07.5Z", "2025-08-12T14:05:07.1234567Z"]
)
def test_times_of_logs_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(TimelineError):
        resolve(text, anchor="2025-12-13")
