"""Wikidata's time values as expressions: the precision decides how much is said, the calendar model in which calendar.

Years before 1 have no year 0 in Wikidata's JSON (-44 is 44 BCE), and a date is told in the calendar of its model. Sources: the
Wikibase JSON data model, "time"; Wikidata, "Help:Dates".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.errors import RangeError, shorten

__all__ = ["time_words", "window_words"]

TIME = re.compile(r"([+-])([0-9]{1,16})-([0-9]{2})-([0-9]{2})T[0-9:]{8}Z", re.ASCII)
JULIAN = "Q1985786"
CALENDARS = {"Q1985727": "", JULIAN: " (julian)"}
DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM = 11, 10, 9, 8, 7, 6
FIGURES = 4


def time_words(value: Mapping[str, Any], *, about: bool = False) -> str:
    """Return the expression for a time value, marked as approximate where it is said to be about then.

    >>> model = "http://www.wikidata.org/entity/Q1985727"
    >>> time_words({"time": "+2025-08-00T00:00:00Z", "precision": 10, "calendarmodel": model})
    '2025-08'
    >>> time_words({"time": "-0044-03-15T00:00:00Z", "precision": 11, "calendarmodel": model.replace("727", "786")})
    '-0043-03-15 (julian)'
    """
    found = TIME.fullmatch(str(value.get("time")))
    precision = value.get("precision")
    if found is None or not isinstance(precision, int):
        raise RangeError(f"no time of Wikidata: {shorten(value.get('time'))}")
    model = str(value.get("calendarmodel", "")).rpartition("/")[2]
    if model not in CALENDARS:
        raise RangeError(f"no calendar model that we know: {shorten(model)}")
    number = int(found[1] + found[2])
    year = number + (number < 0)
    if precision > DAY:
        raise RangeError(f"Wikidata has no times of day, but the precision is {precision}")
    if precision < YEAR:
        return _long(number, precision)
    parts = [_year(year), found[3], found[4]][: precision - YEAR + 1]
    if "00" in parts[1:]:
        raise RangeError(f"the precision promises more than {found[0]} has")
    return f"{'-'.join(parts)}{'~' * (about and not CALENDARS[model])}{CALENDARS[model]}"


def _year(year: int) -> str:
    digits = f"{abs(year):0{FIGURES}d}"
    return f"{'Y' * (len(digits) > FIGURES)}{'-' * (year < 0)}{digits}"


def _long(number: int, precision: int) -> str:
    """Return a decade, a century, a millennium, or the years around a number that is rounded to more than that.

    Wikidata counts them away from the year 1 on either side: the 1890s, the 40s BCE, the 2nd century BCE.
    """
    unit, counted = 10 ** (YEAR - precision), abs(number)
    if precision == DECADE:
        near, far = max(counted // unit * unit, 1), counted // unit * unit + unit - 1
    elif precision >= MILLENNIUM:
        far = -(-counted // unit) * unit
        near = far - unit + 1
    else:
        near, far = max(counted - unit, 1), counted + unit
    return f"[{_year(near)}..{_year(far)}]" if number > 0 else f"[{_year(1 - far)}..{_year(1 - near)}]"


def window_words(earliest: str | None, latest: str | None) -> str:
    """Return the expression for some time between two dates, or on one side of one.

    >>> window_words("2025-08-01", None)
    '[2025-08-01..]'
    """
    return f"[{earliest or ''}..{latest or ''}]"
