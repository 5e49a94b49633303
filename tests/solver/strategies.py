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
