from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.axis import Axis, axis
from timeline.render.bars import ASCII_INK, UNICODE_INK, Canvas
from timeline.render.layout import Segment, SegmentKind
from timeline.times import Instant
from timeline.times.calendar import day_number

DAY = 86_400_000_000


def day(year: int, month: int = 1, number: int = 1) -> int:
    return day_number(year, month, number) * DAY


def labels(found: Axis | None) -> list[list[str]]:
    assert found is not None
    return [[tick.label for tick in stretch.ticks] for stretch in found.stretches]


positions = st.one_of(
    st.integers(-(10**18), 10**18),
    st.integers(0, 10**6),
    st.integers(18_000, 21_000).map(lambda days: days * DAY),
)
extents = st.lists(
    st.tuples(positions, positions).map(lambda pair: (min(pair), max(pair) + 1)), min_size=1, max_size=12
)
zones = st.sampled_from(["UTC", "Asia/Seoul", "America/New_York", "Pacific/Apia"])


@given(extents, zones, st.sets(st.sampled_from(["open_left", "open_right"])))
def test_stretches_are_in_order_and_hold_every_position(
    found: list[tuple[int, int]], zone: str, sides: set[str]
) -> None:
    drawn = axis(found, zone, open_left="open_left" in sides, open_right="open_right" in sides)
    assert drawn is not None
    assert all(stretch.start < stretch.end for stretch in drawn.stretches)
    assert all(one.start < two.start for one, two in pairwise(drawn.stretches))
    for position in (position for extent in found for position in extent):
        assert any(stretch.start <= position <= stretch.end for stretch in drawn.stretches)


@given(extents, zones)
def test_ticks_are_within_their_stretch_in_order_and_few(found: list[tuple[int, int]], zone: str) -> None:
    drawn = axis(found, zone)
    assert drawn is not None
    for stretch in drawn.stretches:
        places = [tick.position for tick in stretch.ticks]
        assert places == sorted(set(places))
        assert all(stretch.start <= place <= stretch.end for place in places)
        assert len(places) <= 12


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (day(2025), day(2025) + 4 * 3_600_000_000, ["2025-01-01 00:00", "00:30", "01:00", "01:30"]),
        (day(2025), day(2025) + 30_000_000, ["2025-01-01 00:00:00", "00:00:05", "00:00:10", "00:00:15"]),
        (day(2025), day(2025) + 3_000, ["2025-01-01 00:00:00.000", "00:00:00.001", "00:00:00.002"]),
        (day(2025), day(2025) + 300, ["2025-01-01 00:00:00.0000", "00:00:00.0001", "00:00:00.0002"]),
        (day(2025, 1, 30), day(2025, 2, 4), ["2025-01-30", "01-31", "02-01", "02-02", "02-03"]),
        (
            day(2025, 12, 1),
            day(2026, 1, 20),
            ["2025-12-01", "12-08", "12-15", "12-22", "12-29", "2026-01-05"],
        ),
        (day(2025), day(2025, 8), ["2025-01", "2025-02", "2025-03", "2025-04"]),
        (day(2024, 6), day(2025, 12), ["2024-07", "2024-10", "2025-01", "2025-04", "2025-07", "2025-10"]),
        (day(1914), day(1919), ["1914", "1915", "1916", "1917", "1918"]),
        (day(1900), day(2000), ["1900", "1920", "1940", "1960", "1980"]),
        (day(-5000), day(2000), ["-5000", "-4000", "-3000", "-2000", "-1000", "0000", "1000"]),
        (day(-66_000_000), day(2000), ["-60000000", "-50000000", "-40000000"]),
    ],
)
def test_ticks_from_microseconds_to_aeons(start: int, end: int, expected: list[str]) -> None:
    (found,) = labels(axis([(start, end)], "UTC"))
    assert found[: len(expected)] == expected


def test_ticks_fall_on_the_midnights_of_the_zone() -> None:
    found = axis([(day(2025, 3, 28), day(2025, 4, 2))], "Europe/Paris")
    assert found is not None
    for tick in found.stretches[0].ticks:
        assert str(Instant(tick.position).civil("Europe/Paris")).endswith("T00:00:00")
        assert tick.full == str(Instant(tick.position).civil("Europe/Paris").date)


def test_one_far_event_leaves_room_for_the_others() -> None:
    near = [(day(2025, month), day(2025, month, 2)) for month in (2, 5, 9)]
    assert labels(axis([(day(-43, 3, 15), day(-43, 3, 16)), *near], "UTC"))[0] == ["-0043"]
    assert len(labels(axis([*near, (day(9_000), day(9_001))], "UTC"))) == 2
    assert len(labels(axis([(day(-(10**9)), day(-(10**9), 2)), (day(-43), day(-43, 2)), *near], "UTC"))) == 3


def test_a_far_event_is_labelled_as_its_distance_asks() -> None:
    near = [
        (day(2025, 6, 10) + hour * 3_600_000_000, day(2025, 6, 10) + (hour + 1) * 3_600_000_000)
        for hour in (1, 3, 6)
    ]
    for far, label in (((1990, 5, 5), "1990"), ((2024, 11, 5), "2024-11"), ((2025, 6, 1), "2025-06-01")):
        found = axis([(day(*far), day(*far) + 3_600_000_000), *near], "UTC")
        assert labels(found)[0] == [label]


def test_nothing_is_cut_where_it_helps_nobody() -> None:
    """Two events are far from each other, or a bar that is certain fills the gap."""
    two = [(day(1900), day(1900, 1, 2)), (day(2000), day(2000, 1, 2))]
    assert len(labels(axis(two, "UTC"))) == 1
    near = [(day(2025, month), day(2025, month, 2)) for month in (2, 5, 9)]
    reign = (day(1000), day(2025))
    assert len(labels(axis([reign, *near], "UTC"))) == 2
    assert len(labels(axis([reign, *near], "UTC", certain=[reign]))) == 1


def test_an_axis_of_a_single_moment_has_room_around_it() -> None:
    found = axis([(day(2025), day(2025))], "UTC", open_left=True)
    assert found is not None
    assert found.stretches[0].start < day(2025) < found.stretches[0].end
    assert axis([], "UTC") is None


segments = st.lists(
    st.tuples(st.sampled_from(list(SegmentKind)), positions, positions).map(
        lambda found: Segment(
            found[0],
            start=None if found[0] is SegmentKind.OPEN_LEFT else min(found[1:]),
            end=None if found[0] is SegmentKind.OPEN_RIGHT else max(found[1:]) + 1,
        )
    ),
    max_size=3,
)


@given(extents, segments, st.integers(10, 120))
def test_bars_and_labels_have_the_width_of_their_canvas(
    found: list[tuple[int, int]], pieces: list[Segment], columns: int
) -> None:
    drawn = axis(found, "UTC")
    assert drawn is not None
    canvas = Canvas.of(drawn, columns, UNICODE_INK)
    assert min(canvas.scale.lengths) > 0
    assert canvas.width == columns == len(canvas.labels()) == len(canvas.bar(pieces))


@given(extents, positions, positions, st.integers(10, 120))
def test_columns_keep_the_order_of_time(
    found: list[tuple[int, int]], one: int, two: int, columns: int
) -> None:
    drawn = axis(found, "UTC")
    assert drawn is not None
    canvas = Canvas.of(drawn, columns, UNICODE_INK)
    assert (canvas.column(one) <= canvas.column(two)) or one > two
    assert 0 <= canvas.column(one) < columns


def canvas_of_ten_days() -> Canvas:
    drawn = axis([(0, 10 * DAY)], "UTC")
    assert drawn is not None
    return Canvas.of(drawn, 10, ASCII_INK)


@pytest.mark.parametrize(
    ("pieces", "bar"),
    [
        ([(SegmentKind.POSSIBLE, 2 * DAY, 4 * DAY)], "  --      "),
        ([(SegmentKind.EXACT, 2 * DAY, 4 * DAY)], "  ##      "),
        ([(SegmentKind.POSSIBLE, 2 * DAY + 5, 3 * DAY - 5)], "  *       "),
        ([(SegmentKind.OPEN_LEFT, None, 4 * DAY)], "<---      "),
        ([(SegmentKind.OPEN_RIGHT, 8 * DAY, None)], "        ->"),
        ([(SegmentKind.OPEN_RIGHT, 9 * DAY + 5, None)], "         >"),
        ([(SegmentKind.OPEN_LEFT, None, 4 * DAY), (SegmentKind.OPEN_RIGHT, 4 * DAY, None)], "<-------->"),
        (
            [
                (SegmentKind.POSSIBLE, 1 * DAY, 3 * DAY),
                (SegmentKind.CERTAIN, 3 * DAY, 6 * DAY),
                (SegmentKind.POSSIBLE, 6 * DAY, 7 * DAY),
            ],
            " --###-   ",
        ),
        (
            [
                (SegmentKind.CERTAIN, 3 * DAY + 5, 6 * DAY + 5),
                (SegmentKind.POSSIBLE, 6 * DAY + 5, 7 * DAY),
            ],
            "   -##-   ",
        ),
        ([], "          "),
    ],
)
def test_what_bars_look_like(pieces: list[tuple[SegmentKind, int | None, int | None]], bar: str) -> None:
    drawn = [Segment(kind, start=start, end=end) for kind, start, end in pieces]
    assert canvas_of_ten_days().bar(drawn) == bar


def test_labels_are_thinned_evenly_and_give_way_to_the_ends() -> None:
    drawn = axis([(day(2024, 6), day(2025, 12))], "UTC")
    assert drawn is not None
    shown = {columns: Canvas.of(drawn, columns, ASCII_INK).labels().split("|") for columns in (64, 40)}
    assert [text.strip() for text in shown[64]][1:] == [
        "2024-07",
        "2024-10",
        "2025-01",
        "2025-04",
        "2025-07",
        "2025-10",
    ]
    assert [text.strip() for text in shown[40]][1:] == ["2024-07", "2025-01", "2025-07"]
    assert Canvas.of(drawn, 18, ASCII_INK).labels() == "|2024-06  2025-11|"
    assert Canvas.of(drawn, 9, ASCII_INK).labels().strip() == "|2024-07"
