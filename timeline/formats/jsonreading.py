"""From the plain data of canonical JSON to a timeline; whatever is wrong is taken down with its path."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from timeline import limits
from timeline.constraints import AllenConstraint, Constraint, MetricConstraint, NearnessConstraint, Point
from timeline.errors import LimitError, RangeError, TimelineError, WrongTypeError, shorten
from timeline.events import Claim, Event
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.formats.fields import (
    CLAIM,
    CONSTRAINTS,
    EVENT,
    LIMITS,
    POINT,
    SOURCE,
    TOP,
    Check,
    Each,
    Fields,
    check_list,
    named,
)
from timeline.formats.jsontext import path_text
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.formats.usual import UsualEntries
from timeline.frozen import unchecked
from timeline.model.placing import events_by_id, in_order, sources_by_id
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.times.distance import Distance

__all__ = ["VERSION", "Reading"]

Entry = TypeVar("Entry", Event, Constraint)

BLOCK = 256
"""So many entries are read at once: columns long enough to pay, and short enough to be near when they are read."""

VERSION = 1
"""The version of the schema; a reader of a later version still reads this one."""


class Reading:
    """One document on its way to a timeline; `told` are the paths at which something was refused already."""

    def __init__(self, kinds: Kinds, problems: Problems, told: frozenset[str]) -> None:
        self.kinds = kinds
        self.problems = problems
        self.told = told
        self.sources: dict[str, Source] = {}
        self.events: dict[str, str] = {}
        self.failures = 0

    def timeline(self, value: Any) -> Timeline:
        """Return the timeline, or raise everything that is wrong with the document."""
        self._check_version(value)
        top = self._fields(value, "$", TOP, "timeline")
        for index, item in enumerate(top.get("sources", ())):
            self._source(item, f"$.sources[{index}]")
        if len(top.get("events", ())) > limits.EVENTS:
            self._tell(LimitError(f"more than {limits.EVENTS} events"), "$.events")
            self.problems.raise_all()
        usual = UsualEntries(self.kinds, self.sources, self.events)
        events = self._entries(top.get("events", []), usual.events, self._event, "$.events")
        rules = self._entries(
            top.get("constraints", []), usual.constraints, self._constraint, "$.constraints"
        )
        conventions = self._conventions(top.get("conventions", {}))
        self.problems.raise_all()
        return self._made(
            title=top.get("title", ""),
            sources=self.sources.values(),
            events=[event for event in events if event is not None],
            constraints=[rule for rule in rules if rule is not None],
            conventions=conventions,
            zone=top.get("zone"),
            note=top.get("note"),
        )

    def _made(self, **fields: Any) -> Timeline:
        """Return the timeline; that all names in it are known was seen, if no class of a user has its own mind about ids."""
        if self.kinds:
            return Timeline(**fields)
        fields["sources"] = sources_by_id(fields["sources"])
        fields["events"] = events_by_id(fields["events"])
        fields["constraints"] = in_order(fields["constraints"])
        made: Timeline = unchecked(Timeline(), tuple(fields))(**fields)
        return made

    def _entries(
        self,
        items: list[Any],
        usual: Callable[[list[Any]], list[Entry] | None],
        careful: Callable[[Any, str], Entry | None],
        path: str,
    ) -> list[Entry | None]:
        """Read entries in blocks; where one of a block is not usual, one by one, and that one carefully.

        What was read is dropped from the plain data, so that the values take its place in memory.
        """
        found: list[Entry | None] = []
        for first in range(0, len(items), BLOCK):
            block = items[first : first + BLOCK]
            items[first : first + BLOCK] = [None] * len(block)
            read = usual(block)
            if read is None:
                for index, item in enumerate(block, first):
                    found += usual([item]) or [careful(item, f"{path}[{index}]")]
            else:
                found += read
        return found

    def _check_version(self, value: Any) -> None:
        """Stop at another version: it has other keys, so that nothing else told about it would be true."""
        if not isinstance(value, dict):
            self._tell(WrongTypeError(f"a timeline is an object, not {named(value)}"), "$")
            self.problems.raise_all()
        version = value.get("timeline", VERSION)
        if type(version) is not int or version != VERSION:
            shown = shorten(version) if isinstance(version, str | int) else named(version)
            message = f"version {shown} of the format is not known"
            self._tell(RangeError(message, hint=f"this reader knows version {VERSION}"), "$.timeline")
            self.problems.raise_all()

    def _tell(self, error: TimelineError, path: str) -> None:
        self.failures += 1
        if path not in self.told:
            self.problems.add_inside(error, path)

    def _fields(self, value: Any, path: str, known: Fields, *required: str) -> dict[str, Any]:
        """Return the checked values of an object by its keys."""
        found: dict[str, Any] = {}
        if not isinstance(value, dict):
            self._tell(WrongTypeError(f"an object is wanted here, not {named(value)}"), path)
            return found
        for key, item in value.items():
            check = known.get(key)
            if check is None:
                self._tell(self.problems.unknown("key", key, known), path + path_text((key,))[1:])
                continue
            try:
                if isinstance(check, Each):
                    found[key] = self._each(check_list(item), f"{path}.{key}", check.check)
                else:
                    found[key] = check(item)
            except TimelineError as error:
                self._tell(error, f"{path}.{key}")
        for key in required:
            if key not in value:
                self._tell(RangeError(f"the key {key!r} is missing"), path)
        return found

    def _each(self, items: list[Any], path: str, check: Check) -> tuple[Any, ...]:
        found = []
        for index, item in enumerate(items):
            try:
                found.append(check(item))
            except TimelineError as error:
                self._tell(error, f"{path}[{index}]")
        return tuple(found)

    def _new_id(self, fields: dict[str, Any], taken: Collection[str], path: str, what: str) -> str | None:
        name: str | None = fields.get("id")
        if name in taken:
            self._tell(RangeError(f"two {what} have the id {name!r}"), f"{path}.id")
        return name

    def _source(self, value: Any, path: str) -> None:
        fields = self._fields(value, path, SOURCE, "id")
        name = self._new_id(fields, self.sources, path, "sources")
        if name is not None:
            self.sources[name] = Source(**fields)

    def _event(self, value: Any, path: str) -> Event | None:
        before = self.failures
        fields = self._fields(value, path, EVENT, "id")
        name = self._new_id(fields, self.events, path, "events")
        if name is not None:
            self.events[name] = name
        claims = [
            self._claim(item, f"{path}.claims[{index}]")
            for index, item in enumerate(fields.get("claims", ()))
        ]
        details = fields.pop("details", {})
        if self.failures > before:
            return None
        if claims:
            fields["claims"] = claims
        try:
            return self.kinds.build(
                fields,
                details,
                lambda inside, error: self._tell(error, f"{path}.details{path_text(inside)[1:]}"),
            )
        except TimelineError as error:
            self._tell(error, path)
            return None

    def _claim(self, value: Any, path: str) -> Claim | None:
        before = self.failures
        fields = self._fields(value, path, CLAIM, "says")
        self._refer("source", fields, "source", self.sources, path)
        return None if self.failures > before else Claim(**fields)

    def _refer(self, what: str, fields: dict[str, Any], key: str, known: Collection[str], path: str) -> None:
        name = fields.get(key)
        if name is not None and name not in known:
            self._tell(self.problems.unknown(what, name, known), f"{path}.{key}")

    def _constraint(self, value: Any, path: str) -> Constraint | None:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in CONSTRAINTS:
            error = RangeError(f"a constraint is an object whose type is one of {', '.join(CONSTRAINTS)}")
            self._tell(error, path)
            return None
        before = self.failures
        known, required = CONSTRAINTS[kind]
        fields = self._fields(value, path, known, *required)
        self._refer("source", fields, "source", self.sources, path)
        for side in ("first", "second"):
            self._refer("event", fields, side, self.events, path)
        points = [
            self._point(fields.pop(side), f"{path}.{side}") for side in ("from", "to") if side in fields
        ]
        if self.failures > before:
            return None
        del fields["type"]
        try:
            return _constraint(kind, fields, [point for point in points if point is not None])
        except TimelineError as error:
            self._tell(error, path)
            return None

    def _point(self, value: Any, path: str) -> Point | None:
        fields = self._fields(value, path, POINT, "event", "end")
        self._refer("event", fields, "event", self.events, path)
        return Point(**fields) if len(fields) == len(POINT) else None

    def _conventions(self, value: dict[str, Any]) -> Conventions:
        """Read the conventions one by one first, so that each error has its path."""
        before = self.failures
        for key, item in value.items():
            try:
                Conventions.from_json_value({key: item})
            except TimelineError as error:
                self._tell(error, "$.conventions" + path_text((key,))[1:])
        return DEFAULT if self.failures > before else Conventions.from_json_value(value)


def _constraint(kind: str, fields: dict[str, Any], points: list[Point]) -> Constraint:
    if kind == "near":
        return NearnessConstraint(**fields)
    if kind == "allen":
        if len(set(fields["relations"])) < len(fields["relations"]):
            raise RangeError("a relation is given more than once")
        return AllenConstraint(**fields)
    given = {key: fields.pop(key) for key in LIMITS if key in fields}
    return MetricConstraint(*points, distance=Distance(**given), **fields)
