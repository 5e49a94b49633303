"""The report as plain data says what the report says."""

from __future__ import annotations

import json

from tests.formats.stories import kursk
from timeline.formats import report_value
from timeline.model.report import Corner
from timeline.times import Instant


def test_a_report_is_plain_data() -> None:
    report = kursk(with_chosun=True).check()
    value = report_value(report)
    assert json.loads(json.dumps(value)) == value


def test_every_bound_is_there_with_its_proof() -> None:
    report = kursk(with_chosun=False).check()
    for found, said in zip(report_value(report)["events"], report.events, strict=True):
        assert found["id"] == said.event.id
        for corner in Corner:
            bound = said.bound(corner)
            text = found[corner.value]
            assert (None if text is None else Instant.parse(text)) == bound.value
            assert [step["statement"] for step in found["why"][corner.value]] == [
                step.statement.id for step in bound.proof.steps
            ]


def test_excluded_readings_name_what_excludes_them() -> None:
    events = {event["id"]: event for event in report_value(kursk(with_chosun=False).check())["events"]}
    (by_yonhap,) = [claim for claim in events["treaty"]["claims"] if claim["source"] == "yonhap"]
    verdicts = {
        reading["edtf"]: (reading["verdict"], reading["excluded_by"]) for reading in by_yonhap["readings"]
    }
    assert verdicts["2024-06"] == ("chosen", [])
    assert verdicts["2025-06"][0] == "excluded"
    assert any("tass" in statement for statement in verdicts["2025-06"][1])


def test_conflicts_and_the_correction_are_told() -> None:
    value = report_value(kursk(with_chosun=True).check())
    assert not value["consistent"]
    assert all(
        "chosun" in {said["source"] for said in conflict["statements"]} for conflict in value["conflicts"]
    )
    assert [said["source"] for said in value["correction"]["statements"]] == ["chosun"]
    assert all(
        chain["shortfall"].startswith("PT") for conflict in value["conflicts"] for chain in conflict["chains"]
    )
