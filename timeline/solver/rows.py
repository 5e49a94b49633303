"""The gaps at each point, in rows, for one direction of a network."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import attrs

from timeline.solver.columns import Flat, Readable, layered, zeros
from timeline.solver.loops import loops

__all__ = ["Rows"]


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
        begin, end = layered(self.begin), layered(self.end)
        heads, weights, ids = layered(self.heads), layered(self.weights), layered(self.gaps)
        slots = self.slots
        for gap, tail, head, weight in gaps:
            moved = range(begin[tail], end[tail])
            begin[tail] = slots
            for slot in moved:
                heads[slots], weights[slots], ids[slots] = heads[slot], weights[slot], ids[slot]
                slots += 1
            heads[slots], weights[slots], ids[slots] = head, weight, gap
            slots += 1
            end[tail] = slots
        return Rows(begin, end, heads, weights, ids, slots)
