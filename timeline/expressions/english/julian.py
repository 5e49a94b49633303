"""The Julian calendar, as far as words need it: how many days it is behind, and the last year in which all kept it."""

from __future__ import annotations

__all__ = ["FIRST_GREGORIAN", "days_behind"]

FIRST_GREGORIAN = 1583
"""The first year that was Gregorian from its beginning, where it was so at all (the bull Inter gravissimas, 1582).

Dates of the years before are named as people named them then, and are not converted (limitations.md).
"""


def days_behind(year: int, month: int) -> int:
    """Return how many days after a date of the Gregorian calendar the Julian date of the same name is.

    >>> days_behind(1900, 2), days_behind(1900, 3), days_behind(1131, 4)
    (12, 13, 7)
    """
    since_march = year if month > 2 else year - 1
    return since_march // 100 - since_march // 400 - 2
