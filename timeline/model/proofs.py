"""The solver's chains of links told as steps: statements, points and instants in place of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model.compile import Compiled
from timeline.model.report import Chain, Conflict, Proof, Step
from timeline.model.statements import StatementKind
from timeline.solver import Conflict as Clash
from timeline.solver import Contradiction, Link, LinkKind
from timeline.times import Duration, Instant

__all__ = ["chain_of", "conflict_of", "proof_of", "zone_of_links"]


def proof_of(
    compiled: Compiled,
    links: Iterable[Link],
    standing: Mapping[int, tuple[int, ...]],
    excluded: Mapping[tuple[int, int], Clash],
) -> Proof:
    """Return the steps of a bound; a claim's reading is named where only one of several stands."""
    steps: list[Step] = []
    exclusions: dict[Clash, None] = {}
    for link in links:
        number = link.statement
        stands = standing.get(number, ())
        reading = stands[0] if len(stands) == 1 and number in compiled.readings else None
        steps.append(_step(compiled, link, Instant(link.value), reading))
        options = range(len(compiled.problem.statements[number].costs))
        gone = (excluded[number, option] for option in options if (number, option) in excluded)
        exclusions.update(dict.fromkeys(gone))
    return Proof(tuple(steps), exclusions=tuple(conflict_of(compiled, clash) for clash in exclusions))


def conflict_of(compiled: Compiled, clash: Clash) -> Conflict:
    """Return a clash of the solver in the model's terms."""
    return Conflict(
        tuple(compiled.statements[number] for number in clash.statements),
        tuple(chain_of(compiled, contradiction) for contradiction in clash.contradictions),
    )


def chain_of(compiled: Compiled, contradiction: Contradiction) -> Chain:
    """Return the steps of a contradiction; values count from an unknown date in a circle, so they are left out."""
    steps = []
    for link in contradiction.links:
        several = len(compiled.readings.get(link.statement, ())) > 1
        reading = link.option if several else None
        steps.append(_step(compiled, link, None if contradiction.cycle else Instant(link.value), reading))
    return Chain(tuple(steps), shortfall=Duration(contradiction.shortfall))


def _step(compiled: Compiled, link: Link, value: Instant | None, reading: int | None) -> Step:
    statement = compiled.statements[link.statement]
    return Step(statement, compiled.point(link.point), value=value, zone=statement.zone, reading=reading)


def zone_of_links(compiled: Compiled, links: Iterable[Link]) -> str:
    """Return the zone in which a bound falls on a day: that of the last date or calendar step behind it."""
    for link in reversed(tuple(links)):
        statement = compiled.statements[link.statement]
        if statement.kind is StatementKind.CLAIM and link.kind is LinkKind.WINDOW:
            return statement.zone
        if link.kind is LinkKind.GAP and link.statement in compiled.counting:
            return statement.zone
    return "UTC"
