"""Feasts fall where the almanacs say, and every name leads to a rule."""

from __future__ import annotations

import pytest

from timeline.expressions.edtf import RecordedDate
from timeline.expressions.english.feasts import (
    FEAST_WORDS,
    FEASTS,
    easter,
    feast_day,
    feast_span,
    orthodox_easter,
)
from timeline.expressions.resolve import resolve
from timeline.expressions.tagging import tag
from timeline.times.calendar import date_from_day_number, day_number

WESTERN = (
    (1961, 4, 2),
    (1999, 4, 4),
    (2000, 4, 23),
    (2008, 3, 23),
    (2011, 4, 24),
    (2024, 3, 31),
    (2025, 4, 20),
)
EASTERN = (
    (2000, 4, 30),
    (2008, 4, 27),
    (2011, 4, 24),
    (2018, 4, 8),
    (2020, 4, 19),
    (2024, 5, 5),
    (2025, 4, 20),
)


@pytest.mark.parametrize("date", WESTERN)
def test_easter(date: tuple[int, int, int]) -> None:
    assert easter(date[0]) == day_number(*date)


@pytest.mark.parametrize("date", EASTERN)
def test_orthodox_easter(date: tuple[int, int, int]) -> None:
    assert orthodox_easter(date[0]) == day_number(*date)


def test_easter_is_a_sunday_in_march_or_april() -> None:
    for year in range(1583, 2600):
        date = date_from_day_number(easter(year))
        assert date.weekday == 7
        assert (3, 22) <= (date.month, date.day) <= (4, 25)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1066, 4, 16), (1131, 4, 19), (1215, 4, 19), (1307, 3, 26), (1453, 4, 1), (1582, 4, 15)],
)
def test_easter_before_the_reform_is_named_as_people_named_it(year: int, month: int, day: int) -> None:
    assert easter(year) == day_number(year, month, day)
    recorded = RecordedDate.parse(f"{year}-{month:02}-{day:02} (julian)")
    assert recorded.first_day_number == orthodox_easter(year)
    assert date_from_day_number(recorded.first_day_number).weekday == 7


def test_a_weekday_of_the_julian_calendar_is_no_contradiction() -> None:
    (reading,) = resolve("Friday, 13 October 1307", anchor="2024-01-01")
    assert (reading.edtf, reading.reason) == (
        "1307-10-13",
        "the date that is named, a Friday of the Julian calendar",
    )
    assert len(resolve("Monday, 13 October 1307", anchor="2024-01-01")) == 2


def _year(day: int) -> int:
    return date_from_day_number(day).year


def test_every_name_has_a_day_in_every_year_that_its_rule_or_table_knows() -> None:
    assert set(FEAST_WORDS.values()) == set(FEASTS)
    for name in FEASTS:
        for year in (-43, 4, 1999, 2024):
            day = feast_day(name, year)
            assert (FEASTS[name][0] in {"islamic", "kept"}) if day is None else (_year(day) == year)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("thanksgiving", (2024, 11, 28)),
        ("election day", (2024, 11, 5)),
        ("memorial day", (2024, 5, 27)),
        ("martin luther king day", (2024, 1, 15)),
        ("mother's day", (2024, 5, 12)),
        ("black friday", (2024, 11, 29)),
        ("good friday", (2024, 3, 29)),
        ("pentecost", (2024, 5, 19)),
        ("boss's day", (2022, 10, 17)),
        ("king's day", (2025, 4, 26)),
        ("victoria day", (2024, 5, 20)),
        ("advent", (2024, 12, 1)),
        ("clean monday", (2024, 3, 18)),
        ("world health day", (2024, 4, 7)),
    ],
)
def test_days_of_2024(name: str, date: tuple[int, int, int]) -> None:
    assert feast_day(name, date[0]) == day_number(*date)


def test_a_feast_of_several_days_is_all_of_them() -> None:
    assert feast_span("kwanzaa", 2023) == (
        day_number(2023, 12, 26),
        day_number(2023, 12, 26),
        day_number(2024, 1, 2),
    )
    assert feast_span("lent", 2024) == (day_number(2024, 2, 14), day_number(2024, 2, 14), easter(2024))
    for name in FEASTS:
        span = feast_span(name, 2024)
        assert span is not None, name
        assert span[0] <= span[1] < span[2]


@pytest.mark.parametrize(
    "words", ["St. Andrew's Day", "saint andrew's day", "st andrews day", "ST ANDREW'S DAY"]
)
def test_spellings(words: str) -> None:
    assert [reading.timex_value for reading in resolve(words, anchor="2025-12-13")] == [
        "2025-11-30",
        "2026-11-30",
    ]


@pytest.mark.parametrize(
    "text", ["He lent it to her.", "On the assumption of peace.", "With the advent of print."]
)
def test_common_words_are_no_feasts(text: str) -> None:
    assert tag(text, anchor="2025-12-13") == ()
