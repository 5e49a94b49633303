"""The gaps at each point, in rows, for one direction of a network."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from timeline.solver.columns import Flat, Readable, layered, zeros
from timeline.solver.loops import loops

__all__ = ["Rows"]

Slot: TypeAlias = "tuple[int, int, int]"
"""The head, the weight and the index of a gap."""


@attrs.frozen(eq=False)
class Rows:
    """The gaps that leave each point: those of point p are in the slots from `begin[p]` to `end[p]`.

    A row that grows moves to the end, so that the other rows are shared with the rows it came from.
    """

    begin: Readable[int]
    end: Readable[int]
    heads: Readable[int]
    weights: Readable[int]
    gaps: Readable[int]
    slots: int

    @classmethod
    def of(
        cls,
        ids: Sequence[int],
        points: int,
        tails: Readable[int],
        heads: Readable[int],
        weights: Readable[int],
    ) -> Rows:
        """Return some gaps in rows by their tails."""
        count = len(ids)
        begin, row_heads, row_gaps = zeros("i", points + 1), zeros("i", count), zeros("i", count)
        row_weights: Flat = zeros("q", count) if isinstance(weights, array) else [0] * count
        run = loops(ids, tails, heads, weights)
        run.fill_rows(ids, tails, heads, weights, begin, row_heads, row_weights, row_gaps, points)
        return cls(begin, memoryview(begin)[1:], row_heads, row_weights, row_gaps, count)

    def adding(self, gaps: Iterable[tuple[int, int, int, int]]) -> Rows:
        """Return the rows with more gaps, each as its index, tail, head and weight."""
        changed: dict[int, list[Slot]] = {}
        for gap, tail, head, weight in gaps:
            if tail not in changed:
                changed[tail] = list(self.row(tail))
            changed[tail].append((head, weight, gap))
        return self._moved(changed)

    def without(self, gaps: Iterable[int], tails: Readable[int]) -> Rows:
        """Return the rows without some gaps."""
        gone = set(gaps)
        return self._moved(
            {
                tail: [slot for slot in self.row(tail) if slot[2] not in gone]
                for tail in {tails[gap] for gap in gone}
            }
        )

    def with_rows(self, points: Iterable[int]) -> Rows:
        """Return the rows with empty ones for more points."""
        return self._moved({point: [] for point in points})

    def row(self, tail: int) -> Iterator[Slot]:
        """Return the row of a point: head, weight and index of each gap."""
        for slot in range(self.begin[tail], self.end[tail]):
            yield self.heads[slot], self.weights[slot], self.gaps[slot]

    def _moved(self, rows: Mapping[int, Sequence[Slot]]) -> Rows:
        """Return the rows with others in place of some, written at the end."""
        begin, end = layered(self.begin), layered(self.end)
        heads, weights, ids = layered(self.heads), layered(self.weights), layered(self.gaps)
        slots = self.slots
        for tail, row in rows.items():
            begin[tail] = slots
            for slot in row:
                heads[slots], weights[slots], ids[slots] = slot
                slots += 1
            end[tail] = slots
        return Rows(begin, end, heads, weights, ids, slots)
