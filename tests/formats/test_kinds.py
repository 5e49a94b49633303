"""Classes of one's own: their fields are the details of a file, as plain values and back."""

from __future__ import annotations

import enum
from typing import Any, Literal

import attrs
import pytest

from timeline.errors import DocumentError, LimitError, RangeError, TimelineError, WrongTypeError
from timeline.events import Event
from timeline.formats import from_json, read_yaml, to_json, write_yaml
from timeline.frozen import Details
from timeline.model.timeline import Timeline
from timeline.times import CivilDate, Duration, Instant, Period


class Rank(enum.IntEnum):
    LOW = 1
    HIGH = 2


@attrs.frozen
class Unit:
    name: str
    strength: int = attrs.field(default=0)

    def __attrs_post_init__(self) -> None:
        if self.strength < 0:
            raise ZeroDivisionError("a unit is not smaller than nobody")


def not_empty(_event: object, _field: object, value: tuple[str, ...]) -> None:
    if not value:
        raise ValueError("a treaty has parties")


@attrs.frozen(kw_only=True)
class Treaty(Event):
    parties: tuple[str, ...] = attrs.field(validator=not_empty)
    clauses: int | None = None


@attrs.frozen
class Deployment(Event):
    units: tuple[Unit, ...] = ()
    pair: tuple[str, int] = ("", 0)
    rank: Rank = Rank.LOW
    secret: bool = False
    name: str = "none"
    left: Instant | None = None
    waited: Duration | None = None
    planned: Period | None = None
    day: CivilDate | None = None
    places: frozenset[str] = frozenset()
    side: Literal["east", "west"] | None = None
    share: float | None = None
    _secret_name: str = ""
    anything: Any = None
    derived: str = attrs.field(init=False, default="")


FULL = Deployment(
    "d",
    units=(Unit("528th", 1000), Unit("다섯")),
    pair=("x", 3),
    rank=Rank.HIGH,
    secret=True,
    name="yes",
    left=Instant(1),
    waited=Duration.of(minutes=78),
    planned=Period.of(months=3),
    day=CivilDate(-43, 3, 15),
    places=frozenset({"b", "a"}),
    side="west",
    secret_name="n",
    anything=("x", 1),
    details={"kept": "too", "number": 5},
)


@pytest.mark.parametrize("event", [FULL, Deployment("d"), Treaty(id="t", parties=("a", "b"), clauses=None)])
def test_events_come_back_as_values_of_their_class(event: Event) -> None:
    timeline = Timeline().add(event)
    kinds = [Deployment, Treaty]
    assert from_json(to_json(timeline), kinds=kinds) == timeline
    assert read_yaml(write_yaml(timeline), kinds=kinds) == timeline
    assert to_json(from_json(to_json(timeline))) == to_json(timeline)


def test_fields_are_written_as_plain_values_without_defaults() -> None:
    details = from_json(to_json(Timeline().add(FULL)))["d"].details
    assert dict(details) == {
        "anything": ("x", 1),
        "day": "-0043-03-15",
        "kept": "too",
        "left": "1970-01-01T00:00:00.000001Z",
        "name": "yes",
        "number": 5,
        "pair": ("x", 3),
        "places": ("a", "b"),
        "planned": "P3M",
        "rank": 2,
        "secret": True,
        "secret_name": "n",
        "side": "west",
        "units": (Details({"name": "528th", "strength": 1000}), Details({"name": "다섯"})),
        "waited": "PT1H18M",
    }
    assert dict(from_json(to_json(Timeline().add(Deployment("d"))))["d"].details) == {}


def test_text_stands_for_numbers_and_truths_in_files_written_by_hand() -> None:
    text = "{units: [{name: a, strength: 12}], pair: [x, -3], rank: 2, secret: true, unknown: 7}"
    found = read_yaml(
        f"timeline: 1\nevents: {{d: {{kind: Deployment, details: {text}}}}}", kinds=[Deployment]
    )["d"]
    assert found == Deployment(
        "d", units=(Unit("a", 12),), pair=("x", -3), rank=Rank.HIGH, secret=True, details={"unknown": "7"}
    )


MISTAKES = [
    ('{"units": "ab"}', ".units", "a list is wanted"),
    ('{"units": [{"name": "a"}, {"name": 1}]}', ".units[1].name", "text is wanted"),
    ('{"units": [{"strength": 1}]}', ".units[0].name", "the key 'name' is missing"),
    ('{"units": [{"name": "a", "strenght": 1}]}', ".units[0]", "strenght"),
    ('{"units": [{"name": "a", "strength": -1}]}', ".units[0]", "smaller than nobody"),
    ('{"units": [3]}', ".units[0]", ""),
    ('{"pair": ["x"]}', ".pair", "2 values"),
    ('{"pair": ["x", "y"]}', ".pair[1]", "a whole number"),
    ('{"pair": ["x", true]}', ".pair[1]", "a whole number"),
    ('{"pair": ["x", "٣"]}', ".pair[1]", "a whole number"),
    ('{"rank": 3}', ".rank", "no Rank"),
    ('{"rank": true}', ".rank", "no Rank"),
    ('{"secret": "yes"}', ".secret", "true or false"),
    ('{"secret": 1}', ".secret", "true or false"),
    ('{"name": 5}', ".name", "text is wanted"),
    ('{"name": null}', ".name", "text is wanted"),
    ('{"left": "2025-13-01T00:00:00Z"}', ".left: column 6 of '2025-13-01T00:00:00Z'", "month 13"),
    ('{"waited": "P1D"}', ".waited: column 2 of 'P1D'", "expected"),
    ('{"planned": 3}', ".planned", "text is wanted"),
    ('{"day": "2025-02"}', ".day: column 8 of '2025-02'", "a day is wanted"),
    ('{"day": "2025-02-30"}', ".day: column 9 of '2025-02-30'", "does not exist"),
    ('{"places": {"a": 1}}', ".places", "a list is wanted"),
    ('{"side": "north"}', ".side", "north"),
    ('{"share": 1}', ".share", "no fractions"),
]


@pytest.mark.parametrize(("details", "path", "message"), MISTAKES)
def test_every_mistake_in_the_details_has_its_path(details: str, path: str, message: str) -> None:
    text = f'{{"timeline": 1, "events": [{{"id": "d", "kind": "Deployment", "details": {details}}}]}}'
    with pytest.raises(DocumentError) as caught:
        from_json(text, name="f", kinds=[Deployment])
    (problem,) = caught.value.problems
    assert problem.where == f"f:$.events[0].details{path}"
    assert message in problem.message


def test_mistakes_in_a_hand_written_file_are_told_at_their_place() -> None:
    text = (
        "timeline: 1\nevents:\n  d:\n    kind: Deployment\n    details:\n      rank: 7\n"
        "      units:\n        - {name: a, strength: x}\n  t: {kind: Treaty}\n  u: {kind: Treaty, details: {parties: []}}\n"
    )
    with pytest.raises(DocumentError) as caught:
        read_yaml(text, name="f", kinds=[Deployment, Treaty])
    assert [problem.where for problem in caught.value.problems] == ["f:6:13", "f:8:31", "f:9:3", "f:10:3"]
    assert "needs 'parties'" in str(caught.value)
    assert "a treaty has parties" in str(caught.value)


def test_a_detail_with_the_name_of_a_field_is_not_written() -> None:
    with pytest.raises(RangeError, match="has the name of a field"):
        to_json(Timeline().add(Deployment("d", details={"rank": 2})))


def test_what_no_file_can_hold_is_not_written() -> None:
    for event in (Deployment("d", share=0.5), Deployment("d", anything=object())):
        with pytest.raises(TimelineError):
            to_json(Timeline().add(event))
    with pytest.raises(LimitError):
        to_json(Timeline().add(Treaty(id="t", parties=("a",), clauses=10**40)))


def test_kinds_are_classes_of_events_with_distinct_names() -> None:
    with pytest.raises(WrongTypeError):
        from_json('{"timeline": 1}', kinds=[Unit])  # type: ignore[list-item]
    with pytest.raises(RangeError):
        from_json(
            '{"timeline": 1}', kinds=[Treaty, attrs.make_class("Treaty", {}, bases=(Event,), frozen=True)]
        )


def test_a_class_whose_types_cannot_be_found_is_told() -> None:
    @attrs.frozen
    class Local:
        name: str

    @attrs.frozen
    class Lost(Event):
        local: Local | None = None

    with pytest.raises(WrongTypeError, match="cannot be read"):
        to_json(Timeline().add(Lost("x")))
