"""A text into words, in one pass: each with where it stands, what belongs together kept together.

Numbers keep their commas (15,000), names their dots and hyphens (U.S., Mr., al-Asad), and what English glues to pronouns and
auxiliaries is a word of its own, so that "didn't" is "did" and "n't".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.drafting.lexicon import ABBREVIATIONS, TITLES, word_set

__all__ = ["Word", "is_initials", "is_number", "is_word", "words_of"]

PIECES = re.compile(r"[^\W_]+|[^\w\s]|_")
DIGITS = frozenset("0123456789")
APOSTROPHES = frozenset("'\u2019")
JOINERS = frozenset("'\u2019-.&/@")
HOSTS = word_set("i you he she it we they that there who what")
CLITICS = word_set("s re ll d ve m")
LONGEST_WORD = 120
"""Pieces are joined up to so many characters; what is longer is no word of a language."""


class Word(NamedTuple):
    """A word or sign of a text: ``text[start:end]``; `key` is how it is compared, without case and typographic signs."""

    start: int
    end: int
    text: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def is_word(word: Word) -> bool:
    """Return whether this is a word or a number, not a sign.

    >>> [is_word(word) for word in words_of("Yes, 528th.")]
    [True, False, True, False]
    """
    return word.key[0].isalnum() or (word.key[0] == "'" and len(word.key) > 1)


def is_number(word: Word) -> bool:
    """Return whether this begins with a digit.

    >>> is_number(next(iter(words_of("15,000 troops"))))
    True
    """
    return word.key[0] in DIGITS


def words_of(text: str) -> list[Word]:
    """Return the words and signs of a text, in its order.

    >>> [word.text for word in words_of("Russia's U.S. envoy didn't pay 15,000.")]
    ['Russia', "'s", 'U.S.', 'envoy', 'did', "n't", 'pay', '15,000', '.']
    """
    words: list[Word] = []
    for start, end in _joined(text):
        words += _parted(text, start, end)
    return words


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Return the spans of pieces that belong to one word, such as the four of "al-Asad's"."""
    spans = [match.span() for match in PIECES.finditer(text)]
    index = 0
    while index < len(spans):
        start, end = spans[index]
        while (
            index + 2 < len(spans)
            and text[end - 1].isalnum()
            and spans[index + 1][0] == end
            and spans[index + 2][0] == end + 1
            and _joins(text, end)
            and spans[index + 2][1] - start <= LONGEST_WORD
        ):
            index += 2
            end = spans[index][1]
        if (
            index + 1 < len(spans)
            and text[end] == "."
            and spans[index + 1][0] == end
            and _shortens(text[start:end])
        ):
            index += 1
            end += 1
        yield start, end
        index += 1


def _shortens(word: str) -> bool:
    """Return whether a word is a shortened one, which keeps its full stop: "Mr", "U.S", a single capital."""
    key = word.lower()
    single = len(word) == 1 and word.isupper()
    return single or key in TITLES or key in ABBREVIATIONS or is_initials(key)


def is_initials(key: str) -> bool:
    """Return whether a word is made of single letters, such as U.S or a.m.

    >>> is_initials("a.m"), is_initials("3.5")
    (True, False)
    """
    return "." in key and all(len(part) == 1 and part.isalpha() for part in key.split("."))


def _joins(text: str, place: int) -> bool:
    """Return whether a sign holds the letters before and after it together."""
    sign, after = text[place], text[place + 1]
    if not after.isalnum():
        return False
    if sign == ",":
        return text[place - 1] in DIGITS and after in DIGITS
    return sign in JOINERS


def _parted(text: str, start: int, end: int) -> list[Word]:
    """Return a span as one word, or as two where the second is "n't", "'s" or the like."""
    word = text[start:end]
    cut = _clitic(word)
    if not cut:
        return [_word(text, start, end)]
    return [_word(text, start, end - cut), _word(text, end - cut, end)]


def _clitic(word: str) -> int:
    """Return how many letters at the end of a word are a word of their own."""
    place = max(word.rfind(sign) for sign in APOSTROPHES)
    if place <= 0:
        return 0
    head, tail = word[:place].lower(), word[place + 1 :].lower()
    if tail == "t" and head.endswith("n") and len(head) > 1:
        return 3
    if tail == "s" or (head in HOSTS and tail in CLITICS):
        return len(tail) + 1
    return 0


def _word(text: str, start: int, end: int) -> Word:
    raw = text[start:end]
    return Word(start, end, raw, raw.lower().replace("\u2019", "'"))
