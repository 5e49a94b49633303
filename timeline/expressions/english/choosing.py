"""Which of those that come round is meant: the nearest, that of this year or week, the last, the next.

Where a date and its weekday contradict each other, both halves are kept and the contradiction is told.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from timeline.expressions.english.cycles import (
    cycle_number,
    cycle_of,
    dated,
    days,
    label,
    nearest_after,
    nearest_before,
    occurrence,
)
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.julian import FIRST_GREGORIAN, julian_day
from timeline.expressions.english.timex import year_value
from timeline.expressions.english.values import Calendar, Named
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number

__all__ = ["CHOICES", "bare", "contradicted", "date_text", "distinct", "said"]

Windows = list[Window]

NEAR = 2 * 366
"""Days within which a date without its year is looked for by its weekday first."""

FAR_BACK = 220
"""A story goes on: a month that lies more than so many days back is rather the next one of its name."""


def said(value: Calendar) -> str:
    """Return the reason of a date that is given with its year."""
    unit = "year" if value.month is None else "month" if value.day is None else "day"
    return f"the {unit} that is named"


def date_text(value: Calendar) -> str:
    """Return a date in words, without its weekday."""
    return f"{label(attrs.evolve(value, weekday=None))} {year_value(value.year or 0)}".strip()


def narrated(value: Calendar | Named, frame: Frame) -> Windows:
    """Return what comes round as a story means it: in the year last spoken of, or in the next where it would go far back.

    A day of the week or of the month is the next one at or after the day last spoken of.
    """
    cycle = cycle_of(value) or Granularity.YEAR
    day = frame.spoken_day()
    if cycle is not Granularity.YEAR:
        window = nearest_after(value, day * DAY, frame)
        return (
            []
            if window is None
            else [attrs.evolve(window, reason=f"{label(value)} after the time last spoken of")]
        )
    number = cycle_number(cycle, day)
    same, later = occurrence(value, number, frame), occurrence(value, number + 1, frame)
    spoken = frame.spoken
    whole_year = spoken is not None and spoken.unit is not None and spoken.unit >= Granularity.YEAR
    back = same is not None and not whole_year and day - same.first_day > FAR_BACK
    told = None if frame.year is None else occurrence(value, frame.year, frame)
    windows = (told, later, same) if back else (told, same, later)
    chosen = distinct([window for window in windows if window is not None])
    return [attrs.evolve(window, reason=f"{label(value)} as the story goes on") for window in chosen[:2]]


def contradicted(value: Calendar, reason: str) -> Windows:
    """Return both halves of a date that is another day of the week than it says: the date, and the nearest such day."""
    if value.weekday is None:
        return []
    window = dated(attrs.evolve(value, weekday=None))
    if window is None:
        return []
    if value.year is not None and value.year < FIRST_GREGORIAN and _is_julian(value):
        name = label(Calendar(weekday=value.weekday))
        return [attrs.evolve(window, reason=f"the date that is named, a {name} of the Julian calendar")]
    apart = (value.weekday - (window.first_day + 3) % 7 - 1 + 3) % 7 - 3
    other = days(window.first_day + apart, 1, Granularity.DAY)
    name = label(Calendar(weekday=value.weekday))
    return [
        attrs.evolve(window, reason=f"the date that is named, but {reason}"),
        attrs.evolve(other, reason=f"the {name} nearest to that date, since {reason}"),
    ]


def _is_julian(value: Calendar) -> bool:
    """Return whether a date has its day of the week in the Julian calendar."""
    day = julian_day(value)
    return day is not None and (day + 3) % 7 + 1 == value.weekday


def bare(value: Calendar | Named, frame: Frame) -> Windows:
    """Return the nearest of something that comes round: before the anchor (or holding it), and after."""
    if frame.prefer == "spoken" and (frame.spoken is not None or frame.year is not None):
        return narrated(value, frame)
    start = frame.today * DAY
    end = start + DAY
    past = nearest_before(value, end, frame, started=True)
    future = nearest_after(value, end, frame)
    name = label(value)
    found = []
    if past is not None:
        current = past.end is not None and past.end > start
        where = "that holds the anchor" if current else "before the anchor"
        found.append(attrs.evolve(past, reason=f"{name} {where}"))
    if future is not None:
        found.append(attrs.evolve(future, reason=f"{name} after the anchor"))
    if (
        frame.prefer == "future"
        and len(found) == 2
        and (past is None or past.end is None or past.end <= start)
    ):
        found.reverse()
    if (
        isinstance(value, Calendar)
        and value.weekday is not None
        and value.day is not None
        and value.month is not None
    ):
        return _beside_contradiction(value, found, frame)
    return found


def _beside_contradiction(value: Calendar, found: Windows, frame: Frame) -> Windows:
    """Where the nearest date is another day of the week, return it too, and say so; first, if no year near has both."""
    plain = nearest_before(attrs.evolve(value, weekday=None), (frame.today + 1) * DAY, frame, started=True)
    after = nearest_after(attrs.evolve(value, weekday=None), (frame.today + 1) * DAY, frame)
    near = [window for window in (plain, after) if window is not None]
    right = {window.start for window in found}
    if not near or any(window.start in right for window in near):
        return [window for window in found if window.start in {other.start for other in near}] or found
    date = date_from_day_number(near[0].first_day)
    named = attrs.evolve(value, year=date.year)
    wrong = contradicted(named, f"{date_text(named)} is not a {label(Calendar(weekday=value.weekday))}")[:1]
    close = [window for window in found if abs(window.first_day - frame.today) <= NEAR]
    return close + wrong if close else wrong + found[:1]


def _this(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    window = occurrence(target, cycle_number(cycle, base), frame)
    if window is None:
        return bare(target, frame)
    found = [attrs.evolve(window, reason=f"{label(target)} of the anchor's {cycle.name.lower()}")]
    feast = isinstance(target, Named) and target.kind == "feast"
    if (cycle is Granularity.WEEK or feast) and window.end is not None and window.end <= base * DAY:
        found += _after(target, base, cycle, frame)
    return found


def _last(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    near = nearest_before(target, base * DAY, frame, started=False)
    other = occurrence(target, cycle_number(cycle, base) - 1, frame)
    return _near_or_calendar(
        near,
        other,
        f"{label(target)} before the anchor",
        f"{label(target)} of the previous {cycle.name.lower()}",
        frame.conventions.last,
    )


def _next(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    near = nearest_after(target, (base + 1) * DAY, frame)
    other = occurrence(target, cycle_number(cycle, base) + 1, frame)
    return _near_or_calendar(
        near,
        other,
        f"{label(target)} after the anchor",
        f"{label(target)} of the next {cycle.name.lower()}",
        frame.conventions.next,
    )


def _near_or_calendar(
    near: Window | None, other: Window | None, nearest: str, calendar: str, rule: str
) -> Windows:
    found = [
        attrs.evolve(window, reason=reason)
        for window, reason in ((near, nearest), (other, calendar))
        if window is not None
    ]
    return found if rule == "nearest" else found[::-1]


def _before(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    return _last(target, base, cycle, frame)[:1]


def _after(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    return _next(target, base, cycle, frame)[:1]


def _after_next(target: Calendar | Named, base: int, cycle: Granularity, frame: Frame) -> Windows:
    first = _next(target, base, cycle, frame)[:1]
    window = nearest_after(target, first[0].end or 0, frame) if first else None
    return [] if window is None else [attrs.evolve(window, reason=f"{label(target)} after the next")]


CHOICES: dict[str, Callable[[Calendar | Named, int, Granularity, Frame], Windows]] = {
    "this": _this,
    "same": _this,
    "last": _last,
    "past": _before,
    "previous": _before,
    "latest": _before,
    "next": _next,
    "coming": _after,
    "following": _after,
    "after_next": _after_next,
}


def distinct(windows: Windows) -> Windows:
    """Return each stretch once, the first time it comes."""
    seen: set[tuple[int | None, int | None]] = set()
    found = []
    for window in windows:
        if (window.start, window.end) not in seen:
            seen.add((window.start, window.end))
            found.append(window)
    return found
