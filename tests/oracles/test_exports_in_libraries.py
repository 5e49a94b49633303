"""Programs and libraries of others read our exports, and find the events at the dates that we say we carried."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.oracles.judged import STORIES
from timeline.formats import Export, Part, format_named
from timeline.model.report import Corner, EventReport
from timeline.model.timeline import Timeline
from timeline.strategies import consistent_timelines
from timeline.times import Instant

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

READERS = Path(__file__).parent / "readers.mjs"

stories = pytest.mark.parametrize("timeline", [make() for make in STORIES.values()], ids=[*STORIES])
few = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def exported(name: str, timeline: Timeline) -> Export:
    write = format_named(name).write
    assert write is not None
    return write(timeline, None)


def left_out(export: Export) -> set[str]:
    return {event for lost in export.omissions if lost.part is Part.EVENTS for event in lost.events}


def asked(name: str, data: bytes) -> Any:
    """Return what a program of npm reads in a document."""
    command = ["node", str(READERS), os.environ["ORACLES_NPM"], name]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return json.loads(done.stdout)


def any_timeline(check: Callable[[Timeline], None]) -> Callable[[], None]:
    """Return a test of generated timelines, whose titles are replaced: control characters are another matter."""

    @few
    @given(consistent_timelines())
    def test(timeline: Timeline) -> None:
        check(
            timeline.replace(
                *(attrs.evolve(event, title=f"Event {place}") for place, event in enumerate(timeline.events))
            )
        )

    return test


def wall(known: EventReport, corner: Corner) -> str | None:
    """Return what the calendar and the clock of a bound's own zone show; None where it is open."""
    bound = known.bound(corner)
    return None if bound.value is None else str(bound.value.civil(bound.zone))


def agrees(told: str, known: EventReport, corner: Corner) -> bool:
    """Return whether a day or an instant that a program has read is the bound, rounded outward to days or seconds."""
    bound = known.bound(corner)
    if bound.value is None:
        return True
    late = corner is Corner.LATEST_END
    if "T" not in told:
        shown = wall(known, corner) or ""
        moved = (wall_of(bound.value, bound.zone, -1) if late else wall_of(bound.value, bound.zone, 1))[:10]
        days = {shown[:10], moved}
        return told in days or (late and told in {next_day(day) for day in days})
    at = Instant.parse(told if told.endswith("Z") else f"{told}Z").microseconds
    return abs(at - bound.value.microseconds) <= 1_000_000


def wall_of(value: Instant, zone: str, by: int) -> str:
    """Return what clocks show a little earlier or later: bounds can be some microseconds from midnight."""
    return str(Instant(value.microseconds + by * 100).civil(zone))


def next_day(day: str) -> str:
    return str(date.fromordinal(date.fromisoformat(day).toordinal() + 1))


def in_calendar_years(timeline: Timeline) -> dict[str, EventReport]:
    """Return the events whose known bounds, the outer ones if there are any, a calendar can say, by id."""
    found = {}
    for known in timeline.check().events:
        outer = [known.bound(corner) for corner in (Corner.EARLIEST_START, Corner.LATEST_END)]
        sides = outer if any(side.value is not None for side in outer) else known.bounds
        years = [side.value.civil(side.zone).date.year for side in sides if side.value is not None]
        if years and all(1 <= year < 9999 for year in years):
            found[known.event.id] = known
    return found


def judge_dates(dates: dict[str, tuple[str, str | None]], timeline: Timeline) -> None:
    """Hold the starts and ends that a program has read against the bounds."""
    expected = in_calendar_years(timeline)
    assert dates.keys() == expected.keys()
    for name, (start, end) in dates.items():
        known = expected[name]
        assert agrees(start, known, Corner.EARLIEST_START), (name, start)
        if end is not None:
            assert start < end
            assert agrees(end, known, Corner.LATEST_END), (name, end)


def own_id(uid: str) -> str:
    return uid.removesuffix("@timeline")


def check_icalendar(timeline: Timeline) -> None:
    import icalendar

    export = exported("ics", timeline)
    assert left_out(export) == set()
    calendar = icalendar.Calendar.from_ical(export.data.decode())
    assert not calendar.errors
    dates: dict[str, tuple[str, str | None]] = {}
    for part in calendar.walk("VEVENT"):
        assert part["DTSTAMP"].dt
        start, end = part.start, part.end
        dates[own_id(str(part["UID"]))] = (iso(start), iso(end) if "DTEND" in part else None)
    judge_dates(dates, timeline)
    journals = {own_id(str(part["UID"])) for part in calendar.walk("VJOURNAL")}
    assert journals | dates.keys() == {event.id for event in timeline.events}
    assert journals.isdisjoint(dates)


def iso(value: date) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value.isoformat()


@stories
def test_icalendar_reads_every_start_and_end(timeline: Timeline) -> None:
    check_icalendar(timeline)


test_icalendar_reads_any_timeline = any_timeline(check_icalendar)


def check_ics(timeline: Timeline) -> None:
    import ics

    calendar = ics.Calendar(exported("ics", timeline).data.decode())
    expected = in_calendar_years(timeline)
    assert {own_id(event.uid) for event in calendar.events} == expected.keys()
    for event in calendar.events:
        assert agrees(event.begin.date().isoformat(), expected[own_id(event.uid)], Corner.EARLIEST_START)
        assert event.begin <= event.end


@stories
def test_ics_reads_every_event(timeline: Timeline) -> None:
    check_ics(timeline)


test_ics_reads_any_timeline = any_timeline(check_ics)


def check_ical_js(timeline: Timeline) -> None:
    found = asked("icalendar", exported("ics", timeline).data)
    dates = {
        own_id(part["uid"]): (part["start"], part["end"] if part["end"] != part["start"] else None)
        for part in found
        if part["kind"] == "vevent"
    }
    judge_dates(dates, timeline)
    assert {own_id(part["uid"]) for part in found} == {event.id for event in timeline.events}


@stories
def test_ical_js_reads_every_start_and_end(timeline: Timeline) -> None:
    check_ical_js(timeline)


test_ical_js_reads_any_timeline = any_timeline(check_ical_js)


def check_markwhen(timeline: Timeline) -> None:
    export = exported("markwhen", timeline)
    found = asked("markwhen", export.data)
    assert found["messages"] == []
    assert found["title"] == timeline.title
    shown = {event["properties"]["id"]: event for event in found["events"]}
    assert shown.keys() | left_out(export) == {event.id for event in timeline.events}
    assert shown.keys().isdisjoint(left_out(export))
    near = in_calendar_years(timeline)
    for name, event in shown.items():
        assert event["properties"].get("title", "") == timeline[name].title
        assert event["tags"] == []
        start, end = event["start"][:10], event["end"][:10]
        if name in near and event["start"][11:19] == event["end"][11:19] == "00:00:00":
            assert agrees(start, near[name], Corner.EARLIEST_START), event
            assert agrees(end, near[name], Corner.LATEST_END), event
        elif name not in near:
            years = [int(str(side)[: str(side).index("-", 1)]) for side in (event["start"], event["end"])]
            outer = timeline.check()[name].derived.outer
            assert outer.start is None or years[0] == outer.start.civil().date.year
            assert outer.end is None or years[1] - 1 <= outer.end.civil().date.year <= years[1]


@stories
def test_the_parser_of_markwhen_reads_every_event(timeline: Timeline) -> None:
    check_markwhen(timeline)


test_the_parser_of_markwhen_reads_any_timeline = any_timeline(check_markwhen)


def test_the_parser_of_markwhen_is_heard() -> None:
    found = asked("markwhen", b"---\ntitle: x\n---\n2025-08-10 / 2025-08-01: a\nid: a\n")
    assert found["messages"]


SHAPE = """
# Dates by a pattern, not by their type: rdflib 7.6 holds years before 1 for ill-typed, which XML Schema 1.1 allows.
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix s: <https://schema.org/> .
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
[] a sh:NodeShape ; sh:targetClass s:Event ;
  sh:property [ sh:path s:name ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path s:identifier ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path s:startDate ; sh:maxCount 1 ; sh:pattern "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?$" ] ;
  sh:property [ sh:path s:temporalCoverage ; sh:maxCount 1 ; sh:pattern "^(\\\\.\\\\.|-?[0-9]).*/(\\\\.\\\\.|-?[0-9])" ] ;
  sh:property [ sh:path s:subjectOf ; sh:class s:Claim ] .
[] a sh:NodeShape ; sh:targetClass s:Claim ;
  sh:property [ sh:path s:text ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path s:isPartOf ; sh:maxCount 1 ; sh:class s:CreativeWork ] .
[] a sh:NodeShape ; sh:targetClass crm:E52_Time-Span ;
  sh:property [ sh:path crm:P82a_begin_of_the_begin ; sh:maxCount 1 ] ;
  sh:property [ sh:path crm:P82b_end_of_the_end ; sh:maxCount 1 ] .
"""
SCHEMA = "https://schema.org/"


def check_linked_data(timeline: Timeline) -> None:
    import pyshacl
    from rdflib import Graph, URIRef

    graph = Graph().parse(data=exported("jsonld", timeline).data.decode(), format="json-ld")
    conforms, _, told = pyshacl.validate(graph, shacl_graph=Graph().parse(data=SHAPE, format="turtle"))
    assert conforms, told
    named = {str(node): subject for subject, node in graph.subject_objects(URIRef(f"{SCHEMA}identifier"))}
    for known in timeline.check().events:
        subject = named[known.event.id]
        span = graph.value(subject, URIRef("http://www.cidoc-crm.org/cidoc-crm/P4_has_time-span"))
        for corner, term in (
            (Corner.EARLIEST_START, "P82a_begin_of_the_begin"),
            (Corner.LATEST_START, "P81a_end_of_the_begin"),
            (Corner.EARLIEST_END, "P81b_begin_of_the_end"),
            (Corner.LATEST_END, "P82b_end_of_the_end"),
        ):
            value = known.bound(corner).value
            told = span and graph.value(span, URIRef(f"http://www.cidoc-crm.org/cidoc-crm/{term}"))
            assert (value is None) == (told is None)
            if value is not None and 1 <= value.civil().date.year <= 9999:
                assert told.toPython() == value.to_datetime(), (known.event.id, told)
    claims = sum(len(event.claims) for event in timeline.events)
    assert len(list(graph.objects(None, URIRef(f"{SCHEMA}text")))) == claims


@pytest.mark.filterwarnings("ignore::UserWarning")
@stories
def test_rdflib_and_pyshacl_read_every_bound(timeline: Timeline) -> None:
    check_linked_data(timeline)


test_rdflib_and_pyshacl_read_any_timeline = any_timeline(check_linked_data)


def test_the_shape_refuses_what_is_no_date() -> None:
    import pyshacl
    from rdflib import Graph

    shape = Graph().parse(data=SHAPE, format="turtle")
    right = '@prefix s: <https://schema.org/> . <urn:a> a s:Event; s:name "a"; s:identifier "a"; s:startDate "2025-08-01" .'
    for wrong, fits in (("", True), ("early August", False), ("2025-08", False)):
        graph = Graph().parse(data=right.replace("2025-08-01", wrong or "2025-08-01"), format="turtle")
        assert pyshacl.validate(graph, shacl_graph=shape)[0] == fits


def check_parquet(timeline: Timeline, folder: Path) -> None:
    import duckdb
    import polars
    from pyarrow import parquet

    path = folder / "story.parquet"
    path.write_bytes(exported("parquet", timeline).data)
    known = {event.event.id: event.derived for event in timeline.check().events}
    table = parquet.read_table(path)
    assert table.num_rows == len(known)
    corners = [corner.value for corner in Corner]
    frame = polars.read_parquet(path)
    for row in frame.with_columns([polars.col(name).dt.timestamp("us") for name in corners]).to_dicts():
        bounds = [getattr(known[row["id"]], name) for name in corners]
        assert [row[name] for name in corners] == [None if at is None else at.microseconds for at in bounds]
        assert [len(row["said"])] == [len(timeline[row["id"]].claims)]
    asked_for = "select id, epoch_us(earliest_start) from read_parquet(?) order by id"
    rows = duckdb.execute(asked_for, [str(path)]).fetchall()
    starts = {name: bounds.earliest_start for name, bounds in known.items()}
    assert rows == sorted((name, None if at is None else at.microseconds) for name, at in starts.items())


@stories
def test_parquet_has_every_bound_for_those_who_count(timeline: Timeline, tmp_path: Path) -> None:
    check_parquet(timeline, tmp_path)


def test_parquet_has_every_bound_of_any_timeline(tmp_path: Path) -> None:
    any_timeline(lambda timeline: check_parquet(timeline, tmp_path))()


MANDATORY = ("message", "datetime", "timestamp_desc")


def timesketch_rows(name: str, data: bytes) -> Iterable[dict[str, str]]:
    if name == "timesketch":
        return csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True)
    return (json.loads(line) for line in data.decode().splitlines())


def check_timesketch(name: str, timeline: Timeline) -> None:
    """As Timesketch documents: message, datetime (ISO 8601) and timestamp_desc; rows without a readable date are dropped."""
    export = exported(name, timeline)
    shown: dict[str, list[datetime]] = {}
    for row in timesketch_rows(name, export.data):
        assert all(row[column] for column in MANDATORY)
        at = datetime.fromisoformat(row["datetime"])
        assert at.utcoffset() is not None
        assert 1677 < at.year < 2262
        shown.setdefault(row["event_id"], []).append(at)
    assert shown.keys() | left_out(export) == {event.id for event in timeline.events}
    assert shown.keys().isdisjoint(left_out(export))
    for event, stamps in shown.items():
        outer = timeline.check()[event].derived.outer
        assert outer.start is None or min(stamps) == outer.start.to_datetime()
        assert outer.end is None or max(stamps) < outer.end.to_datetime()


each_timesketch = pytest.mark.parametrize("name", ["timesketch", "timesketch-jsonl"])


@stories
@each_timesketch
def test_timesketch_gets_its_mandatory_columns(name: str, timeline: Timeline) -> None:
    check_timesketch(name, timeline)


@each_timesketch
def test_timesketch_gets_them_of_any_timeline(name: str) -> None:
    any_timeline(lambda timeline: check_timesketch(name, timeline))()
