"""Which statements with several options are sets of Allen's relations: those that only order the ends of two intervals.

An interval is two points that an axiom puts in order. Nothing else marks such a statement: it is known by its gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from timeline.solver.allen_network import Pair
from timeline.solver.allen_tables import EVERY, SIGNS, inverse
from timeline.solver.problem import Gap, Problem

__all__ = ["Order", "Orders"]


@attrs.frozen
class Order:
    """A statement as a set of relations between two intervals: what each option allows, and each of its gaps."""

    pair: Pair
    options: tuple[int, ...]
    gaps: Mapping[int, int] = attrs.field(eq=False)

    def allowed(self, options: Iterable[int]) -> int:
        """Return what some options allow together."""
        found = 0
        for option in options:
            found |= self.options[option]
        return found


@attrs.frozen(eq=False)
class Orders:
    """The intervals of a problem, and its statements that are sets of relations between two of them.

    >>> from timeline.solver import Statement
    >>> axioms = (Gap(1, 0, weight=-1, statement=0), Gap(3, 2, weight=-1, statement=0))
    >>> apart = (Gap(2, 1, weight=-1, statement=1), Gap(0, 3, weight=-1, statement=1, option=1))
    >>> problem = Problem(4, (Statement(weight=None), Statement((0, 0))), gaps=(*axioms, *apart))
    >>> Orders.of(problem, (0, 1)).statements[1].pair
    (0, 1)
    """

    problem: Problem
    intervals: tuple[tuple[int, int], ...]
    axioms: tuple[int, ...]
    """The axiom of each interval."""

    statements: dict[int, Order]

    @classmethod
    def of(cls, problem: Problem, kept: Iterable[int]) -> Orders:
        """Look among the statements that are kept."""
        members = tuple(kept)
        several = frozenset(problem.several).intersection(members)
        likely = [s for s in sorted(several) if _is_likely(problem, s)]
        ends: dict[int, tuple[int, int]] = {}
        axioms: dict[tuple[int, int], int] = {}
        for axiom in (s for s in members if likely and problem.statements[s].fixed):
            if len(problem.statements[axiom].costs) == 1:
                for gap in (problem.gaps[index] for index in problem.gaps_of[axiom]):
                    interval = (gap.target, gap.source)
                    if gap.weight < 0 and gap.step is None and ends.keys().isdisjoint(interval):
                        ends |= dict.fromkeys(interval, interval)
                        axioms[interval] = axiom
        wanted = {ends.get(point) for s in likely for point in problem.points_of(s)} - {None}
        intervals = tuple(sorted(interval for interval in axioms if interval in wanted))
        found = cls(problem, intervals, tuple(axioms[interval] for interval in intervals), {})
        for statement in likely:
            order = found.order(statement)
            if order is not None:
                found.statements[statement] = order
        return found

    def order(self, statement: int) -> Order | None:
        """Return a statement as a set of relations; None if it says more, or speaks of more than two intervals."""
        places = {point: n for n, interval in enumerate(self.intervals) for point in interval}
        gaps = {index: self.problem.gaps[index] for index in self.problem.gaps_of[statement]}
        count = len(self.problem.statements[statement].costs)
        if self.problem.windows_of[statement] or {gap.option for gap in gaps.values()} != set(range(count)):
            return None
        if any(gap.source not in places or gap.target not in places for gap in gaps.values()):
            return None
        pairs = {tuple(sorted({places[gap.source], places[gap.target]})) for gap in gaps.values()}
        if len(pairs) != 1 or len(pair := next(iter(pairs))) != 2:
            return None
        allowed = {index: self.said(gap, places) for index, gap in gaps.items()}
        options = [EVERY] * count
        for index, mask in allowed.items():
            options[gaps[index].option] &= mask
        return Order((pair[0], pair[1]), tuple(options), allowed)

    def said(self, gap: Gap, places: Mapping[int, int]) -> int:
        """Return the relations, of the interval with the lower number to the other, that are possible where a gap holds."""
        one, two = places[gap.target], places[gap.source]
        ends = 2 * self.intervals[one].index(gap.target) + self.intervals[two].index(gap.source)
        most = -1 if gap.weight < 0 else 0
        mask = sum(1 << number for number, signs in enumerate(SIGNS) if signs[ends] <= most)
        return mask if one < two else inverse(mask)


def _is_likely(problem: Problem, statement: int) -> bool:
    """Return whether the options of a statement cost the same and do no more than put points in order."""
    return (
        len(set(problem.statements[statement].costs)) == 1
        and not problem.windows_of[statement]
        and all(
            problem.gaps[index].weight in {0, -1} and problem.gaps[index].step is None
            for index in problem.gaps_of[statement]
        )
    )
