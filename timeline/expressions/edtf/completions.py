"""Which days a date with unspecified digits can be: the first, the last, and all of them in order.

A completion puts a digit for every X so that the date exists. Nothing is listed to find the first and the last.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from timeline.expressions.edtf.components import Component
from timeline.times.calendar import MONTH_LENGTHS, day_number, days_in_month, is_leap_year

__all__ = ["completions", "day_span", "pages", "significant_years"]

MonthDay = tuple[int, int]
Pages = tuple[tuple[MonthDay, MonthDay], ...]


def day_span(year: Component, month: Component | None, day: Component | None) -> tuple[int, int] | None:
    """Return the numbers of the first and last day that a date can reach, or None where no such date exists.

    >>> day_span(Component("19XX"), Component("02"), Component("30")) is None
    True
    """
    if year.width < 4:
        return None
    if month is None:
        return (day_number(year.low, 1, 1), day_number(year.high, 12, 31)) if day is None else None
    number, month_number = year.value, month.value
    if number is None or month_number is None or (day is not None and day.value is None):
        return _masked_span(year, month, day)
    if not 1 <= month_number <= 12 or month.width != 2:
        return None
    if day is None or day.value is None:
        first = day_number(number, month_number, 1)
        return first, first + days_in_month(number, month_number) - 1
    if not 1 <= day.value <= days_in_month(number, month_number) or day.width != 2:
        return None
    first = day_number(number, month_number, day.value)
    return first, first


def _masked_span(year: Component, month: Component, day: Component | None) -> tuple[int, int] | None:
    if month.width != 2 or (day is not None and day.width != 2):
        return None
    digits = (month.text, None if day is None else day.text)
    early = _nearest(year, digits, year.low, latest=False)
    late = early if year.value is not None else _nearest(year, digits, year.high, latest=True)
    if early is None or late is None:
        return None
    return day_number(early[0], *early[1][0][0]), day_number(late[0], *late[1][-1][1])


def _nearest(
    year: Component, digits: tuple[str, str | None], number: int, *, latest: bool
) -> tuple[int, Pages] | None:
    """Return the year that is nearest to one end and has such days, and these days."""
    found = pages(*digits, leap=is_leap_year(number))
    if found:
        return number, found
    # Only 29 February, in a common year: look on for the leap year that is nearest to this end.
    found = pages(*digits, leap=True)
    leap = next(filter(is_leap_year, year.numbers(latest_first=latest)), None) if found else None
    return None if leap is None else (leap, found)


@functools.cache
def pages(month: str, day: str | None, *, leap: bool) -> Pages:
    """Return the first and last day of each month or day of a year that fits, in order.

    >>> pages("1X", None, leap=False)[0]
    ((10, 1), (10, 31))
    """
    found = []
    for number in _matching(month, 12):
        length = 29 if leap and number == 2 else MONTH_LENGTHS[number - 1]
        if day is None:
            found.append(((number, 1), (number, length)))
        else:
            found.extend(((number, chosen), (number, chosen)) for chosen in _matching(day, length))
    return tuple(found)


def _matching(mask: str, greatest: int) -> list[int]:
    texts = ((number, f"{number:02d}") for number in range(1, greatest + 1))
    return [number for number, text in texts if all(x in ("X", y) for x, y in zip(mask, text, strict=True))]


def completions(year: Component, month: Component | None, day: Component | None) -> Iterator[tuple[int, int]]:
    """Return, lazily and in order, the first and last day number of every date that the digits allow.

    >>> len(list(completions(Component("2004"), Component("XX"), Component("31"))))
    7
    """
    for number in year.numbers():
        if month is None:
            yield day_number(number, 1, 1), day_number(number, 12, 31)
            continue
        fitting = pages(month.text, None if day is None else day.text, leap=is_leap_year(number))
        for first, last in fitting:
            yield day_number(number, *first), day_number(number, *last)


def significant_years(year: int, digits: int) -> tuple[int, int]:
    """Return the first and last year that share the first significant digits of a year.

    >>> significant_years(1950, 2), significant_years(-1234, 2)
    ((1900, 1999), (-1299, -1200))
    """
    unit = 10 ** max(0, len(str(abs(year))) - digits)
    least = abs(year) // unit * unit
    return (least, least + unit - 1) if year >= 0 else (1 - least - unit, -least)
