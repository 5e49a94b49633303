from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render import stories
from tests.render.skeleton import Document
from timeline.errors import ParseError, RangeError, WrongTypeError
from timeline.events import Event, Status
from timeline.formats.exchange import Part
from timeline.formats.pictures.htmlpage import to_html
from timeline.formats.pictures.svgpicture import to_svg
from timeline.model.timeline import Timeline
from timeline.render.layout import Layout, layout
from timeline.render.lines import TextOptions
from timeline.render.page import render_page
from timeline.render.svg import render_svg
from timeline.render.text import render_text
from timeline.render.view import Detail, Grouping, Sorting, View, first_day_of, last_day_of
from timeline.sources import Source
from timeline.strategies import timelines
from timeline.times import CivilDate
from timeline.times.calendar import date_from_day_number


def seen(timeline: Timeline, view: View) -> Layout:
    return layout(timeline, timeline.check(), view)


def ids(timeline: Timeline, view: View) -> list[str]:
    return [row.id for row in seen(timeline, view).rows]


YEARS = Timeline("Years").add(
    Event("late", "Beta", tags=["war", "sea"], place="Kiel", participants=["Ann"]).said("2025"),
    Event("early", "alpha", tags=["war"], status=Status.DISPUTED, participants=["Bob", "Ann"]).said("2020"),
    Event("long", "Gamma", place="Rome", status=Status.EXPECTED).said("2021/2024"),
    Event("someday", "Delta"),
    Event("since", "Epsilon").said("after 2023-06"),
)


def test_what_can_have_been_going_on_within_a_time_stays() -> None:
    assert ids(YEARS, View()) == ["early", "long", "since", "late", "someday"]
    assert ids(YEARS, View(since=first_day_of("2024"))) == ["long", "since", "late", "someday"]
    assert ids(YEARS, View(since=first_day_of("2025"))) == ["since", "late", "someday"]
    assert ids(YEARS, View(until=last_day_of("2020"))) == ["early", "someday"]
    assert ids(YEARS, View(until=last_day_of("2023-07-01"))) == ["early", "long", "since", "someday"]
    assert ids(YEARS, View(until=last_day_of("2023-06"))) == ["early", "long", "someday"]


def test_an_event_with_separate_windows_is_not_in_between() -> None:
    story = stories.engineers("yonhap")
    assert "treaty" in ids(story, View(since=first_day_of("2025-06"), until=last_day_of("2025-06")))
    assert "treaty" not in ids(story, View(since=first_day_of("2024-07"), until=last_day_of("2025-05")))


def test_days_are_those_of_the_zone_of_the_event() -> None:
    seoul = Source("s", published="2025-12-13", zone="Asia/Seoul")
    story = Timeline(sources=[seoul]).add(Event("a").said("2025-08-01", by=seoul))
    assert ids(story, View(since=CivilDate(2025, 8, 1), until=CivilDate(2025, 8, 1))) == ["a"]
    assert ids(story, View(until=CivilDate(2025, 7, 31))) == []
    assert ids(story, View(since=CivilDate(2025, 8, 2))) == []


def test_tags_and_statuses_choose() -> None:
    assert ids(YEARS, View(tags=["sea"])) == ["late"]
    assert ids(YEARS, View(tags=["war", "peace"])) == ["early", "late"]
    assert ids(YEARS, View(statuses=[Status.EXPECTED, Status.DISPUTED])) == ["early", "long"]
    assert ids(YEARS, View(statuses=[Status.REPORTED])) == ["since", "late", "someday"]


def test_what_is_left_out_is_said() -> None:
    picture = seen(YEARS, View(tags=["sea"]))
    assert picture.footer[-1] == "4 of 5 events are left out of this view"
    assert "4 of 5 events are left out of this view" in render_text(picture)
    assert "4 of 5 events are left out of this view" in Document(render_page(picture)).text()
    assert "4 of 5 events are left out of this view" in render_svg(picture)
    for write in (to_html, to_svg):
        lost = write(YEARS, None, View(tags=["sea"])).omissions[0]
        assert lost.part is Part.EVENTS
        assert sorted(lost.events) == ["early", "long", "since", "someday"]


def test_findings_are_those_of_the_whole_but_for_readings_of_events_that_are_not_seen() -> None:
    picture = seen(stories.engineers(), View(until=last_day_of("2024")))
    assert picture.conflicts == seen(stories.engineers(), View()).conflicts
    assert [line.partition(":")[0] for line in picture.excluded] == ["treaty"]
    assert seen(stories.engineers(), View(since=first_day_of("2025-07"))).excluded == ()


def test_events_can_be_sorted_by_what_they_are_called() -> None:
    assert ids(YEARS, View(sort_by=Sorting.TITLE)) == ["early", "late", "someday", "since", "long"]
    assert ids(YEARS, View(sort_by=Sorting.ID)) == ["early", "late", "long", "since", "someday"]


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (Grouping.TAG, {"war": ["early", "late"], "sea": ["late"], "no tag": ["long", "since", "someday"]}),
        (Grouping.PLACE, {"Rome": ["long"], "Kiel": ["late"], "no place": ["early", "since", "someday"]}),
        (
            Grouping.PARTICIPANT,
            {"Bob": ["early"], "Ann": ["early", "late"], "no participant": ["long", "since", "someday"]},
        ),
    ],
)
def test_events_are_put_together(grouping: Grouping, groups: dict[str, list[str]]) -> None:
    picture = seen(YEARS, View(group_by=grouping))
    assert {name: [row.id for row in rows] for name, rows in picture.grouped()} == groups
    assert list(groups) == [name for name, _ in picture.grouped()]


def test_groups_by_source() -> None:
    picture = seen(stories.engineers("yonhap", "tass"), View(group_by=Grouping.SOURCE))
    found = {name: [row.id for row in rows] for name, rows in picture.grouped()}
    assert found["tass"] == ["treaty", "engineers", "ceremony"]
    assert found["no source"] == ["honours"]


def test_an_event_of_two_groups_is_told_once_on_a_page() -> None:
    picture = seen(YEARS, View(group_by=Grouping.TAG, detail=Detail.FULL))
    page = Document(render_page(picture))
    assert page.faults == []
    names = list(page.values("id"))
    assert len(set(names)) == len(names)
    assert page.skeleton.count(("a", ("href", "dir"))) == 1
    assert render_svg(picture).count('class="label"') == 6


def test_how_closely_events_are_looked_at() -> None:
    story = stories.engineers()
    texts = [render_text(seen(story, View(detail=detail)), TextOptions(width=100)) for detail in Detail]
    compact, words, full = (len(text.splitlines()) for text in texts)
    assert compact < words < full
    assert "'last June'" not in texts[0].partition("Conflicts")[0]
    assert "clearing ends before 2025-11-10: yonhap says it lasted 'less than three months'" in " ".join(
        texts[2].split()
    )


def test_views_that_make_no_sense_are_refused() -> None:
    with pytest.raises(RangeError, match="both since"):
        View(since=CivilDate(2025, 1, 2), until=CivilDate(2025, 1, 1))
    with pytest.raises(WrongTypeError):
        View(statuses=["reported"])  # type: ignore[list-item]  # what a hurried caller gives
    with pytest.raises(WrongTypeError):
        View(tags="war")
    for text in ("soon", "2025-13", "2025-08-01T10:00", ""):
        with pytest.raises((ParseError, RangeError)):
            first_day_of(text)


@settings(max_examples=40, deadline=None)
@given(
    timelines(),
    st.sampled_from(Grouping),
    st.one_of(st.none(), st.integers(0, 20_000)),
    st.sets(st.sampled_from(Status)),
)
def test_a_view_invents_nothing_and_hides_nothing_silently(
    timeline: Timeline, grouping: Grouping, since: int | None, statuses: set[Status]
) -> None:
    day = None if since is None else date_from_day_number(since)
    view = View(group_by=grouping, since=day, statuses=sorted(statuses, key=lambda one: one.value))
    report = timeline.check()
    whole, part = layout(timeline, report), layout(timeline, report, view)
    rows = {row.id: row for row in whole.rows}
    assert [row.id for row in part.rows] == [name for name in rows if name in {row.id for row in part.rows}]
    for row in part.rows:
        assert attrs.evolve(row, phrase="") == attrs.evolve(rows[row.id], phrase="")
    grouped = {row.id for _, members in part.grouped() for row in members}
    assert grouped == {row.id for row in part.rows}
    hidden = len(rows) - len(part.rows)
    told = [note for note in part.footer if re.match(r"[0-9]+ of [0-9]+ events? ", note)]
    assert bool(told) == bool(hidden)
    assert part.conflicts == whole.conflicts
