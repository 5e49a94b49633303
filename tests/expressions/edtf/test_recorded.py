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
    ("1304-01-11", "persian", "1925-03-31"),
    ("1357-11-22", "persian", "1979-02-11"),
    ("1403-12-30", "persian", "2025-03-20"),
    ("1404-01-01", "persian", "2025-03-21"),
    ("0001-01-01", "coptic", "0284-08-29"),
    ("1741-01-01", "coptic", "2024-09-11"),
    ("1739-13-06", "coptic", "2023-09-11"),
    ("2000-01-01", "ethiopian", "2007-09-12"),
    ("1888-06-23", "ethiopian", "1896-03-01"),
    ("0001-01-01", "republican", "1792-09-22"),
    ("0002-11-09", "republican", "1794-07-27"),
    ("0008-02-18", "republican", "1799-11-09"),
    ("0014-04-10", "republican", "1805-12-31"),
    ("1879-01-01", "saka", "1957-03-22"),
    ("1869-05-24", "saka", "1947-08-15"),
    ("1946-01-31", "saka", "2024-04-20"),
]


@pytest.mark.parametrize(("text", "calendar", "gregorian"), KNOWN)
def test_a_day_that_is_known_in_both_calendars(text: str, calendar: str, gregorian: str) -> None:
    date = RecordedDate.parse(text, calendar=calendar)
    assert str(date.first_day) == str(date.last_day) == gregorian
    assert date.edtf() == parse(gregorian)
    assert date.bounds(zone="Asia/Seoul") == parse(gregorian).bounds(zone="Asia/Seoul")
    assert (date.text, date.calendar, date.granularity) == (text, calendar, Granularity.DAY)


def years(name: str) -> st.SearchStrategy[int]:
    """Return the years of a calendar, and no more than 7000 of them."""
    first, last = CALENDARS[name].first_year, CALENDARS[name].last_year
    return st.integers(-4000 if first is None else first, 7000 if last is None else last)


@pytest.mark.parametrize("name", list(CALENDARS))
@given(data=st.data())
def test_months_follow_each_other_and_fill_the_year(name: str, data: st.DataObject) -> None:
    calendar, year = CALENDARS[name], data.draw(years(name))
    start, end = calendar.year_days(year)
    day = start
    for month, length in calendar.months(year):
        assert calendar.month_days(year, month) == (day, day + length - 1)
        assert 28 <= length <= 31 or (month == 13 and 5 <= length <= 6)
        day += length
    assert day == end + 1 == calendar.new_year(year + 1)
    assert end - start + 1 in {353, 354, 355, 365, 366, 383, 384, 385}


@pytest.mark.parametrize(
    ("name", "cycle", "days"),
    [
        ("julian", 4, 1_461),
        ("islamic", 30, 10_631),
        ("persian", 33, 12_053),
        ("coptic", 4, 1_461),
        ("ethiopian", 4, 1_461),
        ("saka", 400, 146_097),
    ],
)
def test_calendars_that_repeat(name: str, cycle: int, days: int) -> None:
    calendar = CALENDARS[name]
    for year in range(1, 100):
        assert calendar.new_year(year + cycle) - calendar.new_year(year) == days


@given(st.integers(1, 5000))
def test_ethiopian_days_are_coptic_days_276_years_ahead(year: int) -> None:
    assert CALENDARS["ethiopian"].new_year(year + 276) == CALENDARS["coptic"].new_year(year)


@given(st.integers(1304, 1501))
def test_the_persian_year_begins_beside_the_equinox(year: int) -> None:
    first = RecordedDate.parse(f"{year}-01-01 (persian)").first_day
    assert (first.year, first.month) == (year + 621, 3)
    assert 19 <= first.day <= 22


def test_the_years_that_the_republic_made_longer() -> None:
    calendar = CALENDARS["republican"]
    assert [year for year in range(1, 15) if calendar.months(year)[-1] == (13, 6)] == [3, 7, 11]


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
    assert (made.text, made) == ("1649-01 (julian)", RecordedDate.parse("1649-01", calendar="julian"))


def test_a_text_can_name_its_calendar() -> None:
    named, given_apart = (
        RecordedDate.parse("1649-01~-30 (julian)"),
        RecordedDate.parse("1649-01~-30", calendar="julian"),
    )
    assert named == given_apart
    assert (named.text, given_apart.text) == ("1649-01~-30 (julian)", "1649-01~-30")
    assert str(named) == str(given_apart) == "1649-01~-30 (julian)"
    assert pickle.loads(pickle.dumps(named)).text == named.text


@pytest.mark.parametrize(
    ("text", "column"),
    [("1649-01-30", 10), ("1649-01-30 julian", 17), ("1649 (mayan)", 7), ("1649 (Julian)", 7), ("1649 ()", 7), ("1649 (julian) ", 14)],
)  # fmt: skip
def test_a_calendar_that_is_not_named(text: str, column: int) -> None:
    with pytest.raises(EdtfError) as caught:
        RecordedDate.parse(text)
    assert (caught.value.column, caught.value.code) == (column, ErrorCode.CALENDAR)


@pytest.mark.parametrize(
    ("text", "calendar", "column", "code"),
    [
        ("1649-02-30", "julian", 9, ErrorCode.DAY),
        ("1649-13", "julian", 6, ErrorCode.MONTH),
        ("5785-13", "hebrew", 6, ErrorCode.MONTH),
        ("0000", "hebrew", 1, ErrorCode.YEAR),
        ("-0001", "islamic", 1, ErrorCode.YEAR),
        ("Y12345", "julian", 1, ErrorCode.YEAR),
        ("1303", "persian", 1, ErrorCode.YEAR),
        ("1502", "persian", 1, ErrorCode.YEAR),
        ("0015-01-01", "republican", 1, ErrorCode.YEAR),
        ("0014-13-06", "republican", 9, ErrorCode.DAY),
        ("1741-14", "coptic", 6, ErrorCode.MONTH),
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
        assert RecordedDate.parse(str(date)) == date
