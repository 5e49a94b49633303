"""Differences in sentences: every change is told, in words that name who says what."""

from __future__ import annotations

import attrs

from timeline.events import Event
from timeline.model.differences import diff
from timeline.model.timeline import Timeline
from timeline.render.differences import difference_sections, difference_sentence
from timeline.sources import Source

STORY = Timeline(sources=[Source("yonhap", published="2025-12-13", zone="Asia/Seoul"), Source("tass")])
JUNE = Event("treaty").said("last June", by="yonhap")
SUMMER = JUNE.said("2024", by="tass")


def told(before: Timeline, after: Timeline) -> dict[str, list[str]]:
    """Return the lines under each heading that has any."""
    return {
        heading: [line for passage in passages for line in (passage.head, *passage.lines)]
        for heading, passages, _ in difference_sections(diff(before, after))
        if passages
    }


def test_nothing_is_told_of_equals() -> None:
    assert told(STORY, STORY) == {}
    assert difference_sentence(diff(STORY, STORY)) == "same"


def test_a_new_claim_with_the_reading_and_the_bounds_that_it_moves() -> None:
    assert told(STORY.add(JUNE), STORY.add(SUMMER)) == {
        "New": ["tass's claim '2024' about treaty"],
        "Readings": [
            "treaty: 'last June' (yonhap) can no longer be 2025-06, because tass says '2024'; it is 2024-06"
        ],
        "Bounds": [
            "treaty: 2024-06, was 2024-06 or 2025-06",
            "ends before 2024-07-01 (was: before 2025-07-01), with tass's claim '2024' about treaty",
        ],
    }


def test_the_other_way_round() -> None:
    found = told(STORY.add(SUMMER), STORY.add(JUNE))
    assert found["Gone"] == ["tass's claim '2024' about treaty"]
    assert found["Readings"] == ["treaty: 'last June' (yonhap) can be 2025-06; it is 2025-06 or 2024-06"]
    assert found["Bounds"][1] == (
        "ends before 2025-07-01 (was: before 2024-07-01), without tass's claim '2024' about treaty"
    )


def test_a_bound_that_nothing_holds_any_more() -> None:
    found = told(STORY.add(Event("a").said("2024", by="tass")), STORY.add(Event("a")))
    assert found["Bounds"] == [
        "a: undated, was 2024",
        "nothing says how early it starts (was: starts on or after 2024-01-01), without tass's claim '2024' about a",
        "nothing says how late it ends (was: ends before 2025-01-01), without tass's claim '2024' about a",
    ]


def test_the_same_day_in_another_zone_names_both_zones() -> None:
    one, two = (STORY.add(Event("a").said("2025-12-12", by=by)) for by in ("yonhap", "tass"))
    assert told(one, two)["Bounds"][:2] == [
        "a: still 2025-12-12",
        (
            "starts on or after 2025-12-12 in UTC (was: on or after 2025-12-12 in Asia/Seoul),"
            " with tass's claim '2025-12-12' about a and without yonhap's claim '2025-12-12' about a"
        ),
    ]


def test_likelihood_alone() -> None:
    turned = attrs.evolve(STORY.conventions, last="calendar")
    found = diff(STORY.add(JUNE), attrs.evolve(STORY, conventions=turned).add(JUNE))
    sections = {heading: passages for heading, passages, _ in difference_sections(found)}
    assert [passage.head for passage in sections["Readings"]] == [
        "treaty: 'last June' (yonhap) is 2024-06 or 2025-06, in this order"
    ]


def test_a_conflict_that_comes_and_one_that_goes() -> None:
    fits, clashes = (
        STORY.add(Event("a").said("2024")),
        STORY.add(Event("a").said("2024").said("2026", by="tass")),
    )
    (head,) = told(fits, clashes)["Conflicts that are new"]
    assert head.endswith("they are 365 days apart, both cannot be true")
    assert told(clashes, fits)["Conflicts that are gone"] == [head]
    assert difference_sentence(diff(fits, clashes)) == "different: 1 statement new, 1 conflict new"


def test_what_is_written_differently_is_told_with_both_texts() -> None:
    found = told(STORY.add(Event("a", "Signing")), STORY.add(Event("a", place="Pyongyang")))
    assert found["Written differently"] == [
        "event a: title is nothing, was Signing",
        "event a: place is Pyongyang, was nothing",
    ]
