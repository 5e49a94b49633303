"""Working days: Monday to Friday, counted one by one as an oracle would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import business_oracle as oracle
from timeline.expressions.conventions import Conventions
from timeline.expressions.resolve import resolve
from timeline.times.calendar import date_from_day_number


@given(
    st.integers(10_000, 22_000),
    st.integers(1, 30),
    st.sampled_from(["after", "before"]),
    st.sampled_from([None, "US", "GB-ENG"]),
)
def test_a_business_day_is_the_one_that_is_counted(
    day: int, count: int, side: str, calendar: str | None
) -> None:
    words = f"{count} business days {side} {date_from_day_number(day)}"
    (reading,) = resolve(words, anchor="2025-12-13", conventions=Conventions(business_calendar=calendar))
    met = oracle.walk(day, count if side == "after" else -count, calendar)
    assert reading.edtf == str(date_from_day_number(met))


@pytest.mark.parametrize(
    ("words", "first_days"),
    [
        ("five business days after 3 May 2024", ["2024-05-10"]),
        ("two working days ago", ["2025-12-11"]),
        ("three GB-ENG business days after 24 December 2025", ["2025-12-31"]),
        ("three business days after 24 December 2025", ["2025-12-29"]),
        ("the three working days before Christmas 2025", ["2025-12-22"]),
        ("the next business day", ["2025-12-15"]),
        ("the previous working day", ["2025-12-12"]),
        ("the last business day", ["2025-12-12"]),
        ("the third working day after 12 December 2025", ["2025-12-17"]),
        ("the second GB-ENG business day after 24 December 2025", ["2025-12-30"]),
        ("the last business day before 15 December 2025", ["2025-12-12"]),
        ("the first working day of May 2021", ["2021-05-03"]),
        ("the first GB-ENG working day of May 2021", ["2021-05-04"]),
        ("the last trading day of May 2021", ["2021-05-31"]),
        ("the last NYSE trading day of May 2021", ["2021-05-28"]),
        ("the next business day after Christmas 2025", ["2025-12-26"]),
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
        ("within three business days", "at most P3D[business]"),
        ("at least ten NYSE trading days", "at least P10D[business=NYSE]"),
        ("five working days", "exactly P5D[business]"),
        ("five GB-ENG working days", "exactly P5D[business=GB-ENG]"),
        ("a few business days", "at least P2D[business] and at most P5D[business]"),
        ("about four business days", "at least P3D[business] and at most P5D[business]"),
        ("five days", "exactly P5D"),
    ],
)
def test_lengths_in_working_days_count_them(words: str, length: str) -> None:
    assert str(resolve(words, anchor="2025-12-13")[0].distance) == length
