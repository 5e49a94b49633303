"""The words of the language in which people put events in order, as data."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from timeline.constraints import PRECEDES, End
from timeline.times import ALL_RELATIONS, Granularity, Relation

__all__ = [
    "COPULAS",
    "COUNTED_UNITS",
    "DEADLINES",
    "DIRECTIONS",
    "ENDS",
    "FIRSTS",
    "FOLLOWS",
    "JOINTS",
    "LIMITS",
    "NAMES",
    "NEARLY",
    "PLACES",
    "SIGNS",
    "VERBS",
]

FOLLOWS: Final = frozenset({Relation.AFTER, Relation.MET_BY})
"""What `>` says: the other is over when this starts."""

WITHIN: Final = frozenset({Relation.STARTS, Relation.DURING, Relation.FINISHES, Relation.EQUALS})
COVERS: Final = frozenset({Relation.STARTED_BY, Relation.CONTAINS, Relation.FINISHED_BY, Relation.EQUALS})
LATER: Final = FOLLOWS | {Relation.OVERLAPPED_BY, Relation.DURING, Relation.FINISHES}
EARLIER: Final = PRECEDES | {Relation.OVERLAPS, Relation.CONTAINS, Relation.FINISHED_BY}
"""What starts later than another, and what starts earlier."""

WITH_THE_START: Final = frozenset({Relation.STARTS, Relation.STARTED_BY, Relation.EQUALS})
WITH_THE_END: Final = frozenset({Relation.FINISHES, Relation.FINISHED_BY, Relation.EQUALS})

NAMES: Final = MappingProxyType(
    {relation.value.replace("_", " "): frozenset({relation}) for relation in Relation}
    | {
        "precedes": PRECEDES,
        "follows": FOLLOWS,
        "disjoint": PRECEDES | FOLLOWS,
        "disjoint from": PRECEDES | FOLLOWS,
        "immediately before": frozenset({Relation.MEETS}),
        "immediately after": frozenset({Relation.MET_BY}),
        "right before": frozenset({Relation.MEETS}),
        "right after": frozenset({Relation.MET_BY}),
        "simultaneous with": frozenset({Relation.EQUALS}),
        "at the same time as": frozenset({Relation.EQUALS}),
        "coincides with": frozenset({Relation.EQUALS}),
        "=": frozenset({Relation.EQUALS}),
        "then": PRECEDES,
        "until": frozenset({Relation.MEETS}),
        "lasts until": frozenset({Relation.MEETS}),
        "lasted until": frozenset({Relation.MEETS}),
        "in": WITHIN,
        "within": WITHIN,
        "inside": WITHIN,
        "while": WITHIN,
        "covers": COVERS,
        "includes": COVERS,
        "included": COVERS,
        "throughout": COVERS,
        "overlaps with": ALL_RELATIONS - PRECEDES - FOLLOWS,
        "overlapped with": ALL_RELATIONS - PRECEDES - FOLLOWS,
        "does not overlap": PRECEDES | FOLLOWS,
        "did not overlap": PRECEDES | FOLLOWS,
        "starts with": WITH_THE_START,
        "begins with": WITH_THE_START,
        "ends with": WITH_THE_END,
        "finishes with": WITH_THE_END,
        "later than": LATER,
        "earlier than": EARLIER,
        "no later than": ALL_RELATIONS - LATER,
        "no earlier than": ALL_RELATIONS - EARLIER,
    }
)
"""What may stand between two events: Allen's relations by OWL-Time's names, and what people say for them."""

JOINTS: Final = frozenset({"and", "but", "both", "&", ","})
"""What joins the members of a list."""

SIGNS: Final = MappingProxyType({"<": PRECEDES, ">": FOLLOWS})

ENDS: Final = MappingProxyType({"start": End.START, "beginning": End.START, "end": End.END})

VERBS: Final = MappingProxyType(
    {
        "starts": End.START,
        "started": End.START,
        "begins": End.START,
        "began": End.START,
        "ends": End.END,
        "ended": End.END,
        "finishes": End.END,
        "finished": End.END,
    }
)
"""Verbs that name an end of the event before them: `a starts before b ends`."""

COPULAS: Final = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "comes",
        "came",
        "happens",
        "happened",
        "occurs",
        "occurred",
        "took",
        "takes",
        "place",
    }
)

NEARLY: Final = frozenset({"shortly", "soon", "just", "long", "not long", "well", "some time", "sometime"})
"""Words before `before` and `after` that give no limit."""

DIRECTIONS: Final = MappingProxyType(
    {
        "after": "after",
        "following": "after",
        "from": "after",
        "before": "before",
        "preceding": "before",
        "prior": "before",
        "of": "of",
        "when": "when",
        "as": "as",
    }
)
"""Words between a distance and the event that it is counted from, and which way they lead."""

DEADLINES: Final = MappingProxyType(
    {
        "no later than the end of": "at_most",
        "no later than close of business on": "at_most",
        "no later than": "at_most",
        "not later than": "at_most",
        "before the end of": "at_most",
        "on or before": "at_most",
        "by close of business on": "at_most",
        "by the close of business on": "at_most",
        "by the end of": "at_most",
        "by": "at_most",
        "no earlier than": "at_least",
        "not earlier than": "at_least",
        "no sooner than": "at_least",
        "on or after": "at_least",
    }
)
"""Openings that limit one side and say nothing of the other, the longer ones first where one begins another."""

COUNTED_UNITS: Final = MappingProxyType(
    {
        "day": Granularity.DAY,
        "week": Granularity.WEEK,
        "month": Granularity.MONTH,
        "quarter": Granularity.QUARTER,
        "year": Granularity.YEAR,
    }
)
"""Units that are counted from another event: `audit in the month after filing`, `b in the same year as a`."""

PLACES: Final = frozenset({"in", "on", "during", "the"})
"""Words that may stand before a unit that is counted."""

FIRSTS: Final = MappingProxyType(
    {
        "after": frozenset({"next", "following"}),
        "before": frozenset({"last", "previous", "preceding"}),
    }
)
"""Words for the first unit after, or before, another event."""

LIMITS: Final = MappingProxyType(
    {
        "at least": "at_least",
        "more than": "more_than",
        "at most": "at_most",
        "within": "at_most",
        "less than": "less_than",
    }
)
"""What may stand before an amount in ISO 8601."""
