"""Time zones: what the clocks of a place show at an instant, and the other way round.

The IANA rules hold for the years 1 to 9999. Outside them the year is moved by whole cycles of 400
years, after which the Gregorian calendar repeats to the weekday: before year 1 that gives local mean
time, after 9999 the zone's last rule, which has no end.
"""

from __future__ import annotations

import functools
import zoneinfo
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from timeline import limits
from timeline.errors import WrongTypeError, ZoneError, shorten
from timeline.times.calendar import DAYS_IN_400_YEARS

__all__ = ["after_gap", "check_zone", "day_at", "day_start", "instants_at", "offset_at", "zone_info"]

MICROSECOND = timedelta(microseconds=1)
MICROSECONDS_PER_DAY = 86_400_000_000
CYCLE = DAYS_IN_400_YEARS * MICROSECONDS_PER_DAY
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WALL_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # a wall clock, nowhere in particular
SAFE_LOW = -62_135_596_800_000_000 + 366 * MICROSECONDS_PER_DAY
SAFE_HIGH = 253_370_764_800_000_000


def check_zone(name: object) -> str:
    """Return the name of a time zone that exists, as it was given.

    >>> check_zone("Asia/Seoul")
    'Asia/Seoul'
    >>> check_zone("Asia/Soul")
    Traceback (most recent call last):
    timeline.errors.ZoneError: no time zone 'Asia/Soul'; use an IANA name such as 'Europe/Paris', or 'UTC'
    """
    if not isinstance(name, str):
        raise WrongTypeError(f"a time zone is given by its name, not as {type(name).__name__}")
    _rules(name)
    return name


def zone_info(name: str) -> tzinfo:
    """Return the rules of a zone, by its IANA name or as a fixed offset such as ``+05:30``.

    >>> zone_info("UTC")
    datetime.timezone.utc
    """
    return _rules(check_zone(name))


@functools.lru_cache(maxsize=512)
def _rules(name: str) -> tzinfo:
    if name in {"UTC", "Z"}:
        return UTC
    if name[:1] in {"+", "-"}:
        return _fixed(name)
    known = len(name) <= limits.ZONE_CHARACTERS and name.isascii() and name.isprintable()
    if known and not name.startswith(("posix", "right", "/", ".")) and name not in {"localtime", "Factory"}:
        try:
            return zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            pass
    raise ZoneError(f"no time zone {shorten(name)}", hint="use an IANA name such as 'Europe/Paris', or 'UTC'")


def _fixed(name: str) -> tzinfo:
    shape = "".join("0" if "0" <= letter <= "9" else letter for letter in name[1:])
    if shape != "00:00" or name == "-00:00" or int(name[1:3]) > 23 or int(name[4:6]) > 59:
        raise ZoneError(f"no offset {shorten(name)}", hint="write it as +05:30")
    offset = timedelta(hours=int(name[1:3]), minutes=int(name[4:6]))
    return timezone(-offset if name[0] == "-" else offset)


def offset_at(microseconds: int, zone: str) -> int:
    """Return how far the clocks of a zone are ahead of UTC at an instant, in microseconds.

    >>> offset_at(0, "Asia/Seoul") // 3_600_000_000
    9
    """
    rules = zone_info(zone)
    if rules is UTC:
        return 0
    safe, _ = _into_range(microseconds)
    offset = (EPOCH + timedelta(microseconds=safe)).astimezone(rules).utcoffset()
    return (offset or timedelta()) // MICROSECOND


def instants_at(wall: int, zone: str) -> tuple[int, ...]:
    """Return the instants at which the clocks of a zone show a wall time, given as if it were UTC.

    None in a gap (the clocks skip it), two in a fold (they show it twice), else one; in order.

    >>> spring = 1_364_697_000_000_000  # 2013-03-31T02:30 on the wall
    >>> instants_at(spring, "Europe/Paris")
    ()
    >>> len(instants_at(spring, "UTC"))
    1
    """
    rules = zone_info(zone)
    if rules is UTC:
        return (wall,)
    safe, shift = _into_range(wall)
    shown = WALL_EPOCH + timedelta(microseconds=safe)
    candidates = set()
    for fold in (0, 1):
        offset = shown.replace(tzinfo=rules, fold=fold).utcoffset() or timedelta()
        candidates.add(safe - offset // MICROSECOND)
    return tuple(
        sorted(instant + shift for instant in candidates if instant + offset_at(instant, zone) == safe)
    )


def _into_range(microseconds: int) -> tuple[int, int]:
    """Move a time by whole 400-year cycles into the years that the standard library can name."""
    if SAFE_LOW <= microseconds < SAFE_HIGH:
        return microseconds, 0
    edge = SAFE_LOW if microseconds < SAFE_LOW else SAFE_HIGH - CYCLE
    safe = edge + (microseconds - edge) % CYCLE
    return safe, microseconds - safe


def day_start(number: int, zone: str) -> int:
    """Return the instant at which a day begins in a zone: its first microsecond, also where midnight is skipped.

    A day that a zone leaves out whole (Samoa, 2011-12-30) begins where the next one does.

    >>> day_start(0, "Asia/Seoul") // 3_600_000_000
    -9
    """
    return number * MICROSECONDS_PER_DAY if zone == "UTC" else _day_start(number, zone)


@functools.lru_cache(maxsize=65_536)
def _day_start(number: int, zone: str) -> int:
    wall = number * MICROSECONDS_PER_DAY
    found = instants_at(wall, zone)
    return found[0] if found else after_gap(wall, zone)


def after_gap(wall: int, zone: str) -> int:
    """Return the instant at which the clocks jump over a wall time that they never show.

    >>> after_gap(1_364_697_000_000_000, "Europe/Paris") == 1_364_691_600_000_000  # 01:00 UTC
    True
    """
    low, high = wall - 2 * MICROSECONDS_PER_DAY, wall + 2 * MICROSECONDS_PER_DAY
    while high - low > 1:
        middle = (low + high) // 2
        if middle + offset_at(middle, zone) >= wall:
            high = middle
        else:
            low = middle
    return high


def day_at(microseconds: int, zone: str) -> int:
    """Return the number of the day that it is in a zone at an instant; it never goes back.

    The law: ``day_start(day_at(t)) <= t < day_start(day_at(t) + 1)``, also where clocks are put back at midnight.

    >>> day_at(-1, "UTC"), day_at(-1, "Asia/Seoul")
    (-1, 0)
    """
    return microseconds // MICROSECONDS_PER_DAY if zone == "UTC" else _day_at(microseconds, zone)


@functools.lru_cache(maxsize=65_536)
def _day_at(microseconds: int, zone: str) -> int:
    day = (microseconds + offset_at(microseconds, zone)) // MICROSECONDS_PER_DAY
    while day_start(day + 1, zone) <= microseconds:
        day += 1
    return day
