"""Nouns that name something that takes place, with a time of their own: "Friday's ceremony", "until his dismissal in March"."""

from __future__ import annotations

from timeline.drafting.lexicon import (
    DETERMINERS,
    EVENT_ENDINGS,
    EVENT_NOUNS,
    NOT_EVENTS,
    PREPOSITIONS,
    word_set,
)
from timeline.drafting.passages import Passage, Span

__all__ = ["during_at", "event_noun", "names_event", "noun_before"]

FAR_NOUN = 7
"""How many words before a time its own noun may begin."""

PLACING_BESIDE = word_set("after before until till since following")
DURING = word_set("during amid throughout")


def event_noun(passage: Passage, time: Span) -> int | None:
    """Return where the noun of something that takes place stands after its time: "Friday's welcoming ceremony"."""
    _, after = passage.place(time)
    index = after + 1 if passage.key(after) == "'s" else after
    for place in range(index, min(index + 4, len(passage.words))):
        if not passage.is_word(place) or passage.timed[place] or passage.key(place) in PREPOSITIONS:
            return None
        if passage.key(place) in EVENT_NOUNS and passage.key(place + 1) not in EVENT_NOUNS:
            return place
    return None


def noun_before(passage: Passage, time: Span) -> Span | None:
    """Return the noun of something that took place, and its own time behind it: "until his dismissal in March".

    Only after a preposition that puts the statement beside it, so that the time is surely not the statement's.
    """
    found = _beside_a_noun(passage, passage.place(time)[0])
    if found is None or passage.key(found[0] - 1) not in PLACING_BESIDE:
        return None
    return found if names_event(passage.key(found[1] - 1)) else None


def during_at(passage: Passage, time: Span) -> int | None:
    """Return where the noun begins during which the statement was, if a time is that noun's: "during the siege of 1870"."""
    found = _beside_a_noun(passage, passage.place(time)[0])
    return found[0] if found is not None and passage.key(found[0] - 1) in DURING else None


def _beside_a_noun(passage: Passage, first: int) -> Span | None:
    """Return the definite noun before "in", "on" or "of" and a time, where a preposition stands before it."""
    index = first - 1
    if passage.key(index) not in {"in", "on", "of", "at"}:
        return None
    for begin in range(index - 1, max(index - FAR_NOUN, 0), -1):
        if not passage.is_word(begin) or passage.timed[begin]:
            return None
        if passage.key(begin) in DETERMINERS:
            beside = passage.key(begin - 1) in PLACING_BESIDE | DURING
            return (begin, index) if begin < index - 1 and beside else None
        if passage.key(begin) in PREPOSITIONS:
            return None
    return None


def names_event(noun: str) -> bool:
    """Return whether a noun names something that takes place, by the lexicon or by its ending.

    >>> names_event("dismissal"), names_event("hospital"), names_event("harvest")
    (True, False, False)
    """
    plain = noun.removesuffix("s")
    return plain in EVENT_NOUNS or (plain.endswith(EVENT_ENDINGS) and plain not in NOT_EVENTS)
