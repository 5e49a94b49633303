"""What expressions mean before anybody knows when they were said: a calendar value, cut, shifted, counted, ranged.

Each class is one way to build a time out of others; the grammar makes them and `resolving` finds them on the
calendar. They hold no anchor, no convention and no word that the resolver would have to look up again.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.times import Granularity

__all__ = [
    "Around",
    "At",
    "Away",
    "Beside",
    "Calendar",
    "Chosen",
    "Clock",
    "Count",
    "DayPart",
    "Edge",
    "Either",
    "Ended",
    "Inside",
    "Length",
    "Named",
    "Nth",
    "NthFrom",
    "OldStyle",
    "Part",
    "Range",
    "Relative",
    "Repeat",
    "SoFar",
    "Spoken",
    "Stretch",
    "Throughout",
    "TwoYears",
    "Vague",
    "Value",
    "Years",
    "is_clock",
]


@attrs.frozen
class Calendar:
    """A date of which some fields may be missing; years are astronomical.

    "12 December 2025" has three fields, "Friday" one, "June" one. Where a year was written with `two_digits`, it stands
    here as one of 2000 to 2099, and `centuries` says which it means.
    """

    year: int | None = None
    month: int | None = attrs.field(default=None, kw_only=True)
    day: int | None = attrs.field(default=None, kw_only=True)
    weekday: int | None = attrs.field(default=None, kw_only=True)
    two_digits: bool = attrs.field(default=False, kw_only=True, repr=False)


@attrs.frozen
class Named:
    """A part of every year by its kind and number: a season, quarter, half, week or feast, or the weekend of a week."""

    kind: str
    number: int | str = 0


@attrs.frozen
class TwoYears:
    """Two calendar years that are written as one and name what begins in the first: 2023/24, of a winter, a season or a school."""

    first: int


@attrs.frozen
class OldStyle:
    """A date of the Julian calendar, its year beginning in January."""

    date: Calendar


@attrs.frozen
class Years:
    """A decade, century or millennium by its first year."""

    unit: Granularity
    first: int


@attrs.frozen
class Relative:
    """A unit of the calendar by how far it lies from the anchor's: last week is -1, today a day and 0.

    With `base` the unit is counted from there: "the following year" from the year last spoken of.
    """

    unit: Granularity
    offset: int
    words: str = attrs.field(default="", kw_only=True)
    spoken: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Chosen:
    """One of those that come round: last June, next Friday, this summer."""

    which: str
    value: Value


@attrs.frozen
class Inside:
    """Something that comes round, in a certain stretch: June of last year, Friday of next week."""

    value: Value
    whole: Value


@attrs.frozen
class Nth:
    """One of the units or recurring things in a stretch, by its number; negative numbers count from the end."""

    number: int
    of: Granularity | Value
    whole: Value


@attrs.frozen
class NthFrom:
    """One of those that come round, or a unit, counted on (1) or back (-1) from a time: the first Monday after Easter."""

    number: int
    value: Value | Granularity
    side: int
    base: Value


@attrs.frozen
class Part:
    """A part of a time, by the name of the convention that cuts it: early August, the end of 1990."""

    name: str
    value: Value


@attrs.frozen
class Ended:
    """So many units by their last day: the year ended 31 March, the six months to June."""

    length: Length
    last: Value


@attrs.frozen
class SoFar:
    """What lies before or after the anchor in a stretch: earlier this year (-1), later this week (1)."""

    side: int
    value: Value


@attrs.frozen
class Clock:
    """A time of day, in microseconds since midnight, in a unit; `half_day` where a.m. or p.m. was not said."""

    since_midnight: int
    unit: Granularity
    half_day: bool = attrs.field(default=False, kw_only=True)
    zones: tuple[str, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class DayPart:
    """A part of the day by its TIMEX3 letters: MO, AF, EV, NI, DT, MI."""

    code: str


@attrs.frozen
class At:
    """A time of day on a date."""

    date: Value
    time: Clock | DayPart


@attrs.frozen
class Count:
    """How many, exactly or by the name of the convention that says how many."""

    low: Fraction = Fraction(1)
    high: Fraction = Fraction(1)
    vague: str | None = None


@attrs.frozen
class Length:
    """A number of units, and how the number is to be taken ("less_than", "about", ...; "plain" is as it stands).

    `days` says which ones are counted: those of the "calendar", or the "working" ones, of the business calendar
    that the words name.
    """

    parts: tuple[tuple[Count, Granularity], ...]
    limit: str = "plain"
    days: str = attrs.field(default="calendar", kw_only=True)
    calendar: str | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Away:
    """A length before (-1) or after (1) a time; with no base the anchor's, or the one last spoken of."""

    length: Length
    side: int
    base: Value | None = None
    spoken: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Stretch:
    """A length that ends (-1) or begins (1) at the anchor, or lies at the start or end of a whole."""

    length: Length
    side: int
    whole: Value | None = None


@attrs.frozen
class Beside:
    """A length that ends where a time begins (-1), or begins where it ends (1): the days following 16 March."""

    length: Length
    side: int
    base: Value


@attrs.frozen
class Throughout:
    """The whole of a time, from its first moment to its last: throughout February, all of last year."""

    value: Value


@attrs.frozen
class Range:
    """From one time to another, or a window between two for one event; `short` leaves the last part out.

    "From 9 to 10" is short, "from Monday to Friday" is not.
    """

    first: Value
    last: Value
    window: bool = attrs.field(default=False, kw_only=True)
    short: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Edge:
    """A time of which only one side is said: before, after, since, until, by."""

    relation: str
    value: Value


@attrs.frozen
class Around:
    """A time that is only about right."""

    value: Value


@attrs.frozen
class Spoken:
    """The time that a story has spoken of last: "during this period"."""

    word: str


@attrs.frozen
class Vague:
    """The past, the present or the future, with the word that said so."""

    reference: str
    word: str


@attrs.frozen
class Repeat:
    """Something that comes again and again: every Friday, twice a month, daily."""

    value: Value
    times: Count | None = None


@attrs.frozen
class Either:
    """One of several values that the words leave open, most likely first, each with its reason."""

    values: tuple[Value, ...]
    reasons: tuple[str, ...]


def is_clock(value: Value) -> bool:
    """Return whether a value is a time that a clock shows, on some day or on none.

    >>> is_clock(At(Calendar(weekday=5), Clock(0, Granularity.HOUR)))
    True
    """
    return isinstance(value.time if isinstance(value, At) else value, Clock)


Value = (
    Calendar
    | Named
    | TwoYears
    | OldStyle
    | Years
    | Relative
    | Chosen
    | Inside
    | Nth
    | NthFrom
    | Part
    | Ended
    | SoFar
    | Clock
    | DayPart
    | At
    | Length
    | Away
    | Beside
    | Spoken
    | Stretch
    | Throughout
    | Range
    | Edge
    | Around
    | Vague
    | Repeat
    | Either
)
