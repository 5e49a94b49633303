"""The compiled loops and their source in Python give the same answers to the bit, and neither ever wraps a number."""

from __future__ import annotations

from array import array
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.oracles.solver_oracles import floyd_warshall, replay_contradiction
from tests.solver.strategies import FloorStep, first_options, gaps, problems, windows
from timeline import _compiled
from timeline.errors import RangeError, WrongTypeError
from timeline.solver import (
    Contradiction,
    Gap,
    Problem,
    Solution,
    Statement,
    Window,
    check,
    loops,
    network,
    propagation,
)
from timeline.solver.collecting import GapCollector, WindowCollector
from timeline.solver.columns import Flat, zeros
from timeline.solver.loops import COMPILED, LEVEL, PLAIN, ROOF, VALUE, WEIGHT
from timeline.solver.rows import Rows
from timeline.solver.shortest_paths import UNFINISHED
from timeline.solver.tables import ABSENT, GapTable, WindowTable

EDGES = st.sampled_from((0, -1, 1, WEIGHT, -WEIGHT, WEIGHT // 2, -WEIGHT // 2, 1 - WEIGHT))
LABELS = st.sampled_from((LEVEL, LEVEL - 1, 0, -1, VALUE, -VALUE, VALUE // 2))


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, int]], list[int]]:
    points = draw(st.integers(1, 6))
    place = st.integers(0, points - 1)
    weight = EDGES if draw(st.booleans()) else st.integers(-4, 4)
    label = LABELS if draw(st.booleans()) else st.integers(-9, 9) | st.just(LEVEL)
    edges = draw(st.lists(st.tuples(place, place, weight), max_size=12))
    return points, edges, draw(st.lists(label, min_size=points, max_size=points))


def settled(run: ModuleType, points: int, edges: list[tuple[int, int, int]], start: list[int]) -> object:
    tails, heads = (array("i", (edge[side] for edge in edges)) for side in (0, 1))
    weights = array("q", (edge[2] for edge in edges))
    ids = array("i", range(len(edges)))
    begin, row_heads, row_gaps = zeros("i", points + 1), zeros("i", len(edges)), zeros("i", len(edges))
    row_weights = zeros("q", len(edges))
    run.fill_rows(ids, tails, heads, weights, begin, row_heads, row_weights, row_gaps, points)
    labels, parents = array("q", start), array("i", [-1]) * points
    queued, queue = bytearray(points), zeros("i", points)
    count = run.enqueue(labels, -ROOF, ROOF, points, queued, queue)
    end = memoryview(begin)[1:]
    columns = (begin, end, row_heads, row_weights, row_gaps, labels, parents, queued, queue, points)
    stopped: list[object] = [run.lower(*columns, count, -ROOF, ROOF, 3)]
    if stopped == [UNFINISHED]:
        count = run.requeue(queued, points, queue)
        tree = (array("i", range(points)), array("i", range(points)), zeros("i", points))
        stopped += (count, run.settle(*columns, count, -ROOF, ROOF, 1 << 40, *tree), tree)
    below = run.first_below(labels, array("q", [0]) * points, points)
    return stopped, labels, parents, begin, row_heads, row_weights, row_gaps, below


@given(runs())
@example((1, [(0, 0, -1)], [0]))
@example((2, [(0, 1, -WEIGHT), (1, 0, -WEIGHT)], [0, 0]))
@example((3, [(0, 1, -1), (1, 2, -1), (2, 0, -1)], [0, 0, 0]))
@example((6, [(n, n + 1, -WEIGHT) for n in range(5)], [0, *[LEVEL] * 5]))
def test_both_settle_alike(run: tuple[int, list[tuple[int, int, int]], list[int]]) -> None:
    assert settled(COMPILED, *run) == settled(PLAIN, *run)


@given(st.lists(st.integers(-3, 3)), st.lists(st.integers(0, 1)), st.integers(-3, 3), st.integers(-3, 3))
def test_both_select_and_compare_alike(numbers: list[int], options: list[int], low: int, high: int) -> None:
    options = (options + [0] * len(numbers))[: len(numbers)]
    found = []
    for run in (COMPILED, PLAIN):
        ids, best, which = zeros("i", len(numbers)), array("q", [9, 9]), array("i", [-1, -1])
        owners, limits = array("i", options), array("q", numbers)
        count = run.select(array("i", range(len(numbers))), owners, array("i", [1, 0] * len(numbers)), ids)
        run.narrow(ids[:count], owners, limits, 3, -1, best, which)
        inside = run.within(limits, low, high, 1), run.within(owners, low, high, 1)
        found.append((count, ids, best, which, inside))
    assert found[0] == found[1]


def moved(problem: Problem, unit: int) -> Problem:
    """The problem in a unit so large that sums come near the end of machine integers, or beyond."""

    def times(value: int | None) -> int | None:
        return None if value is None else value * unit

    return problem.replace(
        windows=tuple(attrs.evolve(w, low=times(w.low), high=times(w.high)) for w in problem.windows),
        gaps=tuple(attrs.evolve(gap, weight=gap.weight * unit) for gap in problem.gaps),
    )


@given(problems(), st.sampled_from((1, WEIGHT // 5, WEIGHT // 4, VALUE // 5, ROOF, 10**30)))
def test_no_number_is_too_large(problem: Problem, unit: int) -> None:
    large = moved(problem, unit)
    answer, expected = check(large), floyd_warshall(large, first_options(large))
    if isinstance(answer, Contradiction):
        assert expected is None
        replay_contradiction(large, answer)
    else:
        assert (list(answer.earliest), list(answer.latest)) == expected


@pytest.mark.parametrize(("few", "patience"), [(0, 1_000), (0, 0), (10**9, 0)])
@pytest.mark.parametrize("steps", [False, True])
@given(data=st.data())
def test_layers_and_copies_extend_alike(few: int, patience: int, data: st.DataObject, *, steps: bool) -> None:
    problem = data.draw(problems(steps=steps, bounded=steps))
    answer = check(problem)
    with pytest.MonkeyPatch.context() as patch:
        for module in (network, propagation):
            patch.setattr(module, "FEW", few)
        patch.setattr(propagation, "PATIENCE", patience)
        while isinstance(answer, Solution):
            if data.draw(st.booleans()):
                list(answer.earliest)
            more = data.draw(
                st.lists(windows(problem.points, 0) | gaps(problem.points, 0, steps=steps), max_size=3)
            )
            if not more:
                break
            unit = data.draw(st.sampled_from((1, 1, 1, WEIGHT // 4, 10**30)))
            parts = moved(
                Problem(
                    problem.points, (Statement(),), windows=_windows(more), gaps=_gaps(more, steps=False)
                ),
                unit,
            )
            new_gaps = (*parts.gaps, *_gaps(more, steps=True))
            problem = problem.adding(
                statements=(Statement(),) * (not problem.statements),
                windows=tuple(parts.windows),
                gaps=new_gaps,
            )
            answer = answer.extend(parts.windows, new_gaps)
            _compare(answer, check(problem))


def _windows(parts: list[Window | Gap]) -> tuple[Window, ...]:
    return tuple(part for part in parts if isinstance(part, Window))


def _gaps(parts: list[Window | Gap], *, steps: bool) -> tuple[Gap, ...]:
    return tuple(part for part in parts if isinstance(part, Gap) and (part.step is not None) == steps)


def _compare(one: Solution | Contradiction, other: Solution | Contradiction) -> None:
    assert type(one) is type(other)
    if isinstance(one, Solution) and isinstance(other, Solution):
        assert list(one.latest) == list(other.latest)
        assert list(one.earliest) == list(other.earliest)


def test_a_long_walk_over_layers_is_taken_over_by_the_compiled_loops() -> None:
    points = 3_000
    chain = tuple(Gap(point + 1, point, weight=-1, statement=0) for point in range(points - 1))
    answer = check(Problem(points, (Statement(),), gaps=chain))
    assert isinstance(answer, Solution)
    grown = answer.extend([Window(points - 1, low=None, high=0, statement=0)])
    assert isinstance(grown, Solution)
    assert list(grown.latest) == list(range(1 - points, 1))
    assert set(answer.latest) == {None}
    wrong = grown.extend(gaps=[Gap(0, points - 1, weight=points - 2, statement=0)])
    assert isinstance(wrong, Contradiction)
    assert len(wrong.links) == points
    assert wrong.shortfall == 1


def test_an_addition_may_lead_beyond_machine_integers() -> None:
    answer = check(Problem(2, (Statement(),), windows=(Window(0, low=None, high=-VALUE, statement=0),)))
    assert isinstance(answer, Solution)
    assert list(answer.earliest) == [None, None]
    grown = answer.extend(gaps=[Gap(0, 1, weight=-WEIGHT, statement=0)])
    assert isinstance(grown, Solution)
    assert list(grown.latest) == [-VALUE, -VALUE - WEIGHT]
    again = grown.extend(gaps=[Gap(1, 0, weight=WEIGHT - 1, statement=0)])
    assert isinstance(again, Contradiction)
    assert again.shortfall == 1


def test_steps_may_lead_beyond_machine_integers() -> None:
    step = FloorStep(1 << 70, 0, 0)
    facts = (Statement(),)
    edge = Gap(0, 1, weight=0, statement=0, step=step)
    answer = check(Problem(2, facts, windows=(Window(0, low=None, high=-1, statement=0),), gaps=(edge,)))
    assert isinstance(answer, Solution)
    assert list(answer.latest) == [-1, -(1 << 70)]
    assert list(answer.earliest) == [None, None]
    free = check(Problem(2, facts, gaps=(edge, Gap(1, 0, weight=-1, statement=0))))
    assert isinstance(free, Contradiction)
    loose = check(Problem(2, facts, gaps=(edge,)))
    assert isinstance(loose, Solution)
    assert list(loose.latest) == [None, None]


def test_tables_are_what_they_were_made_of() -> None:
    rows = (Window(0, low=None, high=3, statement=0), Window(1, low=-2, high=None, statement=0, option=1))
    large = (Window(0, low=None, high=10**30, statement=0),)
    edges = (Gap(0, 1, weight=-2, statement=0), Gap(1, 1, weight=10**30, statement=0, option=1))
    for table, made in (
        (WindowTable.of(rows), rows),
        (WindowTable.of(large), large),
        (GapTable.of(edges), edges),
        (GapTable.of(()), ()),
    ):
        assert tuple(table) == made == table[:]
        assert table == made
        assert hash(table) == hash(made)
        assert table != [*made]
    assert WindowTable.of(WindowTable.of(rows)) == rows
    facts = (Statement((0, 1)),)
    by_tables = Problem(2, facts, windows=WindowTable.of(rows), gaps=GapTable.of(edges))
    assert by_tables == Problem(2, facts, windows=rows, gaps=edges)
    assert by_tables.adding(windows=rows[:1]).windows == (*rows, rows[0])


@given(problems(steps=True), problems(), st.data())
def test_tables_are_spliced_and_collected_row_by_row(one: Problem, two: Problem, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from((1, 10**30)))
    more = moved(two, unit)
    for table, others in ((one.window_table, more.windows), (one.gap_table, more.gaps)):
        ids = data.draw(st.lists(st.sampled_from(range(len(table))))) if len(table) else []
        expected = (*(table[index] for index in ids), *others)
        assert table.spliced(ids, others) == expected  # type: ignore[arg-type]  # each table takes its own rows
    windows_taken, gaps_taken = WindowCollector(), GapCollector()
    windows_taken.extend((*one.windows, *more.windows))
    gaps_taken.extend((*one.gaps, *more.gaps))
    assert windows_taken.table() == (*one.windows, *more.windows)
    assert gaps_taken.table() == (*one.gaps, *more.gaps)


def window_table(**changes: Flat) -> WindowTable:
    columns = {name: array("i", [0]) for name in ("points", "statements", "options")}
    numbers = {"lows": array("q", [ABSENT]), "highs": array("q", [5])}
    return WindowTable(**{**columns, **numbers, **changes})  # type: ignore[arg-type]


def test_tables_of_other_columns_are_refused() -> None:
    refused: list[tuple[dict[str, Flat], type[Exception]]] = [
        ({"points": [0]}, WrongTypeError),
        ({"points": array("q", [0])}, WrongTypeError),
        ({"points": array("i", [0, 1])}, RangeError),
        ({"points": array("i", [-1])}, RangeError),
        ({"lows": array("q", [ROOF])}, RangeError),
        ({"lows": array("i", [0])}, RangeError),
        ({"lows": []}, RangeError),
        ({"highs": ["5"]}, WrongTypeError),  # type: ignore[list-item]
    ]
    for columns, error in refused:
        with pytest.raises(error):
            window_table(**columns)
    assert window_table(highs=[10**30])[0].high == 10**30
    with pytest.raises(RangeError):
        GapTable(
            sources=array("i", [0]),
            targets=array("i", [0]),
            weights=array("q", [WEIGHT + 1]),
            statements=array("i", [0]),
            options=array("i", [0]),
        )


def test_problems_check_their_tables() -> None:
    table = window_table()
    for points, facts in ((0, (Statement(),)), (1, ())):
        with pytest.raises(RangeError):
            Problem(points, facts, windows=table)
    with pytest.raises(RangeError):
        Problem(1, (Statement(),), windows=window_table(options=array("i", [1])))
    several = Problem(1, (Statement((0, 1)),), windows=window_table(options=array("i", [1])))
    assert list(several.windows_of) == [(0,)]
    with pytest.raises(RangeError):
        Problem(1, (Statement(),), gaps=GapTable.of((Gap(0, 1, weight=0, statement=0),)))


def test_gaps_that_are_alike_are_taken_down_at_once() -> None:
    taken = GapCollector()
    taken.add(4, 5, 6, 7)
    taken.add_alike((1, 3), (0, 2), -1, 8)
    alike = tuple(Gap(source, source - 1, weight=-1, statement=8) for source in (1, 3))
    assert taken.table() == (Gap(4, 5, weight=6, statement=7), *alike)


def test_rows_that_grow_share_the_others() -> None:
    ends = array("i", [0, 0, 1])
    rows = Rows.of(array("i", range(3)), 2, ends, array("i", [1, 1, 0]), array("q", [5, 6, 7]))
    grown = rows.adding([(3, 0, 0, 9)])
    assert [grown.gaps[slot] for slot in range(grown.begin[0], grown.end[0])] == [0, 1, 3]
    assert (grown.begin[1], grown.end[1]) == (rows.begin[1], rows.end[1]) == (2, 3)
    assert rows.slots == 3


def test_what_was_compiled_from_another_source_or_does_not_load_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (loops.COMPILED is PLAIN) == (_compiled.compiled() is None)
    assert _compiled.compiled(tmp_path) is None
    (tmp_path / f"{_compiled.NAME}{EXTENSION_SUFFIXES[0]}").write_bytes(b"no extension module")
    assert _compiled.compiled(tmp_path) is None
    (tmp_path / f"{_compiled.NAME}{EXTENSION_SUFFIXES[0]}").unlink()
    (tmp_path / f"{_compiled.NAME}.py").write_text("FINGERPRINT = -1", encoding="utf-8")
    monkeypatch.setattr(_compiled, "fingerprint", lambda _folder: 0)
    assert _compiled.compiled(tmp_path) is None
    monkeypatch.setattr(_compiled, "fingerprint", lambda _folder: -1)
    assert _compiled.compiled(tmp_path) is not None
    assert _compiled.solver_text() == "solver in Python"
