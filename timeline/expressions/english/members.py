"""What lies in a stretch: the Fridays of a month, the winter of a year, the quarter in which a day is."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import cycle_number, cycle_of, label, occurrence
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.split_years import two_years
from timeline.expressions.english.values import Calendar, Chosen, Inside, Named, TwoYears, Value
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number, day_number

__all__ = ["across", "ending_in", "feast_of", "inside", "quarter_of"]

Windows = list[Window]

LONGEST_SEARCH = 60
WINTER_TERM = ("term", 4)


def across(value: Value, whole: TwoYears, frame: Frame) -> Windows:
    """Return what begins in the first of two years and ends in the second: the winter of 2023-24."""
    both = two_years(whole, frame)[0]
    turn = day_number(whole.first + 1, 1, 1) * DAY
    return [
        attrs.evolve(window, reason=f"{label(value)} of {both.called}")
        for window in inside(value, both, frame)
        if window.start is not None and window.end is not None and window.start < turn < window.end
    ]


def ending_in(value: Value, whole: Window, frame: Frame) -> Windows:
    """Return a season that ends in a year: the winter of 2004 may be the one that began in 2003."""
    yearly = isinstance(value, Named) and (
        value.kind == "season" or (value.kind, value.number) == WINTER_TERM
    )
    if not isinstance(value, Named) or not yearly or whole.start is None or whole.end is None:
        return []
    window = occurrence(value, cycle_number(Granularity.YEAR, whole.first_day) - 1, frame)
    if window is None or window.end is None or not whole.start < window.end < whole.end:
        return []
    return [attrs.evolve(window, reason=f"{label(value)} that ends in {whole.called}")]


def feast_of(value: Value) -> str | None:
    """Return the name of a feast, also of one in a certain year.

    >>> feast_of(Inside(Named("feast", "easter"), Calendar(2024)))
    'easter'
    """
    while isinstance(value, Inside | Chosen):
        value = value.value
    return value.number if isinstance(value, Named) and isinstance(value.number, str) else None


def quarter_of(window: Window) -> Named:
    """Return the quarter of the year in which a window begins."""
    return Named("quarter", (date_from_day_number(window.first_day).month + 2) // 3)


def inside(value: Value, whole: Window, frame: Frame) -> Windows:
    """Return the occurrences of something that comes round that start in a window."""
    cycle = cycle_of(value)
    if cycle is None or whole.start is None or whole.end is None or not isinstance(value, Calendar | Named):
        return []
    number = cycle_number(cycle, whole.start // DAY)
    if isinstance(value, Named) and value.kind == "week" and whole.unit is Granularity.YEAR:
        week = occurrence(value, number, frame)  # week 1 may begin in the year before
        return [] if week is None else [week]
    last = min(cycle_number(cycle, (whole.end - 1) // DAY), number + LONGEST_SEARCH)
    windows = (occurrence(value, each, frame) for each in range(number - 1, last + 1))
    return [
        window
        for window in windows
        if window is not None and window.start is not None and whole.start <= window.start < whole.end
    ]
