"""What a timeline holds, what a change of it is, and how the parts of a changed timeline are looked up and put in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

import attrs

from timeline.constraints import Constraint
from timeline.events import Event
from timeline.model.layers import Layered
from timeline.model.placing import place_of
from timeline.sources import Source

__all__ = ["Change", "Held", "Ordered", "Part"]

Part = Source | Event | Constraint
"""What a timeline is made of."""


@attrs.frozen(eq=False)
class Change:
    """What comes to a timeline, what takes the place of an event with the same id, and what goes."""

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    replaced: Mapping[str, Event] = attrs.field(factory=dict)
    gone: frozenset[Part] = frozenset()

    def __len__(self) -> int:
        return sum(map(len, (self.sources, self.events, self.constraints, self.replaced, self.gone)))

    @property
    def fields(self) -> frozenset[str]:
        """The fields of a timeline that are others after it."""
        parts: tuple[Part, ...] = (*self.sources, *self.events, *self.constraints, *self.replaced.values())
        return frozenset(map(_field_of, (*parts, *self.gone)))

    @property
    def gone_events(self) -> tuple[Event, ...]:
        """The events that go."""
        return tuple(part for part in self.gone if isinstance(part, Event))

    @property
    def gone_constraints(self) -> tuple[Constraint, ...]:
        """The constraints that go."""
        return tuple(part for part in self.gone if isinstance(part, Constraint))


def _field_of(part: Part) -> str:
    if isinstance(part, Source):
        return "sources"
    return "events" if isinstance(part, Event) else "constraints"


@attrs.frozen(eq=False)
class Ordered:
    """Constraints in order, some of which are gone and to which others came; they are put together when somebody looks.

    >>> from timeline.events import Event
    >>> a, b, c = Event("a").precedes("x"), Event("b").precedes("x"), Event("c").precedes("x")
    >>> ordered = Ordered((a, c)).changed([b], gone=[a])
    >>> a in ordered, b in ordered, ordered.joined() == (b, c)
    (False, True, True)
    """

    base: tuple[Constraint, ...]
    came: Mapping[Constraint, None] = attrs.field(factory=dict)
    gone: frozenset[Constraint] = frozenset()

    def __contains__(self, value: Constraint) -> bool:
        return value in self.came or (value not in self.gone and self.place(value) is not None)

    def place(self, value: Constraint) -> int | None:
        """Return the place of a constraint in the base, or None."""
        wanted = place_of(value)
        first = bisect_left(self.base, wanted, key=place_of)
        for place in range(first, len(self.base)):
            if self.base[place] == value:
                return place
            if place_of(self.base[place]) != wanted:
                break
        return None

    def changed(self, came: Iterable[Constraint], gone: Iterable[Constraint]) -> Ordered:
        """Return the constraints after some of them went and others came, which are not among them."""
        new, lost = dict.fromkeys(came), frozenset(gone)
        if not new and not lost:
            return self
        old = {value: None for value in self.came if value not in lost} if lost else self.came
        return Ordered(self.base, {**old, **new}, self.gone | lost.difference(self.came))

    def joined(self) -> tuple[Constraint, ...]:
        """Return the constraints: what `in_order` makes of them."""
        found = [value for value in self.base if value not in self.gone] if self.gone else list(self.base)
        for value in sorted(self.came, key=place_of):
            found.insert(bisect_right(found, place_of(value), key=place_of), value)
        return tuple(found)


@attrs.frozen(eq=False)
class Held:
    """What a timeline holds, where it can be looked up; of a changed timeline all that did not change is shared."""

    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    constraints: Ordered

    @classmethod
    def of(
        cls, sources: Iterable[Source], events: Iterable[Event], constraints: tuple[Constraint, ...]
    ) -> Held:
        """Return the parts of a timeline, which are in order."""
        return cls({s.id: s for s in sources}, {e.id: e for e in events}, Ordered(constraints))

    def __contains__(self, part: object) -> bool:
        if isinstance(part, Source):
            return self.sources.get(part.id) == part
        if isinstance(part, Event):
            return self.events.get(part.id) == part
        return isinstance(part, Constraint) and part in self.constraints

    def changed(self, change: Change) -> Held:
        """Return what is held after a change."""
        named = {part.id: part for part in change.sources}
        silent = [part.id for part in change.gone if isinstance(part, Source)]
        events = {**change.replaced, **{event.id: event for event in change.events}}
        return Held(
            Layered.over(self.sources, named, gone=silent) if named or silent else self.sources,
            Layered.over(self.events, events, gone=[event.id for event in change.gone_events]),
            self.constraints.changed(change.constraints, change.gone_constraints),
        )
