"""Choose one option for each statement, most likely first: conflict-driven and proved optimal.

What has no choice is propagated once. The cheapest choice that avoids all nogoods is added to that in bulk;
where it fails, the contradictions become nogoods and the next choice is made (lazy clause generation over
difference constraints, in the manner of an implicit hitting set). The product of the options is never enumerated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from timeline.errors import LimitError, RangeError
from timeline.solver.answers import Contradiction, Solution, chosen_parts, contradiction_of
from timeline.solver.choices import Nogood, cheapest_choice, contradictory_core
from timeline.solver.network import NONE, Network
from timeline.solver.problem import Gap, Problem, Statement, Window, natural
from timeline.solver.propagation import LATEST, Propagation

__all__ = ["NOGOODS", "Refutation", "Search", "Selection", "possible", "relaxed", "solve", "standing"]

NOGOODS: Final = 20_000
"""Most contradictions that one search learns from."""


@attrs.frozen(kw_only=True, eq=False)
class Selection:
    """The cheapest consistent choice: an option for every kept statement (None for the others)."""

    options: tuple[int | None, ...]
    cost: int
    solution: Solution


@attrs.frozen(kw_only=True)
class Refutation:
    """No choice is consistent: a contradiction for each combination of options, all of them needed."""

    contradictions: tuple[Contradiction, ...]

    @property
    def statements(self) -> tuple[int, ...]:
        """The statements that take part, axioms included."""
        return tuple(sorted({s for contradiction in self.contradictions for s in contradiction.statements}))


class Search:
    """A search that keeps what it learnt, for several questions about the same statements.

    Statements in `droppable` may also be dropped, from the moment when they take part in a contradiction;
    those in `loose` are variables from the start, so that questions may leave them out.
    """

    def __init__(
        self,
        problem: Problem,
        kept: Iterable[int],
        *,
        droppable: frozenset[int] = frozenset(),
        loose: Iterable[int] = (),
    ) -> None:
        self.problem = problem
        self.kept = tuple(sorted(kept))
        self.droppable = droppable
        self.variables = {s for s in self.kept if len(problem.statements[s].costs) > 1}.union(loose)
        self.nogoods: dict[Nogood, Contradiction] = {}
        self._base: Propagation | None = None

    def costs(self) -> dict[int, tuple[int, ...]]:
        """Return the costs of the options of all variables."""
        return {v: self.problem.statements[v].costs for v in sorted(self.variables)}

    def cheapest(
        self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()
    ) -> dict[int, int] | None:
        """Return the cheapest choice for the variables in `costs` whose contradictions are not known yet."""
        return cheapest_choice(costs, [*forced, *self._known(costs)])

    def attempt(self, choice: Mapping[int, int]) -> Propagation | None:
        """Return the latest labels of a choice, or None after learning why there are none."""
        base = self._without_choice()
        found = [contradiction_of(base)] if base.stopped != NONE else []
        groups = [] if found else [sorted(choice)]
        while groups:
            group = groups.pop()
            grown = self._added(base, {statement: choice[statement] for statement in group})
            if grown.stopped == NONE:
                base = grown
            elif len(group) == 1:
                found.append(contradiction_of(grown))
            else:
                middle = len(group) // 2
                groups += [group[middle:], group[:middle]]
        for contradiction in found:
            self._learn(contradiction)
        return None if found else base

    def refutation(self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()) -> Refutation:
        """Return the contradictions that rule out every choice."""
        given = list(forced)
        core = contradictory_core(costs, [*given, *self._known(costs)])
        return Refutation(contradictions=tuple(self.nogoods[n] for n in core if n in self.nogoods))

    def run(
        self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()
    ) -> tuple[dict[int, int], Propagation] | Refutation:
        """Return the cheapest consistent choice for the variables in `costs`, with its latest labels."""
        while (choice := self.cheapest(costs, forced)) is not None:
            state = self.attempt(choice)
            if state is not None:
                return choice, state
        return self.refutation(costs, forced)

    def _known(self, costs: Mapping[int, tuple[int, ...]]) -> list[Nogood]:
        return [nogood for nogood in self.nogoods if all(variable in costs for variable, _ in nogood)]

    def _learn(self, contradiction: Contradiction) -> None:
        new = self.droppable.intersection(contradiction.statements) - self.variables
        if new:
            self.variables |= new
            self._base = None
        nogood = tuple(pair for pair in contradiction.choices if pair[0] in self.variables)
        self.nogoods.setdefault(nogood, contradiction)
        if len(self.nogoods) > NOGOODS:
            raise LimitError(
                "too many contradictions between alternatives", hint="settle some of them by hand"
            )

    def _without_choice(self) -> Propagation:
        if self._base is None:
            choice = {statement: 0 for statement in self.kept if statement not in self.variables}
            network = Network.of(self.problem, chosen_parts(self.problem, choice))
            self._base = Propagation.of(network, LATEST)
        return self._base

    def _added(self, base: Propagation, choice: dict[int, int]) -> Propagation:
        problem = self.problem
        window_ids = [
            i for s in choice for i in problem.windows_of[s] if problem.windows[i].option == choice[s]
        ]
        gap_ids = [i for s in choice for i in problem.gaps_of[s] if problem.gaps[i].option == choice[s]]
        windows = {index: problem.windows[index] for index in window_ids}
        network = base.network.adding(windows, {index: problem.gaps[index] for index in gap_ids})
        return base.extend(network, windows, gap_ids)


def solve(
    problem: Problem, kept: Iterable[int] | None = None, forced: Mapping[int, int] | None = None
) -> Selection | Refutation:
    """Return the cheapest consistent choice of options, or the contradictions that leave none.

    Axioms are always kept. Among equally cheap choices lower statements keep their earlier options.

    >>> low = Window(0, low=5, high=None, statement=0)
    >>> first, second = (Window(0, low=None, high=h, statement=1, option=o) for o, h in ((0, 4), (1, 9)))
    >>> problem = Problem(1, (Statement(), Statement((0, 1))), windows=(low, first, second))
    >>> answer = solve(problem)
    >>> answer.options, answer.cost, list(answer.solution.latest)
    ((0, 1), 1, [9])
    >>> solve(problem, forced={1: 0}).statements
    (0, 1)
    """
    wanted = _kept(problem, kept)
    alternatives = Search(problem, wanted)
    answer = alternatives.run(alternatives.costs(), only(problem, wanted, forced or {}))
    return answer if isinstance(answer, Refutation) else selection(alternatives, *answer)


def selection(alternatives: Search, choice: Mapping[int, int], latest: Propagation) -> Selection:
    """Return a successful attempt as a value; what was dropped has no option."""
    statements = alternatives.problem.statements
    options: list[int | None] = [None] * len(statements)
    for statement in alternatives.kept:
        option = choice.get(statement, 0)
        options[statement] = option if option < len(statements[statement].costs) else None
    cost = sum(s.costs[o] for s, o in zip(statements, options, strict=True) if o is not None)
    return Selection(options=tuple(options), cost=cost, solution=Solution.of(latest))


def standing(problem: Problem, statement: int, option: int) -> Selection | Refutation:
    """Return the cheapest choice that uses an option, or why no solution can.

    >>> standing(Problem(0, (Statement((0, 1)),)), 0, 1).cost
    1
    """
    return solve(problem, forced={statement: option})


def possible(problem: Problem, kept: Iterable[int] | None = None) -> tuple[tuple[int, ...], ...] | Refutation:
    """Return for each statement the options that some solution uses; () for statements not kept.

    Each round looks for the solution with most options not seen yet, so that few rounds see all.

    >>> possible(Problem(0, (Statement((0, 1)), Statement())))
    ((0, 1), (0,))
    """
    alternatives = Search(problem, _kept(problem, kept))
    seen = {(s, 0) for s in alternatives.kept if s not in alternatives.variables}
    costs = alternatives.costs()
    while True:
        novelty = {v: tuple(int((v, o) in seen) for o in range(len(row))) for v, row in costs.items()}
        choice = alternatives.cheapest(novelty)
        if choice is None:
            return alternatives.refutation(costs)
        if alternatives.attempt(choice) is None:
            continue
        if seen.issuperset(choice.items()):
            break
        seen.update(choice.items())
    options: list[list[int]] = [[] for _ in problem.statements]
    for statement, option in sorted(seen):
        options[statement].append(option)
    return tuple(map(tuple, options))


def relaxed(problem: Problem, stand: Mapping[int, tuple[int, ...]]) -> Problem:
    """Return the problem with the hull of its standing options in place of each statement with several.

    Whatever holds in it holds for every combination of those options. Statements keep their numbers; one
    that is not in `stand` keeps all its options in the hull, and one without standing options says nothing.

    >>> wide = (Window(0, low=o, high=o + 2, statement=0, option=o) for o in (0, 5))
    >>> relaxed(Problem(1, (Statement((0,) * 6),), windows=tuple(wide)), {0: (0, 5)}).windows[0].high
    7
    """
    several = [s for s, statement in enumerate(problem.statements) if len(statement.costs) > 1]
    silent = {statement for statement, options in stand.items() if not options}
    apart = silent.union(several)
    windows = [window for window in problem.windows if window.statement not in apart]
    gaps = [gap for gap in problem.gaps if gap.statement not in apart]
    for statement in several:
        if statement not in silent:
            options = stand.get(statement, tuple(range(len(problem.statements[statement].costs))))
            windows += _hull_windows([problem.windows[i] for i in problem.windows_of[statement]], options)
            gaps += _hull_gaps([problem.gaps[i] for i in problem.gaps_of[statement]], options)
    statements = tuple(Statement(weight=statement.weight) for statement in problem.statements)
    return Problem(problem.points, statements, windows=tuple(windows), gaps=tuple(gaps))


def _hull_windows(windows: list[Window], options: tuple[int, ...]) -> Iterable[Window]:
    for point in sorted({window.point for window in windows}):
        here = [[w for w in windows if w.point == point and w.option == option] for option in options]
        lows = [max((w.low for w in own if w.low is not None), default=None) for own in here]
        highs = [min((w.high for w in own if w.high is not None), default=None) for own in here]
        low = None if None in lows else min(low for low in lows if low is not None)
        high = None if None in highs else max(high for high in highs if high is not None)
        yield Window(point, low=low, high=high, statement=windows[0].statement)


def _hull_gaps(gaps: list[Gap], options: tuple[int, ...]) -> Iterable[Gap]:
    for source, target in sorted({(gap.source, gap.target) for gap in gaps}):
        here = [[g for g in gaps if (g.source, g.target, g.option) == (source, target, o)] for o in options]
        if all(here):
            tightest = [min(own, key=lambda gap: gap.weight) for own in here]
            step = tightest[0].step if all(gap.step == tightest[0].step for gap in tightest) else None
            weight = max(gap.weight for gap in tightest)
            yield Gap(source, target, weight=weight, statement=gaps[0].statement, step=step)


def _kept(problem: Problem, kept: Iterable[int] | None) -> set[int]:
    if kept is None:
        return set(range(len(problem.statements)))
    wanted = {*kept, *problem.fixed}
    for statement in wanted:
        natural(statement, "a statement")
        if statement >= len(problem.statements):
            raise RangeError(f"statement {statement} of {len(problem.statements)} does not exist")
    return wanted


def only(problem: Problem, kept: Collection[int], forced: Mapping[int, int]) -> tuple[Nogood, ...]:
    """Return what rules out every other option."""
    nogoods: list[Nogood] = []
    for statement, option in sorted(forced.items()):
        if statement not in kept:
            raise RangeError(f"statement {statement} cannot be forced", hint="force only what is kept")
        count = len(problem.statements[statement].costs)
        natural(option, "an option")
        if option >= count:
            raise RangeError(f"option {option} of statement {statement} does not exist")
        nogoods += [((statement, other),) for other in range(count) if other != option]
    return tuple(nogoods)
