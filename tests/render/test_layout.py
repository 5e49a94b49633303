from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render import stories
from tests.render.test_dates import bounds
from timeline.events import Aspect, Claim, Event
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.render.layout import Layout, Segment, SegmentKind, Words, layout, segments
from timeline.render.order import in_time_order
from timeline.sources import Source
from timeline.times import ANYTIME, Bounds, Instant

DAY = 86_400_000_000


def laid_out(timeline: Timeline) -> Layout:
    return layout(timeline, timeline.check())


def kinds(known: Bounds) -> list[str]:
    return [piece.kind.value for piece in segments(known)]


def test_the_bars_of_known_shapes() -> None:
    one, two, three, four = (Instant(day * DAY) for day in (1, 2, 3, 4))
    assert kinds(ANYTIME) == []
    assert kinds(Bounds(one, latest_end=four)) == ["possible"]
    assert kinds(Bounds(one, latest_start=one, earliest_end=four, latest_end=four)) == ["exact"]
    assert kinds(Bounds(one, latest_start=two, earliest_end=three, latest_end=four)) == [
        "possible",
        "certain",
        "possible",
    ]
    assert kinds(Bounds(one, latest_start=one, earliest_end=three, latest_end=four)) == [
        "certain",
        "possible",
    ]
    assert kinds(Bounds(latest_start=two, earliest_end=three)) == ["open-left", "certain", "open-right"]
    assert kinds(Bounds(one)) == ["open-right"]
    assert kinds(Bounds(latest_end=one)) == ["open-left"]
    assert kinds(Bounds(latest_start=one)) == ["open-left", "open-right"]
    assert kinds(Bounds(one, latest_start=three, earliest_end=two, latest_end=four)) == ["possible"]


@given(bounds())
def test_bars_join_and_cover_just_what_is_possible(known: Bounds) -> None:
    pieces = segments(known)
    if known.is_open:
        assert not pieces
        return
    assert all(one.end == two.start for one, two in pairwise(pieces))
    first, last = known.earliest_start, known.latest_end
    assert pieces[0].start == (None if first is None else first.microseconds)
    assert pieces[-1].end == (None if last is None else last.microseconds)
    solid = [piece for piece in pieces if piece.kind in {SegmentKind.EXACT, SegmentKind.CERTAIN}]
    begins, ends = known.latest_start, known.earliest_end
    certain = begins is not None and ends is not None and begins < ends
    assert [(piece.start, piece.end) for piece in solid] == (
        [(begins.microseconds, ends.microseconds)] if certain and begins and ends else []
    )


def test_rows_are_in_time_order() -> None:
    assert [row.id for row in laid_out(stories.engineers()).rows] == [
        *("treaty", "combat", "engineers", "clearing", "ceremony", "honours", "recognition")
    ]
    assert [row.id for row in laid_out(stories.open_sides()).rows][:2] == ["before", "end"]


def test_undated_rows_go_where_the_certain_order_puts_them() -> None:
    a, b, c, d, e = (Event(name) for name in "abcde")
    one, two = Event("one").said("2025-01"), Event("two").said("after 2025-02")
    story = Timeline().add(
        a, b, c, d, e, one, two, a.precedes(b), b.precedes(two), c.follows("two"), d.follows("c")
    )
    rows = [row.id for row in laid_out(story).rows]
    assert rows.index("a") < rows.index("b") < rows.index("two") < rows.index("c") < rows.index("d")
    assert rows[-1] == "e"


@given(st.data())
def test_no_row_comes_before_one_that_certainly_precedes_it(data: st.DataObject) -> None:
    names = [f"e{number}" for number in range(6)]
    words = st.sampled_from([None, "2024", "2025-03", "before 2020", "after 2024-06"])
    events = [Event(name) if (said := data.draw(words)) is None else Event(name).said(said) for name in names]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(events), st.sampled_from(events)), max_size=5))
    story = Timeline().add(*events, *(one.precedes(two) for one, two in pairs if one.id < two.id))
    report = story.check()
    order = [event.event.id for event in in_time_order(report)]
    assert sorted(order) == names
    assert all(order.index(one) < order.index(two) for one, two in report.certain_order or ())


def test_an_order_in_a_circle_loses_no_row() -> None:
    report = Timeline().add(Event("a"), Event("b"), Event("c")).check()
    broken = attrs.evolve(report, certain_order=(("a", "b"), ("b", "a")))
    assert sorted(event.event.id for event in in_time_order(broken)) == ["a", "b", "c"]


def test_rows_without_a_worked_out_order() -> None:
    report: Report = attrs.evolve(stories.engineers().check(), certain_order=None)
    assert in_time_order(report)[0].event.id == "treaty"


def test_the_same_words_are_told_once_with_all_who_said_them() -> None:
    rows = {row.id: row for row in laid_out(stories.engineers()).rows}
    assert rows["clearing"].words == (
        Words("less than three months", ("yonhap", "chosun"), aspect=Aspect.DURATION),
        Words("only three months", ("kbs",), aspect=Aspect.DURATION),
    )
    assert rows["ceremony"].words[-1] == Words("the 9th to 11th", ("chosun",), dropped=True)
    assert rows["honours"].words == ()


def test_conflicts_mark_the_rows_that_they_are_about() -> None:
    assert [row.id for row in laid_out(stories.engineers()).rows if row.in_conflict] == ["ceremony"]
    assert all(row.in_conflict for row in laid_out(stories.several_conflicts()).rows)
    assert not any(row.in_conflict for row in laid_out(stories.engineers("yonhap")).rows)


def test_a_layout_is_plain_data_that_can_be_compared() -> None:
    one, two = laid_out(stories.engineers()), laid_out(stories.engineers())
    assert one == two
    assert hash(one) == hash(two)


def footers(
    zone: str | None, other: str | None = None, words: str = "2025-03-01", more: str = "2025-03-02"
) -> tuple[str, ...]:
    sources = [
        Source("s", published="2025-03-05", zone=zone),
        Source("t", published="2025-03-05", zone=other),
    ]
    story = Timeline(sources=sources).add(Event("a").said(words, by="s"), Event("b").said(more, by="t"))
    return laid_out(story).footer


def test_zones_are_named_where_they_matter() -> None:
    seoul, moscow = "Asia/Seoul", "Europe/Moscow"
    assert footers(None) == ()
    assert footers(seoul, seoul) == ("dates are those of Asia/Seoul",)
    assert footers(seoul, moscow) == ("dates are those of Asia/Seoul and Europe/Moscow",)
    assert footers(None, None, "2025-03-01T14:05Z") == ("times are in UTC",)
    assert footers(seoul, moscow, "2025-03-01T14:05Z") == (
        "days are those of Europe/Moscow",
        "times are in Asia/Seoul",
    )
    assert footers(seoul, moscow, "2025-03-01T14:05Z", "2025-03-01T14:05Z") == ("times are in UTC",)


def test_times_of_several_zones_are_shown_in_utc() -> None:
    sources = [
        Source("s", published="2025-03-05", zone="Asia/Seoul"),
        Source("t", published="2025-03-05", zone="UTC"),
    ]
    story = Timeline(sources=sources).add(
        Event("a").said("2025-03-01T14:05Z", by="s"), Event("b").said("2025-03-02T14:05Z", by="t")
    )
    assert [row.phrase for row in laid_out(story).rows] == ["2025-03-01 14:05", "2025-03-02 14:05"]
    alone = Timeline(sources=sources[:1]).add(Event("a").said("2025-03-01T14:05Z", by="s"))
    assert [row.phrase for row in laid_out(alone).rows] == ["2025-03-01 23:05"]


def test_findings_are_told() -> None:
    picture = laid_out(stories.engineers())
    assert picture.verdict == "inconsistent: 3 conflicts"
    assert len(picture.conflicts) == 3
    assert (
        picture.correction == "dropping chosun's claim 'the 9th to 11th' about ceremony makes everything fit"
    )
    assert laid_out(stories.undated()).undated == ("legend",)
    empty = laid_out(Timeline())
    assert (empty.rows, empty.axis, empty.verdict) == ((), None, "consistent")


@pytest.mark.parametrize("bad", [Segment, Words])
def test_records_are_frozen(bad: type) -> None:
    assert not hasattr(bad, "__dict__") or "__slots__" in vars(bad)


def test_separate_windows_are_told_and_drawn_one_by_one() -> None:
    row = laid_out(stories.engineers("yonhap")).rows[0]
    assert row.phrase == "2024-06 or 2025-06"
    assert [piece.kind for piece in row.segments] == [SegmentKind.POSSIBLE] * 2
    source = Source("s", published="2025-12-13")
    spans = Event("a").claiming(Claim("x", "s", reads=("2024-05/2024-08", "2025-05/2025-08")))
    row = laid_out(Timeline(sources=[source]).add(spans)).rows[0]
    assert row.phrase == "from 2024-05 to 2024-08 or from 2025-05 to 2025-08"
    assert SegmentKind.CERTAIN not in {piece.kind for piece in row.segments}
