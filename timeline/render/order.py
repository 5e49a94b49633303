"""The order of the rows: by what is known of the time, and never against the certain order."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from timeline.model.report import EventReport, Report

__all__ = ["in_time_order", "noteworthy_in_time_order"]

Key = tuple[tuple[int, int], ...]
"""The four corners of an event, comparable: an open earliest corner comes first, an open latest one last."""

NOWHERE: Key = ((2, 0),)


def in_time_order(report: Report) -> tuple[EventReport, ...]:
    """Return the events by their earliest start, then latest start, earliest and latest end, and id.

    Of undated events the certain order decides: one comes just before the first that certainly follows it, else just
    after the last that it certainly follows, else at the end.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> a, b, c = Event("a"), Event("b").said("2025"), Event("c")
    >>> story = Timeline().add(a, b, c, c.precedes(b))
    >>> [row.event.id for row in in_time_order(story.check())]
    ['c', 'b', 'a']
    """
    if not report.certain_order:
        return _by_corners(report.events)
    events = {event.event.id: event for event in report.events}
    after: dict[str, list[str]] = {name: [] for name in events}
    before: dict[str, list[str]] = {name: [] for name in events}
    for first, second in report.certain_order:
        after[first].append(second)
        before[second].append(first)
    keys = _keys(report, after, before)
    waiting = {name: len(earlier) for name, earlier in before.items()}
    ready = [(keys[name], name) for name, count in waiting.items() if not count]
    heapq.heapify(ready)
    found = []
    while ready:
        _, name = heapq.heappop(ready)
        found.append(events[name])
        for other in after[name]:
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(ready, (keys[other], other))
    missing = sorted((keys[name], name) for name, count in waiting.items() if count)
    return (*found, *(events[name] for _, name in missing))


def noteworthy_in_time_order(report: Report) -> tuple[EventReport, ...]:
    """Return the noteworthy events in the order in which they stand among all.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> a, b, c = Event("a"), Event("b").said("2025"), Event("c")
    >>> [row.event.id for row in noteworthy_in_time_order(Timeline().add(a, b, c, c.precedes(b)).check())]
    ['a']
    """
    if not report.certain_order:
        return _by_corners(report.noteworthy)
    return tuple(event for event in in_time_order(report) if event.noteworthy)


def _by_corners(events: Iterable[EventReport]) -> tuple[EventReport, ...]:
    return tuple(sorted(events, key=lambda event: (_key(event), event.event.id)))


def _keys(report: Report, after: dict[str, list[str]], before: dict[str, list[str]]) -> dict[str, Key]:
    """Give every event the corners to sort it by; an undated one borrows those of a neighbour."""
    keys = {event.event.id: _key(event) for event in report.events}
    undated = [event.event.id for event in report.events if event.derived.is_open]
    for neighbours, choose in ((after, min), (before, max)):
        for name in _from_the_far_end(undated, neighbours):
            near = [keys[other] for other in neighbours[name] if keys[other] != NOWHERE]
            if keys[name] == NOWHERE and near:
                keys[name] = choose(near)
    return keys


def _from_the_far_end(names: list[str], neighbours: dict[str, list[str]]) -> list[str]:
    """Return names so that each comes after those of its neighbours that are among them."""
    wanted, seen, done, found = set(names), set[str](), set[str](), []
    waiting = list(reversed(names))
    while waiting:
        name = waiting[-1]
        seen.add(name)
        pending = [other for other in neighbours[name] if other in wanted and other not in seen]
        if pending:
            waiting += pending
            continue
        waiting.pop()
        if name not in done:
            done.add(name)
            found.append(name)
    return found


def _key(event: EventReport) -> Key:
    bounds = event.derived
    if bounds.is_open:
        return NOWHERE
    first, last_start, first_end, last = (
        None if corner is None else corner.microseconds
        for corner in (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    )
    return (
        (0, 0) if first is None else (1, first),
        (2, 0) if last_start is None else (1, last_start),
        (0, 0) if first_end is None else (1, first_end),
        (2, 0) if last is None else (1, last),
    )
