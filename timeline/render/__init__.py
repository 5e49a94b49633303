"""From a checked timeline to what people see: one `Layout` as plain data, and renderers that draw it."""

from __future__ import annotations

from timeline.model.timeline import Timeline
from timeline.render.layout import Layout
from timeline.render.layout import layout as laid_out
from timeline.render.lines import Charset, TextOptions
from timeline.render.text import render_text
from timeline.render.view import Detail, Grouping, Sorting, View

__all__ = [
    "Charset",
    "Detail",
    "Grouping",
    "Layout",
    "Sorting",
    "TextOptions",
    "View",
    "as_html",
    "as_svg",
    "as_text",
    "render",
    "render_text",
]


def as_html(timeline: Timeline, view: View | None = None) -> str:
    """Return a timeline as a page of HTML that stands alone, with every proof unless a view says otherwise.

    >>> as_html(Timeline("Peace"))[:15]
    '<!doctype html>'
    """
    from timeline.render.page import render_page  # noqa: PLC0415  # for those who publish only

    return render_page(laid_out(timeline, timeline.check(), view or View(detail=Detail.FULL)))


def as_svg(timeline: Timeline, view: View | None = None) -> str:
    """Return a timeline as a picture that stands alone.

    >>> as_svg(Timeline("Peace"))[:4]
    '<svg'
    """
    from timeline.render.svg import render_svg  # noqa: PLC0415  # for those who publish only

    return render_svg(laid_out(timeline, timeline.check(), view))


def as_text(timeline: Timeline, options: TextOptions | None = None, view: View | None = None) -> str:
    """Return a timeline as text: its events in time order, what the sources said, and what follows.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("treaty").said("2024-06"))
    >>> print(as_text(story, TextOptions(width=56)).splitlines()[3])
    2024-06  treaty  '2024-06'  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    """
    return render_text(laid_out(timeline, timeline.check(), view), options)


render = as_text
"""The same, for callers who name the package: ``timeline.render.render``."""
