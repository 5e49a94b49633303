"""Wordings that people use in claims: next to another time, one of two, by other calendars' names, at a place's time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import NotUnderstoodError
from timeline.expressions.conventions import Conventions
from timeline.expressions.resolve import resolve
from timeline.times import Bounds, CivilDate, Interval
from timeline.times.calendar import date_from_day_number

ANCHOR = "2025-12-13"
SPANS = [
    ("the Friday before Christmas", ["2024-12-20/2024-12-21", "2025-12-19/2025-12-20"]),
    ("the week after Easter 2024", ["2024-04-01/2024-04-08"]),
    ("the weekend before last", ["2025-11-29/2025-12-01"]),
    ("the night before last", ["2025-12-11/2025-12-12"]),
    ("the year after 1944", ["1945-01-01/1946-01-01"]),
    ("the month before 3 May 2024", ["2024-04-01/2024-05-01"]),
    ("the day after 3 May 2024", ["2024-05-04/2024-05-05"]),
    ("the morning after 3 May 2024", ["2024-05-04/2024-05-04"]),
    ("the summer after 1944", ["1945-06-01/1945-09-01"]),
    ("shortly before 3 May 2024", [".."]),
    ("some time in 2019", ["2019-01-01/2020-01-01"]),
    ("within the last six weeks", ["2025-11-01/2025-12-14", "2025-10-27/2025-12-08"]),
    ("spring or summer 2012", ["2012-03-01/2012-06-01", "2012-06-01/2012-09-01"]),
    ("either 3 or 4 May 2024", ["2024-05-03/2024-05-04", "2024-05-04/2024-05-05"]),
    ("the 3rd or 4th of May 2024", ["2024-05-03/2024-05-04", "2024-05-04/2024-05-05"]),
    ("Friday or Saturday", ["2025-12-12/2025-12-13", "2025-12-13/2025-12-14"]),
    ("Monday to Friday last week", ["2025-12-01/2025-12-06"]),
    ("2024-W12", ["2024-03-18/2024-03-25"]),
    ("2024-W12-3", ["2024-03-20/2024-03-21"]),
    ("2025-W01", ["2024-12-30/2025-01-06"]),
    ("week 1 of 2025", ["2024-12-30/2025-01-06"]),
    ("the Ides of March 44 BC", ["-0043-03-15/-0043-03-16"]),
    ("the Nones of June 44 BC", ["-0043-06-05/-0043-06-06"]),
    ("Q3 FY2024", ["2024-07-01/2024-10-01"]),
    ("half past ten last night", ["2025-12-12/2025-12-12"]),
    ("the early hours of 6 June 1944", ["1944-06-06/1944-06-06"]),
    ("the night of 4-5 June 1942", ["1942-06-04/1942-06-05"]),
    ("the early 2000s", ["2000-01-01/2003-01-01", "2000-01-01/2033-01-01"]),
    ("within 30 days of 3 May 2024", ["2024-04-03/2024-06-03"]),
    ("within 30 days of Christmas 2024", ["2024-11-25/2025-01-25"]),
    ("within a month of 3 May 2024", ["2024-04-03/2024-06-04"]),
    ("within two business days of 3 May 2024", ["2024-05-01/2024-05-08"]),
    ("on or about 3 May 2024", ["2024-05-02/2024-05-05"]),
    ("3 a.m. local time on 3 May 2024", ["2024-05-03/2024-05-03"]),
    ("3pm London time on 3 May 2024", ["2024-05-03/2024-05-03"]),
]


def spans(text: str, **options: Conventions) -> list[str]:
    """Return the first days and the ends of all readings."""
    outers = [reading.bounds.outer for reading in resolve(text, anchor=ANCHOR, **options)]
    return [
        ".." if outer.start is None else f"{str(outer.start).split('T')[0]}/{str(outer.end).split('T')[0]}"
        for outer in outers
    ]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_wording_is_read_as_people_mean_it(text: str, expected: list[str]) -> None:
    assert spans(text)[: len(expected)] == expected


def test_a_place_has_its_own_time_on_each_day() -> None:
    summer, winter = (
        resolve(f"noon London time on {day}", anchor=ANCHOR)[0] for day in ("3 May 2024", "3 January 2024")
    )
    assert str(summer.bounds.earliest_start) == "2024-05-03T11:00:00Z"
    assert str(winter.bounds.earliest_start) == "2024-01-03T12:00:00Z"


def test_quarters_of_a_fiscal_year_follow_where_it_begins() -> None:
    assert spans("Q3 FY2024", conventions=Conventions(fiscal_year=10)) == ["2024-04-01/2024-07-01"]


@pytest.mark.parametrize(
    "text", ["30th or 31st of April 2024", "2024-W54", "the Ides of Friday", "either", "3 or Friday"]
)
def test_what_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        resolve(text, anchor=ANCHOR)


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.sampled_from(["before", "after"]))
def test_the_day_beside_a_day_is_the_next_one(given_day: date, side: str) -> None:
    day = CivilDate(given_day.year, given_day.month, given_day.day)
    found = resolve(f"the day {side} {day}", anchor=ANCHOR)[0].bounds.earliest_start
    beside = date_from_day_number(day.number + (1 if side == "after" else -1))
    assert str(found) == f"{beside}T00:00:00Z"


def test_a_time_told_by_an_event_is_a_constraint() -> None:
    with pytest.raises(NotUnderstoodError, match="a time told by another event is a constraint"):
        resolve("days before the announcement", anchor=ANCHOR)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("shortly after 3 a.m. on 3 May 2024", "2024-05-03T03:00:00Z", "None"),
        ("before 3 a.m. on 3 May 2024", "None", "2024-05-03T03:00:00Z"),
        ("after the evening of 3 May 2024", "2024-05-04T00:00:00Z", "None"),
        ("on or before 3 May 2024", "None", "2024-05-04T00:00:00Z"),
        ("on or after 3 May 2024", "2024-05-03T00:00:00Z", "None"),
        ("not until 3 May 2024", "2024-05-03T00:00:00Z", "None"),
    ],
)
def test_one_side_is_where_the_words_put_it(text: str, start: str, end: str) -> None:
    outer = resolve(text, anchor=ANCHOR)[0].bounds.outer
    assert (str(outer.start), str(outer.end)) == (start, end)


@pytest.mark.parametrize(("text", "days"), [("a day and a half", (1, 2)), ("two and a half days", (2, 3))])
def test_half_days_lie_between_whole_ones(text: str, days: tuple[int, int]) -> None:
    least, most = days
    assert str(resolve(text, anchor=ANCHOR)[0].distance) == f"at least P{least}D and at most P{most}D"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("throughout February 2024", "2024-02-01", "2024-02-29"),
        ("all of last year", "2024-01-01", "2024-12-31"),
        ("the whole of 2023", "2023-01-01", "2023-12-31"),
        ("all day Friday", "2025-12-12", "2025-12-12"),
    ],
)
def test_the_whole_of_a_time_begins_and_ends_with_it(text: str, first: str, last: str) -> None:
    reading = resolve(text, anchor=ANCHOR)[0]
    assert reading.bounds == Bounds.throughout(Interval.of_days(civil(first), civil(last).plus(days=1)))
    assert reading.edtf == f"{first}/{last}"


def civil(text: str) -> CivilDate:
    return CivilDate(*map(int, text.split("-")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the days following 16 March 2024", "2024-03-17/2024-04-17"),
        ("in the weeks before Easter 2024", "2023-03-31/2024-03-31"),
        ("the two days after 3 May 2024", "2024-05-04/2024-05-06"),
    ],
)
def test_a_length_beside_a_time_is_a_stretch(text: str, expected: str) -> None:
    assert spans(text)[0] == expected
