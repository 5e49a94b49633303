"""An examination: from a timeline to integers and through the solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from timeline.errors import RangeError
from timeline.model.compile import Compiled, compile_timeline
from timeline.model.timeline import Timeline
from timeline.solver import (
    Conflict,
    Contradiction,
    Problem,
    Refutation,
    Selection,
    Solution,
    cheapest_correction,
    check,
    exclusions,
    independent,
    possible,
    relaxed,
    solve,
)

__all__ = ["Examination", "examine", "hull_of", "without"]


@attrs.frozen(eq=False)
class Examination:
    """What the solver found about a timeline, still in its numbers; answers and reports are made from it."""

    compiled: Compiled
    kept: Problem
    """The problem without the statements of the correction."""

    selection: Selection
    """The likeliest consistent choice of readings."""

    standing: dict[int, tuple[int, ...]]
    """The options that some consistent choice uses, of every statement that has several."""

    excluded: Mapping[tuple[int, int], Conflict]
    """Why an option of a statement is in no consistent choice."""

    solution: Solution
    """The bounds that hold for every option that stands."""

    clashes: tuple[Conflict, ...]
    dropped: tuple[int, ...]
    dropped_weight: int


def examine(timeline: Timeline) -> Examination:
    """Solve a timeline; where it is contradictory, what remains of it after the cheapest correction."""
    compiled = compile_timeline(timeline)
    kept = compiled.problem
    clashes: tuple[Conflict, ...] = ()
    dropped: tuple[int, ...] = ()
    weight = 0
    found = solve(kept)
    if isinstance(found, Refutation):
        correction = cheapest_correction(kept)
        clashes = independent(kept, correction)
        dropped, weight = correction.statements, correction.weight
        kept = without(kept, dropped)
        found = solve(kept)
    stands, excluded = _standing(kept)
    hull = check(relaxed(kept, stands))
    if isinstance(found, Refutation) or isinstance(hull, Contradiction):
        raise _beyond_correction()
    return Examination(compiled, kept, found, stands, excluded, hull, clashes, dropped, weight)


def without(problem: Problem, dropped: Iterable[int]) -> Problem:
    """Return the problem in which some statements say nothing; the numbers of statements stay.

    >>> from timeline.events import Event
    >>> problem = compile_timeline(Timeline().add(Event("a").said("2025"))).problem
    >>> len(problem.windows), without(problem, (1,)).windows
    (2, ())
    """
    gone = set(dropped)
    return problem.replace(
        windows=tuple(window for window in problem.windows if window.statement not in gone),
        gaps=tuple(gap for gap in problem.gaps if gap.statement not in gone),
    )


def hull_of(problem: Problem) -> Solution:
    """Return the bounds of a consistent problem that hold for every option that stands.

    >>> from timeline.events import Event
    >>> hull_of(compile_timeline(Timeline().add(Event("a").said("2025"))).problem).earliest[0]
    1735689600000000
    """
    options = possible(problem)
    if isinstance(options, Refutation):
        raise _beyond_correction()
    hull = check(relaxed(problem, dict(enumerate(options))))
    if isinstance(hull, Contradiction):
        raise _beyond_correction()
    return hull


def _standing(problem: Problem) -> tuple[dict[int, tuple[int, ...]], Mapping[tuple[int, int], Conflict]]:
    """Return the options that stand, and why the others do not, of the statements that have several."""
    options = possible(problem)
    if isinstance(options, Refutation):
        raise _beyond_correction()
    several = [number for number, statement in enumerate(problem.statements) if len(statement.costs) > 1]
    return {number: options[number] for number in several}, exclusions(problem, options)


def _beyond_correction() -> RangeError:
    return RangeError("the solver contradicts itself", hint="please report this timeline as a bug")
