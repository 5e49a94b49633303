"""What changed between two timelines, in sentences: what is said, what the words mean, and which bounds moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.model.differences import Difference, EventDifference, MovedBound, ReadingChange
from timeline.model.report import (
    ClaimReport,
    Conflict,
    Corner,
    EventReport,
    ReadingReport,
    ReadingVerdict,
    Report,
)
from timeline.model.statements import Statement
from timeline.render.arguments import conflict_passage, corner_words
from timeline.render.dates import phrase_of_event
from timeline.render.lines import Role
from timeline.render.moments import DUST
from timeline.render.sentences import grounds, phrases_left, possession, words_of
from timeline.render.wording import (
    Passage,
    alternatives,
    claim_report,
    joined,
    reading_phrase,
)

__all__ = ["difference_sections", "difference_sentence"]

NOT_IN_USE = {ReadingVerdict.EXCLUDED, ReadingVerdict.PASSED_OVER}
INNER = {
    Corner.LATEST_START: Corner.LATEST_END,
    Corner.EARLIEST_END: Corner.EARLIEST_START,
}
"""A corner that says nothing of its own where it is as good as the other one."""


def difference_sentence(difference: Difference) -> str:
    """Return in one line how much changed.

    >>> from timeline.events import Event
    >>> from timeline.model.differences import diff
    >>> from timeline.model.timeline import Timeline
    >>> difference_sentence(diff(Timeline(), Timeline().add(Event("a").said("2025"))))
    'different: 1 statement new, 1 event new'
    """
    if difference.same:
        return "same"
    moved = sum(1 for event in difference.events if event.bounds)
    counts = (
        (difference.gone, "statement", "gone"),
        (difference.new, "statement", "new"),
        (difference.gone_sources, "source", "gone"),
        (difference.new_sources, "source", "new"),
        (difference.gone_events, "event", "gone"),
        (difference.new_events, "event", "new"),
        (range(moved), "event", "moved"),
        (difference.gone_conflicts, "conflict", "gone"),
        (difference.new_conflicts, "conflict", "new"),
        (difference.fields, "note", "changed"),
    )
    told = [
        f"{len(found)} {name}{'' if len(found) == 1 else 's'} {fate}" for found, name, fate in counts if found
    ]
    return f"different: {', '.join(told or ['readings'])}"


def difference_sections(difference: Difference) -> tuple[tuple[str, tuple[Passage, ...], Role], ...]:
    """Return what changed, as passages under headings, each with the role of its text."""
    before, after = difference.before, difference.after
    return (
        ("Gone", tuple(_parts(difference.gone, difference.gone_sources, difference.gone_events)), Role.PLAIN),
        ("New", tuple(_parts(difference.new, difference.new_sources, difference.new_events)), Role.PLAIN),
        ("Conflicts that are gone", _conflicts(before, difference.gone_conflicts), Role.PLAIN),
        ("Conflicts that are new", _conflicts(after, difference.new_conflicts), Role.PROBLEM),
        ("Readings", tuple(_readings(difference)), Role.PLAIN),
        (
            "Bounds",
            tuple(_moved(difference, event) for event in difference.events if event.bounds),
            Role.PLAIN,
        ),
        ("Written differently", tuple(_fields(difference)), Role.PLAIN),
    )


def _parts(
    statements: Iterable[Statement], sources: Iterable[str], events: Iterable[str]
) -> Iterator[Passage]:
    for statement in statements:
        yield Passage(possession(statement))
    for source in sources:
        yield Passage(f"the source {source}")
    for event in events:
        yield Passage(f"the event {event}")


def _conflicts(report: Report, conflicts: Iterable[Conflict]) -> tuple[Passage, ...]:
    return tuple(conflict_passage(report, conflict) for conflict in conflicts)


def _readings(difference: Difference) -> Iterator[Passage]:
    """Tell, claim by claim, what its words can no longer mean and what they can mean now."""
    for event in difference.events:
        by_claim: dict[str, list[ReadingChange]] = {}
        for change in event.readings:
            by_claim.setdefault(change.statement.id, []).append(change)
        for changes in by_claim.values():
            claim = claim_report(difference.after, changes[0].statement)
            if claim is not None:
                told = "; ".join(_turns(difference.after, claim, changes))
                yield Passage(f"{event.after.event.id}: {words_of(claim)} {told}")


def _turns(report: Report, claim: ClaimReport, changes: Iterable[ReadingChange]) -> Iterator[str]:
    turned = False
    for change in changes:
        used = [_in_use(found) for found in (change.before, change.after)]
        found = change.after or change.before
        if found is None or used[0] is used[1]:
            continue
        turned = True
        meant = reading_phrase(found.reading, change.statement.zone)
        if used[1]:
            yield f"can be {meant}"
        else:
            why = "" if change.after is None else grounds(report, claim, change.after)
            yield f"can no longer be {meant}{why}"
    kept = phrases_left(claim)
    if kept:
        yield f"it is {alternatives(kept)}" if turned else f"is {alternatives(kept)}, in this order"


def _in_use(found: ReadingReport | None) -> bool:
    return found is not None and found.verdict not in NOT_IN_USE


def _moved(difference: Difference, event: EventDifference) -> Passage:
    """Tell where an event lies now and where it lay, and what moved each of its bounds."""
    now, old = phrase_of_event(event.after), phrase_of_event(event.before)
    name = event.after.event.id
    lines = [
        f"{_told(difference, moved)}"
        for moved in event.bounds
        if not (_follows(event.before, moved.corner) and _follows(event.after, moved.corner))
    ]
    head = f"{name}: still {now}" if now == old else f"{name}: {now}, was {old}"
    return Passage(head, tuple(lines))


def _follows(report: EventReport, corner: Corner) -> bool:
    """Return whether a corner is as good as the other one that it depends on."""
    if corner not in INNER:
        return False
    one, two = (getattr(report.derived, each.value) for each in (corner, INNER[corner]))
    if one is None or two is None:
        return one is two
    return bool(abs(one.microseconds - two.microseconds) <= DUST)


def _told(difference: Difference, moved: MovedBound) -> str:
    now, old = corner_words(moved.after), corner_words(moved.before)
    if now == old:
        now, old = f"{now} in {moved.after.zone}", f"{old} in {moved.before.zone}"
    if moved.after.value is not None:
        old = old.removeprefix("starts ").removeprefix("ends ")
    return f"{now} (was: {old}){_owing_to(difference, moved)}"


def _owing_to(difference: Difference, moved: MovedBound) -> str:
    """Name the new statements on which a bound rests, and those that it rested on and that are gone."""
    new = [f"with {possession(said)}" for said in moved.after.proof.statements if said in difference.new]
    gone = [
        f"without {possession(said)}" for said in moved.before.proof.statements if said in difference.gone
    ]
    told = new + gone
    return f", {joined(told, 'and')}" if told else ""


def _fields(difference: Difference) -> Iterator[Passage]:
    for change in difference.fields:
        yield Passage(
            f"{change.where}: {change.field} is {_shown(change.after)}, was {_shown(change.before)}"
        )


def _shown(value: object) -> str:
    return "nothing" if value in (None, "", ()) else str(value)
