"""Numbers in words and digits: counts, ordinals and years, each read at a place in the tokens.

Every reader takes the tokens and an index and returns what it read with the index after it, or None.
"""

from __future__ import annotations

from fractions import Fraction

from timeline.expressions.english.lexicon import CARDINALS, ORDINALS, SCALES, VAGUE_COUNTS
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import Count

__all__ = ["read_count", "read_digits", "read_ordinal", "read_spoken_year", "read_words"]

MOST_DIGITS = 9
MOST_WORDS = 8
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
HALF = Fraction(1, 2)
QUARTERS = (
    (("a", "quarter", "of", "an"), Fraction(1, 4)),
    (("quarter", "of", "an"), Fraction(1, 4)),
    (("three", "quarters", "of", "an"), Fraction(3, 4)),
    (("three", "-", "quarters", "of", "an"), Fraction(3, 4)),
)
QUARTER_STARTS = frozenset(words[0] for words, _ in QUARTERS)


def read_digits(tokens: Tokens, index: int, most: int = MOST_DIGITS) -> int | None:
    """Return the number that stands at a place in digits, unless it has too many of them.

    >>> read_digits(Tokens("42 days"), 0)
    42
    """
    if tokens.keys[index] != NUMBER or len(tokens.words[index]) > most:
        return None
    return int(tokens.words[index])


def read_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a whole number in words: "seven", "twenty-one", "two hundred and six".

    >>> read_words(Tokens("a hundred and seventy-eight minutes"), 1)
    (178, 6)
    """
    total = part = 0
    start, last = index, MOST_WORDS + index
    while index < last:
        word = tokens.words[index]
        if word in CARDINALS:
            if part % 100 and (part % 10 or not CARDINALS[word] < 10 or part % 100 < 20):
                break
            part += CARDINALS[word]
        elif word in SCALES:
            part = max(part, 1) * SCALES[word]
            if SCALES[word] > 100:
                total, part = total + part, 0
        elif not (_joins(tokens, index) and index > start):
            break
        index += 1
    while index > start and tokens.words[index - 1] in {"and", "-"}:
        index -= 1
    return (total + part, index) if index > start else None


def _joins(tokens: Tokens, index: int) -> bool:
    """Return whether "and" or a hyphen ties two words of one number together."""
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if tokens.words[index] == "and":
        return before in SCALES and after in CARDINALS
    return tokens.words[index] == "-" and CARDINALS.get(before, 0) >= 20 and 0 < CARDINALS.get(after, 0) < 10


def read_ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read "3rd", "third", "twenty-first" or "last".

    >>> read_ordinal(Tokens("twenty-first"), 0), read_ordinal(Tokens("last"), 0)
    ((21, 3), (-1, 1))
    """
    word = tokens.words[index]
    if tokens.keys[index] == NUMBER:
        number = read_digits(tokens, index, 4)
        glued = tokens.glued(index + 1) and tokens.words[index + 1] in ORDINAL_ENDINGS
        if number is None or not glued:
            return None
        return (
            (-number, index + 3) if tokens.words[index + 2] == "last" and number > 1 else (number, index + 2)
        )
    if word in ORDINALS:
        if ORDINALS[word] > 1 and tokens.words[index + 1] == "last":
            return -ORDINALS[word], index + 2
        return ORDINALS[word], index + 1
    tens = CARDINALS.get(word, 0)
    if tens >= 20:
        after = tokens.skip(index + 1, "-")
        units = ORDINALS.get(tokens.words[after], 0)
        if 0 < units < 10:
            return tens + units, after + 1
    if word in {"next", "second"} and tokens.follows(index + 1, ("to", "last")):
        return -2, index + 3
    return None


def read_spoken_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read a year as it is spoken: "nineteen ninety-six", "two thousand and five", "twenty ten".

    >>> read_spoken_year(Tokens("nineteen ninety-six"), 0)
    (1996, 4)
    """
    century = CARDINALS.get(tokens.words[index], 0)
    if century == 2 and tokens.words[index + 1] == "thousand":
        found = read_words(tokens, index)
        return found if found and 2000 <= found[0] < 2100 else None
    if not 11 <= century <= 20:
        return None
    if tokens.words[index + 1] == "hundred":
        return century * 100, index + 2
    after = tokens.skip(index + 1, "-")
    found = read_words(tokens, after)
    if found is None or not 10 <= found[0] <= 99:
        return None
    return century * 100 + found[0], found[1]


def read_count(tokens: Tokens, index: int) -> tuple[Count, int] | None:
    """Read how many: "3", "three", "two and a half", "a few", "two or three", "12 to 18", "between 2 and 5".

    >>> read_count(Tokens("two and a half hours"), 0)
    (Count(low=Fraction(5, 2), high=Fraction(5, 2), vague=None), 4)
    """
    vague = _read_vague(tokens, index)
    if vague is not None:
        return vague
    between = tokens.words[index] == "between"
    found = _read_amount(tokens, index + between)
    if found is None:
        return None
    low, after = found
    joint = tokens.words[after]
    if joint == "and" if between else joint in {"to", "or", "-", "\u2013", "\u2014"}:
        second = _read_amount(tokens, after + 1)
        if second is not None and second[0] > low:
            return Count(low, second[0]), second[1]
    return None if between else (Count(low, low), after)


def _read_vague(tokens: Tokens, index: int) -> tuple[Count, int] | None:
    start = tokens.skip(index, "a", "the")
    start = tokens.skip(start, "very", "good", "great", "whole", "mere")
    name = VAGUE_COUNTS.get(tokens.words[start])
    if name is None or (name == "couple" and start == index):
        return None
    after = tokens.skip(start + 1, "of")
    return Count(vague=name), after


def _read_amount(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    found = _read_half(tokens, index)
    if found is not None:
        return found
    if tokens.keys[index] == NUMBER:
        return _read_decimal(tokens, index)
    words = read_words(tokens, index)
    if words is None:
        if tokens.words[index] not in {"a", "an", "another"}:
            return None
        nested = read_words(tokens, index + 1) if tokens.words[index + 1] in SCALES else None
        return (Fraction(nested[0]), nested[1]) if nested else (Fraction(1), index + 1)
    number, after = words
    return _with_half(tokens, Fraction(number), after)


def _read_half(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    """Read "half a", "half an", "a half", "three quarters of an"."""
    if tokens.words[index] in QUARTER_STARTS:
        for words, share in QUARTERS:
            if tokens.follows(index, words):
                return share, index + len(words)
    start = tokens.skip(index, "a", "one")
    if tokens.words[start] != "half":
        return None
    after = tokens.skip(start + 1, "-")
    after = tokens.skip(after, "of")
    return HALF, tokens.skip(after, "a", "an")


def _with_half(tokens: Tokens, number: Fraction, index: int) -> tuple[Fraction, int]:
    for tail in (("and", "a", "half"), ("and", "one", "half"), ("and", "an", "half"), ("a", "half")):
        if tokens.follows(index, tail):
            return number + HALF, index + len(tail)
    if tokens.words[index] == "\u00bd":
        return number + HALF, index + 1
    return number, index


def _read_decimal(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    """Read "1,500", "2.5", "2 1/2" and "1/2"."""
    number = read_digits(tokens, index)
    if number is None:
        return None
    after = index + 1
    while tokens.words[after] == "," and len(tokens.words[after + 1]) == 3 and _tight(tokens, after):
        more = read_digits(tokens, after + 1)
        if more is None or number >= 10**6:
            return None
        number, after = number * 1000 + more, after + 2
    if tokens.words[after] == "." and _tight(tokens, after):
        return _read_fraction_digits(tokens, number, after)
    if tokens.words[after] == "/" and _tight(tokens, after):
        below = read_digits(tokens, after + 1, 1)
        return (Fraction(number, below), after + 2) if below and number < below else None
    if tokens.words[after + 1] == "/" and tokens.keys[after] == NUMBER and _tight(tokens, after + 1):
        above, below = read_digits(tokens, after, 1), read_digits(tokens, after + 2, 1)
        if above and below and above < below:
            return number + Fraction(above, below), after + 3
    if tokens.words[after] in {"dozen", "hundred", "thousand", "million"} and number < 1000:
        return Fraction(number * SCALES[tokens.words[after]]), after + 1
    return _with_half(tokens, Fraction(number), after)


def _read_fraction_digits(tokens: Tokens, number: int, dot: int) -> tuple[Fraction, int] | None:
    digits = tokens.words[dot + 1]
    if len(digits) > MOST_DIGITS:
        return None
    return number + Fraction(int(digits), 10 ** len(digits)), dot + 2


def _tight(tokens: Tokens, index: int) -> bool:
    """Return whether a sign stands between two runs of digits with no space."""
    return tokens.glued(index) and tokens.glued(index + 1) and tokens.keys[index + 1] == NUMBER
