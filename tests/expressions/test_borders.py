"""Where times end that words measure from or to: the end of March, ten o'clock, a fortnight, three or four days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve
from timeline.expressions.tagging import tag

ANCHOR = "2024-05-15"


def first(text: str, anchor: str = ANCHOR) -> Reading:
    return resolve(text, anchor=anchor)[0]


def span(reading: Reading) -> tuple[str, str]:
    """Return where the bounds begin and end, midnights as dates."""
    outer = reading.bounds.outer
    start, end = (
        "" if side is None else str(side).removesuffix("T00:00:00Z") for side in (outer.start, outer.end)
    )
    return start, end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("before the end of March 2024", "", "2024-04-01"),
        ("before the beginning of March 2024", "", "2024-03-01"),
        ("after the start of 1914", "1914-01-01", ""),
        ("after the close of 1914", "1915-01-01", ""),
        ("by the end of March 2024", "", "2024-04-01"),
        ("not before the start of June 2024", "2024-06-01", ""),
        ("three days before the end of March 2024", "2024-03-28", "2024-03-29"),
        ("the day after the end of March 2024", "2024-04-01", "2024-04-02"),
        ("the Friday before the end of March 2024", "2024-03-29", "2024-03-30"),
        ("exactly two hours before the end of March 2024", "2024-03-31T22:00:00Z", "2024-03-31T22:01:00Z"),
        ("at the end of March 2024", "2024-03-21", "2024-04-01"),
        ("before the end of 3 May 2024", "", "2024-05-04"),
    ],
)
def test_the_end_of_a_time_is_a_border_where_words_measure_from_it(text: str, start: str, end: str) -> None:
    assert span(first(text)) == (start, end)


def test_what_reaches_to_an_end_reaches_its_last_day() -> None:
    until = first("until the end of 2024").bounds
    assert str(until.earliest_end)[:10] == "2024-12-31"
    assert str(until.latest_end)[:10] == "2025-01-01"
    since = first("from the beginning of May 2024").bounds
    assert (str(since.earliest_start)[:10], str(since.latest_start)[:10]) == ("2024-05-01", "2024-05-01")
    assert first("from the beginning of May 2024 to the end of June 2024").edtf == "2024-05-01/2024-06-30"


@given(
    year=st.integers(1000, 9000),
    month=st.sampled_from(["March", "June", "November"]),
    border=st.sampled_from(["beginning", "end", "start", "close"]),
)
def test_before_and_after_a_border_are_all_of_time(year: int, month: str, border: str) -> None:
    before, after = (
        first(f"{word} the {border} of {month} {year}").bounds.outer for word in ("before", "after")
    )
    assert before.end == after.start
    whole = first(f"{month} {year}").bounds.outer
    assert before.end == (whole.start if border in {"beginning", "start"} else whole.end)


@given(
    word=st.sampled_from(["until", "by", "since", "from", "not before"]),
    border=st.sampled_from(["beginning", "end"]),
    year=st.integers(1000, 2020),
)
def test_a_border_is_its_day(word: str, border: str, year: int) -> None:
    day = f"1 January {year}" if border == "beginning" else f"31 December {year}"
    assert first(f"{word} the {border} of {year}").bounds == first(f"{word} {day}").bounds


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 10 and 11 this morning", "10:00", "11:00"),
        ("between 9 a.m. and 10 a.m.", "09:00", "10:00"),
        ("from 9 a.m. to 5 p.m.", "09:00", "17:00"),
        ("10-11 a.m.", "10:00", "11:00"),
        ("between 9:15 and 9:45 a.m.", "09:15", "09:45"),
    ],
)
def test_a_range_of_clock_times_is_over_at_the_last(text: str, start: str, end: str) -> None:
    assert span(first(text)) == (f"2024-05-15T{start}:00Z", f"2024-05-15T{end}:00Z")


@given(
    hours=st.lists(st.integers(0, 23), min_size=2, max_size=2, unique=True).map(sorted), joint=st.booleans()
)
def test_a_range_of_clock_times_lies_between_them(hours: list[int], joint: bool) -> None:  # noqa: FBT001  # drawn
    form = (
        "between {:02d}:00 and {:02d}:00 on 3 May 2024"
        if joint
        else "from {:02d}:00 to {:02d}:00 on 3 May 2024"
    )
    bounds = first(form.format(*hours)).bounds
    assert span(first(form.format(*hours))) == tuple(
        f"2024-05-03T{hour:02d}:00:00Z".replace("T00:00:00Z", "") for hour in hours
    )
    assert bounds.latest_end == (bounds.outer.end if joint else bounds.earliest_end)


def test_a_zone_behind_a_range_is_that_of_both_ends() -> None:
    assert span(first("between 9 and 10 a.m. EST on 3 January 2024")) == (
        "2024-01-03T14:00:00Z",
        "2024-01-03T15:00:00Z",
    )
    assert span(first("two hours before 5 p.m. EST on 3 January 2024")) == (
        "2024-01-03T19:00:00Z",
        "2024-01-03T22:00:00Z",
    )


def test_a_text_keeps_both_ways_to_mean_the_last_hour() -> None:
    (nine, _) = tag("It was shut from 9 a.m. to 5 p.m. on 3 May 2024.", anchor=ANCHOR)
    ends = [str(reading.bounds.latest_end)[11:16] for reading in nine.readings if "/" in reading.timex_value]
    assert ends == ["17:00", "18:00"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in the next fortnight", "2024-05-15", "2024-05-30"),
        ("over the coming fortnight", "2024-05-15", "2024-05-30"),
        ("over the past fortnight", "2024-05-01", "2024-05-16"),
        ("over the next two weeks", "2024-05-15", "2024-05-30"),
        ("in the next week", "2024-05-15", "2024-05-23"),
        ("over the next quarter", "2024-05-15", "2024-08-16"),
        ("next week", "2024-05-20", "2024-05-27"),
        ("next quarter", "2024-07-01", "2024-10-01"),
    ],
)
def test_a_stretch_ahead_begins_at_the_anchor(text: str, start: str, end: str) -> None:
    assert span(first(text)) == (start, end)


def test_the_next_one_of_the_calendar_is_the_second_reading() -> None:
    assert span(resolve("in the next month", anchor=ANCHOR)[1]) == ("2024-06-01", "2024-07-01")


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_fortnight_is_two_weeks(day: date) -> None:
    for words in ("the next {}", "the past {}"):
        found = [
            [reading.bounds for reading in resolve(words.format(length), anchor=str(day))]
            for length in ("fortnight", "two weeks", "14 days")
        ]
        assert found[0] == found[1]
        assert found[0][0] == found[2][0]


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    low=st.integers(1, 30),
    more=st.integers(1, 5),
    joint=st.sampled_from([" or ", "-", " to "]),
)
def test_three_or_four_days_ago_is_on_either_day(day: date, low: int, more: int, joint: str) -> None:
    found = first(f"{low}{joint}{low + more} days ago", str(day))
    assert found.edtf == f"[{day - timedelta(days=low + more)}..{day - timedelta(days=low)}]"


@given(
    unit=st.sampled_from(["hours", "weeks", "months", "years"]),
    low=st.integers(1, 20),
    side=st.sampled_from(["ago", "later"]),
)
def test_one_of_two_counts_holds_both(unit: str, low: int, side: str) -> None:
    both = resolve(f"{low} or {low + 1} {unit} {side}", anchor="2024-05-15T12:00:00")
    for count in (low, low + 1):
        one = resolve(f"{count} {unit} {side}", anchor="2024-05-15T12:00:00")
        for wide, narrow in zip(both, one, strict=False):
            assert span(wide)[0] <= span(narrow)[0]
            assert span(wide)[1] >= span(narrow)[1]


def test_as_late_as_a_year_is_in_it() -> None:
    assert first("as late as 1950").bounds == first("1950").bounds == first("as early as 1950").bounds
