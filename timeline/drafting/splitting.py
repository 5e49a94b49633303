"""A sentence into clauses: one for each verb, with its subject, and what joins it to the others.

No tagger and no parser: clauses begin at the signs and words that begin them in English, and only where a verb follows.
What has no verb of its own belongs to the clause beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from timeline.drafting.clauses import NOWHERE, Clause, Kind, attached, last_with_verb
from timeline.drafting.lexicon import (
    ATTRIBUTIONS,
    BE,
    COMMON_BASES,
    COORDINATORS,
    COPULAS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from timeline.drafting.subjects import Subjects
from timeline.drafting.verbs import Verb, is_adverb, is_gerund, is_participle, opens_rest, verb_at
from timeline.drafting.words import Word, is_number, is_word

__all__ = ["clauses_of"]

BREAKS = frozenset(',;:()[]"`\u201c\u201d\u2014\u2013_|*/-')


QUOTES = frozenset('"\u201c\u201d')
FINITE = frozenset({"was", "were", "is", "are", "has", "had", "will", "would"})
SAID = frozenset({"said", "says"})
LONGEST_QUOTED = 4
"""So many quoted words are no clause of their own."""


@attrs.define
class _Open:
    """A clause that is being read."""

    first: int
    kind: Kind = Kind.MAIN
    joint: str = ""
    verb: Verb | None = None
    content: int | None = None


def clauses_of(words: Sequence[Word], timed: Sequence[bool]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, of whose words `timed` says which tell a time.

    >>> from timeline.drafting.words import words_of
    >>> words = words_of("The regiment left after signing the treaty, and Kim said it returned.")
    >>> [(clause.kind.value, clause.joint) for clause in clauses_of(words, [False] * len(words))]
    [('main', ''), ('subordinate', 'after'), ('coordinate', 'and'), ('content', '')]
    """
    return _Reader(words, timed).read()


class _Reader:
    def __init__(self, words: Sequence[Word], timed: Sequence[bool]) -> None:
        self.words = words
        self.timed = timed
        self.count = len(words)
        self.done: list[Clause] = []
        self.subjects = Subjects(words, timed, self.done)
        self.now = _Open(0)

    def read(self) -> tuple[Clause, ...]:
        index = 0
        while index < self.count:
            index = self._step(index)
        self._close(self.count, self.count)
        return tuple(attached(self.done))

    def _step(self, index: int) -> int:
        """Read a word, or a verb with its auxiliaries; returns the next index."""
        if self.timed[index]:
            return index + 1
        if not is_word(self.words[index]):
            if self.words[index].key in BREAKS and not self._quotes_words(index):
                self._close(index, index + 1)
            return index + 1
        opened = self._opening(index)
        if opened is not None:
            kind, joint = opened
            first = index + 1 if joint else index
            if index > self.now.first:
                self._close(index, first)
            self.now = _Open(first, kind, joint)
            return self._verb(first) if first == index else first
        return self._verb(index)

    def _quotes_words(self, index: int) -> bool:
        """Return whether a sign opens or closes a few quoted words, which belong to the clause around them."""
        if self.words[index].key not in QUOTES:
            return False
        first, after = max(index - LONGEST_QUOTED - 1, 0), index + LONGEST_QUOTED + 2
        near = [place for place in range(first, min(after, self.count)) if self.words[place].key in QUOTES]
        partner = next((place for place in near if abs(place - index) > 1), None)
        if partner is None:
            return False
        inside = range(min(index, partner) + 1, max(index, partner))
        return all(is_word(self.words[place]) or self.words[place].key == "-" for place in inside)

    def _verb(self, index: int) -> int:
        """Take the verb that begins at a word, if the clause has none yet."""
        now = self.now
        if now.verb is not None and not (self._ends_aside(index) or self._ends_reduced(index)):
            return index + 1
        now = self.now
        verb = self._verb_at(index)
        opens = now.kind in {Kind.SUBORDINATE, Kind.PARTICIPLE} and index == now.first
        if verb is None and opens and is_gerund(self.words[index]) and not self._is_noun(index):
            main = index
            while main + 1 < self.count and self.words[main].key in {"being", "having", "been"}:
                main += 1
            verb = Verb(index, main, main + 1, is_bare=True)
        if verb is None:
            return index + 1
        now.verb = verb
        if verb.is_bare and now.kind is Kind.MAIN and self._describes(index, verb):
            now.kind = Kind.PARTICIPLE
        if self.words[verb.main].key in ATTRIBUTIONS and not self._is_passive(verb):
            now.content = self._content(verb)
        return verb.after

    def _is_noun(self, index: int) -> bool:
        """Return whether an -ing form is the subject of the verb behind it: "after fighting resumed"."""
        after = index + 1
        return (
            after < self.count
            and verb_at(self.words, after, index, self.timed, coordinated=False) is not None
        )

    def _is_passive(self, verb: Verb) -> bool:
        """Return whether somebody is said to be something: "was reported missing", not "it was reported that"."""
        passive = any(self.words[index].key in BE for index in range(verb.first, verb.main))
        return passive and verb.after < self.count and self.words[verb.after].key != "that"

    def _ends_aside(self, index: int) -> bool:
        """Return whether an aside is over since the verb comes of the noun that it stood beside: "the man who fled | was"."""
        now = self.now
        aside = now.kind in {Kind.RELATIVE, Kind.PARTICIPLE} or (
            now.kind is Kind.SUBORDINATE and now.verb is not None and is_gerund(self.words[now.verb.main])
        )
        if not aside or self.subjects.pending() is None or is_participle(self.words[index]):
            return False
        if verb_at(self.words, index, now.first, self.timed, coordinated=True) is None:
            return False
        self._close(index, index)
        return True

    def _ends_reduced(self, index: int) -> bool:
        """Return whether the verb before was only a participle of the subject: "A backpack thought to be hers | was found"."""
        now = self.now
        verb = now.verb
        if verb is None or now.kind is not Kind.MAIN or not verb.is_bare or verb.first == now.first:
            return False
        if not is_participle(self.words[verb.main]) or verb.after >= self.count:
            return False
        following = self.words[verb.after]
        light = (
            self.timed[verb.after]
            or verb.after == index
            or following.key in PREPOSITIONS
            or following.key == "to"
        )
        word = self.words[index]
        if (
            not light
            or not (word.key in FINITE or word.key in SAID)
            or self.words[index - 1].key in PREPOSITIONS
        ):
            return False
        if verb_at(self.words, index, now.first, self.timed, coordinated=True) is None:
            return False
        self.now = _Open(now.first, now.kind, now.joint)
        self._close(verb.first, verb.first)
        self.now = _Open(verb.first, Kind.PARTICIPLE, verb=verb)
        self._close(index, index)
        return True

    def _verb_at(self, index: int) -> Verb | None:
        now = self.now
        bare = now.kind in {Kind.COORDINATE, Kind.RELATIVE} or (
            now.kind is Kind.MAIN and self.subjects.pending() is not None
        )
        found = verb_at(self.words, index, now.first, self.timed, coordinated=bare)
        if found is None and now.kind is Kind.COORDINATE and self.done and index == now.first:
            return self._bare(index, self.done[-1].verb)
        return found

    def _opening(self, index: int) -> tuple[Kind, str] | None:
        """Return what kind of clause begins at a word, and the word if it is only the joint."""
        key, now = self.words[index].key, self.now
        if now.content == index:
            return Kind.CONTENT, "that" if key == "that" else ""
        if key in RELATIVES and self._is_relative(index):
            return Kind.RELATIVE, key
        if key in SUBORDINATORS and self._is_subordinate(index):
            return Kind.SUBORDINATE, key
        if key in COORDINATORS and (now.verb is not None or index == now.first):
            return self._coordinate(index, key)
        if self._is_participial(index):
            return Kind.PARTICIPLE, ""
        return None

    def _is_relative(self, index: int) -> bool:
        key, now = self.words[index].key, self.now
        if index == 0 or index + 1 >= self.count:
            return False
        if key != "that":
            return index > now.first or bool(self.done)
        following = self.words[index + 1]
        if now.verb is not None and self.words[now.verb.main].key in ATTRIBUTIONS:
            return False
        direct = verb_at(self.words, index + 1, index + 1, self.timed, coordinated=True) is not None
        return index > now.first and (direct or self._verb_ahead(index + 1)) and following.key != "of"

    def _is_subordinate(self, index: int) -> bool:
        if index + 1 >= self.count or self.timed[index + 1]:
            return False
        key = self.words[index].key
        if is_gerund(self.words[index + 1]) and key not in {"as", "that", "so", "if"}:
            return True
        measured = all(self.timed[place] for place in range(self.now.first, index))
        if self.now.verb is None and (key == "that" or (index > self.now.first and not measured)):
            return False
        if key == "as" and self.words[index + 1].key in {"part", "well", "of", "a", "an"}:
            return False
        return self._verb_ahead(index + 1) and not (key in PREPOSITIONS and self._has_two_nouns(index))

    def _has_two_nouns(self, index: int) -> bool:
        """Return whether two nouns stand before the next verb, so that the joint is a preposition: "After the war the firm moved"."""
        for place in range(index + 1, self.count):
            if not is_word(self.words[place]):
                return False
            if verb_at(self.words, place, index + 1, self.timed, coordinated=False) is not None:
                return self.subjects.second_noun(index, place) is not None
        return False

    def _coordinate(self, index: int, key: str) -> tuple[Kind, str] | None:
        following = index + 1
        while following < self.count and (is_adverb(self.words[following]) or self.timed[following]):
            following += 1
        if following >= self.count or (self.now.verb is None and last_with_verb(self.done) is None):
            return None
        direct = verb_at(self.words, following, following, self.timed, coordinated=True)
        if direct is not None or self._verb_ahead(following) or self._bare(following, self.now.verb):
            return Kind.COORDINATE, key
        return None

    def _bare(self, index: int, before: Verb | None) -> Verb | None:
        """Return the bare verb that shares what looks forward in the one before it: "will open in May and close in June".

        Behind "and" and a time any word is one: "will open next month and report within a year".
        """
        word = self.words[index]
        shares = before is not None and before.is_future and before.first < before.main
        known = word.key in COMMON_BASES or (index > 1 and self.timed[index - 2] and not _is_small(word))
        opens = opens_rest(self.words, self.timed, index)
        if not (shares and known and opens) or word.capital or not is_word(word):
            return None
        return Verb(index, index, index + 1, is_future=True)

    def _is_participial(self, index: int) -> bool:
        """Return whether "returning from", "planted by" begin a clause of their own, after the verb of another."""
        word, now = self.words[index], self.now
        if index == now.first:
            return is_gerund(word) and bool(self.done) and now.kind is Kind.MAIN and not word.capital
        if now.verb is None or index < now.verb.after or word.capital:
            return False
        before = self.words[index - 1]
        if before.key in COPULAS and is_participle(word):
            return False
        if self.timed[index - 1] or not is_word(before) or _is_small(before):
            return False
        if is_gerund(word) and index + 1 < self.count and self.timed[index + 1]:
            return False
        return (is_gerund(word) or is_participle(word)) and opens_rest(self.words, self.timed, index)

    def _content(self, verb: Verb) -> int | None:
        """Return where begins what is said: after the verb of saying, its time, and "that"."""
        index = verb.after
        while index < self.count and (
            self.timed[index]
            or (index + 1 < self.count and self.timed[index + 1] and _is_small(self.words[index]))
        ):
            index += 1
        if index >= self.count or not is_word(self.words[index]) or self.words[index].key in {"of", "to"}:
            return None
        if self.words[index].key == "that":
            return index
        return index if self._verb_ahead(index) and not _is_joint(self.words[index]) else None

    def _verb_ahead(self, index: int) -> bool:
        """Return whether a verb comes before the next sign or joint."""
        for place in range(index, self.count):
            word = self.words[place]
            if self.timed[place]:
                continue
            if not is_word(word) and word.key in BREAKS:
                return False
            if place > index and _is_joint(word) and word.key not in COORDINATORS:
                return False
            if verb_at(self.words, place, index, self.timed, coordinated=False) is not None:
                joined = place > index and self.words[place - 1].key in COORDINATORS
                return not joined and (place > index or not is_participle(word))
        return False

    def _describes(self, index: int, verb: Verb) -> bool:
        """Return whether a form without auxiliary describes a noun: ", founded in 1987", "In a speech made to Congress"."""
        first = self.now.first
        if all(is_adverb(self.words[place]) for place in range(first, index)):
            return not self._resumes(verb)
        is_aside = (
            self.words[first].key in PREPOSITIONS
            and not self._counts(first)
            and not self.timed[first]
            and not self.subjects.is_leading(first)
        )
        return (
            is_aside
            and self.subjects.second_noun(first, verb.first) is None
            and is_participle(self.words[verb.main])
            and opens_rest(self.words, self.timed, verb.main)
        )

    def _counts(self, index: int) -> bool:
        """Return whether a preposition only belongs to a number: "At least 46 people", "Over 300 homes"."""
        following = self.words[index + 1] if index + 1 < self.count else None
        return following is not None and (following.key in {"least", "most"} or is_number(following))

    def _resumes(self, verb: Verb) -> bool:
        """Return whether a verb at the head of a part goes on with a noun that waits for it, rather than describing it."""
        if self.subjects.pending() is None:
            return self.words[verb.main].key in ATTRIBUTIONS or not is_participle(self.words[verb.main])
        place = verb.after
        while place < self.count and (self.timed[place] or self.words[place].key not in BREAKS):
            place += 1
        while place < self.count and not is_word(self.words[place]):
            place += 1
        if place >= self.count:
            return True
        return verb_at(self.words, place, place, self.timed, coordinated=True) is None

    def _close(self, end: int, begin: int) -> None:
        """End the clause before a word, and begin the next."""
        now = self.now
        if end > now.first:
            kind = Kind.FRAGMENT if now.verb is None else now.kind
            loose = kind is Kind.FRAGMENT and now.kind is not Kind.MAIN and now.kind is not Kind.COORDINATE
            parent = NOWHERE if loose else last_with_verb(self.done)
            clause = Clause(now.first, end, kind=kind, joint=now.joint, verb=now.verb, parent=parent)
            self.done.append(attrs.evolve(clause, subject=self.subjects.find(clause)))
        self.now = _Open(begin)
        if now.content is not None and now.content >= begin and end <= now.content:
            self.now.content = now.content


def _is_small(word: Word) -> bool:
    key = word.key
    return key in PREPOSITIONS or key in DETERMINERS or key in COORDINATORS or key == "to" or is_adverb(word)


def _is_joint(word: Word) -> bool:
    return word.key in SUBORDINATORS or word.key in RELATIVES or word.key in COORDINATORS
