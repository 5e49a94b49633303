"""What a check found, in sentences, without a picture: a picture of a million events takes longer than the check."""

from __future__ import annotations

import attrs

from timeline.frozen import Record
from timeline.model.report import Report
from timeline.render.arguments import conflict_passage
from timeline.render.order import noteworthy_in_time_order
from timeline.render.sentences import (
    correction_sentence,
    excluded_sentences,
    open_sentences,
    verdict_sentence,
)
from timeline.render.wording import Passage

__all__ = ["Findings", "findings"]


@attrs.frozen(kw_only=True)
class Findings(Record):
    """The verdict, and what there is to say about conflicts, readings, and events without a date."""

    verdict: str
    conflicts: tuple[Passage, ...] = ()
    correction: str | None = None
    excluded: tuple[str, ...] = ()
    still_open: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()


def findings(report: Report) -> Findings:
    """Return what a report says, in sentences; events stand in the order of time.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> findings(Timeline().add(Event("a").said("2025"), Event("b")).check()).undated
    ('b',)
    """
    events = noteworthy_in_time_order(report)
    return Findings(
        verdict=verdict_sentence(report),
        conflicts=tuple(conflict_passage(report, conflict) for conflict in report.conflicts),
        correction=correction_sentence(report.correction),
        excluded=excluded_sentences(report, events),
        still_open=open_sentences(events),
        undated=tuple(event.event.id for event in events if event.derived.is_open),
    )
