"""`describe`: everything about one EDTF text as plain data, for JSON lines; a text that is not EDTF has its error."""

from __future__ import annotations

from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.errors import EdtfError
from timeline.expressions.edtf.interval import EdtfInterval, End
from timeline.expressions.edtf.moment import EdtfDateTime
from timeline.expressions.edtf.parser import parse
from timeline.expressions.edtf.value import EdtfValue
from timeline.times.calendar import date_from_day_number

__all__ = ["describe"]

Json = None | bool | int | str | dict[str, "Json"]


def describe(text: str, *, level: int = 2, lenient: bool = False) -> dict[str, Json]:
    """Return whether a text is EDTF, and what it says, in a fixed order of keys.

    `corners` are days: the first and last on which it can start, and on which it can end; None is open or unknown,
    and `start` and `end` tell which. A day of a year outside 0 to 9999 has a sign (ISO 8601).

    >>> describe("2004-02-30")["error"]["column"]
    9
    >>> describe("1985/")["end"], describe("1985/..")["end"]
    ('unknown', 'open')
    """
    try:
        value = parse(text, level=level, lenient=lenient)
    except EdtfError as error:
        return {"text": text, "valid": False, "error": _error(error)}
    start, end = _ends(value)
    return {
        "text": text,
        "valid": True,
        "level": value.level,
        "kind": _kind(value),
        "canonical": value.canonical(),
        "first_day": _day(value.first_day_number),
        "last_day": _day(value.last_day_number),
        "start": start,
        "end": end,
        "corners": {name: _day(day) for name, day in value.corners()._asdict().items()},
        "uncertain": value.is_uncertain,
        "approximate": value.is_approximate,
        "human": value.humanize(),
    }


def _error(error: EdtfError) -> dict[str, Json]:
    return {
        "message": error.message,
        "column": error.column,
        "level": error.level,
        "code": error.code.value,
        "hint": error.hint,
    }


def _day(number: int | None) -> str | None:
    return None if number is None else str(date_from_day_number(number))


def _kind(value: EdtfValue) -> str:
    if isinstance(value, EdtfDate):
        return "date" if value.season is None else "season"
    if isinstance(value, EdtfDateTime):
        return "datetime"
    return "interval" if isinstance(value, EdtfInterval) else "set"


def _ends(value: EdtfValue) -> tuple[str, str]:
    if isinstance(value, EdtfInterval):
        return _end(value.start), _end(value.end)
    numbers = (value.first_day_number, value.last_day_number)
    start, end = ("open" if number is None else "known" for number in numbers)
    return start, end


def _end(end: EdtfDate | End) -> str:
    return end.name.lower() if isinstance(end, End) else "known"
