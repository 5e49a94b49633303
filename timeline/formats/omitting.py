"""What a format loses of a timeline, found by comparing what there is with what the format says that it carries.

An exporter names only the events that it left out or changed; the rest follows from its `Format`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.events import Claim, Event
from timeline.expressions.conventions import DEFAULT
from timeline.formats.entries import Entry
from timeline.formats.exchange import Format, Omission, Part
from timeline.formats.kinds import details_of
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.cells import visible

__all__ = ["Left", "is_controlling", "omissions"]

Left = dict[str, str]
"""The events that an exporter leaves out, by their ids, each with the reason."""


def _is_cited(claim: Claim) -> bool:
    return any((claim.quote, claim.page, claim.status))


def _texts(event: Event) -> Iterable[str]:
    yield from (event.title, event.kind, event.place or "", event.note or "")
    yield from (*event.participants, *event.tags, *event.links, *event.media, *event.other_titles)


def is_controlling(text: str) -> bool:
    r"""Return whether a text holds anything but lines of letters that can be seen.

    >>> is_controlling("two\nlines"), is_controlling("a\x1b[2J")
    (False, True)
    """
    return any(visible(line) != line for line in text.split("\n"))


OF_EVENTS: dict[Part, Callable[[Event], bool]] = {
    Part.CHARACTERS: lambda event: any(map(is_controlling, _texts(event))),
    Part.WORDS: lambda event: bool(event.claims),
    Part.CITATIONS: lambda event: any(map(_is_cited, event.claims)),
    Part.KINDS: lambda event: event.kind != "Event",
    Part.STATUS: lambda event: event.status is not None,
    Part.PARTICIPANTS: lambda event: bool(event.participants),
    Part.PLACES: lambda event: event.place is not None,
    Part.TAGS: lambda event: bool(event.tags),
    Part.LINKS: lambda event: bool(event.links),
    Part.MEDIA: lambda event: bool(event.media),
    Part.NOTES: lambda event: event.note is not None,
    Part.OTHER_TITLES: lambda event: bool(event.other_titles),
    Part.DETAILS: lambda event: bool(details_of(event)),
}
"""Whether an event has a part, so that it can be lost."""


def omissions(
    format_: Format, timeline: Timeline, report: Report, entries: Iterable[Entry], left: Left
) -> tuple[Omission, ...]:
    """Return what a format loses: the events that were left out, by reason, and the parts that it does not carry.

    >>> from timeline.formats.entries import entries
    >>> csv = Format("csv", (".csv",), sentence="a table", carries=frozenset(Part) - {Part.PLACES})
    >>> story = Timeline().add(Event("a", place="Kursk"), Event("b"))
    >>> report = story.check()
    >>> for lost in omissions(csv, story, report, entries(story, report), {"b": "it has no date"}):
    ...     print(lost)
    left out, since it has no date: b
    the places of 1 event: a
    """
    kept = [entry for entry in entries if entry.id not in left]
    known = format_.carries | format_.tells
    found = _left_out(left)
    if Part.BOUNDS not in known:
        vague = tuple(entry.id for entry in kept if not entry.is_exact)
        if vague:
            found.append(Omission(Part.BOUNDS, f"all but the outermost dates of {_counted(vague)}", vague))
    for part, has in OF_EVENTS.items():
        losing = tuple(entry.id for entry in kept if has(entry.event))
        if losing and part not in known:
            found.append(Omission(part, f"the {part.value} of {_counted(losing)}", losing))
    found += [
        Omission(part, says) for part, says in _of_the_whole(timeline, report) if says and part not in known
    ]
    return tuple(found)


def _left_out(left: Left) -> list[Omission]:
    by_reason: dict[str, list[str]] = {}
    for name, reason in left.items():
        by_reason.setdefault(reason, []).append(name)
    return [
        Omission(Part.EVENTS, f"left out, since {reason}", tuple(names))
        for reason, names in by_reason.items()
    ]


def _of_the_whole(timeline: Timeline, report: Report) -> Iterable[tuple[Part, str]]:
    """Yield the parts that are no event's, each with a sentence where the timeline has it."""
    rules, sources = len(timeline.constraints), len(timeline.sources)
    yield Part.ORDER, f"{rules} constraint{'' if rules == 1 else 's'}" if rules else ""
    yield Part.SOURCES, f"{sources} source{'' if sources == 1 else 's'}" if sources else ""
    yield Part.TITLE, "the title of the timeline" if timeline.title else ""
    told = any((timeline.zone, timeline.note, timeline.conventions != DEFAULT))
    yield Part.SETTING, "the zone, note and conventions of the timeline" if told else ""
    yield Part.FINDINGS, "the conflicts that were found" if report.conflicts else ""


def _counted(names: tuple[str, ...]) -> str:
    return f"{len(names)} event{'' if len(names) == 1 else 's'}"
