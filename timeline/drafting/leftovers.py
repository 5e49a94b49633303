"""What no event was made of, each with the reason: nothing of a text is dropped silently."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

import attrs

from timeline.drafting.lexicon import FORERUNNERS, SEQUELS
from timeline.drafting.links import Unlinked
from timeline.drafting.passages import LONGEST_QUOTE, Passage, Span
from timeline.drafting.statements import Statement, Time
from timeline.drafting.times import UNNAMED, is_reference
from timeline.drafting.words import is_word
from timeline.frozen import Record

__all__ = ["Read", "Unplaced", "leftovers"]

NO_TIME = "says no time"
SECOND_TIME = "cannot hold together with the other times of its statement"
NOT_TOLD = "counts from something that is not told here"


@attrs.frozen
class Unplaced(Record):
    """Words of a text, ``text[start:end]``, that no event was made of, with the reason; `quote` is their sentence."""

    start: int
    end: int
    words: str = attrs.field(kw_only=True)
    quote: str = attrs.field(kw_only=True)
    reason: str = attrs.field(kw_only=True)


class Read:
    """A passage as it was read: its statements and times, and the words that link it to nothing that was found."""

    def __init__(self, passage: Passage, statements: list[Statement], times: list[Time]) -> None:
        self.passage = passage
        self.statements = statements
        self.times = times
        self.unlinked: list[Unlinked] = []


def leftovers(read: Read, chosen: Mapping[Statement, str], linked: Container[Span]) -> Iterator[Unplaced]:
    """Return what of a passage is neither in a chosen statement nor among the times that link some."""
    found = [*_times(read, chosen, linked), *_links(read)]
    if not found and not any(statement in chosen for statement in read.statements):
        found += _sentence(read)
    yield from sorted(found, key=lambda each: (each.start, each.end))


def _times(read: Read, chosen: Mapping[Statement, str], linked: Container[Span]) -> Iterator[Unplaced]:
    told = {
        (each.start, each.end)
        for statement in read.statements
        if statement in chosen
        for each in statement.told
    }
    reasons = {each.time.place: each.reason for each in read.unlinked if each.time is not None}
    for time in read.times:
        mentions = read.passage.mentions[slice(*time.span)]
        placed = time.told is not None and (time.told.start, time.told.end) in told
        if placed or time.place in linked or all(is_reference(each.readings) for each in mentions):
            continue
        refused = SECOND_TIME if time.told is not None else NOT_TOLD
        yield _unplaced(read.passage, time.place, reasons.get(time.place) or time.reason or refused)


def _links(read: Read) -> Iterator[Unplaced]:
    for each in read.unlinked:
        if each.time is None:
            yield _unplaced(read.passage, each.words, each.reason)


def _sentence(read: Read) -> Iterator[Unplaced]:
    """Return a whole sentence, unless it is all signs."""
    words = read.passage.words
    if not any(is_word(word) for word in words):
        return
    reasons = [time.reason for time in read.times if time.reason]
    if any(word.key in SEQUELS or word.key in FORERUNNERS for word in words):
        reasons.append(UNNAMED)
    sentence = read.passage.sentence
    yield _unplaced(read.passage, (sentence.start, sentence.end), (reasons or [NO_TIME])[0])


def _unplaced(passage: Passage, span: Span, reason: str) -> Unplaced:
    quoted = passage.quote(span) if span[1] - span[0] < LONGEST_QUOTE else span
    return Unplaced(
        span[0], span[1], words=passage.text_of(span), quote=passage.text_of(quoted), reason=reason
    )
