"""A source of which only the year is known reads what needs no day, and refuses what does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Event, Source, Timeline
from timeline.errors import ParseError, RangeError, TimelineError
from timeline.events import Aspect, Claim
from timeline.expressions.dating import anchors_of
from timeline.formats import from_json, to_json
from timeline.strategies import civil_dates
from timeline.times import CivilDate

DUVAL = Source("duval", published="1987")


def readings(words: str, source: Source = DUVAL) -> list[str | None]:
    return [reading.edtf for reading in Timeline(sources=(source,)).readings(Claim(words, source.id))]


def test_what_needs_no_day_is_read() -> None:
    assert readings("before 1096") == ["[..1095-12-31]"]
    assert readings("last year") == ["1986"]
    assert readings("last June", Source("letter", published="2025-12")) == ["2025-06", "2024-06"]


@pytest.mark.parametrize("words", ["yesterday", "Friday", "last June", "two weeks ago"])
def test_what_needs_a_day_is_an_error_that_says_so(words: str) -> None:
    with pytest.raises(ParseError, match="their source has no day") as found:
        readings(words)
    assert found.value.hint is not None
    assert "anchor" in found.value.hint
    assert Timeline(sources=(DUVAL,)).readings(Claim(words, "duval", anchor="1987-05-04"))


def test_a_source_without_a_day_has_no_anchor() -> None:
    with pytest.raises(RangeError, match="no day, only 1987"):
        _ = DUVAL.anchor


@pytest.mark.parametrize(
    "text", ["1203~", "198X", "1450/1452", "1987-21", "-0043", "1987-05-04", "1987-05-04T10:00"]
)
def test_any_date_of_known_ends_will_do(text: str) -> None:
    story = Timeline(sources=(Source("s", published=text),)).add(Event("a").said("before 1987", by="s"))
    assert from_json(to_json(story)) == story
    assert story.check().consistent


@pytest.mark.parametrize("text", ["1987/..", "1987-13", "spring", "", "[1987", "/1987"])
def test_anything_else_will_not(text: str) -> None:
    with pytest.raises(TimelineError):
        Source("s", published=text)


@given(civil_dates(CivilDate(1000), CivilDate(2999, 12, 31)))
def test_the_days_of_a_month_lie_in_it_and_reach_both_ends(date: CivilDate) -> None:
    month = f"{date.year:04}-{date.month:02}"
    found = [anchor.date for anchor in anchors_of(month)]
    assert found == sorted(found)
    assert {str(day)[:7] for day in found} == {month}
    assert (found[0].day, found[-1].plus(days=1).day) == (1, 1)


@given(
    st.integers(1000, 2999),
    st.sampled_from(["1096", "in May 1450", "before 1600", "Easter 1131", "1450/1452"]),
)
def test_absolute_words_read_alike_from_any_year(year: int, words: str) -> None:
    assert readings(words, Source("s", published=str(year))) == readings(
        words, Source("s", published="1987-05-04")
    )


def test_words_that_can_be_a_length_too_are_read_for_their_aspect() -> None:
    source = Source("s", published="2024-05-15")
    story = Timeline(sources=(source,))
    when = story.readings(Claim("in two weeks' time", "s"))
    assert when
    assert not any(reading.bounds.is_open for reading in when)
    (length,) = story.readings(Claim("in two weeks", "s", aspect=Aspect.DURATION))
    assert length.distance is not None
    with pytest.raises(RangeError, match="says how long, not when"):
        story.readings(Claim("two weeks", "s"))
