"""Dates by their fields: "12 December 2025", "Friday, Oct. 26", "03/04/2005", "1990", "the 1990s", "Q3 2024".

Where digits leave the order of day and month open, both are kept.
"""

from __future__ import annotations

import attrs

from timeline.errors import RangeError
from timeline.expressions.english.idioms import ERAS
from timeline.expressions.english.lexicon import MONTHS, WEEKDAYS
from timeline.expressions.english.numbers import read_digits, read_ordinal, read_spoken_year, read_words
from timeline.expressions.english.numeric import read_numeric, short_year
from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens
from timeline.expressions.english.values import Calendar, Range, Value
from timeline.times.calendar import CivilDate

__all__ = [
    "read_day_first",
    "read_era",
    "read_month_first",
    "read_weekday_date",
    "read_year",
    "read_year_first",
    "skip_dot",
]

APOSTROPHES = frozenset({"'", "\u2019", "\u2018", "`"})
FULL_NAMES = frozenset({"may", "june", "july"})

Found = tuple[Value, int] | None


def read_year(tokens: Tokens, index: int, *, least_digits: int = 4) -> tuple[Calendar, int] | None:
    """Read a year with its era: "1990", "'90", "490 BC", "AD 79", "nineteen ninety-six".

    >>> read_year(Tokens("490 BC"), 0)[0].year
    -489
    """
    era = read_era(tokens, index)
    if era is not None and era[0] > 0:
        number = read_digits(tokens, era[1], 4)
        return (Calendar(number), era[1] + 1) if number else None
    if tokens.words[index] in APOSTROPHES:
        number = read_digits(tokens, index + 1, 2)
        if number is None or len(tokens.words[index + 1]) != 2 or not tokens.glued(index + 1):
            return None
        return short_year(number), index + 2
    if tokens.keys[index] != NUMBER:
        spoken = read_spoken_year(tokens, index)
        return None if spoken is None else (Calendar(spoken[0]), spoken[1])
    number = read_digits(tokens, index, 6)
    if number is None:
        return None
    era = read_era(tokens, index + 1)
    if era is not None and number:
        return Calendar(1 - number if era[0] < 0 else number), era[1]
    if _era_follows(tokens, index, number):
        return Calendar(1 - number), index + 1
    return (Calendar(number), index + 1) if least_digits <= len(tokens.words[index]) <= 4 else None


def _era_follows(tokens: Tokens, index: int, number: int) -> bool:
    """Return whether a number is the first of two years before Christ: the 499 of "499-493 BC"."""
    if tokens.words[index + 1] not in DASHES and tokens.words[index + 1] not in {"to", "and", "until", "or"}:
        return False
    last = read_digits(tokens, index + 2, 4)
    era = read_era(tokens, index + 3)
    return last is not None and era is not None and era[0] < 0 and 0 < last < number


def read_era(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the name of an era: on which side of the year 1 it lies, and the index after it.

    >>> read_era(Tokens("BC"), 0)
    (-1, 1)
    """
    for length in (6, 5, 4, 1):
        side = ERAS.get(tuple(tokens.words[index : index + length]))
        if side is not None and (length > 1 or tokens.capital(index)):
            return side, index + length
    return None


def checked(year: Calendar, month: int, day: int) -> Calendar | None:
    """Return the date in a year, if one is given, if there can be such a day.

    >>> checked(Calendar(2025), 2, 29) is None
    True
    """
    try:
        CivilDate(2000 if year.year is None else year.year, month, day)
    except RangeError:
        return None
    return Calendar(year.year, month=month, day=day, two_digits=year.two_digits)


def read_month_first(tokens: Tokens, index: int) -> Found:
    """Read a date that begins with its month.

    >>> read_month_first(Tokens("Aug. 7, 1998"), 0)
    (Calendar(year=1998, month=8, day=7, weekday=None), 5)
    """
    month = MONTHS.get(tokens.words[index])
    if month is None:
        return None
    after = skip_dot(tokens, index + 1)
    day = _read_day(tokens, _skip_joint(tokens, after))
    if day is None or _names_another(tokens, after, day[1]):
        return _with_year(tokens, Calendar(month=month), after)
    until = _read_until_day(tokens, day[1], day[0])
    if until is not None:
        return _day_range(tokens, month, day[0], until)
    return _finish(tokens, month, day[0], day[1]) or _with_year(tokens, Calendar(month=month), after)


def _names_another(tokens: Tokens, start: int, after: int) -> bool:
    """Return whether "May the Second" goes on with a name: the Second Army."""
    worded = tokens.words[start] == "the" and tokens.keys[start + 1] != NUMBER
    return worded and tokens.capital(after - 1) and tokens.capital(after)


def skip_dot(tokens: Tokens, index: int) -> int:
    """Move over the dot of an abbreviation: one that another word or number follows in the same line."""
    short = len(tokens.words[index - 1]) <= 4 and tokens.words[index - 1] not in FULL_NAMES
    if tokens.words[index] == "." and tokens.glued(index) and short:
        nearby = tokens.keys[index + 1] == NUMBER or not tokens.capital(index + 1)
        return index + 1 if nearby else index
    return index


def _skip_joint(tokens: Tokens, index: int) -> int:
    if tokens.words[index] in {"-", "/"} and tokens.glued(index):
        return index + 1
    if tokens.words[index] == "," and read_ordinal(tokens, index + 1) and tokens.keys[index + 1] == NUMBER:
        return index + 1
    return tokens.skip(index, "the")


def _read_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the number of a day: "7", "7th", "seventh", "twenty nine"."""
    number = read_digits(tokens, index, 2)
    if number is not None:
        ordinal = read_ordinal(tokens, index)
        after = ordinal[1] if ordinal else index + 1
        clock = tokens.words[after] == ":" and tokens.glued(after) and tokens.keys[after + 1] == NUMBER
        counted = tokens.words[after] in {"am", "pm", "%", "a.m"} or tokens.follows(after, ("p", ".", "m"))
        era = read_era(tokens, after)
        year = era is not None and tokens.keys[era[1]] != NUMBER  # "January 31 CE", but "May 5 AD 79"
        return (number, after) if 1 <= number <= 31 and not (clock or counted or year) else None
    if read_spoken_year(tokens, index) is not None:
        return None
    found = read_ordinal(tokens, index) or read_words(tokens, index)
    return found if found is not None and 1 <= found[0] <= 31 else None


def _read_until_day(tokens: Tokens, index: int, first: int) -> tuple[int, int] | None:
    """Read the second day of "13-15" or "9th to 11th"."""
    if tokens.words[index] not in DASHES and tokens.words[index] not in {
        "to",
        "through",
        "until",
        "till",
        "and",
        "&",
    }:
        return None
    after = tokens.skip(index + 1, "the")
    second = _read_day(tokens, after)
    if second is None or second[0] <= first:
        return None
    counted = (
        tokens.words[second[1]].isalpha()
        and tokens.words[second[1]] not in MONTHS
        and tokens.words[second[1]] != "of"
    )
    if tokens.words[index] in {"and", "&"} and counted:
        return None
    unit = tokens.words[second[1]] in DASHES and tokens.glued(second[1]) and tokens.keys[after] == NUMBER
    return None if unit or (tokens.glued(second[1]) and tokens.keys[second[1]] == NUMBER) else second


def _day_range(tokens: Tokens, month: int, first: int, until: tuple[int, int]) -> Found:
    last = _finish(tokens, month, until[0], until[1])
    if last is None or not isinstance(last[0], Calendar):
        return None
    start = checked(last[0], month, first)
    return None if start is None else (Range(start, last[0], window=True), last[1])


def _finish(tokens: Tokens, month: int, day: int, index: int) -> Found:
    """Add the year that follows a day and month, if one does."""
    year = _year_after(tokens, index)
    value = checked(year[0] if year else Calendar(), month, day)
    return None if value is None else (value, year[1] if year else index)


def _year_after(tokens: Tokens, index: int) -> tuple[Calendar, int] | None:
    """Read the year of a date: after a comma, "of", "in", a dash or a space."""
    start = index
    if tokens.words[start] in {",", ".", "/", "-"} or tokens.words[start] in DASHES:
        start += 1
    start = tokens.skip(start, "of", "in")
    start = start + 2 if tokens.follows(start, ("the", "year")) else start
    if tokens.keys[start] == NUMBER and not tokens.glued(start + 1) and tokens.words[start + 1] == ":":
        return None
    found = read_year(tokens, start)
    if found is None and index < start and tokens.words[index] in {"-", "/"} and tokens.glued(index):
        short = read_digits(tokens, start, 2)
        two = short is not None and len(tokens.words[start]) == 2 and tokens.words[start + 1] not in MONTHS
        return (short_year(short or 0), start + 1) if two else None
    if found is None or _goes_on(tokens, found[1]):
        return None
    return found


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Return whether a number is only the head of a longer one, or of a clock time: 2,000; 1990s; 10:30."""
    if tokens.words[index] == "s" and tokens.glued(index):
        return True
    sign = tokens.words[index] in {",", ":"} and tokens.glued(index) and tokens.glued(index + 1)
    return sign and tokens.keys[index + 1] == NUMBER


def _with_year(tokens: Tokens, month: Calendar, index: int) -> Found:
    year = _year_after(tokens, index)
    if year is None:
        return month, index
    return Calendar(year[0].year, month=month.month, two_digits=year[0].two_digits), year[1]


def read_day_first(tokens: Tokens, index: int) -> Found:
    """Read a date that begins with its day: "12 December 2025", "the 9th of August", "26nov 2015".

    >>> read_day_first(Tokens("the 9th of August"), 0)
    (Calendar(year=None, month=8, day=9, weekday=None), 5)
    """
    day = _read_day(tokens, tokens.skip(index, "the"))
    if day is None:
        return None
    until = _read_until_day(tokens, day[1], day[0])
    last, after = until or day
    after = (
        tokens.skip(after, "of", "-", "/", ".")
        if tokens.words[after] != "." or tokens.glued(after)
        else after
    )
    after = tokens.skip(after, "the") if tokens.words[after - 1] == "of" else after
    month = MONTHS.get(tokens.words[after])
    if month is None:
        return _bare_days(tokens, index, day, until)
    after = skip_dot(tokens, after + 1)
    if until is not None:
        return _day_range(tokens, month, day[0], (last, after))
    return _finish(tokens, month, last, after)


def _bare_days(tokens: Tokens, index: int, day: tuple[int, int], until: tuple[int, int] | None) -> Found:
    """Return "the 9th" or "the 9th to 11th": days of a month that is not named; only with "the" and an ordinal."""
    start = tokens.skip(index, "the")
    said = start > index or (index > 0 and tokens.words[index - 1] == "on")
    if not said or read_ordinal(tokens, start) is None or tokens.keys[start] != NUMBER:
        return None
    if tokens.words[day[1]] in {"century", "-", "anniversary"}:
        return None
    if until is not None and read_ordinal(tokens, until[1] - 2) is not None:
        return Range(Calendar(day=day[0]), Calendar(day=until[0]), window=True), until[1]
    return Calendar(day=day[0]), day[1]


def read_weekday_date(tokens: Tokens, index: int) -> Found:
    """Read a day of the week, with the date that follows it: "Friday", "Saturday, Oct. 26, 2025".

    >>> read_weekday_date(Tokens("Friday, Oct. 23"), 0)
    (Calendar(year=None, month=10, day=23, weekday=5), 5)
    """
    weekday = WEEKDAYS.get(tokens.words[index])
    if weekday is None:
        return None
    short = len(tokens.words[index]) <= 5 and not tokens.words[index].endswith("day")
    dot = (
        short and tokens.words[index + 1] == "." and tokens.glued(index + 1) and not tokens.capital(index + 2)
    )
    after = index + 2 if dot else index + 1
    start = tokens.skip(after, ",")
    start = tokens.skip(start, "the", "on") if tokens.words[start + 1] != "week" else start
    found = read_month_first(tokens, start) or read_day_first(tokens, start) or read_numeric(tokens, start)
    if found is None:
        found = _read_ordinal_day(tokens, start)
    if found is not None and isinstance(found[0], Calendar) and found[0].day is not None:
        return attrs.evolve(found[0], weekday=weekday), found[1]
    return Calendar(weekday=weekday), after


def _read_ordinal_day(tokens: Tokens, index: int) -> Found:
    """Read the day of the month in "Tuesday the 19th", "Mon 13th" and "Friday 31"."""
    ordinal = read_ordinal(tokens, index)
    number, after = ordinal or (read_digits(tokens, index, 2) or 0, index + 1)
    if not 1 <= number <= 31:
        return None
    plain = ordinal is None
    if plain and (number < 13 or tokens.words[after].isalnum() or tokens.glued(after + 1)):
        return None
    return Calendar(day=number), after


def read_year_first(tokens: Tokens, index: int) -> Found:
    """Read a date that begins with its year: "2008-May-31", "2019, 11 March", "2013 December 5".

    >>> read_year_first(Tokens("2019, 11 March"), 0)
    (Calendar(year=2019, month=3, day=11, weekday=None), 4)
    """
    year = read_digits(tokens, index, 4)
    if year is None or len(tokens.words[index]) != 4:
        return None
    start = tokens.skip(index + 1, ",", *DASHES)
    found = read_month_first(tokens, start) or (read_day_first(tokens, start) if start > index + 1 else None)
    date = found[0] if found is not None else None
    if found is None or not isinstance(date, Calendar) or date.year is not None or date.month is None:
        return None
    if date.day is None:
        return (Calendar(year, month=date.month), found[1]) if start == index + 1 else None
    value = checked(Calendar(year), date.month, date.day)
    return None if value is None else (value, found[1])
