from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render import phrases
from timeline.events import Event
from timeline.expressions.resolve import resolve
from timeline.model.timeline import Timeline
from timeline.render.dates import ZonedBounds, falls_on_days, phrase, phrase_with_zone
from timeline.render.moments import DUST, Side, clock, high_wall, low_wall, since, until
from timeline.times import ANYTIME, Bounds, CivilDate, Instant, Interval

SEOUL, MOSCOW = "Asia/Seoul", "Europe/Moscow"
DAY = 86_400_000_000


def of(first: str | None, after: str | None, zone: str = "UTC") -> Interval:
    days = [None if text is None else CivilDate(*map(int, text.split("-"))) for text in (first, after)]
    return Interval.of_days(*days, zone=zone)


def said(bounds: Bounds, zone: str = "UTC") -> str:
    return phrase(ZonedBounds.in_zone(bounds, zone))


def at(text: str) -> Instant:
    return Instant.parse(f"{text}Z")


@pytest.mark.parametrize(
    ("first", "after", "expected"),
    [
        ("2025-08-01", "2025-08-11", "2025-08-01..10"),
        ("2025-08-30", "2025-09-03", "2025-08-30..09-02"),
        ("2024-12-30", "2025-01-03", "2024-12-30..2025-01-02"),
        ("2025-12-12", "2025-12-13", "2025-12-12"),
        ("2024-06-01", "2024-07-01", "2024-06"),
        ("2024-06-01", "2024-09-01", "2024-06..08"),
        ("2024-12-01", "2025-03-01", "2024-12..2025-02"),
        ("2025-01-01", "2026-01-01", "2025"),
        ("1914-01-01", "1919-01-01", "1914..1918"),
        ("2025-01-01", "2025-12-14", "2025-01-01..12-13"),
        (None, "2025-11-10", "before 2025-11-10"),
        (None, "2025-11-01", "before 2025-11"),
        (None, "2025-01-01", "before 2025"),
        ("2025-12-14", None, "after 2025-12-13"),
        ("2025-12-01", None, "after 2025-11"),
        ("2025-01-01", None, "after 2024"),
        (None, None, "undated"),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", SEOUL, "America/New_York"])
def test_a_window_of_days(first: str | None, after: str | None, expected: str, zone: str) -> None:
    assert said(Bounds.within(of(first, after, zone)), zone) == expected


def test_years_before_year_zero_and_past_9999_are_astronomical() -> None:
    assert (
        said(Bounds.within(Interval.of_days(CivilDate(-43, 3, 15), CivilDate(-43, 3, 16)))) == "-0043-03-15"
    )
    assert said(Bounds.within(Interval.of_days(CivilDate(-170_000_000), None))) == "after -170000001"
    assert said(Bounds.within(Interval.of_days(CivilDate(12_345), CivilDate(12_346)))) == "+12345"


def test_a_span_says_start_and_end() -> None:
    august = of("2025-08-01", "2025-09-01")
    assert said(Bounds.throughout(august)) == "from 2025-08-01 to 2025-08-31"
    assert said(Bounds.within(august)) == "2025-08"
    clearing = Bounds(
        at("2025-08-01T00:00"),
        latest_start=Instant(at("2025-08-11T00:00").microseconds - 1),
        earliest_end=Instant(at("2025-08-01T00:00").microseconds + 1),
        latest_end=at("2025-11-10T00:00"),
    )
    assert said(clearing) == "from 2025-08-01..10 to before 2025-11-10"


def test_a_midnight_that_a_bound_reaches_belongs_to_the_day_before() -> None:
    """Something that begins where something else ends, by the end of 10 August, begins by the 10th."""
    bounds = Bounds(at("2025-08-01T00:00"), latest_start=at("2025-08-11T00:00"))
    assert said(bounds) == "from 2025-08-01..10"


def test_an_exact_midnight_starts_a_new_day_and_ends_an_old_one() -> None:
    midnight = at("2025-08-11T00:00")
    assert said(Bounds(midnight, latest_start=midnight)) == "from 2025-08-11"
    assert said(Bounds(earliest_end=midnight, latest_end=midnight)) == "until 2025-08-10"


def test_ends_alone_and_starts_alone() -> None:
    start = of("2025-08-01", "2025-08-11")
    assert start.start is not None
    assert start.end is not None
    last = Instant(start.end.microseconds - 1)
    assert said(Bounds(start.start, latest_start=last)) == "from 2025-08-01..10"
    first = Instant(start.start.microseconds + 1)
    assert said(Bounds(earliest_end=first, latest_end=start.end)) == "until 2025-08-01..10"
    assert said(Bounds(earliest_end=first)) == "until after 2025-07"
    assert said(Bounds(latest_start=last)) == "from before 2025-08-11"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-12-12T14:05", "2025-12-12T14:06", "2025-12-12 14:05"),
        ("2025-12-12T14:05:07", "2025-12-12T14:05:08", "2025-12-12 14:05:07"),
        ("2025-12-12T14:05:00", "2025-12-12T14:05:01", "2025-12-12 14:05:00"),
        ("2025-12-12T14:05", "2025-12-12T14:20", "2025-12-12 14:05..14:20"),
        ("2025-12-12T14:05", "2025-12-13T02:00", "2025-12-12 14:05..2025-12-13 02:00"),
        ("2025-12-12T14:05", "2025-12-13T00:00", "2025-12-12 14:05..2025-12-13 00:00"),
        ("2025-12-12T14:05:00.123", "2025-12-12T14:05:00.124", "2025-12-12 14:05:00.123"),
        ("2025-12-12T14:05:00.123456", "2025-12-12T14:05:00.123457", "2025-12-12 14:05:00.123456"),
    ],
)
def test_times_of_day_are_as_fine_as_they_are_known(start: str, end: str, expected: str) -> None:
    assert said(Bounds.within(Interval(at(start), at(end)))) == expected


def test_open_times_of_day() -> None:
    assert said(Bounds(at("2025-12-12T14:05"))) == "2025-12-12 14:05 or later"
    assert said(Bounds(latest_end=at("2025-12-12T14:05"))) == "before 2025-12-12 14:05"
    span = Bounds.throughout(Interval(at("2025-12-12T14:05"), at("2025-12-12T16:20")))
    assert said(span) == "from 2025-12-12 14:05 to 16:20"


def test_dust_of_chains_is_not_shown_but_more_is() -> None:
    chain = [Event(f"e{number:02}") for number in range(20)]
    story = Timeline().add(*chain, Event("first").said("2025-06-02"))
    story = story.add(Event("first").before("e00"), *(one.before(two) for one, two in pairwise(chain)))
    last = story.why("e19")
    assert last.derived.earliest_start != at("2025-06-02T00:00")
    assert phrase(ZonedBounds.from_report(last)) == "after 2025-06-01"
    assert said(Bounds(Instant(at("2025-06-02T00:00").microseconds + DUST))) == "after 2025-06-01"
    assert (
        said(Bounds(Instant(at("2025-06-02T00:00").microseconds + DUST + 1)))
        == "2025-06-02 00:00:00.000101 or later"
    )


def test_each_corner_is_shown_in_its_own_zone() -> None:
    friday, december_12 = of("2025-12-12", "2025-12-13", SEOUL), of("2025-12-12", "2025-12-13", MOSCOW)
    both = Bounds.within(friday).intersect(Bounds.within(december_12))
    assert both is not None
    assert phrase(ZonedBounds(both, (MOSCOW, SEOUL, MOSCOW, SEOUL))) == "2025-12-12"


def test_days_of_two_zones_that_cross_are_told_in_utc() -> None:
    narrow = Bounds.within(
        Interval(of("2025-12-13", None, SEOUL).start, of(None, "2025-12-13", "America/Los_Angeles").end)
    )
    zoned = ZonedBounds(narrow, (SEOUL, "America/Los_Angeles", SEOUL, "America/Los_Angeles"))
    assert phrase(zoned) == "2025-12-12 15:00..2025-12-13 08:00"
    assert phrase_with_zone(zoned) == "2025-12-12 15:00..2025-12-13 08:00 UTC"


def test_a_zone_is_named_with_a_time_of_day_only() -> None:
    noon = Bounds(Instant.parse("2025-12-12T12:00:00+09:00"))
    assert phrase_with_zone(ZonedBounds.in_zone(noon, SEOUL)) == f"2025-12-12 12:00 {SEOUL} or later"
    day = Bounds.within(of("2025-12-12", "2025-12-13", SEOUL))
    assert phrase_with_zone(ZonedBounds.in_zone(day, SEOUL)) == "2025-12-12"
    assert phrase_with_zone(ZonedBounds.in_zone(ANYTIME, SEOUL)) == "undated"


def test_what_the_scenario_says() -> None:
    expected = {
        "last June": ["2025-06", "2024-06"],
        "early August": ["2025-08-01..10"],
        "the summer of 2024": ["2024-06..08"],
        "the 9th to 11th": ["2025-12-09..11"],
        "coming months": ["after 2025-12-13"],
        "earlier": ["before 2025-12-14"],
        "earlier this year": ["2025-01-01..12-13"],
    }
    for words, said_first in expected.items():
        readings = resolve(words, anchor="2025-12-13")
        assert [said(reading.bounds) for reading in readings][: len(said_first)] == said_first


instants = st.one_of(
    st.integers(-4000, 4000).map(lambda days: days * DAY + 20_000 * DAY),
    st.integers(-200, 200).map(lambda dust: 20_000 * DAY + dust),
    st.integers(-10_000, 10_000).map(lambda minutes: 20_000 * DAY + minutes * 60_000_000),
    st.integers(-(10**14), 10**17),
    st.integers(-800_000, 3_000_000).map(lambda days: days * DAY),
)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = sorted((draw(instants), draw(instants)))
    kind = draw(st.sampled_from(["within", "throughout", "free"]))
    if kind != "free":
        interval = Interval(*(draw(st.sampled_from([Instant(value), None])) for value in (low, high + 1)))
        return Bounds.within(interval) if kind == "within" else Bounds.throughout(interval)
    corners = sorted(draw(st.lists(instants, min_size=4, max_size=4)))
    first, second, third, fourth = (Instant(value) for value in corners)
    last = fourth if fourth > first else Instant(fourth.microseconds + 1)
    shown = [draw(st.sampled_from([corner, corner, corner, None])) for corner in (first, second, third, last)]
    if draw(st.booleans()):
        shown[1], shown[2] = shown[2], shown[1]
    return Bounds(shown[0], latest_start=shown[1], earliest_end=shown[2], latest_end=shown[3])


def not_after(claimed: Instant | None, truth: Instant | None, slack: int = 0) -> bool:
    return claimed is None or (truth is not None and claimed.microseconds <= truth.microseconds + slack)


def not_before(claimed: Instant | None, truth: Instant | None, slack: int = 0) -> bool:
    return claimed is None or (truth is not None and claimed.microseconds >= truth.microseconds - slack)


@given(bounds())
def test_a_phrase_never_says_more_than_is_known(known: Bounds) -> None:
    """What is read back from a phrase allows everything that the bounds allow, up to the microsecond of a midnight."""
    claimed = phrases.outer(said(known))
    first, last = known.outer.start, known.outer.end
    assert not_after(claimed.start, first, 1)
    assert not_before(claimed.end, last, 1)
    start, end = phrases.starts(said(known)), phrases.ends(said(known))
    assert not_after(start.start, first, 1)
    assert not_before(start.end, known.latest_start if known.latest_start is not None else last, 1)
    assert not_after(end.start, known.earliest_end if known.earliest_end is not None else first, 1)
    assert not_before(end.end, last, 1)


@given(bounds())
def test_the_outer_corners_of_a_phrase_lose_only_dust_beyond_their_grain(known: Bounds) -> None:
    """Of a window in whole days, nothing is lost."""
    zoned = ZonedBounds.in_zone(known, "UTC")
    if known.is_open or not falls_on_days(zoned):
        return
    claimed = phrases.outer(said(known))
    for mine, truth in ((claimed.start, known.earliest_start), (claimed.end, known.latest_end)):
        if truth is not None:
            assert mine is not None
            assert abs(mine.microseconds - truth.microseconds) <= DUST + 1 or said(known).startswith(
                ("from", "until")
            )


@given(instants)
def test_a_moment_is_rounded_outward_by_dust_at_most(value: int) -> None:
    side = Side(value, "UTC")
    assert 0 <= value + 1 - low_wall(side) <= DUST + 2
    assert 0 <= high_wall(side) - value <= DUST + 1


@given(instants)
def test_since_and_until_say_the_same_as_the_phrases(value: int) -> None:
    day = value - value % DAY
    assert since(Side(day, "UTC")) == f"on or after {clock(day)[:-6]}"
    assert until(Side(day - 1, "UTC")) == f"before {clock(day)[:-6]}"
    assert until(Side(day, "UTC")) == f"before {clock(day)[:-6]}"


def test_since_and_until_within_a_day() -> None:
    side = Side(at("2025-12-12T05:05").microseconds, SEOUL)
    assert since(side) == "at 2025-12-12 14:05 Asia/Seoul or later"
    assert until(side) == "before 2025-12-12 14:05 Asia/Seoul"
