"""A report as plain data, for programs: what `--json` prints and the canonical JSON carries beside a timeline."""

from __future__ import annotations

from typing import Any

from timeline.model.report import (
    Bound,
    Chain,
    ClaimReport,
    Conflict,
    Corner,
    EventReport,
    ReadingReport,
    Report,
    Step,
)
from timeline.model.statements import Statement
from timeline.times import Bounds, Instant

__all__ = [
    "bounds_value",
    "chain_value",
    "conflict_value",
    "event_value",
    "instant_value",
    "reading_report_value",
    "report_value",
    "statements_value",
]


def report_value(report: Report) -> dict[str, Any]:
    """Return a report as plain data: instants as ISO 8601 text in UTC, null where a side is open.

    >>> from timeline.model.timeline import Timeline
    >>> report_value(Timeline().check())["consistent"]
    True
    """
    order = report.certain_order
    return {
        "consistent": report.consistent,
        "events": [event_value(event) for event in report.events],
        "conflicts": [conflict_value(conflict) for conflict in report.conflicts],
        "more_conflicts": report.more_conflicts,
        "correction": {
            "statements": statements_value(report.correction.statements),
            "weight": report.correction.weight,
        },
        "certain_order": None if order is None else [list(pair) for pair in order],
    }


def event_value(event: EventReport) -> dict[str, Any]:
    """Return what a report says of one event as plain data.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> event_value(Timeline().add(Event("a").said("2025")).check()["a"])["latest_end"]
    '2026-01-01T00:00:00Z'
    """
    return {
        "id": event.event.id,
        "title": event.event.title,
        **bounds_value(event.derived),
        "zones": {bound.corner.value: bound.zone for bound in event.bounds},
        "stated": None if event.stated is None else bounds_value(event.stated),
        "claims": [_claim(claim) for claim in event.claims],
        "why": {bound.corner.value: _why(bound) for bound in event.bounds},
    }


def bounds_value(bounds: Bounds) -> dict[str, str | None]:
    """Return the four corners.

    >>> bounds_value(Bounds(Instant(0)))["earliest_start"]
    '1970-01-01T00:00:00Z'
    """
    return {corner.value: instant_value(getattr(bounds, corner.value)) for corner in Corner}


def instant_value(instant: Instant | None) -> str | None:
    """Return an instant as ISO 8601 text in UTC, None for an open side."""
    return None if instant is None else str(instant)


def _why(bound: Bound) -> list[dict[str, Any]]:
    return [_step(step) for step in bound.proof.steps]


def _step(step: Step) -> dict[str, Any]:
    return {
        "statement": step.statement.id,
        "point": {"event": step.point.event, "end": step.point.end.value},
        "value": instant_value(step.value),
        "reading": step.reading,
    }


def _claim(claim: ClaimReport) -> dict[str, Any]:
    about = claim.statement.about
    return {
        "statement": claim.statement.id,
        "source": claim.statement.source,
        "says": claim.statement.says,
        "aspect": getattr(getattr(about, "aspect", None), "value", None),
        "dropped": claim.dropped,
        "readings": [reading_report_value(reading) for reading in claim.readings],
    }


def reading_report_value(found: ReadingReport) -> dict[str, Any]:
    """Return a reading with what became of it as plain data."""
    reading = found.reading
    return {
        "verdict": found.verdict.value,
        "reason": reading.reason,
        "bounds": bounds_value(reading.bounds),
        "distance": None if reading.distance is None else str(reading.distance),
        "edtf": reading.edtf,
        "timex": {
            "type": reading.timex_type.value,
            "value": reading.timex_value,
            "mod": reading.timex_mod,
        },
        "excluded_by": [statement.id for statement in found.excluded_by],
    }


def statements_value(statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """Return statements as plain data, with the ids that proofs name them by."""
    return [
        {
            "id": statement.id,
            "kind": statement.kind.value,
            "source": statement.source,
            "event": statement.event,
            "says": statement.says,
        }
        for statement in statements
    ]


def conflict_value(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict as plain data."""
    return {
        "statements": statements_value(conflict.statements),
        "chains": [chain_value(chain) for chain in conflict.chains],
    }


def chain_value(chain: Chain) -> dict[str, Any]:
    """Return a chain as plain data: its steps, and by how much it falls short."""
    return {"shortfall": str(chain.shortfall), "steps": [_step(step) for step in chain.steps]}
