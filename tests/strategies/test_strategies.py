from __future__ import annotations

import attrs
import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import timeline as api
from timeline import strategies
from timeline.expressions.resolve import resolve
from timeline.model.timeline import Timeline
from timeline.times import Instant, Relation

REGISTERED = [
    api.Anchor,
    api.Bounds,
    api.CivilDate,
    api.Claim,
    api.Conventions,
    api.Distance,
    api.Duration,
    api.Event,
    api.Instant,
    api.Interval,
    api.Period,
    api.Source,
    api.Timeline,
]
calm = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", REGISTERED, ids=lambda kind: kind.__name__)
def test_every_public_kind_is_found_by_its_type(kind: type) -> None:
    assert type(find(st.from_type(kind), lambda _: True)) is kind


def test_the_smallest_timelines_are_small() -> None:
    assert find(strategies.timelines(), lambda _: True) == Timeline()
    story = find(strategies.consistent_timelines(), lambda story: len(story.events) > 1)
    assert [event.id for event in story.events] == ["a", "b"]
    assert not story.constraints


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_is_reached(relation: Relation) -> None:
    constraint = find(
        strategies.constraints(["a", "b"]), lambda found: getattr(found, "relations", None) == {relation}
    )
    assert set(constraint.events) <= {"a", "b"}


def test_conflicts_of_constraints_alone_are_reached() -> None:
    def circular(found: tuple[Timeline, Timeline]) -> bool:
        return len(found[1].constraints) > 1

    story, planted = find(strategies.conflicting_timelines(min_events=2), circular)
    assert not story.check().consistent
    assert not planted.check().consistent


@calm
@given(strategies.conflicting_timelines())
def test_what_is_planted_is_a_conflict(found: tuple[Timeline, Timeline]) -> None:
    story, planted = found
    assert not story.check().consistent
    (conflict,) = planted.check().conflicts
    claims = sum(len(event.claims) for event in planted.events)
    assert len(conflict.statements) == claims + len(planted.constraints)


@calm
@given(st.data())
def test_expressions_resolve_from_their_anchor(data: st.DataObject) -> None:
    anchor = data.draw(strategies.anchors())
    words = data.draw(strategies.expressions(anchor=anchor))
    assert resolve(words, anchor=anchor)


@given(strategies.instants(Instant(5), Instant(9)))
def test_limits_are_kept(instant: Instant) -> None:
    assert Instant(5) <= instant <= Instant(9)


def test_impossible_limits_are_refused() -> None:
    with pytest.raises(InvalidArgument):
        find(strategies.instants(Instant(9), Instant(5)), lambda _: True)
    with pytest.raises(InvalidArgument):
        strategies.conflicting_timelines(max_events=0)
    with pytest.raises(InvalidArgument):
        strategies.constraints([])


@calm
@given(strategies.timelines())
def test_timelines_are_built_by_their_constructor(story: Timeline) -> None:
    assert attrs.evolve(story) == story
