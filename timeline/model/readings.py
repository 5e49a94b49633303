"""From the words of a claim to its readings, by way of its source's date and zone."""

from __future__ import annotations

import functools
from collections.abc import Callable

from timeline.errors import ParseError, RangeError, TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.expressions.anchor import Anchor, AnyDay
from timeline.expressions.conventions import Conventions
from timeline.expressions.dating import anchors_of
from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve
from timeline.sources import Source
from timeline.times import Bounds, Interval

__all__ = ["by_status", "read_anywhen", "read_claim", "zone_of"]

FAR_APART = ("1904-02-29", "2051-08-17")
"""Two days that differ in year, month, day and weekday: what reads alike from both needs neither."""


def zone_of(source: Source | None, zone: str | None) -> str:
    """Return the zone in which a source's days are read: its own, else the timeline's, else UTC."""
    return (source.zone if source else None) or zone or "UTC"


def read_claim(
    claim: Claim, source: Source | None, *, zone: str | None, conventions: Conventions
) -> tuple[Reading, ...]:
    """Return the readings of a claim, likeliest first; each says what the claim's aspect needs.

    The anchor is the claim's own, else its source's date; words that read alike from any anchor need none, and those that
    read alike from all days of a year need no more than the year.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> yonhap = Source("yonhap", published="2025-12-13", zone="Asia/Seoul")
    >>> [reading.edtf for reading in read_claim(Claim("last June"), yonhap, zone=None, conventions=DEFAULT)]
    ['2025-06', '2024-06']
    """
    anchors = _anchors(claim, source, zone)
    return _readings(claim, lambda words: _resolve(words, anchors, zone_of(source, zone), conventions))


def read_anywhen(claim: Claim, zone: str, *, conventions: Conventions) -> tuple[Reading, ...] | None:
    """Return the readings that a claim has on every day in a zone, None where they depend on the day.

    The law: it is what `read_claim` returns, whatever the anchor.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> [reading.edtf for reading in read_anywhen(Claim("June 2025"), "UTC", conventions=DEFAULT)]
    ['2025-06']
    >>> read_anywhen(Claim("last June"), "UTC", conventions=DEFAULT)
    """
    anchor = AnyDay(zone)
    found = _readings(claim, lambda words: resolve(words, anchor=anchor, conventions=conventions))
    return None if anchor.asked else found


def _readings(claim: Claim, read: Callable[[str], tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """Return what the words of a claim are read as, each reading once; of words pinned by hand the likeliest."""
    readings: list[Reading] = []
    for words in claim.reads or (claim.says,):
        found = read(words)
        readings += found[:1] if claim.reads else found
    if len(readings) > 1:
        readings = list(dict.fromkeys(readings))
    fitting = tuple(reading for reading in readings if _misfit(claim, reading) is None)
    if not fitting:
        raise _misfit(claim, readings[0]) or RangeError(f"{claim.says!r} says nothing")
    return fitting


@functools.lru_cache(maxsize=1_024)
def _dated(date: str, zone: str) -> tuple[Anchor, ...]:
    return anchors_of(date, zone=zone)


def _anchors(claim: Claim, source: Source | None, zone: str | None) -> tuple[Anchor, ...]:
    """Return the anchor of a claim, several where its day is not known exactly, or none."""
    date = claim.anchor or (source.published if source is not None else None)
    return () if date is None else _dated(date, zone_of(source, zone))


def by_status(
    claim: Claim, status: Status, source: Source | None, readings: tuple[Reading, ...], zone: str | None
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return the readings that agree with a claim's status, and those that are passed over.

    A report of what took place does not look ahead of its source's date, and an expectation does not look back. Where no
    reading agrees (words such as "next week") none is passed over, and neither are readings pinned by hand. "Before Wednesday"
    lies where its Wednesday does.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> tass = Source("tass", published="2025-12-13")
    >>> readings = read_claim(Claim("November 14"), tass, zone=None, conventions=DEFAULT)
    >>> kept, passed_over = by_status(Claim("November 14"), Status.REPORTED, tass, readings, None)
    >>> [reading.edtf for reading in kept], [reading.edtf for reading in passed_over]
    (['2025-11-14'], ['2026-11-14'])
    """
    anchors = _anchors(claim, source, zone)
    if not anchors or claim.reads or len(readings) == 1:
        return readings, ()
    today = Interval(anchors[0].day.start, anchors[-1].day.end)
    if status is Status.EXPECTED:
        agrees = [not _looks_back(reading.bounds, today) for reading in readings]
    else:
        agrees = [not _looks_ahead(reading.bounds, today) for reading in readings]
    if not any(agrees):
        return readings, ()
    kept = tuple(reading for reading, fits in zip(readings, agrees, strict=True) if fits)
    return kept, tuple(reading for reading, fits in zip(readings, agrees, strict=True) if not fits)


def _looks_ahead(bounds: Bounds, today: Interval) -> bool:
    """Return whether bounds begin after a day, or are open to the past ("before Wednesday") and end after it."""
    begins, ends = bounds.earliest_start, bounds.latest_end
    if begins is None:
        return ends is not None and today.end is not None and ends > today.end
    return today.end is not None and begins >= today.end


def _looks_back(bounds: Bounds, today: Interval) -> bool:
    """Return whether bounds are over before a day, or are open to the future ("after Monday") and begin before it."""
    begins, ends = bounds.earliest_start, bounds.latest_end
    if ends is None:
        return begins is not None and today.start is not None and begins < today.start
    return today.start is not None and ends <= today.start


@functools.lru_cache(maxsize=16_384)
def _resolve(
    words: str, anchors: tuple[Anchor, ...], zone: str, conventions: Conventions
) -> tuple[Reading, ...]:
    tried = anchors or tuple(Anchor.parse(day, zone=zone) for day in FAR_APART)
    first, *others = (resolve(words, anchor=anchor, conventions=conventions) for anchor in tried)
    if any(other != first for other in others):
        problem = "has no day, only a vaguer date" if anchors else "has no date"
        raise ParseError(
            f"these words are relative, and their source {problem}",
            text=words,
            column=1,
            hint="say the day on which the source was published, or give the claim its `anchor`",
        )
    return first


def _misfit(claim: Claim, reading: Reading) -> TimelineError | None:
    """Return why a reading says nothing for the aspect of its claim: "in two weeks" can be a length, which says not when."""
    if claim.aspect is Aspect.DURATION and reading.distance is None:
        return _not_of_aspect(claim, "says when, not how long", "use `when`, `from` or `to`")
    if claim.aspect is not Aspect.DURATION and reading.bounds.is_open and reading.distance is not None:
        return _not_of_aspect(claim, "says how long, not when", "use `lasts`")
    return None


def _not_of_aspect(claim: Claim, problem: str, hint: str) -> TimelineError:
    return RangeError(f"{claim.says!r} {problem}", hint=hint)
