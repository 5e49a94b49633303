"""What every picture is made of: its axis, bars, and signs of a fixed size."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.render.layout import Segment, SegmentKind
from timeline.render.markup import Content, Markup, element
from timeline.render.scale import Scale
from timeline.render.ticks import fitting

__all__ = ["HEAD", "LENGTH", "LONE_LABEL", "SOLID", "axis_lines", "percent", "piece_rect", "places_of"]

LENGTH = 10_000
"""The width of a picture: hundredths of a percent."""

LONE_LABEL = 900
HEAD = 28
"""Pixels for the labels of the axis."""

NARROW, WIDE = 46, 120
"""Columns of labels that the axis has room for on a phone and on a screen."""

SOLID = {SegmentKind.EXACT, SegmentKind.CERTAIN}


def percent(place: int) -> str:
    """Return a place across a picture.

    >>> percent(1250)
    '12.5%'
    """
    return f"{place / 100:g}%"


def axis_lines(scale: Scale, height: int) -> Iterator[Content]:
    """Return the lines and labels of the ticks; some are for wide pictures only, some for narrow ones."""
    for begin, end, stretch in scale.places():
        if begin:
            yield _cut(begin - scale.gap, begin, height)
        share = end - begin
        narrow, wide = (
            {(label.text, label.position) for label in fitting(stretch, columns * share // LENGTH)}
            for columns in (NARROW, WIDE)
        )
        for text, position in sorted(narrow | wide, key=lambda found: (found[1] is None, found[1] or 0)):
            key = (text, position)
            only = None if key in narrow and key in wide else "wide" if key in wide else "narrow"
            place = end if position is None else scale.place(position)
            yield element(
                "g",
                element("line", x1=percent(place), x2=percent(place), y1="16", y2=f"{height}"),
                element("text", text, x=percent(place), y="11", text_anchor=_anchor(place, position)),
                class_="tick" if only is None else f"tick {only}",
            )


def _anchor(place: int, position: int | None) -> str:
    if position is None or place > LENGTH - LONE_LABEL // 2:
        return "end"
    return "start"


def _cut(begin: int, end: int, height: int) -> Markup:
    lines = (
        element("line", x1=percent(side), x2=percent(side), y1="0", y2=f"{height}") for side in (begin, end)
    )
    return element("g", lines, class_="cut")


def places_of(piece: Segment, scale: Scale) -> tuple[int, int]:
    """Return where a piece of a bar begins and ends; on an open side that is the edge of the picture."""
    begin = 0 if piece.start is None else scale.place(piece.start)
    return begin, LENGTH if piece.end is None else scale.place(piece.end)


def piece_rect(begin: int, end: int, kind: str, top: int, thick: int) -> Markup:
    """Return a piece of a bar as a rectangle of a class.

    >>> piece_rect(0, 5_000, "certain", 0, 4).text
    '<rect class="certain" x="0%" y="0" width="50%" height="4"></rect>'
    """
    return element(
        "rect",
        class_=kind,
        x=percent(begin),
        y=f"{top}",
        width=percent(max(end - begin, 1)),
        height=f"{thick}",
    )
