"""From the tree of a hand-written file to a timeline; whatever is wrong is taken down with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.constraints import Constraint, MetricConstraint, NearnessConstraint
from timeline.errors import RangeError, TimelineError
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.formats.fields import CLAIM, SOURCE, TOP, spoken
from timeline.formats.handwritten.yamldocument import Document
from timeline.formats.handwritten.yamlevents import event_of
from timeline.formats.handwritten.yamlnodes import Listing, Mapping, Node, Scalar
from timeline.formats.jsonreading import VERSION
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.frozen import check_id
from timeline.model.timeline import Timeline
from timeline.ordering import parse_constraint, parse_distance, parse_point
from timeline.sources import Source
from timeline.times.iso import is_digit

__all__ = ["timeline_of"]

TEXTS = {key: TOP[key] for key in ("title", "zone", "note")}
PARTS = ("timeline", "conventions", "sources", "events", "order")
SOURCES = {key: check for key, check in SOURCE.items() if key != "id"}
LINE = {key: CLAIM[key] for key in ("says", "source", "quote", "page")}
SPELLED_OUT = LINE | dict.fromkeys(("first", "second", "distance", "says"), TOP["title"])


def timeline_of(root: Node | None, problems: Problems, kinds: Kinds) -> Timeline:
    """Return the timeline that a tree writes, or raise everything that is wrong with it."""
    document = Document(problems, kinds)
    root = root or Scalar(1, 1, "", None, is_absent=True)
    top = document.mapping(root, "a timeline")
    if top is None:
        problems.raise_all()
        top = Mapping(root.line, root.column)
    _check_version(document, top)
    fields, rest = document.fields(top, TEXTS, PARTS)
    document.zone = fields.get("zone")
    if "conventions" in rest:
        document.conventions = _conventions(document, rest["conventions"])
    if "sources" in rest:
        _read_sources(document, rest["sources"])
    events, constraints = _events(document, rest.get("events"))
    if "order" in rest:
        constraints += _order(document, rest["order"])
    problems.raise_all()
    try:
        return Timeline(
            fields.pop("title", ""),
            sources=[source for source in document.sources.values() if source is not None],
            events=events,
            constraints=constraints,
            conventions=document.conventions,
            **fields,
        )
    except TimelineError as error:
        document.tell(error, root)
        problems.raise_all()
        raise


def _check_version(document: Document, top: Mapping) -> None:
    """Stop at another version: it has other keys, so that nothing else told about it would be true."""
    hint = f"write `timeline: {VERSION}`"
    if "timeline" not in top.pairs:
        document.complain("the version of the format is missing", top, hint)
        return
    node = top.pairs["timeline"][1]
    if not isinstance(node, Scalar) or node.text != str(VERSION):
        document.complain("this version of the format is not known", node, hint)
        document.problems.raise_all()


def _conventions(document: Document, node: Node) -> Conventions:
    """Read the conventions one by one first, so that each error has its place."""
    mapping = document.mapping(node, "conventions")
    values: dict[str, Any] = {}
    before = len(document.problems)
    for name, (key, value) in mapping.pairs.items() if mapping else ():
        values[name] = _convention(value)
        try:
            Conventions.from_json_value({name: values[name]})
        except TimelineError as error:
            document.tell(error, key)
    return DEFAULT if len(document.problems) > before else Conventions.from_json_value(values)


def _convention(node: Node) -> Any:
    """Conventions are words and whole numbers; no word is made of digits."""
    if isinstance(node, Listing):
        return [_convention(item) for item in node.items]
    text = node.text if isinstance(node, Scalar) else ""
    return int(text) if text and len(text) < 10 and all(map(is_digit, text)) else text


def _read_sources(document: Document, node: Node) -> None:
    mapping = document.mapping(node, "sources")
    for name, (key, body) in mapping.pairs.items() if mapping else ():
        before = len(document.problems)
        inside = document.mapping(body, "a source")
        fields, _ = document.fields(inside, SOURCES) if inside else ({}, {})
        try:
            check_id(name)
        except TimelineError as error:
            document.tell(error, key)
        document.sources[name] = None if len(document.problems) > before else Source(name, **fields)


def _events(document: Document, node: Node | None) -> tuple[list[Any], list[Constraint]]:
    mapping = None if node is None else document.mapping(node, "events")
    if mapping is None:
        return [], []
    document.events = mapping.pairs.keys()
    found = [event_of(document, key, body) for key, body in mapping.pairs.values()]
    events = [event for event, _ in found if event is not None]
    return events, [constraint for _, constraints in found for constraint in constraints]


def _order(document: Document, node: Node) -> Iterable[Constraint]:
    found: list[Constraint] = []
    for item in document.listing(node, "order"):
        try:
            found += _line(document, item)
        except TimelineError as error:
            document.tell(error, _line_node(item))
    return found


def _line_node(item: Node) -> Node:
    return item.pairs["says"][1] if isinstance(item, Mapping) and "says" in item.pairs else item


def _line(document: Document, item: Node) -> Iterable[Constraint]:
    """Read a line of the order: words, a mapping with who says them, or a mapping of the parts of a distance."""
    if not isinstance(item, Mapping):
        says = document.checked(item, "a line of the order", spoken)
        return () if says is None else _parsed(document, says)
    before = len(document.problems)
    is_spelled_out = "distance" in item.pairs
    fields, _ = document.fields(item, SPELLED_OUT if is_spelled_out else LINE)
    if "source" in fields:
        fields["source"] = document.source(fields["source"], item.pairs["source"][1])
    for name in ("first", "second", "distance") if is_spelled_out else ("says",):
        if name not in fields:
            document.complain(f"the key {name!r} is missing", item)
    if len(document.problems) > before:
        return ()
    return (_spelled_out(document, **fields),) if is_spelled_out else _parsed(document, **fields)


def _parsed(document: Document, says: str, **cited: str) -> Iterable[Constraint]:
    return parse_constraint(says, events=document.events, conventions=document.conventions, **cited)


def _spelled_out(document: Document, first: str, second: str, distance: str, **fields: Any) -> Constraint:
    """Return a distance from its parts: between two events, or between two ends of events."""
    length = parse_distance(distance)
    if first in document.events and second in document.events:
        if length.at_most is None or length.low is not None:
            raise RangeError("between two events there is only `at most`", hint="or name their ends")
        return NearnessConstraint(first, second, at_most=length.at_most, **fields)
    one, two = (parse_point(point, events=document.events) for point in (first, second))
    return MetricConstraint(one, two, distance=length, **fields)
