"""TimeML documents: what is read from them, what is refused, and whether their links fit, against plain shortest paths."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.oracles.timeml_oracle import DURING, ORDERS, Link, consistent, links
from timeline.constraints import AllenConstraint
from timeline.errors import DocumentError
from timeline.events import Event
from timeline.formats import format_named, from_json, read_bytes, read_yaml, to_json, write_yaml
from timeline.formats.programs.timeml import read_timeml
from timeline.formats.programs.timemllinks import During
from timeline.times import Relation

TYPES = (*ORDERS, "DURING")
STORY = """<?xml version="1.0"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>story 1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-12-13" functionInDocument="CREATION_TIME">13 December</TIMEX3></DCT>
<TITLE>Home again</TITLE>
<TEXT>They <EVENT eid="e1" class="REPORTING">said</EVENT> that the <EVENT eid="e2" class="OCCURRENCE">return
home</EVENT> was on <TIMEX3 tid="t1" type="DATE" value="2025-12-12">Friday</TIMEX3>; a
<EVENT eid="e3" class="STATE">calm</EVENT> &amp; quiet day.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE"/>
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="NONE" aspect="NONE"/>
<MAKEINSTANCE eventID="e2" eiid="ei3" tense="NONE" aspect="NONE" cardinality="2"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei2" relatedToTime="t1"/>
<TLINK lid="l2" relType="BEFORE" timeID="t1" relatedToEventInstance="ei1"/>
<TLINK lid="l3" relType="DURING" eventInstanceID="ei3" relatedToTime="t1"/>
<SLINK lid="l4" relType="EVIDENTIAL" eventInstanceID="ei1" subordinatedEventInstance="ei2"/>
</TimeML>
"""


def linked(text: str, during: During = During.SIMULTANEOUS) -> dict[str | None, frozenset[Relation]]:
    """Return the relations of each link by its id."""
    rules = read_timeml(text, during=during).constraints
    return {rule.page: rule.relations for rule in rules if isinstance(rule, AllenConstraint)}


def document(told: list[Link]) -> str:
    """Return a document with links between instances."""
    names = sorted({name for _, first, _, second in told for name in (first, second)})
    marked = "".join(f'<EVENT eid="{name}" class="STATE">{name}</EVENT>' for name in names)
    made = "".join(f'<MAKEINSTANCE eventID="{name}" eiid="i{name}"/>' for name in names)
    tied = "".join(
        f'<TLINK lid="{lid}" relType="{kind}" eventInstanceID="i{first}" relatedToEventInstance="i{second}"/>'
        for lid, first, kind, second in told
    )
    return f"<TimeML>{marked}{made}{tied}</TimeML>"


def test_events_times_and_links_are_read() -> None:
    story = read_timeml(STORY, name="home.tml")
    assert story.title == "Home again"
    assert (story.sources[0].id, story.sources[0].published) == ("story-1", "2025-12-13")
    assert {event.id: (event.title, event.kind) for event in story.events} == {
        "e3": ("calm", "STATE"),
        "ei1": ("said", "REPORTING"),
        "ei2": ("return home", "OCCURRENCE"),
        "ei3": ("return home", "OCCURRENCE"),
        "t0": ("13 December", "DATE"),
        "t1": ("Friday", "DATE"),
    }
    assert [(link.page, str(link), link.source) for link in story.constraints] == [
        ("l1", "ei2 during t1", "story-1"),
        ("l3", "ei3 equals t1", "story-1"),
        ("l2", "t1 before ei1", "story-1"),
    ]


def test_what_else_is_marked_is_kept_as_details() -> None:
    story = read_timeml(STORY)
    assert story["t1"].details["value"] == "2025-12-12"
    assert dict(story["ei3"].details) == {
        "aspect": "NONE",
        "cardinality": "2",
        "eid": "e2",
        "eventID": "e2",
        "tense": "NONE",
    }
    assert story["ei1"].details["SLINK"] == ("EVIDENTIAL ei2 l4",)


def test_both_readings_of_during() -> None:
    found = [linked(STORY, during)["l3"] for during in (During.SIMULTANEOUS, During.INSIDE)]
    assert found == [{Relation.EQUALS}, {Relation.DURING}]
    turned = STORY.replace('"DURING"', '"DURING_INV"')
    found = [linked(turned, during)["l3"] for during in (During.SIMULTANEOUS, During.INSIDE)]
    assert found == [{Relation.EQUALS}, {Relation.CONTAINS}]


def test_it_is_known_by_its_extension_and_by_its_first_sign() -> None:
    data = STORY.encode()
    assert read_bytes(data, name="home.tml") == read_timeml(STORY, name="home.tml")
    assert read_bytes(b"\xef\xbb\xbf\n" + data.removeprefix(b'<?xml version="1.0"?>\n')).title == "Home again"
    inside = read_bytes(data, format="timeml-inside")
    assert inside == read_timeml(STORY, during=During.INSIDE)
    assert format_named("timeml").extensions == (".tml", ".timeml")


def test_it_survives_the_formats_that_timelines_are_kept_in() -> None:
    story = read_timeml(STORY)
    assert from_json(to_json(story)) == story
    assert read_yaml(write_yaml(story)) == story


def test_kinds_of_ones_own() -> None:
    class REPORTING(Event):
        pass

    assert type(read_timeml(STORY, kinds=[REPORTING])["ei1"]) is REPORTING


def test_a_document_without_a_name_or_a_date() -> None:
    bare = read_timeml(
        '<TimeML><TIMEX3 tid="t0" value="XXXX" functionInDocument="CREATION_TIME">now</TIMEX3></TimeML>'
    )
    assert (bare.sources[0].id, bare.sources[0].published, bare["t0"].kind) == ("text", None, "Event")
    assert read_timeml("<TimeML/>", name="/data/-wsj 6.tml").sources[0].id == "wsj-6"
    assert read_timeml("<TimeML/>", name="...").sources[0].id == "document"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"BEFORE"', '"OVERLAP"'), ":13:1: no type of TLINK: 'OVERLAP'; there are BEFORE"),
        (('"BEFORE"', '"BEFOR"'), ":13:1: no type of TLINK: 'BEFOR'; did you mean 'BEFORE'?"),
        (('relatedToTime="t1"', 'relatedToTime="t9"'), ":12:1: no instance or time 't9'"),
        (('eventInstanceID="ei2" ', ""), ":12:1: a TLINK has two ends; name an instance or a time for each"),
        (('eventID="e1"', 'eventID="e9"'), ":9:1: no EVENT 'e9'"),
        (('tid="t1"', 'tid=""'), ":7:21: no id: ''"),
        (("<TimeML xmlns:xsi", "<html xmlns:xsi"), ":16:3: this is not XML: mismatched tag"),
        (
            ("&amp; quiet", "& quiet"),
            ":8:45: this is not XML: not well-formed (invalid token); in text write & as &amp;",
        ),
        (("&amp; quiet", "&quiet; x"), "undefined entity; write out what it stands for"),
        (("</TimeML>", ""), "this is not XML: no element found"),
    ],
)
def test_mistakes_are_told_with_their_places(change: tuple[str, str], told: str) -> None:
    broken = STORY.replace(*change, 1)
    assert broken != STORY
    with pytest.raises(DocumentError) as caught:
        read_timeml(broken, name="story.tml")
    assert told in str(caught.value)
    assert str(caught.value).startswith("story.tml:")


def test_other_xml_is_refused() -> None:
    with pytest.raises(DocumentError, match="the root is <html>, not <TimeML>"):
        read_timeml("<html/>")
    for nothing in ("", " ", "timeline: 1"):
        with pytest.raises(DocumentError, match="this is not XML"):
            read_timeml(nothing)


ENTITIES = (
    '<!DOCTYPE TimeML [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><TimeML><DOCID>&b;</DOCID></TimeML>',
    '<!DOCTYPE TimeML [<!ENTITY secret SYSTEM "file:///etc/hostname">]><TimeML><DOCID>&secret;</DOCID></TimeML>',
    '<!DOCTYPE TimeML [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]><TimeML/>',
    '<!DOCTYPE TimeML SYSTEM "TimeML.dtd"><TimeML><DOCID>caf&eacute;</DOCID></TimeML>',
)


@pytest.mark.parametrize("hostile", ENTITIES)
def test_entities_are_neither_expanded_nor_fetched_nor_lost(hostile: str) -> None:
    with pytest.raises(DocumentError, match="entities are not read"):
        read_timeml(hostile)


def test_a_document_type_alone_is_no_harm() -> None:
    assert not read_timeml('<!DOCTYPE TimeML SYSTEM "TimeML.dtd"><TimeML/>').events


def test_nesting_has_an_end() -> None:
    with pytest.raises(DocumentError, match="nested more than 64 deep"):
        read_timeml("<TimeML>" + "<s>" * 100 + "</s>" * 100 + "</TimeML>")


def test_a_place_is_counted_in_characters() -> None:
    with pytest.raises(DocumentError) as caught:
        read_timeml("<TimeML>\n<s>조약 & 조약</s></TimeML>", name="k")
    assert str(caught.value).startswith("k:2:8: ")


@given(st.text() | st.text(alphabet='<>/="& TLINKtimeMEV') | st.sampled_from(STORY.split("\n")))
def test_any_text_is_read_or_refused_as_a_document(text: str) -> None:
    for given_text in (text, f"<TimeML>{text}</TimeML>"):
        try:
            read_timeml(given_text)
        except DocumentError:
            continue


names = st.sampled_from("abcde")
some_links = st.lists(st.tuples(names, st.sampled_from(TYPES), names), max_size=9).map(
    lambda found: [(f"l{number}", *link) for number, link in enumerate(found, start=1)]
)


@settings(max_examples=150)
@given(some_links, st.sampled_from(During))
@example([("l1", "a", "BEFORE", "a")], During.SIMULTANEOUS)
@example([("l1", "a", "DURING", "b"), ("l2", "b", "DURING", "a")], During.INSIDE)
@example([("l1", "a", "DURING", "b"), ("l2", "b", "DURING", "a")], During.SIMULTANEOUS)
def test_verdicts_and_conflicts_agree_with_plain_shortest_paths(told: list[Link], during: During) -> None:
    text = document(told)
    assert links(text) == [(lid, f"i{first}", kind, f"i{second}") for lid, first, kind, second in told]
    report = read_timeml(text, during=during).check()
    assert report.consistent is consistent(told, during.value)
    by_id = {link[0]: link for link in told}
    for conflict in report.conflicts:
        core = [by_id[str(getattr(statement.about, "page", None))] for statement in conflict.statements]
        assert not consistent(core, during.value)
        assert all(consistent(rest, during.value) for rest in itertools.combinations(core, len(core) - 1))
    dropped = {getattr(statement.about, "page", None) for statement in report.correction.statements}
    assert consistent([link for link in told if link[0] not in dropped], during.value)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("during", During)
def test_each_type_of_link_means_what_the_oracle_says(kind: str, during: During) -> None:
    """A link and another are consistent exactly where the oracle says so, for every second type."""
    for other in TYPES:
        told: list[Link] = [("l1", "a", kind, "b"), ("l2", "a", other, "b")]
        assert read_timeml(document(told), during=during).check().consistent is consistent(told, during.value)
    assert set(DURING) == {each.value for each in During}
