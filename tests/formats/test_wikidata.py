"""Wikidata's dates: the precision and the calendar model are honoured, and nothing is more precise than it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import TimelineError
from timeline.events import Status
from timeline.expressions.resolve import resolve
from timeline.formats import Import, Taking, format_named
from timeline.formats.programs.wikidatatimes import time_words

GREGORIAN, JULIAN = "http://www.wikidata.org/entity/Q1985727", "http://www.wikidata.org/entity/Q1985786"


def time(text: str, precision: int, model: str = GREGORIAN) -> dict[str, Any]:
    return {
        "time": text,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": model,
    }


def snak(value: object, kind: str = "time") -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"type": kind, "value": value}}


def item(name: str) -> dict[str, Any]:
    return snak({"entity-type": "item", "id": name}, "wikibase-entityid")


def take(claims: dict[str, Any], label: str = "Isaac Newton") -> Import:
    entity = {"id": "Q935", "labels": {"en": {"language": "en", "value": label}}, "claims": claims}
    taker = format_named("wikidata").take
    assert taker is not None
    return taker(json.dumps({"entities": {"Q935": entity}}).encode(), Taking("newton.json"))


@pytest.mark.parametrize(
    ("text", "precision", "model", "words"),
    [
        ("+2025-08-12T00:00:00Z", 11, GREGORIAN, "2025-08-12"),
        ("+2025-08-00T00:00:00Z", 10, GREGORIAN, "2025-08"),
        ("+2025-08-12T00:00:00Z", 10, GREGORIAN, "2025-08"),
        ("+2025-00-00T00:00:00Z", 9, GREGORIAN, "2025"),
        ("+1890-00-00T00:00:00Z", 8, GREGORIAN, "[1890..1899]"),
        ("+1900-00-00T00:00:00Z", 7, GREGORIAN, "[1801..1900]"),
        ("+1801-00-00T00:00:00Z", 7, GREGORIAN, "[1801..1900]"),
        ("-0044-03-15T00:00:00Z", 11, GREGORIAN, "-0043-03-15"),
        ("-0001-00-00T00:00:00Z", 9, GREGORIAN, "0000"),
        ("-0044-00-00T00:00:00Z", 8, GREGORIAN, "[-0048..-0039]"),
        ("-0050-00-00T00:00:00Z", 7, GREGORIAN, "[-0099..0000]"),
        ("-0100-00-00T00:00:00Z", 7, GREGORIAN, "[-0099..0000]"),
        ("-0101-00-00T00:00:00Z", 7, GREGORIAN, "[-0199..-0100]"),
        ("+1642-12-25T00:00:00Z", 11, JULIAN, "1642-12-25 (julian)"),
        ("+1642-12-00T00:00:00Z", 10, JULIAN, "1642-12 (julian)"),
        ("-13798000000-00-00T00:00:00Z", 3, GREGORIAN, "[Y-13798999999..Y-13796999999]"),
    ],
)
def test_precision_and_calendar_are_honoured(text: str, precision: int, model: str, words: str) -> None:
    assert time_words(time(text, precision, model)) == words
    assert resolve(words, anchor="2000-01-01")


@pytest.mark.parametrize(
    "value",
    [
        time("2025-08-12", 11),
        time("+2025-00-00T00:00:00Z", 11),
        time("+2025-08-12T14:00:00Z", 14),
        time("+2025-08-12T00:00:00Z", 11, "Q1"),
        {},
        {"time": 5, "precision": True},
    ],
)
def test_what_is_no_date_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(TimelineError):
        time_words(value)


@given(st.integers(-9999, 9999).filter(bool), st.integers(1, 12), st.integers(1, 28), st.integers(5, 11))
def test_a_date_lies_in_what_is_said_of_it(year: int, month: int, day: int, precision: int) -> None:
    text = f"{'-' if year < 0 else '+'}{abs(year):04d}-{month:02d}-{day:02d}T00:00:00Z"
    (exact,) = resolve(time_words(time(text, 11)), anchor="2000-01-01")
    (said, *_) = resolve(time_words(time(text, precision)), anchor="2000-01-01")
    assert said.bounds.outer.covers(exact.bounds.outer)


def test_birth_and_death_are_events_of_their_own_with_their_sources() -> None:
    reference = {"snaks": {"P248": [item("Q36578")]}}
    found = take(
        {
            "P569": [
                {
                    "mainsnak": snak(time("+1643-01-04T00:00:00Z", 11)),
                    "rank": "preferred",
                    "references": [reference],
                },
                {"mainsnak": snak(time("+1642-12-25T00:00:00Z", 11, JULIAN)), "rank": "normal"},
                {"mainsnak": snak(time("+1641-00-00T00:00:00Z", 9)), "rank": "deprecated"},
            ],
            "P570": [{"mainsnak": {"snaktype": "somevalue", "datatype": "time"}, "rank": "normal"}],
            "P31": [{"mainsnak": item("Q5"), "rank": "normal"}],
        }
    )
    birth, death = found.timeline["Q935-P569"], found.timeline["Q935-P570"]
    assert birth.title == "Isaac Newton: birth"
    assert [(claim.says, claim.source, claim.status) for claim in birth.claims] == [
        ("1643-01-04", "Q36578", None),
        ("1642-12-25 (julian)", "wikidata", None),
        ("1641", "wikidata", Status.DISPUTED),
    ]
    assert death.claims == ()
    assert found.omissions == ("newton.json:Q935.P570[0]: a date whose value is unknown",)
    assert not found.timeline.check().consistent  # 1641 is not 1643
    assert len(found.timeline.events) == 2


def test_an_item_with_a_start_and_an_end_is_an_event_itself() -> None:
    start, end = time("+1914-07-28T00:00:00Z", 11), time("+1918-11-11T00:00:00Z", 11)
    found = take(
        {"P580": [{"mainsnak": snak(start)}], "P582": [{"mainsnak": snak(end)}]}, "First World War"
    ).timeline
    assert found["Q935"].title == "First World War"
    assert str(found.check()["Q935"].derived.outer) == "1914-07-28T00:00:00Z/1918-11-12T00:00:00Z"


def test_qualifiers_say_more_than_the_date() -> None:
    about = {"P1480": [item("Q5727902")]}
    between = {
        "P1319": [snak(time("+1850-00-00T00:00:00Z", 9))],
        "P1326": [snak(time("+1853-00-00T00:00:00Z", 9))],
    }
    held = {
        "P580": [snak(time("+1699-00-00T00:00:00Z", 9))],
        "P582": [snak(time("+1727-00-00T00:00:00Z", 9))],
    }
    value = snak(time("+1851-00-00T00:00:00Z", 9))
    found = take(
        {
            "P571": [{"mainsnak": value, "qualifiers": about}, {"mainsnak": value, "qualifiers": between}],
            "P39": [{"mainsnak": item("Q1"), "qualifiers": held}],
        }
    ).timeline
    assert [claim.says for claim in found["Q935-P571"].claims] == ["1851~", "[1850..1853]"]
    assert found["Q935-P39-1"].title == "Isaac Newton: P39 Q1"
    assert [claim.aspect.value for claim in found["Q935-P39-1"].claims] == ["from", "to"]


@pytest.mark.parametrize(
    "data", [b"{}", b"[]", b'{"entities": {}}', b'{"entities": 5}', b'{"entities": {"Q1": 5}}']
)
def test_what_is_no_entity_is_refused(data: bytes) -> None:
    taker = format_named("wikidata").take
    assert taker is not None
    with pytest.raises(TimelineError, match="no entity"):
        taker(data, Taking("x"))
