"""Wordings of a claim: what somebody writes who only says when, and what running text would too often mean otherwise.

"Friday week", "first thing tomorrow", "before ten", "two days after the vote on 12 March": a claim is nothing but a time, so that a bare number
after "before" is an hour and the words before a date name what it dates.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.english.cutting import ENDS
from timeline.expressions.english.deixis import OFFSETS, read_day_name, read_pointed
from timeline.expressions.english.dual_dates import follows
from timeline.expressions.english.edges import EDGES, JOINTS
from timeline.expressions.english.events import read_by_event
from timeline.expressions.english.lengths import read_length, read_unit
from timeline.expressions.english.lexicon import CARDINALS, DAY_NAMES, POINTERS, WEEKDAYS
from timeline.expressions.english.numbered import read_numbered
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.points import is_date, read_point
from timeline.expressions.english.reports import read_last_day, read_spell
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import (
    Around,
    At,
    Away,
    Calendar,
    Chosen,
    Clock,
    Count,
    DayPart,
    Edge,
    Either,
    Ended,
    Length,
    Range,
    Relative,
    Stretch,
    Value,
)
from timeline.times import Granularity

__all__ = ["read_wording"]

Found = tuple[Value, int] | None

HOUR = 3_600_000_000
WEEKS = {"week": 1, "fortnight": 2}
MORNING = DayPart("MO")
POSSESSIVES = frozenset({"'", "\u2019"})
ENDINGS = frozenset({"to", "until", "till", "through"})
CHOICE = ("as the first of two", "as the second of two")


def read_wording(tokens: Tokens, index: int) -> Found:
    """Read the longest wording that only a claim has.

    >>> read_wording(Tokens("Friday week"), 0)[1]
    2
    """
    found = [each for read in READERS if (each := read(tokens, index)) is not None]
    return max(found, key=lambda each: each[1], default=None)


def _read_one_of_two(tokens: Tokens, index: int) -> Found:
    """Read "this or next week" and "this week or next"."""
    which = POINTERS.get(tokens.words[index])
    if which is None:
        return None
    if tokens.words[index + 1] == "or":
        last = read_pointed(tokens, index + 2)
        first = None if last is None else _repointed(last[0], which)
        return None if last is None or first is None else (Either((first, last[0]), CHOICE), last[1])
    named = read_pointed(tokens, index)
    if named is None or tokens.words[named[1]] != "or" or read_pointed(tokens, named[1] + 1) is not None:
        return None
    other = _repointed(named[0], POINTERS.get(tokens.words[named[1] + 1], ""))
    return None if other is None else (Either((named[0], other), CHOICE), named[1] + 2)


def _repointed(value: Value, which: str) -> Value | None:
    """Return the same week, month or name with another pointing word."""
    if which not in OFFSETS:
        return None
    if isinstance(value, Relative):
        return attrs.evolve(value, offset=OFFSETS[which], words=which)
    return Chosen(which, value.value) if isinstance(value, Chosen) else None


def _read_time_ahead(tokens: Tokens, index: int) -> Found:
    """Read "in two weeks' time", "in a year's time" and "within the hour"."""
    if tokens.words[index] == "within":
        unit = read_unit(tokens, index + 2) if tokens.words[index + 1] == "the" else None
        short = unit is not None and unit[0] < Granularity.DAY and not unit[2]
        return (Stretch(Length(((Count(), unit[0]),)), 1), unit[3]) if unit and short else None
    length = read_length(tokens, index + 1) if tokens.words[index] == "in" else None
    if length is None or tokens.words[length[1]] not in POSSESSIVES:
        return None
    after = tokens.skip(length[1] + 1, "s")
    return (Away(length[0], 1), after + 1) if tokens.words[after] == "time" else None


def _read_first_thing(tokens: Tokens, index: int) -> Found:
    """Read "first thing tomorrow": in the morning."""
    if not tokens.follows(index, ("first", "thing")):
        return None
    found = read_point(tokens, tokens.skip(index + 2, "on", "in"))
    if found is None:
        return None
    morning = found[0] == MORNING or (isinstance(found[0], At) and found[0].time == MORNING)
    value = found[0] if morning else At(found[0], MORNING) if is_date(found[0]) else None
    return None if value is None else (value, found[1])


def _read_weeks_on(tokens: Tokens, index: int) -> Found:
    """Read "Friday week", "a week on Friday", "a fortnight tomorrow", "a week ago last Tuesday"."""
    start = tokens.skip(index, "on")
    base = _read_day(tokens, start, "coming")
    if base is not None:
        weeks = WEEKS.get(tokens.words[base[1]])
        return None if weeks is None else (Away(_days(7 * weeks), 1, base[0]), base[1] + 1)
    length = read_length(tokens, index)
    if length is None or length[0].limit != "plain":
        return None
    (count, unit), after = length[0].parts[-1], length[1]
    if tokens.words[after] == "ago":
        base = _read_day(tokens, tokens.skip(after + 1, "on"), "past")
        return (
            None if base is None else (Away(attrs.evolve(length[0], limit="exactly"), -1, base[0]), base[1])
        )
    base = _read_day(tokens, tokens.skip(after, "on"), "coming")
    whole = unit is Granularity.WEEK and count.vague is None and count.low == count.high
    return (Away(_days(int(7 * count.low)), 1, base[0]), base[1]) if base and whole else None


def _read_day(tokens: Tokens, index: int, which: str) -> Found:
    """Read a day that is told by a word: "Friday" (of those that come round the one that is asked for), "last Tuesday", "tomorrow"."""
    word = tokens.words[index]
    if word in WEEKDAYS:
        return Chosen(which, Calendar(weekday=WEEKDAYS[word])), index + 1
    found = read_day_name(tokens, index) if word in DAY_NAMES else read_pointed(tokens, index)
    return found if found is not None and is_date(found[0]) else None


def _read_within_of(tokens: Tokens, index: int) -> Found:
    """Read "within 30 days of 3 May": from so long before to so long after."""
    if tokens.words[index] != "within":
        return None
    length = read_length(tokens, index)
    if length is None or length[0].limit != "at_most" or tokens.words[length[1]] != "of":
        return None
    base = read_point(tokens, length[1] + 1)
    if base is None or isinstance(base[0], Length | Clock | DayPart):
        return None
    exact = attrs.evolve(length[0], limit="exactly")
    return Range(Away(exact, -1, base[0]), Away(exact, 1, base[0]), window=True), base[1]


def _days(count: int) -> Length:
    return Length(((Count(Fraction(count), Fraction(count)), Granularity.DAY),))


def _read_spell_to(tokens: Tokens, index: int) -> Found:
    """Read "the six months to June 2023", "the year to 31 March"."""
    spell = read_spell(tokens, index) if tokens.words[index] == "the" else None
    if spell is None or tokens.words[spell[1]] not in ENDINGS:
        return None
    last = read_last_day(tokens, spell[1] + 1)
    return None if last is None else (Ended(spell[0], last[0]), last[1])


def _read_share_of_days(tokens: Tokens, index: int) -> Found:
    """Read "the last three days of May", "the first few weeks of 2024": so many of a unit, at one end of a time."""
    start = tokens.skip(index, "the")
    side = ENDS.get(tokens.words[start])
    length = read_length(tokens, start + 1) if side is not None else None
    if side is None or length is None or tokens.words[length[1]] != "of":
        return None
    whole = read_point(tokens, length[1] + 1)
    return None if whole is None else (Stretch(length[0], side, whole[0]), whole[1])


def _read_year_ago(tokens: Tokens, index: int) -> Found:
    """Read "this time last year", "the same day next week": a unit away, about then or on that very day."""
    same = tokens.follows(index, ("the", "same", "day"))
    if not same and not tokens.follows(index, ("this", "time")):
        return None
    pointed = read_pointed(tokens, index + 2 + same)
    if pointed is None or not isinstance(pointed[0], Relative) or not pointed[0].offset:
        return None
    side = 1 if pointed[0].offset > 0 else -1
    limit = "exactly" if same else "about"
    return Away(Length(((Count(), pointed[0].unit),), limit), side), pointed[1]


def _read_clock_of_a_day(tokens: Tokens, index: int) -> Found:
    """Read "three days ago at noon": a day that is counted to, and a time of it."""
    length = read_length(tokens, index)
    if length is None or tokens.words[length[1]] != "ago" or tokens.words[length[1] + 1] != "at":
        return None
    unit = length[0].parts[-1][1]
    time = read_point(tokens, length[1] + 2)
    if time is None or not isinstance(time[0], Clock) or unit is not Granularity.DAY:
        return None
    return At(Away(length[0], -1), time[0]), time[1]


def _read_midnight(tokens: Tokens, index: int) -> Found:
    """Read "midnight between 5 and 6 June": the beginning of the second day."""
    days = read_point(tokens, index + 2) if tokens.follows(index, ("midnight", "between")) else None
    if days is None or not isinstance(days[0], Range) or not follows(days[0].first, days[0].last):
        return None
    return At(days[0].last, Clock(0, Granularity.HOUR)), days[1]


def _read_hours(tokens: Tokens, index: int) -> Found:
    """Read the bare hours of "from 9 to 10", "between three and four on Friday", "9 to 5 yesterday"."""
    said = tokens.words[index] in {"from", "between"}
    first = _read_hour(tokens, index + said)
    joint = {"and"} if tokens.words[index] == "between" else JOINTS
    last = _read_hour(tokens, first[1] + 1) if first and tokens.words[first[1]] in joint else None
    if first is None or last is None:
        return None
    date = _read_date_behind(tokens, last[1])
    window = tokens.words[index] == "between"
    if date is not None:
        return Range(At(date[0], first[0]), At(date[0], last[0]), window=window), date[1]
    return (Range(first[0], last[0], window=window), last[1]) if said else None


def _read_edge_of_hour(tokens: Tokens, index: int) -> Found:
    """Read the bare hour of "before ten", "by 10 on Friday", "at nine"."""
    for size in (3, 2, 1):
        relation = EDGES.get(tuple(tokens.words[index : index + size]))
        hour = _read_hour(tokens, index + size) if relation else None
        if relation is not None and hour is not None:
            value, after = _dated(tokens, *hour)
            return Edge("since" if relation == "from" else relation, value), after
    word = tokens.words[index]
    hour = _read_hour(tokens, index + 1) if word in {"at", "around", "about"} else None
    if hour is None:
        return None
    value, after = _dated(tokens, *hour)
    return (value if word == "at" else Around(value)), after


def _read_hour(tokens: Tokens, index: int) -> tuple[Clock, int] | None:
    """Read a bare number that can only be an hour, since no word behind it says what it counts."""
    hour = read_digits(tokens, index, 2) or CARDINALS.get(tokens.words[index], 0)
    if not 1 <= hour <= 12 or (tokens.glued(index + 1) and tokens.words[index + 1] != "-"):
        return None
    return Clock(hour % 12 * HOUR, Granularity.HOUR, half_day=True), index + 1


def _dated(tokens: Tokens, clock: Clock, after: int) -> tuple[Value, int]:
    """Add the date that follows an hour."""
    date = _read_date_behind(tokens, after)
    return (clock, after) if date is None else (At(date[0], clock), date[1])


def _read_date_behind(tokens: Tokens, index: int) -> Found:
    """Read the date behind an hour: after "on", or of a name that needs none ("yesterday", "this Friday")."""
    start = tokens.skip(index, "on", ",")
    found = read_point(tokens, start)
    named = found is not None and (start > index or tokens.words[index] in {*DAY_NAMES, *WEEKDAYS, *POINTERS})
    return found if found is not None and named and is_date(found[0]) else None


READERS = (
    _read_one_of_two,
    _read_time_ahead,
    _read_first_thing,
    _read_weeks_on,
    _read_within_of,
    _read_spell_to,
    _read_share_of_days,
    _read_year_ago,
    _read_clock_of_a_day,
    _read_midnight,
    _read_hours,
    _read_edge_of_hour,
    read_numbered,
    read_by_event,
)
