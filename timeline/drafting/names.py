"""What an event is called: the noun that names it, and an id made of a few words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from timeline.drafting.clauses import Clause
from timeline.drafting.lexicon import (
    BE,
    CONNECTIVES,
    COORDINATORS,
    DETERMINERS,
    DO,
    EVENT_NOUNS,
    HAVE,
    LIGHT_VERBS,
    MODALS,
    OCCURRENCES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from timeline.drafting.passages import Passage
from timeline.drafting.verbs import is_adverb
from timeline.drafting.words import is_word

__all__ = ["head_noun", "naming_noun", "slug"]

LONGEST_SLUG = 40
WORDS_OF_SLUG = 4
SMALL = DETERMINERS | PREPOSITIONS | PRONOUNS | COORDINATORS | BE | HAVE | DO | MODALS | {"to", "that", "'s"}


def head_noun(passage: Passage, first: int, after: int) -> int | None:
    """Return the word that names what a noun phrase is about: the last before "of", "in" and the like."""
    head = None
    for index in range(first, after):
        if not is_word(passage.words[index]) or passage.timed[index]:
            continue
        key = passage.key(index)
        if head is not None and (key in PREPOSITIONS or key in RELATIVES or key == "to"):
            break
        if key not in SMALL and not is_adverb(passage.words[index]):
            head = index
    return head


def slug(passage: Passage, number: int | None, title: str) -> str:
    """Return an id from the noun that names an event, or from the first words of its title that say something."""
    if number is not None:
        named = _naming_words(passage, passage.clauses[number])
        if named:
            return _joined(named)
    words = [word.replace("\u2019", "'").lower().removesuffix("'s") for word in title.split()]
    return _joined([word for word in words if word and word not in SMALL])


def naming_noun(passage: Passage, clause: Clause) -> int | None:
    """Return the word by which an event is named: the subject of "took place", the object of "signing"."""
    verb = clause.verb
    if verb is None:
        return None
    key, following = passage.key(verb.main), passage.key(verb.after)
    is_passive = any(passage.key(index) in BE for index in range(verb.first, verb.main))
    takes_place = key in OCCURRENCES and (
        passage.timed_at(verb.after) or following in PREPOSITIONS or not following[:1].isalnum()
    )
    if (
        takes_place
        or (key in {"took", "takes"} and following == "place")
        or (is_passive and key in LIGHT_VERBS)
    ):
        return None if clause.subject is None else head_noun(passage, *clause.subject)
    if key not in LIGHT_VERBS:
        return None
    noun = head_noun(passage, verb.after, clause.after)
    return noun if noun is not None and passage.key(noun).removesuffix("s") in EVENT_NOUNS else None


def _naming_words(passage: Passage, clause: Clause) -> list[str]:
    """Return the noun that names an event with the words before it: "mutual defense treaty"."""
    head = naming_noun(passage, clause)
    if head is None:
        return []
    begin = head
    while begin > 0 and passage.is_word(begin - 1) and passage.key(begin - 1) not in SMALL | CONNECTIVES:
        if any(each.verb is not None and begin == each.verb.after for each in passage.clauses):
            break
        begin -= 1
    words = passage.words[begin : head + 1]
    return [
        word.key for word in words if not passage.timed[begin + words.index(word)] and not is_adverb(word)
    ]


def _joined(words: Sequence[str]) -> str:
    """Return an id of at most four words and forty characters; plain letters and digits only."""
    parts: list[str] = []
    for word in words:
        plain = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", word)
            if letter.isalnum() and letter not in "'\u2019"
        ).lower()
        if plain and len("-".join([*parts, plain])) <= LONGEST_SLUG and len(parts) < WORDS_OF_SLUG:
            parts.append(plain)
    return "-".join(parts) or "event"
