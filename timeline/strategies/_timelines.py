"""Strategies for timelines of any kind, true or not."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.model.timeline import Timeline
from timeline.strategies._histories import check_sizes
from timeline.strategies._records import TEXTS, claims, constraints, events, ids, sources
from timeline.strategies._values import zones

__all__ = ["conventions", "timelines"]

SPEAKERS: Final = st.lists(sources(), max_size=3, unique_by=lambda source: source.id)


def conventions() -> st.SearchStrategy[Conventions]:
    """Return conventions; shrinks to the default ones."""
    changed = st.builds(
        Conventions,
        several=st.tuples(st.integers(2, 3), st.integers(3, 9)),
        last=st.sampled_from(("nearest", "calendar")),
        next=st.sampled_from(("nearest", "calendar")),
        day_order=st.sampled_from(("month first", "day first")),
        hemisphere=st.sampled_from(("northern", "southern")),
        fiscal_year=st.integers(1, 12),
        week_start=st.integers(1, 7),
        business_calendar=st.sampled_from((None, "US", "GB-ENG")),
    )
    return st.just(DEFAULT) | changed


@st.composite
def _timelines(draw: st.DrawFn, min_events: int, max_events: int) -> Timeline:
    speakers = draw(SPEAKERS)
    names = draw(st.lists(ids(), min_size=min_events, max_size=max_events, unique=True))
    said = claims(speakers=speakers)
    told = [draw(events(names=st.just(name), said=said)) for name in names]
    rules = draw(st.lists(constraints(names, speakers=speakers), max_size=2 * len(names))) if names else []
    return Timeline(
        draw(TEXTS),
        sources=speakers,
        events=told,
        constraints=rules,
        conventions=draw(conventions()),
        zone=draw(st.none() | zones()),
        note=draw(st.none() | TEXTS),
    )


def timelines(*, min_events: int = 0, max_events: int = 4) -> st.SearchStrategy[Timeline]:
    """Return timelines with everything that a timeline can hold; what they say may be contradictory.

    >>> from hypothesis import find
    >>> find(timelines(max_events=0), lambda story: True) == Timeline()
    True
    """
    check_sizes(min_events, max_events)
    return _timelines(min_events, max_events)
