"""How far apart the words of a line put two events: lengths, deadlines, and units that are counted ("the month after").

Columns of errors are those of the words themselves; whoever read the line knows where they stand in it.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.errors import NotUnderstoodError, ParseError, RangeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.english.lengths import WORKING, read_calendar
from timeline.expressions.english.numbers import read_ordinal
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.resolve import resolve_duration
from timeline.ordering.words import COUNTED_UNITS, DEADLINES, FIRSTS, LIMITS, PLACES
from timeline.times import BusinessDays, CivilDate, Granularity, Period, Turns
from timeline.times.distance import Amount, Distance, parse_amount
from timeline.times.worked import WEEKDAYS

__all__ = ["Said", "distance_said", "is_iso", "parse_distance", "same_unit"]

ANY_DAY = Anchor(CivilDate(2000))
"""How long a length is does not depend on the day it is said."""

DIGITS_OR_T = frozenset("0123456789T")
LIMIT_HINT = "use `at least`, `more than`, `at most`, `less than` or `exactly`, each at most once"


class Said(NamedTuple):
    """A distance, and whether it is a deadline: "no later than a week after" allows everything earlier."""

    distance: Distance
    is_deadline: bool


def parse_distance(text: str) -> Distance:
    """Read a distance whose amounts are ISO 8601 text; the inverse of `str`.

    >>> print(parse_distance("at least P1M and less than P3M"))
    at least P1M and less than P3M
    """
    if text == "any length":
        return Distance()
    sides: dict[str, Amount] = {}
    position = 0
    for part in text.split(" and "):
        words, _, amount = part.rpartition(" ")
        try:
            value = parse_amount(amount)
        except ParseError as error:
            column = position + len(part) - len(amount) + error.column
            raise ParseError(error.message, text=text, column=column, hint=error.hint) from None
        names = (
            ("at_least", "at_most") if words.lower() in {"", "exactly"} else (LIMITS.get(words.lower(), ""),)
        )
        if "" in names or sides.keys() & set(names):
            raise ParseError(f"no limit {words!r} here", text=text, column=position + 1, hint=LIMIT_HINT)
        sides |= dict.fromkeys(names, value)
        position += len(part) + len(" and ")
    return Distance(**sides)


def is_iso(words: str) -> bool:
    """Return whether words end in an amount in ISO 8601.

    >>> is_iso("at least P3D"), is_iso("three days")
    (True, False)
    """
    amount = words.rpartition(" ")[2].removeprefix("-")
    return amount[:1] == "P" and amount[1:2] in DIGITS_OR_T


def distance_said(words: str, direction: str, conventions: Conventions) -> Said:
    """Return the distance that the words before `after` or `before` mean; their likeliest reading decides.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> print(distance_said("in the month", "after", DEFAULT).distance)
    exactly P1M[turns]
    >>> print(distance_said("by close of business on the third business day", "after", DEFAULT).distance)
    at most P3D[business]
    """
    spoken = words.lower()
    for opening, side in DEADLINES.items():
        if spoken.startswith(f"{opening} "):
            start = len(opening) + 1
            try:
                limit = _limit(words[start:], side, direction, conventions)
            except ParseError as error:
                column = error.column + start
                raise NotUnderstoodError(error.message, text=words, column=column, hint=error.hint) from None
            return Said(Distance(**{side: limit}), is_deadline=True)
    counted = _counted(words, direction, conventions)
    if counted is not None:
        return Said(Distance.exactly(counted), is_deadline=False)
    return Said(parse_distance(words) if is_iso(words) else _length(words, conventions), is_deadline=False)


def same_unit(keys: list[str], conventions: Conventions) -> Amount | None:
    """Return the amount that those are apart of whom one is "in the same month as" the other, None for other words.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> print(same_unit(["in", "the", "same", "year", "as"], DEFAULT))
    P0Y[turns]
    """
    rest = [key for key in keys if key not in PLACES]
    if len(rest) != 3 or rest[0] != "same" or rest[2] != "as" or rest[1] not in COUNTED_UNITS:
        return None
    return _turned(0, COUNTED_UNITS[rest[1]], conventions)


def _limit(words: str, side: str, direction: str, conventions: Conventions) -> Amount:
    """Return the amount of a deadline, which counts exactly."""
    counted = _counted(words, direction, conventions)
    if counted is not None:
        return counted
    if is_iso(words) and " " not in words:
        return parse_amount(words)
    said = f"{side.replace('_', ' ')} "
    try:
        distance = _length(said + words, conventions)
    except ParseError as error:
        column = max(1, error.column - len(said))
        raise NotUnderstoodError(error.message, text=words, column=column, hint=error.hint) from None
    limit: Amount | None = getattr(distance, side)
    if limit is None:
        raise RangeError(
            "a deadline has no length like this", hint="write it as `no later than 30 days after`"
        )
    return limit


def _length(words: str, conventions: Conventions) -> Distance:
    for reading in resolve_duration(words, anchor=ANY_DAY, conventions=conventions):
        if reading.distance is not None:
            return reading.distance
    raise RangeError("this says when, not how far apart")


def _counted(words: str, direction: str, conventions: Conventions) -> Amount | None:
    """Read a unit that is counted from another event: "in the month", "on the third business day", "the next day"."""
    tokens = Tokens(words)
    start = index = tokens.skip(0, *PLACES - {"the"})
    index = tokens.skip(index, "the")
    count = 1
    ordinal = read_ordinal(tokens, index)
    if tokens.words[index] in FIRSTS[direction]:
        index += 1
    elif ordinal is not None and ordinal[0] > 0:
        count, index = ordinal
    weekday = f"{tokens.words[index]}s"
    if weekday in WEEKDAYS and index + 1 == tokens.count:
        return BusinessDays(count, weekday)
    if index == start and ordinal is None:
        return None
    calendar = read_calendar(tokens, index)
    index = index if calendar is None else calendar[1]
    if tokens.words[index] in WORKING and tokens.words[index + 1] == "day" and index + 2 == tokens.count:
        return BusinessDays(count, calendar[0] if calendar else conventions.business_calendar)
    unit = COUNTED_UNITS.get(tokens.words[index])
    return None if unit is None or index + 1 != tokens.count else _turned(count, unit, conventions)


def _turned(count: int, unit: Granularity, conventions: Conventions) -> Amount:
    if unit is Granularity.DAY:
        return Period(days=count)
    return Turns(count, unit, conventions.week_start if unit is Granularity.WEEK else 1)
