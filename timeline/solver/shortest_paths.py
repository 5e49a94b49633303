"""The hot loops: labels of points fall along gaps until they rest, or prove that they cannot.

`settle` is queue-based Bellman-Ford with subtree disassembly (Tarjan 1981; Cherkassky and Goldberg,
"Negative-cycle detection algorithms", 1999): when a label falls, the tree of labels that follow from it
is taken apart, and a point that would follow from itself closes a negative cycle at once. It works on
numbers alone. `settle_steps` carries on from there with gaps that are monotone functions, where a cycle is no
proof of contradiction, since the labels may come to rest further down.

Both run downwards only. The earliest bounds are the latest ones of the mirrored problem.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from timeline.errors import LimitError
from timeline.solver.columns import Column, Overlay, Readable
from timeline.solver.network import NONE, Adjacency

__all__ = ["STEP_ROUNDS", "Graph", "Trace", "settle", "settle_steps"]

STEP_ROUNDS: Final = 100_000
"""Most rounds that labels may chase each other through steps, beyond one for each point."""

Trace = tuple[int, "Trace | None"]
"""How a label came about: the last gap, and the trace of the label at the source of it."""


@attrs.frozen(kw_only=True, eq=False)
class Graph:
    """One direction of a network: labels fall from the tail of a gap to its head."""

    points: int
    adjacency: Adjacency
    tails: Readable[int]
    heads: Readable[int]
    weights: Readable[int]
    floors: Readable[int]
    floor_windows: Readable[int]


@attrs.frozen(kw_only=True, eq=False)
class _Tree:
    """The labels that follow from each other, as a list in preorder: `depth` says who is below whom."""

    after: Column[int]
    before: Column[int]
    depth: Column[int]
    queued: Column[int]

    @classmethod
    def of(cls, points: int, whole: bool, queue: list[int]) -> _Tree:  # noqa: FBT001 - storage, not meaning
        """Return lone points, some of them queued: in lists for whole runs, else in overlays."""
        order, zeros = range(points), bytes(points)
        if whole:
            tree = cls(after=list(order), before=list(order), depth=[0] * points, queued=bytearray(points))
        else:
            tree = cls(
                after=Overlay(order), before=Overlay(order), depth=Overlay(zeros), queued=Overlay(zeros)
            )
        for point in queue:
            tree.queued[point] = 1
        return tree

    def holds(self, top: int, point: int) -> bool:
        """Take apart what is below `top`; if the point is `top` or below, say so and leave it half done."""
        if point == top:
            return True
        after, before, depth, queued = self.after, self.before, self.depth, self.queued
        height = depth[top]
        last, below = before[top], after[top]
        while depth[below] > height:
            if below == point:
                return True
            following = after[below]
            after[below] = before[below] = below
            depth[below] = queued[below] = 0
            below = following
        if below != top:
            after[last], before[below] = below, last
        return False

    def graft(self, point: int, tail: int) -> None:
        """Hang a lone point below another."""
        after, before = self.after, self.before
        following = after[tail]
        after[tail], before[point] = point, tail
        after[point], before[following] = following, point
        self.depth[point] = self.depth[tail] + 1


def settle(graph: Graph, labels: Column[int], parents: Column[int], queue: list[int]) -> int:
    """Lower the labels from the queued points on until they rest; labels and parents are changed in place.

    Returns NONE, or the point at which the labels stopped: its label fell below its floor, or its parents
    lead back to itself along a negative cycle. Of a step no more is used than its weight.
    """
    adjacency = graph.adjacency
    begin, order, later = adjacency.begin, adjacency.order, adjacency.later
    heads, weights, floors = graph.heads, graph.weights, graph.floors
    tree = _Tree.of(graph.points, isinstance(labels, list), queue)
    queued, holds, graft = tree.queued, tree.holds, tree.graft
    while queue:
        batch, queue = queue, []
        for tail in batch:
            if not queued[tail]:
                continue
            queued[tail] = 0
            label = labels[tail]
            gaps = order[begin[tail] : begin[tail + 1]]
            if tail in later:
                gaps += later[tail]
            for gap in gaps:
                head = heads[gap]
                value = label + weights[gap]
                if value >= labels[head]:
                    continue
                if holds(head, tail):
                    parents[head] = gap
                    return head
                labels[head] = value
                parents[head] = gap
                if value < floors[head]:
                    return head
                graft(head, tail)
                if not queued[head]:
                    queued[head] = 1
                    queue.append(head)
    return NONE


def settle_steps(
    graph: Graph,
    carry: Callable[[int, int], int],
    labels: Column[int],
    traces: dict[int, Trace | None],
    queue: list[int],
    *,
    roof: int,
) -> int:
    """Lower the labels of `settle` along steps too, until they rest at the greatest fixed point.

    `carry(gap, value)` is the most that the gap allows. Unbounded labels, from `roof` on, stay. Returns NONE,
    or the point whose label fell below its floor.
    """
    adjacency, heads, floors = graph.adjacency, graph.heads, graph.floors
    rounds = graph.points + STEP_ROUNDS
    while queue:
        batch, queue = queue, []
        waiting = set[int]()
        rounds -= 1
        if rounds < 0:
            raise LimitError(
                "the steps lower each other without end", hint="bound one of their points by a window"
            )
        for tail in batch:
            label = labels[tail]
            if label >= roof:
                continue
            gaps = adjacency.order[adjacency.begin[tail] : adjacency.begin[tail + 1]]
            for gap in (*gaps, *adjacency.later.get(tail, ())):
                head, value = heads[gap], carry(gap, label)
                if value >= labels[head]:
                    continue
                labels[head] = value
                traces[head] = (gap, traces.get(tail))
                if value < floors[head] and graph.floor_windows[head] != NONE:
                    return head
                if head not in waiting:
                    waiting.add(head)
                    queue.append(head)
    return NONE
