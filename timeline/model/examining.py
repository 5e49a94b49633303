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
    independent,
    judge,
    possible,
    relaxed,
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
    witnesses: tuple[Solution, ...]
    """Solutions that together use every reading that stands, where claims have several."""


def examine(timeline: Timeline) -> Examination:
    """Solve a timeline; where it is contradictory, what remains of it after the cheapest correction."""
    compiled = compile_timeline(timeline)
    kept = compiled.problem
    clashes: tuple[Conflict, ...] = ()
    dropped: tuple[int, ...] = ()
    weight = 0
    found = judge(kept)
    if isinstance(found, Refutation):
        correction = cheapest_correction(kept)
        clashes = independent(kept, correction)
        dropped, weight = correction.statements, correction.weight
        kept = without(kept, dropped)
        found = judge(kept)
    if isinstance(found, Refutation):
        raise _beyond_correction()
    return Examination(
        compiled,
        kept,
        found.selection,
        found.standing,
        found.excluded,
        found.hull,
        clashes,
        dropped,
        weight,
        found.witnesses,
    )


def without(problem: Problem, dropped: Iterable[int]) -> Problem:
    """Return the problem in which some statements say nothing; the numbers of statements stay.

    >>> from timeline.events import Event
    >>> problem = compile_timeline(Timeline().add(Event("a").said("2025"))).problem
    >>> len(problem.windows), len(without(problem, (1,)).windows)
    (2, 0)
    """
    gone = set(dropped)
    windows, gaps = problem.window_table, problem.gap_table
    return problem.replace(
        windows=windows.spliced([i for i, owner in enumerate(windows.statements) if owner not in gone], ()),
        gaps=gaps.spliced([i for i, owner in enumerate(gaps.statements) if owner not in gone], ()),
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


def _beyond_correction() -> RangeError:
    return RangeError("the solver contradicts itself", hint="please report this timeline as a bug")
