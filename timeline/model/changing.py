"""What changes a timeline: parts that come, go and take the place of others; each change is a new timeline.

A change of a checked timeline costs what it touches where `growing` knows how; everything else starts from the beginning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.constraints import Constraint
from timeline.errors import RangeError, WrongTypeError
from timeline.events import Claim, Event
from timeline.model.placing import inserted
from timeline.sources import Source

if TYPE_CHECKING:
    from timeline.model.statements import Statement
    from timeline.model.timeline import Timeline

__all__ = ["Part", "added", "removed", "replaced", "without", "without_source"]

Part = Source | Event | Constraint
"""What a timeline is made of."""


def added(story: Timeline, parts: Sequence[Part]) -> Timeline:
    """Return a timeline with more parts: see `Timeline.add`."""
    sources = [part for part in parts if isinstance(part, Source)]
    events = [part for part in parts if isinstance(part, Event)]
    rules = [part for part in parts if isinstance(part, Constraint)]
    if len(sources) + len(events) + len(rules) < len(parts):
        raise WrongTypeError("a timeline is made of sources, events and constraints")
    grown = _grown(story, rules) if len(rules) == len(parts) and story._checks else None  # noqa: SLF001 - its own room
    return grown or attrs.evolve(
        story,
        sources=(*story.sources, *sources),
        events=(*story.events, *events),
        constraints=(*story.constraints, *rules),
    )


def _grown(story: Timeline, rules: list[Constraint]) -> Timeline | None:
    """Return a checked timeline with more constraints, if they need no new beginning; old and new share the rest."""
    from timeline.model.growing import grown  # noqa: PLC0415  # growing reads timelines

    new = object.__new__(type(story))  # what is shared was checked when the old one was made
    if not (check := grown(story._checks[0], story, rules, lambda: new._examination)):  # noqa: SLF001 - its own room
        return None
    for name in ("_events_by_id", "_sources_by_id", *attrs.fields_dict(type(story))):
        object.__setattr__(new, name, getattr(story, name))
    object.__setattr__(new, "constraints", inserted(story.constraints, rules))
    object.__setattr__(new, "_checks", [check])
    return new


def removed(story: Timeline, parts: Sequence[Part]) -> Timeline:
    """Return a timeline without some of its parts: see `Timeline.remove`."""
    gone = set(parts)
    known: set[Part] = {*story.sources, *story.events, *story.constraints}
    if not gone <= known:
        raise RangeError("the timeline has no such part", hint="remove takes the timeline's own values")
    return attrs.evolve(
        story,
        sources=[source for source in story.sources if source not in gone],
        events=[event for event in story.events if event not in gone],
        constraints=[constraint for constraint in story.constraints if constraint not in gone],
    )


def replaced(story: Timeline, events: Sequence[Event]) -> Timeline:
    """Return a timeline with other events in the place of some: see `Timeline.replace`."""
    new = {story[event.id].id: event for event in events}
    return attrs.evolve(story, events=[new.get(event.id, event) for event in story.events])


def without_source(story: Timeline, name: str) -> Timeline:
    """Return a timeline as if a source had said nothing: see `Timeline.without_source`."""
    story.source(name)
    kept = [
        attrs.evolve(event, claims=[claim for claim in event.claims if claim.source != name])
        for event in story.events
    ]
    return attrs.evolve(
        story,
        sources=[other for other in story.sources if other.id != name],
        events=kept,
        constraints=[constraint for constraint in story.constraints if constraint.source != name],
    )


def without(story: Timeline, statements: Sequence[Statement]) -> Timeline:
    """Return a timeline as if some statements had not been made: see `Timeline.without`."""
    dropped = Counter((statement.event, statement.about) for statement in statements)

    def stays(event: str | None, about: Claim | Constraint) -> bool:
        dropped[event, about] -= 1
        return dropped[event, about] < 0

    kept = [
        attrs.evolve(event, claims=[claim for claim in event.claims if stays(event.id, claim)])
        for event in story.events
    ]
    rules = [constraint for constraint in story.constraints if stays(None, constraint)]
    if any(count > 0 for count in dropped.values()):
        raise RangeError("the timeline makes no such statement", hint="take them from its `statements`")
    return attrs.evolve(story, events=kept, constraints=rules)
