"""The bare graph problem beside its peers, in one run: ``python tests/benchmarks/peers.py [EVENTS ...]``.

Of everybody the same is asked, from the same flat columns of integers, build and solve together: whether the network is
consistent, the bounds of all points both ways, and the edges of a contradiction. Times are of the processor, and of one core.
Peers are what is installed of igraph, rustworkx, networkx, scipy and OR-tools (``pip install -e '.[benchmark]'``), each in a process of
its own with 100 seconds; who takes more than 100 times as long as ours at one size is left out of the next. Answers are compared.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import resource
import sys
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from time import perf_counter, process_time
from typing import Any

import attrs
from shapes import Shape, shape  # type: ignore[import-not-found]  # beside this script

from timeline._compiled import solver_text
from timeline.solver import Contradiction, Gap, Solution, check

PATIENCE = 100
SECONDS = 100
Labels = list[int] | None


@attrs.frozen
class Edges:
    """The network as peers want it: windows as edges from and to an origin."""

    nodes: int
    origin: int
    tails: Any
    heads: Any
    weights: Any

    @classmethod
    def of(cls, made: Shape) -> Edges:
        """Return the edges as numpy arrays, made from the columns without a copy where that is possible."""
        np = importlib.import_module("numpy")
        dated, origin = np.frombuffer(made.dated, np.int32), made.points
        ones = np.full(len(dated), origin, np.int32)
        return cls(
            made.points + 1,
            origin,
            np.concatenate([np.frombuffer(made.sources, np.int32), ones, dated]),
            np.concatenate([np.frombuffer(made.targets, np.int32), dated, ones]),
            np.concatenate(
                [
                    np.frombuffer(made.weights, np.int64),
                    np.frombuffer(made.highs, np.int64),
                    -np.frombuffer(made.lows, np.int64),
                ]
            ),
        )


def igraph_bounds(made: Shape, sides: int) -> list[Any]:
    np, igraph, edges = importlib.import_module("numpy"), importlib.import_module("igraph"), Edges.of(made)
    graph = igraph.Graph(n=edges.nodes, edges=np.column_stack([edges.tails, edges.heads]), directed=True)
    weights = edges.weights.astype(float)
    return [
        graph.distances(source=edges.origin, weights=weights, mode=mode, algorithm="bellman_ford")[0]
        for mode in ("out", "in")[:sides]
    ]


def rustworkx_bounds(made: Shape, sides: int) -> list[Any]:
    rustworkx, edges = importlib.import_module("rustworkx"), Edges.of(made)
    found = []
    for tails, heads in ((edges.tails, edges.heads), (edges.heads, edges.tails))[:sides]:
        graph = rustworkx.PyDiGraph()
        graph.add_nodes_from(range(edges.nodes))
        graph.add_edges_from(list(zip(tails.tolist(), heads.tolist(), edges.weights.tolist(), strict=True)))
        found.append(rustworkx.bellman_ford_shortest_path_lengths(graph, edges.origin, float))
    return found


def rustworkx_cycle(made: Shape) -> list[Any]:
    rustworkx, edges = importlib.import_module("rustworkx"), Edges.of(made)
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(edges.nodes))
    graph.add_edges_from(
        list(zip(edges.tails.tolist(), edges.heads.tolist(), edges.weights.tolist(), strict=True))
    )
    return list(rustworkx.find_negative_cycle(graph, float))


def networkx_graph(edges: Edges) -> Any:
    graph = importlib.import_module("networkx").DiGraph()
    for tail, head, weight in zip(
        edges.tails.tolist(), edges.heads.tolist(), edges.weights.tolist(), strict=True
    ):
        if not graph.has_edge(tail, head) or graph[tail][head]["weight"] > weight:
            graph.add_edge(tail, head, weight=weight)
    return graph


def networkx_bounds(made: Shape, sides: int) -> list[Any]:
    networkx, edges = importlib.import_module("networkx"), Edges.of(made)
    graph = networkx_graph(edges)
    graphs = (graph, graph.reverse(copy=False))[:sides]
    return [networkx.single_source_bellman_ford_path_length(one, edges.origin) for one in graphs]


def networkx_cycle(made: Shape) -> list[Any]:
    networkx, edges = importlib.import_module("networkx"), Edges.of(made)
    graph = networkx_graph(edges)
    graph.add_edges_from((edges.nodes, node, {"weight": 0}) for node in range(edges.nodes))
    return list(networkx.find_negative_cycle(graph, edges.nodes))[:-1]


def scipy_bounds(made: Shape, sides: int) -> list[Any]:
    np, edges = importlib.import_module("numpy"), Edges.of(made)
    sparse, graphs = importlib.import_module("scipy.sparse"), importlib.import_module("scipy.sparse.csgraph")
    weights = edges.weights.astype(float)
    weights[weights == 0] = 1e-9  # a sparse matrix has no edges of nothing
    found = []
    for tails, heads in ((edges.tails, edges.heads), (edges.heads, edges.tails))[:sides]:
        pairs = tails.astype(np.int64) * edges.nodes + heads
        order = np.lexsort((weights, pairs))
        order = order[
            np.unique(pairs[order], return_index=True)[1]
        ]  # of parallel edges it would take the sum
        ends = (tails[order], heads[order])
        matrix = sparse.coo_matrix((weights[order], ends), shape=(edges.nodes, edges.nodes))
        found.append(graphs.bellman_ford(matrix.tocsr(), indices=edges.origin))
    return found


def ortools_model(edges: Edges, limits: list[int]) -> tuple[Any, Any, list[Any], list[Any]]:
    """Return a model with a variable for each point and a constraint for each edge; its domains must fit together in 63 bits."""
    cp_model = importlib.import_module("ortools.sat.python.cp_model")
    far = 2 * max(map(abs, limits), default=0) + 1
    if 2 * far * edges.nodes >= 1 << 63:
        raise OverflowError
    model = cp_model.CpModel()
    points = [model.new_int_var(-far, far, "") for _ in range(edges.nodes)]
    model.add(points[edges.origin] == 0)
    ends = zip(edges.tails.tolist(), edges.heads.tolist(), edges.weights.tolist(), strict=True)
    rules = [model.add(points[head] - points[tail] <= weight) for tail, head, weight in ends]
    return cp_model, model, points, rules


def ortools_solved(cp_model: Any, model: Any) -> tuple[Any, Any]:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver, solver.solve(model)


def ortools_bounds(made: Shape, sides: int) -> list[Any]:
    """Return bounds of all points, the sum of all being greatest and least; without sides only that there is a solution."""
    cp_model, model, points, _ = ortools_model(Edges.of(made), [*made.lows, *made.highs])
    found = []
    for side in range(max(1, sides)):
        if sides:
            (model.minimize if side else model.maximize)(sum(points))
        solver, status = ortools_solved(cp_model, model)
        assert status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        found.append([solver.value(point) * (-1 if side else 1) for point in points])
    return found


def ortools_core(made: Shape) -> list[Any]:
    """Return edges that are enough for a contradiction."""
    cp_model, model, _, rules = ortools_model(Edges.of(made), [*made.lows, *made.highs])
    for rule in rules:
        rule.only_enforce_if(chosen := model.new_bool_var(""))
        model.add_assumption(chosen)
    solver, status = ortools_solved(cp_model, model)
    assert status == cp_model.INFEASIBLE
    return list(solver.sufficient_assumptions_for_infeasibility())


Task = Callable[[Shape], object]
PEERS: dict[str, dict[str, Task]] = {
    "consistency": {
        "igraph": lambda made: igraph_bounds(made, 1),
        "rustworkx": lambda made: rustworkx_bounds(made, 1),
        "networkx": lambda made: networkx_bounds(made, 1),
        "scipy": lambda made: scipy_bounds(made, 1),
        "ortools": lambda made: ortools_bounds(made, 0),
    },
    "bounds": {
        "igraph": lambda made: igraph_bounds(made, 2),
        "rustworkx": lambda made: rustworkx_bounds(made, 2),
        "networkx": lambda made: networkx_bounds(made, 2),
        "scipy": lambda made: scipy_bounds(made, 2),
        "ortools": lambda made: ortools_bounds(made, 2),
    },
    "conflict": {"rustworkx": rustworkx_cycle, "networkx": networkx_cycle, "ortools": ortools_core},
}


def ours(task: str, made: Shape) -> object:
    answer = check(made.problem())
    if task == "bounds":
        assert isinstance(answer, Solution)
        assert (
            answer.earliest[0] is None or answer.latest[0] is None or answer.earliest[0] <= answer.latest[0]
        )
    return answer


def timed(task: Callable[[], object]) -> tuple[float, Any]:
    gc.collect()
    start = process_time()
    found = task()
    return process_time() - start, found


def beside(task: str, name: str, peer: Task, made: Shape, mine: object, cycles: range) -> str | float:
    """Return the seconds that a peer takes, in a process of its own with so many seconds, or why there are none."""
    ours_end, theirs_end = Pipe(duplex=False)
    process = os.fork()
    if process == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        told: str | float = "an error"
        try:
            importlib.import_module(name)
            told, theirs = timed(lambda: peer(made))
            compare(task, name, mine, theirs, cycles)
        except OverflowError:
            told = "its numbers do not hold these"
        except AssertionError as error:
            told = f"another answer {error}"
        theirs_end.send(told)
        os._exit(0)
    theirs_end.close()
    try:
        found: str | float = ours_end.recv()
    except EOFError:
        found = f"did not finish in {SECONDS} s"
    os.waitpid(process, 0)
    return found


def compare(task: str, name: str, mine: object, theirs: Any, cycles: range) -> None:
    """Hold the answer of a peer against ours, point by point, or against what was planted."""
    if task == "conflict":
        assert isinstance(mine, Contradiction)
        assert len(mine.links) in cycles
        assert len(set(theirs)) in cycles, f"of {len(set(theirs))} edges"
    elif task == "bounds" and isinstance(mine, Solution) and name in {"igraph", "scipy", "ortools"}:
        for sign, known, found in ((1, mine.latest, theirs[0]), (-1, mine.earliest, theirs[1])):
            near = 0 if name != "scipy" else 1  # it has 1e-9 for nothing
            pairs = zip(found, known, strict=False)
            assert all(abs(label - sign * bound) <= near for label, bound in pairs if bound is not None)


def rows(events: int, dated: float, slow: dict[tuple[str, str], str]) -> Iterator[str]:
    for task, peers in PEERS.items():
        cycles = range(3, 51) if task == "conflict" else range(0)
        made = shape(events, dated=dated, cycles=cycles)
        best, mine = min((timed(lambda: ours(task, made)) for _ in range(3)), key=lambda pair: pair[0])  # noqa: B023  # called at once
        times: list[tuple[float, str]] = []
        missing = []
        for name, peer in peers.items():
            if importlib.util.find_spec(name) is None:
                found: str | float = "not installed"
            else:
                found = slow.get((task, name)) or beside(task, name, peer, made, mine, cycles)
            if isinstance(found, str):
                slow[task, name] = found
                missing.append(f"{name}: {found}")
                continue
            times.append((found, name))
            if found > PATIENCE * best:
                slow[task, name] = f"left out, {found / best:,.0f}x at {events:,}"
        shown = [f"{name} {elapsed:.3f} s ({elapsed / best:.1f}x)" for elapsed, name in sorted(times)]
        yield f"{events:>9,} {dated:>4.0%} {task:<12} {best:>8.3f} s   {', '.join([*shown, *missing])}"


def additions(events: int) -> str:
    made = shape(events)
    answer = check(made.problem())
    assert isinstance(answer, Solution)
    before = answer.earliest[0]
    times = []
    for late, early, weight in made.held_out:
        start = perf_counter()
        found = answer.extend(gaps=[Gap(late, early, weight=weight, statement=0)])
        times.append(perf_counter() - start)
        assert isinstance(found, Solution)
    assert answer.earliest[0] == before
    times.sort()
    shown = (times[len(times) // 2], times[len(times) * 9 // 10], times[-1])
    return f"one more gap on {events:,} checked events: {' / '.join(f'{t * 1e3:.3f}' for t in shown)} ms (median / 9 in 10 / worst)"


def main(sizes: list[int]) -> None:
    print(
        f"{solver_text()}; seconds of processor time, build and solve together; how many times as long a peer takes"
    )
    for dated in (0.7, 0.02):
        slow: dict[tuple[str, str], str] = {}
        for events in sizes:
            for row in rows(events, dated, slow):
                print(row, flush=True)
    for events in sizes:
        print(additions(events), flush=True)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000])
