"""Times as people type them: clock times without signs, spellings of short messages, days by half a date."""

from __future__ import annotations

import pytest

from timeline.expressions.tagging import tag

ANCHOR = "2025-12-10T09:00:00"  # a Wednesday

CLOCKS = (
    ("Lunch at 1230 then", "1230", "2025-12-10T12:30"),
    ("The gate shuts at 0745.", "0745", "2025-12-10T07:45"),
    ("Doors till 2315", "2315", "2025-12-10T23:15"),
    ("Come at 6 45 sharp", "6 45", "2025-12-10T06:45"),
    ("Call me at 7p ok", "7p", "2025-12-10T19:00"),
    ("nine-fifteen", "nine-fifteen", "2025-12-10T09:15"),
    ("Training at seven oh five", "seven oh five", "2025-12-10T07:05"),
    ("Home by 8ish", "8ish", "2025-12-10T08:00"),
    ("tonight 915", "tonight 915", "2025-12-10T21:15"),
    ("Meet at 16h please", "16h", "2025-12-10T16:00"),
    ("It rang at 3 in the AM", "3 in the AM", "2025-12-10T03:00"),
)
DAYS = (
    ("c u 2moro", "2moro", "2025-12-11"),
    ("party 2nite", "2nite", "2025-12-10TNI"),
    ("no school 2day", "2day", "2025-12-10"),
    ("paper due on thurs ok", "thurs", "2025-12-04"),
    ("nothing planned this wknd", "this wknd", "2025-W50-WE"),
    ("rent is due on Wednesday 31", "Wednesday 31", "2025-12-31"),
    ("The class of November, 3rd was full", "November, 3rd", "2025-11-03"),
    ("We met Christmas three years ago", "Christmas three years ago", "2022-12-25"),
    ("Easter in two years", "Easter in two years", "2027-03-28"),
)
NONE = (
    "It fell to 1430 points",
    "room 815",
    "a score of 12 15",
    "he paid at 405 a share",
    "twenty-five came",
)


@pytest.mark.parametrize(("text", "words", "value"), CLOCKS + DAYS)
def test_typed(text: str, words: str, value: str) -> None:
    (mention,) = tag(text, anchor=ANCHOR)
    assert mention.text == words
    assert value in {reading.timex_value for reading in mention.readings}


@pytest.mark.parametrize("text", NONE)
def test_plain_numbers_are_no_times(text: str) -> None:
    assert tag(text, anchor=ANCHOR) == ()


BEHIND = (
    ("It was shut from 2014 onwards.", "[2014-01-01..]"),
    ("Arrive on 3 May 2025 or later.", "[2025-05-03..]"),
    ("Reply by 3 May 2025 or earlier.", "[..2025-05-03]"),
    ("In the last two months of 2021 it closed.", "[2021-11-01..2021-12-31]"),
    ("The first ten days of May 2024 were wet.", "[2024-05-01..2024-05-10]"),
)


@pytest.mark.parametrize(("text", "edtf"), BEHIND)
def test_what_stands_behind_a_time_gives_a_further_reading(text: str, edtf: str) -> None:
    assert edtf in {reading.edtf for mention in tag(text, anchor=ANCHOR) for reading in mention.readings}


def test_a_length_runs_from_where_it_starts() -> None:
    mention = tag("He is away for two weeks starting 20 May 2026.", anchor=ANCHOR)[0]
    spans = {(str(r.bounds.outer.start), str(r.bounds.outer.end)) for r in mention.readings}
    assert ("2026-05-20T00:00:00Z", "2026-06-03T00:00:00Z") in spans


@pytest.mark.parametrize("text", ["before 2010 or after 2018", "before 2010 and after 2018"])
def test_two_sides_are_two_times(text: str) -> None:
    first, second = tag(text, anchor=ANCHOR)
    assert "[..2009-12-31]" in {reading.edtf for reading in first.readings}
    assert "[2019-01-01..]" in {reading.edtf for reading in second.readings}
