"""A page of HTML that stands alone: see `timeline.render.page`."""

from __future__ import annotations

from timeline.formats.exchange import ALL_PARTS, Export, Format, Omission, Part
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import layout
from timeline.render.page import render_page
from timeline.render.view import Detail, View

__all__ = ["FORMAT", "to_html"]

PROVEN_EVENTS = 2_000
"""A page of more events leaves out what stands behind their dates: it would be too large to load."""

LOST = {
    Part.CITATIONS: "quotes, pages and the like, and the proofs of the dates: a page has them for up to 2,000 events",
    Part.DETAILS: "participants, places, tags, links, media, notes and details of events, for the same reason",
}


def to_html(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a page.

    >>> to_html(Timeline("Peace")).data[:15]
    b'<!doctype html>'
    """
    detail = Detail.FULL if len(timeline.events) <= PROVEN_EVENTS else Detail.WORDS
    page = render_page(layout(timeline, report or timeline.check(), View(detail=detail)))
    lost = () if detail is Detail.FULL else tuple(Omission(part, says) for part, says in LOST.items())
    return Export(page.encode(), lost)


FORMAT = Format(
    "html",
    (".html", ".htm"),
    sentence="a page for readers: a picture, every event with its words and proofs, the sources; needs no network",
    write=to_html,
    tells=ALL_PARTS,
)
