"""Days with names, and the rule by which each falls in a year.

A rule is a fixed date, a weekday of a month, a weekday before a date, or days from Easter; what follows the moon is in
`moons`, what has the same date everywhere and for ever in `observances`, and the names that people use in `feast_names`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from timeline.expressions.english.feast_names import OTHER_NAMES
from timeline.expressions.english.julian import FIRST_GREGORIAN, julian_number
from timeline.expressions.english.lexicon import WEEKDAYS
from timeline.expressions.english.moons import LUNAR_FEASTS, Rule, hijri_day, lunar_day
from timeline.expressions.english.observances import OBSERVANCES
from timeline.times.calendar import date_from_day_number, day_number, days_in_month

__all__ = [
    "FEASTS",
    "FEAST_WORDS",
    "LONGEST_NAME",
    "easter",
    "feast_day",
    "feast_span",
    "hijri_span",
    "orthodox_easter",
]

FEASTS: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        **{name: ("fixed", date) for name, date in OBSERVANCES.items()},
        **LUNAR_FEASTS,
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
        "boss's day": ("workday", (10, 16)),
        "king's day": ("not sunday", (4, 27)),
        "victoria day": ("before", (5, 25, 1, 1)),
        "first sunday of advent": ("before", (12, 25, 7, 4)),
        "second sunday of advent": ("before", (12, 25, 7, 3)),
        "third sunday of advent": ("before", (12, 25, 7, 2)),
        "fourth sunday of advent": ("before", (12, 25, 7, 1)),
        "advent": ("before", (12, 25, 7, 4)),
        "arbor day": ("weekday", (4, 5, -1)),
        "national day of prayer": ("weekday", (5, 4, 1)),
        "armed forces day": ("weekday", (5, 6, 3)),
        "early may bank holiday": ("weekday", (5, 1, 1)),
        "spring bank holiday": ("weekday", (5, 1, -1)),
        "summer bank holiday": ("weekday", (8, 1, -1)),
        "grandparents day": ("weekday", (9, 1, 1, 6)),
        "canadian thanksgiving": ("weekday", (10, 1, 2)),
        "remembrance sunday": ("weekday", (11, 7, 2)),
        "small business saturday": ("weekday", (11, 4, 4, 2)),
        "giving tuesday": ("weekday", (11, 4, 4, 5)),
        "thanksgiving eve": ("weekday", (11, 4, 4, -1)),
        "twelfth night": ("fixed", (1, 5)),
        "kwanzaa": ("fixed", (12, 26)),
        "shrove monday": ("easter", (-48,)),
        "lent": ("easter", (-46,)),
        "mothering sunday": ("easter", (-21,)),
        "holy week": ("easter", (-7,)),
        "low sunday": ("easter", (7,)),
        "whit tuesday": ("easter", (51,)),
        "clean monday": ("orthodox", (-48,)),
        "great lent": ("orthodox", (-48,)),
        "lazarus saturday": ("orthodox", (-8,)),
        "orthodox palm sunday": ("orthodox", (-7,)),
        "orthodox holy saturday": ("orthodox", (-1,)),
        "orthodox easter monday": ("orthodox", (1,)),
        "orthodox ascension day": ("orthodox", (39,)),
        "orthodox pentecost": ("orthodox", (49,)),
        "orthodox christmas": ("fixed", (1, 7)),
        "orthodox good friday": ("orthodox", (-2,)),
        "orthodox easter": ("orthodox", (0,)),
    }
)
"""Fixed rules hold month and day; weekday rules month, weekday, which one of the month, and days added to it; rules
before a date month, day, weekday, and how many of those weekdays back."""

EVES: Final = frozenset(name for name, (kind, _) in FEASTS.items() if kind == "hebrew")
"""Feasts that begin at nightfall on the day before."""

LENGTHS: Final = MappingProxyType(
    {
        "rosh hashanah": 2,
        "sukkot": 7,
        "hanukkah": 8,
        "passover": 8,
        "shavuot": 2,
        "navaratri": 9,
        "holy week": 7,
        "kwanzaa": 7,
    }
)
"""How many days a feast has, where it is not one."""

UP_TO: Final = MappingProxyType(
    {"ramadan": "eid al-fitr", "lent": "easter", "great lent": "orthodox easter", "advent": "christmas"}
)
"""Times that last until a feast begins."""


def _spelled(name: str) -> tuple[str, ...]:
    """Return a name as the scanner cuts it into words."""
    for sign in "'.-":
        name = name.replace(sign, f" {sign} ")
    return tuple(name.split())


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name as people also type it: without its apostrophe or hyphen, and with the saint in full."""
    plain = name.replace("'", "")
    forms = [name, plain, name.replace("-", " "), plain.replace("-", " "), plain.replace("-", "")]
    last = name.rsplit(maxsplit=1)[-1]
    if last.endswith("day") and last in WEEKDAYS:
        forms += [f"{form.removesuffix(last)}{last[:3]}" for form in (name, plain)]
    if name.startswith("st "):
        forms += [f"{saint}{form[2:]}" for saint in ("saint", "st.") for form in (name, plain)]
    return tuple(dict.fromkeys(forms))


FEAST_WORDS: Final = MappingProxyType(
    {
        _spelled(name): feast
        for feast in FEASTS
        for known in (feast, *OTHER_NAMES.get(feast, ()))
        for name in _spellings(known)
    }
)
"""Every name, as words, and the feast that it means."""

LONGEST_NAME: Final = max(len(words) for words in FEAST_WORDS)


def easter(year: int) -> int:
    """Return the day number of the Western Easter of a year (Meeus, Jones and Butcher's rule).

    Before 1583 it is that of the Julian calendar, named as people named it then: like every date of that time it is not converted.

    >>> print(date_from_day_number(easter(2024)), date_from_day_number(easter(1131)))
    2024-03-31 1131-04-19
    """
    if year < FIRST_GREGORIAN:
        return day_number(year, *_julian_easter(year))
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
    return julian_number(year, *_julian_easter(year))


def _julian_easter(year: int) -> tuple[int, int]:
    """Return the month and the day of Easter in the Julian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return month, day + 1


def feast_day(name: str, year: int) -> int | None:
    """Return the day number on which a feast falls in a year, or begins; None where no table knows it.

    >>> print(date_from_day_number(feast_day("thanksgiving", 1999)))
    1999-11-25
    """
    kind, rule = FEASTS[name]
    if kind in {"hebrew", "islamic", "kept"}:
        return lunar_day(kind, rule, year)
    return RULES[kind](year, *rule)


def feast_span(name: str, year: int) -> tuple[int, int, int] | None:
    """Return the day on which a feast may be said to begin, its first whole day, and the day after it.

    >>> feast_span("yom kippur", 2024) == (20007, 20008, 20009)
    True
    """
    first = feast_day(name, year)
    if first is None:
        return None
    if name in UP_TO:
        after = feast_day(UP_TO[name], year)
        return None if after is None or after <= first else (first, first, after)
    return first - (name in EVES), first, first + LENGTHS.get(name, 1)


def hijri_span(name: str, year: int) -> tuple[int, int, int] | None:
    """Return the days of an Islamic feast in a year of that calendar, as `feast_span`; None where it is none, or the table ends.

    >>> print(date_from_day_number(hijri_span("eid al-fitr", 1445)[0]))
    2024-04-10
    """
    kind, rule = FEASTS[name]
    first = hijri_day(rule, year) if kind == "islamic" else None
    if first is None:
        return None
    after = hijri_day(FEASTS[UP_TO[name]][1], year) if name in UP_TO else first + LENGTHS.get(name, 1)
    return None if after is None else (first, first, after)


def _before(year: int, month: int, day: int, weekday: int, count: int) -> int:
    """Return a weekday before a date, counted back from it."""
    last = day_number(year, month, day) - 1
    return last - (date_from_day_number(last).weekday - weekday) % 7 - 7 * (count - 1)


def _workday(year: int, month: int, day: int) -> int:
    """Return a date, or the working day nearest to it."""
    date = day_number(year, month, day)
    return date + {6: -1, 7: 1}.get(date_from_day_number(date).weekday, 0)


def _not_sunday(year: int, month: int, day: int) -> int:
    """Return a date, or the day before where it is a Sunday."""
    date = day_number(year, month, day)
    return date - (date_from_day_number(date).weekday == 7)


def _weekday(year: int, month: int, weekday: int, which: int, shift: int = 0) -> int:
    return _weekday_of_month(year, month, weekday, which) + shift


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> int:
    if which < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (date_from_day_number(last).weekday - weekday) % 7
    first = day_number(year, month, 1)
    return first + (weekday - date_from_day_number(first).weekday) % 7 + 7 * (which - 1)


RULES: Final[Mapping[str, Callable[..., int]]] = MappingProxyType(
    {
        "fixed": day_number,
        "easter": lambda year, after: easter(year) + after,
        "orthodox": lambda year, after: orthodox_easter(year) + after,
        "weekday": _weekday,
        "before": _before,
        "workday": _workday,
        "not sunday": _not_sunday,
    }
)
