"""Which statements cannot hold together: irreducible conflicts, and why options are in no solution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter

import attrs

from timeline.errors import RangeError
from timeline.limits import CONFLICTS
from timeline.solver.alternatives import Refutation, Search, only
from timeline.solver.answers import Contradiction
from timeline.solver.corrections import Correction, axioms_contradict
from timeline.solver.excerpts import Excerpt
from timeline.solver.problem import Problem

__all__ = ["Conflict", "Exclusions", "exclusions", "independent", "irreducible"]


@attrs.frozen(kw_only=True)
class Conflict:
    """Statements that cannot all hold, any of which could be dropped to let the others hold.

    `contradictions` has one chain for each combination of options; chains may pass through axioms, which
    are not among `statements`.
    """

    statements: tuple[int, ...]
    contradictions: tuple[Contradiction, ...]


def irreducible(problem: Problem, core: Iterable[int], forced: Mapping[int, int] | None = None) -> Conflict:
    """Return a conflict within the statements of `core` and the axioms, irreducible by trying each.

    Of a statement in `forced` only that option counts; where the axioms alone rule that out, the conflict has
    no statements. Statements that do not contradict each other are refused.

    >>> from timeline.solver import Statement, Window
    >>> says = tuple(Window(0, low=low, high=low + 1, statement=s) for s, low in enumerate((1, 2, 5)))
    >>> irreducible(Problem(1, (Statement(),) * 3, windows=says), (0, 1, 2)).statements
    (0, 2)
    """
    named, forced = {*core}, forced or {}
    excerpt = Excerpt.of(problem, named)
    own = {statement: number for number, statement in enumerate(excerpt.statements)}
    found = _reduced(excerpt.problem, own.values(), {own[s]: o for s, o in forced.items() if s in own})
    if found is not None and found.statements:
        return Conflict(
            statements=tuple(excerpt.statements[statement] for statement in found.statements),
            contradictions=tuple(map(excerpt.told, found.contradictions)),
        )
    axioms = _axioms_near(problem, named)
    found = _reduced(problem, [*sorted(named.difference(problem.fixed)), *axioms], forced)
    if found is None:
        raise RangeError("the statements do not contradict each other")
    if not found.statements and not forced:
        raise axioms_contradict(
            {s for contradiction in found.contradictions for s in contradiction.statements}
        )
    return found


def _reduced(problem: Problem, kept: Iterable[int], forced: Mapping[int, int]) -> Conflict | None:
    """Return an irreducible conflict between some statements, or None where they do not contradict each other."""
    axioms = [statement for statement in kept if problem.statements[statement].fixed]
    refutation = _refuted(problem, [*kept], forced)
    if refutation is None:
        return None
    needed = _droppable(problem, refutation)
    for statement in tuple(needed):
        if statement in needed:
            others = [other for other in needed if other != statement]
            without = _refuted(problem, [*others, *axioms], forced)
            if without is not None:
                refutation, needed = without, _droppable(problem, without)
    return Conflict(statements=tuple(needed), contradictions=refutation.listed(problem).contradictions)


def independent(problem: Problem, correction: Correction) -> tuple[Conflict, ...]:
    """Return the conflicts of each dropped statement with what was kept, no two sharing another statement.

    At most `timeline.limits.CONFLICTS` of them.

    >>> from timeline.solver import Statement, Window, cheapest_correction
    >>> says = tuple(Window(0, low=day, high=day, statement=s) for s, day in enumerate((12, 12, 9)))
    >>> problem = Problem(1, (Statement(),) * 3, windows=says)
    >>> [conflict.statements for conflict in independent(problem, cheapest_correction(problem))]
    [(0, 2), (1, 2)]
    """
    found: list[tuple[int, Conflict]] = []
    told: dict[int, set[int]] = {statement: set() for statement in correction.statements}
    waiting = list(correction.statements)
    while waiting and len(found) < CONFLICTS:
        # One network serves the whole round: without what was dropped and without what was told already.
        loose = set(correction.statements).union(*told.values())
        alternatives = Search(problem, range(len(problem.statements)), loose=loose)
        again: list[int] = []
        for statement in waiting[: CONFLICTS - len(found)]:
            conflict = _against(alternatives, statement, correction.statements, told[statement])
            if conflict is not None:
                found.append((statement, conflict))
                told[statement].update(conflict.statements)
                again += [statement] * (conflict.statements != (statement,))
        waiting = again
    return tuple(conflict for _, conflict in sorted(found, key=itemgetter(0)))


class Exclusions(Mapping[tuple[int, int], Conflict]):
    """Why options do not stand: for each an irreducible conflict with other statements, worked out when it is asked for."""

    def __init__(self, problem: Problem, options: Iterable[tuple[int, int]]) -> None:
        self._problem = problem
        self._found: dict[tuple[int, int], Conflict | None] = dict.fromkeys(options)

    @cached_property
    def _search(self) -> Search:
        return Search(self._problem, range(len(self._problem.statements)))

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._found)

    def __contains__(self, option: object) -> bool:
        return option in self._found

    def __getitem__(self, option: tuple[int, int]) -> Conflict:
        found = self._found[option]
        if found is None:
            problem, forced = self._problem, {option[0]: option[1]}
            given = only(problem, self._search.kept, forced)
            answer = self._search.run(self._search.costs(), given)
            if not isinstance(answer, Refutation):
                raise RangeError(f"option {option[1]} of statement {option[0]} stands")
            found = self._found[option] = irreducible(problem, answer.statements, forced)
        return found


def exclusions(
    problem: Problem, stand: Mapping[int, tuple[int, ...]] | tuple[tuple[int, ...], ...]
) -> Exclusions:
    """Return for each option that does not stand an irreducible conflict of it with other statements.

    `stand` is what `possible` found; the problem is consistent.

    >>> from timeline.solver import Statement, Window, possible
    >>> says = (Window(0, low=5, high=5, statement=0), Window(0, low=4, high=4, statement=1, option=1))
    >>> problem = Problem(1, (Statement(), Statement((0, 1))), windows=says)
    >>> exclusions(problem, possible(problem))[1, 1].statements
    (0, 1)
    """
    counts = {s: len(problem.statements[s].costs) for s in problem.several}
    options = ((s, option) for s in counts for option in range(counts[s]) if option not in stand[s])
    return Exclusions(problem, options)


def _against(
    alternatives: Search, statement: int, dropped: Iterable[int], told: Iterable[int]
) -> Conflict | None:
    """Return a conflict of one dropped statement with what was kept and was not told of it yet."""
    out = {*dropped, *told}.difference((statement,))
    answer = alternatives.run({v: row for v, row in alternatives.costs().items() if v not in out})
    return irreducible(alternatives.problem, answer.statements) if isinstance(answer, Refutation) else None


def _refuted(problem: Problem, kept: list[int], forced: Mapping[int, int]) -> Refutation | None:
    alternatives = Search(problem, kept)
    given = only(problem, kept, {s: option for s, option in forced.items() if s in kept})
    answer = alternatives.run(alternatives.costs(), given)
    return answer if isinstance(answer, Refutation) else None


def _droppable(problem: Problem, refutation: Refutation) -> list[int]:
    return [s for s in refutation.statements if not problem.statements[s].fixed]


def _axioms_near(problem: Problem, statements: Iterable[int]) -> list[int]:
    """Return the axioms among some statements, and those that can matter to them: connected to their points."""
    waiting = sorted(statements)
    near = dict.fromkeys(statement for statement in waiting if problem.statements[statement].fixed)
    reached = set[int]()
    while waiting:
        for point in problem.points_of(waiting.pop()):
            if point not in reached:
                reached.add(point)
                fresh = [axiom for axiom in problem.axioms_at.get(point, ()) if axiom not in near]
                near.update(dict.fromkeys(fresh))
                waiting += fresh
    return sorted(near)
