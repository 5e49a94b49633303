"""`draft`: running text to a timeline that a person goes on with, and the list of what could not be placed."""

from __future__ import annotations

import attrs

from timeline import limits
from timeline.drafting.desk import Desk, Drafted
from timeline.drafting.leftovers import Unplaced
from timeline.drafting.passages import passages
from timeline.errors import LimitError, RangeError, WrongTypeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.expressions.tagging import Mode, tag
from timeline.frozen import Record
from timeline.model.timeline import Timeline
from timeline.sources import Source

__all__ = ["Draft", "draft"]


@attrs.frozen
class Draft(Record):
    """A timeline made from a text, where its events come from, and what was left out, both in the order of the text."""

    timeline: Timeline
    drafted: tuple[Drafted, ...] = attrs.field(default=(), kw_only=True)
    unplaced: tuple[Unplaced, ...] = attrs.field(default=(), kw_only=True)


def draft(
    text: str,
    *,
    anchor: object,
    source: Source | None = None,
    mode: Mode = "auto",
    conventions: Conventions = DEFAULT,
    title: str | None = None,
) -> Draft:
    """Return a timeline with an event for each statement of a text that carries a time, and the rest with reasons.

    Nothing is invented: every event has words of the text, its sentence, and where they stand. Every time of the text
    but "now" and its like is in an event or in `unplaced`, and so is every sentence. The mode is that of `tag`: a text that
    tells a story of long before is read as one.

    >>> made = draft("The ceremony took place on Friday. Kim smiled.", anchor="2025-12-13")
    >>> [(event.id, event.title, event.claims[0].says) for event in made.timeline.events]
    [('ceremony', 'Ceremony took place', 'Friday')]
    >>> [(each.words, each.reason) for each in made.unplaced]
    [('Kim smiled.', 'says no time')]
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"a text is drafted, not {type(text).__name__}")
    if len(text) > limits.TEXT_BYTES:
        raise LimitError(f"a text has at most {limits.TEXT_BYTES} characters", hint="draft it in parts")
    told_at = Anchor.from_value(anchor)
    by = _source(source, told_at)
    mentions = tag(text, anchor=told_at, mode=mode, conventions=conventions)
    desk = Desk(by, conventions)
    for passage in passages(text, mentions):
        desk.read(passage)
    desk.link()
    timeline = Timeline(
        by.title if title is None else title,
        sources=(by,),
        events=desk.events(),
        constraints=desk.constraints(),
        conventions=conventions,
    )
    return Draft(timeline, drafted=desk.drafted(), unplaced=desk.unplaced())


def _source(source: Source | None, anchor: Anchor) -> Source:
    """Return the source with the date from which its words are read."""
    day = str(anchor).removesuffix(f" {anchor.zone}")
    if source is None:
        return Source("article", published=day, zone=None if anchor.zone == "UTC" else anchor.zone)
    if source.published is None:
        source = attrs.evolve(source, published=day, zone=source.zone or anchor.zone)
    if source.anchor != anchor:
        raise RangeError(
            f"source {source.id!r} is read from {source.anchor}, not from {anchor}",
            hint="give the date and zone of the source as the anchor",
        )
    return source
