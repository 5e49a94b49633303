"""The report: what the solver found, told in statements, points and instants."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from timeline import limits
from timeline.events import Aspect
from timeline.model.compile import Compiled
from timeline.model.examining import Examination
from timeline.model.ondemand import OnDemand
from timeline.model.order import certain_order
from timeline.model.proofs import conflict_of, proof_of, zone_of_links
from timeline.model.report import (
    Alternative,
    Bound,
    ClaimReport,
    Corner,
    Correction,
    EventReport,
    EventReports,
    Proof,
    ReadingReport,
    ReadingVerdict,
    Report,
)
from timeline.solver import Solution
from timeline.times import ANYTIME, Bounds, Instant

__all__ = ["alternatives_of", "bounds_of", "derived_of", "noteworthy", "reported"]


def reported(examination: Examination) -> Report:
    """Return the report on what was found: see `Timeline.check`."""
    compiled, solution = examination.compiled, examination.solution
    order = None
    if len(compiled.timeline.events) <= limits.ORDERED_EVENTS:
        pairs = certain_order(examination.kept, solution.earliest, solution.latest)
        ids = [event.id for event in compiled.timeline.events]
        order = tuple((ids[one], ids[two]) for one, two in pairs)
    return Report(
        events=EventReports(
            compiled.points,
            lambda place: _event(examination, place),
            lambda: noteworthy(compiled, solution),
        ),
        conflicts=tuple(conflict_of(compiled, clash) for clash in examination.clashes),
        correction=Correction(
            tuple(compiled.statements[number] for number in examination.dropped), examination.dropped_weight
        ),
        certain_order=order,
        more_conflicts=len(examination.clashes) >= limits.CONFLICTS,
    )


def noteworthy(compiled: Compiled, solution: Solution) -> set[int]:
    """Return the places of the events that are undated in a solution, or have a claim with several readings."""
    free, statements = solution.free, compiled.statements
    undated = {point // 2 for point in free if point % 2 == 0 and point + 1 in free}
    choices = (number for number in compiled.problem.several if number in compiled.readings)
    return undated.union(statements.event_of(number) for number in (*choices, *compiled.passed_over))


def _claim(examination: Examination, number: int) -> ClaimReport:
    compiled = examination.compiled
    dropped = number in examination.dropped
    reports = []
    for option, reading in enumerate(compiled.readings[number]):
        clash = examination.excluded.get((number, option))
        if clash is not None:
            conflict = conflict_of(compiled, clash)
            others = tuple(other for other in conflict.statements if other is not compiled.statements[number])
            reports.append(ReadingReport(reading, ReadingVerdict.EXCLUDED, conflict, others))
        elif dropped:
            reports.append(ReadingReport(reading, ReadingVerdict.EXCLUDED))
        elif examination.selection.options[number] == option:
            reports.append(ReadingReport(reading, ReadingVerdict.CHOSEN))
        else:
            reports.append(ReadingReport(reading, ReadingVerdict.STANDS))
    reports += [
        ReadingReport(reading, ReadingVerdict.PASSED_OVER) for reading in compiled.passed_over.get(number, ())
    ]
    return ClaimReport(compiled.statements[number], tuple(reports), dropped=dropped)


def _event(examination: Examination, place: int) -> EventReport:
    compiled, start = examination.compiled, 2 * place
    derived = derived_of(examination.solution, start)
    claims = tuple(_claim(examination, number) for number in compiled.statements.claim_numbers(place))
    return EventReport(
        compiled.timeline.events[place],
        derived,
        OnDemand(lambda: bounds_of(examination, start)),
        _stated(claims),
        claims,
        alternatives=alternatives_of(derived, claims),
    )


def derived_of(solution: Solution, start: int) -> Bounds:
    """Return what a solution says of an event, by the point of its start."""
    earliest, latest = solution.earliest, solution.latest
    earliest_start, latest_start, earliest_end, latest_end = (
        None if value is None else Instant(value)
        for value in (earliest[start], latest[start], earliest[start + 1], latest[start + 1])
    )
    return Bounds(earliest_start, latest_start=latest_start, earliest_end=earliest_end, latest_end=latest_end)


def bounds_of(examination: Examination, start: int) -> tuple[Bound, ...]:
    """Return the corners of an event with their proofs, by the point of its start."""
    return tuple(_bound(examination, corner, start) for corner in Corner)


def _corner(solution: Solution, corner: Corner, start: int) -> Instant | None:
    value = (solution.earliest if corner.is_early else solution.latest)[start + (not corner.is_start)]
    return None if value is None else Instant(value)


def _bound(examination: Examination, corner: Corner, start: int) -> Bound:
    solution, compiled = examination.solution, examination.compiled
    point, value = start + (not corner.is_start), _corner(solution, corner, start)
    if value is None:
        return Bound(corner, None, zone=compiled.timeline.zone or "UTC", proof=Proof())
    links = (solution.earliest_proof(point) if corner.is_early else solution.latest_proof(point)).links
    return Bound(
        corner,
        value,
        zone=zone_of_links(compiled, links),
        proof=proof_of(compiled, links, examination.standing, examination.excluded),
    )


def alternatives_of(derived: Bounds, claims: Sequence[ClaimReport]) -> tuple[Alternative, ...]:
    """Return the windows of the claim that leaves most of them, if no two of them touch."""
    most: tuple[Alternative, ...] = ()
    for claim in claims:
        if getattr(claim.statement.about, "aspect", None) is Aspect.WHEN and not claim.dropped:
            windows = _windows(derived, claim)
            if len(windows) > max(1, len(most)):
                most = tuple(Alternative(window, claim.statement.zone) for window in windows)
    return most


def _windows(derived: Bounds, claim: ClaimReport) -> list[Bounds]:
    """Return what the standing readings of a claim leave of the derived bounds; none where they touch or are open."""
    found = [
        derived.intersect(report.reading.bounds)
        for report in claim.readings
        if report.verdict in {ReadingVerdict.CHOSEN, ReadingVerdict.STANDS}
    ]
    outer = sorted(
        (start.microseconds, end.microseconds, number)
        for number, window in enumerate(found)
        if window is not None
        and (start := window.outer.start) is not None
        and (end := window.outer.end) is not None
    )
    apart = all(one[1] < two[0] for one, two in itertools.pairwise(outer))
    windows = [found[number] for _, _, number in outer]
    return [window for window in windows if window is not None] if apart and len(outer) == len(found) else []


def _stated(claims: Sequence[ClaimReport]) -> Bounds | None:
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
