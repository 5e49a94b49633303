"""The words of the language in which people put events in order, as data."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from timeline.constraints import PRECEDES, End
from timeline.times import Granularity, Relation

__all__ = [
    "COPULAS",
    "COUNTED_UNITS",
    "DEADLINES",
    "DIRECTIONS",
    "ENDS",
    "FIRSTS",
    "FOLLOWS",
    "LIMITS",
    "NAMES",
    "NEARLY",
    "PLACES",
    "SIGNS",
    "VERBS",
    "WORKING",
]

FOLLOWS: Final = frozenset({Relation.AFTER, Relation.MET_BY})
"""What `>` says: the other is over when this starts."""

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
    }
)
"""What may stand between two events: Allen's relations by OWL-Time's names, and what people say for them."""

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

COPULAS: Final = frozenset({"is", "was", "are", "were", "comes", "came"})

NEARLY: Final = frozenset({"shortly", "soon", "some time", "sometime"})
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

WORKING: Final = frozenset({"business", "working", "trading"})
"""Words before `day` that leave out weekends and holidays."""

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
