"""Answers to questions in sentences: whether something must hold, with the argument or with an example of each case."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.constraints import Constraint
from timeline.model.answers import Answer, Verdict, Witness
from timeline.model.distances import Apart
from timeline.model.likelihood import Likelihood
from timeline.model.report import Report
from timeline.model.statements import Statement, StatementKind
from timeline.render.arguments import case_by_case, chain_argument
from timeline.render.counting import chain_counts
from timeline.render.dates import ZonedBounds, phrase_with_zone
from timeline.render.lengths import least_words, most_words
from timeline.render.wording import Passage, joined, says
from timeline.times import Bounds

__all__ = ["answer_passage", "apart_passage", "likelihood_passage"]

HEADS = {
    Verdict.ENTAILED: "yes: {} must be so",
    Verdict.CONTRADICTED: "no: {} cannot be so",
    Verdict.OPEN: "open: {} can be so, and can be otherwise",
}
ALIKE = 1.05
"""Up to here the chains of an estimate agree."""

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
    ordered = sorted(answer.statements, key=lambda statement: statement.kind is not StatementKind.SUPPOSITION)
    lines = [_said(statement) for statement in ordered if statement.kind in TOLD]
    arguments = [
        line for chain in answer.proof for line in (chain_argument(report, chain), *chain_counts(chain))
    ]
    if answer.statements and not answer.proof:
        arguments = case_by_case(answer.statements)
    return Passage(head, (*lines, *arguments))


def apart_passage(found: Apart) -> Passage:
    """Return how far one point is after another, with the statements that say so.

    >>> from timeline.constraints import End, Point
    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> story = Timeline().add(Event("a").said("2025-08-01"), Event("b").said("2025-08-04"))
    >>> print(apart_passage(story.distance(Point("a", End.END), Point("b", End.START))).head)
    from the end of a to the start of b: at least 2 days and at most 4 days
    """
    least, most = found.at_least, found.at_most
    lower = None if least is None else f"at least {least_words(least)}"
    upper = None if most is None else f"at most {most_words(most)}"
    limits = " and ".join(filter(None, (lower, upper))) or "any length"
    return Passage(
        f"from {found.first} to {found.second}: {limits}",
        tuple(
            f"{limit}: {joined([_said(statement) for statement in by], 'and')}"
            for limit, by in ((lower, found.least_by), (upper, found.most_by))
            if limit and by
        ),
    )


def likelihood_passage(question: Constraint, found: Likelihood) -> Passage:
    """Return how likely something is, with the assumption that no source makes and what the estimate is worth.

    >>> from timeline.events import Event
    >>> found = Likelihood(probability=0.25, effective=400.0, spread=1.0, seed=1)
    >>> print(likelihood_passage(Event("a").precedes("b"), found).head)
    likelihood of a before or meets b: 25 % (give or take 2.2)
    """
    head = f"likelihood of {question}: {found.probability * 100:.0f} % (give or take {found.error * 100:.1f})"
    return Passage(
        head,
        (
            "an assumption and no finding: all timelines that the statements allow count the same",
            f"estimated from {found.effective:.0f} independent samples, seed {found.seed}; spread {found.spread:.2f}"
            + (", which is too much: take more samples" if found.spread > ALIKE else ""),
        ),
    )


def _said(statement: Statement) -> str:
    return f"{says(statement)}{f', of {statement.event}' if statement.event else ''}"


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
