"""Wordings that only somebody who states a time uses: bare hours, "Friday week", dates of named events, sides behind a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.asked import ANCHOR, first, span
from timeline.errors import NotUnderstoodError
from timeline.expressions.resolve import resolve
from timeline.expressions.tagging import tag

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "from 9 to 10",
            ["2024-05-15T09:00:00Z/2024-05-15T10:00:00Z", "2024-05-15T21:00:00Z/2024-05-15T22:00:00Z"],
        ),
        ("9 to 5 yesterday", ["2024-05-14T09:00:00Z/2024-05-14T17:00:00Z"]),
        ("shortly before ten", ["/2024-05-15T10:00:00Z", "/2024-05-15T22:00:00Z"]),
        ("a little before noon", ["/2024-05-15T12:00:00Z"]),
        (
            "at ten on 3 May 2024",
            ["2024-05-03T10:00:00Z/2024-05-03T11:00:00Z", "2024-05-03T22:00:00Z/2024-05-03T23:00:00Z"],
        ),
        ("this or next week", ["2024-05-13/2024-05-20", "2024-05-20/2024-05-27"]),
        ("this week or next", ["2024-05-13/2024-05-20", "2024-05-20/2024-05-27"]),
        ("Friday week", ["2024-05-24/2024-05-25"]),
        ("a week on Friday", ["2024-05-24/2024-05-25"]),
        ("three weeks on Monday", ["2024-06-10/2024-06-11"]),
        ("a week ago last Tuesday", ["2024-05-07/2024-05-08", "2024-04-30/2024-05-01"]),
        ("a year ago today", ["2023-05-15/2023-05-16"]),
        ("the six months to June 2023", ["2023-01-01/2023-07-01"]),
        ("the twelve months ended 30 September 2023", ["2022-10-01/2023-10-01"]),
        ("the week ending 7 March 2024", ["2024-03-01/2024-03-08"]),
        ("the month ended 31 May 2023", ["2023-05-01/2023-06-01"]),
        ("three months ending March 2021", ["2021-01-01/2021-04-01"]),
        ("December 9 or 10, 2024", ["2024-12-09/2024-12-10", "2024-12-10/2024-12-11"]),
        ("in or about 1450", [span(first("about 1450"))]),
        ("on or around June 5, 2024", [span(first("around June 5, 2024"))]),
        ("three days ago at noon", ["2024-05-12T12:00:00Z/2024-05-12T13:00:00Z"]),
        ("the same day last year", ["2023-05-15/2023-05-16"]),
        ("this time next week", ["2024-05-20/2024-05-25"]),
        ("the last three days of May 2024", ["2024-05-29/2024-06-01"]),
        ("the first two weeks of 2024", ["2024-01-01/2024-01-15"]),
        ("midnight between 5 and 6 June 2024", ["2024-06-06/2024-06-06T01:00:00Z"]),
        ("first thing tomorrow", ["2024-05-16/2024-05-16T12:00:00Z"]),
        ("in two weeks' time", ["2024-05-26/2024-06-03"]),
        ("anytime after 2pm", ["2024-05-15T14:00:00Z/"]),
        ("Thursday at the latest", ["/2024-05-17", "/2024-05-10"]),
        ("by Thursday at the latest", ["/2024-05-17", "/2024-05-10"]),
        ("at the earliest on 3 May 2024", ["2024-05-03/"]),
        ("two days after the vote on 12 March 2024", ["2024-03-14/2024-03-15"]),
        ("the day after the vote on 12 March 2024", ["2024-03-13/2024-03-14"]),
        ("after the vote on 12 March 2024", ["2024-03-12/"]),
        ("before the ceasefire of 12 March 2024", ["/2024-03-13"]),
        ("December 9 or 10, 1941", ["1941-12-09/1941-12-10", "1941-12-10/1941-12-11"]),
        ("on or around 5 June 2024", ["2024-06-04/2024-06-07"]),
        ("in or about 1450", ["1449-01-01/1452-01-01"]),
        ("the last three days of May 2023", ["2023-05-29/2023-06-01"]),
        ("the first few days of June 2023", ["2023-06-01/2023-06-06"]),
        ("midnight between 5 and 6 June 1944", ["1944-06-06/1944-06-06T01:00:00Z"]),
        ("day 157 of 2024", ["2024-06-05/2024-06-06"]),
        ("calendar week 23 of 2024", ["2024-06-03/2024-06-10"]),
        ("CW 23/2024", ["2024-06-03/2024-06-10"]),
        ("1.IX.1939", ["1939-09-01/1939-09-02"]),
    ],
)
def test_a_wording_of_a_claim(text: str, expected: list[str]) -> None:
    assert [span(reading) for reading in resolve(text, anchor=ANCHOR)][: len(expected)] == expected


def test_within_the_hour_is_an_hour_from_the_anchor() -> None:
    assert (
        span(first("within the hour", "2024-05-15T09:14:00"))
        == "2024-05-15T09:14:00Z/2024-05-15T10:14:00.000001Z"
    )


@pytest.mark.parametrize(
    "text",
    [
        "two days after the announcement that the vote on 12 March was void",
        "the second Friday before the election of 2016",
        "the day after the vote in March 2024",
        "after two hours of talks",
        "before thirteen",
        "this or",
        "December 9 or 32",
        "day 366 of 2023",
        "31.II.1939",
        "CW 54",
        "midnight between 5 and 7 June",
        "Friday week end",
    ],
)
def test_what_the_words_leave_open_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        resolve(text, anchor=ANCHOR)


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), weekday=st.integers(0, 6), weeks=st.integers(1, 12))
def test_weeks_on_a_day_are_counted_from_the_coming_one(day: date, weekday: int, weeks: int) -> None:
    coming = day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
    found = first(f"{weeks} weeks on {WEEKDAYS[weekday]}", str(day))
    assert found.edtf == str(coming + timedelta(weeks=weeks))
    if weeks == 1:
        assert first(f"{WEEKDAYS[weekday]} week", str(day)).bounds == found.bounds


@given(year=st.integers(1000, 9000))
def test_most_of_a_time_holds_its_middle(year: int) -> None:
    most, whole = first(f"most of {year}").bounds, first(str(year)).bounds
    assert most.outer == whole.outer
    assert most.latest_start is not None
    assert most.earliest_end is not None
    assert most.latest_start < most.earliest_end


@given(
    months=st.integers(1, 30),
    day=st.dates(date(1500, 1, 1), date(2100, 1, 1)),
    word=st.sampled_from(["to", "ended", "ending"]),
)
def test_what_is_told_by_its_last_day_ends_with_it(months: int, day: date, word: str) -> None:
    found = first(f"the {months} months {word} {day.day} {day:%B} {day.year:04d}").bounds
    assert found.latest_end == first(str(day)).bounds.latest_end
    again = first(f"{months} months after {found.outer.start!s:.10}")
    assert again.bounds.earliest_start is not None
    assert again.bounds.latest_end is not None
    assert found.latest_end is not None
    assert again.bounds.earliest_start <= found.latest_end <= again.bounds.latest_end


@given(
    day=st.dates(date(1000, 1, 1), date(9000, 1, 1)),
    event=st.sampled_from(["the vote", "the fall of the old town", "a strike"]),
)
def test_an_event_with_its_date_is_no_more_precise_than_the_date(day: date, event: str) -> None:
    whole = first(str(day)).bounds
    assert first(f"two days after {event} on {day}").bounds == first(f"two days after {day}").bounds
    assert first(f"after {event} on {day}").bounds.earliest_start == whole.earliest_start
    assert first(f"before {event} on {day}").bounds.latest_end == whole.latest_end


@given(hour=st.integers(1, 12), word=st.sampled_from(["before", "after", "by", "until"]))
def test_a_bare_hour_has_both_halves_of_the_day(hour: int, word: str) -> None:
    named = [first(f"{word} {hour} {half}").bounds for half in ("a.m.", "p.m.")]
    assert [reading.bounds for reading in resolve(f"{word} {hour}", anchor=ANCHOR)][:2] == (
        named if hour < 12 else named[::-1]
    ) or {reading.bounds for reading in resolve(f"{word} {hour}", anchor=ANCHOR)} >= set(named)


def test_a_bare_number_in_a_text_is_no_hour() -> None:
    assert tag("The score was 3 before ten of them left, by 10 or so.", anchor=ANCHOR) == ()
