"""Choose one option for each statement, most likely first: conflict-driven and proved optimal.

What has no choice is propagated once. The cheapest choice that avoids all nogoods is added to that in bulk;
where it fails, the contradictions become nogoods and the next choice is made (lazy clause generation over
difference constraints, in the manner of an implicit hitting set). The product of the options is never enumerated.
Statements that are sets of Allen's relations cost the same whichever relation it is: they are arranged last, all together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from functools import partial
from typing import Final

import attrs

from timeline.errors import LimitError, RangeError
from timeline.solver.answers import Contradiction, Solution, chosen_parts, contradiction_of
from timeline.solver.arranging import Arranged, Deadlock, arrange, every_case
from timeline.solver.choices import Nogood, cheapest_choice, contradictory_core
from timeline.solver.network import NONE, Network
from timeline.solver.orders import Orders
from timeline.solver.problem import Problem, natural
from timeline.solver.propagation import LATEST, Propagation

__all__ = ["NOGOODS", "Refutation", "Search", "Selection", "possible", "solutions", "solve", "standing"]

NOGOODS: Final = 20_000
"""Most contradictions that one search learns from."""

TRIALS: Final = 10_000
"""How often at most a deadlock of sets of relations is tried with fewer of them, so as to learn from those that matter."""

FEW_TRIALS: Final = 8
"""As `TRIALS`, where many questions are asked of which only the verdict counts."""


@attrs.frozen(kw_only=True, eq=False)
class Selection:
    """The cheapest consistent choice: an option for every kept statement (None for the others)."""

    options: tuple[int | None, ...]
    cost: int
    solution: Solution


@attrs.frozen(kw_only=True)
class Refutation:
    """No choice is consistent: a contradiction for each combination of options, all of them needed.

    A deadlock stands for all the contradictions that meet the arrangements of some sets of relations.
    """

    contradictions: tuple[Contradiction, ...] = ()
    deadlocks: tuple[Deadlock, ...] = ()

    @property
    def statements(self) -> tuple[int, ...]:
        """The statements that take part, axioms included."""
        told = {s for contradiction in self.contradictions for s in contradiction.statements}
        return tuple(sorted(told.union(s for deadlock in self.deadlocks for s in deadlock.statements)))

    def listed(self, problem: Problem) -> Refutation:
        """Return the refutation with contradictions in place of deadlocks, where there are not too many."""
        contradictions, deadlocks = list(self.contradictions), []
        for deadlock in self.deadlocks:
            network = Network.of(problem, chosen_parts(problem, dict(deadlock.options)))
            state = Propagation.of(network, LATEST)
            cases = every_case(state, deadlock.orders, partial(_added, problem))
            contradictions += cases
            deadlocks += [] if cases else [deadlock]
        return Refutation(contradictions=tuple(dict.fromkeys(contradictions)), deadlocks=tuple(deadlocks))


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
        trials: int = TRIALS,
    ) -> None:
        self.problem = problem
        self.kept = tuple(sorted(kept))
        self.droppable = droppable
        self.trials = trials
        self.orders = Orders.of(problem, self.kept)
        several = frozenset(problem.several).intersection(self.kept)
        self.variables = set(several.difference(self.orders.statements).union(loose))
        self.nogoods: dict[Nogood, Refutation] = {}
        self.arranged: Arranged | None = None
        """How the last attempt that succeeded arranged what is left out of its choice."""

        self._ruled_out: dict[int, set[int]] = {}
        self._passing: dict[Nogood, Refutation] = {}
        self._base: Propagation | None = None

    def afresh(self, trials: int) -> Search:
        """Return a search about the same statements that has learnt nothing; what they have in common is kept."""
        new = copy(self)
        new.trials, new.variables, new.arranged = trials, set(self.variables), None
        new.nogoods, new._passing, new._ruled_out = {}, {}, {}  # noqa: SLF001  # of this class
        return new

    def costs(self) -> dict[int, tuple[int, ...]]:
        """Return the costs of the options of all variables; a set of relations has one option, to be kept."""
        facts = self.problem.statements
        return {
            v: facts[v].costs[: 1 if v in self.orders.statements else None] for v in sorted(self.variables)
        }

    def cheapest(
        self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()
    ) -> dict[int, int] | None:
        """Return the cheapest choice for the variables in `costs` whose contradictions are not known yet."""
        return cheapest_choice(costs, [*forced, *self._known(costs)])

    def attempt(self, choice: Mapping[int, int]) -> Propagation | None:
        """Return the latest labels of a choice, or None after learning why there are none."""
        base, self.arranged = self._without_choice(), None
        if base.stopped != NONE:
            self._learn(Refutation(contradictions=(contradiction_of(base),)), {})
            return None
        ranked = {s: option for s, option in choice.items() if s not in self.orders.statements}
        base, found = self._grown(base, ranked)
        for contradiction in found:
            self._learn(Refutation(contradictions=(contradiction,)), choice)
        return None if found else self._arranged(base, choice)

    def _grown(self, base: Propagation, choice: Mapping[int, int]) -> tuple[Propagation, list[Contradiction]]:
        """Add options, all that can be; returns the contradictions of those that cannot."""
        found, groups = [], [sorted(choice)] if choice else []
        while groups:
            group = groups.pop()
            grown = _added(self.problem, base, {statement: choice[statement] for statement in group})
            if grown.stopped == NONE:
                base = grown
            elif len(group) == 1:
                found.append(contradiction_of(grown))
            else:
                middle = len(group) // 2
                groups += [group[middle:], group[:middle]]
        return base, found

    def _arranged(self, base: Propagation, choice: Mapping[int, int]) -> Propagation | None:
        """Add an option of each set of relations that is kept, or learn why they cannot be."""
        active = {
            s: tuple(o for o in range(len(order.options)) if o not in self._ruled_out.get(s, ()))
            for s, order in self.orders.statements.items()
            if s not in self.variables or choice.get(s) == 0
        }
        if not active:
            return base
        ranked = {s: option for s, option in choice.items() if s not in active}
        plain = [s for s in self.kept if s not in self.variables and s not in active]
        answer = arrange(
            self.problem, self.orders, active, ranked, plain, base, self._grown, trials=self.trials
        )
        if isinstance(answer, Arranged):
            self.arranged = answer
            return answer.state
        self._learn(Refutation(deadlocks=(answer,)), choice)
        return None

    def refutation(self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()) -> Refutation:
        """Return the contradictions that rule out every choice."""
        given = list(forced)
        core = contradictory_core(costs, [*given, *self._known(costs)])
        learnt = self.nogoods | self._passing
        found = [learnt[nogood] for nogood in core if nogood in learnt]
        return Refutation(
            contradictions=tuple(dict.fromkeys(c for refutation in found for c in refutation.contradictions)),
            deadlocks=tuple(deadlock for refutation in found for deadlock in refutation.deadlocks),
        )

    def run(
        self, costs: Mapping[int, tuple[int, ...]], forced: Iterable[Nogood] = ()
    ) -> tuple[dict[int, int], Propagation] | Refutation:
        """Return the cheapest consistent choice for the variables in `costs`, with its latest labels."""
        given: list[Nogood] = []
        self._ruled_out, self._passing = {}, {}
        for nogood in forced:
            if nogood[0][0] in self.orders.statements:
                self._ruled_out.setdefault(nogood[0][0], set()).add(nogood[0][1])
            else:
                given.append(nogood)
        answer: tuple[dict[int, int], Propagation] | None = None
        while answer is None and (choice := self.cheapest(costs, given)) is not None:
            state = self.attempt(choice)
            answer = None if state is None else (choice, state)
        found = answer or self.refutation(costs, given)
        self._ruled_out, self._passing = {}, {}
        return found

    def agreeing(self) -> set[tuple[int, int]]:
        """Return the options of sets of relations that the last attempt that succeeded agrees with."""
        found = {} if self.arranged is None else self.arranged.agreeing
        return {(statement, option) for statement, options in found.items() for option in options}

    def _known(self, costs: Mapping[int, tuple[int, ...]]) -> list[Nogood]:
        known = (*self.nogoods, *self._passing)
        return [nogood for nogood in known if all(variable in costs for variable, _ in nogood)]

    def _learn(self, refutation: Refutation, choice: Mapping[int, int]) -> None:
        """Keep what was refuted for a choice; what rests on options that are ruled out serves this question only."""
        statements = refutation.statements
        new = self.droppable.intersection(statements) - self.variables
        if new:
            self.variables |= new
            self._base = None
        nogood = tuple(
            (s, 0 if s in self.orders.statements else choice.get(s, 0))
            for s in statements
            if s in self.variables
        )
        nogoods = self.nogoods if self._ruled_out.keys().isdisjoint(statements) else self._passing
        nogoods.setdefault(nogood, refutation)
        if len(self.nogoods) > NOGOODS:
            raise LimitError(
                "too many contradictions between alternatives", hint="settle some of them by hand"
            )

    def _without_choice(self) -> Propagation:
        if self._base is None:
            left_out = self.variables.union(self.orders.statements)
            certain = [statement for statement in self.kept if statement not in left_out]
            network = Network.of(self.problem, chosen_parts(self.problem, dict.fromkeys(certain, 0)))
            self._base = Propagation.of(network, LATEST)
        return self._base


def _added(problem: Problem, base: Propagation, choice: Mapping[int, int]) -> Propagation:
    """Return the base with some options."""
    window_ids = [i for s in choice for i in problem.windows_of[s] if problem.windows[i].option == choice[s]]
    gap_ids = [i for s in choice for i in problem.gaps_of[s] if problem.gaps[i].option == choice[s]]
    windows = {index: problem.windows[index] for index in window_ids}
    network = base.network.adding(windows, {index: problem.gaps[index] for index in gap_ids})
    return base.extend(network, windows, gap_ids)


def solve(
    problem: Problem, kept: Iterable[int] | None = None, forced: Mapping[int, int] | None = None
) -> Selection | Refutation:
    """Return the cheapest consistent choice of options, or the contradictions that leave none.

    Axioms are always kept. Among equally cheap choices lower statements keep their earlier options.

    >>> from timeline.solver import Statement, Window
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
    return answer.listed(problem) if isinstance(answer, Refutation) else selection(alternatives, *answer)


def solutions(problem: Problem) -> Iterator[Selection]:
    """Yield all consistent choices of options, cheapest first, each proved so when it is asked for.

    Sets of relations make no choice: one way to arrange them is enough. There can be exponentially many.

    >>> from timeline.solver import Statement, Window
    >>> both = (Window(0, low=o, high=o, statement=0, option=o) for o in (0, 1))
    >>> [found.options for found in solutions(Problem(1, (Statement((0, 1)),), windows=tuple(both)))]
    [(0,), (1,)]
    """
    alternatives = Search(problem, range(len(problem.statements)))
    told: list[Nogood] = []
    while not isinstance(answer := alternatives.run(alternatives.costs(), told), Refutation):
        yield selection(alternatives, *answer)
        if not answer[0]:
            return
        told.append(tuple(sorted(answer[0].items())))


def selection(alternatives: Search, choice: Mapping[int, int], latest: Propagation) -> Selection:
    """Return a successful attempt as a value; what was dropped has no option."""
    statements = alternatives.problem.statements
    options: list[int | None] = [None] * len(statements)
    for statement in alternatives.kept:
        options[statement] = 0
    for statement, option in choice.items():
        options[statement] = option if option < len(statements[statement].costs) else None
    for statement in alternatives.orders.statements:
        arranged = alternatives.arranged
        options[statement] = None if arranged is None else arranged.options.get(statement)
    cost = sum(s.costs[o] for s, o in zip(statements, options, strict=True) if o is not None)
    return Selection(options=tuple(options), cost=cost, solution=Solution.of(latest))


def standing(problem: Problem, statement: int, option: int) -> Selection | Refutation:
    """Return the cheapest choice that uses an option, or why no solution can.

    >>> from timeline.solver import Statement
    >>> standing(Problem(0, (Statement((0, 1)),)), 0, 1).cost
    1
    """
    return solve(problem, forced={statement: option})


def possible(problem: Problem, kept: Iterable[int] | None = None) -> tuple[tuple[int, ...], ...] | Refutation:
    """Return for each statement the options that some solution uses; () for statements not kept.

    Each round looks for the solution with most options not seen yet, so that few rounds see all.

    >>> from timeline.solver import Statement
    >>> possible(Problem(0, (Statement((0, 1)), Statement())))
    ((0, 1), (0,))
    """
    return options_seen(Search(problem, _kept(problem, kept), trials=FEW_TRIALS))


def options_seen(
    alternatives: Search, witnesses: list[Propagation] | None = None
) -> tuple[tuple[int, ...], ...] | Refutation:
    """Return what `possible` does of the statements of a search; the solutions that were seen become witnesses."""
    problem = alternatives.problem
    seen = set[tuple[int, int]]()
    costs = alternatives.costs()
    while True:
        novelty = {v: tuple(int((v, o) in seen) for o in range(len(row))) for v, row in costs.items()}
        choice = alternatives.cheapest(novelty)
        if choice is None:
            return alternatives.refutation(costs).listed(problem)
        state = alternatives.attempt(choice)
        if state is None:
            continue
        if witnesses is not None:
            witnesses.append(state)
        seen.update(alternatives.agreeing())
        if seen.issuperset(choice.items()):
            break
        seen.update(choice.items())
    for statement, order in alternatives.orders.statements.items():
        for option in range(len(order.options)):
            if (statement, option) not in seen:
                forced = only(problem, alternatives.kept, {statement: option})
                if not isinstance(alternatives.run(costs, forced), Refutation):
                    seen.update(alternatives.agreeing())
    return _by_statement(alternatives, seen)


def _by_statement(alternatives: Search, seen: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the options of each statement that were seen; of one that has no choice, the one that it has."""
    told: dict[int, list[int]] = {s: [] for s in (*alternatives.variables, *alternatives.orders.statements)}
    for statement, option in sorted(seen):
        told[statement].append(option)
    options: list[tuple[int, ...]] = [()] * len(alternatives.problem.statements)
    for statement in alternatives.kept:
        options[statement] = tuple(told[statement]) if statement in told else (0,)
    return tuple(options)


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
