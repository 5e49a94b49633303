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
from timeline.constraints import Constraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.errors import LimitError, RangeError, UnknownReferenceError
from timeline.events import Aspect, Claim, Event, Status
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
        rules = data.draw(st.lists(self.between(one, two), min_size=1, max_size=2))
        self.constraints += [
            constraint for constraint in dict.fromkeys(rules) if constraint not in self.constraints
        ]
        self.story = self.story.add(*rules)

    def between(self, one: str, two: str) -> st.SearchStrategy[Constraint]:
        plain = ORDERS.map(lambda relations: Event(one).related(relations, two))
        return plain | constraints([one, two], speakers=SPEAKERS)

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
    """The same where the order of events is not worked out pair by pair, as in large timelines, and words mean one thing.

    The timeline is checked after every change, so that the next one starts from what is known; it is compared with the one
    from scratch, and put together, now and then.
    """

    said = (
        st.just(Claim("January 4", "log"))
        | st.builds(
            Claim,
            st.sampled_from(["2000", "2000-01", "early January 2000", "late January 2000", "2000-01-09"]),
            st.sampled_from([None, "log", "radio"]),
            aspect=st.sampled_from([Aspect.WHEN, Aspect.START, Aspect.END]),
        )
        | st.builds(
            Claim, st.sampled_from(["at least 30 hours", "less than a week"]), aspect=st.just(Aspect.DURATION)
        )
    )

    def between(self, one: str, two: str) -> st.SearchStrategy[Constraint]:
        """Constraints that rarely contradict each other, from a to d."""
        first, second = sorted((one, two))
        order = ORDERS.map(lambda relations: Event(first).related(relations, second))
        hours = st.integers(0, 200).map(lambda count: Duration.of(hours=count))
        apart = hours.map(
            lambda amount: MetricConstraint(
                Point(first, End.START), Point(second, End.END), distance=Distance(at_least=amount)
            )
        )
        near = hours.map(lambda amount: NearnessConstraint(first, second, at_most=amount, source="log"))
        return order | order | apart | near

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(limits, "ORDERED_EVENTS", 0)
        for name in NAMES:
            self.add_event(name, None)
        self.constraints = [Event(one).precedes(two) for one, two in pairwise(NAMES)]
        self.story = self.story.add(*self.constraints)

    @invariant()
    def is_checked(self) -> None:
        found(self.story)

    @rule()
    def is_what_was_put_together(self) -> None:
        super().is_what_was_put_together()

    @precondition(lambda self: self.events)
    @rule(data=st.data(), title=st.sampled_from(["", "Signed"]), status=st.sampled_from([None, *Status]))
    def retell(self, data: st.DataObject, title: str, status: Status | None) -> None:
        name = data.draw(st.sampled_from(sorted(self.events)))
        self.events[name] = attrs.evolve(self.events[name], title=title, status=status)
        self.story = self.story.replace(self.events[name])

    @precondition(lambda self: self.constraints or any(event.claims for event in self.events.values()))
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        statement = data.draw(st.sampled_from(self.scratch().statements))
        self.story = self.story.without(statement)
        if isinstance(statement.about, Claim):
            claims_ = [*self.events[str(statement.event)].claims]
            claims_.remove(statement.about)
            self.events[str(statement.event)] = attrs.evolve(
                self.events[str(statement.event)], claims=claims_
            )
        elif statement.about is not None:
            self.constraints.remove(statement.about)

    @precondition(lambda self: any(claim.source for event in self.events.values() for claim in event.claims))
    @rule(source=st.sampled_from(SPEAKERS))
    def silence(self, source: Source) -> None:
        """Take back what a source said, which may speak again."""
        self.story = self.story.without_source(source).add(source)
        for name, event in self.events.items():
            kept = [claim for claim in event.claims if claim.source != source.id]
            self.events[name] = attrs.evolve(event, claims=kept)
        self.constraints = [rule_ for rule_ in self.constraints if rule_.source != source.id]

    def teardown(self) -> None:
        super().teardown()
        super().is_what_was_put_together()
        self.patch.undo()


class ManyReadings(ManyChanges):
    """The same where some claims have several readings, not all of which always stand."""

    either = st.lists(
        st.sampled_from(["2000-01-03", "2000-01-12", "2000-01-20", "2000-01"]),
        min_size=2,
        max_size=3,
        unique=True,
    ).map(lambda days: Claim("one of them", reads=days))
    said = ManyChanges.said | either

    def __init__(self) -> None:
        super().__init__()
        for name, reads in (("a", ("2000-01-12", "2000-01-03")), ("c", ("2000-01-12", "2000-01-20"))):
            self.events[name] = self.events[name].claiming(Claim("one of them", reads=reads))
            self.story = self.story.replace(self.events[name])

    @precondition(lambda self: len(self.events) > 1)
    @rule(data=st.data())
    def constrain_once_more(self, data: st.DataObject) -> None:
        """Constraints leave some readings, and rule out others."""
        self.constrain(data)


several = settings(
    max_examples=60,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestChanges = Changes.TestCase
TestChanges.settings = several
TestManyChanges = ManyChanges.TestCase
TestManyChanges.settings = several
TestManyReadings = ManyReadings.TestCase
TestManyReadings.settings = several


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


def test_events_and_claims_of_a_checked_timeline_are_not_checked_from_the_beginning(chain: Timeline) -> None:
    story = chain.add(Event("new").said("2000-01-05"), Event("e3").precedes("new"))
    assert str(story.check()["e3"].derived.latest_end) == "2000-01-05T23:59:59.999999Z"
    story = story.replace(story["e2"].said("2000-01-03"))
    assert str(story.check()["new"].derived.earliest_start) == "2000-01-05T00:00:00Z"
    stated = story.check()["e2"].stated
    assert stated is not None
    assert str(stated.earliest_start) == "2000-01-03T00:00:00Z"
    assert str(story.check()["e3"].derived.earliest_start)[:10] == "2000-01-03"
    assert [report.event.id for report in story.check().events][-2:] == ["e9", "new"]
    assert len(chain.events) == 10
    assert chain["e2"].claims == ()


def test_what_is_taken_back_is_not_checked_from_the_beginning(chain: Timeline) -> None:
    old = chain.check()["e5"].derived
    story = chain.remove(Event("e5").precedes("e6"))
    assert story.check()["e5"].derived.latest_end is None
    assert story.check()["e6"].derived.earliest_start is None
    assert story.add(Event("e5").precedes("e6")).check()["e5"].derived == old
    story = chain.replace(attrs.evolve(chain["e9"], claims=()))
    assert story.check()["e8"].derived.latest_end is None
    assert story.check()["e8"].derived.earliest_start == chain.check()["e8"].derived.earliest_start
    story = chain.remove(chain["e9"], Event("e8").precedes("e9"))
    assert story.check()["e8"].derived.latest_end is None
    assert len(story.check().events) == 9
    assert chain.check()["e5"].derived == old


def test_an_event_that_is_referred_to_cannot_go(chain: Timeline) -> None:
    with pytest.raises(UnknownReferenceError, match="no event 'e9'"):
        chain.remove(chain["e9"])


def test_ids_stay_unique(chain: Timeline) -> None:
    with pytest.raises(RangeError, match="two events have the id 'e3'"):
        chain.add(Event("e3"))
    with pytest.raises(RangeError, match="two events have the id 'new'"):
        chain.add(Event("new"), Event("new"))


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
