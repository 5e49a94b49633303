"""The hot loops: labels of points fall along gaps until they rest, or prove that they cannot.

One source that runs in two ways. Compiled, with the types in `shortest_paths.pxd`, it works on flat columns of machine
integers; as plain Python it takes any columns and integers of any size. Both give the same answers to the bit.

`lower` is the label-correcting method with a first-in-first-out queue (Bellman 1958; Moore 1959), the quickest where a
few scans of each point are enough. `settle` adds subtree disassembly (Tarjan 1981; Cherkassky and Goldberg,
"Negative-cycle detection algorithms", 1999): when a label falls, the tree of labels that follow from it is taken apart, so
that none of them is carried on in vain, and a point that would follow from itself closes a negative cycle at once.
Everything runs downwards only. The earliest bounds are the latest ones of the mirrored problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.solver.columns import Column, Readable

__all__ = [
    "AT_REST",
    "BEYOND",
    "UNFINISHED",
    "enqueue",
    "fill_rows",
    "first_below",
    "lower",
    "narrow",
    "requeue",
    "select",
    "settle",
    "within",
]

AT_REST = -1
"""The labels are at rest."""

BEYOND = -2
"""A label would leave the range of its column."""

UNFINISHED = -3
"""The labels are not at rest after as many scans as were allowed."""


def within(values: Sequence[int], low: int, high: int, besides: int) -> bool:
    """Return whether every value lies from `low` to `high`, or is `besides`."""
    for index in range(len(values)):
        value = values[index]
        if (value < low or value > high) and value != besides:
            return False
    return True


def select(
    statements: Sequence[int], options: Sequence[int], chosen: Readable[int], found: Column[int]
) -> int:
    """Write the indices of parts whose statement has their option chosen; return how many there are."""
    count = 0
    for index in range(len(statements)):
        if chosen[statements[index]] == options[index]:
            found[count] = index
            count += 1
    return count


def fill_rows(
    ids: Sequence[int],
    tails: Readable[int],
    heads: Readable[int],
    weights: Readable[int],
    begin: Column[int],
    row_heads: Column[int],
    row_weights: Column[int],
    row_gaps: Column[int],
    points: int,
) -> None:
    """Sort the gaps in `ids` by their tails into rows: those of point p are in the slots from begin[p] to begin[p + 1].

    `begin` is all zeros at first. Within a row the gaps keep their order.
    """
    for index in range(len(ids)):
        begin[tails[ids[index]] + 1] += 1
    for point in range(points):
        begin[point + 1] += begin[point]
    for index in range(len(ids)):
        gap = ids[index]
        tail = tails[gap]
        slot = begin[tail]
        begin[tail] = slot + 1
        row_heads[slot] = heads[gap]
        row_weights[slot] = weights[gap]
        row_gaps[slot] = gap
    for point in range(points, 0, -1):
        begin[point] = begin[point - 1]
    begin[0] = 0


def narrow(
    ids: Sequence[int],
    points: Readable[int],
    limits: Readable[int],
    absent: int,
    sign: int,
    best: Column[int],
    windows: Column[int],
) -> None:
    """Take one side of the windows in `ids`, times `sign`, to the points: the least limit, and the window it is from."""
    for index in range(len(ids)):
        window = ids[index]
        limit = limits[window]
        if limit != absent:
            point = points[window]
            if sign * limit < best[point]:
                best[point] = sign * limit
                windows[point] = window


def enqueue(
    labels: Readable[int],
    low: int,
    high: int,
    points: int,
    queued: Column[int],
    queue: Column[int],
) -> int:
    """Put the points whose labels are from `low` up to, but without, `high` into an empty queue; return how many."""
    count = 0
    for point in range(points):
        if low <= labels[point] < high:
            queue[count] = point
            queued[point] = 1
            count += 1
    return count


def first_below(labels: Readable[int], mirrored: Readable[int], points: int) -> int:
    """Return the first point whose label is below its floor, or -1; `mirrored` are the floors with the other sign."""
    for point in range(points):
        if labels[point] < -mirrored[point]:
            return point
    return -1


def requeue(queued: Readable[int], points: int, queue: Column[int]) -> int:
    """Put the points that are marked as queued into the queue, in their order; return how many there are."""
    count = 0
    for point in range(points):
        if queued[point]:
            queue[count] = point
            count += 1
    return count


def lower(
    begin: Readable[int],
    end: Readable[int],
    heads: Readable[int],
    weights: Readable[int],
    gaps: Readable[int],
    labels: Column[int],
    parents: Column[int],
    queued: Column[int],
    queue: Column[int],
    points: int,
    count: int,
    lowest: int,
    roof: int,
    patience: int,
) -> int:
    """Lower the labels from the queued points on, in place, without a look at cycles: for most networks that is all.

    The row of point p are the slots from begin[p] to end[p]. Labels stay on their side of `roof` and are no less than
    `lowest`. Returns AT_REST, BEYOND, or after `patience` scans of rows UNFINISHED; then `queued` tells what is left.
    """
    first = 0
    last = count % points if points else 0
    while count:
        if patience == 0:
            return UNFINISHED
        patience -= 1
        count -= 1
        tail = queue[first]
        first = first + 1 if first + 1 < points else 0
        queued[tail] = 0
        label = labels[tail]
        bounded = label < roof
        for slot in range(begin[tail], end[tail]):
            head = heads[slot]
            value = label + weights[slot]
            if value >= labels[head]:
                continue
            if (value < roof) != bounded or value < lowest:
                return BEYOND
            labels[head] = value
            parents[head] = gaps[slot]
            if not queued[head]:
                queued[head] = 1
                queue[last] = head
                last = last + 1 if last + 1 < points else 0
                count += 1
    return AT_REST


def settle(
    begin: Readable[int],
    end: Readable[int],
    heads: Readable[int],
    weights: Readable[int],
    gaps: Readable[int],
    labels: Column[int],
    parents: Column[int],
    queued: Column[int],
    queue: Column[int],
    points: int,
    count: int,
    lowest: int,
    roof: int,
    patience: int,
    after: Column[int],
    before: Column[int],
    depth: Column[int],
) -> int:
    """Lower the labels as `lower` does, and keep the tree of what follows from what: it closes negative cycles.

    The tree is a list in preorder (`after`, `before`) with depths, at first of lone points. Also returns a point to
    which the parents lead back: it is on a negative cycle. Who is queued twice over, 2, has to be passed over.
    """
    first = 0
    last = count % points if points else 0
    while count:
        if patience == 0:
            return UNFINISHED
        count -= 1
        tail = queue[first]
        first = first + 1 if first + 1 < points else 0
        state = queued[tail]
        queued[tail] = 0
        if state == 2:
            continue
        patience -= 1
        label = labels[tail]
        bounded = label < roof
        for slot in range(begin[tail], end[tail]):
            head = heads[slot]
            value = label + weights[slot]
            if value >= labels[head]:
                continue
            parents[head] = gaps[slot]
            if _take_apart(head, tail, after, before, depth, queued):
                return head
            if (value < roof) != bounded or value < lowest:
                return BEYOND
            labels[head] = value
            _graft(head, tail, after, before, depth)
            if not queued[head]:
                queue[last] = head
                last = last + 1 if last + 1 < points else 0
                count += 1
            queued[head] = 1
    return AT_REST


def _take_apart(
    top: int, point: int, after: Column[int], before: Column[int], depth: Column[int], queued: Column[int]
) -> bool:
    """Take apart what is below `top`; if the point is `top` or below, say so and leave it half done."""
    if point == top:
        return True
    height = depth[top]
    previous = before[top]
    below = after[top]
    while depth[below] > height:
        if below == point:
            return True
        following = after[below]
        after[below] = below
        before[below] = below
        depth[below] = 0
        if queued[below]:
            queued[below] = 2
        below = following
    if below != top:
        after[previous] = below
        before[below] = previous
    return False


def _graft(point: int, tail: int, after: Column[int], before: Column[int], depth: Column[int]) -> None:
    """Hang a lone point below another."""
    following = after[tail]
    after[tail] = point
    before[point] = tail
    after[point] = following
    before[following] = point
    depth[point] = depth[tail] + 1
