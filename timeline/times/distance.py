"""`Distance`: how far apart two points are said to be, as far as it is said."""

from __future__ import annotations

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.times.business import BusinessDays
from timeline.times.counting import Counted, day_range
from timeline.times.duration import Duration, Period
from timeline.times.turns import Turns

__all__ = ["Amount", "Distance", "parse_amount"]

Amount = Duration | Counted
LIMITS = ("at_least", "more_than", "at_most", "less_than")


@attrs.frozen(kw_only=True)
class Distance:
    """A lower and an upper limit on a length, each either attained or not; a side that is not given is open.

    A `Duration` is measured exactly. A `Period`, `BusinessDays` and `Turns` are counted in days of the calendar, from the
    day of one point to the day of the other in the zone of whoever says it, so that two day-wide times three days apart
    are three days apart whatever their hours.

    >>> print(Distance(less_than=Period.of(months=3)))
    less than P3M
    >>> print(Distance(at_least=Period.of(days=3), at_most=Period.of(days=3)))
    exactly P3D
    """

    at_least: Amount | None = None
    more_than: Amount | None = None
    at_most: Amount | None = None
    less_than: Amount | None = None

    def __attrs_post_init__(self) -> None:
        for name in LIMITS:
            amount = getattr(self, name)
            if amount is not None and not isinstance(amount, Amount):
                raise WrongTypeError(
                    f"{name} is an amount, such as a Duration or a Period, not {type(amount).__name__}"
                )
        if self.at_least is not None and self.more_than is not None:
            raise RangeError("give at_least or more_than, not both")
        if self.at_most is not None and self.less_than is not None:
            raise RangeError("give at_most or less_than, not both")
        self._refuse_reversed()

    def _refuse_reversed(self) -> None:
        low, high = self.low, self.high
        if low is None or high is None:
            return
        least, most = _ends(low, high)
        if least + (self.more_than is not None) > most - (self.less_than is not None):
            raise RangeError(f"no length is both {_lower(self)} and {_upper(self)}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, tuple(getattr(self, name) for name in LIMITS)

    @classmethod
    def exactly(cls, amount: Amount) -> Distance:
        """Return the distance that is just so long.

        >>> print(Distance.exactly(Duration.of(minutes=78)))
        exactly PT1H18M
        """
        return cls(at_least=amount, at_most=amount)

    @property
    def low(self) -> Amount | None:
        """The lower limit, attained or not."""
        return self.at_least if self.more_than is None else self.more_than

    @property
    def high(self) -> Amount | None:
        """The upper limit, attained or not."""
        return self.at_most if self.less_than is None else self.less_than

    @property
    def same_unit(self) -> str | None:
        """The unit that two points share, where that is all that is said; None where it is not.

        >>> from timeline.times.granularity import Granularity
        >>> Distance.exactly(Turns(0, Granularity.MONTH)).same_unit
        'month'
        """
        turns = self.at_least
        if not isinstance(turns, Turns) or turns.count or turns != self.at_most:
            return None
        return turns.unit.name.lower()

    @property
    def counted_back(self) -> Distance | None:
        """What the other point is before this one, where that is how it is counted; None where it is not.

        >>> print(Distance.exactly(BusinessDays(-2)).counted_back)
        exactly P2D[business]
        """
        limits = [limit for limit in (self.low, self.high) if limit is not None]
        days = [limit.count for limit in limits if isinstance(limit, BusinessDays)]
        others = [limit for limit in limits if not isinstance(limit, BusinessDays)]
        back = (
            days and max(days) < 0 and self.high is not None and all(limit == Duration(0) for limit in others)
        )
        return -self if back else None

    def placing(self, said: str | None = None) -> str:
        """Return the words that stand between one point and the other, from which it is counted.

        `said` are words for the distance itself; without them it is written in ISO 8601.

        >>> print(Distance(at_least=Period.of(days=2)).placing(), "|", Distance.exactly(BusinessDays(-2)).placing("two days"))
        at least P2D after | two days before
        """
        if self.same_unit is not None and said is None:
            return f"in the same {self.same_unit} as"
        back = self.counted_back
        return f"{said or self} after" if back is None else f"{said or back} before"

    def __neg__(self) -> Distance:
        """Return the distance seen from the other point; business days are then counted the other way."""
        sides = (self.at_most, self.less_than, self.at_least, self.more_than)
        return _rebuild(*(None if side is None else -side for side in sides))

    def __str__(self) -> str:
        if self.at_least is not None and self.at_least == self.at_most:
            return f"exactly {self.at_least}"
        return " and ".join(part for part in (_lower(self), _upper(self)) if part) or "any length"


def shortest(amount: Amount) -> int:
    """Return the fewest microseconds that an amount can last, on any calendar page and through any clock change.

    A period that goes forward never lasts less than nothing, whatever the clocks do.

    >>> shortest(Period.of(months=1)) // 3_600_000_000  # February, and 26 hours for the clocks
    646
    """
    return _extreme(amount, 0)


def longest(amount: Amount) -> int:
    """Return the most microseconds that an amount can last.

    >>> longest(Period.of(months=1)) // 3_600_000_000  # 31 days, and 26 hours for the clocks
    770
    """
    return _extreme(amount, 1)


def _extreme(amount: Amount, side: int) -> int:
    if isinstance(amount, Duration):
        return amount.microseconds
    days = day_range(amount)[side]
    if days < 0:
        return -_extreme(-amount, 1 - side)
    if days == 0:
        return 0
    return days * DAY + CLOCK_CHANGE if side else max(0, days * DAY - CLOCK_CHANGE)


DAY = 86_400_000_000
CLOCK_CHANGE = 26 * 3_600_000_000
"""The widest change of offset that a zone can make is a move across the date line and an hour of summer time twice."""


def _ends(low: Amount, high: Amount) -> tuple[int, int]:
    """Return the least and the most that two limits can mean, in days or in microseconds, the same for both.

    From one day, the same number of months is the same number of days, and business days of one calendar are in their order.
    Beside a Duration, what is counted in days may begin and end at any hour of them.
    """
    if isinstance(low, Duration) or isinstance(high, Duration):
        inside = DAY * (not isinstance(low, Duration)), DAY * (not isinstance(high, Duration))
        return shortest(low) - inside[0], longest(high) + inside[1]
    if isinstance(low, Period) and isinstance(high, Period) and low.months == high.months:
        return low.days, high.days
    if isinstance(low, BusinessDays) and isinstance(high, BusinessDays) and low.calendar == high.calendar:
        return low.count, high.count
    if isinstance(low, Turns) and isinstance(high, Turns) and low == attrs.evolve(high, count=low.count):
        return low.count, high.count
    return day_range(low)[0], day_range(high)[1]


def _lower(distance: Distance) -> str:
    if distance.more_than is not None:
        return f"more than {distance.more_than}"
    return "" if distance.at_least is None else f"at least {distance.at_least}"


def _upper(distance: Distance) -> str:
    if distance.less_than is not None:
        return f"less than {distance.less_than}"
    return "" if distance.at_most is None else f"at most {distance.at_most}"


def _rebuild(*limits: Amount | None) -> Distance:
    return Distance(**dict(zip(LIMITS, limits, strict=True)))


def parse_amount(text: str) -> Amount:
    """Read an amount of any kind, by ISO 8601 and its suffix; the inverse of `str`.

    >>> parse_amount("P3M"), parse_amount("-PT1H"), parse_amount("P3D[business]")
    (Period(months=3, days=0), Duration(microseconds=-3600000000), BusinessDays(count=3, calendar=None))
    """
    if text.startswith(("PT", "-PT")):
        return Duration.parse(text)
    kind: type[Counted] = Period
    if "[" in text:
        kind = Turns if "[turns" in text else BusinessDays
    return kind.parse(text)
