"""Entries as most are: known keys, the right values. They are read without a thought of what could be wrong.

A document has very many objects and few shapes of them, a shape being the keys in their order. What the tables of `fields` say
of the keys is put together once for a shape; then each value of an object is looked at once, and the record is made of
what was looked at. Whatever is wrong or strange is left to the careful `Reading`, which says what it is and where.

The law: what is taken here, the careful reading takes too, and makes the same of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import compress
from operator import call
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.errors import TimelineError
from timeline.events import Claim, Event
from timeline.formats.fields import (
    CLAIM,
    CONSTRAINTS,
    EVENT,
    POINT,
    Check,
    Each,
    Fields,
    check_list,
    read_amount,
)
from timeline.formats.kinds import Kinds
from timeline.frozen import Details, Record, unchecked
from timeline.times import Duration, Relation
from timeline.times.distance import Distance

__all__ = ["UsualEntries"]

Key = TypeVar("Key")
Value = TypeVar("Value")
R = TypeVar("R", bound=Record)

UNUSUAL = (TimelineError, LookupError, TypeError, AttributeError)
"""What reading an object raises that has another shape, is none, or holds what is refused."""

MOST = 256
"""So many shapes of a record are remembered; programs write a few, and every order of the keys is another."""

LIMITS = ("at_least", "more_than", "at_most", "less_than")
NAMES: dict[str, str | None] = {"type": None, "from": "first", "to": "second"}
"""What fields of constraints are called where not as their keys; the type is no field."""

RELATIONS = {relation.value: relation for relation in Relation}
ABSENT = ...
"""Stands for a limit that is not given; nothing in JSON is equal to it."""


class Memo(dict[Key, Value]):
    """What was made of each key, so that equal parts of a document become one part of the timeline."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        made = self[key] = self._make(key)
        return made


class Shape(NamedTuple):
    """Which values of an object are fields of its record, the check of each, and what makes the record of them."""

    taken: tuple[bool, ...]
    checks: tuple[Check, ...]
    make: Callable[..., Any]


class Shapes(Generic[R]):
    """The shapes that the objects of one kind of record have.

    `checks` are those of the keys. What `names` has is the field of a key where it is called otherwise; None where the
    key is no field. `given` are the fields that do not come from one key.
    """

    def __init__(
        self,
        sample: R,
        checks: Mapping[str, Check],
        required: Iterable[str],
        *,
        names: Mapping[str, str | None] = MappingProxyType({}),
        given: tuple[str, ...] = (),
    ) -> None:
        self._sample = sample
        self._checks = checks
        self._required = frozenset(required)
        self._names = names
        self._given = given
        self._known: Memo[tuple[str, ...], Shape] = Memo(self._shape)

    def read(self, value: Any, *given: object) -> R:
        """Return the record that an object writes, or raise one of `UNUSUAL`."""
        shape = self._known[tuple(value)]
        record: R = shape.make(*given, *map(call, shape.checks, compress(value.values(), shape.taken)))
        return record

    def _shape(self, keys: tuple[str, ...]) -> Shape:
        if len(self._known) >= MOST or not self._required.issubset(keys):
            raise LookupError
        checks = [self._checks[key] for key in keys]
        names = [self._names.get(key, key) for key in keys]
        taken = tuple(name is not None for name in names)
        make = unchecked(self._sample, (*self._given, *(name for name in names if name is not None)))
        return Shape(taken, tuple(compress(checks, taken)), make)


class UsualEntries:
    """The entries of one document; they may name its sources, and the events that were read before."""

    def __init__(self, kinds: Kinds, sources: Iterable[str], events: dict[str, str]) -> None:
        self._kinds = kinds
        self._names = events
        claim = _checks(CLAIM) | {"source": {name: name for name in sources}.__getitem__}
        self._claims = Shapes(Claim("x"), claim, ["says"])
        event = _checks(EVENT)
        self._text = event["kind"]
        event |= {"claims": self._claims_of, "kind": self._kind_of, "details": _details}
        self._events = Shapes(Event("x"), event, ["id"])
        self._read_constraint = self._constraints(claim["source"])

    def event(self, value: Any) -> Event | None:
        """Return the event that an object writes, if it is a usual one whose id is new."""
        try:
            event = self._events.read(value)
        except UNUSUAL:
            return None
        if event.id in self._names:
            return None
        self._names[event.id] = event.id
        return event

    def constraint(self, value: Any) -> Constraint | None:
        """Return the constraint that an object writes, if it is a usual one."""
        try:
            return self._read_constraint[value["type"]](value)
        except UNUSUAL:
            return None

    def _claims_of(self, value: Any) -> tuple[Claim, ...]:
        return tuple(map(self._claims.read, check_list(value)))

    def _kind_of(self, value: Any) -> str:
        """Return the name of a kind that has no class; what a class wants of the details is a careful question."""
        name: str = self._text(value)
        if name in self._kinds:
            raise LookupError
        return name

    def _constraints(self, source: Check) -> dict[str, Callable[[Any], Constraint]]:
        """Return what reads each type of constraint."""
        event = self._names.__getitem__
        points = _points(event)
        relations = Memo(_relations)
        distances = Memo(_distance)

        def point(value: Any) -> Point:
            if len(value) != len(POINT):
                raise LookupError
            return points[value["end"]][value["event"]]

        def metric(value: Any) -> MetricConstraint:
            limit = value.get
            limits = (
                limit("at_least", ABSENT),
                limit("more_than", ABSENT),
                limit("at_most", ABSENT),
                limit("less_than", ABSENT),
            )
            return metrics.read(value, distances[limits])

        own = {"first": event, "second": event, "from": point, "to": point, "source": source}
        own["relations"] = lambda value: relations[tuple(check_list(value))]
        a = Point("x", End.START)
        metrics = _shapes("metric", MetricConstraint(a, a, distance=Distance()), own, "distance")
        return {
            "allen": _shapes("allen", AllenConstraint("x", "x", relations=[Relation.MEETS]), own).read,
            "metric": metric,
            "near": _shapes("near", NearnessConstraint("x", "x", at_most=Duration(0)), own).read,
        }


def _shapes(kind: str, sample: R, own: Mapping[str, Check], *given: str) -> Shapes[R]:
    fields, required = CONSTRAINTS[kind]
    checks = {key: own.get(key, check) for key, check in _checks(fields).items()}
    return Shapes(sample, checks, required, names=NAMES | dict.fromkeys(LIMITS if given else ()), given=given)


def _checks(fields: Fields) -> dict[str, Check]:
    return {
        key: partial(_each, check.check) if isinstance(check, Each) else check
        for key, check in fields.items()
    }


def _each(check: Check, value: Any) -> tuple[Any, ...]:
    return tuple(map(check, check_list(value)))


def _details(value: Any) -> Details:
    if not isinstance(value, dict):
        raise TypeError
    return Details(value)


def _points(event: Check) -> dict[str, Memo[str, Point]]:
    """Return the points of events by their ends; each is made when it is first named."""
    make = unchecked(Point("x", End.START), ("event", "end"))

    def of(end: End) -> Memo[str, Point]:
        return Memo(lambda name: make(event(name), end))

    return {end.value: of(end) for end in End}


def _relations(names: tuple[str, ...]) -> frozenset[Relation]:
    relations = frozenset(RELATIONS[name] for name in names)
    if not relations or len(relations) < len(names):
        raise LookupError
    return relations


def _distance(texts: tuple[Any, ...]) -> Distance:
    """Return the distance with limits in the order of `LIMITS`."""
    given = {name: text for name, text in zip(LIMITS, texts, strict=True) if text is not ABSENT}
    return Distance(**{name: read_amount(text) for name, text in given.items()})
