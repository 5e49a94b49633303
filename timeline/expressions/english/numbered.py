"""Days and weeks that a claim tells by number: "day 157 of 2024", "CW 23", "1.IX.1939"."""

from __future__ import annotations

from timeline.expressions.english.dates import checked, read_year
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Calendar, Inside, Named, Nth, Value
from timeline.times import Granularity

__all__ = ["read_numbered"]

Found = tuple[Value, int] | None

ROMAN_MONTHS = {
    roman: number
    for number, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)  # noqa: SIM905  # one line of data
}
LONGEST_YEAR, LAST_WEEK = 366, 53


def read_numbered(tokens: Tokens, index: int) -> Found:
    """Read a day or week by its number.

    >>> read_numbered(Tokens("1.IX.1939"), 0)[0].month
    9
    """
    for read in (_read_day_of_year, _read_week, _read_roman_month):
        found = read(tokens, index)
        if found is not None:
            return found
    return None


def _read_day_of_year(tokens: Tokens, index: int) -> Found:
    """Read "day 157 of 2024"."""
    number = read_digits(tokens, index + 1, 3) if tokens.words[index] == "day" else None
    year = read_year(tokens, index + 3) if tokens.words[index + 2] in {"of", "in", ","} else None
    if number is None or year is None or not 1 <= number <= LONGEST_YEAR:
        return None
    return Nth(number, Granularity.DAY, year[0]), year[1]


def _read_week(tokens: Tokens, index: int) -> Found:
    """Read "CW 23", "calendar week 23 of 2024": the week of ISO 8601."""
    long = tokens.follows(index, ("calendar", "week"))
    if not long and tokens.words[index] != "cw":
        return None
    start = index + (2 if long else 1)
    number = read_digits(tokens, start, 2)
    if number is None or not 1 <= number <= LAST_WEEK:
        return None
    year = read_year(tokens, tokens.skip(start + 1, "of", "in", ",", "/"))
    week = Named("week", number)
    return (week, start + 1) if year is None else (Inside(week, year[0]), year[1])


def _read_roman_month(tokens: Tokens, index: int) -> Found:
    """Read "1.IX.1939" and "1 IX 1939"."""
    day, after = read_digits(tokens, index, 2), tokens.skip(index + 1, ".")
    month = ROMAN_MONTHS.get(tokens.words[after])
    year = read_digits(tokens, tokens.skip(after + 1, "."), 4)
    if day is None or month is None or year is None or not tokens.capital(after):
        return None
    value = checked(Calendar(year), month, day)
    return None if value is None else (value, tokens.skip(after + 1, ".") + 1)
