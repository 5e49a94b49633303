"""Entries as most are: known keys, the right values. They are read in blocks, without a thought of what could be wrong.

Whatever is wrong or strange is left to the careful `Reading`, which says what it is and where.
The law: what is taken here, the careful reading takes too, and makes the same of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar

from timeline import limits
from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.events import Claim, Event
from timeline.formats.fields import (
    CLAIM,
    CONSTRAINTS,
    EVENT,
    LIMITS,
    POINT,
    Check,
    Each,
    Fields,
    check_list,
    check_text,
    read_amount,
)
from timeline.formats.kinds import Kinds
from timeline.formats.shapes import ABSENT, UNUSUAL, Column, Field, Memo, Reader, Shapes, in_groups
from timeline.frozen import Details, Record, check_id, unchecked
from timeline.times import Duration, Relation
from timeline.times.distance import Distance

__all__ = ["UsualEntries"]

R = TypeVar("R", bound=Record)

TYPE = "type"
"""The key that tells which constraint it is, and is no field."""

ENDS = {end.value: end for end in End}
RELATIONS = {relation.value: relation for relation in Relation}


class UsualEntries:
    """The entries of one document; they may name its sources, and the events that were read before."""

    def __init__(self, kinds: Kinds, sources: Iterable[str], events: dict[str, str]) -> None:
        self._kinds = kinds
        self._names = events
        source = _column({name: name for name in sources}.__getitem__)
        self._claims = _shapes(Claim("x"), CLAIM, ["says"], _own(source=source))
        own = _own(id=_ids, claims=self._claims_of, kind=_column(self._kind), details=_column(_details))
        self._events = _shapes(Event("x"), EVENT, ["id"], own)
        self._constraints = _constraints(source, _column(events.__getitem__))

    def events(self, objects: Sequence[Any]) -> list[Event] | None:
        """Return the events that objects write, if all are usual and no id is taken."""
        try:
            events = self._events.read(objects)
        except UNUSUAL:
            return None
        names = {event.id: event.id for event in events}
        if len(names) < len(events) or not self._names.keys().isdisjoint(names):
            return None
        self._names.update(names)
        return events

    def constraints(self, objects: Sequence[Any]) -> list[Constraint] | None:
        """Return the constraints that objects write, if all are usual."""
        try:
            return in_groups(objects, [value[TYPE] for value in objects], self._constraints)
        except UNUSUAL:
            return None

    def _claims_of(self, lists: Iterable[Any]) -> Iterable[tuple[Claim, ...]]:
        listed = list(map(check_list, lists))
        claims = iter(self._claims.read(list(chain.from_iterable(listed))))
        return [tuple(islice(claims, len(one))) for one in listed]

    def _kind(self, value: Any) -> str:
        """Return the name of a kind that has no class; what a class wants of the details is a careful question."""
        name = check_text(value)
        if name in self._kinds:
            raise LookupError
        return name


def _constraints(source: Column, event: Column) -> dict[str, Reader[Constraint]]:
    """Return what reads the constraints of each type."""
    a = Point("x", End.START)
    make = unchecked(a, ("event", "end"))

    def points(objects: Sequence[Any]) -> Iterable[Point]:
        if set(map(len, objects)) != {len(POINT)}:
            raise LookupError
        names = map(itemgetter("event"), objects)
        return map(make, event(names), map(ENDS.__getitem__, map(itemgetter("end"), objects)))

    pair = _own(source=source, first=event, second=event)
    ends = {"first": Field(("from",), points), "second": Field(("to",), points)}
    distance = Field(LIMITS, _distances())
    samples: dict[str, tuple[Any, dict[str, Field]]] = {
        "allen": (AllenConstraint("x", "x", relations=[Relation.MEETS]), pair | _own(relations=_relations())),
        "metric": (
            MetricConstraint(a, a, distance=Distance()),
            _own(source=source) | ends | {"distance": distance},
        ),
        "near": (NearnessConstraint("x", "x", at_most=Duration(0)), pair),
    }
    return {kind: _shapes(sample, *CONSTRAINTS[kind], own).read for kind, (sample, own) in samples.items()}


def _shapes(sample: R, table: Fields, required: Iterable[str], own: dict[str, Field]) -> Shapes[R]:
    """Return the shapes of a record by the table of its keys, and its own way to read some of its fields."""
    taken = {TYPE}.union(*(field.keys for field in own.values()))
    fields = {key: Field((key,), _column(check)) for key, check in table.items() if key not in taken}
    return Shapes(sample, fields | own, required=required, ignored=table.keys() & {TYPE})


def _own(**columns: Column) -> dict[str, Field]:
    return {key: Field((key,), column) for key, column in columns.items()}


def _column(check: Check | Each) -> Column:
    """Return what checks each value of a column."""
    if check is check_text:
        return _texts
    return partial(map, partial(_each, check.check) if isinstance(check, Each) else check)


def _ids(values: Iterable[Any]) -> Iterable[str]:
    """Check ids and copy them side by side: where they stood in the plain data, the way to each would be long when it is looked up."""
    return "\n".join(map(check_id, values)).split("\n")


def _texts(values: Sequence[Any]) -> Iterable[str]:
    """Check texts; most are short and of plain letters, which many at once are quickly seen to be."""
    if all(map(str.isascii, values)) and max(map(len, values)) <= limits.SCALAR_CHARACTERS:
        return values
    return map(check_text, values)


def _each(check: Check, value: Any) -> tuple[Any, ...]:
    return tuple(map(check, check_list(value)))


def _details(value: Any) -> Details:
    if not isinstance(value, dict):
        raise TypeError
    return Details(value)


def _relations() -> Column:
    known = Memo(_relation_set)
    return lambda lists: map(known.__getitem__, map(tuple, map(check_list, lists)))


def _relation_set(names: tuple[Any, ...]) -> frozenset[Relation]:
    relations = frozenset(RELATIONS[name] for name in names)
    if not relations or len(relations) < len(names):
        raise LookupError
    return relations


def _distances() -> Column:
    """Return what reads the columns of `LIMITS`."""
    known = Memo(_distance)
    return lambda *columns: map(known.__getitem__, zip(*columns, strict=False))


def _distance(limits: tuple[Any, ...]) -> Distance:
    given = {name: text for name, text in zip(LIMITS, limits, strict=True) if text is not ABSENT}
    return Distance(**{name: read_amount(text) for name, text in given.items()})
