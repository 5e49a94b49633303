"""EDTF dates again, slow and obviously right: every X is replaced by every digit, and every day is looked at.

Days are tuples (year, month, day). Nothing here uses the arithmetic of the package.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tests.oracles.calendar_oracle import Date, month_length, next_day

Days = tuple[Date, ...]

SEASONS = {
    21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 13, 14),
    25: (3, 4, 5), 26: (6, 7, 8), 27: (9, 10, 11), 28: (12, 13, 14),
    29: (9, 10, 11), 30: (12, 13, 14), 31: (3, 4, 5), 32: (6, 7, 8),
    33: (1, 2, 3), 34: (4, 5, 6), 35: (7, 8, 9), 36: (10, 11, 12),
    37: (1, 2, 3, 4), 38: (5, 6, 7, 8), 39: (9, 10, 11, 12),
    40: (1, 2, 3, 4, 5, 6), 41: (7, 8, 9, 10, 11, 12),
}  # fmt: skip
"""The months of each season, those after December in the next year."""


def texts(masked: str) -> Iterator[str]:
    """Put every digit for every X."""
    holes = masked.count("X")
    for digits in itertools.product("0123456789", repeat=holes):
        left = iter(digits)
        yield "".join(next(left) if letter == "X" else letter for letter in masked)


def numbers(text: str) -> tuple[int, ...]:
    """Split a date without X into its numbers; the year may have a sign."""
    sign = -1 if text.startswith("-") else 1
    parts = text.lstrip("-").split("-")
    return (sign * int(parts[0]), *(int(part) for part in parts[1:]))


def days_of(text: str) -> Days | None:
    """List every day of a date without X, or say that there is no such date."""
    parts = numbers(text)
    year = parts[0]
    if len(parts) == 1:
        return days_of_months(year, range(1, 13))
    month = parts[1]
    if len(parts) == 2:
        return (
            days_of_months(year, SEASONS.get(month, (month,))) if month in {*range(1, 13), *SEASONS} else None
        )
    day = parts[2]
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return ((year, month, day),)


def days_of_months(year: int, months: range | tuple[int, ...]) -> Days:
    found: list[Date] = []
    for month in months:
        place = (year, month) if month <= 12 else (year + 1, month - 12)
        found += [(*place, day) for day in range(1, month_length(*place) + 1)]
    return tuple(found)


def completions(masked: str) -> tuple[Days, ...]:
    """List the days of every date that a date with X can be, in order of time; seasons are written out, not masked."""
    is_masked_month = "X" in masked.lstrip("-")[5:7]
    found = []
    for text in texts(masked):
        parts = numbers(text)
        if is_masked_month and len(parts) > 1 and parts[1] > 12:
            continue
        days = days_of(text)
        if days:
            found.append(days)
    return tuple(sorted(set(found)))


def units_between(first: Days, last: Days) -> tuple[Days, ...]:
    """List the years, months or days from one to another of the same unit."""
    found = [first]
    while found[-1] != last:
        year, month, day = next_day(found[-1][-1])
        if len(first) == 1:
            found.append(((year, month, day),))
        elif len(first) < 32:
            found.append(days_of_months(year, (month,)))
        else:
            found.append(days_of_months(year, range(1, 13)))
    return tuple(found)


def relation(one: tuple[Date, Date], other: tuple[Date, Date]) -> str:
    """Name the relation of Allen between two runs of whole days, given by their first and last day."""
    (start, end), (other_start, other_end) = one, other
    if end < other_start:
        return "meets" if next_day(end) == other_start else "before"
    if other_end < start:
        return "met_by" if next_day(other_end) == start else "after"
    if start == other_start:
        return "equals" if end == other_end else "starts" if end < other_end else "started_by"
    if end == other_end:
        return "finishes" if start > other_start else "finished_by"
    if start < other_start:
        return "contains" if end > other_end else "overlaps"
    return "during" if end < other_end else "overlapped_by"
