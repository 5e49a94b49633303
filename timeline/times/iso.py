"""A strict scanner for ISO 8601 text: one pass, ASCII digits only, and a column in every error.

Only the extended forms are read, each part in its place; nothing is filled in from anywhere.
"""

from __future__ import annotations

from timeline import limits
from timeline.errors import ParseError, WrongTypeError
from timeline.times.calendar import days_in_month, format_year

__all__ = ["Scanner", "format_year", "is_digit"]

DIGITS = frozenset("0123456789")


def is_digit(letter: str) -> bool:
    """Return whether a character is one of the ten ASCII digits.

    >>> is_digit("7"), is_digit("\N{ARABIC-INDIC DIGIT SEVEN}")
    (True, False)
    """
    return letter in DIGITS


class Scanner:
    """A position in a text that moves forward only.

    >>> scanner = Scanner("2025-08")
    >>> scanner.date_parts()
    (2025, 8, None)
    """

    __slots__ = ("end", "position", "text")

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise WrongTypeError(f"only text can be read, not {type(text).__name__}")
        self.text = text
        self.position = 0
        self.end = len(text)
        if self.end > limits.EXPRESSION_CHARACTERS:
            raise self.error(f"longer than {limits.EXPRESSION_CHARACTERS} characters")

    def error(self, message: str, *, at: int | None = None, hint: str | None = None) -> ParseError:
        """Return an error at a position (this one, unless told), for the caller to raise."""
        column = (self.position if at is None else at) + 1
        return ParseError(message, text=self.text, column=column, hint=hint)

    def peek(self) -> str:
        """Return the next character, or an empty text at the end."""
        return self.text[self.position] if self.position < self.end else ""

    def take(self, letter: str) -> bool:
        """Move over a character if it comes next."""
        if self.text.startswith(letter, self.position):
            self.position += len(letter)
            return True
        return False

    def expect(self, letter: str) -> None:
        """Move over a character that must come next."""
        if not self.take(letter):
            found = repr(self.peek()) if self.peek() else "the end"
            raise self.error(f"expected {letter!r}, found {found}")

    def digits(self, count: int, what: str) -> int:
        """Read a number of exactly so many digits."""
        start = self.position
        run = self.run_of_digits()
        if len(run) < count:
            raise self.error(f"expected {count} digits for the {what}", at=start)
        self.position = start + count
        return int(run[:count])

    def run_of_digits(self) -> str:
        """Read the digits that follow, as text; none is an empty text."""
        start = self.position
        position = start
        while position < self.end and self.text[position] in DIGITS:
            position += 1
        if position - start > limits.NUMBER_DIGITS:
            raise self.error(f"a number of more than {limits.NUMBER_DIGITS} digits")
        self.position = position
        return self.text[start:position]

    def until(self, letter: str) -> str:
        """Read what stands before a character, or all that is left."""
        start = self.position
        at = self.text.find(letter, start)
        self.position = self.end if at < 0 else at
        return self.text[start : self.position]

    def finish(self) -> None:
        """Refuse anything that is left over."""
        if self.position < self.end:
            raise self.error(f"unexpected {self.peek()!r}")

    def year(self) -> int:
        """Read a year: four digits, or a sign and four or more digits (more than four after ``+``)."""
        start = self.position
        sign = "-" if self.take("-") else "+" if self.take("+") else ""
        run = self.run_of_digits()
        if len(run) < 4 or (not sign and len(run) > 4) or (len(run) > 4 and run[0] == "0"):
            hint = "a year has four digits; a longer one has a sign before it"
            raise self.error("not a year", at=start, hint=hint)
        if len(run) > limits.YEAR_DIGITS:
            raise self.error(f"a year of more than {limits.YEAR_DIGITS} digits", at=start)
        if sign == "+" and len(run) == 4:
            raise self.error("a four-digit year has no '+'", at=start)
        if sign == "-" and int(run) == 0:
            raise self.error("year -0000 does not exist", at=start, hint="1 BCE is 0000")
        return -int(run) if sign == "-" else int(run)

    def date_parts(self) -> tuple[int, int | None, int | None]:
        """Read ``2025``, ``2025-08`` or ``2025-08-17``; parts that are not there are None."""
        year = self.year()
        if not self.take("-"):
            return year, None, None
        at = self.position
        month = self.digits(2, "month")
        if not 1 <= month <= 12:
            raise self.error(f"month {month:02d} does not exist", at=at)
        if not self.take("-"):
            return year, month, None
        at = self.position
        day = self.digits(2, "day")
        if not 1 <= day <= days_in_month(year, month):
            raise self.error(f"day {day:02d} does not exist in {format_year(year)}-{month:02d}", at=at)
        return year, month, day

    def time_of_day(self) -> tuple[int, int]:
        """Read ``14:05``, ``14:05:59`` or ``14:05:59.25``.

        Returns the microseconds since midnight and the microseconds that the last part read covers.
        """
        microseconds = self._part("hour", 24) * 3_600_000_000
        self.expect(":")
        microseconds += self._part("minute", 60) * 60_000_000
        if not self.take(":"):
            return microseconds, 60_000_000
        microseconds += self._part("second", 60) * 1_000_000
        if not self.take("."):
            return microseconds, 1_000_000
        fraction, digits = self.fraction()
        return microseconds + fraction, 10 ** max(0, 6 - digits)

    def fraction(self) -> tuple[int, int]:
        """Read the digits after a decimal point; returns millionths and how many digits were read."""
        at = self.position
        run = self.run_of_digits()
        if not run:
            raise self.error("expected digits after the decimal point")
        if run[6:].strip("0"):
            raise self.error("finer than a microsecond", at=at + 6, hint="leave the further digits out")
        return int(run[:6].ljust(6, "0")), len(run)

    def _part(self, what: str, below: int) -> int:
        at = self.position
        value = self.digits(2, what)
        if value >= below:
            raise self.error(f"{what} {value:02d} does not exist", at=at)
        return value

    def offset(self) -> int | None:
        """Read ``Z`` or ``+05:30``; returns microseconds ahead of UTC, or None where there is neither."""
        if self.take("Z"):
            return 0
        at = self.position
        sign = 1 if self.take("+") else -1 if self.take("-") else 0
        if not sign:
            return None
        hours = self._part("hour", 24)
        self.expect(":")
        minutes = self._part("minute", 60)
        if sign < 0 and not hours and not minutes:
            raise self.error("offset -00:00 says that the zone is unknown", at=at, hint="write Z or +00:00")
        return sign * (hours * 60 + minutes) * 60_000_000
