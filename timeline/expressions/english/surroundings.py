"""What the words beside a mention make of it: "since", "in" before a length, the other end of a range.

TimeML marks "2019" in "since 2019", and both years of "1914 to 1918" for themselves. What the whole says is a reading too,
after the one that the mention has by itself.
"""

from __future__ import annotations

import attrs

from timeline.expressions.english.edges import EDGES, JOINTS
from timeline.expressions.english.grammar import complete
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.points import read_point
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


ONWARD = frozenset({"after", "later", "onward", "onwards", "beyond", "thereafter"})
BACKWARD = frozenset({"before", "earlier"})
LASTING = frozenset({"for", "lasting", "lasted", "lasts"})
STARTING = frozenset({"starting", "beginning", "from"})
FIRSTS = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}


def extended(value: Value, tokens: Tokens, index: int, after: int) -> list[Value]:
    """Return what a value is together with the words before and behind it.

    >>> extended(Calendar(2019), Tokens("since 2019"), 1, 2)[0].relation
    'since'
    """
    before = tokens.words[index - 1] if index else ""
    if isinstance(value, Length | Stretch):
        return _lengths(value, tokens, index, after)
    if isinstance(value, Away) and value.base is not None and value.side > 0 and before in LASTING:
        return [Range(value.base, value)]
    if not isinstance(value, POINTS):
        return []
    onward = _onward(value, tokens, after)
    if onward is not None:
        return [onward]
    for size in range(min(LONGEST_EDGE, index), 0, -1):
        relation = EDGES.get(tuple(tokens.words[index - size : index]))
        if relation is not None:
            return [Edge("since" if relation == "from" else relation, value)]
    return []


def _lengths(value: Length | Stretch, tokens: Tokens, index: int, after: int) -> list[Value]:
    """Return what a length is in its place: ahead of the anchor, from a time on, or a part of a longer time."""
    before, length = tokens.words[index - 1] if index else "", value
    if isinstance(length, Stretch):
        length = length.length
    if tokens.words[after] in {"of", "in"}:
        side = next((FIRSTS[word] for word in tokens.words[index:after] if word in FIRSTS), None)
        whole = read_point(tokens, after + 1) if side is not None else None
        if side is not None and whole is not None and isinstance(whole[0], POINTS):
            return [Stretch(length, side, whole[0])]
    if isinstance(value, Stretch):
        return []
    if tokens.words[after] in STARTING:
        base = read_point(tokens, tokens.skip(after + 1, "on", "in", "from", "at"))
        if base is not None and isinstance(base[0], POINTS):
            exact = attrs.evolve(length, limit="exactly") if length.limit == "plain" else length
            return [Range(base[0], Away(exact, 1, base[0]), short=True)]
    if before == "after":
        return [Edge("not_before", Away(value, 1, spoken=True))]
    if before == "in" or tokens.words[index] == "within":
        return [Away(value, 1)] if before == "in" else [Stretch(value, 1)]
    return []


def _onward(value: Value, tokens: Tokens, after: int) -> Edge | None:
    """Return "2014 onwards", "1 May or later", "10 p.m. and before": a time with one side left open behind it."""
    start = tokens.skip(after, "and", "or")
    word = tokens.words[start]
    if word in {"after", "before", "beyond"} and tokens.words[start + 1].isalnum():
        return None
    if word in {"onward", "onwards"} or (start > after and word in ONWARD):
        return Edge("not_before", value)
    return Edge("by", value) if start > after and word in BACKWARD else None


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
