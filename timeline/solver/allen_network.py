"""Whether sets of Allen's relations between intervals can all hold: path consistency, and search beyond it.

Path consistency decides where all labels are tractable sets (B. Nebel and H.-J. Bürckert, 1995); so the search divides only the
labels that are not (B. Nebel, 1997), the one first that leaves least and has been in most failures. It learns from each of
them, and begins again after ever other numbers of them (M. Luby, A. Sinclair, D. Zuckerman, 1993).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Final

import attrs

from timeline.errors import LimitError
from timeline.solver.allen_clauses import AllenClauses
from timeline.solver.allen_tables import EVERY, NUMBERS, SIGNS, algebra, signs_of
from timeline.solver.bits import members
from timeline.solver.loops import CLAUSES

__all__ = ["FAILURES", "AllenNetwork", "Clause", "Labels", "Pair"]

FAILURES: Final = 100_000
"""Most failures that one search learns from."""

FIRST_RUN: Final = 64
"""Failures between two beginnings, at the least."""

Pair = tuple[int, int]
"""Two intervals, the lower number first."""

Labels = Mapping[Pair, int]
"""The set of relations between some pairs; between all others anything goes."""

Clause = tuple[tuple[Pair, int], ...]
"""Labels of which not all can hold; each pair is in it once."""


@attrs.frozen(eq=False)
class AllenNetwork:
    """Intervals by number, and the sets of relations that some pairs of them may be in.

    >>> from timeline.solver.allen_tables import SIGNS
    >>> before, after = (1 << SIGNS.index((sign,) * 4) for sign in (-1, 1))
    >>> apart = AllenNetwork(3, {(0, 1): before, (1, 2): before, (0, 2): before | after})
    >>> apart.closed() == {(0, 1): before, (1, 2): before, (0, 2): before}
    True
    >>> AllenNetwork(3, {(0, 1): before, (1, 2): before, (0, 2): after}).scenario() is None
    True
    """

    size: int
    labels: Labels
    clauses: list[Clause] = attrs.field(factory=list)
    """What else cannot hold, about pairs that have labels; it may grow between searches."""

    _stated: list[Clause] = attrs.field(factory=list, init=False)
    """The clauses that the search knows."""

    def closed(self) -> dict[Pair, int] | None:
        """Return the labels made path-consistent; None where that leaves no relation to some pair."""
        known = self._with(self.labels)
        if not known.close():
            return None
        return {pair: known.labels[self._cell(pair)] for pair in self.labels}

    def scenario(self) -> dict[Pair, int] | None:
        """Return one relation of each label, as a number, that hold all together; None where there are none."""
        return self._chosen() if self._search() else None

    def core(self) -> tuple[tuple[Pair, ...], tuple[Clause, ...]]:
        """Return labels and clauses with which there is no scenario; there must be none."""
        names = set(self._known.core)
        pairs = tuple(pair for name, pair in enumerate(self.labels) if name in names)
        count = len(self.labels)
        return pairs, tuple(clause for name, clause in enumerate(self._stated, count) if name in names)

    @cached_property
    def _known(self) -> AllenClauses:
        return self._with(self.labels)

    @cached_property
    def _cells(self) -> array[int]:
        return array("i", map(self._cell, self.labels))

    def _cell(self, pair: Pair) -> int:
        return pair[0] * self.size + pair[1]

    def _with(self, labels: Labels) -> AllenClauses:
        known = CLAUSES(self.size, algebra())
        for name, ((one, two), mask) in enumerate(labels.items()):
            known.give(one, two, mask, name)
        return known

    def _search(self) -> bool:
        """Divide labels until all are tractable and all clauses settled; says whether that is possible."""
        known = self._known
        known.go_back()
        for clause in self.clauses[len(self._stated) :]:
            if not clause:
                known.core.append(len(self.labels) + len(self._stated))
                self._stated.append(clause)
                return False
            cells = array("i", (self._cell(pair) for pair, _ in clause))
            lacking = array("H", (EVERY & ~mask for _, mask in clause))
            known.rule_out(cells, lacking, len(self.labels) + len(self._stated))
            self._stated.append(clause)
        runs = _luby()
        left = next(runs) * FIRST_RUN
        for _ in range(FAILURES):
            while known.close():
                if not self._suppose(known):
                    return True
            if known.dead:
                if not known.core:
                    known.trace()
                return False
            known.learn()
            left -= 1
            if left <= 0:
                known.go_back()
                left = next(runs) * FIRST_RUN
        raise LimitError("too many relations depend on each other", hint="settle some of them by hand")

    def _suppose(self, known: AllenClauses) -> bool:
        """Suppose a part of some label; says whether there was one to divide."""
        cell = known.hardest(self._cells)
        if cell >= 0:
            known.suppose(cell, known.part(known.labels[cell]))
            return True
        place = known.unsettled()
        if place >= 0:
            cell = known.members[place]
            known.suppose(cell, known.labels[cell] & known.lacking[place])
        return place >= 0

    def _chosen(self) -> dict[Pair, int]:
        """Return a scenario of labels that are tractable sets, once they are closed by themselves.

        Such labels hold where ends are equal only if they must be (B. Nebel and H.-J. Bürckert, 1995): so every end
        comes after all that it cannot precede, and ends that are not in order fall one after the other.
        """
        size, found = self.size, self._known.labels
        known = self._with({pair: found[self._cell(pair)] for pair in self.labels})
        known.close()
        before = [0] * (2 * size)
        for cell, label in enumerate(known.labels):
            one, two = divmod(cell, size)
            for left, right in _in_order(label):
                before[2 * two + right] |= 1 << 2 * one + left
        first: dict[int, int] = {}
        places = [(earlier.bit_count(), first.setdefault(earlier, end)) for end, earlier in enumerate(before)]
        intervals = list(zip(places[::2], places[1::2], strict=True))
        return {(one, two): NUMBERS[signs_of(intervals[one], intervals[two])] for one, two in self.labels}


@cache
def _in_order(label: int) -> tuple[tuple[int, int], ...]:
    """Return which ends of one interval, 0 or 1, are certainly not after which of the other."""
    return tuple(
        (place // 2, place % 2)
        for place in range(4)
        if label != EVERY and all(SIGNS[number][place] <= 0 for number in members(label))
    )


def _luby() -> Iterator[int]:
    """Yield 1, 1, 2, 1, 1, 2, 4, 1, ... (D. Knuth's way to count them)."""
    turn, run = 1, 1
    while True:
        yield run
        turn, run = (turn + 1, 1) if turn & -turn == run else (turn, 2 * run)
