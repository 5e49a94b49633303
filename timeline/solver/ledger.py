"""What a network that changes is made of: the windows and gaps of each statement, and the windows on each point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from timeline.solver.facts import Gap, Window
from timeline.solver.groups import Groups
from timeline.solver.problem import Problem

__all__ = ["Ledger", "Parts"]

Parts: TypeAlias = "tuple[Sequence[int], Sequence[int]]"
"""Indices of windows and of gaps."""


@attrs.frozen(eq=False)
class Ledger:
    """A problem of which some parts were chosen, with what came and went since; what does not change is shared."""

    problem: Problem
    window_ids: Sequence[int]
    """The windows that were chosen from the problem."""

    came: Mapping[int, Parts] = attrs.field(factory=dict)
    """The parts that came, by their statements."""

    came_at: Mapping[int, tuple[int, ...]] = attrs.field(factory=dict)
    """The windows that came, by their points."""

    gone_windows: frozenset[int] = frozenset()
    gone_gaps: frozenset[int] = frozenset()
    _at: list[Groups] = attrs.field(factory=list)
    """The chosen windows by their points, once somebody asked for them."""

    def parts(self, statements: Iterable[int]) -> Parts:
        """Return the windows and gaps that some statements have here."""
        problem = self.problem
        windows: list[int] = []
        gaps: list[int] = []
        for statement in statements:
            if statement < len(problem.statements):
                windows += problem.windows_of[statement]
                gaps += problem.gaps_of[statement]
            came = self.came.get(statement, ((), ()))
            windows += came[0]
            gaps += came[1]
        return (
            [window for window in windows if window not in self.gone_windows],
            [gap for gap in gaps if gap not in self.gone_gaps],
        )

    def windows_at(self, point: int) -> list[int]:
        """Return the windows on a point."""
        if not self._at:
            self._at.append(
                Groups(self.problem.window_table.points, self.problem.points, ids=self.window_ids)
            )
        chosen = self._at[0][point] if point < self.problem.points else ()
        return [
            window for window in (*chosen, *self.came_at.get(point, ())) if window not in self.gone_windows
        ]

    def adding(self, windows: Mapping[int, Window], gaps: Mapping[int, Gap]) -> Ledger:
        """Return the ledger with more windows and gaps, by their indices; those of the problem stay with it."""
        problem = self.problem
        came, came_at = dict(self.came), dict(self.came_at)
        for index, window in windows.items():
            came_at[window.point] = (*came_at.get(window.point, ()), index)
            if index >= len(problem.windows):
                old = came.get(window.statement, ((), ()))
                came[window.statement] = ((*old[0], index), old[1])
        for index, gap in gaps.items():
            if index >= len(problem.gaps):
                old = came.get(gap.statement, ((), ()))
                came[gap.statement] = (old[0], (*old[1], index))
        return attrs.evolve(self, came=came, came_at=came_at)

    def without(self, parts: Parts) -> Ledger:
        """Return the ledger without some windows and gaps."""
        gone_windows, gone_gaps = self.gone_windows.union(parts[0]), self.gone_gaps.union(parts[1])
        return attrs.evolve(self, gone_windows=gone_windows, gone_gaps=gone_gaps)
