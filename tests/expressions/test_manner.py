"""A text that tells a story of long before is read as one, any other as it would be without asking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.manner import LEAST_YEARS, YEARS_TO_NEAR, tells_a_story
from timeline.expressions.tagging import Mode, tag

STORY = "He left Elba on 26 February 1815 and landed on 1 March. He died in 1821."
REPORT = (
    "The plant, opened in 1998 and enlarged in 2003, was closed on Friday. It had lost money since last year."
)
MODES: tuple[Mode, ...] = ("document", "narrative")
PIECES = st.sampled_from(
    ["It fell in 1815. ", "In March it rained. ", "Two days later they met. ", "It ended in 1821. ", "She left yesterday. ",
     "It opens next week. ", "On 3 May 2023 it was sold. ", "They met on Friday. ", "In 44 BC he died. "]
)  # fmt: skip


def values(text: str, mode: Mode) -> list[str]:
    return [mention.timex_value for mention in tag(text, anchor="2024-08-12", mode=mode)]


def words(text: str) -> list[str]:
    return [mention.text for mention in tag(text, anchor="2024-08-12")]


def test_a_story_goes_on_from_its_own_times() -> None:
    assert values(STORY, "auto") == values(STORY, "narrative") == ["1815-02-26", "1815-03-01", "1821"]


@pytest.mark.parametrize(
    "text", [REPORT, "It was founded in 1998.", "It was sold in 2023 and again in 2024.", ""]
)
def test_a_report_starts_from_its_day(text: str) -> None:
    assert values(text, "auto") == values(text, "document")


def test_years_before_christ_are_years() -> None:
    assert tells_a_story(words("Caesar fell in 44 BC, Cicero in 43 BC."), 2024)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_one_of_both_is_chosen_and_near_days_make_a_report(text: str) -> None:
    told = tells_a_story(words(text), 2024)
    assert values(text, "auto") == values(text, "narrative" if told else "document")
    far, near = (
        text.count("18") + text.count("44 BC"),
        text.count("yesterday") + text.count("next") + text.count("Friday"),
    )
    assert told == (far >= LEAST_YEARS and far >= YEARS_TO_NEAR * near and far >= text.count("2023"))
