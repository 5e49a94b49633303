"""EDTF text as a `Reading`: the one thing that it means, with its bounds in the anchor's zone."""

from __future__ import annotations

from typing import Protocol

from timeline.expressions.anchor import Anchor
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.interval import EdtfInterval
from timeline.expressions.edtf.moment import EdtfDateTime
from timeline.expressions.edtf.parser import parse
from timeline.expressions.edtf.recorded import RecordedDate
from timeline.expressions.edtf.timex import timex_of
from timeline.expressions.edtf.value import EdtfValue
from timeline.expressions.readings import Reading
from timeline.expressions.seasons import SeasonConvention

__all__ = ["HasSeasons", "edtf_readings"]


class HasSeasons(Protocol):
    """The conventions that EDTF needs."""

    @property
    def seasons(self) -> SeasonConvention:
        """Which months a season has."""


def edtf_readings(text: str, *, anchor: Anchor, conventions: HasSeasons) -> tuple[Reading, ...]:
    """Return the one reading of an EDTF text; raises `EdtfError`, which is a `ParseError`, for any other text.

    The anchor gives the zone only: EDTF dates are absolute. A date of another calendar has its name behind it, as in
    ``1917-10-25 (julian)``.

    >>> from timeline.expressions.seasons import METEOROLOGICAL
    >>> class Conventions:
    ...     seasons = METEOROLOGICAL
    >>> (reading,) = edtf_readings("198X", anchor=Anchor.parse("2025-12-13"), conventions=Conventions())
    >>> print(reading.reason, reading.timex_value, reading.bounds.latest_end)
    the year 198X 198 1990-01-01T00:00:00Z
    """
    value = RecordedDate.parse(text) if text.endswith(")") else parse(text)
    date = value.edtf() if isinstance(value, RecordedDate) else value
    timex_type, timex_value, timex_mod = timex_of(date)
    reading = Reading(
        date.bounds(zone=anchor.zone, seasons=conventions.seasons),
        reason=f"the {noun(value)} {value}",
        timex_type=timex_type,
        timex_value=timex_value,
        timex_mod=timex_mod,
        edtf=str(date),
        granularity=value.granularity,
    )
    return (reading,)


def noun(value: EdtfValue | RecordedDate) -> str:
    """Return what a value is, in one word.

    >>> noun(parse("2001-21")), noun(parse("1964/2008")), noun(parse("1985-04"))
    ('season', 'interval', 'month')
    """
    if isinstance(value, EdtfDate):
        return "season" if value.season is not None else value.granularity.name.lower()
    if isinstance(value, RecordedDate):
        return value.granularity.name.lower()
    if isinstance(value, EdtfDateTime):
        return "time"
    return "interval" if isinstance(value, EdtfInterval) else "set"
