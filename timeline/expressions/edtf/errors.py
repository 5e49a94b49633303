"""What can be wrong with an EDTF text: one error class, told apart by its code."""

from __future__ import annotations

import enum

from timeline.errors import ParseError

__all__ = ["EdtfError", "ErrorCode"]


class ErrorCode(enum.StrEnum):
    """What is wrong, for programs; the message says it for people."""

    LENGTH = "length"
    """Longer than `timeline.limits` allows, or a number of too many digits."""
    LEVEL = "level"
    """Correct, but of a higher level than the caller takes."""
    SYNTAX = "syntax"
    """A character that cannot stand where it stands, or too few of them."""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SEASON = "season"
    TIME = "time"
    OFFSET = "offset"
    QUALIFIER = "qualifier"
    """A ``?``, ``~`` or ``%`` too many."""
    UNSPECIFIED = "unspecified"
    """No date has the digits that are given beside the X."""
    SIGNIFICANT = "significant"
    """A count of significant digits that cannot be."""
    ORDER = "order"
    """The end lies before the start, whatever the X stand for."""
    PRECISION = "precision"
    """The two sides of a range in a set are not of one unit."""
    INTERVAL = "interval"
    SET = "set"
    CALENDAR = "calendar"
    """No calendar, or none that we know, stands in parentheses behind a recorded date."""


class EdtfError(ParseError):
    """A text is not EDTF; `level` is the lowest level that knows the part which is wrong, `code` says what is wrong.

    `column` counts from 1 and always lies within the text (1 for an empty one): where something is missing at the
    end it is the last character.

    >>> error = EdtfError("month 13 does not exist", text="2025-13", column=6, level=0, code=ErrorCode.MONTH)
    >>> error.code, error.column, isinstance(error, ValueError)
    (<ErrorCode.MONTH: 'month'>, 6, True)
    """

    def __init__(
        self, message: str, *, text: str, column: int, level: int, code: ErrorCode, hint: str | None = None
    ) -> None:
        super().__init__(message, text=text, column=max(1, min(column, len(text))), hint=hint)
        self.level = level
        self.code = code
