"""Dates of other calendars, against well-known days and against walking from day to day."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import RangeError, TimelineError, UnknownReferenceError
from timeline.expressions.edtf import Component, EdtfError, ErrorCode, RecordedDate, parse
from timeline.expressions.edtf.calendars import CALENDARS
from timeline.times import Granularity

KNOWN = [
    ("1582-10-05", "julian", "1582-10-15"),
    ("1066-10-14", "julian", "1066-10-20"),
    ("1649-01-30", "julian", "1649-02-09"),
    ("1900-02-29", "julian", "1900-03-13"),
    ("1917-10-25", "julian", "1917-11-07"),
    ("-0043-03-15", "julian", "-0043-03-13"),
    ("5784-07-01", "hebrew", "2023-09-16"),
    ("5708-02-05", "hebrew", "1948-05-14"),
    ("5784-13-14", "hebrew", "2024-03-24"),
    ("5785-12-14", "hebrew", "2025-03-14"),
    ("0001-01-01", "islamic", "0622-07-19"),
    ("1445-01-01", "islamic", "2023-07-19"),
    ("1420-09-01", "islamic", "1999-12-09"),
]


@pytest.mark.parametrize(("text", "calendar", "gregorian"), KNOWN)
def test_a_day_that_is_known_in_both_calendars(text: str, calendar: str, gregorian: str) -> None:
    date = RecordedDate.parse(text, calendar=calendar)
    assert str(date.first_day) == str(date.last_day) == gregorian
    assert date.edtf() == parse(gregorian)
    assert date.bounds(zone="Asia/Seoul") == parse(gregorian).bounds(zone="Asia/Seoul")
    assert (date.text, date.calendar, date.granularity) == (text, calendar, Granularity.DAY)


YEARS = {"julian": st.integers(-4000, 4000), "hebrew": st.integers(1, 7000), "islamic": st.integers(1, 3000)}


@pytest.mark.parametrize("name", list(CALENDARS))
@given(data=st.data())
def test_months_follow_each_other_and_fill_the_year(name: str, data: st.DataObject) -> None:
    calendar, year = CALENDARS[name], data.draw(YEARS[name])
    start, end = calendar.year_days(year)
    day = start
    for month, length in calendar.months(year):
        assert calendar.month_days(year, month) == (day, day + length - 1)
        assert 28 <= length <= 31
        day += length
    assert day == end + 1 == calendar.new_year(year + 1)
    assert end - start + 1 in {353, 354, 355, 365, 366, 383, 384, 385}


@pytest.mark.parametrize(("name", "years", "days"), [("julian", 4, 1_461), ("islamic", 30, 10_631)])
def test_calendars_that_repeat(name: str, years: int, days: int) -> None:
    calendar = CALENDARS[name]
    for year in range(1, 100):
        assert calendar.new_year(year + years) - calendar.new_year(year) == days


def test_hebrew_years_never_begin_on_a_sunday_wednesday_or_friday() -> None:
    weekdays = {(CALENDARS["hebrew"].new_year(year) + 3) % 7 + 1 for year in range(5000, 6000)}
    assert weekdays == {1, 2, 4, 6}


def test_months_and_years_are_windows() -> None:
    month = RecordedDate.parse("1752-02", calendar="julian")
    assert (str(month.first_day), str(month.last_day)) == ("1752-02-12", "1752-03-11")
    assert str(month.edtf()) == "[1752-02-12..1752-03-11]"
    assert str(RecordedDate.parse("5784", calendar="hebrew").edtf()) == "[2023-09-16..2024-10-02]"


def test_marks_and_text_are_kept() -> None:
    date = RecordedDate.parse("1649-01~-30", calendar="julian")
    assert [part.qualification.symbol for part in date.parts] == ["~", "~", ""]
    assert date == RecordedDate.parse("~1649-~01-30", calendar="julian")
    assert date != RecordedDate.parse("1649-01-30", calendar="julian")
    again = pickle.loads(pickle.dumps(date))
    assert (again, again.text) == (date, "1649-01~-30")
    made = RecordedDate("julian", (Component("1649"), Component("01")))
    assert (made.text, made) == ("1649-01", RecordedDate.parse("1649-01", calendar="julian"))


@pytest.mark.parametrize(
    ("text", "calendar", "column", "code"),
    [
        ("1649-02-30", "julian", 9, ErrorCode.DAY),
        ("1649-13", "julian", 6, ErrorCode.MONTH),
        ("5785-13", "hebrew", 6, ErrorCode.MONTH),
        ("0000", "hebrew", 1, ErrorCode.YEAR),
        ("-0001", "islamic", 1, ErrorCode.YEAR),
        ("Y12345", "julian", 1, ErrorCode.YEAR),
        ("164X", "julian", 1, ErrorCode.UNSPECIFIED),
        ("1649S2", "julian", 1, ErrorCode.UNSPECIFIED),
        ("1649-1-3", "julian", 7, ErrorCode.SYNTAX),
        ("", "julian", 1, ErrorCode.SYNTAX),
        ("1" * 2000, "julian", 1000, ErrorCode.LENGTH),
    ],
)
def test_a_date_that_the_calendar_lacks(text: str, calendar: str, column: int, code: ErrorCode) -> None:
    with pytest.raises(EdtfError) as caught:
        RecordedDate.parse(text, calendar=calendar)
    assert (caught.value.column, caught.value.code) == (column, code)


def test_only_known_calendars_and_real_parts() -> None:
    with pytest.raises(UnknownReferenceError):
        RecordedDate.parse("1649", calendar="mayan")
    with pytest.raises(RangeError):
        RecordedDate("julian", (Component("1649"), Component("13")))


@given(st.text(alphabet="0123456789-XYS?~% ", max_size=14), st.sampled_from(list(CALENDARS)))
def test_any_text_is_a_date_or_an_error_within_it(text: str, calendar: str) -> None:
    try:
        date = RecordedDate.parse(text, calendar=calendar)
    except TimelineError as error:
        assert 1 <= getattr(error, "column", 0) <= max(1, len(text))  # noqa: PT017
    else:
        assert date.first_day_number <= date.last_day_number
        assert RecordedDate.parse(str(date), calendar=calendar) == date
