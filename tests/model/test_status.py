"""A report does not look ahead of the day of its source, an expectation does not look back; what is open lies where its known side does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Event, Source, Timeline
from timeline.events import Claim, Status
from timeline.model.readings import by_status

SOURCE = Source("alice", published="2026-03-06")
WORDS = st.sampled_from(
    ["Wednesday", "before 10 a.m. on Wednesday", "by Friday", "after Monday", "June", "until Sunday", "since March",
     "early May", "7 March", "before 9 March", "next week", "last June", "not before Monday"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "kept"),
    [
        ("before 10 a.m. on Wednesday", Status.REPORTED, ["2026-03-04T10:00"]),
        ("before 9 March", Status.REPORTED, ["2025-03-09"]),
        ("before 9 March", Status.EXPECTED, ["2026-03-09"]),
        ("after Monday", Status.EXPECTED, ["2026-03-09"]),
    ],
)
def test_an_open_reading_lies_where_its_known_side_does(words: str, status: Status, kept: list[str]) -> None:
    claim = Claim(words, "alice")
    readings = Timeline(sources=(SOURCE,)).readings(claim)
    found, _ = by_status(claim, status, SOURCE, readings, None)
    assert [reading.timex_value for reading in found] == kept


@given(WORDS, st.sampled_from(Status))
def test_nothing_is_lost_and_something_is_kept(words: str, status: Status) -> None:
    claim = Claim(words, "alice")
    readings = Timeline(sources=(SOURCE,)).readings(claim)
    kept, passed_over = by_status(claim, status, SOURCE, readings, None)
    assert kept
    assert sorted(map(str, (*kept, *passed_over))) == sorted(map(str, readings))
    assert [reading for reading in readings if reading in kept] == list(kept)


def test_a_far_weekday_is_no_way_out_of_a_contradiction() -> None:
    story = Timeline(sources=(SOURCE, Source("pager", published="2026-03-04")))
    story = story.add(
        Event("fall").said("before 10 a.m. on Wednesday", by="alice").said("2026-03-04T11:30Z", by="pager")
    )
    assert not story.check().consistent
