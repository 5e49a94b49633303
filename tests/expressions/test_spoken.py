"""Words of a report that start from the time last spoken of, not from the day it was published."""

from __future__ import annotations

import pytest

from timeline.expressions.tagging import Mention, tag

ANCHOR = "2025-06-03"  # a Tuesday


def last(text: str) -> Mention:
    return tag(text, anchor=ANCHOR)[-1]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It warned of losses on 22 April. Its shares fell the next day.", "2025-04-23"),
        ("It fell ill in late 2014. Over the next six years it sold every site.", "[2014-09-01..2020-12-31]"),
        ("The bridge closed in 2021. A hearing is expected by the end of the year.", "[..2025-12-31]"),
        ("The bridge closed in 2021. It opened by the end of the year.", "[..2021-12-31]"),
        ("It rained on 2 May 2024. Two weeks later the road sank; the mayor left the same day.", None),
        ("The dam burst on Sunday, the police said on Monday. It gave way at 3 a.m.", None),
    ],
)
def test_spoken(text: str, edtf: str | None) -> None:
    mention = last(text)
    if edtf is not None:
        assert edtf in {reading.edtf for reading in mention.readings[:2]}
        assert mention.readings[0].edtf == edtf or edtf.startswith("[..")
    elif "mayor" in text:
        before = tag(text, anchor=ANCHOR)[-2]
        assert mention.readings[0].bounds == before.readings[0].bounds
    else:
        assert mention.timex_value == "2025-06-01T03:00"


def test_the_same_day_as_a_vague_one_is_as_vague() -> None:
    text = "In March 2021 the firm fell. The director was dismissed the same day."
    assert last(text).readings[0].edtf == "2021-03"


def test_a_clock_of_24_hours_counts_to_24_everywhere() -> None:
    text = "At 09:30 the firm stopped. By 10:05 it had begun again. It closed at 17:40."
    values = {reading.timex_value for mention in tag(text, anchor=ANCHOR) for reading in mention.readings}
    assert values == {"2025-06-03T09:30", "2025-06-03T10:05", "2025-06-03T17:40"}
    assert {"2025-06-03T10:05", "2025-06-03T22:05"} <= {
        reading.timex_value for reading in tag("It stopped at 10:05.", anchor=ANCHOR)[0].readings
    }


def test_between_is_a_window() -> None:
    text = "Between 9:42 a.m. and 11:17 a.m. on 14 October 2024 nobody could pay."
    ranges = [reading for reading in last(text).readings if "/" in reading.timex_value]
    bounds = ranges[0].bounds
    assert bounds.latest_start is not None
    assert str(bounds.latest_start) > "2024-10-14T11:16"


LOG = (
    "He sailed on 14 April 1871 and wrote from Madeira nine days later. The ship arrived on 30 May. His sister had inherited "
    "in 1869; she died in 1890. His trunk was sold in 1903."
)


def test_a_report_of_the_past_reads_bare_dates_in_the_year_last_spoken_of() -> None:
    values = {mention.text: mention.timex_value for mention in tag(LOG, anchor="1975-05-01")}
    assert values["30 May"] == "1871-05-30"


def test_a_report_that_names_a_near_day_or_year_does_not() -> None:
    for more in (" It was shown on Friday.", " It was shown in 1974."):
        values = {mention.text: mention.timex_value for mention in tag(LOG + more, anchor="1975-07-01")}
        assert values["30 May"] == "1975-05-30"


def test_to_last_is_a_verb() -> None:
    assert [m.text for m in tag("It is expected to last two days.", anchor=ANCHOR)] == ["two days"]


def test_a_feast_of_the_past_goes_on_with_the_year_told_before() -> None:
    text = "In November 1956 she fled on foot and reached Vienna just before Christmas. The film opened the following spring."
    mentions = {mention.text: mention for mention in tag(text, anchor=ANCHOR)}
    assert mentions["Christmas"].timex_value == "1956-12-25"
    assert mentions["the following spring"].timex_value == "1957-SP"


def test_the_spring_that_follows_a_year_is_after_it() -> None:
    assert last("She returned in 1989. An exhibition opened the following spring.").timex_value == "1990-SP"
