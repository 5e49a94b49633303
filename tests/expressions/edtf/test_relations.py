"""Comparisons: yes, no and maybe, against an oracle that looks at every pair of completions."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.oracles.calendar_oracle import Date
from tests.oracles.edtf_oracle import completions, relation
from timeline.errors import WrongTypeError
from timeline.expressions.edtf import EdtfError, EdtfSet, EdtfValue, SetKind, Truth, parse
from timeline.times import Relation

SMALL_DATES = st.one_of(
    st.sampled_from(
        [
            "198X",
            "19X4",
            "1984",
            "1985",
            "1X84",
            "1984-XX",
            "1984-1X",
            "1984-0X",
            "1984-X2",
            "198X-12",
            "198X-02",
        ]
    ),
    st.sampled_from(
        [
            "1984-02-XX",
            "1984-02-1X",
            "1984-12-3X",
            "1984-XX-01",
            "1984-12-31",
            "1985-01-01",
            "198X-02-29",
            "1985-01",
        ]
    ),
    st.sampled_from(["1984-24", "1984-21", "198X-33", "1984-40", "1985-37", "1983-02-X8"]),
)
DAYS = st.dates().map(lambda day: f"1984-{day.month:02d}-{min(day.day, 28):02d}")
SHORT_ENDS = st.one_of(DAYS, st.sampled_from(["1984-01", "1984-02", "1984-12", "1984-03-1X", "1984-01-0X"]))
WANTED = {
    "before": {"before", "meets"},
    "after": {"after", "met_by"},
    "covers": {"contains", "started_by", "finished_by", "equals"},
    "within": {"during", "starts", "finishes", "equals"},
    "intersects": {relation.value for relation in Relation} - {"before", "meets", "after", "met_by"},
}


def runs(text: str) -> set[tuple[Date, Date]]:
    """List every run of days that a date or an interval can be."""
    if "/" not in text:
        return {(days[0], days[-1]) for days in completions(text)}
    starts, ends = ({day for days in completions(end) for day in days} for end in text.split("/"))
    return {(start, end) for start in starts for end in ends if start <= end}


def answer(found: set[str], wanted: set[str]) -> Truth:
    if found <= wanted:
        return Truth.YES
    return Truth.MAYBE if found & wanted else Truth.NO


def check(one: str, other: str) -> None:
    expected = {relation(first, second) for first, second in itertools.product(runs(one), runs(other))}
    left, right = parse(one), parse(other)
    assert {found.value for found in left.possible_relations(right)} == expected
    for name, wanted in WANTED.items():
        assert getattr(left, name)(right) is answer(expected, wanted), name


@given(SMALL_DATES, SMALL_DATES)
def test_dates_lie_to_each_other_as_their_completions_do(one: str, other: str) -> None:
    check(one, other)


@st.composite
def short_intervals(draw: st.DrawFn) -> str:
    text = f"{draw(SHORT_ENDS)}/{draw(SHORT_ENDS)}"
    try:
        parse(text)
    except EdtfError:
        assume(False)
    return text


@given(short_intervals(), st.one_of(SMALL_DATES, DAYS))
@settings(max_examples=40)
def test_intervals_lie_to_dates_as_every_choice_of_their_days_does(interval: str, date: str) -> None:
    check(interval, date)
    check(date, interval)


SIMPLE = [
    ("1984", "1985", "before", Truth.YES), ("1984", "1984-12", "before", Truth.NO), ("198X", "1985", "before", Truth.MAYBE),
    ("1985", "1985-04-12", "covers", Truth.YES), ("1985-04-12", "1985", "within", Truth.YES), ("198X", "1985-04", "covers", Truth.MAYBE),
    ("1985/1990", "1987", "covers", Truth.YES), ("1985/1990", "1985-04", "covers", Truth.MAYBE), ("1985/1990", "1984", "intersects", Truth.NO),
    ("1985-04-01/1985-04-30", "1985-04", "covers", Truth.YES), ("1985/..", "2099", "covers", Truth.YES), ("1985/", "2099", "covers", Truth.MAYBE),
    ("../1985", "-2000", "covers", Truth.YES), ("/1985", "-2000", "covers", Truth.MAYBE), ("../..", "1985", "covers", Truth.YES),
    ("../1985-06", "../1985", "within", Truth.MAYBE), ("../1984", "../1990", "within", Truth.YES), ("1985/", "1984", "after", Truth.YES),
    ("[1667,1668]", "1669", "before", Truth.YES), ("[1667,1670]", "1668", "before", Truth.MAYBE), ("[..1984]", "1985", "before", Truth.YES),
    ("[1984..]", "1983", "after", Truth.YES), ("[1984..]", "1990", "intersects", Truth.MAYBE), ("[1667..1672]", "1670", "covers", Truth.MAYBE),
    ("{1667..1672}", "1670", "covers", Truth.YES), ("{1960,1961-12}", "1961-05", "covers", Truth.NO), ("{1960,1961-12}", "1961-12-24", "covers", Truth.YES),
    ("{1960,1961-12}", "1961-05", "intersects", Truth.NO), ("{1960,1961}", "1960-06/1961-03", "covers", Truth.MAYBE), ("1960/1961", "{1960,1961}", "covers", Truth.MAYBE),
    ("1960-01-01/1961-12-31", "{1960,1961}", "covers", Truth.YES), ("{..1984}", "1000", "covers", Truth.YES), ("{1960,1961-12}", "{1960,1961-12}", "covers", Truth.YES),
    ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30+00:00", "covers", Truth.YES), ("1985-04-12T23:20:30-04", "1985-04-13T01:00:00Z", "after", Truth.YES),
    ("1985-04-12T23:20:30-04", "1985-04-12", "within", Truth.YES), ("1985-04-12T23:20:30", "1985-04-12T23:20:31", "before", Truth.YES),
    ("Y-17E7", "0000", "before", Truth.YES), ("Y3388E2S3", "Y338500", "before", Truth.MAYBE), ("XXXX-12-25", "1985-12-25", "covers", Truth.MAYBE),
    ("2001-24", "2002-01", "covers", Truth.YES), ("2001-24", "2001", "within", Truth.NO), ("XXXX-XX-XX", "Y10000", "before", Truth.YES),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "question", "expected"), SIMPLE)
def test_answers_that_one_can_check_by_eye(one: str, other: str, question: str, expected: Truth) -> None:
    assert getattr(parse(one), question)(parse(other)) is expected


@given(st.lists(SMALL_DATES, min_size=1, max_size=3), SMALL_DATES, st.sampled_from(list(SetKind)))
def test_sets_answer_no_more_than_their_members_allow(members: list[str], other: str, kind: SetKind) -> None:
    value = EdtfSet(kind, parse(f"[{','.join(members)}]").members)  # type: ignore[attr-defined]
    days = [runs(member) for member in dict.fromkeys(members)]
    for first, last in runs(other):
        if kind is SetKind.ONE_OF:
            chosen = [{run} for member in days for run in member]
        else:
            chosen = [set(choice) for choice in itertools.islice(itertools.product(*days), 200)]
        covered = {any(start <= first and last <= end for start, end in choice) for choice in chosen}
        verdict = value.covers(parse(other))
        if verdict is Truth.YES:
            assert covered == {True}
        touched = {any(start <= last and first <= end for start, end in choice) for choice in chosen}
        if value.intersects(parse(other)) is Truth.YES:
            assert touched == {True}
        if value.intersects(parse(other)) is Truth.NO:
            assert touched == {False}
            assert verdict is Truth.NO


@st.composite
def narrowings(draw: st.DrawFn) -> tuple[str, str]:
    """Give a date with X and the same date with a digit for one of them."""
    text = draw(
        st.sampled_from(
            [
                "19XX",
                "1XXX-12",
                "198X-XX",
                "1984-XX-XX",
                "XXXX-12-XX",
                "198X-2X",
                "-01XX",
                "198X-1X-XX",
                "19XX-24",
            ]
        )
    )
    assume(parse_or_none(text) is not None)
    at = draw(st.sampled_from([place for place, letter in enumerate(text) if letter == "X"]))
    narrowed = text[:at] + draw(st.sampled_from("0123456789")) + text[at + 1 :]
    assume(parse_or_none(narrowed) is not None)
    return text, narrowed


def parse_or_none(text: str) -> EdtfValue | None:
    try:
        return parse(text)
    except EdtfError:
        return None


@given(
    narrowings(),
    st.one_of(
        SMALL_DATES,
        short_intervals(),
        st.sampled_from(["1985/..", "[1980,1990..1992]", "{1980,1985}", "XXXX-12-XX"]),
    ),
)
@settings(max_examples=60)
def test_what_is_sure_stays_sure_when_a_date_is_known_better(pair: tuple[str, str], other: str) -> None:
    wide, narrow, right = parse(pair[0]), parse(pair[1]), parse(other)
    assert wide.first_day_number is not None
    assert wide.bounds().covers(narrow.bounds())
    assert narrow.possible_relations(right) <= wide.possible_relations(right)
    for name in WANTED:
        sure = getattr(wide, name)(right)
        assert sure is Truth.MAYBE or getattr(narrow, name)(right) is sure
        sure = getattr(right, name)(wide)
        assert sure is Truth.MAYBE or getattr(right, name)(narrow) is sure


@given(SMALL_DATES, st.one_of(SMALL_DATES, short_intervals()))
@settings(max_examples=50)
def test_relations_turn_round(one: str, other: str) -> None:
    forth, back = parse(one).possible_relations(parse(other)), parse(other).possible_relations(parse(one))
    assert forth
    assert {found.inverse for found in forth} == back


def test_many_completions_are_joined_into_a_superset() -> None:
    """1200 months against 1200 months would be 1.4 million pairs."""
    found = parse("19XX-XX").possible_relations(parse("19XX-XX"))
    assert {Relation.BEFORE, Relation.MEETS, Relation.EQUALS, Relation.MET_BY, Relation.AFTER} <= found
    assert parse("1985").possible_relations(parse("19XX-XX")) >= {Relation.CONTAINS, Relation.STARTED_BY}
    assert parse("XXXX-21").before(parse("Y10001")) is Truth.YES
    assert parse("1984-XX-XX").possible_relations(parse("20XX")) == {Relation.BEFORE}
    assert parse("[2001-21..2001-23]").before(parse("2002")) is Truth.YES
    assert parse("[1900-01-01..1999-12-31]").before(parse("2000")) is Truth.YES
    assert parse("[1900-01-01..1999-12-31]").covers(parse("1950-01-01")) is Truth.MAYBE
    assert parse("18XX-XX").before(parse("19XX-XX")) is Truth.YES
    assert parse("198X-XX").possible_relations(parse("198X-XX-XX")) >= {Relation.CONTAINS, Relation.BEFORE}


def test_truth_has_three_values_and_refuses_to_be_a_boolean() -> None:
    yes, no, maybe = Truth.YES, Truth.NO, Truth.MAYBE
    assert [one & other for one in (yes, no, maybe) for other in (yes, no, maybe)] == [
        yes,
        no,
        maybe,
        no,
        no,
        no,
        maybe,
        no,
        maybe,
    ]
    assert [one | other for one in (yes, no, maybe) for other in (yes, no, maybe)] == [
        yes,
        yes,
        yes,
        yes,
        no,
        maybe,
        yes,
        maybe,
        maybe,
    ]
    assert [~one for one in (yes, no, maybe)] == [no, yes, maybe]
    with pytest.raises(WrongTypeError):
        bool(yes)


def test_only_values_are_compared() -> None:
    with pytest.raises(WrongTypeError):
        parse("1985").before("1986")  # type: ignore[arg-type]
