"""Merging adds up what several timelines say, chooses nothing, and tells every clash."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.constraints import AllenConstraint
from timeline.errors import DocumentError, MergeError
from timeline.events import Aspect, Claim, Event, Status
from timeline.expressions.conventions import Conventions
from timeline.model.merging import merged
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source


@attrs.frozen
class Treaty(Event):
    parties: tuple[str, ...] = ()
    clauses: int | None = None


few_texts = st.sampled_from(["", "one", "two", "three"])
lists = st.lists(st.sampled_from("abc"), max_size=3)
claims = st.builds(
    Claim, st.sampled_from(["2024", "2025"]), st.sampled_from([None, "s"]), aspect=st.sampled_from(Aspect)
)
agreeing_events = st.builds(
    Event,
    st.sampled_from(["x", "y"]),
    few_texts,
    claims=st.lists(claims, max_size=3),
    kind=st.sampled_from(["Event", "Battle"]),
    participants=lists,
    tags=lists,
    links=lists,
    media=lists,
    place=st.sampled_from([None, "Kursk"]),
    status=st.sampled_from([None, Status.CONFIRMED]),
    note=st.none() | few_texts,
    other_titles=st.lists(few_texts.filter(bool), max_size=3),
    details=st.dictionaries(st.sampled_from("ab"), st.just("v")),
)


def with_order(events: list[Event]) -> list[AllenConstraint]:
    names = [event.id for event in events]
    return [Event(one).before(two) for one, two in itertools.pairwise(names)]


agreeing = st.builds(
    lambda title, source, events, zone: Timeline(
        title, sources=[source], events=events, constraints=with_order(events), zone=zone
    ),
    few_texts,
    st.builds(Source, st.just("s"), st.sampled_from(["", "A report"]), published=st.sampled_from([None, "2025-12-13"])),
    st.lists(agreeing_events, max_size=2, unique_by=lambda event: event.id),
    st.sampled_from([None, "Asia/Seoul"]),
)  # fmt: skip
modest = settings(max_examples=100, deadline=None)


@modest
@given(agreeing, agreeing, agreeing)
def test_merging_is_associative(one: Timeline, two: Timeline, three: Timeline) -> None:
    together = merged((one, two, three))
    assert merged((merged((one, two)), three)) == together
    assert merged((one, merged((two, three)))) == together


@modest
@given(agreeing, agreeing)
def test_merging_is_idempotent(one: Timeline, two: Timeline) -> None:
    both = merged((one, two))
    assert merged((one,)) == merged((one, one)) == one
    assert merged((both, two)) == both == merged((both, one))


def unordered(timeline: Timeline) -> object:
    """Everything that does not depend on who came first."""
    events = [
        (
            event.id,
            event.kind,
            event.status,
            event.place,
            event.details,
            *(
                frozenset(getattr(event, name))
                for name in ("claims", "participants", "tags", "links", "media")
            ),
            frozenset({event.title, *event.other_titles}) - {""},
            frozenset((event.note or "").split("\n\n")),
        )
        for event in timeline.events
    ]
    return (
        events,
        timeline.sources,
        timeline.constraints,
        timeline.zone,
        frozenset(timeline.title.split(" · ")),
    )


@modest
@given(agreeing, agreeing)
def test_the_order_decides_only_what_comes_first(one: Timeline, two: Timeline) -> None:
    assert unordered(merged((one, two))) == unordered(merged((two, one)))


@modest
@given(agreeing, agreeing)
def test_nothing_that_was_said_is_lost(one: Timeline, two: Timeline) -> None:
    both = merged((one, two))
    for part in (one, two):
        assert set(part.constraints) <= set(both.constraints)
        for event in part.events:
            assert set(event.claims) <= set(both[event.id].claims)
            assert {event.title, *event.other_titles} - {""} <= {
                both[event.id].title,
                *both[event.id].other_titles,
            }


def test_nothing_merged_is_the_empty_timeline() -> None:
    assert merged(()) == Timeline()


def told(*timelines: Timeline) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        merged(timelines)
    assert all(isinstance(problem, MergeError) for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("change", "place", "values"),
    [
        (lambda side: Event("x", kind=["War", "Peace"][side]), "event 'x'", ("'War'", "'Peace'")),
        (lambda side: Event("x", place=["Kursk", "Belgorod"][side]), "event 'x'", ("'Kursk'", "'Belgorod'")),
        (lambda side: Event("x", status=list(Status)[side]), "event 'x'", ("confirmed", "reported")),
        (lambda side: Event("x", details={"n": side}), "event 'x'", ("0", "1")),
        (lambda side: Event("x", details={"n": [True, 1][side]}), "event 'x'", ("True", "1")),
        (lambda side: Treaty("x", clauses=side + 1), "event 'x'", ("1", "2")),
        (lambda side: Source("x", url="uv"[side]), "source 'x'", ("'u'", "'v'")),
        (lambda side: Source("x", reliability=list(Reliability)[side]), "source 'x'", ("A", "B")),
    ],
)
def test_two_values_for_one_thing_are_told(
    change: Callable[[int], Event | Source], place: str, values: tuple[str, str]
) -> None:
    (problem,) = told(Timeline().add(change(0)), Timeline().add(change(1)))
    assert problem.startswith(place)
    assert all(value in problem for value in values)


def test_every_clash_is_told_at_once() -> None:
    one = Timeline(zone="UTC", conventions=Conventions(week_start=7)).add(
        Event("x", place="p"), Source("s", url="u")
    )
    two = Timeline(zone="Asia/Seoul", conventions=Conventions(week_start=6)).add(
        Event("x", place="q", kind="A"), Source("s", url="v")
    )
    assert len(told(one, two)) == 4


def test_a_class_meets_its_name_and_the_plain_event() -> None:
    treaty = Treaty("x", parties=("a", "b"))
    for plain in (Event("x", "Signing"), Event("x", "Signing", kind="Treaty")):
        for pair in ((treaty, plain), (plain, treaty)):
            met = merged(tuple(Timeline().add(event) for event in pair))["x"]
            assert met == Treaty("x", "Signing", parties=("a", "b"))


def test_absent_fields_of_a_class_are_filled() -> None:
    met = merged((Timeline().add(Treaty("x", parties=("a",))), Timeline().add(Treaty("x", clauses=3))))
    assert met["x"] == Treaty("x", parties=("a",), clauses=3)


def test_a_detail_with_the_name_of_a_field_clashes() -> None:
    one, two = (
        Timeline().add(Treaty("x", parties=("a",))),
        Timeline().add(Event("x", details={"parties": "b"})),
    )
    assert len(told(one, two)) == 1


def test_classes_of_one_name_are_not_one_class() -> None:
    other = attrs.make_class("Treaty", {"signed": attrs.field(default="")}, bases=(Event,), frozen=True)
    assert len(told(Timeline().add(Treaty("x")), Timeline().add(other("x")))) == 1


def test_notes_are_joined_with_a_blank_line_and_titles_with_a_point() -> None:
    one, two = (
        Timeline("One", note="first").add(Event("x", note="a")),
        Timeline("Two", note="second").add(Event("x", note="b")),
    )
    both = one.merge(two)
    assert (both.title, both.note, both["x"].note) == ("One · Two", "first\n\nsecond", "a\n\nb")
