"""The hot loops of large networks: points are renumbered by a guess of their time, and labels fall in sweeps to and fro.

One source that runs in two ways, as `shortest_paths` does, in one extension module with it.

In a large network it is not counting that takes the time, but waiting for memory. Most of what is said about time is said of
events that are near in time; so points near in time get numbers that are near, and the columns of a point, its row and its neighbours lie
together. A slot of a row is two numbers side by side: the weight, and the head and the gap in one. Sweeps go up and down in turns (J. Y. Yen,
1970), past points whose label did not fall. Whatever the guess, the labels at rest are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from timeline.solver.columns import Column, Readable

__all__ = [
    "circle",
    "fill_slots",
    "guess",
    "guess_along",
    "hand_back",
    "mark",
    "permute",
    "rank",
    "sweep",
    "turn_slots",
]

RESTING = -1
OUTSIDE = -2
TIRED = -3
"""What `sweep` returns are the `AT_REST`, `BEYOND` and `UNFINISHED` of `shortest_paths`."""

GAP = 0xFFFFFFFF
"""In these bits of the second number of a slot stands the gap, above them the head."""


def guess(
    latest: Readable[int],
    earliest: Readable[int],
    roof: int,
    most: int,
    unknown: int,
    times: Column[int],
    points: int,
) -> int:
    """Guess the times of the points that have a window, within `most` of 0; return how many others there are."""
    count = 0
    for point in range(points):
        late = latest[point]
        early = earliest[point]
        if late < roof:
            time = (late >> 1) - (early >> 1) if early < roof else late
        elif early < roof:
            time = -early
        else:
            times[point] = unknown
            count += 1
            continue
        times[point] = max(-most, min(most, time))
    return count


def guess_along(
    ids: Sequence[int],
    tails: Readable[int],
    heads: Readable[int],
    weights: Readable[int],
    most: int,
    unknown: int,
    times: Column[int],
) -> int:
    """Guess the times of points that have a gap with one whose time is guessed; return how many."""
    count = 0
    for index in range(len(ids)):
        gap = ids[index]
        tail = tails[gap]
        head = heads[gap]
        if (times[tail] == unknown) == (times[head] == unknown):
            continue
        count += 1
        if times[head] == unknown:
            times[head] = max(-most, min(most, times[tail] + weights[gap]))
        else:
            times[tail] = max(-most, min(most, times[head] - weights[gap]))
    return count


def rank(times: Readable[int], unknown: int, counts: array[int], ranks: Column[int], points: int) -> None:
    """Give numbers to the points by their times, as far as so many equal stretches of time tell them apart; who is unknown comes last."""
    least = unknown
    most = -unknown
    for point in range(points):
        time = times[point]
        if time != unknown:
            least = min(least, time)
            most = max(most, time)
    last = len(counts) - 1
    shift = 0
    while most > least and (most - least) >> shift >= last:
        shift += 1
    for point in range(points):
        time = times[point]
        stretch = last if time == unknown else (time - least) >> shift
        counts[stretch] += 1
    total = 0
    for stretch in range(last + 1):
        count = counts[stretch]
        counts[stretch] = total
        total += count
    for point in range(points):
        time = times[point]
        stretch = last if time == unknown else (time - least) >> shift
        ranks[point] = counts[stretch]
        counts[stretch] += 1


def fill_slots(
    ids: Sequence[int],
    ranks: Readable[int],
    tails: Readable[int],
    heads: Readable[int],
    weights: Readable[int],
    begin: Column[int],
    slots: Column[int],
    points: int,
) -> None:
    """Sort the gaps in `ids` by the ranks of their tails into rows, as `fill_rows` does."""
    for index in range(len(ids)):
        begin[ranks[tails[ids[index]]] + 1] += 1
    for point in range(points):
        begin[point + 1] += begin[point]
    for index in range(len(ids)):
        gap = ids[index]
        tail = ranks[tails[gap]]
        head = ranks[heads[gap]]
        slot = begin[tail]
        begin[tail] += 1
        slots[2 * slot] = weights[gap]
        slots[2 * slot + 1] = head << 32 | gap
    for point in range(points, 0, -1):
        begin[point] = begin[point - 1]
    begin[0] = 0


def turn_slots(
    begin: Readable[int],
    slots: Sequence[int],
    turned_begin: Column[int],
    turned: Column[int],
    points: int,
) -> None:
    """Sort the same gaps by their heads."""
    gap = GAP
    for slot in range(1, len(slots), 2):
        turned_begin[(slots[slot] >> 32) + 1] += 1
    for point in range(points):
        turned_begin[point + 1] += turned_begin[point]
    for point in range(points):
        for slot in range(begin[point], begin[point + 1]):
            both = slots[2 * slot + 1]
            head = both >> 32
            place = turned_begin[head]
            turned_begin[head] += 1
            tail = point
            turned[2 * place] = slots[2 * slot]
            turned[2 * place + 1] = tail << 32 | (both & gap)
    for point in range(points, 0, -1):
        turned_begin[point] = turned_begin[point - 1]
    turned_begin[0] = 0


def permute(ranks: Readable[int], labels: Readable[int], own_labels: Column[int], points: int) -> None:
    """Write labels in the order of the ranks."""
    for point in range(points):
        own_labels[ranks[point]] = labels[point]


def mark(labels: Readable[int], low: int, high: int, points: int, queued: Column[int]) -> int:
    """Mark the points whose labels are from `low` up to, but without, `high`, as `enqueue` does; return how many."""
    count = 0
    for point in range(points):
        if low <= labels[point] < high:
            queued[point] = 1
            count += 1
    return count


def hand_back(
    ranks: Readable[int],
    own_labels: Readable[int],
    own_parents: Readable[int],
    own_queued: Readable[int],
    labels: Column[int],
    parents: Column[int],
    queued: Column[int],
    points: int,
) -> None:
    """Write labels, parents where there are new ones, and which points are queued, in the order of the points."""
    for point in range(points):
        place = ranks[point]
        labels[point] = own_labels[place]
        queued[point] = own_queued[place]
        if own_parents[place] >= 0:
            parents[point] = own_parents[place]


def circle(
    parents: Readable[int], tails: Readable[int], queued: Readable[int], seen: Column[int], points: int
) -> int:
    """Return a point from which parents lead back to it, starting from the queued points, or -1; `seen` is all zeros at first."""
    for point in range(points):
        if not queued[point]:
            continue
        place = point
        while parents[place] >= 0 and not seen[place]:
            seen[place] = point + 1
            place = tails[parents[place]]
        if seen[place] == point + 1:
            return place
    return -1


def sweep(
    begin: Readable[int],
    slots: Readable[int],
    labels: Column[int],
    parents: Column[int],
    queued: Column[int],
    points: int,
    roof: int,
    patience: int,
) -> int:
    """Lower the labels from the queued points on, as `shortest_paths.lower` does; 64 points passed over count as one scan."""
    gap = GAP
    upwards = True
    active = points > 0
    while active:
        if patience < 0:
            return TIRED
        active = False
        patience -= (points >> 6) + 1
        for place in range(points):
            point = place if upwards else points - 1 - place
            if not queued[point]:
                continue
            queued[point] = 0
            patience -= 1
            label = labels[point]
            bounded = label < roof
            for slot in range(begin[point], begin[point + 1]):
                value = label + slots[2 * slot]
                both = slots[2 * slot + 1]
                head = both >> 32
                if value >= labels[head]:
                    continue
                if (value < roof) != bounded or value < -roof:
                    return OUTSIDE
                labels[head] = value
                parents[head] = both & gap
                queued[head] = 1
                active = True
        upwards = not upwards
    return RESTING
