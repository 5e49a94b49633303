"""Feasts that follow the moon fall where the almanacs of those who keep them say."""

from __future__ import annotations

import pytest

from timeline.expressions.english.moons import KEPT, LUNAR_FEASTS, lunar_day
from timeline.expressions.resolve import resolve
from timeline.times.calendar import date_from_day_number, day_number

ALMANAC = (
    ("rosh hashanah", (2023, 9, 16)),
    ("yom kippur", (2025, 10, 2)),
    ("hanukkah", (2022, 12, 19)),
    ("purim", (2021, 2, 26)),
    ("passover", (1948, 4, 24)),
    ("tisha b'av", (2022, 8, 7)),
    ("eid al-fitr", (2021, 5, 13)),
    ("ramadan", (1999, 12, 9)),
    ("chinese new year", (2023, 1, 22)),
    ("chuseok", (2022, 9, 10)),
    ("diwali", (2022, 10, 24)),
    ("holi", (2023, 3, 8)),
    ("vesak", (2019, 5, 19)),
)


def _day(name: str, year: int) -> int | None:
    return lunar_day(*LUNAR_FEASTS[name], year)


@pytest.mark.parametrize(("name", "date"), ALMANAC)
def test_almanac(name: str, date: tuple[int, int, int]) -> None:
    assert _day(name, date[0]) == day_number(*date)


def test_every_kept_name_is_in_the_tables() -> None:
    for name in KEPT:
        assert any(_day(name, year) is not None for year in (2023, 2024)), name


def test_hebrew_days_keep_off_the_weekdays_that_the_calendar_forbids() -> None:
    forbidden = {
        "rosh hashanah": {3, 5, 7},
        "yom kippur": {2, 5, 7},
        "passover": {1, 3, 5},
        "tisha b'av": {6},
    }
    for name, weekdays in forbidden.items():
        for year in range(1800, 2200):
            day = _day(name, year)
            assert day is not None
            assert date_from_day_number(day).weekday not in weekdays


def test_the_days_of_an_islamic_year_keep_their_distances() -> None:
    for year in range(1930, 2070):
        fitr, adha = _day("eid al-fitr", year), _day("eid al-adha", year)
        assert fitr is not None
        assert adha is not None
        assert (adha - fitr) % 354 in {67, 68, 69, 70} or adha < fitr


def test_a_year_that_no_table_knows_has_no_such_day() -> None:
    assert _day("diwali", 1850) is None
    assert _day("eid al-fitr", 1850) is None


def test_a_feast_begins_on_its_eve() -> None:
    (reading,) = resolve("Yom Kippur 2018", anchor="2025-12-13")
    assert (reading.edtf, reading.timex_value) == ("[2018-09-18..2018-09-19]", "2018-09-19")
