"""A layout as a picture that stands alone: SVG with its style inside, for pages, papers and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from timeline.render.assets import asset
from timeline.render.cells import visible, width, wrap
from timeline.render.layout import Layout
from timeline.render.markup import Content, Markup, element, fragment
from timeline.render.picture import ROW, key, patterns, picture, signs_used

__all__ = ["render_svg"]

WIDTH = 960
MARGIN = 36
TITLE_COLUMNS, NOTE_COLUMNS = 58, 120
TITLE_LINE, NOTE_LINE = 34, 19
LETTER = 7
"""Pixels that a letter of a legend takes, about; more than it needs in most fonts."""


def render_svg(layout: Layout, style: str | None = None) -> str:
    """Return a layout as an SVG document, 960 pixels wide; a style can take the place of ours.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.render.layout import layout
    >>> story = Timeline("Peace").add(Event("treaty", "Treaty signed").said("2024-06"))
    >>> drawn = render_svg(layout(story, story.check()))
    >>> drawn.startswith("<svg "), "Treaty signed" in drawn
    (True, True)
    """
    top, heading = _heading(layout)
    drawn = picture(layout)
    body: Content = element("text", "No event has a date.", x=f"{MARGIN}", y=f"{top + 18}")
    height = ROW
    if drawn is not None:
        inside = f"{WIDTH - 2 * MARGIN}"
        body = element(
            "svg",
            drawn.content,
            x=f"{MARGIN}",
            y=f"{top}",
            width=inside,
            height=f"{drawn.height}",
            class_="rows",
        )
        height = drawn.height
    bottom, notes = _notes(layout, top + height + 30)
    content = fragment(
        element("title", visible(layout.title) or "Timeline"),
        element("desc", _described(layout)),
        element("style", Markup(style if style is not None else asset("picture.css"))),
        patterns(),
        element("rect", width="100%", height="100%", class_="paper"),
        heading,
        body,
        notes,
    )
    document = element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {bottom}",
        width=f"{WIDTH}",
        height=f"{bottom}",
        role="img",
        class_="picture",
    )
    return f"{document.text}\n"


def _described(layout: Layout) -> str:
    """Say everything that the picture says, for those who cannot see it."""
    return "; ".join([layout.verdict, *(f"{row.title or row.id}: {row.phrase}" for row in layout.rows)])


def _heading(layout: Layout) -> tuple[int, Iterator[Content]]:
    """Return where the heading ends, and its lines."""
    lines = wrap(visible(layout.title), TITLE_COLUMNS) if layout.title.strip() else []
    baselines = [MARGIN + 18 + TITLE_LINE * number for number in range(len(lines) + 1)]
    last = baselines[-1] - (TITLE_LINE - 26 if lines else 0)
    kind = "verdict conflict" if layout.conflicts else "verdict"

    def content() -> Iterator[Content]:
        for line, baseline in zip(lines, baselines, strict=False):
            yield element("text", line, x=f"{MARGIN}", y=f"{baseline}", class_="title")
        yield element("text", layout.verdict.capitalize(), x=f"{MARGIN}", y=f"{last}", class_=kind)

    return last + 26, content()


def _notes(layout: Layout, top: int) -> tuple[int, Iterator[Content]]:
    """Return the height of the whole, and the legend with what is to be noted."""
    signs = signs_used(layout.rows)
    lines = [line for note in layout.footer for line in wrap(visible(note), NOTE_COLUMNS)]
    bottom = top + NOTE_LINE * (len(lines) + bool(signs)) + MARGIN // 2

    def content() -> Iterator[Content]:
        yield from _legend(signs, top)
        for number, line in enumerate(lines, 1 if signs else 0):
            yield element("text", line, x=f"{MARGIN}", y=f"{top + NOTE_LINE * number}", class_="small")

    return bottom, content()


def _legend(signs: Sequence[tuple[str, str]], baseline: int) -> Iterator[Content]:
    for (name, meaning), left in zip(signs, _lefts(meaning for _, meaning in signs), strict=True):
        sign = element("svg", key(name), width="24", height="11", x=f"{left}", y=f"{baseline - 10}")
        yield sign, element("text", meaning, x=f"{left + 32}", y=f"{baseline}", class_="small")


def _lefts(meanings: Iterable[str]) -> list[int]:
    """Return where each item of a legend begins."""
    return list(accumulate((56 + LETTER * width(meaning) for meaning in meanings), initial=MARGIN))[:-1]
