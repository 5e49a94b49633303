"""The words that a time expression can begin with: the one look-up that running text pays for every word."""

from __future__ import annotations

from typing import Final

from timeline.expressions.english.dates import APOSTROPHES
from timeline.expressions.english.feasts import FEAST_WORDS
from timeline.expressions.english.idioms import ADVERBS, LIMITS
from timeline.expressions.english.lexicon import (
    CARDINALS,
    DAY_NAMES,
    DAY_PARTS,
    FREQUENCIES,
    MONTHS,
    ORDINALS,
    PARTS,
    POINTERS,
    SCALES,
    SEASONS,
    UNITS,
    VAGUE_COUNTS,
    WEEKDAYS,
)
from timeline.expressions.english.scanner import NUMBER

__all__ = ["STARTERS"]

STARTERS: Final = frozenset(
    {
        NUMBER,
        *APOSTROPHES,
        *(words[0] for table in (ADVERBS, LIMITS, FEAST_WORDS) for words in table),
        *(
            word
            for table in (CARDINALS, DAY_NAMES, DAY_PARTS, FREQUENCIES, MONTHS, ORDINALS)
            for word in table
        ),
        *(
            word
            for table in (PARTS, POINTERS, SCALES, SEASONS, UNITS, VAGUE_COUNTS, WEEKDAYS)
            for word in table
        ),
        *[
            "a",
            "an",
            "another",
            "the",
            "these",
            "those",
            "its",
            "recent",
            "each",
            "every",
            "per",
            "once",
            "twice",
            "earlier",
            "later",
            "weekend",
            "weekends",
        ],
        *[
            "half",
            "fiscal",
            "fy",
            "ad",
            "sometime",
            "eod",
            "eow",
            "eom",
            "eoq",
            "eoy",
            "as",
            "q",
            "h",
            "nineties",
            "eighties",
            "seventies",
            "sixties",
            "fifties",
            "thirties",
            "twenties",
        ],
    }
)
