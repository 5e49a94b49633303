"""Several timelines as one: events and sources meet by their ids, and what is said of them adds up.

Merging never chooses: where two timelines give one thing two values, that is an error, and all such errors are told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from timeline.errors import DocumentError, MergeError, TimelineError, shorten
from timeline.events import Event
from timeline.expressions.conventions import DEFAULT
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source

__all__ = ["merged"]

Named = TypeVar("Named", Source, Event)

LISTED = ("claims", "participants", "tags", "links", "media")
BLANK_LINE = "\n\n"


def merged(timelines: tuple[Timeline, ...]) -> Timeline:
    """Return what several timelines say together.

    Events and sources meet by id; claims and constraints add up, each said once; an absent value is filled from the other
    side. The law: merging is associative, a timeline merged with itself is the same, and the order decides only
    the order of what is listed and which of several titles comes first.

    >>> from timeline.events import Claim
    >>> one = Timeline("Tass").add(Event("a", "Signing", claims=[Claim("2025")]))
    >>> two = Timeline("Yonhap").add(Event("a", "Signature", claims=[Claim("May 2025")]))
    >>> both = merged((one, two))
    >>> both.title, both["a"].title, both["a"].other_titles, len(both["a"].claims)
    ('Tass · Yonhap', 'Signing', ('Signature',), 2)
    """
    problems: list[TimelineError] = []
    sources = _met((source for timeline in timelines for source in timeline.sources), _one_source, problems)
    events = _met((event for timeline in timelines for event in timeline.events), _one_event, problems)
    zones = [timeline.zone for timeline in timelines if timeline.zone is not None]
    conventions = [timeline.conventions for timeline in timelines if timeline.conventions != DEFAULT]
    for what, values in (("zone", zones), ("conventions", conventions)):
        others = [value for value in values if value != values[0]]
        problems += [_clash("the timelines", what, values[0], other) for other in others]
    if problems:
        raise DocumentError(tuple(problems))
    return Timeline(
        _joined([timeline.title for timeline in timelines], " · ") or "",
        sources=sources,
        events=events,
        constraints=[constraint for timeline in timelines for constraint in timeline.constraints],
        conventions=conventions[0] if conventions else DEFAULT,
        zone=zones[0] if zones else None,
        note=_joined([timeline.note for timeline in timelines], BLANK_LINE),
    )


def _met(
    values: Iterable[Named],
    meet: Callable[[Named, Named, list[TimelineError]], Named],
    problems: list[TimelineError],
) -> Iterable[Named]:
    """Let values of one id meet, in their order."""
    found: dict[str, Named] = {}
    for value in values:
        known = found.get(value.id)
        found[value.id] = value if known is None else meet(known, value, problems)
    return found.values()


def _clash(where: str, what: str, one: object, other: object) -> MergeError:
    return MergeError(
        f"two values for {what}: {shorten(one)} and {shorten(other)}",
        where=where,
        hint="make them agree, or leave one out",
    )


def _joined(texts: list[str | None], separator: str) -> str | None:
    """Join texts, each piece once, so that joining what was joined before changes nothing."""
    given = [text for text in texts if text]
    if not given:
        return next((text for text in texts if text is not None), None)
    pieces = given[0].split(separator)
    for text in given[1:]:
        pieces = _added(pieces, text.split(separator))
    return separator.join(pieces)


def _added(first: Iterable[Any], second: Iterable[Any]) -> list[Any]:
    """Return the first values with those of the second that are not among them."""
    found = list(first)
    known = set(found)
    for value in second:
        if value not in known:
            known.add(value)
            found.append(value)
    return found


class _Meeting:
    """Two records of one id; what they disagree on is taken down."""

    def __init__(self, one: Any, other: Any, where: str, problems: list[TimelineError]) -> None:
        self.one = one
        self.other = other
        self.where = where
        self.problems = problems

    def agreed(self, name: str, absent: object) -> Any:
        """Return the value of a field that both share, or that one of them gives."""
        mine, theirs = getattr(self.one, name), getattr(self.other, name)
        if mine == absent:
            return theirs
        if theirs not in (absent, mine):
            self.problems.append(_clash(self.where, name, mine, theirs))
        return mine


def _one_source(one: Source, other: Source, problems: list[TimelineError]) -> Source:
    meeting = _Meeting(one, other, f"source {one.id!r}", problems)
    names = [field.name for field in attrs.fields(Source) if field.name != "id"]
    absent = {"title": "", "reliability": Reliability.F}
    return attrs.evolve(one, **{name: meeting.agreed(name, absent.get(name)) for name in names})


def _one_event(one: Event, other: Event, problems: list[TimelineError]) -> Event:
    meeting = _Meeting(one, other, f"event {one.id!r}", problems)
    title, other_titles = _titles(one, other)
    shared: dict[str, Any] = {name: _added(getattr(one, name), getattr(other, name)) for name in LISTED}
    shared |= {name: meeting.agreed(name, None) for name in ("status", "place")}
    shared |= {"title": title, "other_titles": other_titles, "details": _details(meeting)}
    shared["note"] = _joined([one.note, other.note], BLANK_LINE)
    return _of_kind(meeting, shared)


def _titles(one: Event, other: Event) -> tuple[str, list[str]]:
    """Return the first title that is given, and the others, without that one."""
    title = one.title or other.title
    kept = [name for name in one.other_titles if one.title or name != title]
    new = [name for name in (other.title, *other.other_titles) if name != title]
    return title, _added(kept, [name for name in new if name])


def _details(meeting: _Meeting) -> dict[str, object]:
    found: dict[str, object] = dict(meeting.one.details)
    for key, value in meeting.other.details.items():
        mine = found.setdefault(key, value)
        if type(mine) is not type(value) or mine != value:
            meeting.problems.append(_clash(meeting.where, f"the detail {key!r}", mine, value))
    return found


def _of_kind(meeting: _Meeting, shared: dict[str, Any]) -> Event:
    """Return the event in the more telling of the two kinds; a class of one's own tells more than its name."""
    one: Event = meeting.one
    other: Event = meeting.other
    classes = {type(one), type(other)} - {Event}
    if len(classes) > 1 or ("Event" not in (one.kind, other.kind) and one.kind != other.kind):
        meeting.problems.append(_clash(meeting.where, "kind", one.kind, other.kind))
        return one
    telling = max(one, other, key=lambda event: (type(event) is not Event, event.kind != "Event"))
    base = attrs.fields_dict(Event)
    own = [field for field in attrs.fields(type(telling)) if field.name not in base and field.init]
    for field in own:
        if field.name in shared["details"]:
            mine, theirs = getattr(telling, field.name), shared["details"][field.name]
            meeting.problems.append(_clash(meeting.where, f"the field {field.name!r}", mine, theirs))
            return one
    if type(one) is type(other):
        shared |= {field.alias or field.name: meeting.agreed(field.name, field.default) for field in own}
    return attrs.evolve(telling, **shared)
