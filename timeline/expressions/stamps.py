"""Times as programs write them, rewritten as the dates and times that are read anyway: logs, mails, file names, radio messages."""

from __future__ import annotations

import re

from timeline.errors import RangeError
from timeline.times import Instant
from timeline.times.calendar import date_from_day_number, day_number, days_in_month, is_leap_year

__all__ = ["count_hint", "rewritten"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAMES = "|".join(MONTHS)
ZONE = r"(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?"
CLOCK = (
    r"(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?"
)
DIGITS = frozenset("0123456789")
FIRST_COUNT = 9
"""Digits from which a bare number is rather a count of seconds than a year."""

UNITS = {"seconds": (9, 11, 1_000_000), "milliseconds": (12, 14, 1_000), "microseconds": (15, 17, 1)}
"""What a bare number of so many to so many digits may count since 1970, and how many microseconds that is."""


def rewritten(text: str) -> str | None:
    """Return the plain form of a time that a program wrote, None for any other text.

    >>> rewritten("05/Jun/2024:10:00:00 +0200"), rewritten("20240605T101500Z"), rewritten("2024W23-3")
    ('2024-06-05T10:00:00+02:00', '2024-06-05T10:15:00Z', '2024-W23-3')
    """
    for pattern, write in FORMS:
        match = pattern.fullmatch(text.strip())
        if match is not None:
            return write(match)
    return None


def count_hint(text: str) -> str | None:
    """Return what to write instead of a bare number that may count seconds since 1970, None for any other text.

    >>> count_hint("1717581600")
    'if it counts seconds since 1970, write 2024-06-05T10:00:00Z'
    """
    digits, _, fraction = text.strip().partition(".")
    if not digits or any(letter not in DIGITS for letter in digits + fraction):
        return None
    for name, (least, most, microseconds) in UNITS.items():
        if least <= len(digits) <= most:
            try:
                return f"if it counts {name} since 1970, write {Instant(int(digits) * microseconds)}"
            except RangeError:
                return None
    return "write a date and a time of day" if len(digits) >= FIRST_COUNT else None


def _is(weekday: str, year: int, month: int, day: int) -> bool:
    """Return whether a date is that day of the week."""
    exists = 1 <= month <= len(MONTHS) and 1 <= day <= days_in_month(year, month)
    return exists and WEEKDAYS[date_from_day_number(day_number(year, month, day)).weekday - 1] == weekday


def _moment(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = parts["month"]
    number = f"{MONTHS.index(month.title()) + 1:02d}" if month.isalpha() else month
    date = f"{parts['year']}-{number}-{int(parts['day']):02d}"
    named = parts.get("weekday")
    if named is not None and not _is(named, int(parts["year"]), int(number), int(parts["day"])):
        return None
    if parts["hour"] is None:
        return date
    clock = ":".join(parts[name] for name in ("hour", "minute", "second") if parts[name] is not None)
    fraction = "" if parts["fraction"] is None else f".{parts['fraction']}"
    return f"{date}T{clock}{fraction}{_offset(parts['zone'])}"


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone[0] not in "+-":
        return "Z"
    return f"{zone[:3]}:{zone[3:].removeprefix(':') or '00'}"


def _week(match: re.Match[str]) -> str:
    year, week, day = match.groups()
    return f"{year}-W{week}" if day is None else f"{year}-W{week}-{day}"


def _day_of_the_year(match: re.Match[str]) -> str | None:
    year, number = int(match[1]), int(match[2])
    if not 1 <= number <= 365 + is_leap_year(year):
        return None
    return str(date_from_day_number(day_number(year, 1, 1) + number - 1))


def _message(match: re.Match[str]) -> str:
    day, hour, minute, month, year = match.groups()
    return f"{day} {month} {year if len(year) == 4 else chr(39) + year} {hour}:{minute} UTC"


FORMS = (
    (
        re.compile(
            rf"(?P<year>[0-9]{{4}})(?P<sign>[-/]?)(?P<month>[0-9]{{2}})(?P=sign)(?P<day>[0-9]{{2}})(?:[T_ ]?{CLOCK} ?{ZONE})?"
        ),
        _moment,
    ),
    (
        re.compile(rf"\[?(?P<day>[0-9]{{2}})/(?P<month>{NAMES})/(?P<year>[0-9]{{4}}):{CLOCK} ?{ZONE}\]?"),
        _moment,
    ),
    (
        re.compile(
            rf"(?:(?P<weekday>[A-Z][a-z]{{2}}), )?(?P<day>[0-9]{{1,2}}) (?P<month>{NAMES}) (?P<year>[0-9]{{4}}) {CLOCK} ?{ZONE}"
        ),
        _moment,
    ),
    (re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?"), _week),
    (re.compile(r"([0-9]{4})-([0-9]{3})"), _day_of_the_year),
    (
        re.compile(
            rf"([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})Z ?({NAMES}|{NAMES.upper()}) ?([0-9]{{2}}|[0-9]{{4}})"
        ),
        _message,
    ),
)
"""ISO 8601 without its signs and as logs write it, web servers, mails, weeks, days of the year, and NATO's date-time groups."""
