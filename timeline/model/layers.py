"""Mappings that share all but a few entries: what a changed timeline knows lies over what the old one knew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

__all__ = ["Layered", "NamedOnDemand"]

K = TypeVar("K")
V = TypeVar("V")


class Layered(Mapping[K, V]):
    """A mapping with some entries in place of others, or gone; the mapping below is neither copied nor changed.

    >>> below = {"a": 1, "b": 2}
    >>> dict(Layered.over(below, {"b": 3, "c": 4}, gone=["a"]))
    {'b': 3, 'c': 4}
    """

    __slots__ = ("_below", "_changes", "_gone")

    def __init__(self, below: Mapping[K, V], changes: dict[K, V], gone: frozenset[K]) -> None:
        self._below = below
        self._changes = changes
        self._gone = gone

    @classmethod
    def over(
        cls, old: Mapping[K, V], changes: Mapping[K, V], gone: tuple[K, ...] | list[K] = ()
    ) -> Layered[K, V]:
        """Return a mapping with changes; over one with changes already, it lies on what is below that."""
        if not isinstance(old, Layered):
            old = Layered(old, {}, frozenset())
        found = {**old._changes, **changes}
        for key in gone:
            found.pop(key, None)
        left = {key for key in gone if key in old._below}
        return Layered(old._below, found, (old._gone | left).difference(changes))

    @property
    def changes(self) -> Mapping[K, V]:
        """The entries that are not below."""
        return self._changes

    def __getitem__(self, key: K) -> V:
        if key in self._changes:
            return self._changes[key]
        if key in self._gone:
            raise KeyError(key)
        return self._below[key]

    def __iter__(self) -> Iterator[K]:
        for key in self._below:
            if key not in self._gone:
                yield key
        for key in self._changes:
            if key not in self._below:
                yield key

    def __len__(self) -> int:
        new = sum(key not in self._below for key in self._changes)
        return len(self._below) - len(self._gone) + new


class NamedOnDemand(Mapping[str, V]):
    """Values by names, each made when it is first looked at.

    >>> squares = NamedOnDemand({"3": None}, lambda name: int(name) ** 2)
    >>> squares["3"], "4" in squares
    (9, False)
    """

    __slots__ = ("_made", "_make", "_names")

    def __init__(self, names: Mapping[str, object], make: Callable[[str], V]) -> None:
        self._names = names
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
