"""Dates all in digits: "2025-12-12", "03/04/2005", "27.03.15", "10/31", and the years of "1980-81"."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError
from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens
from timeline.expressions.english.values import Calendar, Either, Range, Value
from timeline.times.calendar import CivilDate

__all__ = ["read_numeric", "short_year"]

SEPARATORS = frozenset({"/", "-", ".", "\u2013"})
CENTURY = 2000
"""Where a year of two digits is kept until the anchor tells its century."""

Found = tuple[Value, int] | None


def short_year(digits: int) -> Calendar:
    """Return the year that two digits are, with its century still open.

    >>> short_year(39).two_digits
    True
    """
    return Calendar(CENTURY + digits, two_digits=True)


def read_numeric(tokens: Tokens, index: int) -> Found:
    """Read a date in digits: "2025-12-12", "03/04/2005", "27.03.15", "10/31".

    >>> read_numeric(Tokens("31/10/1974"), 0)
    (Calendar(year=1974, month=10, day=31, weekday=None), 5)
    """
    parts, after = _read_parts(tokens, index)
    if len(parts) == 3 and len(parts[0]) == 4:
        return _dated(int(parts[0]), int(parts[1]), int(parts[2]), after)
    separator = tokens.words[index + 1]
    if len(parts) == 2 and separator == "/" and len(parts[1]) <= 2 and len(parts[0]) <= 2:
        return _ordered(int(parts[0]), int(parts[1]), None, separator, after)
    if len(parts) == 2 and separator in DASHES and _next_year(tokens, index, parts):
        return Range(Calendar(int(parts[0])), Calendar(int(parts[0]) + 1)), after
    if len(parts) == 2 and len(parts[0]) == 4 and len(parts[1]) == 2 and 1 <= int(parts[1]) <= 12:
        return Calendar(int(parts[0]), month=int(parts[1])), after
    if len(parts) == 2 and len(parts[1]) == 4 and separator in {"/", "-"} and 1 <= int(parts[0]) <= 12:
        return Calendar(int(parts[1]), month=int(parts[0])), after
    if len(parts) != 3 or len(parts[2]) not in {2, 4} or max(len(parts[0]), len(parts[1])) > 2:
        return None
    year = Calendar(int(parts[2])) if len(parts[2]) == 4 else short_year(int(parts[2]))
    return _ordered(int(parts[0]), int(parts[1]), year, separator, after)


def _next_year(tokens: Tokens, index: int, parts: list[str]) -> bool:
    """Return whether "1980-81" is a year with the next; what may be a month too ("2007-08") is one only in a sentence."""
    if len(parts[0]) != 4 or len(parts[1]) != 2 or (int(parts[0]) + 1) % 100 != int(parts[1]):
        return False
    return int(parts[1]) > 12 or (index > 0 and tokens.words[index - 1] in {"in", "during", "of", "the"})


def _read_parts(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """Read up to three runs of digits that one and the same sign ties together."""
    if tokens.keys[index] != NUMBER or len(tokens.words[index]) > 4:
        return [], index
    parts, after, separator = [tokens.words[index]], index + 1, tokens.words[index + 1]
    while (
        len(parts) < 3
        and separator in SEPARATORS
        and tokens.words[after] == separator
        and tokens.glued(after)
        and tokens.glued(after + 1)
        and tokens.keys[after + 1] == NUMBER
        and len(tokens.words[after + 1]) <= 4
    ):
        parts.append(tokens.words[after + 1])
        after += 2
    longer = tokens.words[after] == separator and tokens.glued(after) and tokens.keys[after + 1] == NUMBER
    return ([], index) if longer else (parts, after)


def _dated(year: int, month: int, day: int, after: int) -> Found:
    try:
        CivilDate(year, month, day)
    except RangeError:
        return None
    return Calendar(year, month=month, day=day), after


def _ordered(first: int, second: int, year: Calendar | None, separator: str, after: int) -> Found:
    """Return both orders of day and month where both exist; a dot between them usually means day first."""
    some_year = CENTURY if year is None or year.year is None else year.year
    orders = (("month first", first, second), ("day first", second, first))
    found = [
        (reason, attrs.evolve(year or Calendar(), month=month, day=day))
        for reason, month, day in orders
        if _dated(some_year, month, day, after) is not None
    ]
    if separator == "." and year is None:
        return None
    if not found:
        return None
    if len(found) == 1 or found[0][1] == found[1][1]:
        return found[0][1], after
    if separator == ".":
        found.reverse()
    return Either(tuple(value for _, value in found), tuple(reason for reason, _ in found)), after
