"""A large network in about the order of time: ranks of its points, and its gaps in rows of that order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

import attrs

from timeline.solver.columns import Flat, Readable, zeros
from timeline.solver.loops import LEVEL, ROOF, SWEEPS
from timeline.solver.shortest_paths import AT_REST

__all__ = ["LARGE", "Sweeping", "TimeOrder"]

LARGE: Final = 500_000
"""Networks of so many points do not fit in the caches near a processor, as measured on one with 2 MB for each core."""

NONE: Final = -1
"""No gap."""

UNKNOWN: Final = LEVEL
MOST: Final = ROOF >> 1
"""Guesses lie within this distance of 0, so that the sum of one and a weight does too, twice over."""

SWEPT: Final = 8
"""Sweeps come to rest within so many scans for each point, or others take over."""

ENOUGH: Final = 32
"""One point in so many may stay without a guess."""


@attrs.frozen(eq=False)
class TimeOrder:
    """Ranks of points, and for each rank the slots of its gaps: at 2s the weight, at 2s + 1 the rank of the head and the gap."""

    ranks: array[int]
    begin: array[int]
    slots: array[int]

    @classmethod
    def of(
        cls,
        latest: Readable[int],
        earliest: Readable[int],
        ids: Sequence[int],
        tails: Readable[int],
        heads: Readable[int],
        weights: Readable[int],
        points: int,
    ) -> TimeOrder:
        """Order points by their windows, the others by gaps with points that have a place."""
        times, ranks = zeros("q", points), zeros("i", points)
        left = SWEEPS.guess(latest, earliest, ROOF, MOST, UNKNOWN, times, points)
        more = left
        while more and left * ENOUGH > points:
            more = SWEEPS.guess_along(ids, tails, heads, weights, MOST, UNKNOWN, times)
            left -= more
        SWEEPS.rank(times, UNKNOWN, zeros("i", max(2, points >> 1)), ranks, points)
        begin, slots = zeros("i", points + 1), zeros("q", 2 * len(ids))
        SWEEPS.fill_slots(ids, ranks, tails, heads, weights, begin, slots, points)
        return cls(ranks, begin, slots)

    def turned(self) -> TimeOrder:
        """Return the same order with all gaps turned round."""
        points = len(self.ranks)
        begin, slots = zeros("i", points + 1), zeros("q", len(self.slots))
        SWEEPS.turn_slots(self.begin, self.slots, begin, slots, points)
        return TimeOrder(self.ranks, begin, slots)

    def sweeping(self, labels: Flat) -> Sweeping:
        """Return these labels in this order, to be lowered."""
        points = len(self.ranks)
        own = Sweeping(self, zeros("q", points), array("i", [NONE]) * points, bytearray(points))
        SWEEPS.permute(self.ranks, labels, own.labels, points)
        return own


@attrs.frozen(eq=False)
class Sweeping:
    """Labels in the order of time while they fall, the gaps that they came by, and marks of those that fell since."""

    order: TimeOrder
    labels: array[int]
    parents: array[int]
    marks: bytearray

    def lower(self, low: int, high: int) -> int:
        """Do what `shortest_paths.lower` does, from the points whose labels are from `low` up to, but without, `high`."""
        points, order = len(self.marks), self.order
        count = SWEEPS.mark(self.labels, low, high, points, self.marks)
        patience = SWEPT * (count + points if low < ROOF else count + (points >> 6))
        if not count:
            return AT_REST
        columns = (order.begin, order.slots, self.labels, self.parents, self.marks)
        stopped: int = SWEEPS.sweep(*columns, points, ROOF, patience)
        return stopped

    def hand_back(self, labels: Flat, parents: Flat, queued: bytearray) -> None:
        """Write what was found in the order of the points."""
        own = (self.labels, self.parents, self.marks)
        SWEEPS.hand_back(self.order.ranks, *own, labels, parents, queued, len(queued))
