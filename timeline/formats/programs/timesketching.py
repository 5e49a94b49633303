"""Timesketch's rows: one timestamp each, so that an event has a row for each bound of it that is known.

A window gives two rows, ``Earliest possible`` and ``Latest possible``; a span has its start and its end, each exact or as two
rows. All rows of an event share its `event_id`. Source: Timesketch's guide, "Create timeline from JSON/JSONL/CSV file".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from timeline.formats.entries import Entry, entries, plain_text
from timeline.formats.exchange import Export, Format, Omission, Part
from timeline.formats.jsontext import UNSEEN
from timeline.formats.notation import claim_text, told_items
from timeline.formats.omitting import Left, omissions
from timeline.formats.programs.spreadsheets import guarded
from timeline.formats.programs.timesketchreading import from_timesketch
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.dates import Window
from timeline.times import Instant
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "LINES_FORMAT", "to_timesketch", "to_timesketch_lines"]

YEARS = (1678, 2261)
"""Timesketch reads dates as pandas's nanoseconds, which reach from 1677 to 2262, and drops rows with any other."""

MOMENT = 1_000_000
COLUMNS = (
    "message",
    "datetime",
    "timestamp_desc",
    "event_id",
    "when",
    "said",
    "status",
    "tag",
    "place",
    "participants",
)

Row = dict[str, str | list[str]]


def _rows(timeline: Timeline, found: tuple[Entry, ...], left: Left) -> Iterator[Row]:
    """Yield the rows of all events in their order; an event without one is left out, with the reason."""
    for entry in found:
        stamps = list(_stamps(entry))
        if not stamps:
            left[entry.id] = "it has no date"
        elif not all(YEARS[0] <= _year(at) <= YEARS[1] for _, at in stamps):
            left[entry.id] = f"Timesketch drops rows outside the years {YEARS[0]} to {YEARS[1]}"
        else:
            yield from (_row(entry, timeline, description, at) for description, at in stamps)


def _year(at: int) -> int:
    return date_from_day_number(at // MICROSECONDS_PER_DAY).year


def _stamps(entry: Entry) -> Iterator[tuple[str, int]]:
    starts, ends, whole = entry.corners.windows
    if whole is not None:
        yield from _of_window(whole, "Event time", ("Earliest possible", "Latest possible"))
        return
    yield from _of_window(starts, "Start", ("Earliest start", "Latest start"))
    yield from _of_window(ends, "End", ("Earliest end", "Latest end"))


def _of_window(window: Window, one: str, two: tuple[str, str]) -> Iterator[tuple[str, int]]:
    low, high = window
    if low is not None and high is not None and high.value - low.value <= MOMENT:
        yield one, low.value
        return
    if low is not None:
        yield two[0], low.value
    if high is not None:
        yield two[1], high.value - 1


def _row(entry: Entry, timeline: Timeline, description: str, at: int) -> Row:
    event = entry.event
    return {
        "message": entry.labelled,
        "datetime": f"{str(Instant(at)).removesuffix('Z')}+00:00",
        "timestamp_desc": description,
        "event_id": entry.id,
        "when": entry.phrase,
        "said": " || ".join(claim_text(claim, timeline.source(claim.source)) for claim in event.claims),
        "status": event.status.value if event.status else "",
        "tag": [plain_text(tag) for tag in event.tags],
        "place": plain_text(event.place or ""),
        "participants": told_items(event.participants),
    }


def to_timesketch(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a CSV that Timesketch imports.

    >>> from timeline.events import Event
    >>> document = to_timesketch(Timeline().add(Event("a", "Call").said("2025-08-01T09:00:00Z"))).data.decode()
    >>> document.splitlines()[1]
    'Call,2025-08-01T09:00:00+00:00,Event time,a,2025-08-01 09:00:00,2025-08-01T09:00:00Z,,,,'
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    left: Left = {}
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for row in _rows(timeline, found, left):
        table.writerow(
            guarded(cell if isinstance(cell, str) else ",".join(tag.replace(",", " ") for tag in cell))
            for cell in row.values()
        )
    lost = omissions(FORMAT, timeline, report, found, left)
    return Export(text.getvalue().encode(), (*lost, *_commas(timeline, left)))


def _commas(timeline: Timeline, left: Left) -> Iterator[Omission]:
    """Tell of which events a tag lost its commas, which part tags from each other in a cell."""
    changed = tuple(
        event.id for event in timeline.events if event.id not in left and "," in "".join(event.tags)
    )
    if changed:
        yield Omission(Part.TAGS, "the commas of tags, which stand between tags", changed)


def to_timesketch_lines(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as JSON Lines that Timesketch imports.

    >>> from timeline.events import Event
    >>> print(*to_timesketch_lines(Timeline().add(Event("a"))).omissions)
    left out, since it has no date: a
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    left: Left = {}
    lines = [
        _line({key: value for key, value in row.items() if value}) for row in _rows(timeline, found, left)
    ]
    return Export("".join(lines).encode(), omissions(LINES_FORMAT, timeline, report, found, left))


def _line(row: Row) -> str:
    text = json.dumps(row, ensure_ascii=False)
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


CARRIED = frozenset(
    {Part.EVENTS, Part.BOUNDS, Part.WORDS, Part.STATUS, Part.TAGS, Part.PLACES, Part.PARTICIPANTS}
)

FORMAT = Format(
    "timesketch",
    (".timesketch.csv",),
    sentence="Timesketch's CSV, for incident responders: a row for each bound of an event",
    take=from_timesketch,
    write=to_timesketch,
    carries=CARRIED,
)
LINES_FORMAT = Format(
    "timesketch-jsonl",
    (".timesketch.jsonl", ".jsonl"),
    sentence="the same as JSON Lines",
    take=from_timesketch,
    write=to_timesketch_lines,
    carries=CARRIED,
)
