"""The certain order: which event is over when which starts, in every timeline that the statements allow."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.solver import Problem
from timeline.solver.bits import members

__all__ = ["certain_order"]


def certain_order(
    problem: Problem, earliest: Sequence[int | None], latest: Sequence[int | None]
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of events (by number) of which the first is certainly over when the second starts.

    Two events are in order by their dates, or by a path of constraints. What follows from two other pairs is left
    out, so that the pairs are the lines of a Hasse diagram.

    >>> from timeline.solver import Gap, Statement
    >>> story = Problem(4, (Statement(),), gaps=(Gap(2, 1, weight=0, statement=0),))
    >>> certain_order(story, [None] * 4, [None] * 4)
    ((0, 1),)
    """
    events = problem.points // 2
    after = [_by_dates(event, earliest, latest, events) for event in range(events)]
    not_before = _not_before(problem)
    for event in range(events):
        after[event] |= _by_paths(event, not_before)
    return tuple((event, other) for event in range(events) for other in members(_nearest(after, event)))


def _by_dates(event: int, earliest: Sequence[int | None], latest: Sequence[int | None], events: int) -> int:
    over = latest[2 * event + 1]
    if over is None:
        return 0
    found = 0
    for other in range(events):
        start = earliest[2 * other]
        if start is not None and start >= over:
            found |= 1 << other
    return found


def _not_before(problem: Problem) -> list[list[int]]:
    """List, for each point, the points that a statement without alternatives puts no earlier."""
    found: list[list[int]] = [[] for _ in range(problem.points)]
    for gap in problem.gaps:
        if gap.weight <= 0 and len(problem.statements[gap.statement].costs) == 1:
            found[gap.target].append(gap.source)
    return found


def _by_paths(event: int, not_before: list[list[int]]) -> int:
    found, waiting = 0, [2 * event + 1]
    seen = set(waiting)
    while waiting:
        for point in not_before[waiting.pop()]:
            if point not in seen:
                seen.add(point)
                waiting.append(point)
                if point % 2 == 0:
                    found |= 1 << (point // 2)
    return found


def _nearest(after: list[int], event: int) -> int:
    nearest = after[event]
    for other in members(after[event]):
        nearest &= ~after[other]
    return nearest
