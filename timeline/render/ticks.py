"""Which ticks of an axis have room for their labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.render.axis import Stretch, Tick
from timeline.render.scale import along

__all__ = ["Label", "fitting"]


class Label(NamedTuple):
    """A label in a stretch: the column in which it begins, and the position it names, None for the stretch's end."""

    column: int
    text: str
    position: int | None


def fitting(stretch: Stretch, columns: int) -> list[Label]:
    """Return every tick of a stretch that has room, else every second or fourth, ... else its ends, else one tick.

    Each label takes a column for its mark and one for the space after it.

    >>> from timeline.render.axis import axis
    >>> stretch = axis([(0, 86_400_000_000 * 60)], "UTC").stretches[0]
    >>> [label.text for label in fitting(stretch, 40)]
    ['1970-01', '1970-02']
    """
    ticks = stretch.ticks
    alone: list[Label] = []
    stride = 1
    while stride <= len(ticks):
        chosen = [_placed(ticks[offset::stride], stretch, columns) for offset in range(stride)]
        fullest = max(chosen, key=len)
        if len(fullest) > 1 or (fullest and len(ticks) == 1):
            return fullest
        alone = alone or fullest
        stride *= 2
    return _ends(stretch, columns) or alone


def _ends(stretch: Stretch, columns: int) -> list[Label]:
    first, last = stretch.ends
    after = columns - len(last) - 1
    return [Label(0, first, stretch.start), Label(after, last, None)] if len(first) + 2 <= after else []


def _placed(ticks: Sequence[Tick], stretch: Stretch, columns: int) -> list[Label]:
    """Return the labels of ticks; none where two overlap, and without those that run over."""
    found: list[Label] = []
    free = 0
    for tick in ticks:
        column = min(along(tick.position, stretch, columns), columns - 1)
        label = tick.label if found else tick.full
        if column + len(label) + 1 > columns:
            break
        if column < free:
            return []
        free = column + len(label) + 2
        found.append(Label(column, label, tick.position))
    return found
