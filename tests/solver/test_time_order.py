"""Large networks, swept in about the order of time: the same bounds, proofs and contradictions as in any other order."""

from __future__ import annotations

from array import array
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles.solver_oracles import floyd_warshall, replay_contradiction, replay_earliest, replay_latest
from tests.solver.strategies import first_options, gaps, problems, windows
from tests.solver.test_loops import moved, runs
from timeline.solver import (
    Contradiction,
    Gap,
    Problem,
    Solution,
    Statement,
    Window,
    check,
    propagation,
    sweeps,
)
from timeline.solver.columns import zeros
from timeline.solver.loops import LEVEL, ROOF, SWEEPS, VALUE, WEIGHT

MOST = ROOF >> 1


@pytest.fixture(autouse=True)
def all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(propagation, "LARGE", 0)


def swept(
    run: ModuleType, points: int, edges: list[tuple[int, int, int]], start: list[int], patience: int
) -> list[object]:
    tails, heads = (array("i", (edge[side] for edge in edges)) for side in (0, 1))
    weights, ids = array("q", (edge[2] for edge in edges)), array("i", range(len(edges)))
    labels, floors = array("q", start), array("q", [VALUE, LEVEL] * points)[:points]
    times, ranks, counts = zeros("q", points), zeros("i", points), zeros("i", 4)
    left = run.guess(labels, floors, ROOF, MOST, LEVEL, times, points)
    more = run.guess_along(ids, tails, heads, weights, MOST, LEVEL, times)
    run.rank(times, LEVEL, counts, ranks, points)
    rows = [(zeros("i", points + 1), zeros("q", 2 * len(edges))) for _ in range(2)]
    run.fill_slots(ids, ranks, tails, heads, weights, *rows[0], points)
    run.turn_slots(*rows[0], *rows[1], points)
    found: list[object] = [left, more, times, ranks, counts, rows]
    for begin, slots in rows:
        own, parents, marks = zeros("q", points), array("i", [-1]) * points, bytearray(points)
        back, back_parents = zeros("q", points), array("i", [-1]) * points
        run.permute(ranks, labels, own, points)
        count = run.mark(own, -ROOF, ROOF, points, marks)
        stopped = run.sweep(begin, slots, own, parents, marks, points, ROOF, patience)
        found += [count, stopped, own[:], parents[:], marks[:]]
        run.hand_back(ranks, own, parents, marks, back, back_parents, marks, points)
        ends = heads if begin is rows[1][0] else tails
        found += [back, back_parents, run.circle(back_parents, ends, marks, zeros("i", points), points)]
    return found


@given(runs(), st.integers(0, 20))
@example((2, [(0, 1, -WEIGHT), (1, 0, -WEIGHT)], [0, 0]), 20)
def test_both_sweep_alike(run: tuple[int, list[tuple[int, int, int]], list[int]], patience: int) -> None:
    assert swept(SWEEPS, *run, patience) == swept(sweeps, *run, patience)


@given(problems(), st.sampled_from((1, WEIGHT // 5, WEIGHT // 4, VALUE // 5, 10**30)))
def test_bounds_are_those_of_all_pairs(problem: Problem, unit: int) -> None:
    problem = moved(problem, unit)
    answer, expected = check(problem), floyd_warshall(problem, first_options(problem))
    if isinstance(answer, Contradiction):
        assert expected is None
        replay_contradiction(problem, answer)
        return
    assert (list(answer.earliest), list(answer.latest)) == expected
    for point in range(problem.points):
        if answer.latest[point] is not None:
            assert replay_latest(problem, answer.latest_proof(point)) == (point, answer.latest[point])
        if answer.earliest[point] is not None:
            assert replay_earliest(problem, answer.earliest_proof(point)) == (point, answer.earliest[point])


@given(st.data())
def test_with_steps_and_additions_the_order_does_not_matter(data: st.DataObject) -> None:
    problem = data.draw(problems(steps=True, bounded=True))
    more = data.draw(st.lists(windows(problem.points, 0) | gaps(problem.points, 0, steps=True), max_size=3))
    new_windows = [part for part in more if isinstance(part, Window)]
    new_gaps = [part for part in more if isinstance(part, Gap)]
    found = []
    for large in (0, 1 << 40):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(propagation, "LARGE", large)
            answer = check(problem)
            if isinstance(answer, Solution):
                answer = answer.extend(new_windows, new_gaps)
            bounds = (list(answer.earliest), list(answer.latest)) if isinstance(answer, Solution) else None
            found.append(bounds)
    assert found[0] == found[1]


@pytest.mark.parametrize("length", [2, 3, 50])
@pytest.mark.parametrize("dated", [False, True])
def test_a_planted_cycle_is_found_with_its_edges(length: int, *, dated: bool) -> None:
    points = 400
    chain = [Gap(point + 1, point, weight=-1, statement=0) for point in range(points - 1) if point != 200]
    first = 100
    cycle = [Gap(first + n, first + n + 1, weight=2, statement=0) for n in range(length - 1)]
    cycle.append(Gap(first + length - 1, first, weight=1 - 2 * length, statement=0))
    some = (Window(100, low=0, high=10_000, statement=0),) if dated else ()
    answer = check(Problem(points, (Statement(),), windows=some, gaps=(*chain, *cycle)))
    assert isinstance(answer, Contradiction)
    assert answer.cycle
    assert answer.shortfall == 1
    assert len(answer.links) == length


def test_a_network_without_points_rests() -> None:
    assert isinstance(check(Problem(0)), Solution)
