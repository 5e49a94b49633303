"""What is written is read back equal, and equal timelines are written in equal bytes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.formats.generate import Deployment, timelines
from timeline.formats.handwritten.yamlio import read_yaml, write_yaml
from timeline.formats.jsonio import from_json, to_json
from timeline.model.timeline import Timeline

modest = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@modest
@given(timelines())
def test_json_is_read_back_equal_and_in_the_same_bytes(timeline: Timeline) -> None:
    text = to_json(timeline)
    assert from_json(text, kinds=[Deployment]) == timeline
    assert from_json(text.encode(), kinds=[Deployment]) == timeline
    assert to_json(from_json(text, kinds=[Deployment])) == text


@modest
@given(timelines())
def test_unknown_kinds_survive_json(timeline: Timeline) -> None:
    text = to_json(timeline)
    assert to_json(from_json(text)) == text


@modest
@given(timelines())
def test_yaml_is_read_back_equal(timeline: Timeline) -> None:
    text = write_yaml(timeline)
    assert read_yaml(text, kinds=[Deployment]) == timeline
    assert write_yaml(read_yaml(text, kinds=[Deployment])) == text
