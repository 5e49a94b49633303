"""A short title from a clause: who did what, without the time, the tense and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.drafting.clauses import Clause, Kind
from timeline.drafting.lexicon import (
    ASPECTUALS,
    BE,
    CONNECTIVES,
    COORDINATORS,
    DETERMINERS,
    EXPECTING,
    HAVE,
    INTRANSITIVES,
    INVERTED,
    IRREGULAR_PARTICIPLES,
    IRREGULAR_PASTS,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TAKES_A_LENGTH,
    WILL,
)
from timeline.drafting.passages import Passage
from timeline.drafting.verbs import is_adverb, is_gerund, is_participle
from timeline.drafting.words import Word, is_number, is_word

__all__ = ["LONGEST_TITLE", "title_of", "title_of_words"]

LONGEST_TITLE = 60
LONGEST_NOUN = 8
NO_SUBJECTS = PRONOUNS
GOES_ON = (
    (PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | frozenset({"to"}))
    - PARTICLES
    - frozenset({"of"})
)
"""Words before which a title may be cut."""

ANEW = frozenset({"the", "a", "an", "he", "she", "they", "we", "i", "it", "local", "of"})
"""Words that begin something else behind a time that is left out: "signed [in May] the army"."""

LOOSE = frozenset({"shortly", "only", "just", "soon", "exactly", "immediately", "right", "early", "late"})
"""Words that only colour the time behind them, and end no title without it."""

CUTS = frozenset(",;:)]\u2014\u2013")
LEADS = frozenset({"ended", "ending", "early", "late", "mid", "no", "later", "earlier"})
ARTICLES = frozenset({"the", "a", "an", "that", "with"})
HANGING = DETERMINERS | PREPOSITIONS | COORDINATORS | frozenset({"to", "that", "not", "'s", "who", "which"})
"""Words with which no title ends."""


def title_of(passage: Passage, number: int) -> str:
    """Return the title of a clause, at most sixty characters long.

    >>> from timeline.drafting.passages import passages
    >>> from timeline.expressions.tagging import tag
    >>> text = "Officials said the new bridge will be opened in May."
    >>> (passage,) = passages(text, tag(text, anchor="2025-12-13"))
    >>> title_of(passage, 1)
    'New bridge to be opened in May'
    """
    clause = passage.clauses[number]
    verb = clause.verb
    other = _content(passage, number)
    words = _words(passage, clause)
    if other is not None and verb is not None:
        least = len(words) + 1
        return _shortened(passage, [*words, *_spoken(passage, passage.clauses[other])], least)
    least = 1 if verb is None or verb.main not in words else words.index(verb.main) + 2
    if len(words) < 2 and clause.subject is not None:
        words = _spoken(passage, clause)
    return _shortened(passage, words, least)


def title_of_words(passage: Passage, first: int, after: int) -> str:
    """Return a title from the words of a noun, or of a line that has no verb."""
    return _shortened(passage, _kept(passage, first, after))


def _content(passage: Passage, number: int) -> int | None:
    """Return the clause that tells what is said, where a clause says only that it is: after it, or before it."""
    clauses = passage.clauses
    verb = clauses[number].verb
    following = number + 1
    if following < len(clauses) and clauses[following].kind is Kind.CONTENT:
        return following
    if (
        following < len(clauses)
        and clauses[following].kind is Kind.FRAGMENT
        and clauses[following].joint == "that"
    ):
        begin = clauses[following].first
        return next(
            (each for each in range(following, len(clauses)) if (clauses[each].subject or (0,))[0] == begin),
            None,
        )
    if verb is None or passage.key(verb.main) not in INVERTED or clauses[number].kind is not Kind.MAIN:
        return None
    before = number - 1
    ended = before >= 0 and not passage.is_word(clauses[number].first - 1)
    if not ended:
        return None
    mains = [
        each for each in range(number) if clauses[each].kind is Kind.MAIN and clauses[each].verb is not None
    ]
    if mains:
        return mains[0]
    return before if clauses[before].verb is not None else None


def _spoken(passage: Passage, clause: Clause) -> list[int]:
    """Return the words of a clause as they are said, with pronouns and tense."""
    verb = clause.verb
    subject = [] if clause.subject is None else _kept(passage, *clause.subject)
    begin = clause.first if verb is None else verb.first
    return [*subject, *_shared_auxiliary(passage, clause), *_kept(passage, begin, clause.after)]


def _shared_auxiliary(passage: Passage, clause: Clause) -> list[int]:
    """Return the auxiliary that two passive verbs share: "was" of "was suspended and dismissed"."""
    if (
        clause.kind is not Kind.COORDINATE
        or clause.verb is None
        or clause.parent is None
        or clause.parent < 0
    ):
        return []
    before = passage.clauses[clause.parent].verb
    alone = clause.verb.first == clause.verb.main and is_participle(passage.words[clause.verb.main])
    if before is None or not alone or passage.key(clause.verb.main) in INTRANSITIVES:
        return []
    return [index for index in range(before.first, before.main) if passage.key(index) in BE]


def _words(passage: Passage, clause: Clause) -> list[int]:
    """Return the words of a clause that a title may have: subject, verb, and what follows it."""
    verb = clause.verb
    if verb is None:
        return _kept(passage, clause.first, clause.after)
    after = verb.after
    if passage.key(verb.main) == "followed" and passage.key(after) == "by" and verb.is_bare:
        return _kept(passage, after + 1, clause.after)
    if passage.key(verb.main) in EXPECTING and verb.first == verb.main and after < clause.after:
        return _kept(passage, after, clause.after)
    subject: list[int] = []
    if clause.subject is not None and not (
        clause.kind is Kind.PARTICIPLE and is_gerund(passage.words[verb.main])
    ):
        subject = _kept(passage, *clause.subject)
        if clause.kind is Kind.SUBORDINATE and is_gerund(passage.words[verb.main]) and verb.is_bare:
            subject = []
        if subject and all(passage.key(index) in NO_SUBJECTS for index in subject):
            subject = []
    elif clause.kind is Kind.PARTICIPLE and not is_gerund(passage.words[verb.main]):
        subject = _subject_ahead(passage, clause)
    elif clause.kind is Kind.MAIN:
        subject = list(range(clause.first, verb.first))  # a time: "1956 was marked by"
    rest = _kept(passage, verb.after, clause.after)
    if (
        (not rest or passage.key(rest[0]) in PREPOSITIONS - PARTICLES)
        and clause.kind is Kind.RELATIVE
        and clause.joint in {"which", "that", "whom"}
        and clause.subject
    ):
        rest = [*_antecedent(passage, clause), *rest]
    return [*subject, *_verb_words(passage, clause), *rest]


def _subject_ahead(passage: Passage, clause: Clause) -> list[int]:
    """Return the subject of the clause that a participle waits for: "Founded in 1996, | Norvia carried"."""
    if clause.parent is None or clause.parent < 0 or passage.clauses[clause.parent].first < clause.first:
        return []
    subject = passage.clauses[clause.parent].subject
    kept = [] if subject is None else _kept(passage, *subject)
    return [] if all(passage.key(index) in NO_SUBJECTS for index in kept) else kept


def _antecedent(passage: Passage, clause: Clause) -> list[int]:
    """Return the noun that a clause takes for its object: "the clinic" of "the clinic, which she ran"."""
    if (
        clause.subject == (clause.first - 1, clause.first)
        or clause.subject is None
        or clause.subject[0] < clause.first
    ):
        return []
    after = clause.first - 1
    while after > 0 and not passage.is_word(after - 1):
        after -= 1
    for begin in range(after - 1, max(after - LONGEST_NOUN, -1), -1):
        if not passage.is_word(begin) or passage.timed[begin]:
            return []
        if passage.key(begin) in DETERMINERS:
            return list(range(begin, after))
    return []


def _verb_words(passage: Passage, clause: Clause) -> list[int]:
    """Return the verb without its tense: "to be opened" for what will be, "opened" for what has been or was."""
    verb = clause.verb
    if verb is None:
        return []
    if verb.is_negated or passage.key(verb.main) == "been":
        return list(range(verb.first, verb.main + 1))
    if passage.key(verb.main - 1) in ASPECTUALS and verb.main > verb.first:
        return [verb.main - 1, verb.main]
    if passage.key(verb.main) in IRREGULAR_PARTICIPLES - IRREGULAR_PASTS and not _is_passive(passage, clause):
        return [*(index for index in range(verb.first, verb.main) if passage.key(index) in HAVE), verb.main]
    if not verb.is_future or verb.first == verb.main or passage.key(verb.main) in EXPECTING:
        return [verb.main]
    passive = [index for index in range(verb.first + 1, verb.main) if passage.key(index) == "be"]
    modal = verb.first if passage.key(verb.first) in MODALS - WILL else TO
    looks_ahead = any(passage.key(index) == "to" for index in range(verb.first, verb.main))
    return [TO if looks_ahead else modal, *passive[-1:], verb.main]


def _is_passive(passage: Passage, clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and any(passage.key(index) in BE for index in range(verb.first, verb.main))


TO = -1
"""Stands for the "to" of a title of what is still to come."""


def _kept(passage: Passage, first: int, after: int) -> list[int]:
    """Return the words between two places without times that were taken down, their prepositions, and the last sign."""
    kept: list[int] = []
    for index in range(first, after):
        if passage.said[index] and not _is_object(passage, index):
            continue
        if _leads_to_time(passage, index, after):
            continue
        if passage.key(index) == "'s" and index and passage.said[index - 1]:
            continue
        behind_a_time = bool(kept) and kept[-1] < index - 1 and passage.said[index - 1]
        if behind_a_time and passage.key(index) in ANEW:
            break
        if behind_a_time and passage.key(kept[-1]) in LOOSE:
            kept.pop()
        kept.append(index)
    while kept and (not is_word(passage.words[kept[-1]]) or _hangs(passage, kept)):
        kept.pop()
    while (
        kept
        and kept[-1] < after - 1
        and passage.key(kept[-1]) in LOOSE
        and passage.said[kept[-1] + 1 : after].count(True)
    ):
        kept.pop()
    return kept


def _hangs(passage: Passage, kept: Sequence[int]) -> bool:
    """Return whether the last word waits for one that is not there: "held in"."""
    key = passage.key(kept[-1])
    alone = len(kept) == 1 and key not in PREPOSITIONS
    return not alone and key in HANGING and key not in PARTICLES | DETERMINERS


def _is_object(passage: Passage, index: int) -> bool:
    """Return whether a time is the object of a verb that wants one: "spent a week"."""
    while index > 0 and passage.said[index]:
        index -= 1
    return passage.key(index) in TAKES_A_LENGTH


def _leads_to_time(passage: Passage, index: int, after: int) -> bool:
    """Return whether a word is there only for the time after it: "on" before "Friday", "in the" before "1990s"."""
    small = PREPOSITIONS | DETERMINERS | LEADS
    if passage.key(index) in PARTICLES and passage.key(index + 1) in PREPOSITIONS:
        return False
    place = index
    while place < min(after, index + 3) and passage.key(place) in small and not passage.said[place]:
        place += 1
    return index < place < len(passage.words) and passage.said[place] and not _is_object(passage, place)


def _shortened(passage: Passage, kept: Sequence[int], least: int = 1) -> str:
    """Return the text of words, cut before a word that goes on where it is too long, but not among the first ones."""
    rest = _without_lead(passage, kept)
    least -= len(kept) - len(rest)
    kept = rest
    text, best = "", ""
    for place in range(len(kept)):
        if place >= least and text and _may_cut(passage, kept, place) and len(text) <= LONGEST_TITLE:
            best = text
        text += _spaced(passage, kept, place)
        if len(text) > LONGEST_TITLE * 2:
            break
    if len(text) <= LONGEST_TITLE:
        best = text
    best = best.rstrip(" ,;:")
    if not best:
        best = (
            text[: text.rfind(" ", 0, LONGEST_TITLE)]
            if " " in text[:LONGEST_TITLE]
            else text[: LONGEST_TITLE - 1]
        )
        best = best.rstrip(" ,") + "\u2026"
    return best[:1].upper() + best[1:]


def _without_lead(passage: Passage, kept: Sequence[int]) -> list[int]:
    """Leave out what only joins a title to the sentence before: connectives, signs, the first article."""
    skip = 0
    while skip < len(kept) - 2 and kept[skip] != TO and _is_lead(passage.words[kept[skip]]):
        skip += 1
    while skip < len(kept) - 1 and kept[skip] != TO and not is_word(passage.words[kept[skip]]):
        skip += 1
    return list(kept[skip:])


def _is_lead(word: Word) -> bool:
    key = word.key
    coloured = key.endswith("ly") and is_adverb(word)
    small = key in CONNECTIVES or key in SUBORDINATORS or key in ARTICLES or key == "of"
    return not is_word(word) or coloured or small


def _may_cut(passage: Passage, kept: Sequence[int], place: int) -> bool:
    """Return whether a title may end before one of its words: not after an article, only where a phrase begins."""
    before, here = kept[place - 1], kept[place]
    if TO in {here, before} or passage.key(before) in HANGING or is_gerund(passage.words[before]):
        return False
    if place > 1 and is_number(passage.words[before]) and passage.key(kept[place - 2]) in COORDINATORS:
        return False
    key = passage.key(here)
    if not is_word(passage.words[here]):
        return passage.words[here].text in CUTS
    if key in COORDINATORS and passage.words[before].capital:
        return False
    return key in GOES_ON or here != before + 1


def _spaced(passage: Passage, kept: Sequence[int], place: int) -> str:
    """Return a word with the space that stands before it in the text, or one where something was left out."""
    index = kept[place]
    if index == TO:
        return " to" if place else "to"
    word = passage.words[index]
    if not place:
        return word.text
    before = kept[place - 1]
    small = word.key in ARTICLES | PREPOSITIONS | DETERMINERS | PRONOUNS or is_participle(word)
    if not index and small and word.key != "i":
        return f" {word.text.lower()}"
    glued = before == index - 1 and passage.words[before].end == word.start
    return word.text if glued else f" {word.text}"
