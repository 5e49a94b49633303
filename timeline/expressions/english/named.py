"""Times with names inside a year and above it: seasons, quarters, halves, feasts, weekends, decades, centuries."""

from __future__ import annotations

import attrs

from timeline.expressions.english.dates import APOSTROPHES, read_era, read_year
from timeline.expressions.english.feasts import FEAST_WORDS, LONGEST_NAME
from timeline.expressions.english.lexicon import MONTHS, POINTERS, SEASONS, UNITS
from timeline.expressions.english.numbers import read_digits, read_ordinal
from timeline.expressions.english.numeric import short_year
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.split_years import read_two_years
from timeline.expressions.english.values import (
    Calendar,
    Either,
    Inside,
    Named,
    Nth,
    Part,
    TwoYears,
    Value,
    Years,
)
from timeline.times import Granularity

__all__ = ["read_era_unit", "read_fiscal", "read_iso_week", "read_named"]

Found = tuple[Value, int] | None

DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
MONTHS_LETTERS = {"q": 4, "h": 2}
ROMAN_DAYS = {"ides": (13, 15), "nones": (5, 7), "kalends": (1, 1), "calends": (1, 1)}
LATE_IDES = frozenset({3, 5, 7, 10})
"""The months in which the Nones and the Ides fell two days later."""

FIRST_WORDS = frozenset(words[0] for words in FEAST_WORDS)


def read_named(tokens: Tokens, index: int) -> Found:
    """Read what comes round every year, with its year where that follows at once.

    >>> read_named(Tokens("summer of 2024"), 0)
    (Inside(value=Named(kind='season', number=2), whole=Calendar(year=2024, month=None, day=None, weekday=None)), 3)
    """
    found = _read_season(tokens, index) or _read_quarter(tokens, index) or _read_feast(tokens, index)
    if found is None:
        return _read_weekend(tokens, index) or _read_roman_day(tokens, index)
    value, after = found
    if tokens.words[after] == "weekend" and isinstance(value, Named) and value.kind == "feast":
        return _read_long_weekend(tokens, value, after + 1)
    fiscal = read_fiscal(tokens, tokens.skip(after, "of", "in", "for", ","))
    if (
        fiscal is not None
        and isinstance(fiscal[0], Part)
        and isinstance(value, Named)
        and value.kind == "quarter"
    ):
        return Nth(int(value.number), Granularity.QUARTER, fiscal[0]), fiscal[1]
    year = (
        _two_years_after(tokens, value, after)
        or _year_after(tokens, after)
        or _read_short_year(tokens, after)
    )
    return found if year is None else (Inside(value, year[0]), year[1])


def _read_long_weekend(tokens: Tokens, feast: Named, after: int) -> Found:
    """Read the weekend of a feast, and its year: "Labor Day weekend 2020"."""
    year = _year_after(tokens, after)
    return (
        (Part("weekend of", feast), after)
        if year is None
        else (Part("weekend of", Inside(feast, year[0])), year[1])
    )


def _read_short_year(tokens: Tokens, index: int) -> tuple[Calendar, int] | None:
    """Read the two digits behind a quarter or half by its letter: "1Q24", "Q1-24", "H1 24" where nothing follows."""
    letter = tokens.words[index - 1] in MONTHS_LETTERS or tokens.words[index - 2] in MONTHS_LETTERS
    if not letter:
        return None
    start = index + 1 if tokens.words[index] in {"-", "/"} and tokens.glued(index) else index
    digits = read_digits(tokens, start, 2)
    tied = tokens.glued(start) or start + 1 >= tokens.count
    if digits is None or len(tokens.words[start]) != 2 or not tied or tokens.glued(start + 1):
        return None
    return short_year(digits), start + 1


def _two_years_after(tokens: Tokens, value: Value, index: int) -> tuple[TwoYears, int] | None:
    """Read the two years of "the winter of 1980-81"."""
    season = isinstance(value, Named) and value.kind in {"season", "term"}
    return read_two_years(tokens, tokens.skip(index, "of", "in")) if season else None


def _year_after(tokens: Tokens, index: int) -> tuple[Calendar, int] | None:
    start = tokens.skip(index, ",")
    start = tokens.skip(start, "of", "in", "for")
    if tokens.words[start] == "fiscal":
        start = tokens.skip(start + 1, "year")
    if tokens.follows(start, ("the", "year")):
        start += 2
    found = read_year(tokens, start)
    if found is None or (tokens.words[found[1]] == "s" and tokens.glued(found[1])):
        return None
    return found


def _read_season(tokens: Tokens, index: int) -> Found:
    number = SEASONS.get(tokens.words[index])
    if number is not None and tokens.words[index + 1] in {"semester", "term"}:
        return Named("term", number), index + 2
    return None if number is None else (Named("season", number), index + 1)


def _read_quarter(tokens: Tokens, index: int) -> Found:
    """Read "Q3", "3Q", "third quarter", "third-quarter", "first half", "H1"."""
    word, key = tokens.words[index], tokens.keys[index]
    if word == "week" and tokens.keys[index + 1] == NUMBER and not tokens.glued(index + 2):
        number = read_digits(tokens, index + 1, 2)
        return (Named("week", number), index + 2) if number and number <= 53 else None
    if word in MONTHS_LETTERS and tokens.glued(index + 1) and tokens.keys[index + 1] == NUMBER:
        number = read_digits(tokens, index + 1, 1)
        return _quarter(word, number, index + 2) if number else None
    if key == NUMBER and tokens.words[index + 1] in MONTHS_LETTERS and tokens.glued(index + 1):
        number = read_digits(tokens, index, 1)
        return _quarter(tokens.words[index + 1], number, index + 2) if number else None
    start = tokens.skip(index, "fiscal")
    ordinal = read_ordinal(tokens, tokens.skip(start, "-") if start > index else index)
    if ordinal is None:
        return None
    after = tokens.skip(ordinal[1], "-")
    after = tokens.skip(after, "fiscal")
    word = tokens.words[after]
    if word in {"quarter", "qtr"} and (0 < ordinal[0] <= 4 or ordinal[0] == -1):
        return Named("quarter", 4 if ordinal[0] < 0 else ordinal[0]), after + 1
    return None


def _quarter(letter: str, number: int | None, after: int) -> Found:
    if number is None or not 1 <= number <= MONTHS_LETTERS[letter]:
        return None
    return Named("quarter" if letter == "q" else "half", number), after


def _read_feast(tokens: Tokens, index: int) -> Found:
    if tokens.words[index] not in FIRST_WORDS:
        return None
    for length in range(LONGEST_NAME, 0, -1):
        words = tuple("'" if word == "\u2019" else word for word in tokens.words[index : index + length])
        name = FEAST_WORDS.get(words)
        if name is not None:
            return Named("feast", name), index + length
    return None


def _read_weekend(tokens: Tokens, index: int) -> Found:
    word = tokens.words[index]
    if word in {"weekend", "weekends", "wkend", "wknd"}:
        return Named("weekend"), index + 1
    if word == "week" and tokens.follows(index + 1, ("-", "end")):
        return Named("weekend"), index + 3
    return None


def _read_roman_day(tokens: Tokens, index: int) -> Found:
    """Read "Ides of March", "Nones of May 44 BC"."""
    days = ROMAN_DAYS.get(tokens.words[index])
    month = MONTHS.get(tokens.words[index + 2])
    if days is None or month is None or tokens.words[index + 1] != "of":
        return None
    year = read_year(tokens, tokens.skip(index + 3, ","))
    value = attrs.evolve(year[0] if year else Calendar(), month=month, day=days[month in LATE_IDES])
    return value, year[1] if year else index + 3


def read_iso_week(tokens: Tokens, index: int) -> Found:
    """Read a week of ISO 8601, or a day of it: "2024-W12", "2024-W12-3".

    >>> read_iso_week(Tokens("2024-W12"), 0)[1]
    4
    """
    year, week = read_digits(tokens, index, 4), read_digits(tokens, index + 3, 2)
    joined = tokens.follows(index + 1, ("-", "w")) and tokens.glued(index + 1) and tokens.glued(index + 3)
    if year is None or len(tokens.words[index]) != 4 or not joined or week is None or not 1 <= week <= 53:
        return None
    value, after = Inside(Named("week", week), Calendar(year)), index + 4
    day = read_digits(tokens, after + 1, 1) if tokens.words[after] == "-" and tokens.glued(after) else None
    return (Inside(Calendar(weekday=day), value), after + 2) if day and day <= 7 else (value, after)


def read_era_unit(tokens: Tokens, index: int) -> Found:
    """Read "1990s", "the '90s", "the nineties", "20th century", "the 3rd century BC".

    >>> read_era_unit(Tokens("the 20th century"), 0)
    (Years(unit=<Granularity.CENTURY: 11>, first=1900), 4)
    """
    start = tokens.skip(index, "the")
    word = tokens.words[start]
    if word in DECADE_WORDS:
        return Years(Granularity.DECADE, 1900 + DECADE_WORDS[word]), start + 1
    if tokens.keys[start] == NUMBER or word in APOSTROPHES:
        decade = _read_decade(tokens, start)
        if decade is not None:
            return decade
    return _read_century(tokens, start)


def _read_decade(tokens: Tokens, index: int) -> Found:
    start = index + 1 if tokens.words[index] in APOSTROPHES else index
    digits = tokens.words[start]
    after = start + 1
    if tokens.words[after] in APOSTROPHES and tokens.glued(after) and tokens.words[after + 1] == "s":
        after += 1
    if tokens.keys[start] != NUMBER or tokens.words[after] != "s" or not tokens.glued(after):
        return None
    era = read_era(tokens, after + 1)
    if digits.endswith("0") and era is not None and era[0] < 0:
        return Years(Granularity.DECADE, -int(digits) - 8), era[1]
    if not digits.endswith("0") or len(digits) not in {2, 4}:
        return None
    number = int(digits)
    if len(digits) == 2:
        number += 1900 if number >= 20 or index < start else 2000
    decade, century = Years(Granularity.DECADE, number), Years(Granularity.CENTURY, number)
    if len(digits) == 2 or not digits.endswith("00"):
        return decade, after + 1
    if number == 2000:
        return Either((decade, century), ("as ten years", "as a hundred years")), after + 1
    return Either((century, decade), ("as a hundred years", "as ten years")), after + 1


def _read_century(tokens: Tokens, index: int) -> Found:
    ordinal = read_ordinal(tokens, index)
    if ordinal is None or ordinal[0] < 1:
        return None
    after = tokens.skip(ordinal[1], "-")
    unit = UNITS.get(tokens.words[after], (None, 0))[0]
    if unit not in {Granularity.CENTURY, Granularity.MILLENNIUM}:
        return None
    length = 100 if unit is Granularity.CENTURY else 1_000
    after += 1
    if tokens.words[after] in {"bc", "bce"} or tokens.follows(after, ("b", ".", "c")):
        dots = tokens.words[after] == "b"
        return Years(unit, 1 - ordinal[0] * length), after + (4 if dots else 1)
    after = tokens.skip(after, "ad", "ce")
    return Years(unit, (ordinal[0] - 1) * length), after


def read_fiscal(tokens: Tokens, index: int) -> Found:
    """Read "fiscal 1989", "fiscal year 2008", "FY2008", "the year 2000", "the full year 1990".

    >>> read_fiscal(Tokens("fiscal 1989"), 0)
    (Part(name='fiscal', value=Calendar(year=1989, month=None, day=None, weekday=None)), 2)
    """
    start = tokens.skip(index, "the")
    start = tokens.skip(start, "full", "whole", "entire")
    fiscal = tokens.words[start] in {"fiscal", "fy"}
    after = start + 1 if fiscal else start
    named = start > index and tokens.words[start + 1] == "year" and tokens.words[start].isalpha()
    after = tokens.skip(
        after + 1 if named and not fiscal and tokens.words[start] not in POINTERS else after, "year"
    )
    if after == start:
        return None
    year = read_year(tokens, after) or (_read_glued_year(tokens, after) if fiscal else None)
    if year is None:
        return None
    if not fiscal:
        return year
    quarter = _read_quarter(tokens, tokens.skip(year[1], ",", "-"))
    if quarter is not None and isinstance(quarter[0], Named) and quarter[0].kind == "quarter":
        return Nth(int(quarter[0].number), Granularity.QUARTER, Part("fiscal", year[0])), quarter[1]
    return Part("fiscal", year[0]), year[1]


def _read_glued_year(tokens: Tokens, index: int) -> tuple[Calendar, int] | None:
    """Read the year of "FY24"."""
    digits = read_digits(tokens, index, 2)
    glued = tokens.glued(index) and len(tokens.words[index]) == 2
    return (short_year(digits), index + 1) if digits is not None and glued else None
