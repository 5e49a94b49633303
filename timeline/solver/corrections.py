"""What to drop so that the rest can hold: the cheapest correction, and all the others, best first.

A correction hits every contradiction, so that the cheapest is a minimum-weight hitting set of contradictions that are
found on the way (implicit hitting sets: Chandrasekaran et al. 2011, Davies and Bacchus 2011). The next ones are found in the same
way, each correction told so far being ruled out together with whatever contains it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from timeline.errors import RangeError
from timeline.solver.alternatives import Search, Selection, selection
from timeline.solver.choices import Nogood
from timeline.solver.problem import Problem

__all__ = ["Correction", "axioms_contradict", "cheapest_correction", "corrections"]


@attrs.frozen(kw_only=True, eq=False)
class Correction:
    """Statements to drop so that the rest holds, their weight, and the likeliest choice for the rest."""

    statements: tuple[int, ...]
    weight: int
    selection: Selection


def cheapest_correction(problem: Problem) -> Correction:
    """Return the statements of least total weight whose removal makes the problem consistent.

    Among equals fewer statements are dropped, and then later ones: newcomers yield. Only then do the costs
    of options count. Proven: no set of known contradictions can be hit for less.

    >>> from timeline.solver import Statement, Window
    >>> says = tuple(Window(0, low=day, high=day, statement=s) for s, day in enumerate((12, 12, 9)))
    >>> cheapest_correction(Problem(1, (Statement(),) * 3, windows=says)).statements
    (2,)
    """
    return next(corrections(problem))


def corrections(problem: Problem) -> Iterator[Correction]:
    """Yield all sets of statements whose removal is needed and enough, best first, each when it is asked for.

    The law: none contains another, and what makes the problem consistent contains one of them. Of a consistent
    problem it is the one that drops nothing. There can be exponentially many.

    >>> from timeline.solver import Statement, Window
    >>> says = tuple(Window(0, low=day, high=day, statement=s) for s, day in enumerate((12, 12, 9)))
    >>> [found.statements for found in corrections(Problem(1, (Statement(),) * 3, windows=says))]
    [(2,), (0, 1)]
    """
    everything = range(len(problem.statements))
    alternatives = Search(problem, everything, droppable=frozenset(everything).difference(problem.fixed))
    told: list[Nogood] = []
    while True:
        costs = _with_dropping(problem, alternatives.costs())
        choice = alternatives.cheapest(costs, told)
        if choice is None:
            if told:
                return
            raise axioms_contradict(alternatives.refutation(costs).statements)
        state = alternatives.attempt(choice)
        if state is None:
            continue
        dropping = {s: len(row) for s, row in alternatives.costs().items()}
        dropped = tuple(s for s, option in sorted(choice.items()) if option == dropping[s])
        yield Correction(
            statements=dropped,
            weight=sum(problem.statements[s].weight or 0 for s in dropped),
            selection=selection(alternatives, choice, state),
        )
        told.append(tuple((s, dropping[s]) for s in dropped))


def _with_dropping(problem: Problem, costs: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Add dropping as the last option, dearer than all options together: by weight, number, then place."""
    unit = 1 + sum(max(row) for row in costs.values())
    scale, places = len(costs) + 1, len(costs)
    result: dict[int, tuple[int, ...]] = {}
    for place, (statement, row) in enumerate(sorted(costs.items()), start=1):
        weight = problem.statements[statement].weight
        if weight is not None:
            row = (*row, (((weight * scale + 1) << places) + (1 << (places - place))) * unit)  # noqa: PLW2901
        result[statement] = row
    return result


def axioms_contradict(statements: Iterable[int]) -> RangeError:
    """Return the error that no correction helps, since what is fixed contradicts itself."""
    names = ", ".join(map(str, statements))
    return RangeError(
        f"the fixed statements contradict each other: {names}", hint="one of them cannot be fixed"
    )
