"""`diff`: what changed from one timeline to another, in what is said and in what follows from it, as values."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import attrs

from timeline.events import Claim, Event
from timeline.frozen import Record
from timeline.model.report import Bound, ClaimReport, Conflict, Corner, EventReport, ReadingReport, Report
from timeline.model.statements import Statement
from timeline.model.timeline import Timeline
from timeline.sources import Source

__all__ = ["Difference", "EventDifference", "FieldChange", "MovedBound", "ReadingChange", "diff"]

Thing = TypeVar("Thing")


@attrs.frozen
class MovedBound(Record):
    """A corner that is elsewhere now, each with its proof."""

    corner: Corner
    before: Bound
    after: Bound


@attrs.frozen
class ReadingChange(Record):
    """A reading of a claim with another verdict than before; None where the claim did not have the reading."""

    statement: Statement
    before: ReadingReport | None
    after: ReadingReport | None


@attrs.frozen
class EventDifference(Record):
    """What follows differently for an event that both timelines have."""

    before: EventReport
    after: EventReport
    bounds: tuple[MovedBound, ...]
    readings: tuple[ReadingChange, ...]


@attrs.frozen
class FieldChange(Record):
    """What is written differently about the timeline itself, a source or an event, and decides nothing by itself."""

    where: str
    field: str
    before: object
    after: object


@attrs.frozen
class Difference(Record):
    """What changed from the timeline behind `before` to the one behind `after`.

    Statements and conflicts are gone or new; events that only one of the two has are named by their ids, and so are
    sources. `events` holds those that both have and about which something else follows now.
    """

    before: Report
    after: Report
    gone: tuple[Statement, ...] = attrs.field(kw_only=True)
    new: tuple[Statement, ...] = attrs.field(kw_only=True)
    gone_conflicts: tuple[Conflict, ...] = attrs.field(kw_only=True)
    new_conflicts: tuple[Conflict, ...] = attrs.field(kw_only=True)
    gone_events: tuple[str, ...] = attrs.field(kw_only=True)
    new_events: tuple[str, ...] = attrs.field(kw_only=True)
    gone_sources: tuple[str, ...] = attrs.field(kw_only=True)
    new_sources: tuple[str, ...] = attrs.field(kw_only=True)
    events: tuple[EventDifference, ...] = attrs.field(kw_only=True)
    fields: tuple[FieldChange, ...] = attrs.field(kw_only=True)

    @property
    def same(self) -> bool:
        """Whether nothing changed: the same is said, in whatever order, and the same follows."""
        ignored = {"before", "after"}
        return not any(
            getattr(self, field.name) for field in attrs.fields(Difference) if field.name not in ignored
        )


def diff(before: Timeline, after: Timeline) -> Difference:
    """Return what changed from one timeline to another.

    The law: it is `same` exactly when both say the same, and the other way round gone is new and new is gone. To see
    what a source contributes, compare with `Timeline.without_source`.

    >>> story = Timeline(sources=(Source("tass"),)).add(Event("a").said("2025").said("May 2025", by="tass"))
    >>> found = diff(story, story.without_source("tass"))
    >>> [statement.says for statement in found.gone], [moved.corner.value for moved in found.events[0].bounds]
    (['May 2025'], ['earliest_start', 'latest_start', 'earliest_end', 'latest_end'])
    """
    one, two = before.check(), after.check()
    names = [{event.id for event in each.events} for each in (before, after)]
    speakers = [{source.id for source in each.sources} for each in (before, after)]
    return Difference(
        one,
        two,
        gone=_only(before.statements, after.statements, _key),
        new=_only(after.statements, before.statements, _key),
        gone_conflicts=_only(one.conflicts, two.conflicts, _conflict_key),
        new_conflicts=_only(two.conflicts, one.conflicts, _conflict_key),
        gone_events=tuple(sorted(names[0] - names[1])),
        new_events=tuple(sorted(names[1] - names[0])),
        gone_sources=tuple(sorted(speakers[0] - speakers[1])),
        new_sources=tuple(sorted(speakers[1] - speakers[0])),
        events=tuple(_event_differences(one, two)),
        fields=tuple(_field_changes(before, after)),
    )


def _key(statement: Statement) -> object:
    return statement.event, statement.about


def _conflict_key(conflict: Conflict) -> object:
    return frozenset(Counter(map(_key, conflict.statements)).items())


def _only(
    some: Iterable[Thing], others: Iterable[Thing], key: Callable[[Thing], object]
) -> tuple[Thing, ...]:
    """Return what is among the first and not among the others; what is there twice counts twice."""
    left = Counter(map(key, others))
    found = []
    for thing in some:
        name = key(thing)
        if left[name]:
            left[name] -= 1
        else:
            found.append(thing)
    return tuple(found)


def _event_differences(before: Report, after: Report) -> Iterator[EventDifference]:
    known = {report.event.id: report for report in after.events}
    for one in before.events:
        if one.event.id in known:
            two = known[one.event.id]
            pairs = zip(one.bounds, two.bounds, strict=True)
            moved = tuple(MovedBound(old.corner, old, new) for old, new in pairs if old.value != new.value)
            turned = tuple(_reading_changes(one, two))
            if moved or turned:
                yield EventDifference(one, two, moved, turned)


def _reading_changes(before: EventReport, after: EventReport) -> Iterator[ReadingChange]:
    """Match the claims that both events have, and then their readings."""
    claims: dict[Claim, list[ClaimReport]] = {}
    for claim in after.claims:
        if isinstance(claim.statement.about, Claim):
            claims.setdefault(claim.statement.about, []).append(claim)
    for claim in before.claims:
        matching = claims.get(claim.statement.about) if isinstance(claim.statement.about, Claim) else None
        if matching:
            yield from _readings(claim, matching.pop(0))


def _readings(before: ClaimReport, after: ClaimReport) -> Iterator[ReadingChange]:
    old = {found.reading: found for found in before.readings}
    new = {found.reading: found for found in after.readings}
    for reading in dict.fromkeys(itertools.chain(new, old)):
        one, two = old.get(reading), new.get(reading)
        if one is None or two is None or one.verdict is not two.verdict:
            yield ReadingChange(after.statement, one, two)


def _field_changes(before: Timeline, after: Timeline) -> Iterator[FieldChange]:
    yield from _changes("the timeline", before, after, {"sources", "events", "constraints"})
    sources = {source.id: source for source in after.sources}
    for source in before.sources:
        if source.id in sources:
            yield from _changes(f"source {source.id}", source, sources[source.id], {"id"})
    events = {event.id: event for event in after.events}
    for event in before.events:
        if event.id in events:
            yield from _changes(f"event {event.id}", event, events[event.id], {"id", "claims"})


def _changes(
    where: str, before: Timeline | Source | Event, after: Timeline | Source | Event, apart: set[str]
) -> Iterator[FieldChange]:
    """Compare the fields of two values, of whatever class they are; one that a class does not have is None."""
    names = dict.fromkeys(field.name for value in (before, after) for field in attrs.fields(type(value)))
    for name in names:
        one, two = getattr(before, name, None), getattr(after, name, None)
        if name not in apart and one != two:
            yield FieldChange(where, name, one, two)
