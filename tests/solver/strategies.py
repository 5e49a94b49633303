"""Small problems of every kind for the solver's tests."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from timeline.solver import Gap, Problem, Statement, Window


@attrs.frozen
class FloorStep:
    """Down to a multiple of `unit`, counted from `shift`, and then on by `weight`."""

    unit: int
    shift: int
    weight: int

    def up(self, value: int) -> int:
        return (value + self.shift) // self.unit * self.unit - self.shift + self.weight

    def down(self, value: int) -> int:
        return -(-(value - self.weight + self.shift) // self.unit) * self.unit - self.shift


@st.composite
def windows(draw: st.DrawFn, points: int, statement: int, option: int = 0, *, closed: bool = False) -> Window:
    low = draw(st.integers(-5, 3))
    high = draw(st.integers(low, 5))
    sides = [(low, high)] if closed else [(low, high), (low, None), (None, high), (None, None)]
    low_, high_ = draw(st.sampled_from(sides))
    point = draw(st.integers(0, points - 1))
    return Window(point, low=low_, high=high_, statement=statement, option=option)


@st.composite
def gaps(draw: st.DrawFn, points: int, statement: int, option: int = 0, *, steps: bool = False) -> Gap:
    ends = draw(st.tuples(st.integers(0, points - 1), st.integers(0, points - 1)))
    weight = draw(st.integers(-4, 4))
    step = None
    if steps and draw(st.booleans()):
        step = FloorStep(draw(st.integers(1, 4)), draw(st.integers(0, 3)), weight)
    return Gap(*ends, weight=weight, statement=statement, option=option, step=step)


@st.composite
def problems(
    draw: st.DrawFn,
    *,
    steps: bool = False,
    options: bool = False,
    fixed: bool = False,
    bounded: bool = False,
    points: int = 5,
    statements: int = 10,
) -> Problem:
    """A statement says one thing or two in each of its options; bounded problems have closed windows everywhere."""
    count = draw(st.integers(1, points))
    facts: list[Statement] = []
    all_windows: list[Window] = []
    all_gaps: list[Gap] = []
    if bounded:
        for point in range(count):
            low = draw(st.integers(-4, 2))
            all_windows.append(Window(point, low=low, high=draw(st.integers(low, 4)), statement=len(facts)))
            facts.append(Statement())
    for index in range(len(facts), len(facts) + draw(st.integers(0, statements))):
        costs = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3)) if options else [0]
        weights = st.one_of(st.none(), st.integers(0, 3)) if fixed else st.integers(1, 3)
        facts.append(Statement(tuple(costs), draw(weights)))
        for option in range(len(costs)):
            for _ in range(draw(st.integers(1, 2))):
                if draw(st.integers(0, 2)):
                    all_gaps.append(draw(gaps(count, index, option, steps=steps)))
                else:
                    all_windows.append(draw(windows(count, index, option)))
    return Problem(count, tuple(facts), windows=tuple(all_windows), gaps=tuple(all_gaps))


def first_options(problem: Problem) -> dict[int, int]:
    return dict.fromkeys(range(len(problem.statements)), 0)


@st.composite
def ordered_problems(
    draw: st.DrawFn, *, intervals: int = 3, bounded: bool = False, steps: bool = False
) -> Problem:
    """Intervals with an axiom each, sets of relations between them as options, and what is measured besides."""
    count = draw(st.integers(2, intervals))
    facts = [Statement(weight=None)]
    all_gaps = [Gap(2 * n + 1, 2 * n, weight=-1, statement=0) for n in range(count)]
    all_windows: list[Window] = []
    for point in range(2 * count):
        if bounded or draw(st.integers(0, 3)) == 0:
            low = draw(st.integers(0, 3))
            all_windows.append(Window(point, low=low, high=draw(st.integers(low, 3)), statement=len(facts)))
            facts.append(Statement(weight=draw(st.integers(1, 3))))
    for _ in range(draw(st.integers(1, 4))):
        one, two = draw(st.sampled_from([(a, b) for a in range(count) for b in range(count) if a != b]))
        options = draw(st.integers(2, 3))
        for option in range(options):
            for _ in range(draw(st.integers(1, 2))):
                ends = (2 * one + draw(st.integers(0, 1)), 2 * two + draw(st.integers(0, 1)))
                source, target = ends if draw(st.booleans()) else ends[::-1]
                weight = draw(st.integers(-1, 0))
                all_gaps.append(Gap(source, target, weight=weight, statement=len(facts), option=option))
        facts.append(Statement((draw(st.integers(0, 1)),) * options, weight=draw(st.integers(1, 3))))
    for _ in range(draw(st.integers(0, 2))):
        all_windows += [draw(windows(2 * count, len(facts), option)) for option in (0, 1)]
        facts.append(Statement((0, draw(st.integers(0, 2)))))
    for _ in range(draw(st.integers(0, 2))):
        all_gaps.append(draw(gaps(2 * count, len(facts), steps=steps)))
        facts.append(Statement())
    return Problem(2 * count, tuple(facts), windows=tuple(all_windows), gaps=tuple(all_gaps))
