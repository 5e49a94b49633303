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

__all__ = ["Subjects"]

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
            elif clause.verb is not None and clause.kind not in {Kind.PARTICIPLE, Kind.RELATIVE}:
                return found
        return found

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
        aside = self.words[first].key in PREPOSITIONS and now.kind is Kind.MAIN and self.pending() is not None
        if first < last and now.kind is not Kind.RELATIVE and not aside:
            return first, last
        if now.kind is Kind.RELATIVE and now.joint in {"where", "whose", "whom"}:
            return (first, verb.first) if first < verb.first else None
        if now.kind is Kind.RELATIVE or (
            now.kind is Kind.PARTICIPLE and is_participle(self.words[verb.main])
        ):
            return self._noun_before(now.first - (1 if now.joint else 0))
        if now.kind is Kind.PARTICIPLE and now.first and is_word(self.words[now.first - 1]):
            return self._noun_before(now.first)
        return self._inherited(now)

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
