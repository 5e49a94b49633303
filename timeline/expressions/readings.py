"""`Reading`: one way to understand an expression against an anchor."""

from __future__ import annotations

import enum

import attrs

from timeline.frozen import Record
from timeline.times import ANYTIME, Bounds, Granularity
from timeline.times.distance import Distance

__all__ = ["Reading", "TimexType"]


class TimexType(enum.Enum):
    """The four kinds of time expression that TimeML's TIMEX3 knows."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@attrs.frozen
class Reading(Record):
    """What an expression can mean: when, for how long, in TIMEX3 and in EDTF, and why it can.

    `bounds` are as wide as the words: an expression that says only how long has `ANYTIME`, and one that says only
    when has no `distance`. `granularity` is the unit in which it was put, None where there is none ("recently").

    >>> Reading(ANYTIME, reason="no date given", timex_type=TimexType.DATE, timex_value="PAST_REF").edtf is None
    True
    """

    bounds: Bounds = ANYTIME
    reason: str = attrs.field(kw_only=True)
    timex_type: TimexType = attrs.field(kw_only=True)
    timex_value: str = attrs.field(kw_only=True)
    timex_mod: str | None = attrs.field(default=None, kw_only=True)
    distance: Distance | None = attrs.field(default=None, kw_only=True)
    edtf: str | None = attrs.field(default=None, kw_only=True)
    granularity: Granularity | None = attrs.field(default=None, kw_only=True)
