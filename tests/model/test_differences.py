"""What changed between two timelines: nothing between equals, the mirror image the other way round, nothing left out."""

from __future__ import annotations

from collections import Counter

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.oracles.timeline_oracle import said_in
from timeline.constraints import Constraint
from timeline.events import Claim, Event
from timeline.model.differences import Difference, diff
from timeline.model.report import Corner, ReadingVerdict
from timeline.model.statements import Statement
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import conflicting_timelines, consistent_timelines

slow = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
Pair = tuple[Timeline, Timeline]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Return a timeline and what is left of it, or of another, with some statements left out."""
    whole = (
        draw(conflicting_timelines(max_events=3))[0] if draw(st.booleans()) else draw(consistent_timelines())
    )
    dropped = draw(st.sets(st.sampled_from(whole.statements))) if whole.statements else set()
    other = whole.without(*sorted(dropped, key=lambda said: said.id))
    return (whole, other) if draw(st.booleans()) else (other, whole)


def said(timeline: Timeline) -> Counter[object]:
    return Counter(said_in(timeline))


def about(statements: tuple[Statement, ...]) -> Counter[object]:
    return Counter(
        (one.event, one.about) if isinstance(one.about, Claim) else one.about for one in statements
    )


def mirrored(found: Difference) -> tuple[object, ...]:
    moved = [
        (event.before.event.id, [(one.corner, one.after.value, one.before.value) for one in event.bounds])
        for event in found.events
    ]
    return found.new, found.gone, found.new_conflicts, found.gone_conflicts, found.new_events, moved


@slow
@given(pairs())
def test_what_is_gone_and_new_is_exactly_what_only_one_of_them_says(found: Pair) -> None:
    one, two = found
    difference = diff(one, two)
    assert about(difference.gone) == said(one) - said(two)
    assert about(difference.new) == said(two) - said(one)


@slow
@given(pairs())
def test_every_bound_that_is_elsewhere_is_told_with_both_places(found: Pair) -> None:
    one, two = found
    told = {
        (event.after.event.id, moved.corner): (moved.before.value, moved.after.value)
        for event in diff(one, two).events
        for moved in event.bounds
    }
    reports = one.check(), two.check()
    for event in one.events:
        for corner in Corner:
            places = tuple(report[event.id].bound(corner).value for report in reports)
            assert told.get((event.id, corner)) == (None if places[0] == places[1] else places)


@slow
@given(pairs())
def test_the_other_way_round_it_is_the_mirror_image(found: Pair) -> None:
    one, two = found
    there, back = diff(one, two), diff(two, one)
    moved = [
        (event.before.event.id, [(one.corner, one.before.value, one.after.value) for one in event.bounds])
        for event in there.events
    ]
    expected = there.gone, there.new, there.gone_conflicts, there.new_conflicts, there.gone_events, moved
    assert mirrored(back) == expected
    assert there.same is back.same


@slow
@given(pairs())
def test_it_is_the_same_exactly_when_both_are_equal(found: Pair) -> None:
    one, two = found
    assert diff(one, one).same
    assert diff(one, two).same is (one == two)


@slow
@given(conflicting_timelines(max_events=3))
def test_a_correction_takes_all_conflicts_away(found: Pair) -> None:
    story, _ = found
    report = story.check()
    difference = diff(story, story.without(*report.correction.statements))
    assert difference.gone_conflicts == report.conflicts
    assert difference.new_conflicts == ()
    assert Counter(difference.gone) == Counter(report.correction.statements)
    assert difference.after.consistent


YONHAP = Source("yonhap", published="2025-12-13")
TREATY = Event("treaty").said("last June", by="yonhap")


def story(*events: Event, rules: tuple[Constraint, ...] = ()) -> Timeline:
    return Timeline(sources=[YONHAP], events=events, constraints=rules)


def test_a_reading_that_falls_is_told_with_what_excludes_it() -> None:
    (event,) = diff(story(TREATY), story(TREATY.said("2024"))).events
    turned = {
        change.after.reading.edtf: (change.before.verdict, change.after.verdict)
        for change in event.readings
        if change.before and change.after
    }
    assert turned == {
        "2025-06": (ReadingVerdict.CHOSEN, ReadingVerdict.EXCLUDED),
        "2024-06": (ReadingVerdict.STANDS, ReadingVerdict.CHOSEN),
    }
    assert [by.says for change in event.readings if change.after for by in change.after.excluded_by] == [
        "2024"
    ]


def test_readings_that_a_claim_no_longer_has_are_told() -> None:
    later = attrs.evolve(story(TREATY), sources=[attrs.evolve(YONHAP, published="2024-12-13")])
    found = diff(story(TREATY), later)
    assert [(change.where, change.field) for change in found.fields] == [("source yonhap", "published")]
    (event,) = found.events
    names = {
        (change.before and change.before.reading.edtf, change.after and change.after.reading.edtf)
        for change in event.readings
    }
    assert (None, "2023-06") in names
    assert ("2025-06", None) in names


def test_what_is_written_differently_is_told_and_decides_nothing() -> None:
    found = diff(
        story(Event("a", "Signing")), attrs.evolve(story(Event("a", place="Pyongyang")), title="Two")
    )
    assert [(change.where, change.field, change.before, change.after) for change in found.fields] == [
        ("the timeline", "title", "", "Two"),
        ("event a", "title", "Signing", ""),
        ("event a", "place", None, "Pyongyang"),
    ]
    assert not found.same
    assert not found.events


def test_events_of_different_classes_are_compared_field_by_field() -> None:
    @attrs.frozen
    class Treaty(Event):
        parties: tuple[str, ...] = ()

    found = diff(story(Event("a")), story(Treaty("a", parties=("Russia",))))
    assert {change.field: (change.before, change.after) for change in found.fields} == {
        "kind": ("Event", "Treaty"),
        "parties": (None, ("Russia",)),
    }


def test_a_claim_made_twice_counts_twice() -> None:
    once, twice = (story(Event("a").claiming(*[Claim("2025")] * count)) for count in (1, 2))
    assert [said.says for said in diff(once, twice).new] == ["2025"]
    assert not diff(twice, once).events


def test_events_and_sources_that_only_one_has() -> None:
    found = diff(story(TREATY), Timeline().add(Event("combat")))
    assert (found.gone_events, found.new_events) == (("treaty",), ("combat",))
    assert (found.gone_sources, found.new_sources) == (("yonhap",), ())
    assert not found.same
