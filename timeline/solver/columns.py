"""Columns of numbers: flat ones, and thin overlays that change a few entries and share the rest.

A flat column is an `array` of machine integers or, where those do not hold the numbers, a list. The hot loops index
columns and never ask which of them they got.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias, TypeVar, overload

__all__ = [
    "Column",
    "Flat",
    "Overlay",
    "Readable",
    "copied",
    "indices",
    "joined",
    "layered",
    "numbers",
    "zeros",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Flat: TypeAlias = "array[int] | list[int]"


class Readable(Protocol[T_co]):
    """What can be read by index."""

    def __getitem__(self, index: int, /) -> T_co:
        """Return the entry."""


class Column(Protocol[T]):
    """What can be read and written by index: an array, a list, a bytearray, an `Overlay`."""

    def __getitem__(self, index: int, /) -> T:
        """Return the entry."""

    def __setitem__(self, index: int, value: T, /) -> None:
        """Change the entry."""


class Overlay(dict[int, T]):
    """Changed entries in front of a base column that stays as it is.

    >>> column = Overlay([10, 11, 12], {1: 99})
    >>> column[0], column[1]
    (10, 99)
    """

    __slots__ = ("base",)

    def __init__(self, base: Readable[T], changes: Mapping[int, T] = {}) -> None:
        super().__init__(changes)
        self.base = base

    def __missing__(self, index: int) -> T:
        return self.base[index]


def indices(values: Iterable[int]) -> array[int]:
    """Return a flat column of points, gaps or other indices."""
    return array("i", values)


def numbers(values: list[int], limit: int) -> Flat:
    """Return a flat column of numbers: of machine integers if none of them is larger than a limit.

    >>> numbers([1, -2], 2), numbers([1, -3], 2)
    (array('q', [1, -2]), [1, -3])
    """
    small = not values or (-limit <= min(values) and max(values) <= limit)
    return array("q", values) if small else values


def zeros(typecode: str, length: int) -> array[int]:
    """Return a flat column of zeros.

    >>> zeros("i", 2)
    array('i', [0, 0])
    """
    return array(typecode, bytes(array(typecode).itemsize)) * length


@overload
def copied(column: Readable[int], length: int) -> Flat: ...


@overload
def copied(column: Readable[Any], length: int) -> Any: ...


def copied(column: Readable[Any], length: int) -> Any:
    """Return a flat column of its own with the first entries of any column.

    >>> copied(Overlay(array("i", [1, 2]), {0: 9, 2: 3}), 3)
    array('i', [9, 2, 3])
    """
    base: Any = column
    if not isinstance(column, Overlay):
        return base[:length]
    result = copied(column.base, length)
    result.extend(column[index] for index in range(len(result), length))
    for index, value in column.items():
        result[index] = value
    return result


def joined(column: Column[T]) -> Column[T]:
    """Return a column with its layer joined to the one that it lies on, if there are two.

    >>> joined(Overlay(Overlay([1, 2, 3], {0: 9}), {1: 8}))
    {0: 9, 1: 8}
    """
    if isinstance(column, Overlay) and isinstance(column.base, Overlay):
        return layered(column.base, column)
    return column


def layered(column: Readable[T], changes: Mapping[int, T] = {}) -> Overlay[T]:
    """Return the column with some entries changed or appended; the old one is untouched.

    >>> layered([1, 2], {2: 3})[2]
    3
    """
    if isinstance(column, Overlay):
        return Overlay(column.base, {**column, **changes})
    return Overlay(column, changes)
