"""Text into tokens, in one pass: words, runs of digits, and single signs, with where each stands."""

from __future__ import annotations

import re

__all__ = ["DASHES", "NUMBER", "Tokens"]

NUMBER = "0"
"""The key of every run of digits."""

DASHES = frozenset({"-", "\u2013", "\u2014"})
"""Signs that lead from one thing to another, or tie words together."""

LOOKAHEAD = 24
"""How far the grammar may look past the last token; it never needs to ask whether there is one."""

PATTERN = re.compile(r"\n\n|[^\W\d_]+|[0-9]+|[^\w\s]|[\d_]")
"""A blank line is a token, since no expression goes on after it."""


class Tokens:
    """The tokens of a text; past the last one every word is empty.

    >>> tokens = Tokens("Aug. 7th")
    >>> tokens.words[:tokens.count], tokens.keys[:tokens.count], tokens.starts[:tokens.count]
    (['aug', '.', '7', 'th'], ['aug', '.', '0', 'th'], [0, 3, 5, 6])
    """

    __slots__ = ("count", "ends", "keys", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        lower = text.lower()
        if len(lower) != len(text):  # a few letters grow in lower case, and places must stay
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        words: list[str] = []
        starts: list[int] = []
        for match in PATTERN.finditer(lower):
            words.append(match.group())
            starts.append(match.start())
        past, nowhere = [""] * LOOKAHEAD, [len(text)] * LOOKAHEAD
        self.text = text
        self.count = len(words)
        self.ends = [start + len(word) for start, word in zip(starts, words, strict=True)] + nowhere
        self.keys = [NUMBER if "0" <= word[0] <= "9" else word for word in words] + past
        self.words = words + past
        self.starts = starts + nowhere

    def glued(self, index: int) -> bool:
        """Return whether a token touches the one before it.

        >>> Tokens("7th").glued(1)
        True
        """
        return index > 0 and index < self.count and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Return whether a token begins with a capital letter.

        >>> Tokens("in May").capital(1)
        True
        """
        return index < self.count and self.text[self.starts[index]].isupper()

    def follows(self, index: int, words: tuple[str, ...]) -> bool:
        """Return whether certain words stand at a place.

        >>> Tokens("at the moment").follows(1, ("the", "moment"))
        True
        """
        return tuple(self.words[index : index + len(words)]) == words

    def skip(self, index: int, *words: str) -> int:
        """Return the next index if one of some words stands here, else this index.

        >>> Tokens("of the year").skip(0, "of")
        1
        """
        return index + 1 if self.words[index] in words else index
