"""What the words beside a mention make of it: "since", "in" before a length, the other end of a range.

TimeML marks "2019" in "since 2019", and both years of "1914 to 1918" for themselves. What the whole says is a reading too,
after the one that the mention has by itself.
"""

from __future__ import annotations

from timeline.expressions.english.grammar import EDGES, JOINTS, complete
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    Around,
    At,
    Away,
    Calendar,
    Chosen,
    Clock,
    Edge,
    Inside,
    Length,
    Named,
    Nth,
    Part,
    Range,
    Relative,
    Stretch,
    Vague,
    Value,
    Years,
)

__all__ = ["extended", "other_end"]

POINTS = (Around, At, Away, Calendar, Chosen, Clock, Inside, Named, Nth, Part, Relative, Years)
LONGEST_EDGE = max(len(words) for words in EDGES)


def extended(value: Value, tokens: Tokens, index: int) -> list[Value]:
    """Return what a value is together with the preposition before it.

    >>> extended(Calendar(2019), Tokens("since 2019"), 1)[0].relation
    'since'
    """
    before = tokens.words[index - 1] if index else ""
    if isinstance(value, Length):
        if before == "in" or tokens.words[index] == "within":
            return [Away(value, 1)] if before == "in" else [Stretch(value, 1)]
        return []
    if not isinstance(value, POINTS):
        return []
    for size in range(min(LONGEST_EDGE, index), 0, -1):
        relation = EDGES.get(tuple(tokens.words[index - size : index]))
        if relation is not None:
            return [Edge("since" if relation == "from" else relation, value)]
    return []


def _is_now(value: Value) -> bool:
    return isinstance(value, Vague) and value.reference == "PRESENT_REF"


def other_end(value: Value, tokens: Tokens, index: int, after: int) -> tuple[Range, int] | None:
    """Return the range that a value begins, and the token at which its other end begins.

    >>> other_end(Calendar(1914), Tokens("between 1914 and 1918"), 1, 2)[1]
    3
    """
    if not isinstance(value, POINTS) and not _is_now(value):
        return None
    window = index > 0 and tokens.words[index - 1] == "between"
    joint = tokens.words[after]
    if joint not in JOINTS and not (window and joint == "and"):
        return None
    last = read_mention(tokens, after + 1)
    if last is None or not (isinstance(last[0], POINTS) or _is_now(last[0])):
        return None
    return Range(*complete(value, last[0]), window=window), after + 1
