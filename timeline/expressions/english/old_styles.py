"""Windows of dates that are told in another calendar: Old Style, and the feasts of an Islamic year."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import days, feast_window, label
from timeline.expressions.english.feasts import hijri_span
from timeline.expressions.english.frame import Frame, Window
from timeline.expressions.english.julian import julian_day
from timeline.expressions.english.timex import unit_value
from timeline.expressions.english.values import Calendar, Inside, Named, OldStyle
from timeline.times import Granularity

__all__ = ["islamic_feast", "old_style"]

YEAR = 12


def old_style(value: OldStyle, frame: Frame) -> list[Window]:
    """Return the days of a Julian date or month, as the Gregorian calendar counts them.

    >>> from timeline.expressions.anchor import Anchor
    >>> old_style(OldStyle(Calendar(1917, month=10, day=25)), Frame(Anchor.parse("2025-12-13")))[0].timex
    '1917-11-07'
    """
    del frame
    date, name = value.date, label(attrs.evolve(value.date, weekday=None))
    if date.day is not None:
        first = julian_day(date)
        if first is None:
            return []
        wrong = date.weekday is not None and (first + 3) % 7 + 1 != date.weekday
        found, but = (
            days(first, 1, Granularity.DAY),
            ", but that was no such day of the week" if wrong else "",
        )
        return [attrs.evolve(found, reason=f"{name} {date.year} of the Julian calendar{but}")]
    first, after = julian_day(date), julian_day(_next_month(date))
    if first is None or after is None:
        return []
    timex = f"{unit_value(Granularity.DAY, first)}/{unit_value(Granularity.DAY, after - 1)}"
    found = days(first, after - first, Granularity.MONTH, timex)
    return [attrs.evolve(found, reason=f"{name} {date.year} of the Julian calendar")]


def _next_month(date: Calendar) -> Calendar:
    year, month = date.year or 0, date.month or 1
    return Calendar(year + month // YEAR, month=month % YEAR + 1)


def islamic_feast(value: Inside) -> list[Window] | None:
    """Return the feast of an Islamic year, None where the year is none of those that the table has.

    >>> islamic_feast(Inside(Named("feast", "ramadan"), Calendar(1445)))[0].timex[:10]
    '2024-03-11'
    """
    feast, whole = value.value, value.whole
    if not isinstance(feast, Named) or not isinstance(whole, Calendar) or not isinstance(feast.number, str):
        return None
    span = None if whole.year is None or whole.month else hijri_span(feast.number, whole.year)
    if span is None:
        return None
    return [attrs.evolve(feast_window(*span), reason=f"{label(feast)} of {whole.year} AH")]
