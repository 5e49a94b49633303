"""EDTF values: meaning and text, order, copies, words and lengths."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import assume, given

from tests.expressions.edtf.generate import TEXTS
from timeline.errors import RangeError, TimelineError, WrongTypeError
from timeline.expressions.edtf import (
    Component,
    Corners,
    EdtfDate,
    EdtfDateTime,
    EdtfError,
    EdtfInterval,
    EdtfSet,
    EdtfValue,
    End,
    Qualification,
    SetKind,
    SetRange,
    parse,
)
from timeline.expressions.seasons import METEOROLOGICAL
from timeline.times import Granularity


def read(text: str) -> EdtfValue:
    """Read a text, or leave the example out."""
    try:
        return parse(text)
    except EdtfError:
        assume(False)
        raise


SAME = [
    ("2004-06-11%", "%2004-%06-%11", "2004-06-11%"),
    ("2004-06~-11", "~2004-~06-11", "2004-06~-11"),
    ("?2004~", "2004%", "2004%"),
    ("2001-?09~-09", "~2001-%09-09", "~2001-%09-09"),
    ("2004?-06-~11", "?2004-06-~11", "?2004-06-~11"),
    ("2019~-08~-08~", "2019-08-08~", "2019-08-08~"),
    ("Y17E7", "Y170000000", "Y170000000"),
    ("Y20E2", "2000", "2000"),
    ("Y3388E2S3", "Y338800S3", "Y338800S3"),
    ("-1859S5", "-1859", "-1859"),
    ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00", "1985-04-12T23:20:30-04:00"),
    ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z"),
    ("[1668,1667,1667]", "[1667,1668]", "[1667,1668]"),
    ("%1985-%04/1990", "1985-04%/1990", "1985-04%/1990"),
    ("?2001-?21", "2001-21?", "2001-21?"),
]


@pytest.mark.parametrize(("one", "other", "canonical"), SAME)
def test_one_meaning_is_one_value_with_one_canonical_text(one: str, other: str, canonical: str) -> None:
    assert parse(one) == parse(other)
    assert hash(parse(one)) == hash(parse(other))
    assert parse(one).canonical() == parse(other).canonical() == canonical
    assert (parse(one).text, parse(other).text) == (one, other)
    assert parse(one).sort_key() == parse(other).sort_key()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1984", "1984?"), ("1984?", "1984~"), ("1985/..", "1985/"), ("[1984]", "{1984}"), ("[1984]", "1984"),
        ("2004-06", "2004-06-XX"), ("1950", "1950S2"), ("1985-04-12", "1985-04-12T00:00:00"),
        ("1985-04-12T00:00:00", "1985-04-12T00:00:00Z"), ("1985/1985", "1985"), ("2001-21", "2001-25"),
    ],
)  # fmt: skip
def test_what_differs_in_meaning_is_not_equal(one: str, other: str) -> None:
    assert parse(one) != parse(other)
    assert parse(one).sort_key() != parse(other).sort_key()


@given(TEXTS)
def test_values_are_frozen_hashable_and_survive_copies(text: str) -> None:
    value: Any = read(text)
    assert not hasattr(value, "__dict__")
    assert {value: 1}[parse(text)] == 1
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert (again.text, again.level, again.repaired) == (value.text, value.level, value.repaired)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.text = "1984"
    with pytest.raises(TypeError):
        sorted([value, parse(text)])


def test_a_pickle_of_a_lenient_value_keeps_both_texts() -> None:
    value = parse("[1667, 1668]", lenient=True)
    again = pickle.loads(pickle.dumps(value))
    assert (again, again.text, again.repaired) == (value, "[1667, 1668]", "[1667,1668]")


@pytest.mark.parametrize(
    "part",
    [
        Component("04", Qualification.BOTH),
        SetRange(None, EdtfDate(Component("1984"))),
        METEOROLOGICAL,
        Corners(1, 2, 3, None),
    ],
)
def test_parts_survive_copies(part: Any) -> None:
    assert pickle.loads(pickle.dumps(part)) == copy.deepcopy(part) == part


def test_an_edited_pickle_is_refused() -> None:
    edited = pickle.dumps(parse("1985-04-12")).replace(b"1985-04-12", b"1985-04-31")
    with pytest.raises(TimelineError):
        pickle.loads(edited)


@given(TEXTS, TEXTS)
def test_the_sort_key_is_total_and_agrees_with_equality(one: str, other: str) -> None:
    first, second = read(one), read(other)
    assert (first == second) == (first.sort_key() == second.sort_key())
    assert (first.sort_key() <= second.sort_key()) or (second.sort_key() <= first.sort_key())


def test_values_sort_by_time() -> None:
    texts = [
        "[..1984]",
        "-1985",
        "0000",
        "1984?",
        "1985/..",
        "1985-04",
        "1985-04-12T00:00:00Z",
        "Y170000002",
        "/1960",
    ]
    ordered = [value.text for value in sorted(map(parse, texts), key=lambda value: value.sort_key())]
    assert ordered == [
        "/1960", "[..1984]", "-1985", "0000", "1984?", "1985/..", "1985-04", "1985-04-12T00:00:00Z", "Y170000002",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Component("19x5"), RangeError),
        (lambda: Component(""), RangeError),
        (lambda: Component("-0000"), RangeError),
        (lambda: Component("012345"), RangeError),
        (lambda: Component("1" * 19), TimelineError),
        (lambda: Component(1985), WrongTypeError),  # type: ignore[arg-type]
        (lambda: EdtfDate(Component("198")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("4")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("13")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("02"), Component("29")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("02"), Component("3X")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("04"), Component("1985")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("XXX"), Component("01")), RangeError),
        (lambda: EdtfDate(Component("1985"), None, Component("12")), RangeError),
        (lambda: EdtfDate(Component("1985"), season=Component("20")), RangeError),
        (lambda: EdtfDate(Component("1985"), season=Component("2X")), RangeError),
        (lambda: EdtfDate(Component("1985"), Component("01"), season=Component("21")), RangeError),
        (lambda: EdtfDate(Component("1985"), season=Component("21"), significant_digits=2), RangeError),
        (lambda: EdtfDate(Component("198X"), significant_digits=2), RangeError),
        (lambda: EdtfDate(Component("1985"), significant_digits=0), RangeError),
        (lambda: EdtfInterval(End.UNKNOWN, End.UNKNOWN), RangeError),
        (lambda: EdtfInterval(EdtfDate(Component("1985")), EdtfDate(Component("1984"))), RangeError),
        (lambda: EdtfInterval("1985", End.OPEN), WrongTypeError),  # type: ignore[arg-type]
        (lambda: SetRange(None, None), WrongTypeError),
        (
            lambda: EdtfSet(SetKind.ONE_OF, (SetRange(None, date("1985")), SetRange(None, date("1986")))),
            RangeError,
        ),
        (lambda: SetRange(EdtfDate(Component("1985")), EdtfDate(Component("1984"))), RangeError),
        (
            lambda: SetRange(EdtfDate(Component("1985")), EdtfDate(Component("1986"), Component("01"))),
            RangeError,
        ),
        (lambda: EdtfSet(SetKind.ONE_OF, ()), RangeError),
        (lambda: EdtfSet(SetKind.ONE_OF, [EdtfDate(Component("1985"))]), WrongTypeError),  # type: ignore[arg-type]
        (lambda: EdtfSet(SetKind.ONE_OF, ("1985",)), WrongTypeError),  # type: ignore[arg-type]
        (lambda: EdtfDateTime(EdtfDate(Component("1985")), 0), RangeError),
        (lambda: EdtfDateTime(date("1985-04-XX"), 0), RangeError),
        (lambda: EdtfDateTime(date("1985-04-12"), 86_400), RangeError),
        (lambda: EdtfDateTime(date("1985-04-12"), 0, offset=30), RangeError),
        (lambda: EdtfDateTime(date("1985-04-12"), 0.5), WrongTypeError),  # type: ignore[arg-type]
    ],
)
def test_a_value_that_cannot_be_is_refused(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def date(text: str) -> EdtfDate:
    value = parse(text)
    assert isinstance(value, EdtfDate)
    return value


def test_values_can_be_made_from_their_parts() -> None:
    made = EdtfDate(Component("2004"), Component("06", Qualification.APPROXIMATE))
    assert made == parse("2004-~06")
    assert (made.text, made.level) == ("2004-~06", 2)
    interval = EdtfInterval(made, End.OPEN)
    assert interval == parse("2004-~06/..")
    assert EdtfSet(SetKind.ALL_OF, (SetRange(None, made),)) == parse("{..2004-~06}")
    assert EdtfDateTime(date("1985-04-12"), 3661, offset=-900).text == "1985-04-12T01:01:01-00:15"
    assert str(Component("06", Qualification.APPROXIMATE)) == "~06"


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1984", False, False), ("1984?", True, False), ("1984~", False, True), ("1984%", True, True),
        ("2004-06-~11", False, True), ("?2004-06-~11", True, True), ("1984/2004-?06", True, False),
        ("[1667,1668~]", False, True), ("{1667..1668%}", True, True), ("1985-04-12T00:00:00Z", False, False),
    ],
)  # fmt: skip
def test_qualification_is_told_at_the_top(text: str, *, uncertain: bool, approximate: bool) -> None:
    value = parse(text)
    assert (value.is_uncertain, value.is_approximate) == (uncertain, approximate)


def test_qualification_is_told_for_each_part() -> None:
    found = [part.qualification for part in date("2004?-06-~11").parts]
    assert found == [Qualification.UNCERTAIN, Qualification.NONE, Qualification.APPROXIMATE]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("1985", Granularity.YEAR), ("201X", Granularity.YEAR), ("20XX", Granularity.YEAR), ("1950S2", Granularity.YEAR),
        ("1985-XX", Granularity.MONTH), ("1985-XX-XX", Granularity.DAY), ("2001-21", Granularity.QUARTER),
        ("1985-04-12T00:00:00", Granularity.SECOND), ("1964/2008", Granularity.YEAR), ("1964/2008-01", None), ("../..", None),
        ("1964/", Granularity.YEAR), ("[1667,1760-12]", None), ("[1667..1670]", Granularity.YEAR),
    ],
)  # fmt: skip
def test_granularity_is_the_unit_that_was_written(text: str, granularity: Granularity | None) -> None:
    assert parse(text).granularity is granularity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1984", "1984"), ("1984~", "around 1984"), ("1984?", "perhaps 1984"), ("1984%", "perhaps around 1984"),
        ("1985-04", "April 1985"), ("1985-04-12", "12 April 1985"), ("1985-04-XX", "some day in April 1985"),
        ("1985-XX", "some month in 1985"), ("1985-XX-XX", "some day in 1985"), ("201X", "some year in the 2010s"),
        ("20XX", "some year from 2000 to 2099"), ("1XXX", "some year from 1000 to 1999"), ("XXXX", "some year"),
        ("1XX3", "some year that reads 1XX3"), ("-199X", "some year from 2000 to 1991 BCE"), ("000X", "some year from 1 BCE to 9 CE"),
        ("0000", "1 BCE"), ("-0043-03-15", "15 March 44 BCE"), ("0409", "409 CE"), ("Y170000002", "the year 170,000,002"),
        ("Y-17E7", "170,000,001 BCE"), ("1950S2", "some year from 1900 to 1999, estimated at 1950"),
        ("1984-1X", "October, November or December 1984"), ("2020-0X", "some month from January to September 2020"),
        ("2020-X2", "February or December 2020"), ("2020-12-1X", "some day from 10 to 19 December 2020"),
        ("2020-12-X5", "5, 15 or 25 December 2020"), ("2020-12-3X", "30 or 31 December 2020"), ("1560-XX-25", "the 25th of some month in 1560"),
        ("2020-X2-02", "the 2nd of February or December 2020"), ("2020-X2-XX", "some day in February or December 2020"),
        ("156X-12-25", "25 December of some year in the 1560s"), ("XXXX-12-XX", "some day in December of some year"),
        ("2001-21", "spring 2001"), ("2001-28", "winter 2001 (northern hemisphere)"), ("198X-30", "summer of some year in the 1980s (southern hemisphere)"),
        ("2001-34", "the second quarter of 2001"), ("2001-38", "the middle four months of 2001"), ("2001-41", "the second half of 2001"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"), ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("2004-%06-11", "11 June 2004 (month uncertain and approximate)"), ("2001-~21", "spring 2001 (season approximate)"),
        ("1964/2008", "from 1964 to 2008"), ("1985/..", "from 1985 onwards"), ("../1985", "until 1985"), ("1985/", "from 1985 to an unknown end"),
        ("/1985", "from an unknown start to 1985"), ("../..", "at any time"), ("/..", "from an unknown start onwards"), ("../", "until an unknown end"),
        ("1984~/2004-06", "from around 1984 to June 2004"),
        ("[1667,1668,1670..1672]", "1667, 1668 or one of 1670 to 1672"), ("{1667,1668,1670..1672}", "1667, 1668 and all of 1670 to 1672"),
        ("[1667,1760-12]", "1667 or December 1760"), ("[..1984]", "1984 or some earlier year"), ("{..1984}", "1984 and every earlier year"),
        ("[1760-12..]", "December 1760 or some later month"), ("[..1760-12-03]", "3 December 1760 or some earlier day"), ("[2020]", "2020"), ("[2001-21..2001-23]", "one of spring 2001 to autumn 2001"),
        ("1985-04-12T23:20:30", "12 April 1985, 23:20:30 local time"), ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
        ("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04:00"),
    ],
)  # fmt: skip
def test_values_are_said_in_english(text: str, words: str) -> None:
    assert parse(text).humanize() == words


@given(TEXTS)
def test_every_value_can_be_said(text: str) -> None:
    said = read(text).humanize()
    assert said
    assert said == said.strip()
    assert "  " not in said


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1985", "exactly P365D"), ("1984", "exactly P366D"), ("198X", "at least P365D and at most P366D"), ("1XX3", "exactly P365D"),
        ("XXXX", "at least P365D and at most P366D"), ("1985-02", "exactly P28D"), ("198X-02", "at least P28D and at most P29D"),
        ("1985-XX", "at least P28D and at most P31D"), ("XXXX-02", "at least P28D and at most P29D"), ("XXXX-XX", "at least P28D and at most P31D"),
        ("XX11-0X", "at least P28D and at most P31D"), ("1985-04-XX", "exactly P1D"), ("2001-24", "exactly P90D"),
        ("XXXX-24", "at least P90D and at most P91D"), ("Y3388E2S3", "at least P365D and at most P366D"), ("1985-04-12T00:00:00", "exactly PT1S"),
        ("2004-02-01/2005-02-08", "exactly P374D"), ("1985/1986", "at least P2D and at most P730D"), ("1985/1985", "at least P1D and at most P365D"),
        ("1985/", "at least P1D"), ("../1985", "at least P1D"), ("[1984,1985-01-01]", "at least P1D and at most P366D"),
        ("{1960,1961-12}", "exactly P731D"), ("{1984..}", "at least P1D"), ("[1667..1669]", "at least P365D and at most P366D"),
        ("{198X,1990}", "at least P730D and at most P4018D"),
    ],
)  # fmt: skip
def test_lengths_are_ranges_of_days(text: str, length: str) -> None:
    assert str(parse(text).duration()) == length


def test_an_interval_is_walked_lazily() -> None:
    interval = parse("2003-12-30/2004-03")
    assert isinstance(interval, EdtfInterval)
    days = list(interval.iterate())
    assert (len(days), str(days[0]), str(days[-1])) == (93, "2003-12-30", "2004-03-31")
    assert [str(month) for month in interval.iterate(Granularity.MONTH)] == [
        "2003-12",
        "2004-01",
        "2004-02",
        "2004-03",
    ]
    assert [str(year) for year in interval.iterate(Granularity.YEAR)] == ["2003", "2004"]
    endless = parse("-0001/..")
    assert isinstance(endless, EdtfInterval)
    years = endless.iterate(Granularity.YEAR)
    assert [str(next(years)) for _ in range(3)] == ["-0001", "0000", "0001"]
    long = parse("9999/Y10000")
    assert isinstance(long, EdtfInterval)
    assert [str(year) for year in long.iterate(Granularity.YEAR)] == ["9999", "Y10000"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("../1985", Granularity.DAY), ("/1985", Granularity.YEAR), ("1985/1986", Granularity.WEEK)],
)
def test_an_interval_without_a_first_one_is_not_walked(text: str, unit: Granularity) -> None:
    interval = parse(text)
    assert isinstance(interval, EdtfInterval)
    with pytest.raises(RangeError):
        interval.iterate(unit)
