"""Working days: Monday to Friday, counted one by one as an oracle would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.english.working import calendar_days, working_day
from timeline.expressions.resolve import resolve
from timeline.times.calendar import date_from_day_number


def counted(day: int, count: int, side: int) -> int:
    """Walk from day to day, and count those from Monday to Friday."""
    while count:
        day += side
        count -= date_from_day_number(day).weekday <= 5
    return day


@given(st.integers(-800_000, 800_000), st.integers(0, 60), st.sampled_from([-1, 1]))
def test_a_working_day_is_the_one_that_is_counted(day: int, count: int, side: int) -> None:
    assert working_day(day, count, side) == counted(day, count, side)


@given(st.integers(-1_000, 1_000), st.integers(1, 60))
def test_so_many_working_days_take_no_fewer_and_no_more_days(day: int, count: int) -> None:
    least, most = calendar_days(count)
    assert least <= working_day(day, count, 1) - day <= most


@pytest.mark.parametrize(
    ("words", "first_days"),
    [
        ("five business days after 3 May 2024", ["2024-05-10"]),
        ("two working days ago", ["2025-12-11"]),
        ("the weekend of 14 June 2025", ["2025-06-14"]),
        ("weekend of 3 May 2024", ["2024-05-04"]),
        ("1 April 2024 at 09:30 CET", ["2024-04-01"]),
        ("11:05 GMT on 3 May 2024", ["2024-05-03"]),
        ("10:15:30 on 3 May 2024", ["2024-05-03"]),
        ("at 9:30 on 3 May 2024", ["2024-05-03", "2024-05-03"]),
    ],
)
def test_words_are_read_as_people_count(words: str, first_days: list[str]) -> None:
    found = resolve(words, anchor="2025-12-13")
    assert [str(reading.bounds.earliest_start)[:10] for reading in found] == first_days


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("within three business days", "at most P5D"),
        ("at least ten trading days", "at least P12D"),
        ("five working days", "at least P5D and at most P7D"),
        ("five days", "exactly P5D"),
    ],
)
def test_lengths_in_working_days_are_ranges_of_days(words: str, length: str) -> None:
    assert str(resolve(words, anchor="2025-12-13")[0].distance) == length
