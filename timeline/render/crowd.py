"""Pictures of many events: a thin line for each, or how many there can be at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from timeline.render.layout import Row, Segment
from timeline.render.markup import Content, Markup, element, fragment
from timeline.render.scale import Scale
from timeline.render.strokes import HEAD, LENGTH, SOLID, axis_lines, piece_rect, places_of

__all__ = ["DENSITY_HEIGHT", "density", "slim_height", "slim_rows"]

PITCH, THICK = 6, 4
LEAST = 25
"""A thin line is at least this long, a quarter of a percent, so that it can be seen."""

BINS = 200
BIN = LENGTH // BINS
AREA = 150
DENSITY_HEIGHT = HEAD + AREA


def slim_height(rows: Sequence[Row]) -> int:
    """Return how tall a picture of thin lines is.

    >>> slim_height([])
    28
    """
    return HEAD + PITCH * len(rows)


def slim_rows(rows: Sequence[Row], scale: Scale) -> Markup:
    """Return a thin line for each row, without its title."""
    return fragment(
        axis_lines(scale, slim_height(rows)),
        (_slim(row, HEAD + PITCH * number, scale) for number, row in enumerate(rows)),
    )


def _slim(row: Row, top: int, scale: Scale) -> Markup:
    def pieces() -> Iterator[Content]:
        for piece in row.segments:
            begin, end = places_of(piece, scale)
            begin = min(begin, LENGTH - LEAST)
            kind = "certain" if piece.kind in SOLID else "maybe"
            yield piece_rect(begin, max(end, begin + LEAST), kind, top, THICK)

    return element("g", pieces(), class_="row conflict" if row.in_conflict else "row")


def density(rows: Sequence[Row], scale: Scale) -> Markup:
    """Return how many events can be going on at each time, and how many certainly are, as two areas."""
    possible = _counts([piece for row in rows for piece in row.segments], scale)
    certain = _counts([piece for row in rows for piece in row.segments if piece.kind in SOLID], scale)
    most = max(possible)
    areas = element(
        "svg",
        element("path", d=_area(possible, most), class_="maybe"),
        element("path", d=_area(certain, most), class_="certain"),
        y=f"{HEAD}",
        width="100%",
        height=f"{AREA}",
        viewBox=f"0 0 {BINS} {most}",
        preserveAspectRatio="none",
    )
    told = element("text", f"up to {most:,} events at a time", x="0", y=f"{HEAD + 14}", class_="told")
    return fragment(axis_lines(scale, DENSITY_HEIGHT), areas, told)


def _counts(pieces: Iterable[Segment], scale: Scale) -> list[int]:
    """Return for each bin how many pieces are in it, whole or in part."""
    changes = [0] * (BINS + 1)
    for piece in pieces:
        begin, end = places_of(piece, scale)
        first = min(begin // BIN, BINS - 1)
        changes[first] += 1
        changes[max(first + 1, -(-end // BIN))] -= 1
    return list(accumulate(changes))[:BINS]


def _area(counts: Sequence[int], most: int) -> str:
    steps = "".join(f"V{most - count}h1" for count in counts)
    return f"M0 {most}{steps}V{most}z"
