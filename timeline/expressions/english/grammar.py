"""The language of time, whole: points, lengths and sets, moved, ranged, and open on one side.

`read_mention` reads what running text marks as one time expression, without the preposition before it. `read_phrase`
reads all that somebody may write as *when* something was: with prepositions, ranges and open sides.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.english.deixis import read_adverb
from timeline.expressions.english.lengths import read_bare_day, read_definite_length, read_length, read_unit
from timeline.expressions.english.lexicon import WEEKDAYS
from timeline.expressions.english.named import read_named
from timeline.expressions.english.numbers import read_count
from timeline.expressions.english.points import read_point
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.sets import read_set
from timeline.expressions.english.values import (
    At,
    Away,
    Calendar,
    Chosen,
    Clock,
    Count,
    DayPart,
    Edge,
    Inside,
    Length,
    Named,
    Range,
    Relative,
    Stretch,
    Value,
)
from timeline.times import Granularity

__all__ = ["EDGES", "JOINTS", "complete", "read_mention", "read_phrase"]

Found = tuple[Value, int] | None

HALF_DAY = 12 * 3_600_000_000
YEAR = Length(((Count(), Granularity.YEAR),))

EDGES = {
    ("before",): "before",
    ("prior", "to"): "before",
    ("earlier", "than"): "before",
    ("ahead", "of"): "before",
    ("after",): "after",
    ("following",): "after",
    ("later", "than"): "after",
    ("since",): "since",
    ("ever", "since"): "since",
    ("from",): "from",
    ("starting",): "from",
    ("beginning",): "from",
    ("as", "of"): "from",
    ("until",): "until",
    ("till",): "until",
    ("up", "to"): "until",
    ("up", "until"): "until",
    ("through",): "until",
    ("by",): "by",
    ("at", "the", "latest"): "by",
    ("prior", "to", "the"): "before",
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("no", "earlier", "than"): "not_before",
    ("not", "before"): "not_before",
    ("not", "earlier", "than"): "not_before",
}
PLACING = frozenset({"in", "on", "at", "during", "over", "of", "for", "sometime", "some", "throughout"})
JOINTS = frozenset({"to", "-", "\u2013", "\u2014", "until", "till", "through", "thru", "untill", "~"})
BACKWARD = frozenset({"ago", "back", "earlier", "previously", "beforehand"})
FORWARD = frozenset({"later", "afterward", "afterwards", "hence", "after"})


def read_mention(tokens: Tokens, index: int) -> Found:
    """Read the longest expression that begins at a place.

    >>> read_mention(Tokens("two weeks ago today"), 0)[1]
    3
    """
    found: Found = None
    for read in (
        _read_year_ago,
        _read_counted_days,
        _read_counted_pointer,
        _read_beside,
        _read_moved,
        read_set,
        read_point,
        read_adverb,
    ):
        other = read(tokens, index)
        if other is not None and (found is None or other[1] > found[1]):
            found = other
    return found


def _read_year_ago(tokens: Tokens, index: int) -> Found:
    """Read "year-earlier", "the year-ago quarter", "the year-earlier period"."""
    start = tokens.skip(index, "the", "a", "its")
    start = tokens.skip(start, "comparable", "corresponding", "same")
    hyphen = tokens.words[start] == "year" and tokens.words[start + 1] == "-"
    if not hyphen or tokens.words[start + 2] not in {"ago", "earlier"}:
        return None
    after = start + 3
    named = read_named(tokens, after)
    if named is not None and isinstance(named[0], Named):
        return Inside(named[0], Relative(Granularity.YEAR, -1)), named[1]
    if start > index:
        after = tokens.skip(after, "quarter", "period", "month")
    return Away(YEAR, -1, spoken=True), after if start > index else start + 3


def _read_counted_days(tokens: Tokens, index: int) -> Found:
    """Read "three Fridays from now", "2 Thursdays ago": so many of a day of the week from the anchor."""
    counted = read_count(tokens, index)
    if counted is None or counted[0].vague is not None or counted[0].low != counted[0].high:
        return None
    weekday = WEEKDAYS.get(tokens.words[counted[1]]) if tokens.words[counted[1]].endswith("s") else None
    number = int(counted[0].low)
    if weekday is None or not 1 <= number <= 53:
        return None
    value = Calendar(weekday=weekday)
    if tokens.follows(counted[1] + 1, ("from", "now")):
        return Away(_weeks(number - 1), 1, Chosen("coming", value)), counted[1] + 3
    if tokens.words[counted[1] + 1] in {"ago", "back"}:
        return Away(_weeks(number - 1), -1, Chosen("past", value)), counted[1] + 2
    return None


def _weeks(number: int) -> Length:
    return Length(((Count(Fraction(7 * number), Fraction(7 * number)), Granularity.DAY),))


def _read_counted_pointer(tokens: Tokens, index: int) -> Found:
    """Read "the 5 past years", "two upcoming weeks": a stretch with its pointing word in the middle."""
    start = tokens.skip(index, "the", "these", "those")
    counted = read_count(tokens, start)
    if counted is None:
        return None
    side = {"past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}.get(
        tokens.words[counted[1]]
    )
    unit = read_unit(tokens, counted[1] + 1)
    if side is None or unit is None or not unit[2]:
        return None
    count = Count(counted[0].low * unit[1], counted[0].high * unit[1], counted[0].vague)
    return Stretch(Length(((count, unit[0]),)), side), unit[3]


def _read_beside(tokens: Tokens, index: int) -> Found:
    """Read "the day before", "the year after", "the day following": one unit from the time last spoken of."""
    start = tokens.skip(index, "the")
    unit = read_unit(tokens, start)
    if start == index or unit is None or unit[2]:
        return None
    word = tokens.words[unit[3]]
    if word not in {"before", "after", "following"} or not _ends(tokens, unit[3] + 1):
        return None
    return Relative(unit[0], -1 if word == "before" else 1, words=word, spoken=True), unit[3] + 1


def _read_moved(tokens: Tokens, index: int) -> Found:
    """Read a length, and where it leads: "two weeks ago", "three days after Friday", "a year earlier"."""
    found = read_length(tokens, index) or read_bare_day(tokens, index)
    definite = read_definite_length(tokens, index)
    if definite is not None and (found is None or definite[1] > found[1]):
        found = definite
    if found is None:
        return None
    length, after = found
    word = tokens.words[after]
    if tokens.follows(after, ("from", "now")) or tokens.follows(after, ("from", "today")):
        return Away(length, 1), after + 2
    if word in {"before", "after", "from", "since", "following"} or tokens.follows(after, ("prior", "to")):
        start = after + (2 if word == "prior" else 1)
        base = read_point(tokens, start)
        if base is not None and not isinstance(base[0], Length):
            return Away(length, -1 if word in {"before", "prior"} else 1, base[0]), base[1]
    if word in BACKWARD:
        return Away(length, -1, spoken=word != "ago"), after + 1
    if word == "before" and _ends(tokens, after + 1):
        return Away(length, -1, spoken=True), after + 1
    if word in FORWARD and (word != "after" or _ends(tokens, after + 1)):
        return Away(length, 1, spoken=word != "hence"), after + 1
    return length, after


def _ends(tokens: Tokens, index: int) -> bool:
    """Return whether a clause ends at a place."""
    return tokens.words[index] in {"", ".", ",", ";", ":", ")", "!", "?", "\n\n"}


def read_phrase(tokens: Tokens, index: int) -> Found:
    """Read a whole statement of when: an expression with its preposition, a range, or an open side.

    >>> read_phrase(Tokens("between 1914 and 1918"), 0)[1]
    4
    """
    if tokens.words[index] in {"from", "between"}:
        ranged = _read_range(tokens, index)
        if ranged is not None:
            return ranged
    edge = _read_edge(tokens, index)
    if edge is not None:
        return edge
    if tokens.words[index] == "in":
        ahead = _read_ahead(tokens, index)
        if ahead is not None:
            return ahead
    start = index + 1 if tokens.words[index] in PLACING and tokens.words[index + 1] else index
    found = _longest(read_mention(tokens, index), read_mention(tokens, start))
    return None if found is None else _read_joined(tokens, *found)


def _longest(one: Found, two: Found) -> Found:
    if one is None or two is None:
        return one or two
    return one if one[1] >= two[1] else two


def _read_ahead(tokens: Tokens, index: int) -> Found:
    """Read "in two weeks": a length from the anchor on."""
    length = read_length(tokens, index + 1)
    moved = read_mention(tokens, index + 1)
    if length is None or (moved is not None and moved[1] > length[1]):
        return None
    return Away(length[0], 1), length[1]


def _read_edge(tokens: Tokens, index: int) -> Found:
    for size in (3, 2, 1):
        relation = EDGES.get(tuple(tokens.words[index : index + size]))
        if relation is None:
            continue
        found = read_mention(tokens, tokens.skip(index + size, "in", "on", "at"))
        if found is not None and not isinstance(found[0], Length):
            return Edge("since" if relation == "from" else relation, found[0]), found[1]
    return None


def _read_range(tokens: Tokens, index: int) -> Found:
    """Read "from X to Y" and "between X and Y"."""
    window = tokens.words[index] == "between"
    first = read_mention(tokens, index + 1)
    if first is None:
        return None
    value, after = first
    if isinstance(value, Range):
        return Range(value.first, value.last, window=window), after
    if window and tokens.words[after] != "and" and tokens.words[after] not in {"-", "\u2013"}:
        return None
    if not window and tokens.words[after] not in JOINTS:
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
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return first, last
    if first.year is None and last.year is not None and first.month is not None:
        year = last.year - 1 if last.month is not None and first.month > last.month else last.year
        first = Calendar(year, month=first.month, day=first.day, weekday=first.weekday)
    return first, last
