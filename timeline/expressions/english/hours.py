"""Times of day on dates: where "Friday night" and "5 p.m. EST" lie on the wall."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import days
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.values import Clock, DayPart
from timeline.expressions.readings import TimexType
from timeline.times import Granularity

__all__ = ["clock_windows", "place", "some_day"]

HOUR = 3_600_000_000
MINUTE = 60_000_000
SECOND = 1_000_000
LENGTHS = {Granularity.HOUR: HOUR, Granularity.MINUTE: MINUTE, Granularity.SECOND: SECOND}
FIELDS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
UNKNOWN = "XX"
"""What TIMEX3 writes for a day or month that nobody has told."""

FIXED = {"DT": (6, 18), "MI": (11, 14)}


def place(date: Window, time: Clock | DayPart, frame: Frame) -> list[Window]:
    """Return a time of day on a date; two where the half of the day is open, or the zone is.

    >>> from timeline.expressions.anchor import Anchor
    >>> [window.timex for window in place(days(0, 1, Granularity.DAY), DayPart("NI"), Frame(Anchor.parse("1970-01-02")))]
    ['1970-01-01TNI']
    """
    if date.start is None or date.end is None:
        return []
    if isinstance(time, DayPart):
        return [_part_of_day(date, time, frame)]
    halves = [time]
    if time.half_day:
        other = (time.since_midnight + 12 * HOUR) % (24 * HOUR)
        halves.append(attrs.evolve(time, since_midnight=other))
    return [window for half in halves for window in _clock(date, half, halves=len(halves))]


def _part_of_day(date: Window, part: DayPart, frame: Frame) -> Window:
    first, after = FIXED.get(part.code) or getattr(frame.conventions, FIELDS[part.code])
    start = date.start or 0
    several = (date.end or 0) - start > DAY
    return attrs.evolve(
        date,
        start=start + first * HOUR,
        end=(date.end or 0) + (after - 24) * HOUR if several else start + after * HOUR,
        unit=Granularity.HOUR,
        timex=date.timex if date.timex.endswith("_REF") else f"{date.timex}T{part.code}",
        kind=TimexType.TIME,
        edtf=None,
    )


def _clock(date: Window, clock: Clock, *, halves: int) -> list[Window]:
    since = clock.since_midnight
    several = (date.end or 0) - (date.start or 0) > DAY
    start = (date.start or 0) + since
    minutes, second = divmod(since // SECOND, 60)
    text = f"{date.timex}T{minutes // 60:02d}:{minutes % 60:02d}"
    if clock.unit is Granularity.SECOND:
        text += f":{second:02d}"
    half = f", read as {'a.m.' if since < 12 * HOUR else 'p.m.'}" if halves > 1 else ""
    window = attrs.evolve(
        date,
        start=start,
        end=((date.end or 0) - DAY + since if several else start) + LENGTHS[clock.unit],
        unit=clock.unit,
        timex=text,
        kind=TimexType.TIME,
        reason=date.reason + half,
        edtf=None,
    )
    if not clock.zones:
        return [window]
    return [
        attrs.evolve(window, zone=zone, reason=_zone_reason(window.reason, zone, clock.zones))
        for zone in clock.zones
    ]


def _zone_reason(reason: str, zone: str, zones: tuple[str, ...]) -> str:
    return reason if len(zones) == 1 else f"{reason}, the zone read as {zone}"


def some_day(frame: Frame, offset: int) -> Window | None:
    """Return the stretch that holds a day of a story that has told only its month or year: the 1944-06-XX of "that day".

    `offset` is how many days before or after it is meant.
    """
    spoken = frame.spoken
    if frame.prefer != "spoken" or spoken is None or spoken.start is None or spoken.end is None:
        return None
    coarse = spoken.unit is not None and Granularity.DAY < spoken.unit <= Granularity.YEAR
    if not coarse and UNKNOWN not in spoken.timex:
        return None
    year, _, rest = spoken.timex.partition("T")[0].removesuffix(f"-{UNKNOWN}").partition("-")
    month = rest if len(rest) == 2 and all("0" <= letter <= "9" for letter in rest) else UNKNOWN
    return attrs.evolve(
        spoken,
        start=spoken.start + min(offset, 0) * DAY,
        end=spoken.end + max(offset, 0) * DAY,
        unit=Granularity.DAY,
        timex=f"{year}-{month}-{UNKNOWN}",
        mod=None,
        reason=f"some day of {spoken.called}",
        edtf=None,
    )


def clock_windows(time: Clock | DayPart, frame: Frame) -> list[Window]:
    """Return a time of day that comes without a date: on the day last spoken of (a week is none), else on the anchor's."""
    unknown = some_day(frame, 0)
    if unknown is not None:
        return place(unknown, time, frame)
    spoken = frame.spoken
    known = spoken is None or spoken.unit is None or spoken.unit <= Granularity.DAY
    day = frame.spoken_day() if known else frame.today
    found = place(attrs.evolve(days(day, 1, Granularity.DAY), reason="on the day of the anchor"), time, frame)
    if frame.anchor.microseconds is None or day != frame.today:
        return found
    past = found[0].end is not None and found[0].end <= frame.now[0]
    other = attrs.evolve(
        days(day + (1 if past else -1), 1, Granularity.DAY),
        reason=f"on the {'next' if past else 'previous'} day",
    )
    return found + place(other, time, frame)
