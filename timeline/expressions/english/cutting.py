"""Words that cut what follows them: "early", "the end of", "the third week of", "the turn of", "the closing days of"."""

from __future__ import annotations

from collections.abc import Callable

from timeline.expressions.english.bases import read_base
from timeline.expressions.english.lengths import read_unit
from timeline.expressions.english.lexicon import PARTS, WEEKDAYS
from timeline.expressions.english.numbers import read_ordinal
from timeline.expressions.english.scanner import DASHES, NUMBER, Tokens
from timeline.expressions.english.values import (
    Around,
    At,
    Calendar,
    Count,
    DayPart,
    Length,
    Named,
    Nth,
    Part,
    Relative,
    SoFar,
    Stretch,
    Value,
    Years,
)
from timeline.times import Granularity

__all__ = ["ENDS", "Wrap", "read_cut"]

Wrap = Callable[[Value], Value]

HALVES = {1: "first_half", 2: "second_half", -1: "second_half"}

SOME = frozenset({"time", "day", "week", "month", "year"})

SHARES = {
    ("latter", "half"): "second_half",
    ("latter", "part"): "late",
    ("later", "part"): "late",
    ("last", "part"): "late",
    ("middle", "part"): "middle",
    ("early", "part"): "early",
    ("first", "part"): "early",
    ("opening", "part"): "early",
    ("closing", "part"): "late",
    ("final", "part"): "late",
    ("late", "part"): "late",
}
ENDS = {
    **dict.fromkeys(("opening", "early", "earliest", "first", "initial"), 1),
    **dict.fromkeys(("closing", "final", "last", "late", "latter", "later", "dying"), -1),
}
"""Words that say at which end of a time its "days" or "years" lie, when nobody counts them."""

APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "circa"})

COUNTED = frozenset({Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR})
ROUGH = APPROXIMATE | {"c", "ca"}

LONG_UNITS = frozenset({Granularity.MONTH, Granularity.YEAR})
"""Units that "in" does not tie to a whole: "last year in October"."""


def read_cut(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read one word or phrase that cuts what follows it, as the function that cuts.

    >>> cut, after = read_cut(Tokens("early in August"), 0)
    >>> cut(Calendar(month=8)), after
    (Part(name='early', value=Calendar(year=None, month=8, day=None, weekday=None)), 2)
    """
    word = tokens.words[index]
    if word in {"earlier", "later"}:
        return _read_so_far(tokens, index)
    if word in {"sometime", "some", "as"}:
        return _read_filler(tokens, index)
    if word in ROUGH:
        return _read_around(tokens, index)
    return _read_share(tokens, index)


def _read_around(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read "about", "circa", "c."."""
    word = tokens.words[index]
    if word in APPROXIMATE:
        asked = index > 0 and tokens.words[index - 1] in {"how", "what", "talk"}
        return None if asked else (Around, index + 1)
    dotted = tokens.skip(index + 1, ".")
    sure = tokens.keys[dotted] == NUMBER and (word == "ca" or dotted > index + 1)
    return (Around, dotted) if sure else None


def _read_share(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read "the end of", "the week of", "the closing days of", "the rest of", "the third week of"."""
    start = tokens.skip(index, "the", "very", "at")
    start = tokens.skip(start, "very")
    word = tokens.words[start]
    share = SHARES.get((word, tokens.words[start + 1]))
    if share is not None and tokens.words[start + 2] == "of":
        return (lambda value: Part(share, value)), start + 3
    ends = _read_ends(tokens, start) if word in ENDS else None
    if ends is not None:
        return ends
    if word in PARTS and word != "half":
        return _read_part(tokens, start)
    if word in {"week", "weekend", "month", "year", "turn"} and tokens.words[start + 1] in {
        "of",
        "commencing",
        "beginning",
        "starting",
    }:
        name = f"{word} of"
        return (lambda value: Part(name, value)), start + 2
    if word in {"rest", "remainder"} and tokens.words[start + 1] == "of":
        return (lambda value: SoFar(1, value)), start + 2
    ordinal = read_ordinal(tokens, start)
    if word in {"small", "wee"} and tokens.follows(start + 1, ("hours", "of")):
        return _in_the_early_hours, start + 3
    return None if ordinal is None else _read_nth(tokens, start, *ordinal) or _read_half(tokens, *ordinal)


def _read_ends(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read "the opening years of", "the final weeks of": so many of a unit, at one end of a time, as nobody says."""
    if tokens.words[index] == "early" and tokens.follows(index + 1, ("hours", "of")):
        return _in_the_early_hours, index + 3
    side, unit = ENDS[tokens.words[index]], read_unit(tokens, index + 1)
    if (
        unit is None
        or not unit[2]
        or unit[1] > 1
        or unit[0] < Granularity.DAY
        or tokens.words[unit[3]] != "of"
    ):
        return None
    if read_base(tokens, unit[3] + 1) is None:
        return None  # "the last years of his life"
    length = Length(((Count(vague="plural"), unit[0]),))
    return (lambda value: Stretch(length, side, value)), unit[3] + 1


def _in_the_early_hours(value: Value) -> Value:
    return Part("early", value if isinstance(value, At) else At(value, DayPart("MO")))


def _read_so_far(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    side = -1 if tokens.words[index] == "earlier" else 1
    after = tokens.skip(index + 1, "in", "on")
    if read_base(tokens, after) is None:
        return None
    return (lambda value: SoFar(side, value)), after


def _read_filler(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Move over words that change nothing: "sometime", "some day in", "as early as", "as recently as"."""
    if tokens.words[index] == "some":
        within = tokens.words[index + 1] in SOME and tokens.words[index + 2] in {"in", "of", "during"}
        return ((lambda value: value), index + 3) if within else None
    if tokens.words[index] == "sometime":
        return (lambda value: value), tokens.skip(index + 1, "in", "during")
    if tokens.words[index + 1] in {"early", "late", "recently", "soon"} and tokens.words[index + 2] == "as":
        return (lambda value: value), tokens.skip(index + 3, "in", "on")
    return None


def _read_part(tokens: Tokens, index: int) -> tuple[Wrap, int] | None:
    """Read "early", "mid-", "the beginning of", "the end of"."""
    name = PARTS[tokens.words[index]]
    after = index + 1
    if name in {"early", "mid", "late"}:
        after = tokens.skip(after, *DASHES)
        after = tokens.skip(after, "in", "on") if name != "mid" else after
    else:
        joined = tokens.skip(after, "of")
        if joined == after:
            return None
        after = joined
    return (lambda value: Part(name, value)), after


def _read_half(tokens: Tokens, number: int, index: int) -> tuple[Wrap, int] | None:
    """Read "first half of", "the second half of"."""
    if tokens.words[index] != "half" or number not in HALVES:
        return None
    name = HALVES[number]
    return (lambda value: Part(name, value)), tokens.skip(index + 1, "of")


def _of_long(tokens: Tokens, unit: Granularity, index: int) -> bool:
    """Return whether a decade or quarter is one of a decade or a century: "the third quarter of the 15th century"."""
    if unit not in {Granularity.DECADE, Granularity.QUARTER} or tokens.words[index] != "of":
        return False
    whole = read_base(tokens, index + 1)
    if whole is None:
        return False
    return isinstance(whole[0], Years) or (
        isinstance(whole[0], Relative) and whole[0].unit > Granularity.YEAR
    )


def _read_nth(tokens: Tokens, start: int, number: int, index: int) -> tuple[Wrap, int] | None:
    """Read "third week of", "first Monday after", "last day of"."""
    of: Granularity | Value
    unit = read_unit(tokens, index)
    if unit is not None and not unit[2] and (unit[0] in COUNTED or _of_long(tokens, unit[0], unit[3])):
        of, after = unit[0], unit[3]
    elif tokens.words[index] in WEEKDAYS:
        of, after = Calendar(weekday=WEEKDAYS[tokens.words[index]]), index + 1
    elif tokens.words[index] == "weekend":
        of, after = Named("weekend"), index + 1
    else:
        return None
    del start
    if tokens.words[after] != "of" and (tokens.words[after] != "in" or of in LONG_UNITS):
        return None
    return (lambda value: Nth(number, of, value)), after + 1
