"""The words that put statements in an order: "after signing", "during the ceremony", "two days after", "then"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from timeline.drafting.clauses import Kind
from timeline.drafting.lexicon import (
    EVENT_NOUNS,
    FORERUNNERS,
    HAVE,
    SEQUELS,
    word_set,
)
from timeline.drafting.names import head_noun, naming_noun
from timeline.drafting.nouns import during_at
from timeline.drafting.passages import Passage, Span
from timeline.drafting.statements import Statement, Time
from timeline.drafting.subjects import ARTICLES, awaits_noun

__all__ = ["Link", "Unlinked", "by_name", "links_in", "links_to_nouns", "links_to_sentence_before"]

AFTER, BEFORE, DURING, NEAR = "after", "before", "during", "of"

JOINTS = {"after": AFTER, "before": BEFORE, "since": AFTER, "until": BEFORE, "till": BEFORE}
PHRASES = {
    ("as", "part", "of"): DURING,
    ("in", "the", "wake", "of"): AFTER,
    ("ahead", "of"): BEFORE,
    ("prior", "to"): BEFORE,
    ("during",): DURING,
    ("after",): AFTER,
    ("following",): AFTER,
    ("since",): AFTER,
    ("before",): BEFORE,
    ("until",): BEFORE,
}
DEFINITE = word_set("the this that these those its their his her")
SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ions",
    "ion",
    "ings",
    "ing",
    "ures",
    "ure",
    "als",
    "al",
    "ed",
    "es",
    "s",
    "e",
)
"""What makes a noun of a verb, or a past of it."""

MOST_CANDIDATES = 50
"""Of more statements that share a noun no single one can be meant."""

SHORTEST_STEM = 4
CHANGING = frozenset("dst")
"""Last letters that change between a verb and its noun: explode and explosion, decide and decision."""


@attrs.frozen(eq=False)
class Link:
    """A statement is after, before, during or near (`of`) another, by so much where `length` says how much."""

    first: Statement
    word: str
    second: Statement
    words: Span
    length: Span | None = None
    time: Time | None = None


@attrs.frozen(eq=False)
class Unlinked:
    """A statement is put beside something that no statement is found for."""

    statement: Statement
    words: Span
    reason: str
    time: Time | None = None


def links_in(passage: Passage, statements: Sequence[Statement], times: Sequence[Time]) -> Iterator[Link]:
    """Return the links between clauses of one sentence: "left after signing the treaty", "was held and then freed"."""
    by_clause = {statement.clause: statement for statement in statements}
    for number, clause in enumerate(passage.clauses):
        first, second = by_clause.get(clause.parent), by_clause.get(number)
        if clause.parent is None or first is None or second is None or first.reason or second.reason:
            continue
        start, joint = passage.words[clause.first], passage.words[max(clause.first - 1, 0)]
        if clause.kind is Kind.SUBORDINATE and clause.joint in JOINTS:
            if clause.joint == "since" and not _is_perfect(passage, clause.parent):
                continue
            time = _time_before(passage, times, clause.first - 1)
            words = (joint.start, start.end)
            yield Link(first, JOINTS[clause.joint], second, words, time.place if time else None, time)
        elif clause.kind is Kind.COORDINATE and start.key in SEQUELS:
            yield Link(second, AFTER, first, (start.start, start.end))
        elif (
            clause.kind is Kind.PARTICIPLE
            and start.key == "followed"
            and passage.key(clause.first + 1) == "by"
        ):
            yield Link(second, AFTER, first, (start.start, passage.words[clause.first + 1].end))


def _is_perfect(passage: Passage, number: int) -> bool:
    """Return whether a clause says "has" or "had", after which "since" tells a time and no cause."""
    verb = passage.clauses[number].verb
    return verb is not None and passage.key(verb.first) in HAVE


def _time_before(passage: Passage, times: Sequence[Time], index: int) -> Time | None:
    """Return the length that ends just before a word: "two days" in "two days after"."""
    for time in times:
        if time.link and passage.place(time.span)[1] == index:
            return time
    return None


def links_to_nouns(
    passage: Passage,
    statements: Sequence[Statement],
    times: Sequence[Time],
    named: Mapping[str, Sequence[Statement]],
) -> Iterator[Link | Unlinked]:
    """Return the links to statements by the noun that names them: "during the ceremony", "two days after the attack"."""
    by_clause = {statement.clause: statement for statement in statements}
    for index in range(len(passage.words)):
        phrase = _phrase(passage, index)
        if not phrase:
            continue
        number = passage.clause_at(index)
        statement = None if number is None else by_clause.get(number)
        if statement is None or statement.reason:
            continue
        begin = index + len(phrase)
        if PHRASES[phrase] == DURING and any(
            during_at(passage, time.span) == begin for time in times if time.told
        ):
            continue
        phrase_found = _noun_phrase(passage, begin)
        time = _time_before(passage, times, index)
        if phrase_found is None:
            continue
        noun, end = phrase_found
        words = (passage.words[index].start, passage.words[noun].end)
        found = _named(_Phrase(passage, begin, noun, end), statement, statements, named)
        if isinstance(found, Statement):
            yield Link(statement, PHRASES[phrase], found, words, time.place if time else None, time)
        elif passage.key(noun) in EVENT_NOUNS or time is not None:
            yield Unlinked(statement, words, f"'{passage.text_of(words)}': {found}", time)


def _phrase(passage: Passage, index: int) -> tuple[str, ...]:
    """Return the words of linking that begin at a word."""
    if passage.timed[index]:
        return ()
    for phrase in PHRASES:
        if phrase[0] == passage.key(index) and all(
            passage.key(index + step) == word for step, word in enumerate(phrase)
        ):
            return phrase
    return ()


def _noun_phrase(passage: Passage, begin: int) -> tuple[int, int] | None:
    """Return a definite phrase by its noun and its end: "ceremony" in "the long welcoming ceremony in Seoul"."""
    timed = begin < len(passage.words) and passage.timed[begin]
    if passage.key(begin) not in DEFINITE and not timed:
        return None
    end = begin + 1
    while end < len(passage.words) and passage.is_word(end) and end < begin + 8:
        if passage.key(end) in ARTICLES and not awaits_noun(passage.words[end - 1]):
            break  # "after the hearing | the court": a noun of its own
        end += 1
    clause_ends = [clause.after for clause in passage.clauses if clause.first <= begin < clause.after]
    verbs = [clause.verb.first for clause in passage.clauses if clause.verb and clause.verb.first > begin]
    end = min([end, *clause_ends, *verbs[:1]])
    noun = head_noun(passage, begin, end)
    return None if noun is None else (noun, end)


class _Phrase(NamedTuple):
    """A phrase that names something: its words, and which of them is the noun."""

    passage: Passage
    begin: int
    noun: int
    end: int

    @property
    def names(self) -> set[str]:
        """The names in it, which a statement that is meant must have too: "Liaoyang" in "the Battle of Liaoyang"."""
        words = self.passage.words
        return {
            words[index].key
            for index in range(self.begin, self.end)
            if words[index].capital and index != self.noun
        }


def _named(
    phrase: _Phrase,
    statement: Statement,
    statements: Sequence[Statement],
    named: Mapping[str, Sequence[Statement]],
) -> Statement | str:
    """Return the statement that a phrase names, or why none is."""
    for other in statements:
        if other.noun is not None and phrase.begin <= other.noun[0] <= phrase.noun:
            return other
    candidates = named.get(stem_of(phrase.passage.key(phrase.noun)), ())
    found = [
        other
        for other in candidates[:MOST_CANDIDATES]
        if other is not statement and phrase.names <= other.keys
    ]
    if len(found) == 1:
        return found[0]
    return "more than one statement can be meant" if found else "nothing that is told here with a time"


def by_name(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return statements by the stems of the nouns that can name them."""
    named: dict[str, list[Statement]] = {}
    for statement in statements:
        for name in dict.fromkeys(names_of(statement)):
            named.setdefault(name, []).append(statement)
    return named


def names_of(statement: Statement) -> list[str]:
    """Return the stems of the words by which a later sentence may name a statement."""
    passage = statement.passage
    if statement.noun is not None:
        noun = head_noun(passage, *statement.noun)
        return [] if noun is None else [stem_of(passage.key(noun))]
    clause = passage.clauses[statement.clause or 0]
    verb = clause.verb
    if verb is None:
        return []
    head = naming_noun(passage, clause)
    if head is None and clause.subject is not None and _has_own_time(statement, clause.subject):
        head = head_noun(passage, *clause.subject)
    return [stem_of(statement.verb_word), *([] if head is None else [stem_of(passage.key(head))])]


def _has_own_time(statement: Statement, subject: Span) -> bool:
    """Return whether a time of a statement stands in its subject: "A rights issue in June raised too little"."""
    words = statement.passage.words
    start, end = words[subject[0]].start, words[subject[1] - 1].end
    return any(start < told.start < end for told in statement.told)


def stem_of(word: str) -> str:
    """Return what a verb and its nouns have in common, "*" for a last letter that changes.

    >>> stem_of("deployment"), stem_of("deployed"), stem_of("explosion") == stem_of("exploded"), stem_of("war")
    ('deploy', 'deploy', True, 'war')
    """
    stem = word
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            stem = word[: -len(suffix)]
            break
    return f"{stem[:-1]}*" if len(stem) > SHORTEST_STEM and stem[-1] in CHANGING else stem


def links_to_sentence_before(
    passage: Passage, statements: Sequence[Statement], times: Sequence[Time], before: Sequence[Statement]
) -> Iterator[Link]:
    """Return the link of a sentence that begins with "Then" or "Earlier" to the one statement of the sentence before it."""
    first = passage.key(0)
    if len(before) != 1 or first not in SEQUELS | FORERUNNERS:
        return
    if len(passage.words) > 1 and passage.timed[0] and passage.timed[1]:
        return
    number = passage.clause_at(0)
    statement = next((each for each in statements if each.clause == number and number is not None), None)
    if statement is None or statement.reason:
        return
    time = next((each for each in times if passage.place(each.span) == (0, 1)), None)
    word = AFTER if first in SEQUELS else BEFORE
    yield Link(statement, word, before[0], (passage.words[0].start, passage.words[0].end), None, time)
