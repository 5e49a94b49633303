"""Whether a document is TimeML 1.2.1: its ids are there and once, its links lead somewhere, its words are the standard's."""

from __future__ import annotations

import re
from xml.etree import ElementTree

RELATIONS = {
    "BEFORE",
    "AFTER",
    "INCLUDES",
    "IS_INCLUDED",
    "DURING",
    "DURING_INV",
    "SIMULTANEOUS",
    "IAFTER",
    "IBEFORE",
    "IDENTITY",
    "BEGINS",
    "ENDS",
    "BEGUN_BY",
    "ENDED_BY",
}
MODS = {
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
}
TYPES = {"DATE", "TIME", "DURATION", "SET"}


def faults(data: bytes) -> list[str]:
    """List what is wrong with a document."""
    root = ElementTree.fromstring(data)
    found = [] if root.tag == "TimeML" else ["the root is no TimeML"]
    ids: dict[str, set[str]] = {}
    for tag, key, form in (
        ("EVENT", "eid", "e"),
        ("MAKEINSTANCE", "eiid", "ei"),
        ("TIMEX3", "tid", "t"),
        ("TLINK", "lid", "l"),
    ):
        names = [element.get(key, "") for element in root.iter(tag)]
        found += [f"{tag} {name!r}" for name in names if not re.fullmatch(rf"{form}[0-9]+", name)]
        found += [f"{tag} {name} twice" for name in names if names.count(name) > 1]
        ids[tag] = set(names)
    for time in root.iter("TIMEX3"):
        if time.get("type") not in TYPES or not time.get("value") or time.get("mod", "START") not in MODS:
            found.append(f"TIMEX3 {time.attrib}")
    found += [
        f"an instance of {one.get('eventID')}"
        for one in root.iter("MAKEINSTANCE")
        if one.get("eventID") not in ids["EVENT"]
    ]
    for link in root.iter("TLINK"):
        ends = (
            link.get("eventInstanceID") in ids["MAKEINSTANCE"],
            link.get("relatedToTime") in ids["TIMEX3"]
            or link.get("relatedToEventInstance") in ids["MAKEINSTANCE"],
        )
        if ends != (True, True) or link.get("relType") not in RELATIONS:
            found.append(f"TLINK {link.attrib}")
    return found
