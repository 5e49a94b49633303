"""Phrases of our small language of dates as HTML: each date a `<time>` where the HTML standard has a form for it.

The standard's valid date strings have years from 1 on, of at least four digits; other dates stay plain text.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.render.markup import Content, element

__all__ = ["stamped", "unbroken"]

PART_SIGNS = frozenset("0123456789-:.")
DATE_LENGTHS = {4: "0000", 7: "0000-00", 10: "0000-00-00"}
CLOCK_LENGTHS = {5: "00:00", 8: "00:00:00", 12: "00:00:00.000"}


def stamped(phrase: str) -> Iterator[Content]:
    """Return a phrase with its dates marked up; a shortened one is completed from the date before it.

    >>> from timeline.render.markup import fragment
    >>> print(fragment(stamped("before 2025-08-01..10")).text)
    before <time datetime="2025-08-01">2025-08-01</time>..<wbr><time datetime="2025-08-10">10</time>
    """
    before = ""
    for number, word in enumerate(_with_times(phrase.split(" "))):
        yield " " if number else None
        first, dots, last = word.partition("..")
        if not _is_date(first):
            yield word
            continue
        first = _completed(first, before)
        yield _time(word.partition("..")[0], first)
        before = first
        if dots:
            yield dots
            yield element("wbr")
            before = _completed(last, first)
            yield _time(last, before)


def unbroken(prose: str) -> Iterator[Content]:
    """Return prose in which no line ends within a date; what looks like one need not be one.

    >>> from timeline.render.markup import fragment
    >>> print(fragment(unbroken("it is 59 days (2025-12-09..11)")).text)
    it is 59 days <span class="whole">(2025-12-09..11)</span>
    """
    for number, word in enumerate(prose.split(" ")):
        yield " " if number else None
        core = word.strip("()',;:")
        yield element("span", word, class_="whole") if "-" in core and _is_date(core) else word


def _with_times(words: list[str]) -> Iterator[str]:
    """Join a date and the time of day after it."""
    held = ""
    for word in words:
        if held and word[2:3] == ":":
            held += f" {word}"
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _is_date(word: str) -> bool:
    return (
        bool(word)
        and set(word.replace(" ", "")) <= PART_SIGNS
        and any("0" <= letter <= "9" for letter in word)
    )


def _completed(date: str, before: str) -> str:
    """Return a date with what it shares with the one before it."""
    if date[2:3] == ":":
        return f"{before.partition(' ')[0]} {date}"
    shortened = len(date) == 2 or (len(date) == 5 and date[2] == "-")
    return before[: len(before) - len(date)] + date if shortened else date


def _time(said: str, whole: str) -> Content:
    return element("time", said, datetime=whole) if _is_valid(whole) else said


def _is_valid(text: str) -> bool:
    date, _, clock = text.partition(" ")
    forms = DATE_LENGTHS.get(len(date)), CLOCK_LENGTHS.get(len(clock))
    if clock and (len(date) != 10 or forms[1] is None or not _has_form(clock, forms[1])):
        return False
    return forms[0] is not None and _has_form(date, forms[0]) and date[:4] != "0000"


def _has_form(text: str, form: str) -> bool:
    return all(
        "0" <= letter <= "9" if sign == "0" else letter == sign
        for letter, sign in zip(text, form, strict=True)
    )
