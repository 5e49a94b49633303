"""The six right answers of the engineers' story, from the files in docs/examples."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from timeline.constraints import PRECEDES, AllenConstraint
from timeline.formats import read_file
from timeline.model.answers import Verdict
from timeline.model.report import Corner, ReadingVerdict
from timeline.model.timeline import Timeline
from timeline.times import Instant, Relation

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples" / "kursk"
SOURCES = ("yonhap", "tass", "kbs", "chosun")


def story(*names: str) -> Timeline:
    first, *others = (read_file(FOLDER / f"{name}.timeline.yaml") for name in names)
    return first.merge(*others)


def days(timeline: Timeline, event: str) -> tuple[str | None, str | None]:
    """Return the first and the last day on which an event can have been, each in the zone of its proof."""
    report = timeline.check()[event]
    start, end = report.bound(Corner.EARLIEST_START), report.bound(Corner.LATEST_END)
    first = None if start.value is None else str(start.value.civil(start.zone).date)
    last = None if end.value is None else str(Instant(end.value.microseconds - 1).civil(end.zone).date)
    return first, last


def verdicts(timeline: Timeline, event: str, source: str) -> dict[str | None, ReadingVerdict]:
    (claim,) = (one for one in timeline.check()[event].claims if one.statement.source == source)
    return {one.reading.edtf: one.verdict for one in claim.readings}


def test_one_source_leaves_two_readings_of_last_june() -> None:
    alone = story("yonhap")
    assert alone.check().consistent
    assert verdicts(alone, "treaty", "yonhap") == {
        "2025-06": ReadingVerdict.CHOSEN,
        "2024-06": ReadingVerdict.STANDS,
    }
    assert [reading.edtf for reading in alone.readings(alone["treaty"].claims[0])] == ["2025-06", "2024-06"]


def test_a_second_source_settles_it_and_is_named() -> None:
    two = story("yonhap", "tass")
    assert two.check().consistent
    (claim,) = (one for one in two.check()["treaty"].claims if one.statement.source == "yonhap")
    later, earlier = claim.readings
    assert (later.reading.edtf, later.verdict) == ("2025-06", ReadingVerdict.EXCLUDED)
    assert [statement.says for statement in later.excluded_by] == ["the summer of 2024"]
    assert (earlier.reading.edtf, earlier.verdict) == ("2024-06", ReadingVerdict.CHOSEN)
    assert days(two, "treaty") == ("2024-06-01", "2024-06-30")


def test_the_clearing_was_over_before_10_november() -> None:
    two = story("yonhap", "tass")
    assert days(two, "engineers") == ("2025-08-01", "2025-08-10")
    bound = two.check()["clearing"].bound(Corner.LATEST_END)
    assert bound.value is not None
    assert str(bound.value.civil(bound.zone)) == "2025-11-10T00:00:00"
    claims = [statement.says for statement in bound.proof.statements if statement.event is not None]
    assert claims == ["early August", "less than three months"]
    assert two.relation("clearing", "ceremony") == {Relation.BEFORE}


@pytest.mark.parametrize("names", [("yonhap",), ("tass",), ("kbs",), ("yonhap", "tass", "kbs")])
def test_three_sources_agree_on_the_day_of_the_ceremony(names: tuple[str, ...]) -> None:
    assert days(story(*names), "ceremony") == ("2025-12-12", "2025-12-12")


def test_the_fourth_clashes_with_each_of_them() -> None:
    report = story(*SOURCES).check()
    clashes = [sorted(str(s.source) for s in conflict.statements) for conflict in report.conflicts]
    assert sorted(clashes) == [["chosun", "kbs"], ["chosun", "tass"], ["chosun", "yonhap"]]
    assert {s.says for c in report.conflicts for s in c.statements if s.source == "chosun"} == {
        "the 9th to 11th"
    }
    assert [statement.says for statement in report.correction.statements] == ["the 9th to 11th"]
    assert all(chain.shortfall.microseconds > 0 for c in report.conflicts for chain in c.chains)


def test_everything_else_is_still_derived() -> None:
    whole = story(*SOURCES)
    assert days(whole, "ceremony") == ("2025-12-12", "2025-12-12")
    assert days(whole, "treaty") == ("2024-06-01", "2024-06-30")
    assert days(whole, "clearing")[1] == "2025-11-09"
    assert whole.without_source("chosun").check().consistent


def test_days_without_a_year_are_read_from_the_source() -> None:
    whole = story(*SOURCES)
    assert days(whole, "formed") == ("2025-05-28", "2025-05-28")
    assert days(whole, "announced") == ("2025-06-17", "2025-06-17")
    assert days(whole, "thanks") == ("2025-11-14", "2025-11-14")


def test_what_is_expected_has_no_end_that_nobody_gave() -> None:
    whole = story(*SOURCES)
    assert days(whole, "recognition") == ("2025-12-14", None)
    answer = whole.entails(AllenConstraint("ceremony", "recognition", relations=PRECEDES))
    assert answer.verdict is Verdict.ENTAILED


def test_the_program_of_the_example_finds_the_same() -> None:
    told_by = runpy.run_path(str(FOLDER / "kursk.py"))["told_by"]
    assert days(told_by("yonhap", "tass"), "clearing")[1] == "2025-11-09"
    assert len(told_by(*SOURCES).check().conflicts) == 3
