"""`Passage`: a sentence with its times and its clauses, as all of drafting looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.drafting.clauses import NOWHERE, Clause
from timeline.drafting.sentences import Sentence, sentences
from timeline.drafting.splitting import clauses_of
from timeline.drafting.words import Word, is_word
from timeline.expressions.tagging import Mention
from timeline.times import ANYTIME

__all__ = ["LONGEST_JOINT", "LONGEST_QUOTE", "Passage", "Span", "one_line", "passages"]

Span = tuple[int, int]

LONGEST_QUOTE = 1_000
"""A quote has at most so many characters, cut around what it is quoted for."""

LONGEST_JOINT = 16
"""What joins two times has fewer characters than this."""

JOINTS = frozenset({"to", "and", "-", "\u2013", "\u2014", "until", "till", "through"})


def one_line(text: str) -> str:
    r"""Return a text with single spaces, as files show it.

    >>> one_line("last\n  June")
    'last June'
    """
    return " ".join(text.split())


class Passage:
    """A sentence of a text: its words, its mentions with the words that they take up, its clauses.

    Mentions that are the two ends of a range ("from May to June") are one time: `times` are spans of mentions. `timed` tells
    of each word whether it is part of a time, and `said` whether of one that was taken down.
    """

    def __init__(self, text: str, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.sentence = sentence
        self.words: tuple[Word, ...] = sentence.words
        self.mentions = tuple(mentions)
        self.timed = [False] * len(self.words)
        self.said = [False] * len(self.words)
        self.places = self._places()
        self.times = self._ranges()
        self.clauses: tuple[Clause, ...] = clauses_of(self.words, self.timed)

    def _places(self) -> tuple[Span, ...]:
        """Return the words that each mention takes up, and mark them."""
        places = []
        index = 0
        for mention in self.mentions:
            while self.words[index].end <= mention.start:
                index += 1
            first = index
            while index < len(self.words) and self.words[index].start < mention.end:
                self.timed[index] = True
                index += 1
            places.append((first, index))
            index = first
        return tuple(places)

    def _ranges(self) -> tuple[Span, ...]:
        times: list[Span] = []
        number = 0
        while number < len(self.mentions):
            size = 2 if self._is_range(number) else 1
            times.append((number, number + size))
            number += size
            for index in range(*self.place(times[-1])):
                self.timed[index] = True
        return tuple(times)

    def _is_range(self, number: int) -> bool:
        if number + 1 >= len(self.mentions):
            return False
        between = self.text[self.mentions[number].end : self.mentions[number + 1].start]
        joint = between.strip().lower() if len(between) < LONGEST_JOINT else ""
        first, last = self.mentions[number].readings, self.mentions[number + 1].readings
        meant = {reading.bounds for reading in first} & {reading.bounds for reading in last} - {ANYTIME}
        return bool(meant) and joint in JOINTS

    def place(self, time: Span) -> Span:
        """Return the words that a time takes up, from the first of its mentions to the last."""
        return self.places[time[0]][0], self.places[time[1] - 1][1]

    def take(self, time: Span) -> None:
        """Mark the words of a time as taken down, so that titles leave them out."""
        for index in range(*self.place(time)):
            self.said[index] = True

    def clause_at(self, index: int) -> int | None:
        """Return the number of the clause with a verb that a word belongs to, by way of its fragments."""
        for number, clause in enumerate(self.clauses):
            if clause.first <= index < clause.after:
                owner = number if clause.verb is not None else clause.parent
                return None if owner == NOWHERE else owner
        return None

    def key(self, index: int) -> str:
        """Return how the word at an index is compared; nothing outside the sentence."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def timed_at(self, index: int) -> bool:
        """Return whether the word at an index is part of a time."""
        return 0 <= index < len(self.words) and self.timed[index]

    def is_word(self, index: int) -> bool:
        """Return whether there is a word, not a sign, at an index."""
        return 0 <= index < len(self.words) and is_word(self.words[index])

    def quote(self, span: Span) -> Span:
        """Return where to quote what is said at a span: the sentence, cut where it is too long."""
        start, end = self.sentence.start, self.sentence.end
        if end - start <= LONGEST_QUOTE:
            return start, end
        room = max(LONGEST_QUOTE - (span[1] - span[0]), 0)
        start = max(start, span[0] - room // 2)
        return start, max(min(end, start + LONGEST_QUOTE), span[1])

    def text_of(self, span: Span) -> str:
        """Return the text at a span, in one line."""
        return one_line(self.text[span[0] : span[1]])


def passages(text: str, mentions: Sequence[Mention]) -> Iterator[Passage]:
    """Return the passages of a text; every mention is in one of them.

    >>> from timeline.expressions.tagging import tag
    >>> text = "It rained on Friday. Kim left."
    >>> [len(passage.mentions) for passage in passages(text, tag(text, anchor="2025-12-13"))]
    [1, 0]
    """
    number = 0
    for sentence in sentences(text, [(mention.start, mention.end) for mention in mentions]):
        first = number
        while number < len(mentions) and mentions[number].start < sentence.end:
            number += 1
        yield Passage(text, sentence, mentions[first:number])
