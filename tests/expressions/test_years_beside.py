"""In reports: bare days beside a date of an earlier year, and parts of the day that only say of which kind something is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.tagging import tag

ANCHOR = "2021-12-30"


def values(text: str, anchor: str = ANCHOR) -> list[tuple[str, str]]:
    return [(mention.text, mention.timex_value) for mention in tag(text, anchor=anchor)]


def days(text: str, which: int = 0) -> list[str]:
    """Return the days of all readings of a mention."""
    return [reading.timex_value for reading in tag(text, anchor=ANCHOR)[which].readings]


def test_a_bare_day_follows_the_year_told_in_its_sentence() -> None:
    text = "The ship left on July 14 and struck the reef on July 25, 2020."
    assert days(text) == ["2020-07-14", "2021-07-14", "2022-07-14"]
    assert days("It had left on 30 December before it sank on 3 January 2020.")[0] == "2019-12-30"
    assert days("On 3 January 2020 it sank; on 5 February the crew came home.", 1)[0] == "2020-02-05"


def test_later_in_the_paragraph_that_year_is_the_second_reading() -> None:
    text = "It sank on July 25, 2020. Oil began to leak on August 6."
    assert days(text, 1)[:2] == ["2021-08-06", "2020-08-06"]
    assert days(text.replace(". Oil", ".\n\nOil"), 1)[:2] == ["2021-08-06", "2022-08-06"]


@pytest.mark.parametrize(
    "text",
    [
        "The notes are due on May 3, 2030 and will be sold on July 14.",
        "He was named on May 3, 2021 and left on July 14.",
        "In 2015 it was founded, and it closed on July 14.",
    ],
)
def test_a_year_that_is_not_before_the_report_changes_nothing(text: str) -> None:
    assert values(text)[-1] == ("July 14", "2022-07-14" if "due" in text else "2021-07-14")


@given(
    told=st.dates(date(1900, 1, 1), date(2020, 12, 31)), bare=st.dates(date(2021, 1, 1), date(2021, 12, 28))
)
def test_no_reading_is_lost_and_the_first_is_within_half_a_year(told: date, bare: date) -> None:
    alone = days(f"It left on {bare.day} {bare:%B}.")
    beside = days(f"It left on {bare.day} {bare:%B} and sank on {told.day} {told:%B} {told.year}.")
    assert set(alone) <= set(beside)
    assert abs((date.fromisoformat(beside[0]) - told).days) <= 183


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended before the dawn raids of October 2019.", ["October 2019"]),
        ("The morning session of 3 May 2021 was long.", ["3 May 2021"]),
        ("The dusk patrol saw nothing.", []),
        ("At dawn on 6 June 1944 they landed.", ["dawn on 6 June 1944"]),
        ("They woke as dawn broke.", ["dawn"]),
        ("That night they left.", ["That night"]),
    ],
)
def test_a_part_of_the_day_before_a_noun_says_its_kind(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in tag(text, anchor=ANCHOR)] == expected
