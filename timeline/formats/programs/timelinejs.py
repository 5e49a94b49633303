"""TimelineJS3's JSON: a slide for each event, its time in words above it (`display_date`) and its bounds on the strip below.

Events without a date are named on the title slide, since TimelineJS drops what has no start. Years before 1 are counted as
TimelineJS shows them, without a year 0: -44 is 44 BCE. Source: "TimelineJS JSON format" (Knight Lab).
"""

from __future__ import annotations

from typing import Any

from timeline.formats.entries import Entry, Place, entries, source_lines
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.omitting import Left, omissions
from timeline.formats.programs.timelinejsreading import from_timelinejs
from timeline.formats.safety import html_text, is_safe_link, script_safe_json
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_timelinejs"]

OPEN = {(True, False): "start", (False, True): "end", (True, True): "both"}
"""A key of ours, which TimelineJS passes over: on which side nothing bounds the event."""

UNDATED = "it has no date; the title slide names it"
LAST_YEAR = 200_000
"""Beyond the dates of JavaScript TimelineJS knows years only, and so far nobody has asked for more."""


def to_timelinejs(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as TimelineJS3 shows it.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("ceremony", "Welcoming ceremony").said("2025-12-12"))
    >>> b'"start_date": {' in to_timelinejs(story).data
    True
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    slides = []
    left: Left = {}
    for entry in found:
        place = entry.place
        if place is None:
            left[entry.id] = UNDATED
        elif not -LAST_YEAR <= place.first_year <= place.last_year <= LAST_YEAR:
            left[entry.id] = "its year is further away than TimelineJS reaches"
        else:
            slides.append(_slide(entry, place))
    outside = [entry for entry in found if entry.id in left]
    document: dict[str, Any] = {"title": _title_slide(timeline, outside), "events": slides}
    return Export(script_safe_json(document), omissions(FORMAT, timeline, report, found, left))


def _title_slide(timeline: Timeline, outside: list[Entry]) -> dict[str, Any]:
    lines = [html_text(timeline.note)] if timeline.note else []
    lines += [f"{html_text(entry.title)}: {html_text(entry.label)}" for entry in outside]
    for told, url in source_lines(timeline):
        said = html_text(told)
        lines.append(_anchor(url, said) if url is not None and is_safe_link(url) else said)
    return {"text": {"headline": html_text(timeline.title or "Timeline"), "text": "<br>".join(lines)}}


def _slide(entry: Entry, place: Place) -> dict[str, Any]:
    slide: dict[str, Any] = {"unique_id": entry.id, "start_date": _date(place, place.start)}
    last = max(place.start, place.end - (MICROSECONDS_PER_DAY if place.in_days else 0))
    if last > place.start:
        slide["end_date"] = _date(place, last)
    if not entry.is_exact:
        slide["display_date"] = html_text(entry.label)
    if any(place.opens):
        slide["open"] = OPEN[place.opens]
    if entry.event.tags:
        slide["group"] = html_text(entry.event.tags[0])
    shown = [link for link in entry.event.media if is_safe_link(link)]
    if shown:
        slide["media"] = {"url": shown[0]}
    slide["text"] = {"headline": html_text(entry.title), "text": "<br>".join(_lines(entry))}
    return slide


def _lines(entry: Entry) -> list[str]:
    return [
        _anchor(text, html_text(text)) if is_safe_link(text) else f"{html_text(name)}: {html_text(text)}"
        for name, text in entry.lines()
    ]


def _anchor(url: str, said: str) -> str:
    return f'<a href="{html_text(url)}">{said}</a>'


def _date(place: Place, at: int) -> dict[str, int]:
    day, since_midnight = divmod(at, MICROSECONDS_PER_DAY)
    date = date_from_day_number(day)
    value = {"year": date.year if date.year > 0 else date.year - 1, "month": date.month, "day": date.day}
    if place.in_days:
        return value
    seconds, fraction = divmod(since_midnight, 1_000_000)
    clock = {"hour": seconds // 3600, "minute": seconds // 60 % 60, "second": seconds % 60}
    return value | clock | {"millisecond": fraction // 1000}


FORMAT = Format(
    "timelinejs",
    (".timelinejs.json",),
    sentence="TimelineJS3, for pages that tell a story: a slide for each event",
    take=from_timelinejs,
    write=to_timelinejs,
    tells=frozenset(Part)
    - {Part.UNDATED, Part.CHARACTERS, Part.ORDER, Part.SETTING, Part.FINDINGS, Part.CITATIONS},
)
