"""The words of time, as data: every table that the grammar looks words up in, lower case, one sense each.

A word that is missing is added here and nowhere else. Words that need their neighbours to be times ("may",
"second", "fall", "sat") are listed as such, so that running text is not full of false alarms.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from timeline.times import Granularity

__all__ = [
    "CARDINALS",
    "DAY_NAMES",
    "DAY_PARTS",
    "DETERMINERS",
    "FREQUENCIES",
    "HINTED",
    "LONG_WORDS",
    "MONTHS",
    "ORDINALS",
    "PARTS",
    "PLACES",
    "POINTERS",
    "SCALES",
    "SEASONS",
    "UNITS",
    "VAGUE_COUNTS",
    "WEEKDAYS",
    "ZONES",
]

DAY, WEEK, MONTH, QUARTER, YEAR = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.QUARTER,
    Granularity.YEAR,
)
HOUR, MINUTE, SECOND = Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND


def _numbered(*groups: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups, first) for word in group.split()}


MONTHS: Final = MappingProxyType(
    _numbered(
        "january jan",
        "february feb febr",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    )
)
WEEKDAYS: Final = MappingProxyType(
    _numbered(
        "monday mon mondays",
        "tuesday tue tues tuesdays",
        "wednesday wed weds wednesdays",
        "thursday thu thur thurs thursdays",
        "friday fri fridays",
        "saturday sat saturdays",
        "sunday sun sundays",
    )
)
"""ISO 8601: Monday is 1."""

SEASONS: Final = MappingProxyType(
    _numbered("spring springtime", "summer summertime", "autumn fall autumntime", "winter wintertime")
)
"""In EDTF's order: its codes are 20 more."""

HINTED: Final = frozenset(
    {"may", "march", "mar", "mon", "sat", "sun", "wed", "fall", "spring", "second", "dec"}
)
"""Words that are times only beside other words of time, or where a preposition or a capital letter says so."""

UNITS: Final = MappingProxyType(
    {
        **dict.fromkeys(("second", "seconds", "sec", "secs"), (SECOND, 1)),
        **dict.fromkeys(("minute", "minutes", "min", "mins"), (MINUTE, 1)),
        **dict.fromkeys(("hour", "hours", "hr", "hrs"), (HOUR, 1)),
        **dict.fromkeys(("day", "days"), (DAY, 1)),
        **dict.fromkeys(("week", "weeks", "wk", "wks"), (WEEK, 1)),
        **dict.fromkeys(("fortnight", "fortnights"), (WEEK, 2)),
        **dict.fromkeys(("month", "months", "mth", "mths"), (MONTH, 1)),
        **dict.fromkeys(("quarter", "quarters", "qtr", "qtrs"), (QUARTER, 1)),
        **dict.fromkeys(("year", "years", "yr", "yrs"), (YEAR, 1)),
        **dict.fromkeys(("decade", "decades"), (Granularity.DECADE, 1)),
        **dict.fromkeys(("century", "centuries"), (Granularity.CENTURY, 1)),
        **dict.fromkeys(("millennium", "millennia", "millenniums"), (Granularity.MILLENNIUM, 1)),
    }
)
"""A word for a unit: the unit, and how many of it the word stands for."""

LONG_WORDS: Final = MappingProxyType(
    {f"{word}long": UNITS[word][0] for word in ("hour", "day", "week", "month", "year", "decade", "century")}
)
"""Words that say how long, of one unit: "a yearlong trial"."""

CARDINALS: Final = MappingProxyType(
    _numbered(
        *[
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        *["sixteen", "seventeen", "eighteen", "nineteen"],
        first=0,
    )
    | {
        word: 10 * number
        for word, number in _numbered(
            *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], first=2
        ).items()
    }
)
SCALES: Final = MappingProxyType({"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12})

ORDINALS: Final = MappingProxyType(
    _numbered(
        *[
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
        ],
        *["fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"],
    )
    | {"twentieth": 20, "thirtieth": 30, "last": -1, "final": -1}
)
"""Negative numbers count from the end."""

VAGUE_COUNTS: Final = MappingProxyType(
    {
        "several": "several",
        "few": "few",
        "couple": "couple",
        "many": "many",
        "some": "several",
        "numerous": "many",
        "various": "several",
        "dozens": "dozens",
        "scores": "dozens",
        "hundreds": "hundreds",
        "thousands": "thousands",
    }
)
"""A word for an unsaid number: the name of the convention that says how many."""

PARTS: Final = MappingProxyType(
    {
        "early": "early",
        "mid": "mid",
        "middle": "middle",
        "late": "late",
        "beginning": "beginning",
        "start": "beginning",
        "onset": "beginning",
        "outset": "beginning",
        "dawn": "beginning",
        "end": "end",
        "close": "end",
        "half": "half",
    }
)
"""A word for a part of a time: the name of the convention that says which part."""

POINTERS: Final = MappingProxyType(
    {
        "this": "this",
        "current": "this",
        "last": "last",
        "past": "past",
        "previous": "previous",
        "preceding": "previous",
        "prior": "previous",
        "latest": "latest",
        "next": "next",
        "coming": "coming",
        "upcoming": "coming",
        "forthcoming": "coming",
        "following": "following",
        "ensuing": "following",
        "subsequent": "following",
        "same": "same",
        "that": "same",
    }
)
"""Words that point from one time to another."""

DAY_NAMES: Final = MappingProxyType(
    {
        "today": 0,
        "tdy": 0,
        "2day": 0,
        "2nite": 0,
        "2night": 0,
        "2moro": 1,
        "2morrow": 1,
        "2mrw": 1,
        "2moz": 1,
        "tonight": 0,
        "tonite": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "tmr": 1,
        "tmrw": 1,
        "tomoz": 1,
        "tmw": 1,
        "tmrrw": 1,
        "trmw": 1,
        "tomo": 1,
        "tomoro": 1,
        "tomorro": 1,
        "tmro": 1,
        "tomorrows": 1,
        "tomorow": 1,
        "tommorow": 1,
    }
)
"""Days by how far they lie from the anchor's."""

DAY_PARTS: Final = MappingProxyType(
    {
        "morning": "MO",
        "mornings": "MO",
        "dawn": "MO",
        "noon": "12:00",
        "midday": "12:00",
        "noontime": "12:00",
        "noonish": "12:00",
        "afternoon": "AF",
        "afternoons": "AF",
        "evening": "EV",
        "evenings": "EV",
        "dusk": "EV",
        "night": "NI",
        "nights": "NI",
        "nite": "NI",
        "nites": "NI",
        "nighttime": "NI",
        "overnight": "NI",
        "midnight": "00:00",
        "daytime": "DT",
        "lunchtime": "MI",
    }
)
"""Parts of a day as TIMEX3 writes them, or the clock time that the word names."""

FREQUENCIES: Final = MappingProxyType(
    {
        "hourly": (HOUR, 1),
        "daily": (DAY, 1),
        "nightly": (DAY, 1),
        "weekly": (WEEK, 1),
        "biweekly": (WEEK, 2),
        "fortnightly": (WEEK, 2),
        "monthly": (MONTH, 1),
        "bimonthly": (MONTH, 2),
        "quarterly": (QUARTER, 1),
        "yearly": (YEAR, 1),
        "annually": (YEAR, 1),
        "annual": (YEAR, 1),
    }
)
DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her"}
)

ZONES: Final = MappingProxyType(
    {
        "utc": ("+00:00",),
        "gmt": ("+00:00",),
        "z": ("+00:00",),
        "est": ("-05:00",),
        "edt": ("-04:00",),
        "cst": ("-06:00", "+08:00"),
        "cdt": ("-05:00",),
        "mst": ("-07:00",),
        "mdt": ("-06:00",),
        "pst": ("-08:00",),
        "pdt": ("-07:00",),
        "cet": ("+01:00",),
        "cest": ("+02:00",),
        "eet": ("+02:00",),
        "eest": ("+03:00",),
        "bst": ("+01:00", "+06:00"),
        "msk": ("+03:00",),
        "ist": ("+05:30", "+02:00", "+01:00"),
        "pkt": ("+05:00",),
        "sgt": ("+08:00",),
        "hkt": ("+08:00",),
        "kst": ("+09:00",),
        "jst": ("+09:00",),
        "aest": ("+10:00",),
        "aedt": ("+11:00",),
        "nzst": ("+12:00",),
        "et": ("-05:00", "-04:00"),
        "ct": ("-06:00", "-05:00"),
        "mt": ("-07:00", "-06:00"),
        "pt": ("-08:00", "-07:00"),
    }
)
"""Abbreviations of zones with every offset they are used for; most have more than one sense in the world."""

PLACES: Final = MappingProxyType(
    {
        ("london",): "Europe/London",
        ("paris",): "Europe/Paris",
        ("berlin",): "Europe/Berlin",
        ("brussels",): "Europe/Brussels",
        ("kyiv",): "Europe/Kyiv",
        ("kiev",): "Europe/Kyiv",
        ("moscow",): "Europe/Moscow",
        ("istanbul",): "Europe/Istanbul",
        ("cairo",): "Africa/Cairo",
        ("jerusalem",): "Asia/Jerusalem",
        ("baghdad",): "Asia/Baghdad",
        ("tehran",): "Asia/Tehran",
        ("dubai",): "Asia/Dubai",
        ("kabul",): "Asia/Kabul",
        ("delhi",): "Asia/Kolkata",
        ("indian",): "Asia/Kolkata",
        ("beijing",): "Asia/Shanghai",
        ("shanghai",): "Asia/Shanghai",
        ("hong", "kong"): "Asia/Hong_Kong",
        ("singapore",): "Asia/Singapore",
        ("seoul",): "Asia/Seoul",
        ("korean",): "Asia/Seoul",
        ("tokyo",): "Asia/Tokyo",
        ("japan",): "Asia/Tokyo",
        ("sydney",): "Australia/Sydney",
        ("new", "york"): "America/New_York",
        ("eastern",): "America/New_York",
        ("chicago",): "America/Chicago",
        ("central",): "America/Chicago",
        ("denver",): "America/Denver",
        ("mountain",): "America/Denver",
        ("pacific",): "America/Los_Angeles",
        ("los", "angeles"): "America/Los_Angeles",
        ("greenwich",): "UTC",
        ("universal",): "UTC",
    }
)
"""Places whose time is named in words: "3 p.m. London time", "noon Eastern time"."""
