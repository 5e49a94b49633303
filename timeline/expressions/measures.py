"""Lengths as programs and logs write them: ``PT1H18M``, ``1h18m``, ``90s``, ``250ms``, ``1:18:00``."""

from __future__ import annotations

import itertools
import re

from timeline.errors import TimelineError
from timeline.expressions.readings import Reading, TimexType
from timeline.times import Duration, Granularity, Period
from timeline.times.distance import Amount, Distance
from timeline.times.duration import HOUR, MINUTE, SECOND

__all__ = ["measured"]

UNITS = {
    "d": 24 * HOUR,
    "h": HOUR,
    "m": MINUTE,
    "s": SECOND,
    "ms": 1_000,
    "us": 1,
    "\u00b5s": 1,
    "\u03bcs": 1,
}
"""What stands behind a number, with its microseconds, the longest first."""

GRANULARITIES = {
    HOUR: Granularity.HOUR,
    MINUTE: Granularity.MINUTE,
    SECOND: Granularity.SECOND,
    1_000: Granularity.MILLISECOND,
}
PARTS = re.compile(r"(\d{1,9})(?:\.(\d{1,6}))? ?(d|h|ms|m|us|\u00b5s|\u03bcs|s)", re.ASCII)
WHOLE = re.compile(rf"{PARTS.pattern}(?: ?{PARTS.pattern})*", re.ASCII)
DAYS = re.compile(r"(\d{1,6}) ?d", re.ASCII)
CLOCK = re.compile(r"(\d{1,6}):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?", re.ASCII)


def measured(text: str) -> Reading | None:
    """Return the reading of a length in figures and short units, None where a text is none.

    One in ISO 8601 is exact. Any other is as precise as its last digit, as words are: ``90s`` is more than 89 seconds and less than
    91. A single ``5m`` may be minutes or months and is not read; beside hours or seconds it is minutes. Days are those of the calendar,
    beside hours they have 24.

    >>> print(measured("1h18m").distance, "|", measured("PT1H18M").distance, "|", measured("5m"))
    more than PT1H17M and less than PT1H19M | exactly PT1H18M | None
    """
    text = text.strip()
    amount = _iso(text)
    if amount is not None:
        return _reading(text, Distance.exactly(amount), str(amount), None)
    days = DAYS.fullmatch(text)
    if days is not None:
        period = Period(days=int(days[1]))
        return _reading(text, Distance.exactly(period), str(period), Granularity.DAY)
    found = _parts(text) or _clock(text)
    if found is None:
        return None
    length, step = found
    distance = Distance(more_than=Duration(max(length - step, 0)), less_than=Duration(length + step))
    return _reading(text, distance, str(Duration(length)), GRANULARITIES.get(step))


def _reading(text: str, distance: Distance, value: str, unit: Granularity | None) -> Reading:
    return Reading(
        reason=f"the length {text}",
        timex_type=TimexType.DURATION,
        timex_value=value,
        distance=distance,
        granularity=unit,
    )


def _iso(text: str) -> Amount | None:
    if not text.startswith("P"):
        return None
    for kind in (Duration, Period):
        try:
            return kind.parse(text)
        except TimelineError:
            continue
    return None


def _parts(text: str) -> tuple[int, int] | None:
    """Return the microseconds of ``1h 18m``, and those of its last digit; its units must fall."""
    if not WHOLE.fullmatch(text):
        return None
    parts = [(match[1], match[2] or "", UNITS[match[3]]) for match in PARTS.finditer(text)]
    units = [unit for _, _, unit in parts]
    falls = all(one > other for one, other in itertools.pairwise(units))
    if not falls or units == [MINUTE] or any(part for _, part, _ in parts[:-1]):
        return None
    total = sum(int(whole) * unit for whole, _, unit in parts)
    _, fraction, last = parts[-1]
    step = last // 10 ** len(fraction)
    return (total + int(fraction or 0) * step, step) if step else None


def _clock(text: str) -> tuple[int, int] | None:
    """Return the microseconds of ``1:18:00`` or ``26:30``, hours first, and those of its last digit."""
    match = CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    step = MINUTE if seconds is None else SECOND // 10 ** len(fraction or "")
    total = int(hours) * HOUR + int(minutes) * MINUTE + int(seconds or 0) * SECOND
    return total + int(fraction or 0) * (step if fraction else 0), step
