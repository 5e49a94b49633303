"""Files written by hand: what each form means, and where each mistake is told."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.stories import EVENTS, ORDER, SOURCES, kursk, kursk_text
from timeline import limits
from timeline.constraints import MetricConstraint, NearnessConstraint
from timeline.errors import DocumentError, LimitError, TimelineError, UnknownReferenceError
from timeline.events import Aspect, Claim, Event, Status
from timeline.expressions.conventions import Conventions
from timeline.formats.handwritten import yamlnodes
from timeline.formats.handwritten.yamlio import read_yaml, write_yaml
from timeline.formats.handwritten.yamlnodes import Listing, Mapping, Node, Scalar, compose
from timeline.formats.jsonio import to_json
from timeline.formats.problems import Problems
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.times import Period, Relation

HEAD = "timeline: 1\nsources:\n  s: {published: 2025-12-13}\n  t: {published: 2025-12-13}\n  undated: {}\n"


def read(body: str) -> Timeline:
    return read_yaml(HEAD + body)


def event(body: str) -> Event:
    return read(f"events:\n  other: {{}}\n  x:\n    {body}\n")["x"]


def problems(text: str | bytes) -> list[tuple[str, str]]:
    """Return what is wrong with a file, each with its line and column."""
    with pytest.raises(DocumentError) as caught:
        read_yaml(text, name="f")
    found = caught.value.problems
    assert all((problem.where or "").startswith("f") for problem in found)
    return [((problem.where or "").removeprefix("f").removeprefix(":"), str(problem)) for problem in found]


def only_problem(text: str | bytes) -> tuple[str, str]:
    """Return the one thing that is wrong."""
    (found,) = problems(text)
    return found


def test_every_value_is_text() -> None:
    found = event(
        "{title: no, kind: on, place: 0x10, note: ~, details: {a: true, b: 1_000, c: 2025-12-13, d: null}}"
    )
    assert (found.title, found.kind, found.place, found.note) == ("no", "on", "0x10", "~")
    assert dict(found.details) == {"a": "true", "b": "1_000", "c": "2025-12-13", "d": "null"}


def test_what_is_empty_is_not_given_and_quotes_give_an_empty_text() -> None:
    assert event("{title: , note: , tags: , details: }") == Event("x")
    assert event("{note: ''}").note == ""
    assert read_yaml("timeline: 1\nevents:\nsources:\norder:\nzone:\nconventions:\n") == Timeline()


def test_the_whole_of_a_source() -> None:
    text = (
        "{title: T, publisher: P, url: U, published: 2025-12-13, zone: Asia/Seoul, reliability: B, note: N}"
    )
    (source,) = read_yaml(f"timeline: 1\nsources: {{s: {text}}}").sources
    assert source == Source(
        "s",
        "T",
        publisher="P",
        url="U",
        published="2025-12-13",
        zone="Asia/Seoul",
        reliability=Reliability.B,
        note="N",
    )


def test_conventions_are_words_and_numbers() -> None:
    found = read_yaml(
        "timeline: 1\nconventions: {several: [3, 9], week_start: 7, last: calendar}"
    ).conventions
    assert found == Conventions(several=(3, 9), week_start=7, last="calendar")


@pytest.mark.parametrize(
    ("body", "claims"),
    [
        ("{when: 2025}", [Claim("2025")]),
        ("{when: 2025, source: s, quote: q, page: p}", [Claim("2025", "s", quote="q", page="p")]),
        ("{when: {t: 2025, s: last June}}", [Claim("last June", "s"), Claim("2025", "t")]),
        ("{when: {s: [2024, {says: 2025, page: '1'}]}}", [Claim("2024", "s"), Claim("2025", "s", page="1")]),
        ("{when: {says: 2025, source: t}}", [Claim("2025", "t")]),
        ("{when: [2025, {says: 2024, source: t}], source: s}", [Claim("2025", "s"), Claim("2024", "t")]),
        ("{to: 2026, lasts: a year, from: 2025}", [Claim("2025", aspect=Aspect.START), Claim("2026", aspect=Aspect.END), Claim("a year", aspect=Aspect.DURATION)]),
        ("{when: {says: soonish, reads: [2025-08, 2024], anchor: 2025-01-01, status: expected}}", [Claim("soonish", reads=("2025-08", "2024"), anchor="2025-01-01", status=Status.EXPECTED)]),
        ("{claims: [{says: 2026, aspect: to}, 2025]}", [Claim("2026", aspect=Aspect.END), Claim("2025")]),
    ],
)  # fmt: skip
def test_the_forms_of_claims(body: str, claims: list[Claim]) -> None:
    assert list(event(body).claims) == claims


def test_the_status_of_an_event_is_its_own() -> None:
    found = event("{when: 2025, status: disputed}")
    assert (found.status, found.claims[0].status) == (Status.DISPUTED, None)


def test_relations_take_an_event_several_or_a_distance() -> None:
    story = read(
        "events: {a: {}, b: {during: a, after: [a, c], source: s, quote: q}, c: {follows: two weeks after the end of a}}"
    )
    distance, *relations = sorted(
        story.constraints, key=lambda constraint: not isinstance(constraint, MetricConstraint)
    )
    assert [str(relation) for relation in relations] == ["b after a", "b after c", "b during a"]
    assert {(relation.source, relation.quote) for relation in relations} == {("s", "q")}
    assert str(distance) == "the start of c is two weeks after the end of a"


@pytest.mark.parametrize("relation", list(Relation))
def test_each_of_the_thirteen_relations_is_a_key(relation: Relation) -> None:
    (constraint,) = read(f"events: {{a: {{}}, b: {{{relation.value}: a}}}}").constraints
    assert constraint == Event("b").related({relation}, "a")


def test_before_and_after_say_on_which_side_a_distance_lies() -> None:
    for key, words in (("before", "P3D before a"), ("precedes", "P3D before a"), ("after", "P3D after a")):
        (constraint,) = read(f"events: {{a: {{}}, b: {{{key}: {words}}}}}").constraints
        assert isinstance(constraint, MetricConstraint)
        assert (constraint.first.event == "b") is (key != "after")


def test_the_forms_of_the_order() -> None:
    story = read(
        "events: {a: {}, b: {}, c: {}}\norder:\n  - a < b < c\n  - {says: a meets b, source: s, quote: q}\n"
        "  - {first: a, second: b, distance: at most P3D, says: near}\n"
        "  - {first: the end of a, second: the start of c, distance: any length, source: t}\n"
    )
    assert len(story.constraints) == 5
    assert NearnessConstraint("a", "b", at_most=Period(days=3), says="near") in story.constraints


def test_the_story_reads_as_json_says_it() -> None:
    story = kursk(with_chosun=True)
    assert read_yaml(write_yaml(story)) == story
    assert to_json(read_yaml(write_yaml(story))) == to_json(story)


def lines_of(block: str) -> list[str]:
    """Split a block into its entries at the least indentation."""
    entries: list[str] = []
    for line in block.strip("\n").split("\n"):
        if line.startswith("   "):
            entries[-1] += f"\n{line}"
        else:
            entries.append(line)
    return entries


@given(st.randoms(use_true_random=False), st.sampled_from([1, 2, 5]))
@settings(max_examples=15, deadline=None)
def test_order_and_indentation_mean_nothing(chance: random.Random, indent: int) -> None:
    parts = {
        "sources": SOURCES,
        "events": EVENTS.replace("CHOSUN", "chosun: the 9th to 11th"),
        "order": ORDER,
    }
    texts = ["timeline: 1", "title: The engineers"]
    for name, block in parts.items():
        entries = lines_of(block)
        chance.shuffle(entries)
        texts.append(f"{name}:\n" + "\n".join(entries))
    chance.shuffle(texts)
    text = "\n".join(texts) + "\n"
    wider = "\n".join(
        " " * ((len(line) - len(line.lstrip())) // 2 * indent) + line.lstrip() for line in text.split("\n")
    )
    assert read_yaml(wider) == kursk(with_chosun=True)


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("titel: x", "6:1", "no key 'titel'; did you mean 'title'?"),
        ("zone: Mars/Base", "6:7", "no time zone"),
        ("note: [x]", "6:7", "'note' is text, not a list"),
        ("sources: {}", "6:1", "given twice; it is on line 2 too"),
        ("events: [a]", "6:9", "events is a mapping"),
        ("events: {a b: {}}", "6:10", "no id"),
        ("events: {a: {}, a: {}}", "6:17", "given twice"),
        ("events: {a: x}", "6:13", "an event is a mapping"),
        ("events: {a: {wen: 2025}}", "6:14", "did you mean 'when'"),
        ("events: {a: {status: maybe}}", "6:22", "none of confirmed"),
        ("events: {a: {tags: war}}", "6:20", "write it as [one, two]"),
        ("events: {a: {tags: [war, ]}}\nconventions: {evry: 1}", "7:15", "no convention 'evry'"),
        ("events: {a: {tags: [war, {b: c}]}}", "6:26", "not a mapping"),
        ("events: {a: {when: }}", "6:14", "nothing is given here"),
        ("events: {a: {when: {s: }}}", "6:21", "nothing is given here"),
        ("events: {a: {when: '  '}}", "6:20", "nothing is said here"),
        ("events: {a: {when: twenty blorf}}", "6:20", "not"),
        ("events: {a: {when: 2025 blorf}}", "6:25", "blorf"),
        ("events: {a: {when: '2025 blorf'}}", "6:26", "blorf"),
        ('events: {a: {when: "2025\\x20blorf"}}', "6:20: column 6 of '2025 blorf'", "blorf"),
        ("events: {a: {when: {s: 2025 blorf}}}", "6:29", "blorf"),
        ("events: {a: {when: {says: x, reads: [2025, 2025 blorf]}}}", "6:49", "blorf"),
        ("events: {a: {when: last June, source: undated}}", "6:20", "their source has no date"),
        ("events: {a: {when: last June}}", "6:20", "their source has no date"),
        ("events: {a: {when: two weeks}}", "6:20", "says how long, not when"),
        ("events: {a: {lasts: 2025}}", "6:21", "says when, not how long"),
        ("events: {a: {when: {z: 2025}}}", "6:21", "no source 'z'"),
        ("events: {a: {when: 2025, source: z}}", "6:34", "no source 'z'"),
        ("events: {a: {when: [{says: 2025, source: z}]}}", "6:42", "no source 'z'"),
        ("events: {a: {when: [{source: s}]}}", "6:21", "a claim without words"),
        ("events: {a: {when: [[2025]]}}", "6:21", "a claim is text"),
        ("events: {a: {when: {s: {says: 2025, source: t}}}}", "6:37", "no key 'source'"),
        ("events: {a: {source: s}}", "6:14", "nothing here is said by the source"),
        ("events: {a: {when: {s: 2025}, quote: q}}", "6:31", "the quote belongs to no words"),
        ("events: {a: {before: b}}", "6:22", "no event 'b'"),
        ("events: {a: {before: [a, b a]}}", "6:26", "no relation"),
        ("events: {a: {before: }}", "6:14", "no event ''"),
        ("events: {a: {during: two weeks after a}}", "6:22", "takes the id of an event"),
        ("events: {b: {}, a: {before: two weeks after b}}", "6:29", "'before' takes an id or a distance before one"),
        ("events: {a: {after: before a}}", "6:21", "'after' takes an id or a distance after one"),
        ("events: {a: {after: two blorfs after a}}", "6:21", "not a time"),
        ("events: {a: {after: two weeks after z}}", "6:37", "no event 'z'"),
        ("events: {a: {details: x}}", "6:23", "details is a mapping"),
        ("events: {a: {details: {b: [x, ~, [ ]]}, details_json: '[]'}}", "6:55", "no object"),
        ("events: {a: {details: {b: x}, details_json: '{\"b\": 1}'}}", "6:45", "given twice"),
        ("events: {a: {details_json: '{'}}", "6:28", "this is not JSON"),
        ("events: {a: {details_json: [1]}}", "6:28", "is text, not a list"),
        ("events: {a: {details: {b: [x, ]}, kind: [x]}}", "6:41", "'kind' is text"),
        ("events: {{a: {{details: {{{}: x}}}}}}".format(f"? {'k' * 100_001} "), "6:10", "longer than"),
        ("events: {a: {before: [{b: c}]}}", "6:23", "'before' is text, not a mapping"),
        ("order: a < b", "6:8", "'order' is a list"),
        ("order: [a < b]\nevents: {b: {}}", "6:9", "no event 'a'"),
        ("order: [{says: b < a}]\nevents: {b: {}}", "6:20", "no event 'a'"),
        ("order: [{source: s}]", "6:9", "the key 'says' is missing"),
        ("order: [{says: b < b, source: z}]\nevents: {b: {}}", "6:31", "no source 'z'"),
        ("order: [{first: b, distance: at most P1D}]\nevents: {b: {}}", "6:9", "the key 'second' is missing"),
        ("order: [{first: b, second: b, distance: at least P1D}]\nevents: {b: {}}", "6:9", "only `at most`"),
        ("order: [{first: b, second: b, distance: at most PXD}]\nevents: {b: {}}", "6:9", "expected a number"),
    ],
)  # fmt: skip
def test_every_mistake_has_its_place(body: str, place: str, message: str) -> None:
    where, told = only_problem(HEAD + body)
    assert where == place
    assert message in told


def test_all_mistakes_are_told_at_once_in_the_order_of_their_places() -> None:
    found = problems(
        "order: [a < zz]\nevents:\n  a: {when: 20x5, wen: 1}\n  a b: {}\nsources: {s: {zone: X, published: soon}}\ntitle: [x]\n"
    )
    assert [where for where, _ in found] == ["1:1", "1:13", "3:13", "3:19", "4:3", "5:21", "5:35", "6:8"]


@pytest.mark.parametrize(
    "words", ["2025-02-30", "2025-05-03/2025-05-01", "February 30, 2025", "from May 3 to May 1, 2025"]
)
def test_impossible_dates_are_told_in_their_phrase(words: str) -> None:
    where, _ = only_problem(HEAD + f'events: {{a: {{when: {{s: "{words}"}}}}}}')
    line, column = where.split(":")
    assert line == "6"
    assert 24 <= int(column) <= 24 + len(words)


def test_unknown_names_are_their_own_error() -> None:
    with pytest.raises(DocumentError) as caught:
        read_yaml("timeline: 1\nevents: {ceremony: {}, b: {during: cermony}}")
    (problem,) = caught.value.problems
    assert isinstance(problem, UnknownReferenceError)
    assert problem.hint == "did you mean 'ceremony'?"


@pytest.mark.parametrize("version", ["2", "0", "'2'", "1.0", "[1]", "{}", "one", ""])
def test_another_version_is_all_that_is_told(version: str) -> None:
    assert "timeline: 1" in only_problem(f"timeline: {version}\nunknown: x\n")[1]


def test_a_missing_version_is_told() -> None:
    for text in ("title: x", "", "just words", "[a]"):
        assert only_problem(text)[0] == "1:1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("timeline: &a 1", "anchors are not read"),
        ("timeline: 1\ntitle: *a", "aliases are not read"),
        ("timeline: 1\nnote: &a x\ntitle: *a", "aliases are not read"),
        ("timeline: 1\ntitle: !!str x", "tags are not read"),
        ("timeline: 1\ntitle: !x y", "tags are not read"),
        ("timeline: 1\ntitle: !!python/object/apply:os.system [ls]", "tags are not read"),
        ("timeline: 1\n--- \ntimeline: 1", "a file holds one timeline"),
        ("timeline: 1\n? [a, b]\n: c", "a key is a word"),
        ("timeline: 1\n<<: {title: x}", "no key '<<'"),
        ("timeline: 1\ntitle: [", "not YAML"),
        ("timeline: 1\ntitle: 'x", "not YAML"),
        ("timeline: 1\n\ttitle: x", "not YAML"),
        ("timeline: 1\ntitle: a: b", "not YAML"),
        ("timeline: 1\ntitle: x\x00", "cannot stand"),
        ("timeline: 1\ntitle: \x1b[2J", "cannot stand"),
        ("timeline: 1\ntitle: \ud800", "cannot stand"),
    ],
)
def test_only_plain_yaml_is_read(text: str, message: str) -> None:
    found = problems(text)
    assert any(message in told for _, told in found), found


def test_a_character_that_cannot_stand_is_told_at_its_place() -> None:
    assert only_problem("timeline: 1\ntitle: ab\x07c")[0] == "2:10"


@pytest.mark.parametrize(
    "text",
    [
        "timeline: 1\nnote: " + "[" * 100_000,
        "timeline: 1\nnote: " + "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "timeline: 1\nevents: {a: {details: {b: " + "[" * 80 + "]" * 80 + "}}}",
        "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(f"c{n}: &c{n} [*b, *b]\n" for n in range(20_000)),
        "\n".join(f"title: {n}" for n in range(20_000)),
    ],
    ids=lambda text: text[:12],
)
def test_bombs_are_refused_in_few_words(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_yaml(text)
    assert len(caught.value.problems) <= yamlnodes.STRUCTURAL


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlnodes, "NODES", 10)
    assert "more than 10 values" in only_problem("timeline: 1\nnote: [" + "a, " * 20 + "]")[1]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("timeline: 1".encode("utf-16"), "UTF-16"),
        ("timeline: 1".encode("utf-16-be"), "binary"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"timeline: 1\ntitle: \xe9t\xe9", "UTF-8"),
    ],
)
def test_other_encodings_are_named(data: bytes, word: str) -> None:
    assert word in only_problem(data)[1]


def test_a_byte_order_mark_is_tolerated() -> None:
    assert read_yaml(b"\xef\xbb\xbftimeline: 1") == Timeline()


def test_a_byte_that_is_no_utf_8_is_told_at_its_place() -> None:
    assert only_problem(b"timeline: 1\ntitle: \xe9t\xe9")[0] == "2:8"


def test_a_text_that_is_too_long_is_refused() -> None:
    assert only_problem("timeline: 1\ntitle: " + "x" * 100_001)[0] == "2:8"


def test_many_unknown_names_are_told_without_looking_long_for_the_nearest() -> None:
    events = "".join(f"  e{n}: {{after: f{n}}}\n" for n in range(500))
    assert len(problems(f"timeline: 1\nevents:\n{events}")) == 500


def attempt(text: str | bytes) -> Timeline | TimelineError:
    try:
        return read_yaml(text)
    except TimelineError as error:
        return error


yaml_like = st.lists(
    st.sampled_from(
        ["timeline: 1\n", "events:\n", "  a:\n", "    when: ", "2025", "last June", "order:\n", "- ", "a < a", "{", "}", "[", "]", ": ", ", ", "\n", "  ", '"', "'", "&a ", "*a", "!x ", "|\n", "#", "? ", "---\n", "sources:\n", "\t", "é", "\u2028", "details: "]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.binary(), yaml_like))
def test_any_input_is_a_timeline_or_a_document_error(text: str | bytes) -> None:
    assert isinstance(attempt(text), Timeline | DocumentError)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_a_timeline_or_a_document_error(data: st.DataObject) -> None:
    text = bytearray(kursk_text(with_chosun=False).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(
            st.sampled_from(b"{}[]\",:'01a\x00\xff\\\n -#&*!|<>%")
        )
    assert isinstance(attempt(bytes(text)), Timeline | DocumentError)


def test_every_cut_of_a_file_is_a_timeline_or_a_document_error() -> None:
    text = kursk_text(with_chosun=True).encode()
    for end in range(0, len(text), 11):
        assert isinstance(attempt(text[:end]), Timeline | DocumentError)


@settings(max_examples=100, deadline=None)
@given(yaml_like)
def test_both_of_the_library_s_parsers_give_the_same_tree(text: str) -> None:
    import yaml

    trees = [flat(compose(text, Problems("f"))) if is_yaml(text) else None]
    with pytest.MonkeyPatch.context() as patched:
        patched.delattr(yaml, "CBaseLoader", raising=False)
        trees.append(flat(compose(text, Problems("f"))) if is_yaml(text) else None)
    assert trees[0] == trees[1] or None in trees


def is_yaml(text: str) -> bool:
    try:
        compose(text, Problems("f"))
    except DocumentError:
        return False
    return True


def flat(tree: Node | None) -> object:
    """Return a tree as plain data, with the places of all that is there."""
    if isinstance(tree, Scalar):
        return None if tree.is_absent else (tree.text, tree.line, tree.column, tree.inner)
    if isinstance(tree, Mapping):
        return [(flat(key), flat(value)) for key, value in tree.pairs.values()]
    return [flat(item) for item in tree.items] if isinstance(tree, Listing) else "nothing"


def test_what_only_the_whole_timeline_refuses_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "EVENTS", 1)
    assert only_problem("timeline: 1\nevents: {a: {}, b: {}}")[0] == "1:1"


def test_long_keys_and_hidden_characters_are_written_so_that_they_are_read() -> None:
    long = "k" * 5_000
    story = Timeline("a\u202eb\x00\uffff\n", note="x\x85").add(
        Event("a", details={long: {long: [[], {}, [["x"]]]}, "": ""})
    )
    text = write_yaml(story)
    assert read_yaml(text) == story
    assert "\\u202e" in text
    assert text.isascii()


def test_amounts_that_no_file_can_hold_are_not_written() -> None:
    story = Timeline().add(Event("a"), Event("b")).add(NearnessConstraint("a", "b", at_most=Period(10**40)))
    for write in (write_yaml, to_json):
        with pytest.raises(LimitError):
            write(story)


def test_an_empty_item_of_a_detail_is_told() -> None:
    where, told = only_problem("timeline: 1\nevents:\n  a:\n    details:\n      b:\n        - x\n        -\n")
    assert where.startswith("7:")
    assert "nothing is given here" in told


@pytest.mark.parametrize(
    "body",
    [
        "events: {a: {when: 2025, source: SOURCE}}",
        "events: {a: {when: last June, during: a, source: SOURCE}}",
        "events: {a: {when: {SOURCE: [last June, {says: 2025}]}}}",
        "events: {a: {when: [{says: last June, source: SOURCE}]}}",
        "events: {a: {}}\norder: [{says: a < a, source: SOURCE}]",
    ],
)
@pytest.mark.parametrize("source", ["no id", "no zone", "'un known'"])
def test_a_source_that_is_wrong_is_told_once(body: str, source: str) -> None:
    sources = {"no id": "no id: {}", "no zone": "no-zone: {zone: X}"}.get(source, "s: {}")
    name = {"no zone": "no-zone"}.get(source, source)
    told = problems(f"timeline: 1\nsources: {{{sources}}}\n{body.replace('SOURCE', name)}")
    assert len(told) == 1
