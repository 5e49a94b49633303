"""From a timeline to the plain data of canonical JSON: one order of keys, and nothing that is empty or a default.

The keys of each object stand in the order in which they are written here, which is the order of the schema.
"""

from __future__ import annotations

from typing import Any

import attrs

from timeline.constraints import AllenConstraint, Constraint, MetricConstraint, NearnessConstraint, Point
from timeline.errors import LimitError
from timeline.events import Aspect, Claim, Event
from timeline.formats.jsonreading import VERSION
from timeline.formats.kinds import details_of
from timeline.frozen import Details
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.times import Relation
from timeline.times.distance import Amount, Distance

__all__ = ["amount_text", "distance_text", "distance_value", "plain", "timeline_value"]

MOST = 10**24
"""No amount of more microseconds, months or days has a text that `limits.NUMBER_DIGITS` lets readers read."""


def timeline_value(timeline: Timeline) -> dict[str, Any]:
    """Return a timeline as plain data.

    >>> timeline_value(Timeline("The mission").add(Event("a")))
    {'timeline': 1, 'title': 'The mission', 'events': [{'id': 'a'}]}
    """
    value: dict[str, Any] = {"timeline": VERSION}
    if timeline.title:
        value["title"] = timeline.title
    _optional(value, timeline, "zone", "note")
    conventions = timeline.conventions.to_json_value()
    if conventions:
        value["conventions"] = conventions
    if timeline.sources:
        value["sources"] = [_source(source) for source in timeline.sources]
    if timeline.events:
        value["events"] = [_event(event) for event in timeline.events]
    if timeline.constraints:
        value["constraints"] = [_constraint(constraint) for constraint in timeline.constraints]
    return value


def _optional(value: dict[str, Any], record: Any, *names: str) -> None:
    for name in names:
        item = getattr(record, name)
        if item is not None:
            value[name] = item


def _several(value: dict[str, Any], record: Any, *names: str) -> None:
    for name in names:
        items = getattr(record, name)
        if items:
            value[name] = list(items)


def _source(source: Source) -> dict[str, Any]:
    value: dict[str, Any] = {"id": source.id}
    if source.title:
        value["title"] = source.title
    _optional(value, source, "publisher", "url", "published", "zone")
    if source.reliability is not Reliability.F:
        value["reliability"] = source.reliability.name
    if source.note is not None:
        value["note"] = source.note
    return value


def _event(event: Event) -> dict[str, Any]:
    value: dict[str, Any] = {"id": event.id}
    if event.title:
        value["title"] = event.title
    if event.kind != "Event":
        value["kind"] = event.kind
    if event.status is not None:
        value["status"] = event.status.value
    if event.claims:
        value["claims"] = [_claim(claim) for claim in event.claims]
    _several(value, event, "participants")
    _optional(value, event, "place")
    _several(value, event, "tags", "links", "media")
    _optional(value, event, "note")
    _several(value, event, "other_titles")
    details = details_of(event)
    if details:
        value["details"] = plain(details)
    return value


def _claim(claim: Claim) -> dict[str, Any]:
    value: dict[str, Any] = {"says": claim.says}
    if claim.source is not None:
        value["source"] = claim.source
    if claim.aspect is not Aspect.WHEN:
        value["aspect"] = claim.aspect.value
    if claim.quote is not None:
        value["quote"] = claim.quote
    if claim.page is not None:
        value["page"] = claim.page
    if claim.status is not None:
        value["status"] = claim.status.value
    if claim.reads:
        value["reads"] = list(claim.reads)
    if claim.anchor is not None:
        value["anchor"] = claim.anchor
    return value


def _constraint(constraint: Constraint) -> dict[str, Any]:
    if isinstance(constraint, AllenConstraint):
        value = _allen(constraint)
    elif isinstance(constraint, MetricConstraint):
        value = _metric(constraint)
    else:
        value = _near(constraint)
    _optional(value, constraint, "source", "quote", "page")
    return value


def _allen(constraint: AllenConstraint) -> dict[str, Any]:
    relations = [relation.value for relation in Relation if relation in constraint.relations]
    return {"type": "allen", "first": constraint.first, "relations": relations, "second": constraint.second}


def _metric(constraint: MetricConstraint) -> dict[str, Any]:
    value = {"type": "metric", "from": _point(constraint.first), "to": _point(constraint.second)}
    value |= distance_value(constraint.distance)
    _optional(value, constraint, "says")
    return value


def _near(constraint: NearnessConstraint) -> dict[str, Any]:
    value = {
        "type": "near",
        "first": constraint.first,
        "second": constraint.second,
        "at_most": amount_text(constraint.at_most),
    }
    _optional(value, constraint, "says")
    return value


def _point(point: Point) -> dict[str, Any]:
    return {"event": point.event, "end": point.end.value}


def distance_value(distance: Distance) -> dict[str, Any]:
    """Return the limits of a distance that are given, as ISO 8601 text.

    >>> from timeline.times import Duration
    >>> distance_value(Distance.exactly(Duration.of(hours=1)))
    {'at_least': 'PT1H', 'at_most': 'PT1H'}
    """
    limits = {
        "at_least": distance.at_least,
        "more_than": distance.more_than,
        "at_most": distance.at_most,
        "less_than": distance.less_than,
    }
    return {name: amount_text(amount) for name, amount in limits.items() if amount is not None}


def distance_text(distance: Distance) -> str:
    """Return a distance as `parse_distance` of `timeline.ordering` reads it.

    >>> from timeline.times import Duration
    >>> distance_text(Distance(less_than=Duration.of(hours=1)))
    'less than PT1H'
    """
    distance_value(distance)
    return str(distance)


def amount_text(amount: Amount) -> str:
    """Return an amount as ISO 8601 text that can be read again.

    >>> from timeline.times import Duration
    >>> amount_text(Duration.of(minutes=78))
    'PT1H18M'
    """
    numbers = [number for number in attrs.astuple(amount) if isinstance(number, int)]
    if any(abs(number) >= MOST for number in numbers):
        raise LimitError("no file holds an amount of so many digits")
    return str(amount)


def plain(details: Details) -> dict[str, Any]:
    """Return details as dicts and lists.

    >>> plain(Details({"units": ("528th",)}))
    {'units': ['528th']}
    """
    return {key: _plain(value) for key, value in details.items()}


def _plain(value: object) -> object:
    if isinstance(value, Details):
        return plain(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
