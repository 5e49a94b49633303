"""One direction of a network at work: labels, and how each of them came about.

Downwards the labels are the latest bounds. Upwards everything is negated, so that the earliest bounds
fall in the same loops: `sign` is 1 for the latest and -1 for the earliest.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from timeline.solver.columns import Column, Negated, Overlay, Readable, copied, layered
from timeline.solver.network import NONE, Network
from timeline.solver.problem import Window
from timeline.solver.shortest_paths import Graph, Trace, settle, settle_steps

__all__ = ["EARLIEST", "LATEST", "Propagation"]

LATEST = 1
EARLIEST = -1


@attrs.frozen(kw_only=True, eq=False)
class Propagation:
    """Labels at rest, or stopped at a point where they contradict each other.

    `lenient` labels ask of a step no more than its weight, `labels` all of it; without steps they are one
    column. A label's origin is its trace, then the parents, then the window in `roots`.
    """

    network: Network
    sign: int
    lenient: Column[int]
    labels: Column[int]
    parents: Column[int]
    roots: Column[int]
    traces: dict[int, Trace | None]
    stopped: int

    @classmethod
    def of(cls, network: Network, sign: int) -> Propagation:
        """Propagate from all windows at once."""
        points = range(network.points)
        graph = _graph(network, sign)
        if sign == LATEST:
            labels, roots = (
                copied(network.highs, network.points),
                copied(network.high_windows, network.points),
            )
        else:
            labels, roots = [-network.lows[p] for p in points], copied(network.low_windows, network.points)
        parents = [NONE] * network.points
        stopped = _first_below(labels, graph.floors, points)
        if stopped == NONE:
            tails = sorted(graph.adjacency.points(), key=labels.__getitem__)
            stopped = settle(graph, labels, parents, tails)
        start = cls(
            network=network,
            sign=sign,
            lenient=labels,
            labels=labels[:] if network.steps else labels,
            parents=parents,
            roots=roots,
            traces={},
            stopped=stopped,
        )
        return _through_steps(start, graph, (graph.tails[gap] for gap in network.steps))

    def extend(self, network: Network, windows: dict[int, Window], positions: Iterable[int]) -> Propagation:
        """Propagate what came to the network since: windows by index, gaps by position; self is unchanged."""
        graph, points = _graph(network, self.sign), network.points
        lenient, labels = self._relevelled(network)
        grown = attrs.evolve(
            self,
            network=network,
            lenient=lenient,
            labels=labels if network.steps else lenient,
            parents=layered(self.parents, {}, points),
            roots=layered(self.roots, {}, points),
            traces=self.traces.copy(),
        )
        tails = [graph.tails[gap] for gap in positions]
        queue = list(dict.fromkeys((*_take(grown, windows), *tails)))
        touched = [window.point for window in windows.values()]
        stopped = _first_below(lenient, graph.floors, touched)
        if stopped == NONE:
            stopped = settle(graph, lenient, grown.parents, queue)
        if stopped != NONE:
            return attrs.evolve(grown, stopped=stopped, traces={})
        fallen = tuple(_fallen(grown))
        stopped = _first_below(labels, graph.floors, touched)
        return _through_steps(attrs.evolve(grown, stopped=stopped), graph, (*fallen, *tails))

    def bound(self, point: int) -> int | None:
        """Return the label in the direction of time, or None where it is unbounded."""
        label = self.labels[point]
        return None if label >= self.network.roof else self.sign * label

    def carry(self, gap: int, value: int) -> int:
        """Return the most that the gap at a position makes of the label of its tail."""
        step = self.network.steps.get(gap)
        if step is None:
            return value + self.network.weights[gap]
        return step.up(value) if self.sign == LATEST else -step.down(-value)

    def path(self, point: int) -> tuple[int, list[int]]:
        """Return the window that the label follows from, and the gaps from there, in order.

        Where the parents lead in a circle it is a negative cycle: its gaps, and no window.
        """
        tails = _graph(self.network, self.sign).tails
        gaps: list[int] = []
        trace = self.traces.get(point)
        while trace is not None:
            gap, trace = trace
            gaps.append(gap)
            point = tails[gap]
        seen = {point: len(gaps)}
        while (gap := self.parents[point]) != NONE:
            gaps.append(gap)
            point = tails[gap]
            if point in seen:
                return NONE, gaps[seen[point] :][::-1]
            seen[point] = len(gaps)
        return self.roots[point], gaps[::-1]

    def _relevelled(self, network: Network) -> tuple[Column[int], Column[int]]:
        points = network.points
        if network.level == self.network.level:
            return layered(self.lenient, {}, points), layered(self.labels, {}, points)
        roof, rise = self.network.roof, network.level - self.network.level
        lenient = [self.lenient[p] + (rise if self.lenient[p] >= roof else 0) for p in range(points)]
        labels = [self.labels[p] + (rise if self.labels[p] >= roof else 0) for p in range(points)]
        return lenient, labels


def _take(propagation: Propagation, windows: dict[int, Window]) -> Iterable[int]:
    for index, window in windows.items():
        bound = window.high if propagation.sign == LATEST else window.low
        if bound is not None and propagation.sign * bound < propagation.lenient[window.point]:
            propagation.lenient[window.point] = propagation.sign * bound
            propagation.parents[window.point] = NONE
            propagation.roots[window.point] = index
            yield window.point


def _fallen(propagation: Propagation) -> Iterable[int]:
    """Lower the labels to the lenient ones where those are lower now."""
    if propagation.labels is propagation.lenient:
        return
    for point in (
        propagation.lenient if isinstance(propagation.lenient, Overlay) else range(propagation.network.points)
    ):
        if propagation.lenient[point] < propagation.labels[point]:
            propagation.labels[point] = propagation.lenient[point]
            propagation.traces.pop(point, None)
            yield point


def _through_steps(propagation: Propagation, graph: Graph, tails: Iterable[int]) -> Propagation:
    if propagation.stopped != NONE or not propagation.network.steps:
        return propagation
    queue = list(dict.fromkeys(tails))
    roof = propagation.network.roof
    stopped = settle_steps(graph, propagation.carry, propagation.labels, propagation.traces, queue, roof=roof)
    return attrs.evolve(propagation, stopped=stopped)


def _first_below(labels: Readable[int], floors: Readable[int], points: Iterable[int]) -> int:
    return next((point for point in points if labels[point] < floors[point]), NONE)


def _graph(network: Network, sign: int) -> Graph:
    if sign == LATEST:
        return Graph(
            points=network.points,
            adjacency=network.leaving,
            tails=network.sources,
            heads=network.targets,
            weights=network.weights,
            floors=network.lows,
            floor_windows=network.low_windows,
        )
    return Graph(
        points=network.points,
        adjacency=network.entering,
        tails=network.targets,
        heads=network.sources,
        weights=network.weights,
        floors=Negated(network.highs),
        floor_windows=network.high_windows,
    )
