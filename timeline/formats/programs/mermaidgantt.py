"""Mermaid's `gantt` diagram: a bar from the earliest start to the latest end, its time in words in its name.

Mermaid reads years before 1 as years after 1, draws none before 1000, and takes the end as the day after the last.
Source: Mermaid's documentation, "Gantt diagrams".
"""

from __future__ import annotations

from timeline.formats.entries import Entry, Place, entries
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.omitting import Left, omissions
from timeline.formats.programs.mermaid import entity_coded
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_mermaid_gantt"]

YEARS = (1000, 9999)


def to_mermaid_gantt(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a Gantt diagram of Mermaid.

    >>> from timeline.events import Event
    >>> print(to_mermaid_gantt(Timeline().add(Event("a", "Treaty").said("2025-08"))).data.decode(), end="")
    gantt
        dateFormat YYYY-MM-DDTHH:mm:ss
        axisFormat %Y-%m-%d
        Treaty [2025-08] :e1, 2025-08-01T00:00:00, 2025-09-01T00:00:00
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    lines = ["gantt", "    dateFormat YYYY-MM-DDTHH:mm:ss", "    axisFormat %Y-%m-%d"]
    if timeline.title.strip():
        lines.insert(1, f"    title {entity_coded(timeline.title)}")
    left: Left = {}
    for number, entry in enumerate(found, 1):
        place = entry.place
        if place is None:
            left[entry.id] = "it has no date"
        elif not YEARS[0] <= place.first_year <= place.last_year <= YEARS[1]:
            left[entry.id] = f"Mermaid draws the years {YEARS[0]} to {YEARS[1]} only"
        else:
            lines.append(f"    {_task(entry, place, number)}")
    return Export(("\n".join(lines) + "\n").encode(), omissions(FORMAT, timeline, report, found, left))


def _task(entry: Entry, place: Place, number: int) -> str:
    status = "" if entry.event.status is None else f" ({entry.event.status.value})"
    is_moment = place.end - place.start < 1_000_000
    end = "1s" if is_moment else _time(place.end)
    name = entity_coded(f"{entry.labelled}{status}").replace(",", "#44;")
    return f"{name} :{'milestone, ' * is_moment}e{number}, {_time(place.start)}, {end}"


def _time(at: int) -> str:
    day, since_midnight = divmod(at, MICROSECONDS_PER_DAY)
    seconds = since_midnight // 1_000_000
    date = date_from_day_number(day)
    return f"{date}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


FORMAT = Format(
    "mermaid-gantt",
    (".gantt.mmd",),
    sentence="Mermaid's Gantt diagram: bars on an axis",
    write=to_mermaid_gantt,
    tells=frozenset({Part.EVENTS, Part.BOUNDS, Part.STATUS, Part.TITLE}),
)
