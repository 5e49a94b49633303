"""Metric and calendar gaps, sets of relations and ambiguous words together, against every world of a few days."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.oracles.day_worlds import DAY, Ends, Worlds, corners, has_world
from tests.oracles.timeline_oracle import only
from timeline.constraints import (
    PRECEDES,
    AllenConstraint,
    Constraint,
    End,
    MetricConstraint,
    NearnessConstraint,
    Point,
)
from timeline.events import Aspect, Claim, Event
from timeline.model.parts import alternatives
from timeline.model.timeline import Timeline
from timeline.times import Bounds, BusinessDays, Duration, Granularity, Period, Relation, Turns
from timeline.times.calendar import CivilDate, date_from_day_number
from timeline.times.distance import Amount, Distance

Days = dict[str, Sequence[int]]
BASES = [
    CivilDate(2025, 12, 23).number,  # Christmas, and the turn of the year
    CivilDate(2025, 1, 30).number,  # the end of a long month before a short one
    CivilDate(2025, 7, 3).number,  # a holiday in the US, and a weekend
]
LENGTH = 3
signed = st.integers(-2, 4)
units = st.sampled_from((Granularity.WEEK, Granularity.MONTH, Granularity.YEAR))
amounts: st.SearchStrategy[Amount] = st.one_of(
    st.builds(BusinessDays, signed, st.sampled_from((None, "GB-ENG", "US"))),
    st.builds(Turns, st.integers(-1, 2), units),
    st.builds(Period, st.integers(0, 1), st.integers(0, 3)),
    st.builds(lambda days, more: Duration(days * DAY + more), st.integers(-1, 2), st.integers(-1, 1)),
)
sets = st.frozensets(st.sampled_from(Relation), min_size=1)
convex = st.sampled_from(
    [PRECEDES, frozenset({Relation.DURING}), frozenset({Relation.OVERLAPS}), frozenset({Relation.MEETS})]
)
checked = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def distances(draw: st.DrawFn) -> Distance:
    """One limit, or two of one kind that do not contradict each other."""
    low = draw(amounts)
    limit = draw(st.sampled_from(("at_least", "more_than", "at_most", "less_than", "exactly")))
    return Distance.exactly(low) if limit == "exactly" else Distance(**{limit: low})


@st.composite
def rules(draw: st.DrawFn, names: list[str], *, plain: bool) -> Constraint:
    first, second = draw(st.permutations(names))[:2]
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return AllenConstraint(first, second, relations=draw(convex if plain else sets))
    if kind == 1:
        return NearnessConstraint(first, second, at_most=draw(amounts))
    ends = draw(st.tuples(st.sampled_from(End), st.sampled_from(End)))
    return MetricConstraint(Point(first, ends[0]), Point(second, ends[1]), distance=draw(distances()))


@st.composite
def claims(draw: st.DrawFn, days: Sequence[int], *, plain: bool) -> Claim:
    one, two = (str(date_from_day_number(draw(st.sampled_from(days)))) for _ in range(2))
    kind = draw(st.integers(0, 3))
    if kind == 0:
        count = draw(st.integers(1, 2))
        words = draw(st.sampled_from(("at most", "at least", "exactly")))
        return Claim(f"{words} {count} business days", aspect=Aspect.DURATION)
    aspect = draw(st.sampled_from((Aspect.WHEN, Aspect.START, Aspect.END)))
    if kind == 1 and not plain and one != two:
        return Claim("one day or another", aspect=aspect, reads=(one, two))
    return Claim(one, aspect=aspect)


@st.composite
def stories(draw: st.DrawFn, *, plain: bool) -> tuple[Timeline, Days]:
    """Return events that lie on a few days each, near each other or about a month apart, with what is said of them."""
    base = draw(st.sampled_from(BASES))
    names = ["a", "b", "c"][: draw(st.integers(2, 3))]
    days: Days = {}
    events = []
    for name in names:
        first = base + draw(st.sampled_from((0, 1, 2, 4, 28, 31)))
        days[name] = range(first, first + LENGTH)
        ends = [date_from_day_number(day) for day in (days[name][0], days[name][-1])]
        told = draw(st.lists(claims(days[name], plain=plain), max_size=1))
        events.append(Event(name, claims=[Claim(f"between {ends[0]} and {ends[1]}"), *told]))
    laws = draw(st.lists(rules(names, plain=plain), min_size=1, max_size=4))
    return Timeline(events=events, constraints=laws), days


def told(bounds: Bounds) -> Ends:
    found = (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    one, two, three, four = (corner.microseconds for corner in found if corner is not None)
    return one, two, three, four


@checked
@given(stories(plain=True))
def test_bounds_are_those_of_all_worlds(found: tuple[Timeline, Days]) -> None:
    story, days = found
    assume(all(len(alternatives(rule, "UTC")) == 1 for rule in story.constraints))
    supported = Worlds(story, days).supported()
    report = story.check()
    assert report.consistent == all(supported.values())
    if report.consistent:
        for name, spans in supported.items():
            assert told(report[name].derived) == corners(spans)


@checked
@given(stories(plain=False))
def test_what_can_be_chosen_is_chosen_if_there_is_a_world(found: tuple[Timeline, Days]) -> None:
    story, days = found
    supported = Worlds(story, days).supported()
    report = story.check()
    assert report.consistent == all(supported.values())
    if report.consistent:
        for name, spans in supported.items():
            outer = told(report[name].derived)
            inner = corners(spans)
            assert outer[0] <= inner[0]
            assert outer[1] >= inner[1]
            assert outer[2] <= inner[2]
            assert outer[3] >= inner[3]


@checked
@given(stories(plain=False))
def test_conflicts_cannot_be_and_can_without_any_of_their_statements(found: tuple[Timeline, Days]) -> None:
    """An event whose days are no part of a conflict can lie anywhere, which only the solver can try."""
    story, days = found
    report = story.check()
    assume(not report.consistent)
    for conflict in report.conflicts:
        together = only(story, conflict.statements)
        held = {event.id for event in together.events if any("between" in said.says for said in event.claims)}
        if held == set(days):
            assert not has_world(together, days)
        for statement in conflict.statements:
            rest = only(story, [other for other in conflict.statements if other != statement])
            assert rest.check().consistent
            if "between" not in statement.says and held == set(days):
                assert has_world(rest, days)


def test_months_and_business_days_contradict_each_other_where_the_calendar_says_so() -> None:
    story = Timeline().add(Event("a").said("2025-12-24"), Event("b"), Event("c"))
    laws = [
        MetricConstraint(Point("a", End.END), Point("b", End.START), distance=Distance.exactly(amount))
        for amount in (BusinessDays(2, "GB-ENG"), Turns(1, Granularity.MONTH))
    ]
    assert [story.add(law).check().consistent for law in laws] == [True, True]
    report = story.add(*laws).check()  # 30 December, and January
    assert [len(conflict.statements) for conflict in report.conflicts] == [3]
    assert attrs.evolve(story, constraints=laws[:1]).check()["b"].derived.earliest_start is not None
