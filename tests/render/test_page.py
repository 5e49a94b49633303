from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render import stories
from tests.render.skeleton import LINKS, Document
from tests.render.test_dates import bounds
from timeline.events import Aspect, Claim, Event, Status
from timeline.formats.exchange import Part
from timeline.formats.pictures.htmlpage import to_html
from timeline.model.timeline import Timeline
from timeline.render.dates import ZonedBounds, phrase
from timeline.render.layout import layout
from timeline.render.markup import Markup, element, fragment, link_target, shown
from timeline.render.page import render_page
from timeline.render.stamps import stamped
from timeline.render.view import Detail, View
from timeline.sources import Source
from timeline.times import Bounds

FULL = View(detail=Detail.FULL)
TAME = "harmless"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><!--",
    "</style></title></script>",
    "&#0;&lt;b&gt;",
    "a\x00b\x1b[2J\u202e\ufffe\uffff\u2028",
    "javascript:alert(1)",
    *stories.HOSTILE[:-1],
)
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " https://example.org",
    "data:text/html,<script>",
    "https://example.org/a b",
    "https://example.org/\n",
    "//example.org",
    "vbscript:x",
    "file:///etc/passwd",
    "https:",
)


def page_of(timeline: Timeline, view: View = FULL) -> str:
    return render_page(layout(timeline, timeline.check(), view))


def dangerous(text: str, url: str) -> Timeline:
    """Return a timeline that has a text in every field that takes one."""
    source = Source("s", text, publisher=text, url=url, published="2025-12-13", note=text)
    event = Event(
        "e", text, kind=text, participants=[text], place=text, tags=[text], links=[url], media=[url],
        note=text, other_titles=[text], details={"key": text}, status=Status.DISPUTED,
    )  # fmt: skip
    event = event.claiming(
        Claim("2025-08", "s", quote=text, page=text, status=Status.EXPECTED),
        Claim("2025-08-03", "s", aspect=Aspect.START),
        Claim("2024", "s", quote=text),
    )
    rule = attrs.evolve(event.precedes("f"), source="s", quote=text)
    other = Event("f").said("last June", by="s").said("2024")
    return Timeline(text, sources=[source], note=text).add(event, other, rule)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_users_write_never_becomes_markup(text: str) -> None:
    page = Document(page_of(dangerous(text, "https://example.org/")))
    twin = Document(page_of(dangerous(TAME, "https://example.org/")))
    assert page.faults == twin.faults == []
    assert page.skeleton == twin.skeleton
    assert page.text().count(shown(text)) == twin.text().count(TAME) > 10
    assert all(name.isascii() for _, attributes in page.elements for name in attributes)
    assert not any(name.startswith("on") or name == "style" for _, names in page.skeleton for name in names)


@pytest.mark.parametrize("url", URLS)
def test_links_lead_to_the_web_only(url: str) -> None:
    assert link_target(url) is None
    page = Document(page_of(dangerous(TAME, url)))
    assert page.faults == []
    assert set(page.values(*LINKS)) <= {"data:,", *(link for link in page.values("href") if link[0] == "#")}
    assert shown(url) in page.text()


def test_characters_that_a_document_cannot_hold_are_shown() -> None:
    page = page_of(dangerous("a\x00b\x1bc\x7f\x9b\u202e\ufffe", "https://example.org/"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", page)
    assert "a\\x00b\\x1bc\\x7f\\x9b\\u202e\\ufffe" in page


@pytest.mark.parametrize("story", [stories.engineers, stories.outlier, stories.undated, stories.outage, stories.open_sides, stories.several_conflicts, stories.hostile, Timeline])  # fmt: skip
@pytest.mark.parametrize("detail", Detail)
def test_pages_are_whole_and_consistent(story: type[Timeline], detail: Detail) -> None:
    timeline = story()
    text = page_of(timeline, View(detail=detail))
    page = Document(text)
    assert page.faults == []
    names = list(page.values("id"))
    assert len(names) == len(set(names))
    assert {unquote(link[1:]) for link in page.values("href") if link.startswith("#")} <= set(names)
    assert {f"event-{event.id}" for event in timeline.events} <= set(names)
    assert {f"source-{source.id}" for source in timeline.sources} <= set(names)
    assert page_of(timeline, View(detail=detail)) == text


def test_the_policy_allows_just_what_the_page_holds() -> None:
    text = page_of(stories.engineers())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.replace("&#x27;", "'")
    assert policy.startswith("default-src &#x27;none&#x27;; ")
    assert "unsafe" not in policy
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "eval(",
        "fetch(",
        "http:",
        "https:",
        "import(",
    ):
        assert word not in text


def test_a_page_tells_what_the_text_tells() -> None:
    timeline = stories.engineers()
    picture = layout(timeline, timeline.check(), FULL)
    text = " ".join(Document(render_page(picture)).text().split())
    for row in picture.rows:
        assert row.phrase in text
        assert all(words.says in text for words in row.words)
        known = row.particulars
        assert known is not None
        assert all(sentence in text for sentence in (*known.excluded, *known.still_open))
        assert all(bound.says in text for bound in known.bounds)
    for passage in picture.conflicts:
        assert all(line in text for line in (passage.head, *passage.lines))
    assert "set aside" in text
    assert "conflict 2" in text


def test_the_proof_of_a_bound_is_on_the_page() -> None:
    text = Document(page_of(stories.engineers("yonhap", "tass"))).text()
    assert "clearing starts before 2025-08-11 engineers meets clearing" in " ".join(text.split())


def test_every_constraint_is_on_the_page() -> None:
    text = Document(page_of(stories.engineers())).text()
    for rule in ("treaty precedes combat", "engineers meets clearing", "honours during ceremony"):
        assert rule in text


def test_dates_have_a_form_for_programs_where_there_is_one() -> None:
    def times(text: str) -> list[str]:
        return list(Document(fragment(stamped(text)).text).values("datetime"))

    assert times("from 2025-08-01..10 to 2025-10-16..11-09") == [
        *("2025-08-01", "2025-08-10", "2025-10-16", "2025-11-09")
    ]
    assert times("2024-06 or 2025-06") == ["2024-06", "2025-06"]
    assert times("2025-12-12 14:05..14:07 UTC") == ["2025-12-12 14:05", "2025-12-12 14:07"]
    assert times("at 2025-12-12 14:05:07.250 or later") == ["2025-12-12 14:05:07.250"]
    assert times("-0043-03-15") == times("0000") == times("undated") == times("before 12345") == []


@settings(max_examples=200)
@given(bounds())
def test_a_phrase_keeps_its_words_when_its_dates_are_marked(known: Bounds) -> None:
    said = phrase(ZonedBounds.in_zone(known, "UTC"))
    marked = Document(fragment(stamped(said)).text)
    assert marked.faults == []
    assert marked.text() == said
    for value in marked.values("datetime"):
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}( [0-9:.]{5,12})?)?)?", value)


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=8), st.text())
def test_any_text_is_text_in_an_element(children: object, value: str) -> None:
    made = element("p", children, title=value)  # type: ignore[arg-type]  # nested lists of texts
    document = Document(made.text)
    assert document.faults == []
    assert document.skeleton == [("p", ("title",))]


def test_only_markup_is_not_escaped() -> None:
    assert element("p", "<b>", Markup("<b></b>")).text == "<p>&lt;b&gt;<b></b></p>"


def test_a_page_of_many_events_stays_small() -> None:
    story = Timeline().add(*(Event(f"e{number}", "Something").said("2025-08") for number in range(500)))
    page = page_of(story, View())
    assert len(page) < 500 * 900
    assert page_of(story).count("<details>") > 500


def test_a_page_of_very_many_events_says_what_it_left_out() -> None:
    story = Timeline().add(*(Event(f"e{number}", place="Kursk").said("2025-08") for number in range(2_001)))
    one, all_but_one = to_html(story), to_html(story.remove(story["e0"]))
    assert [lost.part for lost in one.omissions] == [Part.CITATIONS, Part.DETAILS]
    assert all_but_one.omissions == ()
    assert b"Kursk" in all_but_one.data
    assert b"Kursk" not in one.data
