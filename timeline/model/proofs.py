"""The solver's chains of links told as steps: statements, points and instants in place of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model.compile import Compiled
from timeline.model.report import Chain, Proof, Step
from timeline.model.statements import StatementKind
from timeline.solver import Contradiction, Link, LinkKind
from timeline.times import Duration, Instant

__all__ = ["chain_of", "proof_of", "zone_of_links"]


def proof_of(compiled: Compiled, links: Iterable[Link], standing: Mapping[int, tuple[int, ...]]) -> Proof:
    """Return the steps of a bound; a claim's reading is named where only one of several stands."""
    steps = []
    for link in links:
        stands = standing.get(link.statement, ())
        reading = stands[0] if len(stands) == 1 and link.statement in compiled.readings else None
        steps.append(_step(compiled, link, Instant(link.value), reading))
    return Proof(tuple(steps))


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
