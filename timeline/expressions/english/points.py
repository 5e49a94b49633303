"""Points and stretches of the calendar, put together: "early August", "the end of last year", "Friday night at 10".

A point is a base (a date, a name, a pointing word), cut by the words before it and placed by the words after it.
The cuts are kept on a list and applied from the inside out, so nothing here calls itself.
"""

from __future__ import annotations

import attrs

from timeline.expressions.english.bases import read_base, read_definite
from timeline.expressions.english.clock import read_bare_digits, read_clock, read_clock_range, read_time
from timeline.expressions.english.cutting import Wrap, read_cut
from timeline.expressions.english.deixis import read_pointed
from timeline.expressions.english.dual_dates import dated_by, follows
from timeline.expressions.english.lexicon import CARDINALS, DAY_NAMES, DAY_PARTS, MONTHS, WEEKDAYS
from timeline.expressions.english.named import read_named
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens
from timeline.expressions.english.values import (
    At,
    Calendar,
    Chosen,
    Clock,
    DayPart,
    Inside,
    Named,
    OldStyle,
    Range,
    Relative,
    Value,
)
from timeline.times import Granularity

__all__ = ["is_date", "read_point"]

Found = tuple[Value, int] | None

MOST_CUTS = 5

NIGHT = DayPart("NI")
INTO = frozenset({"into", "to", "/", "-", "\u2013", "and"})
LATE_PARTS = frozenset({"AF", "EV", "NI"})
CLOSING = frozenset({".", ",", ";", ")", "?", "!"})
HOUR = 3_600_000_000
ROUNDS = (Calendar, Named, Chosen)


def read_point(tokens: Tokens, index: int) -> Found:
    """Read a point in time with everything that cuts and places it.

    >>> read_point(Tokens("early in August"), 0)
    (Part(name='early', value=Calendar(year=None, month=8, day=None, weekday=None)), 3)
    """
    timed = _read_hours(tokens, index) or _read_time_first(tokens, index)
    if timed is not None:
        return timed
    cuts: list[Wrap] = []
    after = index
    while len(cuts) < MOST_CUTS:
        cut = read_cut(tokens, after)
        if cut is None:
            break
        cuts.append(cut[0])
        after = cut[1]
    base = (_read_time_first(tokens, after) if cuts else None) or read_base(tokens, after)
    if base is None:
        return None
    value, after = _read_whole(tokens, *base)
    value, after = _read_suffix(tokens, value, after)
    for wrap in reversed(cuts):
        value = wrap(value)
    return value, after


def _read_time_first(tokens: Tokens, index: int) -> Found:
    """Read a time of day, and the date it may stand before: "10 p.m. Wednesday", "the evening of 3 May"."""
    time = read_time(tokens, index) or _read_hour_before(tokens, index)
    if time is None:
        return None
    value, after = time
    if isinstance(value, DayPart):
        value, after = _read_hour_of(tokens, value, after)
    start = tokens.skip(after, ",")
    start = tokens.skip(start, "on", "of", "@", *(("from",) if value == NIGHT else ()))
    base = read_base(tokens, start) if tokens.words[start] != "the" or start > after else None
    if base is None:
        return value, after
    if is_date(base[0]):
        date, end = _read_whole(tokens, *base)
        return _read_next_day(tokens, date, end, value)
    placed = _place_night(value, base[0])
    return (value, after) if placed is None else (placed, base[1])


def _read_next_day(
    tokens: Tokens, date: Value, after: int, time: Clock | DayPart, *, into: bool = False
) -> tuple[Value, int]:
    """Put a time of day on its date, and move over the day into which a night goes on: "the night of 4 to 5 June"."""
    joined = time == NIGHT and (tokens.words[after] == "into" if into else tokens.words[after] in INTO)
    spaced = tokens.words[after] in DASHES and not tokens.glued(after)  # both ends of a range, each marked
    following = read_base(tokens, after + 1) if joined and not spaced else None
    if following is not None and follows(date, following[0]):
        return At(dated_by(date, following[0]), time), following[1]
    return At(date, time), after


def _place_night(time: Clock | DayPart, base: Value) -> Value | None:
    """Put a clock time in a part of a day ("ten last night"), and a night between two days ("the night of 4-5 June")."""
    if isinstance(time, Clock) and isinstance(base, At) and isinstance(base.time, DayPart):
        return At(base.date, _within_part(time, base.time))
    night = isinstance(time, DayPart) and time.code == "NI" and isinstance(base, Range)
    return At(base.first, time) if night and isinstance(base, Range) and is_date(base.first) else None


def _within_part(clock: Clock, part: DayPart) -> Clock:
    """Take the half of the day from its part: ten in the evening is 22:00."""
    if not clock.half_day:
        return clock
    late = part.code in LATE_PARTS and clock.since_midnight < 12 * HOUR
    return Clock(clock.since_midnight + (12 * HOUR if late else 0), clock.unit, zones=clock.zones)


def _read_hours(tokens: Tokens, index: int) -> Found:
    """Read "9-11am" and "3 to 5 p.m. on Friday"."""
    found = read_clock_range(tokens, index)
    if found is None:
        return None
    first, last, after = found
    base = read_base(tokens, tokens.skip(after, "on", ","))
    if base is None or not is_date(base[0]):
        return Range(first, last), after
    return Range(At(base[0], first), At(base[0], last)), base[1]


def is_date(value: Value) -> bool:
    """Return whether a value is one day, on which a time of day can lie.

    >>> is_date(Calendar(weekday=5)), is_date(Calendar(month=5))
    (True, False)
    """
    if isinstance(value, OldStyle):
        value = value.date
    if isinstance(value, Calendar):
        return value.day is not None or value.weekday is not None
    if isinstance(value, Relative):
        return value.unit is Granularity.DAY
    return isinstance(value, Chosen) or (isinstance(value, Named) and value.kind == "feast")


def _read_whole(tokens: Tokens, value: Value, index: int) -> tuple[Value, int]:
    """Add the stretch in which something that comes round lies: "June last year", "Friday of next week"."""
    if tokens.words[index] in {"'", "\u2019"} and tokens.words[index + 1] == "s":
        return _read_possessed(tokens, value, index)
    if not isinstance(value, ROUNDS) or (isinstance(value, Calendar) and value.year is not None):
        return value, index
    if tokens.follows(index, ("after", "next")):
        return Chosen("after_next", value), index + 2
    counted = _read_years_away(tokens, index)
    if counted is not None:
        return Inside(value, counted[0]), counted[1]
    start = tokens.skip(index, ",")
    start = tokens.skip(start, "of", "in")
    if tokens.words[start] not in {"last", "this", "next", "the", "that", "same", "previous", "current"}:
        return value, index
    whole = read_pointed(tokens, start)
    if whole is None and start > index and tokens.words[start - 1] in {"of", "in"}:
        whole = read_definite(tokens, start) if tokens.words[start] == "the" else None
    if whole is None or not isinstance(whole[0], Relative) or whole[0].unit <= Granularity.DAY:
        return value, index
    return Inside(value, whole[0]), whole[1]


def _read_years_away(tokens: Tokens, index: int) -> tuple[Relative, int] | None:
    """Read the year of "Christmas two years ago", "Easter in 3 years", "June five years from now"."""
    start = tokens.skip(index, "in")
    number = read_digits(tokens, start, 2) or CARDINALS.get(tokens.words[start], 0)
    after = start + 2
    if not 1 <= number <= 99 or tokens.words[start + 1] not in {"year", "years"}:
        return None
    if tokens.words[after] in {"ago", "earlier", "back"} and start == index:
        return Relative(Granularity.YEAR, -number), after + 1
    if tokens.words[after] in {"hence", "later"}:
        return Relative(Granularity.YEAR, number), after + 1
    if tokens.follows(after, ("from", "now")):
        return Relative(Granularity.YEAR, number), after + 2
    return (Relative(Granularity.YEAR, number), after) if start > index else None


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
    if not is_date(value) and not isinstance(value, Inside):
        return value, index
    hours = read_clock_range(tokens, tokens.skip(index, ",", "from", "between", "at"))
    if hours is not None:
        return Range(At(value, hours[0]), At(value, hours[1])), hours[2]
    start = tokens.skip(index, ",")
    start = tokens.skip(start, "at", "in", "around", "@", "t")
    if start == index and tokens.words[index] in DAY_PARTS and not tokens.words[index].endswith("s"):
        time = read_time(tokens, index)
    elif tokens.words[start] in {"the", "early", "late"}:
        time = read_time(tokens, start) if start > index and tokens.words[start - 1] != "," else None
    else:
        time = read_time(tokens, start) or (_read_hour_at(tokens, start) if start > index else None)
        time = time or (read_bare_digits(tokens, start) if _is_day_name(value) else None)
    if time is None:
        return value, index
    part, after = time
    if isinstance(part, DayPart):
        part, after = _read_hour_of(tokens, part, after)
        return _read_next_day(tokens, value, after, part, into=True)
    if tokens.words[start - 1] == "t" and tokens.glued(start):
        part = attrs.evolve(part, half_day=False)  # ISO 8601 counts to 24
    elif isinstance(value, Calendar) and part.unit is Granularity.SECOND:
        value, after = _read_year_behind(tokens, value, after)
    return At(value, part), after


def _is_day_name(value: Value) -> bool:
    """Return whether a value is today, tomorrow or yesterday, after which bare digits are a time of day."""
    return isinstance(value, Relative) and value.unit is Granularity.DAY and value.words in DAY_NAMES


def _read_year_behind(tokens: Tokens, value: Calendar, index: int) -> tuple[Calendar, int]:
    """Add the year that computers write behind the clock: "Tue Nov 13 10:12:58 2018"."""
    year = read_digits(tokens, index, 4)
    if value.year is not None or value.month is None or year is None or len(tokens.words[index]) != 4:
        return value, index
    return attrs.evolve(value, year=year), index + 1


def _read_hour_before(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read the bare hour of "9 tomorrow" and "eight tonight"."""
    hour = read_digits(tokens, index, 2)
    if hour is None:
        hour = CARDINALS.get(tokens.words[index])
    if hour is None or not 1 <= hour <= 12 or tokens.words[index + 1] not in DAY_NAMES:
        return None
    late = tokens.words[index + 1] in {"tonight", "tonite"} or tokens.words[index + 2] in {
        "evening",
        "night",
        "afternoon",
    }
    return Clock(
        hour % 12 * HOUR + (12 * HOUR if late else 0), Granularity.HOUR, half_day=not late
    ), index + 1


def _read_hour_at(tokens: Tokens, index: int) -> tuple[Clock | DayPart, int] | None:
    """Read the bare hour of "tomorrow at 9"."""
    if tokens.words[index - 1] not in {"at", "@"}:
        return None
    hour = read_digits(tokens, index, 2)
    if hour is None:
        hour = CARDINALS.get(tokens.words[index])
    if (
        hour is None
        or not 0 <= hour <= 24
        or (tokens.glued(index + 1) and tokens.words[index + 1] not in CLOSING)
        or (tokens.glued(index + 2) and tokens.keys[index + 2] == NUMBER)
    ):
        return None
    return Clock(hour % 24 * HOUR, Granularity.HOUR, half_day=1 <= hour <= 12), index + 1


def _read_hour_of(tokens: Tokens, part: DayPart, index: int) -> tuple[Clock | DayPart, int]:
    """Add the hour that follows a part of the day: "Friday evening at 8", "tonight at 11"."""
    start = tokens.skip(index, "at", ",", "@")
    found = read_clock(tokens, start) or (_read_hour_at(tokens, start) if start > index else None)
    found = found or read_bare_digits(tokens, start)
    if found is None or not isinstance(found[0], Clock) or tokens.words[start] in {"0", "24"}:
        return part, index
    return _within_part(found[0], part), found[1]
