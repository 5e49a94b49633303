"""The words of a line, and the simple lines that a line with lists stands for: "a and b before c", "a after b but before c"."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Container, Iterable, Iterator
from typing import NamedTuple

from timeline.ordering.words import JOINTS, SIGNS

__all__ = ["Word", "events_apart", "is_joint", "parts_at", "simple_lines", "with_signs", "words_of"]

Words = list["Word"]


class Word(NamedTuple):
    """A word of a line, and the character at which it begins."""

    text: str
    start: int

    @property
    def key(self) -> str:
        """How it is compared, unless it is an id."""
        return self.text.lower()


def words_of(line: str) -> Words:
    """Split a line at spaces, and around the signs of a chain.

    >>> [word.text for word in words_of("a<b < c")]
    ['a', '<', 'b', '<', 'c']
    """
    found = []
    start = None
    for index, letter in enumerate(f"{line} "):
        breaks = letter.isspace() or letter in SIGNS
        if breaks and start is not None:
            found.append(Word(line[start:index], start))
            start = None
        if letter in SIGNS:
            found.append(Word(letter, index))
        elif not breaks and start is None:
            start = index
    return found


def parts_at(words: Iterable[Word], signs: Container[str]) -> list[Words]:
    """Return the words before, between and after signs."""
    parts: list[Words] = [[]]
    for word in words:
        if word.text in signs:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def with_signs(words: Iterable[Word], events: Container[str]) -> Words:
    """Return words with `<` for "then", and without what joins it: "a, then b, and then c".

    >>> [word.text for word in with_signs(words_of("a, then b"), {"a", "b"})]
    ['a', '<', 'b']
    """
    found: Words = []
    for word in events_apart(words, events):
        if word.key != "then" or word.text in events:
            found.append(word)
            continue
        while found and is_joint(found[-1]):
            found.pop()
        found.append(Word("<", word.start))
    return found


def is_joint(word: Word) -> bool:
    """Return whether a word joins the members of a list."""
    return word.key in JOINTS


def events_apart(words: Iterable[Word], events: Container[str]) -> Words:
    """Return words with the commas behind events as words of their own.

    >>> [word.text for word in events_apart(words_of("a, b before c"), {"a", "b", "c"})]
    ['a', ',', 'b', 'before', 'c']
    """
    found: Words = []
    for word in words:
        plain = word.text.rstrip(",")
        if word.text not in events and plain != word.text and plain in events:
            found += [Word(plain, word.start), Word(",", word.start + len(plain))]
        else:
            found.append(word)
    return found


def simple_lines(words: Iterable[Word], events: Collection[str], *, has_subject: bool) -> Iterator[Words]:
    """Yield the lines that a line stands for, each with one subject and one object; a line without lists is itself.

    >>> for line in simple_lines(words_of("a, b after c but before d"), "abcd", has_subject=False):
    ...     print(*(word.text for word in line))
    a after c
    a before d
    b after c
    b before d
    """
    rest = events_apart(words, events)
    subjects, rest = ([], rest) if has_subject else _members(rest, events)
    said = [line for part in _predicates(rest, events) for line in _objects(part, events)]
    for subject, line in itertools.product([[word] for word in subjects] or [[]], said):
        yield [*subject, *line]


def _members(words: Words, events: Container[str]) -> tuple[Words, Words]:
    """Return the events of the list with which words begin, and the rest."""
    found: Words = []
    place = 0
    while place < len(words) and words[place].text in events:
        found.append(words[place])
        place += 1
        joint = place
        while joint < len(words) and is_joint(words[joint]):
            joint += 1
        if joint == place or joint == len(words) or words[joint].text not in events:
            break
        place = joint
    return found, words[place:]


def _predicates(words: Words, events: Container[str]) -> Iterator[Words]:
    """Yield what is said one after the other: "after b", "before c" of "after b but before c"."""
    begin = 0
    for place in range(1, len(words) - 1):
        closes = words[place - 1].text in events and is_joint(words[place])
        if closes and words[place + 1].text not in events and not is_joint(words[place + 1]):
            yield words[begin:place]
            begin = place + 1
    yield words[begin:]


def _objects(words: Words, events: Container[str]) -> Iterator[Words]:
    """Yield what is said with one object each; what is between two events is after the one and before the other."""
    named, head = _last_members(words, events)
    if len(named) < 2:
        yield words
        return
    if [word.key for word in words[:head]] == ["between"] and len(named) == 2:
        start = words[0].start
        yield [Word("follows", start), named[0]]
        yield [Word("precedes", start), named[1]]
        return
    for event in named:
        yield [*words[:head], event]


def _last_members(words: Words, events: Container[str]) -> tuple[Words, int]:
    """Return the events of the list with which words end, and where it begins."""
    found: Words = []
    place = len(words)
    while place > 0 and words[place - 1].text in events:
        found.insert(0, words[place - 1])
        begin = place = place - 1
        while place > 0 and is_joint(words[place - 1]):
            place -= 1
        if place in {begin, 0} or words[place - 1].text not in events:
            return found, place
    return found, place
