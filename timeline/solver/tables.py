"""Windows and gaps as tables: a column for each of their fields, and a value for a row only while somebody looks at it.

A problem of a million events has some millions of them. Tables are what the solver works on; they are made of values, or
filled directly.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar, overload

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.solver.columns import Flat, indices, numbers
from timeline.solver.facts import Gap, Step, Window
from timeline.solver.loops import VALUE, WEIGHT, loops

__all__ = ["ABSENT", "GapTable", "Limits", "WindowTable", "absent", "limit_column"]

ABSENT: Final = -(1 << 63)
"""Stands in a column of machine integers where a window is open."""

MOST: Final = (1 << 31) - 2
"""The largest index that a table holds."""

Limits: TypeAlias = "array[int] | list[int | None]"
"""One side of windows: machine integers with `ABSENT`, or numbers of any size with None."""

Row = TypeVar("Row", Window, Gap)


class _Rows(Sequence[Row]):
    """Rows that are made when they are asked for; equal to any sequence of the same rows."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        rows = range(len(self))[index]
        return tuple(map(self._row, rows)) if isinstance(rows, range) else self._row(rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | _Rows) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @abstractmethod
    def _row(self, index: int) -> Row:
        """Return the row at an index."""


@attrs.frozen(eq=False, kw_only=True)
class WindowTable(_Rows[Window]):
    """Windows by the columns of their fields; `ABSENT` in `lows` or `highs` is an open side.

    >>> WindowTable.of((Window(3, low=10, high=None, statement=0),)).lows
    array('q', [10])
    """

    points: array[int]
    lows: Limits
    highs: Limits
    statements: array[int]
    options: array[int]

    def __attrs_post_init__(self) -> None:
        _check_indices("points, statements, options", self.points, self.statements, self.options)
        for name, column in (("lows", self.lows), ("highs", self.highs)):
            _check_numbers(name, column, len(self.points), VALUE, ABSENT)

    @classmethod
    def of(cls, windows: Sequence[Window]) -> WindowTable:
        """Return windows as a table."""
        if isinstance(windows, WindowTable):
            return windows
        return cls(
            points=indices(window.point for window in windows),
            lows=limit_column([window.low for window in windows]),
            highs=limit_column([window.high for window in windows]),
            statements=indices(window.statement for window in windows),
            options=indices(window.option for window in windows),
        )

    def __len__(self) -> int:
        return len(self.points)

    def spliced(self, ids: Sequence[int], windows: Sequence[Window]) -> WindowTable:
        """Return the windows at some indices, and others behind them."""
        more = WindowTable.of(windows)
        return WindowTable(
            points=_joined(self.points, ids, more.points),
            lows=_joined(self.lows, ids, more.lows),
            highs=_joined(self.highs, ids, more.highs),
            statements=_joined(self.statements, ids, more.statements),
            options=_joined(self.options, ids, more.options),
        )

    def _row(self, index: int) -> Window:
        return Window(
            self.points[index],
            low=_limit(self.lows, index),
            high=_limit(self.highs, index),
            statement=self.statements[index],
            option=self.options[index],
        )


@attrs.frozen(eq=False, kw_only=True)
class GapTable(_Rows[Gap]):
    """Gaps by the columns of their fields; the steps of those that have one stand apart, by their index.

    >>> GapTable.of((Gap(1, 0, weight=-5, statement=0),)).weights
    array('q', [-5])
    """

    sources: array[int]
    targets: array[int]
    weights: Flat
    statements: array[int]
    options: array[int]
    steps: Mapping[int, Step] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        _check_indices(
            "sources, targets, statements, options",
            self.sources,
            self.targets,
            self.statements,
            self.options,
        )
        _check_numbers("weights", self.weights, len(self.sources), WEIGHT, 0)

    @classmethod
    def of(cls, gaps: Sequence[Gap]) -> GapTable:
        """Return gaps as a table."""
        if isinstance(gaps, GapTable):
            return gaps
        return cls(
            sources=indices(gap.source for gap in gaps),
            targets=indices(gap.target for gap in gaps),
            weights=numbers([gap.weight for gap in gaps], WEIGHT),
            statements=indices(gap.statement for gap in gaps),
            options=indices(gap.option for gap in gaps),
            steps={index: gap.step for index, gap in enumerate(gaps) if gap.step is not None},
        )

    def __len__(self) -> int:
        return len(self.sources)

    def spliced(self, ids: Sequence[int], gaps: Sequence[Gap]) -> GapTable:
        """Return the gaps at some indices, and others behind them."""
        more = GapTable.of(gaps)
        steps = {place: self.steps[index] for place, index in enumerate(ids) if index in self.steps}
        return GapTable(
            sources=_joined(self.sources, ids, more.sources),
            targets=_joined(self.targets, ids, more.targets),
            weights=_joined(self.weights, ids, more.weights),
            statements=_joined(self.statements, ids, more.statements),
            options=_joined(self.options, ids, more.options),
            steps=steps | {len(ids) + index: step for index, step in more.steps.items()},
        )

    def _row(self, index: int) -> Gap:
        return Gap(
            self.sources[index],
            self.targets[index],
            weight=self.weights[index],
            statement=self.statements[index],
            option=self.options[index],
            step=self.steps.get(index),
        )


def _joined(column: Any, ids: Sequence[int], more: Any) -> Any:
    """Return the entries of a flat column at some indices, and those of another behind them."""
    if isinstance(column, array) and isinstance(more, array):
        return array(column.typecode, map(column.__getitem__, ids)) + more
    return [_limit(column, index) for index in ids] + [_limit(more, index) for index in range(len(more))]


def absent(limits: Limits) -> int | None:
    """Return what stands for an open side in a column: machine integers have no None.

    >>> absent([5, None])
    """
    return ABSENT if isinstance(limits, array) else None


def _limit(limits: Limits, index: int) -> int | None:
    value = limits[index]
    return None if value == absent(limits) else value


def limit_column(values: list[int | None]) -> Limits:
    """Return a column of limits: machine integers if all of them are small, or numbers of any size and None."""
    closed = [value for value in values if value is not None]
    if isinstance(numbers(closed, VALUE), array):
        return array("q", [ABSENT if value is None else value for value in values])
    return values


def _check_indices(names: str, *columns: array[int]) -> None:
    """Refuse columns that are no indices, or differ in length."""
    for column in columns:
        if getattr(column, "typecode", None) != "i":
            raise WrongTypeError(f"the columns {names} are arrays of the typecode 'i'")
        if len(column) != len(columns[0]):
            raise RangeError(f"the columns {names} have different lengths")
        if not loops(column).within(column, 0, MOST, 0):
            raise RangeError(f"the columns {names} hold nothing negative")


def _check_numbers(name: str, column: Sequence[object], length: int, limit: int, besides: int) -> None:
    """Refuse a column of another length, or one of machine integers that could add up beyond them."""
    if len(column) != length:
        raise RangeError(f"the column {name} has another length than the others")
    if isinstance(column, array):
        if column.typecode != "q" or not loops(column).within(column, -limit, limit, besides):
            raise RangeError(
                f"the column {name} is an array of 'q' up to {limit}", hint="give a list of larger numbers"
            )
    elif not all(value is None or type(value) is int for value in column):
        raise WrongTypeError(f"the column {name} holds whole numbers")
