"""A draft says what its text says, shows where, reads back as it is, and invents no date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drafting.texts import ARTICLES, Article
from timeline.drafting import Draft, draft
from timeline.events import Claim
from timeline.expressions.resolve import resolve, resolve_duration
from timeline.expressions.tagging import tag
from timeline.formats import read_yaml
from timeline.formats.handwritten.yamldrafts import write_draft
from timeline.times import Bounds

SENTENCES = tuple(
    sentence.strip() + "."
    for article in ARTICLES.values()
    for sentence in article.text.replace("\n", " ").split(". ")
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)
DAYS = st.sampled_from(sorted({article.anchor for article in ARTICLES.values()}))


def made(article: Article) -> Draft:
    return draft(article.text, anchor=article.anchor)


def told(claim: Claim) -> str:
    return f"{claim.aspect.value} {claim.says}"


@pytest.mark.parametrize("name", ARTICLES)
def test_events_in_the_order_of_the_text(name: str) -> None:
    article = ARTICLES[name]
    found = made(article)
    events = {event.id: event for event in found.timeline.events}
    rows = tuple(
        (events[each.event].title, "; ".join(told(claim) for claim in events[each.event].claims))
        for each in found.drafted
    )
    assert rows == article.events


@pytest.mark.parametrize("name", ARTICLES)
def test_order(name: str) -> None:
    article = ARTICLES[name]
    lines = tuple(sorted(str(each) for each in made(article).timeline.constraints))
    assert lines == article.order


@pytest.mark.parametrize("name", ARTICLES)
def test_titles_are_short_and_end_with_a_word(name: str) -> None:
    for event in made(ARTICLES[name]).timeline.events:
        assert 0 < len(event.title) <= 60
        assert event.title[0].isupper()
        assert event.title[-1].isalnum() or event.title[-1] in "\"'\u2026%"


def check(found: Draft, text: str, anchor: str) -> None:
    """Check what holds for every draft."""
    spans = {each.event: (each.start, each.end) for each in found.drafted}
    assert set(spans) == {event.id for event in found.timeline.events}
    for start, end in spans.values():
        assert 0 <= start < end <= len(text)
    readings = [reading for mention in tag(text, anchor=anchor, mode="auto") for reading in mention.readings]
    known = {reading.bounds for reading in readings}
    distances = {reading.distance for reading in readings}
    for event in found.timeline.events:
        for claim in event.claims:
            assert claim.quote is not None
            assert claim.page is not None
            start, end = map(int, claim.page.removeprefix("characters ").split("-"))
            assert " ".join(text[start:end].split()) == claim.says
            assert claim.quote in " ".join(text.split())
            assert _meant(claim, anchor) & (known | distances)
    for unplaced in found.unplaced:
        assert " ".join(text[unplaced.start : unplaced.end].split()) == unplaced.words
        assert unplaced.reason


def _meant(claim: Claim, anchor: str) -> set[Bounds | object]:
    """Return what the words of a claim mean alone, as its reader takes them."""
    if claim.aspect.value == "lasts":
        return {reading.distance for reading in resolve_duration(claim.says, anchor=anchor)}
    texts = claim.reads or (claim.says,)
    return {reading.bounds for text in texts for reading in resolve(text, anchor=anchor)}


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_is_invented_in_an_article(name: str) -> None:
    article = ARTICLES[name]
    check(made(article), article.text, article.anchor)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_draft_checks_and_reads_back(name: str) -> None:
    found = made(ARTICLES[name])
    assert found.timeline.check().consistent
    again = read_yaml(write_draft(found))
    assert again.events == found.timeline.events
    assert again.constraints == found.timeline.constraints


@settings(max_examples=40, deadline=None)
@given(TEXTS, DAYS)
def test_any_row_of_sentences(text: str, anchor: str) -> None:
    found = draft(text, anchor=anchor)
    check(found, text, anchor)
    assert found.timeline.check().consistent
    assert read_yaml(write_draft(found)).events == found.timeline.events


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), DAYS)
def test_any_text(text: str, anchor: str) -> None:
    found = draft(text, anchor=anchor)
    check(found, text, anchor)
    assert found.timeline.check().consistent


@pytest.mark.parametrize("unit", ["after ", "on Friday, ", "he said that ", "who left in 1990 ", "("])
def test_a_long_row_of_one_thing_ends(unit: str) -> None:
    found = draft(unit * 300, anchor="2025-12-13")
    assert found.timeline.check().consistent


def test_a_reading_that_only_the_sentence_gives_is_kept() -> None:
    text = "It had opened on July 25, 2020, the firm said. On July 14 it burned."
    claims = [claim for event in draft(text, anchor="2021-12-01").timeline.events for claim in event.claims]
    assert {claim.says: claim.reads for claim in claims} == {
        "July 25, 2020": (),
        "July 14": ("2021-07-14", "2020-07-14"),
    }
