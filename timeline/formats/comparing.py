"""Differences as plain data, for programs: what `timeline diff --json` prints."""

from __future__ import annotations

from typing import Any

from timeline.formats.reporting import conflict_value, instant_value, reading_report_value, statements_value
from timeline.model.differences import Difference, EventDifference, FieldChange, MovedBound, ReadingChange

__all__ = ["difference_value"]


def difference_value(difference: Difference) -> dict[str, Any]:
    """Return what changed as plain data; what did not is not in it.

    >>> from timeline.events import Event
    >>> from timeline.model.differences import diff
    >>> from timeline.model.timeline import Timeline
    >>> difference_value(diff(Timeline(), Timeline().add(Event("a").said("2025"))))["new"]["events"]
    ['a']
    """
    return {
        "same": difference.same,
        "consistent": {"before": difference.before.consistent, "after": difference.after.consistent},
        "gone": {
            "statements": statements_value(difference.gone),
            "conflicts": [conflict_value(conflict) for conflict in difference.gone_conflicts],
            "events": list(difference.gone_events),
            "sources": list(difference.gone_sources),
        },
        "new": {
            "statements": statements_value(difference.new),
            "conflicts": [conflict_value(conflict) for conflict in difference.new_conflicts],
            "events": list(difference.new_events),
            "sources": list(difference.new_sources),
        },
        "events": [_event(event) for event in difference.events],
        "fields": [_field(change) for change in difference.fields],
    }


def _event(event: EventDifference) -> dict[str, Any]:
    return {
        "id": event.after.event.id,
        "bounds": {moved.corner.value: _bound(moved) for moved in event.bounds},
        "readings": [_reading(change) for change in event.readings],
    }


def _bound(moved: MovedBound) -> dict[str, Any]:
    return {
        name: {
            "value": instant_value(bound.value),
            "zone": bound.zone,
            "statements": [statement.id for statement in bound.proof.statements],
        }
        for name, bound in (("before", moved.before), ("after", moved.after))
    }


def _reading(change: ReadingChange) -> dict[str, Any]:
    return {
        "statement": change.statement.id,
        "before": None if change.before is None else reading_report_value(change.before),
        "after": None if change.after is None else reading_report_value(change.after),
    }


def _field(change: FieldChange) -> dict[str, Any]:
    return {
        "where": change.where,
        "field": change.field,
        "before": _text(change.before),
        "after": _text(change.after),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
