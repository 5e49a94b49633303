"""The distance graph of one choice of options, in flat columns.

Windows are labels of points, never edges through an origin, so that each point starts with its own bound. Both
directions run downwards: `LATEST` as it stands, `EARLIEST` with time mirrored, so that every number has the other sign.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from timeline.solver.columns import Column, Flat, Overlay, Readable, copied, indices, layered
from timeline.solver.facts import Gap, Step, Window
from timeline.solver.ledger import Ledger, Parts
from timeline.solver.loops import LEVEL, ROOF, VALUE, WEIGHT, loops
from timeline.solver.problem import Problem
from timeline.solver.rows import Rows
from timeline.solver.tables import Limits, absent
from timeline.solver.time_order import TimeOrder

__all__ = ["EARLIEST", "LATEST", "NONE", "Network", "Parts", "Side"]

LATEST: Final = 1
EARLIEST: Final = -1

NONE: Final = -1
"""No window, no gap: in columns of indices."""

FEW: Final = 32
"""So many times fewer parts than points are layered over the columns; more of them are copied into new columns."""


@attrs.frozen(eq=False)
class Side:
    """Where the labels of one direction start: the least limit of each point, and the window it is from.

    A point without one is at the level of its network.
    """

    limits: Column[int]
    windows: Column[int]

    def layered(self) -> Side:
        """Return a side that can change while this one stays."""
        return Side(layered(self.limits), layered(self.windows))

    def copied(self, points: int) -> Side:
        """Return a flat side of its own."""
        return Side(copied(self.limits, points), copied(self.windows, points))

    def widened(self, points: Iterable[int], level: int) -> Side:
        """Return a side with more points, which nothing limits."""
        new = tuple(points)
        limits, windows = dict.fromkeys(new, level), dict.fromkeys(new, NONE)
        return Side(layered(self.limits, limits), layered(self.windows, windows))

    def narrow(self, index: int, point: int, limit: int | None) -> None:
        """Take a window to its point."""
        if limit is not None and limit < self.limits[point]:
            self.limits[point], self.windows[point] = limit, index


@attrs.frozen(kw_only=True, eq=False)
class Network:
    """Gaps in rows, and the best windows of each point.

    `level` is the label of an unbounded point. In columns of machine integers it is a constant, and the loops stop before a label
    crosses over. A *wide* network has numbers of any size and a level of its own, so high that no sum ever reaches it.
    """

    points: int
    windows: Readable[Window]
    gaps: Readable[Gap]
    window_count: int
    gap_count: int
    sources: Readable[int]
    targets: Readable[int]
    weights: Readable[int]
    steps: Mapping[int, Step]
    """Of all gaps that have one, those that went included."""

    ledger: Ledger
    gap_ids: Sequence[int]
    later: tuple[int, ...] = ()
    """The gaps that came since the columns were made."""

    changes: int = 0
    """How many windows and gaps came and went since then."""

    latest: Side
    earliest: Side
    reach: int = 0
    """In a wide network the most that any sum can come to."""

    level: int = LEVEL
    _rows: dict[int, Rows] = attrs.field(factory=dict)
    _orders: list[TimeOrder] = attrs.field(factory=list, init=False)

    @property
    def wide(self) -> bool:
        """Whether the numbers are larger than machine integers."""
        return self.level != LEVEL

    @property
    def roof(self) -> int:
        """Labels from here on are unbounded."""
        return self.level >> 1 if self.wide else ROOF

    @classmethod
    def of(cls, problem: Problem, parts: Parts) -> Network:
        """Compile some windows and gaps of a problem, given by their indices."""
        window_ids, gap_ids = (ids if isinstance(ids, array) else indices(ids) for ids in parts)
        windows, gaps, points = problem.window_table, problem.gap_table, problem.points
        reach, level = _scale(windows.lows, windows.highs, gaps.weights)
        sides = []
        for limits, sign in ((windows.highs, LATEST), (windows.lows, EARLIEST)):
            levels: Flat = [level] * points if level != LEVEL else array("q", [level]) * points
            side = Side(levels, array("i", [NONE]) * points)
            run = loops(limits, levels)
            run.narrow(window_ids, windows.points, limits, absent(limits), sign, side.limits, side.windows)
            sides.append(side)
        steps = gaps.steps
        if steps and len(gap_ids) < len(gaps):
            steps = {index: steps[index] for index in gap_ids if index in steps}
        return cls(
            points=points,
            windows=problem.windows,
            gaps=problem.gaps,
            window_count=len(windows),
            gap_count=len(gaps),
            sources=gaps.sources,
            targets=gaps.targets,
            weights=gaps.weights,
            steps=steps,
            ledger=Ledger(problem, window_ids),
            gap_ids=gap_ids,
            latest=sides[0],
            earliest=sides[1],
            reach=reach,
            level=level,
        )

    def side(self, sign: int) -> Side:
        """Return where the labels of a direction start."""
        return self.latest if sign == LATEST else self.earliest

    def tails(self, sign: int) -> Readable[int]:
        """Return where the gaps begin in a direction."""
        return self.sources if sign == LATEST else self.targets

    def heads(self, sign: int) -> Readable[int]:
        """Return where the gaps lead to in a direction."""
        return self.targets if sign == LATEST else self.sources

    def rows(self, sign: int) -> Rows:
        """Return the rows of a direction; they are made when they are asked for."""
        if sign not in self._rows:
            ids = self._standing_gaps()
            self._rows[sign] = Rows.of(ids, self.points, self.tails(sign), self.heads(sign), self.weights)
        return self._rows[sign]

    def _standing_gaps(self) -> Sequence[int]:
        """Return the indices of all gaps that came and did not go."""
        gone = self.ledger.gone_gaps
        ids = indices((*self.gap_ids, *self.later)) if self.later else self.gap_ids
        return indices(gap for gap in ids if gap not in gone) if gone else ids

    def with_points(self, points: int) -> Network:
        """Return the network with so many points, the new ones unbounded."""
        new = range(self.points, points)
        rows = {sign: rows.with_rows(new) for sign, rows in self._rows.items()}
        sides = (side.widened(new, self.level) for side in (self.latest, self.earliest))
        latest, earliest = sides
        return attrs.evolve(self, points=points, latest=latest, earliest=earliest, rows=rows)

    def in_time_order(self, sign: int) -> TimeOrder:
        """Return the gaps of a direction in about the order of time, of a network in flat columns.

        The order is made for the latest bounds, turned round for the earliest ones, and not kept any longer.
        """
        if not self._orders:
            sides = (self.latest.limits, self.earliest.limits)
            ends = (self.sources, self.targets, self.weights)
            self._orders.append(TimeOrder.of(*sides, self.gap_ids, *ends, self.points))
        return self._orders[0] if sign == LATEST else self._orders.pop().turned()

    def adding(self, windows: Mapping[int, Window], gaps: Mapping[int, Gap]) -> Network:
        """Return the network with more windows and gaps, by their indices; what does not change is shared."""
        old = self._reaching(windows.values(), gaps.values())
        new = {index: gap for index, gap in gaps.items() if index >= old.gap_count}
        steps = {index: gap.step for index, gap in gaps.items() if gap.step is not None}
        grown = attrs.evolve(
            old,
            windows=layered(old.windows, windows),
            gaps=layered(old.gaps, gaps),
            window_count=max(old.window_count, 1 + max(windows, default=NONE)),
            gap_count=max(old.gap_count, 1 + max(gaps, default=NONE)),
            sources=layered(old.sources, {index: gap.source for index, gap in new.items()}),
            targets=layered(old.targets, {index: gap.target for index, gap in new.items()}),
            weights=layered(old.weights, {index: gap.weight for index, gap in new.items()}),
            steps={**old.steps, **steps} if steps else old.steps,
            ledger=old.ledger.adding(windows, gaps),
            later=(*old.later, *gaps),
            changes=old.changes + len(windows) + len(gaps),
            latest=old.latest.layered(),
            earliest=old.earliest.layered(),
            rows=old._grown_rows(gaps),  # noqa: SLF001 - of this class
        )
        for index, window in windows.items():
            grown.latest.narrow(index, window.point, limit_of(window, LATEST))
            grown.earliest.narrow(index, window.point, limit_of(window, EARLIEST))
        return grown._once_many()  # noqa: SLF001 - of this class

    def without(self, parts: Parts) -> Network:
        """Return the network without some of its windows and gaps, by their indices."""
        windows, gaps = parts
        left = attrs.evolve(
            self,
            ledger=self.ledger.without(parts),
            changes=self.changes + len(windows) + len(gaps),
            latest=self.latest.layered(),
            earliest=self.earliest.layered(),
            rows={sign: rows.without(gaps, self.tails(sign)) for sign, rows in self._rows.items()},
        )
        for point in {self.windows[index].point for index in windows}:
            for sign in (LATEST, EARLIEST):
                side = left.side(sign)
                side.limits[point], side.windows[point] = self.level, NONE
                for index in left.ledger.windows_at(point):
                    side.narrow(index, point, limit_of(self.windows[index], sign))
        return left._once_many()  # noqa: SLF001 - of this class

    def _once_many(self) -> Network:
        """Return the network in flat columns, once so much has changed that layers do not pay."""
        return self.flat() if self.changes * FEW > self.points else self

    def _grown_rows(self, gaps: Mapping[int, Gap]) -> dict[int, Rows]:
        ends = [(index, gap.source, gap.target, gap.weight) for index, gap in gaps.items()]
        grown = {}
        for sign, rows in self._rows.items():
            if sign == LATEST:
                grown[sign] = rows.adding(ends)
            else:
                grown[sign] = rows.adding(
                    (index, target, source, weight) for index, source, target, weight in ends
                )
        return grown

    def flat(self) -> Network:
        """Return the same network in flat columns."""
        if not isinstance(self.latest.limits, Overlay):
            return self
        return attrs.evolve(
            self,
            sources=copied(self.sources, self.gap_count),
            targets=copied(self.targets, self.gap_count),
            weights=copied(self.weights, self.gap_count),
            gap_ids=self._standing_gaps(),
            later=(),
            changes=0,
            latest=self.latest.copied(self.points),
            earliest=self.earliest.copied(self.points),
            rows={},
        )

    def widened(self) -> Network:
        """Return the same network with numbers of any size."""
        flat = self.flat()
        limits = [abs(x) for side in (flat.latest, flat.earliest) for x in copied(side.limits, self.points)]
        weights = list(copied(flat.weights, self.gap_count))
        reach = max((x for x in limits if x < self.roof), default=0) + sum(map(abs, weights))
        return attrs.evolve(flat, weights=weights, rows={})._levelled(reach)  # noqa: SLF001 - of this class

    def _reaching(self, windows: Iterable[Window], gaps: Iterable[Gap]) -> Network:
        """Return a network that can hold the numbers of some windows and gaps."""
        sizes = [abs(x) for window in windows for x in (window.low, window.high) if x is not None]
        weights = [abs(gap.weight) for gap in gaps]
        wide = self
        if not self.wide and (max(sizes, default=0) > VALUE or max(weights, default=0) > WEIGHT):
            wide = self.widened()
        if not wide.wide:
            return wide
        reach = wide.reach + sum(sizes) + sum(weights)
        return attrs.evolve(wide, reach=reach) if reach * 4 <= wide.level else wide._levelled(reach)  # noqa: SLF001

    def _levelled(self, reach: int) -> Network:
        level, roof = 1 << (reach.bit_length() + 10), self.roof
        sides = [
            Side([x if x < roof else level for x in copied(side.limits, self.points)], side.windows)
            for side in (self.latest, self.earliest)
        ]
        return attrs.evolve(self, latest=sides[0], earliest=sides[1], reach=reach, level=level)


def limit_of(window: Window, sign: int) -> int | None:
    """Return the limit that a window sets in a direction."""
    if sign == LATEST:
        return window.high
    return None if window.low is None else -window.low


def _scale(lows: Limits, highs: Limits, weights: Flat) -> tuple[int, int]:
    """Return the most that any sum can come to, where machine integers do not hold the numbers, and the level."""
    if all(isinstance(column, array) for column in (lows, highs, weights)):
        return 0, LEVEL
    limits = [x for column in (lows, highs) for x in column if x is not None and x != absent(column)]
    reach = max(map(abs, limits), default=0) + sum(map(abs, weights))
    return reach, 1 << (reach.bit_length() + 10)
