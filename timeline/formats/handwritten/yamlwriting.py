"""From a timeline to the blocks of a hand-written file, in the shortest form that is read back as the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from timeline.constraints import AllenConstraint, Constraint, MetricConstraint, NearnessConstraint
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Event
from timeline.formats.handwritten.yamltext import Block
from timeline.formats.jsonreading import VERSION
from timeline.formats.jsonwriting import distance_text, plain
from timeline.formats.kinds import Kinds, details_of
from timeline.formats.orderlines import order_line
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.times.distance import Distance

__all__ = ["timeline_block"]

ASPECTS = tuple(Aspect)


def timeline_block(timeline: Timeline) -> dict[str, Block]:
    """Return a timeline as blocks, in the order in which people write them.

    >>> timeline_block(Timeline("The mission").add(Event("a").said("2025")))
    {'timeline': '1', 'title': 'The mission', 'events': {'a': {'when': '2025'}}}
    """
    conventions = timeline.conventions.to_json_value()
    parts: dict[str, Block] = {
        "timeline": str(VERSION),
        "title": timeline.title or None,
        "zone": timeline.zone,
        "note": timeline.note,
        "conventions": {
            name: [str(item) for item in value] if isinstance(value, list) else str(value)
            for name, value in conventions.items()
        },
        "sources": {source.id: _source(source) or None for source in timeline.sources},
        "events": {event.id: _event(event) or None for event in timeline.events},
        "order": [_line(constraint, timeline) for constraint in timeline.constraints],
    }
    return _given(parts)


def _given(parts: dict[str, Block]) -> dict[str, Block]:
    """Leave out what is not given; an empty text is."""
    return {key: part for key, part in parts.items() if part is not None and part not in ([], {})}


def _source(source: Source) -> dict[str, Block]:
    return _given(
        {
            "title": source.title or None,
            "publisher": source.publisher,
            "url": source.url,
            "published": source.published,
            "zone": source.zone,
            "reliability": None if source.reliability is Reliability.F else source.reliability.name,
            "note": source.note,
        }
    )


def _event(event: Event) -> dict[str, Block]:
    details, other_details = _details(event)
    return _given(
        {
            "title": event.title or None,
            "kind": None if event.kind == "Event" else event.kind,
            "status": None if event.status is None else event.status.value,
            **_claims(event.claims),
            "participants": list(event.participants),
            "place": event.place,
            "tags": list(event.tags),
            "links": list(event.links),
            "media": list(event.media),
            "note": event.note,
            "other_titles": list(event.other_titles),
            "details": details,
            "details_json": json.dumps(other_details, ensure_ascii=False) if other_details else None,
        }
    )


def _claims(claims: tuple[Claim, ...]) -> dict[str, Block]:
    """Return claims under the names of their aspects, or as one list where another order is to be kept."""
    if list(claims) != sorted(claims, key=lambda claim: ASPECTS.index(claim.aspect)):
        mixed: list[Block] = []
        for claim in claims:
            aspect: dict[str, Block] = {} if claim.aspect is Aspect.WHEN else {"aspect": claim.aspect.value}
            mixed.append({"says": claim.says, **aspect, **_said(claim), **_by(claim)})
        return {"claims": mixed}
    by_aspect = {aspect: [claim for claim in claims if claim.aspect is aspect] for aspect in ASPECTS}
    return {aspect.value: _of_aspect(found) for aspect, found in by_aspect.items() if found}


def _of_aspect(claims: list[Claim]) -> Block:
    if len(claims) == 1 and claims[0].source is None and not _said(claims[0]):
        return claims[0].says
    names = [claim.source for claim in claims if claim.source is not None]
    if len(names) < len(claims) or names != sorted(names):
        return [{"says": claim.says, **_said(claim), **_by(claim)} for claim in claims]
    by_source: dict[str, Block] = {}
    for name in dict.fromkeys(names):
        found = [_words(claim) for claim in claims if claim.source == name]
        by_source[name] = found[0] if len(found) == 1 else found
    return by_source


def _words(claim: Claim) -> Block:
    further = _said(claim)
    return {"says": claim.says, **further} if further else claim.says


def _said(claim: Claim) -> dict[str, Block]:
    """Return what a claim has beside its words, source and aspect."""
    return _given(
        {
            "quote": claim.quote,
            "page": claim.page,
            "status": None if claim.status is None else claim.status.value,
            "reads": list(claim.reads),
            "anchor": claim.anchor,
        }
    )


def _by(claim: Claim) -> dict[str, Block]:
    return {} if claim.source is None else {"source": claim.source}


def _details(event: Event) -> tuple[dict[str, Block], dict[str, Any]]:
    """Return the details that text can say, and the others, for the reader of JSON.

    The class of an event knows what its fields are, so it may get them as text, if it makes the same of them.
    """
    exact = plain(details_of(event))
    written = {key: _as_text(value) for key, value in exact.items()}
    if _reads_alike(event, written):
        return written, {}
    as_text = {key: value for key, value in exact.items() if _is_text(value)}
    return as_text, {key: value for key, value in exact.items() if key not in as_text}


def _reads_alike(event: Event, written: dict[str, Block]) -> bool:
    names = [field.name for field in attrs.fields(Event) if field.name not in {"kind", "details"}]
    fields = {name: getattr(event, name) for name in names}
    kinds = Kinds([] if type(event) is Event else [type(event)])
    try:
        read = kinds.build(fields | {"kind": event.kind}, written, lambda _path, _error: None)
    except TimelineError:
        return False
    return read == event


def _as_text(value: object) -> Block:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_text(value: object) -> bool:
    if isinstance(value, dict | list):
        items: Iterable[object] = value.values() if isinstance(value, dict) else value
        return all(_is_text(item) for item in items)
    return isinstance(value, str)


def _line(constraint: Constraint, timeline: Timeline) -> Block:
    """Return a line of the order, with who says it; a distance that has no such line is given by its parts."""
    said: dict[str, Block] = _given(
        {"source": constraint.source, "quote": constraint.quote, "page": constraint.page}
    )
    line = order_line(constraint, timeline.conventions)
    if line is None and not isinstance(constraint, AllenConstraint):
        return _parts(constraint) | said
    return {"says": line, **said} if said else line


def _parts(constraint: MetricConstraint | NearnessConstraint) -> dict[str, Block]:
    if isinstance(constraint, NearnessConstraint):
        distance = Distance(at_most=constraint.at_most)
    else:
        distance = constraint.distance
    return _given(
        {
            "first": str(constraint.first),
            "second": str(constraint.second),
            "distance": distance_text(distance),
            "says": constraint.says,
        }
    )
