"""Business days: Monday to Friday, or those of the calendar that the words or the conventions name; never a hidden one."""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.conventions import Conventions
from timeline.expressions.english.cycles import days
from timeline.expressions.english.frame import Window
from timeline.expressions.english.values import Length
from timeline.times import BusinessDays, Granularity
from timeline.times.worked import worked_days

__all__ = ["business_days", "working_window"]


def business_days(
    count: Fraction, length: Length, conventions: Conventions, *, upward: bool = False
) -> BusinessDays:
    """Return so many business days of the calendar that applies; parts of a day are dropped, or counted as one (`upward`).

    >>> from timeline.expressions.conventions import DEFAULT
    >>> print(business_days(Fraction(5, 2), Length((), days="working", calendar="US"), DEFAULT, upward=True))
    P3D[business=US]
    """
    whole = -int(-count // 1) if upward else int(count // 1)
    return BusinessDays(whole, length.calendar or conventions.business_calendar)


def working_window(
    nearest: BusinessDays, furthest: BusinessDays, side: int, base: tuple[int, int], reason: str
) -> Window:
    """Return the days that lie from one to another number of business days from the first to the last day of a stretch.

    >>> print(working_window(BusinessDays(1), BusinessDays(1), 1, (1, 1), "a day later").timex)
    1970-01-05
    """
    first, last = (nearest, furthest) if side > 0 else (-furthest, -nearest)
    window = days(first.later(base[0]), last.later(base[1]) + 1 - first.later(base[0]), Granularity.DAY)
    return attrs.evolve(window, reason=f"{reason}, {_by(nearest.calendar, window)}")


def _by(calendar: str | None, window: Window) -> str:
    """Return which days were counted, also where a calendar is not known for so long."""
    if calendar is None:
        return "Monday to Friday"
    worked = worked_days(calendar)
    if worked.knows(window.first_day):
        return f"by the calendar {calendar}"
    first, last = worked.years or (0, 0)
    return f"Monday to Friday, since the calendar {calendar} is known from {first} to {last}"
