"""Problems shaped like timelines, straight into flat columns: what the solver and its peers are measured on."""

from __future__ import annotations

from array import array
from random import Random

import attrs

from timeline.solver import GapTable, Problem, Statement, WindowTable

SEED = 20251213
DAY = 86_400_000_000


@attrs.frozen(kw_only=True)
class Shape:
    """Gaps and windows in columns, and the hidden truth that they hold for."""

    points: int
    sources: array[int]
    targets: array[int]
    weights: array[int]
    dated: array[int]
    lows: array[int]
    highs: array[int]
    held_out: tuple[tuple[int, int, int], ...]
    """True relations that are not among the gaps, for additions one by one."""

    def problem(self) -> Problem:
        """Everything is one statement: what statements are made of is not what is measured."""
        gaps, windows = array("i", [0]) * len(self.sources), array("i", [0]) * len(self.dated)
        return Problem(
            self.points,
            (Statement(),),
            windows=WindowTable(
                points=self.dated, lows=self.lows, highs=self.highs, statements=windows, options=windows
            ),
            gaps=GapTable(
                sources=self.sources,
                targets=self.targets,
                weights=self.weights,
                statements=gaps,
                options=gaps,
            ),
        )


def shape(events: int, *, relations: int = 2, dated: float = 0.7, cycles: range = range(0)) -> Shape:
    """Make events with durations, windows on a share of their points, and relations that hold for a hidden timeline.

    Of the relations nine in ten are with one of the 20 next points in time, the others with any; half of them say how
    far at least, three in ten how far at most. A cycle is planted for each length in `cycles`.
    """
    random = Random(SEED)
    sources, targets, weights = array("i"), array("i"), array("q")

    def gap(source: int, target: int, weight: int) -> None:
        sources.append(source)
        targets.append(target)
        weights.append(weight)

    truth: list[int] = []
    for event in range(events):
        start, length = random.randrange(events * DAY // 20 + 1), random.randrange(1, 30 * DAY)
        truth += (start, start + length)
        gap(2 * event + 1, 2 * event, -1)
        gap(2 * event, 2 * event + 1, length + random.randrange(10 * DAY))
    points = [point for point in range(2 * events) if random.random() < dated]
    lows = array("q", (truth[point] - random.randrange(1, 40 * DAY) for point in points))
    highs = array("q", (truth[point] + random.randrange(1, 40 * DAY) for point in points))
    order = sorted(range(2 * events), key=truth.__getitem__)
    for _ in range(relations * events):
        late, early, least, distance = _relation(random, order, truth)
        gap(late, early, -least)
        if random.random() < 0.3:
            gap(early, late, distance + random.randrange(5 * DAY))
    held_out = tuple(
        (late, early, -least)
        for late, early, least, _ in (_relation(random, order, truth) for _ in range(1_000))
    )
    count = 2 * events
    for length in cycles:
        for place in range(length):
            far = -DAY if place else (length - 2) * DAY
            gap(count + (place + 1) % length, count + place, far)
        count += length
    return Shape(
        points=count,
        sources=sources,
        targets=targets,
        weights=weights,
        dated=array("i", points),
        lows=lows,
        highs=highs,
        held_out=held_out,
    )


def _relation(random: Random, order: list[int], truth: list[int]) -> tuple[int, int, int, int]:
    """Return a later and an earlier point, how far they are apart at least, and their true distance."""
    reach = 20 if random.random() < 0.9 else len(order)
    place = random.randrange(len(order) - 1)
    other = min(len(order) - 1, place + random.randrange(1, reach))
    early, late = order[place], order[other]
    distance = truth[late] - truth[early]
    least = max(0, distance - random.randrange(DAY)) if random.random() < 0.5 else 0
    return late, early, least, distance
