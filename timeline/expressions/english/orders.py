"""Which of day and month comes first in the digits of a text: what one date of it shows holds for the others."""

from __future__ import annotations

from timeline.expressions.english.frame import DAY, Window
from timeline.expressions.english.numbers import read_digits
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Either, Value

__all__ = ["arranged", "is_open", "shown_order"]

MONTH_FIRST, DAY_FIRST = "month first", "day first"
MONTHS = 12


def is_open(value: Value) -> bool:
    """Return whether a value is a date whose digits leave the order of day and month open.

    >>> is_open(Either((), (MONTH_FIRST, DAY_FIRST)))
    True
    """
    return isinstance(value, Either) and set(value.reasons) == {MONTH_FIRST, DAY_FIRST}


def shown_order(tokens: Tokens, index: int, after: int) -> str | None:
    """Return the order that a date in digits shows, since there is no thirteenth month.

    >>> shown_order(Tokens("27/03/2015"), 0, 5), shown_order(Tokens("03/04/2005"), 0, 5)
    ('day first', None)
    """
    first, second = read_digits(tokens, index, 2), read_digits(tokens, index + 2, 2)
    signs = after - index == 5 and tokens.words[index + 1] in {"/", "-"}
    if first is None or second is None or not signs or (first > MONTHS) == (second > MONTHS):
        return None
    return DAY_FIRST if first > MONTHS else MONTH_FIRST


def arranged(windows: list[Window], order: str | None, today: int) -> list[Window]:
    """Return the windows of an open date, first those of an order that the text shows, else those that are not yet to come."""
    if order is not None:
        return sorted(windows, key=lambda window: not window.reason.endswith(order))
    return sorted(windows, key=lambda window: window.start is not None and window.start >= (today + 1) * DAY)
