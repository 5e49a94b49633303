"""ISO 8601 times with fractions of a second, as logs write them; EDTF has none."""

from __future__ import annotations

from timeline.errors import TimelineError
from timeline.expressions.anchor import Anchor
from timeline.expressions.readings import Reading, TimexType
from timeline.times import Bounds, CivilDate, CivilTime, Granularity, Instant, Interval
from timeline.times.iso import Scanner

__all__ = ["moment_readings"]

UNITS = {
    1: Granularity.MICROSECOND,
    1_000: Granularity.MILLISECOND,
    1_000_000: Granularity.SECOND,
    60_000_000: Granularity.MINUTE,
}


def moment_readings(text: str, anchor: Anchor, *, fraction: bool = True) -> tuple[Reading, ...]:
    """Return the reading of a date and time whose seconds have a fraction, none where a text is no such time.

    Without `fraction` it may also end with its seconds or minutes.

    It took place within the unit that the last digit names; without an offset clocks are those of the anchor's zone.

    >>> reading, = moment_readings("2025-08-12T14:05:07.25Z", Anchor.parse("2025-12-13"))
    >>> print(reading.bounds.outer)
    2025-08-12T14:05:07.25Z/2025-08-12T14:05:07.26Z
    """
    if (fraction and "." not in text) or "T" not in text:
        return ()
    try:
        scanner = Scanner(text)
        year, month, day = scanner.date_parts()
        scanner.expect("T")
        since_midnight, unit = scanner.time_of_day()
        if month is None or day is None or (fraction and unit >= 1_000_000):
            return ()
        if scanner.peek():
            start = Instant.parse(text)
        else:
            civil = CivilTime(CivilDate(year, month, day), since_midnight)
            start = Instant.from_civil(civil, zone=anchor.zone)
    except TimelineError:
        return ()
    within = Interval(start, Instant(start.microseconds + unit))
    return (
        Reading(
            Bounds.within(within),
            reason=f"the time {text}",
            timex_type=TimexType.TIME,
            timex_value=text,
            granularity=UNITS.get(unit),
        ),
    )
