"""Single moments for people: the day that a corner stands for, or what a clock shows there.

A corner is rounded outward, and only by `DUST`, so that no more is said than is known.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY, day_at, day_start, offset_at

__all__ = [
    "DUST",
    "LATER",
    "UNITS",
    "Side",
    "clock",
    "first_day",
    "high_wall",
    "last_day",
    "low_wall",
    "since",
    "until",
]

DUST = 100
"""Microseconds that a phrase may round outward. What starts after something else does so a microsecond later;
a chain of such statements moves a date off its midnight without telling anybody anything."""

LATER = " or later"
MINUTE = 60_000_000
UNITS = (MINUTE, 1_000_000, 1_000, 1)
"""The lengths that a moment finer than a day can be told in: minute, second, millisecond, microsecond."""


class Side(NamedTuple):
    """An end of a window: microseconds, and the zone whose calendar and clocks show them."""

    value: int
    zone: str


def since(side: Side) -> str:
    """Return in words that something comes no earlier than a corner.

    >>> since(Side(0, "UTC"))
    'on or after 1970-01-01'
    """
    day = first_day(side)
    if day is not None:
        return f"on or after {date_from_day_number(day)}"
    return f"at {clock(low_wall(side))} {side.zone}{LATER}"


def until(side: Side) -> str:
    """Return in words that something comes no later than a corner.

    >>> until(Side(0, "UTC"))
    'before 1970-01-01'
    """
    day = last_day(side)
    if day is not None:
        return f"before {date_from_day_number(day + 1)}"
    return f"before {clock(high_wall(side))} {side.zone}"


@functools.lru_cache(maxsize=65_536)
def first_day(side: Side) -> int | None:
    """Return the day with which something begins; None where it begins within a day.

    >>> first_day(Side(2, "UTC")), first_day(Side(86_400_000_000 // 2, "UTC"))
    (0, None)
    """
    day = day_at(side.value + 1, side.zone)
    return day if side.value - day_start(day, side.zone) <= DUST else None


@functools.lru_cache(maxsize=65_536)
def last_day(side: Side) -> int | None:
    """Return the day with which something ends; midnight itself counts as 24:00 of the day before.

    >>> last_day(Side(0, "UTC")), last_day(Side(86_400_000_000 // 2, "UTC"))
    (-1, None)
    """
    day = day_at(side.value - 1, side.zone)
    return day if day_start(day + 1, side.zone) - side.value <= 1 + DUST else None


def low_wall(side: Side) -> int:
    """Return what clocks show, in microseconds of a wall calendar, rounded down where only dust is lost.

    >>> low_wall(Side(60_000_003, "UTC")), low_wall(Side(60_000_300, "UTC"))
    (60000000, 60000300)
    """
    wall = side.value + offset_at(side.value, side.zone)
    for unit in UNITS:
        if (wall + 1) % unit <= 1 + DUST and unit > 1:
            return (wall + 1) - (wall + 1) % unit
    return wall


def high_wall(side: Side) -> int:
    """Return what clocks show, rounded up where only dust is lost: a last instant stands for the moment after it.

    >>> high_wall(Side(59_999_999, "UTC"))
    60000000
    """
    wall = side.value + offset_at(side.value, side.zone)
    for unit in UNITS:
        if -wall % unit <= 1 + DUST and unit > 1:
            return wall + -wall % unit
    return wall


def clock(wall: int, unit: int = MINUTE) -> str:
    """Write what clocks show as a date and time of day: at least to a unit, and as finely as it is given.

    >>> clock(0), clock(0, 1_000_000), clock(1_250_000)
    ('1970-01-01 00:00', '1970-01-01 00:00:00', '1970-01-01 00:00:01.25')
    """
    day, since_midnight = divmod(wall, MICROSECONDS_PER_DAY)
    seconds, fraction = divmod(since_midnight, 1_000_000)
    text = f"{date_from_day_number(day)} {seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    if seconds % 60 or fraction or unit < MINUTE:
        text += f":{seconds % 60:02d}"
    if fraction or unit < 1_000_000:
        digits = f"{fraction:06d}"
        text += f".{digits[:3] if unit == 1_000 else digits if unit == 1 else digits.rstrip('0')}"
    return text
