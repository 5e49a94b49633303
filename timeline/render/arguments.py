"""Conflicts and proofs as arguments: each statement with the date it leads to, and the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from timeline.constraints import AllenConstraint, End
from timeline.events import Claim
from timeline.frozen import Record
from timeline.model.parts import alternatives
from timeline.model.report import Bound, Chain, Conflict, Report, Step
from timeline.model.statements import Statement, StatementKind
from timeline.render.counting import chain_counts, step_count
from timeline.render.lengths import shortfall_words
from timeline.render.moments import Side, first_day, last_day, since, until
from timeline.render.wording import (
    LISTED,
    Passage,
    claim_report,
    joined,
    quoted,
    reading_phrase,
    says,
    says_when,
    says_with_readings,
)

__all__ = [
    "Ground",
    "bound_grounds",
    "bound_passage",
    "case_by_case",
    "chain_argument",
    "conflict_passage",
    "corner_words",
    "proof_sentence",
]

LONGEST_CIRCLE = 12
"""A circle of so many steps is told step by step."""


def conflict_passage(report: Report, conflict: Conflict) -> Passage:
    """Return why statements cannot all be true: what was said, and the arithmetic.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> report = Timeline().add(Event("a").said("2024").said("2025-03")).check()
    >>> conflict_passage(report, report.conflicts[0]).head
    "a: the timeline says '2024' and the timeline says '2025-03': they are 59 days apart, both cannot be true"
    """
    told = [says_with_readings(report, statement) for statement in conflict.statements]
    events = {statement.event for statement in conflict.statements}
    if len(events) == 1 and all(map(says_when, conflict.statements)):
        return Passage(f"{conflict.statements[0].event}: {joined(told, 'and')}: {_clash(conflict)}")
    count = "this" if len(told) == 1 else f"these {len(told)} statements"
    head = f"{joined(_subjects(conflict), 'and')}: {count} cannot {'all ' if len(told) > 1 else ''}be true"
    about = [
        f"{line}, of {statement.event}" if statement.event and len(events) > 1 else line
        for line, statement in zip(told, conflict.statements, strict=True)
    ]
    return Passage(head, (*about, *_arguments(report, conflict)))


def _clash(conflict: Conflict) -> str:
    """Return how far claims about one event are from each other, in the readings that come nearest."""
    if len(conflict.statements) == 1:
        return "this cannot be true"
    which = "both cannot" if len(conflict.statements) == 2 else "they cannot all"
    apart = _short(min(conflict.chains, key=lambda chain: chain.shortfall))
    least = "at least " if len(conflict.chains) > 1 else ""
    return f"{'they do not overlap' if apart is None else f'they are {least}{apart} apart'}, {which} be true"


def _subjects(conflict: Conflict) -> list[str]:
    """Return the ids of the events that a conflict is about, in the order in which they are named."""
    found: dict[str, None] = {}
    for statement in conflict.statements:
        if statement.event is not None:
            found[statement.event] = None
        elif statement.about is not None and not isinstance(statement.about, Claim):
            found.update(dict.fromkeys(statement.about.events))
    return list(found) or ["the timeline"]


def _arguments(report: Report, conflict: Conflict) -> list[str]:
    """Return the arithmetic of the chains, the nearest miss first, each with the readings that it supposes."""
    if not conflict.chains:
        return case_by_case(conflict.statements)
    chains = sorted(conflict.chains, key=lambda chain: chain.shortfall)
    lines = [
        line for chain in chains[:LISTED] for line in (chain_argument(report, chain), *chain_counts(chain))
    ]
    rest = len(chains) - LISTED
    if rest > 0:
        lines.append(f"and {rest} more combination{'' if rest == 1 else 's'} of readings cannot be either")
    return lines


def case_by_case(statements: Sequence[Statement]) -> list[str]:
    """Return how statements are known to clash where the cases are too many to tell: none of them can be spared.

    >>> case_by_case(())[0]
    'found case by case: whatever order these events are put in, some of this is not so, in too many cases to tell here'
    """
    abouts = [(statement.about, statement.zone) for statement in statements]
    several = sum(
        isinstance(about, AllenConstraint) and len(alternatives(about, zone)) > 1 for about, zone in abouts
    )
    choice = f"{several} of these statements leave several orders open, and whichever are chosen"
    way = choice if several > 1 else "whatever order these events are put in"
    return [
        f"found case by case: {way}, some of this is not so, in too many cases to tell here",
        "none of these statements can be spared: without any one of them there is an order that agrees with the others",
    ]


def chain_argument(report: Report, chain: Chain) -> str:
    """Return the arithmetic of a chain, with the readings that it supposes.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> report = Timeline().add(Event("a").said("2024").said("2025-03")).check()
    >>> chain_argument(report, report.conflicts[0].chains[0])
    'together: a starts before 2025-01-01; but a starts on or after 2025-03-01, 59 days short'
    """
    return f"{_supposition(report, chain)}{_argument(chain)}"


def _supposition(report: Report, chain: Chain) -> str:
    found: dict[str, None] = {}
    for step in chain.steps:
        claim = claim_report(report, step.statement)
        if claim is not None and step.reading is not None:
            meant = reading_phrase(claim.readings[step.reading].reading, step.statement.zone)
            found[f"{quoted(step.statement.says)} is {meant}"] = None
    return f"if {joined(list(found), 'and')}: " if found else ""


def _argument(chain: Chain) -> str:
    """Return the dates along a chain, or the circle that it goes in."""
    short = _short(chain)
    ending = "" if short is None else f", {short} short"
    if any(step.value is None for step in chain.steps):
        return f"together they go in a circle{_circle(chain)}{ending}"
    *steps, last = zip(chain.steps, _zones(chain.steps), strict=True)
    told = [_comes(step, zone, early=False) for step, zone in steps if not _is_axiom(step)]
    return f"together: {', so '.join(told)}; but {_comes(*last, early=True)}{ending}"


def _short(chain: Chain) -> str | None:
    """Return by how much a chain falls short: in days of the calendar, which are not all 24 hours, where days clash."""
    days = _days_short(chain)
    return shortfall_words(chain.shortfall) if days is None else f"{days} day{'' if days == 1 else 's'}"


def _days_short(chain: Chain) -> int | None:
    """Return the days between the end of the last but one step and the beginning of the last, in their zone."""
    zones = _zones(chain.steps)
    if len(zones) < 2 or zones[-1] != zones[-2]:
        return None
    late, early = chain.steps[-2].value, chain.steps[-1].value
    if (
        late is None
        or early is None
        or early.microseconds - late.microseconds + 1 < chain.shortfall.microseconds
    ):
        return None
    over, begun = last_day(Side(late.microseconds, zones[-2])), first_day(Side(early.microseconds, zones[-1]))
    return None if over is None or begun is None or begun - over < 2 else begun - over - 1


def _circle(chain: Chain) -> str:
    """Return the points along a circle of relations; where lengths are part of it, points alone do not tell it."""
    ordered = all(
        _is_axiom(step) or isinstance(step.statement.about, AllenConstraint) for step in chain.steps
    )
    if not ordered or len(chain.steps) > LONGEST_CIRCLE:
        return ""
    steps = chain.steps[::-1]
    if len(steps) == 1:
        return f": {steps[0].point} would come before itself"
    links = [
        f"{_comes(step, step.zone, early=False)} no later than {_comes(than, than.zone, early=False)}"
        for step, than in zip(steps, [*steps[1:], steps[0]], strict=True)
        if not _is_axiom(step)
    ]
    return f": {', '.join(links)}{', and not all at once' if len(links) > 1 else ''}"


def _is_axiom(step: Step) -> bool:
    return step.statement.kind is StatementKind.AXIOM


def _comes(step: Step, zone: str, *, early: bool) -> str:
    """Return where a step puts its point: "clearing ends before 2025-11-10"."""
    verb = "starts" if step.point.end is End.START else "ends"
    if step.value is None:
        return f"{step.point.event} {verb}"
    side = Side(step.value.microseconds, zone)
    return f"{step.point.event} {verb} {since(side) if early else until(side)}"


def _zones(steps: Sequence[Step]) -> list[str]:
    """Return the zone in which to show each step: that of the date behind it, unless its own makes it a day."""
    zones: list[str] = []
    for step in steps:
        zone = zones[-1] if zones else step.zone
        if says_when(step.statement):
            zone = step.zone
        elif step.value is not None and zone != step.zone:
            value = step.value.microseconds
            if first_day(Side(value, zone)) is None and first_day(Side(value, step.zone)) is not None:
                zone = step.zone
        zones.append(zone)
    return zones


@attrs.frozen
class Ground(Record):
    """A line of a proof: what is known after it, None where it rules out something else, and the statement it rests on."""

    follows: str | None
    says: str
    source: str | None = None

    def __str__(self) -> str:
        return (
            f"{self.follows or 'nothing else fits'}{', since' if self.follows is None else ':'} {self.says}"
        )


def corner_words(bound: Bound) -> str:
    """Return where a bound is, as what is said of an event.

    >>> from timeline.events import Event
    >>> from timeline.model.report import Corner
    >>> from timeline.model.timeline import Timeline
    >>> corner_words(Timeline().add(Event("a").said("2025")).why("a").bound(Corner.LATEST_END))
    'ends before 2026-01-01'
    """
    verb = "starts" if bound.corner.is_start else "ends"
    early = bound.corner.is_early
    if bound.value is None:
        return f"nothing says how {'early' if early else 'late'} it {verb}"
    side = Side(bound.value.microseconds, bound.zone)
    return f"{verb} {since(side) if early else until(side)}"


def bound_grounds(bound: Bound) -> tuple[Ground, ...]:
    """Return the proof of a bound line by line, from a claim's own date to the bound.

    >>> from timeline.events import Event
    >>> from timeline.model.report import Corner
    >>> from timeline.model.timeline import Timeline
    >>> known = Timeline().add(Event("a").said("2025-08-01")).why("a")
    >>> print(*bound_grounds(known.bound(Corner.EARLIEST_START)))
    a starts on or after 2025-08-01: the timeline says '2025-08-01'
    """
    early = bound.corner.is_early
    steps = bound.proof.steps
    found = [
        Ground(
            _comes(step, zone, early=early), _says_counted(before, step, early=early), step.statement.source
        )
        for before, step, zone in zip((None, *steps), steps, _zones(steps), strict=False)
        if not _is_axiom(step) or step is steps[-1]
    ]
    shown = {step.statement for step in steps}
    besides = [statement for statement in bound.proof.statements if statement not in shown]
    return (*found, *(Ground(None, says(statement), statement.source) for statement in besides))


def _says_counted(before: Step | None, step: Step, *, early: bool) -> str:
    """Return the statement of a step, with the days that are counted where it counts some."""
    count = step_count(before, step, early=early)
    return f"{says(step.statement)} ({count})" if count else says(step.statement)


def bound_passage(event: str, bound: Bound) -> Passage:
    """Return a bound of an event with its proof, a line for each statement that is used.

    >>> from timeline.events import Event
    >>> from timeline.model.report import Corner
    >>> from timeline.model.timeline import Timeline
    >>> known = Timeline().add(Event("a").said("2025-08-01")).why("a")
    >>> bound_passage("a", known.bound(Corner.EARLIEST_START)).head
    'a starts on or after 2025-08-01'
    """
    colon = ":" if bound.value is None else ""
    return Passage(f"{event}{colon} {corner_words(bound)}", tuple(map(str, bound_grounds(bound))))


def proof_sentence(event: str, bound: Bound) -> str:
    """Return a bound and the statements that prove it, in one sentence.

    >>> from timeline.events import Event
    >>> from timeline.model.report import Corner
    >>> from timeline.model.timeline import Timeline
    >>> known = Timeline().add(Event("a").said("2025-08-01")).why("a")
    >>> proof_sentence("a", known.bound(Corner.LATEST_END))
    "a ends before 2025-08-02: the timeline says '2025-08-01'"
    """
    head = bound_passage(event, bound).head
    grounds = [says(statement) for statement in bound.proof.statements]
    return f"{head}: {'; '.join(grounds)}" if grounds else head
