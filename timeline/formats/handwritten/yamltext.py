"""YAML as people write it by hand: one block under the other, and quotes only where a value needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["Block", "block_text"]

Block = str | list["Block"] | dict[str, "Block"] | None
"""What a block holds; None is a key with nothing given."""

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What YAML does not allow or takes for the end of a line, and what changes how the rest of the file looks."""

UNWRITABLE = re.compile(f'["\\\\]|{UNSEEN.pattern}')
ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
LONGEST_KEY = 1000
"""YAML looks for the colon after a key within 1024 characters; a longer key has a mark of its own."""


def block_text(block: dict[str, Block]) -> str:
    """Return a mapping as text.

    >>> print(block_text({"title": "Signed: the treaty", "tags": ["a", ""], "events": {"x": None}}), end="")
    title: "Signed: the treaty"
    tags:
      - a
      - ""
    events:
      x:
    """
    return "".join(f"{line}\n" for line in _lines(block))


def _lines(block: Block) -> Iterable[str]:
    """Return the lines of a mapping or list; values that fit go behind their key."""
    if isinstance(block, dict):
        for key, value in block.items():
            yield from _entry(_scalar(key), value)
    elif isinstance(block, list):
        for item in block:
            first, *rest = _lines(item) if isinstance(item, dict) and item else _entry("", item)
            yield f"- {first.removeprefix(': ')}" if first else "-"
            yield from (f"  {line}" for line in rest)


def _entry(key: str, value: Block) -> Iterable[str]:
    """Return the lines of a key with its value; a long key is marked with `?`, an item of a list has none."""
    if len(key) > LONGEST_KEY:
        yield f"? {key}"
        key = ""
        colon = ":"
    else:
        colon = f"{key}:" if key else ""
    if value is None or (isinstance(value, dict | list) and value):
        yield colon
        yield from (f"  {line}" for line in _lines(value))
    else:
        text = _scalar(value) if isinstance(value, str) else "{}" if isinstance(value, dict) else "[]"
        yield f"{colon} {text}" if colon else text


def _scalar(text: str) -> str:
    if _is_plain(text):
        return text
    return f'"{UNWRITABLE.sub(_escaped, text)}"'


def _is_plain(text: str) -> bool:
    """Return whether a text stands for itself in a block: it begins like a word and has no sign of YAML's in it."""
    if not text or text[-1] in " :" or (text[0].isascii() and not text[0].isalnum()):
        return False
    return ": " not in text and " #" not in text and not UNSEEN.search(text)


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in ESCAPES:
        return ESCAPES[letter]
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
