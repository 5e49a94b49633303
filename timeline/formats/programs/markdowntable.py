"""A Markdown table: when, what, and who said so, with what was found and the sources below it.

What Markdown gives a meaning is escaped, so that a title is never markup. Source: CommonMark 0.31; GitHub Flavored
Markdown, "Tables".
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.formats.entries import Entry, constraint_lines, entries, plain_text, source_lines
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.omitting import omissions
from timeline.formats.safety import is_safe_link
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import layout

__all__ = ["FORMAT", "marked_down", "to_markdown"]

MEANING_SOMETHING = "\\`*_{}[]<>#|~$&!^=@"
ESCAPES = str.maketrans({letter: f"\\{letter}" for letter in MEANING_SOMETHING})


def marked_down(text: str) -> str:
    r"""Return a text in which Markdown finds nothing but letters.

    >>> print(marked_down("a|b *c*\n# d"))
    a\|b \*c\* \# d
    """
    return plain_text(text).strip().translate(ESCAPES)


def to_markdown(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a Markdown table.

    >>> from timeline.events import Event
    >>> print(to_markdown(Timeline().add(Event("a", "Treaty").said("2025-08"))).data.decode(), end="")
    | when | what | told |
    |---|---|---|
    | 2025-08 | Treaty | Said: '2025-08' |
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    lines = [f"# {marked_down(timeline.title)}", ""] if timeline.title.strip() else []
    lines += ["| when | what | told |", "|---|---|---|", *map(_row, found)]
    for heading, told in _sections(timeline, report):
        if told:
            lines += ["", f"## {heading}", "", *(f"- {line}" for line in told)]
    return Export(("\n".join(lines) + "\n").encode(), omissions(FORMAT, timeline, report, found, {}))


def _row(entry: Entry) -> str:
    told = "<br>".join(_told(name, text) for name, text in entry.lines())
    return f"| {marked_down(entry.phrase)} | {marked_down(entry.title)} | {told} |"


def _told(name: str, text: str) -> str:
    return f"<{text}>" if is_safe_link(text) else f"{marked_down(name)}: {marked_down(text)}"


def _sections(timeline: Timeline, report: Report) -> Iterator[tuple[str, list[str]]]:
    picture = layout(timeline, report)
    heads = [line for passage in picture.conflicts for line in (passage.head, *passage.lines)]
    yield "Conflicts", [*map(marked_down, heads)]
    yield "Excluded readings", [*map(marked_down, picture.excluded)]
    yield "Order", [*map(marked_down, constraint_lines(timeline.constraints))]
    sources = []
    for told, url in source_lines(timeline):
        said = marked_down(told)
        sources.append(f"{said}, <{url}>" if url is not None and is_safe_link(url) else said)
    yield "Sources", sources


FORMAT = Format(
    "markdown",
    (".md",),
    sentence="a Markdown table, with conflicts and sources below it",
    write=to_markdown,
    tells=frozenset(Part) - {Part.CHARACTERS, Part.CITATIONS, Part.SETTING},
)
