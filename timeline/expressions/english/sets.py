"""Times that come again: "every Friday", "daily", "twice a month", "Tuesday nights", "each year"."""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.clock import read_day_part
from timeline.expressions.english.lengths import read_unit
from timeline.expressions.english.lexicon import DAY_PARTS, FREQUENCIES, MONTHS, WEEKDAYS
from timeline.expressions.english.named import read_named
from timeline.expressions.english.numbers import read_count
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import At, Calendar, Count, DayPart, Length, Named, Repeat, Value

__all__ = ["SET_WORDS", "read_set"]

Found = tuple[Value, int] | None

TIMES = {"once": 1, "twice": 2, "thrice": 3}
PLURAL_PARTS = frozenset({"nights", "mornings", "evenings", "afternoons"})
EACH = frozenset({"every", "each", "per", "any"})

SET_WORDS = frozenset({*TIMES, *EACH, *PLURAL_PARTS, "weekends"})
"""Words beside the frequencies and days that a set can begin with."""


def read_set(tokens: Tokens, index: int) -> Found:
    """Read a repetition.

    >>> read_set(Tokens("every Friday"), 0)
    (Repeat(value=Calendar(year=None, month=None, day=None, weekday=5), times=None), 2)
    """
    word = tokens.words[index]
    if word in FREQUENCIES:
        unit, count = FREQUENCIES[word]
        return Repeat(_length(count, unit)), index + 1
    if word in EACH:
        return _read_each(tokens, index + 1)
    if word in TIMES:
        return _read_times(tokens, Count(Fraction(TIMES[word]), Fraction(TIMES[word])), index + 1)
    if word in WEEKDAYS and tokens.words[index + 1] in PLURAL_PARTS:
        return _with_part(tokens, Calendar(weekday=WEEKDAYS[word]), index + 1)
    if word.endswith("s") and (
        (word in WEEKDAYS and word.endswith("days"))
        or word in {"weekends", "nights", "mornings", "evenings", "afternoons"}
    ):
        return _read_plural(tokens, index)
    return None


def _length(count: int | Fraction, unit: object) -> Length:
    number = Fraction(count)
    return Length(((Count(number, number), unit),))  # type: ignore[arg-type]


def _read_each(tokens: Tokens, index: int) -> Found:
    start = tokens.skip(index, "single", "other", "and") if tokens.words[index] != "other" else index
    step = 1
    if tokens.words[start] == "other":
        step, start = 2, start + 1
    counted = read_count(tokens, start) if tokens.words[start] not in {"a", "an"} else None
    if counted is not None and counted[0].vague is None and counted[0].low == counted[0].high:
        unit = read_unit(tokens, counted[1])
        return None if unit is None else (Repeat(_length(counted[0].low * unit[1], unit[0])), unit[3])
    unit = read_unit(tokens, start)
    if unit is not None and not unit[2]:
        return Repeat(_length(step * unit[1], unit[0])), unit[3]
    return _read_name(tokens, start)


def _read_name(tokens: Tokens, index: int) -> Found:
    word = tokens.words[index]
    if word in WEEKDAYS:
        return _with_part(tokens, Calendar(weekday=WEEKDAYS[word]), index + 1)
    if word in MONTHS:
        return Repeat(Calendar(month=MONTHS[word])), index + 1
    if word in DAY_PARTS:
        part = read_day_part(tokens, index)
        return None if part is None else (Repeat(part[0]), part[1])
    named = read_named(tokens, index)
    return (Repeat(named[0]), named[1]) if named and isinstance(named[0], Named) else None


def _with_part(tokens: Tokens, day: Calendar, index: int) -> Found:
    """Add the part of the day of "every Friday night"."""
    if tokens.words[index] in DAY_PARTS:
        part = read_day_part(tokens, index)
        if part is not None and isinstance(part[0], DayPart):
            return Repeat(At(day, part[0])), part[1]
    return Repeat(day), index


def _read_times(tokens: Tokens, times: Count, index: int) -> Found:
    """Read "a month" after "twice"."""
    start = tokens.skip(index, "a", "an", "every", "each", "per")
    unit = read_unit(tokens, start)
    if start == index or unit is None or unit[2]:
        return None
    return Repeat(_length(unit[1], unit[0]), times), unit[3]


def _read_plural(tokens: Tokens, index: int) -> Found:
    """Read "Fridays", "Tuesday nights", "weekends"."""
    word = tokens.words[index]
    if word in WEEKDAYS:
        return _with_part(tokens, Calendar(weekday=WEEKDAYS[word]), index + 1)
    if word == "weekends":
        return Repeat(Named("weekend")), index + 1
    part = read_day_part(tokens, index)
    return None if part is None else (Repeat(part[0]), part[1])
