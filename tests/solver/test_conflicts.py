from __future__ import annotations

import pytest
from hypothesis import given

from tests.oracles.solver_oracles import best_drop, cheapest, choices, replay_contradiction, satisfiable
from tests.solver.strategies import problems
from timeline.errors import RangeError
from timeline.solver import (
    Conflict,
    Gap,
    Problem,
    Refutation,
    Statement,
    Window,
    cheapest_correction,
    conflicts,
    exclusions,
    independent,
    irreducible,
    possible,
    solve,
)

SMALL = problems(options=True, fixed=True, points=3, statements=6)


def says(*days: tuple[int, int], weights: tuple[int | None, ...] | None = None) -> Problem:
    windows = tuple(Window(0, low=low, high=high, statement=s) for s, (low, high) in enumerate(days))
    return Problem(1, tuple(Statement(weight=w) for w in weights or (1,) * len(days)), windows=windows)


def assert_irreducible(problem: Problem, conflict: Conflict) -> None:
    fixed = frozenset(problem.fixed)
    for contradiction in conflict.contradictions:
        replay_contradiction(problem, contradiction)
    seen = {s for contradiction in conflict.contradictions for s in contradiction.statements}
    assert conflict.statements == tuple(sorted(seen - fixed))
    assert not satisfiable(problem, frozenset(seen))
    for statement in conflict.statements:
        assert satisfiable(problem, (fixed | set(conflict.statements)) - {statement})


@given(SMALL)
def test_a_conflict_is_contradictory_and_irreducible(problem: Problem) -> None:
    answer = solve(problem)
    if isinstance(answer, Refutation):
        if not satisfiable(problem, frozenset(problem.fixed)):
            with pytest.raises(RangeError, match="fixed statements contradict"):
                irreducible(problem, problem.fixed)
        else:
            assert_irreducible(problem, irreducible(problem, answer.statements))
            assert_irreducible(problem, irreducible(problem, range(len(problem.statements))))


@given(problems(options=True, fixed=True, points=3, statements=5))
def test_the_correction_is_the_best_of_all(problem: Problem) -> None:
    expected = best_drop(problem)
    if expected is None:
        with pytest.raises(RangeError, match="fixed statements contradict"):
            cheapest_correction(problem)
        return
    correction = cheapest_correction(problem)
    assert correction.statements == expected
    assert correction.weight == sum(problem.statements[s].weight or 0 for s in expected)
    kept = frozenset(range(len(problem.statements))) - set(expected)
    chosen = {s: o for s, o in enumerate(correction.selection.options) if o is not None}
    assert chosen == cheapest(problem, kept)


@given(SMALL)
def test_independent_conflicts_share_only_what_was_dropped(problem: Problem) -> None:
    if not satisfiable(problem, frozenset(problem.fixed)):
        return
    correction = cheapest_correction(problem)
    found = independent(problem, correction)
    dropped = set(correction.statements)
    for conflict in found:
        assert_irreducible(problem, conflict)
        assert len(dropped & set(conflict.statements)) == 1
    assert dropped == dropped & {s for conflict in found for s in conflict.statements}
    for statement in dropped:
        others = [set(c.statements) - dropped for c in found if statement in c.statements]
        assert sum(map(len, others)) == len(set().union(*others))


@given(SMALL)
def test_what_excludes_an_option_is_an_irreducible_conflict_with_it(problem: Problem) -> None:
    stand = possible(problem)
    if isinstance(stand, Refutation):
        return
    found = exclusions(problem, stand)
    options = {(s, o) for s, facts in enumerate(problem.statements) for o in range(len(facts.costs))}
    assert set(found) == {(s, o) for s, o in options if o not in stand[s]}
    for (statement, option), conflict in found.items():
        assert (statement, option) in found
        assert found[statement, option] is conflict
        held = frozenset({*conflict.statements, *problem.fixed, statement})
        assert not any(choice[statement] == option for choice in choices(problem, held))
        for other in {*conflict.statements} - {statement}:
            assert any(choice[statement] == option for choice in choices(problem, held - {other}))
        for contradiction in conflict.contradictions:
            replay_contradiction(problem, contradiction)


def test_an_option_that_stands_is_not_excluded() -> None:
    with pytest.raises(RangeError, match="option 1 of statement 0 stands"):
        exclusions(Problem(0, (Statement((0, 1)),)), ((0,),))[0, 1]


def test_the_odd_one_out_conflicts_with_each_of_the_others() -> None:
    problem = says((12, 12), (12, 12), (12, 12), (9, 11))
    correction = cheapest_correction(problem)
    assert (correction.statements, correction.weight) == ((3,), 1)
    found = independent(problem, correction)
    assert [conflict.statements for conflict in found] == [(0, 3), (1, 3), (2, 3)]
    assert [conflict.contradictions[0].shortfall for conflict in found] == [1, 1, 1]


def test_reliable_statements_outweigh_many() -> None:
    problem = says((12, 12), (12, 12), (9, 9), weights=(1, 1, 3))
    assert cheapest_correction(problem).statements == (0, 1)


def test_axioms_are_passed_through_but_not_listed() -> None:
    problem = Problem(
        3,
        (Statement(), Statement(), Statement(weight=None), Statement(weight=None), Statement(weight=None)),
        windows=(Window(0, low=10, high=10, statement=0), Window(2, low=5, high=5, statement=1)),
        gaps=(
            Gap(1, 0, weight=-1, statement=2),
            Gap(2, 1, weight=-1, statement=3),
            Gap(0, 0, weight=0, statement=4),
        ),
    )
    conflict = irreducible(problem, (0, 1))
    assert conflict.statements == (0, 1)
    assert conflict.contradictions[0].statements == (0, 1, 2, 3)
    assert conflict.contradictions[0].shortfall == 7
    assert cheapest_correction(problem).statements == (1,)


def test_a_detour_is_left_out_of_a_conflict() -> None:
    problem = Problem(
        3,
        (Statement(),) * 3,
        windows=(
            Window(0, low=None, high=0, statement=0),
            Window(1, low=None, high=1, statement=2),
            Window(2, low=5, high=None, statement=2),
        ),
        gaps=(Gap(0, 2, weight=0, statement=1), Gap(1, 2, weight=0, statement=2)),
    )
    found = solve(problem)
    assert isinstance(found, Refutation)
    assert found.statements == (0, 1, 2)
    assert irreducible(problem, found.statements).statements == (2,)


def test_a_statement_alone_can_be_a_conflict() -> None:
    problem = says((5, 3), (1, 1))
    assert [c.statements for c in independent(problem, cheapest_correction(problem))] == [(0,)]


def test_what_holds_together_is_no_conflict() -> None:
    with pytest.raises(RangeError, match="do not contradict"):
        irreducible(says((1, 1), (1, 1)), (0, 1))


def test_not_more_conflicts_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "CONFLICTS", 2)
    problem = says((12, 12), (12, 12), (12, 12), (9, 11))
    assert len(independent(problem, cheapest_correction(problem))) == 2
