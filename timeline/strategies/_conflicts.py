"""Strategies for timelines with a planted conflict: all is true of a hidden history, but for a few statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.constraints import Constraint
from timeline.events import Aspect, Claim, Event
from timeline.model.timeline import Timeline
from timeline.strategies._histories import check_sizes, consistent_timelines
from timeline.times import CivilDate

__all__ = ["conflicting_timelines"]

Planted = tuple[dict[str, list[Claim]], list[Constraint]]
"""What is planted: claims by the ids of their events, and constraints."""

MARCH: Final = CivilDate(2000, 3)
"""The first day that planted claims name."""


def _two_dates(draw: st.DrawFn, names: list[str]) -> Planted:
    """Say of an event that it took place on two days."""
    early, late = _two_days(draw)
    return {names[0]: [Claim(early), Claim(late)]}, []


def _length(draw: st.DrawFn, names: list[str]) -> Planted:
    """Say of an event when it began and ended, and that it was over sooner."""
    days = draw(st.integers(2, 30))
    start, end = MARCH, MARCH.plus(days=days)
    dates = [Claim(str(start), aspect=Aspect.START), Claim(str(end), aspect=Aspect.END)]
    return {names[0]: [*dates, Claim(f"less than {days} days", aspect=Aspect.DURATION)]}, []


def _circle(draw: st.DrawFn, names: list[str]) -> Planted:
    """Say of some events that each is over when the next starts, and the last when the first starts."""
    chosen = names[: draw(st.integers(2, len(names)))]
    following = [*chosen[1:], chosen[0]]
    return {}, [Event(one).precedes(two) for one, two in zip(chosen, following, strict=True)]


def _wrong_order(draw: st.DrawFn, names: list[str]) -> Planted:
    """Say of two events when they took place, and that it was the other way round."""
    early, late = _two_days(draw)
    return {names[0]: [Claim(late)], names[1]: [Claim(early)]}, [Event(names[0]).precedes(names[1])]


def _two_days(draw: st.DrawFn) -> tuple[str, str]:
    return str(MARCH), str(MARCH.plus(days=draw(st.integers(1, 60))))


Plant = Callable[[st.DrawFn, list[str]], Planted]
ALONE: Final[tuple[Plant, ...]] = (_two_dates, _length)
TOGETHER: Final[tuple[Plant, ...]] = (_circle, _wrong_order)


def _said(story: Timeline, planted: Planted) -> Timeline:
    """Return a timeline in which more is said."""
    claims, constraints = planted
    events = [event.claiming(*claims.get(event.id, ())) for event in story.events]
    return story.replace(*events).add(*constraints)


@st.composite
def _conflicting(draw: st.DrawFn, min_events: int, max_events: int) -> tuple[Timeline, Timeline]:
    story = draw(consistent_timelines(min_events=min_events, max_events=max_events))
    names = draw(st.permutations([event.id for event in story.events]))
    kinds = (*ALONE, *TOGETHER) if len(names) > 1 else ALONE
    planted = draw(st.sampled_from(kinds))(draw, names)
    silent = Timeline(sources=story.sources, events=[Event(name) for name in sorted(names)], zone=story.zone)
    return _said(story, planted), _said(silent, planted)


def conflicting_timelines(
    *, min_events: int = 1, max_events: int = 4
) -> st.SearchStrategy[tuple[Timeline, Timeline]]:
    """Return contradictory timelines, each with the timeline that says nothing but the planted conflict.

    What is planted is irreducible: two dates, a length that does not fit, a circle, or an order against the dates.

    >>> from hypothesis import find
    >>> story, planted = find(conflicting_timelines(), lambda found: True)
    >>> story == planted, [claim.says for claim in planted["a"].claims]
    (True, ['2000-03-01', '2000-03-02'])
    """
    check_sizes(min_events, max_events)
    if not max_events:
        raise InvalidArgument("nothing contradicts itself without events")
    return _conflicting(max(1, min_events), max_events)
