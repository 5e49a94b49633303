"""All corrections, best first, against trying every set of statements."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

from tests.oracles.solver_oracles import drops, satisfiable
from tests.solver.strategies import problems
from timeline.errors import RangeError
from timeline.solver import Gap, Problem, Statement, Window, corrections


@settings(max_examples=60)
@given(problems(options=True, fixed=True, points=3, statements=5))
def test_they_are_all_that_trying_every_set_finds_in_that_order(problem: Problem) -> None:
    expected = drops(problem)
    if not expected:
        with pytest.raises(RangeError, match="fixed statements contradict"):
            next(corrections(problem))
        return
    found = list(corrections(problem))
    assert [correction.statements for correction in found] == expected
    for correction in found:
        assert correction.weight == sum(problem.statements[s].weight or 0 for s in correction.statements)
        assert {s for s, option in enumerate(correction.selection.options) if option is None} == set(
            correction.statements
        )


@settings(max_examples=60)
@given(problems(points=4, statements=8))
def test_each_is_needed_and_enough(problem: Problem) -> None:
    everything = frozenset(range(len(problem.statements)))
    for correction in itertools.islice(corrections(problem), 20):
        dropped = frozenset(correction.statements)
        assert satisfiable(problem, everything - dropped)
        for statement in dropped:
            assert not satisfiable(problem, everything - dropped | {statement})


def test_a_consistent_problem_has_one_that_drops_nothing() -> None:
    assert [found.statements for found in corrections(Problem(1, (Statement(), Statement())))] == [()]


def test_they_come_one_by_one_where_there_are_too_many_to_list() -> None:
    """Forty separate conflicts have 2**40 corrections; the first few cost a few searches."""
    windows = tuple(
        Window(point, low=day, high=day, statement=2 * point + day) for point in range(40) for day in (0, 1)
    )
    problem = Problem(40, (Statement(),) * 80, windows=windows)
    first, *others = itertools.islice(corrections(problem), 5)
    assert first.statements == tuple(range(1, 80, 2))
    assert [set(first.statements) ^ set(other.statements) for other in others] == [
        {78, 79},
        {76, 77},
        {76, 77, 78, 79},
        {74, 75},
    ]


def test_those_that_overlap_are_told_apart() -> None:
    """Three statements in a circle, any two of which clash: any two may go, and no single one is enough."""
    days = tuple(Window(0, low=day, high=day, statement=day) for day in range(3))
    circle = Problem(1, tuple(Statement(weight=weight) for weight in (1, 2, 4)), windows=days)
    assert [(found.statements, found.weight) for found in corrections(circle)] == [
        ((0, 1), 3),
        ((0, 2), 5),
        ((1, 2), 6),
    ]
    once = Problem(
        2, (Statement(),) * 2, gaps=(Gap(0, 1, weight=-1, statement=0), Gap(1, 0, weight=0, statement=1))
    )
    assert [found.statements for found in corrections(once)] == [(1,), (0,)]
