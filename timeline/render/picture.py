"""The rows of a layout as a picture: bars on an axis, in SVG.

Across, everything is placed in hundredths of a percent, so that one picture fits a phone, a screen and a sheet of paper;
down, in pixels. Colours and fonts are given to classes by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from timeline.frozen import Record
from timeline.render.crowd import DENSITY_HEIGHT, density, slim_height, slim_rows
from timeline.render.layout import Layout, Row, Segment, SegmentKind
from timeline.render.markup import Content, Markup, element, fragment, within_page
from timeline.render.scale import Scale
from timeline.render.strokes import (
    HEAD,
    LENGTH,
    LONE_LABEL,
    SOLID,
    axis_lines,
    percent,
    piece_rect,
    places_of,
)

__all__ = ["LABELLED", "Picture", "anchor_of", "key", "patterns", "picture", "signs_used"]

GAP = 200
"""The width of a break."""

SHORT = 90
"""What is shorter is drawn as a point: less than a hundredth of the picture's width."""

LABELLED, SINGLE = 60, 400
"""Up to so many rows have a title above their bar, and up to so many a bar of their own; more are counted."""

ROW = 38
GROUP = 30
BAR_TOP = 19
BAR = 11

POINT, LEFT, RIGHT = "M0-6 6 0 0 6-6 0z", "M0 0 9-6.5V6.5z", "M0 0-9-6.5V6.5z"
"""The outlines of the signs: a diamond and two arrowheads, each drawn from the place that it marks."""

GROUNDS = {LEFT: "M0-6H12V6H0z", RIGHT: "M0-6H-12V6H0z"}


@attrs.frozen
class Picture(Record):
    """The content of an SVG element of any width, and its height in pixels."""

    content: Markup
    height: int


def picture(layout: Layout, *, linked: bool = False) -> Picture | None:
    """Return the rows of a layout as bars, each below its title; None where no event has a place on the axis.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.render.layout import layout
    >>> story = Timeline().add(Event("treaty").said("2024-06"))
    >>> drawn = picture(layout(story, story.check()))
    >>> drawn.height, '<rect class="possible" x="0%"' in drawn.content.text
    (66, True)
    """
    if layout.axis is None:
        return None
    scale = Scale.of(layout.axis, LENGTH, label=LONE_LABEL, gap=GAP)
    if len(layout.rows) > SINGLE:
        return Picture(density(layout.rows, scale), DENSITY_HEIGHT)
    if len(layout.rows) > LABELLED:
        return Picture(slim_rows(layout.rows, scale), slim_height(layout.rows))
    drawn: list[Content] = []
    height = HEAD
    for heading, rows in layout.grouped():
        if heading is not None:
            drawn.append(element("text", heading, class_="group", y=f"{height + 18}"))
            height += GROUP
        drawn += (_row(row, height + ROW * number, scale, linked=linked) for number, row in enumerate(rows))
        height += ROW * len(rows)
    return Picture(fragment(axis_lines(scale, height), drawn), height)


def anchor_of(event: str) -> str:
    """Return the id under which a page has an event."""
    return f"event-{event}"


def patterns() -> Markup:
    """Return the definitions that every picture needs: the hatching of what is only possible."""
    lines = element("path", d="M-1 1 1-1M0 6 6 0M5 7 7 5", class_="hatching")
    return element(
        "defs",
        element(
            "pattern",
            element("rect", width="6", height="6", class_="hatched"),
            lines,
            id="hatch",
            width="6",
            height="6",
            patternUnits="userSpaceOnUse",
        ),
    )


def signs_used(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the classes of the signs that a picture of rows uses, with what they mean.

    >>> signs_used([])
    []
    """
    pieces = [piece for row in rows for piece in row.segments]
    kinds = {piece.kind for piece in pieces}
    if len(rows) > LABELLED:
        return [("certain", "certainly going on"), ("maybe", "possible")] if pieces else []
    signs = (
        ("certain", "certainly going on", bool(kinds & SOLID)),
        ("possible", "possible", bool(kinds - SOLID)),
        ("point", "too short for a bar", any(map(_is_whole, pieces))),
        ("left", "open before", SegmentKind.OPEN_LEFT in kinds),
        ("right", "open after", SegmentKind.OPEN_RIGHT in kinds),
    )
    return [(name, meaning) for name, meaning, used in signs if used]


def key(name: str) -> Markup:
    """Return a sign as a legend shows it, in a picture of 24 by 11 pixels.

    >>> key("certain").text
    '<rect class="certain" width="24" height="11"></rect>'
    """
    if name in {"certain", "possible", "maybe"}:
        return element("rect", class_=name, width="24", height=f"{BAR}")
    path, place = {"point": (POINT, 50), "left": (LEFT, 30), "right": (RIGHT, 70)}[name]
    return _sign(place * 100, 0, path, "point" if name == "point" else "open")


def _is_whole(piece: Segment) -> bool:
    return piece.start is not None and piece.end is not None


def _row(row: Row, top: int, scale: Scale, *, linked: bool) -> Markup:
    title = row.title if row.title.strip() else row.id
    flag = element("tspan", "! ", class_="flag") if row.in_conflict else None
    content = fragment(
        element("rect", class_="ground", y=f"{top}", width="100%", height=f"{ROW}"),
        element("text", flag, title, class_="label", y=f"{top + 13}"),
        " ",
        element("text", row.phrase, class_="when", x="100%", y=f"{top + 13}", text_anchor="end"),
        _bar(row.segments, top + BAR_TOP, scale),
    )
    kind = "row conflict" if row.in_conflict else "row"
    if not linked:
        return element("g", content, class_=kind)
    return element("a", content, href=within_page(anchor_of(row.id)), class_=kind)


def _bar(segments: Sequence[Segment], top: int, scale: Scale) -> Iterator[Content]:
    """Draw the pieces of a bar; separate windows are joined by a dotted line, since it is one event."""
    places = [(*places_of(piece, scale), piece) for piece in segments]
    gaps = [(one[1], two[0]) for one, two in pairwise(places) if one[1] < two[0]]
    yield from (_joint(before, after, top) for before, after in gaps)
    alone = len(gaps) == len(places) - 1
    for begin, end, piece in places:
        yield _piece(begin, end, piece, top, alone=alone)


def _joint(before: int, after: int, top: int) -> Markup:
    middle = f"{top + BAR / 2:g}"
    return element("line", class_="or", x1=percent(before), x2=percent(after), y1=middle, y2=middle)


def _piece(begin: int, end: int, piece: Segment, top: int, *, alone: bool) -> Content:
    if alone and _is_whole(piece) and end - begin < SHORT:
        return _sign((begin + end) // 2, top, POINT, "point")
    bar = piece_rect(begin, end, "certain" if piece.kind in SOLID else "possible", top, BAR)
    if piece.kind is SegmentKind.OPEN_LEFT:
        return bar, _sign(0, top, LEFT, "open")
    if piece.kind is SegmentKind.OPEN_RIGHT:
        return bar, _sign(LENGTH, top, RIGHT, "open")
    return bar


def _sign(place: int, top: int, path: str, kind: str) -> Markup:
    """Draw a sign of fixed size where it marks a place; an arrowhead has clear ground under it."""
    ground = element("path", d=GROUNDS[path], class_="paper") if path in GROUNDS else None
    outline = element("path", d=path, class_=kind)
    return element("svg", ground, outline, class_="sign", x=percent(place), y=f"{top + BAR / 2:g}")
