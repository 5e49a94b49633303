"""Words that only look like times in running text: "may" the verb, "Sun" the paper, 2020 in a file name, 1/4 the fraction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.expressions.english.cues import BEFORE_A_TIME, BOUNDARIES, NO_NOUNS, PAST_ENDING, SAYING
from timeline.expressions.english.dates import APOSTROPHES
from timeline.expressions.english.figures import is_bound, is_fraction, is_no_day, is_no_year
from timeline.expressions.english.idioms import ATTRIBUTES
from timeline.expressions.english.lexicon import (
    CARDINALS,
    DAY_PARTS,
    HINTED,
    MONTHS,
    POINTERS,
    SCALES,
    WEEKDAYS,
)
from timeline.expressions.english.scanner import NUMBER, Tokens
from timeline.expressions.english.values import (
    Around,
    Calendar,
    Chosen,
    Clock,
    Count,
    DayPart,
    Either,
    Inside,
    Length,
    Named,
    Range,
    Repeat,
    Spoken,
    Stretch,
    Vague,
    Value,
    Years,
)
from timeline.times import Granularity

__all__ = ["describes", "doubtful"]

LOOSE_WORDS = frozenset(
    {"once", "soon", "shortly", "someday", "earlier", "later", "previously", "formerly", "later on"}
)
"""Adverbs that are times at most where they open a sentence, and a comma parts them from it."""

LINKING = frozenset({"later", "previously"})
"""Those that even there only link a sentence to the one before."""

LOOSE_SETS = frozenset({"annual", "quarterly", "nightly", "bimonthly"})
CERTAIN = frozenset({"in", "since", "last", "until", "this", "next", "by", "during"})
"""Words after which "Jan" and "May" are months whatever follows."""

COUNTED = frozenset({NUMBER, *CARDINALS, *SCALES})
"""What stands before a rate."""

OTHER_CALENDARS = frozenset(
    [
        "chinese",
        "lunar",
        "islamic",
        "jewish",
        "parsi",
        "persian",
        "orthodox",
        "coptic",
        "hindu",
        "tamil",
        "korean",
    ]
)
"""Before the name of a feast they make it another, on a day that has no rule here (where it has, it is read whole)."""

CAPITAL_FEASTS = frozenset({"lent", "advent", "assumption", "annunciation", "holi"})
"""Names of feasts that are common words too: feasts only with a capital letter."""

CAPITAL_DAYS = frozenset({"election day", "independence day", "constitution day", "labor day"})
"""Feasts whose name in small letters may be another country's day."""

TWILIGHTS = frozenset({"dawn", "dusk"})
"""Parts of the day that before a noun always say its kind; "night shift" and "morning tea" are marked in messages and histories."""

DATING = frozenset({"of", "on", "in"})
DATES = frozenset({*MONTHS, *WEEKDAYS})
LIST_SIGNS = frozenset({",", "and", "or", "/", "&", "-", "\u2013", "to"})
SHORT_WEEKDAYS = frozenset(word for word in WEEKDAYS if len(word) <= 3)


def doubtful(value: Value, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether what was read is more likely no time at all.

    >>> tokens = Tokens("They may go.")
    >>> doubtful(Calendar(month=5), tokens, 1, 2)
    True
    """
    if index == 0 and after >= tokens.count:
        return False
    if tokens.words[index] == "that" and _joins_a_clause(tokens, index):
        return True
    if tokens.keys[index] == NUMBER and not _before_christ(value) and is_bound(tokens, index, after):
        return True
    check = CHECKS.get(type(value))
    return check is not None and check(value, tokens, index, after)


def _joins_a_clause(tokens: Tokens, index: int) -> bool:
    """Return whether "that" only joins a clause: "said that last week", "indicated that Sun".

    >>> _joins_a_clause(Tokens("It said that last week"), 2), _joins_a_clause(Tokens("By that week"), 1)
    (True, False)
    """
    before = tokens.words[index - 1] if index else ""
    pointing = POINTERS.get(tokens.words[index + 1], "same") != "same"
    return pointing or before in SAYING or (before.endswith(PAST_ENDING) and len(before) > 4)


def _before_christ(value: Value) -> bool:
    return isinstance(value, Calendar) and value.year is not None and value.year < 1


def describes(value: Value, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a word of time only describes the noun behind it ("the former king"), or repeats what was told.

    Histories mark such words, news do not.

    >>> describes(Vague("PAST_REF", "former"), Tokens("the former king"), 1, 2)
    True
    """
    if isinstance(value, Spoken) or (isinstance(value, DayPart) and _names_a_kind(tokens, after)):
        return True
    known = isinstance(value, Vague) and value.word in ATTRIBUTES and tokens.words[after].isalpha()
    return known and not (index > 0 and tokens.words[index - 1] in {"in", "near"})


def _names_a_kind(tokens: Tokens, after: int) -> bool:
    """Return whether a part of the day only says of which kind the noun behind it is: "the dawn raids", "the morning session of 3 May".

    >>> _names_a_kind(Tokens("the dawn raids of October"), 2), _names_a_kind(Tokens("at dawn on 6 June"), 2)
    (True, False)
    """
    word = tokens.words[after]
    if not word.isalpha() or word in NO_NOUNS or tokens.capital(after):
        return False
    if tokens.words[after - 1] in TWILIGHTS:
        return True
    for place in (after + 1, after + 2):
        if tokens.words[place] in DATING:
            start = tokens.skip(place + 1, "the", "early", "late", "mid")
            return tokens.keys[start] == NUMBER or tokens.words[start] in DATES
        if not tokens.words[place].isalpha() or tokens.words[place] in NO_NOUNS:
            return False
    return False


def _calendar(value: Calendar, tokens: Tokens, index: int, after: int) -> bool:
    if value.year is not None and value.month is None:
        if tokens.keys[index] != NUMBER and tokens.words[index] not in APOSTROPHES:
            return value.year % 100 == 0 and tokens.words[after].isalpha()
        return (
            after == index + 1 and not _before_christ(value) and is_no_year(value.year, tokens, index, after)
        )
    if value.year is not None:
        return False
    if value.month is not None:
        if value.day is not None:
            return tokens.keys[index] == NUMBER and is_fraction(tokens, index, after)
        return _no_name(tokens, index, after)
    if value.day is not None:
        return value.weekday is None and is_no_day(tokens, index, after)
    return _no_name(tokens, index, after)


def _no_name(tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a bare month or weekday is a verb, a person or a paper: May, March, Jan, Sun, Sat."""
    place = after - 1
    if tokens.words[place] == ".":
        place -= 1
    if tokens.words[after] in {"-", "/", "\u2013", "to", "or", "and"} and tokens.words[after + 1] in MONTHS:
        return not tokens.capital(place)
    word = tokens.words[place]
    if place > index and tokens.words[place - 1] != "the":
        return False
    before = tokens.words[index - 1] if index else ""
    if word in MONTHS and (word in HINTED or len(word) <= 3):
        person = tokens.words[after].isalpha() and tokens.capital(after) and before not in CERTAIN
        return (
            person
            or not tokens.capital(place)
            or before not in BEFORE_A_TIME - {"the", ","}
            or tokens.words[place - 1] == "the"
        )
    if word in SHORT_WEEKDAYS:
        if _beside_a_weekday(tokens, index, after):
            return False
        return not tokens.capital(place) or before not in {
            "on",
            "this",
            "last",
            "next",
            "every",
            "each",
            "until",
        }
    return False


def _beside_a_weekday(tokens: Tokens, index: int, after: int) -> bool:
    """Return whether another day of the week, or a week, stands beside a short one: "Mon or Tue", "next week Mon"."""
    if index and tokens.words[index - 1] in {"week", "wk"}:
        return True
    behind = tokens.words[after] in LIST_SIGNS and tokens.words[after + 1] in WEEKDAYS
    return behind or (
        index > 1 and tokens.words[index - 1] in LIST_SIGNS and _ends_with_a_day(tokens, index - 2)
    )


def _ends_with_a_day(tokens: Tokens, index: int) -> bool:
    """Return whether a day of the week stands at a place, or just before the part of the day that does."""
    if tokens.words[index] in WEEKDAYS:
        return True
    return index > 0 and tokens.words[index] in DAY_PARTS and tokens.words[index - 1] in WEEKDAYS


def _chosen(value: Chosen, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether "this march" or "that may" is no month: those that are other words too need their capital."""
    del index
    word = tokens.words[after - 1]
    return (
        isinstance(value.value, Calendar)
        and word in MONTHS
        and word in HINTED
        and not tokens.capital(after - 1)
    )


def _day_part(value: DayPart | Clock, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a part of the day is a greeting or part of a name: "Good evening", "High Noon"."""
    del value
    before = tokens.words[index - 1] if index else ""
    if after > index + 1 or tokens.words[index] not in DAY_PARTS:
        return False
    shouted = tokens.text[tokens.starts[index] : tokens.ends[index]].isupper()
    named = (
        tokens.capital(index)
        and not shouted
        and index > 0
        and tokens.capital(index - 1)
        and before not in WEEKDAYS
    )
    return named or (before == "good" and tokens.words[after] in {*BOUNDARIES, ",", "from", "to", "and"})


def _named(value: Named, tokens: Tokens, index: int, after: int) -> bool:
    if value.kind == "season":
        word, before = tokens.words[after - 1], tokens.words[index - 1] if index else ""
        if word not in {"fall", "spring"}:
            return tokens.words[after] == "s" and tokens.glued(after)
        plain = after == index + 1 and before not in BEFORE_A_TIME - {"to", "the", ",", "("}
        return word == "fall" and (plain or tokens.words[after] in {"of", "in", "from"})
    if value.kind == "feast":
        common = tokens.words[after - 1] in CAPITAL_FEASTS or value.number in CAPITAL_DAYS
        common = common and not tokens.capital(after - 1)
        return (
            common or _of_a_name(tokens, after) or (index > 0 and tokens.words[index - 1] in OTHER_CALENDARS)
        )
    if value.kind == "half":
        return after == index + 2 and not tokens.capital(index)
    return value.kind == "weekend" and tokens.words[after] in {"warrior", "warriors"}


def _of_a_name(tokens: Tokens, after: int) -> bool:
    """Return whether a capital letter goes on after a feast that has one: the Easter Offensive, Christmas Island."""
    place = tokens.starts[after - 1]
    shouted = tokens.text[place : tokens.ends[after - 1]].isupper()
    follows = tokens.words[after].isalpha() and tokens.starts[after] == tokens.ends[after - 1] + 1
    return follows and not shouted and tokens.capital(after - 1) and tokens.capital(after)


def _length(value: Length, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a length is an age, a fraction, or a byte in hexadecimal."""
    count, unit = value.parts[-1]
    if _is_age(tokens, after) or _is_rate(tokens, index):
        return True
    if unit is Granularity.QUARTER:
        small = count.vague == "plural" or count.low <= 3
        hyphen = "-" in tokens.words[index:after] and tokens.words[after - 1] == "quarters"
        return small and (
            hyphen
            or tokens.words[after] in {"of", "to", "million", "percent"}
            or after == index + 1
            or count.low < 2
        )
    if tokens.words[after - 1] == "h" and tokens.glued(after - 1):
        return tokens.words[index - 1] not in {"for", "in", "last", "past", "next", "about", "than"}
    return unit is Granularity.SECOND and count == Count() and tokens.words[index] in {"a", "one"}


def _is_rate(tokens: Tokens, index: int) -> bool:
    """Return whether a length says how often: "$1.76 a year", "four flights a week".

    >>> _is_rate(Tokens("four flights a week"), 2), _is_rate(Tokens("it lasts a week"), 2)
    (True, False)
    """
    if tokens.words[index] not in {"a", "an"} or index < 2:
        return False
    plural = tokens.words[index - 1].endswith("s") and tokens.keys[index - 2] in COUNTED
    return plural or tokens.keys[index - 1] in COUNTED | {"%", "percent"}


def _is_age(tokens: Tokens, after: int) -> bool:
    """Return whether "old" follows: an age is no time."""
    word = tokens.words[after]
    return word == "old" or (word == "-" and tokens.words[after + 1] in {"old", "olds"})


def _vague(value: Vague, tokens: Tokens, index: int, after: int) -> bool:
    if value.word == "to date":
        return tokens.words[index - 1] in {"up", "-"}
    if value.word not in LOOSE_WORDS:
        return value.word in ATTRIBUTES - {"future"} and not tokens.words[after].isalpha()
    opens = (index == 0 or tokens.words[index - 1] in BOUNDARIES) and value.word not in LINKING
    return not (opens and tokens.words[after] == ",")


def _repeat(value: Repeat, tokens: Tokens, index: int, after: int) -> bool:
    del value, after
    return tokens.words[index] in LOOSE_SETS


def _around(value: Around, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether "about 1,990" or "c. 4096" counts something rather than names a year."""
    del index
    year = value.value.year if isinstance(value.value, Calendar) and value.value.month is None else None
    return (
        year is not None and tokens.keys[after - 1] == NUMBER and is_no_year(year, tokens, after - 1, after)
    )


def _inside(value: Inside, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether a feast of a year is one of another calendar."""
    feast = value.value
    return isinstance(feast, Named) and feast.kind == "feast" and _named(feast, tokens, index, after)


def _years(value: Years, tokens: Tokens, index: int, after: int) -> bool:
    """Return whether "30s" is somebody's age: a short decade needs its apostrophe or "the"."""
    del value
    return tokens.keys[index] == NUMBER and len(tokens.words[index]) == 2 and after == index + 2


def _either(value: Either, tokens: Tokens, index: int, after: int) -> bool:
    first = value.values[0]
    full = isinstance(first, Calendar) and first.year is not None
    return not full and is_fraction(tokens, index, after)


def _range(value: Range, tokens: Tokens, index: int, after: int) -> bool:
    return (
        isinstance(value.first, Calendar)
        and value.first.month is None
        and value.first.year is None
        and is_no_day(tokens, index, after)
    )


def _stretch(value: Stretch, tokens: Tokens, index: int, after: int) -> bool:
    del value, index
    return _is_age(tokens, after)


CHECKS: dict[type, Callable[[Any, Tokens, int, int], bool]] = {
    Calendar: _calendar,
    Chosen: _chosen,
    Clock: _day_part,
    DayPart: _day_part,
    Named: _named,
    Length: _length,
    Vague: _vague,
    Repeat: _repeat,
    Years: _years,
    Around: _around,
    Either: _either,
    Inside: _inside,
    Range: _range,
    Stretch: _stretch,
}
