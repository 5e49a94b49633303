"""Differences, corrections and influences as plain data, for programs: what `timeline diff` and `why` print as JSON."""

from __future__ import annotations

from typing import Any

from timeline.constraints import Constraint
from timeline.formats.reporting import (
    bounds_value,
    chain_value,
    conflict_value,
    instant_value,
    reading_report_value,
    statements_value,
)
from timeline.model.answers import Answer, Witness
from timeline.model.differences import Difference, EventDifference, FieldChange, MovedBound, ReadingChange
from timeline.model.distances import Apart
from timeline.model.likelihood import Likelihood
from timeline.model.report import Correction, EventReport, Influence

__all__ = [
    "answer_value",
    "apart_value",
    "correction_value",
    "difference_value",
    "influence_value",
    "likelihood_value",
]


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


def correction_value(correction: Correction, then: EventReport) -> dict[str, Any]:
    """Return a correction as plain data, with the corners of an event that follow once it is made.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2024"))
    >>> correction_value(next(story.corrections()), story.why("a"))["weight"]
    0
    """
    return {
        "weight": correction.weight,
        "statements": statements_value(correction.statements),
        "then": bounds_value(then.derived),
    }


def influence_value(influence: Influence) -> dict[str, Any]:
    """Return how far a statement holds a bound as plain data: null for no bound without it."""
    return {
        "statement": influence.statement.id,
        "value": instant_value(influence.value),
        "moved": None if influence.moved is None else str(influence.moved),
    }


def answer_value(question: Constraint, answer: Answer) -> dict[str, Any]:
    """Return an answer as plain data: the chains that prove it, or when every event takes place in each case.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
    >>> answer_value(story["b"].precedes("a"), story.entails(story["b"].precedes("a")))["verdict"]
    'contradicted'
    """
    return {
        "question": str(question),
        "verdict": answer.verdict.value,
        "proof": [chain_value(chain) for chain in answer.proof],
        "statements": [statement.id for statement in answer.statements],
        "witness": _witness(answer.witness),
        "counterexample": _witness(answer.counterexample),
    }


def apart_value(found: Apart) -> dict[str, Any]:
    """Return how far two points are apart as plain data: null for no limit."""
    least, most = found.at_least, found.at_most
    return {
        "from": str(found.first),
        "to": str(found.second),
        "at_least": None if least is None else str(least),
        "at_most": None if most is None else str(most),
        "least_by": statements_value(found.least_by),
        "most_by": statements_value(found.most_by),
    }


def likelihood_value(question: Constraint, found: Likelihood) -> dict[str, Any]:
    """Return a likelihood as plain data, with the assumption that it rests on and what its estimate is worth."""
    return {
        "question": str(question),
        "assumption": "all timelines that are allowed are equally likely",
        "probability": found.probability,
        "error": found.error,
        "effective": found.effective,
        "spread": found.spread,
        "seed": found.seed,
    }


def _witness(witness: Witness | None) -> dict[str, Any] | None:
    if witness is None:
        return None
    return {
        event: {"start": instant_value(interval.start), "end": instant_value(interval.end)}
        for event, interval in witness
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
