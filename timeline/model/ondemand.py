"""A tuple that is made when somebody looks at it: a report of a million events holds no proof that nobody asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

__all__ = ["EachOnDemand", "OnDemand"]

T = TypeVar("T")


class OnDemand(Sequence[T]):
    """Values that are made once, when they are first looked at; equal to the tuple of them, and pickled as it.

    >>> later = OnDemand(lambda: (1, 2))
    >>> later == (1, 2), later[0], len(later)
    (True, 1, 2)
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        self._make = make
        self._made: tuple[T, ...] | None = None

    def _tuple(self) -> tuple[T, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._tuple()[index]

    def __len__(self) -> int:
        return len(self._tuple())

    def __eq__(self, other: object) -> bool:
        return self._tuple() == (other._tuple() if isinstance(other, OnDemand) else other)

    def __hash__(self) -> int:
        return hash(self._tuple())

    def __repr__(self) -> str:
        return repr(self._tuple())

    def __reduce__(self) -> tuple[object, ...]:
        return tuple, (self._tuple(),)


class EachOnDemand(Sequence[T]):
    """Values that are made one by one, each when it is first looked at; equal to the tuple of them, and pickled as it.

    >>> squares = EachOnDemand(1_000_000, lambda index: index**2)
    >>> squares[3], squares[:2], len(squares)
    (9, (0, 1), 1000000)
    """

    __slots__ = ("_length", "_made", "_make")

    def __init__(self, length: int, make: Callable[[int], T]) -> None:
        self._length = length
        self._make = make
        self._made: dict[int, T] = {}

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        chosen = range(self._length)[index]
        return tuple(map(self._one, chosen)) if isinstance(chosen, range) else self._one(chosen)

    def _one(self, index: int) -> T:
        return self._made[index] if index in self._made else self._made.setdefault(index, self._make(index))

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and self[:] == tuple(other)

    def __hash__(self) -> int:
        return hash(self[:])

    def __repr__(self) -> str:
        return repr(self[:])

    def __reduce__(self) -> tuple[object, ...]:
        return tuple, (self[:],)
