"""The language of time, whole: points, lengths and sets, moved, ranged, and open on one side.

`read_mention` reads what running text marks as one time expression, without the preposition before it. `read_phrase`
reads all that somebody may write as *when* something was: with prepositions, ranges and open sides.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.english.dates import checked
from timeline.expressions.english.edges import (
    EDGES,
    FILLERS,
    JOINTS,
    LATEST,
    MOSTLY,
    NEARLY,
    ONWARD,
    PARTLY,
    PLACING,
    WHOLES,
)
from timeline.expressions.english.lengths import read_length, read_unit
from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    At,
    Away,
    Calendar,
    Clock,
    Count,
    DayPart,
    Edge,
    Either,
    Ended,
    Inside,
    Length,
    Named,
    Part,
    Range,
    Stretch,
    Throughout,
    Value,
    is_clock,
)
from timeline.expressions.english.wordings import read_wording
from timeline.times import Granularity

__all__ = ["complete", "read_phrase"]

Found = tuple[Value, int] | None

HALF_DAY = 12 * 3_600_000_000

LASTING = frozenset({"in", "over", "within", "during", "for"})
"""Words before "the next week" that make it a stretch of time rather than a week of the calendar."""


def read_phrase(tokens: Tokens, index: int) -> Found:
    """Read a whole statement of when: an expression with its preposition, a range, or an open side.

    >>> read_phrase(Tokens("between 1914 and 1918"), 0)[1]
    4
    """
    index = _skip_fillers(tokens, index)
    wording, found = read_wording(tokens, index), _read_when(tokens, index)
    if wording is not None and (found is None or wording[1] > found[1] or isinstance(wording[0], Ended)):
        found = wording
    if found is None:
        return None
    value, after = found
    if isinstance(value, Range) and is_clock(value.last):
        value = attrs.evolve(value, short=True)  # "from 9 to 10" is over at 10
    return _read_latest(tokens, value, after)


def _read_latest(tokens: Tokens, value: Value, after: int) -> tuple[Value, int]:
    """Add the side that is said behind a time: "Thursday at the latest"."""
    for words, relation in LATEST.items():
        if tokens.follows(after, words) and not isinstance(value, Length):
            inner = value.value if isinstance(value, Edge) and value.relation == relation else value
            return Edge(relation, inner), after + len(words)
    return value, after


def _read_when(tokens: Tokens, index: int) -> Found:
    """Read an expression with its preposition, a range, or an open side."""
    if tokens.words[index] == "some" and tokens.words[index + 2] == "from":
        return _read_range(tokens, index + 2, window=True)
    if tokens.words[index] in {"from", "between"}:
        ranged = _read_range(tokens, index, window=tokens.words[index] == "between")
        if ranged is not None:
            return ranged
    edge = _read_edge(tokens, index) or _read_throughout(tokens, index)
    if edge is not None:
        return edge
    ahead = _read_ahead(tokens, index) or _read_coming(tokens, index)
    if ahead is not None:
        return ahead
    start, found = index, read_mention(tokens, index)
    if tokens.words[index] in PLACING and tokens.words[index + 1]:
        start += 1
        found = _longest(found, read_mention(tokens, start))
    if found is None:
        return _read_first_day_of_two(tokens, start)
    return _read_alternative(tokens, *_read_joined(tokens, *found))


def _read_throughout(tokens: Tokens, index: int) -> Found:
    """Read "throughout February", "all of last year", "the whole of 2023", "all through March"."""
    for words in WHOLES:
        if tokens.follows(index, words):
            found = read_mention(tokens, index + len(words))
            if found is not None and not isinstance(found[0], Length):
                return Throughout(found[0]), found[1]
    for words in (*MOSTLY, *PARTLY):
        found = read_mention(tokens, index + len(words)) if tokens.follows(index, words) else None
        if found is not None and not isinstance(found[0], Length):
            return (Part("most", found[0]) if words in MOSTLY else found[0]), found[1]
    return None


def _skip_fillers(tokens: Tokens, index: int) -> int:
    """Move over words that narrow nothing: "sometime in", "shortly before"."""
    roughly = tokens.words[index] in {"on", "in", "at"} and tokens.words[index + 1] == "or"
    if roughly and tokens.words[index + 2] in {"about", "around"}:
        return index + 2
    for words in NEARLY:
        if tokens.follows(index, words) and tokens.words[index + len(words)] in {"before", "after"}:
            return index + len(words)
    for words in FILLERS:
        if tokens.follows(index, words) and tokens.words[index + len(words)]:
            return index + len(words)
    return tokens.skip(index, "either")


def _read_first_day_of_two(tokens: Tokens, index: int) -> Found:
    """Read "3 or 4 May 2024", of whose first day only the number is said."""
    number = read_digits(tokens, index, 2)
    if number is None or tokens.words[index + 1] != "or":
        return None
    last = read_mention(tokens, index + 2)
    if last is None or not isinstance(last[0], Calendar) or last[0].day is None:
        return None
    first = checked(last[0], last[0].month or 1, number)
    return None if first is None else (_either(attrs.evolve(last[0], day=number), last[0]), last[1])


def _read_alternative(tokens: Tokens, value: Value, after: int) -> tuple[Value, int]:
    """Add what else it may have been: "spring or summer 2012", "3 May or 4 May 2024"."""
    if tokens.words[after] != "or" or isinstance(value, Length):
        return value, after
    day = _read_second_day(tokens, value, after + 1)
    if day is not None:
        return day
    last = read_mention(tokens, after + 1)
    if last is None or isinstance(last[0], Length):
        return value, after
    return _either(*complete(value, last[0])), last[1]


def _read_second_day(tokens: Tokens, value: Value, index: int) -> tuple[Value, int] | None:
    """Read the "10" of "December 9 or 10" and "December 9 or 10, 2024", of whose second day only the number is said."""
    number = read_digits(tokens, index, 2)
    if number is None or not isinstance(value, Calendar) or value.day is None or value.month is None:
        return None
    if checked(value, value.month, number) is None or tokens.words[index + 1] in {*MONTHS, "of", ":", "/"}:
        return None
    after = tokens.skip(index + 1, ",")
    year = read_digits(tokens, after, 4) if value.year is None else None
    if year is not None and year > 999:
        value, index = attrs.evolve(value, year=year), after
    return _either(value, attrs.evolve(value, day=number)), index + 1


def _either(first: Value, last: Value) -> Either:
    return Either((first, last), ("as the first of two", "as the second of two"))


def _longest(one: Found, two: Found) -> Found:
    if one is None or two is None:
        return one or two
    return one if one[1] >= two[1] else two


def _read_ahead(tokens: Tokens, index: int) -> Found:
    """Read "in two weeks": a length from the anchor on."""
    if tokens.words[index] != "in":
        return None
    length = read_length(tokens, index + 1)
    moved = read_mention(tokens, index + 1)
    if length is None or (moved is not None and moved[1] > length[1]):
        return None
    return Away(length[0], 1), length[1]


def _read_coming(tokens: Tokens, index: int) -> Found:
    """Read "in the next week", "over the coming month": so long from the anchor on, or the next one of the calendar."""
    ahead = tokens.words[index + 1 : index + 2] == ["the"] and tokens.words[index + 2] in {"next", "coming"}
    unit = read_unit(tokens, index + 3)
    if (
        tokens.words[index] not in LASTING
        or not ahead
        or unit is None
        or unit[2]
        or unit[0] < Granularity.DAY
    ):
        return None
    count = Count(Fraction(unit[1]), Fraction(unit[1]))
    return Stretch(Length(((count, unit[0]),)), 1), unit[3]


def _read_edge(tokens: Tokens, index: int) -> Found:
    for size in (3, 2, 1):
        relation = EDGES.get(tuple(tokens.words[index : index + size]))
        if relation is None:
            continue
        found = read_mention(tokens, tokens.skip(index + size, "in", "on", "at", "by"))
        if found is not None and not isinstance(found[0], Length):
            after = tokens.skip(found[1], *ONWARD) if relation == "from" else found[1]
            return Edge("since" if relation == "from" else relation, found[0]), after
    return None


def _read_range(tokens: Tokens, index: int, *, window: bool) -> Found:
    """Read "from X to Y" and "between X and Y"; a `window` holds one event somewhere between the two."""
    first = read_mention(tokens, index + 1)
    if first is None:
        return None
    value, after = first
    if isinstance(value, Range):
        return Range(value.first, value.last, window=window), after
    between = tokens.words[index] == "between"
    if tokens.words[after] not in ({"and", "-", "\u2013"} if between else JOINTS):
        return None
    last = read_mention(tokens, after + 1)
    if last is None:
        return None
    return Range(*complete(value, last[0]), window=window), last[1]


def _same_half(first: Clock, last: Clock | DayPart) -> Clock:
    """Take the half of the day from the other end: "3:30 to 6 p.m.", unless that would turn the two around."""
    if not first.half_day or not isinstance(last, Clock) or last.half_day:
        return first
    later = first.since_midnight + HALF_DAY
    since = (
        later
        if first.since_midnight < HALF_DAY <= last.since_midnight and later <= last.since_midnight
        else None
    )
    return attrs.evolve(
        first, half_day=False, since_midnight=first.since_midnight if since is None else since
    )


def _read_joined(tokens: Tokens, value: Value, after: int) -> tuple[Value, int]:
    """Add the other end of "26 July - 22 August" and "Jan-Feb 2017"."""
    if tokens.words[after] not in JOINTS or isinstance(value, Length | Range):
        return value, after
    last = read_mention(tokens, after + 1)
    if last is None or isinstance(last[0], Length):
        return value, after
    return Range(*complete(value, last[0])), last[1]


def _comes_round(value: Calendar | Named) -> bool:
    return isinstance(value, Named) or value.year is None


def complete(first: Value, last: Value) -> tuple[Value, Value]:
    """Give each end of a range what only the other has: the year of "Jan-Feb 2017", the date of "9:30 to 11:00 on Friday".

    >>> complete(Calendar(month=1), Calendar(2017, month=2))[0].year
    2017
    """
    if isinstance(first, Clock) and isinstance(last, Clock | At):
        first = _same_half(first, last if isinstance(last, Clock) else last.time)
        return (At(last.date, first), last) if isinstance(last, At) else (first, last)
    if isinstance(first, At) and isinstance(last, Clock):
        return first, At(first.date, last)
    if isinstance(first, Calendar | Named) and isinstance(last, Inside) and first != last.value:
        return (Inside(first, last.whole) if _comes_round(first) else first), last
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return first, last
    if first.month is None and first.day is not None and last.day is not None:
        return attrs.evolve(last, day=first.day), last
    if first.year is None and last.year is not None and first.month is not None:
        year = last.year - 1 if last.month is not None and first.month > last.month else last.year
        first = attrs.evolve(first, year=year, two_digits=last.two_digits)
    return first, last
