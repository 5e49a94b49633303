"""Where a text is put together: statements become events, links constraints, and what is left over is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from timeline.constraints import Constraint
from timeline.drafting.links import (
    Link,
    Unlinked,
    by_name,
    links_in,
    links_to_nouns,
    links_to_sentence_before,
)
from timeline.drafting.passages import LONGEST_QUOTE, Passage, Span
from timeline.drafting.statements import Statement, Time, statements_of
from timeline.drafting.times import Told, is_reference
from timeline.drafting.words import is_word
from timeline.errors import TimelineError
from timeline.events import Claim, Event
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.frozen import Record
from timeline.model.timeline import Timeline
from timeline.ordering import parse_constraint
from timeline.sources import Source

__all__ = ["Desk", "Drafted", "Unplaced"]

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


@attrs.frozen
class Drafted(Record):
    """Where in a text an event comes from: the statement is ``text[start:end]``."""

    event: str
    start: int
    end: int = attrs.field(kw_only=True)


@attrs.frozen(eq=False)
class _Read:
    """A passage as it was read."""

    passage: Passage
    statements: list[Statement]
    times: list[Time]


class Desk:
    """Takes passages down one after the other, links their statements, and gives out the parts of a draft."""

    def __init__(self, source: Source, anchor: Anchor, conventions: Conventions) -> None:
        self.source = source
        self.anchor = anchor
        self.conventions = conventions
        self.reads: list[_Read] = []
        self.links: list[Link] = []
        self.unlinked: list[Unlinked] = []
        self.refused: dict[Told, str] = {}
        self.chosen: dict[Statement, str] = {}

    def read(self, passage: Passage) -> None:
        """Take down what a passage says."""
        statements, times = statements_of(passage, self.anchor, self.conventions)
        for statement in statements:
            self._agree(statement)
        self.reads.append(_Read(passage, statements, times))

    def _agree(self, statement: Statement) -> None:
        """Keep the times of a statement that can hold together."""
        kept: list[Told] = []
        for told in statement.told:
            if not kept or self._hold(statement, [*kept, told]):
                kept.append(told)
            else:
                self.refused[told] = SECOND_TIME
        statement.told = kept

    def _hold(self, statement: Statement, told: Sequence[Told]) -> bool:
        """Return whether an event can have several times."""
        claims = [self._claim(statement, each) for each in told]
        event = Event("event", claims=claims, status=statement.status(self.anchor))
        return (
            Timeline(sources=(self.source,), events=(event,), conventions=self.conventions).check().consistent
        )

    def link(self) -> None:
        """Find the links between statements, and choose the statements of which events are made."""
        told = [statement for read in self.reads for statement in read.statements if statement.told]
        named = by_name(told)
        linked: set[Statement] = set()
        before: list[Statement] = []
        for read in self.reads:
            for link in self._links(read, named, before):
                self.links.append(link)
                linked |= {link.first, link.second}
            before = [each for each in read.statements if each.told or each in linked]
        every = [statement for read in self.reads for statement in read.statements]
        self.chosen = _ids([each for each in every if each.told or each in linked])

    def _links(
        self, read: _Read, named: dict[str, list[Statement]], before: Sequence[Statement]
    ) -> Iterator[Link]:
        """Return the links of a passage of which one side tells a time, or by how much the two are apart."""
        found = [
            *links_in(read.passage, read.statements, read.times),
            *links_to_nouns(read.passage, read.statements, read.times, named),
            *links_to_sentence_before(read.passage, read.statements, read.times, before),
        ]
        for link in found:
            if isinstance(link, Unlinked):
                self.unlinked.append(link)
            elif link.first.told or link.second.told or link.length or link.second in before:
                yield link

    def events(self) -> list[Event]:
        """Return an event for each statement that was chosen."""
        reasons: dict[Statement, Link] = {}
        for link in self.links:
            reasons.setdefault(link.first, link)
            reasons.setdefault(link.second, link)
        return [self._event(each, name, reasons.get(each)) for each, name in self.chosen.items()]

    def _event(self, statement: Statement, name: str, link: Link | None) -> Event:
        """Return a statement as an event: its claims, or else the words that link it to another."""
        details = {}
        if not statement.told and link is not None:
            details = {
                "words": statement.passage.text_of(link.words),
                "characters": f"{link.words[0]}-{link.words[1]}",
            }
        return Event(
            name,
            statement.title,
            claims=[self._claim(statement, told) for told in statement.told],
            status=statement.status(self.anchor),
            details=details,
        )

    def _claim(self, statement: Statement, told: Told) -> Claim:
        span = (told.start, told.end)
        passage = statement.passage
        return Claim(
            passage.text_of(span),
            self.source.id,
            aspect=told.aspect,
            quote=passage.text_of(passage.quote(span)),
            page=_span_text(span),
            reads=told.reads,
        )

    def constraints(self) -> list[Constraint]:
        """Return what the links say of the events."""
        return [self._constraint(link) for link in self.links]

    def _constraint(self, link: Link) -> Constraint:
        first, second = self.chosen[link.first], self.chosen[link.second]
        passage = link.first.passage
        quote = passage.text_of(passage.quote(link.words))
        plain = {"after": "after or met by", "before": "before or meets", "during": "during", "of": "of"}[
            link.word
        ]
        line = f"{first} {plain} {second}"
        if link.length is not None:
            within = "within " if link.word == "of" else ""
            line = f"{first} {within}{passage.text_of(link.length)} {link.word} {second}"
        try:
            found = self._parsed(line, first, second, quote)
        except TimelineError:
            found = self._parsed(f"{first} {plain} {second}", first, second, quote)
        return found

    def _parsed(self, line: str, first: str, second: str, quote: str) -> Constraint:
        (constraint,) = parse_constraint(
            line,
            events=(first, second),
            conventions=self.conventions,
            source=self.source.id,
            quote=quote,
        )
        return constraint

    def drafted(self) -> tuple[Drafted, ...]:
        """Return where each event comes from, in the order of the text."""
        found = [Drafted(name, each.span[0], end=each.span[1]) for each, name in self.chosen.items()]
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.event)))

    def unplaced(self) -> tuple[Unplaced, ...]:
        """Return the times and the sentences of which no event was made, each with the reason."""
        used = {link.time.place for link in self.links if link.time is not None}
        told = {each for statement in self.chosen for each in statement.told}
        reasons = {each.time.place: each.reason for each in self.unlinked if each.time is not None}
        found: list[Unplaced] = []
        for read in self.reads:
            left = [time for time in read.times if time.told not in told and time.place not in used]
            for time in left:
                mentions = read.passage.mentions[time.span[0] : time.span[1]]
                if not all(is_reference(mention.readings) for mention in mentions):
                    found.append(_left(read.passage, time.place, self._reason(time, reasons)))
            if not any(each in self.chosen for each in read.statements) and not (
                found and found[-1].start >= read.passage.sentence.start
            ):
                found += self._sentence(read)
        return tuple(found)

    def _reason(self, time: Time, reasons: dict[Span, str]) -> str:
        if time.told is not None and time.told in self.refused:
            return self.refused[time.told]
        return reasons.get(time.place) or time.reason or NOT_TOLD

    def _sentence(self, read: _Read) -> Iterator[Unplaced]:
        """Return a sentence of which nothing was placed."""
        if not any(is_word(word) for word in read.passage.words):
            return
        sentence = read.passage.sentence
        reasons = [each.reason for each in self.unlinked if each.statement.passage is read.passage]
        reasons += [time.reason for time in read.times]
        yield _left(read.passage, (sentence.start, sentence.end), next(iter(reasons), NO_TIME))


def _left(passage: Passage, span: Span, reason: str) -> Unplaced:
    quote = (
        passage.text_of(passage.quote(span)) if span[1] - span[0] < LONGEST_QUOTE else passage.text_of(span)
    )
    return Unplaced(span[0], span[1], words=passage.text_of(span), quote=quote, reason=reason)


def _span_text(span: Span) -> str:
    return f"characters {span[0]}-{span[1]}"


def _ids(statements: Sequence[Statement]) -> dict[Statement, str]:
    """Return an id for each statement, numbered where a title would give the same one twice."""
    counts: dict[str, int] = {}
    ids: dict[Statement, str] = {}
    for statement in statements:
        name = statement.slug
        number = counts.get(name, 0) + 1
        while number > 1 and f"{name}-{number}" in counts:
            number += 1
        counts[name] = number
        own = name if number == 1 else f"{name}-{number}"
        counts.setdefault(own, 1)
        ids[statement] = own
    return ids
