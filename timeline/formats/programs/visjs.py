"""vis-timeline's items: a bar from the earliest start to the latest end, with what is known in words on hovering over it.

A day or a moment that is known is a box, since the name of so short a bar would not be seen. What is not exact has a class of its own, for a page to draw it so: `timeline-window` (some time within the bar),
`timeline-open-start` and `timeline-open-end` (the event stands at the bound that is known). Source: the documentation
of vis-timeline 8, "Items" and "Groups".
"""

from __future__ import annotations

from typing import Any

from timeline.formats.entries import Entry, Place, clock_of, entries
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.omitting import Left, omissions
from timeline.formats.safety import html_text, script_safe_json
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.times.calendar import CivilDate, date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_vis"]

YEARS = (-271_800, 275_700)
"""The years that a date of JavaScript has (ECMA-262, "Time Values": 100,000,000 days on either side of 1970)."""

DAY = MICROSECONDS_PER_DAY
UNGROUPED = ""


def to_vis(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as the `items` and `groups` of vis-timeline.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("a").said("2025-08"), Event("b"))
    >>> print(*to_vis(story).omissions)
    left out, since it has no date: b
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    groups = _groups(found)
    items = []
    left: Left = {}
    for entry in found:
        place = entry.place
        if place is None:
            left[entry.id] = "it has no date"
        elif not YEARS[0] <= place.first_year <= place.last_year <= YEARS[1]:
            left[entry.id] = "a date of JavaScript does not reach its year"
        else:
            items.append(_item(entry, place, groups))
    document: dict[str, Any] = {"items": items}
    if groups:
        document["groups"] = [{"id": id_, "content": html_text(name)} for name, id_ in groups.items()]
    return Export(script_safe_json(document), omissions(FORMAT, timeline, report, found, left))


def _item(entry: Entry, place: Place, groups: dict[str, str]) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.id}
    if groups:
        item["group"] = groups[_group(entry)]
    is_bar = place.opens == (False, False) and not (entry.is_exact and place.end - place.start <= DAY)
    item |= {"type": "range" if is_bar else "box", "className": _class(entry, place)}
    item["start"] = _date(place, place.start)
    if is_bar:
        item["end"] = _date(place, place.end)
    item["content"] = html_text(entry.title)
    item["title"] = "<br>".join(html_text(line) for line in (entry.label, *_told(entry)))
    return item


def _told(entry: Entry) -> list[str]:
    return [f"{name}: {text}" for name, text in entry.lines()]


def _class(entry: Entry, place: Place) -> str:
    names = ["timeline-exact" if entry.is_exact else "timeline-window"]
    names += [
        name
        for name, is_open in zip(("timeline-open-start", "timeline-open-end"), place.opens, strict=True)
        if is_open
    ]
    if entry.event.status is not None:
        names.append(f"timeline-{entry.event.status.value}")
    return " ".join(names)


def _group(entry: Entry) -> str:
    return entry.event.tags[0] if entry.event.tags else UNGROUPED


def _groups(found: tuple[Entry, ...]) -> dict[str, str]:
    """Return the first tags of the events, each with an id; none where no event has a tag."""
    names = dict.fromkeys(map(_group, found)) if any(entry.event.tags for entry in found) else {}
    return {name: f"g{number}" for number, name in enumerate(names)}


def _date(place: Place, at: int) -> str:
    """Return a date as ECMA-262 reads it: the viewer's own midnight for days, an instant in UTC for times."""
    date = _ecma_date(date_from_day_number(at // DAY))
    return date if place.in_days else f"{date}T{clock_of(at)}Z"


def _ecma_date(date: CivilDate) -> str:
    year = f"{date.year:04d}" if 0 <= date.year <= 9999 else f"{date.year:+07d}"
    return f"{year}-{date.month:02d}-{date.day:02d}"


FORMAT = Format(
    "vis",
    (".vis.json",),
    sentence="vis-timeline, for pages of one's own: items and groups",
    write=to_vis,
    carries=frozenset({Part.FAR_YEARS, Part.STATUS}),
    tells=frozenset(Part)
    - {
        Part.UNDATED,
        Part.CHARACTERS,
        Part.ORDER,
        Part.SETTING,
        Part.FINDINGS,
        Part.CITATIONS,
        Part.TITLE,
        Part.SOURCES,
    },
)
