"""From statements to integers, and the way back from the solver's parts to the statements.

Every event is two points: ``2 * n`` its start and ``2 * n + 1`` its end, in the order of the ids. Statement 0 is the axiom that
starts come before ends; then each claim, then each constraint. A claim's readings are the options of its statement,
and so are the alternatives of a constraint that comparisons of ends cannot say at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from timeline.constraints import Constraint, End, Point
from timeline.errors import DocumentError, TimelineError
from timeline.events import Aspect, Claim, Event, Status
from timeline.expressions.readings import Reading
from timeline.model.parts import Part, alternatives, lasting_parts
from timeline.model.readings import by_status, zone_of
from timeline.model.statements import AXIOM, Statement, StatementKind
from timeline.model.timeline import Timeline
from timeline.solver import Gap, GapCollector, Problem, WindowCollector
from timeline.solver import Statement as Options
from timeline.sources import Reliability, Source
from timeline.times import Bounds

__all__ = ["Compiled", "compile_timeline"]

STATUS_WEIGHTS = {Status.CONFIRMED: 2, Status.REPORTED: 1, Status.DISPUTED: 1, Status.EXPECTED: 1}


@attrs.frozen
class Compiled:
    """A problem for the solver, with what each of its numbers stands for."""

    timeline: Timeline
    problem: Problem
    statements: tuple[Statement, ...]
    readings: dict[int, tuple[Reading, ...]]
    """The readings of each statement that is a claim."""

    passed_over: dict[int, tuple[Reading, ...]]
    """The readings of a claim that do not agree with its status; the solver does not see them."""

    points: dict[str, int]
    """The number of each event's start."""

    def number(self, point: Point) -> int:
        """Return the number of a point."""
        return self.points[point.event] + (point.end is End.END)

    def point(self, number: int) -> Point:
        """Return the point of a number; the inverse of `number`."""
        return self._all_points[number]

    @cached_property
    def _all_points(self) -> tuple[Point, ...]:
        return tuple(Point(event.id, end) for event in self.timeline.events for end in End)

    @cached_property
    def counting(self) -> frozenset[int]:
        """The statements that count calendar days, in the zone of whoever says them."""
        gaps = self.problem.gap_table
        return frozenset(gaps.statements[index] for index in gaps.steps)

    def gaps(self, parts: Iterable[Part], statement: int, option: int) -> Iterator[Gap]:
        """Return parts as the gaps of an option of a statement."""
        for part in parts:
            yield Gap(
                self.number(part.source),
                self.number(part.target),
                weight=part.weight,
                statement=statement,
                option=option,
                step=part.step,
            )


def compile_timeline(timeline: Timeline) -> Compiled:
    """Return the problem that a timeline poses; words that are not understood are errors, all told at once.

    >>> compile_timeline(Timeline().add(Event("a").said("2025"))).problem.points
    2
    """
    numbers = {event.id: 2 * index for index, event in enumerate(timeline.events)}
    compiled = Compiled(timeline, Problem(0), (), {}, {}, numbers)
    builder = _Builder(compiled)
    for event in timeline.events:
        for claim in event.claims:
            builder.add_claim(event, claim)
    for constraint in timeline.constraints:
        builder.add_constraint(constraint)
    return builder.finish()


class _Builder:
    """Collects statements with their windows and gaps."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.timeline = compiled.timeline
        self.statements = [AXIOM]
        self.options = [Options(weight=None)]
        self.windows = WindowCollector()
        self.gaps = GapCollector()
        for start in range(0, 2 * len(self.timeline.events), 2):
            self.gaps.add(start + 1, start, -1, 0)
        self.readings: dict[int, tuple[Reading, ...]] = {}
        self.passed_over: dict[int, tuple[Reading, ...]] = {}
        self.problems: list[TimelineError] = []
        self.used_ids: dict[str, int] = {}

    def add_claim(self, event: Event, claim: Claim) -> None:
        status = claim.status or event.status or Status.REPORTED
        source = self.timeline.source(claim.source)
        statement = Statement(
            self._unique(f"{event.id}.{claim.aspect.value}[{claim.source or ''}]"),
            StatementKind.CLAIM,
            says=claim.says,
            source=claim.source,
            event=event.id,
            about=claim,
            zone=zone_of(source, self.timeline.zone),
            weight=_weight(source, status),
        )
        try:
            readings = self.timeline.readings(claim)
        except TimelineError as error:
            self.problems.append(error.at(f"{statement.id}: {error.where}" if error.where else statement.id))
            return
        readings, passed_over = by_status(claim, status, source, readings, self.timeline.zone)
        number = self._add(statement, costs=tuple(range(len(readings))))
        self.readings[number], self.passed_over[number] = readings, passed_over
        start = self.compiled.points[event.id]
        for option, reading in enumerate(readings):
            if claim.aspect is not Aspect.DURATION:
                for point, low, high in _sides(reading.bounds, claim.aspect):
                    if low is not None or high is not None:
                        self.windows.add(start + point, low, high, number, option)
            if reading.distance is not None and claim.aspect in {Aspect.DURATION, Aspect.WHEN}:
                parts = lasting_parts(event.id, reading.distance, statement.zone)
                self._add_gaps(parts, number, option)

    def add_constraint(self, constraint: Constraint) -> None:
        source = self.timeline.source(constraint.source)
        zone = zone_of(source, self.timeline.zone)
        says = str(constraint)
        statement = Statement(
            self._unique(f"{says} [{_citation(constraint)}]"),
            StatementKind.CONSTRAINT,
            says=says,
            source=constraint.source,
            about=constraint,
            zone=zone,
            weight=_weight(source, Status.REPORTED),
        )
        found = alternatives(constraint, zone)
        number = self._add(statement, costs=(0,) * len(found))
        for option, parts in enumerate(found):
            self._add_gaps(parts, number, option)

    def finish(self) -> Compiled:
        if self.problems:
            raise self.problems[0] if len(self.problems) == 1 else DocumentError(tuple(self.problems))
        problem = Problem(
            2 * len(self.timeline.events),
            tuple(self.options),
            windows=self.windows.table(),
            gaps=self.gaps.table(),
        )
        return attrs.evolve(
            self.compiled,
            problem=problem,
            statements=tuple(self.statements),
            readings=self.readings,
            passed_over=self.passed_over,
        )

    def _add(self, statement: Statement, costs: tuple[int, ...]) -> int:
        self.statements.append(statement)
        self.options.append(Options(costs, weight=statement.weight))
        return len(self.statements) - 1

    def _add_gaps(self, parts: Iterable[Part], statement: int, option: int) -> None:
        number = self.compiled.number
        for part in parts:
            self.gaps.add(number(part.source), number(part.target), part.weight, statement, option, part.step)

    def _unique(self, name: str) -> str:
        count = self.used_ids[name] = self.used_ids.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"


def _weight(source: Source | None, status: Status) -> int:
    reliability = source.reliability if source else Reliability.F
    return reliability.weight * STATUS_WEIGHTS[status]


def _citation(constraint: Constraint) -> str:
    """Return who says something, and where."""
    return ": ".join(part for part in (constraint.source, constraint.page) if part)


def _sides(bounds: Bounds, aspect: Aspect) -> Iterator[tuple[int, int | None, int | None]]:
    """Return the windows that bounds put on the start (0) and the end (1) of an event.

    A claim of when an event started or ended puts the moment of that end within the outer interval of its words.
    """
    earliest_start, latest_start, earliest_end, latest_end = (
        None if corner is None else corner.microseconds
        for corner in (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    )
    if aspect is Aspect.WHEN:
        yield 0, earliest_start, latest_start
        yield 1, earliest_end, latest_end
    elif aspect is Aspect.START:
        yield (
            0,
            earliest_start,
            latest_end - 1 if latest_start is None and latest_end is not None else latest_start,
        )
    else:
        yield (
            1,
            earliest_start + 1 if earliest_end is None and earliest_start is not None else earliest_end,
            latest_end,
        )
