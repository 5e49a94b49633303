"""Objects by their shapes, and their values by columns: how very many records are made of plain data.

A document has very many objects and few shapes of them, a shape being the keys in their order. What is known of the keys is put
together once for a shape. The objects of a shape are a table; each of its columns is checked as a whole, and the
records are made of what was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar

from timeline.errors import TimelineError
from timeline.frozen import Record, unchecked

__all__ = ["ABSENT", "UNUSUAL", "Column", "Field", "Memo", "Shapes", "in_groups"]

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R", bound=Record)

Reader = Callable[[Sequence[Any]], list[V]]
"""Returns what objects are read as, one for each."""

Column = Callable[..., Iterable[Any]]
"""Returns the values of a field, one for each record, from the column of its key, or from those of its keys."""

UNUSUAL = (TimelineError, LookupError, TypeError, AttributeError)
"""What reading raises because of an object that has another shape, is none, or holds what is refused."""

ABSENT = ...
"""Stands in the column of a key that is not given where another key of the same field is; nothing in JSON equals it."""

MOST = 256
"""So many shapes of a record are remembered; programs write a few, and every order of the keys is another."""


class Memo(dict[K, V]):
    """What was made of each key, so that equal parts of a document become one part of the timeline.

    >>> Memo(len)["three"]
    5
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        made = self[key] = self._make(key)
        return made


def in_groups(objects: Sequence[Any], groups: Sequence[K], readers: Mapping[K, Reader[V]]) -> list[V]:
    """Return what objects are read as, each by the reader of its group, in their order.

    >>> in_groups(["b", "a", "c"], [1, 2, 1], {1: list, 2: list})
    ['b', 'a', 'c']
    """
    if len(set(groups)) == 1:
        return readers[groups[0]](objects)
    places: dict[K, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(group, []).append(place)
    found: dict[int, V] = {}
    for group, alike in places.items():
        found.update(zip(alike, readers[group]([objects[place] for place in alike]), strict=True))
    return [found[place] for place in range(len(objects))]


class Field(NamedTuple):
    """The keys that write a field of a record, any of which may be missing, and how their columns are read."""

    keys: tuple[str, ...]
    column: Column


class Shapes(Generic[R]):
    """The shapes of the objects that write one kind of record; fields that are not given are those of the sample.

    >>> from functools import partial
    >>> from timeline.sources import Source
    >>> fields = {"id": Field(("id",), partial(map, str.lower)), "title": Field(("name",), iter)}
    >>> shapes = Shapes(Source("x"), fields, required=["id"])
    >>> [source.id for source in shapes.read([{"id": "TASS"}, {"name": "Yonhap", "id": "YNA"}])]
    ['tass', 'yna']
    """

    def __init__(
        self,
        sample: R,
        fields: Mapping[str, Field],
        *,
        required: Iterable[str],
        ignored: Collection[str] = (),
    ) -> None:
        self._sample = sample
        self._fields = fields
        self._required = frozenset(required)
        self._keys = frozenset(ignored).union(*(field.keys for field in fields.values()))
        self._known: Memo[tuple[str, ...], Reader[R]] = Memo(self._reader)

    def read(self, objects: Sequence[Any]) -> list[R]:
        """Return the records that objects write, or raise one of `UNUSUAL` because of any of them."""
        return in_groups(objects, list(map(tuple, objects)), self._known)

    def _reader(self, keys: tuple[str, ...]) -> Reader[R]:
        """Return what reads objects with these keys in this order."""
        if len(self._known) >= MOST or not self._required <= set(keys) <= self._keys:
            raise LookupError
        places = {key: place for place, key in enumerate(keys)}
        given = {
            name: field for name, field in self._fields.items() if not places.keys().isdisjoint(field.keys)
        }
        make = unchecked(self._sample, tuple(given))

        def values(field: Field, columns: Sequence[Sequence[Any]]) -> Iterable[Any]:
            return field.column(
                *(columns[places[key]] if key in places else repeat(ABSENT) for key in field.keys)
            )

        def read(objects: Sequence[Any]) -> list[R]:
            columns = list(zip(*map(dict.values, objects), strict=True))
            return list(map(make, *(values(field, columns) for field in given.values())))

        return read
