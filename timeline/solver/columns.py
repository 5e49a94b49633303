"""Columns of numbers: plain lists, and thin overlays that change a few entries and share the rest.

The hot loops index columns and never ask which of the two they got.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

__all__ = ["Column", "Negated", "Overlay", "Readable", "copied", "layered"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_FLATTEN = 8
"""An overlay on more than one entry in this many costs more than a copy."""


class Readable(Protocol[T_co]):
    """What can be read by index."""

    def __getitem__(self, index: int, /) -> T_co:
        """Return the entry."""


class Column(Protocol[T]):
    """What can be read and written by index: a list, a bytearray, an `Overlay`."""

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


class Negated:
    """A column of numbers with the other sign.

    >>> Negated([1, -2])[1]
    2
    """

    __slots__ = ("base",)

    def __init__(self, base: Readable[int]) -> None:
        self.base = base

    def __getitem__(self, index: int) -> int:
        return -self.base[index]


def copied(column: Readable[T], length: int) -> list[T]:
    """Return a column as a list of its own.

    >>> copied(Overlay([1, 2], {0: 9}), 2)
    [9, 2]
    """
    if isinstance(column, list):
        return column[:]
    return [column[index] for index in range(length)]


def layered(column: Readable[T], changes: Mapping[int, T], length: int | None = None) -> Column[T]:
    """Return the column with some entries changed or appended; the old one is untouched.

    With its `length` given, a column of many changes becomes a plain list.

    >>> layered([1, 2], {2: 3})[2]
    3
    """
    if isinstance(column, Overlay):
        changes, column = {**column, **changes}, column.base
    overlay: Overlay[T] = Overlay(column, changes)
    if length is not None and len(changes) * _FLATTEN > length:
        return [overlay[index] for index in range(length)]
    return overlay
