"""Any sequence of additions and retractions, with checks in between, equals building the timeline from scratch."""

from __future__ import annotations

import pickle
from itertools import pairwise
from typing import Never

import attrs
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from timeline import limits
from timeline.constraints import Constraint, End, MetricConstraint, Point
from timeline.errors import LimitError, UnknownReferenceError
from timeline.events import Claim, Event
from timeline.model import examining
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import claims, constraints
from timeline.times import Duration, Relation
from timeline.times.distance import Distance

NAMES = ("a", "b", "c", "d")
SPEAKERS = (Source("log", published="2000-01-05"), Source("radio"))
DAYS = st.integers(1, 28).map(lambda day: f"2000-01-{day:02}")
ORDERS = st.sampled_from([frozenset({Relation.BEFORE}), frozenset({Relation.BEFORE, Relation.MEETS})])


def found(story: Timeline) -> Report | str:
    """Return the report, or why there is none; days between undated events have a limit."""
    try:
        return story.check()
    except LimitError as error:
        return str(error)


class Changes(RuleBasedStateMachine):
    """A timeline that changes part by part, beside the parts that it should have."""

    said = claims(speakers=SPEAKERS) | DAYS.map(Claim)

    def __init__(self) -> None:
        super().__init__()
        self.story = Timeline(sources=SPEAKERS)
        self.events: dict[str, Event] = {}
        self.constraints: list[Constraint] = []

    def scratch(self) -> Timeline:
        return Timeline(sources=SPEAKERS, events=self.events.values(), constraints=self.constraints)

    @rule(name=st.sampled_from(NAMES), day=st.none() | DAYS)
    def add_event(self, name: str, day: str | None) -> None:
        if name not in self.events:
            event = Event(name) if day is None else Event(name).said(day)
            self.events[name] = event
            self.story = self.story.add(event)

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def say(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.events)))
        self.events[name] = self.events[name].claiming(data.draw(self.said))
        self.story = self.story.replace(self.events[name])

    @precondition(lambda self: any(event.claims for event in self.events.values()))
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(n for n, event in self.events.items() if event.claims)))
        self.events[name] = attrs.evolve(self.events[name], claims=self.events[name].claims[1:])
        self.story = self.story.replace(self.events[name])

    @precondition(lambda self: len(self.events) > 1)
    @rule(data=st.data())
    def constrain(self, data: st.DataObject) -> None:
        one, two = data.draw(st.permutations(sorted(self.events)))[:2]
        plain = ORDERS.map(lambda relations: Event(one).related(relations, two))
        rules = data.draw(
            st.lists(plain | constraints([one, two], speakers=SPEAKERS), min_size=1, max_size=2)
        )
        self.constraints += [
            constraint for constraint in dict.fromkeys(rules) if constraint not in self.constraints
        ]
        self.story = self.story.add(*rules)

    @precondition(lambda self: self.constraints)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        constraint = data.draw(st.sampled_from(self.constraints))
        self.constraints.remove(constraint)
        self.story = self.story.remove(constraint)

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def remove_event(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.events)))
        speaking = [constraint for constraint in self.constraints if name in constraint.events]
        self.constraints = [constraint for constraint in self.constraints if name not in constraint.events]
        self.story = self.story.remove(self.events.pop(name), *speaking)

    @rule()
    def check(self) -> None:
        assert found(self.story) == found(self.scratch())

    @invariant()
    def is_what_was_put_together(self) -> None:
        scratch = self.scratch()
        assert self.story == scratch
        assert repr(self.story) == repr(scratch)
        assert hash(self.story) == hash(scratch)

    def teardown(self) -> None:
        self.check()


class ManyChanges(Changes):
    """The same where the order of events is not worked out pair by pair, as in large timelines, and words mean one thing."""

    said = DAYS.map(Claim)

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(limits, "ORDERED_EVENTS", 0)

    @precondition(lambda self: len(self.events) > 1)
    @rule(data=st.data())
    def constrain_what_is_checked(self, data: st.DataObject) -> None:
        self.check()
        self.constrain(data)
        self.check()

    def teardown(self) -> None:
        super().teardown()
        self.patch.undo()


several = settings(
    max_examples=60,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestChanges = Changes.TestCase
TestChanges.settings = several
TestManyChanges = ManyChanges.TestCase
TestManyChanges.settings = several


def refuse(_timeline: Timeline) -> Never:
    raise AssertionError("nothing is examined from the beginning here")


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """Return ten events in a row, checked, of which two are dated; nothing may examine a timeline from here on."""
    monkeypatch.setattr(limits, "ORDERED_EVENTS", 0)
    events = [Event(f"e{n}") for n in range(10)]
    events[0], events[9] = events[0].said("2000-01-01"), events[9].said("2000-01-09")
    story = Timeline(events=events, constraints=[one.precedes(two) for one, two in pairwise(events)])
    assert story.check().consistent
    monkeypatch.setattr(examining, "examine", refuse)
    return story


def test_additions_to_a_checked_timeline_are_not_checked_from_the_beginning(chain: Timeline) -> None:
    before = chain.check()
    day = Distance(at_most=Duration(3_600_000_000))
    more = MetricConstraint(Point("e0", End.END), Point("e5", End.START), distance=day)
    grown = chain.add(more)
    assert str(grown.check()["e5"].derived.latest_start) == "2000-01-02T01:00:00Z"
    assert str(before["e5"].derived.latest_start) != "2000-01-02T01:00:00Z"
    assert grown.events is chain.events
    again = grown.add(Event("e5").before("e7"), Event("e0").before("e2"))
    assert again.check()["e5"].derived == grown.check()["e5"].derived
    assert len(again.constraints) == 12


def test_what_is_unknown_is_refused_as_ever(chain: Timeline) -> None:
    with pytest.raises(UnknownReferenceError, match="no event 'x'"):
        chain.add(Event("e0").precedes("x"))
    with pytest.raises(UnknownReferenceError, match="no source 'x'"):
        chain.add(attrs.evolve(Event("e0").precedes("e2"), source="x"))


def test_a_contradictory_addition_reports_and_leaves_the_old_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORDERED_EVENTS", 0)
    story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
    before = story.check()
    worse = story.add(Event("b").precedes("a"))
    (conflict,) = worse.check().conflicts
    assert len(conflict.statements) == 3
    assert story.check() is before
    assert before.consistent
    assert worse.remove(*worse.constraints).check() == before


def test_a_grown_timeline_can_be_pickled_and_changed(
    chain: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown = chain.add(Event("e2").before("e8"))
    monkeypatch.undo()
    copy = pickle.loads(pickle.dumps(grown))
    assert copy == grown
    assert copy.check().events == grown.check().events
    assert pickle.loads(pickle.dumps(grown.check())) == grown.check()
