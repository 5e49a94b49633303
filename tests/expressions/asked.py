"""What tests of claims ask: the first reading of words, and where its bounds lie."""

from __future__ import annotations

from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve

ANCHOR = "2024-05-15"


def first(text: str, anchor: str = ANCHOR) -> Reading:
    return resolve(text, anchor=anchor)[0]


def span(reading: Reading) -> str:
    """Return where the bounds begin and end, midnights as dates."""
    outer = reading.bounds.outer
    sides = (
        "" if side is None else str(side).removesuffix("T00:00:00Z") for side in (outer.start, outer.end)
    )
    return "/".join(sides)
