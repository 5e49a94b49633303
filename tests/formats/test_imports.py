"""Imports from other programs: what was exported comes back as far as the format carries it, and nothing disappears."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.formats.test_exports import CAESAR, HOSTILE, OPEN, UNDATED, everything, export, said, story
from timeline.errors import TimelineError
from timeline.events import Claim, Event, Status
from timeline.formats import Import, Part, Taking, all_formats, format_named
from timeline.formats.omitting import is_controlling
from timeline.formats.orderlines import order_line
from timeline.formats.programs.spreadsheets import guarded, unguarded
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import consistent_timelines, timelines

TAKEN = [found.name for found in all_formats() if found.take is not None]
BACK = [name for name in TAKEN if Part.WORDS in format_named(name).carries]
"""The formats that give the claims back, and so the timeline."""

modest = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)


def take(name: str, data: bytes, **more: Any) -> Import:
    taker = format_named(name).take
    assert taker is not None
    return taker(data, Taking("file.x", **more))


FIELDS = {
    Part.KINDS: "kind",
    Part.STATUS: "status",
    Part.PARTICIPANTS: "participants",
    Part.PLACES: "place",
    Part.TAGS: "tags",
    Part.LINKS: "links",
    Part.MEDIA: "media",
    Part.NOTES: "note",
    Part.OTHER_TITLES: "other_titles",
}


def as_carried(timeline: Timeline, carries: frozenset[Part]) -> dict[str, dict[str, object]]:
    """Return what a format that carries these parts has to give back of the events."""
    found: dict[str, dict[str, object]] = {}
    for event in timeline.events:
        told: dict[str, object] = {"title": event.title}
        told |= {field: getattr(event, field) for part, field in FIELDS.items() if part in carries}
        told["claims"] = {
            (claim.says, claim.source, claim.aspect, claim.reads, _anchor(timeline, claim))
            for claim in event.claims
        }
        found[event.id] = told
    return found


def _anchor(timeline: Timeline, claim: Claim) -> str | None:
    source = timeline.source(claim.source)
    return claim.anchor or (source.published if source else None)


def carried_back(name: str, timeline: Timeline) -> None:
    """What the format says that it carries is there again; the proofs may have other words, the bounds are the same."""
    timeline = quiet(timeline)
    carries = format_named(name).carries
    exported = export(name, timeline)
    found = take(name, exported.data)
    assert found.omissions == (), exported.data.decode()[-1500:]
    left = [event for lost in exported.omissions if lost.part is Part.EVENTS for event in lost.events]
    wanted = {event: told for event, told in as_carried(timeline, carries).items() if event not in left}
    assert as_carried(found.timeline, carries) == wanted
    if Part.ORDER in carries:
        assert {(str(rule), rule.source) for rule in found.timeline.constraints} == {
            (str(rule), rule.source) for rule in timeline.constraints if not set(rule.events) & set(left)
        }


def quiet(timeline: Timeline) -> Timeline:
    """Return a timeline without what no format of another program is meant to carry: control characters, odd spaces, rules without words."""
    events = [_quiet(event) for event in timeline.events]
    rules = [rule for rule in timeline.constraints if order_line(rule, timeline.conventions) is not None]
    return attrs.evolve(timeline, events=events, constraints=rules, zone=None)


def _quiet(event: Event) -> Event:
    def kept(text: str) -> str:
        text = "".join(letter for letter in text if not is_controlling(letter))
        return " ".join(text.split())

    changed: dict[str, Any] = {"title": kept(event.title) if kept(event.title) != event.id else ""}
    changed |= {name: kept(getattr(event, name) or "") or None for name in ("place", "note")}
    for name in ("participants", "tags", "links", "media", "other_titles"):
        changed[name] = tuple(filter(None, map(kept, getattr(event, name))))
    changed["tags"] = tuple(
        tag.replace(",", ";") for tag in changed["tags"]
    )  # a cell of Timesketch parts them with commas
    if type(event) is Event:
        changed["kind"] = kept(event.kind) or "Event"
    return attrs.evolve(event, **changed)


each_way_back = pytest.mark.parametrize("name", BACK)


@each_way_back
@pytest.mark.parametrize(
    "timeline",
    [story("yonhap", "tass"), story("yonhap", "tass", "kbs", "chosun"), CAESAR, UNDATED, Timeline()],
    ids=["story", "conflict", "caesar", "undated", "empty"],
)
def test_a_story_comes_back(name: str, timeline: Timeline) -> None:
    carried_back(name, timeline)


@modest
@given(st.one_of(consistent_timelines(max_events=3), timelines(max_events=3)))
def test_any_timeline_comes_back(timeline: Timeline) -> None:
    for name in BACK:
        carried_back(name, timeline)


@pytest.mark.parametrize("name", [name for name in BACK if Part.ORDER in format_named(name).carries])
def test_what_comes_back_has_the_same_bounds(name: str) -> None:
    before = story("yonhap", "tass", "kbs", "chosun")  # all of it has dates
    after = take(name, export(name, before).data).timeline
    assert {event.event.id: event.derived for event in after.check().events} == {
        event.event.id: event.derived for event in before.check().events
    }


@each_way_back
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_back_as_text(name: str, text: str) -> None:
    found = take(name, export(name, everything(text)).data).timeline
    undated = {"b"} if Part.UNDATED in format_named(name).carries else set()
    assert {event.id for event in found.events} == {"a", "constructor"} | undated


@given(st.text(max_size=6) | st.text("'=+-@\t\r\uff1da", max_size=5))
def test_guards_are_taken_away_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


SEEDS = (
    b"",
    b"{",
    b"[]",
    b"{}",
    b'{"events": [{"start_date": {"year": "x"}}]}',
    b'id,title\n"a',
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
    b"\x00\xff",
    b"---\ntitle: x\n",
)


@pytest.mark.parametrize("name", TAKEN)
@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SEEDS) | st.binary(max_size=60), st.integers(0, 10**6))
def test_any_bytes_are_a_timeline_or_an_error_of_ours(name: str, noise: bytes, cut: int) -> None:
    written = format_named(name).write
    whole = export(name, everything("a: b")).data if written is not None else b'{"a": 1}'
    place = cut % (len(whole) + 1)
    for data in (noise, whole[:place], whole[:place] + noise + whole[place:]):
        try:
            found = take(name, data)
        except TimelineError:
            continue
        found.timeline.check()


CSV_CASES: tuple[tuple[str, dict[str, Any], Callable[[Import], object], object], ...] = (
    ("Date,Title\n2025-08,Call\n", {}, lambda found: found.timeline["call"].claims[0].source, "file"),
    ("date;title\n2025;A\n2024;A\n", {}, lambda found: sorted(e.id for e in found.timeline.events), ["a", "a-2"]),
    ("id,title,date\nx,A,2025\nx,A,2025-08\n", {}, lambda found: len(found.timeline["x"].claims), 2),
    ("id,title,date\nx,A,2025\nx,B,2025-08\n", {}, lambda found: len(found.omissions), 1),
    ("title,date,who\nA,,Kim; Lee\n", {}, lambda found: found.timeline["a"].participants, ("Kim", "Lee")),
    ("title,date\nA,soonish\n", {}, lambda found: found.timeline["a"].details["not understood"], ("soonish",)),
    ("title,date\nA,Friday\n", {"anchor": "2025-12-13"}, lambda found: found.omissions, ()),
    ("title,date\nA,Friday\n", {}, lambda found: len(found.omissions), 1),
    ("title,Datum\nA,2025\n", {"columns": {"when": "Datum"}}, lambda found: found.omissions, ()),
    ("title,date,by\nA,2025,Kim's log\n", {}, lambda found: found.timeline["a"].claims[0].source, "kim-s-log"),
    ("title,start,end\nA,2025,2026\n", {}, lambda found: [c.aspect.value for c in found.timeline["a"].claims], ["from", "to"]),
    ("title,status\nA,Expected\n", {}, lambda found: found.timeline["a"].status, Status.EXPECTED),
    ("title,status\nA,maybe\n", {}, lambda found: len(found.omissions), 1),
    ("title,date\n\n'=1,2025\n", {}, lambda found: found.timeline["1"].title, "=1"),
    ('title,note\nA,"two\nlines"\n', {}, lambda found: found.timeline["a"].note, "two\nlines"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "more", "look", "wanted"), CSV_CASES, ids=range(len(CSV_CASES)))
def test_tables_of_others(
    text: str, more: dict[str, Any], look: Callable[[Import], object], wanted: object
) -> None:
    assert look(take("csv", text.encode(), **more)) == wanted


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("a,b\n1,2\n", {}, "no column is a title or a date"),
        ("title\nA\n", {"when": "Datum"}, "no column 'Datum'"),
        ("title\nA\n", {"whn": "title"}, "did you mean 'when'"),
        ("", {}, "no column is a title"),
    ],
)
def test_tables_that_are_none(text: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(TimelineError, match=message):
        take("csv", text.encode(), columns=columns)


def calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")).encode()


ICS_CASES: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("UID:1", "DTSTART;VALUE=DATE:20250801", "DTEND;VALUE=DATE:20250802"), ["when 2025-08-01"]),
    (("UID:1", "DTSTART;VALUE=DATE:20250801", "DTEND;VALUE=DATE:20250811"), ["from 2025-08-01", "to 2025-08-10"]),
    (("UID:1", "DTSTART:20250801T090000Z"), ["when 2025-08-01T09:00:00Z"]),
    (("UID:1", "DTSTART;TZID=Asia/Seoul:20250801T090000"), ["when 2025-08-01T00:00:00Z"]),
    (("UID:1", "DTSTART:20250801T090000"), ["when 2025-08-01T09:00:00"]),
    (("UID:1", "DTSTART:20250801T090000Z", "DURATION:PT1H"), ["from 2025-08-01T09:00:00Z", "to 2025-08-01T10:00:00Z"]),
    (("UID:1", "DTSTART;VALUE=DATE:20250801", "DURATION:P1W"), ["from 2025-08-01", "to 2025-08-07"]),
    (("UID:1", "DTSTART;VALUE=DATE:20250801", "DURATION:P1D"), ["when 2025-08-01"]),
    (("UID:1", "SUMMARY:a"), []),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "claims"), ICS_CASES, ids=range(len(ICS_CASES)))
def test_calendars_of_others(lines: tuple[str, ...], claims: list[str]) -> None:
    found = take("ics", calendar(*lines))
    assert [f"{claim.aspect.value} {claim.says}" for claim in found.timeline["1"].claims] == claims
    assert found.omissions == ()
    assert found.timeline.check().consistent


def test_what_a_calendar_repeats_is_told() -> None:
    found = take("ics", calendar("UID:1", "DTSTART:20250801T090000Z", "RRULE:FREQ=DAILY;COUNT=1000000000"))
    assert found.omissions == ("file.x:5: RRULE of 1",)
    folded = take("ics", calendar("UID:1", "SUMMARY:Wel", " come\\, all"))
    assert folded.timeline["1"].title == "Welcome, all"


def test_the_source_of_a_file_is_named_after_it(tmp_path: Path) -> None:
    found = take("csv", b"title,date\nA,2025\n", zone="Asia/Seoul", anchor="2025-12-13")
    assert found.timeline.sources == (Source("file", "file.x", published="2025-12-13", zone="Asia/Seoul"),)


MARKWHEN = b"""---
title: Two wars
---
# Rome
500 BCE - 490 BCE: Ionian revolt #greece
44 BCE: Ides
place: Rome
some text
# Later
Aug 3 2025: Call
not a date: text
2025-08-12 14:05 / 2025-08-12 15:05: Meeting
"""


def test_markwhen_of_others() -> None:
    found = take("markwhen", MARKWHEN).timeline
    said = {event.id: [claim.says for claim in event.claims] for event in found.events}
    assert said == {
        "call": ["Aug 3 2025"],
        "ides": ["-0043"],
        "ionian-revolt": ["-0499", "-0490"],
        "meeting": ["2025-08-12 14:05", "2025-08-12 15:05"],
    }
    assert (found.title, found["ides"].place, found["ides"].note) == ("Two wars", "Rome", "some text")
    assert (found["ionian-revolt"].tags, found["call"].note) == (("Rome", "greece"), "not a date: text")
    assert found.check().consistent


def slides(*events: dict[str, Any]) -> bytes:
    return json.dumps({"title": {"text": {"headline": "A <b>life</b>"}}, "events": events}).encode()


SLIDES: tuple[tuple[dict[str, Any], list[tuple[str, str, tuple[str, ...]]]], ...] = (
    ({"start_date": {"year": 1850}}, [("when", "1850", ())]),
    ({"start_date": {"year": "1850", "month": "3", "day": ""}}, [("when", "1850-03", ())]),
    ({"start_date": {"year": -44, "month": 3, "day": 15}}, [("when", "-0043-03-15", ())]),
    ({"start_date": {"year": 20000}}, [("when", "Y20000", ())]),
    ({"start_date": {"year": 1850}, "end_date": {"year": 1851}}, [("from", "1850", ()), ("to", "1851", ())]),
    ({"start_date": {"year": 1850}, "end_date": {"year": 1851}, "display_date": "about 1850"}, [("when", "about 1850", ("[1850..1851]",))]),
    ({"start_date": {"year": 2025, "month": 8, "day": 1, "hour": 9}}, [("when", "2025-08-01T09:00:00", ())]),
    ({"start_date": {"year": 2025, "month": 2, "day": 30}}, []),
    ({"start_date": {"year": "soon"}}, []),
)  # fmt: skip


@pytest.mark.parametrize(("dates", "claims"), SLIDES, ids=range(len(SLIDES)))
def test_slides_of_others(dates: dict[str, Any], claims: list[tuple[str, str, tuple[str, ...]]]) -> None:
    slide = {"unique_id": "a", "text": {"headline": "<p>A &amp; b</p>", "text": "one<br>two"}, **dates}
    found = take("timelinejs", slides(slide))
    event = found.timeline["a"]
    assert [(claim.aspect.value, claim.says, claim.reads) for claim in event.claims] == claims
    assert (found.timeline.title, event.title, event.note) == ("A life", "A & b", "one\ntwo")
    assert bool(found.omissions) == (not claims)
    assert found.timeline.check().consistent


VAGUE = Timeline("Vague").add(
    *(
        said(f"e{n}", words)
        for n, words in enumerate(("early August 2025", "August 2025", "summer of 2024", "2025-08-12"))
    )
)


@pytest.mark.parametrize("timeline", [VAGUE, CAESAR, OPEN], ids=["vague", "caesar", "open"])
def test_slides_come_back_never_more_precise(timeline: Timeline) -> None:
    """What comes back allows everything that was possible; what is open on both sides has no claim that can be read."""
    before, after = timeline.check(), take("timelinejs", export("timelinejs", timeline).data).timeline
    for event in after.events:
        outer = before[event.id].derived.outer
        assert after.why(event).derived.outer.covers(outer)
        assert bool(event.claims) == (event.id not in {"begun", "over"})
        assert event.title in {event.id, ""}


def test_the_commas_of_tags_are_told_where_commas_part_them() -> None:
    story = Timeline().add(Event("a", tags=("north, south", "east")).said("2025"), Event("b").said("2025"))
    exported = export("timesketch", story)
    assert [str(each) for each in exported.omissions] == ["the commas of tags, which stand between tags: a"]
    assert take("timesketch", exported.data).timeline["a"].tags == ("north  south", "east")
    assert take("timesketch-jsonl", export("timesketch-jsonl", story).data).timeline["a"].tags == (
        "north, south",
        "east",
    )
