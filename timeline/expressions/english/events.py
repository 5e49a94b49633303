"""Times that are told by a dated event: "two days after the vote on 12 March", "the Friday before the election of 8 November 2016".

The words between say what happened; the date says when, and is what counts.
"""

from __future__ import annotations

from typing import Final

from timeline.expressions.english.edges import EDGES
from timeline.expressions.english.lengths import read_length, read_unit
from timeline.expressions.english.lexicon import DETERMINERS, MONTHS, POINTERS, UNITS, WEEKDAYS
from timeline.expressions.english.numbers import read_ordinal
from timeline.expressions.english.points import is_date, read_point
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Away, Calendar, Edge, Inside, NthFrom, Value
from timeline.times import Granularity

__all__ = ["read_by_event"]

Found = tuple[Value, int] | None

SIDES = {"before": -1, "after": 1, "following": 1, "from": 1, "since": 1}
ON_THE_DAY = {"after": "not_before", "before": "by", "from": "since"}
"""What a side of an event is a side of, where only its date is known: after a vote may still be the day of the vote."""

DATING = frozenset({"on", "of", "in"})
MOST_WORDS = 8
"""How many words may name an event."""

TIMES: Final = frozenset(
    {*MONTHS, *WEEKDAYS, *UNITS, *SIDES, "until", "till", "by", "between", "that", "which", "when"}
)
"""Words that no name of an event holds here: with them the date may belong to something else."""


def read_by_event(tokens: Tokens, index: int) -> Found:
    """Read a time that lies before or after an event with its date, at the end of a claim.

    >>> read_by_event(Tokens("two days after the vote on 12 March"), 0)[1]
    8
    """
    for size in (3, 2, 1):
        relation = EDGES.get(tuple(tokens.words[index : index + size]))
        date = _read_dated(tokens, index + size) if relation else None
        if relation is not None and date is not None:
            return Edge(ON_THE_DAY.get(relation, relation), date[0]), date[1]
    length = read_length(tokens, index)
    side = SIDES.get(tokens.words[length[1]]) if length else None
    date = _read_dated(tokens, length[1] + 1) if length and side else None
    if length is not None and side is not None and date is not None:
        return Away(length[0], side, date[0]), date[1]
    return _read_nth(tokens, index)


def _read_nth(tokens: Tokens, index: int) -> Found:
    """Read "the day after the vote on 12 March", "the second Friday before the election of 2016"."""
    start = tokens.skip(index, "the")
    ordinal = read_ordinal(tokens, start) or (1, start)
    number, after = ordinal
    unit = read_unit(tokens, after)
    of: Value | Granularity
    if tokens.words[after] in WEEKDAYS:
        of, after = Calendar(weekday=WEEKDAYS[tokens.words[after]]), after + 1
    elif unit is not None and unit[1] == 1 and not unit[2] and unit[0] >= Granularity.DAY:
        of, after = unit[0], unit[3]
    else:
        return None
    side = SIDES.get(tokens.words[after])
    date = _read_dated(tokens, after + 1) if start > index and side and number > 0 else None
    if side is None or date is None or not (is_date(date[0]) or of is Granularity.YEAR):
        return None
    return NthFrom(number, of, side, date[0]), date[1]


def _read_dated(tokens: Tokens, index: int) -> Found:
    """Read the date of an event behind the words that name it, if nothing else follows."""
    if tokens.words[index] not in DETERMINERS or tokens.words[index] in POINTERS:
        return None
    for place in range(index + 1, index + 2 + MOST_WORDS):
        word = tokens.words[place]
        if word in DATING and place > index + 1:
            date = read_point(tokens, place + 1)
            if date is not None and isinstance(date[0], Calendar | Inside) and date[1] >= tokens.count:
                return date
        elif word in TIMES or not (word.isalpha() or word in {"-", "'", "\u2019"}):
            return None
    return None
