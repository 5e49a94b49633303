"""Findings in single sentences: the verdict, the readings that fall and those that stand, what to drop.

Plain functions from values of a report to text, the same text every time; the words of the sources are quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from timeline.events import Claim, Status
from timeline.model.report import (
    Bound,
    ClaimReport,
    Correction,
    EventReport,
    Influence,
    ReadingReport,
    ReadingVerdict,
    Report,
)
from timeline.model.statements import Statement
from timeline.render.arguments import corner_words
from timeline.render.dates import phrase_of_event
from timeline.render.lengths import shortfall_words
from timeline.render.moments import DUST
from timeline.render.wording import (
    Passage,
    alternatives,
    joined,
    left,
    quoted,
    reading_phrase,
    rule_words,
    says_when,
    says_with_readings,
    speaker,
)
from timeline.times import Duration

__all__ = [
    "correction_sentence",
    "excluded_of",
    "excluded_sentences",
    "grounds",
    "influence_passage",
    "open_of",
    "open_sentences",
    "passed_over_sentences",
    "phrases_left",
    "possession",
    "verdict_sentence",
    "way_out_passage",
    "words_of",
]


def verdict_sentence(report: Report) -> str:
    """Return in one line whether everything can be true together.

    >>> from timeline.model.timeline import Timeline
    >>> verdict_sentence(Timeline().check())
    'consistent'
    """
    if report.consistent:
        return "consistent"
    count = len(report.conflicts)
    said = f"inconsistent: {count} conflict{'' if count == 1 else 's'}"
    return f"{said}, and there are more" if report.more_conflicts else said


def correction_sentence(correction: Correction) -> str | None:
    """Return what to drop so that everything else fits; None where nothing has to go.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> correction_sentence(Timeline().add(Event("a").said("2024").said("2025")).check().correction)
    "dropping the timeline's claim '2025' about a makes everything fit"
    """
    dropped = [possession(statement) for statement in correction.statements]
    return f"dropping {joined(dropped, 'and')} makes everything fit" if dropped else None


def way_out_passage(correction: Correction, event: str, then: EventReport) -> Passage:
    """Return what to drop, what it weighs, and what then follows for an event.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2024").said("2025"))
    >>> correction = next(story.corrections())
    >>> way_out_passage(correction, "a", story.without(*correction.statements).why("a"))
    Passage(head="weight 6: dropping the timeline's claim '2025' about a", lines=('a is then 2024',))
    """
    dropped = [possession(statement) for statement in correction.statements]
    told = f"dropping {joined(dropped, 'and')}" if dropped else "nothing has to be dropped"
    return Passage(f"weight {correction.weight}: {told}", (f"{event} is then {phrase_of_event(then)}",))


def influence_passage(event: str, bound: Bound, influences: Iterable[Influence]) -> Passage:
    """Return where a bound would be without each of the statements that hold it.

    >>> from timeline.events import Event
    >>> from timeline.model.report import Corner
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2024"))
    >>> bound, found = story.why("a").bound(Corner.LATEST_END), story.sensitivity("a", Corner.LATEST_END)
    >>> influence_passage("a", bound, found).lines
    ("without the timeline's claim '2024' about a: nothing says how late it ends",)
    """
    lines = [f"without {possession(found.statement)}: {_then(bound, found)}" for found in influences]
    return Passage(f"{event} {corner_words(bound)}", tuple(lines))


def _then(bound: Bound, influence: Influence) -> str:
    """Return where a bound would be, and how far that is; in whole units, since the last microsecond tells nothing."""
    then = corner_words(attrs.evolve(bound, value=influence.value, zone=influence.zone))
    if influence.moved is None:
        return then
    short = -influence.moved.microseconds % 1_000
    far = shortfall_words(Duration(influence.moved.microseconds + (short if short <= DUST else 0)))
    which = "earlier" if bound.corner.is_early else "later"
    return f"{then}, {far} {which}" if far else "the same"


def possession(statement: Statement) -> str:
    """Return a statement as something that its speaker has.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> possession(Timeline().add(Event("a").said("2024")).statements[0])
    "the timeline's claim '2024' about a"
    """
    whose = f"{speaker(statement)}'s"
    if isinstance(statement.about, Claim):
        return f"{whose} claim {quoted(statement.says)} about {statement.event}"
    page = None if statement.about is None else statement.about.page
    return f"{whose} statement {f'{page} ' if page else ''}that {rule_words(statement)}"


def excluded_sentences(report: Report, events: Iterable[EventReport] | None = None) -> tuple[str, ...]:
    """Return which readings (of some events, if they are given) cannot be, what excludes them, and what is meant.

    Claims on one event whose readings fall for the same reason share a sentence. What has been dropped is left out:
    its readings are part of a conflict.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.sources import Source
    >>> story = Timeline(sources=[Source("yonhap", published="2025-12-13")])
    >>> print(*excluded_sentences(story.add(Event("treaty").said("last June", by="yonhap").said("2024")).check()))
    treaty: 'last June' (yonhap) cannot be 2025-06, because the timeline says '2024'; it is 2024-06
    """
    found: dict[tuple[str, str], list[str]] = {}
    for event in report.events if events is None else events:
        for claim in event.claims:
            for rest in _impossible(report, claim):
                found.setdefault((event.event.id, rest), []).append(words_of(claim))
    return tuple(f"{event}: {joined(words, 'and')} {rest}" for (event, rest), words in found.items())


def excluded_of(report: Report, claim: ClaimReport) -> tuple[str, ...]:
    """Return which readings of one claim cannot be; the event is not named.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> report = Timeline().add(Event("a").said("2025")).check()
    >>> excluded_of(report, report["a"].claims[0])
    ()
    """
    return tuple(f"{words_of(claim)} {rest}" for rest in _impossible(report, claim))


def _impossible(report: Report, claim: ClaimReport) -> Iterator[str]:
    """Say of each excluded reading of a claim why it falls and what is left; nothing of a claim that was dropped."""
    for reading in () if claim.dropped else claim.readings:
        if reading.verdict is ReadingVerdict.EXCLUDED:
            meant = reading_phrase(reading.reading, claim.statement.zone)
            yield f"cannot be {meant}{grounds(report, claim, reading)}{_kept(claim)}"


def grounds(report: Report, claim: ClaimReport, reading: ReadingReport) -> str:
    """Return why a reading of a claim is excluded, as the end of a sentence."""
    told = [_ground(report, other, claim.statement.event) for other in reading.excluded_by]
    return f", because {joined(told, 'and')}" if told else ""


def _ground(report: Report, statement: Statement, event: str | None) -> str:
    """Return what excludes a reading; a claim about another event says which."""
    if statement.event in {None, event}:
        return says_with_readings(report, statement)
    verb = "is" if says_when(statement) else "lasted"
    return f"{statement.event} {verb} {quoted(statement.says)} ({speaker(statement)})"


def _kept(claim: ClaimReport) -> str:
    phrases = phrases_left(claim)
    return f"; it is {alternatives(phrases)}" if phrases else ""


def phrases_left(claim: ClaimReport) -> list[str]:
    """Return what the readings of a claim come to that can be."""
    return [reading_phrase(reading.reading, claim.statement.zone) for reading in left(claim)]


def open_sentences(events: Iterable[EventReport]) -> tuple[str, ...]:
    """Return the claims of which several readings stand, each reading with its reason, likeliest first.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.sources import Source
    >>> story = Timeline(sources=[Source("yonhap", published="2025-12-13")])
    >>> print(*open_sentences(story.add(Event("treaty").said("last June", by="yonhap")).check().events))
    treaty: 'last June' (yonhap) can be 2025-06 (June before the anchor) or 2024-06 (June of the previous year)
    """
    return tuple(
        f"{event.event.id}: {sentence}"
        for event in events
        for claim in event.claims
        for sentence in open_of(claim)
    )


def open_of(claim: ClaimReport) -> tuple[str, ...]:
    """Return what one claim can still mean, where that is more than one thing; the event is not named.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> open_of(Timeline().add(Event("a").said("2025")).check()["a"].claims[0])
    ()
    """
    if len(claim.readings) < 2 or len(dict.fromkeys(phrases_left(claim))) < 2:
        return ()
    told = alternatives(
        f"{reading_phrase(reading.reading, claim.statement.zone)} ({reading.reading.reason})"
        for reading in left(claim)
    )
    return (f"{words_of(claim)} can be {told}",)


def words_of(claim: ClaimReport) -> str:
    """Return the words of a claim with who says them."""
    return f"{quoted(claim.statement.says)} ({speaker(claim.statement)})"


def passed_over_sentences(event: EventReport) -> tuple[str, ...]:
    """Return the readings of an event's claims that were not weighed, since they do not agree with the claim's status.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.sources import Source
    >>> story = Timeline(sources=[Source("tass", published="2025-12-13")])
    >>> print(*passed_over_sentences(story.add(Event("thanks").said("November 14", by="tass")).why("thanks")))
    'November 14' (tass) is not taken to be 2026-11-14, which is not yet past on the day of the source
    """
    return tuple(
        f"{words_of(claim)} is not taken to be {reading_phrase(reading.reading, claim.statement.zone)}, {_why_not(event, claim)}"
        for claim in event.claims
        for reading in claim.readings
        if reading.verdict is ReadingVerdict.PASSED_OVER
    )


def _why_not(event: EventReport, claim: ClaimReport) -> str:
    status = getattr(claim.statement.about, "status", None) or event.event.status
    over = "already" if status is Status.EXPECTED else "not yet"
    return f"which is {over} past on the day of the source"
