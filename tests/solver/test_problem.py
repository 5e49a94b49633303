from __future__ import annotations

import pickle
from typing import Any

import pytest

from timeline.errors import RangeError, WrongTypeError
from timeline.solver import Gap, Problem, Statement, Window
from timeline.solver.columns import copied, layered


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        (Window, {"point": True, "low": 0, "high": 0, "statement": 0}),
        (Window, {"point": 0, "low": 0.5, "high": 0, "statement": 0}),
        (Window, {"point": 0, "low": 0, "high": "1", "statement": 0}),
        (Window, {"point": 0, "low": 0, "high": 0, "statement": None}),
        (Gap, {"source": 0, "target": 1, "weight": False, "statement": 0}),
        (Gap, {"source": 0, "target": 1.0, "weight": 0, "statement": 0}),
        (Statement, {"costs": [0]}),
        (Statement, {"costs": (0.0,)}),
        (Statement, {"weight": True}),
        (Problem, {"points": 1.0}),
        (Problem, {"points": 1, "statements": [Statement()]}),
        (Problem, {"points": 1, "statements": (1,)}),
        (Problem, {"points": 1, "gaps": (Window(0, low=0, high=0, statement=0),)}),
    ],
)
def test_values_of_the_wrong_type_are_refused(kind: Any, arguments: dict[str, Any]) -> None:
    with pytest.raises(WrongTypeError):
        kind(**arguments)


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        (Window, {"point": -1, "low": 0, "high": 0, "statement": 0}),
        (Gap, {"source": 0, "target": 0, "weight": 0, "statement": 0, "option": -1}),
        (Statement, {"costs": ()}),
        (Statement, {"costs": (-1,)}),
        (Statement, {"weight": -1}),
        (Problem, {"points": -1}),
        (Problem, {"points": 1, "windows": (Window(1, low=0, high=0, statement=0),)}),
        (Problem, {"points": 1, "windows": (Window(0, low=0, high=0, statement=0),)}),
        (
            Problem,
            {
                "points": 1,
                "statements": (Statement(),),
                "windows": (Window(0, low=0, high=0, statement=0, option=1),),
            },
        ),
        (
            Problem,
            {"points": 1, "statements": (Statement(),), "gaps": (Gap(0, 1, weight=0, statement=0),)},
        ),
        (
            Problem,
            {"points": 1, "statements": (Statement(),), "gaps": (Gap(1, 0, weight=0, statement=0),)},
        ),
        (Problem, {"points": 2, "gaps": (Gap(1, 0, weight=0, statement=0),)}),
    ],
)
def test_values_out_of_range_are_refused(kind: Any, arguments: dict[str, Any]) -> None:
    with pytest.raises(RangeError):
        kind(**arguments)


def test_values_pass_through_pickle_by_their_constructor() -> None:
    window = Window(0, low=None, high=3, statement=0)
    gap = Gap(0, 1, weight=-2, statement=0)
    problem = Problem(2, (Statement((0, 1), weight=None),), windows=(window,), gaps=(gap,))
    assert pickle.loads(pickle.dumps(problem)) == problem
    edited = pickle.dumps(window).replace(b"K\x03", b"G?\xf0\x00\x00\x00\x00\x00\x00")
    with pytest.raises(WrongTypeError):
        pickle.loads(edited)


def test_adding_checks_what_is_new() -> None:
    problem = Problem(1, (Statement(),))
    grown = problem.adding(
        statements=(Statement(weight=None),), windows=(Window(0, low=0, high=0, statement=1),)
    )
    assert grown == Problem(1, grown.statements, windows=grown.windows)
    assert grown.fixed == (1,)
    assert tuple(grown.windows_of) == ((), (0,))
    assert grown.axioms_at == {0: (1,)}
    with pytest.raises(RangeError):
        problem.adding(windows=(Window(0, low=0, high=0, statement=1),))


def test_columns_share_what_did_not_change() -> None:
    base = list(range(100))
    first = layered(base, {3: -1})
    second = layered(first, {4: -2})
    assert second.base is base
    assert [second[i] for i in range(6)] == [0, 1, 2, -1, -2, 5]
    assert [first[i] for i in range(6)] == [0, 1, 2, -1, 4, 5]
    assert copied(second, 100) == [0, 1, 2, -1, -2, *range(5, 100)]
