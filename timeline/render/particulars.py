"""What a reader may want to know of one event beyond its row: each claim in full, each bound with its proof."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from timeline.constraints import Constraint
from timeline.events import Aspect, Claim, Status
from timeline.frozen import Details, Json, Record
from timeline.model.report import Bound, ClaimReport, Corner, EventReport, Report
from timeline.model.statements import Statement, StatementKind
from timeline.render.arguments import Ground, bound_grounds, corner_words
from timeline.render.dates import ZonedBounds
from timeline.render.sentences import excluded_of, open_of, passed_over_sentences
from timeline.render.wording import considered, reading_phrase, rule_words

__all__ = ["BoundNote", "Particulars", "RuleNote", "Said", "SourceNote", "particulars", "rule_note"]


@attrs.frozen
class Said(Record):
    """A claim: the words of a source, what they can mean, and where they stand."""

    says: str
    source: str | None
    aspect: Aspect = attrs.field(kw_only=True)
    meanings: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    status: Status | None = attrs.field(default=None, kw_only=True)
    quote: str | None = attrs.field(default=None, kw_only=True)
    page: str | None = attrs.field(default=None, kw_only=True)
    reads: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    anchor: str | None = attrs.field(default=None, kw_only=True)
    dropped: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class BoundNote(Record):
    """A bound in words, as said of the event, and the grounds that prove it; none where it is open."""

    corner: Corner
    says: str
    grounds: tuple[Ground, ...] = ()


@attrs.frozen
class Particulars(Record):
    """Everything about an event that its row has no room for; `conflicts` are numbers, from 0, in the layout's list."""

    claims: tuple[Said, ...] = ()
    bounds: tuple[BoundNote, ...] = attrs.field(default=(), kw_only=True)
    conflicts: tuple[int, ...] = attrs.field(default=(), kw_only=True)
    excluded: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    still_open: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    passed_over: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    participants: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    place: str | None = attrs.field(default=None, kw_only=True)
    tags: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    links: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    media: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    other_titles: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    note: str | None = attrs.field(default=None, kw_only=True)
    details: tuple[tuple[str, str], ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class SourceNote(Record):
    """A source as a page lists it; `reliability` is None where nobody has judged it."""

    id: str
    title: str = attrs.field(kw_only=True)
    publisher: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    published: str | None = attrs.field(default=None, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    reliability: str | None = attrs.field(default=None, kw_only=True)
    note: str | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class RuleNote(Record):
    """A constraint as a page lists it, with who says so."""

    says: str
    source: str | None = None
    quote: str | None = None


def rule_note(rule: Constraint) -> RuleNote:
    """Return a constraint in words.

    >>> from timeline.events import Event
    >>> rule_note(Event("a").precedes("b")).says
    'a precedes b'
    """
    statement = Statement("rule", StatementKind.CONSTRAINT, says=str(rule), about=rule)
    return RuleNote(rule_words(statement), rule.source, rule.quote)


def particulars(report: Report, event: EventReport, conflicts: Sequence[int] = ()) -> Particulars:
    """Return everything that is known of an event, in plain data.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> report = Timeline().add(Event("a").said("2025-08-01")).check()
    >>> [bound.says for bound in particulars(report, report["a"]).bounds]
    ['starts on or after 2025-08-01', 'ends before 2025-08-02']
    """
    facts = event.event
    return Particulars(
        tuple(map(_said, event.claims)),
        bounds=tuple(_bound_note(bound) for bound in _telling(event)),
        conflicts=tuple(conflicts),
        excluded=tuple(sentence for claim in event.claims for sentence in excluded_of(report, claim)),
        still_open=tuple(sentence for claim in event.claims for sentence in open_of(claim)),
        passed_over=passed_over_sentences(event),
        participants=facts.participants,
        place=facts.place,
        tags=facts.tags,
        links=facts.links,
        media=facts.media,
        other_titles=facts.other_titles,
        note=facts.note,
        details=tuple((name, detail_words(value)) for name, value in facts.details.items()),
    )


def _said(claim: ClaimReport) -> Said:
    statement = claim.statement
    about = statement.about if isinstance(statement.about, Claim) else Claim(statement.says)
    meanings = dict.fromkeys(reading_phrase(found.reading, statement.zone) for found in considered(claim))
    return Said(
        about.says,
        statement.source,
        aspect=about.aspect,
        meanings=tuple(meanings),
        status=about.status,
        quote=about.quote,
        page=about.page,
        reads=about.reads,
        anchor=about.anchor,
        dropped=claim.dropped,
    )


def _telling(event: EventReport) -> tuple[Bound, ...]:
    """Return the bounds that say something of their own: for a single window its two sides, else all four."""
    corners = ZonedBounds.from_report(event).settled()
    if corners.windows[2] is None:
        return tuple(event.bounds)
    return tuple(event.bound(corner) for corner in (Corner.EARLIEST_START, Corner.LATEST_END))


def _bound_note(bound: Bound) -> BoundNote:
    return BoundNote(bound.corner, corner_words(bound), bound_grounds(bound))


def detail_words(value: Json) -> str:
    """Return a detail as a reader would write it.

    >>> detail_words(("528th", "529th")), detail_words(Details({"men": 1000}))
    ('528th, 529th', 'men: 1000')
    """
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(detail_words, value))
    if isinstance(value, Details):
        return ", ".join(f"{name}: {detail_words(item)}" for name, item in value.items())
    return str(value)
