"""Words into sentences: where a full stop ends one and where it only shortens a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from timeline.drafting.lexicon import ABBREVIATIONS, BEGINNINGS, TITLES
from timeline.drafting.words import Word, is_initials, is_word, words_of

__all__ = ["Sentence", "sentences"]

ENDS = frozenset(".!?\u2026")
CLOSING = frozenset("\"'\u201d\u2019)]`*")
BULLETS = frozenset("*\u2022\u2023\u25cf-\u2013>#|")
MOST_WORDS = 200
"""A longer sentence is read in parts."""

FULL_LINE = 50
"""A shorter line without a full stop is a heading, not one that goes on in the next line."""


OPENED = re.compile(rf"\s*(?:[{re.escape(''.join(sorted(BULLETS)))}]\s*)?(?P<bracket>[\[(])?\*{{0,3}}")
"""What may stand before the time at the head of a line: a bullet, a bracket."""

LONGEST_HEAD = 12
CLOCK = re.compile(r"\d:\d\d")
BEHIND = re.compile(r"\*{0,3}(?:\s*[:\-\u2013\u2014|,\])]|\s+[A-Z]|\s*\n)")
"""What stands behind it: a sign, or a word that begins a sentence."""


@attrs.frozen
class Sentence:
    """Some words of a text that belong together, from the first to the end of the last."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end


def sentences(text: str, whole: Sequence[tuple[int, int]] = ()) -> Iterator[Sentence]:
    """Return the sentences of a text, which share no word and leave out none.

    No sentence ends within one of the spans that are to stay `whole`, which are in the order of the text.

    >>> [len(sentence.words) for sentence in sentences("Mr. Kim left on Aug. 5. He came back.")]
    [7, 4]
    """
    words = words_of(text)
    dated = _dated_lines(text, whole)
    begin, line, span = 0, 0, 0
    for index, word in enumerate(words):
        after = index + 1
        if after == len(words):
            break
        while span < len(whole) and whole[span][1] <= word.end:
            span += 1
        if span < len(whole) and whole[span][0] < word.end:
            continue
        gap = text[word.end : words[after].start]
        if "\n" in gap:
            opens = line in dated and words[after].start in dated
            ends = opens or _line_ends(text[line : word.end], gap, word, words[after])
            line = words[after].start
        else:
            ends = bool(gap) and (_ends(words, index) or _ends_with_a_time(words, index, whole, span))
        if ends or after - begin >= MOST_WORDS:
            yield Sentence(tuple(words[begin:after]))
            begin = after
    if begin < len(words):
        yield Sentence(tuple(words[begin:]))


def _dated_lines(text: str, times: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return where lines begin that are those of a chronicle or a log: with a time, and a sign or what begins a sentence behind it."""
    found = set()
    for start, end in times:
        near = max(start - LONGEST_HEAD, 0)
        line = text.rfind("\n", near, start) + 1
        before = text[line or near : start]
        opened = OPENED.fullmatch(before) if line or not near else None
        if opened and (opened["bracket"] or CLOCK.search(text, start, end) or BEHIND.match(text, end)):
            found.add(line + len(before) - len(before.lstrip()))
    return frozenset(found)


def _line_ends(line: str, gap: str, word: Word, following: Word) -> bool:
    """Return whether a sentence ends with a line: after a blank line, a full stop, a heading, before a bullet."""
    if gap.count("\n") > 1 or word.key[-1] in ENDS or word.key in CLOSING or following.key in BULLETS:
        return True
    if following.text[0].islower():
        return False
    return len(line.strip()) < FULL_LINE


def _ends(words: list[Word], index: int) -> bool:
    """Return whether a sentence ends with a word, after which there is a space."""
    last = index
    while last > 0 and words[last].key in CLOSING and words[last - 1].end == words[last].start:
        last -= 1
    ending = words[last].key
    if ending[-1] not in ENDS:
        return False
    following = words[index + 1]
    if is_word(following) and following.text[0].islower():
        return False
    return len(ending) == 1 or not _goes_on(ending[:-1], following)


def _ends_with_a_time(words: Sequence[Word], index: int, whole: Sequence[tuple[int, int]], span: int) -> bool:
    """Return whether a sentence ends with the dot of a time: "at 6:15 p.m. Witnesses said"; a zone would be part of it."""
    closed = span > 0 and whole[span - 1][1] == words[index].end
    return closed and words[index].key.endswith(".") and words[index + 1].capital


def _goes_on(short: str, following: Word) -> bool:
    """Return whether a sentence goes on after a shortened word: "Mr. Kim", "the U.S. Navy"."""
    if short in TITLES or (len(short) == 1 and following.capital):
        return True
    return not (following.capital and following.key in BEGINNINGS) and (
        is_initials(short) or short in ABBREVIATIONS
    )
