"""What would follow if something had not been said: corrections best first, and how far each statement holds a bound."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.compile import Compiled
from timeline.model.examining import Examination, hull_of, without
from timeline.model.proofs import zone_of_links
from timeline.model.report import Bound, Correction, Influence
from timeline.solver import corrections as corrections_of
from timeline.times import Duration, Instant

__all__ = ["corrections", "influences"]


def corrections(compiled: Compiled) -> Iterator[Correction]:
    """Yield the corrections of a timeline, best first: see `Timeline.corrections`."""
    for found in corrections_of(compiled.problem):
        yield Correction(tuple(compiled.statements[number] for number in found.statements), found.weight)


def influences(examination: Examination, event: str, bound: Bound) -> tuple[Influence, ...]:
    """Return how far each statement behind a bound holds it, most first: see `Timeline.sensitivity`.

    Statements that its proof does without need not be tried: the proof stays.
    """
    compiled, corner = examination.compiled, bound.corner
    numbers = {statement.id: number for number, statement in enumerate(compiled.statements)}
    point = compiled.points[event] + (not corner.is_start)
    found = []
    for statement in bound.proof.statements:
        hull = hull_of(without(examination.kept, (numbers[statement.id],)))
        value = (hull.earliest if corner.is_early else hull.latest)[point]
        if value is None or bound.value is None:
            found.append(Influence(statement, value=None, zone=bound.zone, moved=None))
            continue
        proof = hull.earliest_proof(point) if corner.is_early else hull.latest_proof(point)
        zone = zone_of_links(compiled, proof.links)
        moved = Duration(abs(value - bound.value.microseconds))
        found.append(Influence(statement, value=Instant(value), zone=zone, moved=moved))
    return tuple(sorted(found, key=_least_held))


def _least_held(influence: Influence) -> tuple[bool, int]:
    """Sort what would leave no bound at all before what would move it, and that by how far."""
    moved = influence.moved
    return (moved is not None, 0 if moved is None else -moved.microseconds)
