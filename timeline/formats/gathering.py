"""`Gathering`: a timeline that is put together from a document of another program, with what was assumed on the way.

Who speaks is a source named after the file, unless the document names its sources. Words that are not understood are kept
among the details of their event and told; nothing is guessed, and nothing disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

import attrs

from timeline import limits
from timeline.constraints import Constraint
from timeline.errors import DocumentError, LimitError, RangeError, TimelineError
from timeline.events import Claim, Event
from timeline.formats.exchange import Import, Taking
from timeline.formats.notation import Told
from timeline.model.readings import read_claim
from timeline.model.timeline import Timeline
from timeline.ordering import parse_constraint
from timeline.sources import Source

__all__ = ["Gathering", "slug"]

NOT_UNDERSTOOD = "not understood"
"""The detail of an event that keeps what could not be read."""


def slug(text: str, otherwise: str = "event") -> str:
    """Return an id that looks like a text.

    >>> slug("Treaty signed (in Pyongyang)"), slug("?")
    ('treaty-signed-in-pyongyang', 'event')
    """
    spaced = "".join(letter if letter.isalnum() else " " for letter in text[: limits.ID_CHARACTERS])
    found = "-".join(spaced.lower().split())[: limits.ID_CHARACTERS // 2]
    return found.strip("-") or otherwise


class Gathering:
    """Events, sources and constraints as they are found; `finish` makes a timeline of them."""

    def __init__(self, taking: Taking, *, title: str = "") -> None:
        self.taking = taking
        self.title = title
        self.assumptions: list[str] = []
        self._omissions: list[str] = []
        self._sources: dict[str, Source] = {}
        self._events: dict[str, Event] = {}
        self._lines: list[tuple[str, str]] = []
        self._constraints: list[Constraint] = []

    def file_source(self) -> str:
        """Return the id of the source that stands for the file itself, and put it among the sources."""
        path = PurePath(self.taking.name)
        name = slug(path.name.partition(".")[0], "file")
        if name not in self._sources:
            taking = self.taking
            self._sources[name] = Source(name, path.name, published=taking.anchor, zone=taking.zone)
        return name

    def source(self, text: str, **fields: Any) -> str:
        """Return the id of a source that is given by its id or its name, and put it among the sources."""
        name = _id(text, "source")
        if name not in self._sources:
            fields.setdefault("published", self.taking.anchor)
            fields.setdefault("zone", self.taking.zone)
            if name != text:
                fields.setdefault("title", text)
            self._sources[name] = Source(name, **fields)
        return name

    def claim(self, told: Told) -> Claim:
        """Return a claim whose source is among the sources; a date that is not its source's becomes its anchor."""
        claim = told.claim
        if claim.source is None:
            return claim
        dated = {"published": told.published, "zone": told.zone}
        name = self.source(claim.source, **{key: value for key, value in dated.items() if value is not None})
        if claim.anchor is None and told.published not in {None, self._sources[name].published}:
            claim = attrs.evolve(claim, anchor=told.published)
        return attrs.evolve(claim, source=name)

    def add(self, name: str, where: str, *, claims: Iterable[Told] = (), **fields: Any) -> str:
        """Add an event and return its id; one that is there already gets the claims.

        What is wrong with a field or a claim is told as an omission, with its place.
        """
        if len(self._events) >= limits.EVENTS:
            raise LimitError(f"more than {limits.EVENTS} events", where=self.taking.name)
        known = self._events.get(name)
        event = known or self._event(name, fields, where)
        if known is not None and fields.get("title") not in {"", known.title, None}:
            self.omit(where, f"the title {fields['title']!r}, since {name} has one already")
        for told in claims:
            event = self._claimed(event, told, where)
        self._events[name] = event
        return name

    def _event(self, name: str, fields: Mapping[str, Any], where: str) -> Event:
        try:
            return Event(name, **fields)
        except TimelineError:
            event = Event(name)
        for field, value in fields.items():
            try:
                event = attrs.evolve(event, **{field: value})
            except TimelineError as error:
                self.omit(where, f"the {field.replace('_', ' ')}: {error}")
        return event

    def _claimed(self, event: Event, told: Told, where: str) -> Event:
        try:
            claim = self.claim(told)
            source = None if claim.source is None else self._sources[claim.source]
            read_claim(claim, source, zone=self.taking.zone, conventions=Timeline().conventions)
        except TimelineError as error:
            self.omit(where, f"{event.id}: not understood, and kept among its details: {error}")
            before = event.details.get(NOT_UNDERSTOOD, ())
            words = (*(before if isinstance(before, tuple) else ()), told.claim.says)
            return attrs.evolve(event, details={**event.details, NOT_UNDERSTOOD: words})
        return event if claim in event.claims else event.claiming(claim)

    def fresh(self, wanted: str, otherwise: str) -> str:
        """Return an id that no event has yet, like the one that is wanted or else like a title."""
        name = _id(wanted, "event") if wanted else slug(otherwise)
        number, found = 1, name
        while found in self._events:
            number += 1
            found = f"{name}-{number}"
        return found

    def named(self, wanted: str) -> str:
        """Return the id of an event that a document names."""
        return _id(wanted, "event")

    def __contains__(self, name: object) -> bool:
        return name in self._events

    def order(self, line: str, where: str) -> None:
        """Add a line of the order, with its source in brackets if it has one; it is read when all events are known."""
        self._lines.append((line, where))

    def constrain(self, constraint: Constraint) -> None:
        """Add a constraint between events that may follow."""
        self._constraints.append(constraint)

    def assume(self, sentence: str) -> None:
        """Take down what was assumed, once."""
        if sentence not in self.assumptions:
            self.assumptions.append(sentence)

    def omit(self, where: str, sentence: str) -> None:
        """Take down what is not taken over."""
        place = f"{self.taking.name}:{where}: " if where else f"{self.taking.name}: "
        self._omissions.append(f"{place}{sentence}")

    def finish(self, **fields: Any) -> Import:
        """Return the timeline; constraints on events that are not there are told as omissions."""
        constraints: list[Constraint] = []
        for line, where in self._lines:
            text, _, source = line.strip().removesuffix("]").partition(" [")
            try:
                by = self.source(source) if source else None
                constraints += parse_constraint(text, events=self._events, source=by)
            except TimelineError as error:
                self.omit(where, f"the order {line!r}: {error}")
        for constraint in self._constraints:
            if all(name in self._events for name in constraint.events):
                constraints.append(constraint)
            else:
                self.omit("", f"the constraint '{constraint}', since one of its events is not there")
        timeline = Timeline(
            self.title,
            sources=self._sources.values(),
            events=self._events.values(),
            constraints=constraints,
            zone=self.taking.zone,
            **fields,
        )
        return Import(timeline, tuple(self.assumptions), tuple(self._omissions))

    def refuse(self, message: str, *, where: str = "", hint: str | None = None) -> DocumentError:
        """Return the error that the document cannot be taken over at all."""
        place = f"{self.taking.name}:{where}" if where else self.taking.name
        return DocumentError((RangeError(message, where=place, hint=hint),))


def _id(text: str, otherwise: str) -> str:
    """Return a text as it is where it is an id, else an id that looks like it."""
    try:
        return Source(text).id
    except TimelineError:
        return slug(text, otherwise)
