"""JSON-LD of our own export, read back: its terms become the keys of canonical JSON, whose reader checks everything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from timeline import limits
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.gathering import Gathering
from timeline.formats.jsonio import from_json
from timeline.formats.jsonreading import VERSION
from timeline.formats.jsontext import dump, load
from timeline.formats.problems import Problems

__all__ = ["CLAIM_TERMS", "EVENT_TERMS", "SOURCE_TERMS", "WHOLE_TERMS", "from_jsonld"]

WHOLE_TERMS = {
    "title": "name",
    "zone": "zone",
    "note": "note",
    "conventions": "conventions",
    "constraints": "constraints",
}
SOURCE_TERMS = {
    "id": "identifier",
    "title": "name",
    "publisher": "publisher",
    "url": "address",
    "published": "datePublished",
    "zone": "zone",
    "reliability": "reliability",
    "note": "note",
}
EVENT_TERMS = {
    "id": "identifier",
    "title": "name",
    "kind": "additionalType",
    "status": "status",
    "participants": "contributor",
    "place": "location",
    "tags": "keywords",
    "links": "links",
    "media": "media",
    "note": "note",
    "other_titles": "alternateName",
    "details": "details",
}
CLAIM_TERMS = {
    "says": "text",
    "aspect": "aspect",
    "quote": "quote",
    "page": "pagination",
    "status": "status",
    "reads": "reads",
    "anchor": "anchor",
}
"""The keys of canonical JSON, and the terms that say the same."""

Node = Mapping[str, Any]
SOURCE = "urn:timeline:source:"


def from_jsonld(data: bytes, taking: Taking) -> Import:
    """Return the timeline that a document of `to_jsonld` holds; what a check concludes is not believed.

    >>> node = b'{"@type": ["Event"], "@id": "urn:timeline:event:a", "identifier": "a", "name": "Treaty"}'
    >>> from_jsonld(b'{"@graph": [' + node + b"]}", Taking("a.jsonld")).timeline["a"].title
    'Treaty'
    """
    problems = Problems(taking.name)
    value, _ = load(decoded(data, taking.name, limits.DOCUMENT_BYTES), problems)
    problems.raise_all()
    graph = value.get("@graph") if isinstance(value, dict) else None
    if not isinstance(graph, list):
        hint = "JSON-LD as `timeline export --to jsonld` writes it is read"
        raise Gathering(taking).refuse("there is no @graph", where="$", hint=hint)
    nodes = [node for node in graph if isinstance(node, dict)]
    whole: dict[str, Any] = {"timeline": VERSION}
    for node in nodes:
        if "Dataset" in _types(node):
            whole |= _keys(node, WHOLE_TERMS)
    whole["sources"] = [_keys(node, SOURCE_TERMS) for node in nodes if "CreativeWork" in _types(node)]
    whole["events"] = [_event(node) for node in nodes if "Event" in _types(node)]
    timeline = from_json(dump(whole), name=taking.name)
    others = (
        len(graph)
        - len(nodes)
        + sum(not {"Dataset", "CreativeWork", "Event"} & _types(node) for node in nodes)
    )
    told = (f"{taking.name}: {others} nodes of other types",) if others else ()
    return Import(timeline, (), told)


def _types(node: Node) -> set[str]:
    types = node.get("@type")
    return {kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)}


def _keys(node: Node, terms: Mapping[str, str]) -> dict[str, Any]:
    return {key: node[term] for key, term in terms.items() if term in node}


def _event(node: Node) -> dict[str, Any]:
    event = _keys(node, EVENT_TERMS)
    if event.get("title") == event.get("id"):
        event.pop("title", None)
    claims = node.get("subjectOf")
    if isinstance(claims, list):
        event["claims"] = [_claim(claim) if isinstance(claim, dict) else claim for claim in claims]
    return event


def _claim(node: Node) -> dict[str, Any]:
    claim = _keys(node, CLAIM_TERMS)
    whole = node.get("isPartOf")
    name = whole.get("@id") if isinstance(whole, dict) else None
    if isinstance(name, str):
        claim["source"] = unquote(name.removeprefix(SOURCE))
    return claim
