"""What the solver is asked: integer points, and statements made of windows and gaps.

A room without titles, zones, words or calendars. The values here are facts; the algorithms are next door.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import attrs

from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.solver.facts import Gap, Statement, Step, Window, natural, rebuild
from timeline.solver.groups import Groups
from timeline.solver.loops import loops
from timeline.solver.tables import GapTable, WindowTable

__all__ = ["Gap", "Problem", "Statement", "Step", "Window", "natural"]


@attrs.frozen
class Problem:
    """Statements over the points 0..points-1, as windows and gaps.

    >>> story = Problem(
    ...     2,
    ...     statements=(Statement(), Statement()),
    ...     windows=(Window(0, low=10, high=None, statement=0),),
    ...     gaps=(Gap(1, 0, weight=-5, statement=1),),
    ... )
    >>> story.fixed, len(story.adding(statements=(Statement(weight=None),)).statements)
    ((), 3)
    """

    points: int
    statements: tuple[Statement, ...] = ()
    windows: tuple[Window, ...] | WindowTable = attrs.field(default=(), kw_only=True)
    gaps: tuple[Gap, ...] | GapTable = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        natural(self.points, "the number of points")
        _all_are(Statement, self.statements, "statements")
        if not isinstance(self.windows, WindowTable):
            _all_are(Window, self.windows, "windows")
        if not isinstance(self.gaps, GapTable):
            _all_are(Gap, self.gaps, "gaps")
        self._check(self.windows, self.gaps)

    def __reduce__(self) -> tuple[object, ...]:
        return rebuild, (Problem, attrs.asdict(self, recurse=False))

    def replace(self, **changes: Any) -> Problem:
        """Return a copy with other fields.

        >>> Problem(1).replace(points=2).points
        2
        """
        return attrs.evolve(self, **changes)

    def adding(
        self,
        *,
        statements: tuple[Statement, ...] = (),
        windows: tuple[Window, ...] = (),
        gaps: tuple[Gap, ...] = (),
    ) -> Problem:
        """Return the problem with more statements, windows and gaps after its own; only those are checked.

        >>> Problem(1, (Statement(),)).adding(windows=(Window(0, low=1, high=2, statement=0),)).windows[0].low
        1
        """
        more = Problem(self.points, self.statements + statements, windows=windows, gaps=gaps)
        joined = object.__new__(Problem)
        for name, value in (
            ("points", self.points),
            ("statements", more.statements),
            ("windows", (*self.windows, *windows)),
            ("gaps", (*self.gaps, *gaps)),
        ):
            object.__setattr__(joined, name, value)
        return joined

    @cached_property
    def window_table(self) -> WindowTable:
        """The windows by columns."""
        return WindowTable.of(self.windows)

    @cached_property
    def gap_table(self) -> GapTable:
        """The gaps by columns."""
        return GapTable.of(self.gaps)

    @cached_property
    def fixed(self) -> tuple[int, ...]:
        """The axioms."""
        return tuple(index for index, statement in enumerate(self.statements) if statement.weight is None)

    @cached_property
    def several(self) -> tuple[int, ...]:
        """The statements that have several options."""
        return tuple(index for index, statement in enumerate(self.statements) if len(statement.costs) > 1)

    @cached_property
    def windows_of(self) -> Sequence[tuple[int, ...]]:
        """The indices of the windows of each statement, over all its options."""
        return Groups(self.window_table.statements, len(self.statements))

    @cached_property
    def gaps_of(self) -> Sequence[tuple[int, ...]]:
        """The indices of the gaps of each statement, over all its options."""
        return Groups(self.gap_table.statements, len(self.statements))

    @cached_property
    def axioms_at(self) -> dict[int, tuple[int, ...]]:
        """The axioms that speak of each point."""
        found: dict[int, dict[int, None]] = {}
        for axiom in self.fixed:
            for point in self.points_of(axiom):
                found.setdefault(point, {})[axiom] = None
        return {point: tuple(axioms) for point, axioms in found.items()}

    @cached_property
    def _at(self) -> tuple[Groups, Groups, Groups]:
        """The windows on each point, and the gaps from it and to it."""
        gaps, points = self.gap_table, self.points
        return (
            Groups(self.window_table.points, points),
            Groups(gaps.sources, points),
            Groups(gaps.targets, points),
        )

    def axiom_parts_at(self, point: int) -> tuple[list[int], list[int]]:
        """Return the windows and gaps of axioms that speak of a point, by their indices."""
        windows, sources, targets = self._at
        owners, statements = self.gap_table.statements, self.statements
        return (
            [i for i in windows[point] if statements[self.window_table.statements[i]].fixed],
            [i for i in (*sources[point], *targets[point]) if statements[owners[i]].fixed],
        )

    def points_of(self, statement: int) -> tuple[int, ...]:
        """Return the points that a statement speaks of, in any of its options."""
        gaps = self.gap_table
        points = [self.window_table.points[index] for index in self.windows_of[statement]]
        for index in self.gaps_of[statement]:
            points += (gaps.sources[index], gaps.targets[index])
        return tuple(dict.fromkeys(points))

    def _check(self, windows: tuple[Window, ...] | WindowTable, gaps: tuple[Gap, ...] | GapTable) -> None:
        options = [len(statement.costs) for statement in self.statements]
        if isinstance(windows, WindowTable):
            _check_table(windows, (windows.points,), self.points, options)
            windows = ()
        for window in windows:
            if window.point >= self.points:
                raise RangeError(f"a window on point {window.point} of {self.points}")
            _check_owner(window.statement, window.option, options)
        if isinstance(gaps, GapTable):
            _check_table(gaps, (gaps.sources, gaps.targets), self.points, options)
            gaps = ()
        for gap in gaps:
            if gap.source >= self.points or gap.target >= self.points:
                raise RangeError(f"a gap from point {gap.source} to {gap.target} of {self.points}")
            _check_owner(gap.statement, gap.option, options)


def _check_table(
    table: WindowTable | GapTable, columns: Iterable[array[int]], points: int, options: list[int]
) -> None:
    within = loops(table.options).within
    if not all(within(column, 0, points - 1, -1) for column in columns):
        raise RangeError(f"a table speaks of points beyond the {points} of the problem")
    if not (within(table.options, 0, 0, -1) and within(table.statements, 0, len(options) - 1, -1)):
        for statement, option in zip(table.statements, table.options, strict=True):
            _check_owner(statement, option, options)


def _all_are(kind: type, values: object, name: str) -> None:
    if not isinstance(values, tuple):
        raise WrongTypeError(f"{name} are a tuple, not {shorten(values)}")
    for value in values:
        if type(value) is not kind:
            raise WrongTypeError(f"{name} hold {kind.__name__} values, not {shorten(value)}")


def _check_owner(statement: int, option: int, options: list[int]) -> None:
    if statement >= len(options):
        raise RangeError(f"statement {statement} of {len(options)} does not exist")
    if option >= options[statement]:
        raise RangeError(f"option {option} of statement {statement} does not exist")
