"""What a check leaves behind, so that a few constraints more cost what they touch.

The bounds of a grown timeline are the old ones, tightened. Its report shares the claims of the old one, and each event is told when
somebody looks at it. Proofs, and every other question, examine the grown timeline as if it had been built at once:
an answer never depends on the way that led to a timeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from timeline.constraints import Constraint
from timeline.errors import TimelineError
from timeline.model.compile import Compiled
from timeline.model.examining import Examination
from timeline.model.ondemand import EachOnDemand, OnDemand
from timeline.model.parts import alternatives
from timeline.model.report import EventReport, Report
from timeline.model.reporting import bounds_of, derived_of, reported
from timeline.model.timeline import Timeline
from timeline.solver import Gap, Solution

__all__ = ["Checked", "checked", "grown"]


@attrs.frozen(eq=False)
class Checked:
    """A report, with what is needed to tell that of a timeline with more constraints."""

    report: Report
    first: Report
    """The last report that was made from the beginning; its claims are those of the later ones."""

    compiled: Compiled
    """Of the timeline of that report: additions do not number its events anew."""

    solution: Solution | None
    """The bounds; None where more can change what is chosen or dropped, or the certain order."""


def checked(examination: Examination) -> Checked:
    """Check a timeline from the beginning."""
    report = reported(examination)
    plain = report.consistent and report.certain_order is None and not examination.standing
    return Checked(report, report, examination.compiled, examination.solution if plain else None)


def grown(
    old: Checked, story: Timeline, rules: Iterable[Constraint], examination: Callable[[], Examination]
) -> Checked | None:
    """Return the check of a timeline with more constraints, or None where that needs a new beginning.

    It needs one where a constraint has alternatives, names what is unknown, or contradicts the rest. The examination is
    that of the grown timeline.
    """
    gaps = _gaps(old.compiled, story, rules)
    if old.solution is None or gaps is None:
        return None
    _find_both_sides(old.solution)
    try:
        solution = old.solution.extend(gaps=gaps)
    except TimelineError:
        return None
    if not isinstance(solution, Solution):
        return None
    return attrs.evolve(old, report=_told(old, solution, examination), solution=solution)


def _gaps(compiled: Compiled, story: Timeline, rules: Iterable[Constraint]) -> list[Gap] | None:
    """Return what constraints say, if each can be said in one way only."""
    number = len(compiled.statements)
    found: list[Gap] = []
    for rule in rules:
        if any(name not in compiled.points for name in rule.events):
            return None
        try:
            ways = alternatives(rule, story.zone_of(rule.source))
        except TimelineError:
            return None
        if len(ways) != 1:
            return None
        found += compiled.gaps(rule, ways, number)
    return found


def _find_both_sides(solution: Solution) -> None:
    """Have the earliest bounds found too, which come when they are asked for: what is shared does not change later."""
    len(solution.earliest)


def _told(old: Checked, solution: Solution, examination: Callable[[], Examination]) -> Report:
    first = old.first.events

    def event(index: int) -> EventReport:
        start = 2 * index
        return attrs.evolve(
            first[index],
            derived=derived_of(solution, start),
            bounds=OnDemand(lambda: bounds_of(examination(), start)),
        )

    return old.first.retold(EachOnDemand(len(first), event))
