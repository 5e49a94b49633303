"""A picture in SVG: see `timeline.render.svg`."""

from __future__ import annotations

from timeline.formats.entries import entries
from timeline.formats.exchange import Export, Format, Omission, Part
from timeline.formats.omitting import omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import layout
from timeline.render.picture import LABELLED
from timeline.render.svg import render_svg

__all__ = ["DRAWN_PARTS", "FORMAT", "lost_in", "to_svg"]

DRAWN_PARTS = frozenset({Part.EVENTS, Part.UNDATED, Part.FAR_YEARS, Part.BOUNDS, Part.TITLE})
"""What a picture of bars shows."""


def to_svg(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a picture.

    >>> to_svg(Timeline("Peace")).data[:4]
    b'<svg'
    """
    report = report or timeline.check()
    drawn = render_svg(layout(timeline, report))
    return Export(drawn.encode(), lost_in(FORMAT, timeline, report))


def lost_in(picture: Format, timeline: Timeline, report: Report) -> tuple[Omission, ...]:
    """Return what a picture of a timeline loses; of many events it loses their titles too."""
    lost = omissions(picture, timeline, report, entries(timeline, report), {})
    if len(timeline.events) <= LABELLED:
        return lost
    names = tuple(event.id for event in timeline.events)
    return (
        Omission(Part.EVENTS, f"a picture of more than {LABELLED} events does not name them", names),
        *lost,
    )


FORMAT = Format(
    "svg",
    (".svg",),
    sentence="a picture of bars, for pages, papers and slides",
    write=to_svg,
    tells=DRAWN_PARTS,
)
