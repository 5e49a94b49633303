"""Feasts that follow the moon: Jewish ones by rule, Islamic, Chinese, Buddhist, Hindu and Sikh ones by others' tables.

A day of the Hebrew calendar is computed. Umm al-Qura, the civil calendar of Saudi Arabia, comes from `hijridate`;
outside its years (1343 to 1500 AH) there is none. What India, Singapore and their neighbours keep comes from `holidays`,
for the years that it knows. Both are loaded only when such a feast is spoken of.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from timeline.expressions.edtf.reckoning import hebrew_months, hebrew_new_year
from timeline.times.calendar import date_from_day_number, day_number

__all__ = ["LUNAR_FEASTS", "hijri_day", "lunar_day"]

Rule = tuple[str, tuple[int, ...] | tuple[str, ...]]

HEBREW_YEARS_AHEAD = 3760
TISHRI, HESHVAN, KISLEV, TEVET, SHEVAT, ADAR, NISAN, IYAR, SIVAN, TAMMUZ, AV = (
    7,
    8,
    9,
    10,
    11,
    12,
    1,
    2,
    3,
    4,
    5,
)
FIRST_HIJRI, LAST_HIJRI = 1343, 1500
DAYS_OF_A_HIJRI_YEAR = 354.367
HIJRI_EPOCH_YEAR = 622
CATEGORIES = ("public", "government", "optional")

JEWISH: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "rosh hashanah": (TISHRI, 1),
        "fast of gedaliah": (TISHRI, 3),
        "yom kippur": (TISHRI, 10),
        "sukkot": (TISHRI, 15),
        "hoshana rabbah": (TISHRI, 21),
        "shemini atzeret": (TISHRI, 22),
        "simchat torah": (TISHRI, 23),
        "hanukkah": (KISLEV, 25),
        "tu bishvat": (SHEVAT, 15),
        "purim": (ADAR, 14),
        "shushan purim": (ADAR, 15),
        "passover": (NISAN, 15),
        "yom hashoah": (NISAN, 27),
        "yom hazikaron": (IYAR, 4),
        "yom haatzmaut": (IYAR, 5),
        "lag baomer": (IYAR, 18),
        "yom yerushalayim": (IYAR, 28),
        "shavuot": (SIVAN, 6),
        "tisha b'av": (AV, 9),
        "tu b'av": (AV, 15),
    }
)
ISLAMIC: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "islamic new year": (1, 1),
        "ashura": (1, 10),
        "arbaeen": (2, 20),
        "mawlid": (3, 12),
        "isra and mi'raj": (7, 27),
        "mid-sha'ban": (8, 15),
        "ramadan": (9, 1),
        "laylat al-qadr": (9, 27),
        "eid al-fitr": (10, 1),
        "day of arafah": (12, 9),
        "eid al-adha": (12, 10),
    }
)
KEPT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "chinese new year": ("SG", "", "Chinese New Year"),
        "vesak": ("SG", "", "Vesak Day"),
        "qingming": ("HK", "", "Tomb-Sweeping Day"),
        "dragon boat festival": ("HK", "", "Dragon Boat Festival"),
        "double ninth festival": ("HK", "", "Double Ninth Festival"),
        "korean new year": ("KR", "", "Korean New Year"),
        "chuseok": ("KR", "", "Chuseok"),
        "diwali": ("IN", "", "Diwali"),
        "naraka chaturdashi": ("IN", "", "Diwali", "-1"),
        "dhanteras": ("IN", "", "Diwali", "-2"),
        "govardhan puja": ("IN", "", "Diwali", "1"),
        "bhai dooj": ("IN", "", "Diwali", "2"),
        "holi": ("IN", "", "Holi"),
        "holika dahan": ("IN", "", "Holi", "-1"),
        "dussehra": ("IN", "", "Dussehra"),
        "navaratri": ("IN", "RJ", "Sharad Navratri"),
        "durga ashtami": ("IN", "", "Dussehra", "-2"),
        "maha navami": ("IN", "", "Dussehra", "-1"),
        "janmashtami": ("IN", "", "Janmashtami (Vaishnava)"),
        "maha shivaratri": ("IN", "", "Maha Shivaratri"),
        "rama navami": ("IN", "", "Ram Navami"),
        "makar sankranti": ("IN", "", "Makar Sankranti"),
        "bhogi": ("IN", "", "Pongal", "-1"),
        "pongal": ("IN", "", "Pongal"),
        "mattu pongal": ("IN", "", "Pongal", "1"),
        "kaanum pongal": ("IN", "", "Pongal", "2"),
        "lohri": ("IN", "PB", "Lohri"),
        "onam": ("IN", "", "Onam"),
        "ugadi": ("IN", "", "Ugadi"),
        "gudi padwa": ("IN", "", "Gudi Padwa"),
        "vishu": ("IN", "", "Vishu"),
        "tamil new year": ("IN", "TN", "Tamil New Year"),
        "bengali new year": ("IN", "WB", "Bengali New Year"),
        "vaisakhi": ("IN", "", "Vaisakhi"),
        "basant panchami": ("IN", "", "Basant Panchami / Shri Panchami"),
        "raksha bandhan": ("IN", "", "Raksha Bandhan"),
        "ganesh chaturthi": ("IN", "", "Ganesh Chaturthi / Vinayak Chaturthi"),
        "chhath puja": ("IN", "", "Pratihar Shashthi or Surya Shashthi (Chhath Puja)"),
        "rath yatra": ("IN", "", "Rath Yatra"),
        "hanuman jayanti": ("IN", "GJ", "Hanuman's Birthday"),
        "mahavir jayanti": ("IN", "", "Mahavira's Birthday"),
        "guru nanak jayanti": ("IN", "", "Guru Nanak's Birthday"),
        "guru gobind singh jayanti": ("IN", "", "Guru Gobind Singh's Birthday"),
        "guru ravidas jayanti": ("IN", "", "Guru Ravi Das's Birthday"),
        "valmiki jayanti": ("IN", "", "Maharishi Valmiki's Birthday"),
        "rabindra jayanti": ("IN", "", "Guru Rabindranath's Birthday"),
        "karva chauth": ("IN", "", "Karaka Chaturthi (Karwa Chouth)"),
        "guru purnima": ("IN", "MP", "Guru Purnima"),
        "mahalaya": ("IN", "WB", "Mahalaya"),
        "kali puja": ("IN", "WB", "Kali Puja"),
        "parsi new year": ("IN", "", "Parsi New Year"),
        "jumu'atul-wida": ("IN", "", "Jumu'atul-Wida"),
        "akshaya tritiya": ("IN", "MP", "Akshay Tritiya"),
        "thaipusam": ("MU", "", "Thaipusam"),
    }
)
"""A country, a part of it, the name of the day there, and how many days after that day the feast is."""

LUNAR_FEASTS: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        **{name: ("hebrew", rule) for name, rule in JEWISH.items()},
        **{name: ("islamic", rule) for name, rule in ISLAMIC.items()},
        **{name: ("kept", rule) for name, rule in KEPT.items()},
    }
)


def lunar_day(kind: str, rule: tuple[int, ...] | tuple[str, ...], year: int) -> int | None:
    """Return the day number of the first such feast in a Gregorian year, None where nobody's table reaches.

    >>> print(date_from_day_number(lunar_day("hebrew", (7, 10), 2024)))
    2024-10-12
    """
    return FINDERS[kind](rule, year)


def _hebrew(rule: tuple[int, int], year: int) -> int | None:
    """Return a day of the Hebrew calendar; Adar is the second one of a leap year, and days of mourning keep off the sabbath."""
    for number in (year + HEBREW_YEARS_AHEAD, year + HEBREW_YEARS_AHEAD + 1):
        months = hebrew_months(number)
        month = 13 if rule[0] == ADAR and len(months) == 13 else rule[0]
        day = hebrew_new_year(number)
        for name, length in months:
            if name == month:
                break
            day += length
        day = _put_off(rule, day + rule[1] - 1)
        if date_from_day_number(day).year == year:
            return day
    return None


def _put_off(rule: tuple[int, int], day: int) -> int:
    """Move a day that may not touch a sabbath: fasts to Sunday, Israel's remembrance and independence away from it."""
    weekday = date_from_day_number(day).weekday
    if rule in {(AV, 9), (TISHRI, 3)} and weekday == 6:
        return day + 1
    if rule == (NISAN, 27):
        return day + {5: -1, 7: 1}.get(weekday, 0)
    if rule == (IYAR, 4):
        return day + {4: -1, 5: -2, 7: 1}.get(weekday, 0)
    if rule == (IYAR, 5):
        return day + {5: -1, 6: -2, 1: 1}.get(weekday, 0)
    return day


def _islamic(rule: tuple[int, int], year: int) -> int | None:
    first = int((year - HIJRI_EPOCH_YEAR) * 365.2425 / DAYS_OF_A_HIJRI_YEAR)
    for number in range(first, first + 3):
        day = hijri_day(rule, number)
        if day is not None and date_from_day_number(day).year == year:
            return day
    return None


def hijri_day(rule: tuple[int, ...] | tuple[str, ...], year: int) -> int | None:
    """Return the day number of a month and day of an Islamic year, None outside the table.

    >>> print(date_from_day_number(hijri_day((9, 1), 1445)))
    2024-03-11
    """
    if not FIRST_HIJRI <= year <= LAST_HIJRI:
        return None
    from hijridate import Hijri  # noqa: PLC0415  # tables that only these feasts need

    month, day = map(int, rule)
    date = Hijri(year, month, day).to_gregorian()
    return day_number(date.year, date.month, date.day)


def _kept(rule: tuple[str, ...], year: int) -> int | None:
    country, part, name, *after = rule
    first = _days_kept(country, part, year).get(name)
    return None if first is None else first + int(after[0] if after else 0)


@cache
def _days_kept(country: str, part: str, year: int) -> Mapping[str, int]:
    """Return the first day of each name that a country keeps in a year."""
    from holidays import country_holidays  # noqa: PLC0415  # tables that only these feasts need

    found: dict[str, int] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns outside its years, where its answer is empty
        categories = CATEGORIES if country == "IN" else ("public",)
        kept = country_holidays(
            country, subdiv=part or None, years=year, language="en_US", categories=categories, observed=False
        )
    for date, names in sorted(kept.items()):
        for name in names.split("; "):
            found.setdefault(name.removesuffix(" (estimated)"), day_number(date.year, date.month, date.day))
    return found


FINDERS: Mapping[str, Callable[..., int | None]] = {"hebrew": _hebrew, "islamic": _islamic, "kept": _kept}
