"""Hypothesis strategies for every value of the package; the only room that imports hypothesis.

Hypothesis finds them by itself: ``hypothesis.strategies.from_type(Timeline)`` works wherever the package is installed.
Everything shrinks to what is short to read: ids a, b, c, dates near the first of January 2000.
"""

# ruff: noqa: E402  # `_register` stands above the imports: the first of them may lead to hypothesis, and it back here
from __future__ import annotations


def _register() -> None:
    """Let `hypothesis.strategies.from_type` know our types; hypothesis calls it when it is imported."""
    from timeline.strategies._registration import register  # noqa: PLC0415  # it imports every strategy

    register()


import hypothesis  # noqa: F401  # first of all, since it asks for every strategy when it is imported

from timeline.strategies._conflicts import conflicting_timelines
from timeline.strategies._edtf import (
    edtf_dates,
    edtf_datetimes,
    edtf_intervals,
    edtf_sets,
    edtf_texts,
    edtf_values,
    recorded_dates,
)
from timeline.strategies._histories import consistent_timelines, consistent_timelines_with_history
from timeline.strategies._records import claims, constraints, details, events, ids, points, sources
from timeline.strategies._timelines import conventions, timelines
from timeline.strategies._values import (
    bounds,
    business_days,
    civil_dates,
    civil_times,
    distances,
    durations,
    instants,
    intervals,
    periods,
    turns,
    zones,
)
from timeline.strategies._words import anchors, expressions

__all__ = [
    "anchors",
    "bounds",
    "business_days",
    "civil_dates",
    "civil_times",
    "claims",
    "conflicting_timelines",
    "consistent_timelines",
    "consistent_timelines_with_history",
    "constraints",
    "conventions",
    "details",
    "distances",
    "durations",
    "edtf_dates",
    "edtf_datetimes",
    "edtf_intervals",
    "edtf_sets",
    "edtf_texts",
    "edtf_values",
    "events",
    "expressions",
    "ids",
    "instants",
    "intervals",
    "periods",
    "points",
    "recorded_dates",
    "sources",
    "timelines",
    "turns",
    "zones",
]
