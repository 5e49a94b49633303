"""Sampling, against exact counts of all solutions; every draw has its seed, so nothing here is left to chance."""

from __future__ import annotations

from collections import Counter
from itertools import islice, product
from math import inf

import pytest
from hypothesis import given, settings

from tests.oracles.solver_oracles import assignments, choices, cost
from tests.solver.strategies import FloorStep, first_options, problems
from timeline.solver import Gap, Problem, Statement, Window, solutions
from timeline.solver.sampling import draw, figures


def values_of(problem: Problem, values: range) -> set[tuple[int, ...]]:
    """Every assignment that some choice of options allows."""
    options = [range(len(facts.costs)) for facts in problem.statements]
    return {
        found
        for choice in product(*options)
        for found in assignments(problem, dict(enumerate(choice)), values)
    }


ONE = Statement()
STORIES = {
    "two in order": Problem(2, (ONE,), gaps=(Gap(1, 0, weight=-1, statement=0),)),
    "one fixed to another": Problem(
        3,
        (ONE, ONE),
        gaps=(
            Gap(0, 1, weight=2, statement=0),
            Gap(1, 0, weight=-2, statement=0),
            Gap(2, 1, weight=0, statement=1),
        ),
    ),
    "a step": Problem(
        2,
        (ONE, ONE),
        gaps=(
            Gap(0, 1, weight=2, statement=0, step=FloorStep(3, 0, 2)),
            Gap(1, 0, weight=1, statement=1),
        ),
    ),
    "before or after": Problem(
        2,
        (Statement((0, 0)),),
        gaps=(Gap(1, 0, weight=-2, statement=0), Gap(0, 1, weight=-1, statement=0, option=1)),
    ),
    "two readings": Problem(
        2,
        (Statement((0, 1)), ONE),
        windows=(
            Window(0, low=0, high=1, statement=0),
            Window(0, low=4, high=5, statement=0, option=1),
        ),
        gaps=(Gap(1, 0, weight=1, statement=1),),
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_every_solution_comes_as_often_as_any_other(name: str) -> None:
    problem = STORIES[name]
    expected = values_of(problem, range(6))
    numbers = {found: number for number, found in enumerate(sorted(expected))}
    starts = sorted(expected)[:1] + sorted(expected)[-1:]
    chains = draw(
        problem, [(0, 5)] * problem.points, starts, lambda xs: numbers[tuple(xs)], samples=3_000, seed=7
    )
    counts = Counter(number for chain in chains for number in chain)
    assert set(counts) == set(numbers.values())
    mean = 6_000 / len(expected)
    assert all(abs(count - mean) < 0.25 * mean + 30 for count in counts.values())
    effective, spread = figures(chains)
    assert 300 < effective <= 6_000
    assert spread < 1.05


def test_the_same_seed_draws_the_same() -> None:
    def drawn(seed: int) -> object:
        return draw(STORIES["two in order"], [(0, 5)] * 2, [(0, 1)], lambda xs: xs[0], samples=50, seed=seed)

    assert drawn(1) == drawn(1) != drawn(2)


def test_figures_tell_chains_that_do_not_meet() -> None:
    assert figures(((0,) * 10, (1,) * 10)) == (2.0, inf)
    slow = tuple(n // 20 for n in range(100))
    effective, spread = figures((slow, slow))
    assert effective < 30
    assert spread > 1.5
    assert figures(((0, 1, 0, 1), (1, 0, 1, 0)))[0] == 8.0


@settings(max_examples=60)
@given(problems(options=True, fixed=True, points=3, statements=4))
def test_solutions_are_all_choices_cheapest_first(problem: Problem) -> None:
    expected = list(choices(problem, frozenset(first_options(problem))))
    found = [dict(enumerate(selection.options)) for selection in islice(solutions(problem), 300)]
    assert len(found) == len(expected)
    assert all(choice in expected for choice in found)
    costs = [cost(problem, {s: o for s, o in choice.items() if o is not None}) for choice in found]
    assert costs == sorted(costs) == sorted(cost(problem, choice) for choice in expected)
