"""The events of a hand-written file: their claims, how they stand to other events, and their details."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.constraints import PRECEDES, AllenConstraint, Constraint, MetricConstraint
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Event
from timeline.formats.fields import CLAIM, EVENT
from timeline.formats.handwritten.yamlclaims import Speaker, claims_of, mixed_claims_of
from timeline.formats.handwritten.yamldocument import Document
from timeline.formats.handwritten.yamlnodes import Listing, Mapping, Node, Scalar
from timeline.formats.jsontext import load
from timeline.formats.problems import Problems
from timeline.frozen import check_id
from timeline.ordering import FOLLOWS, parse_constraint
from timeline.times import Relation

__all__ = ["event_of"]

FIELDS = {key: check for key, check in EVENT.items() if key not in {"id", "claims", "details"}}
SPEAKER = {key: CLAIM[key] for key in ("source", "quote", "page")}
ASPECTS = {aspect.value: aspect for aspect in Aspect}
DISTANCES = {"before": "first", "precedes": "first", "after": "second", "follows": "second"}
"""The relations that may be given as a distance, and which point of that the event then is."""

RELATIONS = {relation.value: frozenset({relation}) for relation in Relation} | {
    "precedes": PRECEDES,
    "follows": FOLLOWS,
}
OTHERS = (*ASPECTS, "claims", *RELATIONS, "details", "details_json")
CARRIERS = {
    "source": "nothing here is said by the source",
    "quote": "the quote belongs to no words here",
    "page": "the page belongs to no words here",
}


def event_of(document: Document, key: Scalar, body: Node) -> tuple[Event | None, tuple[Constraint, ...]]:
    """Return the event that stands under a key, and the constraints that it states."""
    before = len(document.problems)
    mapping = document.mapping(body, "an event") or Mapping(key.line, key.column)
    name = document.checked(key, "an id", check_id) or "unknown"
    fields, rest = document.fields(mapping, FIELDS | SPEAKER, OTHERS)
    speaker = Speaker(**{name: fields.pop(name, None) for name in SPEAKER})
    if speaker.source is not None:
        speaker.source = document.source(speaker.source, mapping.pairs["source"][1])
    claims = list(_claims(document, rest, speaker))
    constraints = tuple(_relations(document, rest, name, speaker))
    _check_carried(document, mapping, speaker)
    details = _details(document, rest)
    if len(document.problems) > before:
        return None, ()
    return _built(document, fields | {"id": name, "claims": claims}, details, rest, key), constraints


def _claims(document: Document, rest: dict[str, Node], speaker: Speaker) -> Iterable[Claim]:
    """Return the claims in the order of their aspects, since the order of keys in a file means nothing."""
    for name, aspect in ASPECTS.items():
        if name in rest:
            yield from claims_of(document, rest[name], aspect, speaker)
    if "claims" in rest:
        yield from mixed_claims_of(document, rest["claims"], speaker)


def _check_carried(document: Document, mapping: Mapping, speaker: Speaker) -> None:
    """Refuse a source, quote or page that would be lost, since nothing carries it."""
    for name, message in CARRIERS.items():
        if getattr(speaker, name) is not None and name not in speaker.used:
            key = mapping.pairs[name][0]
            document.complain(message, key, "give its words under `when`, or leave it out")


def _relations(
    document: Document, rest: dict[str, Node], event: str, speaker: Speaker
) -> Iterable[Constraint]:
    for name in RELATIONS:
        if name not in rest:
            continue
        speaker.used.update({"source", "quote", "page"})
        node = rest[name]
        for item in node.items if isinstance(node, Listing) else [node]:
            scalar = document.scalar(item, f"{name!r}")
            if scalar is not None:
                yield from _relation(document, scalar, name, event, speaker)


def _relation(
    document: Document, node: Scalar, name: str, event: str, speaker: Speaker
) -> tuple[Constraint, ...]:
    """Read the id of an event, or a distance from one, under the name of a relation."""
    if len(node.text.split()) < 2:
        if not document.refer("event", node.text, document.events, node):
            return ()
        relations = RELATIONS[name]
        pair = AllenConstraint(
            event,
            node.text,
            relations=relations,
            source=speaker.source,
            quote=speaker.quote,
            page=speaker.page,
        )
        return (pair,)
    if name not in DISTANCES:
        document.complain(f"{name!r} takes the id of an event", node, "a distance goes with before or after")
        return ()
    try:
        found = parse_constraint(
            node.text,
            events=document.events,
            conventions=document.conventions,
            source=speaker.source,
            quote=speaker.quote,
            page=speaker.page,
            subject=event,
        )
    except TimelineError as error:
        document.tell(error, node)
        return ()
    if not _goes_with(found, name, event):
        word = "before" if DISTANCES[name] == "first" else "after"
        document.complain(
            f"{name!r} takes an id or a distance {word} one", node, f"write `two weeks {word} b`"
        )
    return found


def _goes_with(found: tuple[Constraint, ...], name: str, event: str) -> bool:
    """Return whether a distance puts the event on the side that the name of its key says."""
    return all(
        isinstance(constraint, MetricConstraint) and getattr(constraint, DISTANCES[name]).event == event
        for constraint in found
    )


def _details(document: Document, rest: dict[str, Node]) -> dict[str, Any]:
    """Return the details: text, lists and mappings of it, and what `details_json` says that is no text."""
    node = rest.get("details")
    mapping = None if node is None else document.mapping(node, "details")
    found: dict[str, Any] = {} if mapping is None else _plain(document, mapping)
    if "details_json" in rest:
        for key, value in _details_from_json(document, rest["details_json"]).items():
            if key in found:
                document.complain(f"the detail {key!r} is given twice", rest["details_json"])
            found[key] = value
    return found


def _plain(document: Document, node: Node) -> Any:
    """Return a tree as text, lists and dicts; trees are no deeper than `yamlnodes.DEPTH`."""
    if isinstance(node, Listing):
        return [_plain(document, item) for item in node.items]
    if isinstance(node, Mapping):
        return {
            key: _plain(document, value)
            for key, (_, value) in node.pairs.items()
            if not (isinstance(value, Scalar) and value.is_absent)
        }
    scalar = document.scalar(node, "a detail")
    if scalar is None or scalar.is_absent:
        document.complain("nothing is given here", node, 'leave it out, or write ""')
        return ""
    return scalar.text


def _details_from_json(document: Document, node: Node) -> dict[str, Any]:
    scalar = document.scalar(node, "'details_json'")
    if scalar is None:
        return {}
    problems = Problems("details")
    try:
        value, _ = load(scalar.text, problems)
        problems.raise_all()
    except TimelineError as error:
        document.complain(str(error), node, "write it as JSON")
        return {}
    if not isinstance(value, dict):
        document.complain("these details are no object", node, 'write it as {"key": 1}')
        return {}
    return value


def _built(
    document: Document, fields: dict[str, Any], details: dict[str, Any], rest: dict[str, Node], key: Scalar
) -> Event | None:
    def complain(path: tuple[str | int, ...], error: TimelineError) -> None:
        document.tell(error, _inside(rest.get("details", key), path))

    try:
        return document.kinds.build(fields, details, complain)
    except TimelineError as error:
        document.tell(error, key)
        return None


def _inside(node: Node, path: tuple[str | int, ...]) -> Node:
    """Return the node at a path, or the last one on the way to it."""
    for step in path:
        if isinstance(node, Mapping) and step in node.pairs:
            node = node.pairs[str(step)][1]
        elif isinstance(node, Listing) and isinstance(step, int):
            node = node.items[step]
        else:
            break
    return node
