"""Bars and their axis in character cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from timeline.frozen import Record
from timeline.render.axis import Axis
from timeline.render.layout import Segment, SegmentKind
from timeline.render.scale import Scale, along
from timeline.render.ticks import fitting

__all__ = ["ASCII_INK", "UNICODE_INK", "Canvas", "Ink"]

LABEL = 6
"""Columns that a stretch with a single label needs: a four-digit year before year 0, and its mark."""


@attrs.frozen(kw_only=True)
class Ink(Record):
    """The characters that bars and their axis are drawn with."""

    certain: str
    possible: str
    point: str
    left: str
    right: str
    tick: str
    cut: str


UNICODE_INK = Ink(certain="█", possible="░", point="◆", left="◂", right="▸", tick="╷", cut="/")
ASCII_INK = Ink(certain="#", possible="-", point="*", left="<", right=">", tick="|", cut="/")


@attrs.frozen
class Canvas(Record):
    """An axis laid out over a number of columns, and the characters to draw on it with."""

    scale: Scale
    ink: Ink

    @classmethod
    def of(cls, axis: Axis, columns: int, ink: Ink) -> Canvas:
        """Share columns among the stretches, with a column for each break between."""
        return cls(Scale.of(axis, columns, label=LABEL), ink)

    def labels(self) -> str:
        """Return the line of ticks: those of which every label has room, evenly chosen."""
        cells = [" "] * self.width
        for begin, end, stretch in self.scale.places():
            if begin:
                cells[begin - 1] = self.ink.cut
            for label in fitting(stretch, end - begin):
                text = (
                    self.ink.tick + label.text if label.position is not None else label.text + self.ink.tick
                )
                cells[begin + label.column : begin + label.column + len(text)] = text
        return "".join(cells)

    def bar(self, segments: Sequence[Segment]) -> str:
        """Return a bar; what is narrower than a column is a point, and a column is certain only if all of it is."""
        cells = [" "] * self.width
        for segment in segments:
            if segment.kind is not SegmentKind.CERTAIN:
                ink = self.ink.certain if segment.kind is SegmentKind.EXACT else self.ink.possible
                self._paint(cells, self._touched(segment), ink)
        for segment in segments:
            if segment.kind is SegmentKind.CERTAIN:
                self._paint(cells, self._touched(segment), self.ink.possible)
                self._paint(cells, self._filled(segment), self.ink.certain)
        self._point(cells, segments)
        return "".join(cells)

    @property
    def width(self) -> int:
        """All columns."""
        return self.scale.length

    def _point(self, cells: list[str], segments: Sequence[Segment]) -> None:
        inked = [column for column, cell in enumerate(cells) if cell != " "]
        if any(segment.start is None for segment in segments):
            cells[0] = self.ink.left
        if any(segment.end is None for segment in segments):
            cells[-1] = self.ink.right
        if len(inked) == 1 and all(None not in (segment.start, segment.end) for segment in segments):
            cells[inked[0]] = self.ink.point

    @staticmethod
    def _paint(cells: list[str], columns: Iterable[int], ink: str) -> None:
        for column in columns:
            cells[column] = ink

    def _touched(self, segment: Segment) -> range:
        """Return the columns that a segment is in, whole or in part."""
        first = 0 if segment.start is None else self.column(segment.start)
        last = self.width - 1 if segment.end is None else self.column(segment.end - 1)
        return range(first, max(first, last) + 1)

    def _filled(self, segment: Segment) -> range:
        """Return the columns of which a segment takes up the whole."""
        if segment.start is None or segment.end is None:
            return range(0)
        touched = self._touched(segment)
        first, last = touched.start, touched.stop - 1
        if first and self.column(segment.start - 1) == first:
            first += 1
        if last < self.width - 1 and self.column(segment.end) == last:
            last -= 1
        return range(first, last + 1)

    def column(self, position: int) -> int:
        """Return the column in which a position is; in a break, the last one before it."""
        found = 0
        for begin, end, stretch in self.scale.places():
            if position < stretch.start:
                break
            found = begin + min(along(position, stretch, end - begin), end - begin - 1)
        return found
