"""The schema says of every document what the reader says of it, as far as a schema can."""

from __future__ import annotations

import enum
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from tests.formats.generate import timelines
from tests.formats.stories import kursk
from timeline.constraints import End
from timeline.errors import DocumentError
from timeline.events import Aspect, Status
from timeline.expressions.readings import TimexType
from timeline.formats.jsonio import from_json, to_json
from timeline.formats.schema import schema_text
from timeline.model.report import ReadingVerdict
from timeline.model.statements import StatementKind
from timeline.model.timeline import Timeline
from timeline.times import Relation

SCHEMA = json.loads(schema_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "timeline.schema.json"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_published_schema_is_the_shipped_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(timelines())
def test_whatever_is_written_is_valid(timeline: Timeline) -> None:
    VALIDATOR.validate(json.loads(to_json(timeline)))


@pytest.mark.parametrize("with_chosun", [False, True])
def test_reports_are_valid(*, with_chosun: bool) -> None:
    story = kursk(with_chosun=with_chosun)
    report = story.check()
    assert report.consistent is not with_chosun
    value = json.loads(to_json(story, report=report))
    VALIDATOR.validate(value)
    assert value["report"]["consistent"] is report.consistent


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object in a document."""
    found = [value] if isinstance(value, dict) else []
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found += objects(item)
    return found


def is_read(text: str) -> bool:
    try:
        from_json(text)
    except DocumentError:
        return False
    return True


def test_what_is_closed_for_the_reader_is_closed_for_the_schema() -> None:
    story = json.loads(to_json(kursk(with_chosun=True)))
    verdicts = []
    for found in objects(story):
        found["surprise"] = "!"
        verdicts.append((VALIDATOR.is_valid(story), is_read(json.dumps(story))))
        del found["surprise"]
    assert verdicts.count((True, True)) == 1  # the details of one event
    assert set(verdicts) == {(True, True), (False, False)}


@pytest.mark.parametrize(
    ("path", "members"),
    [
        ("status", Status),
        ("claim/properties/aspect", Aspect),
        ("point/properties/end", End),
        ("statement/properties/kind", StatementKind),
        ("reading/properties/verdict", ReadingVerdict),
        ("reading/properties/timex/properties/type", TimexType),
        ("constraint/oneOf/0/properties/relations/items", Relation),
    ],
)
def test_the_schema_knows_every_word(path: str, members: type[enum.Enum]) -> None:
    found: Any = SCHEMA["$defs"]
    for step in path.split("/"):
        found = found[int(step) if isinstance(found, list) else step]
    assert found["enum"] == [member.value for member in members]
