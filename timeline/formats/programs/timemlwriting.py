"""TimeML: a text with a line for each event, its words marked as times, and the links that TimeML can say.

A claim of when is a TIMEX3 with the likeliest reading that stands, and the event IS_INCLUDED in it; a claim of how long is a
TIMEX3 without a link. TimeML has no word for "before or just before": such a constraint is said as BEFORE, and told. Source:
TimeML 1.2.1 (Pustejovsky et al. 2003; ISO 24617-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

import attrs

from timeline.constraints import PRECEDES, AllenConstraint, Constraint
from timeline.events import Aspect
from timeline.expressions.readings import Reading
from timeline.formats.entries import Entry, entries, plain_text
from timeline.formats.exchange import Export, Omission, Part
from timeline.formats.omitting import omissions
from timeline.formats.programs.timeml import FORMAT
from timeline.formats.programs.timex3 import xml_text
from timeline.model.report import ClaimReport, Report
from timeline.model.timeline import Timeline
from timeline.ordering import FOLLOWS
from timeline.render.wording import left
from timeline.times import Relation
from timeline.times.allen import TIMEML

__all__ = ["to_timeml_document"]

NAMES: dict[frozenset[Relation], str] = {
    **{frozenset({relation}): name for name, relation in TIMEML.items() if name != "IDENTITY"},
    PRECEDES: "BEFORE",
    FOLLOWS: "AFTER",
}
WIDER = (PRECEDES, FOLLOWS)


@attrs.define
class _Document:
    """The parts of a document as they grow: lines of text, instances, links, and the numbers given away."""

    lines: list[str] = attrs.field(factory=list)
    instances: list[str] = attrs.field(factory=list)
    links: list[str] = attrs.field(factory=list)
    times: int = 0

    def link(self, relation: str, first: int, end: str) -> None:
        """Add a link from the instance of an event to a time or another instance."""
        number = len(self.links) + 1
        self.links.append(f'<TLINK lid="l{number}" relType="{relation}" eventInstanceID="ei{first}" {end}/>')


def to_timeml_document(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a TimeML document.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("a", "Treaty signed").said("early August 2025"))
    >>> print(to_timeml_document(story).data.decode().splitlines()[4])
    <TIMEX3 tid="t1" type="DATE" value="2025-08" mod="START">early August 2025</TIMEX3>: <EVENT eid="e1" class="OCCURRENCE">Treaty signed</EVENT>.
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    document = _Document()
    numbers = {entry.id: number for number, entry in enumerate(found, 1)}
    for entry in found:
        _tell(entry, numbers[entry.id], document)
    for constraint in timeline.constraints:
        name = _name(constraint)
        if name is not None:
            first, second = (numbers[event] for event in constraint.events)
            document.link(name, first, f'relatedToEventInstance="ei{second}"')
    head = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>", *_head(timeline), "<TEXT>"]
    parts = [*head, *document.lines, "</TEXT>", *document.instances, *document.links, "</TimeML>"]
    lost = omissions(FORMAT, timeline, report, found, {})
    return Export(("\n".join(parts) + "\n").encode(), (*lost, *_omissions(timeline)))


def _head(timeline: Timeline) -> Iterator[str]:
    yield f"<DOCID>{xml_text(plain_text(timeline.title)) or 'timeline'}</DOCID>"
    dated = [source.anchors_in(None) for source in timeline.sources]
    days = [str(anchors[0].date) for anchors in dated if len(anchors) == 1]
    if days:
        day = max(days)
        told = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
        yield f"<DCT>{told}</DCT>"


def _tell(entry: Entry, number: int, document: _Document) -> None:
    """Add the line of an event: its words as times, then the event itself."""
    times = []
    for claim in entry.known.claims:
        standing = left(claim)
        if standing and not claim.dropped:
            document.times += 1
            times.append(_timex(claim, standing[0].reading, document.times))
            if getattr(claim.statement.about, "aspect", None) is Aspect.WHEN:
                document.link("IS_INCLUDED", number, f'relatedToTime="t{document.times}"')
    told = f"{', '.join(times)}: " if times else ""
    title = xml_text(entry.title)
    document.lines.append(f'{told}<EVENT eid="e{number}" class="OCCURRENCE">{title}</EVENT>.')
    document.instances.append(
        f'<MAKEINSTANCE eiid="ei{number}" eventID="e{number}" tense="NONE" aspect="NONE" polarity="POS" pos="OTHER"/>'
    )


def _timex(claim: ClaimReport, reading: Reading, number: int) -> str:
    mod = f" mod={quoteattr(reading.timex_mod)}" if reading.timex_mod else ""
    value = quoteattr(xml_text(plain_text(reading.timex_value)))
    kind = reading.timex_type.value
    words = xml_text(plain_text(claim.statement.says))
    return f'<TIMEX3 tid="t{number}" type="{kind}" value={value}{mod}>{words}</TIMEX3>'


def _name(constraint: Constraint) -> str | None:
    return NAMES.get(constraint.relations) if isinstance(constraint, AllenConstraint) else None


def _omissions(timeline: Timeline) -> Iterator[Omission]:
    for constraint in timeline.constraints:
        if _name(constraint) is None:
            yield Omission(Part.ORDER, f"the constraint '{constraint}', for which TimeML has no link")
    wider = sum(
        isinstance(constraint, AllenConstraint) and constraint.relations in WIDER
        for constraint in timeline.constraints
    )
    if wider:
        yield Omission(
            Part.ORDER, f"that one may follow the other at once: {wider} links say BEFORE or AFTER"
        )
