"""From positions on an axis to places on a line: cells of a text, or parts of a picture's width."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from timeline.frozen import Record
from timeline.render.axis import Axis, Stretch

__all__ = ["Scale", "along"]


@attrs.frozen
class Scale(Record):
    """An axis laid out over a length: so much for each stretch, and a gap for each break between."""

    axis: Axis
    lengths: tuple[int, ...]
    gap: int = 1

    @classmethod
    def of(cls, axis: Axis, length: int, *, label: int, gap: int = 1) -> Scale:
        """Share a length among the stretches: the fuller ones get more, each enough for a label if there is room.

        >>> from timeline.render.axis import axis
        >>> found = axis([(0, 10), (20, 30)], "UTC")
        >>> Scale.of(found, 60, label=6).place(15)
        30
        """
        stretches = axis.stretches
        free = length - (len(stretches) - 1) * gap
        least = min(label, max(1, free // (2 * len(stretches))))
        rows = sum(stretch.rows for stretch in stretches) or 1
        shares = [max(least, free * stretch.rows // rows) for stretch in stretches]
        fullest = max(range(len(stretches)), key=lambda place: stretches[place].rows)
        shares[fullest] += free - sum(shares)
        return cls(axis, tuple(shares), gap)

    @property
    def length(self) -> int:
        """The whole length, breaks counted."""
        return sum(self.lengths) + self.gap * (len(self.lengths) - 1)

    def places(self) -> Iterator[tuple[int, int, Stretch]]:
        """Return where each stretch begins and ends."""
        begin = 0
        for length, stretch in zip(self.lengths, self.axis.stretches, strict=True):
            yield begin, begin + length, stretch
            begin += length + self.gap

    def place(self, position: int) -> int:
        """Return the place of a position, rounded down; in a break, the end of the stretch before it."""
        found = 0
        for begin, end, stretch in self.places():
            if position < stretch.start:
                break
            found = begin + along(position, stretch, end - begin)
        return found


def along(position: int, stretch: Stretch, length: int) -> int:
    """Return how far into a stretch of some length a position is, its nearest end where it is outside.

    >>> from timeline.render.axis import axis
    >>> along(100, axis([(0, 200)], "UTC").stretches[0], 80)
    40
    """
    found = (position - stretch.start) * length // (stretch.end - stretch.start)
    return min(max(found, 0), length)
