"""Words that are worked out once for all days are read as on each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.test_wordings import SPANS
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.expressions.anchor import Anchor, AnyDay
from timeline.expressions.conventions import DEFAULT
from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve
from timeline.model.meanings import Meanings
from timeline.model.readings import by_status, read_anywhen, read_claim
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import anchors, expressions
from timeline.times import CivilDate

WORDS = st.one_of(
    expressions(anchor=Anchor.parse("2025-12-13")),
    st.sampled_from([words for words, _ in SPANS]),
    st.sampled_from(
        ["since 1850", "'98", "03/04/2005", "by 5 May 2024", "now", "14:30", "3 p.m. on 5 May 2024"]
    ),
)
PUBLISHED = anchors(CivilDate(1), CivilDate(9999, 12, 31))


def read(words: str, anchor: Anchor) -> tuple[Reading, ...] | str:
    try:
        return resolve(words, anchor=anchor)
    except TimelineError as error:
        return str(error)


@given(WORDS, anchors())
def test_what_is_read_without_asking_for_the_day_is_read_so_on_any_day(words: str, anchor: Anchor) -> None:
    nowhere = AnyDay(anchor.zone)
    found = read(words, nowhere)
    assert nowhere.asked or found == read(words, anchor)


@given(WORDS, st.lists(WORDS, max_size=3), PUBLISHED, st.sampled_from(Aspect))
def test_a_claim_that_needs_no_day_is_read_as_with_one(
    words: str, pinned: list[str], anchor: Anchor, aspect: Aspect
) -> None:
    claim = Claim(words, "s", aspect=aspect, reads=pinned)
    source = Source("s", published=str(anchor.date), zone=anchor.zone)
    try:
        found = read_anywhen(claim, anchor.zone, conventions=DEFAULT)
    except TimelineError:
        return
    assert found is None or found == read_claim(claim, source, zone=None, conventions=DEFAULT)


@given(st.lists(st.tuples(WORDS, PUBLISHED, st.sampled_from(Aspect), st.sampled_from(Status)), max_size=6))
def test_meanings_do_not_depend_on_what_was_read_before(
    said: list[tuple[str, Anchor, Aspect, Status]],
) -> None:
    sources = [
        Source(f"s{place}", published=str(anchor.date), zone=anchor.zone)
        for place, (_, anchor, _, _) in enumerate(said)
    ]
    story = Timeline(sources=sources)
    together = Meanings(story)
    for place, (words, _, aspect, status) in enumerate([*said, *said]):
        source = sources[place % len(said)]
        claim = Claim(words, source.id, aspect=aspect)
        try:
            readings = read_claim(claim, source, zone=None, conventions=DEFAULT)
        except TimelineError:
            continue
        meaning = together.of(claim, status)
        assert meaning == Meanings(story).of(claim, status)
        assert (meaning.readings, meaning.passed_over) == by_status(claim, status, source, readings, None)
