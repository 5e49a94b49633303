"""`EdtfDateTime`: a day with a time of day to the second, with or without an offset from UTC."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.padding import Padding
from timeline.expressions.edtf.relations import Box
from timeline.expressions.edtf.value import Corners, EdtfValue
from timeline.expressions.seasons import METEOROLOGICAL, SeasonConvention
from timeline.times import Bounds, Duration, Granularity, Instant, Interval
from timeline.times.calendar import date_from_day_number, integer
from timeline.times.distance import Distance
from timeline.times.instant import CivilTime
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["EdtfDateTime"]

SECOND = 1_000_000


@attrs.frozen
class EdtfDateTime(EdtfValue):
    """A second of a day, as a clock shows it; `offset` is in seconds ahead of UTC, None where none is given.

    `first_day` and `last_day` are the day that was written, whatever day it is in UTC.

    >>> from timeline.expressions.edtf.parser import parse
    >>> moment = parse("1985-04-12T23:20:30-04")
    >>> print(moment.canonical(), moment.first_day, moment.bounds().earliest_start)
    1985-04-12T23:20:30-04:00 1985-04-12 1985-04-13T03:20:30Z
    """

    date: EdtfDate
    seconds: int
    offset: int | None = attrs.field(default=None, kw_only=True)
    text: str = attrs.field(default="", kw_only=True, eq=False)
    level: int = attrs.field(default=0, kw_only=True, eq=False)
    repaired: str | None = attrs.field(default=None, kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.date.day is None:
            raise RangeError("a time of day needs a day")
        if any(part.value is None or part.qualification.value for part in self.date.parts):
            raise RangeError("a day with a time has neither X nor a qualification")
        if not 0 <= integer(self.seconds, "seconds") < 86_400:
            raise RangeError(f"no day has a second {self.seconds}")
        if self.offset is not None and (integer(self.offset, "offset") % 60 or abs(self.offset) >= 86_400):
            raise RangeError(f"an offset is whole minutes and under a day, not {self.offset} seconds")
        if self.level < self.date.level:
            object.__setattr__(self, "level", self.date.level)
        if not self.text:
            object.__setattr__(self, "text", self.canonical())

    @property
    def first_day_number(self) -> int:
        """The day that was written, counted from 1970-01-01."""
        return self.date.first_day_number

    @property
    def last_day_number(self) -> int:
        """The day that was written, counted from 1970-01-01."""
        return self.date.first_day_number

    @property
    def granularity(self) -> Granularity:
        """Always a second."""
        return Granularity.SECOND

    @property
    def is_uncertain(self) -> bool:
        """Always False: EDTF has no qualification for a date-time."""
        return False

    @property
    def is_approximate(self) -> bool:
        """Always False: EDTF has no qualification for a date-time."""
        return False

    def canonical(self) -> str:
        """Return the one text of this meaning: Z for UTC, and hours with minutes for any other offset."""
        return f"{self.date.canonical()}T{self._clock()}{self._offset_text('Z')}"

    def humanize(self) -> str:
        """Return it in English.

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1985-04-12T01:00:00Z").humanize()
        '12 April 1985, 01:00:00 UTC'
        """
        if self.offset is None:
            return f"{self.date.humanize()}, {self._clock()} local time"
        return f"{self.date.humanize()}, {self._clock()} UTC{self._offset_text('')}"

    def _clock(self) -> str:
        minutes, second = divmod(self.seconds, 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"

    def _offset_text(self, zero: str) -> str:
        if not self.offset:
            return "" if self.offset is None else zero
        minutes = abs(self.offset) // 60
        return f"{'-' if self.offset < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"

    def duration(self) -> Distance:
        """Return one second."""
        return Distance.exactly(Duration(SECOND))

    def corners(
        self,
        *,
        seasons: SeasonConvention = METEOROLOGICAL,  # noqa: ARG002  # a day has no season to look up
        padding: Padding | None = None,  # noqa: ARG002  # and no qualification to pad
    ) -> Corners:
        """Return the day that was written, four times."""
        day = self.first_day_number
        return Corners(day, day, day, day)

    def bounds(
        self,
        *,
        zone: str = "UTC",
        seasons: SeasonConvention = METEOROLOGICAL,  # noqa: ARG002  # as in `corners`
        padding: Padding | None = None,  # noqa: ARG002  # as in `corners`
    ) -> Bounds:
        """Return the bounds of something that took place within this second; `zone` is read where no offset is given.

        A local time that the clocks of the zone show twice has both for its bounds; one that they skip is refused.
        """
        if self.offset is not None:
            start = Instant(self._wall() - self.offset * SECOND)
            return Bounds.within(Interval(start, start + Duration(SECOND)))
        civil = CivilTime(date_from_day_number(self.first_day_number), self.seconds * SECOND)
        first = Instant.from_civil(civil, zone=zone, ambiguous="earlier")
        last = Instant.from_civil(civil, zone=zone, ambiguous="later")
        if first == last and first.civil(zone) != civil:
            Instant.from_civil(civil, zone=zone)  # raises, and says that the clocks skip it
        return Bounds.within(Interval(first, last + Duration(SECOND)))

    def _wall(self) -> int:
        return self.first_day_number * MICROSECONDS_PER_DAY + self.seconds * SECOND

    def sort_key(self) -> tuple[int, int, int, str]:
        """Return a key that orders it among other values: by its place in the day that was written."""
        start = self._wall()
        return start, start + SECOND, int(self.granularity), self.canonical()

    @property
    def has_offset(self) -> bool:
        """Whether it says how far its clock is from UTC."""
        return self.offset is not None

    def boxes(self, *, absolute: bool) -> tuple[Box, ...]:
        """Return the box of its second, as the wall clock shows it or as the instant it is."""
        ahead = (self.offset or 0) if absolute else 0
        start = self._wall() - ahead * SECOND
        return (Box(start, start, start + SECOND, start + SECOND),)
