"""On which side of the anchor the sentence around a bare name of a day or month puts it."""

from __future__ import annotations

from timeline.expressions.english.cues import (
    BOUNDARIES,
    FUTURE_CUES,
    INTENTIONS,
    PAST_CUES,
    PAST_ENDING,
    SAYING,
)
from timeline.expressions.english.lexicon import DAY_NAMES, DETERMINERS, WEEKDAYS
from timeline.expressions.english.scanner import NUMBER, Tokens

__all__ = ["is_of_saying", "is_of_the_past", "side"]

FIRST_YEAR, LAST_YEAR = 1000, 2199
LEAST_YEARS = 4
YEARS_BACK = 3
"""A text with so many years, none nearer than so many to the one of its date, tells of the past; if it names no day near it."""

NEAR = frozenset(DAY_NAMES) | frozenset(word for word in WEEKDAYS if len(word) > 5)

REACH = 12
"""How many words back a verb may stand that tells the tense."""

REACH_ON = 6
"""How many words on, where a sentence begins with the time."""

TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "st", "prof", "rev", "jr", "sr"}
)
DEADLINES = frozenset({"by", "until", "till"})
PAST, FUTURE = "past", "future"


def side(tokens: Tokens, index: int, after: int | None = None) -> str | None:
    """Return on which side of the anchor the nearest verb puts what stands at a place, if one does.

    The verb before it counts, and the one after it where the sentence begins with the time; "be held" is still to come,
    and so is what somebody has until Friday. Where the time ends, `after`, is told if its own words could mislead.

    >>> side(Tokens("They will meet on Friday"), 4), side(Tokens("They met on Friday"), 3)
    ('future', 'past')
    >>> side(Tokens("In March the bridge was closed"), 1)
    'past'
    """
    if tokens.words[index] == "as":  # "as early as Tuesday"
        return FUTURE
    last = index if after is None else after - 1
    deadline = FUTURE if index > 0 and tokens.words[index - 1] in DEADLINES else None
    for place in range(index - 1, max(-1, index - 1 - REACH), -1):
        if _ends_a_sentence(tokens, place):
            return _side_ahead(tokens, last) or deadline
        told = _told(tokens, place)
        if told is not None:
            return told
    return deadline or (_side_ahead(tokens, last) if index <= REACH else None)


def _ends_a_sentence(tokens: Tokens, place: int) -> bool:
    """Return whether a sign ends a sentence; the dot of an initial or a title does not."""
    if tokens.words[place] != ".":
        return tokens.words[place] in BOUNDARIES
    before = tokens.words[place - 1] if place else ""
    return not (tokens.glued(place) and (len(before) == 1 or before in TITLES))


def _side_ahead(tokens: Tokens, index: int) -> str | None:
    """Return the side that the first verb after a place tells; a plan that is told in the past is past."""
    for place in range(index + 1, index + 1 + REACH_ON):
        word = tokens.words[place]
        if _ends_a_sentence(tokens, place):
            return None
        if word in PAST_CUES or (word.endswith(PAST_ENDING) and len(word) > 4):
            return PAST
        if word in FUTURE_CUES:
            return FUTURE
    return None


def _told(tokens: Tokens, place: int) -> str | None:
    """Return the side that one word tells."""
    word = tokens.words[place]
    before = tokens.words[place - 1] if place else ""
    if word == "due" and before in {"was", "were", "been"}:
        return PAST
    if word == "due" and tokens.words[place + 1] == "to" and tokens.words[place + 2] in DETERMINERS:
        return None  # the cause of something, not what is to come
    if word in FUTURE_CUES or (word == "to" and before in INTENTIONS):
        return FUTURE
    if word in PAST_CUES or (word.endswith(PAST_ENDING) and len(word) > 4):
        possible = tokens.words[place - 2] == "could"
        return FUTURE if before == "be" and not possible else PAST
    return None


def is_of_saying(tokens: Tokens, index: int) -> bool:
    """Return whether a time only says when something was said, so that what is told does not go on from it.

    >>> is_of_saying(Tokens("they said on Tuesday"), 3)
    True
    """
    before = index - 1 if index and tokens.words[index - 1] != "on" else index - 2
    return before >= 0 and tokens.words[before] in SAYING


def is_of_the_past(tokens: Tokens, year: int) -> bool:
    """Return whether a text, published in a year, tells of nothing near it.

    >>> is_of_the_past(Tokens("He sailed in 1871, inherited in 1869, died on 11 May 1890; his trunk was sold in 1903"), 1975)
    True
    """
    if not NEAR.isdisjoint(tokens.words):
        return False
    years = [
        int(tokens.words[index])
        for index in range(tokens.count)
        if tokens.keys[index] == NUMBER and len(tokens.words[index]) == 4
    ]
    told = [each for each in years if FIRST_YEAR <= each <= LAST_YEAR]
    return len(told) >= LEAST_YEARS and max(told) <= year - YEARS_BACK
