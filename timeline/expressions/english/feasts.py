"""Days with names, and the rule by which each falls in a year.

A rule is a fixed date, a weekday of a month, or days from Easter. Days that follow the moon or another calendar have
no rule here: they need tables that others keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from timeline.times.calendar import date_from_day_number, day_number, days_in_month

__all__ = ["FEASTS", "FEAST_WORDS", "LONGEST_NAME", "easter", "feast_day", "orthodox_easter"]

FEASTS: Final[Mapping[str, tuple[str, tuple[int, ...]]]] = MappingProxyType(
    {
        "new year's day": ("fixed", (1, 1)),
        "epiphany": ("fixed", (1, 6)),
        "martin luther king day": ("weekday", (1, 1, 3)),
        "groundhog day": ("fixed", (2, 2)),
        "valentine's day": ("fixed", (2, 14)),
        "presidents' day": ("weekday", (2, 1, 3)),
        "st patrick's day": ("fixed", (3, 17)),
        "april fools' day": ("fixed", (4, 1)),
        "earth day": ("fixed", (4, 22)),
        "may day": ("fixed", (5, 1)),
        "mother's day": ("weekday", (5, 7, 2)),
        "memorial day": ("weekday", (5, 1, -1)),
        "flag day": ("fixed", (6, 14)),
        "father's day": ("weekday", (6, 7, 3)),
        "juneteenth": ("fixed", (6, 19)),
        "canada day": ("fixed", (7, 1)),
        "independence day": ("fixed", (7, 4)),
        "bastille day": ("fixed", (7, 14)),
        "assumption day": ("fixed", (8, 15)),
        "labor day": ("weekday", (9, 1, 1)),
        "columbus day": ("weekday", (10, 1, 2)),
        "boss's day": ("fixed", (10, 16)),
        "halloween": ("fixed", (10, 31)),
        "all saints' day": ("fixed", (11, 1)),
        "all souls' day": ("fixed", (11, 2)),
        "guy fawkes night": ("fixed", (11, 5)),
        "veterans day": ("fixed", (11, 11)),
        "armistice day": ("fixed", (11, 11)),
        "thanksgiving": ("weekday", (11, 4, 4)),
        "black friday": ("weekday", (11, 4, 4, 1)),
        "cyber monday": ("weekday", (11, 4, 4, 4)),
        "election day": ("weekday", (11, 1, 1, 1)),
        "st nicholas' day": ("fixed", (12, 6)),
        "christmas eve": ("fixed", (12, 24)),
        "christmas": ("fixed", (12, 25)),
        "boxing day": ("fixed", (12, 26)),
        "new year's eve": ("fixed", (12, 31)),
        "mardi gras": ("easter", (-47,)),
        "ash wednesday": ("easter", (-46,)),
        "palm sunday": ("easter", (-7,)),
        "maundy thursday": ("easter", (-3,)),
        "good friday": ("easter", (-2,)),
        "holy saturday": ("easter", (-1,)),
        "easter": ("easter", (0,)),
        "easter monday": ("easter", (1,)),
        "ascension day": ("easter", (39,)),
        "pentecost": ("easter", (49,)),
        "whit monday": ("easter", (50,)),
        "trinity sunday": ("easter", (56,)),
        "corpus christi": ("easter", (60,)),
        "orthodox christmas": ("fixed", (1, 7)),
        "orthodox good friday": ("orthodox", (-2,)),
        "orthodox easter": ("orthodox", (0,)),
    }
)
"""Fixed rules hold month and day; weekday rules month, weekday, which one of the month, and days added to it."""

OTHER_NAMES: Final = MappingProxyType(
    {
        "christmas": ("christmas day", "xmas", "xmas day", "x-mas"),
        "christmas eve": ("xmas eve",),
        "new year's day": ("new year", "new years", "new years day", "new year's", "new year day"),
        "new year's eve": ("new years eve", "new year eve", "nye"),
        "valentine's day": (
            "valentines day",
            "valentine day",
            "saint valentine's day",
            "st. valentine's day",
        ),
        "martin luther king day": ("martin luther king jr. day", "martin luther king's day", "mlk day"),
        "presidents' day": ("presidents day", "president's day", "washington's birthday"),
        "st patrick's day": (
            "st. patrick's day",
            "saint patrick's day",
            "st patricks day",
            "st. paddy's day",
        ),
        "april fools' day": ("april fools day", "april fool's day", "april fools"),
        "mother's day": ("mothers day", "mothers' day"),
        "father's day": ("fathers day", "fathers' day"),
        "labor day": ("labour day",),
        "boss's day": ("boss day", "bosses day"),
        "thanksgiving": ("thanksgiving day", "turkey day"),
        "halloween": ("hallowe'en", "halloween day"),
        "all saints' day": ("all saints day", "all saint's day"),
        "all souls' day": ("all souls day",),
        "veterans day": ("veterans' day", "veteran's day"),
        "armistice day": ("remembrance day",),
        "independence day": ("fourth of july", "4th of july", "july fourth"),
        "easter": ("easter day", "easter sunday"),
        "mardi gras": ("shrove tuesday", "pancake day"),
        "maundy thursday": ("holy thursday",),
        "good friday": ("great friday",),
        "orthodox good friday": ("orthodox great friday",),
        "orthodox easter": ("orthodox easter sunday",),
        "pentecost": ("whit sunday", "whitsun", "pentecost sunday"),
        "ascension day": ("ascension thursday",),
        "st nicholas' day": ("st. nicholas day", "st nicholas day", "saint nicholas day"),
    }
)


def _spelled(name: str) -> tuple[str, ...]:
    """Return a name as the scanner cuts it into words."""
    for sign in "'.-":
        name = name.replace(sign, f" {sign} ")
    return tuple(name.split())


FEAST_WORDS: Final = MappingProxyType(
    {
        _spelled(name): feast
        for feast in FEASTS
        for name in (feast, *OTHER_NAMES.get(feast, ()))
        if not name.startswith(("july", "4th", "fourth"))
    }
)
"""Every name, as words, and the feast that it means."""

LONGEST_NAME: Final = max(len(words) for words in FEAST_WORDS)


def easter(year: int) -> int:
    """Return the day number of the Western Easter of a year (Meeus, Jones and Butcher's rule).

    >>> print(date_from_day_number(easter(2024)))
    2024-03-31
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Return the day number of the Eastern Easter of a year: Meeus's rule for the Julian calendar.

    >>> print(date_from_day_number(orthodox_easter(2024)))
    2024-05-05
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return day_number(year, month, day + 1) + behind


def feast_day(name: str, year: int) -> int:
    """Return the day number on which a feast falls in a year.

    >>> print(date_from_day_number(feast_day("thanksgiving", 1999)))
    1999-11-25
    """
    kind, numbers = FEASTS[name]
    if kind == "fixed":
        return day_number(year, *numbers)
    if kind == "easter":
        return easter(year) + numbers[0]
    if kind == "orthodox":
        return orthodox_easter(year) + numbers[0]
    month, weekday, which, *shift = numbers
    return _weekday_of_month(year, month, weekday, which) + sum(shift)


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> int:
    if which < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (date_from_day_number(last).weekday - weekday) % 7
    first = day_number(year, month, 1)
    return first + (weekday - date_from_day_number(first).weekday) % 7 + 7 * (which - 1)
