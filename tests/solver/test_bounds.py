from __future__ import annotations

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.solver_oracles import (
    floyd_warshall,
    hull,
    limit,
    replay_contradiction,
    replay_earliest,
    replay_latest,
)
from tests.solver.strategies import FloorStep, first_options, gaps, problems, windows
from timeline.errors import LimitError, RangeError, WrongTypeError
from timeline.solver import Contradiction, Gap, Problem, Solution, Statement, Window, check, stepping

Bounds = tuple[list[int | None], list[int | None]]


def bounds(answer: Solution | Contradiction) -> Bounds | None:
    return None if isinstance(answer, Contradiction) else (list(answer.earliest), list(answer.latest))


def solution(problem: Problem) -> Solution:
    answer = check(problem)
    assert isinstance(answer, Solution)
    return answer


def plain(points: int, *parts: Window | Gap) -> Problem:
    return Problem(
        points,
        (Statement(),) * (1 + max((part.statement for part in parts), default=-1)),
        windows=tuple(part for part in parts if isinstance(part, Window)),
        gaps=tuple(part for part in parts if isinstance(part, Gap)),
    )


@given(problems())
def test_bounds_are_those_of_all_pairs(problem: Problem) -> None:
    assert bounds(check(problem)) == floyd_warshall(problem, first_options(problem))


@given(problems(steps=True, bounded=True, points=4, statements=6))
def test_bounds_with_steps_are_those_of_all_assignments(problem: Problem) -> None:
    assert bounds(check(problem)) == hull(problem, first_options(problem), range(-4, 5))


@given(problems(steps=True, bounded=True))
def test_earliest_and_latest_are_solutions(problem: Problem) -> None:
    answer = check(problem)
    if isinstance(answer, Solution):
        for side in (answer.earliest, answer.latest):
            values = [value for value in side if value is not None]
            assert len(values) == problem.points
            assert all(values[gap.target] <= limit(gap, values[gap.source]) for gap in problem.gaps)


@given(problems(steps=True, bounded=True) | problems())
def test_every_proof_and_contradiction_replays(problem: Problem) -> None:
    answer = check(problem)
    if isinstance(answer, Contradiction):
        replay_contradiction(problem, answer)
        return
    for point in range(problem.points):
        if answer.latest[point] is not None:
            proof = answer.latest_proof(point)
            assert replay_latest(problem, proof) == (point, answer.latest[point]) == (point, proof.value)
            assert set(proof.statements) == {link.statement for link in proof.links}
        if answer.earliest[point] is not None:
            assert replay_earliest(problem, answer.earliest_proof(point)) == (point, answer.earliest[point])


@pytest.mark.parametrize("steps", [False, True])
@given(data=st.data())
def test_extending_is_rebuilding(data: st.DataObject, *, steps: bool) -> None:
    problem = data.draw(problems(steps=steps, bounded=steps))
    answer = check(problem)
    while isinstance(answer, Solution):
        before = bounds(answer)
        parts = data.draw(
            st.lists(windows(problem.points, 0) | gaps(problem.points, 0, steps=steps), max_size=3)
        )
        if not parts:
            break
        factor = data.draw(st.sampled_from((1, 1, 1, 10**6, 10**30)))
        more_windows = tuple(_wider(part, factor) for part in parts if isinstance(part, Window))
        more_gaps = tuple(_heavier(part, factor) for part in parts if isinstance(part, Gap))
        problem = problem.adding(
            statements=(Statement(),) * (not problem.statements), windows=more_windows, gaps=more_gaps
        )
        grown = answer.extend(more_windows, more_gaps)
        assert bounds(answer) == before
        assert bounds(grown) == bounds(check(problem))
        if isinstance(grown, Contradiction):
            replay_contradiction(problem, grown)
        else:
            _check_tightened(answer, grown)
            _replay_all(problem, grown)
        answer = grown


def _wider(window: Window, factor: int) -> Window:
    low = None if window.low is None else window.low - factor + 1
    high = None if window.high is None else window.high + factor - 1
    return attrs.evolve(window, low=low, high=high)


def _heavier(gap: Gap, factor: int) -> Gap:
    return gap if gap.step else attrs.evolve(gap, weight=gap.weight * factor)


def _check_tightened(old: Solution, new: Solution) -> None:
    for before, after in zip(old.earliest, new.earliest, strict=True):
        assert before is None or (after is not None and after >= before)
    for before, after in zip(old.latest, new.latest, strict=True):
        assert before is None or (after is not None and after <= before)


def _replay_all(problem: Problem, answer: Solution) -> None:
    for point, (low, high) in enumerate(zip(answer.earliest, answer.latest, strict=True)):
        if high is not None:
            assert replay_latest(problem, answer.latest_proof(point)) == (point, high)
        if low is not None:
            assert replay_earliest(problem, answer.earliest_proof(point)) == (point, low)


@given(problems(), st.integers(-(10**20), 10**20))
def test_shifting_everything_shifts_the_bounds(problem: Problem, by: int) -> None:
    def moved(value: int | None) -> int | None:
        return None if value is None else value + by

    shifted = problem.replace(
        windows=tuple(attrs.evolve(w, low=moved(w.low), high=moved(w.high)) for w in problem.windows)
    )
    expected = bounds(check(problem))
    if expected is not None:
        expected = [moved(low) for low in expected[0]], [moved(high) for high in expected[1]]
    assert bounds(check(shifted)) == expected


@given(problems())
def test_mirroring_time_swaps_the_bounds(problem: Problem) -> None:
    def turned(value: int | None) -> int | None:
        return None if value is None else -value

    mirrored = problem.replace(
        windows=tuple(attrs.evolve(w, low=turned(w.high), high=turned(w.low)) for w in problem.windows),
        gaps=tuple(attrs.evolve(g, source=g.target, target=g.source) for g in problem.gaps),
    )
    expected = bounds(check(problem))
    if expected is not None:
        expected = [turned(high) for high in expected[1]], [turned(low) for low in expected[0]]
    assert bounds(check(mirrored)) == expected


@given(problems(), st.randoms(use_true_random=False))
def test_renaming_points_renames_the_bounds(problem: Problem, random: Random) -> None:
    names = list(range(problem.points))
    random.shuffle(names)
    permuted = problem.replace(
        windows=tuple(attrs.evolve(w, point=names[w.point]) for w in reversed(problem.windows)),
        gaps=tuple(
            attrs.evolve(g, source=names[g.source], target=names[g.target]) for g in reversed(problem.gaps)
        ),
    )
    one, two = bounds(check(problem)), bounds(check(permuted))
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        for side in (0, 1):
            assert one[side] == [two[side][names[point]] for point in range(problem.points)]


def test_a_cycle_of_steps_comes_to_rest_and_tells_how() -> None:
    # Up to the multiple of 4 below and 3 on; and back by 2: in numbers the cycle has 1 to spare.
    step = FloorStep(4, 0, 3)
    problem = plain(
        2,
        Window(0, low=None, high=10, statement=0),
        Gap(0, 1, weight=3, statement=1, step=step),
        Gap(1, 0, weight=-2, statement=2),
    )
    answer = solution(problem)
    assert list(answer.latest) == [9, 11]
    assert replay_latest(problem, answer.latest_proof(0)) == (0, 9)
    assert [link.statement for link in answer.latest_proof(1).links] == [0, 1]
    assert [link.statement for link in answer.latest_proof(0).links] == [0, 1, 2]


def test_of_two_steps_to_one_point_the_stricter_one_counts() -> None:
    problem = plain(
        3,
        Window(0, low=None, high=15, statement=0),
        Window(1, low=None, high=14, statement=1),
        Gap(0, 2, weight=0, statement=2, step=FloorStep(4, 0, 0)),
        Gap(1, 2, weight=0, statement=3, step=FloorStep(10, 0, 0)),
    )
    answer = solution(problem)
    assert answer.latest[2] == 10
    assert answer.latest_proof(2).statements == (1, 3)


def test_a_cycle_of_steps_that_falls_below_a_window_is_a_contradiction() -> None:
    step = FloorStep(4, 0, 3)
    problem = plain(
        2,
        Window(0, low=0, high=10, statement=0),
        Gap(0, 1, weight=3, statement=1, step=step),
        Gap(1, 0, weight=-3, statement=2),
        Window(1, low=-9, high=-1, statement=3),
    )
    answer = check(problem)
    assert isinstance(answer, Contradiction)
    replay_contradiction(problem, answer)


def test_steps_that_lower_each_other_for_ever_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepping, "STEP_ROUNDS", 50)
    problem = plain(
        2,
        Window(0, low=None, high=10, statement=0),
        Gap(0, 1, weight=3, statement=1, step=FloorStep(4, 0, 2)),
        Gap(1, 0, weight=-3, statement=2),
    )
    with pytest.raises(LimitError, match="without end"):
        check(problem)


def test_a_low_window_stops_labels_only_where_there_is_one() -> None:
    # Steps may fall far below anything that the weights could add up to.
    far = FloorStep(10**9, 1, 0)
    problem = plain(2, Window(0, low=None, high=-5, statement=0), Gap(0, 1, weight=0, statement=1, step=far))
    assert list(solution(problem).latest) == [-5, -(10**9) - 1]


def test_a_new_low_window_is_held_against_steps() -> None:
    problem = plain(
        2,
        Window(0, low=None, high=10, statement=0),
        Gap(0, 1, weight=0, statement=1, step=FloorStep(8, 0, 0)),
    )
    answer = solution(problem)
    assert list(answer.latest) == [10, 8]
    window = Window(1, low=9, high=None, statement=2)
    grown = answer.extend([window])
    assert isinstance(grown, Contradiction)
    replay_contradiction(problem.adding(statements=(Statement(),), windows=(window,)), grown)
    assert grown.shortfall == 1


def test_additions_to_steps_touch_only_what_changes() -> None:
    step = FloorStep(8, 0, 0)
    parts = [Window(p, low=None, high=10, statement=p) for p in range(40)]
    problem = plain(40, *parts, Gap(0, 1, weight=0, statement=40, step=step))
    answer = solution(problem)
    for point, high in ((5, 3), (9, 4), (0, 7)):
        grown = answer.extend([Window(point, low=None, high=high, statement=41)])
        assert isinstance(grown, Solution)
        assert grown.latest[point] == high
        changed = [p for p in range(40) if grown.latest[p] != answer.latest[p]]
        assert changed == ([0, 1] if point == 0 else [point])
        answer = grown
    assert answer.latest[1] == 0


def test_a_cycle_without_windows_is_found() -> None:
    answer = check(plain(3, *(Gap(p, (p + 1) % 3, weight=w, statement=p) for p, w in enumerate((5, -3, -3)))))
    assert isinstance(answer, Contradiction)
    assert answer.cycle
    assert answer.shortfall == 1
    assert answer.statements == (0, 1, 2)


def test_one_window_can_contradict_itself() -> None:
    answer = check(plain(1, Window(0, low=5, high=3, statement=0)))
    assert isinstance(answer, Contradiction)
    assert (answer.shortfall, answer.statements, answer.cycle) == (2, (0,), False)


def test_unbounded_sides_have_no_proof() -> None:
    answer = solution(plain(1, Window(0, low=5, high=None, statement=0)))
    with pytest.raises(RangeError, match="point 0 has no latest bound"):
        answer.latest_proof(0)
    with pytest.raises(RangeError, match="point 1 of 1"):
        answer.earliest_proof(1)
    with pytest.raises(RangeError, match="no earliest bound"):
        solution(Problem(1)).earliest_proof(0)


def test_labels_are_sequences() -> None:
    answer = solution(plain(2, Window(0, low=1, high=2, statement=0)))
    assert answer.earliest[:] == (1, None)
    assert answer.latest[-2] == 2
    assert len(answer.latest) == 2
    assert repr(answer.latest) == "Labels(2, None)"
    assert repr(solution(Problem(21)).latest).endswith(", ...)")
    with pytest.raises(IndexError):
        answer.latest[2]


def test_what_is_added_is_checked() -> None:
    answer = solution(Problem(1))
    with pytest.raises(RangeError, match="a window on point 1 of 1"):
        answer.extend([Window(1, low=0, high=0, statement=0)])
    with pytest.raises(RangeError, match="a gap from point 0 to 1 of 1"):
        answer.extend(gaps=[Gap(0, 1, weight=0, statement=0)])
    with pytest.raises(WrongTypeError, match="Window values"):
        answer.extend([Gap(0, 0, weight=0, statement=0)])  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match="Gap values"):
        answer.extend(gaps=[Window(0, low=0, high=0, statement=0)])  # type: ignore[list-item]


def test_bounds_of_any_size_are_exact() -> None:
    huge = 10**40
    answer = solution(
        plain(2, Window(0, low=-huge, high=huge, statement=0), Gap(0, 1, weight=-huge, statement=1))
    )
    assert list(answer.latest) == [huge, 0]
    assert list(answer.earliest) == [-huge, None]
    grown = answer.extend(gaps=[Gap(1, 0, weight=huge**2, statement=2)])
    assert isinstance(grown, Solution)
    assert list(grown.earliest) == [-huge, -huge - huge**2]


def test_a_choice_says_which_options_hold() -> None:
    parts = tuple(Window(0, low=o, high=o, statement=0, option=o) for o in (0, 1))
    problem = Problem(1, (Statement((0, 1)), *(Statement(),) * 9), windows=parts)
    for option in (0, 1):
        assert bounds(check(problem, {0: option})) == ([option], [option])
    assert bounds(check(problem, {})) == ([None], [None])
