"""The distance graph of one choice of options, in flat columns.

Windows are labels of points, never edges through an origin, so that each point starts with its own bound.
A gap is known by its *position*, its place in the columns; `gap_ids` leads back to the problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

import attrs

from timeline.solver.columns import Column, Readable, layered
from timeline.solver.problem import Gap, Problem, Step, Window

__all__ = ["NONE", "Adjacency", "Network", "Parts"]

NONE = -1
"""No window, no gap: in columns of indices."""

Parts = tuple[Iterable[int], Iterable[int]]
"""Indices of windows and of gaps."""


@attrs.frozen
class Adjacency:
    """The gaps at each point: `order[begin[p]:begin[p + 1]]`, and those that came later."""

    begin: list[int]
    order: list[int]
    busy: frozenset[int] = attrs.field(kw_only=True)
    later: dict[int, tuple[int, ...]] = attrs.field(factory=dict, kw_only=True)

    @classmethod
    def of(cls, ends: Sequence[int], points: int) -> Adjacency:
        """Return the compressed rows of gaps by one of their two ends."""
        counts = [0] * (points + 1)
        for point in ends:
            counts[point + 1] += 1
        order = sorted(range(len(ends)), key=ends.__getitem__)
        return cls(list(accumulate(counts)), order, busy=frozenset(ends))

    def points(self) -> list[int]:
        """Return the points that have gaps, in order."""
        return sorted(self.busy.union(self.later))

    def adding(self, ends: Iterable[tuple[int, int]]) -> Adjacency:
        """Return the rows with more gaps, as pairs of point and position."""
        later = dict(self.later)
        for point, position in ends:
            later[point] = (*later.get(point, ()), position)
        return attrs.evolve(self, later=later)


@attrs.frozen(kw_only=True, eq=False)
class Network:
    """Gaps and best windows in columns.

    `level` stands for "unbounded": at every moment a bounded label lies below half of it and an unbounded
    one above, since `reach`, the sum of all that could ever be added up, is at most a quarter.
    """

    points: int
    windows: Readable[Window]
    gaps: Readable[Gap]
    window_count: int
    gap_count: int
    size: int
    sources: Readable[int]
    targets: Readable[int]
    weights: Readable[int]
    gap_ids: Readable[int]
    steps: dict[int, Step]
    leaving: Adjacency
    entering: Adjacency
    highs: Column[int]
    high_windows: Column[int]
    lows: Column[int]
    low_windows: Column[int]
    reach: int
    level: int

    @property
    def roof(self) -> int:
        """Labels from here on are unbounded."""
        return self.level >> 1

    @classmethod
    def of(cls, problem: Problem, parts: Parts) -> Network:
        """Compile some windows and gaps of a problem, given by their indices."""
        window_ids, gap_ids = (list(indices) for indices in parts)
        gaps = [problem.gaps[index] for index in gap_ids]
        weights = [gap.weight for gap in gaps]
        sources = [gap.source for gap in gaps]
        targets = [gap.target for gap in gaps]
        reach = max((_size(problem.windows[index]) for index in window_ids), default=0) + sum(
            map(abs, weights)
        )
        level = _level(reach)
        points = problem.points
        network = cls(
            points=points,
            windows=problem.windows,
            gaps=problem.gaps,
            window_count=len(problem.windows),
            gap_count=len(problem.gaps),
            size=len(gaps),
            sources=sources,
            targets=targets,
            weights=weights,
            gap_ids=gap_ids,
            steps={position: gap.step for position, gap in enumerate(gaps) if gap.step is not None},
            leaving=Adjacency.of(sources, points),
            entering=Adjacency.of(targets, points),
            highs=[level] * points,
            high_windows=[NONE] * points,
            lows=[-level] * points,
            low_windows=[NONE] * points,
            reach=reach,
            level=level,
        )
        for index in window_ids:
            network._narrow(index, problem.windows[index])
        return network

    def adding(self, windows: dict[int, Window], gaps: dict[int, Gap]) -> Network:
        """Return the network with more windows and gaps, by their indices; the columns are shared."""
        wide = self._reaching(
            self.reach + sum(map(_size, windows.values())) + sum(abs(g.weight) for g in gaps.values())
        )
        size, points = self.size + len(gaps), self.points
        placed = dict(enumerate(gaps.values(), start=self.size))
        grown = attrs.evolve(
            wide,
            windows=layered(self.windows, windows),
            gaps=layered(self.gaps, gaps),
            window_count=max(self.window_count, 1 + max(windows, default=NONE)),
            gap_count=max(self.gap_count, 1 + max(gaps, default=NONE)),
            size=size,
            sources=layered(self.sources, {at: gap.source for at, gap in placed.items()}, size),
            targets=layered(self.targets, {at: gap.target for at, gap in placed.items()}, size),
            weights=layered(self.weights, {at: gap.weight for at, gap in placed.items()}, size),
            gap_ids=layered(self.gap_ids, dict(enumerate(gaps, start=self.size)), size),
            steps=self.steps | {at: gap.step for at, gap in placed.items() if gap.step is not None},
            leaving=self.leaving.adding((gap.source, at) for at, gap in placed.items()),
            entering=self.entering.adding((gap.target, at) for at, gap in placed.items()),
            highs=layered(wide.highs, {}, points),
            high_windows=layered(wide.high_windows, {}, points),
            lows=layered(wide.lows, {}, points),
            low_windows=layered(wide.low_windows, {}, points),
        )
        for index, window in windows.items():
            grown._narrow(index, window)  # noqa: SLF001 - of this class
        return grown

    def _reaching(self, reach: int) -> Network:
        level = self.level
        if reach * 4 <= level:
            return attrs.evolve(self, reach=reach)
        level = _level(reach)
        return attrs.evolve(
            self,
            reach=reach,
            level=level,
            highs=[level if self.high_windows[p] == NONE else self.highs[p] for p in range(self.points)],
            lows=[-level if self.low_windows[p] == NONE else self.lows[p] for p in range(self.points)],
        )

    def _narrow(self, index: int, window: Window) -> None:
        point = window.point
        if window.high is not None and window.high < self.highs[point]:
            self.highs[point], self.high_windows[point] = window.high, index
        if window.low is not None and window.low > self.lows[point]:
            self.lows[point], self.low_windows[point] = window.low, index


def _size(window: Window) -> int:
    return max(abs(window.low or 0), abs(window.high or 0))


def _level(reach: int) -> int:
    return 1 << (reach.bit_length() + 10)
