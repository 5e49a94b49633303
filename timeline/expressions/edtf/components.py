"""The parts of a date: a year, a month, a day or a season as digits, some of them unspecified, and how sure they are."""

from __future__ import annotations

import enum
import functools
import itertools
from collections.abc import Iterator

import attrs

from timeline import limits
from timeline.errors import LimitError, RangeError, WrongTypeError, shorten

__all__ = ["QUALIFICATIONS", "Component", "Qualification", "component"]

ALLOWED = frozenset("0123456789X")


class Qualification(enum.Flag):
    """How sure a part of a date is: ``?`` is uncertain, ``~`` approximate, ``%`` both.

    >>> Qualification.UNCERTAIN | Qualification.APPROXIMATE == Qualification.BOTH
    True
    """

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3

    @property
    def symbol(self) -> str:
        """The character that says it, or an empty text.

        >>> Qualification.BOTH.symbol
        '%'
        """
        return SYMBOLS[self.value]


SYMBOLS = ("", "?", "~", "%")
QUALIFICATIONS = tuple(Qualification(index) for index in range(4))


@attrs.frozen
class Component:
    """One part of a date: its digits, with X for each that is not specified, and its qualification.

    A year has its sign, and four digits or, where it needs them, more; the other parts have two digits. `value` is
    the number where all digits are known; `low` and `high` are the least and greatest number that it can be. It
    `is_plain` where level 0 has it: all digits known, no sign, no qualification. `width` counts the digits.

    >>> Component("-01XX").low, Component("-01XX").high
    (-199, -100)
    """

    text: str
    qualification: Qualification = Qualification.NONE
    value: int | None = attrs.field(init=False, eq=False, repr=False)
    low: int = attrs.field(init=False, eq=False, repr=False)
    high: int = attrs.field(init=False, eq=False, repr=False)
    width: int = attrs.field(init=False, eq=False, repr=False)
    is_plain: bool = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        width = _checked_width(self)
        zeros, nines = int(self.text.replace("X", "0")), int(self.text.replace("X", "9"))
        specified = zeros == nines
        plain = specified and self.qualification is Qualification.NONE and zeros >= 0 and width <= 4
        put = object.__setattr__
        put(self, "value", zeros if specified else None)
        put(self, "low", min(zeros, nines))
        put(self, "high", max(zeros, nines))
        put(self, "width", width)
        put(self, "is_plain", plain)

    def __reduce__(self) -> tuple[object, ...]:
        return Component, (self.text, self.qualification)

    def __str__(self) -> str:
        return f"{self.qualification.symbol}{self.text}"

    @property
    def is_specified(self) -> bool:
        """Whether all its digits are known.

        >>> Component("1X").is_specified
        False
        """
        return self.value is not None

    def numbers(self, *, latest_first: bool = False) -> Iterator[int]:
        """Return, lazily and in order, every number that it can be.

        >>> list(Component("-000X").numbers())[:3]
        [-9, -8, -7]
        """
        digits = self.text.lstrip("-")
        sign = -1 if self.text.startswith("-") else 1
        places = [10 ** (len(digits) - 1 - index) for index, letter in enumerate(digits) if letter == "X"]
        least = abs(int(digits.replace("X", "0")))
        choices = range(9, -1, -1) if (sign < 0) != latest_first else range(10)
        for chosen in itertools.product(choices, repeat=len(places)):
            yield sign * (least + sum(digit * place for digit, place in zip(chosen, places, strict=True)))


def _checked_width(part: Component) -> int:
    """Return how many digits a part has, once they are such as a part can have."""
    text: object = part.text
    if not isinstance(text, str) or not isinstance(part.qualification, Qualification):
        raise WrongTypeError("a component is a text of digits and a Qualification")
    digits = text.removeprefix("-")
    if not digits or not ALLOWED.issuperset(digits):
        raise RangeError(f"a component has digits and X only, not {shorten(text)}")
    if len(digits) > limits.YEAR_DIGITS:
        raise LimitError(f"a year of more than {limits.YEAR_DIGITS} digits")
    if len(digits) > 4 and ("X" in digits or digits[0] == "0"):
        raise RangeError(f"a year of more than four digits has neither X nor a leading 0: {shorten(text)}")
    if text.startswith("-") and digits == "0000":
        raise RangeError("year -0000 does not exist", hint="1 BCE is 0000")
    return len(digits)


@functools.lru_cache(maxsize=8192)
def component(text: str, qualification: int = 0) -> Component:
    """Return a component from its digits and the number of its qualification; equal ones are one object.

    >>> component("04") is component("04")
    True
    """
    return Component(text, QUALIFICATIONS[qualification])
