"""What the solver answers: bounds with their proofs, or a contradiction, each with its arithmetic.

Every chain of links can be replayed with the problem alone: a window gives the first value, each gap
carries it on.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import overload

import attrs

from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.solver.columns import zeros
from timeline.solver.facts import Gap, Window, natural
from timeline.solver.loops import loops
from timeline.solver.network import EARLIEST, LATEST, NONE, Network, Parts
from timeline.solver.problem import Problem
from timeline.solver.propagation import Propagation
from timeline.solver.retracting import retracted
from timeline.solver.tables import GapTable, WindowTable

__all__ = [
    "Contradiction",
    "Link",
    "LinkKind",
    "Proof",
    "Solution",
    "check",
    "chosen_parts",
    "contradiction_of",
]


class LinkKind(Enum):
    """What a link of a chain is."""

    WINDOW = "window"
    GAP = "gap"


@attrs.frozen
class Link:
    """One link: the window or gap (`index` in its tuple of the problem), and the point and value it leads to.

    In a negative cycle values count from 0 at the point where it starts.
    """

    kind: LinkKind
    index: int
    statement: int = attrs.field(kw_only=True)
    option: int = attrs.field(kw_only=True)
    point: int = attrs.field(kw_only=True)
    value: int = attrs.field(kw_only=True)


@attrs.frozen
class Proof:
    """Why a bound holds: a window, and the gaps that carry it to the point."""

    links: tuple[Link, ...]

    @property
    def value(self) -> int:
        """The bound that is proven."""
        return self.links[-1].value

    @property
    def statements(self) -> tuple[int, ...]:
        """The statements that the bound rests on."""
        return _statements(self.links)


@attrs.frozen
class Contradiction:
    """Why not everything holds: a chain from a high window down below a low window, or a negative cycle.

    `shortfall` says by how much, in units of the problem; it is at least 1.
    """

    links: tuple[Link, ...]
    shortfall: int

    @property
    def cycle(self) -> bool:
        """Whether it is a cycle of gaps, so that no window takes part."""
        return self.links[0].kind is LinkKind.GAP

    @property
    def statements(self) -> tuple[int, ...]:
        """The statements that contradict each other, axioms included."""
        return _statements(self.links)

    @property
    def choices(self) -> tuple[tuple[int, int], ...]:
        """The statements with the option of each that takes part."""
        return tuple(sorted({(link.statement, link.option) for link in self.links}))


class Labels(Sequence[int | None]):
    """The bounds of all points on one side, read where they are; None is unbounded."""

    __slots__ = ("_propagation",)

    def __init__(self, propagation: Propagation) -> None:
        self._propagation = propagation

    def __len__(self) -> int:
        return self._propagation.network.points

    @overload
    def __getitem__(self, index: int) -> int | None: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[int | None, ...]: ...

    def __getitem__(self, index: int | slice) -> int | tuple[int | None, ...] | None:
        points = range(len(self))[index]
        if isinstance(points, range):
            return tuple(map(self._propagation.bound, points))
        return self._propagation.bound(points)

    def __iter__(self) -> Iterator[int | None]:
        return self._propagation.bounds()

    def __repr__(self) -> str:
        return f"Labels({', '.join(map(str, self[:20]))}{', ...' if len(self) > 20 else ''})"


@attrs.frozen(eq=False)
class Solution:
    """The tightest bounds of every point: `earliest` and `latest`, each of which is itself a solution.

    Unbounded is exact for numbers. Steps among points that no window reaches are only held to their weights.

    >>> from timeline.solver import Statement, check
    >>> solution = check(
    ...     Problem(
    ...         2,
    ...         (Statement(), Statement()),
    ...         windows=(Window(0, low=10, high=None, statement=0),),
    ...         gaps=(Gap(1, 0, weight=-5, statement=1),),
    ...     )
    ... )
    >>> list(solution.earliest), list(solution.latest), solution.earliest_proof(1).statements
    ([10, 15], [None, None], (0, 1))
    """

    _latest: Propagation
    _found: list[Propagation] = attrs.field(factory=list)

    @classmethod
    def of(cls, latest: Propagation) -> Solution:
        """Return the solution with these latest bounds, which are at rest."""
        return cls(latest)

    @property
    def _earliest(self) -> Propagation:
        """The earliest bounds, found when they are asked for.

        They cannot fail: they start below the latest ones and never rise above them.
        """
        if not self._found:
            self._found.append(Propagation.of(self._latest.network, EARLIEST))
        return self._found[0]

    @property
    def earliest(self) -> Sequence[int | None]:
        """The least value of each point."""
        return Labels(self._earliest)

    @property
    def latest(self) -> Sequence[int | None]:
        """The greatest value of each point."""
        return Labels(self._latest)

    @property
    def free(self) -> frozenset[int]:
        """The points that are bounded on neither side."""
        return frozenset(self._latest.unbounded()).intersection(self._earliest.unbounded())

    def earliest_proof(self, point: int) -> Proof:
        """Return why a point cannot be earlier; an unbounded one is refused."""
        return _proof(self._earliest, point)

    def latest_proof(self, point: int) -> Proof:
        """Return why a point cannot be later; an unbounded one is refused."""
        return _proof(self._latest, point)

    def longest(self, first: int, second: int) -> tuple[int, tuple[Link, ...]] | None:
        """Return by how much a point can be after another at most, with the links that say so; None is without limit.

        Without steps it is exact: all pairs of them are the closure of the network. A step counts by its weight, and by
        what it makes of the bounds, so that with steps less may be possible, and never more.

        >>> from timeline.solver import Statement, check
        >>> gap = Gap(0, 1, weight=5, statement=0)
        >>> check(Problem(2, (Statement(),), gaps=(gap,))).longest(0, 1)[0]
        5
        """
        away = Propagation.away_from(self._latest.network, first)
        early, late = self.earliest[first], self.latest[second]
        between, apart = away.bound(second), None if early is None or late is None else late - early
        if between is not None and (apart is None or between <= apart):
            return between, tuple(_gap_links(away.network, away.path(second)[1]))
        if apart is None:
            return None
        return apart, (*self.earliest_proof(first).links, *self.latest_proof(second).links)

    def extend(
        self, windows: Iterable[Window] = (), gaps: Iterable[Gap] = (), *, points: int = 0
    ) -> Solution | Contradiction:
        """Return the solution with more points, windows and gaps; bounds only tighten, and self is unchanged.

        It costs what it touches. The new points are numbered after the others. Links to new windows and gaps count on after the
        problem's own; their statements may be new too.
        """
        old = self._latest.network
        if points:
            old = old.with_points(old.points + points)
        new_windows = dict(enumerate(windows, start=old.window_count))
        new_gaps = dict(enumerate(gaps, start=old.gap_count))
        _check_new(new_windows.values(), new_gaps.values(), old.points)
        network = old.adding(new_windows, new_gaps)
        latest = self._latest.extend(network, new_windows, new_gaps)
        if latest.stopped != NONE:
            return contradiction_of(latest)
        return Solution(latest, [one.extend(network, new_windows, new_gaps) for one in self._found])

    def retract(self, statements: Iterable[int]) -> Solution:
        """Return the solution as if some statements had said nothing; bounds only widen, and self is unchanged.

        It costs what rested on them: all other bounds are shared.

        >>> from timeline.solver import Statement, check
        >>> windows = tuple(Window(0, low=low, high=None, statement=s) for s, low in enumerate((10, 20)))
        >>> solution = check(Problem(1, (Statement(), Statement()), windows=windows))
        >>> solution.earliest[0], solution.retract([1]).earliest[0]
        (20, 10)
        """
        old = self._latest.network
        parts = old.ledger.parts(statements)
        network = old.without(parts)
        return Solution(
            retracted(self._latest, network, parts), [retracted(one, network, parts) for one in self._found]
        )


def chosen_parts(problem: Problem, choice: Mapping[int, int]) -> Parts:
    """Return the windows and gaps of the chosen options of some statements."""
    windows, gaps = problem.window_table, problem.gap_table
    if len(choice) * 4 < len(problem.statements):
        some_windows = [i for s in choice for i in problem.windows_of[s] if windows.options[i] == choice[s]]
        some_gaps = [i for s in choice for i in problem.gaps_of[s] if gaps.options[i] == choice[s]]
        return some_windows, some_gaps
    chosen = array("i", [NONE]) * len(problem.statements)
    for statement, option in choice.items():
        chosen[statement] = option
    return _parts(problem, chosen)


def _parts(problem: Problem, chosen: array[int]) -> Parts:
    """Return the windows and gaps of the chosen option of each statement."""
    windows, gaps = (_selected(table, chosen) for table in (problem.window_table, problem.gap_table))
    return windows, gaps


def _selected(table: WindowTable | GapTable, chosen: array[int]) -> array[int]:
    found = zeros("i", len(table))
    count = loops(found).select(table.statements, table.options, chosen, found)
    return found[:count]


def check(problem: Problem, choice: Mapping[int, int] | None = None) -> Solution | Contradiction:
    """Return the bounds that some statements with chosen options imply, or one contradiction.

    Without a choice it is the first option of every statement.
    """
    parts = (
        _parts(problem, zeros("i", len(problem.statements)))
        if choice is None
        else chosen_parts(problem, choice)
    )
    latest = Propagation.of(Network.of(problem, parts), LATEST)
    return Solution.of(latest) if latest.stopped == NONE else contradiction_of(latest)


def contradiction_of(latest: Propagation) -> Contradiction:
    """Return the contradiction at which the latest labels stopped."""
    network, point = latest.network, latest.stopped
    window, gaps = latest.path(point)
    if window == NONE:
        links = tuple(_gap_links(network, _from_its_first(network, gaps)))
        return Contradiction(links, -links[-1].value)
    chain = _links(latest, window, gaps)
    floor = network.earliest
    last = _window_link(network, floor.windows[point], -floor.limits[point])
    return Contradiction((*chain, last), last.value - chain[-1].value)


def _proof(propagation: Propagation, point: int) -> Proof:
    natural(point, "a point")
    if point >= propagation.network.points:
        raise RangeError(f"point {point} of {propagation.network.points} does not exist")
    if propagation.bound(point) is None:
        side = "latest" if propagation.sign == LATEST else "earliest"
        raise RangeError(f"point {point} has no {side} bound", hint="ask only where the bound is not None")
    return Proof(tuple(_links(propagation, *propagation.path(point))))


def _links(propagation: Propagation, window: int, gaps: Iterable[int]) -> list[Link]:
    network, sign = propagation.network, propagation.sign
    first = network.windows[window]
    bound = first.high if sign == LATEST else first.low
    if bound is None:  # pragma: no cover  # labels start at the closed side of a window
        raise RangeError("a bound stands on the open side of a window", hint="please report this as a bug")
    links = [_window_link(network, window, bound)]
    value = sign * bound
    for gap in gaps:
        value = propagation.carry(gap, value)
        links.append(_gap_link(network, gap, sign, sign * value))
    return links


def _from_its_first(network: Network, cycle: list[int]) -> list[int]:
    """Return the gaps of a cycle from its first point on: wherever it was found, it is told in one way."""
    first = min(range(len(cycle)), key=lambda place: network.sources[cycle[place]])
    return cycle[first:] + cycle[:first]


def _gap_links(network: Network, gaps: Iterable[int]) -> Iterator[Link]:
    value = 0
    for gap in gaps:
        value += network.weights[gap]
        yield _gap_link(network, gap, LATEST, value)


def _window_link(network: Network, index: int, value: int) -> Link:
    window = network.windows[index]
    return Link(
        LinkKind.WINDOW,
        index,
        statement=window.statement,
        option=window.option,
        point=window.point,
        value=value,
    )


def _gap_link(network: Network, index: int, sign: int, value: int) -> Link:
    gap = network.gaps[index]
    point = gap.target if sign == LATEST else gap.source
    return Link(LinkKind.GAP, index, statement=gap.statement, option=gap.option, point=point, value=value)


def _statements(links: Iterable[Link]) -> tuple[int, ...]:
    return tuple(sorted({link.statement for link in links}))


def _check_new(windows: Iterable[Window], gaps: Iterable[Gap], points: int) -> None:
    for window in windows:
        if not isinstance(window, Window):
            raise WrongTypeError(f"windows hold Window values, not {shorten(window)}")
        if window.point >= points:
            raise RangeError(f"a window on point {window.point} of {points}")
    for gap in gaps:
        if not isinstance(gap, Gap):
            raise WrongTypeError(f"gaps hold Gap values, not {shorten(gap)}")
        if gap.source >= points or gap.target >= points:
            raise RangeError(f"a gap from point {gap.source} to {gap.target} of {points}")
