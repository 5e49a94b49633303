from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.solver_oracles import (
    cheapest,
    choices,
    cost,
    floyd_warshall,
    replay_contradiction,
    satisfiable,
)
from tests.solver.strategies import FloorStep, problems
from timeline.errors import LimitError, RangeError, WrongTypeError
from timeline.solver import (
    Contradiction,
    Gap,
    Problem,
    Refutation,
    Selection,
    Solution,
    Statement,
    Window,
    alternatives,
    check,
    possible,
    relaxed,
    solve,
    standing,
)

SMALL = problems(options=True, fixed=True, points=3, statements=5)


def everything(problem: Problem) -> frozenset[int]:
    return frozenset(range(len(problem.statements)))


def by_refutation(problem: Problem, answer: Refutation) -> None:
    for contradiction in answer.contradictions:
        replay_contradiction(problem, contradiction)
    assert not satisfiable(problem, frozenset(answer.statements))


@given(SMALL)
def test_the_choice_is_the_cheapest_of_all(problem: Problem) -> None:
    answer, expected = solve(problem), cheapest(problem, everything(problem))
    if isinstance(answer, Refutation):
        assert expected is None
        by_refutation(problem, answer)
        return
    assert expected is not None
    assert dict(enumerate(answer.options)) == expected
    assert answer.cost == cost(problem, expected)
    assert (list(answer.solution.earliest), list(answer.solution.latest)) == floyd_warshall(problem, expected)


@given(SMALL, st.data())
def test_statements_that_are_not_kept_do_not_count(problem: Problem, data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(everything(problem)) or [0]))) & everything(problem)
    answer = solve(problem, kept=kept)
    wanted = frozenset(kept | set(problem.fixed))
    expected = cheapest(problem, wanted)
    if isinstance(answer, Refutation):
        assert expected is None
        assert set(answer.statements) <= wanted
    else:
        assert {s: o for s, o in enumerate(answer.options) if o is not None} == expected


@given(SMALL)
def test_an_option_stands_when_some_choice_uses_it(problem: Problem) -> None:
    used = [set[int]() for _ in problem.statements]
    for choice in choices(problem, everything(problem)):
        for statement, option in choice.items():
            used[statement].add(option)
    answer = possible(problem)
    if isinstance(answer, Refutation):
        by_refutation(problem, answer)
        assert not any(used)
        return
    assert [set(options) for options in answer] == used
    for statement, facts in enumerate(problem.statements):
        for option in range(len(facts.costs)):
            stands = standing(problem, statement, option)
            assert isinstance(stands, Selection) == (option in used[statement])
            if isinstance(stands, Refutation):
                for contradiction in stands.contradictions:
                    replay_contradiction(problem, contradiction)
            else:
                assert stands.options[statement] == option


@given(problems(options=True, fixed=True, bounded=True, steps=True, points=3, statements=4))
def test_the_hull_holds_for_every_choice(problem: Problem) -> None:
    stand = possible(problem)
    if isinstance(stand, Refutation):
        return
    loose = check(relaxed(problem, dict(enumerate(stand))))
    assert isinstance(loose, Solution)
    for choice in _all_choices(problem):
        tight = check(problem, choice)
        if isinstance(tight, Contradiction):
            continue
        for point in range(problem.points):
            assert (loose.earliest[point] or -9) <= (tight.earliest[point] or 0)
            assert (loose.latest[point] or 0) >= (tight.latest[point] or 0) or loose.latest[point] is None


def _all_choices(problem: Problem) -> list[dict[int, int]]:
    found: list[dict[int, int]] = [{}]
    for statement, facts in enumerate(problem.statements):
        found = [{**choice, statement: option} for choice in found for option in range(len(facts.costs))]
    return found


def test_the_hull_is_as_tight_as_one_statement_can_say() -> None:
    step = FloorStep(2, 0, 5)
    problem = Problem(
        2,
        (Statement((0, 1, 2)), Statement()),
        windows=(
            Window(0, low=1, high=4, statement=0, option=0),
            Window(0, low=2, high=None, statement=0, option=0),
            Window(0, low=3, high=9, statement=0, option=1),
            Window(1, low=0, high=0, statement=0, option=1),
            Window(1, low=0, high=7, statement=1),
        ),
        gaps=(
            Gap(0, 1, weight=5, statement=0, option=0, step=step),
            Gap(0, 1, weight=5, statement=0, option=1, step=step),
            Gap(1, 0, weight=2, statement=0, option=0),
            Gap(1, 0, weight=1, statement=0, option=0),
            Gap(1, 0, weight=3, statement=0, option=1, step=FloorStep(2, 0, 3)),
        ),
    )
    loose = relaxed(problem, {0: (0, 1)})
    assert loose.windows == (
        Window(1, low=0, high=7, statement=1),
        Window(0, low=2, high=9, statement=0),
        Window(1, low=None, high=None, statement=0),
    )
    assert loose.gaps == (Gap(0, 1, weight=5, statement=0, step=step), Gap(1, 0, weight=3, statement=0))
    assert not relaxed(problem, {}).gaps
    assert relaxed(problem, {0: (), 1: ()}) == Problem(2, (Statement(),) * 2)


def test_what_cannot_be_asked_is_refused() -> None:
    problem = Problem(0, (Statement((0, 1)),))
    with pytest.raises(RangeError, match="statement 1 of 1"):
        solve(problem, kept={1})
    with pytest.raises(RangeError, match="cannot be forced"):
        solve(problem, kept=(), forced={0: 0})
    with pytest.raises(RangeError, match="option 2 of statement 0"):
        standing(problem, 0, 2)
    with pytest.raises(WrongTypeError):
        standing(problem, 0, True)


def test_what_is_learnt_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alternatives, "NOGOODS", 1)
    fixed = Window(0, low=9, high=9, statement=0)
    wrong = tuple(Window(0, low=o, high=o, statement=1, option=o) for o in (0, 1, 2))
    with pytest.raises(LimitError, match="too many contradictions"):
        solve(Problem(1, (Statement(), Statement((0, 0, 0))), windows=(fixed, *wrong)))


@settings(max_examples=5)
@given(st.integers(0, 3))
def test_many_separate_choices_are_quick(seed: int) -> None:
    # 2**60 combinations, each pair of statements in the way of the other.
    windows = []
    for point in range(60):
        windows.append(Window(point, low=10, high=20, statement=2 * point))
        windows += [
            Window(point, low=30 - 10 * o - seed, high=40 - 10 * o, statement=2 * point + 1, option=o)
            for o in (0, 1)
        ]
    facts = (Statement(), Statement((0, 1))) * 60
    answer = solve(Problem(60, facts, windows=tuple(windows)))
    assert isinstance(answer, Selection)
    assert answer.cost == 60
