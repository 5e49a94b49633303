"""A page of HTML that stands alone: see `timeline.render.page`."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from timeline.formats.exchange import ALL_PARTS, Export, Format, Omission, Part
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import layout
from timeline.render.page import render_page
from timeline.render.view import Detail, View

__all__ = ["FORMAT", "to_html", "unseen"]

WHOLE = View(detail=Detail.FULL)

PROVEN_EVENTS = 2_000
"""A page of more events leaves out what stands behind their dates: it would be too large to load."""

LOST = {
    Part.CITATIONS: "quotes, pages and the like, and the proofs of the dates: a page has them for up to 2,000 events",
    Part.DETAILS: "participants, places, tags, links, media, notes and details of events, for the same reason",
}


def to_html(timeline: Timeline, report: Report | None = None, view: View = WHOLE) -> Export:
    """Return a timeline as a page, or what a view leaves of it.

    >>> to_html(Timeline("Peace")).data[:15]
    b'<!doctype html>'
    """
    report = report or timeline.check()
    shown = sum(map(view.shows, report.events))
    lost = list(unseen(timeline, report, view))
    if view.detail is Detail.FULL and shown > PROVEN_EVENTS:
        view = attrs.evolve(view, detail=Detail.WORDS)
        lost += [Omission(part, says) for part, says in LOST.items()]
    return Export(render_page(layout(timeline, report, view)).encode(), tuple(lost))


def unseen(timeline: Timeline, report: Report, view: View) -> Iterator[Omission]:
    """Name the events that a view leaves out."""
    hidden = tuple(event.event.id for event in report.events if not view.shows(event))
    if hidden:
        yield Omission(Part.EVENTS, f"left out by choice, of {len(timeline.events):,} events", hidden)


FORMAT = Format(
    "html",
    (".html", ".htm"),
    sentence="a page for readers: a picture, every event with its words and proofs, the sources; needs no network",
    write=to_html,
    draw=to_html,
    tells=ALL_PARTS,
)
