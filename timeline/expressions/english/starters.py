"""The words that a time expression can begin with, and those of which it must have one: what running text pays for.

Every word is looked up twice; the grammar is asked only where an expression can begin and one of its core words is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.expressions.english.dates import APOSTROPHES
from timeline.expressions.english.feasts import FEAST_WORDS
from timeline.expressions.english.idioms import ADVERBS, LIMITS
from timeline.expressions.english.lexicon import (
    CARDINALS,
    DAY_NAMES,
    DAY_PARTS,
    FREQUENCIES,
    LONG_WORDS,
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
from timeline.expressions.english.scanner import NUMBER, Tokens

OTHER_CORES = (
    "am",
    "pm",
    "m",
    "oclock",
    "clock",
    "past",
    "weekend",
    "weekends",
    "ides",
    "nones",
    "wkend",
    "wknd",
    "period",
    "ad",
    "q",
    "h",
    "eod",
    "eow",
    "eom",
    "eoq",
    "eoy",
    "oh",
    "fifteen",
    "zero",
    "nineties",
    "eighties",
    "seventies",
    "sixties",
    "fifties",
    "forties",
    "thirties",
    "twenties",
)

__all__ = ["CORES", "STARTERS", "places"]

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
            for table in (LONG_WORDS, PARTS, POINTERS, SCALES, SEASONS, UNITS, VAGUE_COUNTS, WEEKDAYS)
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
            "wkend",
            "wknd",
        ],
        *[
            "half",
            "fiscal",
            "fy",
            "ad",
            "sometime",
            "c",
            "ca",
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

JOINING: Final = frozenset(
    {
        *(
            "-",
            "\u2013",
            ".",
            "/",
            "of",
            "in",
            "on",
            "to",
            "than",
            "and",
            "or",
            "as",
            "early",
            "least",
            "most",
            "more",
        ),
        *(
            "less",
            "fewer",
            "quite",
            "later",
            "longer",
            "much",
            "minimum",
            "maximum",
            "total",
            "full",
            "whole",
            "entire",
        ),
        *(
            "very",
            "good",
            "great",
            "mere",
            "fiscal",
            "calendar",
            "additional",
            "extra",
            "further",
            "present",
            "near",
        ),
        *(
            "foreseeable",
            "turn",
            "opening",
            "closing",
            "distant",
            "short",
            "long",
            "latter",
            "rest",
            "remainder",
            "part",
            "comparable",
            "corresponding",
            "financial",
            "academic",
            "o",
            "p",
        ),
        *(
            "single",
            "straight",
            "consecutive",
            "successive",
            "solid",
            "other",
            "trading",
            "business",
            "working",
            "odd",
            "excess",
        ),
    }
)
"""Words that may stand between the first word of an expression and those that make it a time."""

REACH = 9
"""How many tokens may stand between the first word of an expression and its first core word."""

CORES: Final = frozenset(
    {
        NUMBER,
        *(words[-1] for words in ADVERBS),
        *(next((word for word in reversed(words) if len(word) > 2), words[0]) for words in FEAST_WORDS),
        *(word for table in (DAY_NAMES, DAY_PARTS, FREQUENCIES, MONTHS, SCALES, SEASONS) for word in table),
        *(word for table in (LONG_WORDS, UNITS, WEEKDAYS) for word in table),
        *(word for word, number in CARDINALS.items() if number >= 20),
        *(word for word in OTHER_CORES),
    }
)
"""Words of which every expression has at least one."""

SECONDS: Final = STARTERS | CORES | JOINING | {words[1] for words in FEAST_WORDS if len(words) > 1}
"""What the second word of an expression can be, where the first alone does not make one."""

NUMBERS: Final = frozenset({NUMBER})
"""What an apostrophe stands before: '90s."""


def places(tokens: Tokens) -> Iterator[int]:
    """Return the tokens, in order, at which an expression may begin.

    >>> list(places(Tokens("the end of the war came last week")))
    [0, 1, 6, 7]
    """
    keys = tokens.keys
    cores = [index for index in range(tokens.count) if keys[index] in CORES]
    core, last = 0, len(cores)
    for index in range(tokens.count):
        if keys[index] in STARTERS:
            while core < last and cores[core] < index:
                core += 1
            if core == last:
                return
            near = cores[core] - index
            second = SECONDS if keys[index] not in APOSTROPHES else NUMBERS
            if near == 0 or (near <= REACH and keys[index + 1] in second):
                yield index
