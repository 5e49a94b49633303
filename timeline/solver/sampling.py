"""Draw solutions of a problem, each as likely as any other: a Markov chain over whole numbers.

Every move shifts a group of connected points by one amount, drawn evenly from all that windows and plain gaps leave
(hit-and-run: R. L. Smith, "Efficient Monte Carlo procedures for generating points uniformly distributed over bounded
regions", 1984). What depends on an option, or on a step between two points of the group, accepts the move or refuses it. Moves
are as likely forth as back, so that the even distribution stays. Any two solutions of plain gaps and windows are linked by such moves, as
those solutions are a distributive lattice; separate regions that options leave may not be, which the chains' spread shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from random import Random
from statistics import fmean, variance

import attrs

from timeline.solver.problem import Gap, Problem, Window

__all__ = ["Chains", "draw", "figures"]

Chains = tuple[tuple[int, ...], ...]
"""What was measured of the solutions that each chain came through."""


@attrs.frozen(eq=False)
class _Walk:
    """A problem seen from its points: what touches each of them."""

    problem: Problem
    bounds: Sequence[tuple[int, int]]
    plain: list[list[Gap]]
    choices: list[list[int]]
    free: dict[int, None]
    """The points that are not held at one value."""

    @classmethod
    def of(cls, problem: Problem, bounds: Sequence[tuple[int, int]]) -> _Walk:
        plain: list[list[Gap]] = [[] for _ in range(problem.points)]
        choices: list[list[int]] = [[] for _ in range(problem.points)]
        for gap in problem.gaps:
            if len(problem.statements[gap.statement].costs) == 1:
                plain[gap.source].append(gap)
                plain[gap.target].append(gap)
        for number, statement in enumerate(problem.statements):
            if len(statement.costs) > 1:
                for point in problem.points_of(number):
                    choices[point].append(number)
        free = {point: None for point, (low, high) in enumerate(bounds) if low < high}
        return cls(problem, bounds, plain, choices, free)

    def group(self, random: Random) -> set[int]:
        """Return a point with some that gaps connect it to; every connected group can come."""
        start = random.choice(tuple(self.free))
        group, waiting, refused = {start}, [start], set[int]()
        while waiting:
            point = waiting.pop()
            for gap in self.plain[point]:
                other = gap.target if gap.source == point else gap.source
                if other not in group and other not in refused and other in self.free:
                    (group if random.random() < 0.5 else refused).add(other)
                    if other in group:
                        waiting.append(other)
        return group

    def room(self, values: list[int], group: set[int]) -> tuple[int, int]:
        """Return how far a group can be shifted down and up, for all that leaves no choice."""
        low = max(self.bounds[point][0] - values[point] for point in group)
        high = min(self.bounds[point][1] - values[point] for point in group)
        for point in group:
            for gap in self.plain[point]:
                if gap.source in group and gap.target in group:
                    continue
                source, target = values[gap.source], values[gap.target]
                if gap.target in group:
                    most = source + gap.weight if gap.step is None else gap.step.up(source)
                    high = min(high, most - target)
                else:
                    least = target - gap.weight if gap.step is None else gap.step.down(target)
                    low = max(low, least - source)
        return low, high

    def moved(self, values: list[int], random: Random) -> list[int]:
        """Return the values after one move, or as they are where it was refused."""
        group = self.group(random)
        low, high = self.room(values, group)
        shift = random.randint(low, high)
        after = [value + shift if point in group else value for point, value in enumerate(values)]
        inside = (gap for point in group for gap in self.plain[point] if gap.step is not None)
        if not all(holds_gap(gap, after) for gap in inside):
            return values
        asked = {number for point in group for number in self.choices[point]}
        return after if all(self.has_option(number, after) for number in asked) else values

    def has_option(self, number: int, values: Sequence[int]) -> bool:
        windows = [self.problem.windows[index] for index in self.problem.windows_of[number]]
        gaps = [self.problem.gaps[index] for index in self.problem.gaps_of[number]]
        return any(
            all(holds_window(window, values) for window in windows if window.option == option)
            and all(holds_gap(gap, values) for gap in gaps if gap.option == option)
            for option in range(len(self.problem.statements[number].costs))
        )


def holds_window(window: Window, values: Sequence[int]) -> bool:
    """Return whether values lie in a window."""
    value = values[window.point]
    return (window.low is None or window.low <= value) and (window.high is None or value <= window.high)


def holds_gap(gap: Gap, values: Sequence[int]) -> bool:
    """Return whether values keep a gap."""
    source = values[gap.source]
    most = source + gap.weight if gap.step is None else gap.step.up(source)
    return values[gap.target] <= most


def draw(
    problem: Problem,
    bounds: Sequence[tuple[int, int]],
    starts: Sequence[Sequence[int]],
    measure: Callable[[Sequence[int]], int],
    *,
    samples: int,
    seed: int,
) -> Chains:
    """Return what is measured of so many solutions of each chain, the first half of its way left out.

    `bounds` are those of every point; `starts` are solutions, one for each chain. Between two samples lie as many moves as points that can move.

    >>> from timeline.solver import Statement
    >>> later = Problem(2, (Statement(),), gaps=(Gap(1, 0, weight=-1, statement=0),))
    >>> chains = draw(later, [(0, 9), (0, 9)], [(0, 1), (8, 9)], lambda xs: xs[1] - xs[0], samples=200, seed=1)
    >>> len(chains), min(map(min, chains)), max(map(max, chains))
    (2, 1, 9)
    """
    walk = _Walk.of(problem, bounds)

    def chain(number: int, start: Sequence[int]) -> Iterator[int]:
        random = Random(f"{seed} {number}")  # noqa: S311 - it samples, it guards no secret
        values = list(start)
        for step in range(2 * samples):
            for _ in walk.free:
                values = walk.moved(values, random)
            if step >= samples:
                yield measure(values)

    return tuple(tuple(chain(number, start)) for number, start in enumerate(starts))


def figures(chains: Chains) -> tuple[float, float]:
    """Return the effective sample size of chains and how far they are apart, where 1 is not at all.

    The first is by Geyer's initial positive sequence, the second the split R-hat of Gelman and others
    ("Bayesian Data Analysis", 2013, 11.4 and 11.5); it is infinite where chains stay at different values.

    >>> figures(((1, 1, 1, 1), (1, 1, 1, 1)))
    (8.0, 1.0)
    """
    halves = [half for chain in chains for half in (chain[: len(chain) // 2], chain[len(chain) // 2 :])]
    length, total = len(halves[0]), sum(map(len, halves))
    halves = [half[:length] for half in halves]
    means = [fmean(half) for half in halves]
    within, between = fmean(variance(half) for half in halves), variance(means)
    if within == 0:
        return (float(total), 1.0) if between == 0 else (float(len(chains)), inf)
    pooled = within * (length - 1) / length + between
    sum_of_pairs, lag = 0.0, 1
    while lag + 1 < length:
        pair = sum(1 - (_drift(halves, lag + k) / 2) / pooled for k in (0, 1))
        if pair <= 0:
            break
        sum_of_pairs += pair
        lag += 2
    return min(float(total), total / (1 + 2 * sum_of_pairs)), (pooled / within) ** 0.5


def _drift(halves: Sequence[Sequence[int]], lag: int) -> float:
    """Return the mean square of differences at a lag."""
    return fmean(fmean((b - a) ** 2 for a, b in zip(half, half[lag:], strict=False)) for half in halves)
