"""Indices in groups by their keys: the windows of a statement, the windows on a point."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import overload

from timeline.solver.columns import indices, zeros
from timeline.solver.loops import loops

__all__ = ["Groups"]


class Groups(Sequence[tuple[int, ...]]):
    """For each key the indices that have it, in their order; made as fast as the rows of a network.

    >>> Groups(array("i", [2, 0, 2]), 3)[2]
    (0, 2)
    """

    __slots__ = ("_begin", "_indices")

    def __init__(self, keys: array[int], count: int, ids: Sequence[int] | None = None) -> None:
        """Take the keys of all indices, or of some of them; keys are less than `count`."""
        chosen = indices(range(len(keys)) if ids is None else ids)
        size, unused = len(chosen), zeros("q", max(len(keys), len(chosen)))
        self._begin, self._indices = zeros("i", count + 1), zeros("i", size)
        loops(keys).fill_rows(
            chosen, keys, keys, unused, self._begin, zeros("i", size), unused[:size], self._indices, count
        )

    def __len__(self) -> int:
        return len(self._begin) - 1

    @overload
    def __getitem__(self, index: int) -> tuple[int, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[int, ...], ...]: ...

    def __getitem__(self, index: int | slice) -> tuple[int, ...] | tuple[tuple[int, ...], ...]:
        keys = range(len(self))[index]
        return tuple(map(self._group, keys)) if isinstance(keys, range) else self._group(keys)

    def _group(self, key: int) -> tuple[int, ...]:
        return tuple(self._indices[self._begin[key] : self._begin[key + 1]])
