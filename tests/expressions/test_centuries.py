"""Years of two digits, and years that are named by two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.errors import NotUnderstoodError
from timeline.expressions.conventions import Conventions
from timeline.expressions.resolve import resolve
from timeline.expressions.tagging import tag

ANCHOR = "2024-05-15"


def starts(text: str, anchor: str = ANCHOR, conventions: Conventions | None = None) -> list[str]:
    """Return the first day of each reading."""
    readings = resolve(text, anchor=anchor, conventions=conventions or Conventions())
    return [str(reading.bounds.earliest_start).split("T")[0] for reading in readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'39", ["1939-01-01", "2039-01-01"]),
        ("'69", ["1969-01-01"]),
        ("'24", ["2024-01-01"]),
        ("'29", ["2029-01-01", "1929-01-01"]),
        ("the summer of '39", ["1939-06-01", "2039-06-01"]),
        ("12 May '44", ["1944-05-12", "2044-05-12"]),
        ("5/6/39", ["1939-05-06", "1939-06-05", "2039-05-06", "2039-06-05"]),
        ("27.03.15", ["2015-03-27"]),
        ("1-Sep-39", ["1939-09-01", "2039-09-01"]),
        ("Dec '38 - Jan '39", ["1938-12-01", "2038-12-01"]),
        ("the autumn of '62 to '63", ["1962-09-01"]),
    ],
)
def test_two_digits_are_the_latest_such_year_not_far_ahead(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


def test_a_day_of_the_week_tells_the_century() -> None:
    assert starts("Monday, 5 June '39") == ["1939-06-05"]
    assert starts("29 February '00") == ["2000-02-29"]


@given(digits=st.integers(0, 99), year=st.integers(1800, 2200), ahead=st.integers(1, 60))
@example(digits=39, year=2024, ahead=10)
def test_every_reading_ends_in_the_digits_and_none_lies_far_ahead(digits: int, year: int, ahead: int) -> None:
    conventions = Conventions(short_year=(ahead, ahead + 20))
    found = [int(start[:4]) for start in starts(f"'{digits:02d}", f"{year}-05-15", conventions)]
    assert all(each % 100 == digits and each <= year + ahead + 20 for each in found)
    assert year + ahead - 100 < found[0] <= year + ahead
    assert len(found) == len(set(found))


@given(day=st.dates(date(1950, 1, 1), date(2033, 12, 31)))
def test_a_short_date_has_the_full_one_among_its_readings(day: date) -> None:
    assert str(day) in starts(f"{day.day} {day:%B} '{day:%y}")


def test_a_text_reads_them_by_the_same_rule() -> None:
    (mention,) = tag("They met in '39.", anchor=ANCHOR)
    assert [reading.timex_value for reading in mention.readings] == ["1939", "2039"]


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("the winter of 2023-24", "2023-12-01", "2024-03-01"),
        ("winter 1999/00", "1999-12-01", "2000-03-01"),
        ("the academic year 2023/24", "2023-08-01", "2024-09-01"),
        ("the 2019-20 school year", "2019-08-01", "2020-09-01"),
        ("the 2019/20 season", "2019-07-01", "2020-09-01"),
        ("FY 2023/24", "2023-04-01", "2024-04-01"),
        ("the financial year 2023", "2023-01-01", "2024-01-01"),
    ],
)
def test_years_with_two_names(text: str, first: str, after: str) -> None:
    outer = resolve(text, anchor=ANCHOR)[0].bounds.outer
    assert (str(outer.start)[:10], str(outer.end)[:10]) == (first, after)


def test_a_winter_of_two_years_is_only_one() -> None:
    assert len(resolve("the winter of 2023-24", anchor=ANCHOR)) == 1
    assert len(resolve("the winter of 2023", anchor=ANCHOR)) == 2


def test_a_fiscal_year_follows_the_convention_else_april_or_july() -> None:
    assert starts("the financial year 2023/24") == ["2023-04-01", "2023-07-01"]
    assert starts("the financial year 2023/24", conventions=Conventions(fiscal_year=10)) == ["2023-10-01"]


@pytest.mark.parametrize(
    "text", ["summer 2023/24", "the 2019/21 season", "the school year 2019/20/21", "FY 2024/23"]
)
def test_two_years_that_are_no_pair_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        resolve(text, anchor=ANCHOR)


@given(
    year=st.integers(1000, 9000),
    name=st.sampled_from(["winter of {}", "the school year {}", "the {} season"]),
)
def test_what_two_years_name_begins_in_the_first_and_ends_in_the_second(year: int, name: str) -> None:
    outer = resolve(name.format(f"{year}/{(year + 1) % 100:02d}"), anchor=ANCHOR)[0].bounds.outer
    assert outer.start is not None
    assert outer.end is not None
    assert int(str(outer.start)[:4]) == year
    assert int(str(outer.end)[:4]) == year + 1
