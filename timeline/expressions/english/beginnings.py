"""Where a time begins or ends, for words that start from there: "before the end of March" is before 1 April.

"At the end of March" is a stretch, the last third of it; but what lies before, after, until, by or since the end, or so many days
from it, is reckoned from the border. Sources count from "the end of March" as they do from 31 March, so the border of what is
longer than a day is its first or last day; for "before" and "after", and for hours, it is the moment.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from timeline.expressions.english import cuts
from timeline.expressions.english.cycles import days
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.values import Part, Value
from timeline.times import Granularity

__all__ = ["of"]

BORDERS = frozenset({"beginning", "end"})

Find = Callable[[Value, Frame], list[Window]]


def of(value: Value, frame: Frame, find: Find, *, moment: bool = False) -> list[Window]:
    """Return the windows that words beside a value start from: the borders of "the end of March", all of anything else.

    >>> from timeline.expressions.anchor import Anchor
    >>> from timeline.expressions.english.resolving import find
    >>> from timeline.expressions.english.values import Calendar
    >>> frame = Frame(Anchor.parse("2024-05-15"))
    >>> of(Part("end", Calendar(2024, month=3)), frame, find)[0].called
    'the end of 2024-03'
    """
    if not isinstance(value, Part) or value.name not in BORDERS:
        return find(value, frame)
    border = _moment if moment else _day
    return [border(value.name, window, frame) for window in find(value.value, frame)]


def _moment(name: str, window: Window, frame: Frame) -> Window:
    """Return the moment at which a window begins or ends."""
    del frame
    wall = window.start if name == "beginning" else window.end
    if wall is None or window.reaching:
        return window
    return attrs.evolve(window, start=wall, end=wall, name=f"the {name} of {window.called}", edtf=None)


def _day(name: str, window: Window, frame: Frame) -> Window:
    """Return the first or last day of a window; of a day or less, the part of it."""
    if window.start is None or window.end is None or window.reaching or window.end - window.start <= DAY:
        return cuts.part(name, window, frame.conventions)
    day = window.start // DAY if name == "beginning" else (window.end - 1) // DAY
    called = f"the {name} of {window.called}"
    return attrs.evolve(days(day, 1, Granularity.DAY), reason=window.reason, name=called, zone=window.zone)
