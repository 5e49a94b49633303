"""What claims mean, in numbers: the same words are worked out once, however many claims say them.

Words that mean the same on every day are worked out once for each zone, others once for each day from which they are read.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.expressions.readings import Reading
from timeline.model.parts import Part, lasting_parts
from timeline.model.readings import by_status, read_anywhen, read_claim, zone_of
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.times import Bounds

__all__ = ["Meaning", "Meanings"]

Key = tuple[object, ...]


@attrs.frozen
class Meaning:
    """The readings of a claim, and what each of them says of the start (0) and the end (1) of its event."""

    readings: tuple[Reading, ...]
    passed_over: tuple[Reading, ...]
    """The readings that do not agree with the claim's status; the solver does not see them."""

    windows: tuple[tuple[int, int, int | None, int | None], ...]
    """The number of a reading, an end, and the earliest and latest time that the one puts on the other."""

    parts: tuple[tuple[int, Part], ...]
    """The number of a reading, and what it says of how long the event lasted."""


class Meanings:
    """What the claims of a timeline mean."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._anywhen: dict[Key, Meaning | None] = {}
        self._on_a_day: dict[Key, Meaning] = {}

    def of(self, claim: Claim, status: Status) -> Meaning:
        """Return what a claim means with the status that it has from itself or its event; words may not be understood.

        >>> from timeline.events import Event
        >>> Meanings(Timeline()).of(Claim("1970-01-02", aspect=Aspect.START), Status.REPORTED).windows
        ((0, 0, 86400000000, 172799999999),)
        """
        source = self._timeline.source(claim.source)
        zone = zone_of(source, self._timeline.zone)
        key: Key = (claim.says, claim.reads, claim.aspect, zone)
        if key not in self._anywhen:
            self._anywhen[key] = self._read_anywhen(claim, zone)
        found = self._anywhen[key]
        if found is None:
            published = None if source is None else source.published
            key = (*key, claim.anchor or published, status)
            found = self._on_a_day.get(key)
            if found is None:
                found = self._on_a_day[key] = self._read(claim, status, source, zone)
        return found

    def _read_anywhen(self, claim: Claim, zone: str) -> Meaning | None:
        """Return what a claim means whatever the day from which it is read, if that can be said."""
        try:
            readings = read_anywhen(claim, zone, conventions=self._timeline.conventions)
        except TimelineError:  # the day may matter to the error
            return None
        if readings is None or (
            len(readings) > 1 and not claim.reads
        ):  # a status picks among readings by the day
            return None
        return _meaning(claim, readings, (), zone)

    def _read(self, claim: Claim, status: Status, source: Source | None, zone: str) -> Meaning:
        story = self._timeline
        readings = read_claim(claim, source, zone=story.zone, conventions=story.conventions)
        return _meaning(claim, *by_status(claim, status, source, readings, story.zone), zone)


def _meaning(
    claim: Claim, readings: tuple[Reading, ...], passed_over: tuple[Reading, ...], zone: str
) -> Meaning:
    aspect = claim.aspect
    windows = tuple(
        (number, end, low, high)
        for number, reading in enumerate(readings)
        if aspect is not Aspect.DURATION
        for end, low, high in _sides(reading.bounds, aspect)
        if low is not None or high is not None
    )
    parts = tuple(
        (number, part)
        for number, reading in enumerate(readings)
        if reading.distance is not None and aspect in {Aspect.DURATION, Aspect.WHEN}
        for part in lasting_parts(reading.distance, zone)
    )
    return Meaning(readings, passed_over, windows, parts)


def _sides(bounds: Bounds, aspect: Aspect) -> Iterator[tuple[int, int | None, int | None]]:
    """Return the windows that bounds put on the start (0) and the end (1) of an event.

    A claim of when an event started or ended puts the moment of that end within the outer interval of its words.
    """
    earliest_start, latest_start, earliest_end, latest_end = (
        None if corner is None else corner.microseconds
        for corner in (bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end)
    )
    if aspect is Aspect.WHEN:
        yield 0, earliest_start, latest_start
        yield 1, earliest_end, latest_end
    elif aspect is Aspect.START:
        yield (
            0,
            earliest_start,
            latest_end - 1 if latest_start is None and latest_end is not None else latest_start,
        )
    else:
        yield (
            1,
            earliest_start + 1 if earliest_end is None and earliest_start is not None else earliest_end,
            latest_end,
        )
