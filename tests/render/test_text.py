from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render import golden, stories
from timeline.errors import RangeError, WrongTypeError
from timeline.events import Aspect, Claim, Event, Status
from timeline.model.timeline import Timeline
from timeline.render import Charset, TextOptions, render
from timeline.render.cells import width
from timeline.sources import Source

PAGES = list(golden.pages())


@pytest.mark.parametrize(("name", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_golden_pages(name: str, text: str) -> None:
    assert text == (golden.FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert sorted(path.name for path in golden.FOLDER.iterdir()) == sorted(name for name, _ in PAGES)


@pytest.mark.parametrize(("name", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_pages_keep_their_width_and_control_nothing(name: str, text: str) -> None:
    columns = int(name.removesuffix(".txt").removesuffix("-ascii").rpartition("-")[2])
    for line in text.splitlines():
        assert cell_len(line) <= columns
        assert line == line.rstrip()
    assert not any(
        unicodedata.category(letter) in {"Cc", "Cf"} for letter in text if letter not in "\n\u200d"
    )
    assert text.isascii() or "ascii" not in name


def test_a_hostile_story_has_the_shape_of_a_harmless_one() -> None:
    """Data adds no line of its own: every event starts one line, whatever its title."""
    text = render(stories.hostile(), TextOptions(width=1_000))
    assert len(text.splitlines()) == 3 + 1 + len(stories.HOSTILE) + 2


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    words = st.sampled_from(
        ["2024", "2025-08", "2025-08-17", "before 1950", "after 1950-05", "-0043", "Y-66000000"]
    )
    titles = st.one_of(st.sampled_from(stories.HOSTILE), st.text(max_size=30).filter(_encodable))
    events = []
    for number in range(draw(st.integers(0, 4))):
        event = Event(f"e{number}", draw(titles), status=draw(st.sampled_from([None, *Status])))
        for said in draw(st.lists(words, max_size=2)):
            event = event.claiming(
                Claim(said, aspect=draw(st.sampled_from([Aspect.WHEN, Aspect.START, Aspect.END])))
            )
        events.append(event)
    return Timeline(draw(titles)).add(*events, *(one.precedes(two) for one, two in pairwise(events)))


def _encodable(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


@settings(max_examples=60)
@given(timelines(), st.integers(20, 200), st.sampled_from(Charset))
def test_any_timeline_fits_any_width(timeline: Timeline, columns: int, charset: Charset) -> None:
    options = TextOptions(width=columns, charset=charset)
    text = render(timeline, options)
    assert text == render(timeline, options)
    assert all(max(width(line), cell_len(line)) <= columns for line in text.splitlines())
    assert text.isascii() or charset is Charset.UNICODE
    assert not any(letter in text for letter in "\x1b\x9b\r\t\x00\u202e\u2028")
    assert text.endswith("\n")


def test_options_are_checked() -> None:
    for bad in (0, 19, 1_001, -80):
        with pytest.raises(RangeError):
            TextOptions(width=bad)
    with pytest.raises(WrongTypeError):
        TextOptions(width=80.0)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        TextOptions(width=True)
    with pytest.raises(WrongTypeError):
        TextOptions(charset="ascii")  # type: ignore[arg-type]


def test_nothing_is_lost_in_a_narrow_text() -> None:
    """Wrapping only moves words: a wide page and a narrow one tell the same."""
    wide, narrow = (render(stories.engineers(), TextOptions(width=columns)) for columns in (200, 20))
    said = [event.title for event in stories.engineers().events] + ["'the 9th to 11th'", "2025-08-01..10"]
    for words in said:
        assert words in wide
        assert words.replace(" ", "") in "".join(narrow.split())


def test_a_long_phrase_breaks_between_its_parts() -> None:
    """Separate windows first, then the two ends of a span, then those of a window; never within a date if it can."""
    source = Source("s", published="2025-12-13")
    spans = Claim("x", "s", reads=("2024-05-03/2024-08-07", "2025-05-03/2025-08-07"))
    story = Timeline(sources=[source]).add(
        Event("a").claiming(spans), Event("b").said("between 1935 and 1955")
    )
    lines = [line.strip() for line in render(story, TextOptions(width=24)).splitlines()]
    start = lines.index("from 2024-05-03")
    assert lines[start : start + 4] == [
        "from 2024-05-03",
        "to 2024-08-07",
        "or from 2025-05-03",
        "to 2025-08-07",
    ]


def test_times_of_several_zones_are_told_in_that_of_the_timeline() -> None:
    def told(zone: str | None) -> str:
        sources = (
            Source("pager", published="2026-03-04"),
            Source("status", published="2026-03-05", zone="America/New_York"),
        )
        story = Timeline(sources=sources, zone=zone)
        told = (
            ("2026-03-04T08:14Z", "pager", Aspect.START),
            ("5:02 a.m. on Wednesday", "status", Aspect.END),
        )
        errors = Event("errors", claims=[Claim(words, by, aspect=aspect) for words, by, aspect in told])
        return render(story.add(errors))

    for zone, start, end in ((None, "08:14", "10:02"), ("Europe/Berlin", "09:14", "11:02")):
        assert f"from 2026-03-04 {start}" in told(zone)
        assert f"to {end} " in told(zone)
        assert told(zone).rstrip().endswith(f"times are in {zone or 'UTC'}")
