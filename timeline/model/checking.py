"""A check: from a timeline to integers, through the solver, and back to statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs

from timeline import limits
from timeline.errors import RangeError
from timeline.events import Aspect, Event
from timeline.model.compile import Compiled, compile_timeline
from timeline.model.order import certain_order
from timeline.model.proofs import chain_of, proof_of, zone_of_links
from timeline.model.report import (
    Bound,
    ClaimReport,
    Conflict,
    Corner,
    Correction,
    EventReport,
    Proof,
    ReadingReport,
    ReadingVerdict,
    Report,
)
from timeline.model.timeline import Timeline
from timeline.solver import Conflict as Clash
from timeline.solver import (
    Contradiction,
    Gap,
    Problem,
    Refutation,
    Selection,
    Solution,
    Window,
    cheapest_correction,
    independent,
    irreducible,
    possible,
    relaxed,
    solve,
)
from timeline.solver import Statement as Options
from timeline.solver import check as settle
from timeline.times import ANYTIME, Bounds, Instant

__all__ = ["Examination", "examine", "reported"]

SolverPart = TypeVar("SolverPart", Window, Gap)


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

    excluded: dict[tuple[int, int], Clash]
    """Why an option of a statement is in no consistent choice."""

    solution: Solution
    """The bounds that hold for every option that stands."""

    clashes: tuple[Clash, ...]
    dropped: tuple[int, ...]
    dropped_weight: int


def examine(timeline: Timeline) -> Examination:
    """Solve a timeline; where it is contradictory, what remains of it after the cheapest correction."""
    compiled = compile_timeline(timeline)
    kept = compiled.problem
    clashes: tuple[Clash, ...] = ()
    dropped: tuple[int, ...] = ()
    weight = 0
    found = solve(kept)
    if isinstance(found, Refutation):
        correction = cheapest_correction(kept)
        clashes = independent(kept, correction)
        dropped, weight = correction.statements, correction.weight
        kept = _without(kept, dropped)
        found = solve(kept)
    stands, excluded = _standing(kept)
    hull = settle(relaxed(kept, stands))
    if isinstance(found, Refutation) or isinstance(hull, Contradiction):
        raise _beyond_correction()
    return Examination(compiled, kept, found, stands, excluded, hull, clashes, dropped, weight)


def _without(problem: Problem, dropped: Iterable[int]) -> Problem:
    """Return the problem in which some statements say nothing; the numbers of statements stay."""
    gone = set(dropped)
    return problem.replace(
        windows=tuple(window for window in problem.windows if window.statement not in gone),
        gaps=tuple(gap for gap in problem.gaps if gap.statement not in gone),
    )


def _standing(problem: Problem) -> tuple[dict[int, tuple[int, ...]], dict[tuple[int, int], Clash]]:
    """Return the options that stand, and why the others do not, of the statements that have several."""
    options = possible(problem)
    if isinstance(options, Refutation):
        raise _beyond_correction()
    several = [number for number, statement in enumerate(problem.statements) if len(statement.costs) > 1]
    excluded = {
        (number, option): _why_excluded(problem, number, option)
        for number in several
        for option in range(len(problem.statements[number].costs))
        if option not in options[number]
    }
    return {number: options[number] for number in several}, excluded


def _why_excluded(problem: Problem, number: int, option: int) -> Clash:
    """Return an irreducible conflict of one option with other statements."""
    alone = problem.replace(
        statements=_replaced(
            problem.statements, number, attrs.evolve(problem.statements[number], costs=(0,))
        ),
        windows=tuple(_narrowed(problem.windows, number, option)),
        gaps=tuple(_narrowed(problem.gaps, number, option)),
    )
    refutation = solve(alone)
    if isinstance(refutation, Selection):
        raise _beyond_correction()
    return irreducible(alone, refutation.statements)


def _replaced(statements: tuple[Options, ...], number: int, statement: Options) -> tuple[Options, ...]:
    return (*statements[:number], statement, *statements[number + 1 :])


def _narrowed(parts: Iterable[SolverPart], number: int, option: int) -> Iterable[SolverPart]:
    """Keep one option of a statement, as its only one."""
    for part in parts:
        if part.statement != number:
            yield part
        elif part.option == option:
            yield attrs.evolve(part, option=0)


def _beyond_correction() -> RangeError:
    return RangeError("the solver contradicts itself", hint="please report this timeline as a bug")


def reported(examination: Examination) -> Report:
    """Return the report on what was found: see `Timeline.check`."""
    compiled, solution = examination.compiled, examination.solution
    claims: dict[str, list[ClaimReport]] = {event.id: [] for event in compiled.timeline.events}
    for number in compiled.readings:
        event = compiled.statements[number].event
        if event is not None:
            claims[event].append(_claim(examination, number))
    order = None
    if len(compiled.timeline.events) <= limits.ORDERED_EVENTS:
        pairs = certain_order(examination.kept, solution.earliest, solution.latest)
        ids = [event.id for event in compiled.timeline.events]
        order = tuple((ids[one], ids[two]) for one, two in pairs)
    return Report(
        events=tuple(_event(examination, event, claims[event.id]) for event in compiled.timeline.events),
        conflicts=tuple(_conflict(compiled, clash, {}) for clash in examination.clashes),
        correction=Correction(
            tuple(compiled.statements[number] for number in examination.dropped), examination.dropped_weight
        ),
        certain_order=order,
        more_conflicts=len(examination.clashes) >= limits.CONFLICTS,
    )


def _claim(examination: Examination, number: int) -> ClaimReport:
    compiled = examination.compiled
    dropped = number in examination.dropped
    reports = []
    for option, reading in enumerate(compiled.readings[number]):
        clash = examination.excluded.get((number, option))
        if clash is not None:
            conflict = _conflict(compiled, clash, {number: option})
            others = tuple(other for other in conflict.statements if other is not compiled.statements[number])
            reports.append(ReadingReport(reading, ReadingVerdict.EXCLUDED, conflict, others))
        elif dropped:
            reports.append(ReadingReport(reading, ReadingVerdict.EXCLUDED))
        elif examination.selection.options[number] == option:
            reports.append(ReadingReport(reading, ReadingVerdict.CHOSEN))
        else:
            reports.append(ReadingReport(reading, ReadingVerdict.STANDS))
    reports += [
        ReadingReport(reading, ReadingVerdict.PASSED_OVER) for reading in compiled.passed_over[number]
    ]
    return ClaimReport(compiled.statements[number], tuple(reports), dropped=dropped)


def _conflict(compiled: Compiled, clash: Clash, fixed: dict[int, int]) -> Conflict:
    """Return a clash in the model's terms; `fixed` names the option that a statement was reduced to."""
    return Conflict(
        tuple(compiled.statements[number] for number in clash.statements),
        tuple(chain_of(compiled, contradiction, fixed) for contradiction in clash.contradictions),
    )


def _event(examination: Examination, event: Event, claims: list[ClaimReport]) -> EventReport:
    start = examination.compiled.points[event.id]
    bounds = (
        _bound(examination, Corner.EARLIEST_START, start),
        _bound(examination, Corner.LATEST_START, start),
        _bound(examination, Corner.EARLIEST_END, start + 1),
        _bound(examination, Corner.LATEST_END, start + 1),
    )
    derived = Bounds(
        bounds[0].value,
        latest_start=bounds[1].value,
        earliest_end=bounds[2].value,
        latest_end=bounds[3].value,
    )
    return EventReport(event, derived, bounds, _stated(claims), tuple(claims))


def _bound(examination: Examination, corner: Corner, point: int) -> Bound:
    solution, compiled = examination.solution, examination.compiled
    early = corner in {Corner.EARLIEST_START, Corner.EARLIEST_END}
    value = (solution.earliest if early else solution.latest)[point]
    if value is None:
        return Bound(corner, None, zone=compiled.timeline.zone or "UTC", proof=Proof())
    links = (solution.earliest_proof(point) if early else solution.latest_proof(point)).links
    return Bound(
        corner,
        Instant(value),
        zone=zone_of_links(compiled, links),
        proof=proof_of(compiled, links, examination.standing),
    )


def _stated(claims: list[ClaimReport]) -> Bounds | None:
    """Return what an event's own claims of when it took place allow together, each with all its readings."""
    stated: Bounds | None = ANYTIME
    for claim in claims:
        about = claim.statement.about
        if stated is not None and getattr(about, "aspect", None) is Aspect.WHEN:
            stated = stated.intersect(_hull(claim))
    return stated


def _hull(claim: ClaimReport) -> Bounds:
    first, *others = (
        report.reading.bounds for report in claim.readings if report.verdict is not ReadingVerdict.PASSED_OVER
    )
    for bounds in others:
        first = first.hull(bounds)
    return first
