"""EDTF texts as readings and as plain data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

import timeline
from tests.expressions.edtf.generate import TEXTS
from timeline.errors import NotUnderstoodError, ParseError
from timeline.events import Claim, Event
from timeline.expressions.anchor import Anchor
from timeline.expressions.edtf import EdtfError, describe, parse
from timeline.expressions.edtf.readings import edtf_readings
from timeline.expressions.readings import Reading, TimexType
from timeline.expressions.resolve import resolve
from timeline.expressions.seasons import METEOROLOGICAL, METEOROLOGICAL_SOUTH, SeasonConvention
from timeline.model.timeline import Timeline
from timeline.times import Granularity


class Northern:
    seasons: SeasonConvention = METEOROLOGICAL


class Southern:
    seasons: SeasonConvention = METEOROLOGICAL_SOUTH


ANCHOR = Anchor.parse("2025-12-13", zone="Asia/Seoul")


def reading(text: str) -> Reading:
    (found,) = edtf_readings(text, anchor=ANCHOR, conventions=Northern())
    return found


def reading_in_utc(text: str) -> Reading:
    (found,) = edtf_readings(text, anchor=Anchor.parse("2025-12-13"), conventions=Northern())
    return found


@pytest.mark.parametrize(
    ("text", "timex", "reason"),
    [
        ("1985", "DATE 1985", "the year 1985"),
        ("1985-04", "DATE 1985-04", "the month 1985-04"),
        ("1985-04-12", "DATE 1985-04-12", "the day 1985-04-12"),
        ("198X", "DATE 198", "the year 198X"),
        ("19XX", "DATE 19", "the year 19XX"),
        ("XXXX", "DATE XXXX", "the year XXXX"),
        ("1XX3", "DATE 1XX3", "the year 1XX3"),
        ("XXXX-12-25", "DATE XXXX-12-25", "the day XXXX-12-25"),
        ("1985-04-XX", "DATE 1985-04-XX", "the day 1985-04-XX"),
        ("-0043-03-15", "DATE BC0044-03-15", "the day -0043-03-15"),
        ("0000", "DATE BC0001", "the year 0000"),
        ("1984~", "DATE 1984 APPROX", "the year 1984~"),
        ("1984?", "DATE 1984", "the year 1984?"),
        ("2001-21", "DATE 2001-SP", "the season 2001-21"),
        ("2001-28", "DATE 2001-WI", "the season 2001-28"),
        ("2001-34", "DATE 2001-Q2", "the season 2001-34"),
        ("2001-38", "DATE 2001", "the season 2001-38"),
        ("2001-41", "DATE 2001-H2", "the season 2001-41"),
        ("1985-04-12T23:20:30-04", "TIME 1985-04-12T23:20:30-04:00", "the time 1985-04-12T23:20:30-04"),
        ("2004-02-01/2005-02-08", "DURATION P374D", "the interval 2004-02-01/2005-02-08"),
        ("1964/2008", "DURATION PXY", "the interval 1964/2008"),
        ("1964-01/2008-01~", "DURATION PXM APPROX", "the interval 1964-01/2008-01~"),
        ("1964/2008-01", "DURATION PXD", "the interval 1964/2008-01"),
        ("1964/..", "DURATION PXY", "the interval 1964/.."),
        ("[2025-08-01..2025-08-10]", "DATE 2025-08", "the set [2025-08-01..2025-08-10]"),
        ("[2025-08-01]", "DATE 2025-08-01", "the set [2025-08-01]"),
        ("[1667,1668]", "DATE 166", "the set [1667,1668]"),
        ("[1667,1760-12]", "DATE XXXX", "the set [1667,1760-12]"),
        ("[1667,1690]", "DATE 16", "the set [1667,1690]"),
        ("[-0100,0100]", "DATE XXXX", "the set [-0100,0100]"),
        ("[..1984]", "DATE 1984 ON_OR_BEFORE", "the set [..1984]"),
        ("[1984-12..]", "DATE 1984-12 ON_OR_AFTER", "the set [1984-12..]"),
        ("[..1984,1990]", "DATE XXXX", "the set [..1984,1990]"),
        ("{1667,1668}", "SET 166", "the set {1667,1668}"),
    ],
)
def test_a_text_has_one_reading(text: str, timex: str, reason: str) -> None:
    found = reading(text)
    parts = (found.timex_type.value, found.timex_value, found.timex_mod)
    assert " ".join(part for part in parts if part is not None) == timex
    assert (found.reason, found.edtf) == (reason, text)
    assert found.bounds == parse(text).bounds(zone="Asia/Seoul")
    assert found.granularity is parse(text).granularity


def test_seasons_of_a_reading_follow_its_conventions() -> None:
    (found,) = edtf_readings("2001-21", anchor=ANCHOR, conventions=Southern())
    assert found.bounds == parse("2001-29").bounds(zone="Asia/Seoul")
    assert (found.timex_type, found.granularity) == (TimexType.DATE, Granularity.QUARTER)


@pytest.mark.parametrize(
    ("text", "edtf", "timex", "reason", "granularity"),
    [
        ("1917-10-25 (julian)", "1917-11-07", "1917-11-07", "the day 1917-10-25 (julian)", Granularity.DAY),
        (
            "1917-10 (julian)",
            "[1917-10-14..1917-11-13]",
            "1917",
            "the month 1917-10 (julian)",
            Granularity.MONTH,
        ),
        ("5784 (hebrew)", "[2023-09-16..2024-10-02]", "202", "the year 5784 (hebrew)", Granularity.YEAR),
    ],
)
def test_a_date_of_another_calendar_has_one_reading(
    text: str, edtf: str, timex: str, reason: str, granularity: Granularity
) -> None:
    found = reading(text)
    assert (found.edtf, found.timex_value, found.reason, found.granularity) == (
        edtf,
        timex,
        reason,
        granularity,
    )
    assert found.bounds == parse(edtf).bounds(zone="Asia/Seoul")
    assert resolve(f" {text} ", anchor=ANCHOR) == (found,)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (" 1917-13 (julian)", 7, "month 13 does not exist in the julian calendar"),
        ("1917 (mayan)", 7, "no calendar 'mayan'"),
        ("191X (julian)", 1, "a julian date has all its digits"),
    ],
)
def test_a_date_that_its_calendar_lacks_is_not_understood(text: str, column: int, words: str) -> None:
    with pytest.raises(NotUnderstoodError, match=words) as caught:
        resolve(text, anchor=ANCHOR)
    assert (caught.value.column, caught.value.text) == (column, text)


def test_a_claim_can_be_made_in_another_calendar() -> None:
    story = Timeline("October").add(Event("storm", claims=(Claim("1917-10-25 (julian)"),)))
    assert story.check()["storm"].derived == parse("1917-11-07").bounds()


@pytest.mark.parametrize("text", ["2004-06~-11", "1984-1X", "Y-17E7", "2001-21/..", "1917-10-25 (julian)"])
def test_a_file_needs_no_quotes_around_it(text: str) -> None:
    story = timeline.read_yaml(f"timeline: 1\nevents:\n  a: {{title: A, when: {text}}}\n")
    assert [claim.says for claim in story.events[0].claims] == [text]
    assert timeline.from_json(timeline.to_json(story)) == story
    assert story.check()["a"].claims[0].readings[0].reading == reading_in_utc(text)


@given(TEXTS)
def test_every_value_has_a_reading(text: str) -> None:
    try:
        value = parse(text)
    except EdtfError:
        with pytest.raises(ParseError):
            reading(text)
        return
    found = reading(text)
    assert found.timex_value
    assert parse(found.edtf or "") == value


@given(TEXTS)
def test_a_description_is_json_and_agrees_with_the_value(text: str) -> None:
    told = describe(text)
    assert json.loads(json.dumps(told)) == told
    if told["valid"]:
        value = parse(text)
        assert (told["canonical"], told["level"]) == (value.canonical(), value.level)
        assert (told["first_day"], told["last_day"]) == tuple(
            None if day is None else str(day) for day in (value.first_day, value.last_day)
        )


def test_a_description_says_everything_in_order() -> None:
    assert list(describe("2004-06~-11").items()) == [
        ("text", "2004-06~-11"),
        ("valid", True),
        ("level", 2),
        ("kind", "date"),
        ("canonical", "2004-06~-11"),
        ("first_day", "2004-06-11"),
        ("last_day", "2004-06-11"),
        ("start", "known"),
        ("end", "known"),
        (
            "corners",
            dict.fromkeys(("earliest_start", "latest_start", "earliest_end", "latest_end"), "2004-06-11"),
        ),
        ("uncertain", False),
        ("approximate", True),
        ("human", "11 June 2004 (year and month approximate)"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("1985", "date", "known", "known"),
        ("2001-21", "season", "known", "known"),
        ("1985-04-12T00:00:00", "datetime", "known", "known"),
        ("1985/..", "interval", "known", "open"),
        ("/1985", "interval", "unknown", "known"),
        ("[..1984]", "set", "open", "known"),
        ("{1984..}", "set", "known", "open"),
    ],
)
def test_a_description_tells_open_from_unknown(text: str, kind: str, start: str, end: str) -> None:
    told = describe(text)
    assert (told["kind"], told["start"], told["end"]) == (kind, start, end)


def test_a_description_of_a_mistake() -> None:
    assert describe("198") == {
        "text": "198",
        "valid": False,
        "error": {
            "message": "a year has four digits",
            "column": 3,
            "level": 0,
            "code": "year",
            "hint": "a decade is written 198X",
        },
    }


def test_a_description_can_be_lenient_or_of_a_level() -> None:
    assert describe("[1667, 1668]", lenient=True)["canonical"] == "[1667,1668]"
    assert describe("198X", level=0)["valid"] is False
