"""Times side by side share what only one of them says."""

from __future__ import annotations

import pytest

from timeline.expressions.tagging import tag

ANCHOR = "2025-12-10"  # a Wednesday

LISTS = (
    ("She can come next week on Tuesday or Thursday.", ["2025-W51", "2025-12-16", "2025-12-18"]),
    (
        "The hearing sat on Monday, Tuesday and Friday of last week.",
        ["2025-12-01", "2025-12-02", "2025-12-05"],
    ),
    ("Next week Mon 9 am or 1 pm would do.", ["2025-W51", "2025-12-15T09:00", "2025-12-15T13:00"]),
    ("Classes will run in January, March and May.", ["2026-01", "2026-03", "2026-05"]),
    ("open mon and tues", ["2025-12-08", "2025-12-09"]),
)


@pytest.mark.parametrize(("text", "values"), LISTS)
def test_lists(text: str, values: list[str]) -> None:
    assert [mention.timex_value for mention in tag(text, anchor=ANCHOR)] == values


def test_a_sentence_between_parts_the_days() -> None:
    text = "Next week the court rests. The clerk fell ill on Monday."
    assert tag(text, anchor=ANCHOR)[1].timex_value == "2025-12-08"


def test_a_clock_is_not_on_the_first_day_of_a_week_last_spoken_of() -> None:
    assert (
        tag("The week was long. At 10 p.m. it rained.", anchor=ANCHOR)[-1].timex_value == "2025-12-10T22:00"
    )
