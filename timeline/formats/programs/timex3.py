"""A text with its time expressions marked in it: TimeML, with a TIMEX3 element around each mention.

TimeML 1.2.1 (Pustejovsky et al. 2003; ISO 24617-1). Its TIMEX3 holds one reading, and XML 1.0 cannot hold
all control characters: both are told as omissions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from timeline.expressions.anchor import Anchor
from timeline.expressions.tagging import Mention
from timeline.formats.exchange import Export, Omission, Part

__all__ = ["to_timeml", "xml_text"]

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference."""

REPLACEMENT = "\ufffd"


def to_timeml(text: str, mentions: Iterable[Mention], *, anchor: Anchor, name: str = "text") -> Export:
    """Return a text as a TimeML document, in which each mention stands in a TIMEX3 element.

    The characters between the tags are those of the text, so that its offsets can be counted again.

    >>> from timeline.expressions.tagging import tag
    >>> told = Anchor.parse("2025-12-13")
    >>> document = to_timeml("It rained on Friday.", tag("It rained on Friday.", anchor=told), anchor=told)
    >>> print(document.data.decode().splitlines()[-2])
    <TEXT>It rained on <TIMEX3 tid="t1" type="DATE" value="2025-12-12">Friday</TIMEX3>.</TEXT>
    """
    found = tuple(mentions)
    day = quoteattr(str(anchor.date))
    parts = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        f"<DOCID>{xml_text(name)}</DOCID>\n",
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={day} functionInDocument="CREATION_TIME">',
        f"{anchor.date}</TIMEX3></DCT>\n<TEXT>",
        *_marked(text, found),
        "</TEXT>\n</TimeML>\n",
    )
    return Export("".join(parts).encode(), tuple(_omissions(text, found)))


def _marked(text: str, mentions: tuple[Mention, ...]) -> Iterator[str]:
    written = 0
    for number, mention in enumerate(mentions, start=1):
        yield xml_text(text[written : mention.start])
        values = {"type": mention.timex_type.value, "value": mention.timex_value, "mod": mention.timex_mod}
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in values.items() if value)
        yield f'<TIMEX3 tid="t{number}"{attributes}>{xml_text(mention.text)}</TIMEX3>'
        written = mention.end
    yield xml_text(text[written:])


def xml_text(text: str) -> str:
    """Return text as character data; a carriage return is written so that a reader does not fold it.

    >>> xml_text("a < b ]]>")
    'a &lt; b ]]&gt;'
    """
    return escape(NOT_XML.sub(REPLACEMENT, text), {"\r": "&#13;"})


def _omissions(text: str, mentions: tuple[Mention, ...]) -> Iterator[Omission]:
    several = sum(len(mention.readings) > 1 for mention in mentions)
    if several:
        says = f"readings: {several} of {len(mentions)} expressions have others than the first, which TIMEX3 cannot hold"
        yield Omission(Part.FINDINGS, says)
    lost = len(NOT_XML.findall(text))
    if lost:
        yield Omission(Part.CHARACTERS, f"characters: {lost} that XML cannot hold, each written as U+FFFD")
