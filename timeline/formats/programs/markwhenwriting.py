"""Markwhen: a line for each event with its outermost days, and everything else in the properties below it.

Years before 1 and after 9999 are said as whole years, since Markwhen knows nothing finer there. Events without a date are
named in comments: as lines they would become text of the event before. Source: the documentation of Markwhen, and what
@markwhen/parser 1.2 makes of it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from timeline.formats.entries import Entry, Place, clock_of, entries
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.jsontext import UNSEEN
from timeline.formats.jsonwriting import plain
from timeline.formats.kinds import details_of
from timeline.formats.notation import claim_text
from timeline.formats.omitting import Left
from timeline.formats.programs.markwhenreading import from_markwhen
from timeline.formats.tabular import TABLED, order_lines, table_omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_markwhen"]

YEARS = (-99_998, 99_998)
SIGNS = re.compile(r"([#@!\[\]])(?=\S)|(?<=[0-9])%")
"""What begins a tag, a reference or a link, or says how much is done; a space takes the meaning away."""


def to_markwhen(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as Markwhen.

    >>> from timeline.events import Event
    >>> document = to_markwhen(Timeline("Two").add(Event("a", "Treaty").said("2025-08"), Event("b"))).data.decode()
    >>> print(document, end="")
    ---
    title: "Two"
    timezone: UTC
    ---
    <BLANKLINE>
    2025-08-01 / 2025-08-31: Treaty [2025-08]
    id: "a"
    title: "Treaty"
    when: "2025-08"
    said: ["2025-08"]
    <BLANKLINE>
    // undated: b
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    left = _left(found)
    order = order_lines(timeline, left)
    parts = [f"---\ntitle: {_json(timeline.title)}\ntimezone: UTC\n---"]
    for entry in found:
        if entry.place is not None and entry.id not in left:
            properties = _properties(entry, timeline, order.get(entry.id, []))
            parts.append("\n".join([f"{_dates(entry.place)}: {_heading(entry)}", *properties]))
    outside = [f"// {entry.phrase}: {_unsigned(entry.title)}" for entry in found if entry.id in left]
    parts += ["\n".join(outside)] if outside else []
    return Export(
        ("\n\n".join(parts) + "\n").encode(), table_omissions(FORMAT, timeline, report, found, left)
    )


def _left(found: tuple[Entry, ...]) -> Left:
    left: Left = {}
    for entry in found:
        place = entry.place
        if place is None:
            left[entry.id] = "it has no date"
        elif not YEARS[0] <= place.first_year <= place.last_year <= YEARS[1]:
            left[entry.id] = "Markwhen reads years of up to five digits"
    return left


def _heading(entry: Entry) -> str:
    return (
        _unsigned(entry.title) if entry.is_exact else f"{_unsigned(entry.title)} [{_unsigned(entry.label)}]"
    )


def _unsigned(text: str) -> str:
    return SIGNS.sub(lambda sign: f"{sign[1]} " if sign[1] else " %", text)


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _properties(entry: Entry, timeline: Timeline, order: list[str]) -> list[str]:
    event = entry.event
    values: dict[str, Any] = {
        "id": event.id,
        "title": event.title,
        "when": entry.phrase,
        "said": [claim_text(claim, timeline.source(claim.source)) for claim in event.claims],
        "status": event.status.value if event.status else "",
        "kind": "" if event.kind == "Event" else event.kind,
        "place": event.place,
        "participants": list(event.participants),
        "tags": list(event.tags),
        "links": list(event.links),
        "media": list(event.media),
        "note": event.note,
        "other_titles": list(event.other_titles),
        "details": plain(details_of(event)),
        "order": order,
    }
    return [f"{name}: {_json(value)}" for name, value in values.items() if value]


def _dates(place: Place) -> str:
    if place.first_year < 1 or place.last_year > 9999:
        return f"{_year(place.first_year)} - {_year(place.last_year + 1)}"
    first = _date(place, place.start)
    last = _date(place, max(place.start, place.end - MICROSECONDS_PER_DAY) if place.in_days else place.end)
    return first if first == last else f"{first} {'/' if place.in_days else '-'} {last}"


def _year(year: int) -> str:
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _date(place: Place, at: int) -> str:
    date = str(date_from_day_number(at // MICROSECONDS_PER_DAY))
    return date if place.in_days else f"{date}T{clock_of(at)}Z"


FORMAT = Format(
    "markwhen",
    (".mw",),
    sentence="Markwhen: text for people, with everything else in properties",
    take=from_markwhen,
    write=to_markwhen,
    carries=(TABLED | {Part.TITLE}) - {Part.UNDATED},
)
