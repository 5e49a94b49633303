"""What a check leaves behind, so that a change of the timeline costs what it touches.

The bounds of a changed timeline are the old ones, tightened by what came and widened where something rested on what went. Its report
shares what did not change, and each event is told when somebody looks at it. Proofs, and every other question, examine
the changed timeline as if it had been built at once: an answer never depends on the way that led to a timeline.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import attrs

from timeline import limits
from timeline.constraints import Constraint
from timeline.errors import TimelineError
from timeline.events import Claim, Event
from timeline.model.examining import Examination, examine
from timeline.model.holding import Change
from timeline.model.layers import NamedOnDemand
from timeline.model.meanings import Meanings
from timeline.model.numbering import status_of
from timeline.model.numbers import Numbers
from timeline.model.ondemand import EachOnDemand, OnDemand
from timeline.model.parts import alternatives
from timeline.model.report import EventReport, Report
from timeline.model.reporting import alternatives_of, derived_of, reported
from timeline.model.timeline import Timeline
from timeline.solver import Contradiction, Gap, Solution, Window

__all__ = ["Checked", "checked", "grown"]

MANY: Final = 1_000
"""So many changes are always made one by one; of a large timeline, a share of its events."""

SHARE: Final = 16
"""Once one event in so many has changed, the next check starts from the beginning."""


@attrs.frozen(eq=False)
class Known:
    """What is known of a consistent timeline whose constraints can each be said in one way."""

    first: Report
    """The last report that was made from the beginning."""

    numbers: Numbers
    solution: Solution
    witnesses: tuple[Solution, ...]
    """The likeliest combination of readings, and solutions that together use each reading that stands."""

    all_stand: bool
    """Whether every claim means its first reading, and every other reading stands: then nothing that goes can change that."""

    excluding: frozenset[str]
    """The events with readings that do not stand; why they do not can be told in other words after a change."""

    changed: Mapping[str, Event]
    """The events that came or changed since that report."""

    changes: int


@attrs.frozen(eq=False)
class Checked:
    """A report, with what is needed to tell that of a changed timeline."""

    report: Report
    known: Known | None
    """None where a change can move what is chosen or dropped, or the certain order."""


def checked(examination: Examination) -> Checked:
    """Check a timeline from the beginning."""
    report = reported(examination)
    compiled, several = examination.compiled, examination.standing
    if (
        not report.consistent
        or report.certain_order is not None
        or not several.keys() <= compiled.readings.keys()
    ):
        return Checked(report, None)
    excluding = (compiled.statements[number].event for number, _ in examination.excluded)
    return Checked(
        report,
        Known(
            report,
            Numbers.of(compiled),
            examination.solution,
            witnesses=(examination.selection.solution, *examination.witnesses) if several else (),
            all_stand=examination.selection.cost == 0 and not examination.excluded,
            excluding=frozenset(name for name in excluding if name is not None),
            changed={},
            changes=0,
        ),
    )


def grown(old: Checked, before: Timeline, story: Timeline, change: Change) -> Checked | None:
    """Return the check of a timeline after a change, or None where that needs a new beginning.

    It needs one where what comes can be understood in several ways or not at all, names what is unknown, contradicts the
    rest, or rules out a reading; where something goes and a reading was ruled out; and where much has changed.
    """
    if old.known is None or not _is_small(old.known, change):
        return None
    try:
        known = _changed(old.known, before, story, change)
    except TimelineError:  # whoever starts from the beginning tells it
        return None
    return None if known is None else Checked(_told(known, story), known)


def _is_small(known: Known, change: Change) -> bool:
    changes, events = known.changes + len(change), _events_after(known, change)
    return limits.ORDERED_EVENTS < events <= limits.EVENTS and (changes <= MANY or changes * SHARE <= events)


def _events_after(known: Known, change: Change) -> int:
    return len(known.numbers.starts) + len(change.events) - len(change.gone_events)


def _changed(known: Known, before: Timeline, story: Timeline, change: Change) -> Known | None:
    """Return what is known after a change, or None where that needs a new beginning."""
    lost = {event.id for event in change.gone_events}
    if lost and any(not lost.isdisjoint(constraint.events) for constraint in story.constraints):
        return None
    changing = _Changing(known, story)
    changing.leave_out(change)
    can_be_said = (
        *(changing.add_event(event) for event in change.events),
        *(changing.replace_event(before[name], event) for name, event in change.replaced.items()),
        *(changing.add_constraint(constraint) for constraint in change.constraints),
    )
    return changing.solved(len(change)) if all(can_be_said) else None


class _Changing:
    """Collects what a change means to the solver: statements that go, and windows and gaps that come."""

    def __init__(self, known: Known, story: Timeline) -> None:
        self.known = known
        self.story = story
        self.numbers = known.numbers
        self.meanings = Meanings(story)
        self.changed = dict(known.changed)
        self.gone: list[int] = []
        self.windows: list[Window] = []
        self.gaps: list[Gap] = []

    def leave_out(self, change: Change) -> None:
        """Leave out constraints and events."""
        for constraint in change.gone_constraints:
            self.gone.append(self.numbers.of_constraint(constraint))
            self.numbers = self.numbers.without_constraint(constraint)
        for event in change.gone_events:
            self.gone += self.numbers.of_claims(event)
            self.numbers = self.numbers.without_event(event.id)

    def add_event(self, event: Event) -> bool:
        """Take up a new event; returns whether that can be said in one way."""
        if event.id in self.numbers.starts:
            return False
        start, first = self.numbers.points, self.numbers.statements
        claims = tuple(range(first, first + len(event.claims)))
        self.gaps.append(Gap(start + 1, start, weight=-1, statement=0))
        self.numbers = self.numbers.with_event(event.id, claims, first + len(claims))
        self.changed[event.id] = event
        return all(
            self._say(event, claim, number) for claim, number in zip(event.claims, claims, strict=True)
        )

    def replace_event(self, old: Event, event: Event) -> bool:
        """Take up an event in place of another; claims that stay keep their statements."""
        left: dict[Claim, list[int]] = defaultdict(list)
        for claim, number in zip(old.claims, self.numbers.of_claims(old), strict=True):
            left[claim].append(number)
        if event.status is not old.status:  # claims without a status of their own can mean something else
            self.gone += [number for numbers in left.values() for number in numbers]
            left.clear()
        claims: list[int] = []
        new: dict[int, Claim] = {}
        for claim in event.claims:
            if left[claim]:
                claims.append(left[claim].pop(0))
            else:
                claims.append(self.numbers.statements + len(new))
                new[claims[-1]] = claim
        self.gone += [number for numbers in left.values() for number in numbers]
        self.numbers = self.numbers.with_claims(event.id, tuple(claims), self.numbers.statements + len(new))
        self.changed[event.id] = event
        return all(self._say(event, claim, number) for number, claim in new.items())

    def add_constraint(self, constraint: Constraint) -> bool:
        """Take up a constraint; returns whether it can be said in one way."""
        if any(name not in self.numbers.starts for name in constraint.events):
            return False
        pieces = alternatives(constraint, self.story.zone_of(constraint.source))
        self.gaps += self.numbers.compiled.gaps(constraint, pieces, self.numbers.statements)
        self.numbers = self.numbers.with_constraint(constraint)
        return len(pieces) == 1

    def _say(self, event: Event, claim: Claim, number: int) -> bool:
        """Take up a claim as a statement; returns whether it can be understood in one way."""
        meaning, start = self.meanings.of(claim, status_of(event, claim)), self.numbers.starts[event.id]
        self.windows += [
            Window(start + end, low=low, high=high, statement=number) for _, end, low, high in meaning.windows
        ]
        self.gaps += [
            Gap(
                start + part.source, start + part.target, weight=part.weight, statement=number, step=part.step
            )
            for _, part in meaning.parts
        ]
        return len(meaning.readings) == 1

    def solved(self, changes: int) -> Known | None:
        """Return what is known after the change, unless that contradicts itself."""
        known = self.known
        if self.gone and not known.all_stand:
            return None
        len(
            known.solution.earliest
        )  # they come when they are asked for, and what is shared does not change later
        solution, *witnesses = map(self._followed, (known.solution, *known.witnesses))
        found = [witness for witness in witnesses if witness is not None]
        if solution is None or len(found) < len(known.witnesses):
            return None
        return attrs.evolve(
            known,
            numbers=self.numbers,
            solution=solution,
            witnesses=tuple(found),
            changed=self.changed,
            changes=known.changes + changes,
        )

    def _followed(self, solution: Solution) -> Solution | None:
        """Return a solution after the change, unless that contradicts it."""
        if self.gone:
            solution = solution.retract(self.gone)
        if not self.windows and not self.gaps:
            return solution
        points = self.numbers.points - self.known.numbers.points
        extended = solution.extend(self.windows, self.gaps, points=points)
        return None if isinstance(extended, Contradiction) else extended


def _told(known: Known, story: Timeline) -> Report:
    """Return the report of a changed timeline, of which each event is told when somebody looks at it."""
    starts = known.numbers.starts

    @functools.cache
    def anew() -> Report:
        return reported(story._examination)  # noqa: SLF001 - what every question to a timeline starts from

    def event(name: str) -> EventReport:
        if name in known.excluding:
            return anew()[name]
        told = _alone(story, known.changed[name]) if name in known.changed else known.first[name]
        if name in known.changed and any(len(claim.readings) > 1 for claim in told.claims):
            return anew()[name]  # beside the rest, other readings may stand
        derived = derived_of(known.solution, starts[name])
        return attrs.evolve(
            told,
            derived=derived,
            bounds=OnDemand(lambda: tuple(anew()[name].bounds)),
            alternatives=alternatives_of(derived, told.claims),
        )

    named = NamedOnDemand(starts, event)
    return known.first.retold(named, EachOnDemand(len(starts), lambda index: named[story.events[index].id]))


def _alone(story: Timeline, event: Event) -> EventReport:
    """Return what an event's own claims say of it."""
    sources = {claim.source for claim in event.claims if claim.source is not None}
    said = Timeline(
        sources=[source for source in map(story.source, sources) if source is not None],
        events=[event],
        conventions=story.conventions,
        zone=story.zone,
    )
    return reported(examine(said))[event]
