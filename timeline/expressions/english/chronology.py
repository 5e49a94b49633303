"""Which year each bare month of a story belongs to, from the dates around it that say their year.

"In October ... by March ... on 12 July 1944": a story goes on, so the years are those that make its way through all of
its months the shortest. Going back costs more than going on; the way is found once, with the steps of Viterbi's algorithm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from timeline.expressions.english.centuries import likeliest
from timeline.expressions.english.cycles import cycle_number, cycle_of, dated, occurrence
from timeline.expressions.english.doubts import doubtful
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.lists import core, with_listed_year
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.pieces import pieces
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.starters import places
from timeline.expressions.english.values import Calendar, Inside, Named, Value
from timeline.times import Granularity

__all__ = ["step", "years_of"]

TURN = 120
"""What it costs a story to go back at all, in days."""

MOST_ON, MOST_BACK = 360, 720
"""Steps on and back that are longer cost no more than so many days."""

PARAGRAPH = "\n\n"
LINE_END = re.compile(r"[ \t]*(?:\n|$)")


@attrs.frozen
class Stop:
    """A month, day or season that a story comes to: where it stands, and where it may lie, by its year."""

    index: int
    windows: dict[int, Window]


def years_of(tokens: Tokens, frame: Frame) -> dict[int, int]:
    """Return the year of each bare month, day or season of a story, by the token at which it begins.

    >>> from timeline.expressions.anchor import Anchor
    >>> text = "In October they landed. By March 1945 the town fell. It was taken back in May."
    >>> years_of(Tokens(text), Frame(Anchor.parse("2009-12-19")))
    {1: 1944, 17: 1945}
    """
    stops = list(_stops(tokens, frame))
    return {
        stop.index: year
        for stop, year in zip(stops, _shortest_way(stops), strict=True)
        if len(stop.windows) > 1
    }


def _stops(tokens: Tokens, frame: Frame) -> Iterator[Stop]:
    """Return what a story comes to; a bare name may lie in the years of its neighbours that say theirs, or beside them."""
    values = list(_values(tokens))
    known = [_known(value, tokens, index, frame) for index, value in values]
    years = [cycle_number(Granularity.YEAR, window.first_day) if window else None for window in known]
    ahead = _next_known(years)
    behind: int | None = None
    for (index, value), window, year, later in zip(values, known, years, ahead, strict=True):
        if window is not None and year is not None:
            behind = year
            yield Stop(index, {year: window})
        elif isinstance(value, Calendar | Named) and cycle_of(value) is Granularity.YEAR:
            near = {each + side for each in (behind, later) if each is not None for side in (-1, 0, 1)}
            found = {each: occurrence(value, each, frame) for each in sorted(near)}
            windows = {each: window for each, window in found.items() if window is not None}
            if windows:
                yield Stop(index, windows)


def _next_known(years: list[int | None]) -> list[int | None]:
    """Return for each place the next year after it that is known."""
    following: int | None = None
    found = []
    for year in reversed(years):
        found.append(following)
        following = following if year is None else year
    return found[::-1]


def _values(tokens: Tokens) -> Iterator[tuple[int, Value]]:
    """Return the months, days, seasons and years of a text with the tokens at which they begin."""
    read_on = 0
    for index in places(tokens):
        mention = read_mention(tokens, index) if index >= read_on else None
        if mention is None or doubtful(mention[0], tokens, index, mention[1]):
            continue
        read_on = mention[1]
        for value, start, after in pieces(mention[0], tokens, index, mention[1]):
            inner = core(with_listed_year(value, tokens, after))
            yearly = isinstance(inner, Calendar | Named) and cycle_of(inner) is Granularity.YEAR
            if (
                yearly
                or isinstance(inner, Inside)
                or (isinstance(inner, Calendar) and inner.year is not None)
            ):
                yield start, inner


def _known(value: Value, tokens: Tokens, index: int, frame: Frame) -> Window | None:
    """Return the window of what says its year; a year alone counts only as a heading does."""
    if isinstance(value, Inside) and isinstance(value.whole, Calendar) and value.whole.year is not None:
        inner, whole = value.value, likeliest(value.whole, frame)
        if isinstance(inner, Calendar | Named) and whole.month is None and whole.year is not None:
            return occurrence(inner, whole.year, frame) if cycle_of(inner) is Granularity.YEAR else None
        return dated(whole)
    if not isinstance(value, Calendar) or value.year is None:
        return None
    return dated(likeliest(value, frame)) if value.month is not None or _heads(tokens, index) else None


def _heads(tokens: Tokens, index: int) -> bool:
    """Return whether a year stands at the head of a paragraph, or alone on its line."""
    if index == 0 or tokens.words[index - 1] == PARAGRAPH:
        return True
    before = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    return "\n" in before and LINE_END.match(tokens.text, tokens.ends[index]) is not None


def _shortest_way(stops: list[Stop]) -> list[int]:
    """Return the year of each stop on the way that costs least."""
    back: list[dict[int, int]] = []
    costs: dict[int, int] = {}
    for place, stop in enumerate(stops):
        before = stops[place - 1].windows if place else {}
        links: dict[int, int] = {}
        following: dict[int, int] = {}
        for year, window in stop.windows.items():
            ways = [(costs[old] + step(before[old], window), old) for old in before]
            following[year], links[year] = min(ways, default=(0, year))
        costs = following
        back.append(links)
    way = [min(costs, key=lambda year: (costs[year], year))] if costs else []
    for links in reversed(back[1:]):
        way.append(links[way[-1]])
    return way[::-1]


def step(first: Window, second: Window) -> int:
    """Return what it costs a story to go from one time to another, in days: nothing where one holds the other.

    >>> from timeline.expressions.english.cycles import days
    >>> one, other = days(0, 1, Granularity.DAY), days(10, 1, Granularity.DAY)
    >>> step(one, other), step(other, one)
    (10, 130)
    """
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return 0
    if first.start < second.end and second.start < first.end:
        return 0
    on = (second.start - first.start) // DAY
    return min(on, MOST_ON) if on > 0 else TURN + min(-on, MOST_BACK)
