"""Canonical JSON: every kind of mistake has its path, all are told at once, and nothing else ever escapes."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.stories import kursk, kursk_text
from timeline import limits
from timeline.errors import DocumentError, LimitError, RangeError, TimelineError
from timeline.events import Event
from timeline.formats.jsonio import from_json, to_json
from timeline.formats.jsontext import DEPTH, dump, load
from timeline.formats.problems import Problems
from timeline.model.timeline import Timeline

GOLDEN = Path(__file__).parents[1] / "golden" / "v1"


def problems(text: str | bytes) -> dict[str, str]:
    """Return what is wrong with a document, by its place."""
    with pytest.raises(DocumentError) as caught:
        from_json(text, name="f")
    return {(problem.where or "").removeprefix("f:"): problem.message for problem in caught.value.problems}


def document(**parts: Any) -> str:
    return json.dumps({"timeline": 1, **parts})


@pytest.mark.parametrize("version", ["0", "2", '"1"', "null", "true", "1.0", "[1]", "-1"])
def test_other_versions_are_refused_and_nothing_else_is_told(version: str) -> None:
    assert list(problems(f'{{"timeline": {version}, "unknown": 1}}')) == ["$.timeline"]


def test_a_missing_version_is_told() -> None:
    assert problems("{}") == {"$": "the key 'timeline' is missing"}


@pytest.mark.parametrize("text", ["[]", "1", '"x"', "null", "true"])
def test_what_is_no_object_is_no_timeline(text: str) -> None:
    assert "a timeline is an object" in problems(text)["$"]


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ('{"timeline": 1, "title": NaN}', "$.title", "NaN"),
        ('{"timeline": 1, "title": -Infinity}', "$.title", "-Infinity"),
        ('{"timeline": 1, "title": 1e999}', "$.title", "1e999"),
        ('{"timeline": 1, "events": [{"id": "a", "details": {"n": 1.0}}]}', "$.events[0].details.n", "1.0"),
        ('{"timeline": 1, "title": ' + "9" * 5000 + "}", "$.title", "30 digits"),
        ('{"timeline": 1, "title": "a", "title": "b"}', "$.title", "more than once"),
        ('{"timeline": 1, "events": [{"id": "a", "details": {"x": {"y": 1, "y": 2}}}]}', "$.events[0].details.x.y", "more than once"),
        ('{"timeline": 1, "report": {"x": NaN}}', "$.report.x", "NaN"),
        ('{"timeline": 1, "title": "\\ud800"}', "$.title", "surrogate"),
        ('{"timeline": 1, "events": [{"id": "a", "details": {"\\udfff": 1}}]}', "$.events[0]", "surrogate"),
        ('{"timeline": 1, "title": true}', "$.title", "text is wanted here, not true or false"),
        ('{"timeline": 1, "title": null}', "$.title", "not null"),
        ('{"timeline": 1, "events": {}}', "$.events", "not an object"),
        ('{"timeline": 1, "tilte": "x"}', "$.tilte", "no key"),
        ('{"timeline": 1, "a b": "x"}', '$["a b"]', "no key"),
        ('{"timeline": 1, "zone": "Mars/Base"}', "$.zone", "no time zone"),
    ],
)  # fmt: skip
def test_strictness(text: str, path: str, message: str) -> None:
    found = problems(text)
    assert list(found) == [path]
    assert message in found[path]


EVENT = {"id": "a"}
SOURCE = {"id": "s"}
END = {"event": "a", "end": "end"}
METRIC = {"type": "metric", "from": END, "to": {"event": "a", "end": "start"}}
ALLEN = {"type": "allen", "first": "a", "relations": ["before"], "second": "a"}
NEAR = {"type": "near", "first": "a", "second": "a", "at_most": "P1D"}


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"events": [{"id": "a b"}]}, "$.events[0].id"),
        ({"events": [{"id": 1}]}, "$.events[0].id"),
        ({"events": [{"title": "x"}]}, "$.events[0]"),
        ({"events": [EVENT, EVENT]}, "$.events[1].id"),
        ({"events": [["a"]]}, "$.events[0]"),
        ({"events": [EVENT | {"kind": 1}]}, "$.events[0].kind"),
        ({"events": [EVENT | {"status": "maybe"}]}, "$.events[0].status"),
        ({"events": [EVENT | {"tags": "x"}]}, "$.events[0].tags"),
        ({"events": [EVENT | {"tags": ["x", 1]}]}, "$.events[0].tags[1]"),
        ({"events": [EVENT | {"details": []}]}, "$.events[0].details"),
        ({"events": [EVENT | {"claims": [{}]}]}, "$.events[0].claims[0]"),
        ({"events": [EVENT | {"claims": [{"says": " "}]}]}, "$.events[0].claims[0].says"),
        ({"events": [EVENT | {"claims": [{"says": "x", "source": "t"}]}]}, "$.events[0].claims[0].source"),
        ({"events": [EVENT | {"claims": [{"says": "x", "aspect": "why"}]}]}, "$.events[0].claims[0].aspect"),
        ({"events": [EVENT | {"claims": [{"says": "x", "anchor": "2025-02-30"}]}]}, "$.events[0].claims[0].anchor: column 9 of '2025-02-30'"),
        ({"events": [EVENT | {"claims": [{"says": "x", "reads": ["y", 0]}]}]}, "$.events[0].claims[0].reads[1]"),
        ({"sources": [SOURCE, SOURCE]}, "$.sources[1].id"),
        ({"sources": [SOURCE | {"published": "yesterday"}]}, "$.sources[0].published: column 1 of 'yesterday'"),
        ({"sources": [SOURCE | {"reliability": "G"}]}, "$.sources[0].reliability"),
        ({"constraints": [{}]}, "$.constraints[0]"),
        ({"constraints": [{"type": ["allen"]}]}, "$.constraints[0]"),
        ({"events": [EVENT], "constraints": [ALLEN | {"first": "b"}]}, "$.constraints[0].first"),
        ({"events": [EVENT], "constraints": [ALLEN | {"first": 1}]}, "$.constraints[0].first"),
        ({"events": [EVENT], "constraints": [ALLEN | {"relations": []}]}, "$.constraints[0]"),
        ({"events": [EVENT], "constraints": [ALLEN | {"relations": ["before"] * 2}]}, "$.constraints[0]"),
        ({"events": [EVENT], "constraints": [ALLEN | {"relations": ["near"]}]}, "$.constraints[0].relations[0]"),
        ({"events": [EVENT], "constraints": [ALLEN | {"at_most": "P1D"}]}, "$.constraints[0].at_most"),
        ({"events": [EVENT], "constraints": [METRIC | {"from": {"event": "a"}}]}, "$.constraints[0].from"),
        ({"events": [EVENT], "constraints": [METRIC | {"at_least": "P3D", "more_than": "P2D"}]}, "$.constraints[0]"),
        ({"events": [EVENT], "constraints": [METRIC | {"at_least": "P3D", "at_most": "P2D"}]}, "$.constraints[0]"),
        ({"events": [EVENT], "constraints": [METRIC | {"at_least": 3}]}, "$.constraints[0].at_least"),
        ({"events": [EVENT], "constraints": [NEAR | {"at_most": "3 days"}]}, "$.constraints[0].at_most: column 1 of '3 days'"),
        ({"events": [EVENT], "constraints": [NEAR | {"source": "t"}]}, "$.constraints[0].source"),
        ({"conventions": {"sevral": [1, 2]}}, "$.conventions.sevral"),
        ({"conventions": {"several": [9, 2]}}, "$.conventions.several"),
        ({"conventions": {"several": {"a": 1}}}, "$.conventions.several"),
    ],
)  # fmt: skip
def test_every_mistake_has_its_path(parts: dict[str, Any], path: str) -> None:
    assert list(problems(document(**parts))) == [path]


def test_all_mistakes_are_told_at_once_with_the_nearest_names() -> None:
    text = document(
        titel="x",
        sources=[SOURCE | {"zone": "X"}],
        events=[EVENT | {"claims": [{"says": "x", "source": "ss"}, {"says": 3}]}],
    )
    with pytest.raises(DocumentError) as caught:
        from_json(text)
    assert len(caught.value.problems) == 4
    assert "did you mean 'title'?" in str(caught.value)


def test_broken_json_is_told_at_its_line() -> None:
    assert list(problems('{"timeline": 1,\n  "title": x}')) == ["2:12"]


def test_every_cut_of_a_document_is_refused() -> None:
    text = to_json(kursk(with_chosun=True)).encode()
    for end in range(0, len(text) - 2, 7):
        with pytest.raises(TimelineError):
            from_json(text[:end])


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\xff\xfe{\x00", "UTF-16"),
        ('{"timeline": 1}'.encode("utf-16-be"), "binary"),
        (b"\x1f\x8b\x08", "gzip"),
        (b'{"timeline": \xc3\x28}', "UTF-8"),
        (b"", "expecting value"),
    ],
)
def test_other_encodings_are_named(data: bytes, word: str) -> None:
    (message,) = problems(data).values()
    assert word in message


def test_a_byte_order_mark_is_tolerated() -> None:
    assert from_json(b'\xef\xbb\xbf{"timeline": 1}') == Timeline() == from_json('\ufeff{"timeline": 1}')


@pytest.mark.parametrize("opening", ["[", '{"a":', '["]","[', '[{"b":'])
def test_deep_nesting_is_refused_before_it_is_read(opening: str) -> None:
    (message,) = problems('{"timeline": 1, "report": ' + opening * 100_000).values()
    assert "deep" in message


def test_brackets_in_texts_are_no_nesting() -> None:
    for title in ("[" * 500, '"[' * 500, "\\[" * 500, "[\\" * 500, '\\"{' * 500, "{}" * 500 + "\\"):
        timeline = Timeline(title, note=title)
        assert from_json(to_json(timeline)) == timeline


@given(
    st.recursive(st.text('[]{}"\\a', max_size=4), lambda inner: st.lists(inner, max_size=3), max_leaves=20),
    st.integers(0, 80),
)
def test_the_depth_is_counted_exactly(value: Any, wrappings: int) -> None:
    for _ in range(wrappings):
        value = [value]
    depth, level = 0, [value]
    while lists := [item for item in level if isinstance(item, list)]:
        depth += 1
        level = [item for items in lists for item in items]
    text = json.dumps(value)
    if depth <= DEPTH:
        assert load(text, Problems("x"))[0] == value
    else:
        with pytest.raises(DocumentError):
            load(text, Problems("x"))


class Pairs(list[tuple[str, Any]]):
    """An object as its text has it: keys may be given twice."""


signs = st.text('":{}[],\\ a\u2028', max_size=4)
written_values = st.recursive(
    signs | st.integers(-9, 9) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(signs, inner), max_size=3).map(Pairs),
    max_leaves=12,
)


def as_text(value: Any, space: str) -> str:
    if isinstance(value, Pairs):
        members = [f"{json.dumps(key)}{space}:{as_text(item, space)}" for key, item in value]
        return "{" + f",{space}".join(members) + "}"
    if isinstance(value, list):
        return "[" + f"{space},".join(as_text(item, space) for item in value) + "]"
    return json.dumps(value, ensure_ascii=not space)


def doubled(value: Any) -> int:
    """Count the keys that are given more than once."""
    if isinstance(value, Pairs):
        last = dict(value)
        keys = [key for key, _ in value]
        return sum(keys.count(key) > 1 for key in last) + sum(map(doubled, last.values()))
    return sum(map(doubled, value)) if isinstance(value, list) else 0


@given(written_values, st.sampled_from(["", " ", "\n\t"]))
def test_every_key_that_is_given_twice_is_found(value: Any, space: str) -> None:
    text = as_text(value, space)
    problems = Problems("x")
    found, told = load(text, problems)
    assert found == json.loads(text)
    assert (len(problems), bool(told)) == (doubled(value), doubled(value) > 0)


def test_details_may_be_as_deep_as_details_can_be() -> None:
    value: Any = "x"
    for _ in range(limits.DEPTH - 2):
        value = [value]
    timeline = Timeline().add(Event("a", details={"x": value}))
    assert from_json(to_json(timeline)) == timeline


def test_what_could_not_be_read_back_is_not_written() -> None:
    for details in ({"n": 10**30}, {"n": [-(10**30)]}):
        with pytest.raises(LimitError):
            to_json(Timeline().add(Event("a", details=details)))
    largest = Timeline().add(Event("a", details={"n": -(10**30) + 1}))
    assert from_json(to_json(largest)) == largest


def test_a_report_in_the_document_is_not_believed() -> None:
    story = kursk(with_chosun=False)
    assert from_json(to_json(story, report=kursk(with_chosun=True).check())) == story
    assert from_json(document(report=[1, {"anything": None}])) == Timeline()


def shuffled(value: Any, chance: random.Random) -> Any:
    """Return the same data with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


@given(st.randoms(use_true_random=False), st.sampled_from([None, 1, 4]), st.sampled_from(["ascii", "utf-8"]))
@settings(max_examples=20, deadline=None)
def test_order_and_indentation_mean_nothing(chance: random.Random, indent: int | None, encoding: str) -> None:
    story = kursk(with_chosun=True)
    value = shuffled(json.loads(to_json(story)), chance)
    for name in ("sources", "events", "constraints"):
        chance.shuffle(value[name])
    text = json.dumps(value, indent=indent, ensure_ascii=encoding == "ascii")
    assert from_json(text) == story
    assert to_json(from_json(text)) == to_json(story)


def test_the_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import sys; from timeline.formats import *; t = read_yaml(sys.stdin.buffer.read());"
        "sys.stdout.write(to_json(t, report=t.check()) + write_yaml(t))"
    )
    found = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=kursk_text(with_chosun=True).encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_hidden_characters_are_written_visibly() -> None:
    text = to_json(Timeline("\x00\x1b\x7f\x85\u2028\u202e\ufeff의식 é"))
    assert '"\\u0000\\u001b\\u007f\\u0085\\u2028\\u202e\\ufeff의식 é"' in text


def test_floats_and_other_values_are_never_written() -> None:
    for value in (1.5, object(), {"a": b"x"}):
        with pytest.raises(TimelineError):
            dump(value)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.name)
def test_files_of_every_version_still_load(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert to_json(from_json(text)) == text


def test_there_are_golden_files() -> None:
    assert len(list(GOLDEN.glob("*.json"))) >= 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "says", "events", "claims", "type", "x"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
near_documents = st.fixed_dictionaries(
    {"timeline": st.just(1)},
    optional=dict.fromkeys(
        ("title", "zone", "conventions", "sources", "events", "constraints", "report"), json_values
    ),
).map(json.dumps)


def attempt(text: str | bytes) -> Timeline | TimelineError:
    try:
        return from_json(text)
    except TimelineError as error:
        return error


@settings(deadline=None)
@given(st.one_of(st.text(), st.binary(), near_documents))
def test_any_input_is_a_timeline_or_a_document_error(text: str | bytes) -> None:
    assert isinstance(attempt(text), Timeline | DocumentError)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_document_is_a_timeline_or_a_document_error(data: st.DataObject) -> None:
    text = bytearray(to_json(kursk(with_chosun=False)).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(
            st.sampled_from(b'{}[]",:01a\x00\xff\\ntf-.eE ')
        )
    assert isinstance(attempt(bytes(text)), Timeline | DocumentError)


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(TimelineError):
        from_json(1)  # type: ignore[arg-type]
    with pytest.raises(RangeError):
        from_json("{}", kinds=[Event, type("Event", (Event,), {})])
