"""Claims and lists in a cell come back as they were, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.errors import TimelineError
from timeline.events import Aspect, Claim
from timeline.formats.notation import claim_text, parse_claim, parse_items, told_items
from timeline.sources import Source

TEXTS = st.text(min_size=1, max_size=12) | st.text('a"[] =|;:\n\\,', min_size=1, max_size=8)
SPOKEN = TEXTS.filter(str.strip)
DATED = st.sampled_from([None, "2025-12-13", "-0043-03-15"])
CLAIMS = st.builds(
    Claim,
    SPOKEN,
    st.sampled_from([None, "tass", "의식:1"]),
    aspect=st.sampled_from(Aspect),
    reads=st.lists(SPOKEN, max_size=3),
    anchor=DATED,
)


@given(CLAIMS, DATED, st.sampled_from([None, "Asia/Seoul", "+05:30"]))
@example(Claim("lasts: a"), None, None)
@example(Claim("a [b]"), None, None)
@example(Claim("a = b", "tass"), None, "+05:30")
def test_a_claim_comes_back(claim: Claim, published: str | None, zone: str | None) -> None:
    source = None if claim.source is None else Source(claim.source, published=published, zone=zone)
    text = claim_text(claim, source)
    assert "\n" not in text
    assert text.isprintable()
    told = parse_claim(text)
    assert told.claim == claim
    assert told.published == (source and source.published)
    assert told.zone == (source and zone)


@given(st.lists(TEXTS, max_size=4))
def test_a_list_comes_back(items: list[str]) -> None:
    text = told_items(items)
    assert text.isprintable()
    assert parse_items(text) == tuple(items)


@pytest.mark.parametrize(
    ("text", "says", "source"),
    [
        ("early August", "early August", None),
        (" 2025-08-01 [log] ", "2025-08-01", "log"),
        ('"a [b]" [log]', "a [b]", "log"),
        ("[2025-08-01..2025-08-10]", "[2025-08-01..2025-08-10]", None),
    ],
)
def test_claims_as_people_write_them(text: str, says: str, source: str | None) -> None:
    told = parse_claim(text)
    assert (told.claim.says, told.claim.source) == (says, source)


@pytest.mark.parametrize("text", ['"a', '"a" b', "a [b c]", "", " ", '"" [x]'])
def test_what_is_no_claim_is_told(text: str) -> None:
    with pytest.raises(TimelineError):
        parse_claim(text)
