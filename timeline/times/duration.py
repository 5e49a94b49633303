"""Lengths of time: `Duration` is exact, `Period` is counted on a calendar; the two are never equal."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError
from timeline.times.calendar import integer
from timeline.times.iso import Scanner

__all__ = ["Duration", "Period"]

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


@attrs.frozen(order=True)
class Duration:
    """An exact length in microseconds, the same everywhere on the axis.

    Days are not a Duration, since a day with a clock change has 23 or 25 hours: see `Period`.

    >>> Duration.of(hours=1, minutes=18) + Duration.parse("PT0.5S")
    Duration(microseconds=4680500000)
    """

    microseconds: int

    def __attrs_post_init__(self) -> None:
        integer(self.microseconds, "microseconds")

    def __reduce__(self) -> tuple[object, ...]:
        return Duration, (self.microseconds,)

    @classmethod
    def of(
        cls,
        *,
        hours: int = 0,
        minutes: int = 0,
        seconds: int = 0,
        milliseconds: int = 0,
        microseconds: int = 0,
    ) -> Duration:
        """Return a duration from its parts, which may be negative.

        >>> print(Duration.of(minutes=90))
        PT1H30M
        """
        parts = (
            (hours, HOUR),
            (minutes, MINUTE),
            (seconds, SECOND),
            (milliseconds, 1_000),
            (microseconds, 1),
        )
        return cls(sum(integer(count, "a part") * unit for count, unit in parts))

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ISO 8601 hours, minutes and seconds; the inverse of `str`.

        >>> Duration.parse("-PT0.5S")
        Duration(microseconds=-500000)
        >>> Duration.parse("P1D")
        Traceback (most recent call last):
        timeline.errors.ParseError: column 2 of 'P1D': expected 'T', found '1'; days, months and years are a Period
        """
        scanner = Scanner(text)
        sign = -1 if scanner.take("-") else 1
        scanner.expect("P")
        if not scanner.take("T"):
            found = repr(scanner.peek()) if scanner.peek() else "the end"
            raise scanner.error(f"expected 'T', found {found}", hint="days, months and years are a Period")
        total = 0
        for designator, amount in _parts(scanner, "HMS"):
            total += amount * {"H": HOUR, "M": MINUTE, "S": SECOND}[designator] // SECOND
        return cls(sign * total)

    def __str__(self) -> str:
        rest = abs(self.microseconds)
        hours, rest = divmod(rest, HOUR)
        minutes, rest = divmod(rest, MINUTE)
        seconds, fraction = divmod(rest, SECOND)
        tail = f".{fraction:06d}".rstrip("0") if fraction else ""
        text = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
        if seconds or fraction or not text:
            text += f"{seconds}{tail}S"
        return f"{'-' if self.microseconds < 0 else ''}PT{text}"

    def __add__(self, other: Duration) -> Duration:
        if not isinstance(other, Duration):
            return NotImplemented
        return Duration(self.microseconds + other.microseconds)

    def __sub__(self, other: Duration) -> Duration:
        if not isinstance(other, Duration):
            return NotImplemented
        return Duration(self.microseconds - other.microseconds)

    def __neg__(self) -> Duration:
        return Duration(-self.microseconds)


@attrs.frozen
class Period:
    """Months and days counted on a calendar; a year is 12 months, a week 7 days.

    A month is not 30 days and has no fixed length, so periods have no order and never equal a `Duration`.
    Months are added first and then days: see `CivilDate.plus`.

    >>> Period.of(years=1, weeks=2)
    Period(months=12, days=14)
    """

    months: int = 0
    days: int = 0

    def __attrs_post_init__(self) -> None:
        integer(self.months, "months")
        integer(self.days, "days")
        if self.months * self.days < 0:
            raise RangeError("a period goes one way: its months and its days have the same sign")

    def __reduce__(self) -> tuple[object, ...]:
        return Period, (self.months, self.days)

    @classmethod
    def of(cls, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> Period:
        """Return a period from its parts.

        >>> print(Period.of(months=14, days=3))
        P1Y2M3D
        """
        return cls(
            12 * integer(years, "years") + integer(months, "months"),
            7 * integer(weeks, "weeks") + integer(days, "days"),
        )

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ISO 8601 years, months and days, or weeks alone; the inverse of `str`.

        >>> Period.parse("P3M"), Period.parse("P2W")
        (Period(months=3, days=0), Period(months=0, days=14))
        """
        scanner = Scanner(text)
        sign = -1 if scanner.take("-") else 1
        scanner.expect("P")
        if scanner.peek() == "T":
            raise scanner.error(
                "a period has no time of day", hint="hours, minutes and seconds are a Duration"
            )
        months = days = 0
        designators = "W" if "W" in text else "YMD"
        for designator, amount in _parts(scanner, designators):
            months += amount * {"Y": 12, "M": 1}.get(designator, 0) // SECOND
            days += amount * {"W": 7, "D": 1}.get(designator, 0) // SECOND
        return cls(sign * months, sign * days)

    def __str__(self) -> str:
        years, months = divmod(abs(self.months), 12)
        text = f"{years}Y" * bool(years) + f"{months}M" * bool(months)
        if self.days or not text:
            text += f"{abs(self.days)}D"
        return f"{'-' if self.months < 0 or self.days < 0 else ''}P{text}"

    def __neg__(self) -> Period:
        return Period(-self.months, -self.days)


def _parts(scanner: Scanner, designators: str) -> list[tuple[str, int]]:
    """Read amounts with their designators, each at most once and in order; amounts in millionths."""
    parts: list[tuple[str, int]] = []
    allowed = designators
    while scanner.peek():
        at = scanner.position
        run = scanner.run_of_digits()
        if not run:
            raise scanner.error(f"expected a number, found {scanner.peek()!r}")
        amount = int(run) * SECOND
        decimal = scanner.take(".")
        if decimal:
            amount += scanner.fraction()[0]
        designator = scanner.peek()
        if not designator or designator not in allowed:
            listed = ", ".join(allowed) or "nothing more"
            raise scanner.error(f"expected {listed} after the number", at=scanner.position)
        if decimal and designator != "S":
            raise scanner.error("only seconds may have a decimal part", at=at)
        scanner.take(designator)
        allowed = allowed[allowed.index(designator) + 1 :]
        parts.append((designator, amount))
    if not parts:
        raise scanner.error("no amount given")
    return parts
