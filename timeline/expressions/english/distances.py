"""Lengths in words into `Distance`: a count is as precise as its unit, and limits count exactly.

Days are counted as calendar days. Hours and smaller units lie strictly within one unit. Weeks and larger units lie
within a share of a unit, half of one unless `Conventions.counted` says otherwise.
"""

from __future__ import annotations

from fractions import Fraction

from timeline.errors import RangeError
from timeline.expressions.conventions import Conventions
from timeline.expressions.english.values import Count, Length
from timeline.expressions.english.working import business_days
from timeline.times import Duration, Granularity, Period
from timeline.times.distance import Amount, Distance

__all__ = ["count_range", "distance_of", "exact_amount", "longest_amount"]

MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1_200,
    Granularity.MILLENNIUM: 12_000,
}
DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7}
DAYS_OF_A_MONTH = 30
NEXT_UNIT = {
    Granularity.SECOND: Granularity.MINUTE,
    Granularity.MINUTE: Granularity.HOUR,
    Granularity.HOUR: Granularity.WEEK,
    Granularity.DAY: Granularity.MONTH,
    Granularity.WEEK: Granularity.YEAR,
    Granularity.MONTH: Granularity.YEAR,
    Granularity.QUARTER: Granularity.DECADE,
    Granularity.YEAR: Granularity.CENTURY,
    Granularity.DECADE: Granularity.MILLENNIUM,
    Granularity.CENTURY: None,
    Granularity.MILLENNIUM: None,
}
"""The unit that somebody would have used for much more: "months" are less than a year."""


def exact_amount(count: Fraction, unit: Granularity, *, upward: bool = False) -> Duration | Period:
    """Return so many units as an amount; parts of a day are dropped, or counted as a day (`upward`).

    >>> print(exact_amount(Fraction(5, 2), Granularity.MONTH))
    P2M15D
    """
    exact = unit.microseconds
    if exact is not None:
        return Duration(_whole(count * exact, upward=upward))
    if unit in DAYS:
        return Period(days=_whole(count * DAYS[unit], upward=upward))
    months, rest = divmod(count * MONTHS[unit], 1)
    return Period(int(months), _whole(rest * DAYS_OF_A_MONTH, upward=upward))


def _whole(number: Fraction, *, upward: bool) -> int:
    return -int(-number // 1) if upward else int(number // 1)


def distance_of(length: Length, conventions: Conventions) -> Distance:
    """Return what a length says about how far apart two points are.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> three = Count(Fraction(3), Fraction(3))
    >>> print(distance_of(Length(((three, Granularity.MONTH),)), DEFAULT))
    at least P2M15D and at most P3M15D
    >>> print(distance_of(Length(((three, Granularity.MONTH),), "less_than"), DEFAULT))
    less than P3M
    """
    if len(length.parts) > 1:
        return _compound(length, conventions)
    count, unit = length.parts[0]
    if length.days == "working" and count.vague != "plural":
        return _working(length, conventions)
    if count.vague == "plural":
        return _plural(unit, length.limit)
    low, high = count_range(count, conventions)
    if length.limit in LIMITED:
        return _limited(length.limit, exact_amount(low, unit), exact_amount(high, unit))
    if length.limit in {"about", "nearly"}:
        return _approximate(length.limit, low, high, unit, conventions)
    return _plain(low, high, unit, conventions)


def longest_amount(length: Length, conventions: Conventions) -> Amount:
    """Return the most that the first part of a length can be, by the count that is said.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> print(longest_amount(Length(((Count(), Granularity.DAY),), days="working"), DEFAULT))
    P1D[business]
    """
    count, unit = length.parts[0]
    if length.days == "working":
        return business_days(count.high, length, conventions)
    return exact_amount(count.high, unit)


def _working(length: Length, conventions: Conventions) -> Distance:
    """Return how many business days a length has, a share of them more or less where it is about so long."""
    low, high = count_range(length.parts[0][0], conventions)
    if length.limit in {"about", "nearly"}:
        share = Fraction(*(conventions.about if length.limit == "about" else conventions.nearly))
        low, high = low * (1 - share), high * (1 + share * (length.limit == "about"))
    least = business_days(low, length, conventions)
    most = business_days(high, length, conventions, upward=True)
    if length.limit == "nearly":
        return Distance(at_least=least, less_than=most)
    return _limited(length.limit if length.limit in LIMITED else "exactly", least, most)


LIMITED = frozenset({"less_than", "more_than", "at_least", "at_most", "exactly"})


def count_range(count: Count, conventions: Conventions) -> tuple[Fraction, Fraction]:
    """Return the fewest and the most that a count can be.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> count_range(Count(vague="few"), DEFAULT) == (2, 5)
    True
    """
    if count.vague is None:
        return count.low, count.high
    low, high = getattr(conventions, count.vague)
    return Fraction(low), Fraction(high)


def _limited(limit: str, low: Amount, high: Amount) -> Distance:
    if limit == "exactly":
        return Distance(at_least=low, at_most=high)
    if limit in {"less_than", "at_most"}:
        return Distance(less_than=high) if limit == "less_than" else Distance(at_most=high)
    return Distance(more_than=low) if limit == "more_than" else Distance(at_least=low)


def _plural(unit: Granularity, limit: str) -> Distance:
    """Return what "months" says: more than one, and less than the unit for much more."""
    larger = NEXT_UNIT[unit]
    one = exact_amount(Fraction(1), unit)
    if larger is None or limit in {"more_than", "at_least"}:
        return Distance(more_than=one)
    below = (
        exact_amount(Fraction(1), larger) if larger > Granularity.HOUR or unit < Granularity.HOUR else None
    )
    if isinstance(one, Duration) and isinstance(below, Period):
        below = Duration.of(hours=24 * 7)
    return Distance(more_than=one, less_than=below)


def _approximate(
    limit: str, low: Fraction, high: Fraction, unit: Granularity, conventions: Conventions
) -> Distance:
    share = Fraction(*(conventions.about if limit == "about" else conventions.nearly))
    least = exact_amount(low * (1 - share), unit)
    if limit == "nearly":
        return Distance(at_least=least, less_than=exact_amount(high, unit))
    return Distance(at_least=least, at_most=exact_amount(high * (1 + share), unit, upward=True))


def _plain(low: Fraction, high: Fraction, unit: Granularity, conventions: Conventions) -> Distance:
    if unit is Granularity.DAY and low.denominator == high.denominator == 1:
        return Distance(at_least=exact_amount(low, unit), at_most=exact_amount(high, unit))
    if unit is Granularity.DAY:
        return Distance(at_least=exact_amount(low, unit), at_most=exact_amount(high, unit, upward=True))
    if unit <= Granularity.HOUR:
        step = Fraction(1, max(low.denominator, high.denominator))
        return Distance(
            more_than=exact_amount(max(low - step, Fraction(0)), unit),
            less_than=exact_amount(high + step, unit),
        )
    step = Fraction(*conventions.counted) / max(low.denominator, high.denominator)
    least = exact_amount(max(low - step, Fraction(0)), unit, upward=True)
    return Distance(at_least=least, at_most=exact_amount(high + step, unit))


def _compound(length: Length, conventions: Conventions) -> Distance:
    """Return the distance of "a year and three months": exact down to the last unit, as precise as that one."""
    *heads, last = length.parts
    tail = distance_of(Length((last,), length.limit), conventions)
    amounts = {
        name: _sum(heads, getattr(tail, name))
        for name in ("at_least", "more_than", "at_most", "less_than")
        if getattr(tail, name) is not None
    }
    return Distance(**amounts)


def _sum(heads: list[tuple[Count, Granularity]], tail: Amount) -> Amount:
    total = tail
    for count, unit in heads:
        head = exact_amount(count.low, unit)
        if isinstance(head, Duration) and isinstance(total, Duration):
            total = head + total
        elif isinstance(head, Period) and isinstance(total, Period):
            total = Period(head.months + total.months, head.days + total.days)
        elif isinstance(head, Period) and not head.months and isinstance(total, Duration):
            total = Duration.of(hours=24 * head.days) + total
        else:
            raise RangeError("a length of months and hours has no limits", hint="leave the hours out")
    return total
