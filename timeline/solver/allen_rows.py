"""The labels of a network of intervals as rows of bits, and path consistency among them.

The labels from one interval to all others are one integer: a lane of bits for each relation, in which bit ``other`` says that
the relation is possible with that interval. So a composition with all of them at once takes a few operations.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from heapq import heapify, heappop, heappush

from timeline.solver.allen_tables import (
    COUNT,
    EQUAL,
    EVERY,
    INVERSES,
    SIGNS,
    compositions,
    freedom,
    inverse,
)
from timeline.solver.bits import members

__all__ = ["Frame", "Pair", "Rows", "frame_of"]

Pair = tuple[int, int]
"""Two intervals, the lower number first."""

Rows = list[int]

_Across = tuple[tuple[int, ...], list[tuple[int, tuple[int, ...], int]]]


class Frame:
    """What all networks of so many intervals share: where the bits are, and what labels make of others.

    A *spread* label has a bit in each lane of its relations, so that times a column of intervals it is the same label at each.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.lane = (1 << size) - 1
        self.shifts = tuple(size * relation for relation in range(COUNT))
        self.every = self.spread(EVERY)
        self._masks: dict[int, int] = {}
        self._freedoms: dict[int, int] = {}
        self._across: dict[int, _Across] = {}
        self._backwards = tuple(1 << self.shifts[INVERSES[relation]] for relation in range(COUNT))
        table = compositions()
        self._composed = [[self.spread(table[one][two]) for two in range(COUNT)] for one in range(COUNT)]

    def spread(self, mask: int) -> int:
        """Return a mask as a spread label."""
        return sum(1 << shift for relation, shift in enumerate(self.shifts) if mask >> relation & 1)

    def mask(self, label: int) -> int:
        """Return a spread label as a mask."""
        found = self._masks.get(label)
        if found is None:
            bits = ((label >> shift & 1) << relation for relation, shift in enumerate(self.shifts))
            found = self._masks[label] = sum(bits)
        return found

    def freedom(self, label: int) -> int:
        """Return how little a spread label says."""
        found = self._freedoms.get(label)
        if found is None:
            found = self._freedoms[label] = freedom(self.mask(label))
        return found

    def universe(self) -> Rows:
        """Return rows in which anything can hold, and each interval equals itself."""
        full = (1 << COUNT * self.size) - 1
        itself = 1 << EQUAL * self.size
        return [full & ~(self.every << place) | itself << place for place in range(self.size)]

    def label(self, rows: Rows, pair: Pair) -> int:
        """Return what is left between two intervals, as a mask."""
        return self.mask(rows[pair[0]] >> pair[1] & self.every)

    def narrow(self, rows: Rows, pair: Pair, mask: int) -> None:
        """Allow no more than a set between two intervals."""
        one, two = pair
        rows[one] &= ~(self.spread(EVERY & ~mask) << two)
        rows[two] &= ~(self.spread(inverse(EVERY & ~mask)) << one)

    def not_after(self, row: int) -> list[int]:
        """Return for each pair of ends, as in `SIGNS`, the intervals whose end is certainly not before the row's."""
        found = []
        for pair in range(4):
            after = 0
            for signs, shift in zip(SIGNS, self.shifts, strict=True):
                if signs[pair] > 0:
                    after |= row >> shift
            found.append(self.lane & ~after)
        return found

    def close(self, rows: Rows, changed: Iterable[Pair]) -> Pair | None:
        """Make rows path-consistent again after changes; returns the pair by which nothing is left to some other, or None.

        The pairs that say most go first.
        """
        every, freedoms = self.every, self._freedoms
        waiting = set(changed)
        heap = [(self.freedom(rows[one] >> two & every), one, two) for one, two in waiting]
        heapify(heap)
        columns: list[tuple[int, list[int]]] = [(0, [])] * self.size
        while heap:
            _, first, second = heappop(heap)
            waiting.remove((first, second))
            for one, two in ((first, second), (second, first)):
                old, other = rows[one], rows[two]
                if columns[two][0] != other:
                    columns[two] = other, [other >> shift & self.lane for shift in self.shifts]
                new = old & self._allowed(old >> two & every, columns[two][1])
                if new == old:
                    continue
                rows[one] = new
                if not self._is_complete(new):
                    return first, second
                for third in members(self._take_back(rows, one, old ^ new)):
                    pair = (one, third) if one < third else (third, one)
                    if pair not in waiting:
                        waiting.add(pair)
                        label = rows[pair[0]] >> pair[1] & every
                        heappush(heap, (freedoms.get(label) or self.freedom(label), *pair))
        return None

    def _allowed(self, label: int, columns: list[int]) -> int:
        """Return the row that a label allows to go on with the columns of the row at its other side."""
        free, groups = self._across.get(label) or self._compose(label)
        column = 0
        for relation in free:
            column |= columns[relation]
        allowed = column * self.every
        if column == self.lane:
            return allowed
        for relation, more, result in groups:
            column = columns[relation]
            for another in more:
                column |= columns[another]
            allowed |= column * result
        return allowed

    def _compose(self, label: int) -> _Across:
        """Return the relations after which anything can hold, and groups of the others with what can hold after them."""
        groups: dict[int, list[int]] = {}
        for two in range(COUNT):
            result = 0
            for one in members(self.mask(label)):
                result |= self._composed[one][two]
            groups.setdefault(result, []).append(two)
        free = tuple(groups.pop(self.every, ()))
        found = free, [(group[0], tuple(group[1:]), result) for result, group in groups.items()]
        self._across[label] = found
        return found

    def _is_complete(self, row: int) -> bool:
        """Return whether some relation is left to each interval; the lanes are laid over each other."""
        size = self.size
        for width in (8, 4, 2, 1):
            row |= row >> width * size
        return row & self.lane == self.lane

    def _take_back(self, rows: Rows, one: int, gone: int) -> int:
        """Take what is gone from a row from the rows on the other side too; returns those as bits."""
        touched = 0
        for relation, shift in enumerate(self.shifts):
            column = gone >> shift & self.lane
            touched |= column
            bit = self._backwards[relation] << one
            while column:
                lowest = column & -column
                column ^= lowest
                rows[lowest.bit_length() - 1] ^= bit
        return touched


@cache
def frame_of(size: int) -> Frame:
    """Return the frame for so many intervals; what it has worked out serves all networks of that size."""
    return Frame(size)
