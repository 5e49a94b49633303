"""Where the verb of a clause stands, from the few hundred words of the lexicon, endings, and the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.drafting.lexicon import (
    ADVERBS,
    ASPECTUALS,
    BE,
    COMMON_BASES,
    DETERMINERS,
    DO,
    EXPECTING,
    FUTURE_MODALS,
    HAVE,
    INVERTED,
    IRREGULAR_PARTICIPLES,
    IRREGULAR_PASTS,
    MODALS,
    NEGATIONS,
    NOT_ADVERBS,
    NOT_PARTICIPLES,
    NOT_PASTS,
    NOUN_LIKE_PASTS,
    PREPOSITIONS,
    PRESENTS,
    PRONOUNS,
    QUANTIFIERS,
)
from timeline.drafting.words import Word, is_number, is_word

__all__ = ["Verb", "is_adverb", "is_gerund", "is_participle", "opens_rest", "verb_at"]

AUXILIARIES = BE | HAVE | DO | MODALS
NOT_FINITE = frozenset({"be", "been", "being", "having"})
CLITICS = frozenset({"'s", "'re", "'m", "'ve", "'ll", "'d"})
SETTLED = frozenset({"meant", "set", "due", "slated", "poised", "hope", "hopes"})
"""Verbs that look forward only before "to"."""

DUE = frozenset({"due", "set", "slated", "poised"})
UNREAL = frozenset({"would", "could", "should", "might", "may"})
OPENERS = DETERMINERS | PRONOUNS | PREPOSITIONS | frozenset({"to", "that", "not"})
COMPLETING = frozenset({"live", "public", "ahead", "wrong"})
"""Words that complete "go": "the new alarms go live"."""

SUBJECT_FORMS = frozenset({"they", "we", "you", "i", "people", "police", "who", "that", "which", "there"})


class Verb(NamedTuple):
    """A verb with its auxiliaries: ``words[first:after]``; `main` is what it says, "met" in "had never met"."""

    first: int
    main: int
    after: int
    is_negated: bool = False
    is_future: bool = False
    is_unreal: bool = False
    is_bare: bool = False
    """Whether no auxiliary and no subject need stand before it: a past form or participle."""


def is_adverb(word: Word) -> bool:
    """Return whether a word only colours a verb: "reportedly", "never"."""
    key = word.key
    return key in ADVERBS or (
        key.endswith("ly") and len(key) > 4 and key not in NOT_ADVERBS and not word.capital
    )


def is_gerund(word: Word) -> bool:
    """Return whether a word is the -ing form of a verb, by its ending."""
    key = word.key
    return key.endswith("ing") and len(key) > 4 and key.isalpha() and key not in NOT_PARTICIPLES


def is_participle(word: Word) -> bool:
    """Return whether a word is a past participle: "deployed", "taken"."""
    return word.key in IRREGULAR_PARTICIPLES or _is_regular_past(word)


def _is_regular_past(word: Word) -> bool:
    key = word.key
    if key.endswith("eed"):
        return key in {"agreed", "disagreed", "freed", "decreed", "guaranteed"}
    return key.endswith("ed") and len(key) > 3 and key not in NOT_PASTS


def verb_at(
    words: Sequence[Word], index: int, begin: int, timed: Sequence[bool], *, coordinated: bool
) -> Verb | None:
    """Return the finite verb that begins at a word of a clause, if one does.

    `begin` is where the clause begins, `timed` which words say when; in a `coordinated` clause the subject is left out.
    """
    word = words[index]
    if timed[index] or not is_word(word):
        return None
    if word.key in AUXILIARIES:
        return _group(words, index, begin, timed)
    previous = words[index - 1] if index > begin else None
    following = words[index + 1] if index + 1 < len(words) else None
    if previous is None and not coordinated:
        found = (is_participle(word) and _opens(following, timed, index)) or (
            index > 0 and word.key in INVERTED
        )
    elif _is_passive(words, index, timed):
        found = False
    else:
        found = _is_past(words, index, begin, timed) or _is_present(word, previous, following, timed, index)
    return _expanded(words, index, timed) if found else None


def _is_passive(words: Sequence[Word], index: int, timed: Sequence[bool]) -> bool:
    """Return whether a form without auxiliary only describes the noun before it: "lobbed by both sides"."""
    if index + 2 >= len(words) or words[index + 1].key != "by" or timed[index + 2]:
        return False
    return not (is_number(words[index + 2]) or is_gerund(words[index + 2]))


def _is_past(words: Sequence[Word], index: int, begin: int, timed: Sequence[bool]) -> bool:
    word = words[index]
    if word.capital and index > begin:
        return False
    if not (word.key in IRREGULAR_PASTS or _is_regular_past(word)):
        return False
    if index == begin + 1 and words[begin].key in QUANTIFIERS and opens_rest(words, timed, index):
        return True
    return not _is_attribute(words, index, begin)


def _is_attribute(words: Sequence[Word], index: int, begin: int) -> bool:
    """Return whether a word stands where adjectives do: after an article, a preposition, a possessive, a number."""
    place = index - 1
    while place >= begin and is_adverb(words[place]) and place >= index - 3:
        place -= 1
    if place < begin:
        return False
    before = words[place]
    if before.key in {"that", "this", "there", "up", "out", "off", "down"} and place == index - 1:
        return False
    attributive = before.key in DETERMINERS or before.key in PREPOSITIONS or before.key in {"'s", "to"}
    return attributive or (is_number(before) and words[index].key not in IRREGULAR_PASTS - NOUN_LIKE_PASTS)


def _is_present(
    word: Word, previous: Word | None, following: Word | None, timed: Sequence[bool], index: int
) -> bool:
    if previous is None or word.capital or not (word.key in PRESENTS or word.key in COMMON_BASES):
        return False
    if (
        previous.key in DETERMINERS - {"that"}
        or previous.key in PREPOSITIONS
        or previous.key in {"to", "'s", "of"}
    ):
        return False
    if word.key in COMMON_BASES:
        plural = previous.key.endswith("s") and len(previous.key) > 3
        if not (plural or previous.key in SUBJECT_FORMS):
            return False
    return _opens(following, timed, index) or (
        following is not None and word.key in {"say", "expect", "says", "expects"}
    )


def _opens(following: Word | None, timed: Sequence[bool], index: int) -> bool:
    """Return whether what follows a word is what follows a verb rather than an adjective: an article, a preposition, a time."""
    if following is None or not is_word(following):
        return True
    opening = following.key in OPENERS or following.key in COMPLETING
    return timed[index + 1] or opening or is_number(following) or is_adverb(following)


def _group(words: Sequence[Word], index: int, begin: int, timed: Sequence[bool]) -> Verb | None:
    """Return an auxiliary with the verb that it goes with."""
    key = words[index].key
    if key in CLITICS and (index == 0 or words[index - 1].key not in PRONOUNS):
        return None
    if key in NOT_FINITE or (
        index > begin and words[index - 1].key in DETERMINERS - {"that", "this", "all", "both"}
    ):
        return None
    last, place = index, index + 1
    keys = [key]
    while (
        place < len(words)
        and not timed[place]
        and (is_adverb(words[place]) or words[place].key in AUXILIARIES)
    ):
        keys.append(words[place].key)
        if words[place].key in AUXILIARIES:
            last = place
        place += 1
    main = place if place < len(words) and _completes(words[place], key, is_timed=timed[place]) else last
    verb = _expanded(words, main, timed)
    is_negated = not NEGATIONS.isdisjoint(keys)
    return verb._replace(
        first=index,
        after=max(verb.after, main + 1),
        is_negated=is_negated or _has_no_object(words, verb.after),
        is_future=verb.is_future
        or (key in FUTURE_MODALS and "have" not in keys and not (key == "could" and is_negated)),
        is_unreal=(key in UNREAL and "have" in keys) or _was_planned(words, index, verb),
        is_bare=False,
    )


def _was_planned(words: Sequence[Word], index: int, verb: Verb) -> bool:
    """Return whether a verb tells of a plan that is past: "had been due to begin", "was supposed to end"."""
    key = words[index].key
    supposed = any(words[place].key in {"supposed", "meant"} for place in range(index, verb.main))
    return verb.is_future and (key == "had" or (supposed and key in {"was", "were"}))


def _has_no_object(words: Sequence[Word], index: int) -> bool:
    """Return whether "no" denies what a verb does: "will hold no talks", not "will meet no later than Friday"."""
    if index >= len(words) or words[index].key != "no":
        return False
    return index + 1 >= len(words) or words[index + 1].key not in {
        "later",
        "earlier",
        "more",
        "less",
        "fewer",
    }


def _completes(word: Word, auxiliary: str, *, is_timed: bool) -> bool:
    """Return whether a word is the verb of an auxiliary."""
    if is_timed or not is_word(word):
        return False
    if is_participle(word) or is_gerund(word):
        return auxiliary not in DO
    takes_base = auxiliary in MODALS or auxiliary in DO
    return takes_base and word.key not in OPENERS and not word.capital and not is_number(word)


def _expanded(words: Sequence[Word], main: int, timed: Sequence[bool]) -> Verb:
    """Return a verb, or the one that it looks forward to: "resume" for "is expected to resume"."""
    after = main + 1
    if words[main].key in ASPECTUALS and after < len(words) and not timed[after] and is_gerund(words[after]):
        return Verb(main, after, after + 1, is_bare=True)
    if words[main].key in BE and after + 1 < len(words):
        ahead = _due(words, main, timed)
        if ahead is not None:
            return ahead
    looks_ahead = words[main].key in EXPECTING
    if not looks_ahead or after + 1 >= len(words) or words[after].key != "to" or timed[after]:
        return Verb(main, main, after, is_future=looks_ahead and words[main].key not in SETTLED, is_bare=True)
    target = after + 1
    while target + 1 < len(words) and words[target].key in BE | HAVE:
        target += 1
    return Verb(main, target, target + 1, is_future=True)


def _due(words: Sequence[Word], main: int, timed: Sequence[bool]) -> Verb | None:
    """Return the verb of "was due to begin", "is due on Friday" and "is to open"."""
    after, is_now = main + 1, words[main].key in {"is", "are", "'s", "'re"}
    following = words[after + 1]
    if words[after].key in DUE and following.key == "to":
        return _expanded(words, after, timed)._replace(first=main)
    if words[after].key == "due" and is_now:
        return Verb(main, after, after + 1, is_future=True)
    opens = words[after].key == "to" and not timed[after + 1] and is_word(following)
    if opens and is_now and following.key not in OPENERS and not following.capital:
        target = after + 1
        while target + 1 < len(words) and words[target].key in BE | HAVE:
            target += 1
        return Verb(main, target, target + 1, is_future=True)
    return None


def opens_rest(words: Sequence[Word], timed: Sequence[bool], index: int) -> bool:
    """Return whether what stands after a word is what stands after verbs: an article, a preposition, a time, nothing."""
    return _opens(words[index + 1] if index + 1 < len(words) else None, timed, index)
