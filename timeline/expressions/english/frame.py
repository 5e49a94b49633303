"""The frame in which values are found on the calendar, and the windows that come out.

A window is on the wall calendar of the anchor's zone, in microseconds as if it were UTC: zones come in at the very end.
"""

from __future__ import annotations

from functools import cached_property

import attrs

from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.expressions.english.timex import year_value
from timeline.expressions.readings import TimexType
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number
from timeline.times.distance import Distance

__all__ = ["DAY", "Frame", "Window"]

DAY = 86_400_000_000
LONG_UNITS = frozenset({Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM})


@attrs.frozen
class Window:
    """Where a value may lie: from `start` up to `end` on the wall, open where None, and how TIMEX3 says it.

    Something takes place within it, unless `latest_start` or `earliest_end` say that it reaches from one side to the
    other: "from June to August" starts within June.
    """

    start: int | None
    end: int | None
    unit: Granularity | None = attrs.field(kw_only=True)
    timex: str = attrs.field(kw_only=True)
    reason: str = attrs.field(kw_only=True)
    kind: TimexType = attrs.field(default=TimexType.DATE, kw_only=True)
    mod: str | None = attrs.field(default=None, kw_only=True)
    latest_start: int | None = attrs.field(default=None, kw_only=True)
    earliest_end: int | None = attrs.field(default=None, kw_only=True)
    reaching: bool = attrs.field(default=False, kw_only=True)
    distance: Distance | None = attrs.field(default=None, kw_only=True)
    edtf: str | None = attrs.field(default=None, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    name: str | None = attrs.field(default=None, kw_only=True)

    @property
    def first_day(self) -> int:
        """The number of the day on which it begins; 0 where it is open, which nobody asks."""
        return 0 if self.start is None else self.start // DAY

    @property
    def called(self) -> str:
        """What reasons call it: its TIMEX3 value, where that is not a decade or a century, of which TIMEX3 writes a few digits."""
        if self.name is not None:
            return self.name
        if self.unit not in LONG_UNITS or self.start is None or self.end is None:
            return self.timex
        first, last = (date_from_day_number(wall // DAY).year for wall in (self.start, self.end - 1))
        return f"{year_value(first)}..{year_value(last)}"


@attrs.frozen
class Frame:
    """What relative words start from: the anchor, the time last spoken of, and the side on which a bare name lies.

    `year` is the one in which a story comes to a bare month, where the dates around it tell.
    """

    anchor: Anchor
    conventions: Conventions = DEFAULT
    spoken: Window | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)
    prefer: str = attrs.field(default="past", kw_only=True)

    @cached_property
    def today(self) -> int:
        """The number of the anchor's day; words that do not ask for it mean the same on every day."""
        return self.anchor.date.number

    @property
    def now(self) -> tuple[int, int]:
        """The stretch of wall time that the anchor is: its moment where that is known, else its day."""
        start = self.today * DAY
        if self.anchor.microseconds is None:
            return start, start + DAY
        return start + self.anchor.microseconds, start + self.anchor.microseconds + 1

    def spoken_day(self) -> int:
        """Return the number of the day last spoken of, else the anchor's.

        >>> Frame(Anchor.parse("1970-01-02")).spoken_day()
        1
        """
        if self.spoken is None or self.spoken.start is None:
            return self.today
        return self.spoken.start // DAY

    def base_day(self, *, spoken: bool) -> int:
        """Return the number of the day that a pointing word starts from; in a story always the one last spoken of."""
        return self.spoken_day() if spoken or self.prefer == "spoken" else self.today

    def base_window(self, *, spoken: bool) -> Window | None:
        """Return the time last spoken of where a pointing word starts from all of it, None where it starts from one day."""
        window = self.spoken
        if window is None or window.start is None or not (spoken or self.prefer == "spoken"):
            return None
        return None if window.kind is TimexType.TIME else window

    def moved_to(self, window: Window) -> Frame:
        """Return the frame of somebody who speaks at a window.

        >>> frame = Frame(Anchor.parse("1970-01-02"))
        >>> frame.moved_to(Window(0, DAY, unit=None, timex="", reason="")).spoken_day()
        0
        """
        return attrs.evolve(self, spoken=window)
