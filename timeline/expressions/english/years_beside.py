"""The year of a date that a report gives beside another: "left China on July 14 and struck the reef on July 25, 2020"."""

from __future__ import annotations

from bisect import bisect
from operator import itemgetter

import attrs

from timeline.expressions.english.cues import BOUNDARIES
from timeline.expressions.english.cycles import cycle_of, dated, label, occurrence
from timeline.expressions.english.dates import read_day_first, read_month_first
from timeline.expressions.english.frame import Frame, Window
from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.lists import core
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import Calendar, Value
from timeline.times import Granularity

__all__ = ["full_dates", "with_neighbour"]

SENTENCE = BOUNDARIES - {";"}
PARAGRAPH = frozenset({"\n\n"})
REACH, FURTHER = 24, 60
"""How many tokens away the other date may stand in the same sentence, and before it in the same paragraph."""


def with_neighbour(
    value: Value,
    windows: list[Window],
    tokens: Tokens,
    place: int,
    frame: Frame,
    dates: list[tuple[int, Calendar]],
) -> list[Window]:
    """Return the windows of a bare day of a month with the one nearest to a date of an earlier year that stands beside it.

    In the same sentence that is the likeliest, after it in the paragraph the second.

    >>> from timeline.expressions.anchor import Anchor
    >>> text = Tokens("It left on July 14 and sank on July 25, 2020.")
    >>> frame, told = Frame(Anchor.parse("2021-12-30")), [(8, Calendar(2020, month=7, day=25))]
    >>> [each.timex for each in with_neighbour(Calendar(month=7, day=14), [], text, 3, frame, told)]
    ['2020-07-14']
    """
    inner = core(value)
    if value != inner or not isinstance(inner, Calendar) or inner.day is None:
        return windows
    if cycle_of(inner) is not Granularity.YEAR:
        return windows
    at = bisect(dates, place, key=itemgetter(0))
    behind, ahead = dates[at - 1 : at], dates[at : at + 1]
    for index, date in (*behind, *ahead):
        first, last = sorted((place, index))
        if last - first <= REACH and not _between(tokens, first, last, SENTENCE):
            return [*_nearest(inner, date, frame), *windows]
    for index, date in behind:
        if place - index <= FURTHER and not _between(tokens, index, place, PARAGRAPH):
            return [*windows[:1], *_nearest(inner, date, frame), *windows[1:]]
    return windows


def full_dates(tokens: Tokens, frame: Frame) -> list[tuple[int, Calendar]]:
    """Return the full dates of years before the anchor's in a text, with the tokens at which they begin.

    >>> from timeline.expressions.anchor import Anchor
    >>> full_dates(Tokens("It sank on July 25, 2020."), Frame(Anchor.parse("2021-12-30")))[0][0]
    3
    """
    found = []
    for index in range(tokens.count):
        month = tokens.words[index] in MONTHS
        if month or (tokens.words[index + 1] in MONTHS and tokens.keys[index] == NUMBER):
            date = _date_at(tokens, index)
            if date is not None and date.year is not None and date.year < frame.anchor.date.year:
                found.append((index, date))
    return found


def _nearest(inner: Calendar, other: Calendar, frame: Frame) -> list[Window]:
    """Return the day of the month that lies nearest to a full date."""
    told = dated(other)
    if other.year is None or told is None:
        return []
    near = (occurrence(inner, year, frame) for year in (other.year, other.year - 1, other.year + 1))
    found = min(
        (each for each in near if each is not None),
        key=lambda each: abs(each.first_day - told.first_day),
        default=None,
    )
    if found is None:
        return []
    return [attrs.evolve(found, reason=f"{label(inner)} nearest to {told.called}, which is told beside it")]


def _between(tokens: Tokens, first: int, last: int, ends: frozenset[str]) -> bool:
    """Return whether a sentence or paragraph ends between two places."""
    return any(tokens.words[at] in ends and not _abbreviates(tokens, at) for at in range(first, last))


def _abbreviates(tokens: Tokens, index: int) -> bool:
    """Return whether a dot belongs to a short word, or to a number."""
    return tokens.words[index] == "." and (tokens.words[index - 1] in MONTHS or tokens.glued(index + 1))


def _date_at(tokens: Tokens, index: int) -> Calendar | None:
    """Return the full date that begins with its month or its day at a place."""
    if tokens.words[index] in MONTHS:
        found = read_month_first(tokens, index)
    elif tokens.keys[index] == NUMBER and tokens.words[index + 1] in MONTHS:
        found = read_day_first(tokens, index)
    else:
        return None
    date = None if found is None else found[0]
    full = isinstance(date, Calendar) and date.day is not None and date.year is not None
    return date if isinstance(date, Calendar) and full and not date.two_digits else None
