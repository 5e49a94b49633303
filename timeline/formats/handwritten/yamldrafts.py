"""A draft as a file to go on with: its timeline as people write it, and what was not placed as comments."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.drafting import Draft, Unplaced
from timeline.formats.handwritten.yamltext import block_text
from timeline.formats.handwritten.yamlwriting import timeline_block
from timeline.render.cells import visible

__all__ = ["write_draft"]

LONGEST_COMMENT = 240


def write_draft(draft: Draft) -> str:
    """Return a draft as YAML that is read back as its timeline; the events stand in the order of the text.

    >>> from timeline.drafting import draft
    >>> print(write_draft(draft("The ceremony took place on Friday. Kim smiled.", anchor="2025-12-13")), end="")
    timeline: 1
    sources:
      article:
        published: 2025-12-13
    events:
      ceremony:
        title: Ceremony took place
        status: reported
        when:
          article:
            says: Friday
            quote: The ceremony took place on Friday.
            page: characters 27-33
    # Not placed: 1
    # characters 35-46: Kim smiled.
    #   says no time
    """
    block = timeline_block(draft.timeline)
    events = block.get("events")
    if isinstance(events, dict):
        block["events"] = {each.event: events[each.event] for each in draft.drafted}
    return block_text(block) + "".join(f"# {line}\n" for line in _comments(draft.unplaced))


def _comments(unplaced: tuple[Unplaced, ...]) -> Iterator[str]:
    if unplaced:
        yield f"Not placed: {len(unplaced)}"
    for each in unplaced:
        within = "" if each.words == each.quote else f" in: {_short(each.quote)}"
        yield f"characters {each.start}-{each.end}: {_short(each.words)}{within}"
        yield f"  {_short(each.reason)}"


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= LONGEST_COMMENT else f"{shown[:LONGEST_COMMENT]}\u2026"
