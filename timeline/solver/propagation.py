"""One direction of a network at work: labels, and how each of them came about.

Downwards the labels are the latest bounds. Upwards everything is negated, so that the earliest bounds
fall in the same loops.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, TypeVar

import attrs

from timeline.solver.columns import Column, Flat, Overlay, Readable, copied, indices, joined, layered, zeros
from timeline.solver.facts import Window
from timeline.solver.loops import SWEEPS, loops
from timeline.solver.network import EARLIEST, FEW, LATEST, NONE, Network, limit_of
from timeline.solver.shortest_paths import AT_REST, BEYOND, UNFINISHED
from timeline.solver.stepping import Trace, current, settle_steps
from timeline.solver.time_order import LARGE

__all__ = ["EARLIEST", "LATEST", "Propagation"]

T = TypeVar("T")

PATIENCE: Final = 1_000
"""After so many scans of rows over layers, the columns are copied and the compiled loops take over."""

SCANS: Final = 4
"""Most networks come to rest within so many scans for each point; beyond them the tree of labels is kept."""

WITHOUT_END: Final = 1 << 62


@attrs.frozen(kw_only=True, eq=False)
class Propagation:
    """Labels at rest, or stopped at a point where they contradict each other.

    `lenient` labels ask of a step no more than its weight, `labels` all of it; without steps they are one
    column. A label's origin is its trace, then the parents, then the window of its point.
    """

    network: Network
    sign: int
    lenient: Column[int]
    labels: Column[int]
    parents: Column[int]
    traces: Column[Trace | None]
    stopped: int

    @classmethod
    def of(cls, network: Network, sign: int) -> Propagation:
        """Propagate from all windows at once."""
        network = network.flat()
        points = network.points
        labels = copied(network.side(sign).limits, points)
        parents = array("i", [NONE]) * points
        stopped = _settle_all(network, sign, labels, parents)
        if stopped == BEYOND:
            return cls.of(network.widened(), sign)
        if stopped == AT_REST:
            stopped = _below_floor(network, sign, labels, range(points))
        start = cls(
            network=network,
            sign=sign,
            lenient=labels,
            labels=labels[:] if network.steps else labels,
            parents=parents,
            traces=_no_traces(points),
            stopped=stopped,
        )
        tails = network.tails(sign)
        return through_steps(start, (tails[gap] for gap in network.steps))

    @classmethod
    def away_from(cls, network: Network, point: int) -> Propagation:
        """Return how far the others can be after a point by the gaps alone, of a consistent network; steps count by their weight."""
        network = network.flat()
        points = network.points
        labels: Flat = [network.level] * points if network.wide else array("q", [network.level]) * points
        labels[point] = 0
        found = cls(
            network=network,
            sign=LATEST,
            lenient=labels,
            labels=labels,
            parents=array("i", [NONE]) * points,
            traces=_no_traces(points),
            stopped=AT_REST,
        )
        stopped = settle_from(found, [point], WITHOUT_END)
        return cls.away_from(network.widened(), point) if stopped == BEYOND else found

    def extend(self, network: Network, windows: Mapping[int, Window], gaps: Iterable[int]) -> Propagation:
        """Propagate what came to the network since: windows and gaps by their indices; self is unchanged.

        What is touched is layered over the old labels; where that is a lot they are copied.
        """
        if network.level != self.network.level:
            return Propagation.of(network, self.sign)
        flat = not isinstance(network.latest.limits, Overlay)
        grown = self.on(network, flat=flat)
        tails = network.tails(self.sign)
        starts = [tails[gap] for gap in gaps]
        queue = list(dict.fromkeys((*_take(grown, windows), *starts)))
        stopped = settle_from(grown, queue, WITHOUT_END if flat else PATIENCE)
        if stopped == UNFINISHED:
            return self.extend(network.flat(), windows, gaps)
        if stopped == BEYOND:
            return Propagation.of(network.widened(), self.sign)
        if stopped != AT_REST:
            return attrs.evolve(grown, stopped=stopped, traces=_no_traces(network.points))
        changed: Iterable[int] = range(network.points)
        if isinstance(grown.lenient, Overlay):
            changed = {*grown.lenient, *(window.point for window in windows.values())}
        fallen = tuple(_fallen(grown, changed))
        stopped = _below_floor(network, self.sign, grown.labels, changed)
        return through_steps(attrs.evolve(grown, stopped=stopped), (*fallen, *starts)).joined()

    def bound(self, point: int) -> int | None:
        """Return the label in the direction of time, or None where it is unbounded."""
        label = self.labels[point]
        return None if label >= self.network.roof else self.sign * label

    def bounds(self) -> Iterator[int | None]:
        """Return what `bound` does of every point."""
        roof, sign, labels = self.network.roof, self.sign, self.labels
        for point in range(self.network.points):
            label = labels[point]
            yield None if label >= roof else sign * label

    def unbounded(self) -> list[int]:
        """Return the points of which `bound` is None."""
        roof, labels = self.network.roof, self.labels
        return [point for point in range(self.network.points) if labels[point] >= roof]

    def carry(self, gap: int, value: int) -> int:
        """Return the most that a gap makes of the label of its tail."""
        step = self.network.steps.get(gap)
        if step is None:
            return value + self.network.weights[gap]
        return step.up(value) if self.sign == LATEST else -step.down(-value)

    def path(self, point: int) -> tuple[int, list[int]]:
        """Return the window that the label follows from, and the gaps from there, in order.

        Where the parents lead in a circle it is a negative cycle: its gaps, and no window.
        """
        tails = self.network.tails(self.sign)
        gaps: list[int] = []
        trace = current(self.traces[point])
        while trace is not None:
            gap, trace, _ = trace
            gaps.append(gap)
            point = tails[gap]
        seen = {point: len(gaps)}
        while (gap := self.parents[point]) != NONE:
            gaps.append(gap)
            point = tails[gap]
            if point in seen:
                return NONE, gaps[seen[point] :][::-1]
            seen[point] = len(gaps)
        return self.network.side(self.sign).windows[point], gaps[::-1]

    def on(self, network: Network, *, flat: bool) -> Propagation:
        """Return the same labels on a changed network, in columns that can change while those of self stay.

        They are copies, or thin layers that hold nothing yet.
        """
        new = range(self.network.points, network.points)
        lenient = _own(self.lenient, network.level, new, flat=flat)
        labels = _own(self.labels, network.level, new, flat=flat) if network.steps else lenient
        parents = _own(self.parents, NONE, new, flat=flat)
        traces = _own(self.traces, None, new, flat=flat)
        return attrs.evolve(
            self, network=network, lenient=lenient, labels=labels, parents=parents, traces=traces
        )

    def joined(self) -> Propagation:
        """Return the same propagation, its thin layers joined to those that they lie on."""
        points = self.network.points
        lenient = _joined(self.lenient, points)
        return attrs.evolve(
            self,
            lenient=lenient,
            labels=lenient if self.labels is self.lenient else _joined(self.labels, points),
            parents=_joined(self.parents, points),
            traces=_joined(self.traces, points),
        )


def _no_traces(points: int) -> Column[Trace | None]:
    traces: list[Trace | None] = [None]
    return traces * points


def _take(propagation: Propagation, windows: Mapping[int, Window]) -> Iterable[int]:
    """Lower the lenient labels to new windows; return the points whose labels fell."""
    for window in windows.values():
        point, limit = window.point, limit_of(window, propagation.sign)
        if limit is not None and limit < propagation.lenient[point]:
            propagation.lenient[point] = limit
            propagation.parents[point] = NONE
            yield point


def settle_from(propagation: Propagation, queue: list[int], patience: int) -> int:
    """Settle the lenient labels from some points on."""
    network, labels = propagation.network, propagation.lenient
    points = network.points
    waiting: Column[int] = dict(enumerate(queue))
    queued: Column[int] = defaultdict(int, dict.fromkeys(queue, 1))
    if not isinstance(labels, Overlay):
        waiting, queued = zeros("i", points), bytearray(points)
        for place, point in enumerate(queue):
            waiting[place], queued[point] = point, 1
    work = (network, propagation.sign, labels, propagation.parents, queued, waiting)
    return _run("settle", *work, count=len(queue), patience=patience)


def _fallen(propagation: Propagation, points: Iterable[int]) -> Iterable[int]:
    """Lower the labels to the lenient ones where those are lower now; return the points whose labels fell."""
    lenient, labels = propagation.lenient, propagation.labels
    if labels is lenient:
        return
    for point in points:
        if lenient[point] < labels[point]:
            labels[point] = lenient[point]
            propagation.traces[point] = (NONE, None, propagation.traces[point])
            yield point


def through_steps(propagation: Propagation, tails: Iterable[int]) -> Propagation:
    """Return a propagation whose labels keep to the steps as well."""
    network, sign = propagation.network, propagation.sign
    if propagation.stopped != AT_REST or not network.steps:
        return propagation
    queue = list(dict.fromkeys(tails))
    stopped = settle_steps(network, sign, propagation.carry, propagation.labels, propagation.traces, queue)
    if stopped == BEYOND:
        return Propagation.of(network.widened(), sign)
    return attrs.evolve(propagation, stopped=stopped)


def _own(column: Column[T], value: T, new: range, *, flat: bool) -> Column[T]:
    """Return a column that can change while the old one stays: a copy, or a thin layer; new entries have a value."""
    if flat:
        column = layered(column, dict.fromkeys(new, value)) if new else column
        copy: Any = copied(column, new.stop)
        column = copy
    else:
        column = Overlay(column, dict.fromkeys(new, value))
    return column


def _joined(column: Column[T], points: int) -> Column[T]:
    """Return a column with its layers joined: as one layer, or copied where it holds much."""
    column = joined(column)
    if isinstance(column, Overlay) and len(column) * FEW > points:
        flat: Any = copied(column, points)
        column = flat
    return column


def _settle_all(network: Network, sign: int, labels: Flat, parents: Flat) -> int:
    """Settle all labels: first from the bounded points, then, to find their negative cycles, from those left unbounded."""
    points, roof = network.points, network.roof
    queued, queue = bytearray(points), zeros("i", points)
    work = (network, sign, labels, parents, queued, queue)
    run = loops(labels)
    large = points >= LARGE and isinstance(labels, array)
    sweeping = network.in_time_order(sign).sweeping(labels) if large else None
    for low, high in ((-network.level, roof), (roof, network.level + 1)):
        if sweeping is None:
            count = run.enqueue(labels, low, high, points, queued, queue)
            stopped = _run("lower", *work, count=count, patience=SCANS * points)
        else:
            stopped = sweeping.lower(low, high)
            if stopped == UNFINISHED:
                sweeping.hand_back(labels, parents, queued)
                sweeping = None
                place: int = SWEEPS.circle(parents, network.tails(sign), queued, zeros("i", points), points)
                if place != NONE:
                    return place
        if stopped == UNFINISHED:
            count = run.requeue(queued, points, queue)
            stopped = _run("settle", *work, count=count, patience=WITHOUT_END)
        if stopped != AT_REST:
            return stopped
    if sweeping is not None:
        sweeping.hand_back(labels, parents, queued)
    return AT_REST


def _run(
    loop: Literal["lower", "settle"],
    network: Network,
    sign: int,
    labels: Column[int],
    parents: Column[int],
    queued: Column[int],
    queue: Column[int],
    *,
    count: int,
    patience: int,
) -> int:
    """Run one of the loops over a network, from what is queued on."""
    rows, points = network.rows(sign), network.points
    flat = isinstance(labels, array | list)
    run = loops(labels, rows.begin, rows.weights)
    tree: tuple[Column[int], ...] = ()
    if loop == "settle" and flat:
        alone = indices(range(points))
        tree = (alone, alone[:], zeros("i", points))
    elif loop == "settle":
        tree = (Overlay(range(points)), Overlay(range(points)), defaultdict(int))
    stopped: int = getattr(run, loop)(
        rows.begin,
        rows.end,
        rows.heads,
        rows.weights,
        rows.gaps,
        labels,
        parents,
        queued,
        queue,
        points,
        count,
        -network.roof,
        network.roof,
        patience,
        *tree,
    )
    return stopped


def _below_floor(network: Network, sign: int, labels: Readable[int], points: Iterable[int]) -> int:
    """Return the first of some points whose label is below its floor, or AT_REST."""
    floors = network.side(-sign).limits
    if isinstance(points, range):
        found: int = loops(labels, floors).first_below(labels, floors, len(points))
        return found
    return next((point for point in sorted(points) if labels[point] < -floors[point]), AT_REST)
