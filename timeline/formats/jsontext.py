"""JSON as text: read strictly, so that nothing is guessed or lost, and written in one way only.

Refused are NaN, infinities, fractions, keys given twice, long numbers and deep nesting: RFC 8259 leaves to each reader what it
does with them, so two readers of one file could see two different timelines (RFC 7493, "I-JSON").
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from timeline import limits
from timeline.errors import DocumentError, LimitError, RangeError, TimelineError, WrongTypeError
from timeline.errors import shorten as shortened
from timeline.formats.problems import Problems

__all__ = ["dump", "load", "path_text"]

DEPTH = limits.DEPTH + 8
"""What a document holds around its details, which may be `limits.DEPTH` deep themselves, is shallow."""

OPENING = b"[{"
PLAIN = bytes(set(range(256)) - set(b'"[]{}:'))
"""Everything but quotes and the signs that make the structure."""
UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that no reader of the file would see, or that change how the rest of it looks."""

quoted = json.JSONEncoder(ensure_ascii=False).encode

Path = tuple[str | int, ...]


class Refused(NamedTuple):
    """Stands where the text has a value that is refused."""

    error: TimelineError


class Doubled(dict[str, Any]):
    """An object in which keys are given more than once."""

    twice: tuple[str, ...] = ()


def load(text: str, problems: Problems) -> tuple[Any, frozenset[str]]:
    """Return the value that a text writes; what is refused in it is taken down, and None stands in its place.

    The second value is the paths at which something was refused, so that nobody tells of it again.

    >>> problems = Problems("story.json")
    >>> load('{"a": [1, 1.5]}', problems)
    ({'a': [1, None]}, frozenset({'$.a[1]'}))
    """
    signs = _signs(text)
    _check_depth(signs.replace(b":", b""), problems.name)
    hooks = _Hooks()
    value = _value(text, problems.name, hooks, hooks.counted)
    if hooks.keys == signs.count(b":") and not hooks.refused:
        return value, frozenset()
    holder = [_value(text, problems.name, hooks, None, hooks.pairs)]
    told = []
    for path, problem in _refusals(holder):
        told.append(path_text(path))
        problems.add(problem, told[-1])
    return holder[0], frozenset(told)


def _value(
    text: str,
    name: str,
    hooks: _Hooks,
    of_object: Callable[[dict[str, Any]], Any] | None,
    of_pairs: Callable[[list[tuple[str, Any]]], Any] | None = None,
) -> Any:
    try:
        return json.loads(
            text,
            parse_int=hooks.whole_number,
            parse_float=hooks.fraction,
            parse_constant=hooks.constant,
            object_hook=of_object,
            object_pairs_hook=of_pairs,
        )
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise DocumentError((RangeError(message, where=where),)) from None


class _Hooks:
    """What the library asks when it meets a number, a constant or an object.

    Keys that are given twice are found by their number: an object that lost one has fewer keys than the text has colons. Only
    then is every object looked at pair by pair.
    """

    def __init__(self) -> None:
        self.refused = False
        self.keys = 0

    def counted(self, found: dict[str, Any]) -> dict[str, Any]:
        self.keys += len(found)
        return found

    def whole_number(self, text: str) -> int | Refused:
        if len(text.removeprefix("-")) <= limits.NUMBER_DIGITS:
            return int(text)
        self.refused = True
        return Refused(LimitError(f"a number of more than {limits.NUMBER_DIGITS} digits"))

    def fraction(self, text: str) -> Refused:
        self.refused = True
        message = f"{shortened(text)[1:-1]} is no whole number"
        return Refused(WrongTypeError(message, hint="give a whole number, or text"))

    def constant(self, text: str) -> Refused:
        self.refused = True
        return Refused(WrongTypeError(f"{text} is no value of JSON"))

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        doubled = Doubled(found)
        seen: set[str] = set()
        twice = []
        for key, _ in pairs:
            if key in seen:
                twice.append(key)
            seen.add(key)
        doubled.twice = tuple(dict.fromkeys(twice))
        return doubled


def _signs(text: str) -> bytes:
    """Return the brackets and colons of a text that are outside of its strings; all is done by `bytes`.

    Two quotes side by side close a string and open the next, or the other way round, with nothing between: without
    them the same signs are outside of strings.
    """
    data = text.encode("utf-8", "surrogatepass")
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    signs = data.translate(None, PLAIN).replace(b'""', b"")
    return b"".join(signs.split(b'"')[::2])


def _check_depth(brackets: bytes, name: str) -> None:
    """Refuse deep nesting before anything nested is read.

    What closes at once is taken away, as often as the nesting may be deep. If nothing is left, it is not deeper; if not, a walk
    over the brackets tells.
    """
    left = brackets
    for _ in range(DEPTH):
        left = left.replace(b"{}", b"").replace(b"[]", b"")
    if not left:
        return
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in OPENING else -1
        if depth > DEPTH:
            raise DocumentError((LimitError(f"nested more than {DEPTH} deep", where=name),))


def _refusals(holder: list[Any]) -> Iterable[tuple[Path, TimelineError]]:
    """Find what was refused below a value, in the order of the text, and put None in its place."""
    stack: list[tuple[Path, Any, Any, Any]] = [((), holder, 0, holder[0])]
    while stack:
        path, parent, place, value = stack.pop()
        if isinstance(value, Refused):
            parent[place] = None
            yield path, value.error
            continue
        if isinstance(value, Doubled):
            for key in value.twice:
                yield (*path, key), RangeError("this key is given more than once")
        children = (
            value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
        )
        stack += reversed([((*path, key), value, key, child) for key, child in children])


def path_text(path: Iterable[str | int]) -> str:
    """Return a path in a document as people write it.

    >>> path_text(("events", 3, "details", "two words"))
    '$.events[3].details["two words"]'
    """
    text = "$"
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step.isidentifier() and len(step) <= limits.ID_CHARACTERS:
            text += f".{step}"
        else:
            text += f"[{json.dumps(step if len(step) <= 40 else step[:37] + '...')}]"
    return text


def dump(value: object) -> str:
    r"""Return the canonical text of plain data: keys in their order, two spaces, UTF-8 kept readable, a final newline.

    >>> print(dump({"title": "의식", "tags": ["a\x7fb"]}), end="")
    {
      "title": "의식",
      "tags": [
        "a\u007fb"
      ]
    }
    """
    parts: list[str] = []
    _write(value, "\n", parts)
    text = "".join(parts) + "\n"
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _write(value: object, margin: str, parts: list[str]) -> None:
    """Write a value; `json.dumps` would take three times as long with an indentation."""
    if isinstance(value, str):
        parts.append(quoted(value))
    elif value is None or value is True or value is False:
        parts.append({None: "null", True: "true", False: "false"}[value])
    elif isinstance(value, int):
        parts.append(_digits(value))
    elif not value:
        parts.append("{}" if isinstance(value, dict) else "[]")
    elif isinstance(value, dict):
        inner = margin + "  "
        separator = "{"
        for key, item in value.items():
            if type(item) is str:
                parts.append(f"{separator}{inner}{quoted(key)}: {quoted(item)}")
            else:
                parts.append(f"{separator}{inner}{quoted(key)}: ")
                _write(item, inner, parts)
            separator = ","
        parts.append(margin + "}")
    elif isinstance(value, list | tuple):
        inner = margin + "  "
        separator = "["
        for item in value:
            parts.append(separator + inner)
            _write(item, inner, parts)
            separator = ","
        parts.append(margin + "]")
    else:
        raise WrongTypeError(f"JSON has no {type(value).__name__}")


def _digits(number: int) -> str:
    if abs(number) >= 10**limits.NUMBER_DIGITS:
        raise LimitError(f"no file holds a number of more than {limits.NUMBER_DIGITS} digits")
    return str(number)
