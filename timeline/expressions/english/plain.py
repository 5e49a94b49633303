"""Plain dates, which most claims are: a month by its name and a year, with a day or without, and no other word.

The whole grammar reads them too, after it has tried what else they could begin; the law is that it reads them the same.
"""

from __future__ import annotations

from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Calendar
from timeline.times.calendar import days_in_month

__all__ = ["read_plain"]

DIGITS = frozenset("0123456789")


def read_plain(tokens: Tokens) -> Calendar | None:
    """Return what a text says that is a plain date as a whole, None for any other.

    >>> read_plain(Tokens("5 March 2004")) == read_plain(Tokens("March 5, 2004"))
    True
    >>> read_plain(Tokens("about 5 March 2004"))
    """
    words = tokens.words[: tokens.count]
    if any(tokens.glued(index) != (word == ",") for index, word in enumerate(words)):
        return None
    if len(words) == 2:
        return _date(None, *words)
    if len(words) == 3:
        return _date(*words)
    if len(words) == 4 and words[2] == ",":
        return _date(words[1], words[0], words[3])
    return None


def _date(day: str | None, name: str, year: str) -> Calendar | None:
    """Return a date of the years 1000 to 9999, if it exists."""
    month = MONTHS.get(name)
    if month is None or len(year) != 4 or not DIGITS.issuperset(year) or year[0] == "0":
        return None
    if day is None:
        return Calendar(int(year), month=month)
    if len(day) > 2 or not DIGITS.issuperset(day) or day[0] == "0":
        return None
    number = int(day)
    return Calendar(int(year), month=month, day=number) if number <= days_in_month(int(year), month) else None
