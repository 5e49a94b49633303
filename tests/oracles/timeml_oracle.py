"""Whether the links of a TimeML document can all hold, by regular expressions and all pairs of shortest paths.

Nothing here asks the package: not its reader, its relations or its solver.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

Link = tuple[str, str, str, str]
"""The id of a link, its first end, its type, and its second end."""

Node = tuple[str, str]
"""The start ("s") or the end ("e") of something, by its id."""

# Below, a and A are the start and the end of the first end of a link, b and B those of the second.

ORDERS = {
    "BEFORE": "A<b",
    "AFTER": "B<a",
    "IBEFORE": "A=b",
    "IAFTER": "B=a",
    "INCLUDES": "a<b B<A",
    "IS_INCLUDED": "b<a A<B",
    "BEGINS": "a=b A<B",
    "BEGUN_BY": "a=b B<A",
    "ENDS": "A=B b<a",
    "ENDED_BY": "A=B a<b",
    "SIMULTANEOUS": "a=b A=B",
    "IDENTITY": "a=b A=B",
}
DURING = {"simultaneous": "a=b A=B", "inside": "b<a A<B"}


def links(document: str) -> list[Link]:
    found = []
    for tag in re.findall(r"<TLINK\b([^>]*)/>", document):
        facts = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        first = facts.get("eventInstanceID") or facts["timeID"]
        second = facts.get("relatedToEventInstance") or facts["relatedToTime"]
        found.append((facts["lid"], first, facts["relType"], second))
    return found


def orders(link: Link, during: str) -> Iterator[tuple[Node, bool, Node]]:
    """Return what a link says of the ends of its ends: which comes before which, strictly or not."""
    _, first, kind, second = link
    place = {"a": (first, "s"), "A": (first, "e"), "b": (second, "s"), "B": (second, "e")}
    for order in (ORDERS | {"DURING": DURING[during]})[kind].split(" "):
        one, sign, two = tuple(order)
        yield place[one], sign == "<", place[two]
        if sign == "=":
            yield place[two], False, place[one]


def consistent(some: Iterable[Link], during: str) -> bool:
    """Say whether intervals with an end after their start can satisfy the links: no circle with a strict step."""
    some = list(some)
    names = sorted({name for _, first, _, second in some for name in (first, second)})
    nodes = [(name, end) for name in names for end in "se"]
    steps = {((name, "s"), (name, "e")): True for name in names}
    for link in some:
        for one, is_strict, two in orders(link, during):
            steps[one, two] = steps.get((one, two), False) or is_strict
    for via, source, target in product(nodes, nodes, nodes):
        if (source, via) in steps and (via, target) in steps:
            is_strict = steps[source, via] or steps[via, target]
            steps[source, target] = steps.get((source, target), False) or is_strict
    return not any(steps.get((node, node), False) for node in nodes)
