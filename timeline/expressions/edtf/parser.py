"""`parse`: EDTF text into a value, in one pass; dates are read by `reader`, what joins them is read here."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.errors import RangeError
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.errors import EdtfError, ErrorCode
from timeline.expressions.edtf.interval import EdtfInterval, End
from timeline.expressions.edtf.moment import EdtfDateTime
from timeline.expressions.edtf.reader import NUMBERS, check_text, failure, read_date
from timeline.expressions.edtf.sets import EdtfSet, SetKind, SetRange
from timeline.expressions.edtf.slips import mended
from timeline.expressions.edtf.value import EdtfValue

__all__ = ["parse"]

KINDS: Final = {"[": SetKind.ONE_OF, "{": SetKind.ALL_OF}
DAY_CHARACTERS: Final = 10
CLOCK_CHARACTERS: Final = 8


def parse(text: str, *, level: int = 2, lenient: bool = False) -> EdtfValue:
    """Read an EDTF text of at most a level; the inverse of `str`.

    A `lenient` reading passes over spaces around what joins dates, and takes small letters and other dashes; the value
    keeps the text as it was, and `str` gives the correct one. Raises `EdtfError`, with column, level and code.
    Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 4 February 2019 (ISO 8601-2).

    >>> value = parse("2004-06~-11")
    >>> print(value.first_day, value.level, value.humanize())
    2004-06-11 2 11 June 2004 (year and month approximate)
    >>> parse("2004-02-30")
    Traceback (most recent call last):
    timeline.expressions.edtf.errors.EdtfError: column 9 of '2004-02-30': day 30 does not exist in 2004-02
    """
    if level not in (0, 1, 2):
        raise RangeError(f"EDTF has the levels 0, 1 and 2, not {level!r}")
    check_text(text)
    value = _lenient(text) if lenient else _value(text)
    if value.level > level:
        raise _too_high(value, text, level)
    return value


def _value(text: str) -> EdtfValue:
    if "/" in text:
        return _interval(text)
    if text[:1] in KINDS:
        return _set(text)
    if "T" in text:
        return _date_time(text)
    return read_date(text, 0, len(text))


def _lenient(text: str) -> EdtfValue:
    repaired, places = mended(text)
    try:
        value = _value(repaired)
    except EdtfError as error:
        place = places[min(error.column, len(places)) - 1] if places else 0
        raise failure(text, place, error.code, error.message, level=error.level, hint=error.hint) from None
    return value if repaired == text else _with_source(value, text, repaired)


def _with_source(value: EdtfValue, text: str, repaired: str) -> EdtfValue:
    return attrs.evolve(value, text=text, repaired=repaired)  # type: ignore[misc]  # every kind is an attrs class


def _too_high(value: EdtfValue, text: str, level: int) -> EdtfError:
    """Point at the first character that the level does not have."""
    at = next((place for place in range(len(text)) if _stands_out(text, place, level)), len(text) - 2)
    message = f"this is EDTF of level {value.level}"
    hint = f"level {level} was asked for"
    return failure(text, at, ErrorCode.LEVEL, message, level=value.level, hint=hint)


def _stands_out(text: str, place: int, level: int) -> bool:
    """Tell whether a character belongs to a higher level; the digits of a season, which come last, do not show it."""
    sign = text[place] == "-" and (place == 0 or text[place - 1] == "/") and level == 0
    return sign or text[place] not in PLAIN


PLAIN: Final = frozenset("0123456789-/T:Z+")


def _interval(text: str) -> EdtfInterval:
    middle = text.index("/")
    second = text.find("/", middle + 1)
    if second >= 0:
        raise failure(text, second, ErrorCode.INTERVAL, "an interval has one solidus")
    if len(text) == 1:
        message = "an interval with two unknown ends says nothing"
        raise failure(text, 0, ErrorCode.INTERVAL, message, level=1, hint="write ../.. for any time")
    start, end = _end(text, 0, middle), _end(text, middle + 1, len(text))
    try:
        return EdtfInterval(start, end, text=text)
    except RangeError:
        message = "the interval ends before it starts"
        raise failure(text, middle + 1, ErrorCode.ORDER, message, hint="swap the two ends") from None


def _end(text: str, start: int, end: int) -> EdtfDate | End:
    if start == end:
        return End.UNKNOWN
    if text.startswith("..", start) and end - start == 2:
        return End.OPEN
    at = text.find("T", start, end)
    if at >= 0:
        raise failure(text, at, ErrorCode.INTERVAL, "an interval is of dates, without a time of day")
    return read_date(text, start, end)


def _set(text: str) -> EdtfSet:
    kind = KINDS[text[0]]
    last = len(text) - 1
    if text[last] != kind.value[1] or last == 0:
        message = f"a set that begins with {text[0]} ends with {kind.value[1]}"
        raise failure(text, last, ErrorCode.SET, message, level=2)
    members: list[EdtfDate | SetRange] = []
    start = 1
    while start <= last:
        end = text.find(",", start, last)
        end = last if end < 0 else end
        members.append(_member(text, start, end, last))
        start = end + 1
    return EdtfSet(kind, tuple(members), text=text)


def _member(text: str, start: int, end: int, last: int) -> EdtfDate | SetRange:
    if start == end:
        raise failure(text, start, ErrorCode.SET, "a member of the set is missing", level=2)
    dots = text.find("..", start, end)
    if dots < 0:
        return read_date(text, start, end)
    after = dots + 2
    if dots == start and start != 1:
        raise failure(
            text, dots, ErrorCode.SET, "only the first member can be open to earlier dates", level=2
        )
    if after == end and end != last:
        raise failure(text, dots, ErrorCode.SET, "only the last member can be open to later dates", level=2)
    if dots == start and after == end:
        raise failure(text, dots, ErrorCode.SET, "a range has a date on one side at least", level=2)
    first = None if dots == start else read_date(text, start, dots)
    final = None if after == end else read_date(text, after, end)
    if first is not None and final is not None and first.granularity is not final.granularity:
        message = f"a range is of one unit, not from a {_unit(first)} to a {_unit(final)}"
        raise failure(text, after, ErrorCode.PRECISION, message, level=2)
    try:
        return SetRange(first, final)
    except RangeError:
        raise failure(text, after, ErrorCode.ORDER, "the range ends before it starts", level=2) from None


def _unit(date: EdtfDate) -> str:
    return "season" if date.season is not None else date.granularity.name.lower()


def _date_time(text: str) -> EdtfDateTime:
    middle = text.index("T")
    length = DAY_CHARACTERS + text.startswith("-")
    if middle == 0:
        raise failure(text, 0, ErrorCode.SYNTAX, "expected a year, found 'T'")
    date = read_date(text, 0, middle)
    if middle != length or date.day is None or date.level > 1 or any(mark in text for mark in "?~%X"):
        message = "a time of day needs a whole day, without X and without a mark"
        raise failure(text, middle, ErrorCode.TIME, message)
    start = middle + 1
    seconds = _clock(text, start)
    offset = _offset(text, start + CLOCK_CHARACTERS)
    return EdtfDateTime(date, seconds, offset=offset, text=text)


def _clock(text: str, start: int) -> int:
    """Read ``hh:mm:ss``, all of it."""
    parts = [
        _two_digits(text, start, 24, ErrorCode.TIME, "hour"),
        _two_digits(text, start + 3, 60, ErrorCode.TIME, "minute"),
        _two_digits(text, start + 6, 60, ErrorCode.TIME, "second"),
    ]
    for colon in (start + 2, start + 5):
        if text[colon] != ":":
            raise failure(text, colon, ErrorCode.TIME, f"expected ':', found {text[colon]!r}")
    return (parts[0] * 60 + parts[1]) * 60 + parts[2]


def _two_digits(text: str, at: int, below: int, code: ErrorCode, what: str) -> int:
    number = NUMBERS.get(text[at : at + 2])
    if number is None:
        hint = "a time of day has hours, minutes and seconds: 10:30:00" if code is ErrorCode.TIME else None
        raise failure(text, min(at, len(text) - 1), code, f"expected the two digits of the {what}", hint=hint)
    if number >= below:
        raise failure(text, at, code, f"{what} {number:02d} does not exist")
    return number


def _offset(text: str, start: int) -> int | None:
    """Read nothing, ``Z``, ``+hh`` or ``+hh:mm``; returns seconds ahead of UTC."""
    rest = len(text) - start
    if rest == 0:
        return None
    if text[start] == "Z" and rest == 1:
        return 0
    if text[start] not in "+-" or rest not in (3, 6) or (rest == 6 and text[start + 3] != ":"):
        hint = None if text[start] != "." else "leave the fraction of a second out"
        raise failure(text, start, ErrorCode.OFFSET, "not an offset: Z, +hh or +hh:mm", hint=hint)
    hours = _two_digits(text, start + 1, 24, ErrorCode.OFFSET, "hour")
    minutes = _two_digits(text, start + 4, 60, ErrorCode.OFFSET, "minute") if rest == 6 else 0
    if text[start] == "-" and not hours and not minutes:
        raise failure(text, start, ErrorCode.OFFSET, "an offset of zero has no minus sign", hint="write Z")
    return (hours * 3600 + minutes * 60) * (-1 if text[start] == "-" else 1)
