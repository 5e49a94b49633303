"""Where a text is put together: its statements are linked, and those that have a place in time are chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from timeline.constraints import Constraint
from timeline.drafting.courses import with_courses
from timeline.drafting.leftovers import Read, Unplaced, leftovers
from timeline.drafting.links import (
    Link,
    Unlinked,
    by_name,
    links_in,
    links_to_nouns,
    links_to_sentence_before,
)
from timeline.drafting.parts import claim_of, constraint_of, event_of, ids_of
from timeline.drafting.passages import Passage
from timeline.drafting.statements import Statement
from timeline.drafting.telling import statements_of
from timeline.drafting.times import Told
from timeline.events import Aspect, Claim, Event
from timeline.expressions.conventions import Conventions
from timeline.frozen import Record
from timeline.model.timeline import Timeline
from timeline.sources import Source

__all__ = ["Desk", "Drafted"]

IMPOSSIBLE = "puts the statement before or after another that its times do not allow"


def _vagueness(told: Told) -> tuple[bool, bool]:
    vague = any(reading.timex_value in {"PAST_REF", "FUTURE_REF"} for reading in told.readings)
    return told.aspect is Aspect.DURATION, vague


@attrs.frozen
class Drafted(Record):
    """Where in a text an event comes from: its statement is ``text[start:end]``."""

    event: str
    start: int
    end: int = attrs.field(kw_only=True)


class Desk:
    """Takes passages down one after the other, links their statements, and gives out the parts of a draft."""

    def __init__(self, source: Source, conventions: Conventions) -> None:
        self.source = source
        self.conventions = conventions
        self.reads: list[Read] = []
        self.links: list[Link] = []
        self.chosen: dict[Statement, str] = {}

    def read(self, passage: Passage) -> None:
        """Take down what a passage says."""
        told, times = statements_of(passage, self.source.anchor, self.conventions)
        statements = with_courses(passage, told)
        for statement in statements:
            self._agree(statement)
        self.reads.append(Read(passage, statements, times))

    def _agree(self, statement: Statement) -> None:
        """Keep the times of a statement that can hold together: dates, then words such as "recently", then how long it lasted."""
        told, statement.told = sorted(statement.told, key=_vagueness), []
        for each in told:
            if not statement.told or self._hold(statement, [*statement.told, each]):
                statement.told.append(each)

    def _hold(self, statement: Statement, told: Sequence[Told]) -> bool:
        """Return whether one event can have several times."""
        claims = [claim_of(statement, each, self.source) for each in told]
        event = Event("event", claims=claims, status=statement.status(self.source.anchor))
        return self._timeline([event], []).check().consistent

    def _timeline(self, events: Sequence[Event], constraints: Sequence[Constraint]) -> Timeline:
        return Timeline(
            sources=(self.source,), events=events, constraints=constraints, conventions=self.conventions
        )

    def link(self) -> None:
        """Find the links between statements, and choose the statements of which events are made."""
        named = by_name([each for read in self.reads for each in read.statements if each.told])
        before: list[Statement] = []
        for read in self.reads:
            found = list(self._links(read, named, before))
            linked = {statement for link in found for statement in (link.first, link.second)}
            before = [each for each in read.statements if each.told or each in linked]
            self.links += found
        self._choose()
        self._drop_impossible()
        self._choose()

    def _links(
        self, read: Read, named: dict[str, list[Statement]], before: Sequence[Statement]
    ) -> Iterator[Link]:
        """Return the links of a passage of which one side has a place in time, or that say how far the two are apart."""
        found = [
            *links_in(read.passage, read.statements, read.times),
            *links_to_nouns(read.passage, read.statements, read.times, named),
            *links_to_sentence_before(read.passage, read.statements, read.times, before),
        ]
        for link in found:
            if isinstance(link, Unlinked):
                read.unlinked.append(link)
            elif link.first.told or link.second.told or link.length or link.second in before:
                yield link

    def _choose(self) -> None:
        """Take the statements that tell a time, or are linked to one that does."""
        linked = {statement for link in self.links for statement in (link.first, link.second)}
        every = [statement for read in self.reads for statement in read.statements]
        self.chosen = ids_of([each for each in every if each.told or each in linked])

    def _drop_impossible(self) -> None:
        """Take back the links that cannot hold together with the times: their words belong to something else.

        The times of one event hold together, and only links bind events, so that without them there is no conflict.
        """
        reads = {read.passage: read for read in self.reads}
        clashing = self._clashing()
        while clashing:
            for link in self.links:
                if link in clashing:
                    unlinked = Unlinked(link.first, link.words, IMPOSSIBLE, link.time)
                    reads[link.first.passage].unlinked.append(unlinked)
            self.links = [link for link in self.links if link not in clashing]
            clashing = self._clashing()

    def _clashing(self) -> set[Link]:
        """Return the links that are part of a conflict."""
        bound = dict.fromkeys(each for link in self.links for each in (link.first, link.second))
        by_constraint: dict[object, list[Link]] = {}
        for link, constraint in zip(self.links, self.constraints(), strict=True):
            by_constraint.setdefault(constraint, []).append(link)
        events = [event_of(each, self.chosen[each], self.source, None) for each in bound]
        conflicts = self._timeline(events, self.constraints()).check().conflicts
        about = [each.about for conflict in conflicts for each in conflict.statements]
        return {link for each in about if not isinstance(each, Claim) for link in by_constraint.get(each, [])}

    def events(self) -> list[Event]:
        """Return an event for each statement that was chosen."""
        reasons: dict[Statement, Link] = {}
        for link in self.links:
            reasons.setdefault(link.first, link)
            reasons.setdefault(link.second, link)
        return [event_of(each, name, self.source, reasons.get(each)) for each, name in self.chosen.items()]

    def constraints(self) -> list[Constraint]:
        """Return what the links say of the events."""
        return [constraint_of(link, self.chosen, self.source, self.conventions) for link in self.links]

    def drafted(self) -> tuple[Drafted, ...]:
        """Return where each event comes from, in the order of the text."""
        found = [Drafted(name, each.span[0], end=each.span[1]) for each, name in self.chosen.items()]
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.event)))

    def unplaced(self) -> tuple[Unplaced, ...]:
        """Return the times, links and sentences of which no event was made, each with the reason."""
        linked = {link.time.place for link in self.links if link.time is not None}
        return tuple(each for read in self.reads for each in leftovers(read, self.chosen, linked))
