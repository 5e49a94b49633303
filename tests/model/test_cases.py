"""Proofs by more cases than are told: the statements that they rest on, none of which can be spared, and how they were found."""

from __future__ import annotations

from itertools import combinations

import pytest

from timeline.constraints import Constraint
from timeline.events import Event
from timeline.formats.comparing import answer_value
from timeline.model.answers import Answer, Verdict
from timeline.model.timeline import Timeline
from timeline.render.answers import answer_passage
from timeline.render.arguments import conflict_passage
from timeline.solver import arranging
from timeline.times import Relation

APART = frozenset({Relation.BEFORE, Relation.MEETS, Relation.AFTER, Relation.MET_BY})
CASE_BY_CASE = (
    "found case by case: 6 of these statements leave several orders open, and whichever are chosen, some of this is not so, "
    "in too many cases to tell here"
)


@pytest.fixture(autouse=True)
def few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "CASES", 5)


def shifts(count: int, days: int) -> Timeline:
    """So many events of so many days, all in the same January, no two at the same time."""
    events = [Event(f"e{n}").said("2025-01").lasted(f"{days} days") for n in range(count)]
    return Timeline().add(*events, *(one.related(APART, two) for one, two in combinations(events, 2)))


def test_a_conflict_by_cases_names_statements_of_which_none_can_be_spared() -> None:
    story = shifts(4, 10)
    report = story.check()
    (conflict,) = report.conflicts
    assert conflict.chains == ()
    assert len(conflict.statements) == 14
    passage = conflict_passage(report, conflict)
    assert passage.lines[-2:] == (
        CASE_BY_CASE,
        "none of these statements can be spared: without any one of them there is an order that agrees with the others",
    )
    for statement in conflict.statements:
        assert story.without(statement).check().consistent


def asked(story: Timeline, question: Constraint) -> tuple[Answer, tuple[str, ...]]:
    answer = story.entails(question)
    assert answer_value(question, answer)["statements"] == [statement.id for statement in answer.statements]
    return answer, answer_passage(story.check(), question, answer).lines


def test_an_answer_by_cases_has_its_statements() -> None:
    story = shifts(3, 10).add(Event("late").said("2025-01").lasted("5 days"))
    late = story["late"]
    story = story.add(*(late.related(APART, story[f"e{n}"]) for n in range(2)))
    question = late.related(APART, story["e2"])
    answer, lines = asked(story, question)
    assert answer.verdict is Verdict.CONTRADICTED
    assert answer.proof == ()
    supposed, *others = sorted(answer.statements, key=lambda statement: statement.kind.value != "supposition")
    assert supposed.says == f"suppose that {question}"
    assert lines[0] == supposed.says
    assert lines[-1].startswith("none of these statements can be spared")
    for statement in others:
        assert story.without(statement).entails(question).verdict is Verdict.OPEN


def test_an_answer_with_chains_has_the_statements_of_its_chains() -> None:
    story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
    question = story["a"].precedes("b")
    answer, lines = asked(story, question)
    said = {statement.says for statement in answer.statements}
    assert said == {f"suppose not that {question}", "2024", "2025"}
    assert len(answer.proof) == 1
    assert lines[-1].startswith("together: ")


def test_what_cannot_be_said_at_all_needs_no_statement() -> None:
    story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
    answer = story.entails(story["a"].related(frozenset(Relation), "b"))
    assert (answer.verdict, answer.statements) == (Verdict.ENTAILED, ())
