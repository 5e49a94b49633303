"""Every strategy gives valid values of every kind, refuses what is impossible, and shrinks to what is short."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from tests.oracles import timeline_oracle as oracle
from timeline import strategies
from timeline.constraints import AllenConstraint, Constraint, MetricConstraint, NearnessConstraint, Point
from timeline.events import Aspect, Claim, Event, Status
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve
from timeline.frozen import Details, check_id
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.times import (
    Bounds,
    BusinessDays,
    CivilDate,
    CivilTime,
    Duration,
    Instant,
    Interval,
    Period,
    Relation,
    Turns,
)
from timeline.times.distance import Distance

FIRST = Instant.of(2000)
TYPES: list[type[Any]] = [
    AllenConstraint,
    Anchor,
    Bounds,
    CivilDate,
    CivilTime,
    Claim,
    Conventions,
    Details,
    Distance,
    Duration,
    Event,
    Instant,
    Interval,
    MetricConstraint,
    NearnessConstraint,
    Period,
    Point,
    Relation,
    Source,
    Timeline,
]
quick = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
to_find = settings(max_examples=3_000, phases=[Phase.generate, Phase.shrink], database=None, derandomize=True)


@attrs.frozen
class Treaty(Event):
    parties: tuple[str, ...] = ()


def smallest(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool] = lambda _: True) -> Any:
    return find(strategy, condition, settings=to_find)


@pytest.mark.parametrize("kind", TYPES)
@quick
@given(data=st.data())
def test_every_type_has_its_strategy(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert type(value) is kind
    assert pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize(
    "first",
    ["timeline.strategies", "timeline.strategies._values", "timeline.strategies._registration", "hypothesis"],
)
def test_the_types_are_known_whatever_is_imported_first(first: str) -> None:
    program = f"""
import {first}
from hypothesis import strategies as st
from timeline.model.timeline import Timeline
from timeline.strategies import timelines
assert str(st.from_type(Timeline)) == str(timelines()), st.from_type(Timeline)
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_hypothesis_is_not_needed_for_the_rest() -> None:
    program = "import sys, timeline.model.reporting; assert 'hypothesis' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_strategy_says_what_it_gives(name: str) -> None:
    assert (getattr(strategies, name).__doc__ or "").startswith("Return ")


@given(st.data())
def test_ranges_hold(data: st.DataObject) -> None:
    one, two = sorted((data.draw(strategies.instants()), data.draw(strategies.instants())))
    assert one <= data.draw(strategies.instants(one, two)) <= two
    assert data.draw(strategies.instants(one)) >= one
    assert data.draw(strategies.instants(max_value=one)) <= one
    three, four = sorted((data.draw(strategies.durations()), data.draw(strategies.durations())))
    assert three <= data.draw(strategies.durations(three, four)) <= four
    first, last = sorted((data.draw(strategies.civil_dates()), data.draw(strategies.civil_dates())))
    assert first <= data.draw(strategies.civil_dates(first, last)) <= last
    assert first <= data.draw(strategies.civil_times(first, last)).date <= last
    assert first <= data.draw(strategies.anchors(first, last)).date <= last


@given(st.data())
def test_closed_values_lie_in_their_range(data: st.DataObject) -> None:
    one = data.draw(strategies.instants())
    two = data.draw(strategies.instants(one + Duration(1)))
    whole = Interval(one, two)
    interval = data.draw(strategies.intervals(one, two, allow_open=False))
    assert whole.covers(interval)
    assert interval.duration is not None
    bounds = data.draw(strategies.bounds(one, two, allow_open=False))
    corners = attrs.astuple(bounds, recurse=False)
    assert all(corner is not None and one <= corner <= two for corner in corners)


@given(strategies.periods(max_months=5, max_days=3))
def test_periods_keep_to_their_limits(period: Period) -> None:
    assert -5 <= period.months <= 5
    assert -3 <= period.days <= 3


@given(strategies.business_days(max_count=3), strategies.turns(max_count=2))
def test_counts_keep_to_their_limits(days: BusinessDays, turns: Turns) -> None:
    assert -3 <= days.count <= 3
    assert -2 <= turns.count <= 2


@given(strategies.distances(strategies.periods()))
def test_distances_are_made_of_what_is_given(distance: Distance) -> None:
    assert all(
        isinstance(limit, Period) for limit in attrs.astuple(distance, recurse=False) if limit is not None
    )


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: strategies.instants(Instant(1), Instant(0)),
        lambda: strategies.instants(0),  # type: ignore[arg-type]
        lambda: strategies.durations(Duration(1), Duration(0)),
        lambda: strategies.durations(max_value=Period(1)),  # type: ignore[arg-type]
        lambda: strategies.civil_dates(CivilDate(2001), CivilDate(2000)),
        lambda: strategies.civil_times(CivilDate(2001), CivilDate(2000)),
        lambda: strategies.anchors(CivilDate(2001), CivilDate(2000)),
        lambda: strategies.intervals(Instant(0), Instant(0)),
        lambda: strategies.intervals(Instant(1), Instant(0)),
        lambda: strategies.bounds(Instant(0), Instant(0)),
        lambda: strategies.periods(max_days=-1),
        lambda: strategies.business_days(max_count=-1),
        lambda: strategies.turns(max_count=-1),
        lambda: strategies.periods(max_months=-1),
        lambda: strategies.constraints([]),
        lambda: strategies.timelines(min_events=2, max_events=1),
        lambda: strategies.timelines(min_events=-1),
        lambda: strategies.consistent_timelines(min_events=2, max_events=1),
        lambda: strategies.conflicting_timelines(max_events=0, min_events=0),
        lambda: strategies.conflicting_timelines(min_events=3, max_events=2),
    ],
)
def test_what_is_impossible_is_refused(impossible: Callable[[], object]) -> None:
    with pytest.raises(InvalidArgument):
        impossible()


def test_histories_of_impossible_sizes_are_refused_when_drawn() -> None:
    with pytest.raises(InvalidArgument):
        smallest(strategies.consistent_timelines_with_history(min_events=2, max_events=1))


@given(strategies.ids())
def test_ids_are_ids(name: str) -> None:
    assert check_id(name) == name


@given(st.data())
def test_expressions_resolve(data: st.DataObject) -> None:
    anchor = data.draw(strategies.anchors())
    words = data.draw(strategies.expressions(anchor=anchor))
    assert all(isinstance(reading, Reading) for reading in resolve(words, anchor=anchor))


@given(strategies.expressions(), strategies.anchors(), strategies.anchors())
def test_expressions_without_an_anchor_need_none(words: str, one: Anchor, two: Anchor) -> None:
    assert resolve(words, anchor=one) == resolve(words, anchor=attrs.evolve(two, zone=one.zone))


@quick
@given(strategies.timelines())
def test_any_timeline_can_be_checked(story: Timeline) -> None:
    report = story.check()
    assert isinstance(report, Report)
    assert [event.event for event in report.events] == list(story.events)


@quick
@given(st.data())
def test_constraints_speak_of_what_is_given(data: st.DataObject) -> None:
    speaker = Source("tass")
    constraint = data.draw(strategies.constraints([Event("a"), "b"], speakers=[speaker]))
    assert sorted(constraint.events) == ["a", "b"]
    assert constraint.source in {None, "tass"}


@quick
@given(strategies.events(Treaty, names=st.just("t"), fields={"parties": st.just(("x", "y"))}))
def test_events_of_a_class_of_ones_own(event: Treaty) -> None:
    assert (type(event), event.kind, event.id, event.parties) == (Treaty, "Treaty", "t", ("x", "y"))


@pytest.mark.parametrize(("min_events", "max_events"), [(0, 0), (0, 1), (2, 2), (3, 5)])
@quick
@given(data=st.data())
def test_timelines_have_as_many_events_as_asked_for(
    min_events: int, max_events: int, data: st.DataObject
) -> None:
    sizes = {"min_events": min_events, "max_events": max_events}
    makers: list[st.SearchStrategy[Timeline]] = [
        strategies.timelines(**sizes),
        strategies.consistent_timelines(**sizes),
    ]
    if max_events:
        makers.append(strategies.conflicting_timelines(**sizes).map(lambda found: found[0]))
    story = data.draw(st.one_of(makers))
    assert min_events <= len(story.events) <= max_events


@given(strategies.consistent_timelines_with_history())
def test_all_that_is_said_is_true_of_the_history(told: tuple[Timeline, dict[str, Interval]]) -> None:
    story, history = told
    assert [event.id for event in story.events] == sorted(history)
    assert oracle.all_holds(story, history)


@given(strategies.conflicting_timelines())
def test_what_is_planted_is_said(told: tuple[Timeline, Timeline]) -> None:
    story, planted = told
    assert set(oracle.said_in(planted)) <= set(oracle.said_in(story))
    assert oracle.said_in(planted)


def says(condition: Callable[[Claim], bool]) -> Callable[[Timeline], bool]:
    return lambda story: any(condition(claim) for event in story.events for claim in event.claims)


def about(aspect: Aspect) -> Callable[[Timeline], bool]:
    return says(lambda claim: claim.aspect is aspect)


def rules_of(kind: type[Constraint]) -> Callable[[Timeline], bool]:
    return lambda story: any(isinstance(rule, kind) for rule in story.constraints)


def relates(relation: Relation) -> Callable[[Constraint], bool]:
    return lambda rule: isinstance(rule, AllenConstraint) and rule.relations == {relation}


@pytest.mark.parametrize("relation", Relation)
def test_constraints_of_every_relation_are_found(relation: Relation) -> None:
    once = settings(to_find, phases=[Phase.generate])
    rule = find(strategies.constraints("ab"), relates(relation), settings=once)
    assert relates(relation)(rule)


@pytest.mark.parametrize("strategy", [strategies.timelines(), strategies.consistent_timelines()])
@pytest.mark.parametrize(
    "condition",
    [
        lambda story: not story.events,
        lambda story: len(story.events) == 4,
        lambda story: len(story.sources) > 1,
        lambda story: story.zone is not None,
        says(lambda claim: claim.source is not None),
        says(lambda claim: bool(claim.reads)),
        *(about(aspect) for aspect in Aspect),
        *(rules_of(kind) for kind in (AllenConstraint, MetricConstraint, NearnessConstraint)),
    ],
)
def test_timelines_of_every_kind_are_found(
    strategy: st.SearchStrategy[Timeline], condition: Callable[[Timeline], bool]
) -> None:
    once = settings(to_find, phases=[Phase.generate])
    assert condition(find(strategy, condition, settings=once))


@pytest.mark.parametrize("relation", Relation)
def test_histories_of_every_relation_are_found(relation: Relation) -> None:
    def related(told: tuple[Timeline, dict[str, Interval]]) -> bool:
        return oracle.relation_of(told[1]["a"], told[1]["b"]) is relation

    pairs = strategies.consistent_timelines_with_history(min_events=2, max_events=2)
    assert related(find(pairs, related, settings=settings(to_find, phases=[Phase.generate])))


@pytest.mark.parametrize("statements", [2, 3, 4])
def test_conflicts_of_every_size_are_found(statements: int) -> None:
    conflicts = strategies.conflicting_timelines(min_events=4)
    _, planted = smallest(conflicts, lambda told: len(oracle.said_in(told[1])) == statements)
    assert len(planted.check().conflicts[0].statements) == statements


def test_what_fails_shrinks_to_what_is_short_to_read() -> None:
    late = smallest(strategies.instants(), lambda instant: instant.microseconds > FIRST.microseconds + 10**12)
    assert str(late) == "2000-01-13T00:00:00Z"
    assert str(smallest(strategies.civil_dates(), lambda date: date.day == 31)) == "1999-12-31"
    assert str(smallest(strategies.intervals())) == "2000-01-01T00:00:00Z/2000-01-02T00:00:00Z"
    assert smallest(strategies.bounds()) == Bounds.throughout(smallest(strategies.intervals()))
    assert smallest(strategies.sources()) == Source("a", reliability=Reliability.A)
    assert smallest(strategies.claims(), lambda claim: claim.status is Status.DISPUTED) == Claim(
        "2000-01-01", status=Status.DISPUTED
    )
    assert smallest(strategies.events(), lambda event: bool(event.claims)) == Event(
        "a", claims=[Claim("2000-01-01")]
    )


def test_timelines_shrink_to_few_events_of_short_names() -> None:
    said = smallest(strategies.consistent_timelines(), says(lambda claim: claim.aspect is Aspect.START))
    assert said == Timeline(events=[Event("a", claims=[Claim("2000-01-01", aspect=Aspect.START)])])
    ordered = smallest(strategies.consistent_timelines(), lambda story: bool(story.constraints))
    assert [event.id for event in ordered.events] == ["a", "b"]
    assert len(ordered.constraints) == 1
    story, planted = smallest(
        strategies.conflicting_timelines(min_events=2), lambda told: bool(told[1].constraints)
    )
    assert story == planted
    assert [str(rule) for rule in story.constraints] == ["a before or meets b", "b before or meets a"]
