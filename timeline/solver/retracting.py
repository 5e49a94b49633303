"""Labels after windows and gaps went: only those are worked out again that rested on what is gone.

The labels that rest on something are the cone below it in the tree of parents (Ramalingam and Reps, "An incremental algorithm for a
generalization of the shortest-path problem", 1996): they start anew from what is left, and fall from there. Labels along
steps can support each other in a circle, so that each keeps its traces, the earlier ones too, and the cone is one of traces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import Final, TypeAlias

from timeline.solver.ledger import Parts
from timeline.solver.network import FEW, NONE, Network
from timeline.solver.propagation import PATIENCE, Propagation, settle_from, through_steps
from timeline.solver.shortest_paths import AT_REST
from timeline.solver.stepping import Trace, current

__all__ = ["retracted"]

SMALL: Final = 1_000
"""Cones of so many points are followed in any network; in a large one, a share of its points."""

LENIENT: Final = 0
"""In a cone of traces: the lenient label of the point."""

Found: TypeAlias = "dict[int, set[int]]"
"""For each point of a cone, which of its traces belong to it, by identity, and `LENIENT`."""


def retracted(old: Propagation, network: Network, parts: Parts) -> Propagation:
    """Return labels at rest on a network from which some windows and gaps went, by their indices; `old` is unchanged."""
    cone = _cone(old, network, parts)
    if cone is None:
        return Propagation.of(network.flat(), old.sign)
    new = old.on(network, flat=False)
    if not _start_anew(new, cone) or settle_from(new, cone, PATIENCE) != AT_REST:
        return Propagation.of(network.flat(), old.sign)
    if new.labels is not new.lenient:
        resting = _cone_of_traces(old, network, parts[1], cone)
        if resting is None:
            return Propagation.of(network.flat(), old.sign)
        if not _start_steps_anew(new, resting):
            return Propagation.of(network.flat(), old.sign)
        new = through_steps(new, resting)
    return new.joined()


def _is_large(cone: Sized, network: Network) -> bool:
    return len(cone) > SMALL and len(cone) * FEW > network.points


def _cone(old: Propagation, network: Network, parts: Parts) -> list[int] | None:
    """Return the points whose lenient labels rest on what is gone, or None for more than is worth following."""
    sign, parents = old.sign, old.parents
    heads, limits = network.heads(sign), network.side(sign).limits
    starts = [heads[gap] for gap in parts[1] if parents[heads[gap]] == gap]
    points = {network.windows[window].point for window in parts[0]}
    starts += [point for point in points if parents[point] == NONE and limits[point] > old.lenient[point]]
    found = dict.fromkeys(starts)
    waiting = list(found)
    rows = network.rows(sign)
    while waiting:
        for head, _, gap in rows.row(waiting.pop()):
            if parents[head] == gap and head not in found:
                found[head] = None
                waiting.append(head)
        if _is_large(found, network):
            return None
    return list(found)


def _start_anew(new: Propagation, cone: list[int]) -> bool:
    """Put the lenient labels of a cone as low as windows and the labels outside bring them, if all are in range."""
    network, labels, parents = new.network, new.lenient, new.parents
    limits, roof = network.side(new.sign).limits, network.roof
    within = set(cone)
    into = network.rows(-new.sign)
    for point in cone:
        labels[point], parents[point] = limits[point], NONE
        for tail, weight, gap in into.row(point):
            if tail in within:
                continue
            value = labels[tail] + weight
            if value < labels[point]:
                if (value < roof) != (labels[tail] < roof) or value < -roof:
                    return False
                labels[point], parents[point] = value, gap
    return True


def _cone_of_traces(
    old: Propagation, network: Network, gaps: Iterable[int], cone: list[int]
) -> list[int] | None:
    """Return the points whose labels rest on what is gone, or None for more than is worth following."""
    traces, heads = old.traces, network.heads(old.sign)
    found: Found = {point: {LENIENT} for point in cone}
    waiting = [(point, LENIENT) for point in cone]
    for gap in gaps:
        waiting += _joining(found, heads[gap], (t for t in _all(traces[heads[gap]]) if t[0] == gap))
    rows = network.rows(old.sign)
    while waiting:
        point, basis = waiting.pop()
        for head, _, gap in rows.row(point):
            resting = (t for t in _all(traces[head]) if t[0] == gap and _key(t[1]) == basis)
            waiting += _joining(found, head, resting)
        if _is_large(found, network):
            return None
    return [point for point, keys in found.items() if _key(current(traces[point])) in keys]


def _joining(found: Found, point: int, resting: Iterable[Trace]) -> Iterator[tuple[int, int]]:
    """Take traces of a point into a cone; yield those that are new in it."""
    for trace in resting:
        keys = found.setdefault(point, set())
        if id(trace) not in keys:
            keys.add(id(trace))
            yield point, id(trace)


def _all(trace: Trace | None) -> Iterator[Trace]:
    """Yield a trace and those that its point had before."""
    while trace is not None:
        yield trace
        trace = trace[2]


def _key(trace: Trace | None) -> int:
    return LENIENT if trace is None else id(trace)


def _start_steps_anew(new: Propagation, resting: list[int]) -> bool:
    """Put labels as low as the lenient ones and the labels about them bring them, if all are in range."""
    network, labels, traces = new.network, new.labels, new.traces
    into, roof = network.rows(-new.sign), network.roof
    for point in resting:
        labels[point], traces[point] = new.lenient[point], (NONE, None, traces[point])
    for point in resting:
        for tail, _, gap in into.row(point):
            if labels[tail] < roof:
                value = new.carry(gap, labels[tail])
                if value < labels[point]:
                    if not network.wide and not -roof <= value < roof:
                        return False
                    labels[point], traces[point] = value, (gap, current(traces[tail]), traces[point])
    return True
