"""The strategies for EDTF: valid at their level, with every feature of it, and short when they shrink."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.expressions.edtf import (
    EdtfDate,
    EdtfDateTime,
    EdtfInterval,
    EdtfSet,
    EdtfValue,
    RecordedDate,
    parse,
)
from timeline.expressions.edtf.calendars import CALENDARS
from timeline.strategies import (
    edtf_dates,
    edtf_datetimes,
    edtf_intervals,
    edtf_sets,
    edtf_texts,
    edtf_values,
    recorded_dates,
)


@pytest.mark.parametrize("level", [0, 1, 2])
@given(data=st.data())
def test_every_text_is_valid_at_its_level(level: int, data: st.DataObject) -> None:
    text = data.draw(edtf_texts(level=level))
    assert parse(text, level=level).text == text


@given(edtf_values(level=1))
def test_every_value_is_of_its_level(value: EdtfValue) -> None:
    assert value.level <= 1


FIRST_FOUND = settings(phases=(Phase.generate,), max_examples=2_000, database=None)
FEATURES = [
    *((edtf_texts(level=0), feature) for feature in ("^....$", "-", "T", "Z", "/", "[+]")),
    *((edtf_texts(level=1), feature) for feature in ("X$", "^Y", "^Y-", "^-", "-2[1-4]", "[?]$", "~$", "%$", "/[.][.]")),
    *((edtf_intervals(level=1), feature) for feature in ("^/", "/$", "^[.][.]/", "/[.][.]$")),
    *((edtf_dates(), feature) for feature in ("E", "S", "-[34]", "[?]-", "-~", "X-", "X.$")),
    *((edtf_sets(), feature) for feature in (r"^\[", "^{", "^.[.][.]", r"[.][.]\]$", "[.][.]}$", "[0-9X][.][.][0-9X]", ",")),
    (edtf_texts(), r"^\["),
    (edtf_values(), "/"),
]  # fmt: skip


@pytest.mark.parametrize(("strategy", "feature"), FEATURES)
def test_every_feature_of_a_level_occurs(strategy: st.SearchStrategy[Any], feature: str) -> None:
    found = find(strategy, lambda value: re.search(feature, str(value)) is not None, settings=FIRST_FOUND)
    assert re.search(feature, str(found))


@pytest.mark.parametrize(
    ("strategy", "shortest"),
    [
        (edtf_texts(level=0), "2000"),
        (edtf_texts(level=1), "2000"),
        (edtf_texts(), "2000"),
        (edtf_values(), "2000"),
        (edtf_dates(), "2000"),
        (edtf_datetimes(), "2000-01-01T00:00:00"),
        (edtf_intervals(level=0), "2000/2000"),
        (edtf_sets(), "[2000]"),
        (recorded_dates(), "2000 (julian)"),
        (recorded_dates(calendar="republican"), "0014 (republican)"),
    ],
)
def test_they_shrink_to_what_is_short(strategy: st.SearchStrategy[Any], shortest: str) -> None:
    found = find(strategy, lambda value: str(value) != f"other than {shortest}")
    assert str(found) == shortest


@pytest.mark.parametrize("kind", [EdtfDate, EdtfDateTime, EdtfInterval, EdtfSet, EdtfValue, RecordedDate])
def test_hypothesis_knows_the_types(kind: type[Any]) -> None:
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


@pytest.mark.parametrize("name", list(CALENDARS))
@given(data=st.data())
def test_dates_are_of_the_calendar_that_is_asked_for(name: str, data: st.DataObject) -> None:
    date = data.draw(recorded_dates(calendar=name))
    assert date.calendar == name
    assert RecordedDate.parse(str(date)) == date


@pytest.mark.parametrize(
    "make",
    [
        lambda: edtf_texts(level=3),
        lambda: edtf_values(level=-1),
        lambda: edtf_dates(level=4),
        lambda: edtf_datetimes(level=3),
        lambda: edtf_intervals(level=3),
        lambda: recorded_dates(calendar="mayan"),
    ],
)
def test_what_does_not_exist_is_refused_at_once(make: Callable[[], object]) -> None:
    with pytest.raises(InvalidArgument):
        make()
