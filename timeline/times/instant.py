"""`Instant`: a point on the time line, and the only door to pendulum.

pendulum is loaded when a value is handed over, never before: reading and reasoning do not need it.
"""

from __future__ import annotations

import datetime as stdlib
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

import attrs

from timeline.errors import RangeError, WrongTypeError, ZoneError, shorten
from timeline.times import zones
from timeline.times.calendar import CivilDate, date_from_day_number, integer
from timeline.times.duration import Duration, Period
from timeline.times.granularity import Granularity
from timeline.times.iso import Scanner

if TYPE_CHECKING:
    import pendulum

__all__ = ["CivilTime", "Instant"]

DAY = zones.MICROSECONDS_PER_DAY


class _DateAndTime(NamedTuple):
    date: CivilDate
    microseconds: int


class CivilTime(_DateAndTime):
    """What a calendar and a clock of some place show: a date, and microseconds since its midnight.

    >>> date, microseconds = CivilTime(CivilDate(2025, 12, 12), 3_600_000_000)
    >>> print(CivilTime(date, microseconds))
    2025-12-12T01:00:00
    """

    __slots__ = ()

    def __new__(cls, date: CivilDate, microseconds: int) -> Self:
        """Refuse what no calendar and no clock show."""
        if not isinstance(date, CivilDate):
            raise WrongTypeError(f"a date is a CivilDate, not {type(date).__name__}")
        if not 0 <= integer(microseconds, "microseconds") < DAY:
            raise RangeError(f"{microseconds} microseconds after midnight are not in the same day")
        return super().__new__(cls, date, microseconds)

    def __str__(self) -> str:
        seconds, fraction = divmod(self.microseconds, 1_000_000)
        minutes, second = divmod(seconds, 60)
        tail = f".{fraction:06d}".rstrip("0") if fraction else ""
        return f"{self.date}T{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}{tail}"


@attrs.frozen
class Instant:
    """A point on the time line: whole microseconds since 1970-01-01T00:00:00Z, at any distance.

    The calendar is proleptic Gregorian and year 0 is 1 BCE (ISO 8601). Leap seconds are not counted (POSIX).

    >>> Instant.parse("2025-12-12T15:00:00+09:00")
    Instant(microseconds=1765519200000000)
    >>> print(Instant.of(-170_000_000))
    -170000000-01-01T00:00:00Z
    """

    microseconds: int

    def __attrs_post_init__(self) -> None:
        if type(self.microseconds) is not int:
            integer(self.microseconds, "microseconds")

    # Written out, since Instants are compared more than anything else and attrs would compare tuples.
    def __lt__(self, other: Instant) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.microseconds < other.microseconds

    def __le__(self, other: Instant) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.microseconds <= other.microseconds

    def __gt__(self, other: Instant) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.microseconds > other.microseconds

    def __ge__(self, other: Instant) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.microseconds >= other.microseconds

    def __reduce__(self) -> tuple[object, ...]:
        return Instant, (self.microseconds,)

    @classmethod
    def of(
        cls,
        year: int,
        month: int = 1,
        day: int = 1,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        *,
        zone: str = "UTC",
        ambiguous: Literal["refuse", "earlier", "later"] = "refuse",
    ) -> Instant:
        """Return the instant at which clocks in a zone show a date and time.

        A time that the clocks skip, or show twice, is refused; `ambiguous` takes the earlier or later of
        two, and the instant of the jump for one that is skipped.

        >>> print(Instant.of(2013, 10, 27, 2, 30, zone="Europe/Paris", ambiguous="later"))
        2013-10-27T01:30:00Z
        >>> Instant.of(2013, 3, 31, 2, 30, zone="Europe/Paris")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        timeline.errors.ZoneError: clocks in Europe/Paris show 2013-03-31T02:30:00 never; ...
        """
        time = (
            ("hour", hour, 24),
            ("minute", minute, 60),
            ("second", second, 60),
            ("microsecond", microsecond, 10**6),
        )
        for name, value, below in time:
            if not 0 <= integer(value, name) < below:
                raise RangeError(f"{name} {value} does not exist")
        since_midnight = ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond
        return cls.from_civil(
            CivilTime(CivilDate(year, month, day), since_midnight), zone=zone, ambiguous=ambiguous
        )

    @classmethod
    def from_civil(
        cls, civil: CivilTime, *, zone: str, ambiguous: Literal["refuse", "earlier", "later"] = "refuse"
    ) -> Instant:
        """Return the instant at which clocks in a zone show a civil time; the inverse of `civil`.

        >>> Instant.from_civil(Instant(0).civil("Asia/Seoul"), zone="Asia/Seoul")
        Instant(microseconds=0)
        """
        if ambiguous not in {"refuse", "earlier", "later"}:
            raise RangeError(f"ambiguous is 'refuse', 'earlier' or 'later', not {shorten(ambiguous)}")
        wall = civil.date.number * DAY + civil.microseconds
        found = zones.instants_at(wall, zones.check_zone(zone))
        if len(found) == 1:
            return cls(found[0])
        if ambiguous == "refuse":
            count = "twice" if found else "never"
            raise ZoneError(
                f"clocks in {zone} show {civil} {count}",
                hint="give an offset, or say which you mean with ambiguous='earlier' or 'later'",
            )
        if not found:
            return cls(zones.after_gap(wall, zone))
        return cls(found[0] if ambiguous == "earlier" else found[-1])

    @classmethod
    def parse(cls, text: str) -> Instant:
        """Read an ISO 8601 date and time of day with ``Z`` or an offset; the inverse of `str`.

        >>> print(Instant.parse("2025-08-01T09:00+09:00"))
        2025-08-01T00:00:00Z
        >>> Instant.parse("2025-08-01")
        Traceback (most recent call last):
        timeline.errors.ParseError: column 11 of '2025-08-01': a day is not an instant; give a time of day and an offset
        """
        scanner = Scanner(text)
        year, month, day = scanner.date_parts()
        if month is None or day is None or not scanner.take("T"):
            unit = "year" if month is None else "month" if day is None else "day"
            raise scanner.error(f"a {unit} is not an instant", hint="give a time of day and an offset")
        since_midnight, _ = scanner.time_of_day()
        offset = scanner.offset()
        if offset is None:
            raise scanner.error("no offset from UTC", hint="end with Z, or with an offset such as +09:00")
        scanner.finish()
        return cls(CivilDate(year, month, day).number * DAY + since_midnight - offset)

    @classmethod
    def from_datetime(cls, value: stdlib.datetime) -> Instant:
        """Return the instant of an aware standard-library or pendulum datetime, its fold respected.

        >>> Instant.from_datetime(stdlib.datetime(1970, 1, 2, tzinfo=stdlib.UTC)).microseconds
        86400000000
        """
        if not isinstance(value, stdlib.datetime):
            raise WrongTypeError(f"not a datetime: {type(value).__name__}")
        offset = value.utcoffset()
        if offset is None:
            raise WrongTypeError("a naive datetime is not an instant", hint="give it a tzinfo")
        wall = stdlib.datetime.combine(value.date(), value.time(), tzinfo=stdlib.UTC)
        return cls((wall - zones.EPOCH - offset) // zones.MICROSECOND)

    @classmethod
    def from_pendulum(cls, value: pendulum.DateTime) -> Instant:
        """Return the instant of a pendulum DateTime; the inverse of `to_pendulum`.

        >>> import pendulum
        >>> Instant.from_pendulum(pendulum.datetime(1970, 1, 1))
        Instant(microseconds=0)
        """
        return cls.from_datetime(value)

    def to_datetime(self, zone: str = "UTC") -> stdlib.datetime:
        """Return a standard-library datetime in a zone; only the years 1 to 9999 have one.

        >>> print(Instant(0).to_datetime("Asia/Seoul"))
        1970-01-01 09:00:00+09:00
        """
        rules = zones.zone_info(zone)
        try:
            return (zones.EPOCH + self.microseconds * zones.MICROSECOND).astimezone(rules)
        except OverflowError:
            raise RangeError(f"{self} is outside the years that a datetime can hold (1 to 9999)") from None

    def to_pendulum(
        self, zone: str = "UTC", *, granularity: Granularity = Granularity.MICROSECOND
    ) -> pendulum.DateTime:
        """Return a pendulum DateTime in a zone, for a granularity of a day or finer.

        A month or a year is refused: a DateTime would invent a day for it.

        >>> print(Instant(0).to_pendulum("Europe/Paris"))
        1970-01-01 01:00:00+01:00
        """
        if granularity > Granularity.DAY:
            raise RangeError(f"a {granularity.name.lower()} is not a point in time", hint="use its bounds")
        import pendulum  # noqa: PLC0415  # 85 ms that reasoning does not need

        return pendulum.instance(self.to_datetime(zone))

    def civil(self, zone: str = "UTC") -> CivilTime:
        """Return what calendars and clocks in a zone show at this instant.

        >>> print(Instant(0).civil("Asia/Seoul"))
        1970-01-01T09:00:00
        """
        day, since_midnight = divmod(self.microseconds + zones.offset_at(self.microseconds, zone), DAY)
        return CivilTime(date_from_day_number(day), since_midnight)

    def plus(self, amount: Duration | Period, *, zone: str = "UTC") -> Instant:
        """Return the instant that lies so much later; a period moves the calendar of a zone, its clocks stay.

        >>> print(Instant.parse("2025-01-31T12:00:00Z").plus(Period.of(months=1)))
        2025-02-28T12:00:00Z
        """
        if isinstance(amount, Duration):
            return self + amount
        if not isinstance(amount, Period):
            raise WrongTypeError(f"an amount is a Duration or a Period, not {type(amount).__name__}")
        date, since_midnight = self.civil(zone)
        moved = date.plus(months=amount.months, days=amount.days)
        if moved == date:
            return self
        return Instant.from_civil(CivilTime(moved, since_midnight), zone=zone, ambiguous="earlier")

    def __add__(self, other: Duration) -> Instant:
        if not isinstance(other, Duration):
            return NotImplemented
        return Instant(self.microseconds + other.microseconds)

    def __sub__(self, other: Instant) -> Duration:
        if not isinstance(other, Instant):
            return NotImplemented
        return Duration(self.microseconds - other.microseconds)

    def __str__(self) -> str:
        return f"{self.civil()}Z"
