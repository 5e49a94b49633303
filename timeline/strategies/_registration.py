"""Tell Hypothesis which strategy belongs to which of our types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from timeline.constraints import AllenConstraint, MetricConstraint, NearnessConstraint, Point
from timeline.events import Claim, Event
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.edtf import (
    EdtfDate,
    EdtfDateTime,
    EdtfInterval,
    EdtfSet,
    EdtfValue,
    RecordedDate,
)
from timeline.frozen import Details
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies._edtf import (
    edtf_dates,
    edtf_datetimes,
    edtf_intervals,
    edtf_sets,
    edtf_values,
    recorded_dates,
)
from timeline.strategies._records import (
    allen_constraints,
    claims,
    details,
    events,
    metric_constraints,
    nearness_constraints,
    points,
    sources,
)
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
)
from timeline.strategies._words import anchors
from timeline.times import (
    Bounds,
    BusinessDays,
    CivilDate,
    CivilTime,
    Duration,
    Instant,
    Interval,
    Period,
    Turns,
)
from timeline.times.distance import Distance

__all__ = ["TYPES", "register"]

TYPES: Final[dict[type, Callable[[], st.SearchStrategy[Any]]]] = {
    AllenConstraint: allen_constraints,
    Anchor: anchors,
    Bounds: bounds,
    BusinessDays: business_days,
    CivilDate: civil_dates,
    CivilTime: civil_times,
    Claim: claims,
    Conventions: conventions,
    Details: details,
    Distance: distances,
    Duration: durations,
    EdtfDate: edtf_dates,
    EdtfDateTime: edtf_datetimes,
    EdtfInterval: edtf_intervals,
    EdtfSet: edtf_sets,
    EdtfValue: edtf_values,
    Event: events,
    Instant: instants,
    Interval: intervals,
    MetricConstraint: metric_constraints,
    NearnessConstraint: nearness_constraints,
    Period: periods,
    Point: points,
    RecordedDate: recorded_dates,
    Source: sources,
    Timeline: timelines,
    Turns: turns,
}


def register() -> None:
    """Let `hypothesis.strategies.from_type` know our types; hypothesis calls it when it is imported.

    >>> from hypothesis import find
    >>> find(st.from_type(CivilDate), lambda date: date > CivilDate(2001))
    CivilDate(year=2001, month=1, day=2)
    """
    for kind, strategy in TYPES.items():
        st.register_type_strategy(kind, _made_by(strategy))


def _made_by(strategy: Callable[[], st.SearchStrategy[Any]]) -> Callable[[type], st.SearchStrategy[Any]]:
    """Build the strategy when it is asked for: most tests never ask."""
    return lambda _kind: strategy()
