"""Texts with their expressions marked: the XML is well-formed, and gives the text and the offsets back."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.expressions.anchor import Anchor
from timeline.expressions.tagging import tag
from timeline.formats.programs.timex3 import NOT_XML, to_timeml

TOLD = Anchor.parse("2025-12-13")
SCRAPS = st.sampled_from(
    ["on Friday", "last June", "three days later", "<b>", "&amp;", "]]>", '"', "\r\n", "\x1b[2J", "조약"]
)
TEXTS = st.lists(SCRAPS | st.text(max_size=10), max_size=8).map(" ".join)


def marks(element: ElementTree.Element) -> tuple[str, list[tuple[int, str, dict[str, str]]]]:
    """Return the text of an element, and where in it each TIMEX3 stands."""
    text, found = element.text or "", []
    for child in element:
        found.append((len(text), child.text or "", child.attrib))
        text += (child.text or "") + (child.tail or "")
    return text, found


@given(TEXTS)
@example("on Friday\r\nlast June \x00\ud800")
def test_the_text_and_the_offsets_come_back(text: str) -> None:
    mentions = tag(text, anchor=TOLD)
    export = to_timeml(text, mentions, anchor=TOLD, name=text[:5])
    body = ElementTree.fromstring(export.data).find("TEXT")
    assert body is not None
    back, found = marks(body)
    assert back == NOT_XML.sub("\ufffd", text)
    assert [(start, words, mark["value"]) for start, words, mark in found] == [
        (mention.start, NOT_XML.sub("\ufffd", mention.text), mention.timex_value) for mention in mentions
    ]


def test_what_is_lost_is_told() -> None:
    text = "It rained \x07 on Friday."
    export = to_timeml(text, tag(text, anchor=TOLD), anchor=TOLD)
    assert [str(omission).split(":")[0] for omission in export.omissions] == ["readings", "characters"]
    plain = "It rained on 12 December 2025."
    assert to_timeml(plain, tag(plain, anchor=TOLD), anchor=TOLD).omissions == ()
