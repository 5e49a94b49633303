"""What is EDTF and what is not, where the mistake is told to be, and what is advised."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.edtf.generate import ALPHABET, DATES, TEXTS
from timeline import limits
from timeline.errors import ParseError, TimelineError, WrongTypeError
from timeline.expressions.edtf import EdtfError, ErrorCode, describe, parse
from timeline.expressions.edtf.reader import DateReader
from timeline.strategies import edtf_texts

WRONG = [
    ("", 1, "syntax", None),
    ("19", 2, "year", "a century is written 19XX"),
    ("198?", 4, "syntax", "a decade is written 198X"),
    ("-04", 3, "year", "a century BCE is written -04XX, a year -0004"),
    ("-0000", 1, "year", "there is no year -0000; 1 BCE is 0000"),
    ("12345", 5, "syntax", "a year of more than four digits is written Y12345"),
    ("+2006", 1, "syntax", "a year has no +: 2006"),
    ("Y1700", 1, "year", "only a year of more than four digits has a Y: 1700"),
    ("Y-00001", 3, "year", None),
    ("Y12345X", 7, "syntax", None),
    ("Y12345-06", 7, "syntax", None),
    ("?Y20E2-04", 7, "syntax", None),
    ("1985-4-1", 7, "syntax", "months and days have two digits: 1985-04-01"),
    ("1985-4", 6, "month", "a month has two digits: 1985-04"),
    ("19850412", 5, "syntax", "hyphens are required: 1985-04-12"),
    ("1985/04/12", 8, "interval", "hyphens stand between the parts: 1985-04-12"),
    ("12-04-1985", 3, "syntax", "the year comes first: 1985-04-12 or 1985-12-04"),
    ("2016-13", 6, "month", None),
    ("2016-00", 6, "month", None),
    ("2004-02-30", 9, "day", None),
    ("1999-02-29?", 9, "day", None),
    ("2016-05-00", 9, "day", None),
    ("2001-20", 6, "month", None),
    ("2001-42", 6, "month", None),
    ("2001-21-05", 9, "season", None),
    ("1999-2X", 6, "unspecified", None),
    ("1999-02-3X", 9, "unspecified", None),
    ("19XX-02-30", 9, "unspecified", None),
    ("1XX1-02-29", 9, "unspecified", None),
    ("156X-09-31", 9, "unspecified", None),
    ("1984?~", 6, "qualifier", "uncertain and approximate together are one mark: %"),
    ("?~1984", 2, "syntax", "uncertain and approximate together are one mark: %"),
    ("195XS2", 5, "significant", None),
    ("1950S0", 6, "significant", None),
    ("1950S", 5, "significant", None),
    ("20xx", 3, "syntax", "an unspecified digit is a capital X"),
    ("198u", 4, "syntax", "an unspecified digit is a capital X"),
    ("1863-03 -29", 8, "syntax", None),
    ("2004-(06)?-11", 6, "syntax", None),
    ("1985-04-12T23:20", 16, "time", "a time of day has hours, minutes and seconds: 10:30:00"),
    ("1985-04-12T24:00:00", 12, "time", "a day ends at 23:59:59; midnight is 00:00:00 of the next day"),
    ("1985-04-12T23:60:30Z", 15, "time", None),
    ("1985-04-12T23:20:60", 18, "time", None),
    ("1985-04-12T23.20:30", 14, "time", None),
    ("1985-04-12T23:20:30.5", 20, "offset", "leave the fraction of a second out"),
    ("1985-04-12T23:20:30+0400", 20, "offset", None),
    ("1985-04-12T23:20:30-00:00", 20, "offset", "write Z"),
    ("1985-04-12T23:20:30+24", 21, "offset", None),
    ("1985-04T23:20:30", 8, "time", None),
    ("1985-04-12?T23:20:30", 12, "time", None),
    ("T23:20:30", 1, "syntax", None),
    ("/", 1, "interval", "write ../.. for any time"),
    ("1985/1984", 6, "order", "swap the two ends"),
    ("-1000/-2000", 7, "order", "swap the two ends"),
    ("1985/1986/1987", 10, "interval", None),
    ("2005-07-25T10:10:10Z/2006-01", 11, "interval", None),
    ("1985/open", 6, "syntax", "an open end is written .., as in 1985/.."),
    ("{}", 2, "set", None),
    ("[", 1, "set", None),
    ("[1999}", 6, "set", None),
    ("[2020,,2021]", 7, "set", None),
    ("[2020,]", 7, "set", None),
    ("[..]", 2, "set", None),
    ("[1667,..1984]", 7, "set", None),
    ("[1667..,1984]", 6, "set", None),
    ("[..1984..]", 8, "syntax", None),
    ("[1670..1672-01]", 8, "precision", None),
    ("{2002..2001}", 8, "order", None),
    ("[1667, 1668]", 7, "syntax", None),
    ("[1667/1668]", 1, "syntax", None),
]


@pytest.mark.parametrize(("text", "column", "code", "hint"), WRONG)
def test_a_mistake_is_told_at_its_place(text: str, column: int, code: str, hint: str | None) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    error = caught.value
    assert (error.column, error.code) == (column, ErrorCode(code))
    assert error.level in {0, 1, 2}
    assert isinstance(error, ParseError | ValueError)
    if hint is not None:
        assert error.hint == hint


@pytest.mark.parametrize(
    ("text", "asked", "column", "level"),
    [
        ("198X", 0, 4, 1), ("1XXX", 1, 2, 2), ("1984?", 0, 5, 1), ("2004-06~-11", 1, 8, 2), ("-1985", 0, 1, 1),
        ("[1667]", 1, 1, 2), ("1985/..", 0, 6, 1), ("2001-21", 0, 6, 1), ("2001-34", 1, 6, 2), ("1984/Y12345", 0, 6, 1),
    ],
)  # fmt: skip
def test_too_high_a_level_is_told_at_its_first_character(
    text: str, asked: int, column: int, level: int
) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text, level=asked)
    assert (caught.value.code, caught.value.column, caught.value.level) == (ErrorCode.LEVEL, column, level)


@pytest.mark.parametrize(
    "text",
    [
        "2012-21/2012-22", "1952-23~/1953", "198X-21", "1922?-40", "201X?", "16XX~", "0000-01-03/0000-01", "Y-61000/-2000",
        "2004-06-11%/2004-06~", "2016-05-02T12:00:00-14", "2016-05-02T12:00:00+15", "1919-XX-02/1919-XX-01", "Y20E2", "/..",
        "../", "../..", "-XXXX-12-XX", "-1X32-X1-X2", "1950S2~", "?1950S2", "{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}",
    ],
)  # fmt: skip
def test_what_the_text_of_the_specification_leaves_open_is_taken(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize("value", [None, 1985, b"1985", 19.85])
def test_only_texts_are_read(value: Any) -> None:
    with pytest.raises(WrongTypeError):
        parse(value)


@pytest.mark.parametrize("level", [3, -1, "2", None])
def test_only_three_levels_exist(level: Any) -> None:
    with pytest.raises(TimelineError):
        parse("1985", level=level)


def test_length_is_checked_before_anything_else() -> None:
    longest = "[" + ",".join(["1984"] * 199) + ",19]"
    assert len(longest) == limits.EXPRESSION_CHARACTERS - 1
    for text in ("1" * (limits.EXPRESSION_CHARACTERS + 1), longest + "  "):
        with pytest.raises(EdtfError) as caught:
            parse(text)
        assert caught.value.code is ErrorCode.LENGTH


@pytest.mark.parametrize(
    "text", ["Y" + "9" * 19, "Y1E18", "Y1E999999999999999999", "1950S" + "1" * 40, "Y9999999E12"]
)
def test_numbers_without_end_are_refused(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.code is ErrorCode.LENGTH


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("[1667, 1668, 1670 .. 1672]", None),
        ("[1667, 1668,  1670..1672 ]", "[1667,1668,1670..1672]"),
        (" 1985-04-12 ", "1985-04-12"),
        ("1985 / 1986", "1985/1986"),
        ("1985\N{EN DASH}04", "1985-04"),
        ("20xx", "20XX"),
        ("y17e7s3", "Y17E7S3"),
        ("1985-04-12t23:20:30z", "1985-04-12T23:20:30Z"),
        ("1863-03 -29", None),
        ("19 85", None),
        ("1985-4-1", None),
        ("   ", None),
    ],
)
def test_a_lenient_reading_mends_what_is_harmless(text: str, repaired: str | None) -> None:
    with pytest.raises(EdtfError):
        parse(text)
    if repaired is None:
        with pytest.raises(EdtfError) as caught:
            parse(text, lenient=True)
        assert 1 <= caught.value.column <= len(text)
        return
    value = parse(text, lenient=True)
    assert (value.text, value.repaired, str(value)) == (text, repaired, repaired)
    assert value == parse(repaired)


def test_an_error_of_a_lenient_reading_has_the_place_in_the_text_as_it_was() -> None:
    with pytest.raises(EdtfError) as caught:
        parse("[1667,  2016-13]", lenient=True)
    assert (caught.value.column, caught.value.text) == (14, "[1667,  2016-13]")


@given(edtf_texts())
def test_a_text_and_its_canonical_text_mean_the_same(text: str) -> None:
    value = parse(text)
    assert str(value) == value.text == text
    assert parse(str(value)) == value
    again = parse(value.canonical())
    assert again == value
    assert hash(again) == hash(value)
    assert again.canonical() == value.canonical()
    assert again.level <= value.level
    assert (again.first_day_number, again.last_day_number) == (value.first_day_number, value.last_day_number)


@pytest.mark.parametrize("lenient", [False, True])
@given(text=st.one_of(ALPHABET, st.text(max_size=20), TEXTS, TEXTS.map(lambda text: text[::-1])))
def test_any_text_gives_a_value_or_an_error_within_it(text: str, *, lenient: bool) -> None:
    told = describe(text, lenient=lenient)
    if told["valid"]:
        value = parse(text, lenient=lenient)
        assert parse(str(value)) == value
        assert value.text == text
    else:
        error = told["error"]
        assert isinstance(error, dict)
        assert 1 <= error["column"] <= max(1, len(text))  # type: ignore[operator]


@given(TEXTS, st.data())
def test_one_wrong_character_never_breaks_the_parser(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0X-/.,?~%[]{}YEST: \N{SUPERSCRIPT TWO}"))
    told = describe(text[:at] + letter + text[at + 1 :])
    assert told["valid"] in {True, False}


@given(DATES)
def test_reading_a_date_as_a_whole_and_by_character_is_the_same(text: str) -> None:
    try:
        by_character = DateReader(text, 0, len(text)).read()
    except EdtfError:
        with pytest.raises(EdtfError):
            parse(text)
        return
    whole = parse(text)
    assert whole == by_character
    assert (whole.text, whole.level) == (by_character.text, by_character.level)


def steps(text: str) -> int:
    """Count the lines of the package that one reading runs."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        if "edtf" not in frame.f_code.co_filename or "tests" in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        describe(text)
        describe(text, lenient=True)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "make",
    [
        lambda count: "[" + ",".join(f"{1000 + number}" for number in range(count)) + "]",
        lambda count: "{" + ",".join("1984-06~-1X" for _ in range(count)) + "}",
        lambda count: "[" + ",".join("19XX-02-29..1999-XX-XX" for _ in range(count)) + "]",
        lambda count: "[1984" + " " * count + ", 1985]",
        lambda count: "X" * count,
        lambda count: "?" * count,
        lambda count: "1984" + "/.." * count,
        lambda count: "Y" + "1" * count,
        lambda count: "[" + "," * count,
    ],
)
def test_twice_the_text_takes_at_most_twice_the_steps(make: Any) -> None:
    make(5)
    steps(make(40))  # fills the caches of months and days
    small, large = steps(make(20)), steps(make(40))
    assert large <= 2 * small + 60
