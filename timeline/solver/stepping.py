"""Labels along steps, gaps that are monotone functions: carried on from where `shortest_paths.settle` came to rest.

Here a cycle is no proof of contradiction, since the labels may come to rest further down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from timeline.errors import LimitError
from timeline.solver.columns import Column
from timeline.solver.network import NONE, Network
from timeline.solver.shortest_paths import AT_REST, BEYOND

__all__ = ["STEP_ROUNDS", "Trace", "current", "settle_steps"]

STEP_ROUNDS: Final = 100_000
"""Most rounds that labels may chase each other through steps, beyond one for each point."""

Trace: TypeAlias = "tuple[int, Trace | None, Trace | None]"
"""How a label came about: the last gap, the trace of the label at the source of it, and what the point's trace was before.

The gap is `NONE` where the label is the lenient one again, and the second trace is None where that label was lenient.
"""


def current(trace: Trace | None) -> Trace | None:
    """Return a trace, if its label is lower than the lenient one."""
    return None if trace is None or trace[0] == NONE else trace


def settle_steps(
    network: Network,
    sign: int,
    carry: Callable[[int, int], int],
    labels: Column[int],
    traces: Column[Trace | None],
    queue: list[int],
) -> int:
    """Lower the labels of `settle` along steps too, until they rest at the greatest fixed point.

    `carry(gap, value)` is the most that the gap allows. Unbounded labels stay. Returns AT_REST, BEYOND, or the point
    whose label fell below its floor.
    """
    rows, floors = network.rows(sign), network.side(-sign)
    begin, end, heads, ids = rows.begin, rows.end, rows.heads, rows.gaps
    roof, lowest = network.roof, None if network.wide else -network.roof
    rounds = network.points + STEP_ROUNDS
    while queue:
        batch, queue = queue, []
        waiting = set[int]()
        rounds -= 1
        if rounds < 0:
            raise LimitError(
                "the steps lower each other without end", hint="bound one of their points by a window"
            )
        for tail in batch:
            label = labels[tail]
            if label >= roof:
                continue
            for slot in range(begin[tail], end[tail]):
                head, gap = heads[slot], ids[slot]
                value = carry(gap, label)
                if value >= labels[head]:
                    continue
                if lowest is not None and not lowest <= value < roof:
                    return BEYOND
                labels[head] = value
                traces[head] = (gap, current(traces[tail]), traces[head])
                if floors.windows[head] != NONE and value < -floors.limits[head]:
                    return head
                if head not in waiting:
                    waiting.add(head)
                    queue.append(head)
    return AT_REST
