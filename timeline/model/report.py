"""`Report`: what a check found, as values; nothing here computes, and nothing here is text for people."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from timeline.constraints import Point
from timeline.errors import UnknownReferenceError
from timeline.events import Event
from timeline.expressions.readings import Reading
from timeline.frozen import Record, check_id
from timeline.model.layers import NamedOnDemand
from timeline.model.ondemand import EachOnDemand
from timeline.model.statements import Statement
from timeline.naming import did_you_mean
from timeline.times import Bounds, Duration, Instant

__all__ = [
    "Alternative",
    "Bound",
    "Chain",
    "ClaimReport",
    "Conflict",
    "Corner",
    "Correction",
    "EventReport",
    "EventReports",
    "Influence",
    "Proof",
    "ReadingReport",
    "ReadingVerdict",
    "Report",
    "Step",
]


class Corner(enum.Enum):
    """One of the four corners of `Bounds`."""

    EARLIEST_START = "earliest_start"
    LATEST_START = "latest_start"
    EARLIEST_END = "earliest_end"
    LATEST_END = "latest_end"

    @property
    def is_start(self) -> bool:
        """Whether it is a corner of the start, not of the end."""
        return self in {Corner.EARLIEST_START, Corner.LATEST_START}

    @property
    def is_early(self) -> bool:
        """Whether nothing comes earlier than it, rather than later."""
        return self in {Corner.EARLIEST_START, Corner.EARLIEST_END}


@attrs.frozen
class Step(Record):
    """One line of an argument: by a statement, a point comes no later (or no earlier) than a value.

    `reading` is the number of the reading that is used, where the statement is a claim with several; None stands
    for all that still stand. The first step of a chain is a claim's own date, the others follow from the step before.
    """

    statement: Statement
    point: Point
    value: Instant | None = attrs.field(kw_only=True)
    zone: str = attrs.field(kw_only=True)
    reading: int | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Chain(Record):
    """An argument that leads to an impossibility: a point would have to come before itself.

    The steps go from one statement's latest date on, each no later than the value it names; the last statement needs
    its point `shortfall` later than that. In a circle of constraints there is no date, and the values are None.
    """

    steps: tuple[Step, ...]
    shortfall: Duration = attrs.field(kw_only=True)


@attrs.frozen
class Conflict(Record):
    """Statements that cannot all be true; leave any one out and the others can.

    There is a chain for each combination of readings that had to be refuted.
    """

    statements: tuple[Statement, ...]
    chains: tuple[Chain, ...]


@attrs.frozen
class Proof(Record):
    """Why a corner is where it is: steps from a claim's date to the corner; none where the corner is open.

    `exclusions` say why the readings, or the alternatives, that would leave more room are impossible.
    """

    steps: tuple[Step, ...] = ()
    exclusions: tuple[Conflict, ...] = attrs.field(default=(), kw_only=True)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that are used, each once, in the order of the argument; axioms are left out.

        They are enough: a timeline that says nothing else has the same bound.
        """
        excluding = (statement for conflict in self.exclusions for statement in conflict.statements)
        found = dict.fromkeys([*(step.statement for step in self.steps), *excluding])
        return tuple(statement for statement in found if statement.weight is not None)


@attrs.frozen
class Bound(Record):
    """A corner of what is known of an event: its value, the zone in which to show it, and its proof."""

    corner: Corner
    value: Instant | None
    zone: str = attrs.field(kw_only=True)
    proof: Proof = attrs.field(kw_only=True)


@attrs.frozen
class Correction(Record):
    """The statements whose withdrawal makes the rest consistent at the least weight."""

    statements: tuple[Statement, ...]
    weight: int


@attrs.frozen
class Influence(Record):
    """Where a bound would be without a statement, in which zone to show it, and how far off; None for no bound at all.

    It has moved by nothing where other statements hold the bound at the same place.
    """

    statement: Statement
    value: Instant | None = attrs.field(kw_only=True)
    zone: str = attrs.field(kw_only=True)
    moved: Duration | None = attrs.field(kw_only=True)


class ReadingVerdict(enum.Enum):
    """What became of a reading: chosen as the likeliest that fits, fitting too, or impossible.

    One that is passed over was not considered: it looks ahead of its source's date though the claim reports what took
    place, or back though the claim is an expectation.
    """

    CHOSEN = "chosen"
    STANDS = "stands"
    EXCLUDED = "excluded"
    PASSED_OVER = "passed over"


@attrs.frozen
class ReadingReport(Record):
    """A reading of a claim with its verdict; an excluded one names the statements that it clashes with."""

    reading: Reading
    verdict: ReadingVerdict
    conflict: Conflict | None = None
    excluded_by: tuple[Statement, ...] = ()


@attrs.frozen
class ClaimReport(Record):
    """A claim with what became of its readings; a dropped one is part of the correction and decides nothing."""

    statement: Statement
    readings: tuple[ReadingReport, ...]
    dropped: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Alternative(Record):
    """One of several separate windows in which an event can lie, and the zone in which to show it."""

    bounds: Bounds
    zone: str


@attrs.frozen
class EventReport(Record):
    """What is known of an event: what was said, what follows, and why.

    `derived` holds for every combination of readings that stands. `stated` is what the event's own claims say
    taken together, before anything is concluded; None where they clash. `alternatives` are the separate windows, in
    order of time, that a claim with several standing readings leaves ("last June": of last year or of this); they lie
    within `derived`, which spans the time between them as well.
    """

    event: Event
    derived: Bounds
    bounds: Sequence[Bound]
    stated: Bounds | None
    claims: tuple[ClaimReport, ...]
    alternatives: tuple[Alternative, ...] = attrs.field(default=(), kw_only=True)

    @property
    def noteworthy(self) -> bool:
        """Whether nothing is known of it, or a claim has several readings."""
        return self.derived.is_open or any(len(claim.readings) > 1 for claim in self.claims)

    def bound(self, corner: Corner) -> Bound:
        """Return one of the four bounds, with its proof."""
        return next(bound for bound in self.bounds if bound.corner is corner)


class EventReports(EachOnDemand[EventReport]):
    """The reports on some events, each made when somebody looks at it.

    `starts` has the points of their starts, two for each event; `noteworthy` finds the places of those that a report in words names, without a look at the others.
    """

    __slots__ = ("named", "noteworthy")

    def __init__(
        self,
        starts: Mapping[str, int],
        make: Callable[[int], EventReport],
        noteworthy: Callable[[], Iterable[int]],
    ) -> None:
        super().__init__(len(starts), make)
        self.named = NamedOnDemand(starts, lambda name: self[starts[name] // 2])
        self.noteworthy = noteworthy


@attrs.frozen
class Report(Record):
    """The answer of a check.

    Where there are conflicts, everything else is derived from what remains after the cheapest correction.
    `certain_order` lists, as pairs of ids, which event is certainly over when which starts; what follows from two
    pairs is left out. It is None for more events than `timeline.limits.ORDERED_EVENTS`.
    """

    events: Sequence[EventReport]
    conflicts: tuple[Conflict, ...]
    correction: Correction
    certain_order: tuple[tuple[str, str], ...] | None
    more_conflicts: bool = attrs.field(default=False, kw_only=True)

    @property
    def consistent(self) -> bool:
        """Whether everything that was said can be true together."""
        return not self.conflicts

    @property
    def noteworthy(self) -> tuple[EventReport, ...]:
        """The events of which nothing is known, and those with a claim that has several readings.

        >>> from timeline.model.timeline import Timeline
        >>> report = Timeline().add(Event("a"), Event("b").said("2025")).check()
        >>> [found.event.id for found in report.noteworthy]
        ['a']
        """
        if isinstance(self.events, EventReports):
            return tuple(self.events[place] for place in sorted(self.events.noteworthy()))
        return tuple(report for report in self.events if report.noteworthy)

    @cached_property
    def _named(self) -> Mapping[str, EventReport]:
        told = self.events
        return told.named if isinstance(told, EventReports) else {report.event.id: report for report in told}

    def __getitem__(self, event: str | Event) -> EventReport:
        name = check_id(event)
        if name not in self._named:
            raise UnknownReferenceError(f"no event {name!r}", hint=did_you_mean(name, self._named))
        return self._named[name]

    def retold(self, named: Mapping[str, EventReport], events: Sequence[EventReport]) -> Report:
        """Return the report with findings about other events, by their ids and in their order; none is looked at."""
        report = attrs.evolve(self, events=events)
        object.__setattr__(report, "_named", named)
        return report
