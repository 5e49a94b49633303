"""A picture in PNG, drawn from the SVG by resvg (the extra `png`), twice as large for sharp screens."""

from __future__ import annotations

import functools

from timeline.errors import RangeError
from timeline.formats.exchange import Export, Format
from timeline.formats.pictures.svgpicture import DRAWN_PARTS, WHOLE, lost_in
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.assets import asset, settled
from timeline.render.layout import layout
from timeline.render.svg import render_svg
from timeline.render.view import View

__all__ = ["FORMAT", "to_png"]

ZOOM = 2
PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30">{}</text></svg>'


def to_png(timeline: Timeline, report: Report | None = None, view: View = WHOLE) -> Export:
    """Return a timeline as a picture in PNG, or what a view leaves of it; an error where resvg or every font is missing."""
    report = report or timeline.check()
    _check_fonts()
    data = _drawn(render_svg(layout(timeline, report, view), settled(asset("picture.css"))))
    return Export(data, lost_in(FORMAT, timeline, report, view))


def _drawn(svg: str) -> bytes:
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415  # an extra that few need
    except ImportError:
        hint = "install it with `pip install 'timeline-toolkit[png]'`, or export to svg"
        raise RangeError("drawing PNG needs the package resvg-py", hint=hint) from None
    try:
        return bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM))
    except ValueError as error:
        raise RangeError(f"the picture cannot be drawn: {error}", hint="export to svg") from None


@functools.cache
def _check_fonts() -> None:
    """Refuse to draw where there is no font: resvg leaves text out without a word."""
    if _drawn(PROBE.format("timeline")) == _drawn(PROBE.format("")):
        raise RangeError(
            "no font is installed, so a picture would have no text", hint="install one, or export to svg"
        )


FORMAT = Format(
    "png",
    (".png",),
    sentence="the same picture in PNG, for programs that know no SVG",
    write=to_png,
    draw=to_png,
    tells=DRAWN_PARTS,
)
