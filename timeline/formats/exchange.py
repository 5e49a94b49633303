"""What goes out and what comes in: a document or a timeline, each with what could not be carried over."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

import attrs

from timeline.events import Event
from timeline.frozen import Record
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.view import View

__all__ = [
    "ALL_PARTS",
    "Export",
    "Format",
    "Import",
    "Omission",
    "Part",
    "Reader",
    "Taker",
    "Taking",
    "Writer",
]

NAMED = 5
"""So many events are named in the sentence of an omission; its `events` names all of them."""


class Part(enum.Enum):
    """A part of a timeline that a format can carry or lose."""

    EVENTS = "events"
    UNDATED = "events without a date"
    FAR_YEARS = "years before 1 and after 9999"
    BOUNDS = "windows of start and end"
    CHARACTERS = "control characters"
    WORDS = "words of the sources"
    CITATIONS = "quotes, pages and the like"
    SOURCES = "sources"
    ORDER = "order and distances"
    KINDS = "kinds"
    STATUS = "statuses"
    PARTICIPANTS = "participants"
    PLACES = "places"
    TAGS = "tags"
    LINKS = "links"
    MEDIA = "media"
    NOTES = "notes"
    OTHER_TITLES = "other titles"
    DETAILS = "details"
    TITLE = "title of the timeline"
    SETTING = "zone, note and conventions of the timeline"
    FINDINGS = "findings"


ALL_PARTS = frozenset(Part)


@attrs.frozen
class Omission(Record):
    """A part of a timeline that a document does not hold, in a sentence, and the ids of the events that miss it.

    One of `Part.EVENTS` means that the events themselves are not in the document.

    >>> print(Omission(Part.EVENTS, "left out, since they have no date", ("combat", "deaths")))
    left out, since they have no date: combat, deaths
    """

    part: Part
    says: str
    events: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.events:
            return self.says
        more = len(self.events) - NAMED
        rest = f" and {more} more" if more > 0 else ""
        return f"{self.says}: {', '.join(self.events[:NAMED])}{rest}"


@attrs.frozen
class Export:
    """A document in some format, and what of the timeline the format could not carry."""

    data: bytes
    omissions: tuple[Omission, ...] = ()


@attrs.frozen
class Import:
    """The timeline that a document of another program holds, with what was assumed and what was not taken over."""

    timeline: Timeline
    assumptions: tuple[str, ...] = ()
    omissions: tuple[str, ...] = ()


class Reader(Protocol):
    """What reads a document of a format that timelines are kept in."""

    def __call__(
        self, text: str | bytes, *, name: str = "<text>", kinds: Iterable[type[Event]] = ()
    ) -> Timeline:
        """Return the timeline that a document holds."""


@attrs.frozen
class Taking(Record):
    """How a document of another program is taken over: its name, and what it does not say itself.

    `columns` says which of its columns is which field of ours, `anchor` is the day from which its relative words are
    read, and `zone` where its days are.
    """

    name: str = "<text>"
    columns: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)
    anchor: str | None = attrs.field(default=None, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)


Taker = Callable[[bytes, Taking], Import]
Writer = Callable[[Timeline, Report | None], Export]
Drawer = Callable[[Timeline, Report | None, View], Export]
"""What writes a page or a picture, of which some events can be left out."""


@attrs.frozen
class Format:
    """A format of files: its name, the extensions it is known by, and how it is read and written, as far as it is.

    `carries` are the parts of a timeline that its documents hold as data, `tells` those that they hold in words, for
    people. A format that timelines are kept in has `read`; one of another program has `take`.

    >>> from timeline.formats import format_named
    >>> format_named("yaml").extensions[0]
    '.timeline.yaml'
    """

    name: str
    extensions: tuple[str, ...]
    sentence: str = attrs.field(kw_only=True)
    read: Reader | None = attrs.field(default=None, kw_only=True)
    take: Taker | None = attrs.field(default=None, kw_only=True)
    write: Writer | None = attrs.field(default=None, kw_only=True)
    draw: Drawer | None = attrs.field(default=None, kw_only=True)
    carries: frozenset[Part] = attrs.field(default=frozenset(), kw_only=True)
    tells: frozenset[Part] = attrs.field(default=frozenset(), kw_only=True)
