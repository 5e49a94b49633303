"""What changes a timeline: parts that come, go and take the place of others; each change is a new timeline.

A change of a checked timeline costs what it touches where `growing` knows how; everything else starts from the beginning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from timeline.constraints import Constraint
from timeline.errors import RangeError, WrongTypeError
from timeline.events import Claim, Event
from timeline.model.holding import Change, Part
from timeline.model.placing import sources_by_id
from timeline.sources import Source

if TYPE_CHECKING:
    from timeline.model.statements import Statement
    from timeline.model.timeline import Timeline

__all__ = ["JOINED_LATER", "added", "removed", "replaced", "without", "without_source"]

PartT = TypeVar("PartT", Source, Event, Constraint)

JOINED_LATER: Final = frozenset({"events", "constraints"})
"""Fields that a changed timeline puts together when somebody looks at them: they can be very long."""


def added(story: Timeline, parts: Sequence[Part]) -> Timeline:
    """Return a timeline with more parts: see `Timeline.add`."""
    sources = tuple(part for part in parts if isinstance(part, Source))
    events = tuple(part for part in parts if isinstance(part, Event))
    rules = [part for part in parts if isinstance(part, Constraint)]
    if len(sources) + len(events) + len(rules) < len(parts):
        raise WrongTypeError("a timeline is made of sources, events and constraints")
    said = story._held.constraints  # noqa: SLF001 - changes are made here
    return _changed(
        story, Change(sources, events, tuple(rule for rule in dict.fromkeys(rules) if rule not in said))
    )


def removed(story: Timeline, parts: Sequence[Part]) -> Timeline:
    """Return a timeline without some of its parts: see `Timeline.remove`."""
    if not all(part in story._held for part in parts):  # noqa: SLF001 - changes are made here
        raise RangeError("the timeline has no such part", hint="remove takes the timeline's own values")
    gone = frozenset(parts)
    referred = any(isinstance(part, Source) for part in gone)  # somebody may still refer to it
    return _rebuilt(story, Change(gone=gone)) if referred else _changed(story, Change(gone=gone))


def replaced(story: Timeline, events: Sequence[Event]) -> Timeline:
    """Return a timeline with other events in the place of some: see `Timeline.replace`."""
    return _changed(story, Change(replaced={story[event.id].id: event for event in events}))


def without_source(story: Timeline, name: str) -> Timeline:
    """Return a timeline as if a source had said nothing: see `Timeline.without_source`."""
    source = story.source(name)
    silent = {
        event.id: attrs.evolve(event, claims=[claim for claim in event.claims if claim.source != name])
        for event in story.events
        if any(claim.source == name for claim in event.claims)
    }
    rules = (constraint for constraint in story.constraints if constraint.source == name)
    return _changed(story, Change(replaced=silent, gone=frozenset(filter(None, (source, *rules)))))


def without(story: Timeline, statements: Sequence[Statement]) -> Timeline:
    """Return a timeline as if some statements had not been made: see `Timeline.without`."""
    held = story._held  # noqa: SLF001 - changes are made here
    rules: Counter[Constraint] = Counter()
    claims: dict[str, Counter[Claim]] = defaultdict(Counter)
    for statement in statements:
        name = statement.event
        if isinstance(statement.about, Claim) and name is not None and name in held.events:
            claims[name][statement.about] += 1
        elif isinstance(statement.about, Constraint) and statement.about in held.constraints:
            rules[statement.about] += 1
        else:
            raise _not_said()
    if any(count > 1 for count in rules.values()):
        raise _not_said()
    left = {name: _unsaid(story[name], dropped) for name, dropped in claims.items()}
    return _changed(story, Change(replaced=left, gone=frozenset(rules)))


def _unsaid(event: Event, dropped: Counter[Claim]) -> Event:
    """Return an event without some of its claims; what is said twice is dropped once."""
    kept = []
    for claim in event.claims:
        dropped[claim] -= 1
        if dropped[claim] < 0:
            kept.append(claim)
    if any(count > 0 for count in dropped.values()):
        raise _not_said()
    return attrs.evolve(event, claims=kept)


def _not_said() -> RangeError:
    return RangeError("the timeline makes no such statement", hint="take them from its `statements`")


def _changed(story: Timeline, change: Change) -> Timeline:
    """Return the changed timeline: where it was checked, at the cost of what the change touches."""
    return _grown(story, change) or _rebuilt(story, change)


def _rebuilt(story: Timeline, change: Change) -> Timeline:
    """Return the changed timeline, made anew."""
    return attrs.evolve(
        story,
        sources=(*_staying(story.sources, change), *change.sources),
        events=(*_replacing(story.events, change), *change.events),
        constraints=(*_staying(story.constraints, change), *change.constraints),
    )


def _replacing(events: Iterable[Event], change: Change) -> Iterator[Event]:
    for event in _staying(events, change):
        yield change.replaced.get(event.id, event)


def _staying(parts: Iterable[PartT], change: Change) -> Iterable[PartT]:
    return (part for part in parts if part not in change.gone) if change.gone else parts


def _is_apart(story: Timeline, name: str) -> bool:
    """Return whether nobody has looked at a field of a changed timeline yet."""
    try:
        object.__getattribute__(story, name)
    except AttributeError:
        return True
    return False


def _grown(story: Timeline, change: Change) -> Timeline | None:
    """Return a changed timeline with its check, if that needs no new beginning; old and new share the rest.

    What is shared was checked when the old one was made, and events and constraints are put in order when somebody looks at them.
    """
    from timeline.model.growing import grown  # noqa: PLC0415  # growing reads timelines

    if not story._checks:  # noqa: SLF001 - this and below: the inside of a timeline is changed here
        return None
    new = object.__new__(type(story))
    for name in attrs.fields_dict(type(story)):
        if name not in change.fields and not (name in JOINED_LATER and _is_apart(story, name)):
            object.__setattr__(new, name, getattr(story, name))
    held = story._held.changed(change)  # noqa: SLF001
    object.__setattr__(new, "_held", held)
    if "sources" in change.fields:
        object.__setattr__(new, "sources", sources_by_id(held.sources.values()))
    check = grown(story._checks[0], story, new, change)  # noqa: SLF001
    if check is None:
        return None
    object.__setattr__(new, "_checks", [check])
    return new
