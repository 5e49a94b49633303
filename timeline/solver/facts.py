"""What is asked of the solver, piece by piece: windows on points, gaps between points, statements made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import attrs

from timeline.errors import RangeError, WrongTypeError, shorten

__all__ = ["Gap", "Statement", "Step", "Window", "integer", "natural", "rebuild"]


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
        return rebuild, (Window, attrs.asdict(self, recurse=False))


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
        return rebuild, (Gap, attrs.asdict(self, recurse=False))


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


def rebuild(kind: Callable[..., object], fields: dict[str, object]) -> object:
    """Return a value made of its fields: what a pickle calls."""
    return kind(**fields)
