"""Lengths of time in words: ``3 months``, ``2 days 5 hours``, ``less than 3 months``."""

from __future__ import annotations

from timeline.render.moments import DUST
from timeline.times import BusinessDays, Duration, Period, Turns
from timeline.times.distance import Amount, Distance

__all__ = ["amount_words", "distance_words", "least_words", "most_words", "nth", "shortfall_words"]

DAY = 86_400_000_000
UNITS = (
    (DAY, "day"),
    (3_600_000_000, "hour"),
    (60_000_000, "minute"),
    (1_000_000, "second"),
    (1_000, "millisecond"),
    (1, "microsecond"),
)
SHOWN_UNITS = 2


def amount_words(amount: Amount) -> str:
    """Return an amount in words, exactly.

    >>> amount_words(Period.of(months=14, days=3)), amount_words(Duration.of(minutes=78))
    ('1 year 2 months 3 days', '1 hour 18 minutes')
    """
    if isinstance(amount, BusinessDays | Turns):
        return _counted_words(amount)
    if isinstance(amount, Period):
        years, months = divmod(abs(amount.months), 12)
        parts = [(years, "year"), (months, "month"), (abs(amount.days), "day")]
        negative = amount.months < 0 or amount.days < 0
    else:
        parts = _split(abs(amount.microseconds), UNITS[1:])
        negative = amount.microseconds < 0
    words = " ".join(_counted(count, unit) for count, unit in parts if count) or "no time"
    return f"minus {words}" if negative else words


def _counted_words(amount: BusinessDays | Turns) -> str:
    """Return a count of business days or of turns in words."""
    count = abs(amount.count)
    if isinstance(amount, Turns):
        words = f"{_counted(count, 'turn')} of the {amount.unit.name.lower()}"
    else:
        words = _counted(count, amount.day_name)
    return f"minus {words}" if amount.count < 0 else words


def nth(count: int) -> str:
    """Return the place of something in a row.

    >>> nth(1), nth(3), nth(12), nth(22)
    ('1st', '3rd', '12th', '22nd')
    """
    teens = 11 <= count % 100 <= 13
    return f"{count}{'th' if teens else ('th', 'st', 'nd', 'rd')[count % 10 if count % 10 < 4 else 0]}"


def distance_words(distance: Distance) -> str:
    """Return a distance in words.

    >>> distance_words(Distance(at_least=Period.of(days=2), less_than=Period.of(weeks=1)))
    'at least 2 days and less than 7 days'
    >>> from timeline.times import Granularity
    >>> distance_words(Distance.exactly(Turns(1, Granularity.MONTH))), distance_words(Distance(at_most=BusinessDays(3, "US")))
    ('in the month', 'at most 3 US business days')
    """
    if distance.at_least is not None and distance.at_least == distance.at_most:
        if isinstance(distance.at_least, Turns) and distance.at_least.count == 1:
            return f"in the {distance.at_least.unit.name.lower()}"
        return f"exactly {amount_words(distance.at_least)}"
    limits = (
        ("at least", distance.at_least),
        ("more than", distance.more_than),
        ("at most", distance.at_most),
        ("less than", distance.less_than),
    )
    said = [f"{name} {amount_words(amount)}" for name, amount in limits if amount is not None]
    return " and ".join(said) or "any length"


def shortfall_words(shortfall: Duration) -> str | None:
    """Return by how much something is impossible, in its two largest units; None for a hair's breadth.

    >>> shortfall_words(Duration(214 * 86_400_000_000 + 1)), shortfall_words(Duration.of(hours=30, minutes=5))
    ('214 days', 'more than 1 day 6 hours')
    >>> shortfall_words(Duration(1)) is None
    True
    """
    if shortfall.microseconds <= DUST:
        return None
    dust = shortfall.microseconds % 1_000
    told = shortfall.microseconds - (dust if dust <= DUST else 0)
    parts = [(count, unit) for count, unit in _split(told, UNITS) if count]
    said = " ".join(_counted(count, unit) for count, unit in parts[:SHOWN_UNITS])
    return f"more than {said}" if parts[SHOWN_UNITS:] else said


def least_words(length: Duration) -> str:
    """Return a length in its two largest units, a day as 24 hours, never longer than it is.

    >>> least_words(Duration.of(hours=77, minutes=59)), least_words(Duration.of(hours=-77, minutes=-59))
    ('3 days 5 hours', 'minus 3 days 6 hours')
    """
    return _rounded_words(length.microseconds, -1 if length.microseconds < 0 else 1)


def most_words(length: Duration) -> str:
    """Return a length in its two largest units, a day as 24 hours, never shorter than it is.

    >>> most_words(Duration.of(hours=77, minutes=59)), most_words(Duration(0))
    ('3 days 6 hours', 'no time')
    """
    return _rounded_words(length.microseconds, 1 if length.microseconds < 0 else -1)


def _rounded_words(microseconds: int, downwards: int) -> str:
    """Return an amount with its size rounded down (1) or up (-1) to the smaller of its two largest units."""
    size = abs(microseconds)
    units = [unit for unit, _ in UNITS if unit <= size] or [1]
    grain = units[min(1, len(units) - 1)]
    parts = _split(downwards * (downwards * size // grain) * grain, UNITS)
    words = " ".join(_counted(count, unit) for count, unit in parts if count) or "no time"
    return f"minus {words}" if microseconds < 0 and words != "no time" else words


def _split(microseconds: int, units: tuple[tuple[int, str], ...]) -> list[tuple[int, str]]:
    parts = []
    for length, unit in units:
        count, microseconds = divmod(microseconds, length)
        parts.append((count, unit))
    return parts


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
