"""Every error that bad input can cause; nothing else leaves the package on bad input.

All are `TimelineError`, and each leaf is a `ValueError` or `TypeError` too, so that callers who know
only the standard library can catch them. A message says what is wrong in lower case; `where` says at
which place (``file:line:column``, a JSON path, or ``column 5``) and `hint` what to do about it.
"""

from __future__ import annotations

__all__ = [
    "DocumentError",
    "LimitError",
    "MergeError",
    "NotUnderstoodError",
    "ParseError",
    "RangeError",
    "TimelineError",
    "UnknownReferenceError",
    "WrongTypeError",
    "ZoneError",
    "shorten",
]


class TimelineError(Exception):
    """Something in the input is wrong.

    >>> print(TimelineError("no such event 'treatty'", where="story.yaml:4:3", hint="did you mean 'treaty'?"))
    story.yaml:4:3: no such event 'treatty'; did you mean 'treaty'?
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.__dict__.copy())

    def at(self, where: str) -> TimelineError:
        """Return the same error, told at another place (a column becomes a line and column of a file)."""
        state = self.__dict__ | {"where": where}
        return _rebuild(type(self), state)


def _rebuild(kind: type[TimelineError], state: dict[str, object]) -> TimelineError:
    error = kind.__new__(kind)
    Exception.__init__(error, state["message"])
    error.__dict__.update(state)
    return error


class RangeError(TimelineError, ValueError):
    """A value is outside what can exist: 30 February, an end before its start."""


class WrongTypeError(TimelineError, TypeError):
    """A value is of a kind that is not meant here: a float for microseconds, a naive datetime."""


class LimitError(TimelineError, ValueError):
    """The input is larger or deeper than `timeline.limits` allows."""


class ZoneError(TimelineError, ValueError):
    """A time zone does not exist, or a wall time does not exist or exists twice in it."""


class UnknownReferenceError(TimelineError, KeyError):
    """An id names nothing; the hint offers the nearest one that exists."""

    __str__ = TimelineError.__str__


class MergeError(TimelineError, ValueError):
    """Two timelines say different things where only one can be kept."""


class ParseError(TimelineError, ValueError):
    """A text is not what it should be; `column` counts from 1 within `text`.

    >>> error = ParseError("month 13 does not exist", text="2025-13", column=6)
    >>> print(error)
    column 6 of '2025-13': month 13 does not exist
    """

    def __init__(self, message: str, *, text: str, column: int, hint: str | None = None) -> None:
        super().__init__(message, where=f"column {column} of {shorten(text)}", hint=hint)
        self.text = text
        self.column = column


class NotUnderstoodError(ParseError):
    """A phrase is no time expression that we know; never a guess."""


class DocumentError(TimelineError, ValueError):
    """A document has one or more problems, all told at once, in the order of their places."""

    def __init__(self, problems: tuple[TimelineError, ...]) -> None:
        count = len(problems)
        super().__init__(f"{count} problem{'' if count == 1 else 's'} in the document")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def shorten(text: object, limit: int = 40) -> str:
    """Return the repr of a value, cut in the middle so that hostile input cannot flood a message.

    >>> shorten("a" * 100)
    "'aaaaaaaaaaaaaaa...aaaaaaaaaaaaaaa'"
    """
    raw = text if isinstance(text, str) else _repr(text)
    if len(raw) > limit:
        half = limit // 2 - 5
        raw = f"{raw[:half]}...{raw[-half:]}"
    return repr(raw) if isinstance(text, str) else raw


def _repr(value: object) -> str:
    """Show a value, or only its type where it is too large or too deep for Python to write it out."""
    try:
        return repr(value)
    except (ValueError, RecursionError):
        return f"<{type(value).__name__}>"
