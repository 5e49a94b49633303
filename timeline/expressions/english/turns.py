"""Windows around a border: the turn of a century or of a year, and the weekend nearest to a day."""

from __future__ import annotations

import attrs

from timeline.expressions.english.cycles import days
from timeline.expressions.english.distances import MONTHS
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.moves import shifted
from timeline.expressions.english.timex import unit_value, week_value
from timeline.times import Granularity, Period
from timeline.times.calendar import date_from_day_number

__all__ = ["turns", "weekends"]

WEEK = 7
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
LONG = {"easter": (2, 2), "orthodox easter": (2, 2), "pentecost": (1, 2)}
"""Feasts on a Sunday whose weekend begins so many days before them and ends so many after: Good Friday to Easter Monday."""


def turns(wholes: list[Window], frame: Frame, *, relative: bool) -> list[Window]:
    """Return what lies around the beginning or the end of a time.

    Of a century with its number the beginning comes first; of "the century" or "the year" the border nearest to the time last
    spoken of, else to the anchor, and of a decade or longer only those that lie behind the anchor.

    >>> from timeline.expressions.anchor import Anchor
    >>> whole = days(0, 365, Granularity.YEAR)
    >>> [window.reason for window in turns([whole], Frame(Anchor.parse("1970-12-20")), relative=True)]
    ['the turn of the year at the end of 1970', 'the turn of the year at the beginning of 1970']
    """
    found: list[Window] = []
    for whole in wholes[:2]:
        borders = _borders(whole, relative=relative)
        if relative:
            spoken, today = frame.spoken_day() * DAY, frame.today * DAY
            long = whole.unit is not None and whole.unit > Granularity.YEAR
            behind = [border for border in borders if border <= today or not long]
            borders = sorted(behind, key=lambda border: abs(border - spoken))
        found += [_around(border, whole, frame) for border in borders]
    return found


def _borders(whole: Window, *, relative: bool) -> list[int]:
    """Return the moments at which a time turns: where it begins, where it ends, and for a long one that is not named the one before."""
    if whole.start is None or whole.end is None or whole.unit not in MONTHS:
        return []
    borders = [whole.start, whole.end]
    if relative and whole.unit > Granularity.YEAR:
        borders.append(shifted(whole.start, Period(months=MONTHS[whole.unit]), -1))
    return borders


def _around(border: int, whole: Window, frame: Frame) -> Window:
    """Return the time on both sides of a border, a share of the unit wide on each; of a millennium as of a century."""
    above, below = frame.conventions.turn
    unit = min(whole.unit or Granularity.YEAR, Granularity.CENTURY)
    months, rest = divmod(MONTHS[unit] * above, below)
    reach = Period(months, -(-30 * rest // below))
    name = (whole.unit or Granularity.YEAR).name.lower()
    where = f"at the end of {whole.called}" if border == whole.end else f"at the beginning of {whole.called}"
    if border not in {whole.start, whole.end}:
        where = f"in {date_from_day_number(border // DAY).year}"
    return attrs.evolve(
        whole,
        start=shifted(border, reach, -1),
        end=shifted(border, reach, 1),
        unit=Granularity.YEAR if unit > Granularity.YEAR else Granularity.DAY,
        timex=unit_value(Granularity.YEAR, border // DAY),
        mod="APPROX",
        reason=f"the turn of the {name} {where}",
        edtf=None,
    )


def weekends(window: Window, feast: str | None) -> list[Window]:
    """Return the weekend nearest to a day, with the feast that lengthens it; both where the day lies between two.

    >>> monday = days(4, 1, Granularity.DAY)
    >>> [(found.start // DAY, found.end // DAY) for found in weekends(monday, "labor day")]
    [(2, 5)]
    """
    if window.start is None or (window.unit is not None and window.unit > Granularity.DAY):
        return [window]
    day = window.first_day if feast is None else ((window.end or window.start + DAY) - 1) // DAY
    weekday = (day + 3) % WEEK
    next_one = day + SATURDAY - weekday
    saturdays = [next_one - WEEK, next_one] if weekday < FRIDAY - 1 else [next_one]
    if weekday == FRIDAY - 2:
        saturdays.reverse()  # as near before as after; what lies in the same week comes first
    if feast is not None and weekday < FRIDAY - 2:
        del saturdays[1:]
    before, after = LONG.get(feast or "", (0, 1))
    found = []
    for saturday in saturdays:
        first = saturday if feast is None else min(saturday, day - before)
        last = saturday + 1 if feast is None else max(saturday + 1, day + after - 1)
        whole = days(first, last + 1 - first, Granularity.DAY, f"{week_value(saturday)}-WE")
        found.append(attrs.evolve(whole, reason=f"the weekend of {window.called}: {window.reason}"))
    return found
