"""A layout as text: one line an event in time order, what does not fit below it, and the findings in sentences.

Where there is room the date, the title, the sources' words and the bar have a column each; else the words go below the
title, and in a very narrow text everything goes below the date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.cells import wrap_items
from timeline.render.detailed import particular_lines
from timeline.render.findings import Findings
from timeline.render.layout import Layout
from timeline.render.lines import Line, Role, Span, TextOptions, as_text, passage_lines, wrapped
from timeline.render.table import Table
from timeline.render.wording import Passage

__all__ = ["finding_lines", "render_text", "text_lines"]


def render_text(layout: Layout, options: TextOptions | None = None) -> str:
    """Return a layout as text; no line is wider than the options say, whatever the data.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.render.layout import layout
    >>> story = Timeline("Peace").add(Event("treaty", "Treaty signed").said("2024-06"))
    >>> print(render_text(layout(story, story.check()), TextOptions(width=64)), end="")
    Peace
    consistent
    <BLANKLINE>
                                        ╷2024-06-03   ╷06-17
    2024-06  Treaty signed  '2024-06'  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    <BLANKLINE>
    ░ possible
    """
    return as_text(text_lines(layout, options or TextOptions()))


def text_lines(layout: Layout, options: TextOptions) -> Iterator[Line]:
    """Return the lines of a layout, with roles for those who give them colour."""
    if layout.title.strip():
        yield from wrapped(layout.title, options, role=Role.TITLE)
    yield from wrapped(layout.verdict, options, role=Role.PROBLEM if layout.conflicts else Role.QUIET)
    yield ()
    if layout.rows:
        yield from _row_lines(layout, options)
    else:
        yield (Span("no events", Role.QUIET),)
    yield from finding_lines(layout, options)
    legend = wrap_items(_legend(layout, options), "  ", options.width)
    notes = [line for note in layout.footer for line in wrapped(note, options, role=Role.QUIET)]
    if legend or notes:
        yield ()
        yield from ((Span(line, Role.QUIET),) for line in legend)
        yield from notes


def _row_lines(layout: Layout, options: TextOptions) -> Iterator[Line]:
    """Return the axis and the rows, group by group; what is told in detail has a line of its own between."""
    table = Table.of(layout, options)
    yield from table.head()
    for number, (heading, rows) in enumerate(layout.grouped()):
        if number:
            yield ()
        if heading is not None:
            yield from wrapped(heading, options, role=Role.TITLE)
        for place, row in enumerate(rows):
            if place and row.particulars is not None:
                yield ()
            yield from table.lines(row)
            if row.particulars is not None:
                yield from particular_lines(row.particulars, options)


def finding_lines(layout: Layout | Findings, options: TextOptions) -> Iterator[Line]:
    """Return what was found, in sentences: conflicts and what mends them, readings, events without a date."""
    sections = (
        ("Conflicts", layout.conflicts, Role.PROBLEM),
        ("Cheapest correction", _passages([layout.correction] if layout.correction else []), Role.PLAIN),
        ("Excluded readings", _passages(layout.excluded), Role.PLAIN),
        ("Readings that still stand", _passages(layout.still_open), Role.PLAIN),
        ("Undated", _passages([", ".join(layout.undated)] if layout.undated else []), Role.PLAIN),
    )
    yield from section_lines(sections, options)


def section_lines(
    sections: Iterable[tuple[str, tuple[Passage, ...], Role]], options: TextOptions
) -> Iterator[Line]:
    """Return passages under their headings; a heading over nothing is left out.

    >>> print(as_text(section_lines([("Gone", (), Role.PLAIN), ("New", (Passage("a"),), Role.PLAIN)], TextOptions())))
    <BLANKLINE>
    New
    - a
    <BLANKLINE>
    """
    for heading, passages, role in sections:
        if passages:
            yield ()
            yield from wrapped(heading, options, role=Role.TITLE)
            yield from passage_lines(passages, options, role=role)


def _passages(sentences: Iterable[str]) -> tuple[Passage, ...]:
    return tuple(Passage(sentence) for sentence in sentences)


def _legend(layout: Layout, options: TextOptions) -> list[str]:
    """Return what the signs mean that are used."""
    ink = options.ink
    drawn = Table.of(layout, options).drawn() if layout.rows else ""
    signs = (
        (ink.certain, "certain"),
        (ink.possible, "possible"),
        (ink.point, "within one column"),
        (ink.left, "open before"),
        (ink.right, "open after"),
    )
    return [f"{sign} {meaning}" for sign, meaning in signs if sign in drawn]
