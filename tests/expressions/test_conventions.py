"""Conventions are data: shown, written, read back, and refused where they make no sense."""

from __future__ import annotations

import pickle

import attrs
import pytest

from timeline.errors import RangeError, TimelineError, UnknownReferenceError, WrongTypeError
from timeline.expressions.conventions import DEFAULT, Conventions


def test_every_convention_is_described() -> None:
    names = [name for name, _, _ in DEFAULT.describe()]
    assert names == [field.name for field in attrs.fields(Conventions)]
    assert all(value and sentence for _, value, sentence in DEFAULT.describe())


@pytest.mark.parametrize(
    "conventions",
    [DEFAULT, Conventions(several=(3, 9), week_start=7), Conventions(early=(0, 1, 4), hemisphere="southern")],
)
def test_what_is_written_is_read_back(conventions: Conventions) -> None:
    assert Conventions.from_json_value(conventions.to_json_value()) == conventions


def test_conventions_survive_a_pickle() -> None:
    conventions = Conventions(several=(3, 9), night=(20, 30))
    assert pickle.loads(pickle.dumps(conventions)) == conventions


def test_only_what_differs_is_written() -> None:
    assert Conventions(several=(3, 9)).to_json_value() == {"several": [3, 9]}


@pytest.mark.parametrize(
    "value",
    [
        {"sevral": [3, 9]},
        {"several": 3},
        {"several": [9, 3]},
        {"several": [1.5, 3]},
        {"several": [True, 3]},
        {"early": [0, 0, 3]},
        {"about": [3, 2]},
        {"week_start": 8},
        {"week_start": True},
        {"hemisphere": "eastern"},
        {"day_order": 3},
        {"night": [30, 18]},
        ["several"],
        None,
    ],
)
def test_bad_conventions_are_refused(value: object) -> None:
    with pytest.raises(TimelineError):
        Conventions.from_json_value(value)


def test_the_errors_say_what_is_wrong() -> None:
    with pytest.raises(UnknownReferenceError, match="sevral"):
        Conventions.from_json_value({"sevral": 1})
    with pytest.raises(RangeError, match="week_start"):
        Conventions(week_start=0)
    with pytest.raises(WrongTypeError, match="several"):
        Conventions(several=3)  # type: ignore[arg-type]
