"""Bars and their axis in character cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from timeline.frozen import Record
from timeline.render.axis import Axis, Stretch, Tick
from timeline.render.layout import Segment, SegmentKind

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
    """An axis laid out over a number of columns; `columns` of each stretch, a column for each break between."""

    axis: Axis
    columns: tuple[int, ...]
    ink: Ink

    @classmethod
    def of(cls, axis: Axis, columns: int, ink: Ink) -> Canvas:
        """Share columns among the stretches: the fuller ones get more, and each enough for a label if there is room."""
        stretches = axis.stretches
        free = columns - (len(stretches) - 1)
        least = min(LABEL, max(1, free // (2 * len(stretches))))
        rows = sum(stretch.rows for stretch in stretches) or 1
        shares = [max(least, free * stretch.rows // rows) for stretch in stretches]
        fullest = max(range(len(stretches)), key=lambda place: stretches[place].rows)
        shares[fullest] += free - sum(shares)
        return cls(axis, tuple(shares), ink)

    def labels(self) -> str:
        """Return the line of ticks: those of which every label has room, evenly chosen."""
        cells = [" "] * self.width
        for begin, end, stretch in self._places():
            if begin:
                cells[begin - 1] = self.ink.cut
            for column, label in _fitting(stretch, end - begin, self.ink.tick):
                cells[begin + column : begin + column + len(label)] = label
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
        return sum(self.columns) + len(self.columns) - 1

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
        for begin, end, stretch in self._places():
            if position < stretch.start:
                break
            found = begin + _column(position, stretch, end - begin)
        return found

    def _places(self) -> Iterable[tuple[int, int, Stretch]]:
        begin = 0
        for columns, stretch in zip(self.columns, self.axis.stretches, strict=True):
            yield begin, begin + columns, stretch
            begin += columns + 1


def _fitting(stretch: Stretch, columns: int, mark: str) -> list[tuple[int, str]]:
    """Return every tick of a stretch that has room, else every second or fourth, ... else its ends, else one tick."""
    ticks = stretch.ticks
    alone: list[tuple[int, str]] = []
    stride = 1
    while stride <= len(ticks):
        chosen = [_placed(ticks[offset::stride], stretch, columns, mark) for offset in range(stride)]
        fullest = max(chosen, key=len)
        if len(fullest) > 1 or (fullest and len(ticks) == 1):
            return fullest
        alone = alone or fullest
        stride *= 2
    return _ends(stretch, columns, mark) or alone


def _ends(stretch: Stretch, columns: int, mark: str) -> list[tuple[int, str]]:
    first, last = stretch.ends
    after = columns - len(last) - 1
    return [(0, mark + first), (after, last + mark)] if len(first) + 2 <= after else []


def _placed(ticks: Sequence[Tick], stretch: Stretch, columns: int, mark: str) -> list[tuple[int, str]]:
    """Return the columns and labels of ticks; none where two overlap, and without those that run over."""
    found: list[tuple[int, str]] = []
    free = 0
    for tick in ticks:
        column = _column(tick.position, stretch, columns)
        label = mark + (tick.label if found else tick.full)
        if column + len(label) > columns:
            break
        if column < free:
            return []
        free = column + len(label) + 1
        found.append((column, label))
    return found


def _column(position: int, stretch: Stretch, columns: int) -> int:
    """Return the column of a stretch in which a position is, the nearest one where it is outside."""
    found = (position - stretch.start) * columns // (stretch.end - stretch.start)
    return min(max(found, 0), columns - 1)
