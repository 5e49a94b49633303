"""`Entry`: an event as exporters see it, with what is known of its time in words and as a place on a calendar.

Formats that want one start and one end get the outermost days or instants that are possible; an event of which one side is
open goes to the bound that is known. Whatever is not one day is said in words as well, so that a bar is never
taken for a span.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from timeline.constraints import Constraint
from timeline.events import Event
from timeline.formats.kinds import details_of
from timeline.frozen import Record
from timeline.model.report import EventReport, Report
from timeline.model.timeline import Timeline
from timeline.render.cells import visible
from timeline.render.dates import Window, ZonedBounds
from timeline.render.layout import Words, layout
from timeline.render.moments import first_day, high_wall, last_day, low_wall
from timeline.render.order import in_time_order
from timeline.render.wording import ASPECT_WORDS, quoted
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["Entry", "Place", "clock_of", "constraint_lines", "entries", "plain_text", "source_lines"]

DAY = MICROSECONDS_PER_DAY
MINUTE = 60_000_000


@attrs.frozen
class Place(Record):
    """Where an event stands in a format that wants a start and an end: microseconds of a calendar, the end exclusive.

    `in_days` is whether both are midnights of the event's own days; else they are instants, in UTC. `opens` says which
    sides are open: the event then stands at the bound that is known, a day or an instant long.
    """

    start: int
    end: int
    in_days: bool
    opens: tuple[bool, bool] = (False, False)

    @property
    def first_year(self) -> int:
        """The year in which it starts."""
        return date_from_day_number(self.start // DAY).year

    @property
    def last_year(self) -> int:
        """The year in which it ends."""
        return date_from_day_number(max(self.start, self.end - 1) // DAY).year


@attrs.frozen
class Entry(Record):
    """An event with its report, its time in a phrase, and the words of its sources, each once."""

    event: Event
    known: EventReport
    phrase: str = attrs.field(kw_only=True)
    words: tuple[Words, ...] = attrs.field(kw_only=True)

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.event.id

    @property
    def title(self) -> str:
        """The title, or the id where there is none, in one line that controls nothing."""
        return plain_text(self.event.title).strip() or self.id

    @property
    def corners(self) -> ZonedBounds:
        """What is known of its time."""
        return ZonedBounds.from_report(self.known).settled()

    @property
    def place(self) -> Place | None:
        """Where it stands on a calendar; None where nothing is known."""
        return _place(self.corners)

    @property
    def is_exact(self) -> bool:
        """Whether a start and an end say all that is known: within one day or minute, or from one to another."""
        if self.known.alternatives:
            return False
        starts, ends, whole = self.corners.windows
        return _is_one(whole) if whole is not None else _is_one(starts) and _is_one(ends)

    @property
    def label(self) -> str:
        """Its time in a phrase, and in the words of its sources where it is not exact.

        >>> story = Timeline().add(Event("a").said("early August 2025"))
        >>> entries(story, story.check())[0].label
        "2025-08-01..10 ('early August 2025')"
        """
        said = dict.fromkeys(said_words(words) for words in self.words if not words.dropped)
        if self.is_exact or not said or self.phrase in {words.says for words in self.words}:
            return self.phrase
        return f"{self.phrase} ({' · '.join(said)})"

    @property
    def labelled(self) -> str:
        """The title, with the time in words where a start and an end would say too much or too little.

        >>> story = Timeline().add(Event("a", "Signing").said("August 2025"))
        >>> entries(story, story.check())[0].labelled
        "Signing [2025-08 ('August 2025')]"
        """
        return self.title if self.is_exact else f"{self.title} [{self.label}]"

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield what else there is to tell, as pairs of a word and a text."""
        event = self.event
        yield from (("Said", _said(words)) for words in self.words)
        if event.status is not None:
            yield "Status", event.status.value
        if event.kind != "Event":
            yield "Kind", plain_text(event.kind)
        yield from _several("Also called", event.other_titles)
        yield from _several("Participants", event.participants)
        yield from _several("Place", () if event.place is None else (event.place,))
        yield from _several("Tags", event.tags)
        yield from _several("Note", () if event.note is None else (event.note,))
        for name, value in details_of(event).items():
            yield plain_text(name), plain_text(value if isinstance(value, str) else str(value))
        yield from (("Link", plain_text(link)) for link in event.links)
        yield from (("Media", plain_text(link)) for link in event.media)


def clock_of(at: int) -> str:
    """Return the time of day at a place on a calendar, to the millisecond.

    >>> clock_of(86_400_000_000 + 61_250_999)
    '00:01:01.250'
    """
    seconds, fraction = divmod(at % DAY, 1_000_000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{fraction // 1000:03d}"


def plain_text(text: str) -> str:
    r"""Return a text in one line in which nothing is hidden and nothing controls whoever shows it.

    >>> print(plain_text("a\r\nb\x1b[2J"))
    a b\x1b[2J
    """
    return visible(" ".join(text.split()) if "\n" in text or "\r" in text else text)


def entries(timeline: Timeline, report: Report) -> tuple[Entry, ...]:
    """Return the events of a timeline in time order.

    >>> story = Timeline().add(Event("b").said("2025"), Event("a").said("2026"))
    >>> [(entry.id, entry.phrase) for entry in entries(story, story.check())]
    [('b', '2025'), ('a', '2026')]
    """
    rows = layout(timeline, report).rows
    return tuple(
        Entry(known.event, known, phrase=row.phrase, words=row.words)
        for known, row in zip(in_time_order(report), rows, strict=True)
    )


def source_lines(timeline: Timeline) -> list[tuple[str, str | None]]:
    """Return the sources in words, each with its url.

    >>> from timeline.sources import Source
    >>> source_lines(Timeline(sources=[Source("tass", "Regiment back", publisher="TASS", published="2025-12-13")]))
    [('tass: Regiment back, TASS, 2025-12-13', None)]
    """
    told = []
    for source in timeline.sources:
        parts = (source.title, source.publisher, source.published, source.note)
        said = ", ".join(plain_text(part) for part in parts if part)
        told.append((f"{source.id}: {said}" if said else source.id, source.url))
    return told


def constraint_lines(constraints: Iterable[Constraint]) -> list[str]:
    """Return constraints in words, each with its source.

    >>> constraint_lines([Event("a").before("b")])
    ['a before b']
    """
    return [
        plain_text(f"{constraint} ({constraint.source})" if constraint.source else str(constraint))
        for constraint in constraints
    ]


def said_words(words: Words) -> str:
    """Return the words of a source in quotes, with what they are about.

    >>> said_words(Words("early August", ("yonhap",)))
    "'early August'"
    """
    return f"{ASPECT_WORDS[words.aspect]}{quoted(plain_text(words.says))}"


def _said(words: Words) -> str:
    notes = [*words.sources, "dropped"] if words.dropped else [*words.sources]
    return f"{said_words(words)} ({', '.join(notes)})" if notes else said_words(words)


def _several(name: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if texts:
        yield name, ", ".join(map(plain_text, texts))


def _is_one(window: Window) -> bool:
    """Return whether a window is one day, or no more than a minute."""
    low, high = window
    if low is None or high is None:
        return False
    day = first_day(low)
    return (day is not None and day == last_day(high)) or high_wall(high) - low_wall(low) <= MINUTE


def _place(corners: ZonedBounds) -> Place | None:
    """Put an event between its earliest start and latest end; where one of them is open, at the other."""
    low, last_start, first_end, high = corners.sides
    opens = low is None, high is None
    if opens == (True, True):
        low, high = (None, last_start) if last_start is not None else (first_end, None)
    first = None if low is None else first_day(low)
    last = None if high is None else last_day(high)
    in_days = (low is None) == (first is None) and (high is None) == (last is None)
    if in_days and (first is None or last is None or first <= last):
        start = None if first is None else first * DAY
        end = None if last is None else (last + 1) * DAY
        length = DAY
    else:
        in_days, length = False, 0
        start, end = (None if side is None else side.value for side in (low, high))
    if start is None and end is None:
        return None
    start = (end or 0) - length if start is None else start
    return Place(start, start + length if end is None else end, in_days, opens)
