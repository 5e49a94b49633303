"""Likelihoods of whole timelines, against counting every history of a small axis; and the next combinations."""

from __future__ import annotations

import pytest

from tests.oracles.timeline_oracle import all_holds, constraint_holds, small_histories
from timeline import Event, Source, Timeline
from timeline.constraints import AllenConstraint, End, MetricConstraint, Point
from timeline.errors import RangeError, WrongTypeError
from timeline.times import Duration, Interval, Relation
from timeline.times.distance import Distance

RULES = (
    AllenConstraint("a", "b", relations=frozenset({Relation.BEFORE, Relation.AFTER, Relation.DURING})),
    AllenConstraint("a", "c", relations=frozenset({Relation.OVERLAPS, Relation.MEETS, Relation.BEFORE})),
)
EVENTS = tuple(Event(name) for name in "abc")


def within() -> Timeline:
    """Three events in the first five microseconds of 1970, which are counted from a second that is known."""
    clock, zero = Event("zero").said("1970-01-01T00:00:00Z"), Point("zero", End.START)
    second = MetricConstraint(zero, Point("zero", End.END), distance=Distance.exactly(Duration(1_000_000)))
    near = Distance(at_least=Duration(0), at_most=Duration(5))
    bounds = (MetricConstraint(zero, Point(event.id, end), distance=near) for event in EVENTS for end in End)
    return Timeline().add(clock, *EVENTS, second, *bounds, *RULES)


def over_before(one: Interval, two: Interval) -> bool:
    assert one.end is not None
    assert two.start is not None
    return one.end <= two.start


def test_probabilities_are_the_shares_of_all_histories() -> None:
    story = within()
    counted = Timeline(events=EVENTS, constraints=RULES)
    histories = [found for found in small_histories(counted, 5) if all_holds(counted, found)]
    assert len(histories) > 100
    for one, two in (("a", "b"), ("b", "a"), ("a", "c"), ("b", "c")):
        expected = sum(over_before(found[one], found[two]) for found in histories) / len(histories)
        found = story.order_probability(one, two, seed=3, samples=800)
        assert found.probability == pytest.approx(expected, abs=5 * found.error + 0.01)
        assert found.effective > 60
        assert found.spread < 1.1
    for constraint in (
        Event("b").during("c"),
        Event("b").related({Relation.BEFORE, Relation.OVERLAPPED_BY, Relation.EQUALS}, "c"),
        Event("b").related(Relation, "c"),
        MetricConstraint(Point("a", End.START), Point("c", End.END), distance=Distance(at_least=Duration(3))),
    ):
        expected = sum(constraint_holds(constraint, found, "UTC") for found in histories) / len(histories)
        found = story.probability(constraint, seed=3, samples=800)
        assert found.probability == pytest.approx(expected, abs=5 * found.error + 0.01)
    starts = sorted(found["c"].start for found in histories if found["c"].start is not None)
    sampled = story.start_distribution("c", seed=3, samples=800)
    for fraction in (0.25, 0.5, 0.75):
        expected_start = starts[int(fraction * len(starts))].microseconds
        assert abs(sampled.quantile(fraction).microseconds - expected_start) <= 1


def test_the_same_question_has_the_same_answer() -> None:
    one, two = (within().order_probability("a", "b", seed=1, samples=20) for _ in range(2))
    assert one == two
    assert within().order_probability("a", "b", seed=2, samples=20).seed == 2


def test_what_nothing_bounds_cannot_be_counted_but_only_where_it_matters() -> None:
    story = Timeline().add(Event("a").said("2025-08"), Event("b").said("2025-08"), Event("c"))
    assert 0 < story.order_probability("a", "b", seed=1, samples=50).probability < 0.5
    story = story.add(story["b"].precedes("c"))
    with pytest.raises(RangeError, match="how late the start of 'c'"):
        story.order_probability("a", "b", seed=1)
    with pytest.raises(RangeError, match="how early the start of 'd'"):
        story.add(Event("d")).start_distribution("d", seed=1)


def test_what_cannot_be_asked_is_refused() -> None:
    story = within()
    with pytest.raises(WrongTypeError, match="a seed is an int"):
        story.order_probability("a", "b", seed=True)
    with pytest.raises(RangeError, match="at least 4 samples"):
        story.order_probability("a", "b", seed=1, samples=3)
    with pytest.raises(RangeError, match="between 0 and 1"):
        story.start_distribution("a", seed=1, samples=4).quantile(2)


def test_combinations_come_likeliest_first() -> None:
    story = Timeline(sources=(Source("tass", published="2025-12-13"),)).add(
        Event("a").said("last June", by="tass"), Event("b").said("last June", by="tass")
    )
    found = [
        ([reading.edtf for _, reading in combination.readings], combination.cost)
        for combination in story.add(Event("a").precedes("b")).solutions()
    ]
    assert found == [(["2025-06", "2025-06"], 0), (["2024-06", "2025-06"], 1), (["2024-06", "2024-06"], 2)]
    assert [combination.readings for combination in Timeline().solutions()] == [()]
