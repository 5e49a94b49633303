"""Exports to other programs: no event disappears without a word, and data from outside never becomes structure."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.exported import FORMATS as LOOKS
from timeline.constraints import AllenConstraint
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Event, Status
from timeline.formats import FORMATS as KEPT
from timeline.formats import (
    Export,
    Part,
    all_formats,
    format_named,
    from_json,
    read_bytes,
    read_file,
    to_json,
)
from timeline.formats.entries import entries
from timeline.model.timeline import Timeline
from timeline.render.moments import DUST
from timeline.sources import Source
from timeline.strategies import consistent_timelines, timelines
from timeline.times.zones import MICROSECONDS_PER_DAY, day_start

KURSK = Path(__file__).parents[2] / "docs" / "examples" / "kursk"
OTHERS = [found.name for found in all_formats() if found.write is not None and found.name not in KEPT]
DRAWN: frozenset[str] = frozenset({"html", "parquet", "png", "svg"})
"""Pictures and pages, which tests of their own look at, and what only a library reads: the oracles ask it."""

modest = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
each_format = pytest.mark.parametrize("name", [name for name in OTHERS if name not in DRAWN])


def export(name: str, timeline: Timeline) -> Export:
    writer = format_named(name).write
    assert writer is not None
    return writer(timeline, None)


def story(*names: str) -> Timeline:
    first, *others = [read_file(KURSK / f"{name}.timeline.yaml") for name in names]
    return first.merge(*others)


def named(timeline: Timeline) -> Timeline:
    """Return a timeline in which every event is called by its id."""
    return timeline.replace(*(attrs.evolve(event, title=event.id) for event in timeline.events))


def said(name: str, words: str, **more: object) -> Event:
    return Event(name, name, **more).said(words)  # type: ignore[arg-type]  # any field of an event


CAESAR = Timeline("Rome").add(
    said("ides", "-0043-03-15"), said("year", "-0043"), said("triumvirate", "-0042-11-27/-0032")
)
UNDATED = Timeline("Order alone").add(
    Event("a", "a"), Event("b", "b"), Event("c", "c"), Event("a").precedes("b"), Event("b").precedes("c")
)
OPEN = Timeline("Open sides").add(
    said("until", "before 2025-08"),
    said("since", "after 2025-08-11"),
    Event("begun", "begun").claiming(Claim("before 2020", aspect=Aspect.START)),
    Event("over", "over").claiming(Claim("after 2020", aspect=Aspect.END)),
    said("moment", "2025-08-12T14:05:07Z"),
    said("far", "Y-100000"),
    said("later", "Y10000"),
)


def law(name: str, timeline: Timeline) -> None:
    """Events in are events out and events that an omission names; nothing is both."""
    exported = export(name, timeline)
    shown = LOOKS[name][0](exported.data)
    left = [event for lost in exported.omissions if lost.part is Part.EVENTS for event in lost.events]
    assert sorted({*shown, *left}) == [event.id for event in timeline.events]
    assert set(shown).isdisjoint(left)


def test_every_format_is_looked_into() -> None:
    assert {*LOOKS} | DRAWN == {*OTHERS}


@each_format
@pytest.mark.parametrize(
    "timeline",
    [story("yonhap", "tass"), story("yonhap", "tass", "kbs", "chosun"), CAESAR, UNDATED, OPEN, Timeline()],
    ids=["story", "conflict", "caesar", "undated", "open", "empty"],
)
def test_no_event_disappears(name: str, timeline: Timeline) -> None:
    law(name, named(timeline))


@modest
@given(st.one_of(consistent_timelines(max_events=3), timelines(max_events=3)))
def test_no_event_of_any_timeline_disappears(timeline: Timeline) -> None:
    timeline = named(timeline)
    for name in LOOKS:
        law(name, timeline)


@each_format
def test_the_same_timeline_gives_the_same_bytes(name: str) -> None:
    one = story("yonhap", "tass")
    assert export(name, one).data == export(name, from_json(to_json(one))).data


IN_PART = {"timeml": {Part.ORDER}}
"""What a format carries in part, and names for what is missing."""


@each_format
def test_what_is_not_carried_is_named(name: str) -> None:
    """A timeline that has everything loses exactly the parts that the format does not claim."""
    found = format_named(name)
    lost = {omission.part for omission in export(name, everything("word")).omissions}
    never = {Part.CHARACTERS, Part.UNDATED, Part.FAR_YEARS, Part.EVENTS, Part.FINDINGS, Part.BOUNDS}
    assert lost - never - IN_PART.get(name, set()) == set(Part) - never - found.carries - found.tells


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "]]>",
    "--><!--",
    "</style></title>",
    "&#60;b&#62; &lt;b&gt;",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "Hi\rATTENDEE:x",
    "a\u2028b\u2029c\x85d\x0be",
    "\x1b[2J\x1b]0;x\x07\x9b1m",
    "\u202eabc\u2066",
    "[link=http://x]y[/link] [/b] [red]",
    "[a](javascript:alert(1)) ![a](x)",
    "| a | b |\n|---|",
    "a : b : c ; d , e # f %% g",
    "%%{init: {'theme':'dark'}}%%",
    "section x\ntitle y\n2025: z",
    "2025-01-01: another event\nid: a",
    "// comment\n# heading\n#tag",
    "---\ntitle: x\n---",
    "`code` $$x$$ ~~x~~ **x** _x_",
    "\\n\\, \\; \\",
    "{{7*7}} ${7*7} <%= 7 %>",
    "urn:x> . <urn:y> <urn:z> <urn:a",
    "é" * 200,
)


def everything(text: str) -> Timeline:
    """Return a timeline that has everything, with a text from outside wherever one can stand."""
    claim = Claim(text, "s", reads=("2025-08",), quote=text, page=text, status=Status.REPORTED)
    event = Event(
        "a",
        text,
        claims=(claim,),
        kind=text,
        status=Status.EXPECTED,
        participants=(text, text),
        place=text,
        tags=(text,),
        links=(text,),
        media=(text,),
        note=text,
        other_titles=(text,),
        details={text: text},
    )
    source = Source("s", text, publisher=text, url=text, published="2025-12-13", note=text)
    other = Event("constructor", "word").said("2024")
    undated = Event("b", text)
    return Timeline(text, sources=[source], note=text).add(event, other, undated, other.precedes(event))


TWIN = everything("word")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_from_outside_never_becomes_structure(text: str) -> None:
    timeline = everything(text)
    for name, (_, skeleton) in LOOKS.items():
        assert skeleton(export(name, timeline).data) == skeleton(export(name, TWIN).data), name


@each_format
def test_links_lead_to_the_web_only(name: str) -> None:
    for text in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"):
        data = export(name, everything(text)).data.decode()
        assert f'href="{text}' not in data
        assert f'"url": "{text}' not in data
        assert f"]({text}" not in data


@modest
@given(st.one_of(consistent_timelines(max_events=3), timelines(max_events=3)))
def test_a_place_is_never_more_precise_than_what_is_known(timeline: Timeline) -> None:
    """From start to end a place has every instant at which the event can have been, but for the dust of a chain of statements."""
    for entry in entries(timeline, timeline.check()):
        place, corners = entry.place, entry.corners
        first, _, _, last = corners.sides
        if place is None:
            assert corners.bounds.is_open
            continue
        assert place.opens == (first is None, last is None)
        for side, at, sign in ((first, place.start, 1), (last, place.end, -1)):
            if side is not None:
                told = day_start(at // MICROSECONDS_PER_DAY, side.zone) if place.in_days else at
                assert (told - side.value) * sign <= 0 or abs(told - side.value) <= 1 + DUST


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TimelineError, match=r"timeline-toolkit\[parquet\]"):
        export("parquet", CAESAR)


def test_a_vague_date_is_said_in_words() -> None:
    timeline = Timeline().add(said("a", "early August 2025"), said("b", "2025-08-12"))
    vague, exact = entries(timeline, timeline.check())
    assert (vague.is_exact, exact.is_exact) == (False, True)
    assert vague.label == "2025-08-01..10 ('early August 2025')"
    for name in OTHERS:
        if name not in DRAWN:
            text = export(name, timeline).data.decode("utf-8", "replace")
            assert "early August 2025" in text or "2025-08-01..10" in text, name


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2025-08-01", {"year": 2025, "month": 8, "day": 1}, None),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None),
        ("0000", {"year": -1, "month": 1, "day": 1}, {"year": -1, "month": 12, "day": 31}),
        ("before 2025-08", {"year": 2025, "month": 7, "day": 31}, None),
        ("after 2025-08-11", {"year": 2025, "month": 8, "day": 12}, None),
    ],
)
def test_dates_as_timelinejs_counts_them(
    words: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    (slide,) = json.loads(export("timelinejs", Timeline().add(said("a", words))).data)["events"]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2025-08", "2025-08-01", "2025-09-01"),
        ("-0499-05-01", "-000499-05-01", None),
        ("Y12345", "+012345-01-01", "+012346-01-01"),
        ("2025-08-12T14:05:07Z", "2025-08-12T14:05:07.000Z", None),
        ("after 2025-08-11", "2025-08-12", None),
    ],
)
def test_dates_as_javascript_reads_them(words: str, start: str, end: str | None) -> None:
    (item,) = json.loads(export("vis", Timeline().add(said("a", words))).data)["items"]
    assert (item["start"], item.get("end")) == (start, end)


def test_the_links_of_timeml_are_read_back() -> None:
    """Ids are those of TimeML, so that events are told apart by their titles; a link says no more than the constraint."""
    written = story("yonhap", "tass")
    read = read_bytes(export("timeml", written).data, format="timeml")
    titles = {event.id: event.title for event in read.events}
    links = {
        (titles[rule.first], titles[rule.second])
        for rule in read.constraints
        if isinstance(rule, AllenConstraint)
    }
    rules = {(written[rule.events[0]].title, written[rule.events[1]].title) for rule in written.constraints}
    assert rules <= links
