"""`View`: what of a timeline is to be seen, in which order, and how closely; the same for text, pictures and pages."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.events import Status
from timeline.frozen import Record, are_texts, several, texts
from timeline.model.report import Corner, EventReport
from timeline.times import CivilDate, Interval
from timeline.times.calendar import days_in_month
from timeline.times.iso import Scanner
from timeline.times.zones import day_at

__all__ = ["Detail", "Grouping", "Sorting", "View", "first_day_of", "last_day_of"]


class Detail(enum.Enum):
    """How closely events are looked at: the dates alone, the sources' words as well, or every claim and every proof."""

    COMPACT = "compact"
    WORDS = "words"
    FULL = "full"


class Grouping(enum.Enum):
    """What events are put together by; an event that has several of them is in each of their groups."""

    TAG = "tag"
    PLACE = "place"
    PARTICIPANT = "participant"
    SOURCE = "source"

    def names(self, report: EventReport) -> tuple[str, ...]:
        """Return the groups that an event belongs to.

        >>> from timeline.events import Event
        >>> from timeline.model.timeline import Timeline
        >>> Grouping.TAG.names(Timeline().add(Event("a", tags=["war"])).check()["a"])
        ('war',)
        """
        event = report.event
        if self is Grouping.TAG:
            return event.tags
        if self is Grouping.PLACE:
            return () if event.place is None else (event.place,)
        if self is Grouping.PARTICIPANT:
            return event.participants
        named = (claim.statement.source for claim in report.claims)
        return tuple(dict.fromkeys(source for source in named if source is not None))


class Sorting(enum.Enum):
    """The order of events: by time (see `timeline.render.order`), or by what they are called."""

    TIME = "time"
    TITLE = "title"
    ID = "id"


def _statuses(values: Iterable[Status]) -> tuple[Status, ...]:
    return several(values)


@attrs.frozen(kw_only=True)
class View(Record):
    """What of a timeline is to be seen.

    An event stays if it *can* have been going on between `since` and `until`, both included and counted as days of its own
    zone; if it has one of `tags`; and if it, or a claim about it, has one of `statuses`. None, or nothing, is everything.

    >>> View(since=CivilDate(2025, 8, 1), until=CivilDate(2025, 7, 1))
    Traceback (most recent call last):
    timeline.errors.RangeError: nothing is both since 2025-08-01 and until 2025-07-01
    """

    detail: Detail = Detail.WORDS
    group_by: Grouping | None = None
    sort_by: Sorting = Sorting.TIME
    since: CivilDate | None = None
    until: CivilDate | None = None
    tags: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=are_texts)
    statuses: tuple[Status, ...] = attrs.field(default=(), converter=_statuses)

    def __attrs_post_init__(self) -> None:
        if not all(isinstance(status, Status) for status in self.statuses):
            raise WrongTypeError("statuses are values of Status")
        if self.since is not None and self.until is not None and self.since.number > self.until.number:
            raise RangeError(f"nothing is both since {self.since} and until {self.until}")

    def shows(self, report: EventReport) -> bool:
        """Return whether an event is to be seen.

        >>> from timeline.events import Event
        >>> from timeline.model.timeline import Timeline
        >>> story = Timeline().add(Event("a").said("2024"), Event("b").said("2024/2025"), Event("c"))
        >>> [event.event.id for event in story.check().events if View(since=CivilDate(2025, 1, 1)).shows(event)]
        ['b', 'c']
        """
        return self._has_tag(report) and self._has_status(report) and self._can_be_within(report)

    def _has_tag(self, report: EventReport) -> bool:
        return not self.tags or not set(self.tags).isdisjoint(report.event.tags)

    def _has_status(self, report: EventReport) -> bool:
        own = report.event.status
        said = (getattr(claim.statement.about, "status", None) or own for claim in report.claims)
        found = {status or Status.REPORTED for status in (*said, own)}
        return not self.statuses or not found.isdisjoint(self.statuses)

    def _can_be_within(self, report: EventReport) -> bool:
        if report.alternatives:
            return any(self._touches(one.bounds.outer, one.zone, one.zone) for one in report.alternatives)
        first, last = report.bound(Corner.EARLIEST_START), report.bound(Corner.LATEST_END)
        return self._touches(report.derived.outer, first.zone, last.zone)

    def _touches(self, window: Interval, first_zone: str, last_zone: str) -> bool:
        start, end = window.start, window.end
        last = None if end is None else day_at(end.microseconds - 1, last_zone)
        first = None if start is None else day_at(start.microseconds, first_zone)
        over = self.since is not None and last is not None and last < self.since.number
        ahead = self.until is not None and first is not None and first > self.until.number
        return not over and not ahead


def first_day_of(text: str) -> CivilDate:
    """Return the first day of a year, a month or a day.

    >>> print(first_day_of("2025-08"), first_day_of("-0043"))
    2025-08-01 -0043-01-01
    """
    year, month, day = _parts(text)
    return CivilDate(year, month or 1, day or 1)


def last_day_of(text: str) -> CivilDate:
    """Return the last day of a year, a month or a day.

    >>> print(last_day_of("2025-02"), last_day_of("2025"))
    2025-02-28 2025-12-31
    """
    year, month, day = _parts(text)
    last = month or 12
    return CivilDate(year, last, day or days_in_month(year, last))


def _parts(text: str) -> tuple[int, int | None, int | None]:
    scanner = Scanner(text)
    parts = scanner.date_parts()
    scanner.finish()
    return parts
