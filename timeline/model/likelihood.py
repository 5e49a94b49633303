"""How likely an order or a start is, if every timeline that the statements allow is as likely as any other.

That is an assumption which no source makes, so that nothing here is ever computed unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

import attrs

from timeline.constraints import PRECEDES, AllenConstraint, Constraint, End
from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.frozen import Record
from timeline.model.examining import Examination
from timeline.model.parts import alternatives
from timeline.solver import Problem, solutions
from timeline.solver.sampling import Chains, draw, figures
from timeline.times import Instant

__all__ = ["CHAINS", "Distribution", "Likelihood", "order_probability", "probability", "start_distribution"]

CHAINS = 4


@attrs.frozen(kw_only=True)
class Likelihood(Record):
    """A probability with what its estimate is worth: `effective` independent samples, and chains `spread` apart.

    A spread of 1 says that all chains agree; above 1.05 more samples are wanted, or parts of the
    timeline cannot be reached from each other.
    """

    probability: float
    effective: float
    spread: float
    seed: int

    @property
    def error(self) -> float:
        """The standard error of the probability."""
        return float((self.probability * (1 - self.probability) / max(1.0, self.effective)) ** 0.5)


@attrs.frozen(kw_only=True)
class Distribution(Record):
    """Sampled starts of an event in order of time, with what they are worth as in `Likelihood`."""

    starts: tuple[Instant, ...]
    effective: float
    spread: float
    seed: int

    def quantile(self, fraction: float) -> Instant:
        """Return the start before which lies such a fraction of the samples.

        >>> sampled = Distribution(starts=(Instant(1), Instant(5), Instant(9)), effective=3.0, spread=1.0, seed=1)
        >>> sampled.quantile(0.5)
        Instant(microseconds=5)
        """
        if not 0 <= fraction <= 1:
            raise RangeError(f"a fraction lies between 0 and 1: {shorten(fraction)}")
        return self.starts[min(len(self.starts) - 1, int(fraction * len(self.starts)))]


def order_probability(
    examination: Examination, first: str, second: str, *, seed: int, samples: int
) -> Likelihood:
    """Return how likely one event is over when another starts: see `Timeline.order_probability`."""
    order = AllenConstraint(first, second, relations=PRECEDES)
    return probability(examination, order, seed=seed, samples=samples)


def probability(examination: Examination, constraint: Constraint, *, seed: int, samples: int) -> Likelihood:
    """Return how likely a constraint holds: see `Timeline.probability`."""
    pieces = alternatives(constraint, examination.compiled.timeline.zone_of(constraint.source))
    ends = examination.compiled.ends(constraint)
    used = sorted({end for parts in pieces for part in parts for end in (part.source, part.target)}) or [0]
    places = {end: place for place, end in enumerate(used)}

    def holds(values: Sequence[int]) -> int:
        return int(
            any(
                all(values[places[part.target]] <= part.most(values[places[part.source]]) for part in parts)
                for parts in pieces
            )
        )

    chains = _drawn(examination, tuple(ends[end] for end in used), holds, seed, samples)
    effective, spread = figures(chains)
    share = sum(map(sum, chains)) / sum(map(len, chains))
    return Likelihood(probability=share, effective=effective, spread=spread, seed=seed)


def start_distribution(examination: Examination, event: str, *, seed: int, samples: int) -> Distribution:
    """Return sampled starts of an event: see `Timeline.start_distribution`."""
    start = examination.compiled.points[event]
    chains = _drawn(examination, (start,), lambda starts: starts[0], seed, samples)
    effective, spread = figures(chains)
    found = sorted(value for chain in chains for value in chain)
    return Distribution(starts=tuple(map(Instant, found)), effective=effective, spread=spread, seed=seed)


def _drawn(
    examination: Examination,
    points: tuple[int, ...],
    measure: Callable[[Sequence[int]], int],
    seed: int,
    samples: int,
) -> Chains:
    for name, value in (("a seed", seed), ("the number of samples", samples)):
        if type(value) is not int:
            raise WrongTypeError(f"{name} is an int, not {shorten(value)}")
    if samples < 4:
        raise RangeError(f"at least 4 samples are wanted: {samples}")
    members = _connected(examination.kept, points)
    bounds = [_bounds(examination, point) for point in members]
    places = {point: place for place, point in enumerate(members)}
    starts = [
        [side[point] or 0 for point in members]
        for selection in islice(solutions(examination.kept), CHAINS // 2)
        for side in (selection.solution.earliest, selection.solution.latest)
    ]
    asked = [places[point] for point in points]
    return draw(
        _part(examination.kept, places),
        bounds,
        (starts * CHAINS)[:CHAINS],
        lambda values: measure([values[place] for place in asked]),
        samples=samples,
        seed=seed,
    )


def _connected(problem: Problem, points: tuple[int, ...]) -> list[int]:
    """Return the points on which the given ones can depend; the others can lie anywhere without them."""
    beside: dict[int, set[int]] = {}
    for gap in problem.gaps:
        beside.setdefault(gap.source, set()).add(gap.target)
        beside.setdefault(gap.target, set()).add(gap.source)
    for number, statement in enumerate(problem.statements):
        if len(statement.costs) > 1:
            together = problem.points_of(number)
            for point in together:
                beside.setdefault(point, set()).update(together)
    found, waiting = set(points), list(points)
    while waiting:
        fresh = beside.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return sorted(found)


def _part(problem: Problem, places: dict[int, int]) -> Problem:
    """Return a problem of some points only, with their new numbers."""
    windows = (attrs.evolve(w, point=places[w.point]) for w in problem.windows if w.point in places)
    gaps = (
        attrs.evolve(gap, source=places[gap.source], target=places[gap.target])
        for gap in problem.gaps
        if gap.source in places
    )
    return Problem(len(places), problem.statements, windows=tuple(windows), gaps=tuple(gaps))


def _bounds(examination: Examination, number: int) -> tuple[int, int]:
    early, late = examination.solution.earliest[number], examination.solution.latest[number]
    if early is not None and late is not None:
        return early, late
    point = examination.compiled.point(number)
    side = "early" if early is None else "late"
    which = "start" if point.end is End.START else "end"
    raise RangeError(
        f"nothing says how {side} the {which} of {point.event!r} can be, so that its timelines cannot be counted",
        hint=f"bound {point.event!r} by a claim or a constraint, for this question at least",
    )
