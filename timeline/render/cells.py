"""Text as a terminal shows it: its width in columns, where it may be broken, and nothing that takes control.

Widths follow Unicode's East Asian Width; what terminals disagree about (emoji joined into one, flags) is counted at
its widest, so that a line may end early but never runs over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

__all__ = ["pad", "visible", "width", "wrap", "wrap_items"]

JOINERS = frozenset("\u200c\u200d")
EMOJI_STYLE = "\ufe0f"
HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
WIDTHLESS = frozenset({"Mn", "Me", "Cf"})
SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    r"""Return a text in which everything that could control a terminal or turn its lines around can be seen.

    >>> print(visible("a\x1b[2Jb\u202ec"))
    a\x1b[2Jb\u202ec
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in JOINERS or unicodedata.category(letter) not in HIDDEN:
        return letter
    number = ord(letter)
    if letter in SHORT_ESCAPES:
        return SHORT_ESCAPES[letter]
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def width(text: str) -> int:
    r"""Return how many columns a visible text takes.

    >>> width("treaty"), width("조약"), width("e\u0301")
    (6, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if letter == EMOJI_STYLE:
        return 1
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in WIDTHLESS or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def pad(text: str, columns: int) -> str:
    """Return a text with spaces after it, up to a number of columns.

    >>> pad("조약", 6)
    '조약  '
    """
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of a text, broken at spaces and, where a word is too long for a line, within it.

    >>> wrap("the summer of 2024", 10)
    ['the summer', 'of 2024']
    >>> wrap("조약 서명", 4)
    ['조약', '서명']
    """
    columns = max(columns, 2)
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) <= columns:
            line += f" {word}"
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, columns)
        lines += whole
    return [*lines, line] if line else lines or [""]


def wrap_items(items: Sequence[str], between: str, columns: int) -> list[str]:
    """Return items in lines, broken between items and, where one is too long for a line, within it.

    >>> wrap_items(["'last June' (yonhap)", "'June 2024' (tass)", "'2024' (kbs)"], "; ", 32)
    ["'last June' (yonhap)", "'June 2024' (tass); '2024' (kbs)"]
    """
    lines: list[str] = []
    for item in items:
        if lines and width(lines[-1]) + width(between) + width(item) <= columns:
            lines[-1] += between + item
        else:
            lines += wrap(item, columns)
    return lines


def _pieces(word: str, columns: int) -> list[str]:
    if len(word) <= columns and width(word) <= columns:
        return [word]
    pieces, begin, used = [], 0, 0
    for place, letter in enumerate(word):
        wide = _letter_width(letter)
        if used + wide > columns:
            pieces.append(word[begin:place])
            begin, used = place, 0
        used += wide
    return [*pieces, word[begin:]]
