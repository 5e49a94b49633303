"""Corrections and sensitivity, against checking the timeline without the statements in question."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, given, settings

from tests.oracles.timeline_oracle import only
from timeline.events import Event, Status
from timeline.model.report import Corner
from timeline.model.statements import Statement
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.strategies import conflicting_timelines, consistent_timelines
from timeline.times import Duration, Instant

slow = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
Conflicting = tuple[Timeline, Timeline]


def minimal_drops(story: Timeline) -> list[set[Statement]]:
    """Return every set of statements that is needed and enough, by checking what is left of all of them."""
    statements = story.statements
    enough: list[set[Statement]] = []
    for count in range(len(statements) + 1):
        for dropped in itertools.combinations(statements, count):
            gone = set(dropped)
            if not any(part <= gone for part in enough):
                kept = [statement for statement in statements if statement not in gone]
                if only(story, kept).check().consistent:
                    enough.append(gone)
    return enough


@slow
@given(conflicting_timelines(max_events=2))
def test_corrections_are_all_minimal_ones_and_come_best_first(found: Conflicting) -> None:
    story = only(found[0], found[0].statements[-7:])
    corrections = list(story.corrections())
    told = [set(correction.statements) for correction in corrections]
    assert sorted(map(str, told)) == sorted(map(str, minimal_drops(story)))
    weights = [correction.weight for correction in corrections]
    assert weights == sorted(weights)
    assert weights == [sum(one.weight or 0 for one in correction.statements) for correction in corrections]


@slow
@given(conflicting_timelines(max_events=3))
def test_the_first_is_the_one_that_a_check_names(found: Conflicting) -> None:
    story, _ = found
    first = next(story.corrections())
    assert first == story.check().correction
    assert story.without(*first.statements).check().consistent


def test_of_a_consistent_timeline_it_drops_nothing() -> None:
    assert [
        correction.statements for correction in Timeline().add(Event("a").said("2024")).corrections()
    ] == [()]


def test_weights_come_from_reliability_and_status() -> None:
    """One reliable witness outweighs three whose word is not worth much; a confirmation counts double."""
    sources = [
        Source("log", reliability=Reliability.A),
        *(Source(f"s{n}", reliability=Reliability.D) for n in range(3)),
    ]
    event = Event("a").said("2024", by="log")
    for number in range(3):
        event = event.said("2025", by=f"s{number}")
    story = Timeline(sources=sources, events=[event])
    dropped = [
        ({one.source for one in way_out.statements}, way_out.weight) for way_out in story.corrections()
    ]
    assert dropped == [({"s0", "s1", "s2"}, 9), ({"log"}, 12)]
    confirmed = story.replace(Event("a", claims=event.claims, status=Status.CONFIRMED))
    assert [way_out.weight for way_out in confirmed.corrections()] == [18, 24]


@slow
@given(
    consistent_timelines(min_events=1, max_events=3)
    | conflicting_timelines(max_events=3).map(lambda pair: pair[0])
)
def test_a_bound_moves_as_far_as_checking_without_the_statement_says(story: Timeline) -> None:
    remaining = story.without(*story.check().correction.statements)
    for event, corner in itertools.product(story.events, Corner):
        bound = story.why(event).bound(corner)
        found = {influence.statement.id: influence for influence in story.sensitivity(event, corner)}
        for statement in remaining.statements:
            then = remaining.without(statement).why(event).bound(corner)
            same = [
                one
                for one in story.statements
                if (one.event, one.about) == (statement.event, statement.about)
            ]
            influence = found.get(same[0].id) if len(same) == 1 else None
            if influence is not None:
                assert influence.value == then.value
                assert influence.moved == apart(then.value, bound.value)
            elif len(same) == 1:
                assert then.value == bound.value


def apart(one: Instant | None, two: Instant | None) -> Duration | None:
    return None if one is None or two is None else Duration(abs(one.microseconds - two.microseconds))


def test_what_moves_it_most_stands_first() -> None:
    story = Timeline().add(
        Event("a").said("2024"),
        Event("b").said("2024-05-01"),
        Event("c").said("2024-06-01"),
        Event("a").precedes("b"),
    )
    story = story.add(Event("a").precedes("c"))
    found = story.sensitivity("a", Corner.LATEST_END)
    assert [(influence.statement.says, str(influence.moved)) for influence in found] == [
        ("2024-05-01", "PT744H"),
        ("a before or meets b", "PT744H"),
    ]
    open_side = story.sensitivity("b", Corner.LATEST_END)
    assert [(one.value, one.moved) for one in open_side] == [(None, None)]
    assert Timeline().add(Event("a")).sensitivity("a", Corner.LATEST_END) == ()
