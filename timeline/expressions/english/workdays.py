"""Business days by their place: "the third working day after 12 May", "the next business day", "the last trading day of May"."""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.lengths import WORKING, read_calendar
from timeline.expressions.english.numbers import read_ordinal
from timeline.expressions.english.points import read_point
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Away, Clock, Count, DayPart, Length, NthFrom, Value
from timeline.times import Granularity

__all__ = ["read_workday"]

Found = tuple[Value, int] | None

FIRSTS = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
SIDES = {"after": 1, "following": 1, "before": -1, "preceding": -1}


def read_workday(tokens: Tokens, index: int) -> Found:
    """Read a business day that is counted from a time, in a time, or from the anchor.

    >>> read_workday(Tokens("the third GB-ENG business day after 12 May 2025"), 0)[1]
    11
    >>> read_workday(Tokens("the last working day of May"), 0)[1]
    6
    """
    start = tokens.skip(index, "the")
    count = FIRSTS.get(tokens.words[start], 0)
    place = (count, start + 1) if count else read_ordinal(tokens, start)
    if place is None:
        return None
    calendar = read_calendar(tokens, place[1])
    after = place[1] if calendar is None else calendar[1]
    if tokens.words[after] not in WORKING or tokens.words[after + 1] != "day":
        return None
    days = _days(abs(place[0]), None if calendar is None else calendar[0])
    found = _placed(tokens, days, place[0], after + 2)
    if found is None and (count or place[0] == -1):
        return Away(days, place[0]), after + 2
    return found


def _days(count: int, calendar: str | None) -> Length:
    counted = Count(Fraction(count), Fraction(count))
    return Length(((counted, Granularity.DAY),), days="working", calendar=calendar)


def _placed(tokens: Tokens, days: Length, place: int, index: int) -> Found:
    """Read the time that a business day is counted from: from its last day on, back from its first day, or within it."""
    side, start = SIDES.get(tokens.words[index], 0), index + 1
    if tokens.follows(index, ("prior", "to")):
        side, start = -1, index + 2
    inside = tokens.words[index] in {"of", "in"}
    base = read_point(tokens, start) if side or inside else None
    if base is None or isinstance(base[0], Length | Clock | DayPart):
        return None
    if inside:
        side = 1 if place > 0 else -1
        return Away(days, side, NthFrom(1, Granularity.DAY, -side, base[0])), base[1]
    if place < 0 and side > 0:
        return None
    return Away(days, side, base[0]), base[1]
