from __future__ import annotations

import attrs
import pytest

from tests.render import stories
from timeline.constraints import AllenConstraint, NearnessConstraint
from timeline.events import Aspect, Claim, Event, Status
from timeline.model.report import Conflict, Corner, Correction
from timeline.model.statements import Statement, StatementKind
from timeline.model.timeline import Timeline
from timeline.render.arguments import bound_passage, conflict_passage, proof_sentence
from timeline.render.sentences import (
    correction_sentence,
    excluded_sentences,
    open_sentences,
    passed_over_sentences,
    verdict_sentence,
)
from timeline.render.wording import Passage, alternatives, joined, quoted, rule_words, says
from timeline.sources import Source
from timeline.times import Period, Relation
from timeline.times.distance import Distance


def conflicts(story: Timeline) -> list[Passage]:
    report = story.check()
    return [conflict_passage(report, conflict) for conflict in report.conflicts]


def test_the_engineers_conflicts_name_both_sources_and_their_dates() -> None:
    heads = sorted(passage.head for passage in conflicts(stories.engineers()))
    chosun = "chosun says 'the 9th to 11th' (2025-12-09..11)"
    assert heads == [
        f"ceremony: kbs says 'the previous day' (2025-12-12) and {chosun}: they do not overlap, both cannot be true",
        f"ceremony: tass says 'December 12' (2025-12-12) and {chosun}: they are 6 hours apart, both cannot be true",
        f"ceremony: yonhap says 'Friday' (2025-12-12) and {chosun}: they do not overlap, both cannot be true",
    ]


def test_the_correction_is_the_one_claim_that_differs() -> None:
    report = stories.engineers().check()
    assert correction_sentence(report.correction) == (
        "dropping chosun's claim 'the 9th to 11th' about ceremony makes everything fit"
    )
    assert correction_sentence(Correction((), 0)) is None


def test_the_excluded_reading_of_last_june() -> None:
    assert open_sentences(stories.engineers("yonhap").check().events) == (
        "treaty: 'last June' (yonhap) can be 2025-06 (June before the anchor) or 2024-06 (June of the previous year)",
    )
    assert excluded_sentences(stories.engineers("yonhap").check()) == ()
    both = stories.engineers("yonhap", "tass").check()
    assert open_sentences(both.events) == ()
    assert excluded_sentences(both) == (
        "treaty: 'last June' (yonhap) cannot be 2025-06, because tass says 'the summer of 2024' (2024-06..08); it is 2024-06",
    )


def test_the_proof_that_the_clearing_ended_by_9_november() -> None:
    known = stories.engineers("yonhap", "tass").why("clearing")
    passage = bound_passage("clearing", known.bound(Corner.LATEST_END))
    assert passage.head == "clearing ends before 2025-11-10"
    assert passage.lines == (
        "engineers ends before 2025-08-11: yonhap says 'early August'",
        "clearing starts before 2025-08-11: engineers meets clearing",
        "clearing ends before 2025-11-10: yonhap says it lasted 'less than three months'",
    )
    assert proof_sentence("clearing", known.bound(Corner.LATEST_END)) == (
        "clearing ends before 2025-11-10: yonhap says 'early August'; engineers meets clearing;"
        " yonhap says it lasted 'less than three months'"
    )


def test_a_bound_that_nothing_proves() -> None:
    known = Timeline().add(Event("a")).why("a")
    assert [bound_passage("a", bound).head for bound in known.bounds] == [
        "a: nothing says how early it starts",
        "a: nothing says how late it starts",
        "a: nothing says how early it ends",
        "a: nothing says how late it ends",
    ]
    assert proof_sentence("a", known.bounds[0]) == "a: nothing says how early it starts"


def test_an_axiom_is_told_only_where_it_has_the_last_word() -> None:
    story = Timeline().add(Event("a").said("2025-08-17"), Event("b"), Event("a").precedes("b"))
    lines = bound_passage("b", story.why("b").bound(Corner.EARLIEST_END)).lines
    assert lines[-1] == "b ends on or after 2025-08-17: every event starts before it ends"
    assert sum("every event" in line for line in lines) == 1


def test_chains_and_circles() -> None:
    passages = {passage.head: passage.lines for passage in conflicts(stories.several_conflicts())}
    chain = next(lines for head, lines in passages.items() if head.startswith("back"))
    assert chain[-1] == (
        "together: leave ends before 2025-08-01, so stay starts before 2025-08-01, so stay ends before 2025-10-31,"
        " so back starts before 2025-10-31; but back starts on or after 2025-12-12, 42 days short"
    )
    circle = passages["one, two and three: these 3 statements cannot all be true"]
    assert circle[-1] == (
        "together they go in a circle: one ends no later than two starts, two ends no later than three starts,"
        " three ends no later than one starts, and not all at once"
    )
    assert "the start of late is at least 2 months after the end of early" in [
        line for lines in passages.values() for line in lines
    ]


def test_readings_that_had_to_be_refuted_are_told() -> None:
    source = Source("s", published="2025-12-13")
    story = Timeline(sources=[source]).add(
        Event("a").said("last June", by="s"), Event("b").said("2010", by="s"), Event("a").precedes("b")
    )
    (passage,) = conflicts(story)
    assert passage.head == "a and b: these 3 statements cannot all be true"
    assert passage.lines[:3] == (
        "s says 'last June' (2025-06 or 2024-06), of a",
        "s says '2010', of b",
        "a precedes b",
    )
    assert passage.lines[3].startswith("if 'last June' is 2024-06: together: ")
    assert passage.lines[4].startswith("if 'last June' is 2025-06: together: ")


def test_many_chains_are_counted() -> None:
    report = stories.several_conflicts().check()
    conflict = next(conflict for conflict in report.conflicts if len(conflict.statements) == 5)
    many = Conflict(conflict.statements, conflict.chains * 6)
    assert conflict_passage(report, many).lines[-1] == "and 3 more combinations of readings cannot be either"
    four = Conflict(conflict.statements, conflict.chains * 4)
    assert conflict_passage(report, four).lines[-1] == "and 1 more combination of readings cannot be either"


def test_three_claims_about_one_event() -> None:
    story = Timeline().add(Event("a").said("2024").said("2025"))
    report = story.check()
    conflict = report.conflicts[0]
    three = Conflict((*conflict.statements, conflict.statements[0]), conflict.chains)
    assert conflict_passage(report, three).head.endswith("they do not overlap, they cannot all be true")
    one = Conflict(conflict.statements[:1], conflict.chains)
    assert conflict_passage(report, one).head == "a: the timeline says '2024': this cannot be true"


def test_verdicts() -> None:
    report = stories.several_conflicts().check()
    assert verdict_sentence(report) == "inconsistent: 3 conflicts"
    assert verdict_sentence(attrs.evolve(report, more_conflicts=True)).endswith(", and there are more")
    assert (
        verdict_sentence(attrs.evolve(report, conflicts=report.conflicts[:1])) == "inconsistent: 1 conflict"
    )


def test_claims_that_exclude_together_share_a_sentence() -> None:
    sources = [Source(name, published="2025-12-13") for name in ("s", "t")]
    story = Timeline(sources=sources).add(
        Event("a").said("last June", by="s").said("last June", by="t"),
        Event("b").said("2024-12", by="s"),
        Event("a").precedes("b"),
    )
    (sentence,) = excluded_sentences(story.check())
    assert sentence.startswith(
        "a: 'last June' (s) and 'last June' (t) cannot be 2025-06, because b is '2024-12' (s)"
    )


def test_what_is_passed_over_is_told() -> None:
    story = Timeline(sources=[Source("s", published="2025-12-13")])
    past = story.add(Event("a").said("Friday", by="s"))
    assert passed_over_sentences(past.why("a")) == (
        "'Friday' (s) is not taken to be 2025-12-19, which is not yet past on the day of the source",
    )
    future = story.add(Event("a", status=Status.EXPECTED).said("Friday", by="s"))
    assert passed_over_sentences(future.why("a")) == (
        "'Friday' (s) is not taken to be 2025-12-12, which is already past on the day of the source",
    )


@pytest.mark.parametrize(
    ("aspect", "expected"),
    [
        (Aspect.WHEN, "s says 'x'"),
        (Aspect.START, "s says it began 'x'"),
        (Aspect.END, "s says it ended 'x'"),
        (Aspect.DURATION, "s says it lasted 'x'"),
    ],
)
def test_who_says_what(aspect: Aspect, expected: str) -> None:
    claim = Claim("x", "s", aspect=aspect)
    assert says(Statement("c", StatementKind.CLAIM, says="x", source="s", event="a", about=claim)) == expected


def test_rules_in_words() -> None:
    a, b = Event("a"), Event("b")
    week = Distance(at_least=Period.of(weeks=1))
    meets = AllenConstraint("a", "b", relations=frozenset({Relation.MEETS}), source="s")
    for rule, words in (
        (a.precedes(b), "a precedes b"),
        (a.during(b), "a during b"),
        (NearnessConstraint("a", "b", at_most=Period.of(days=3)), "a is within 3 days of b"),
        (
            NearnessConstraint("a", "b", at_most=Period.of(days=3), says="a few days"),
            "a is within a few days of b",
        ),
        (a.follows(b, week), "the start of a is at least 7 days after the end of b"),
    ):
        statement = Statement("r", StatementKind.CONSTRAINT, says=str(rule), about=rule)
        assert rule_words(statement) == words == says(statement)
    sourced = Statement("r", StatementKind.CONSTRAINT, says=str(meets), source="s", about=meets)
    assert says(sourced) == "s says a meets b"
    assert (
        correction_sentence(Correction((sourced,), 1))
        == "dropping s's statement that a meets b makes everything fit"
    )


def test_words_and_lists() -> None:
    assert quoted("it's") == '"it\'s"'
    assert alternatives(["a", "a"]) == "a"
    assert alternatives("abc") == "a, b or c"
    assert alternatives("abcd") == "a, b or 2 more"
    assert joined(["a"], "and") == "a"


def test_days_that_clash_are_counted_on_the_calendar_though_one_of_them_has_23_hours() -> None:
    source = Source("filing", published="2022-03-21", zone="America/New_York")
    story = Timeline(sources=(source,)).add(
        Event("sale").said("March 10", by="filing").said("March 14", by="filing")
    )
    report = story.check()
    (conflict,) = report.conflicts
    assert conflict_passage(report, conflict).head.endswith("they are 3 days apart, both cannot be true")
