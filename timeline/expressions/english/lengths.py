"""Lengths as they are said: "three months", "at least 30 days", "an hour and a half", "days", "2-year"."""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.english.idioms import LIMITS
from timeline.expressions.english.lexicon import LONG_WORDS, UNITS
from timeline.expressions.english.numbers import read_count
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import Count, Length
from timeline.times import Granularity
from timeline.times.worked import is_calendar

__all__ = [
    "WORKING",
    "compared",
    "read_bare_day",
    "read_calendar",
    "read_definite_length",
    "read_length",
    "read_limit",
    "read_unit",
]

LONGEST_LIMIT = max(len(words) for words in LIMITS)
LIMIT_STARTS = frozenset(words[0] for words in LIMITS)
MOST_PARTS = 4
BETWEEN_COUNT_AND_UNIT = frozenset(
    [
        "more",
        "additional",
        "extra",
        "full",
        "whole",
        "entire",
        "straight",
        "consecutive",
        "successive",
        "long",
        "short",
        "solid",
        "further",
        "other",
        "good",
        "trading",
        "business",
        "working",
        "calendar",
        "school",
        "odd",
        "fiscal",
    ]
)
NOT_DESCRIBING = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "one",
        "any",
        "each",
        "every",
        "some",
        "per",
        "of",
        "to",
        "in",
        "on",
        "by",
        "s",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "last",
        "next",
        "other",
        "same",
        "per",
        "and",
        "or",
        "later",
        "day",
    ]
)
WORKING = frozenset({"business", "working", "trading"})
HALF = Fraction(1, 2)
DASHES = frozenset({"-", "\u2013"})


def read_limit(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the words before a count that say how to take it, the longest that fit.

    >>> read_limit(Tokens("no more than sixty days"), 0)
    ('at_most', 3)
    """
    if tokens.words[index] not in LIMIT_STARTS:
        return None
    for length in range(LONGEST_LIMIT, 0, -1):
        limit = LIMITS.get(tuple(tokens.words[index : index + length]))
        if limit is not None:
            return limit, index + length
    return None


def read_unit(tokens: Tokens, index: int) -> tuple[Granularity, int, bool, int] | None:
    """Read a unit: which, how many of it the word stands for, whether it is a plural, and the index after it.

    >>> read_unit(Tokens("fortnights"), 0)
    (<Granularity.WEEK: 6>, 2, True, 1)
    """
    word = tokens.words[index]
    found = UNITS.get(word)
    if found is None:
        if word == "h" and tokens.glued(index) and tokens.keys[index - 1] == NUMBER:
            return Granularity.HOUR, 1, False, index + 1
        return None
    after = index + 1
    if tokens.words[after] == "(" and tokens.words[after + 1] == "s" and tokens.words[after + 2] == ")":
        after += 3
    plural = word.endswith("s") or word in {"millennia", "centuries"}
    return found[0], found[1], plural, after


def compared(tokens: Tokens, index: int) -> bool:
    """Return whether a unit is one of a comparison: the year of "a year-ago loss".

    >>> compared(Tokens("a year-earlier loss"), 2)
    True
    """
    return tokens.words[index] in DASHES and tokens.words[index + 1] in {"ago", "earlier"}


def read_definite_length(tokens: Tokens, index: int) -> tuple[Length, int] | None:
    """Read "the nine months", "the first two years", "a three-year period": a length that the text knows already.

    >>> read_definite_length(Tokens("the first nine months"), 0)[1]
    4
    """
    start = tokens.skip(index, "the", "a", "an", "its", "each")
    start = tokens.skip(start, "same")
    if start == index:
        return None
    after = tokens.skip(start, "first", "final")
    if tokens.words[after] in {"a", "an"}:
        return None
    found = _read_parts(tokens, after)
    if found is None:
        return None
    length, end = found
    if tokens.words[end] == "period":
        return length, end + 1
    known = (
        tokens.words[index] == "the"
        and length.parts[0][0].vague is None
        and tokens.words[end - 1].endswith("s")
    )
    return found if known else None


def read_length(tokens: Tokens, index: int) -> tuple[Length, int] | None:
    """Read a length with the words that limit it.

    >>> read_length(Tokens("at least 30 days"), 0)[0].limit
    'at_least'
    """
    limit = read_limit(tokens, index)
    start = index if limit is None else limit[1]
    found = _read_parts(tokens, tokens.skip(start, "the") if limit else start)
    if found is None and limit is not None and limit[0] == "about" and tokens.words[index] == "some":
        return None
    if found is None:
        return None
    length, after = found
    if tokens.follows(after, ("or", "so")):
        return attrs.evolve(length, limit="about"), after + 2
    if tokens.follows(after, ("or", "more")):
        return attrs.evolve(length, limit="at_least"), after + 2
    if tokens.follows(after, ("or", "less")) or tokens.follows(after, ("at", "most")):
        return attrs.evolve(length, limit="at_most"), after + 2
    return (attrs.evolve(length, limit=limit[0]) if limit else length), after


def _read_parts(tokens: Tokens, index: int) -> tuple[Length, int] | None:
    parts: list[tuple[Count, Granularity]] = []
    after = index
    while len(parts) < MOST_PARTS:
        start = after
        if parts:
            start = tokens.skip(start, ",")
            start = tokens.skip(start, "and")
        part = _read_part(tokens, start, first=not parts)
        if part is None or (parts and part[1] >= parts[-1][1]):
            break
        parts.append((part[0], part[1]))
        after = part[2]
    if not parts:
        return None
    length = Length(tuple(parts))
    if len(parts) == 1 and _are_worked(tokens, index, after):
        return attrs.evolve(length, days="working", calendar=_calendar_named(tokens, index, after)), after
    return length, after


def _are_worked(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether "business days" are counted: the word stands right before the unit."""
    return tokens.words[end - 1] in {"day", "days"} and tokens.words[max(start, end - 2)] in WORKING


def _calendar_named(tokens: Tokens, start: int, end: int) -> str | None:
    """Return the business calendar that stands before "business days", if one does."""
    named = (read_calendar(tokens, index) for index in range(start, end - 2))
    return next((name for name, _ in filter(None, named)), None)


def read_calendar(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the code of a business calendar right before its days: "GB-ENG business days"."""
    after = index + 1
    if tokens.words[after] == "-" and tokens.glued(after) and tokens.glued(after + 1):
        after += 2
    if tokens.words[after] not in WORKING or tokens.words[after + 1] not in {"day", "days"}:
        return None
    name = tokens.text[tokens.starts[index] : tokens.ends[after - 1]]
    return (name, after) if name.isupper() and is_calendar(name) else None


def _read_part(tokens: Tokens, index: int, *, first: bool) -> tuple[Count, Granularity, int] | None:
    if tokens.words[index] == "2" and tokens.words[index + 1] == "day" and tokens.glued(index + 1):
        return None  # "2day" is today
    counted = read_count(tokens, index)
    if counted is None:
        return _read_bare_plural(tokens, index) if first else None
    count, after = counted
    calendar = read_calendar(tokens, after)
    after = after if calendar is None else calendar[1]
    while tokens.words[after] in BETWEEN_COUNT_AND_UNIT:
        after += 1
    after = tokens.skip(after, *DASHES) if tokens.glued(after + 1) or tokens.glued(after) else after
    unit = read_unit(tokens, after)
    if unit is None or _only_a_word(tokens, index, after) or compared(tokens, unit[3]):
        return None
    granularity, times, plural, after = unit
    count = Count(count.low * times, count.high * times, count.vague)
    if not plural:
        after = _after_long(tokens, after)
    return _with_tail(tokens, count, granularity, after)


def _after_long(tokens: Tokens, index: int) -> int:
    """Return the index after the "long" of "a nine day long march" and "year-long"."""
    start = tokens.skip(index, *DASHES)
    return start + 1 if tokens.words[start] == "long" and tokens.words[start + 1] != "ago" else index


def read_bare_day(tokens: Tokens, index: int) -> tuple[Length, int] | None:
    """Read the "day" of "a long day": one of it, where a describing word stands before and no name is meant."""
    before = tokens.words[index - 1] if index else ""
    named = tokens.capital(index) and tokens.capital(index - 1) if index else False
    if (
        tokens.words[index] not in {"day", "week"}
        or before in NOT_DESCRIBING
        or not before.isalpha()
        or named
    ):
        return None
    if tokens.words[index + 1] in {"-", "'", "of", "after", "before", "by"}:
        return None
    return Length(((Count(), UNITS[tokens.words[index]][0]),)), index + 1


def _only_a_word(tokens: Tokens, index: int, unit: int) -> bool:
    """Return whether "a second" is the start of "a second time" and no length."""
    return tokens.words[unit] == "second" and tokens.words[index] in {"a", "the"} and unit == index + 1


def _with_tail(tokens: Tokens, count: Count, unit: Granularity, index: int) -> tuple[Count, Granularity, int]:
    """Add what may follow the unit: "and a half", "or two"."""
    for tail in (("and", "a", "half"), ("and", "one", "half")):
        longer = tokens.words[index + 3] in UNITS
        if tokens.follows(index, tail) and count.vague is None and not longer:
            return Count(count.low + HALF, count.high + HALF), unit, index + 3
    if (
        tokens.follows(index, ("or", "two"))
        and count.low == count.high == 1
        and tokens.words[index + 2] not in UNITS
    ):
        return Count(Fraction(1), Fraction(2)), unit, index + 2
    return count, unit, index


def _read_bare_plural(tokens: Tokens, index: int) -> tuple[Count, Granularity, int] | None:
    """Read "days", "weeks or months": a number that nobody gives."""
    if tokens.words[index] in LONG_WORDS:
        return Count(), LONG_WORDS[tokens.words[index]], index + 1
    unit = read_unit(tokens, index)
    if unit is None or tokens.words[index] in {"secs", "mins", "hrs"}:
        return None
    after = _after_long(tokens, unit[3]) if tokens.words[unit[3]] in DASHES else unit[3]
    if after > unit[3]:
        return Count(vague="plural" if unit[2] else None), unit[0], after
    if not unit[2]:
        return None
    if tokens.words[after] in {"or", "and"}:
        other = read_unit(tokens, after + 1)
        if other is not None and other[2] and other[0] > unit[0]:
            after = other[3]
    return Count(vague="plural"), unit[0], after
