"""One reading of running text into the mentions that TimeML marks: two ends of a range, the date and clock of a timestamp."""

from __future__ import annotations

from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens
from timeline.expressions.english.values import At, Calendar, Clock, Ended, Range, Value
from timeline.times import Granularity

__all__ = ["Piece", "pieces"]

Piece = tuple[Value, int, int]
"""A value with its first token and the token after its last."""

JOINTS = DASHES | {"to", "through", "until", "till", "and", "&"}


def pieces(value: Value, tokens: Tokens, index: int, after: int) -> list[Piece]:
    """Return what is read as one in the pieces that are marked, in order.

    >>> [piece[1:] for piece in pieces(Range(Calendar(day=2), Calendar(day=4)), Tokens("2-4 July"), 0, 4)]
    [(0, 1), (2, 4)]
    """
    if isinstance(value, Range):
        joint = next((place for place in range(index + 1, after) if tokens.words[place] in JOINTS), None)
        if joint is not None and joint + 1 < after:
            return [(value.first, index, joint), (value.last, tokens.skip(joint + 1, "the"), after)]
    if isinstance(value, Ended):
        joint = next(place for place in range(index, after) if tokens.words[place] in {"ended", "ending"})
        return [(value, index, joint), (value.last, joint + 1, after)]
    if isinstance(value, At) and isinstance(value.date, Calendar) and isinstance(value.time, Clock):
        clock = _clock_start(tokens, index, after)
        if value.date.year is not None and value.time.unit is Granularity.SECOND and clock is not None:
            joint = clock - 1 if tokens.words[clock - 1] == "t" else clock
            return [(value.date, index, joint), (value, clock, after)]
    return [(value, index, after)]


def _clock_start(tokens: Tokens, index: int, after: int) -> int | None:
    """Return where the clock of a timestamp begins, if it stands apart behind the date."""
    for place in range(index + 1, after - 2):
        digits = tokens.keys[place] == NUMBER and tokens.words[place + 1] == ":"
        apart = not tokens.glued(place) or tokens.words[place - 1] == "t"
        if digits and tokens.keys[place + 2] == NUMBER and apart:
            return place
    return None
