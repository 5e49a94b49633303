"""Units of the calendar: decades and centuries by their names, and units by how far they lie from a day."""

from __future__ import annotations

import attrs

from timeline.expressions.english import moves
from timeline.expressions.english.cycles import days
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.hours import some_day
from timeline.expressions.english.lexicon import DAY_NAMES
from timeline.expressions.english.timex import unit_value, year_value
from timeline.expressions.english.values import Relative, Years
from timeline.times import Granularity
from timeline.times.calendar import day_number

__all__ = ["relative", "years"]

Windows = list[Window]

WORDS = {
    0: "the {unit} of the anchor",
    -1: "the {unit} before the anchor's",
    1: "the {unit} after the anchor's",
}


def years(value: Years, frame: Frame) -> Windows:
    """Return a decade, century or millennium.

    >>> from timeline.expressions.anchor import Anchor
    >>> years(Years(Granularity.DECADE, 1990), Frame(Anchor.parse("2025-12-13")))[0].timex
    '199'
    """
    del frame
    length = {Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1_000}[value.unit]
    first = day_number(value.first, 1, 1)
    after = day_number(value.first + length, 1, 1)
    digits = len(year_value(value.first)) - (value.unit - Granularity.YEAR)
    timex = year_value(value.first)[:digits] if value.first >= 0 else unit_value(value.unit, after - 1)
    window = days(first, after - first, value.unit, timex)
    return [attrs.evolve(window, reason=f"the {value.unit.name.lower()} that is named")]


def relative(value: Relative, frame: Frame) -> Windows:
    """Return the unit that lies so far from the one of the anchor, or of the time last spoken of.

    >>> from timeline.expressions.anchor import Anchor
    >>> relative(Relative(Granularity.MONTH, -1), Frame(Anchor.parse("2025-12-13")))[0].timex
    '2025-11'
    """
    spoken = frame.base_window(spoken=value.spoken)
    found = _unit_from(value, frame.base_day(spoken=value.spoken), frame)
    if spoken is None or spoken.end is None:
        return found
    last = _unit_from(value, (spoken.end - 1) // DAY, frame)
    return [
        attrs.evolve(first, end=max(first.end or 0, other.end or 0))
        for first, other in zip(found, last, strict=True)
    ]


def _unit_from(value: Relative, base: int, frame: Frame) -> Windows:
    """Return the unit that lies so many units from the one of a day."""
    unit, offset = value.unit, value.offset
    if unit is Granularity.QUARTER and value.words == "the" and (frame.spoken is None or not value.spoken):
        offset = -1  # "the quarter" of a report is the one that has ended
    name = unit.name.lower()
    reason = WORDS.get(offset, f"{abs(offset)} {name}s {'before' if offset < 0 else 'after'} the anchor's")
    reason = reason.format(unit=name)
    if frame.base_window(spoken=value.spoken) is not None:
        reason = reason.replace("the anchor's", "that of the time last spoken of").replace(
            "the anchor", "the time last spoken of"
        )
    if unit is Granularity.DAY:
        unknown = None if value.words in DAY_NAMES else some_day(frame, offset)
        return [unknown or attrs.evolve(days(base + offset, 1, unit), reason=reason)]
    if unit is Granularity.WEEK:
        start = frame.conventions.week_start
        first = base - (base + 3 - (start - 1)) % 7 + 7 * offset
        timex = unit_value(unit, first + (8 - start) % 7)
        return [attrs.evolve(days(first, 7, unit, timex), reason=reason)]
    window = moves.calendar_unit(unit, base, offset)
    rolling = [moves.rolling(unit, offset, frame)] if value.words == "past" else []
    return [*rolling, attrs.evolve(window, reason=reason)]
