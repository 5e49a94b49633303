"""EDTF in English: words for the parts of a date, and how they are put together."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.expressions.edtf.completions import pages, significant_years
from timeline.expressions.edtf.components import Component, Qualification

__all__ = ["join", "ordinal", "say_date", "say_qualified", "say_year"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
NORTH, SOUTH = " (northern hemisphere)", " (southern hemisphere)"
ORDINALS = ("first", "second", "third", "fourth")
GROUPINGS = (
    *((season, "") for season in SEASONS),
    *((season, NORTH) for season in SEASONS),
    *((season, SOUTH) for season in SEASONS),
    *((f"the {place} quarter of", "") for place in ORDINALS),
    *((f"the {place} four months of", "") for place in ("first", "middle", "last")),
    *((f"the {place} half of", "") for place in ORDINALS[:2]),
)
"""What is said before and after the year, for the codes from 21 on."""

DEGREES = {
    Qualification.NONE: ("", ""),
    Qualification.UNCERTAIN: ("perhaps ", "uncertain"),
    Qualification.APPROXIMATE: ("around ", "approximate"),
    Qualification.BOTH: ("perhaps around ", "uncertain and approximate"),
}


def join(items: list[str], last: str) -> str:
    """Return items as a list in a sentence.

    >>> join(["1667", "1668", "1670"], "or")
    '1667, 1668 or 1670'
    """
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def ordinal(number: int) -> str:
    """Return a day of the month as it is said.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def say_year(number: int) -> str:
    """Return a year with its era where one needs it; year 0 is 1 BCE.

    >>> say_year(1984), say_year(409), say_year(0), say_year(170_000_002)
    ('1984', '409 CE', '1 BCE', 'the year 170,000,002')
    """
    if number <= 0:
        return f"{1 - number} BCE" if number > -9999 else f"{1 - number:,} BCE"
    if number > 9999:
        return f"the year {number:,}"
    return f"{number}" if number >= 1000 else f"{number} CE"


def say_date(
    year: Component,
    month: Component | None,
    day: Component | None,
    season: Component | None,
    significant_digits: int | None,
) -> str:
    """Return a date in English, without its qualification.

    >>> say_date(Component("156X"), Component("12"), Component("25"), None, None)
    '25 December of some year in the 1560s'
    """
    if significant_digits is not None:
        return _significant(year.low, significant_digits)
    if season is not None:
        before, after = GROUPINGS[season.low - 21]
        link = "" if year.is_specified or before.endswith(" of") else " of"
        return f"{before}{link} {_year(year)}{after}"
    if month is None:
        return _year(year)
    if day is None:
        return _month(month, year)
    return _day(day, month, year)


def _significant(year: int, digits: int) -> str:
    low, high = significant_years(year, digits)
    return f"some year {_from_to(low, high)}, estimated at {say_year(year).removeprefix('the year ')}"


def _from_to(low: int, high: int) -> str:
    first, last = say_year(low).removeprefix("the year "), say_year(high).removeprefix("the year ")
    era = last[-4:]
    return f"from {first.removesuffix(era) if era == ' BCE' else first} to {last}"


def _year(year: Component) -> str:
    if year.value is not None:
        return say_year(year.value)
    digits = year.text.lstrip("-")
    known = digits.rstrip("X")
    if not known:
        return "some year BCE" if year.text.startswith("-") else "some year"
    if "X" in known:
        return f"some year that reads {year.text}"
    if len(known) == 3 and year.low >= 1000 and year.low % 100:
        return f"some year in the {year.low}s"
    return f"some year {_from_to(year.low, year.high)}"


def _in_year(year: Component) -> str:
    return f" {_year(year)}" if year.is_specified else f" of {_year(year)}"


def _month(month: Component, year: Component) -> str:
    if month.text == "XX":
        return f"some month in {_year(year)}"
    return _months(month) + _in_year(year)


def _months(month: Component) -> str:
    numbers = [first[0] for first, _ in pages(month.text, None, leap=True)]
    names = [MONTHS[number - 1] for number in numbers]
    return join(names, "or") if len(names) < 5 else f"some month from {names[0]} to {names[-1]}"


def _day(day: Component, month: Component, year: Component) -> str:
    if month.text == "XX":
        where = "" if day.text == "XX" else "some month in "
        whole = f"{where}{_year(year)}"
        return f"some day in {whole}" if day.text == "XX" else f"{_days_of_any(day, month)} of {whole}"
    whole = _months(month) + _in_year(year)
    if day.text == "XX":
        return f"some day in {whole}"
    if not month.is_specified:
        return f"{_days_of_any(day, month)} of {whole}"
    numbers = _numbers(day, month)
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"some day from {numbers[0]} to {numbers[-1]} {whole}"
    return f"{join([str(number) for number in numbers], 'or')} {whole}"


def _numbers(day: Component, month: Component) -> list[int]:
    return sorted({first[1] for first, _ in pages(month.text, day.text, leap=True)})


def _days_of_any(day: Component, month: Component) -> str:
    numbers = _numbers(day, month)
    return f"the {join([ordinal(number) for number in numbers], 'or')}"


def say_qualified(said: str, parts: Sequence[tuple[str, Component]]) -> str:
    """Return a date's words with what they say of its qualification: before all of it, or part by part behind.

    >>> say_qualified("1984", [("year", Component("1984", Qualification.APPROXIMATE))])
    'around 1984'
    """
    degrees = {name: part.qualification for name, part in parts}
    found = list(dict.fromkeys(degrees.values()))
    if len(found) == 1:
        return DEGREES[found[0]][0] + said
    notes = []
    for degree in found:
        names = [name for name, qualification in degrees.items() if qualification is degree]
        if degree is not Qualification.NONE:
            notes.append(f"{join(names, 'and')} {DEGREES[degree][1]}")
    return f"{said} ({', '.join(notes)})"
