"""TimeML: the events, times and temporal links that somebody marked in a text.

Every MAKEINSTANCE (or EVENT that has none) and every TIMEX3 becomes an event, with its words as its title; every TLINK
becomes a constraint between two of them, with its `lid` as the page. What else is marked is kept in the details. Links
are all that is said: the values of times are details too, since a text's links and values need not agree, and whether
the links do is a question of its own. Source: TimeML 1.2.1, Pustejovsky et al. 2003, ISO 24617-1.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from timeline import limits
from timeline.constraints import AllenConstraint
from timeline.errors import RangeError, TimelineError
from timeline.events import Event
from timeline.expressions.anchor import Anchor
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.formats.programs.timemllinks import LINKS, During, relation_of_link
from timeline.formats.programs.xmlelements import Element, elements
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.naming import did_you_mean
from timeline.sources import Source

__all__ = ["FORMAT", "INSIDE", "read_timeml"]

WITH_TEXT = frozenset({"EVENT", "TIMEX3", "DOCID", "TITLE"})
FIRST_ENDS = ("eventInstanceID", "timeID", "eventID")
SECOND_ENDS = ("relatedToEventInstance", "relatedToTime", "relatedToEvent", "subordinatedEventInstance")
OTHER_LINKS = ("SLINK", "ALINK")
ID_SIGNS = frozenset("_-.:")


def read_timeml(
    text: str | bytes,
    *,
    name: str = "<text>",
    kinds: Iterable[type[Event]] = (),
    during: During = During.SIMULTANEOUS,
) -> Timeline:
    """Read the events, times and TLINKs of a TimeML document; `during` says what its DURING means.

    What is wrong is told in a `DocumentError`, as ``name:line:column``. The kind of an event is its class, that of a
    time its type.

    >>> story = read_timeml('''<TimeML><DOCID>d</DOCID>The <EVENT eid="e1" class="OCCURRENCE">march</EVENT> on
    ... <TIMEX3 tid="t1" type="DATE" value="2025-12-12">Friday</TIMEX3>
    ... <MAKEINSTANCE eiid="ei1" eventID="e1"/><TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
    ... </TimeML>''')
    >>> [(event.id, event.title) for event in story.events], str(story.constraints[0]), story.constraints[0].page
    ([('ei1', 'march'), ('t1', 'Friday')], 'ei1 during t1', 'l1')
    """
    problems = Problems(name)
    marked = elements(decoded(text, name, limits.TEXT_BYTES), name, WITH_TEXT)
    if marked[0].name != "TimeML":
        problem = RangeError(f"the root is <{marked[0].name}>, not <TimeML>", hint="give a TimeML document")
        problems.add(problem, marked[0].where)
        problems.raise_all()
    document = _Document(marked, problems, Kinds(kinds), during)
    timeline = document.timeline()
    problems.raise_all()
    return timeline


class _Document:
    """The elements of a document by their names, and what they come to."""

    def __init__(self, marked: list[Element], problems: Problems, kinds: Kinds, during: During) -> None:
        self.problems = problems
        self.kinds = kinds
        self.during = during
        self.by_name: dict[str, list[Element]] = {}
        for element in marked:
            self.by_name.setdefault(element.name, []).append(element)
        self.marked_events = {found.attributes.get("eid", ""): found for found in self.named("EVENT")}
        self.notes: dict[str, dict[str, list[str]]] = {}

    def named(self, name: str) -> list[Element]:
        return self.by_name.get(name, [])

    def timeline(self) -> Timeline:
        self._note_other_links()
        events: dict[str, Event] = {}
        for event in (*self._instances(), *self._times()):
            events[event.id] = event
        source = self._source()
        links = [link for found in self.named("TLINK") for link in self._link(found, events, source.id)]
        title = next((found.text.strip() for found in self.named("TITLE")), "") or source.id
        if len(self.problems):
            self.problems.raise_all()
        return Timeline(title, sources=(source,), events=events.values(), constraints=links)

    def _source(self) -> Source:
        """Return the document as a source, published when its creation time says, if that is a date."""
        told = next((found.text for found in self.named("DOCID")), "") or PurePath(self.problems.name).stem
        return Source(_as_id(told), published=self._published())

    def _published(self) -> str | None:
        for time in self.named("TIMEX3"):
            if time.attributes.get("functionInDocument") in {"CREATION_TIME", "PUBLICATION_TIME"}:
                day = time.attributes.get("value", "").partition("T")[0]
                try:
                    Anchor.parse(day)
                except TimelineError:
                    continue
                return day
        return None

    def _instances(self) -> Iterator[Event]:
        """Return an event for each MAKEINSTANCE, and for each EVENT that has none."""
        made = set()
        for instance in self.named("MAKEINSTANCE"):
            eid = instance.attributes.get("eventID", "")
            made.add(eid)
            if eid not in self.marked_events:
                self._complain(self.problems.unknown("EVENT", eid, self.marked_events), instance)
            else:
                marked = self.marked_events[eid]
                yield from self._event(instance, "eiid", marked, {**marked.attributes, **instance.attributes})
        for eid, marked in self.marked_events.items():
            if eid not in made:
                yield from self._event(marked, "eid", marked, dict(marked.attributes))

    def _times(self) -> Iterator[Event]:
        for time in self.named("TIMEX3"):
            yield from self._event(time, "tid", time, dict(time.attributes))

    def _event(self, element: Element, key: str, marked: Element, facts: dict[str, str]) -> Iterator[Event]:
        """Return an element as an event, unless it is told that it cannot be one."""
        before = len(self.problems)
        own = facts.pop(key, "")
        kind = facts.pop("class", None) or facts.pop("type", None)
        details: dict[str, object] = {**facts, **self.notes.get(own, {})}
        fields = {"id": own, "title": " ".join(marked.text.split()), **({"kind": kind} if kind else {})}
        try:
            event = self.kinds.build(fields, details, lambda _path, error: self._complain(error, element))
        except TimelineError as error:
            self._complain(error, element)
            return
        if event is not None and len(self.problems) == before:
            yield event

    def _link(self, link: Element, events: dict[str, Event], source: str) -> Iterator[AllenConstraint]:
        facts = link.attributes
        ends = [
            next((facts[key] for key in keys if key in facts), None) for keys in (FIRST_ENDS, SECOND_ENDS)
        ]
        for end in ends:
            if end is None:
                self._complain(
                    RangeError("a TLINK has two ends", hint="name an instance or a time for each"), link
                )
            elif end not in events:
                self._complain(self.problems.unknown("instance or time", end, events), link)
        said = facts.get("relType", "")
        relation = relation_of_link(said, self.during)
        if relation is None:
            known = LINKS[self.during]
            hint = did_you_mean(said, known) or f"there are {', '.join(known)}"
            self._complain(RangeError(f"no type of TLINK: {said!r}", hint=hint), link)
        first, second = ends
        if relation is not None and first in events and second in events:
            yield AllenConstraint(
                first, second, relations=frozenset({relation}), source=source, page=facts.get("lid")
            )

    def _note_other_links(self) -> None:
        """Keep what does not order events as a detail of its first end: the type, the other end, and the link's id."""
        for name in OTHER_LINKS:
            for link in self.named(name):
                facts = link.attributes
                first, second = (
                    next((facts[key] for key in keys if key in facts), "")
                    for keys in (FIRST_ENDS, SECOND_ENDS)
                )
                told = " ".join(part for part in (facts.get("relType"), second, facts.get("lid")) if part)
                self.notes.setdefault(first, {}).setdefault(name, []).append(told)

    def _complain(self, error: TimelineError, element: Element) -> None:
        self.problems.add(error, element.where, (element.line, element.column))


def _as_id(told: str) -> str:
    """Return the name of a document as an id, with a hyphen for what an id cannot have."""
    name = "".join(letter if letter.isalnum() or letter in ID_SIGNS else "-" for letter in told.strip())
    return name.strip("".join(ID_SIGNS))[: limits.ID_CHARACTERS] or "document"


HELD = frozenset({Part.EVENTS, Part.UNDATED, Part.ORDER, Part.KINDS, Part.DETAILS, Part.TITLE})
WRITTEN = frozenset({Part.EVENTS, Part.UNDATED, Part.FAR_YEARS, Part.WORDS, Part.ORDER, Part.TITLE})


def _write(timeline: Timeline, report: Report | None) -> Export:
    from timeline.formats.programs.timemlwriting import to_timeml_document  # noqa: PLC0415  # readers need no writer

    return to_timeml_document(timeline, report)


FORMAT = Format(
    "timeml",
    (".tml", ".timeml"),
    sentence="TimeML: events, times and links marked in a text; DURING is simultaneous",
    read=read_timeml,
    write=_write,
    carries=WRITTEN,
)
INSIDE = Format(
    "timeml-inside",
    (),
    sentence="TimeML in which DURING means strictly inside",
    read=functools.partial(read_timeml, during=During.INSIDE),
    carries=HELD,
)
