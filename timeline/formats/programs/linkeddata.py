"""JSON-LD: schema.org's `Event`, `Claim` and `CreativeWork`, with the four bounds as a CIDOC-CRM time-span and OWL-Time relations.

The context stands in the document, so that nothing has to be fetched. `startDate` and `endDate` are there only where the
day is known; else `temporalCoverage` has the outermost days, and `description` the words. What no vocabulary has
a term for has one of ours, so that everything comes back. Sources: JSON-LD 1.1; schema.org; CIDOC-CRM 7.1 (P81, P82);
"Time Ontology in OWL".
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from timeline.constraints import AllenConstraint
from timeline.formats.entries import Entry, Place, entries
from timeline.formats.exchange import ALL_PARTS, Export, Format, Part
from timeline.formats.jsonwriting import timeline_value
from timeline.formats.omitting import omissions
from timeline.formats.programs.linkedreading import (
    CLAIM_TERMS,
    EVENT_TERMS,
    SOURCE_TERMS,
    WHOLE_TERMS,
    from_jsonld,
)
from timeline.formats.safety import is_safe_link, script_safe_json
from timeline.model.report import Corner, Report
from timeline.model.timeline import Timeline
from timeline.times import Instant
from timeline.times.allen import OWL_TIME
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_jsonld"]

JSON = "@json"
OWN_TEXTS = (
    "status",
    "aspect",
    "quote",
    "reads",
    "anchor",
    "note",
    "zone",
    "reliability",
    "address",
    "links",
    "media",
)
OWN_VALUES = ("details", "conventions", "constraints")
SPAN_TERMS = {
    Corner.EARLIEST_START: "crm:P82a_begin_of_the_begin",
    Corner.LATEST_START: "crm:P81a_end_of_the_begin",
    Corner.EARLIEST_END: "crm:P81b_begin_of_the_end",
    Corner.LATEST_END: "crm:P82b_end_of_the_end",
}
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "time": "http://www.w3.org/2006/time#",
    "timeline": "urn:timeline:term:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: f"timeline:{name}" for name in OWN_TEXTS},
    **{name: {"@id": f"timeline:{name}", "@type": JSON} for name in OWN_VALUES},
    **{corner.value: {"@id": term, "@type": "xsd:dateTime"} for corner, term in SPAN_TERMS.items()},
    "span": "crm:P4_has_time-span",
}


Node = dict[str, Any]


def to_jsonld(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as linked data.

    >>> import json
    >>> from timeline.events import Event
    >>> document = json.loads(to_jsonld(Timeline().add(Event("a", "Treaty").said("2025-08"))).data)
    >>> document["@graph"][1]["temporalCoverage"], document["@graph"][1]["span"]["latest_end"]
    ('2025-08-01/2025-08-31', '2025-09-01T00:00:00Z')
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    value = timeline_value(timeline)
    whole: Node = {"@id": "urn:timeline:timeline", "@type": "Dataset"}
    graph = [whole | _terms(value, WHOLE_TERMS)]
    graph += [_source(source) for source in value.get("sources", [])]
    events = {event["id"]: event for event in value.get("events", [])}
    relations = _relations(timeline)
    graph += [_event(entry, events[entry.id]) | relations.get(entry.id, {}) for entry in found]
    document: Node = {"@context": CONTEXT, "@graph": graph}
    return Export(script_safe_json(document), omissions(FORMAT, timeline, report, found, {}))


def _terms(value: Node, terms: dict[str, str]) -> Node:
    return {terms[key]: item for key, item in value.items() if key in terms}


def _iri(kind: str, name: str) -> str:
    return f"urn:timeline:{kind}:{quote(name, safe='')}"


def _source(value: Node) -> Node:
    node: Node = {"@id": _iri("source", value["id"]), "@type": "CreativeWork"} | _terms(value, SOURCE_TERMS)
    return node | _urls([value.get("url", "")])


def _urls(links: list[str]) -> Node:
    """Return the links that lead to the web; all of them stand among our own terms, as texts."""
    safe = [link for link in links if is_safe_link(link)]
    return {"url": safe} if safe else {}


def _event(entry: Entry, value: Node) -> Node:
    node: Node = {"@id": _iri("event", entry.id), "@type": ["Event", "time:ProperInterval"]}
    node |= _terms(value, EVENT_TERMS)
    node |= {"name": entry.title, **_urls(value.get("links", []))}
    if "claims" in value:
        node["subjectOf"] = [_claim(claim) for claim in value["claims"]]
    if entry.place is not None:
        node |= _dates(entry, entry.place)
    bounds = {corner: getattr(entry.known.derived, corner.value) for corner in Corner}
    told = {corner.value: _xsd(at) for corner, at in bounds.items() if at is not None}
    if told:
        node["span"] = {"@type": "crm:E52_Time-Span"} | told
    return node


def _claim(value: Node) -> Node:
    node: Node = {"@type": "Claim"} | _terms(value, CLAIM_TERMS)
    if "source" in value:
        node["isPartOf"] = {"@id": _iri("source", value["source"])}
    return node


def _dates(entry: Entry, place: Place) -> dict[str, Any]:
    first = _date(place, place.start)
    last = _date(place, place.end - MICROSECONDS_PER_DAY if place.in_days else place.end)
    if entry.is_exact:
        kind = "xsd:date" if place.in_days else "xsd:dateTime"
        typed = [{"@type": kind, "@value": date} for date in (first, last)]
        return {"startDate": typed[0], "endDate": typed[1]}
    sides = (".." if is_open else date for is_open, date in zip(place.opens, (first, last), strict=True))
    return {"temporalCoverage": "/".join(sides), "description": entry.label}


def _date(place: Place, at: int) -> str:
    return (
        str(date_from_day_number(at // MICROSECONDS_PER_DAY)).lstrip("+")
        if place.in_days
        else _xsd(Instant(at))
    )


def _xsd(instant: Instant) -> str:
    """Return an instant as XML Schema writes it, without a plus sign."""
    return str(instant).lstrip("+")


def _relations(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Return what OWL-Time can say of the constraints: those that allow one relation only."""
    found: dict[str, dict[str, Any]] = {}
    for constraint in timeline.constraints:
        if isinstance(constraint, AllenConstraint) and len(constraint.relations) == 1:
            (relation,) = constraint.relations
            others = found.setdefault(constraint.first, {}).setdefault(f"time:{OWL_TIME[relation]}", [])
            other = {"@id": _iri("event", constraint.second)}
            if other not in others:
                others.append(other)
    return found


FORMAT = Format(
    "jsonld",
    (".jsonld",),
    sentence="linked data: schema.org, CIDOC-CRM and OWL-Time in JSON-LD",
    take=from_jsonld,
    write=to_jsonld,
    carries=ALL_PARTS - {Part.FINDINGS},
)
