"""Phrases of several words that mean one thing, as data: limits of a count, past and future, eras.

The readers try the longest phrase first, so one may begin another.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["ADVERBS", "ATTRIBUTES", "ERAS", "LIMITS"]

LIMITS: Final = MappingProxyType(
    {
        ("less", "than"): "less_than",
        ("fewer", "than"): "less_than",
        ("under",): "less_than",
        ("not", "quite"): "less_than",
        ("more", "than"): "more_than",
        ("longer", "than"): "more_than",
        ("in", "excess", "of"): "more_than",
        ("just", "over"): "more_than",
        ("a", "little", "over"): "more_than",
        ("slightly", "over"): "more_than",
        ("well", "over"): "more_than",
        ("just", "under"): "less_than",
        ("a", "little", "under"): "less_than",
        ("slightly", "under"): "less_than",
        ("well", "under"): "less_than",
        ("just", "short", "of"): "less_than",
        ("<",): "less_than",
        ("<", "="): "at_most",
        ("\u2264",): "at_most",
        (">",): "more_than",
        (">", "="): "at_least",
        ("\u2265",): "at_least",
        ("~",): "about",
        ("\u2248",): "about",
        ("over",): "more_than",
        ("at", "least"): "at_least",
        ("no", "less", "than"): "at_least",
        ("no", "fewer", "than"): "at_least",
        ("not", "less", "than"): "at_least",
        ("a", "minimum", "of"): "at_least",
        ("at", "most"): "at_most",
        ("no", "more", "than"): "at_most",
        ("not", "more", "than"): "at_most",
        ("no", "longer", "than"): "at_most",
        ("as", "much", "as"): "at_most",
        ("up", "to"): "at_most",
        ("a", "maximum", "of"): "at_most",
        ("within",): "at_most",
        ("exactly",): "exactly",
        ("precisely",): "exactly",
        ("about",): "about",
        ("around",): "about",
        ("approximately",): "about",
        ("roughly",): "about",
        ("some",): "about",
        ("circa",): "about",
        ("ca", "."): "about",
        ("ca",): "about",
        ("c", "."): "about",
        ("nearly",): "nearly",
        ("almost",): "nearly",
        ("close", "to"): "nearly",
        ("only",): "plain",
        ("just",): "plain",
        ("a", "full"): "plain",
        ("a", "total", "of"): "plain",
    }
)
"""Words before a count: how it is to be taken."""

ADVERBS: Final = MappingProxyType(
    {
        ("now",): "PRESENT_REF",
        ("right", "now"): "PRESENT_REF",
        ("just", "now"): "PRESENT_REF",
        ("currently",): "PRESENT_REF",
        ("presently",): "PRESENT_REF",
        ("nowadays",): "PRESENT_REF",
        ("at", "present"): "PRESENT_REF",
        ("at", "the", "moment"): "PRESENT_REF",
        ("at", "this", "time"): "PRESENT_REF",
        ("these", "days"): "PRESENT_REF",
        ("recently",): "PAST_REF",
        ("more", "recently"): "PAST_REF",
        ("most", "recently"): "PAST_REF",
        ("lately",): "PAST_REF",
        ("previously",): "PAST_REF",
        ("formerly",): "PAST_REF",
        ("once",): "PAST_REF",
        ("earlier",): "PAST_REF",
        ("long", "ago"): "PAST_REF",
        ("the", "past"): "PAST_REF",
        ("the", "recent", "past"): "PAST_REF",
        ("the", "distant", "past"): "PAST_REF",
        ("soon",): "FUTURE_REF",
        ("shortly",): "FUTURE_REF",
        ("someday",): "FUTURE_REF",
        ("later",): "FUTURE_REF",
        ("later", "on"): "FUTURE_REF",
        ("the", "future"): "FUTURE_REF",
        ("future",): "FUTURE_REF",
        ("the", "near", "future"): "FUTURE_REF",
        ("the", "foreseeable", "future"): "FUTURE_REF",
        ("the", "near", "term"): "FUTURE_REF",
        ("the", "short", "term"): "FUTURE_REF",
        ("the", "long", "term"): "FUTURE_REF",
        ("to", "date"): "PRESENT_REF",
        ("the", "time", "being"): "PRESENT_REF",
        ("present", "day"): "PRESENT_REF",
        ("the", "present", "day"): "PRESENT_REF",
        ("current",): "PRESENT_REF",
        ("recent",): "PAST_REF",
        ("former",): "PAST_REF",
    }
)
"""Words that only say past, present or future."""

ATTRIBUTES: Final = frozenset({"current", "recent", "former", "future"})
"""Those that TIMEX2 marks before a noun too ("the former king"), as histories do; in news they only describe the noun."""

ERAS: Final = MappingProxyType(
    {
        ("bc",): -1,
        ("bce",): -1,
        ("b", ".", "c", "."): -1,
        ("b", ".", "c", ".", "e", "."): -1,
        ("ad",): 1,
        ("ce",): 1,
        ("a", ".", "d", "."): 1,
        ("c", ".", "e", "."): 1,
    }
)
"""A side of the year 1: BC is -1."""
