"""A picture in SVG: see `timeline.render.svg`."""

from __future__ import annotations

from timeline.formats.entries import entries
from timeline.formats.exchange import Export, Format, Omission, Part
from timeline.formats.omitting import omissions
from timeline.formats.pictures.htmlpage import unseen
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import layout
from timeline.render.picture import LABELLED
from timeline.render.svg import render_svg
from timeline.render.view import Detail, View

__all__ = ["DRAWN_PARTS", "FORMAT", "lost_in", "to_svg"]

WHOLE = View(detail=Detail.COMPACT)
DRAWN_PARTS = frozenset({Part.EVENTS, Part.UNDATED, Part.FAR_YEARS, Part.BOUNDS, Part.TITLE})
"""What a picture of bars shows."""


def to_svg(timeline: Timeline, report: Report | None = None, view: View = WHOLE) -> Export:
    """Return a timeline as a picture, or what a view leaves of it.

    >>> to_svg(Timeline("Peace")).data[:4]
    b'<svg'
    """
    report = report or timeline.check()
    drawn = render_svg(layout(timeline, report, view))
    return Export(drawn.encode(), lost_in(FORMAT, timeline, report, view))


def lost_in(picture: Format, timeline: Timeline, report: Report, view: View) -> tuple[Omission, ...]:
    """Return what a picture of a timeline loses; of many events it loses their titles too."""
    shown = tuple(event.event.id for event in report.events if view.shows(event))
    seen = set(shown)
    kept = [entry for entry in entries(timeline, report) if entry.id in seen]
    lost = (*unseen(timeline, report, view), *omissions(picture, timeline, report, kept, {}))
    if len(shown) <= LABELLED:
        return lost
    unnamed = f"a picture of more than {LABELLED} events does not name them"
    return (Omission(Part.EVENTS, unnamed, shown), *lost)


FORMAT = Format(
    "svg",
    (".svg",),
    sentence="a picture of bars, for pages, papers and slides",
    write=to_svg,
    draw=to_svg,
    tells=DRAWN_PARTS,
)
