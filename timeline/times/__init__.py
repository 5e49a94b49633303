"""Values on the time line; they know no text beyond ISO 8601."""

from timeline.times.allen import ALL_RELATIONS, Relation
from timeline.times.bounds import ANYTIME, Bounds
from timeline.times.business import BusinessDays
from timeline.times.calendar import CivilDate
from timeline.times.duration import Duration, Period
from timeline.times.granularity import Granularity
from timeline.times.instant import CivilTime, Instant
from timeline.times.interval import Interval
from timeline.times.turns import Turns

__all__ = [
    "ALL_RELATIONS",
    "ANYTIME",
    "Bounds",
    "BusinessDays",
    "CivilDate",
    "CivilTime",
    "Duration",
    "Granularity",
    "Instant",
    "Interval",
    "Period",
    "Relation",
    "Turns",
]
