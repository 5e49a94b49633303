from __future__ import annotations

import re
import struct
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.render import stories
from tests.render.skeleton import Document
from tests.render.test_page import HOSTILE, TAME, dangerous
from tests.render.test_text import timelines
from timeline.errors import RangeError
from timeline.events import Event
from timeline.formats.exchange import Part
from timeline.formats.pictures import pngpicture
from timeline.formats.pictures.pngpicture import to_png
from timeline.formats.pictures.svgpicture import to_svg
from timeline.model.timeline import Timeline
from timeline.render.assets import asset, settled
from timeline.render.axis import axis
from timeline.render.crowd import density
from timeline.render.layout import layout
from timeline.render.markup import shown
from timeline.render.picture import LABELLED, SINGLE
from timeline.render.scale import Scale
from timeline.render.strokes import LENGTH, percent
from timeline.render.svg import render_svg

SVG = "{http://www.w3.org/2000/svg}"
ALL = [
    stories.engineers,
    stories.outlier,
    stories.undated,
    stories.outage,
    stories.open_sides,
    stories.hostile,
]


def svg_of(timeline: Timeline) -> str:
    return render_svg(layout(timeline, timeline.check()))


def parsed(timeline: Timeline) -> ET.Element:
    return ET.fromstring(svg_of(timeline))


def place(text: str | None) -> float:
    assert text is not None
    assert text.endswith("%")
    return float(text[:-1])


@pytest.mark.parametrize("text", HOSTILE)
def test_what_users_write_never_becomes_markup(text: str) -> None:
    drawn, twin = (svg_of(dangerous(words, "https://example.org/")) for words in (text, TAME))
    tree, tame = ET.fromstring(drawn), ET.fromstring(twin)
    assert [len(found) for found in map(list, (tree, tame))]
    bars = [
        [(one.tag, sorted(one.attrib)) for one in found.find(f"{SVG}svg[@class='rows']") or []]
        for found in (tree, tame)
    ]
    assert bars[0] == bars[1] != []
    assert Document(drawn).faults == []
    assert {tag for tag, _ in Document(drawn).elements} == {tag for tag, _ in Document(twin).elements}
    assert shown(text) in "".join(tree.itertext())


@settings(max_examples=60)
@given(timelines())
def test_any_timeline_is_drawn_within_the_picture(timeline: Timeline) -> None:
    tree = parsed(timeline)
    assert render_svg(layout(timeline, timeline.check())) == svg_of(timeline)
    for rect in tree.iter(f"{SVG}rect"):
        if rect.get("class") in {"certain", "possible"} and "x" in rect.attrib:
            begin, width = place(rect.get("x")), place(rect.get("width"))
            assert 0 <= begin <= begin + width <= 100.011
    bottom = float(str(tree.get("height")))
    assert all(float(text.get("y", "0")) < bottom for text in tree.iter(f"{SVG}text"))


@pytest.mark.parametrize("story", ALL)
def test_every_event_has_its_row(story: type[Timeline]) -> None:
    timeline = story()
    picture = layout(timeline, timeline.check())
    text = "".join(parsed(timeline).itertext())
    if picture.axis is not None:
        assert svg_of(timeline).count('class="label"') == len(picture.rows)
    for row in picture.rows:
        assert row.phrase in text


def test_pieces_of_a_bar_join() -> None:
    story = Timeline().add(Event("a").said("2025-01/2025-09"), Event("b").said("2024/2026"))
    rects = [
        one for one in parsed(story).iter(f"{SVG}rect") if "x" in one.attrib and one.get("y", "0") != "0"
    ]
    rows: dict[str, list[tuple[float, float]]] = {}
    for rect in rects:
        begin = place(rect.get("x"))
        rows.setdefault(str(rect.get("y")), []).append((begin, begin + place(rect.get("width"))))
    assert len(rows) == 2
    for pieces in rows.values():
        assert len(pieces) == 3
        assert all(abs(one[1] - two[0]) < 0.02 for one, two in pairwise(pieces))


def test_separate_windows_are_joined_by_a_line() -> None:
    assert svg_of(stories.engineers("yonhap")).count('<line class="or"') == 1


def test_an_axis_that_is_cut_shows_it() -> None:
    assert svg_of(stories.outlier()).count('<g class="cut">') == 1


def many(count: int) -> Timeline:
    return Timeline().add(*(Event(f"e{number}").said(f"{1900 + number % 100}") for number in range(count)))


def test_many_events_are_drawn_thin_and_very_many_are_counted() -> None:
    for count, kind in ((LABELLED, 'class="label"'), (SINGLE, 'class="row"'), (SINGLE + 1, "<path")):
        drawn = svg_of(many(count))
        assert drawn.count(kind) >= (count if kind != "<path" else 2)
        assert len(drawn) < 60_000
    (most,) = re.findall(r"up to ([0-9]+) events at a time", svg_of(many(SINGLE + 1)))
    assert SINGLE // 100 < int(most) <= 2 * (SINGLE // 100 + 1)  # a bin touches two years
    assert [lost.part for lost in to_svg(many(LABELLED)).omissions] == [Part.WORDS]
    named = to_svg(many(LABELLED + 1)).omissions[0]
    assert named.part is Part.EVENTS
    assert len(named.events) == LABELLED + 1


def test_a_density_counts_what_can_be_and_what_is() -> None:
    story = Timeline().add(
        *(Event(f"a{n}").said("1900/1999") for n in range(2)),
        Event("b").said("1950"),
        Event("c").said("1950"),
    )
    picture = layout(story, story.check())
    assert picture.axis is not None
    drawn = density(picture.rows, Scale.of(picture.axis, LENGTH, label=0)).text
    assert 'viewBox="0 0 200 4"' in drawn
    assert drawn.count("V0h1") == 3
    assert "V2h1" in drawn.partition('class="certain"')[0].rpartition("<path")[2]


def test_places_are_those_of_the_axis() -> None:
    found = axis([(0, 100)], "UTC")
    assert found is not None
    scale = Scale.of(found, LENGTH, label=0)
    half = (found.stretches[0].start + found.stretches[0].end) // 2
    assert percent(scale.place(half)) == "50%"
    assert scale.place(-(10**20)) == 0
    assert scale.place(10**20) == LENGTH


def test_a_style_for_renderers_that_know_no_variables() -> None:
    style = settled(asset("picture.css"))
    assert "var(" not in style
    assert "@" not in style
    assert "--" not in style
    assert style.count("{") == style.count("}")


def test_a_picture_in_png() -> None:
    story = stories.engineers()
    export = to_png(story)
    assert export.data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", export.data[16:24])
    tree = parsed(story)
    assert (width, height) == (2 * int(str(tree.get("width"))), 2 * int(str(tree.get("height"))))
    assert export.omissions == to_svg(story).omissions
    assert export.data != to_png(stories.engineers("yonhap")).data


def test_png_without_its_renderer_or_without_fonts_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    pngpicture._check_fonts.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(pngpicture, "_drawn", lambda svg: b"nothing to read")
        with pytest.raises(RangeError, match="no font is installed"):
            to_png(Timeline())
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(RangeError, match=r"timeline-toolkit\[png\]"):
        to_png(Timeline())
