"""Feasts fall where the almanacs say, and every name leads to a rule."""

from __future__ import annotations

import pytest

from timeline.expressions.english.feasts import (
    FEAST_WORDS,
    FEASTS,
    easter,
    feast_day,
    orthodox_easter,
)
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


def test_every_name_has_a_day_in_every_year() -> None:
    assert set(FEAST_WORDS.values()) == set(FEASTS)
    for name in FEASTS:
        for year in (-43, 4, 1999, 2024):
            assert abs(date_from_day_number(feast_day(name, year)).year - year) <= 1


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
    ],
)
def test_days_of_2024(name: str, date: tuple[int, int, int]) -> None:
    assert feast_day(name, date[0]) == day_number(*date)
