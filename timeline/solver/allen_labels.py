"""The hot loops of networks of Allen's relations: labels shrink by path consistency, and what made them shrink is kept.

One source that runs in two ways, as `shortest_paths` does: compiled, with the types in `allen_labels.pxd`, or as plain Python,
with the same answers to the bit. `allen_clauses` goes on from here and learns from failures.

A label is the set of relations that is left between two intervals, a mask of thirteen bits. What it can be across a third interval is
looked up (J. F. Allen, "Maintaining knowledge about temporal intervals", 1983); the labels that say most are carried on first.
The trail remembers each change and why it was made: going back costs what was done since.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.solver.allen_tables import Algebra

__all__ = ["DECIDED", "EVERYTHING", "GIVEN", "RELATIONS", "AllenLabels", "longer"]

RELATIONS = 13
EVERYTHING = (1 << RELATIONS) - 1
LOW = 7
"""A composition is looked up in two parts: for the first seven relations of the set on the right, and for the others."""

RANKS = RELATIONS * RELATIONS + 1

DECIDED = -1
"""The reason of a label that was supposed, to see what follows."""

GIVEN = -2
"""The reason of the label that was given under the name 0; that of the next is -3."""


def longer(typecode: str, column: array[int]) -> array[int]:
    """Return a column with as many zeros behind it."""
    found = array(typecode, column)
    found.extend(array(typecode, [0]) * len(found))
    return found


class AllenLabels:
    """Labels between all pairs of so many intervals, with the trail of their changes.

    A cell is a pair: the first interval times the size, plus the second. The trail names it with the lower interval first.
    """

    def __init__(self, size: int, algebra: Algebra) -> None:
        cells = size * size
        self.size = size
        self.singles = algebra.singles
        self.inverses = algebra.inverses
        self.sizes = algebra.sizes
        self.ranks = algebra.ranks
        self.low = algebra.low
        self.high = algebra.high
        self.labels = array("H", [EVERYTHING]) * cells
        for place in range(size):
            self.labels[place * size + place] = algebra.equal
        self.rooted = array("H", self.labels)
        self.level = 0
        self.starts = array("i", [0]) * 64
        # The trail: what changed, from what, why, at which level, and the change of the same label before it.
        self.count = 0
        self.changed = array("i", [0]) * 256
        self.olds = array("H", [0]) * 256
        self.reasons = array("i", [0]) * 256
        self.levels = array("i", [0]) * 256
        self.earlier = array("i", [0]) * 256
        self.latest = array("i", [-1]) * cells
        self.failed = -1
        self.dead = False
        # Changes that wait to be carried on, in a stack for each rank.
        self.waiting = bytearray(cells)
        self.stacks = array("i", [-1]) * RANKS
        self.below = array("i", [-1]) * cells
        self.lowest = RANKS

    # What can hold across a third interval.

    def fill(self, mask: int) -> None:
        """Work out the compositions of a set with all others, and its rank: the sizes of those with single relations, added up."""
        rank = 0
        for place in range(RELATIONS):
            found = 0
            for relation in range(RELATIONS):
                if mask >> relation & 1:
                    found |= self.singles[relation * RELATIONS + place]
            rank += self.sizes[found]
            if place < LOW:
                step = 1 << place
                base = mask << LOW
                for other in range(step):
                    self.low[base + step + other] = self.low[base + other] | found
            else:
                step = 1 << place - LOW
                base = mask << RELATIONS - LOW
                for other in range(step):
                    self.high[base + step + other] = self.high[base + other] | found
        self.ranks[mask] = rank

    def across(self, one: int, two: int) -> int:
        """Return the composition of two sets."""
        if not self.ranks[one]:
            self.fill(one)
        return (
            self.low[(one << LOW) + (two & (1 << LOW) - 1)]
            | self.high[(one << RELATIONS - LOW) + (two >> LOW)]
        )

    # Labels shrink.

    def give(self, one: int, two: int, mask: int, name: int) -> None:
        """Allow no more than a set between two intervals, the lower first; the name tells it in `core`."""
        if not self.dead and self.labels[one * self.size + two] & ~mask:
            self._narrow(one * self.size + two, self.labels[one * self.size + two] & mask, GIVEN - name)

    def _narrow(self, cell: int, mask: int, reason: int) -> bool:
        """Let a label shrink to a part of itself; says whether anything is left."""
        entry = self.count
        if entry == len(self.olds):
            self.changed = longer("i", self.changed)
            self.olds = longer("H", self.olds)
            self.reasons = longer("i", self.reasons)
            self.levels = longer("i", self.levels)
            self.earlier = longer("i", self.earlier)
        self.changed[entry] = cell
        self.olds[entry] = self.labels[cell]
        self.reasons[entry] = reason
        self.levels[entry] = self.level
        self.earlier[entry] = self.latest[cell]
        self.latest[cell] = entry
        self.count = entry + 1
        self._put(cell, mask)
        if not mask:
            self.failed = cell
            if self.level == 0:
                self.dead = True
            return False
        if not self.waiting[cell]:
            if not self.ranks[mask]:
                self.fill(mask)
            rank = self.ranks[mask]
            self.waiting[cell] = 1
            self.below[cell] = self.stacks[rank]
            self.stacks[rank] = cell
            self.lowest = min(self.lowest, rank)
        return True

    def _put(self, cell: int, mask: int) -> None:
        self.labels[cell] = mask
        self.labels[cell % self.size * self.size + cell // self.size] = self.inverses[mask]
        if self.level == 0:
            self.rooted[cell] = mask

    def _next(self) -> int:
        """Return a change that waits, of the label that says most, or -1."""
        while self.lowest < RANKS:
            cell = self.stacks[self.lowest]
            if cell >= 0:
                self.stacks[self.lowest] = self.below[cell]
                self.waiting[cell] = 0
                return cell
            self.lowest += 1
        return -1

    def close(self) -> bool:
        """Make labels path-consistent, and obey clauses; says whether something is left to each."""
        if self.dead:
            return False
        cell = self._next()
        while cell >= 0:
            one = cell // self.size
            two = cell % self.size
            if not (self._visit(cell) and self._scan(one, two) and self._scan(two, one)):
                self._drain()
                return False
            cell = self._next()
        return True

    def _scan(self, one: int, two: int) -> bool:
        """Narrow what one interval can be to all others by way of another."""
        mask = self.labels[one * self.size + two]
        if not self.ranks[mask]:
            self.fill(mask)
        base = mask << LOW
        more = mask << RELATIONS - LOW
        row = one * self.size
        other = two * self.size
        for third in range(self.size):
            label = self.labels[other + third]
            if label == EVERYTHING:
                continue
            allowed = self.low[base + (label & (1 << LOW) - 1)] | self.high[more + (label >> LOW)]
            label = self.labels[row + third]
            if label & ~allowed:
                label &= allowed
                if one < third:
                    if not self._narrow(row + third, label, two):
                        return False
                elif not self._narrow(third * self.size + one, self.inverses[label], two):
                    return False
        return True

    def suppose(self, cell: int, mask: int) -> None:
        """Begin a level at which a label has no more than a part of its relations."""
        self.level += 1
        if self.level + 1 >= len(self.starts):
            self.starts = longer("i", self.starts)
        self.starts[self.level] = self.count
        self._narrow(cell, mask, DECIDED)

    def _visit(self, cell: int) -> bool:
        """Carry on a label in ways of its own; says whether something is left to each."""
        return cell >= 0

    def _drain(self) -> None:
        while self._next() >= 0:
            pass

    def _pop(self) -> None:
        """Take back the last change."""
        self.count -= 1
        cell = self.changed[self.count]
        self.latest[cell] = self.earlier[self.count]
        self._put(cell, self.olds[self.count])

    def _back(self, level: int) -> None:
        """Take back all that was done beyond a level."""
        if level < self.level:
            while self.count > self.starts[level + 1]:
                self._pop()
            self.level = level

    def _at_start(self, cell: int) -> int:
        """Return what a label was when the level began."""
        label = self.labels[cell]
        entry = self.latest[cell]
        while entry >= self.starts[self.level]:
            label = self.olds[entry]
            entry = self.earlier[entry]
        return label
