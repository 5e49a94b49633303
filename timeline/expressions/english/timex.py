"""TIMEX3 and EDTF text for units of the calendar and for lengths (TimeML 1.2.1; ISO 8601-2)."""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.values import Length
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number, format_year

__all__ = [
    "SEASON_CODES",
    "edtf_day",
    "length_value",
    "season_value",
    "unit_value",
    "week_value",
    "year_value",
]

SEASON_CODES = ("SP", "SU", "FA", "WI")
LETTERS = {
    Granularity.SECOND: ("T", "S"),
    Granularity.MINUTE: ("T", "M"),
    Granularity.HOUR: ("T", "H"),
    Granularity.DAY: ("", "D"),
    Granularity.WEEK: ("", "W"),
    Granularity.MONTH: ("", "M"),
    Granularity.QUARTER: ("", "Q"),
    Granularity.YEAR: ("", "Y"),
    Granularity.DECADE: ("", "DE"),
    Granularity.CENTURY: ("", "CE"),
    Granularity.MILLENNIUM: ("", "ML"),
}
SMALLER = {
    Granularity.MINUTE: (60, Granularity.SECOND),
    Granularity.HOUR: (60, Granularity.MINUTE),
    Granularity.DAY: (24, Granularity.HOUR),
    Granularity.YEAR: (12, Granularity.MONTH),
}
IN_YEARS = {Granularity.DECADE: 10, Granularity.CENTURY: 100, Granularity.MILLENNIUM: 1_000}


def year_value(year: int) -> str:
    """Return a year as TIMEX3 writes it; years before 1 count as BC.

    >>> year_value(1990), year_value(-489)
    ('1990', 'BC0490')
    """
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def week_value(day: int) -> str:
    """Return the ISO week of a day.

    >>> week_value(20_000)
    '2024-W40'
    """
    thursday = day - (day + 3) % 7 + 3
    date = date_from_day_number(thursday)
    first = date_from_day_number(thursday).plus(months=1 - date.month, days=1 - date.day)
    return f"{year_value(date.year)}-W{(thursday - first.number) // 7 + 1:02d}"


def season_value(year: int, number: int) -> str:
    """Return a season by its number, spring being 1.

    >>> season_value(2024, 2)
    '2024-SU'
    """
    return f"{year_value(year)}-{SEASON_CODES[number - 1]}"


def unit_value(unit: Granularity, day: int) -> str:
    """Return the TIMEX3 value of the unit that holds a day.

    >>> unit_value(Granularity.MONTH, 20_000), unit_value(Granularity.DECADE, 20_000)
    ('2024-10', '202')
    """
    if unit is Granularity.WEEK:
        return week_value(day)
    date = date_from_day_number(day)
    year = year_value(date.year)
    if unit is Granularity.YEAR:
        return year
    if unit is Granularity.QUARTER:
        return f"{year}-Q{(date.month + 2) // 3}"
    if unit is Granularity.MONTH:
        return f"{year}-{date.month:02d}"
    if unit > Granularity.YEAR:
        return year[: len(year) - (unit - Granularity.YEAR)]
    return f"{year}-{date.month:02d}-{date.day:02d}"


def edtf_day(day: int) -> str:
    """Return a day in ISO 8601.

    >>> edtf_day(0)
    '1970-01-01'
    """
    date = date_from_day_number(day)
    return f"{format_year(date.year)}-{date.month:02d}-{date.day:02d}"


def length_value(length: Length) -> str:
    """Return the TIMEX3 value of a length; what nobody counted is X.

    >>> from timeline.expressions.english.values import Count
    >>> length_value(Length(((Count(Fraction(5, 2), Fraction(5, 2)), Granularity.HOUR),)))
    'PT2H30M'
    """
    days, clock = "", ""
    for count, unit in length.parts:
        designator = LETTERS[unit]
        if count.vague is not None and count.vague != "couple":
            text = f"X{designator[1]}"
        else:
            text = _counted(count.low if count.vague is None else Fraction(2), unit)
        if designator[0]:
            clock += text
        elif "T" in text:
            days, clock = days + text.split("T")[0], text.split("T")[1]
        else:
            days += text
    return f"P{days}T{clock}" if clock else f"P{days}"


def _counted(count: Fraction, unit: Granularity) -> str:
    if unit in IN_YEARS and count != 1:
        return _counted(count * IN_YEARS[unit], Granularity.YEAR)
    if count.denominator == 1:
        return f"{count.numerator}{LETTERS[unit][1]}"
    whole, rest = divmod(count, 1)
    if unit in SMALLER and (rest * SMALLER[unit][0]).denominator == 1:
        smaller = SMALLER[unit][1]
        tail = f"{int(rest * SMALLER[unit][0])}{LETTERS[smaller][1]}"
        gap = "T" if unit is Granularity.DAY else ""
        return (f"{whole}{LETTERS[unit][1]}" if whole else "") + gap + tail
    return f"{float(count):g}{LETTERS[unit][1]}"
