"""The subject of a clause: before its verb, in the noun that waits for a verb, or in the clause it is joined to."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.drafting.clauses import Clause, Kind
from timeline.drafting.lexicon import (
    CONNECTIVES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from timeline.drafting.verbs import is_adverb, is_participle
from timeline.drafting.words import Word, is_word

__all__ = ["ARTICLES", "Subjects", "awaits_noun"]

NOMINATIVES = frozenset({"i", "he", "she", "we", "they"})
"""Pronouns that are always the subject of the verb behind them: "After the war she left"."""

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
LONGEST_NOUN = 8
"""A noun that a clause is about has at most so many words."""


class Subjects:
    """Finds the subjects of the clauses of one sentence; `done` are those before, and grows while it is read."""

    def __init__(self, words: Sequence[Word], timed: Sequence[bool], done: list[Clause]) -> None:
        self.words = words
        self.timed = timed
        self.done = done

    def pending(self) -> Clause | None:
        """Return the fragment that still waits for its verb: "The company" in "The company, founded in 1987, said"."""
        found = None
        for clause in reversed(self.done):
            if clause.kind is Kind.FRAGMENT and self._is_noun(clause):
                found = clause
            elif clause.verb is not None and not self._is_aside(clause):
                return found
        return found

    def _is_aside(self, clause: Clause) -> bool:
        """Return whether a clause only says more of a noun, as does what "and" adds to such a clause."""
        while clause.kind is Kind.COORDINATE and clause.parent is not None and clause.parent >= 0:
            clause = self.done[clause.parent]
        return clause.kind in {Kind.PARTICIPLE, Kind.RELATIVE}

    def _is_noun(self, clause: Clause) -> bool:
        first = self.words[clause.first]
        small = first.key in PREPOSITIONS or first.key in CONNECTIVES or first.key in SUBORDINATORS
        return not (small or self.timed[clause.first] or is_adverb(first))

    def find(self, now: Clause) -> tuple[int, int] | None:
        """Return where the subject of a clause stands, in it or before it."""
        verb = now.verb
        if verb is None:
            return None
        first = now.first
        while first < verb.first and self.is_leading(first):
            first += 1
        last = verb.first
        while last > first and is_adverb(self.words[last - 1]):
            last -= 1
        head = first if self.words[first].key in PREPOSITIONS else first - 1
        if head >= now.first and self.words[head].key in PREPOSITIONS and now.kind is not Kind.RELATIVE:
            first = self.second_noun(head, last) or first
        aside = self.words[first].key in PREPOSITIONS and now.kind is Kind.MAIN and self.pending() is not None
        if first < last and now.kind is not Kind.RELATIVE and not aside:
            return first, last
        if now.kind is Kind.RELATIVE and (now.joint in {"where", "whose", "whom"} or first < last):
            return (first, verb.first) if first < verb.first else None
        if now.kind is Kind.RELATIVE or (
            now.kind is Kind.PARTICIPLE and is_participle(self.words[verb.main])
        ):
            return self._noun_before(now.first - (1 if now.joint else 0))
        if now.kind is Kind.PARTICIPLE and now.first and is_word(self.words[now.first - 1]):
            return self._noun_before(now.first)
        return self._inherited(now)

    def second_noun(self, first: int, last: int) -> int | None:
        """Return where a new noun begins after the one of a preposition: "After the war | the firm", "After it fell | he".

        >>> from timeline.drafting.words import words_of
        >>> words = words_of("After the long war the firm")
        >>> Subjects(words, [False] * len(words), []).second_noun(0, len(words))
        4
        """
        for place in range(last - 1, first + 1, -1):
            key, before = self.words[place].key, self.words[place - 1]
            if key in NOMINATIVES:
                return place
            if key == "it" and place == last - 1 and is_word(before) and not awaits_noun(before):
                return place
            closed = self.timed[place - 1] or (is_word(before) and not awaits_noun(before))
            if key in ARTICLES and place > first + 2 and closed:
                return place
        return None

    def is_leading(self, index: int) -> bool:
        """Return whether a word stands only before the subject: an adverb, a time, the preposition of a time."""
        word = self.words[index]
        if self.timed[index] or not is_word(word) or is_adverb(word) or word.key in CONNECTIVES:
            return True
        return word.key in PREPOSITIONS and index + 1 < len(self.words) and self.timed[index + 1]

    def _inherited(self, now: Clause) -> tuple[int, int] | None:
        pending = self.pending()
        if pending is not None and now.kind is Kind.MAIN:
            return pending.first, pending.after
        if now.kind is Kind.COORDINATE and self.done and self._is_aside(self.done[-1]):
            return self.done[-1].subject
        for clause in reversed(self.done):
            if clause.subject is not None and clause.kind not in {Kind.PARTICIPLE, Kind.RELATIVE}:
                return clause.subject
        return None

    def _noun_before(self, index: int) -> tuple[int, int] | None:
        """Return the noun that ends before a word: back to its article, or to what cannot be part of it."""
        after = index
        while after > 0 and not is_word(self.words[after - 1]):
            after -= 1
        verb = self.done[-1].verb if self.done and self.done[-1].after >= after else None
        floor = max(after - LONGEST_NOUN, verb.after if verb is not None else 0, 0)
        first = after
        while first > floor and not self.timed[first - 1] and is_word(self.words[first - 1]):
            key = self.words[first - 1].key
            if (key in PREPOSITIONS and key != "of") or key in COORDINATORS or key in PRONOUNS - DETERMINERS:
                break
            first -= 1
            if key in DETERMINERS and (first == 0 or self.words[first - 1].key != "of"):
                break
        return (first, after) if first < after else None


def awaits_noun(word: Word) -> bool:
    """Return whether a noun is still to come after a word: "of | the", "and | his"."""
    key = word.key
    return key in PREPOSITIONS or key in COORDINATORS or key in DETERMINERS or is_adverb(word) or key == "'s"
