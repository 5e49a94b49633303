"""The language of dates read back: a slow reader of phrases, so that a test can ask what a phrase claims."""

from __future__ import annotations

from timeline.times import CivilDate, Granularity, Instant, Interval
from timeline.times.iso import Scanner

MINUTE = 60_000_000


def outer(phrase: str) -> Interval:
    """Return the instants at which something can have been going on, going by its phrase (in UTC)."""
    if phrase == "undated":
        return Interval(None, None)
    if phrase.startswith("from ") and " to " in phrase:
        start, _, end = phrase.removeprefix("from ").partition(" to ")
        return Interval(window(start).start, window(with_date(end, start)).end)
    if phrase.startswith("from "):
        return Interval(window(phrase.removeprefix("from ")).start, None)
    if phrase.startswith("until "):
        return Interval(None, window(phrase.removeprefix("until ")).end)
    return window(phrase)


def starts(phrase: str) -> Interval:
    """Return where the phrase puts the start."""
    if not phrase.startswith("from "):
        return outer(phrase)
    return window(phrase.removeprefix("from ").partition(" to ")[0])


def ends(phrase: str) -> Interval:
    """Return where the phrase puts the end."""
    if phrase.startswith("until "):
        return window(phrase.removeprefix("until "))
    start, joined, end = phrase.removeprefix("from ").partition(" to ")
    if not joined:
        return Interval(outer(phrase).start, outer(phrase).end)
    return window(with_date(end, start))


def with_date(end: str, start: str) -> str:
    """Give a bare time of day the date that was said before it."""
    bare = end.partition("..")[0].removesuffix(" or later")
    return f"{start.partition(' ')[0]} {end}" if ":" in bare and " " not in bare else end


def window(text: str) -> Interval:
    if text.startswith("before "):
        return Interval(None, unit(text.removeprefix("before ")).start)
    if text.startswith("after "):
        return Interval(unit(text.removeprefix("after ")).end, None)
    if text.endswith(" or later"):
        return Interval(unit(text.removesuffix(" or later")).start, None)
    first, dots, last = text.partition("..")
    if not dots:
        return unit(first)
    completed = complete(last, first)
    moment = ":" in completed
    return Interval(unit(first).start, unit(completed).start if moment else unit(completed).end)


def complete(last: str, first: str) -> str:
    """Put before a shortened date what it shares with the first one."""
    if ":" in last and " " not in last:
        return f"{first.partition(' ')[0]} {last}"
    shortened = len(last) == 2 or (len(last) == 5 and last[2] == "-")
    return first[: len(first) - len(last)] + last if shortened else last


def unit(text: str) -> Interval:
    """Return the year, month, day, minute, second or microsecond that a text names."""
    date, _, time = text.partition(" ")
    year, month, day = Scanner(date).date_parts()
    if not time:
        granularity = (
            Granularity.YEAR if month is None else Granularity.MONTH if day is None else Granularity.DAY
        )
        return Interval.of(granularity, CivilDate(year, month or 1, day or 1))
    since_midnight, length = Scanner(time).time_of_day()
    start = CivilDate(year, month or 1, day or 1).number * 86_400_000_000 + since_midnight
    return Interval(Instant(start), Instant(start + length))
