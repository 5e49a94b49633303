"""From a checked timeline to what people see: one `Layout` as plain data, and renderers that draw it."""

from __future__ import annotations

from timeline.model.timeline import Timeline
from timeline.render.layout import Layout
from timeline.render.layout import layout as laid_out
from timeline.render.lines import Charset, TextOptions
from timeline.render.text import render_text

__all__ = ["Charset", "Layout", "TextOptions", "as_text", "render", "render_text"]


def as_text(timeline: Timeline, options: TextOptions | None = None) -> str:
    """Return a timeline as text: its events in time order, what the sources said, and what follows.

    >>> from timeline.events import Event
    >>> story = Timeline().add(Event("treaty").said("2024-06"))
    >>> print(as_text(story, TextOptions(width=56)).splitlines()[3])
    2024-06  treaty  '2024-06'  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    """
    return render_text(laid_out(timeline, timeline.check()), options)


render = as_text
"""The same, for callers who name the package: ``timeline.render.render``."""
