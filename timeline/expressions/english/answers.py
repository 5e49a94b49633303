"""Windows into readings: the wall into instants of a zone, and the EDTF text where there is one."""

from __future__ import annotations

from timeline.errors import RangeError
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.timex import edtf_day
from timeline.expressions.readings import Reading
from timeline.times import ANYTIME, Bounds, CivilTime, Granularity, Instant, Interval
from timeline.times.calendar import date_from_day_number, format_year
from timeline.times.zones import day_start

__all__ = ["MOST_READINGS", "reading_of", "readings_of"]

MOST_READINGS = 12


def readings_of(windows: list[Window], frame: Frame) -> tuple[Reading, ...]:
    """Return the readings of windows, best first, each meaning once."""
    if len(windows) == 1:
        return (reading_of(windows[0], frame),)
    found: list[Reading] = []
    seen: set[tuple[object, ...]] = set()
    for window in windows:
        reading = reading_of(window, frame)
        meaning = (reading.bounds, reading.distance, reading.timex_value if reading.bounds == ANYTIME else "")
        if meaning not in seen:
            seen.add(meaning)
            found.append(reading)
        if len(found) == MOST_READINGS:
            break
    return tuple(found)


def reading_of(window: Window, frame: Frame) -> Reading:
    """Return the reading of one window in the zone of the anchor, or in its own."""
    zone = window.zone or frame.anchor.zone
    return Reading(
        _bounds(window, zone),
        reason=window.reason,
        timex_type=window.kind,
        timex_value=window.timex,
        timex_mod=window.mod,
        distance=window.distance,
        edtf=window.edtf or _edtf(window),
        granularity=window.unit,
    )


def _bounds(window: Window, zone: str) -> Bounds:
    start, end = _instant(window.start, zone), _instant(window.end, zone)
    if not window.reaching:
        if start is None and end is None:
            return ANYTIME
        return Bounds.within(Interval(start, end))
    latest, earliest = _instant(window.latest_start, zone), _instant(window.earliest_end, zone)
    if start is None and latest is not None and end is None and earliest is None:
        raise RangeError("a time that only has a latest start is not a reach")
    return Bounds(start, latest_start=latest, earliest_end=earliest, latest_end=end)


def _instant(wall: int | None, zone: str) -> Instant | None:
    """Return the instant of a wall time; an odd microsecond beside a border is kept beside it."""
    if wall is None:
        return None
    if zone == "UTC":
        return Instant(wall)
    day, since_midnight = divmod(wall, DAY)
    if since_midnight == 0:
        return Instant(day_start(day, zone))
    if since_midnight == 1:
        return Instant(day_start(day, zone) + 1)
    if since_midnight == DAY - 1:
        return Instant(day_start(day + 1, zone) - 1)
    return Instant.from_civil(
        CivilTime(date_from_day_number(day), since_midnight), zone=zone, ambiguous="earlier"
    )


def _edtf(window: Window) -> str | None:
    """Return the EDTF text of a window of whole days: a plain date, or one of several days."""
    start, end = window.start, window.end
    if window.reaching or window.distance is not None or (start is None and end is None):
        return None
    if any(side is not None and side % DAY for side in (start, end)):
        return None
    if start is None or end is None:
        return (
            f"[..{edtf_day((end or 0) // DAY - 1)}]"
            if start is None
            else f"[{edtf_day((start or 0) // DAY)}..]"
        )
    if window.mod is None:
        plain = _plain(start // DAY, end // DAY, window)
        if plain is not None:
            return plain
    last = end // DAY - 1
    return edtf_day(last) if start // DAY == last else f"[{edtf_day(start // DAY)}..{edtf_day(last)}]"


def _plain(first: int, after: int, window: Window) -> str | None:
    """Return a year, month, decade, century or season where the window is just one."""
    date, length = date_from_day_number(first), after - first
    year = format_year(date.year)
    if length == 1:
        return edtf_day(first)
    if "-" in window.timex and window.timex[-2:] in SEASONS:
        return f"{year}-{SEASONS[window.timex[-2:]]}"
    if date.day != 1:
        return None
    for unit in (Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        start, end = unit.days(date)
        if (start.number, end.number) == (first, after) and (unit < Granularity.DECADE or date.year >= 0):
            drop = max(0, unit - Granularity.YEAR)
            text = year[: len(year) - drop] + "X" * drop
            return f"{text}-{date.month:02d}" if unit is Granularity.MONTH else text
    return None


SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
