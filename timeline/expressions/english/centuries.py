"""Which century a year of two digits is of: the latest such year that is not far ahead of the anchor.

"'39" said in 2024 is 1939 and "'29" is 2029; the other century is a second reading while it is plausible. How far ahead is far is
`Conventions.short_year`.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from timeline.expressions.english.cycles import dated
from timeline.expressions.english.frame import Frame, Window
from timeline.expressions.english.values import Calendar

__all__ = ["found", "likeliest", "meant"]

CENTURY = 100


def meant(year: int, frame: Frame) -> tuple[int, ...]:
    """Return the years that the last two digits of one may mean, the likeliest first.

    The first is the latest one up to so many years after the anchor. One that lies ahead may also be that of the century before, and
    one that lies behind that of the century after, if that is not too far ahead.

    >>> from timeline.expressions.anchor import Anchor
    >>> frame = Frame(Anchor.parse("2024-05-15"))
    >>> [meant(2000 + digits, frame) for digits in (29, 39, 69)]
    [(2029, 1929), (1939, 2039), (1969,)]
    """
    now = frame.anchor.date.year
    likely, most = frame.conventions.short_year
    latest = now + likely
    first = latest - (latest - year) % CENTURY
    if first > now:
        return first, first - CENTURY
    return (first, first + CENTURY) if first + CENTURY <= now + most else (first,)


def likeliest(value: Calendar, frame: Frame) -> Calendar:
    """Return a date with the likeliest of the years that it may mean.

    >>> from timeline.expressions.anchor import Anchor
    >>> likeliest(Calendar(2039, two_digits=True), Frame(Anchor.parse("2024-05-15"))).year
    1939
    """
    return _in(value, meant(value.year, frame)[0]) if value.two_digits and value.year is not None else value


def found(value: Calendar, frame: Frame, find: Callable[[Calendar], list[Window]]) -> list[Window]:
    """Return what is found for a date in each of the years that it may mean; the reason tells what was not written."""
    meanings = [_in(value, year) for year in meant(value.year or 0, frame)]
    fitting = [
        each for each in meanings if dated(each) is not None
    ]  # a day of the week, or 29 February, can tell
    return [
        attrs.evolve(window, reason=f"{window.reason}, its century not written")
        for each in fitting or meanings
        for window in find(each)
    ]


def _in(value: Calendar, year: int) -> Calendar:
    return attrs.evolve(value, year=year, two_digits=False)
