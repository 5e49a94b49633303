"""Times by pointing: "today", "last June", "this week", "the past two months", "the following year", "now"."""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.dates import read_month_first, read_weekday_date, skip_dot
from timeline.expressions.english.idioms import ADVERBS
from timeline.expressions.english.lengths import read_length, read_unit
from timeline.expressions.english.lexicon import (
    DAY_NAMES,
    DAY_PARTS,
    MONTHS,
    POINTERS,
    UNITS,
    WEEKDAYS,
)
from timeline.expressions.english.named import read_named
from timeline.expressions.english.numbers import read_count
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    At,
    Calendar,
    Chosen,
    Clock,
    Count,
    DayPart,
    Length,
    Named,
    Part,
    Relative,
    Spoken,
    Stretch,
    Vague,
    Value,
)
from timeline.times import Granularity

__all__ = ["OFFSETS", "read_adverb", "read_day_name", "read_pointed"]

Found = tuple[Value, int] | None

LONGEST_ADVERB = max(len(words) for words in ADVERBS)
OFFSETS = {
    "this": 0,
    "same": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "latest": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
SPOKEN = frozenset({"same", "following", "previous"})
"""Pointers that start from the time last spoken of rather than from the anchor."""

TIMES = frozenset({"period", "time"})
DURING = frozenset(
    {"during", "throughout", "in", "from", "by", "since", "until", "within", "of", "at", "over"}
)
"""Words before "this period" and "that time" that make them a time."""

LASTING = frozenset({"to", "will", "would", "could", "may", "might", "can", "should", "must"})
"""Words after which "last" is a verb."""

DAY = Granularity.DAY
NIGHTS = frozenset({"tonight", "tonite", "2nite", "2night"})


def read_adverb(tokens: Tokens, index: int) -> Found:
    """Read a word that says no more than past, present or future, the longest that fits.

    >>> read_adverb(Tokens("right now"), 0)
    (Vague(reference='PRESENT_REF', word='right now'), 2)
    """
    for length in range(LONGEST_ADVERB, 0, -1):
        words = tuple(tokens.words[index : index + length])
        reference = ADVERBS.get(words)
        if reference is not None:
            return Vague(reference, " ".join(words)), index + length
    return None


def read_day_name(tokens: Tokens, index: int) -> Found:
    """Read "today", "tonight", "the day before yesterday".

    >>> read_day_name(Tokens("the day after tomorrow"), 0)
    (Relative(unit=<Granularity.DAY: 5>, offset=2, words='', spoken=False), 4)
    """
    start = tokens.skip(index, "the")
    if tokens.follows(start, ("day", "before", "yesterday")):
        return Relative(DAY, -2), start + 3
    if tokens.follows(start, ("day", "after", "tomorrow")):
        return Relative(DAY, 2), start + 3
    word, after = tokens.words[index], index + 1
    if word == "2" and tokens.glued(after):
        word, after = f"2{tokens.words[after]}", after + 1
    offset = DAY_NAMES.get(word)
    if offset is None:
        return None
    today = Relative(DAY, offset, words=word)
    return (At(today, DayPart("NI")) if word in NIGHTS else today), after


def read_pointed(tokens: Tokens, index: int) -> Found:
    """Read a pointing word and what it points at.

    >>> read_pointed(Tokens("last June"), 0)
    (Chosen(which='last', value=Calendar(year=None, month=6, day=None, weekday=None)), 2)
    """
    start = tokens.skip(index, "the", "these", "those")
    which = POINTERS.get(tokens.words[start])
    if which == "last" and start == index > 0 and tokens.words[index - 1] in LASTING:
        return None  # "to last two days"
    if which is None or (tokens.words[index] == "the" and tokens.words[start] in {"this", "that"}):
        return _read_recent(tokens, start)
    after = start + 1
    if which in {"this", "same"} and POINTERS.get(tokens.words[after]) in {
        "past",
        "coming",
        "same",
        "last",
        "next",
    }:
        which, after = POINTERS[tokens.words[after]], after + 1
    if tokens.words[after] in TIMES and tokens.words[start] in {"this", "that"}:
        beside = tokens.words[start - 1] if start else ""
        return (Spoken(tokens.words[after]), after + 1) if beside in DURING else None
    after = tokens.skip(after, "fiscal", "calendar", "full", "whole", "very", "financial", "academic", "tax")
    if which == "latest" and tokens.words[after] == "period":
        return Relative(Granularity.QUARTER, -1, words=which), after + 1
    if which == "following" and start == index and read_count(tokens, after) is not None:
        return None  # "following five days of rain" is after them
    spoken = which in SPOKEN or (which == "next" and tokens.words[index] == "the")
    return (
        _point_at_unit(tokens, which, after, spoken=spoken)
        or _point_at_length(tokens, which, after)
        or _point_at_name(tokens, which, after)
        or _point_at_day_part(tokens, which, after)
    )


def _point_at_unit(tokens: Tokens, which: str, index: int, *, spoken: bool) -> Found:
    unit = read_unit(tokens, index)
    weekend = tokens.words[index] == "week" and tokens.words[index + 1] in {"end", "-"}
    if unit is None or unit[2] or weekend or unit[0] < DAY:
        return None
    if unit[1] > 1:  # a fortnight is none of the calendar's units
        side = OFFSETS[which]
        count = Count(Fraction(unit[1]), Fraction(unit[1]))
        return (Stretch(Length(((count, unit[0]),)), side), unit[3]) if side else None
    return Relative(unit[0], OFFSETS[which], words=which, spoken=spoken), unit[3]


def _point_at_length(tokens: Tokens, which: str, index: int) -> Found:
    """Read what "the past two months" and "coming weeks" mean after their pointing word."""
    if which not in {"last", "past", "previous", "latest", "next", "coming", "following"}:
        return None
    found = read_length(tokens, index)
    if found is None or found[0].limit != "plain" or tokens.words[index] in {"a", "an"}:
        return _hours(tokens, which, index)
    if which == "coming" and found[0].parts[0][0].vague == "plural":
        return Vague("FUTURE_REF", "coming"), found[1]
    return Stretch(found[0], OFFSETS[which]), found[1]


def _hours(tokens: Tokens, which: str, index: int) -> Found:
    """Read "the last hour", the only units below a day that pointing words take."""
    unit = read_unit(tokens, index)
    if unit is None or unit[2] or unit[0] >= DAY or tokens.words[index] == "second":
        return None
    return Stretch(Length(((Count(), unit[0]),)), OFFSETS[which]), unit[3]


def _point_at_name(tokens: Tokens, which: str, index: int) -> Found:
    word = tokens.words[index]
    if word in MONTHS:
        date = read_month_first(tokens, index)
        if date is None or not isinstance(date[0], Calendar):
            return Chosen(which, Calendar(month=MONTHS[word])), skip_dot(tokens, index + 1)
        return (Chosen(which, date[0]), date[1]) if date[0].year is None else None
    if word in WEEKDAYS:
        found = read_weekday_date(tokens, index)
        return None if found is None else (Chosen(which, found[0]), found[1])
    named = read_named(tokens, index)
    if named is not None and isinstance(named[0], Part) and isinstance(named[0].value, Named):
        return Part(named[0].name, Chosen(which, named[0].value)), named[1]  # last Labor Day weekend
    if named is None or not isinstance(named[0], Named):
        return None
    return Chosen(which, named[0]), named[1]


def _point_at_day_part(tokens: Tokens, which: str, index: int) -> Found:
    """Read "this morning", "last night", "that afternoon", "the next morning"."""
    start = tokens.skip(index, "early", "late", "mid")
    start = tokens.skip(start, "-")
    code = DAY_PARTS.get(tokens.words[start])
    if code is None or tokens.words[start].endswith("s"):
        return None
    part = Clock(int(code[:2]) * 3_600_000_000, Granularity.HOUR) if ":" in code else DayPart(code)
    offset = -1 if which == "latest" else OFFSETS[which]
    spoken = which in SPOKEN or which == "next"
    return At(Relative(DAY, offset, words=which, spoken=spoken), part), start + 1


def _read_recent(tokens: Tokens, index: int) -> Found:
    """Read "recent weeks", "past years", "the days ahead"."""
    if tokens.words[index] == "recent" and tokens.words[index + 1] in UNITS:
        found = read_length(tokens, index + 1)
        return None if found is None else (Stretch(found[0], -1), found[1])
    if tokens.words[index] in UNITS and tokens.words[index + 1] in {"ahead", "past"}:
        found = read_length(tokens, index)
        side = 1 if tokens.words[index + 1] == "ahead" else -1
        return None if found is None else (Stretch(found[0], side), found[1] + 1)
    return None
