"""From statements to integers, and the way back from the solver's parts to the statements.

Every event is two points: ``2 * n`` its start and ``2 * n + 1`` its end, in the order of the ids. Statement 0 is the axiom that
starts come before ends; then each claim, then each constraint. A claim's readings are the options of its statement,
and so are the alternatives of a constraint that comparisons of ends cannot say at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from timeline.constraints import Constraint, End, Point
from timeline.errors import DocumentError, TimelineError
from timeline.expressions.readings import Reading
from timeline.model.meanings import Meaning, Meanings
from timeline.model.numbering import Statements, status_of
from timeline.model.parts import Part, Pieces, Shape, pieces_of, shape_of
from timeline.model.speakers import Speaker, Speakers
from timeline.model.timeline import Timeline
from timeline.solver import Gap, GapCollector, Problem, WindowCollector
from timeline.solver import Statement as Options

__all__ = ["Compiled", "compile_timeline"]


@attrs.frozen(eq=False)
class Compiled:
    """A problem for the solver, with what each of its numbers stands for."""

    timeline: Timeline
    problem: Problem
    statements: Statements
    readings: dict[int, tuple[Reading, ...]]
    """The readings of each statement that is a claim."""

    passed_over: dict[int, tuple[Reading, ...]]
    """The readings of claims that do not agree with their status, where there are any; the solver does not see them."""

    points: Mapping[str, int]
    """The number of each event's start."""

    def number(self, point: Point) -> int:
        """Return the number of a point."""
        return self.points[point.event] + (point.end is End.END)

    def point(self, number: int) -> Point:
        """Return the point of a number: an end of an event."""
        return Point(self.timeline.events[number // 2].id, End.END if number % 2 else End.START)

    @cached_property
    def counting(self) -> frozenset[int]:
        """The statements that count calendar days, in the zone of whoever says them."""
        gaps = self.problem.gap_table
        return frozenset(gaps.statements[index] for index in gaps.steps)

    def gaps(self, constraint: Constraint, pieces: Pieces, statement: int) -> Iterator[Gap]:
        """Return what is said of the events of a constraint as gaps of a statement, an option for each piece."""
        ends = self.ends(constraint)
        for option, parts in enumerate(pieces):
            for part in parts:
                yield Gap(
                    ends[part.source],
                    ends[part.target],
                    weight=part.weight,
                    statement=statement,
                    option=option,
                    step=part.step,
                )

    def ends(self, constraint: Constraint) -> tuple[int, int, int, int]:
        """Return the numbers of the four ends of the events of a constraint."""
        first, second = constraint.events
        one, two = self.points[first], self.points[second]
        return one, one + 1, two, two + 1


def compile_timeline(timeline: Timeline) -> Compiled:
    """Return the problem that a timeline poses; words that are not understood are errors, all told at once.

    >>> from timeline.events import Event
    >>> compile_timeline(Timeline().add(Event("a").said("2025"))).problem.points
    2
    """
    speakers = Speakers(timeline)
    compiled = Compiled(
        timeline,
        Problem(0),
        Statements(timeline, speakers),
        readings={},
        passed_over={},
        points={event.id: 2 * index for index, event in enumerate(timeline.events)},
    )
    builder = _Builder(compiled, speakers)
    builder.add_claims()
    builder.add_constraints()
    return attrs.evolve(
        compiled, problem=builder.problem(), readings=builder.readings, passed_over=builder.passed_over
    )


class _Builder:
    """Collects windows and gaps, and the options of each statement."""

    def __init__(self, compiled: Compiled, speakers: Speakers) -> None:
        self.compiled = compiled
        self.timeline = compiled.timeline
        self.speakers = speakers
        self.options = [Options(weight=None)]
        self.readings: dict[int, tuple[Reading, ...]] = {}
        self.passed_over: dict[int, tuple[Reading, ...]] = {}
        self.windows = WindowCollector()
        self.gaps = GapCollector()
        points = range(0, 2 * len(self.timeline.events), 2)
        self.gaps.add_alike((start + 1 for start in points), points, -1, 0)

    def add_claims(self) -> None:
        """Take down what claims say of their events."""
        meanings, statements = Meanings(self.timeline), self.compiled.statements
        problems: list[TimelineError] = []
        ranked = _Ranked()
        for place, event in enumerate(self.timeline.events):
            for claim in event.claims:
                number, status = len(self.options), status_of(event, claim)
                try:
                    meaning = meanings.of(claim, status)
                except TimelineError as error:
                    name = statements[number].id
                    problems.append(error.at(f"{name}: {error.where}" if error.where else name))
                    meaning = NOTHING
                self._add_meaning(number, 2 * place, meaning)
                weight = self.speakers.of(claim.source, status).weight
                self.options.append(ranked.of(len(meaning.readings), weight))
        if problems:
            raise problems[0] if len(problems) == 1 else DocumentError(tuple(problems))

    def _add_meaning(self, number: int, start: int, meaning: Meaning) -> None:
        self.readings[number] = meaning.readings
        if meaning.passed_over:
            self.passed_over[number] = meaning.passed_over
        for option, end, low, high in meaning.windows:
            self.windows.add(start + end, low, high, number, option)
        for option, part in meaning.parts:
            self.gaps.add(start + part.source, start + part.target, part.weight, number, option, part.step)

    def add_constraints(self) -> None:
        """Take down what constraints say of their events."""
        speakers = {source.id: self.speakers.of(source.id) for source in self.timeline.sources}
        author, ends_of, add = self.speakers.of(None), self.compiled.ends, self.gaps.add
        known: dict[tuple[Shape, Speaker], _Ways] = {}
        for number, constraint in enumerate(self.timeline.constraints, len(self.options)):
            shape, source = shape_of(constraint), constraint.source
            speaker = author if source is None else speakers[source]
            ways = known.get((shape, speaker))
            if ways is None:
                ways = known[shape, speaker] = _Ways.of(shape, speaker)
            ends = ends_of(constraint)
            for option, part in ways.parts:
                add(ends[part.source], ends[part.target], part.weight, number, option, part.step)
            self.options.append(ways.options)

    def problem(self) -> Problem:
        """Return what was taken down."""
        return Problem(
            2 * len(self.timeline.events),
            tuple(self.options),
            windows=self.windows.table(),
            gaps=self.gaps.table(),
        )


@attrs.frozen
class _Ways:
    """What constraints of one shape and one speaker have in common: the ways in which they can be meant."""

    options: Options
    parts: tuple[tuple[int, Part], ...]
    """The number of an option, and a part of it."""

    @classmethod
    def of(cls, shape: Shape, speaker: Speaker) -> _Ways:
        pieces = pieces_of(shape, speaker.zone)
        parts = tuple((option, part) for option, piece in enumerate(pieces) for part in piece)
        return cls(Options((0,) * len(pieces), weight=speaker.weight), parts)


class _Ranked:
    """Options by how many there are and their weight, the likeliest first: most statements have the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Options] = {}

    def of(self, count: int, weight: int) -> Options:
        known = self._known.get((count, weight))
        if known is None:
            known = self._known[count, weight] = Options(tuple(range(count)) or (0,), weight=weight)
        return known


NOTHING = Meaning((), (), (), ())
