"""Mermaid's `timeline` diagram: a period for each event, whose label may be any words, and so never says too much.

Letters that Mermaid gives a meaning are written as its entity codes. Source: Mermaid's documentation, "Timeline Diagram"
and "Entity codes to escape characters".
"""

from __future__ import annotations

from timeline.formats.entries import Entry, entries, plain_text, said_words
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.omitting import omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = ["FORMAT", "entity_coded", "to_mermaid"]

MEANING_SOMETHING = '#:;,%{}<>&"`\\~$'
CODES = str.maketrans({letter: f"#{ord(letter)};" for letter in MEANING_SOMETHING})


def to_mermaid(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a timeline diagram of Mermaid.

    >>> from timeline.events import Event
    >>> story = Timeline("Two days").add(Event("a", "Treaty: signed").said("early August 2025"), Event("b"))
    >>> print(to_mermaid(story).data.decode(), end="")
    timeline
        title Two days
        2025-08-01..10 : Treaty#58; signed : 'early August 2025'
        undated : b
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    lines = ["timeline"]
    if timeline.title.strip():
        lines.append(f"    title {entity_coded(timeline.title)}")
    lines += [f"    {' : '.join(_line(entry))}" for entry in found]
    return Export(("\n".join(lines) + "\n").encode(), omissions(FORMAT, timeline, report, found, {}))


def _line(entry: Entry) -> list[str]:
    title = entry.title if entry.event.status is None else f"{entry.title} ({entry.event.status.value})"
    said = dict.fromkeys(said_words(words) for words in entry.words if not words.dropped)
    return [entity_coded(part) for part in (entry.phrase, title, *said)]


def entity_coded(text: str) -> str:
    """Return a text in which Mermaid finds nothing but letters.

    >>> entity_coded("a: b; 50%%")
    'a#58; b#59; 50#37;#37;'
    """
    return plain_text(text).strip().translate(CODES)


FORMAT = Format(
    "mermaid",
    (".mmd", ".mermaid"),
    sentence="Mermaid's timeline diagram, for Markdown pages: free labels, so nothing is more precise than it is",
    write=to_mermaid,
    tells=frozenset(
        {Part.EVENTS, Part.UNDATED, Part.FAR_YEARS, Part.BOUNDS, Part.WORDS, Part.STATUS, Part.TITLE}
    ),
)
