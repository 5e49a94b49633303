"""Answers to questions in sentences: whether something must hold, with the argument or with an example of each case."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.constraints import Constraint
from timeline.model.answers import Answer, Verdict, Witness
from timeline.model.report import Report
from timeline.model.statements import StatementKind
from timeline.render.arguments import chain_argument
from timeline.render.counting import chain_counts
from timeline.render.dates import ZonedBounds, phrase_with_zone
from timeline.render.wording import Passage, joined, says
from timeline.times import Bounds

__all__ = ["answer_passage"]

HEADS = {
    Verdict.ENTAILED: "yes: {} must be so",
    Verdict.CONTRADICTED: "no: {} cannot be so",
    Verdict.OPEN: "open: {} can be so, and can be otherwise",
}
TOLD = {StatementKind.CLAIM, StatementKind.CONSTRAINT, StatementKind.SUPPOSITION}


def answer_passage(report: Report, question: Constraint, answer: Answer) -> Passage:
    """Return an answer with its grounds: what refutes the opposite, or one timeline for each case.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
    >>> question = story["a"].precedes("b")
    >>> print(answer_passage(story.check(), question, story.entails(question)).lines[-1])
    together: a ends before 2025-01-01, so b starts before 2025-01-01; but b starts on or after 2025-01-01
    """
    head = HEADS[answer.verdict].format(question)
    if answer.verdict is Verdict.OPEN:
        cases = (("it can be so", answer.witness), ("it can be otherwise", answer.counterexample))
        return Passage(
            head, tuple(f"{case}: {_told(report, found, question.events)}" for case, found in cases if found)
        )
    said = dict.fromkeys(step.statement for chain in answer.proof for step in chain.steps)
    ordered = sorted(said, key=lambda statement: statement.kind is not StatementKind.SUPPOSITION)
    lines = [
        f"{says(statement)}{f', of {statement.event}' if statement.event else ''}"
        for statement in ordered
        if statement.kind in TOLD
    ]
    arguments = [
        line for chain in answer.proof for line in (chain_argument(report, chain), *chain_counts(chain))
    ]
    return Passage(head, (*lines, *arguments))


def _told(report: Report, witness: Witness, events: Iterable[str]) -> str:
    """Return when some events take place in a witness, each in the zone of its own dates."""
    intervals = dict(witness)
    told = []
    for event in dict.fromkeys(events):
        zone = report[event].bounds[0].zone
        told.append(
            f"{event} {phrase_with_zone(ZonedBounds.in_zone(Bounds.throughout(intervals[event]), zone))}"
        )
    return joined(told, "and")
