"""The time of day: "5:30 p.m. EST", "noon", "half past eight", "0600 GMT", "in the morning"."""

from __future__ import annotations

import attrs

from timeline.expressions.english.lexicon import CARDINALS, DAY_PARTS, PLACES, ZONES
from timeline.expressions.english.numbers import read_digits, read_words
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import Clock, DayPart
from timeline.times import Granularity

__all__ = ["counts_to_24", "read_bare_digits", "read_clock", "read_clock_range", "read_day_part", "read_time"]

MINUTE = 60_000_000
HOUR = 60 * MINUTE
RANGE_SIGNS = frozenset({"-", "\u2013", "\u2014", "to", "and", "till", "until"})
SECOND = 1_000_000
CLOSING = frozenset({".", ",", ";", ")", "?", "!"})
MERIDIANS = {"am": 0, "pm": 12, "a": 0, "p": 12}
AFTERNOON_CODES = frozenset({"AF", "EV", "NI"})
ASKING = frozenset({"at", "@", "by", "around", "until", "till", "abt", "from"})
"""Words after which a bare number can be an hour."""

FIRST_YEAR, LAST_YEAR = 1900, 2059
"""Four digits that are rather a year than a time of day, but after "at"."""

FIRST_OLD_YEAR, LAST_OLD_YEAR = 1000, 2199
"""Four digits that can be a year: a time of day only where "at" asks for one."""

EXACTLY = {"sharp": ("sharp",), "on": ("on", "the", "dot")}
"""Words behind a time of day that mean it to the minute."""

REGIONS = frozenset({"eastern", "central", "mountain", "pacific"})
"""Places whose time needs no word "time" behind a clock: "10 a.m. Eastern"."""

SPOKEN_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "fifteen": 15}


def counts_to_24(tokens: Tokens) -> bool:
    """Return whether a text shows times of a clock with 24 hours, and none with "a.m." or "p.m.".

    >>> counts_to_24(Tokens("from 9:30 to 14:05")), counts_to_24(Tokens("at 9:30"))
    (True, False)
    """
    found = False
    for index in range(tokens.count):
        word = tokens.words[index]
        if word in {"am", "pm"} or (word in {"a", "p"} and tokens.words[index + 1 : index + 3] == [".", "m"]):
            return False
        if tokens.keys[index] == NUMBER and len(word) == 2 and tokens.words[index + 1] == ":":
            minutes = tokens.keys[index + 2] == NUMBER and len(tokens.words[index + 2]) == 2
            found = found or (minutes and tokens.glued(index + 1) and (word[0] == "0" or "12" < word <= "24"))
    return found


def read_time(tokens: Tokens, index: int) -> tuple[Clock | DayPart, int] | None:
    """Read a clock time or a part of the day.

    >>> read_time(Tokens("noon"), 0)[0].since_midnight // HOUR
    12
    """
    return read_clock(tokens, index) or read_day_part(tokens, index)


def read_day_part(tokens: Tokens, index: int) -> tuple[Clock | DayPart, int] | None:
    """Read "morning", "the night", "noon"; those that name a clock time give it.

    >>> read_day_part(Tokens("the evening"), 0)
    (DayPart(code='EV'), 2)
    """
    start = tokens.skip(index, "the", "a", "an")
    start = tokens.skip(start, "early", "late", "mid", "whole")
    start = tokens.skip(start, "-")
    code = DAY_PARTS.get(tokens.words[start])
    if code is None:
        return None
    if ":" not in code:
        return DayPart(code), tokens.skip(start + 1, "hours")
    return _zoned(tokens, Clock(int(code[:2]) * HOUR, Granularity.HOUR), start + 1)


def read_clock(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read a time that a clock shows, with its zone where one is given.

    >>> read_clock(Tokens("5 p.m. EST"), 0)
    (Clock(since_midnight=61200000000, unit=<Granularity.HOUR: 4>, half_day=False, zones=('-05:00',)), 6)
    """
    if tokens.keys[index] == NUMBER:
        return _read_digital(tokens, index) or _read_digits_past(tokens, index) or _read_asked(tokens, index)
    if tokens.words[index] in SPOKEN_MINUTES or (
        tokens.words[index] == "a" and tokens.words[index + 1] == "quarter"
    ):
        spoken = _read_past(tokens, index)
        if spoken is not None:
            return spoken
    return _read_worded(tokens, index)


def read_clock_range(tokens: Tokens, index: int) -> tuple[Clock, Clock, int] | None:
    """Read two hours of which only the second says more: "9-11am", "1 to 3 p.m.", "3:30-6pm".

    >>> [clock.since_midnight // HOUR for clock in read_clock_range(Tokens("9-11am"), 0)[:2]]
    [9, 11]
    """
    first = read_digits(tokens, index, 2)
    after = index + 1
    minutes = 0
    if first is not None and tokens.words[after] == ":" and tokens.glued(after):
        minutes, after = read_digits(tokens, after + 1, 2) or 0, after + 2
    if first is None or not 1 <= first <= 12 or minutes > 59 or tokens.words[after] not in RANGE_SIGNS:
        return None
    last = read_clock(tokens, after + 1)
    if last is None or last[0].half_day:
        return None
    to_24 = tokens.words[index][0] == "0" or (read_digits(tokens, after + 1, 2) or 0) > 12
    since = (first if to_24 else first % 12) * HOUR + minutes * MINUTE
    late = not to_24 and since + 12 * HOUR <= last[0].since_midnight
    unit = Granularity.MINUTE if after > index + 1 else Granularity.HOUR
    return Clock(since + (12 * HOUR if late else 0), unit, zones=last[0].zones), last[0], last[1]


def _read_digital(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    hour = read_digits(tokens, index, 4)
    if hour is None:
        return None
    word, after = tokens.words[index + 1], index + 1
    if len(tokens.words[index]) == 4:
        return _read_military(tokens, index, hour)
    if hour > 24 or len(tokens.words[index]) > 2:
        return _read_run_together(tokens, index, hour)
    if word == ":" and tokens.glued(after) and len(tokens.words[after + 1]) == 2:
        return _read_colon(tokens, index, hour)
    if word in {".", "h"} and tokens.glued(after) and tokens.glued(after + 1):
        minute = read_digits(tokens, after + 1, 2)
        if minute is not None and len(tokens.words[after + 1]) == 2 and minute < 60:
            found = _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, index + 3)
            if word == "h" or found[1] > index + 3:
                return found
    if word == "h" and tokens.glued(after) and hour < 24:
        return _zoned(tokens, Clock(hour * HOUR, Granularity.HOUR), after + 1)
    return _read_hour(tokens, hour, after)


def _read_colon(tokens: Tokens, index: int, hour: int) -> tuple[Clock, int] | None:
    minute = read_digits(tokens, index + 2, 2)
    if minute is None or minute > 59 or hour > 24:
        return None
    since, unit, after = minute * MINUTE, Granularity.MINUTE, index + 3
    if tokens.words[after] == ":" and tokens.glued(after) and len(tokens.words[after + 1]) == 2:
        second = read_digits(tokens, after + 1, 2)
        if second is not None and second < 60:
            since, unit, after = since + second * SECOND, Granularity.SECOND, after + 2
    clock, end = _with_meridian(tokens, hour, since, unit, after)
    return (attrs.evolve(clock, half_day=False) if _counts_to_24(tokens.words[index], clock) else clock), end


def _counts_to_24(hour: str, clock: Clock) -> bool:
    """Return whether a time is surely of a clock with 24 hours: "09:30", "9:30:15", "9:30 UTC"."""
    return hour.startswith("0") or clock.unit is Granularity.SECOND or clock.zones == ("+00:00",)


def _read_military(tokens: Tokens, index: int, number: int) -> tuple[Clock, int] | None:
    """Read "0600 GMT", "1400 hours", "0930 hrs"."""
    after = index + 1
    hour, minute = divmod(number, 100)
    if hour > 23 or minute > 59:
        return None
    clock = Clock(hour * HOUR + minute * MINUTE, Granularity.MINUTE)
    if tokens.words[after] in {"hours", "hrs", "h"}:
        return _zoned(tokens, clock, after + 1)
    if tokens.words[after] in {"gmt", "utc", "z"}:
        return _zoned(tokens, clock, after)
    if 1 <= hour <= 12 and tokens.words[after] in {"am", "pm"}:
        return _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, after)
    return None


def _asked(tokens: Tokens, index: int) -> bool:
    """Return whether what stands before a number asks for an hour, or the number is all there is."""
    return tokens.words[index - 1] in ASKING if index else tokens.count <= 3


def _read_asked(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read what is a time of day only because of the word before it: "at 1030", "at 3 15", "by 7a", "till 2359"."""
    if not _asked(tokens, index):
        return None
    after = index + 1
    if tokens.words[after] in {"a", "p"} and tokens.glued(after) and not tokens.glued(after + 1):
        hour = read_digits(tokens, index, 2)
        half = MERIDIANS[tokens.words[after]]
        return _clock_of(hour % 12 + half, 0, after + 1) if hour and hour <= 12 else None
    if tokens.words[index - 1] in {"at", "@"} and len(tokens.words[after]) == 2 and not tokens.glued(after):
        hour, minute = read_digits(tokens, index, 2), read_digits(tokens, after, 2)
        if hour is not None and minute is not None and hour < 24 and 10 <= minute < 60:
            return _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, after + 1)
    return read_bare_digits(tokens, index) if index and _is_bare_clock(tokens, index) else None


def _is_bare_clock(tokens: Tokens, index: int) -> bool:
    """Return whether four digits that might be a year are none: "at 1606" and "till 0930", but not "from 1606 to 1700"."""
    number = read_digits(tokens, index, 4)
    if number is None or len(tokens.words[index]) != 4:
        return False
    if number < FIRST_OLD_YEAR or tokens.words[index - 1] in {"at", "@"}:
        return True
    return number > LAST_OLD_YEAR and tokens.words[index - 1] != "from"


def _clock_of(hour: int, minute: int, after: int) -> tuple[Clock, int]:
    return Clock(hour * HOUR + minute * MINUTE, Granularity.MINUTE if minute else Granularity.HOUR), after


def read_bare_digits(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read three or four digits that are a time of day: "815", "1030", "2359".

    >>> read_bare_digits(Tokens("tonight 815"), 1)[0].since_midnight // MINUTE
    495
    """
    size = len(tokens.words[index])
    number = read_digits(tokens, index, 4)
    if number is None or size < 3 or (tokens.glued(index + 1) and tokens.words[index + 1] not in CLOSING):
        return None
    hour, minute = divmod(number, 100)
    year = size == 4 and FIRST_YEAR <= number <= LAST_YEAR
    if hour > 23 or minute > 59 or (size == 3 and not hour) or year:
        return None
    found = _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, index + 1)
    whole = size == 4 and tokens.words[index][0] == "0"
    return (Clock(found[0].since_midnight, Granularity.MINUTE), found[1]) if whole else found


def _read_run_together(tokens: Tokens, index: int, number: int) -> tuple[Clock, int] | None:
    """Read "430pm"."""
    hour, minute = divmod(number, 100)
    after = index + 1
    ending = tokens.words[after] in {"am", "pm"} or (tokens.words[after] == "ish" and tokens.glued(after))
    if not 1 <= hour <= 12 or minute > 59 or not ending:
        return None
    if tokens.words[after] == "ish":
        return _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, after + 1)
    return _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, index + 1)


def _read_hour(tokens: Tokens, hour: int, after: int) -> tuple[Clock, int] | None:
    """Read what makes a bare number an hour: "pm", "o'clock", "in the morning", "+am", "9ish"."""
    if hour == 12 and tokens.words[after] in {"noon", "midnight", "midday"}:
        return _zoned(
            tokens, Clock(0 if tokens.words[after] == "midnight" else 12 * HOUR, Granularity.HOUR), after + 1
        )
    roughly = tokens.words[after] == "ish" and tokens.glued(after) and 1 <= hour <= 12
    after = tokens.skip(after, "+", "ish")
    if tokens.words[after] == "oclock":
        return _with_meridian(tokens, hour, 0, Granularity.HOUR, after + 1)
    if tokens.follows(after, ("o", "'", "clock")) or tokens.follows(after, ("o", "\u2019", "clock")):
        return _with_meridian(tokens, hour, 0, Granularity.HOUR, after + 3)
    found = _with_meridian(tokens, hour, 0, Granularity.HOUR, after)
    return found if roughly or (found[1] > after and not found[0].half_day) else None


def _with_meridian(tokens: Tokens, hour: int, since: int, unit: Granularity, index: int) -> tuple[Clock, int]:
    """Add what tells morning from afternoon; without it an hour up to 12 stays open."""
    half, after = _read_half_day(tokens, index)
    if half is None or hour > 12 or hour == 0:
        open_half = half is None and 1 <= hour <= 12
        since += hour % 24 * HOUR
        return _zoned(tokens, Clock(since, unit, half_day=open_half), index if half is None else after)
    return _zoned(tokens, Clock((hour % 12 + half) * HOUR + since, unit), after)


def _read_half_day(tokens: Tokens, index: int) -> tuple[int | None, int]:
    word = tokens.words[index]
    if word in {"am", "pm"}:
        return MERIDIANS[word], index + 1
    if word in {"a", "p"}:
        after = tokens.skip(index + 1, ".")
        if tokens.words[after] == "m" and (after > index + 1 or tokens.words[after + 1] != "'"):
            return MERIDIANS[word], tokens.skip(after + 1, ".")
        if word == "p" and tokens.glued(index):
            return 12, index + 1
    start = tokens.skip(index, "in", "at")
    start = tokens.skip(start, "the", "this")
    if start > index + 1 and tokens.words[start] in {"am", "pm"}:
        return MERIDIANS[tokens.words[start]], start + 1
    code = DAY_PARTS.get(tokens.words[start])
    if start > index and code is not None and ":" not in code:
        return (12 if code in AFTERNOON_CODES else 0), start + 1
    return None, index


def _read_past(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read "half past eight", "a quarter to nine", "twenty after 3pm"."""
    start = tokens.skip(index, "a")
    minutes = SPOKEN_MINUTES.get(tokens.words[start]) or read_digits(tokens, start, 2)
    after = tokens.skip(start + 1, "minutes", "min")
    word = tokens.words[after]
    if minutes is None or minutes > 59 or word not in {"past", "after", "to", "till", "before"}:
        return None
    digital = tokens.keys[after + 1] == NUMBER
    base = _read_digital(tokens, after + 1) if digital else _read_worded(tokens, after + 1)
    if base is None:
        base = _bare_hour(tokens, after + 1)
    if base is None:
        return None
    sign = 1 if word in {"past", "after"} else -1
    clock = base[0]
    moved = (clock.since_midnight + sign * minutes * MINUTE) % (24 * HOUR)
    return Clock(moved, Granularity.MINUTE, half_day=clock.half_day, zones=clock.zones), base[1]


def _read_digits_past(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read "15 to noon" and "20 minutes past 3pm", where the hour is certainly one."""
    found = _read_past(tokens, index)
    return None if found is None or found[0].half_day else found


def _bare_hour(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    hour = read_digits(tokens, index, 2)
    if hour is None:
        hour = CARDINALS.get(tokens.words[index])
    if hour is None or not 1 <= hour <= 12:
        return None
    return _with_meridian(tokens, hour, 0, Granularity.HOUR, index + 1)


def _read_worded(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read "six p.m.", "five thirty in the morning", "eight o'clock", "noon"."""
    if DAY_PARTS.get(tokens.words[index], "") in {"12:00", "00:00"}:
        found = read_day_part(tokens, index)
        return (found[0], found[1]) if found and isinstance(found[0], Clock) else None
    hour = CARDINALS.get(tokens.words[index], 0)
    if not 1 <= hour <= 12:
        return None
    minutes = read_words(tokens, tokens.skip(index + 1, "-"))
    if minutes is not None and 10 <= minutes[0] < 60:
        found_clock = _with_meridian(tokens, hour, minutes[0] * MINUTE, Granularity.MINUTE, minutes[1])
        tied = tokens.words[index + 1] == "-" and tokens.glued(index + 1)
        return found_clock if tied or _asked(tokens, index) or not found_clock[0].half_day else None
    nought = tokens.skip(index + 1, "-")
    last = tokens.skip(nought + 1, "-")
    if tokens.words[nought] in {"oh", "zero"} and 1 <= CARDINALS.get(tokens.words[last], 0) <= 9:
        minute = CARDINALS[tokens.words[last]]
        return _with_meridian(tokens, hour, minute * MINUTE, Granularity.MINUTE, last + 1)
    return _read_hour(tokens, hour, index + 1)


def _zoned(tokens: Tokens, clock: Clock, index: int) -> tuple[Clock, int]:
    """Add a zone that follows: an abbreviation, or an offset such as GMT+2; "sharp" makes it exact to the minute."""
    words = EXACTLY.get(tokens.words[index])
    if words is not None and tokens.follows(index, words):
        clock, index = attrs.evolve(clock, unit=min(clock.unit, Granularity.MINUTE)), index + len(words)
    start = tokens.skip(index, "(")
    if tokens.follows(start, ("local", "time")):
        return clock, tokens.skip(start + 2, ")") if start > index else start + 2
    for length in (2, 1):
        place = PLACES.get(tuple(tokens.words[start : start + length]))
        after = _after_place(tokens, clock, start, length) if place is not None else None
        if place is not None and after is not None:
            after = tokens.skip(after, ")") if start > index else after
            return attrs.evolve(clock, zones=(place,)), after
    offsets = ZONES.get(tokens.words[start])
    if offsets is None or not (tokens.capital(start) or len(tokens.words[start]) == 3):
        return clock, index
    after = start + 1
    if tokens.words[after] in {"+", "-"} and tokens.glued(after) and offsets == ("+00:00",):
        offset = _read_offset(tokens, after)
        if offset is not None:
            offsets, after = (offset[0],), offset[1]
    after = tokens.skip(after, ")") if start > index else after
    return Clock(clock.since_midnight, clock.unit, half_day=clock.half_day, zones=offsets), after


def _after_place(tokens: Tokens, clock: Clock, start: int, length: int) -> int | None:
    """Return where "London time" or "Eastern Daylight Time" ends; a region of America stands alone behind what is surely a clock."""
    after = tokens.skip(start + length, "standard", "daylight", "summer")
    if tokens.words[after] == "time":
        return after + 1
    named = tokens.words[after].isalpha() and tokens.capital(after)
    alone = tokens.words[start] in REGIONS and tokens.capital(start) and not (named or clock.half_day)
    return start + length if alone else None


def _read_offset(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read the hours and minutes of "UTC+2" and "UTC-04:30" from their sign on."""
    hours, after = read_digits(tokens, index + 1, 2), index + 2
    if hours is None or hours > 23:
        return None
    minutes = (
        read_digits(tokens, after + 1, 2) if tokens.words[after] == ":" and tokens.glued(after) else None
    )
    if minutes is None or minutes > 59:
        return f"{tokens.words[index]}{hours:02d}:00", after
    return f"{tokens.words[index]}{hours:02d}:{minutes:02d}", after + 2
