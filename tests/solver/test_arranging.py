"""Sets of relations together with everything that is measured, against trying every choice and every value."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest
import z3  # type: ignore[import-untyped]  # z3-solver has no types
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.solver_oracles import (
    assignments,
    best_drop,
    cheapest,
    choices,
    cost,
    replay_contradiction,
    satisfiable,
)
from tests.solver.strategies import ordered_problems
from timeline.solver import (
    Gap,
    Problem,
    Refutation,
    Selection,
    Solution,
    Statement,
    Window,
    arranging,
    cheapest_correction,
    check,
    exclusions,
    irreducible,
    possible,
    solve,
)
from timeline.solver.orders import Orders

quick = settings(max_examples=60)
SMALL = ordered_problems()


def everything(problem: Problem) -> frozenset[int]:
    return frozenset(range(len(problem.statements)))


def refutes(problem: Problem, answer: Refutation) -> None:
    assert answer.contradictions
    for contradiction in answer.contradictions:
        replay_contradiction(problem, contradiction)
    assert not satisfiable(problem, frozenset(answer.statements))


@quick
@given(SMALL)
def test_the_choice_is_consistent_and_none_is_cheaper(problem: Problem) -> None:
    answer, expected = solve(problem), cheapest(problem, everything(problem))
    if isinstance(answer, Refutation):
        assert expected is None
        refutes(problem, answer)
        return
    assert expected is not None
    assert answer.cost == cost(problem, expected)
    chosen = {s: o for s, o in enumerate(answer.options) if o is not None}
    found = check(problem, chosen)
    assert isinstance(found, Solution)
    assert list(found.earliest) == list(answer.solution.earliest)
    assert list(found.latest) == list(answer.solution.latest)


@quick
@given(SMALL)
def test_the_options_that_stand_are_those_of_all_choices(problem: Problem) -> None:
    used = [set[int]() for _ in problem.statements]
    for choice in choices(problem, everything(problem)):
        for statement, option in choice.items():
            used[statement].add(option)
    answer = possible(problem)
    if isinstance(answer, Refutation):
        refutes(problem, answer)
        assert not any(used)
        return
    assert [set(options) for options in answer] == used
    excluded = exclusions(problem, answer)
    assert len(excluded) == sum(len(f.costs) - len(u) for f, u in zip(problem.statements, used, strict=True))
    for (statement, option), conflict in excluded.items():
        assert option not in used[statement]
        assert not any(
            choice[statement] == option
            for choice in choices(problem, frozenset({0, statement, *conflict.statements}))
        )


@settings(max_examples=40)
@given(SMALL)
def test_corrections_and_conflicts(problem: Problem) -> None:
    expected = best_drop(problem)
    assert expected is not None
    correction = cheapest_correction(problem)
    assert correction.statements == expected
    assert {s for s, option in enumerate(correction.selection.options) if option is None} == set(expected)
    if expected:
        conflict = irreducible(problem, everything(problem))
        refutes(problem, Refutation(contradictions=conflict.contradictions))
        for statement in conflict.statements:
            assert satisfiable(problem, frozenset({0, *conflict.statements}) - {statement})


@settings(max_examples=40)
@given(ordered_problems(intervals=2, bounded=True, steps=True))
def test_with_steps_something_stands_exactly_when_some_values_do(problem: Problem) -> None:
    options = [range(len(facts.costs)) for facts in problem.statements]
    some = any(
        next(assignments(problem, dict(enumerate(found)), range(4)), None) is not None
        for found in product(*options)
    )
    assert isinstance(solve(problem), Selection) == some


def apart(statement: int, one: int, two: int, least: int = 1) -> tuple[Gap, ...]:
    """One interval is over before the other starts, whichever."""
    return tuple(
        Gap(2 * late, 2 * early + 1, weight=-least, statement=statement, option=option)
        for option, (early, late) in enumerate(((one, two), (two, one)))
    )


def shifts(count: int, hours: int) -> Problem:
    """So many intervals, each two long, none with another at the same time, all within some hours."""
    facts = [Statement(weight=None)]
    gaps = [Gap(2 * n + 1, 2 * n, weight=-2, statement=0) for n in range(count)]
    windows = []
    for n in range(count):
        windows += [
            Window(2 * n, low=0, high=None, statement=len(facts)),
            Window(2 * n + 1, low=None, high=hours, statement=len(facts)),
        ]
        facts.append(Statement())
    for one, two in combinations(range(count), 2):
        gaps += apart(len(facts), one, two)
        facts.append(Statement((0, 0)))
    return Problem(2 * count, tuple(facts), windows=tuple(windows), gaps=tuple(gaps))


def test_shifts_that_just_fit() -> None:
    answer = solve(shifts(4, 11))
    assert isinstance(answer, Selection)
    refused = solve(shifts(4, 10))
    assert isinstance(refused, Refutation)
    assert refused.statements == tuple(range(11))
    for contradiction in refused.contradictions:
        replay_contradiction(shifts(4, 10), contradiction)


def test_what_is_too_much_to_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "CASES", 12)
    refused = solve(shifts(4, 10))
    assert isinstance(refused, Refutation)
    assert refused.contradictions == ()
    assert refused.deadlocks[0].statements == refused.statements == tuple(range(11))
    assert irreducible(shifts(4, 10), range(11)).statements == tuple(range(1, 11))


def by_z3(problem: Problem) -> bool:
    solver = z3.SolverFor("QF_IDL")
    xs = [z3.Int(f"x{n}") for n in range(problem.points)]
    for statement, facts in enumerate(problem.statements):
        options = []
        for option in range(len(facts.costs)):
            parts = [z3.BoolVal(True)]
            for window in (problem.windows[i] for i in problem.windows_of[statement]):
                if window.option == option:
                    parts += [] if window.low is None else [xs[window.point] >= window.low]
                    parts += [] if window.high is None else [xs[window.point] <= window.high]
            for gap in (problem.gaps[i] for i in problem.gaps_of[statement]):
                if gap.option == option:
                    parts.append(xs[gap.target] <= xs[gap.source] + gap.weight)
            options.append(z3.And(parts))
        solver.add(z3.Or(options))
    return bool(solver.check() == z3.sat)


@pytest.mark.parametrize("seed", range(16))
def test_medium_problems_agree_with_z3(seed: int) -> None:
    """Nine intervals, half of them dated, lengths, far gaps, readings, and twenty-odd sets of relations."""
    random, count = Random(seed), 9
    facts = [Statement(weight=None)]
    gaps = [Gap(2 * n + 1, 2 * n, weight=-1, statement=0) for n in range(count)]
    windows = []
    for n in range(count):
        if random.random() < 0.5:
            day = random.randrange(14)
            windows += [
                Window(
                    2 * n,
                    low=day + 9 * option,
                    high=day + 9 * option + 6,
                    statement=len(facts),
                    option=option,
                )
                for option in range(2)
            ]
            facts.append(Statement((0, 1)))
        if random.random() < 0.5:
            gaps.append(Gap(2 * n, 2 * n + 1, weight=random.randrange(2, 12), statement=len(facts)))
            facts.append(Statement())
    for one, two in combinations(range(count), 2):
        if random.random() < 0.6:
            gaps += apart(len(facts), one, two, least=random.choice((0, 1)))
            if random.random() < 0.5:  # or during, either way round
                inner, outer = random.choice(((one, two), (two, one)))
                gaps.append(Gap(2 * inner, 2 * outer, weight=-1, statement=len(facts), option=2))
                gaps.append(Gap(2 * outer + 1, 2 * inner + 1, weight=-1, statement=len(facts), option=2))
                facts.append(Statement((0, 0, 0)))
            else:
                facts.append(Statement((0, 0)))
    problem = Problem(2 * count, tuple(facts), windows=tuple(windows), gaps=tuple(gaps))
    assert isinstance(solve(problem), Selection) == by_z3(problem)


@given(st.integers(0, 1), st.integers(-1, 1))
def test_what_is_no_set_of_relations_is_no_order(kind: int, weight: int) -> None:
    axioms = (
        *(Gap(2 * n + 1, 2 * n, weight=-1, statement=0) for n in range(3)),
        Gap(3, 0, weight=-1, statement=0),
        Gap(1, 6, weight=-1, statement=6),
    )
    several = Statement((0, 1)) if kind else Statement((0, 0))
    said = (
        Gap(2, 1, weight=weight, statement=1),
        Gap(0, 3, weight=-1, statement=1, option=1),
        Gap(0, 1, weight=-1, statement=2),
        Gap(1, 0, weight=0, statement=2, option=1),
        Gap(0, 2, weight=-1, statement=3),
        Gap(0, 4, weight=0, statement=3, option=1),
        Gap(0, 6, weight=0, statement=4),
        Gap(0, 2, weight=0, statement=4, option=1),
        Gap(0, 2, weight=0, statement=5),
    )
    facts = (Statement(weight=None), several, *[Statement((0, 0))] * 4, Statement((0, 0), weight=None))
    problem = Problem(7, facts, gaps=(*axioms, *said))
    expected = set() if kind or weight > 0 else {1}
    assert set(Orders.of(problem, range(7)).statements) == expected


def test_options_that_do_not_stand_are_found_with_few_trials() -> None:
    problem = shifts(4, 11).adding(
        statements=(Statement(),), windows=(Window(0, low=4, high=None, statement=11),)
    )
    stand = possible(problem)
    assert not isinstance(stand, Refutation)
    assert stand[5:8] == ((0, 1),) * 3
    late = problem.adding(statements=(Statement(),), windows=(Window(0, low=9, high=None, statement=12),))
    stand = possible(late)
    assert not isinstance(stand, Refutation)
    assert stand[5:8] == ((1,),) * 3
