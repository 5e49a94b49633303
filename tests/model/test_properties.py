"""Laws of checking, on timelines that are true of a hidden history and on ones with a planted conflict."""

from __future__ import annotations

import itertools
import random

import attrs
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from timeline.constraints import Constraint
from timeline.errors import LimitError
from timeline.events import Claim
from timeline.model.answers import Verdict
from timeline.model.report import Conflict, Corner
from timeline.model.statements import Statement
from timeline.model.timeline import Timeline
from timeline.strategies import (
    conflicting_timelines,
    consistent_timelines,
    consistent_timelines_with_history,
    constraints,
    timelines,
)
from timeline.times import Bounds, Interval
from timeline.times.allen import relation_between

slow = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def saying(whole: Timeline, statements: set[Statement]) -> Timeline:
    """Return a timeline with the same events in which only some statements are made."""
    claims: dict[str, list[Claim]] = {event.id: [] for event in whole.events}
    rules: list[Constraint] = []
    for statement in statements:
        if isinstance(statement.about, Claim):
            claims[str(statement.event)].append(statement.about)
        elif statement.about is not None:
            rules.append(statement.about)
    events = [attrs.evolve(event, claims=claims[event.id]) for event in whole.events]
    return attrs.evolve(whole, events=events, constraints=rules)


def all_statements(whole: Timeline) -> set[Statement]:
    return set(whole._examination.compiled.statements[1:])


@slow
@given(consistent_timelines_with_history(min_events=1))
def test_what_truly_happened_lies_within_the_bounds(found: tuple[Timeline, dict[str, Interval]]) -> None:
    story, history = found
    report = story.check()
    assert report.consistent
    assert not report.correction.statements
    for name, interval in history.items():
        assert report[name].derived.covers(Bounds.throughout(interval))


@slow
@given(consistent_timelines_with_history(min_events=2))
def test_the_relation_that_truly_held_is_possible(found: tuple[Timeline, dict[str, Interval]]) -> None:
    story, history = found
    one, two = sorted(history)[:2]
    relations = story.relation(one, two)
    assert relation_between(history[one], history[two]) in relations
    assert story.relation(two, one) == {relation.inverse for relation in relations}


@slow
@given(consistent_timelines_with_history(min_events=2))
def test_the_certain_order_truly_held(found: tuple[Timeline, dict[str, Interval]]) -> None:
    story, history = found
    for one, two in story.check().certain_order or ():
        end, start = history[one].end, history[two].start
        assert end is not None
        assert start is not None
        assert end <= start


@slow
@given(conflicting_timelines())
def test_conflicts_are_contradictory_and_irreducible(found: tuple[Timeline, Timeline]) -> None:
    story, _ = found
    report = story.check()
    assert report.conflicts
    for conflict in report.conflicts:
        together = set(conflict.statements)
        assert not saying(story, together).check().consistent
        for statement in conflict.statements:
            assert saying(story, together - {statement}).check().consistent


@slow
@given(conflicting_timelines())
def test_the_correction_repairs_and_no_cheaper_one_does(found: tuple[Timeline, Timeline]) -> None:
    story, _ = found
    correction = story.check().correction
    everything = all_statements(story)
    assert saying(story, everything - set(correction.statements)).check().consistent
    weights = {statement: statement.weight or 0 for statement in everything}
    assert correction.weight == sum(weights[statement] for statement in correction.statements)
    for size in (0, 1, 2):
        for dropped in itertools.combinations(sorted(everything, key=lambda s: s.id), size):
            if sum(weights[statement] for statement in dropped) < correction.weight:
                assert not saying(story, everything - set(dropped)).check().consistent


@slow
@given(conflicting_timelines())
def test_chains_lack_what_they_say_they_lack(found: tuple[Timeline, Timeline]) -> None:
    def told(conflict: Conflict) -> set[Statement]:
        return {step.statement for chain in conflict.chains for step in chain.steps if step.statement.weight}

    for conflict in found[0].check().conflicts:
        assert all(chain.shortfall.microseconds > 0 for chain in conflict.chains)
        assert told(conflict) == set(conflict.statements)


@slow
@given(consistent_timelines(min_events=2), st.data())
def test_one_statement_more_never_widens_a_bound(story: Timeline, data: st.DataObject) -> None:
    everything = sorted(all_statements(story), key=lambda statement: statement.id)
    kept = data.draw(st.sets(st.sampled_from(everything)) if everything else st.just(set()))
    try:
        before, after = saying(story, kept).check(), story.check()
    except LimitError:
        reject()  # days that are counted between undated events only: see docs/limitations.md
    for event in story.events:
        assert before[event].derived.covers(after[event].derived)


@slow
@given(consistent_timelines(min_events=1))
def test_a_proof_is_enough_for_its_bound(story: Timeline) -> None:
    report = story.check()
    for event in story.events:
        for corner in Corner:
            bound = report[event].bound(corner)
            if bound.value is not None:
                assert bound.proof.steps[-1].value == bound.value
                alone = saying(story, set(bound.proof.statements)).check()
                assert alone[event].bound(corner).value == bound.value


@slow
@given(timelines(max_events=4), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_does_not_matter(story: Timeline, chance: random.Random) -> None:
    parts = [*story.sources, *story.events, *story.constraints]
    chance.shuffle(parts)
    again = attrs.evolve(story, sources=(), events=(), constraints=())
    sources = [part for part in parts if part in story.sources]
    assert attrs.evolve(again, sources=sources).add(*(p for p in parts if p not in story.sources)) == story


@slow
@given(consistent_timelines(min_events=2), st.data())
def test_answers_agree_with_adding_the_constraint(story: Timeline, data: st.DataObject) -> None:
    names = [event.id for event in story.events]
    constraint = data.draw(constraints(names))
    constraint = attrs.evolve(constraint, source=None)
    answer = story.entails(constraint)
    assert story.add(constraint).check().consistent == (answer.verdict is not Verdict.CONTRADICTED)
    if answer.verdict is Verdict.OPEN:
        assert answer.witness is not None
        assert answer.counterexample is not None
    else:
        assert answer.witness is None
        assert answer.counterexample is None


@slow
@given(consistent_timelines(min_events=1))
def test_merging_what_each_source_says_gives_the_whole(story: Timeline) -> None:
    names = [source.id for source in story.sources]
    alone = story
    for name in names:
        alone = alone.without_source(name)
    parts = []
    for name in names:
        part = story
        for other in names:
            part = part if other == name else part.without_source(other)
        parts.append(part)
    merged = alone.merge(*parts)
    assert {(e.id, frozenset(e.claims)) for e in merged.events} == {
        (e.id, frozenset(e.claims)) for e in story.events
    }
    assert set(merged.constraints) == set(story.constraints)
