"""The scanner: any text is read whole or refused with its column, and nothing else comes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles import calendar_oracle as oracle
from tests.times.generate import date_tuples
from timeline import limits
from timeline.errors import ParseError, TimelineError, WrongTypeError
from timeline.times import CivilDate, Duration, Instant, Period
from timeline.times.iso import Scanner, is_digit

NEARLY_INSTANTS = st.from_regex(
    r"\A[+-]?[0-9]{3,7}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9](:[0-6][0-9](\.[0-9]{0,8})?)?(Z|[+-][0-2][0-9]:[0-6][0-9])?\Z"
)
NEARLY_AMOUNTS = st.from_regex(r"\A-?P([0-9]{1,3}[YMWD]){0,4}(T([0-9]{1,3}(\.[0-9]{1,8})?[HMS]){0,4})?\Z")
ARABIC = "\N{ARABIC-INDIC DIGIT TWO}\N{ARABIC-INDIC DIGIT ZERO}\N{ARABIC-INDIC DIGIT TWO}\N{ARABIC-INDIC DIGIT FOUR}"
READERS = (Instant.parse, Duration.parse, Period.parse)


def read_or_error(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except ParseError as error:
        return error


@given(st.one_of(st.text(), NEARLY_INSTANTS, NEARLY_AMOUNTS))
@example("33333333333333\x003")
@example("199709020908071970902090807 10h")
@example("Happy 2014!")
@example("P" + "1Y" * 50_000)
@example("1" * 100_000)
@example("(" * 500_000)
@example("?" * 100_000 + "x")
@example("PT" + "9" * 4_301 + "S")
@example("\ud800")
def test_any_text_is_read_or_refused_with_a_column_in_it(text: str) -> None:
    for read in READERS:
        found = read_or_error(read, text)
        if isinstance(found, ParseError):
            assert found.text == text
            assert 1 <= found.column <= len(text) + 1
            assert len(str(found)) < 400
        else:
            assert read(str(found)) == found


@given(NEARLY_INSTANTS)
def test_only_whole_texts_are_read(text: str) -> None:
    try:
        Instant.parse(text)
    except ParseError:
        return
    for spoilt in (text + "\n", " " + text, text + " ", text + "Z", text[:-1] + "\0"):
        with pytest.raises(ParseError):
            Instant.parse(spoilt)


@given(date_tuples(), st.integers(0, 99), st.integers(0, 99))
def test_dates_are_read_if_the_calendar_has_them(parts: oracle.Date, month: int, day: int) -> None:
    year = str(CivilDate(*parts)).rsplit("-", 2)[0]
    exists = 1 <= month <= 12 and 1 <= day <= oracle.month_length(parts[0], month)
    scanner = Scanner(f"{year}-{month:02d}-{day:02d}")
    if exists:
        assert scanner.date_parts() == (parts[0], month, day)
        scanner.finish()
    else:
        with pytest.raises(ParseError, match="does not exist"):
            scanner.date_parts()


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_times_are_read_if_a_clock_shows_them(hour: int, minute: int, second: int) -> None:
    scanner = Scanner(f"{hour:02d}:{minute:02d}:{second:02d}")
    if hour < 24 and minute < 60 and second < 60:
        assert scanner.time_of_day() == ((hour * 3_600 + minute * 60 + second) * 1_000_000, 1_000_000)
    else:
        with pytest.raises(ParseError, match="does not exist"):
            scanner.time_of_day()


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("00:00", 60_000_000),
        ("00:00:00", 1_000_000),
        ("00:00:00.0", 100_000),
        ("00:00:00.000", 1_000),
        ("00:00:00.000000", 1),
        ("00:00:00.00000000", 1),
    ],
)
def test_a_time_covers_as_much_as_its_last_part(text: str, covers: int) -> None:
    assert Scanner(text).time_of_day() == (0, covers)


@pytest.mark.parametrize(
    ("text", "microseconds"),
    [
        ("01:02", 3_720_000_000),
        ("01:02:03", 3_723_000_000),
        ("00:00:01.25", 1_250_000),
        ("00:00:00.000001", 1),
        ("00:00:00.50000000", 500_000),
        ("23:59:59.999999", 86_399_999_999),
    ],
)
def test_a_time_is_as_far_from_midnight_as_it_says(text: str, microseconds: int) -> None:
    assert Scanner(text).time_of_day()[0] == microseconds


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Z", 0),
        ("+00:00", 0),
        ("+00:01", 1),
        ("-00:01", -1),
        ("+05:30", 330),
        ("-09:00", -540),
        ("-03:30", -210),
        ("+23:59", 1_439),
    ],
)
def test_offsets_are_read_in_microseconds_ahead_of_utc(text: str, minutes: int) -> None:
    scanner = Scanner(text)
    assert scanner.offset() == minutes * 60_000_000
    scanner.finish()


@pytest.mark.parametrize("text", ["", "z", " Z", "5"])
def test_what_begins_no_offset_is_none_and_is_left(text: str) -> None:
    scanner = Scanner(text)
    assert scanner.offset() is None
    assert scanner.peek() == text[:1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("0000", (0, None, None)),
        ("9999", (9999, None, None)),
        ("-0001", (-1, None, None)),
        ("-9999", (-9999, None, None)),
        ("-10000", (-10_000, None, None)),
        ("+10000", (10_000, None, None)),
        ("-170000000", (-170_000_000, None, None)),
        ("+" + "9" * 18, (10**18 - 1, None, None)),
        ("2025-08", (2025, 8, None)),
        ("2025-01-01", (2025, 1, 1)),
        ("2025-12-31", (2025, 12, 31)),
    ],
)
def test_years_months_and_days_are_read(text: str, parts: tuple[int, int | None, int | None]) -> None:
    scanner = Scanner(text)
    assert scanner.date_parts() == parts
    scanner.finish()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "column 1 of '': not a year; a year has four digits; a longer one has a sign before it"),
        ("202", "column 1 of '202': not a year; a year has four digits; a longer one has a sign before it"),
        (
            "12025",
            "column 1 of '12025': not a year; a year has four digits; a longer one has a sign before it",
        ),
        (
            "+02025",
            "column 1 of '+02025': not a year; a year has four digits; a longer one has a sign before it",
        ),
        ("-044", "column 1 of '-044': not a year; a year has four digits; a longer one has a sign before it"),
        ("+2025", "column 1 of '+2025': a four-digit year has no '+'"),
        ("-0000", "column 1 of '-0000': year -0000 does not exist; 1 BCE is 0000"),
        ("+" + "9" * 19, "column 1 of '+9999999999999999999': a year of more than 18 digits"),
        ("2" * 31, "column 1 of '2222222222222222222222222222222': a number of more than 30 digits"),
        (
            ARABIC,
            f"column 1 of '{ARABIC}': not a year; a year has four digits; a longer one has a sign before it",
        ),
        ("2025-13", "column 6 of '2025-13': month 13 does not exist"),
        ("2025-00", "column 6 of '2025-00': month 00 does not exist"),
        ("2025-1", "column 6 of '2025-1': expected 2 digits for the month"),
        ("2025-W01", "column 6 of '2025-W01': expected 2 digits for the month"),
        ("2023-02-29", "column 9 of '2023-02-29': day 29 does not exist in 2023-02"),
        ("2024-04-00", "column 9 of '2024-04-00': day 00 does not exist in 2024-04"),
        ("-0043-02-30", "column 10 of '-0043-02-30': day 30 does not exist in -0043-02"),
        ("2024-04-1", "column 9 of '2024-04-1': expected 2 digits for the day"),
    ],
)
def test_wrong_dates_are_told_with_their_column(text: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        Scanner(text).date_parts()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("tail", "message"),
    [
        ("", "a day is not an instant; give a time of day and an offset"),
        (" 12:00Z", "a day is not an instant"),
        ("t12:00Z", "a day is not an instant"),
        ("T12:00", "no offset from UTC; end with Z, or with an offset such as +09:00"),
        ("T12:00z", "no offset from UTC"),
        ("T12", "expected ':', found the end"),
        ("T1200Z", "expected ':', found '0'"),
        ("T12.00Z", "expected ':', found '.'"),
        ("T24:00Z", "hour 24 does not exist"),
        ("T23:60Z", "minute 60 does not exist"),
        ("T23:59:60Z", "second 60 does not exist"),
        ("T23:59:61Z", "second 61 does not exist"),
        ("T23:59:59.Z", "expected digits after the decimal point"),
        ("T23:59:59,5Z", "no offset from UTC"),
        ("T23:59:59.1234567Z", "finer than a microsecond; leave the further digits out"),
        ("T12:00+24:00", "hour 24 does not exist"),
        ("T12:00+05:60", "minute 60 does not exist"),
        ("T12:00+05", "expected ':', found the end"),
        ("T12:00+0530", "expected ':', found '3'"),
        ("T12:00-00:00", "offset -00:00 says that the zone is unknown; write Z or +00:00"),
        ("T12:00\N{MINUS SIGN}05:00", "no offset from UTC"),
        ("T12:00Z junk", "unexpected ' '"),
        ("T12:00Z\n", "unexpected '\\n'"),
        ("T12:00+09:00[Asia/Seoul]", "unexpected '['"),
    ],
)
def test_wrong_instants_are_told(tail: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        Instant.parse("2014-01-25" + tail)
    assert message in str(caught.value)


@pytest.mark.parametrize(("text", "unit"), [("2025", "year"), ("2025-08", "month"), ("2025-08-01", "day")])
def test_a_stretch_is_not_an_instant(text: str, unit: str) -> None:
    with pytest.raises(ParseError, match=f"a {unit} is not an instant"):
        Instant.parse(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [("2014-01-25T23:59:59.1234567Z", 27), ("2014-01-25T24:00Z", 12), ("2014-01-25T12:00-00:00", 17)],
)
def test_columns_point_at_the_part_that_is_wrong(text: str, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        Instant.parse(text)
    assert caught.value.column == column


def test_texts_are_capped_before_they_are_read() -> None:
    longest = "2025-08-01T00:00:00." + "0" * limits.EXPRESSION_CHARACTERS
    for text in (longest, "x" * (limits.EXPRESSION_CHARACTERS + 1)):
        with pytest.raises(ParseError, match=f"longer than {limits.EXPRESSION_CHARACTERS} characters"):
            Scanner(text)
    assert Scanner("x" * limits.EXPRESSION_CHARACTERS).peek() == "x"


def test_numbers_are_capped() -> None:
    assert Scanner("7" * limits.NUMBER_DIGITS).run_of_digits() == "7" * limits.NUMBER_DIGITS
    with pytest.raises(ParseError, match=f"a number of more than {limits.NUMBER_DIGITS} digits"):
        Scanner("7" * (limits.NUMBER_DIGITS + 1)).run_of_digits()


@pytest.mark.parametrize("value", [None, 2025, b"2025-08-01T00:00Z", ["2025"], True, 1.5])
def test_only_text_is_read(value: object) -> None:
    for read in READERS:
        with pytest.raises(WrongTypeError, match="only text can be read, not "):
            read(value)  # type: ignore[arg-type]


@given(st.characters())
def test_digits_are_the_ten_of_ascii(letter: str) -> None:
    assert is_digit(letter) is (letter in tuple("0123456789"))
    assert is_digit("") is False


def test_the_scanner_moves_forward_over_what_it_takes() -> None:
    scanner = Scanner("ab1")
    assert not scanner.take("b")
    assert scanner.take("ab")
    assert scanner.peek() == "1"
    assert scanner.digits(1, "number") == 1
    assert scanner.peek() == ""
    assert not scanner.take("1")
    scanner.finish()


def test_digits_are_read_in_the_count_that_is_asked_for() -> None:
    scanner = Scanner("20250801")
    assert [scanner.digits(count, "part") for count in (4, 2, 2)] == [2025, 8, 1]


def test_a_wrong_type_is_one_of_our_errors() -> None:
    with pytest.raises(TimelineError):
        Scanner(5)  # type: ignore[arg-type]
