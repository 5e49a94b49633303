"""Times that are not those of the statement they stand in: held beside it, of a thing, or how often."""

from __future__ import annotations

from timeline.drafting.lexicon import (
    BACKGROUNDS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
)
from timeline.drafting.passages import Passage, Span
from timeline.drafting.times import BESIDE, NO_LENGTH, OF_A_THING, OFTEN, UNTIL, is_length, is_reference
from timeline.drafting.verbs import is_adverb, is_gerund, is_participle
from timeline.drafting.words import is_number
from timeline.expressions.readings import TimexType

__all__ = ["background"]

LOOKING_BACK = word_set("earlier ago before")
COMPARING = word_set("from compared versus vs against")
AMOUNTS = frozenset("0123456789$#\u20ac\u00a3")
FAR = 14
"""How many words before a time a comparison may begin that it is part of."""


def background(passage: Passage, time: Span) -> str:
    """Return why a time is not that of the statement it stands in, if it is not."""
    mention = passage.mentions[time[0]]
    first, after = passage.place(time)
    if mention.timex_type is TimexType.SET:
        return OFTEN
    if is_reference(mention.readings):
        return "says no more than '" + passage.text_of((mention.start, mention.end)) + "'"
    if _is_compared(passage, time):
        return BESIDE
    if _is_in_a_subject(passage, first):
        return OF_A_THING
    if not is_length(mention.readings[0]) and _is_of_accounts(passage, first):
        return OF_A_THING
    if (time[1] - time[0] == 1 and _is_origin(passage, first)) or _belongs_to_a_noun(passage, first, after):
        return NO_LENGTH if is_length(mention.readings[0]) else OF_A_THING
    return ""


def _is_in_a_subject(passage: Passage, first: int) -> bool:
    """Return whether "since" or "from" says of which things something is told: "All results since May | will be annulled"."""
    if passage.key(first - 1) not in {"since", "from", "until"}:
        return False
    return any(
        clause.subject is not None and clause.subject[0] < first - 1 < clause.subject[1]
        for clause in passage.clauses
    )


def _is_comparison(passage: Passage, first: int) -> bool:
    """Return whether a time stands after "instead of", "than" or the like, with at most three words between."""
    for place in range(first - 1, max(first - 5, -1), -1):
        for words in BACKGROUNDS:
            begin = place - len(words) + 1
            if words == ("than",) and passage.key(place - 1) in {"later", "earlier"}:
                continue
            if begin >= 0 and all(passage.key(begin + step) == word for step, word in enumerate(words)):
                return passage.key(place + 1)[:1] not in AMOUNTS or passage.timed[place + 1]
        if not passage.is_word(place) or passage.key(place) in SUBORDINATORS:
            return False
    return False


def _is_compared(passage: Passage, time: Span) -> bool:
    """Return whether a time is only what is compared with: "rather than in May", "from a year earlier"."""
    first, after = passage.place(time)
    looks_back = any(passage.key(index) in LOOKING_BACK for index in range(first, after))
    if looks_back and passage.key(first - 1) == "from":
        return True
    return _is_comparison(passage, first) or _is_of_an_amount(passage, first)


def _is_of_an_amount(passage: Passage, first: int) -> bool:
    """Return whether a time says when something was at the amount that it is now compared with: "from $91 million a year ago"."""
    for place in range(first - 1, max(first - FAR, -1), -1):
        key, following = passage.key(place), passage.key(place + 1)
        if key in COMPARING and (following[:1] in AMOUNTS or key == "compared"):
            return not passage.timed[place + 1]
        if any(clause.verb is not None and clause.verb.main == place for clause in passage.clauses):
            return False
    return False


def _belongs_to_a_noun(passage: Passage, first: int, after: int) -> bool:
    """Return whether a time only says which thing is meant: "the 1994 agreement", "last year's budget", "the war of 1812"."""
    if passage.key(after) == "'s":
        return True
    first = _first_of_list(passage, first)
    before = passage.key(first - 1)
    if before == "of" and passage.is_word(first - 2):
        return True
    if before in {"ended", "ending"} and first > 1 and passage.timed[first - 2]:
        return True
    if passage.key(after) in {"ended", "ending"}:
        return True
    if passage.key(after) == "-" or not passage.is_word(after) or not _is_noun(passage, after):
        return False
    words = passage.words
    in_a_name = first > 1 and words[first - 1].capital and words[first].capital and words[after].capital
    if in_a_name and passage.is_word(first - 1):
        return True
    own = passage.key(first)
    articled = (
        before in DETERMINERS or before in {"'s", "'"} or own in {"a", "an", "its", "their", "his", "her"}
    )
    return articled or "-" in own


def _first_of_list(passage: Passage, first: int) -> int:
    """Return where the first time of a list begins: 2022 in "accounts for 2022 and 2023"."""
    while first > 1 and passage.key(first - 1) in {"and", "or"} and passage.timed[first - 2]:
        first -= 2
        while first > 0 and passage.timed[first - 1]:
            first -= 1
    return first


def _is_of_accounts(passage: Passage, first: int) -> bool:
    """Return whether a time after "for" only says of when a thing is: "its results for 2021", not "set for May"."""
    first = _first_of_list(passage, first)
    index = first - 2
    if passage.key(first - 1) != "for":
        return False
    if not passage.is_word(index) or passage.timed[index] or not _is_noun(passage, index):
        return False
    return not (is_participle(passage.words[index]) or is_gerund(passage.words[index]))


def _is_origin(passage: Passage, first: int) -> bool:
    """Return whether "from" says which thing is meant ("the variants from 2020"), not since when something was so.

    It says since when only right after the verb, or at the head of a part of the sentence.
    """
    index = first - 1
    if passage.key(index) != "from" or not passage.is_word(index - 1) or passage.timed[index - 1]:
        return False
    after = first
    while passage.timed_at(after):
        after += 1
    if passage.key(after) in UNTIL:
        return False
    return not any(
        clause.first == index or (clause.verb is not None and clause.verb.after == index)
        for clause in passage.clauses
    )


def _is_noun(passage: Passage, index: int) -> bool:
    """Return whether a word is none of the small ones after which a time stands for itself."""
    word = passage.words[index]
    key = word.key
    small = PREPOSITIONS | DETERMINERS | COORDINATORS | SUBORDINATORS | RELATIVES | PRONOUNS
    if key in small or key == "to" or is_adverb(word) or is_number(word):
        return False
    return not any(
        clause.verb is not None and clause.verb.first <= index < clause.verb.after
        for clause in passage.clauses
    )
