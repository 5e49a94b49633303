"""Parts and borders of long times, dates in two styles, nights between two days, and weekends of feasts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.asked import ANCHOR, first, span
from timeline.errors import NotUnderstoodError
from timeline.expressions.conventions import Conventions
from timeline.expressions.resolve import resolve
from timeline.expressions.tagging import tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FY2024 Q3", ["2024-07-01/2024-10-01"]),
        ("FY24 Q3", ["2024-07-01/2024-10-01"]),
        ("1Q24", ["2024-01-01/2024-04-01"]),
        ("H1 23", ["2023-01-01/2023-07-01"]),
        ("the end of the financial year", ["2024-09-01/2025-01-01"]),
        ("the turn of the century", ["1990-01-01/2010-01-01", "1890-01-01/1910-01-01"]),
        ("at the turn of the 20th century", ["1890-01-01/1910-01-01", "1990-01-01/2010-01-01"]),
        ("the turn of the year", ["2023-11-25/2024-02-07", "2024-11-25/2025-02-07"]),
        ("before the turn of the 20th century", ["/1910-01-01"]),
        ("the fall semester of 2020", ["2020-08-01/2021-02-01"]),
        ("the last decade of the eleventh century", ["1090-01-01/1100-01-01"]),
        ("the first decade of the 20th century", ["1900-01-01/1910-01-01"]),
        ("the third quarter of the 15th century", ["1450-01-01/1475-01-01"]),
        ("the opening years of the 19th century", ["1800-01-01/1833-01-01"]),
        ("the closing days of 1944", ["1944-12-01/1945-01-01"]),
        ("the final weeks of 1989", ["1989-09-01/1990-01-01"]),
        ("the first weeks of March 2024", ["2024-03-01/2024-03-15"]),
        ("the early part of 2023", ["2023-01-01/2023-05-01"]),
        ("the war year 1914", ["1914-01-01/1915-01-01"]),
        ("29 May 1660 O.S.", ["1660-06-08/1660-06-09"]),
        ("29 May 1660 (Old Style)", ["1660-06-08/1660-06-09"]),
        ("29 May 1660 Julian", ["1660-06-08/1660-06-09"]),
        ("29 May 1660 N.S.", ["1660-05-29/1660-05-30"]),
        ("9/22 January 1905", ["1905-01-22/1905-01-23"]),
        ("9 (22) January 1905", ["1905-01-22/1905-01-23"]),
        ("10/22 January 1905", ["1905-01-22/1905-01-23", "1905-01-23/1905-01-24"]),
        ("29 May/8 June 1660", ["1660-06-08/1660-06-09"]),
        ("2 February 1659/60", ["1660-02-12/1660-02-13"]),
        ("30 January 1648/9", ["1649-02-09/1649-02-10"]),
        ("February 1659/60", ["1660-02-11/1660-03-11"]),
        ("the night of 9/10 November 1938", ["1938-11-09T18:00:00Z/1938-11-10T06:00:00Z"]),
        ("the night of 31 December/1 January 1941", ["1940-12-31T18:00:00Z/1941-01-01T06:00:00Z"]),
        ("Wednesday night into Thursday", ["2024-05-15T18:00:00Z/2024-05-16T06:00:00Z"]),
        ("the night from Wednesday to Thursday", ["2024-05-15T18:00:00Z/2024-05-16T06:00:00Z"]),
        ("the other day", ["2024-05-05/2024-05-14"]),
        ("10 a.m. Eastern on 3 May 2024", ["2024-05-03T14:00:00Z/2024-05-03T15:00:00Z"]),
        ("noon Pacific time on 3 January 2024", ["2024-01-03T20:00:00Z/2024-01-03T21:00:00Z"]),
        ("3 p.m. sharp", ["2024-05-15T15:00:00Z/2024-05-15T15:01:00Z"]),
        ("May Day 1968", ["1968-05-01/1968-05-02"]),
        ("Labor Day weekend 2020", ["2020-09-05/2020-09-08"]),
        ("the weekend of Labor Day 2020", ["2020-09-05/2020-09-08"]),
        ("Easter weekend 2024", ["2024-03-29/2024-04-02"]),
        ("Thanksgiving weekend 2024", ["2024-11-28/2024-12-02"]),
        ("the 5th inst.", ["2024-05-05/2024-05-06"]),
        ("the 28th ult.", ["2024-04-28/2024-04-29"]),
        ("the 3rd prox.", ["2024-06-03/2024-06-04"]),
        ("the third day after Easter 1916", ["1916-04-26/1916-04-27"]),
        ("Ramadan 1445", ["2024-03-11/2024-04-10"]),
        ("Eid al-Fitr 1445", ["2024-04-10/2024-04-11"]),
        ("at 1000 hours", ["2024-05-15T10:00:00Z/2024-05-15T10:01:00Z"]),
    ],
)
def test_a_part_of_a_time(text: str, expected: list[str]) -> None:
    assert [span(reading) for reading in resolve(text, anchor=ANCHOR)][: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "5/18 July 1660/61",
        "5/28 June 1924",
        "2 May 1659/60",
        "2 February 1799/1800",
        "30 February 1660 O.S.",
        "Wednesday night into Friday",
        "the last years of his life",
        "Ramadan 1200",
    ],
)
def test_what_is_no_such_date_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        resolve(text, anchor=ANCHOR)


def test_conventions_say_how_far_a_turn_reaches_and_when_the_other_day_was() -> None:
    conventions = Conventions(turn=(1, 20), other=(1, 3), fiscal_year=4)
    for text, expected in [
        ("the turn of the 20th century", "1895-01-01/1905-01-01"),
        ("the other day", "2024-05-12/2024-05-15"),
        ("FY2024 Q1", "2024-04-01/2024-07-01"),
    ]:
        assert span(resolve(text, anchor=ANCHOR, conventions=conventions)[0]) == expected


@given(
    number=st.integers(2, 20),
    part=st.sampled_from(
        [
            "opening years",
            "closing years",
            "last decade",
            "first quarter",
            "third quarter",
            "early part",
            "first half",
        ]
    ),
)
def test_a_part_lies_in_its_whole(number: int, part: str) -> None:
    whole, found = (first(f"the {prefix}{number}th century").bounds for prefix in ("", f"{part} of the "))
    assert whole.earliest_start is not None
    assert whole.latest_end is not None
    assert found.earliest_start is not None
    assert found.latest_end is not None
    assert whole.earliest_start <= found.earliest_start < found.latest_end <= whole.latest_end


@given(number=st.integers(2, 20))
def test_the_quarters_of_a_century_make_it_up(number: int) -> None:
    quarters = [
        first(f"the {each} quarter of the {number}th century").bounds.outer
        for each in ("first", "second", "third", "last")
    ]
    assert all(one.end == two.start for one, two in pairwise(quarters))
    whole = first(f"the {number}th century").bounds.outer
    assert (quarters[0].start, quarters[-1].end) == (whole.start, whole.end)


@given(number=st.integers(2, 20))
def test_a_turn_holds_the_border(number: int) -> None:
    border = first(f"the {number}th century").bounds.outer.start
    turn = first(f"the turn of the {number}th century").bounds.outer
    assert turn.start is not None
    assert turn.end is not None
    assert border is not None
    assert turn.start < border < turn.end


@given(day=st.dates(date(1582, 11, 1), date(1917, 12, 31)))
def test_a_dual_date_is_one_day_however_it_is_written(day: date) -> None:
    plain = first(f"{day} (julian)").bounds
    assert first(f"{day.day} {day:%B} {day.year} O.S.").bounds == plain
    new = date.fromisoformat(str(plain.earliest_start)[:10])
    assert first(f"{day.day} {day:%B}/{new.day} {new:%B} {new.year}").bounds == plain
    if new.month == day.month:
        assert first(f"{day.day}/{new.day} {new:%B} {new.year}").bounds == plain


@given(day=st.dates(date(1500, 1, 1), date(2100, 1, 1)))
def test_a_night_between_two_days_is_the_night_of_the_first(day: date) -> None:
    after = day + timedelta(days=1)
    night = first(f"the night of {day.day} {day:%B} {day.year}").bounds
    assert first(f"the night of {day.day} {day:%B}/{after.day} {after:%B} {after.year}").bounds == night
    if day.month == after.month:
        assert first(f"the night of {day.day}/{after.day} {after:%B} {after.year}").bounds == night


@given(day=st.dates(date(1800, 1, 1), date(2100, 1, 1)))
def test_the_weekend_of_a_day_is_the_nearest(day: date) -> None:
    found = first(f"the weekend of {day}").bounds.outer
    saturday = date.fromisoformat(str(found.start)[:10])
    assert saturday.weekday() == 5
    assert -3 <= (saturday - day).days <= 3 or day.weekday() == 6


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), word=st.sampled_from(["inst.", "ult.", "prox."]))
def test_letters_name_a_month_beside_their_own(day: date, word: str) -> None:
    months = {"inst.": "this month", "ult.": "last month", "prox.": "next month"}
    assert first(f"the 28th {word}", str(day)).bounds == first(f"the 28th of {months[word]}", str(day)).bounds


def test_a_text_marks_them_too() -> None:
    text = "On Labor Day weekend 2020, at the turn of the century, in the closing days of 1944, and on the night of 9/10 November 1938."
    assert [mention.text for mention in tag(text, anchor=ANCHOR)] == [
        "Labor Day weekend 2020",
        "the turn of the century",
        "the closing days of 1944",
        "the night of 9/10 November 1938",
    ]


def test_a_story_comes_to_the_turn_of_its_own_century() -> None:
    text = "The quarrel ended in the spring of 1189. At the turn of the century the library burned."
    found = tag(text, anchor=ANCHOR, mode="narrative")[-1]
    assert (found.text, span(found.readings[0])) == ("the turn of the century", "1190-01-01/1210-01-01")
