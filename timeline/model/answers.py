"""Questions to a timeline: which relations are possible, and whether a constraint must hold.

Where the timeline contradicts itself, the answers are about what remains after the cheapest correction.
"""

from __future__ import annotations

import enum

import attrs

from timeline.constraints import AllenConstraint, Constraint
from timeline.frozen import Record
from timeline.model.examining import Examination
from timeline.model.parts import Pieces, alternatives, negated_alternatives
from timeline.model.proofs import chain_of
from timeline.model.report import Chain
from timeline.model.statements import Statement, StatementKind
from timeline.solver import Contradiction, Selection, Solution, Window, irreducible, solve
from timeline.solver import Statement as Options
from timeline.times import Instant, Interval, Relation

__all__ = ["Answer", "Verdict", "Witness", "entails", "possible_relations"]


class Verdict(enum.Enum):
    """Whether something holds in every timeline that the statements allow, in none, or in some."""

    ENTAILED = "entailed"
    CONTRADICTED = "contradicted"
    OPEN = "open"


Witness = tuple[tuple[str, Interval], ...]
"""One way in which everything can have happened: an interval for each event, by id."""


@attrs.frozen
class Answer(Record):
    """A verdict with its grounds: the chains that prove it, or one timeline that agrees and one that does not.

    `statements` are what the proof rests on, what was supposed included. Where a proof by cases has too many of them to tell, there is
    no chain, and none of these statements can be spared.
    """

    verdict: Verdict
    proof: tuple[Chain, ...] = ()
    witness: Witness | None = None
    counterexample: Witness | None = None
    statements: tuple[Statement, ...] = ()


def entails(examination: Examination, constraint: Constraint) -> Answer:
    """Return whether a constraint must hold: see `Timeline.entails`.

    The law: it is entailed exactly when its opposite cannot be added without a contradiction.
    """
    zone = examination.compiled.timeline.zone_of(constraint.source)
    holds = _suppose(examination, constraint, alternatives(constraint, zone), f"suppose that {constraint}")
    if holds.impossible:
        return Answer(Verdict.CONTRADICTED, holds.chains, statements=holds.statements)
    opposite = negated_alternatives(constraint, zone)
    fails = _suppose(examination, constraint, opposite, f"suppose not that {constraint}")
    if fails.impossible:
        return Answer(Verdict.ENTAILED, fails.chains, statements=fails.statements)
    return Answer(Verdict.OPEN, witness=holds.witness, counterexample=fails.witness)


def possible_relations(examination: Examination, first: str, second: str) -> frozenset[Relation]:
    """Return which of Allen's relations can hold: see `Timeline.relation`."""
    if first == second:
        return frozenset({Relation.EQUALS})
    constraints = {
        relation: AllenConstraint(first, second, relations=frozenset({relation})) for relation in Relation
    }
    return frozenset(
        relation
        for relation, constraint in constraints.items()
        if not _suppose(examination, constraint, alternatives(constraint, "UTC"), str(constraint)).impossible
    )


@attrs.frozen(eq=False)
class _Supposed:
    """What came of one more statement: chains and statements that refute it, or a timeline in which it holds."""

    impossible: bool
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    witness: Witness | None = None


def _suppose(examination: Examination, constraint: Constraint, pieces: Pieces, says: str) -> _Supposed:
    """Try one more statement about the events of a constraint: that one of some pieces holds."""
    if not pieces:
        return _Supposed(impossible=True)
    number = len(examination.compiled.statements)
    gaps = tuple(examination.compiled.gaps(constraint, pieces, number))
    supposed = Options((0,) * len(pieces), weight=None)
    problem = examination.kept.adding(statements=(supposed,), gaps=gaps)
    found = solve(problem)
    if isinstance(found, Selection):
        return _Supposed(impossible=False, witness=_witness(examination, found.solution))
    supposition = Statement("supposition", StatementKind.SUPPOSITION, says=says)
    statements = examination.compiled.statements.supposing(supposition)
    compiled = attrs.evolve(examination.compiled, statements=statements)
    contradictions, needed = found.contradictions, list[Statement]()
    if not contradictions:
        doubted = (*problem.statements[:number], attrs.evolve(supposed, weight=1))
        clash = irreducible(problem.replace(statements=doubted), found.statements)
        contradictions, needed = clash.contradictions, [statements[s] for s in clash.statements]
    chains = tuple(chain_of(compiled, contradiction) for contradiction in contradictions)
    told = dict.fromkeys(step.statement for chain in chains for step in chain.steps)
    rest = (statement for statement in (told or needed) if statement.kind is not StatementKind.AXIOM)
    return _Supposed(impossible=True, chains=chains, statements=tuple(rest))


def _witness(examination: Examination, solution: Solution) -> Witness:
    """Return the earliest times of all events, near the dates that are known where nothing else bounds them."""
    known = [value for value in (*solution.earliest, *solution.latest) if value is not None]
    low, high, slack = min(known, default=0), max(known, default=0), YEAR
    points = range(len(solution.earliest))
    bounded: Solution | Contradiction = solution
    while isinstance(bounded, Contradiction) or None in bounded.earliest[:]:
        near = [Window(point, low=low - slack, high=high + slack, statement=0) for point in points]
        bounded = solution.extend(windows=near)
        slack *= 16
    times = [Instant(value) for value in bounded.earliest if value is not None]
    events = examination.compiled.timeline.events
    return tuple((event.id, Interval(times[2 * n], times[2 * n + 1])) for n, event in enumerate(events))


YEAR = 366 * 86_400_000_000
