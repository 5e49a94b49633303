"""Times in running text: what is found, what is left alone, and the laws of every mention."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.readings import TimexType
from timeline.expressions.tagging import Mention, tag

ANCHOR = "2025-12-13"


def found(
    text: str, anchor: str = ANCHOR, mode: Literal["document", "narrative"] = "document"
) -> list[tuple[str, str]]:
    return [(mention.text, mention.timex_value) for mention in tag(text, anchor=anchor, mode=mode)]


SENTENCES = [
    ("The bridge was closed on Friday.", [("Friday", "2025-12-12")]),
    ("The minister will arrive on Friday.", [("Friday", "2025-12-19")]),
    (
        "They signed the lease last June and left in early August.",
        [("last June", "2025-06"), ("early August", "2025-08")],
    ),
    ("The court sat for less than three months.", [("less than three months", "P3M")]),
    ("Within a week the harbour froze.", [("a week", "P1W")]),
    ("It happened two weeks ago.", [("two weeks ago", "2025-W48")]),
    ("The Aug. 7 fire was the second.", [("Aug. 7", "2025-08-07")]),
    ("From 2019 to 2021 she lived abroad.", [("2019", "2019"), ("2021", "2021")]),
    ("At 5 p.m. Wednesday the doors opened.", [("5 p.m. Wednesday", "2025-12-10T17:00")]),
    ("The meeting is every Friday.", [("every Friday", "XXXX-WXX-5")]),
    (
        "The log says 2025-11-03 04:05:06.",
        [("2025-11-03", "2025-11-03"), ("04:05:06", "2025-11-03T04:05:06")],
    ),
    ("Sales fell in the third quarter of 2024.", [("the third quarter of 2024", "2024-Q3")]),
    (
        "In recent weeks prices rose; earlier this year they fell.",
        [("recent weeks", "PXW"), ("earlier this year", "2025")],
    ),
    ("Earlier, the army had withdrawn.", [("Earlier", "PAST_REF")]),
    ("It closes on the 2nd of May 2026.", [("the 2nd of May 2026", "2026-05-02")]),
    ("The song is from the '90s.", [("the '90s", "199")]),
    ("In 490 BC they crossed.", [("490 BC", "BC0490")]),
    ("We met the day before yesterday.", [("the day before yesterday", "2025-12-11")]),
    ("It could be ready as early as Tuesday.", [("Tuesday", "2025-12-16")]),
    ("She said that last week it rained.", [("last week", "2025-W49")]),
    (
        "Net for the year ended March 31 rose; in the year-ago quarter it fell.",
        [("the year", "P1Y"), ("March 31", "2025-03-31"), ("the year-ago quarter", "2024-Q3")],
    ),
    (
        "Sales rose in the third quarter. A year-earlier loss was told in the 2024 period.",
        [("the third quarter", "2025-Q3"), ("year-earlier", "2024-Q3"), ("the 2024 period", "2024-Q3")],
    ),
    ("Made on 27/12/2024 and 06/01/2025.", [("27/12/2024", "2024-12-27"), ("06/01/2025", "2025-01-06")]),
    (
        "Its date (02-06-2026) is false; 12-11-2025 is not.",
        [("02-06-2026", "2026-02-06"), ("12-11-2025", "2025-12-11")],
    ),
    ("It came late, due to the storm (05-12-2025).", [("05-12-2025", "2025-05-12")]),
    ("It rose months after Sun Microsystems fell.", [("months", "PXM")]),
    (
        "It began in the early morning hours of November 1, 1954.",
        [("the early morning hours of November 1, 1954", "1954-11-01TMO")],
    ),
    ("It must be paid by Friday.", [("Friday", "2025-12-19")]),
    ("The talks are set to resume on Monday.", [("Monday", "2025-12-15")]),
    ("Tue Nov 11 10:12:58 2025", [("Tue Nov 11", "2025-11-11"), ("10:12:58 2025", "2025-11-11T10:12:58")]),
    ("Seen 2025-03-23T07:08:34.", [("2025-03-23", "2025-03-23"), ("07:08:34", "2025-03-23T07:08:34")]),
    (
        "After this December 2020 visit she left last Oct. 3.",
        [("December 2020", "2020-12"), ("last Oct. 3", "2025-10-03")],
    ),
    ("The parade was 2-4 July 2024.", [("2", "2024-07-02"), ("4 July 2024", "2024-07-04")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The Sun reported it.",
        "A second attempt was made.",
        "The fall of the city was near.",
        "See CVE-2020-1234 and /var/2019/04/file.",
        "He sat down; Jan laughed.",
        "It cost $2012 and 1/4 of that again.",
        "A 6-year-old boy was found.",
        "A man who is 37 years old was found.",
        "It costs $40 a year, for four flights a week.",
        "They think that may help, and this may too.",
        "The film High Noon was shown; Jan Kowalski wrote: good evening.",
        "Later, they agreed. Previously, they had not.",
        "Version 12.50 has 2000 users.",
        "Three-quarters of them agreed.",
        "More than 1,990 people came.",
        "They lost 2019 soldiers.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_end_of_a_range_knows_the_range() -> None:
    first, last = tag("It was open from 26 July to 22 August 2024.", anchor=ANCHOR)
    ranges = {str(reading.bounds.outer) for reading in first.readings} & {
        str(reading.bounds.outer) for reading in last.readings
    }
    assert "2024-07-26T00:00:00Z/2024-08-23T00:00:00Z" in ranges


def test_a_preposition_gives_a_further_reading() -> None:
    (mention,) = tag("Nobody has seen it since 2019.", anchor=ANCHOR)
    assert (mention.text, mention.readings[0].edtf) == ("2019", "2019")
    assert any(reading.bounds.latest_end is None for reading in mention.readings)


def test_in_a_story_times_start_from_the_time_last_spoken_of() -> None:
    text = (
        "On 10 May 1940 the army crossed the river. Twelve days later it stopped. In December it took the city; "
        "that year nobody moved. In January the thaw came, and the following year they left."
    )
    assert found(text, anchor="2009-12-19", mode="narrative") == [
        ("10 May 1940", "1940-05-10"),
        ("Twelve days later", "1940-05-22"),
        ("December", "1940-12"),
        ("that year", "1940"),
        ("January", "1941-01"),
        ("the following year", "1942"),
    ]


def test_the_direction_comes_from_the_verb_and_the_other_is_kept() -> None:
    (mention,) = tag("The vote was held on Monday.", anchor=ANCHOR)
    assert [reading.timex_value for reading in mention.readings] == ["2025-12-08", "2025-12-15"]
    (mention,) = tag("The vote will be held on Monday.", anchor=ANCHOR)
    assert [reading.timex_value for reading in mention.readings] == ["2025-12-15", "2025-12-08"]


def test_a_mention_survives_a_pickle_and_refuses_to_be_nowhere() -> None:
    (mention,) = tag("on Friday", anchor=ANCHOR)
    assert pickle.loads(pickle.dumps(mention)) == mention
    with pytest.raises(RangeError):
        Mention(3, 3, text="", readings=mention.readings)
    with pytest.raises(RangeError):
        Mention(0, 3, text="now", readings=())


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(WrongTypeError):
        tag(3, anchor=ANCHOR)  # type: ignore[arg-type]
    with pytest.raises(RangeError):
        tag("Friday", anchor=ANCHOR, mode="story")  # type: ignore[arg-type]


WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid-",
        "June",
        "Friday",
        "week",
        "month",
        "year",
        "two",
        "three",
        "of",
        "in",
        "on",
        "ago",
        "before",
        "after",
        "since",
        "until",
        "by",
        "to",
        "and",
        "from",
        "-",
        ",",
        ".",
        "9th",
        "12",
        "2024",
        "summer",
        "quarter",
        "first",
        "5",
        "pm",
        "night",
        "today",
        "about",
        "less",
        "than",
        "several",
        "days",
        "hours",
        "Christmas",
        "every",
        "past",
        "coming",
        "end",
        "beginning",
        "1990s",
        "BC",
        "half",
        "a",
        "an",
        "weekend",
        "fiscal",
        "03/04/2005",
        "later",
        "that",
        "same",
        "day",
        "he",
        "said",
        "will",
        "12:30",
        "\n\n",
        "may",
        "1/2",
        "$",
        "%",
        "'",
        "'90s",
        "(",
        ")",
        "0",
        "000000000000",
        "2019-12-31",
        "T10:00",
        "été",
        "İ",
        "١٢",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60)


def laws(text: str, mentions: tuple[Mention, ...]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text
        assert mention.readings
        assert isinstance(mention.timex_type, TimexType)
        assert len(
            {(reading.bounds, reading.distance, reading.timex_value) for reading in mention.readings}
        ) == len(mention.readings)
        end = mention.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["document", "narrative"]))
def test_mentions_slice_the_text_in_order(text: str, mode: Literal["document", "narrative"]) -> None:
    laws(text, tag(text, anchor=ANCHOR, mode=mode))


PLAIN = st.lists(
    st.sampled_from(
        "apples bridges carried dogs every* green houses kept over* red trees wagons".replace(
            "*", "x"
        ).split()
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(PLAIN, st.sampled_from(SENTENCES), PLAIN)
def test_text_without_times_around_changes_nothing(
    before: str, sentence: tuple[str, list[tuple[str, str]]], after: str
) -> None:
    text, expected = sentence
    assert found(f"{before.capitalize()}. {text} {after.capitalize()}.") == expected


@settings(max_examples=50, deadline=None)
@given(st.integers(-500, 500))
def test_an_anchor_moved_by_whole_weeks_moves_the_days(weeks: int) -> None:
    from timeline.times import CivilDate

    anchor = CivilDate(2025, 12, 13)
    text = "They met on Friday, wrote the next Monday, left two days ago and will return tomorrow."
    here, there = (tag(text, anchor=day) for day in (anchor, anchor.plus(days=7 * weeks)))
    assert [mention.text for mention in here] == [mention.text for mention in there]
    for one, two in zip(here, there, strict=True):
        first, second = one.readings[0].bounds.earliest_start, two.readings[0].bounds.earliest_start
        assert first is not None
        assert second is not None
        assert (second - first).microseconds == weeks * 7 * 86_400_000_000


def steps(action: Callable[[], Any]) -> int:
    """Count the calls that an action makes, of Python's functions and of built-in ones."""
    count = 0

    def tally(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


HOSTILE = [
    "(",
    "9",
    " ",
    "\n",
    "1Y",
    "one ",
    "the ",
    "two hundred and ",
    "1/2/",
    "12:",
    "2019-",
    "last ",
    "early ",
    "before after ",
    "the end of ",
    "in the first week of ",
    "3 to ",
    "half past ",
    "'",
    "May ",
    "Friday, ",
    "a year and a half and ",
    "1 hour 1 minute ",
    "from 1 May to ",
    "every other ",
    "since ",
    "In May 1990 and ",
    "June, ",
    "the year ended March 31 ",
    "during this period ",
    "499-",
    "that day at night ",
]


@pytest.mark.parametrize("mode", ["document", "narrative"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_takes_at_most_twice_the_steps(
    unit: str, mode: Literal["document", "narrative"]
) -> None:
    def run(times: int) -> int:
        text = unit * times
        return steps(lambda: tag(text, anchor=ANCHOR, mode=mode))

    run(50)
    small, large = run(200), run(400)
    assert large <= 2 * small + EDGES


EDGES = 4_000
"""Steps that the ends of a text save once: a row looks ahead, and near its end there is less to see."""
