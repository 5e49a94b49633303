"""Lines of text for a terminal or a file: spans with a role, wrapped to a width, with nothing raw from outside."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.frozen import Record
from timeline.render.bars import ASCII_INK, UNICODE_INK, Ink
from timeline.render.cells import visible, width, wrap
from timeline.render.wording import Passage
from timeline.times.calendar import integer

__all__ = ["Charset", "Line", "Role", "Span", "TextOptions", "as_text", "passage_lines", "wrapped"]

WIDTHS = (20, 1_000)


class Charset(enum.Enum):
    """The characters that may be used; with ASCII, others in the data are shown as escapes."""

    UNICODE = "unicode"
    ASCII = "ascii"


@attrs.frozen(kw_only=True)
class TextOptions(Record):
    """How wide a text may be, in columns, and which characters it may use.

    >>> TextOptions(width=5)
    Traceback (most recent call last):
    timeline.errors.RangeError: a text is 20 to 1000 columns wide, not 5
    """

    width: int = 80
    charset: Charset = Charset.UNICODE

    def __attrs_post_init__(self) -> None:
        low, high = WIDTHS
        if not low <= integer(self.width, "width") <= high:
            raise RangeError(f"a text is {low} to {high} columns wide, not {self.width}")
        if not isinstance(self.charset, Charset):
            raise WrongTypeError(f"a charset is a Charset, not {type(self.charset).__name__}")

    @property
    def ink(self) -> Ink:
        """The characters for bars."""
        return UNICODE_INK if self.charset is Charset.UNICODE else ASCII_INK

    @property
    def dot(self) -> str:
        """What stands between two items of a line."""
        return " · " if self.charset is Charset.UNICODE else "; "

    def safe(self, text: str) -> str:
        r"""Return a text from outside so that it can only be read, in the characters that may be used.

        >>> print(TextOptions(charset=Charset.ASCII).safe("Zürich\x1b"))
        Z\xfcrich\x1b
        """
        shown = visible(text)
        if self.charset is Charset.ASCII:
            return shown.encode("ascii", "backslashreplace").decode("ascii")
        return shown


class Role(enum.Enum):
    """What a span is, for whoever gives it a colour."""

    PLAIN = "plain"
    TITLE = "title"
    DATE = "date"
    WORDS = "words"
    BAR = "bar"
    QUIET = "quiet"
    PROBLEM = "problem"


class Span(NamedTuple):
    """A piece of a line, visible as it stands."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Span, ...]


def as_text(lines: Iterable[Line]) -> str:
    r"""Return lines as plain text, each ended, without spaces before the end.

    >>> as_text([(Span("a  "), Span("b ")), ()])
    'a  b\n\n'
    """
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


def wrapped(
    text: str, options: TextOptions, *, role: Role = Role.PLAIN, first: str = "", rest: str = ""
) -> Iterator[Line]:
    """Return a text from outside as lines, the first and the others with an indent of their own.

    >>> print(as_text(wrapped("the summer of 2024", TextOptions(width=20), first="- ", rest="  ")), end="")
    - the summer of 2024
    """
    indent = first
    for line in wrap(options.safe(text), options.width - max(width(first), width(rest))):
        yield (Span(indent), Span(line, role))
        indent = rest


def passage_lines(
    passages: Iterable[Passage], options: TextOptions, *, role: Role = Role.PLAIN
) -> Iterator[Line]:
    """Return passages as list items, each with its lines below it.

    >>> print(as_text(passage_lines([Passage("a ends before 2025", ("tass says '2024'",))], TextOptions())), end="")
    - a ends before 2025
      tass says '2024'
    """
    for passage in passages:
        yield from wrapped(passage.head, options, role=role, first="- ", rest="  ")
        for line in passage.lines:
            yield from wrapped(line, options, role=Role.WORDS, first="  ", rest="    ")
