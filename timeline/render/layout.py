"""`Layout`: a timeline as a picture, in plain data; text, SVG and HTML renderers cannot disagree about it.

Positions are exact, in microseconds; whoever draws maps them to columns or pixels. Nothing is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from timeline.events import Aspect, Status
from timeline.expressions.conventions import DEFAULT
from timeline.frozen import Record
from timeline.model.report import ClaimReport, EventReport, Report
from timeline.model.timeline import Timeline
from timeline.render.arguments import conflict_passage
from timeline.render.axis import Axis, axis
from timeline.render.dates import ZonedBounds, falls_on_days, phrase
from timeline.render.order import in_time_order
from timeline.render.particulars import Particulars, RuleNote, SourceNote, particulars, rule_note
from timeline.render.segments import SOLID, Segment, SegmentKind, segments
from timeline.render.sentences import (
    correction_sentence,
    excluded_sentences,
    open_sentences,
    verdict_sentence,
)
from timeline.render.view import Detail, Grouping, Sorting, View
from timeline.render.wording import Passage, joined
from timeline.sources import Reliability
from timeline.times import Bounds

__all__ = ["Group", "Layout", "Row", "Segment", "SegmentKind", "Words", "layout", "segments"]


@attrs.frozen
class Words(Record):
    """What one or more sources say in the same words about one aspect of an event; dropped is what decides nothing."""

    says: str
    sources: tuple[str, ...]
    aspect: Aspect = attrs.field(default=Aspect.WHEN, kw_only=True)
    dropped: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Row(Record):
    """An event: what is known of its time, beside what the sources said."""

    id: str
    title: str
    kind: str = attrs.field(kw_only=True)
    phrase: str = attrs.field(kw_only=True)
    status: Status | None = attrs.field(default=None, kw_only=True)
    words: tuple[Words, ...] = attrs.field(default=(), kw_only=True)
    segments: tuple[Segment, ...] = attrs.field(default=(), kw_only=True)
    in_conflict: bool = attrs.field(default=False, kw_only=True)
    particulars: Particulars | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Group(Record):
    """Events that belong together, by their ids; the name is empty for those that belong to none."""

    name: str
    events: tuple[str, ...]


@attrs.frozen
class Layout(Record):
    """A timeline ready to be drawn: rows in time order, their axis, and the findings in sentences."""

    title: str
    rows: tuple[Row, ...]
    axis: Axis | None = attrs.field(default=None, kw_only=True)
    verdict: str = attrs.field(kw_only=True)
    conflicts: tuple[Passage, ...] = attrs.field(default=(), kw_only=True)
    correction: str | None = attrs.field(default=None, kw_only=True)
    excluded: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    still_open: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    undated: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    footer: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    sources: tuple[SourceNote, ...] = attrs.field(default=(), kw_only=True)
    rules: tuple[RuleNote, ...] = attrs.field(default=(), kw_only=True)
    conventions: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    note: str | None = attrs.field(default=None, kw_only=True)
    grouping: Grouping | None = attrs.field(default=None, kw_only=True)
    groups: tuple[Group, ...] = attrs.field(default=(), kw_only=True)

    def grouped(self) -> Iterator[tuple[str | None, tuple[Row, ...]]]:
        """Return the rows group by group, each with its heading; without grouping all of them under None."""
        if self.grouping is None:
            yield None, self.rows
            return
        rows = {row.id: row for row in self.rows}
        for group in self.groups:
            heading = group.name or f"no {self.grouping.value}"
            yield heading, tuple(rows[name] for name in group.events)


def layout(timeline: Timeline, report: Report, view: View | None = None) -> Layout:
    """Return the picture of a timeline, given the report of its check, and what of it is to be seen.

    >>> from timeline.events import Event
    >>> story = Timeline("Two days").add(Event("b").said("2025-12-12"), Event("a").said("2025-12-13"))
    >>> [row.id for row in layout(story, story.check()).rows]
    ['b', 'a']
    """
    view = view or View()
    everything = in_time_order(report)
    reports = _sorted([event for event in everything if view.shows(event)], view.sort_by)
    clock = timeline.zone or "UTC"
    corners = _in_one_clock([ZonedBounds.from_report(event).settled(clock) for event in reports], clock)
    conflicts = _conflicts_by_event(report)
    rows = tuple(
        _row(event, corner, view, in_conflict=event.event.id in conflicts)
        for event, corner in zip(reports, corners, strict=True)
    )
    if view.detail is Detail.FULL:
        rows = tuple(
            attrs.evolve(row, particulars=particulars(report, event, conflicts.get(row.id, ())))
            for row, event in zip(rows, reports, strict=True)
        )
    told = view.detail is not Detail.COMPACT
    return Layout(
        timeline.title,
        rows,
        axis=_axis(rows, corners),
        verdict=verdict_sentence(report),
        conflicts=tuple(conflict_passage(report, conflict) for conflict in report.conflicts),
        correction=correction_sentence(report.correction),
        excluded=excluded_sentences(report, reports) if told else (),
        still_open=open_sentences(reports) if told else (),
        undated=tuple(row.id for row in rows if not row.segments),
        footer=(*_zone_notes(corners), *_hidden_note(len(everything) - len(rows), len(everything))),
        sources=tuple(_sources(timeline, rows)),
        rules=tuple(map(rule_note, timeline.constraints)),
        conventions=tuple(_conventions(timeline)),
        note=timeline.note,
        grouping=view.group_by,
        groups=() if view.group_by is None else _groups(reports, view.group_by),
    )


def _sorted(reports: list[EventReport], sorting: Sorting) -> list[EventReport]:
    """Return events in an order; those that are called alike keep the order of time."""
    if sorting is Sorting.TITLE:
        return sorted(reports, key=lambda report: (report.event.title or report.event.id).casefold())
    return sorted(reports, key=lambda report: report.event.id) if sorting is Sorting.ID else reports


def _groups(reports: Iterable[EventReport], grouping: Grouping) -> tuple[Group, ...]:
    """Put events together, the groups in the order of their first events; those of none stand at the end."""
    found: dict[str, list[str]] = {}
    alone: list[str] = []
    for report in reports:
        names = dict.fromkeys(grouping.names(report))
        for members in [found.setdefault(name, []) for name in names] or [alone]:
            members.append(report.event.id)
    groups = [Group(name, tuple(events)) for name, events in found.items()]
    return (*groups, Group("", tuple(alone))) if alone else tuple(groups)


def _hidden_note(hidden: int, count: int) -> Iterator[str]:
    """Say that a view leaves events out: a reader must not take what is seen for all there is."""
    if hidden:
        yield f"{hidden:,} of {count:,} events {'is' if hidden == 1 else 'are'} left out of this view"


def _row(report: EventReport, corners: ZonedBounds, view: View, *, in_conflict: bool) -> Row:
    event = report.event
    return Row(
        event.id,
        event.title,
        kind=event.kind,
        phrase=_phrase(report, corners),
        status=event.status,
        words=() if view.detail is Detail.COMPACT else _words(report.claims),
        segments=_segments(report),
        in_conflict=in_conflict,
    )


def _phrase(report: EventReport, corners: ZonedBounds) -> str:
    """Return the time of an event in words; separate windows are told one by one, in the clock of the row."""
    one, *others = corners.shown_zones or ("UTC",)
    clock = None if others or falls_on_days(corners) else one
    windows = [ZonedBounds.in_zone(window.bounds, clock or window.zone) for window in report.alternatives]
    return joined([phrase(window) for window in windows or [corners]], "or")


def _segments(report: EventReport) -> tuple[Segment, ...]:
    """Return the bar of an event; of separate windows none is certain, whatever the event would be in each."""
    if not report.alternatives:
        return segments(report.derived)
    outers = (window.bounds.outer for window in report.alternatives)
    return tuple(piece for outer in outers for piece in segments(Bounds(outer.start, latest_end=outer.end)))


def _words(claims: Iterable[ClaimReport]) -> tuple[Words, ...]:
    """Return what was said, once for all sources that say it in the same words."""
    speakers: dict[tuple[str, Aspect, bool], list[str]] = {}
    for claim in claims:
        aspect = getattr(claim.statement.about, "aspect", Aspect.WHEN)
        sources = speakers.setdefault((claim.statement.says, aspect, claim.dropped), [])
        if claim.statement.source is not None:
            sources.append(claim.statement.source)
    return tuple(
        Words(says, tuple(dict.fromkeys(sources)), aspect=aspect, dropped=dropped)
        for (says, aspect, dropped), sources in speakers.items()
    )


def _axis(rows: Iterable[Row], corners: Sequence[ZonedBounds]) -> Axis | None:
    bars = [row.segments for row in rows if row.segments]
    pieces = [piece for bar in bars for piece in bar]
    known = [
        [place for piece in bar for place in (piece.start, piece.end) if place is not None] for bar in bars
    ]
    return axis(
        [(min(places), max(places)) for places in known],
        _commonest_zone(corners),
        certain=[
            (piece.start, piece.end)
            for piece in pieces
            if piece.start is not None and piece.end is not None and piece.kind in SOLID
        ],
        open_left=any(piece.start is None for piece in pieces),
        open_right=any(piece.end is None for piece in pieces),
    )


def _commonest_zone(corners: Iterable[ZonedBounds]) -> str:
    counted = Counter(zone for corner in corners for zone in corner.shown_zones)
    return min(counted, key=lambda zone: (-counted[zone], zone), default="UTC")


def _in_one_clock(corners: Sequence[ZonedBounds], clock: str) -> list[ZonedBounds]:
    """Show the rows that tell a time of day in one zone, the timeline's or UTC, where they do not all share one."""
    timed = {place for place, corner in enumerate(corners) if not falls_on_days(corner)}
    zones = {zone for place in timed for zone in corners[place].shown_zones}
    if len(zones) < 2:
        return list(corners)
    return [
        ZonedBounds.in_zone(corner.bounds, clock) if place in timed else corner
        for place, corner in enumerate(corners)
    ]


def _zone_notes(corners: Iterable[ZonedBounds]) -> Iterable[str]:
    """Name the zones of the dates that are shown, unless all are UTC."""
    days: dict[str, None] = {}
    times: dict[str, None] = {}
    for corner in corners:
        (days if falls_on_days(corner) else times).update(dict.fromkeys(corner.shown_zones))
    if days and (not times or set(days) == set(times)) and set(days) != {"UTC"}:
        yield f"dates are those of {joined(sorted(days), 'and')}"
        return
    if set(days) - {"UTC"}:
        yield f"days are those of {joined(sorted(days), 'and')}"
    if times:
        yield f"times are in {joined(sorted(times), 'and')}"


def _conflicts_by_event(report: Report) -> dict[str, list[int]]:
    """Return for each event the numbers of the conflicts whose statements are about it."""
    found: dict[str, dict[int, None]] = {}
    for number, conflict in enumerate(report.conflicts):
        for statement in conflict.statements:
            about = getattr(statement.about, "events", ()) if statement.event is None else (statement.event,)
            for event in about:
                found.setdefault(event, {})[number] = None
    return {event: list(numbers) for event, numbers in found.items()}


def _sources(timeline: Timeline, rows: Iterable[Row]) -> Iterator[SourceNote]:
    """Return the sources in the order in which the rows call on them, those they do not call on at the end."""
    called = [source for row in rows for words in row.words for source in words.sources]
    known = {source.id: source for source in timeline.sources}
    for name in dict.fromkeys([*called, *known]):
        source = known[name]
        judged = source.reliability is not Reliability.F
        yield SourceNote(
            source.id,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            published=source.published,
            zone=source.zone,
            reliability=source.reliability.value if judged else None,
            note=source.note,
        )


def _conventions(timeline: Timeline) -> Iterator[str]:
    """Return what vague words mean here, where it is not what they usually mean."""
    if timeline.zone is not None:
        yield f"zone = {timeline.zone}: where days are read whose source has no zone"
    usual = {name: value for name, value, _ in DEFAULT.describe()}
    for name, value, sentence in timeline.conventions.describe():
        if value != usual[name]:
            yield f"{name} = {value}: {sentence}"
