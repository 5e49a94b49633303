"""One expression in running text: a point, a length, a set, a word for past or future, or a length moved somewhere.

It is read without the preposition before it, and the longest reading is taken. Which readers are asked depends on the
first word, so that most words cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from timeline.expressions.english.cycles import cycle_of
from timeline.expressions.english.deixis import read_adverb
from timeline.expressions.english.idioms import ADVERBS, LIMITS
from timeline.expressions.english.lengths import read_bare_day, read_definite_length, read_length, read_unit
from timeline.expressions.english.lexicon import (
    CARDINALS,
    FREQUENCIES,
    HINTED,
    LONG_WORDS,
    ORDINALS,
    SCALES,
    UNITS,
    VAGUE_COUNTS,
    WEEKDAYS,
)
from timeline.expressions.english.neighbours import read_neighbour
from timeline.expressions.english.numbers import read_count, read_ordinal
from timeline.expressions.english.points import read_point
from timeline.expressions.english.reports import COMPARED, read_ended, read_quarter_of_year, read_year_ago
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.sets import SET_WORDS, read_set
from timeline.expressions.english.values import (
    At,
    Away,
    Calendar,
    Chosen,
    Clock,
    Count,
    DayPart,
    Length,
    NthFrom,
    Relative,
    Stretch,
    Value,
)
from timeline.expressions.english.workdays import read_workday
from timeline.times import Granularity

__all__ = ["read_mention"]

Found = tuple[Value, int] | None

COUNT_WORDS = (
    NUMBER,
    "a",
    "an",
    "the",
    "these",
    "those",
    "another",
    "half",
    "its",
    "each",
    "one",
    "first",
    "last",
)
NEXT_TO = frozenset({"after", "before", "following"})
BACKWARD = frozenset({"ago", "back", "earlier", "previously", "beforehand"})
FORWARD = frozenset({"later", "afterward", "afterwards", "hence", "after"})


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


def _read_nth_from(tokens: Tokens, index: int) -> Found:
    """Read "the first Monday after Easter 2024", "the third day after Easter", "the second Friday before Christmas"."""
    ordinal = read_ordinal(tokens, tokens.skip(index, "the"))
    if ordinal is None or not 1 <= ordinal[0] <= 53:
        return None
    weekday, unit = WEEKDAYS.get(tokens.words[ordinal[1]]), read_unit(tokens, ordinal[1])
    of: Value | Granularity
    if NEXT_TO.isdisjoint(tokens.words[ordinal[1] + 1 : ordinal[1] + 3]):
        return None
    if weekday is not None:
        of, after = Calendar(weekday=weekday), ordinal[1] + 1
    elif unit is not None and unit[1] == 1 and not unit[2] and unit[0] >= Granularity.DAY:
        of, after = unit[0], unit[3]
    else:
        return None
    word = tokens.words[after]
    if word not in {"after", "before", "following"}:
        return None
    base = read_point(tokens, after + 1)
    side = -1 if word == "before" else 1
    return None if base is None else (NthFrom(ordinal[0], of, side, base[0]), base[1])


def _read_other(tokens: Tokens, index: int) -> Found:
    """Read "the other day", "the other night": a few days or weeks ago, as the convention says."""
    if tokens.words[index + 1] != "other" or tokens.words[index] != "the":
        return None
    unit = read_unit(tokens, index + 2)
    night = tokens.follows(index, ("the", "other", "night"))
    if not night and (
        unit is None or unit[1] > 1 or unit[2] or unit[0] not in {Granularity.DAY, Granularity.WEEK}
    ):
        return None
    ago = Away(Length(((Count(vague="other"), unit[0] if unit else Granularity.DAY),)), -1)
    return (At(ago, DayPart("NI")), index + 3) if night else (ago, index + 3)


def _read_beside(tokens: Tokens, index: int) -> Found:
    """Read "the day before", "the year after", "the day following": one unit from the time last spoken of."""
    start = tokens.skip(index, "the")
    unit = read_unit(tokens, start)
    if start == index or unit is None or unit[1] > 1 or unit[2]:
        return None
    word = tokens.words[unit[3]]
    if tokens.words[unit[3] : unit[3] + 2] in (["after", "next"], ["before", "last"]):
        return Relative(unit[0], 2 if word == "after" else -2), unit[3] + 2
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
        name = base is not None and base[1] == start + 1 and tokens.words[start] in HINTED
        if base is not None and not name and not isinstance(base[0], Length):
            if word == "from" and cycle_of(base[0]) is Granularity.WEEK and isinstance(base[0], Calendar):
                base = Chosen("coming", base[0]), base[1]
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


def read_mention(tokens: Tokens, index: int) -> Found:
    """Read the longest expression that begins at a place.

    >>> read_mention(Tokens("two weeks ago today"), 0)[1]
    3
    """
    found: Found = None
    for read in READERS.get(tokens.keys[index], ANYTHING):
        other = read(tokens, index)
        if other is not None and (
            found is None or other[1] > found[1] or _rather(other, found, tokens, index)
        ):
            found = other
    return found


def _rather(other: tuple[Value, int], found: tuple[Value, int], tokens: Tokens, index: int) -> bool:
    """Return whether "15h" is a time of day rather than a length: after "at"."""
    clock = isinstance(other[0], Clock) and isinstance(found[0], Length)
    return clock and other[1] == found[1] and index > 0 and tokens.words[index - 1] in {"at", "@"}


Reader = Callable[[Tokens, int], Found]

COUNTED: tuple[Reader, ...] = (_read_nth_from, _read_counted_days, _read_counted_pointer, _read_moved)
ANYTHING: tuple[Reader, ...] = (read_point,)
ARTICLES: tuple[Reader, ...] = (
    read_year_ago,
    read_ended,
    read_quarter_of_year,
    _read_beside,
    _read_other,
    read_neighbour,
    read_workday,
)


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Return, for each first word, the readers that it can begin something for; all others are points."""
    words: dict[str, tuple[Reader, ...]] = {}

    def add(keys: Iterable[str], *readers: Reader) -> None:
        for key in keys:
            words[key] = (*words.get(key, ()), *readers)

    add(("the", "a", "its", "year", "quarter", "fiscal", "last", *COMPARED), *ARTICLES)
    add(
        {
            *CARDINALS,
            *ORDINALS,
            *SCALES,
            *VAGUE_COUNTS,
            *UNITS,
            *LONG_WORDS,
            *COUNT_WORDS,
            *(words[0] for words in LIMITS),
        },
        *COUNTED,
    )
    add({*FREQUENCIES, *WEEKDAYS, *SET_WORDS}, read_set)
    add({NUMBER, *CARDINALS}, read_ended)
    add({"next", "previous", "last"}, read_workday)
    add(tuple(words), read_point)
    add({words[0] for words in ADVERBS} & words.keys(), read_adverb)
    add({words[0] for words in ADVERBS} - words.keys(), read_point, read_adverb)
    return words


READERS = _readers()
