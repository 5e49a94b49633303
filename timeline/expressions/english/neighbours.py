"""Times beside other times: "the Friday before Christmas", "the week after Easter 2024", "the weekend before last"."""

from __future__ import annotations

from timeline.expressions.english.lengths import read_length, read_unit
from timeline.expressions.english.lexicon import DAY_PARTS, MONTHS, WEEKDAYS
from timeline.expressions.english.named import read_named
from timeline.expressions.english.points import read_point
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    At,
    Beside,
    Calendar,
    Clock,
    DayPart,
    Length,
    Named,
    NthFrom,
    Relative,
    Value,
)
from timeline.times import Granularity

__all__ = ["read_neighbour"]

Found = tuple[Value, int] | None

SIDES = {"before": -1, "after": 1, "following": 1, "preceding": -1}
TODAY = Relative(Granularity.DAY, 0)
WHOLE_DAYS = (Calendar, Named, Relative, At, NthFrom)


def read_neighbour(tokens: Tokens, index: int) -> Found:
    """Read what lies next to a time: its unit or name, the side, and the time.

    >>> read_neighbour(Tokens("the Friday before Christmas"), 0)[1]
    4
    """
    start = tokens.skip(index, "the")
    found = _read_kind(tokens, start)
    if found is None:
        return _read_days_beside(tokens, start) if start > index else None
    kind, after = found
    if tokens.follows(after, ("before", "last")):
        return _before_last(kind, after + 2)
    side = SIDES.get(tokens.words[after])
    if side is None or start == index:
        return None
    base = read_point(tokens, after + 1)
    if base is None or isinstance(base[0], Length | Clock | DayPart):
        return None
    return _beside(kind, side, base[0]), base[1]


def _read_days_beside(tokens: Tokens, index: int) -> Found:
    """Read "days following 16 March", "two weeks before Easter", after their article: a stretch of so long."""
    found = read_length(tokens, index)
    side = None if found is None else SIDES.get(tokens.words[found[1]])
    if found is None or side is None:
        return None
    base = read_point(tokens, found[1] + 1)
    if base is None or isinstance(base[0], Length | Clock | DayPart):
        return None
    return Beside(found[0], side, base[0]), base[1]


def _read_kind(tokens: Tokens, index: int) -> tuple[Value | Granularity, int] | None:
    """Read what may lie next to a time: a unit, a weekday, a month, a season, the weekend, a part of a day."""
    word = tokens.words[index]
    if word in WEEKDAYS:
        return Calendar(weekday=WEEKDAYS[word]), index + 1
    if word in MONTHS:
        return Calendar(month=MONTHS[word]), index + 1
    code = DAY_PARTS.get(word, ":")
    if ":" not in code:
        return DayPart(code), index + 1
    named = read_named(tokens, index)
    if named is not None:
        return named if isinstance(named[0], Named) else None
    unit = read_unit(tokens, index)
    if unit is None or unit[1] > 1 or unit[2] or unit[0] < Granularity.DAY:
        return None
    return unit[0], unit[3]


def _before_last(kind: Value | Granularity, after: int) -> Found:
    if isinstance(kind, DayPart):
        return At(Relative(Granularity.DAY, -2), kind), after
    if isinstance(kind, Granularity):
        return Relative(kind, -2), after
    return NthFrom(2, kind, -1, TODAY), after


def _beside(kind: Value | Granularity, side: int, base: Value) -> Value:
    if isinstance(kind, DayPart):
        return At(NthFrom(1, Granularity.DAY, side, base), kind)
    return NthFrom(1, kind, side, base)
