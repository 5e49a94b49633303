"""Whether sets of Allen's relations between intervals can all hold: path consistency, and search beyond it.

A label is the set of relations that is left between two intervals. Path consistency narrows each label by
the composition of two others until nothing changes (J. F. Allen, 1983). It decides where all labels are tractable sets;
so the search divides only the labels that are not (P. van Beek, 1992; B. Nebel, 1997), the one first that leaves least
and has failed most (F. Boussemart and others, 2004).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

import attrs

from timeline.errors import LimitError
from timeline.solver.allen_rows import Frame, Pair, Rows, frame_of
from timeline.solver.allen_tables import EVERY, NUMBERS, freedom, pieces, signs_of, tractable
from timeline.solver.bits import members

__all__ = ["NODES", "AllenNetwork", "Clause", "Labels"]

NODES: Final = 100_000
"""Most cases that one search tells apart."""

Labels = Mapping[Pair, int]
"""The set of relations between some pairs; between all others anything goes."""

Clause = tuple[tuple[Pair, int], ...]
"""Labels of which not all can hold."""


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

    _failures: dict[Pair, int] = attrs.field(factory=dict, init=False)

    @cached_property
    def _frame(self) -> Frame:
        return frame_of(self.size)

    def _start(self, labels: Labels) -> Rows | None:
        frame, rows = self._frame, self._frame.universe()
        for pair, mask in labels.items():
            frame.narrow(rows, pair, mask)
        if 0 in labels.values() or frame.close(rows, labels) is not None:
            return None
        return rows

    def closed(self) -> dict[Pair, int] | None:
        """Return the labels made path-consistent; None where that leaves no relation to some pair."""
        rows = self._start(self.labels)
        return None if rows is None else {pair: self._frame.label(rows, pair) for pair in self.labels}

    def scenario(self) -> dict[Pair, int] | None:
        """Return one relation of each label, as a number, that hold all together; None where there are none."""
        rows = self._start(self.labels)
        if rows is None:
            return None
        cases: list[tuple[Rows, Pair, int]] = []
        for _ in range(NODES):
            divided = self._divided(rows) if self._agrees(rows) else ()
            if divided is None:
                return self._chosen(rows)
            cases += divided
            found = self._next(cases)
            if found is None:
                return None
            rows = found
        raise LimitError("too many relations depend on each other", hint="settle some of them by hand")

    def _next(self, cases: list[tuple[Rows, Pair, int]]) -> Rows | None:
        """Return the rows of the last case that does not fail at once."""
        while cases:
            parent, pair, part = cases.pop()
            rows = parent[:]
            self._frame.narrow(rows, pair, part)
            failed = self._frame.close(rows, [pair])
            if failed is None:
                return rows
            self._blame([failed, pair])
        return None

    def _agrees(self, rows: Rows) -> bool:
        """Narrow the rows by the clauses of which all members but one hold; says whether anything is left."""
        frame, waiting = self._frame, True
        while waiting:
            waiting = False
            for clause in self.clauses:
                open_ = [(pair, mask) for pair, mask in clause if frame.label(rows, pair) & ~mask]
                if not open_:
                    self._blame(pair for pair, _ in clause)
                    return False
                pair, mask = open_[0]
                if len(open_) == 1 and frame.label(rows, pair) & mask:
                    frame.narrow(rows, pair, EVERY & ~mask)
                    failed = frame.close(rows, [pair])
                    if failed is not None:
                        self._blame([failed, pair])
                        return False
                    waiting = True
        return True

    def _divided(self, rows: Rows) -> list[tuple[Rows, Pair, int]] | None:
        """Divide a label that is no tractable set, or one of a clause that is not settled; None if there are none."""
        frame, easy = self._frame, tractable()
        best: tuple[float, Pair, int] | None = None
        for pair in self.labels:
            label = rows[pair[0]] >> pair[1] & frame.every
            if frame.mask(label) not in easy:
                rank = frame.freedom(label) / self._failures.get(pair, 1)
                if best is None or rank < best[0]:
                    best = rank, pair, frame.mask(label)
        if best is not None:
            return [(rows, best[1], part) for part in sorted(pieces(best[2]), key=freedom)]
        unsettled = self._unsettled(rows)
        return None if unsettled is None else [(rows, unsettled[0], part) for part in unsettled[1]]

    def _unsettled(self, rows: Rows) -> tuple[Pair, tuple[int, int]] | None:
        """Return a label of a clause that might yet hold, in two parts: without what the clause says, last and first tried."""
        for clause in self.clauses:
            labels = [self._frame.label(rows, pair) for pair, _ in clause]
            if all(label & mask for label, (_, mask) in zip(labels, clause, strict=True)):
                pair, label, mask = next(
                    (pair, label, mask)
                    for label, (pair, mask) in zip(labels, clause, strict=True)
                    if label & ~mask
                )
                return pair, (label & mask, label & ~mask)
        return None

    def _blame(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._failures[pair] = self._failures.get(pair, 1) + 1

    def _chosen(self, rows: Rows) -> dict[Pair, int]:
        """Return a scenario of labels that are tractable sets, once they are closed by themselves.

        Such labels hold where ends are equal only if they must be (B. Nebel and H.-J. Bürckert, 1995): so every end
        comes after all that it cannot precede, and ends that are not in order fall one after the other.
        """
        frame = self._frame
        closed = self._start({pair: frame.label(rows, pair) for pair in self.labels}) or rows
        ends = range(2 * self.size)
        before = [0] * len(ends)
        for interval, row in enumerate(closed):
            for place, later in enumerate(frame.not_after(row)):
                for other in members(later):
                    before[2 * other + place % 2] |= 1 << 2 * interval + place // 2
        places = [
            (before[end].bit_count(), next(e for e in ends if before[e] == before[end])) for end in ends
        ]
        intervals = [(places[end], places[end + 1]) for end in ends[::2]]
        return {(one, two): NUMBERS[signs_of(intervals[one], intervals[two])] for one, two in self.labels}
