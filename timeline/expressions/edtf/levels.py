"""Which level of EDTF has a date: the Library of Congress text of 2019, feature by feature."""

from __future__ import annotations

from timeline.expressions.edtf.components import Component, Qualification

__all__ = ["level_of_date"]

LAST_SEASON_OF_LEVEL_1 = 24
MOST_X_OF_LEVEL_1 = 2


def level_of_date(
    year: Component, month: Component | None, day: Component | None, season: Component | None
) -> int:
    """Return the lowest level that has a date of these parts, however it was written.

    >>> level_of_date(Component("201X"), None, None, None), level_of_date(Component("1XXX"), None, None, None)
    (1, 2)
    """
    if season is not None:
        level = 1 if year.is_specified and season.low <= LAST_SEASON_OF_LEVEL_1 else 2
    else:
        level = _level_of_digits(year, month, day)
    if level == 0 and (year.low < 0 or year.width > 4):
        level = 1
    first = year.qualification
    for part in (month, day, season):
        if part is not None and part.qualification is not first:
            return 2
    return level if first is Qualification.NONE else max(level, 1)


def _level_of_digits(year: Component, month: Component | None, day: Component | None) -> int:
    """Level 1 leaves digits open from the right only: of a year alone, of a day, or of month and day."""
    if month is None:
        return 0 if year.is_specified else _level_of_year(year.text)
    if not year.is_specified:
        return 2
    if month.is_specified and (day is None or day.is_specified):
        return 0
    whole_month = month.is_specified or month.text == "XX"
    return 1 if whole_month and (day is None or day.text == "XX") else 2


def _level_of_year(text: str) -> int:
    known = text.rstrip("X")
    return 1 if "X" not in known and len(text) - len(known) <= MOST_X_OF_LEVEL_1 else 2
