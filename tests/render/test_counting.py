"""Conflicts and proofs tell which business day a day is, and how many are asked for."""

from __future__ import annotations

import pytest

from timeline.events import Event
from timeline.expressions.conventions import Conventions
from timeline.model.report import Corner
from timeline.model.timeline import Timeline
from timeline.ordering import parse_constraint
from timeline.render.arguments import bound_passage, conflict_passage
from timeline.render.lengths import nth
from timeline.render.wording import rule_words


def story(one: str, two: str, rule: str) -> Timeline:
    """Return what is said of two events, a and b, where business days are those of England."""
    conventions = Conventions(business_calendar="GB-ENG")
    found = Timeline(conventions=conventions).add(Event("a").said(one), Event("b").said(two))
    return found.add(*parse_constraint(rule, events=("a", "b"), conventions=conventions))


@pytest.mark.parametrize(
    ("one", "two", "rule", "told"),
    [
        (
            "2025-12-12",
            "2025-12-17",
            "b at least five business days after a",
            "2025-12-17 is the 3rd GB-ENG business day after 2025-12-12; at least 5 are needed",
        ),
        (
            "2025-12-24",
            "2026-01-02",
            "b no later than three business days after a",
            "2026-01-02 is the 4th GB-ENG business day after 2025-12-24, not counting 2025-12-25, 2025-12-26 and 2026-01-01; at most 3 are allowed",
        ),
        (
            "2025-12-24",
            "2025-12-20",
            "b at least three business days before a",
            "2025-12-20, no GB-ENG business day, comes beyond 2 of them before 2025-12-24; at least 3 are needed",
        ),
        (
            "2025-12-24",
            "2025-12-23",
            "b no earlier than one business day after a",
            "2025-12-23 is before 2025-12-24; at least 1 is needed",
        ),
        (
            "2025-12-24",
            "2025-12-24",
            "b on the next business day after a",
            "2025-12-24 is the same day as 2025-12-24; at least 1 is needed",
        ),
        (
            "2100-12-30",
            "2101-01-05",
            "b no later than two business days after a",
            "2101-01-05 is the 4th GB-ENG business day after 2100-12-30, known from 1872 to 2100; at most 2 are allowed",
        ),
        (
            "2025-11-24",
            "2026-01-02",
            "b in the month after a",
            "the month turns twice from 2025-11-24 to 2026-01-02; at most 1 turn is allowed",
        ),
        (
            "2025-12-24",
            "2025-11-02",
            "b starts in the same year as a ends",
            None,
        ),
    ],
)
def test_what_is_counted_and_what_is_asked_for(one: str, two: str, rule: str, told: str | None) -> None:
    report = story(one, two, rule).check()
    assert report.consistent is (told is None)
    if told is not None:
        (conflict,) = report.conflicts
        assert conflict_passage(report, conflict).lines[-1] == told


def test_a_business_day_more_or_less_decides() -> None:
    for count, consistent in ((3, True), (4, False)):
        rule = f"b at least {count} business days after a"
        assert story("2025-12-12", "2025-12-17", rule).check().consistent is consistent
    for count, consistent in ((2, False), (3, True)):
        rule = f"b within {count} business days of a"
        assert story("2025-12-12", "2025-12-17", rule).check().consistent is consistent


def test_proofs_tell_the_counting_in_both_directions() -> None:
    known = story("2025-12-24", "between 2025 and 2027", "b on the third business day after a").why("b")
    early, late = (known.bound(corner) for corner in (Corner.EARLIEST_START, Corner.LATEST_START))
    counted = (
        "(2025-12-31 is the 3rd GB-ENG business day after 2025-12-24, not counting 2025-12-25 and 2025-12-26)"
    )
    assert bound_passage("b", early).lines[-1].endswith(counted)
    assert bound_passage("b", late).lines[-1].endswith(counted)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "b at least P3D[business=US] after a",
            "the start of b is at least 3 US business days after the end of a",
        ),
        ("b exactly P1D[business] before a", "the end of b is exactly 1 business day before the start of a"),
        ("b exactly P1M[turns] after a", "the start of b is in the month after the end of a"),
        (
            "b at least P2Y[turns] after a",
            "the start of b is at least 2 turns of the year after the end of a",
        ),
        ("b in the same quarter as a", "b is in the same quarter as a"),
        ("b starts in the same week as a ends", "the start of b is in the same week as the end of a"),
    ],
)
def test_rules_are_told_in_words(rule: str, words: str) -> None:
    statements = story("2025", "2025", rule).statements
    assert rule_words(statements[-1]) == words


def test_places_in_a_row() -> None:
    told = [nth(count) for count in (1, 2, 3, 4, 10, 11, 12, 13, 21, 101, 111)]
    assert told == ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "101st", "111th"]
