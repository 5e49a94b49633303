"""Any sequence of additions and retractions, with checks in between, equals building the timeline from scratch."""

from __future__ import annotations

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from timeline.constraints import Constraint
from timeline.errors import LimitError
from timeline.events import Claim, Event
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import claims, constraints
from timeline.times import Relation

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
    @rule(data=st.data(), claim=claims(speakers=SPEAKERS) | DAYS.map(Claim))
    def say(self, data: st.DataObject, claim: Claim) -> None:
        name = data.draw(st.sampled_from(sorted(self.events)))
        self.events[name] = self.events[name].claiming(claim)
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


TestChanges = Changes.TestCase
TestChanges.settings = settings(
    max_examples=60,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
