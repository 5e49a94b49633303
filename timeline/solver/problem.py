"""What the solver is asked: integer points, and statements made of windows and gaps.

A room without titles, zones, words or calendars. The values here are facts; the algorithms are next door.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Protocol

import attrs

from timeline.errors import RangeError, WrongTypeError, shorten

__all__ = ["Gap", "Problem", "Statement", "Step", "Window"]


class Step(Protocol):
    """A gap that is no number: the greatest target for each source ("two months after").

    Laws: `up` never falls where its argument grows; `t <= up(s)` exactly when `down(t) <= s`; and
    `up(x) <= x + weight` with the weight of the gap that carries the step.
    """

    def up(self, value: int) -> int:
        """Return the greatest target that a source at this value allows."""

    def down(self, value: int) -> int:
        """Return the least source that allows a target at this value."""


@attrs.frozen
class Window:
    """`low <= x[point] <= high`, with None for an open side.

    The two sides may contradict each other: that is for the solver to report, with the statement.

    >>> Window(3, low=10, high=20, statement=0).high
    20
    """

    point: int
    low: int | None = attrs.field(kw_only=True)
    high: int | None = attrs.field(kw_only=True)
    statement: int = attrs.field(kw_only=True)
    option: int = attrs.field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        natural(self.point, "a point")
        natural(self.statement, "a statement")
        natural(self.option, "an option")
        if self.low is not None:
            integer(self.low, "a low bound")
        if self.high is not None:
            integer(self.high, "a high bound")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (Window, attrs.asdict(self, recurse=False))


@attrs.frozen
class Gap:
    """`x[target] <= x[source] + weight`, or `x[target] <= step.up(x[source])` where there is a step.

    "At least 5 after" is a negative weight seen from the later point: `x[early] <= x[late] - 5`.
    With a step the weight is its most lenient case, used alone while the source is unbounded.

    >>> Gap(1, 0, weight=-5, statement=0).weight
    -5
    """

    source: int
    target: int
    weight: int = attrs.field(kw_only=True)
    statement: int = attrs.field(kw_only=True)
    option: int = attrs.field(default=0, kw_only=True)
    step: Step | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        natural(self.source, "a source")
        natural(self.target, "a target")
        integer(self.weight, "a weight")
        natural(self.statement, "a statement")
        natural(self.option, "an option")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (Gap, attrs.asdict(self, recurse=False))


@attrs.frozen
class Statement:
    """What can be dropped as one: its options, most likely first, each with a cost; exactly one holds.

    `weight` is the price of dropping it; None marks an axiom, which is never dropped.

    >>> Statement((0, 1), weight=None).fixed
    True
    """

    costs: tuple[int, ...] = (0,)
    weight: int | None = 1

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.costs, tuple):
            raise WrongTypeError(f"costs are a tuple, not {shorten(self.costs)}")
        if not self.costs:
            raise RangeError("a statement has at least one option")
        for cost in self.costs:
            natural(cost, "a cost")
        if self.weight is not None:
            natural(self.weight, "a weight")

    @property
    def fixed(self) -> bool:
        """Whether the statement is an axiom."""
        return self.weight is None


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
    windows: tuple[Window, ...] = attrs.field(default=(), kw_only=True)
    gaps: tuple[Gap, ...] = attrs.field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        natural(self.points, "the number of points")
        _all_are(Statement, self.statements, "statements")
        _all_are(Window, self.windows, "windows")
        _all_are(Gap, self.gaps, "gaps")
        self._check(self.windows, self.gaps)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (Problem, attrs.asdict(self, recurse=False))

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
            ("windows", self.windows + windows),
            ("gaps", self.gaps + gaps),
        ):
            object.__setattr__(joined, name, value)
        return joined

    @cached_property
    def fixed(self) -> tuple[int, ...]:
        """The axioms."""
        return tuple(index for index, statement in enumerate(self.statements) if statement.weight is None)

    @cached_property
    def windows_of(self) -> tuple[tuple[int, ...], ...]:
        """The indices of the windows of each statement, over all its options."""
        return _by_statement(self.windows, len(self.statements))

    @cached_property
    def gaps_of(self) -> tuple[tuple[int, ...], ...]:
        """The indices of the gaps of each statement, over all its options."""
        return _by_statement(self.gaps, len(self.statements))

    @cached_property
    def axioms_at(self) -> dict[int, tuple[int, ...]]:
        """The axioms that speak of each point."""
        found: dict[int, dict[int, None]] = {}
        for axiom in self.fixed:
            for point in self.points_of(axiom):
                found.setdefault(point, {})[axiom] = None
        return {point: tuple(axioms) for point, axioms in found.items()}

    def points_of(self, statement: int) -> tuple[int, ...]:
        """Return the points that a statement speaks of, in any of its options."""
        points = [self.windows[index].point for index in self.windows_of[statement]]
        for index in self.gaps_of[statement]:
            points += (self.gaps[index].source, self.gaps[index].target)
        return tuple(dict.fromkeys(points))

    def _check(self, windows: Iterable[Window], gaps: Iterable[Gap]) -> None:
        points, statements = self.points, self.statements
        options = [len(statement.costs) for statement in statements]
        for window in windows:
            if window.point >= points:
                raise RangeError(f"a window on point {window.point} of {points}")
            _check_owner(window, options)
        for gap in gaps:
            if gap.source >= points or gap.target >= points:
                raise RangeError(f"a gap from point {gap.source} to {gap.target} of {points}")
            _check_owner(gap, options)


def integer(value: object, what: str) -> None:
    """Refuse what is no int; a bool is none."""
    if type(value) is not int:
        raise WrongTypeError(f"{what} is an int, not {shorten(value)}")


def natural(value: object, what: str) -> None:
    """Refuse what is no int from 0 on."""
    if type(value) is not int:
        raise WrongTypeError(f"{what} is an int, not {shorten(value)}")
    if value < 0:
        raise RangeError(f"{what} is not negative: {shorten(value)}")


def _all_are(kind: type, values: object, name: str) -> None:
    if not isinstance(values, tuple):
        raise WrongTypeError(f"{name} are a tuple, not {shorten(values)}")
    for value in values:
        if type(value) is not kind:
            raise WrongTypeError(f"{name} hold {kind.__name__} values, not {shorten(value)}")


def _check_owner(part: Window | Gap, options: list[int]) -> None:
    if part.statement >= len(options):
        raise RangeError(f"statement {part.statement} of {len(options)} does not exist")
    if part.option >= options[part.statement]:
        raise RangeError(f"option {part.option} of statement {part.statement} does not exist")


def _by_statement(parts: Iterable[Window | Gap], count: int) -> tuple[tuple[int, ...], ...]:
    indices: list[list[int]] = [[] for _ in range(count)]
    for index, part in enumerate(parts):
        indices[part.statement].append(index)
    return tuple(map(tuple, indices))


def _rebuild(kind: Callable[..., object], fields: dict[str, object]) -> object:
    return kind(**fields)
