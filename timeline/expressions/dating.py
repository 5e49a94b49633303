"""The day of a source, or the days that it may be of, where only its month, its year or an EDTF date is known."""

from __future__ import annotations

from timeline.errors import ParseError, TimelineError
from timeline.expressions.anchor import Anchor
from timeline.expressions.edtf import parse
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import check_zone

__all__ = ["anchors_of"]


def anchors_of(text: str, *, zone: str = "UTC") -> tuple[Anchor, ...]:
    """Return the anchor that a date gives; where its day is not known, the first, the middle and the last that it can be.

    The law: words that read alike from all of them need no day. A date is never made more exact than it was written.

    >>> [str(anchor.date) for anchor in anchors_of("1987")]
    ['1987-01-01', '1987-07-02', '1987-12-31']
    >>> anchors_of("2025-12-13", zone="Asia/Seoul") == (Anchor.parse("2025-12-13", zone="Asia/Seoul"),)
    True
    """
    try:
        return (Anchor.parse(text, zone=zone),)
    except TimelineError as error:
        days = _days(text)
        if days is None:
            raise error from None
    check_zone(zone)
    first, last = days
    numbers = dict.fromkeys((first, (first + last) // 2, last))
    return tuple(Anchor(date_from_day_number(number), zone=zone) for number in numbers)


def _days(text: str) -> tuple[int, int] | None:
    """Return the first and the last day of an EDTF date, if it has both."""
    try:
        value = parse(text)
    except ParseError:
        return None
    first, last = value.first_day_number, value.last_day_number
    return None if first is None or last is None else (first, last)
