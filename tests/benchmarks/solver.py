"""How fast the solver is, on problems shaped like timelines: ``python tests/benchmarks/solver.py [EVENTS ...]``.

Every problem is made from the same seed. The textbook algorithm beside it is Bellman-Ford over a list of
edges, windows as edges through an origin, in rounds until nothing changes: correct, and what one writes first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter
from typing import TypeVar

from timeline.solver import (
    Contradiction,
    Gap,
    Problem,
    Refutation,
    Selection,
    Solution,
    Statement,
    Window,
    cheapest_correction,
    check,
    exclusions,
    independent,
    irreducible,
    possible,
    solve,
)

SEED = 20251213
DAY = 86_400_000_000
T = TypeVar("T")


class Maker:
    """Makes statements that hold for a hidden true timeline, and some that do not."""

    def __init__(self, events: int, *, relations: int = 2, dated: float = 0.7) -> None:
        self.random = Random(SEED)
        self.statements: list[Statement] = []
        self.windows: list[Window] = []
        self.gaps: list[Gap] = []
        self.truth: list[int] = []
        for event in range(events):
            start = self.random.randrange(events * DAY // 20 + 1)
            self.truth += (start, start + self.random.randrange(1, 30 * DAY))
            self.gaps.append(Gap(2 * event + 1, 2 * event, weight=-1, statement=self.state(weight=None)))
        for point, value in enumerate(self.truth):
            if self.random.random() < dated:
                self.windows.append(self.window(point, value, self.state()))
        self.order = sorted(range(2 * events), key=self.truth.__getitem__)
        for _ in range(relations * events):
            self.relate()

    def state(self, costs: tuple[int, ...] = (0,), weight: int | None = 1) -> int:
        self.statements.append(Statement(costs, weight))
        return len(self.statements) - 1

    def window(self, point: int, value: int, statement: int, option: int = 0) -> Window:
        low, high = value - self.random.randrange(1, 40 * DAY), value + self.random.randrange(1, 40 * DAY)
        return Window(point, low=low, high=high, statement=statement, option=option)

    def relate(self) -> None:
        """Most relations are with a neighbour in time, a few with anything; half of them say how far at least."""
        reach = 20 if self.random.random() < 0.9 else len(self.order)
        place = self.random.randrange(len(self.order) - 1)
        other = min(len(self.order) - 1, place + self.random.randrange(1, reach))
        early, late = self.order[place], self.order[other]
        distance = self.truth[late] - self.truth[early]
        least = max(0, distance - self.random.randrange(DAY)) if self.random.random() < 0.5 else 0
        statement = self.state()
        self.gaps.append(Gap(late, early, weight=-least, statement=statement))
        if self.random.random() < 0.3:
            most = distance + self.random.randrange(5 * DAY)
            self.gaps.append(Gap(early, late, weight=most, statement=statement))

    def plant_cycle(self, length: int) -> tuple[int, ...]:
        """Say of some far points without windows that each comes before the next, and the last before the first."""
        points = [len(self.truth) + index for index in range(length)]
        self.truth += [0] * length
        made = [self.state() for _ in points]
        for index, statement in enumerate(made):
            late, early = points[(index + 1) % length], points[index]
            self.gaps.append(
                Gap(late, early, weight=-DAY if index else (length - 2) * DAY, statement=statement)
            )
        return tuple(made)

    def plant_claims(self, claims: int, wrong: int) -> None:
        """Add claims of two to four readings; of the wrong ones the first reading is years off."""
        points = self.random.sample(range(len(self.truth)), claims)
        dated = {window.point for window in self.windows}
        points.sort(key=lambda point: point not in dated)
        for number, point in enumerate(points):
            count = self.random.randrange(2, 5)
            statement = self.state(tuple(range(count)))
            for option in range(count):
                off = 365 * DAY * ((option - 1) if number < wrong else option)
                self.windows.append(self.window(point, self.truth[point] + off, statement, option))

    def problem(self) -> Problem:
        return Problem(
            len(self.truth), tuple(self.statements), windows=tuple(self.windows), gaps=tuple(self.gaps)
        )


def textbook(problem: Problem) -> list[int | None] | None:
    """The latest bounds by plain Bellman-Ford in rounds; None after as many rounds as points."""
    origin = problem.points
    edges = [(gap.source, gap.target, gap.weight) for gap in problem.gaps]
    edges += [(origin, window.point, window.high) for window in problem.windows if window.high is not None]
    edges += [(window.point, origin, -window.low) for window in problem.windows if window.low is not None]
    labels: list[int | None] = [None] * problem.points + [0]
    for _ in range(problem.points + 1):
        changed = False
        for source, target, weight in edges:
            label, old = labels[source], labels[target]
            if label is not None and (old is None or label + weight < old):
                labels[target] = label + weight
                changed = True
        if not changed:
            return labels[:-1]
    return None


def timed(task: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    result = task()
    return perf_counter() - start, result


def bounds_row(events: int, dated: float) -> str:
    make_time, problem = timed(lambda: Maker(events, dated=dated).problem())
    both_time, answer = timed(lambda: check(problem))
    plain_time, labels = timed(lambda: textbook(problem))
    assert isinstance(answer, Solution)
    assert labels == list(answer.latest), "both must find the same bounds"
    maker = Maker(events, dated=dated)
    planted = maker.plant_cycle(20)
    spoilt = maker.problem()
    find_time, found = timed(lambda: check(spoilt))
    assert isinstance(found, Contradiction)
    conflict_time, conflict = timed(lambda: irreducible(spoilt, found.statements))
    assert conflict.statements == planted, "the planted cycle, no more and no less"
    ratio = 2 * plain_time / both_time
    return (
        f"{events:>9,} {dated:>6.0%} {len(problem.gaps):>9,} {len(problem.windows):>9,} {make_time:>9.3f} {both_time:>9.3f}"
        f" {2 * plain_time:>9.3f} {ratio:>6.1f}x {find_time:>9.3f} {conflict_time:>9.3f}"
    )


def extend_row(events: int, additions: int = 500) -> str:
    maker = Maker(events)
    solution = check(maker.problem())
    before = len(maker.gaps)
    for _ in range(additions):
        maker.relate()
    times = []
    for gap in maker.gaps[before:]:
        assert isinstance(solution, Solution)
        elapsed, solution = timed(partial(solution.extend, gaps=[gap]))
        times.append(elapsed)
    times.sort()
    return f"one gap more, {len(times)} times: median {times[len(times) // 2] * 1e6:.0f} us, worst {times[-1] * 1e3:.1f} ms"


def claims_row(events: int) -> str:
    maker = Maker(events)
    maker.plant_claims(300, 50)
    problem = maker.problem()
    solve_time, answer = timed(lambda: solve(problem))
    possible_time, stand = timed(lambda: possible(problem))
    assert isinstance(answer, Selection)
    assert not isinstance(stand, Refutation)
    why_time, excluded = timed(lambda: exclusions(problem, stand))
    return (
        f"300 claims of 2-4 readings: cheapest choice (cost {answer.cost}) {solve_time:.2f} s,"
        f" the readings that stand {possible_time:.2f} s, why {len(excluded)} do not {why_time:.2f} s"
    )


def correction_row(events: int, cycles: int) -> str:
    maker = Maker(events)
    for length in range(3, 3 + cycles):
        maker.plant_cycle(length)
    problem = maker.problem()
    fix_time, correction = timed(lambda: cheapest_correction(problem))
    tell_time, found = timed(lambda: independent(problem, correction))
    assert [len(conflict.statements) for conflict in found] == list(range(3, 3 + cycles))
    return (
        f"{cycles} planted cycles of 3 to {2 + cycles}: cheapest correction {fix_time:.2f} s,"
        f" all conflicts irreducible {tell_time:.2f} s"
    )


def main(sizes: list[int]) -> None:
    print(
        "seconds; textbook: plain Bellman-Ford in rounds, twice the latest bounds; conflict: found, irreducible"
    )
    heads = ("events", "dated", "gaps", "windows", "values", "both", "textbook", "ratio", "found", "irreduc.")
    print("{:>9} {:>6} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>9} {:>9}".format(*heads))
    for events in sizes:
        print(bounds_row(events, 0.7))
        print(bounds_row(events, 0.02))
    largest = sizes[-1]
    print(f"\n{largest:,} events:")
    print(extend_row(largest))
    print(claims_row(largest))
    print(correction_row(largest, 10))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1_000, 10_000])
