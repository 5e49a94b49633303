"""Points and stretches of the calendar, put together: "early August", "the end of last year", "Friday night at 10".

A point is a base (a date, a name, a pointing word), cut by the words before it and placed by the words after it.
The cuts are kept on a list and applied from the inside out, so nothing here calls itself.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.expressions.english.clock import read_clock, read_time
from timeline.expressions.english.dates import (
    DASHES,
    read_day_first,
    read_month_first,
    read_numeric,
    read_weekday_date,
    read_year,
)
from timeline.expressions.english.deixis import read_day_name, read_pointed
from timeline.expressions.english.lengths import read_unit
from timeline.expressions.english.lexicon import CARDINALS, DAY_PARTS, MONTHS, PARTS, WEEKDAYS
from timeline.expressions.english.named import read_era_unit, read_fiscal, read_named
from timeline.expressions.english.numbers import read_digits, read_ordinal
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import (
    Around,
    At,
    Calendar,
    Chosen,
    Clock,
    DayPart,
    Inside,
    Named,
    Nth,
    Part,
    Relative,
    SoFar,
    Value,
)
from timeline.times import Granularity

__all__ = ["read_base", "read_point"]

Found = tuple[Value, int] | None
Wrap = Callable[[Value], Value]

MOST_CUTS = 5
HOUR = 3_600_000_000
ROUNDS = (Calendar, Named, Chosen)
HALVES = {1: "first_half", 2: "second_half", -1: "second_half"}
APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "circa"})


def read_point(tokens: Tokens, index: int) -> Found:
    """Read a point in time with everything that cuts and places it.

    >>> read_point(Tokens("early in August"), 0)
    (Part(name='early', value=Calendar(year=None, month=8, day=None, weekday=None)), 3)
    """
    timed = _read_time_first(tokens, index)
    if timed is not None:
        return timed
    cuts: list[Wrap] = []
    after = index
    while len(cuts) < MOST_CUTS:
        cut = _read_cut(tokens, after)
        if cut is None:
            break
        cuts.append(cut[0])
        after = cut[1]
    base = read_base(tokens, after)
    if base is None:
        return None
    value, after = _read_whole(tokens, *base)
    value, after = _read_suffix(tokens, value, after)
    for wrap in reversed(cuts):
        value = wrap(value)
    return value, after


def read_base(tokens: Tokens, index: int) -> Found:
    """Read a date, a name or a pointing word, with nothing around it.

    >>> read_base(Tokens("the summer"), 0)
    (Named(kind='season', number=2), 2)
    """
    for read in _readers(tokens, index):
        found = read(tokens, index)
        if found is not None:
            return found
    return None


def _readers(tokens: Tokens, index: int) -> tuple[Callable[[Tokens, int], Found], ...]:
    """Return what can begin with the word at a place, the longest kinds first."""
    word = tokens.words[index]
    if word in MONTHS:
        return (read_month_first, read_named)
    if word in WEEKDAYS:
        return (read_weekday_date,)
    if tokens.keys[index] == NUMBER:
        return (
            read_numeric,
            _read_day_of,
            read_day_first,
            read_era_unit,
            _read_year_unit,
            read_named,
            _read_bare_year,
        )
    if word == "the":
        return (
            read_day_name,
            _read_day_of,
            read_day_first,
            read_pointed,
            read_era_unit,
            read_fiscal,
            _read_definite,
        )
    return (
        read_day_name,
        read_pointed,
        read_named,
        read_day_first,
        read_era_unit,
        read_fiscal,
        _read_bare_year,
    )


def _read_bare_year(tokens: Tokens, index: int) -> Found:
    found = read_year(tokens, index)
    return None if found is None else (Calendar(found[0]), found[1])


def _read_year_unit(tokens: Tokens, index: int) -> Found:
    """Read "1988 third quarter", "2014 Q3", "1990 season"."""
    found = read_year(tokens, index)
    if found is None or tokens.glued(found[1]):
        return None
    named = read_named(tokens, found[1])
    if named is None or not isinstance(named[0], Named) or named[0].kind == "weekend":
        return None
    return Inside(named[0], Calendar(found[0])), named[1]


def _read_definite(tokens: Tokens, index: int) -> Found:
    """Read what stands after "the": a name, a month, a weekday, or a unit that the context gives."""
    after = index + 1
    named = read_named(tokens, after)
    if named is not None:
        return named
    if tokens.words[after] in MONTHS:
        return read_month_first(tokens, after)
    if tokens.words[after] in WEEKDAYS:
        return read_weekday_date(tokens, after)
    year = _read_year_unit(tokens, after)
    if year is not None:
        return year
    start = tokens.skip(after, "whole", "entire", "full", "fiscal", "current")
    unit = read_unit(tokens, start)
    if unit is None or unit[2] or unit[0] < Granularity.DAY:
        return None
    return Relative(unit[0], 0, words="the", spoken=True), unit[3]


def _read_time_first(tokens: Tokens, index: int) -> Found:
    """Read a time of day, and the date it may stand before: "10 p.m. Wednesday", "the evening of 3 May"."""
    time = read_time(tokens, index)
    if time is None:
        return None
    value, after = time
    start = tokens.skip(after, ",")
    start = tokens.skip(start, "on", "of", "@")
    base = read_base(tokens, start) if tokens.words[start] != "the" or start > after else None
    if base is not None and _is_date(base[0]):
        date, end = _read_whole(tokens, *base)
        return At(date, value), end
    return value, after


def _is_date(value: Value) -> bool:
    if isinstance(value, Calendar):
        return value.day is not None or value.weekday is not None
    if isinstance(value, Relative):
        return value.unit is Granularity.DAY
    return isinstance(value, Chosen) or (isinstance(value, Named) and value.kind == "feast")


def _read_cut(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read one word or phrase that cuts what follows it."""
    word = tokens.words[index]
    if word in {"earlier", "later"}:
        return _read_so_far(tokens, index)
    if word in APPROXIMATE:
        return Around, index + 1
    if word in {"sometime", "as"}:
        return _read_filler(tokens, index)
    start = tokens.skip(index, "the", "very", "at")
    start = tokens.skip(start, "very")
    word = tokens.words[start]
    if word in PARTS and word != "half":
        return _read_part(tokens, start)
    if word in {"week", "weekend", "month", "year"} and tokens.words[start + 1] in {
        "of",
        "commencing",
        "beginning",
        "starting",
    }:
        name = f"{word} of"
        return (lambda value: Part(name, value)), start + 2
    ordinal = read_ordinal(tokens, start)
    return None if ordinal is None else _read_nth(tokens, start, *ordinal) or _read_half(tokens, *ordinal)


def _read_so_far(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    side = -1 if tokens.words[index] == "earlier" else 1
    after = tokens.skip(index + 1, "in", "on")
    if read_base(tokens, after) is None:
        return None
    return (lambda value: SoFar(side, value)), after


def _read_filler(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Move over words that change nothing: "sometime", "as early as", "as recently as"."""
    if tokens.words[index] == "sometime":
        return (lambda value: value), tokens.skip(index + 1, "in", "during")
    if tokens.words[index + 1] in {"early", "late", "recently", "soon"} and tokens.words[index + 2] == "as":
        return (lambda value: value), tokens.skip(index + 3, "in", "on")
    return None


def _read_part(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read "early", "mid-", "the beginning of", "the end of"."""
    name = PARTS[tokens.words[index]]
    after = index + 1
    if name in {"early", "mid", "late"}:
        after = tokens.skip(after, *DASHES)
        after = tokens.skip(after, "in", "on") if name != "mid" else after
    else:
        joined = tokens.skip(after, "of")
        if joined == after:
            return None
        after = joined
    return (lambda value: Part(name, value)), after


def _read_half(tokens: Tokens, number: int, index: int) -> tuple[Wrap, int] | None:
    """Read "first half of", "the second half of"."""
    if tokens.words[index] != "half" or number not in HALVES:
        return None
    name = HALVES[number]
    return (lambda value: Part(name, value)), tokens.skip(index + 1, "of")


def _read_nth(tokens: Tokens, start: int, number: int, index: int) -> tuple[Wrap, int] | None:
    """Read "third week of", "first Monday after", "last day of"."""
    of: Granularity | Value
    unit = read_unit(tokens, index)
    if (
        unit is not None
        and not unit[2]
        and unit[0] in {Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR}
    ):
        of, after = unit[0], unit[3]
    elif tokens.words[index] in WEEKDAYS:
        of, after = Calendar(weekday=WEEKDAYS[tokens.words[index]]), index + 1
    elif tokens.words[index] == "weekend":
        of, after = Named("weekend"), index + 1
    else:
        return None
    del start
    if tokens.words[after] != "of" and (tokens.words[after] != "in" or isinstance(of, Granularity)):
        return None
    return (lambda value: Nth(number, of, value)), after + 1


def _read_day_of(tokens: Tokens, index: int) -> Found:
    """Read "20th of next month", "the 5th of that month"."""
    start = tokens.skip(index, "the")
    ordinal = read_ordinal(tokens, start)
    number, after = ordinal or (read_digits(tokens, start, 2), start + 1)
    if number is None or not 1 <= number <= 31 or tokens.words[after] != "of":
        return None
    whole = read_pointed(tokens, after + 1) or _read_definite(tokens, after + 1)
    if whole is None or not isinstance(whole[0], Relative) or whole[0].unit is not Granularity.MONTH:
        return None
    return Inside(Calendar(day=number), whole[0]), whole[1]


def _read_whole(tokens: Tokens, value: Value, index: int) -> tuple[Value, int]:
    """Add the stretch in which something that comes round lies: "June last year", "Friday of next week"."""
    if tokens.words[index] in {"'", "\u2019"} and tokens.words[index + 1] == "s":
        return _read_possessed(tokens, value, index)
    if not isinstance(value, ROUNDS) or (isinstance(value, Calendar) and value.year is not None):
        return value, index
    if tokens.follows(index, ("after", "next")):
        return Chosen("after_next", value), index + 2
    start = tokens.skip(index, ",")
    start = tokens.skip(start, "of", "in")
    if tokens.words[start] not in {"last", "this", "next", "the", "that", "same", "previous", "current"}:
        return value, index
    whole = read_pointed(tokens, start)
    if whole is None and start > index and tokens.words[start - 1] in {"of", "in"}:
        whole = _read_definite(tokens, start) if tokens.words[start] == "the" else None
    if whole is None or not isinstance(whole[0], Relative) or whole[0].unit <= Granularity.DAY:
        return value, index
    return Inside(value, whole[0]), whole[1]


def _read_possessed(tokens: Tokens, whole: Value, index: int) -> tuple[Value, int]:
    """Read "last year's third quarter", "this week's Friday"."""
    if not isinstance(whole, Relative | Calendar):
        return whole, index
    found = read_named(tokens, index + 2)
    if found is None and (tokens.words[index + 2] in WEEKDAYS or tokens.words[index + 2] in MONTHS):
        found = read_base(tokens, index + 2)
    if found is None or not isinstance(found[0], Calendar | Named):
        return whole, index
    return Inside(found[0], whole), found[1]


def _read_suffix(tokens: Tokens, value: Value, index: int) -> tuple[Value, int]:
    """Add a time of day that follows a date: "Friday night", "yesterday at 5 p.m.", "today, 14:30"."""
    if isinstance(value, At) and isinstance(value.time, DayPart):
        part, after = _read_hour_of(tokens, value.time, index)
        return At(value.date, part), after
    if not _is_date(value) and not isinstance(value, Inside):
        return value, index
    start = tokens.skip(index, ",")
    start = tokens.skip(start, "at", "in", "around", "@", "t")
    if start == index and tokens.words[index] in DAY_PARTS and not tokens.words[index].endswith("s"):
        time = read_time(tokens, index)
    elif tokens.words[start] in {"the", "early", "late"}:
        time = read_time(tokens, start) if start > index and tokens.words[start - 1] != "," else None
    else:
        time = read_time(tokens, start) or (_read_hour_at(tokens, start) if start > index else None)
    if time is None:
        return value, index
    part, after = time
    if isinstance(part, DayPart):
        part, after = _read_hour_of(tokens, part, after)
    return At(value, part), after


def _read_hour_at(tokens: Tokens, index: int) -> tuple[Clock | DayPart, int] | None:
    """Read the bare hour of "tomorrow at 9"."""
    if tokens.words[index - 1] not in {"at", "@"}:
        return None
    hour = read_digits(tokens, index, 2)
    if hour is None:
        hour = CARDINALS.get(tokens.words[index])
    if hour is None or not 0 <= hour <= 24 or tokens.words[index + 1] in {"-", ":", "/", "%"}:
        return None
    return Clock(hour % 24 * HOUR, Granularity.HOUR, half_day=1 <= hour <= 12), index + 1


def _read_hour_of(tokens: Tokens, part: DayPart, index: int) -> tuple[Clock | DayPart, int]:
    """Add the hour that follows a part of the day: "Friday evening at 8", "tonight at 11"."""
    start = tokens.skip(index, "at", ",", "@")
    found = read_clock(tokens, start) or (_read_hour_at(tokens, start) if start > index else None)
    if found is None or not isinstance(found[0], Clock):
        return part, index
    clock = found[0]
    if clock.half_day:
        late = part.code in {"AF", "EV", "NI"} and clock.since_midnight < 12 * HOUR
        clock = Clock(clock.since_midnight + (12 * HOUR if late else 0), clock.unit, zones=clock.zones)
    return clock, found[1]
