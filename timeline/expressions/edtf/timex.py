"""TIMEX3 values for EDTF: what TimeML's standard can say of a date, and its modifier."""

from __future__ import annotations

from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.interval import EdtfInterval
from timeline.expressions.edtf.moment import EdtfDateTime
from timeline.expressions.edtf.sets import EdtfSet, SetKind, SetRange
from timeline.expressions.edtf.value import EdtfValue
from timeline.expressions.readings import TimexType
from timeline.times import CivilDate, Granularity, Period

__all__ = ["timex_of"]

SEASONS = ("SP", "SU", "FA", "WI") * 3 + ("Q1", "Q2", "Q3", "Q4", "", "", "", "H1", "H2")
"""TIMEX3's names for the codes from 21 on; it has none for a third of a year."""

UNKNOWN_LENGTHS = {
    Granularity.DAY: "PXD",
    Granularity.MONTH: "PXM",
    Granularity.QUARTER: "PXM",
    Granularity.YEAR: "PXY",
}
Timex = tuple[TimexType, str, str | None]


def timex_of(value: EdtfValue) -> Timex:
    """Return the type, the value and the modifier that TIMEX3 has for an EDTF value.

    An interval is a DURATION, with X for a length that is not known; all of a set is a SET; one of a set is the
    smallest calendar unit that holds all of it. Source: TimeML 1.2.1, the TIMEX3 tag.

    >>> from timeline.expressions.edtf.parser import parse
    >>> timex_of(parse("198X~"))
    (<TimexType.DATE: 'DATE'>, '198', 'APPROX')
    """
    approximate = "APPROX" if value.is_approximate else None
    if isinstance(value, EdtfDate):
        return TimexType.DATE, date_value(value), approximate
    if isinstance(value, EdtfDateTime):
        return TimexType.TIME, value.canonical(), None
    if isinstance(value, EdtfInterval):
        return TimexType.DURATION, _length(value), approximate
    kind = TimexType.SET if isinstance(value, EdtfSet) and value.kind is SetKind.ALL_OF else TimexType.DATE
    side = _open_side(value)
    if side is not None:
        return kind, date_value(side[0]), side[1]
    return kind, _common_unit(value.first_day, value.last_day), approximate


def date_value(date: EdtfDate) -> str:
    """Return the TIMEX3 value of a date: unspecified digits at the end of a year are left out, others stay X.

    >>> from timeline.expressions.edtf.parser import parse
    >>> [date_value(parse(text)) for text in ("19XX", "2001-21", "-0043-03-15", "1985-04-XX")]
    ['19', '2001-SP', 'BC0044-03-15', '1985-04-XX']
    """
    parts = [part.text for part in date.parts]
    number = date.year.value
    if number is not None and number <= 0:
        parts[0] = f"BC{1 - number:04d}"
    if date.season is not None:
        parts[1] = SEASONS[date.season.low - 21]
    if len(parts) == 1 and "X" in parts[0]:
        known = parts[0].rstrip("X")
        parts[0] = known if known.strip("-") and "X" not in known else parts[0]
    return "-".join(part for part in parts if part)


def _length(interval: EdtfInterval) -> str:
    distance = interval.duration()
    if distance.at_least == distance.at_most and isinstance(distance.at_most, Period):
        return str(distance.at_most)
    unit = interval.granularity
    return "PXD" if unit is None else UNKNOWN_LENGTHS[unit]


def _open_side(value: EdtfValue) -> tuple[EdtfDate, str] | None:
    """Return the date and the modifier of a set that is one range without an end."""
    member = value.members[0] if isinstance(value, EdtfSet) and len(value.members) == 1 else None
    if not isinstance(member, SetRange):
        return None
    if member.first is None and member.last is not None:
        return member.last, "ON_OR_BEFORE"
    return None if member.first is None or member.last is not None else (member.first, "ON_OR_AFTER")


def _common_unit(first: CivilDate | None, last: CivilDate | None) -> str:
    if first is None or last is None or first.year < 0:
        return "XXXX"
    if first == last:
        return str(first)
    one, two = f"{first.year:04d}-{first.month:02d}", f"{last.year:04d}-{last.month:02d}"
    for digits in (7, 4, 3, 2):
        if one[:digits] == two[:digits] and len(one) == len(two) == 7:
            return one[:digits]
    return "XXXX"
