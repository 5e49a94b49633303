"""A judgement says what its questions say when they are asked one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.solver.strategies import ordered_problems, problems
from timeline.solver import Problem, Refutation, Solution, check, exclusions, judge, possible, relaxed, solve


@given(problems(options=True, fixed=True, points=3, statements=5) | ordered_problems() | st.just(Problem(0)))
def test_a_judgement_is_the_answers_to_its_questions(problem: Problem) -> None:
    found, alone = judge(problem), solve(problem)
    if isinstance(found, Refutation) or isinstance(alone, Refutation):
        assert found == alone
        return
    assert (found.selection.options, found.selection.cost) == (alone.options, alone.cost)
    assert list(found.selection.solution.latest) == list(alone.solution.latest)
    options = possible(problem)
    assert not isinstance(options, Refutation)
    several = [number for number, statement in enumerate(problem.statements) if len(statement.costs) > 1]
    assert found.standing == {number: options[number] for number in several}
    assert dict(found.excluded) == dict(exclusions(problem, options))
    hull = check(relaxed(problem, dict(enumerate(options))))
    assert isinstance(hull, Solution)
    assert (list(found.hull.earliest), list(found.hull.latest)) == (list(hull.earliest), list(hull.latest))
    for point, (low, high) in enumerate(zip(hull.earliest, hull.latest, strict=True)):
        assert low is None or found.hull.earliest_proof(point) == hull.earliest_proof(point)
        assert high is None or found.hull.latest_proof(point) == hull.latest_proof(point)
        assert (point in found.hull.free) == (low is None and high is None)
