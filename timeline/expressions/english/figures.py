"""Whether a number is a date at all, or a mere figure: 2020 in a file name, 3/4 of something, 1,990 copies."""

from __future__ import annotations

from timeline.expressions.english.cues import BEFORE_A_TIME, RATE_NOUNS
from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens

__all__ = ["is_bound", "is_fraction", "is_no_day", "is_no_year"]

FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1900, 2035
FIRST_YEAR, LAST_YEAR = 1000, 2199
BINDING = frozenset("/_=@#&%$\\+~\u20ac\u00a3\u00a5-.:'")
"""Signs that, without a space, tie a number to something that is no date."""

DATE_PREPOSITIONS = frozenset(
    ["on", "by", "until", "till", "since", "from", "before", "after", "to", "through", "between", "and"]
)


def is_bound(tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a number is tied to a word or sign before or after it, as in CVE-2020-1234 or a path."""
    text, start, end = tokens.text, tokens.starts[index], tokens.ends[after - 1]
    if index > 1 and tokens.words[index - 1] == "-" and _dates(tokens, index - 2):
        return False
    colon = start > 1 and text[start - 1] == ":" and text[start - 2].isalpha()
    if start > 1 and text[start - 1] in BINDING and not text[start - 2].isspace() and not colon:
        return True
    if start > 0 and (text[start - 1].isalnum() or text[start - 1] in "$\u20ac\u00a3\u00a5#@_/"):
        return True
    if end + 1 < len(text) and text[end] in "/_=@%\\" and not text[end + 1].isspace():
        return True
    return end < len(text) and text[end] == "%"


def _dates(tokens: Tokens, index: int) -> bool:
    """Return whether a token is a month or a year, from which a dash leads to another date."""
    year = tokens.keys[index] == NUMBER and len(tokens.words[index]) == 4
    return tokens.words[index] in MONTHS or (year and not _tied(tokens, index))


def _tied(tokens: Tokens, index: int) -> bool:
    """Return whether a sign ties a token to what stands before it."""
    return tokens.glued(index) and tokens.words[index - 1] in BINDING


def is_no_year(year: int, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether four digits count something, or belong to a longer number, rather than name a year.

    >>> is_no_year(2019, Tokens("2019 soldiers"), 0, 1), is_no_year(1861, Tokens("1861-1863"), 0, 1)
    (True, False)
    """
    before, behind = tokens.words[index - 1] if index else "", tokens.words[after]
    signed = (
        behind in {",", ".", ":", *DASHES} and tokens.glued(after + 1) and tokens.keys[after + 1] == NUMBER
    )
    to_a_year = behind in DASHES and len(tokens.words[after + 1]) in {2, 4}
    number_goes_on = tokens.glued(after) and (behind.isalnum() or (signed and not to_a_year))
    if number_goes_on or behind in RATE_NOUNS or not FIRST_YEAR <= year <= LAST_YEAR:
        return True
    if to_a_year and tokens.keys[after + 1] == NUMBER and year < int(tokens.words[after + 1]) <= LAST_YEAR:
        return False
    if FIRST_PLAIN_YEAR <= year <= LAST_PLAIN_YEAR:
        return year % 100 == 0 and behind.isalpha() and before not in BEFORE_A_TIME
    return before not in BEFORE_A_TIME


def is_no_day(tokens: Tokens, index: int, after: int) -> bool:
    """Return whether "the 9th" is the ninth of something else than days.

    >>> is_no_day(Tokens("on the 9th floor"), 1, 4), is_no_day(Tokens("on the 9th."), 1, 4)
    (True, False)
    """
    before = tokens.words[index - 1] if index else ""
    behind = tokens.words[after]
    noun = behind.isalpha() and behind not in {
        "and",
        "to",
        "or",
        "when",
        "at",
        "in",
        "for",
        "as",
        "with",
        "that",
        "he",
    }
    return noun or before not in DATE_PREPOSITIONS - {"to", "and"}


def is_fraction(tokens: Tokens, index: int, after: int) -> bool:
    """Return whether 3/4 is rather a fraction, or a count of many, than a day."""
    if "/" not in tokens.words[index:after]:
        return False
    before = tokens.words[index - 1] if index else ""
    usual = tokens.words[after - 1] in {"2", "3", "4", "5", "8", "16", "32", "24", "7"}
    return before not in DATE_PREPOSITIONS - {"and", "to"} and (usual or tokens.keys[index - 1] == NUMBER)
