r"""The lines that iCalendar is made of: escaped, folded at 75 octets, and read back. Source: RFC 5545, sections 3.1 and 3.3.11.

>>> folded("SUMMARY", escaped("Treaty, signed; at last"))
'SUMMARY:Treaty\\, signed\\; at last'
>>> [line.value for line in content_lines("DTSTART;VALUE=DATE:2025\r\n 0801\r\n")]
['20250801']
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from timeline.frozen import Record

__all__ = ["Line", "content_lines", "escaped", "folded", "unescaped"]

OCTETS = 75
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
UNESCAPES = {"n": "\n", "N": "\n"}


def escaped(text: str) -> str:
    """Return a text as the value of a property."""
    return "".join(ESCAPES.get(letter, letter) for letter in text)


def unescaped(value: str) -> str:
    r"""Return the text of a value; the inverse of `escaped`.

    >>> unescaped(escaped("a\\n, b;\nc")) == "a\\n, b;\nc"
    True
    """
    letters = iter(value)
    found = []
    for letter in letters:
        if letter == "\\":
            follower = next(letters, "")
            found.append(UNESCAPES.get(follower, follower))
        else:
            found.append(letter)
    return "".join(found)


def folded(name: str, value: str) -> str:
    """Return a content line, broken where it is longer than 75 octets and never within a letter."""
    line, size, found = "", 0, []
    for letter in f"{name}:{value}":
        octets = len(letter.encode())
        if size + octets > OCTETS:
            found.append(line)
            line, size = " ", 1
        line += letter
        size += octets
    return "\r\n".join([*found, line])


@attrs.frozen
class Line(Record):
    """A content line: the name of a property, its parameters, and its value as it is written."""

    number: int
    name: str
    parameters: tuple[tuple[str, str], ...]
    value: str

    def parameter(self, name: str) -> str:
        """Return a parameter, or an empty text."""
        return dict(self.parameters).get(name, "")


def content_lines(text: str) -> Iterator[Line]:
    """Yield the content lines of a calendar, unfolded; what is no content line has no name."""
    number, pending = 0, ""
    for place, line in enumerate(text.split("\n"), 1):
        raw = line.removesuffix("\r")
        if raw[:1] in {" ", "\t"} and pending:
            pending += raw[1:]
            continue
        if pending:
            yield _line(number, pending)
        number, pending = place, raw
    if pending:
        yield _line(number, pending)


def _line(number: int, raw: str) -> Line:
    parts, value = _parts(raw)
    name, *parameters = parts
    pairs = (parameter.partition("=") for parameter in parameters)
    told = tuple((key.upper(), item.strip('"')) for key, _, item in pairs)
    return Line(number, "" if value is None else name.upper(), told, value or "")


def _parts(raw: str) -> tuple[list[str], str | None]:
    """Split a line at the semicolons and the first colon that stand outside of quotes."""
    parts, begin, quoted = [], 0, False
    for place, letter in enumerate(raw):
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in ";:":
            parts.append(raw[begin:place])
            begin = place + 1
            if letter == ":":
                return parts, raw[begin:]
    return [*parts, raw[begin:]], None
