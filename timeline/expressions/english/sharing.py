"""Times that stand side by side share what only one of them says: "Monday, Thursday and Friday next week"."""

from __future__ import annotations

import attrs

from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import At, Calendar, Inside, Relative, Value
from timeline.times import Granularity

__all__ = ["Neighbour", "beside", "directly", "inside", "is_weekday", "whole_ahead", "whole_of"]

JOINTS = frozenset({",", "and", "or", "/", "&", "n"})
LONGEST_LIST = 5


@attrs.frozen
class Neighbour:
    """The time read last: the token after it, the stretch that it is or lies in, and its side of the anchor, and whether it comes again."""

    after: int
    whole: Relative | None = None
    side: str | None = None
    is_whole: bool = attrs.field(default=False, kw_only=True)
    is_day: bool = attrs.field(default=False, kw_only=True)
    repeats: bool = attrs.field(default=False, kw_only=True)


def is_weekday(value: Value) -> bool:
    """Return whether a value is a bare day of the week, perhaps with a time of day."""
    if isinstance(value, At):
        return is_weekday(value.date)
    return isinstance(value, Calendar) and value.weekday is not None and value.day is None


def inside(value: Value, whole: Relative) -> Value:
    """Return a day of the week in a stretch.

    >>> inside(Calendar(weekday=2), Relative(Granularity.WEEK, 1)).whole.offset
    1
    """
    if isinstance(value, At):
        return At(inside(value.date, whole), value.time)
    return Inside(value, whole)


def whole_of(value: Value) -> Relative | None:
    """Return the week in which a value says that it lies."""
    if isinstance(value, At):
        return whole_of(value.date)
    if isinstance(value, Inside) and isinstance(value.whole, Relative):
        return value.whole if value.whole.unit is Granularity.WEEK else None
    return None


def beside(tokens: Tokens, neighbour: Neighbour | None, index: int) -> bool:
    """Return whether nothing but joining words stand between the time read last and a place.

    >>> beside(Tokens("Monday, or Tuesday"), Neighbour(1), 3)
    True
    """
    if neighbour is None or index - neighbour.after > 2:
        return False
    return all(tokens.words[place] in JOINTS for place in range(neighbour.after, index))


def directly(tokens: Tokens, neighbour: Neighbour | None, index: int) -> bool:
    """Return whether a place follows the time read last, but for "on" or a comma: "next week on Tuesday"."""
    if neighbour is None or index - neighbour.after > 1:
        return False
    return neighbour.after == index or tokens.words[neighbour.after] in {"on", ",", "-"}


def whole_ahead(tokens: Tokens, after: int) -> Relative | None:
    """Return the week that the last member of a list names for all: "Monday, Thursday and Friday next week".

    >>> whole_ahead(Tokens("Monday and Tuesday of next week"), 1).offset
    1
    """
    for _ in range(LONGEST_LIST):
        start = after
        while tokens.words[start] in JOINTS and start < after + 2:
            start += 1
        if start == after:
            return None
        found = read_mention(tokens, start)
        if found is None:
            return None
        whole = whole_of(found[0])
        if whole is not None or not is_weekday(found[0]):
            return whole
        after = found[1]
    return None
