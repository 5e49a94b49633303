"""Slow, obviously right answers to the solver's questions: every assignment, every choice, all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from timeline.solver import Contradiction, Gap, LinkKind, Problem, Proof, Window

Choice = Mapping[int, int]
Bound = int | None


def chosen(problem: Problem, choice: Choice) -> tuple[list[Window], list[Gap]]:
    windows = [w for w in problem.windows if choice.get(w.statement) == w.option]
    return windows, [g for g in problem.gaps if choice.get(g.statement) == g.option]


def limit(gap: Gap, value: int) -> int:
    return gap.step.up(value) if gap.step is not None else value + gap.weight


def all_pairs(problem: Problem, choice: Choice) -> dict[tuple[int, int], int] | None:
    """The most by which each point can be after each other, windows as edges through an origin; None if contradictory."""
    windows, gaps = chosen(problem, choice)
    origin = problem.points
    edges = [(g.source, g.target, g.weight) for g in gaps]
    edges += [(origin, w.point, w.high) for w in windows if w.high is not None]
    edges += [(w.point, origin, -w.low) for w in windows if w.low is not None]
    nodes = range(problem.points + 1)
    distance: dict[tuple[int, int], int] = {(node, node): 0 for node in nodes}
    for source, target, weight in edges:
        distance[source, target] = min(weight, distance.get((source, target), weight))
    for via, source, target in product(nodes, nodes, nodes):
        if (source, via) in distance and (via, target) in distance:
            total = distance[source, via] + distance[via, target]
            distance[source, target] = min(total, distance.get((source, target), total))
    return None if any(distance[node, node] < 0 for node in nodes) else distance


def floyd_warshall(problem: Problem, choice: Choice) -> tuple[list[Bound], list[Bound]] | None:
    """Bounds by all pairs of shortest paths; None if contradictory."""
    distance, origin = all_pairs(problem, choice), problem.points
    if distance is None:
        return None
    latest = [distance.get((origin, point)) for point in range(problem.points)]
    earliest = [
        None if (point, origin) not in distance else -distance[point, origin]
        for point in range(problem.points)
    ]
    return earliest, latest


def assignments(problem: Problem, choice: Choice, values: range) -> Iterator[tuple[int, ...]]:
    """Every assignment that satisfies everything."""
    windows, gaps = chosen(problem, choice)
    for xs in product(values, repeat=problem.points):
        inside = all(
            (w.low is None or w.low <= xs[w.point]) and (w.high is None or xs[w.point] <= w.high)
            for w in windows
        )
        if inside and all(xs[g.target] <= limit(g, xs[g.source]) for g in gaps):
            yield xs


def hull(problem: Problem, choice: Choice, values: range) -> tuple[list[int], list[int]] | None:
    """The least and greatest value of each point over all assignments; None if there are none."""
    found = list(assignments(problem, choice, values))
    if not found:
        return None
    columns = list(zip(*found, strict=True))
    return [min(column) for column in columns], [max(column) for column in columns]


def consistent(problem: Problem, choice: Choice) -> bool:
    return floyd_warshall(problem, choice) is not None


def choices(problem: Problem, kept: frozenset[int]) -> Iterator[dict[int, int]]:
    """Every consistent choice of options, in lexicographic order of ranks (by cost, then place)."""
    members = sorted(kept)
    ranked = [
        sorted(range(len(costs)), key=costs.__getitem__)
        for costs in (problem.statements[s].costs for s in members)
    ]
    for options in product(*ranked):
        choice = dict(zip(members, options, strict=True))
        if consistent(problem, choice):
            yield choice


def cost(problem: Problem, choice: Choice) -> int:
    return sum(problem.statements[s].costs[o] for s, o in choice.items())


def cheapest(problem: Problem, kept: frozenset[int]) -> dict[int, int] | None:
    return min(choices(problem, kept), key=lambda choice: cost(problem, choice), default=None)


def satisfiable(problem: Problem, kept: frozenset[int]) -> bool:
    return next(choices(problem, kept), None) is not None


def drops(problem: Problem) -> list[tuple[int, ...]]:
    """Every set of statements to drop of which no part is enough: least weight, fewest, latest first; by trying all."""
    everything = range(len(problem.statements))
    droppable = [s for s in everything if problem.statements[s].weight is not None]
    enough = []
    for flags in product((False, True), repeat=len(droppable)):
        dropped = tuple(s for s, flag in zip(droppable, flags, strict=True) if flag)
        if satisfiable(problem, frozenset(everything) - set(dropped)):
            weight = sum(problem.statements[s].weight or 0 for s in dropped)
            enough.append((weight, len(dropped), flags, dropped))
    sets = [set(dropped) for *_, dropped in enough]
    return [dropped for *_, dropped in sorted(enough) if not any(part < set(dropped) for part in sets)]


def best_drop(problem: Problem) -> tuple[int, ...] | None:
    return next(iter(drops(problem)), None)


def replay_latest(problem: Problem, proof: Proof) -> tuple[int, int]:
    """Follow a proof with the problem alone; the point and the value that it ends at."""
    first, *others = proof.links
    window = problem.windows[first.index]
    assert first.kind is LinkKind.WINDOW
    assert window.high is not None
    point, value = window.point, window.high
    assert (first.point, first.value, first.statement, first.option) == (
        point,
        value,
        window.statement,
        window.option,
    )
    for link in others:
        gap = problem.gaps[link.index]
        assert link.kind is LinkKind.GAP
        assert gap.source == point
        point, value = gap.target, limit(gap, value)
        assert (link.point, link.value, link.statement, link.option) == (
            point,
            value,
            gap.statement,
            gap.option,
        )
    return point, value


def replay_earliest(problem: Problem, proof: Proof) -> tuple[int, int]:
    first, *others = proof.links
    window = problem.windows[first.index]
    assert first.kind is LinkKind.WINDOW
    assert window.low is not None
    point, value = window.point, window.low
    assert (first.point, first.value) == (point, value)
    for link in others:
        gap = problem.gaps[link.index]
        assert link.kind is LinkKind.GAP
        assert gap.target == point
        point = gap.source
        value = gap.step.down(value) if gap.step is not None else value - gap.weight
        assert (link.point, link.value, link.statement, link.option) == (
            point,
            value,
            gap.statement,
            gap.option,
        )
    return point, value


def replay_contradiction(problem: Problem, contradiction: Contradiction) -> None:
    """Follow a contradiction with the problem alone, and find it contradictory by its shortfall."""
    links = contradiction.links
    assert contradiction.shortfall > 0
    assert contradiction.statements == tuple(sorted({link.statement for link in links}))
    if contradiction.cycle:
        point, value = problem.gaps[links[0].index].source, 0
        for link in links:
            gap = problem.gaps[link.index]
            assert link.kind is LinkKind.GAP
            assert gap.source == point
            point, value = gap.target, value + gap.weight
            assert (link.point, link.value) == (point, value)
        assert point == problem.gaps[links[0].index].source
        assert value == -contradiction.shortfall
        return
    point, value = replay_latest(problem, Proof(links[:-1]))
    floor = problem.windows[links[-1].index]
    assert links[-1].kind is LinkKind.WINDOW
    assert floor.point == point
    assert floor.low == value + contradiction.shortfall == links[-1].value
