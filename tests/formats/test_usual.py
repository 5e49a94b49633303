"""The usual way to read an entry takes only what the careful one takes, and makes the same of it."""

from __future__ import annotations

import itertools
import json
import pickle
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.generate import Deployment, timelines
from timeline import limits
from timeline.constraints import MetricConstraint
from timeline.errors import TimelineError
from timeline.events import Event
from timeline.formats import jsonreading
from timeline.formats.jsonio import from_json, to_json
from timeline.formats.jsonreading import BLOCK
from timeline.formats.kinds import Kinds
from timeline.formats.shapes import MOST
from timeline.formats.usual import UsualEntries
from timeline.frozen import Record, unchecked
from timeline.model.timeline import Timeline
from timeline.times import Duration
from timeline.times.distance import Distance

WORDS = [
    "a",
    "b.1",
    "start",
    "end",
    "before",
    "metric",
    "P1D",
    "PT2H",
    "Deployment",
    "Event",
    "2025-08",
    " ",
    "\ud800",
]
scalars = st.sampled_from([None, True, False, 0, 1, -1, *WORDS])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=2),
    max_leaves=3,
)


LONG = {"id": "z", "title": "x" * (limits.SCALAR_CHARACTERS + 1)}


class NothingIsUsual(UsualEntries):
    """Leaves everything to the careful reading."""

    def events(self, objects: Any) -> None:
        del objects

    def constraints(self, objects: Any) -> None:
        del objects


def read(text: str, kinds: Iterable[type[Event]]) -> tuple[Timeline | None, str]:
    try:
        timeline = from_json(text, kinds=kinds)
    except TimelineError as error:
        return None, str(error)
    return timeline, repr(timeline)


def both(text: str, kinds: Iterable[type[Event]]) -> tuple[object, object]:
    """Return what comes of a document in the usual way and in the careful one, errors in words."""
    usual = read(text, kinds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsonreading, "UsualEntries", NothingIsUsual)
        return usual, read(text, kinds)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a document, as what holds it and where in that it is."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *places(value[key]))]


def damage(value: Any, data: st.DataObject) -> None:
    """Change one place of a document: another value, none, another key, another order, or a value of another place."""
    found = [place for place in places(value) if place != (value, "timeline")]
    holder, key = data.draw(st.sampled_from(found))
    how = data.draw(st.sampled_from(["other", "none", "renamed", "turned", "twin"]))
    if how == "none":
        del holder[key]
    elif how == "renamed" and isinstance(holder, dict):
        holder[data.draw(st.sampled_from(sorted({str(name) for _, name in found})))] = holder.pop(key)
    elif how == "turned" and isinstance(holder, dict):
        holder[key] = holder.pop(key)
    elif how == "twin":
        other, name = data.draw(st.sampled_from(found))
        holder[key] = json.loads(json.dumps(other[name]))
    else:
        holder[key] = data.draw(values)


@settings(max_examples=60, deadline=None)
@given(timelines(), st.sampled_from([(), (Deployment,), (Event,)]))
def test_a_document_is_read_as_carefully(timeline: Timeline, kinds: tuple[type[Event], ...]) -> None:
    usual, careful = both(to_json(timeline), kinds)
    assert usual == careful


@settings(max_examples=60, deadline=None)
@given(timelines(), st.data(), st.sampled_from([(), (Deployment,)]))
def test_a_damaged_document_is_read_as_carefully(
    timeline: Timeline, data: st.DataObject, kinds: tuple[type[Event], ...]
) -> None:
    value = json.loads(to_json(timeline))
    for _ in range(data.draw(st.integers(1, 3))):
        if len(value) > 1:
            damage(value, data)
    usual, careful = both(json.dumps(value), kinds)
    assert usual == careful


def whole() -> dict[str, Any]:
    """Return a document with every key that an entry can have."""
    listed: dict[str, Any] = {
        key: ["x", "y"] for key in ("participants", "tags", "links", "media", "other_titles")
    }
    event = {"id": "a", "title": "x", "kind": "Treaty", "status": "reported", "place": "x", "note": "x"}
    claim = {"says": "2025", "source": "s", "aspect": "to", "quote": "x", "page": "1"}
    last = {"status": "disputed", "reads": ["2025", "2024"], "anchor": "2025-12-13"}
    tail = {"source": "s", "quote": "x", "page": "1"}
    ends = {"from": {"event": "a", "end": "end"}, "to": {"end": "start", "event": "b"}}
    return {
        "timeline": 1,
        "sources": [{"id": "s"}],
        "events": [event | listed | {"claims": [claim | last], "details": {"x": ["y"]}}, {"id": "b"}],
        "constraints": [
            {"type": "allen", "first": "a", "second": "b", "relations": ["before", "meets"]} | tail,
            {"type": "metric"} | ends | {"at_least": "P1D", "at_most": "P9D", "says": "x"} | tail,
            {"type": "metric"} | ends | {"more_than": "PT1H", "less_than": "PT9H"},
            {"type": "near", "first": "a", "second": "b", "at_most": "P1D", "says": "x"} | tail,
        ],
    }


def others(value: Any) -> list[Any]:
    """Return what looks like a value, and is no such value or another one."""
    found: list[Any] = [*WORDS, None, True, 0, 1, [], {}, [[]], ["before"], [value], {"x": value}]
    if isinstance(value, dict):
        found += [value | {"x": 1}, list(value), list(value.items()), value | {"event": "z"}]
    elif isinstance(value, list):
        found += [value * 2, value[:1], dict.fromkeys(map(str, value)), value[0]]
    else:
        found += [f"-{value}", [*str(value)], {value: 1}]
    return found


def test_whatever_stands_in_the_place_of_a_value_is_read_as_carefully() -> None:
    count = len(places(whole()))
    for number in range(1, count):
        holder, key = places(whole())[number]
        for other in others(holder[key]):
            value = whole()
            changed, key = places(value)[number]
            changed[key] = other
            usual, careful = both(json.dumps(value), ())
            assert usual == careful, (number, key, other)
        for name in (
            (None, "first", "event", "type", "at_least", "x") if isinstance(holder, dict) else (None,)
        ):
            value = whole()
            changed, key = places(value)[number]
            taken = changed.pop(key)
            if name is not None:
                changed[name] = taken
            usual, careful = both(json.dumps(value), ())
            assert usual == careful, (number, key, name)


@given(timelines())
def test_what_is_written_is_usual(timeline: Timeline) -> None:
    value = json.loads(to_json(timeline))
    usual = UsualEntries(Kinds([]), [source.id for source in timeline.sources], {})
    for name, read in (("events", usual.events), ("constraints", usual.constraints)):
        assert name not in value or read(value[name]) is not None


def test_equal_distances_of_a_document_are_one() -> None:
    a, b = Event("a"), Event("b")
    rules = [
        a.follows(b, Distance.exactly(Duration.of(hours=1))),
        b.follows(a, Distance.exactly(Duration.of(hours=1))),
    ]
    one, two = from_json(to_json(Timeline(events=[a, b], constraints=rules))).constraints
    assert isinstance(one, MetricConstraint)
    assert isinstance(two, MetricConstraint)
    assert one.distance is two.distance


def test_one_entry_that_is_not_usual_leaves_the_others_what_they_are() -> None:
    for place, odd in itertools.product(
        (0, 1, BLOCK - 1, BLOCK, BLOCK + 1),
        ({"id": "a b"}, {"id": "e0"}, {"id": "z", "kind": "Deployment"}, LONG, 1),
    ):
        events: list[Any] = [{"id": f"e{number}"} for number in range(BLOCK + 9)]
        events.insert(place, odd)
        usual, careful = both(json.dumps({"timeline": 1, "events": events}), (Deployment,))
        assert usual == careful


def test_shapes_without_end_are_read_all_the_same() -> None:
    keys = ["title", "note", "place", "status", "tags", "links", "kind"]
    filled = dict.fromkeys(keys, "x") | {"status": "reported", "tags": ["x"], "links": []}
    events = []
    for number in range(2 * MOST):
        chosen = [key for place, key in enumerate(keys) if number >> place & 1]
        ordered = chosen if number < MOST // 2 else chosen[::-1]
        events.append({"id": f"e{number}"} | {key: filled[key] for key in ordered})
    usual, careful = both(json.dumps({"timeline": 1, "events": events}), ())
    assert usual == careful


def records(timeline: Timeline) -> list[Any]:
    """Return every record of a timeline."""
    points = [getattr(rule, side) for rule in timeline.constraints for side in ("first", "second")]
    claims = [claim for event in timeline.events for claim in event.claims]
    parts = [*timeline.events, *claims, *timeline.constraints, *points]
    return [part for part in parts if isinstance(part, Record)]


@settings(deadline=None)
@given(timelines(), st.data())
def test_what_is_made_unchecked_is_what_the_constructor_makes(
    timeline: Timeline, data: st.DataObject
) -> None:
    for record in records(timeline):
        others = [other for other in records(timeline) if type(other) is type(record)]
        sample = data.draw(st.sampled_from(others))
        known = [field.name for field in attrs.fields(type(record)) if field.init]
        names = tuple(data.draw(st.lists(st.sampled_from(known), unique=True)))
        given_values = {name: getattr(record, name) for name in names}
        expected = attrs.evolve(sample, **given_values)
        made = unchecked(sample, names)(*given_values.values())
        assert type(made) is type(expected)
        assert (made, hash(made), repr(made)) == (expected, hash(expected), repr(expected))
        assert pickle.loads(pickle.dumps(made)) == expected
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, known[0], None)
