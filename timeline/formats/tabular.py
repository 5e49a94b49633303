"""A timeline as a table, a row for each event: what CSV, Parquet and Markdown tables have in common."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator

from timeline.formats.entries import Entry, entries
from timeline.formats.exchange import Format, Omission, Part
from timeline.formats.jsonwriting import plain
from timeline.formats.kinds import details_of
from timeline.formats.notation import claim_text, told_items
from timeline.formats.omitting import Left, omissions
from timeline.formats.orderlines import order_line
from timeline.model.report import Corner, Report
from timeline.model.timeline import Timeline

__all__ = ["COLUMNS", "CORNERS", "TABLED", "cells", "order_lines", "table_omissions"]

CORNERS = tuple(corner.value for corner in Corner)
COLUMNS = (
    "id", "title", "when", "said", *CORNERS, "status", "kind", "place", "participants", "tags", "links", "media",
    "note", "other_titles", "details", "order",
)  # fmt: skip

TABLED = frozenset(Part) - {
    Part.CHARACTERS,
    Part.CITATIONS,
    Part.SOURCES,
    Part.TITLE,
    Part.SETTING,
    Part.FINDINGS,
}
"""What a table holds: of a source only its id, date and zone."""


def cells(timeline: Timeline, report: Report) -> Iterator[tuple[Entry, dict[str, str]]]:
    """Yield each event with its cells by column; empty ones are empty texts.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("a", "Treaty").said("2025-08"))
    >>> ((_, row),) = cells(story, story.check())
    >>> row["when"], row["latest_end"], row["said"]
    ('2025-08', '2025-09-01T00:00:00Z', '2025-08')
    """
    order = order_lines(timeline)
    for entry in entries(timeline, report):
        event = entry.event
        said = (claim_text(claim, timeline.source(claim.source)) for claim in event.claims)
        details = plain(details_of(event))
        bounds = (getattr(entry.known.derived, corner) for corner in CORNERS)
        values = (
            event.id,
            event.title,
            entry.phrase,
            "\n".join(said),
            *("" if corner is None else str(corner) for corner in bounds),
            event.status.value if event.status else "",
            "" if event.kind == "Event" else event.kind,
            event.place or "",
            *map(told_items, (event.participants, event.tags, event.links, event.media)),
            event.note or "",
            told_items(event.other_titles),
            _json(details) if details else "",
            "\n".join(order.get(event.id, ())),
        )
        yield entry, dict(zip(COLUMNS, values, strict=True))


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)


def order_lines(timeline: Timeline, left: Collection[str] = ()) -> dict[str, list[str]]:
    """Return the lines of the order with their sources, by the event that each names first; `left` are left out.

    >>> from timeline.events import Event
    >>> order_lines(Timeline().add(Event("a"), Event("b"), Event("a").precedes("b")))
    {'a': ['a < b']}
    """
    found: dict[str, list[str]] = {}
    for constraint in timeline.constraints:
        line = order_line(constraint, timeline.conventions)
        if line is not None and not set(left).intersection(constraint.events):
            by = f" [{constraint.source}]" if constraint.source else ""
            found.setdefault(constraint.events[0], []).append(f"{line}{by}")
    return found


def table_omissions(
    format_: Format, timeline: Timeline, report: Report, found: Iterable[Entry], left: Left
) -> tuple[Omission, ...]:
    """Return what a table loses; a constraint that no line says, or on an event that is left out, is named too."""
    lost = omissions(format_, timeline, report, found, left)
    unsaid = [
        str(constraint)
        for constraint in timeline.constraints
        if order_line(constraint, timeline.conventions) is None or left.keys() & set(constraint.events)
    ]
    return (*lost, *(Omission(Part.ORDER, f"the constraint '{text}'") for text in unsaid))
