"""The words of the language in which people put events in order, as data."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from timeline.constraints import PRECEDES, End
from timeline.times import Relation

__all__ = ["COPULAS", "ENDS", "FOLLOWS", "LENGTHS", "LIMITS", "NAMES", "NEARLY", "SIGNS", "VERBS"]

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

LENGTHS: Final = MappingProxyType({"the day": "a day", "the next day": "a day", "the following day": "a day"})
"""How long some words are that name a day beside another: `freeze the day after announcement`."""

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
