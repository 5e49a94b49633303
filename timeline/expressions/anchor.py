"""`Anchor`: the time from which relative words are read, usually the day a source was published."""

from __future__ import annotations

import datetime as stdlib

import attrs

from timeline.errors import WrongTypeError
from timeline.frozen import Record
from timeline.times import CivilDate, CivilTime, Granularity, Instant, Interval
from timeline.times.iso import Scanner
from timeline.times.zones import check_zone

__all__ = ["Anchor", "AnyDay"]

SOME_DAY = CivilDate(2024, 2, 29)


@attrs.frozen
class Anchor(Record):
    """A day in a zone, with the time of day where it is known; never taken from a clock.

    >>> Anchor.parse("2025-12-13", zone="Asia/Seoul").date.weekday
    6
    """

    date: CivilDate
    microseconds: int | None = attrs.field(default=None, kw_only=True)
    zone: str = attrs.field(
        default="UTC", kw_only=True, validator=lambda _self, _field, name: check_zone(name) and None
    )

    @classmethod
    def parse(cls, text: str, *, zone: str = "UTC") -> Anchor:
        """Read an ISO 8601 date, or a date and time of day; an offset given there is moved into the zone.

        >>> Anchor.parse("2025-12-13T23:00:00Z", zone="Asia/Seoul").date.day
        14
        """
        scanner = Scanner(text)
        year, month, day = scanner.date_parts()
        if month is None or day is None:
            raise scanner.error("an anchor is a day", hint="give year, month and day")
        if not scanner.take("T"):
            scanner.finish()
            return cls(CivilDate(year, month, day), zone=zone)
        since_midnight, _ = scanner.time_of_day()
        if scanner.peek():
            return cls.from_instant(Instant.parse(text), zone=zone)
        return cls(CivilDate(year, month, day), microseconds=since_midnight, zone=zone)

    @classmethod
    def from_instant(cls, instant: Instant, *, zone: str = "UTC") -> Anchor:
        """Return the anchor that the calendar and clock of a zone show at an instant.

        >>> print(Anchor.from_instant(Instant(0), zone="Asia/Seoul"))
        1970-01-01T09:00:00 Asia/Seoul
        """
        date, since_midnight = instant.civil(check_zone(zone))
        return cls(date, microseconds=since_midnight, zone=zone)

    @classmethod
    def from_value(cls, value: object, *, zone: str = "UTC") -> Anchor:
        """Return an anchor from whatever names a day: text, an Instant, a date or datetime (pendulum's too).

        >>> Anchor.from_value(stdlib.date(2025, 12, 13)) == Anchor.from_value("2025-12-13")
        True
        """
        if isinstance(value, Anchor):
            return value
        if isinstance(value, str):
            return cls.parse(value, zone=zone)
        if isinstance(value, Instant):
            return cls.from_instant(value, zone=zone)
        if isinstance(value, CivilDate):
            return cls(value, zone=zone)
        if isinstance(value, stdlib.datetime):
            return cls.from_instant(Instant.from_datetime(value), zone=zone)
        if isinstance(value, stdlib.date):
            return cls(CivilDate(value.year, value.month, value.day), zone=zone)
        raise WrongTypeError(
            f"an anchor is a date, not {type(value).__name__}", hint="give it as '2025-12-13'"
        )

    @property
    def day(self) -> Interval:
        """The whole day, in the zone."""
        return Interval.of(Granularity.DAY, self.date, zone=self.zone)

    def __str__(self) -> str:
        if self.microseconds is None:
            return f"{self.date} {self.zone}"
        return f"{CivilTime(self.date, self.microseconds)} {self.zone}"


class AnyDay(Anchor):
    """An anchor of which only the zone counts, and that remembers whether somebody asked for its day.

    The law: whatever is worked out from it, and did not ask, is the same for the anchor of any day in that zone.

    >>> from timeline.expressions.resolve import resolve
    >>> anchor = AnyDay("Asia/Seoul")
    >>> resolve("5 March 2004", anchor=anchor)[0].edtf, anchor.asked
    ('2004-03-05', False)
    >>> resolve("last June", anchor=anchor)[0].edtf, anchor.asked
    ('2023-06', True)
    """

    __slots__ = ("asked",)
    asked: bool

    def __init__(self, zone: str) -> None:
        super().__init__(SOME_DAY, zone=zone)
        object.__setattr__(self, "asked", False)

    def __getattribute__(self, name: str) -> object:
        if name in {"date", "microseconds", "day"}:
            object.__setattr__(self, "asked", True)
        return super().__getattribute__(name)
