"""The whole judgement of a problem: what is chosen, what stands and why the rest does not, and the bounds.

It is what `solve`, `possible`, `exclusions` and `check` of the relaxed problem say one by one; what their questions have in
common is worked out once.
"""

from __future__ import annotations

import attrs

from timeline.errors import RangeError
from timeline.solver.alternatives import FEW_TRIALS, Refutation, Search, Selection, options_seen, selection
from timeline.solver.answers import Contradiction, Solution, check
from timeline.solver.conflicts import Exclusions, exclusions
from timeline.solver.hulls import relaxed
from timeline.solver.problem import Problem
from timeline.solver.propagation import Propagation

__all__ = ["Judgement", "judge"]


@attrs.frozen(kw_only=True, eq=False)
class Judgement:
    """What holds of a consistent problem."""

    selection: Selection
    """The cheapest consistent choice."""

    standing: dict[int, tuple[int, ...]]
    """The options that some consistent choice uses, of every statement that has several."""

    excluded: Exclusions
    """Why the others are in none."""

    hull: Solution
    """The bounds that hold for every option that stands."""

    witnesses: tuple[Solution, ...] = ()
    """Solutions that together use every option that stands, where statements have several that are no sets of relations."""


def judge(problem: Problem) -> Judgement | Refutation:
    """Return all that holds of a problem, or the contradictions that leave nothing.

    >>> from timeline.solver import Statement, Window
    >>> says = (Window(0, low=5, high=9, statement=0), Window(0, low=4, high=4, statement=1, option=1))
    >>> found = judge(Problem(1, (Statement(), Statement((0, 1))), windows=says))
    >>> found.standing, list(found.excluded), list(found.hull.earliest)
    ({1: (0,)}, [(1, 1)], [5])
    """
    alternatives = Search(problem, range(len(problem.statements)))
    answer = alternatives.run(alternatives.costs())
    if isinstance(answer, Refutation):
        return answer.listed(problem)
    found = selection(alternatives, *answer)
    if not problem.several:
        return Judgement(selection=found, standing={}, excluded=exclusions(problem, {}), hull=found.solution)
    witnesses: list[Propagation] = []
    options = options_seen(alternatives.afresh(FEW_TRIALS), witnesses)
    standing = {} if isinstance(options, Refutation) else {s: options[s] for s in problem.several}
    hull = check(relaxed(problem, standing))
    if isinstance(options, Refutation) or isinstance(hull, Contradiction):
        raise RangeError("the solver contradicts itself", hint="please report this problem as a bug")
    return Judgement(
        selection=found,
        standing=standing,
        excluded=exclusions(problem, options),
        hull=hull,
        witnesses=tuple(map(Solution.of, witnesses)),
    )
