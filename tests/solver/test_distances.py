"""How far one point can be after another: all pairs of shortest paths, and never less than what can happen."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.oracles.solver_oracles import all_pairs, assignments
from tests.solver.strategies import first_options, problems
from tests.solver.test_loops import moved
from timeline.solver import Problem, Solution, check, network
from timeline.solver.loops import VALUE, WEIGHT


@given(problems(), st.sampled_from((1, 1, 1, WEIGHT // 4, VALUE // 5, 10**30)))
def test_without_steps_it_is_the_closure_of_the_network(problem: Problem, unit: int) -> None:
    large = moved(problem, unit)
    answer = check(large)
    assume(isinstance(answer, Solution))
    assert isinstance(answer, Solution)
    expected = all_pairs(large, first_options(large))
    assert expected is not None
    for first, second in product(range(large.points), repeat=2):
        found = answer.longest(first, second)
        assert (None if found is None else found[0]) == expected.get((first, second))
        if found is not None:
            _holds_without_the_rest(large, {link.statement for link in found[1]}, first, second, found[0])


def _holds_without_the_rest(
    problem: Problem, statements: set[int], first: int, second: int, value: int
) -> None:
    rest = problem.replace(
        windows=tuple(w for w in problem.windows if w.statement in statements),
        gaps=tuple(g for g in problem.gaps if g.statement in statements),
    )
    alone = check(rest)
    assert isinstance(alone, Solution)
    found = alone.longest(first, second)
    assert found is not None
    assert found[0] == value


@given(problems(steps=True, bounded=True, points=3))
def test_with_steps_no_more_is_possible(problem: Problem) -> None:
    answer = check(problem)
    assume(isinstance(answer, Solution))
    assert isinstance(answer, Solution)
    for values in assignments(problem, first_options(problem), range(-4, 5)):
        for first, second in product(range(problem.points), repeat=2):
            found = answer.longest(first, second)
            assert found is not None
            assert values[second] - values[first] <= found[0]


@given(problems(), st.data())
def test_it_follows_what_comes_and_goes(problem: Problem, data: st.DataObject) -> None:
    answer = check(problem)
    assume(isinstance(answer, Solution) and problem.statements)
    assert isinstance(answer, Solution)
    gone = data.draw(st.sampled_from(range(len(problem.statements))))
    rest = problem.replace(
        windows=tuple(w for w in problem.windows if w.statement != gone),
        gaps=tuple(g for g in problem.gaps if g.statement != gone),
    )
    expected = all_pairs(rest, first_options(rest))
    assert expected is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "FEW", 0)
        left = answer.retract([gone])
        for first, second in product(range(problem.points), repeat=2):
            found = left.longest(first, second)
            assert (None if found is None else found[0]) == expected.get((first, second))
