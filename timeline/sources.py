"""`Source`: who says it, when they said it and where, and how far they are trusted."""

from __future__ import annotations

import enum

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.dating import anchors_of
from timeline.frozen import Record, check_id, is_optional_text, is_text
from timeline.times.zones import check_zone

__all__ = ["Reliability", "Source"]


class Reliability(enum.Enum):
    """How far a source is trusted, by the Admiralty code (NATO AJP-2.1, annex on source evaluation).

    >>> Reliability.B.weight > Reliability.D.weight
    True
    """

    A = "completely reliable"
    B = "usually reliable"
    C = "fairly reliable"
    D = "not usually reliable"
    E = "unreliable"
    F = "reliability cannot be judged"

    @property
    def weight(self) -> int:
        """What it costs to drop a statement of the source when statements clash."""
        return WEIGHTS[self]


WEIGHTS = {
    Reliability.A: 12,
    Reliability.B: 9,
    Reliability.C: 6,
    Reliability.D: 3,
    Reliability.E: 1,
    Reliability.F: 6,
}


def _published(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        anchors_of(value)
        return value
    anchor = Anchor.from_value(value)
    return str(anchor.date)


@attrs.frozen
class Source(Record):
    """A report, letter, log or witness, with the date and zone from which its words are read.

    The date is a day (and a time of day), or what is known of it: "1987", "1987-05", "1203~" in EDTF.

    >>> tass = Source("tass", "Regiment back from Kursk", published="2025-12-13", zone="Europe/Moscow")
    >>> print(tass.anchor)
    2025-12-13 Europe/Moscow
    """

    id: str = attrs.field(converter=check_id)
    title: str = attrs.field(default="", validator=is_text)
    publisher: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    url: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    published: str | None = attrs.field(default=None, converter=_published, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    reliability: Reliability = attrs.field(default=Reliability.F, kw_only=True)
    note: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.zone is not None:
            check_zone(self.zone)
        if not isinstance(self.reliability, Reliability):
            raise WrongTypeError("reliability is one of Reliability.A to Reliability.F")

    @property
    def anchor(self) -> Anchor:
        """The day from which its relative words are read; an error where it is not known."""
        return self.anchor_in(None)

    def anchor_in(self, zone: str | None) -> Anchor:
        """Return its anchor, in its own zone or else in another.

        >>> print(Source("log", published="2024-01-02").anchor_in("Asia/Seoul"))
        2024-01-02 Asia/Seoul
        """
        anchors = self.anchors_in(zone)
        if not anchors:
            raise RangeError(f"source {self.id!r} has no date", hint="say when it was published")
        if len(anchors) > 1:
            raise RangeError(
                f"source {self.id!r} has no day, only {self.published}",
                hint="say the day on which it was published, or give a claim its `anchor`",
            )
        return anchors[0]

    def anchors_in(self, zone: str | None) -> tuple[Anchor, ...]:
        """Return the anchors that its date gives: one for a day, three for what is less exact, none without a date.

        >>> [str(anchor.date) for anchor in Source("duval", published="1987").anchors_in(None)]
        ['1987-01-01', '1987-07-02', '1987-12-31']
        """
        return () if self.published is None else anchors_of(self.published, zone=self.zone or zone or "UTC")
