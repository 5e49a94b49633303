"""Reading one date of EDTF, from left to right, with the place of whatever is wrong.

`read_date` takes what is written in the common form as a whole; a `DateReader` reads any form, character by character, and
says what is wrong where something is.
"""

from __future__ import annotations

import re
from typing import Final

from timeline import limits
from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.edtf.completions import pages
from timeline.expressions.edtf.components import Component, component
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.errors import EdtfError, ErrorCode
from timeline.expressions.edtf.slips import hint_for
from timeline.expressions.seasons import FIRST_CODE, LAST_CODE

__all__ = ["NUMBERS", "DateReader", "check_text", "failure", "read_date"]

NUMBERS: Final = {f"{number:02d}": number for number in range(100)}
"""Two ASCII digits and their number: looking a text up tells at once whether it is two digits."""

MARKS: Final = {"": 0, "?": 1, "~": 2, "%": 3}
COMMON: Final = re.compile(
    "([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
"""A year, a month or a season, and a day, each with the marks beside it: what nearly every date is."""

DIGITS: Final = frozenset("0123456789")
BEHIND: Final = "\0"
DIGITS_OR_X: Final = frozenset("0123456789X")

NAMES: Final = {2: "two", 4: "four"}
CODES: Final = {"year": ErrorCode.YEAR, "month": ErrorCode.MONTH, "day": ErrorCode.DAY}


def failure(
    text: str, at: int, code: ErrorCode, message: str, *, level: int = 0, hint: str | None = None
) -> EdtfError:
    """Return an error at a place in a text (counted from 0), with a hint where the text is a common slip."""
    return EdtfError(message, text=text, column=at + 1, level=level, code=code, hint=hint or hint_for(text))


def check_text(text: object) -> None:
    """Refuse what is no text, no character at all, or more of them than are read."""
    if not isinstance(text, str):
        raise WrongTypeError(f"EDTF is a text, not {type(text).__name__}")
    if not text:
        raise failure(text, 0, ErrorCode.SYNTAX, "there is no text")
    most = limits.EXPRESSION_CHARACTERS
    if len(text) > most:
        raise failure(text[:most], most, ErrorCode.LENGTH, f"longer than {most} characters")


def read_date(text: str, start: int, end: int) -> EdtfDate:
    """Read the date that a part of a text is.

    >>> read_date("1964/2008", 5, 9).year.value
    2008
    """
    piece = text if end - start == len(text) else text[start:end]
    return _common(piece) or DateReader(text, start, end).read()


def _common(piece: str) -> EdtfDate | None:
    """Read a date in the common form; None for one in another form, and for one that does not exist."""
    found = COMMON.fullmatch(piece)
    if found is None:
        return None
    mark0, year, mark1, mark2, month, mark3, mark4, day, mark5 = found.groups(default="")
    behind_day = MARKS[mark5]
    behind_month = behind_day | MARKS[mark3]
    level = 2 if mark0 or mark2 or mark4 or (mark1 and month) or (mark3 and day) else 0
    try:
        first = component(year, MARKS[mark0] | MARKS[mark1] | behind_month)
        if not month:
            return EdtfDate(first, text=piece, level=level)
        second = component(month, MARKS[mark2] | behind_month)
        if second.low > 12:
            return None if day else EdtfDate(first, season=second, text=piece, level=level)
        third = component(day, MARKS[mark4] | behind_day) if day else None
        return EdtfDate(first, second, third, text=piece, level=level)
    except RangeError:
        return None


class DateReader:
    """A place in a date that moves forward only; a character that no date has stands behind the last one."""

    __slots__ = ("end", "inner", "marks", "parts", "piece", "place", "places", "prefixed", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.piece = text[start:end] + BEHIND
        self.end = end - start
        self.place = 0
        self.inner = False
        self.prefixed = False
        self.parts: list[str] = []
        self.places: list[int] = []
        self.marks: list[int] = []

    def fail(self, code: ErrorCode, message: str, *, at: int | None = None, level: int = 0) -> EdtfError:
        """Return an error at a place, this one unless told, for the caller to raise."""
        place = self.place if at is None else at
        return failure(self.text, self.start + place, code, message, level=level)

    def read(self) -> EdtfDate:
        """Read a whole date."""
        return self.date(self.scan())

    def scan(self) -> int | None:
        """Read the parts of a whole date and their marks; returns the count of significant digits."""
        self.marks.append(self.mark_before())
        significant = self.year()
        if self.piece[self.place] in MARKS:
            self.mark_behind()
        if significant is None and not self.prefixed:
            while self.place < self.end and len(self.parts) < 3:
                self.small_part()
        if self.place < self.end:
            raise self.unexpected()
        return significant

    def unexpected(self) -> EdtfError:
        """Return the error for a character that cannot stand here."""
        found = self.piece[self.place]
        if found in MARKS:
            return self.fail(ErrorCode.QUALIFIER, "two marks at one place", level=1)
        return self.fail(ErrorCode.SYNTAX, f"unexpected {found!r}")

    def mark_before(self) -> int:
        """Read the mark in front of a part, which counts for that part alone; 0 where there is none."""
        mark = MARKS.get(self.piece[self.place], 0)
        if mark:
            self.place += 1
            self.inner = True
        return mark

    def mark_behind(self) -> None:
        """Read the mark behind a part, which counts for it and for all parts before it."""
        mark = MARKS[self.piece[self.place]]
        self.place += 1
        self.inner = self.inner or self.place < self.end
        self.marks = [before | mark for before in self.marks]

    def year(self) -> int | None:
        """Read a year; returns the count of its significant digits where it has one."""
        self.places.append(self.place)
        if self.piece[self.place] == "Y":
            self.place += 1
            self.prefixed = True
            self.parts.append(self.long_year())
        else:
            self.parts.append(self.short_year())
        if self.piece[self.place] != "S":
            return None
        self.place += 1
        if "X" in self.parts[0]:
            raise self.fail(
                ErrorCode.SIGNIFICANT,
                "X and significant digits exclude each other",
                at=self.place - 1,
                level=2,
            )
        return int(self.positive_number(ErrorCode.SIGNIFICANT, "count of significant digits"))

    def sign(self) -> str:
        """Read a minus sign that may be there."""
        if self.piece[self.place] == "-":
            self.place += 1
            return "-"
        return ""

    def short_year(self) -> str:
        """Read a year of just four digits or X."""
        at = self.place
        sign = self.sign()
        year = self.piece[self.place : self.place + 4]
        if len(year) < 4 or not DIGITS_OR_X.issuperset(year):
            self.expect_digits(4, "year")
        self.place += 4
        if sign and year == "0000":
            raise self.fail(ErrorCode.YEAR, "year -0000 does not exist", at=at, level=1)
        return sign + year

    def expect_digits(self, count: int, what: str) -> None:
        """Raise the error of digits that are not there."""
        for at in range(self.place, min(self.place + count, self.end)):
            if self.piece[at] not in DIGITS_OR_X:
                message = f"expected {NAMES[count]} digits of a {what}, found {self.piece[at]!r}"
                raise self.fail(ErrorCode.SYNTAX, message, at=at)
        raise self.fail(CODES[what], f"a {what} has {NAMES[count]} digits", at=self.end - 1)

    def long_year(self) -> str:
        """Read what follows a Y: a year of more than four digits, or a number with an exponent."""
        at = self.place
        sign = self.sign()
        digits = self.positive_number(ErrorCode.YEAR, "year")
        if self.piece[self.place] == "E":
            self.place += 1
            exponent = int(self.positive_number(ErrorCode.YEAR, "exponent"))
            if len(digits) + exponent > limits.YEAR_DIGITS:
                message = f"a year of more than {limits.YEAR_DIGITS} digits"
                raise self.fail(ErrorCode.LENGTH, message, at=at, level=2)
            self.inner = True
            return sign + (digits + "0" * exponent).rjust(4, "0")
        if len(digits) <= 4:
            message = "Y is for years of more than four digits"
            raise self.fail(ErrorCode.YEAR, message, at=0, level=1)
        return sign + digits

    def positive_number(self, code: ErrorCode, what: str) -> str:
        """Read the digits of a number from 1 on, without leading zeros."""
        at = self.place
        while self.piece[self.place] in DIGITS:
            self.place += 1
        digits = self.piece[at : self.place]
        if not digits:
            raise self.fail(code, f"expected the digits of the {what}", at=min(at, self.end - 1), level=1)
        if digits[0] == "0":
            raise self.fail(code, f"a {what} after a letter does not begin with 0", at=at, level=1)
        if len(digits) > limits.YEAR_DIGITS:
            raise self.fail(
                ErrorCode.LENGTH, f"a number of more than {limits.YEAR_DIGITS} digits", at=at, level=1
            )
        return digits

    def small_part(self) -> None:
        """Read a hyphen and the two digits of a month, a season or a day, with the marks beside them."""
        if self.piece[self.place] != "-":
            raise self.unexpected()
        self.place += 1
        self.marks.append(self.mark_before())
        part = self.piece[self.place : self.place + 2]
        if len(part) < 2 or not DIGITS_OR_X.issuperset(part):
            self.expect_digits(2, "month" if len(self.parts) == 1 else "day")
        self.places.append(self.place)
        self.parts.append(part)
        self.place += 2
        if self.piece[self.place] in MARKS:
            self.mark_behind()

    def date(self, significant: int | None) -> EdtfDate:
        """Return the date that was read, once it is one that exists."""
        parts = list(map(component, self.parts, self.marks))
        text = self.piece[:-1]
        level = 2 if self.inner else 0
        year = parts[0]
        month = parts[1] if len(parts) > 1 else None
        day = parts[2] if len(parts) > 2 else None
        if significant is not None:
            return EdtfDate(year, significant_digits=significant, text=text, level=2)
        if month is not None and month.value is not None and month.value > 12:
            return EdtfDate(year, season=self.season(month, day), text=text, level=level)
        try:
            return EdtfDate(year, month, day, text=text, level=level)
        except RangeError:
            raise self.no_such_day(month, day) from None

    def no_such_day(self, month: Component | None, day: Component | None) -> EdtfError:
        """Return the error for digits that no date has."""
        if month is None or not pages(month.text, None, leap=True):
            at, what, part = 1, "month", month
        else:
            at, what, part = 2, "day", day
        digits = "" if part is None else part.text
        before = "-".join(self.parts[:at])
        if "X" in before + digits:
            message = f"no {what} of {before} has the digits {digits}"
            return self.fail(ErrorCode.UNSPECIFIED, message, at=self.places[at], level=1)
        code = ErrorCode.MONTH if at == 1 else ErrorCode.DAY
        return self.fail(code, f"{what} {digits} does not exist in {before}", at=self.places[at])

    def season(self, season: Component, day: Component | None) -> Component:
        """Return a part as a season, which has no days."""
        code, at = season.low, self.places[1]
        if not FIRST_CODE <= code <= LAST_CODE:
            message = f"month {season.text} does not exist"
            raise self.fail(ErrorCode.MONTH, message, at=at)
        if day is not None:
            raise self.fail(ErrorCode.SEASON, "a season has no days", at=self.places[2], level=1)
        return season
