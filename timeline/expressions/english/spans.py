"""From which word to which a mention is marked: as TimeML's annotators do, without the words that only lead to it."""

from __future__ import annotations

from timeline.expressions.english.lexicon import MONTHS, SEASONS, WEEKDAYS
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Away, Inside, Range, Relative, Vague, Value

__all__ = ["trimmed"]

TRIMMED_LIMITS = frozenset({"within", "only", "just"})
LEADING = frozenset({"in", "on", "during", "at"})


def trimmed(value: Value, tokens: Tokens, index: int, after: int) -> tuple[int, int]:
    """Return the first token of a mention and the one after its last, as TimeML marks them.

    The article before a plain date stays outside ("the Aug. 7 bombing"), as do "within" and "only".

    >>> from timeline.expressions.english.values import Calendar
    >>> trimmed(Calendar(month=8, day=7), Tokens("the Aug. 7"), 0, 4)
    (1, 4)
    """
    index = _after_filler(value, tokens, index, after)
    hyphen = "-" in tokens.words[index:after]
    word = tokens.words[index]
    if word in TRIMMED_LIMITS and after > index + 1:
        index += 1
    if tokens.words[after - 1] in {"period", "sharp"}:
        return index, after - (tokens.words[after - 1] == "sharp")
    compared = isinstance(value, Away) or (isinstance(value, Inside) and isinstance(value.value, Relative))
    hyphen = hyphen and not compared
    named = tokens.words[index + 1] in MONTHS or tokens.words[index + 1] in WEEKDAYS
    if word == "the" and (
        named or (hyphen and not isinstance(value, Range) and tokens.words[index + 1] not in SEASONS)
    ):
        index += 1
    if word in {"a", "an"} and hyphen and after > index + 3 and tokens.words[index + 1] != "half":
        index += 1
    return index, after


def _after_filler(value: Value, tokens: Tokens, index: int, after: int) -> int:
    """Return where a mention begins after "as early as", "sometime in" and "at"."""
    if tokens.words[index] == "as" and tokens.words[index + 2] == "as" and after > index + 3:
        index += 3
    elif tokens.words[index] == "sometime" and tokens.words[index + 1] in LEADING:
        index += 1
    if tokens.words[index + 1] in {"least", "most"}:
        return index
    if tokens.words[index] in LEADING and after > index + 1 and not isinstance(value, Vague):
        index += 1
    return index
