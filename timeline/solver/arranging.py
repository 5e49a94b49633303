"""Choose relations for all statements that are sets of them, together with everything that is measured.

The dates and the plain orders narrow the labels of a network of Allen's relations; the network proposes a scenario; the
points check it, and what they find contradictory becomes a clause of the network, until a scenario stands or none is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import combinations
from typing import Final

import attrs

from timeline.solver.allen_network import AllenNetwork, Clause, Pair
from timeline.solver.allen_tables import EVERY, SIGNS
from timeline.solver.answers import Contradiction, Solution, contradiction_of
from timeline.solver.network import NONE
from timeline.solver.orders import Order, Orders
from timeline.solver.problem import Problem
from timeline.solver.propagation import Propagation

__all__ = ["CASES", "Arranged", "Deadlock", "Grow", "arrange", "every_case"]

CASES: Final = 200
"""Most contradictions that are listed to show that no option is left."""

Grow = Callable[[Propagation, Mapping[int, int]], tuple[Propagation, list[Contradiction]]]
"""Adds options to a state; returns what can be reached of it and the contradictions that were met."""


@attrs.frozen(eq=False)
class Arranged:
    """An option for each of the orders, all that its relation agrees with, and the state that they lead to."""

    options: dict[int, int]
    agreeing: dict[int, tuple[int, ...]]
    state: Propagation


@attrs.frozen(eq=False)
class Deadlock:
    """Options of statements with which no scenario is left, for any of these options of some orders."""

    options: Mapping[int, int]
    orders: Mapping[int, tuple[int, ...]]

    @property
    def statements(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(sorted((*self.options, *self.orders)))


@attrs.frozen(eq=False)
class _Reason:
    """One label or clause, with the statements that it comes from."""

    clause: Clause
    statements: Callable[[], Iterable[int]]


def arrange(
    problem: Problem,
    orders: Orders,
    active: Mapping[int, tuple[int, ...]],
    choice: Mapping[int, int],
    plain: Iterable[int],
    base: Propagation,
    grow: Grow,
    *,
    trials: int,
) -> Arranged | Deadlock:
    """Return options of the active statements that the base allows, or why there are none.

    `active` lists the options that may be used; `choice` is that of the base, where there was one, and `plain` are
    its statements without. So many trials at most look for fewer reasons.
    """
    reasons = [
        *_from_orders(orders, active),
        *_from_plain(problem, orders, plain),
        *_from_dates(orders, Solution.of(base)),
    ]
    network = _network(len(orders.intervals), reasons)
    while (scenario := network.scenario()) is not None:
        options, agreeing = _options(orders, active, scenario)
        state, contradictions = grow(base, options)
        if not contradictions:
            return Arranged(options, agreeing, state)
        for contradiction in contradictions:
            clause = _clause(orders, active, contradiction)
            network.clauses.append(clause)
            own = [s for s in contradiction.statements if s not in active]
            reasons.append(_Reason(clause, partial(tuple, own)))
    needed = _needed(network.size, _core(network, reasons), trials)
    statements = {statement for reason in needed for statement in reason.statements()}
    intervals = {interval for reason in needed for pair, _ in reason.clause for interval in pair}
    statements |= {orders.axioms[interval] for interval in intervals}
    return Deadlock(
        {statement: choice.get(statement, 0) for statement in statements if statement not in active},
        {statement: options for statement, options in active.items() if statement in statements},
    )


def _from_orders(orders: Orders, active: Mapping[int, tuple[int, ...]]) -> Iterable[_Reason]:
    for statement, options in active.items():
        order = orders.statements[statement]
        clause = ((order.pair, EVERY & ~order.allowed(options)),)
        yield _Reason(clause, partial(tuple, (statement,)))


def _from_plain(problem: Problem, orders: Orders, plain: Iterable[int]) -> Iterable[_Reason]:
    """Return what plain gaps between the ends of two intervals say about their order."""
    places = {point: n for n, interval in enumerate(orders.intervals) for point in interval}
    for statement in plain:
        for gap in (problem.gaps[index] for index in problem.gaps_of[statement]):
            if gap.weight > 0 or gap.step is not None:
                continue
            one, two = places.get(gap.target), places.get(gap.source)
            if one is not None and two is not None and one != two:
                pair = (one, two) if one < two else (two, one)
                clause = ((pair, EVERY & ~orders.said(gap, places)),)
                yield _Reason(clause, partial(tuple, (statement,)))


def _from_dates(orders: Orders, solution: Solution) -> Iterable[_Reason]:
    """Return what the bounds of two intervals say about their order, where they are in an order with each other or with a third."""
    spans = [
        tuple((solution.earliest[point], solution.latest[point]) for point in interval)
        for interval in orders.intervals
    ]
    for one, two in _near(orders):
        ranges = [_signs(left, right) for left in spans[one] for right in spans[two]]
        gone = sum(
            1 << number
            for number, signs in enumerate(SIGNS)
            if not all(low <= sign <= high for sign, (low, high) in zip(signs, ranges, strict=True))
        )
        if gone:
            points = (*orders.intervals[one], *orders.intervals[two])
            yield _Reason((((one, two), gone),), partial(_behind, solution, points))


def _near(orders: Orders) -> list[Pair]:
    pairs = {order.pair for order in orders.statements.values()}
    beside: dict[int, set[int]] = {}
    for one, two in pairs:
        beside.setdefault(one, set()).add(two)
        beside.setdefault(two, set()).add(one)
    for others in beside.values():
        pairs.update(combinations(sorted(others), 2))
    return sorted(pairs)


_Range = tuple[int | None, int | None]


def _signs(left: _Range, right: _Range) -> tuple[int, int]:
    """Return the least and the greatest sign of the difference of two points, given their bounds."""
    (early, late), (other_early, other_late) = left, right
    high = 1 if late is None or other_early is None else (late > other_early) - (late < other_early)
    low = -1 if early is None or other_late is None else (early > other_late) - (early < other_late)
    return low, high


def _behind(solution: Solution, points: Iterable[int]) -> tuple[int, ...]:
    early = [solution.earliest_proof(point) for point in points if solution.earliest[point] is not None]
    late = [solution.latest_proof(point) for point in points if solution.latest[point] is not None]
    return tuple(statement for proof in (*early, *late) for statement in proof.statements)


def _options(
    orders: Orders, active: Mapping[int, tuple[int, ...]], scenario: Mapping[Pair, int]
) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
    agreeing: dict[int, tuple[int, ...]] = {}
    for statement, options in active.items():
        order = orders.statements[statement]
        held = scenario[order.pair]
        agreeing[statement] = tuple(option for option in options if order.options[option] >> held & 1)
    return {statement: options[0] for statement, options in agreeing.items()}, agreeing


def _clause(orders: Orders, active: Mapping[int, tuple[int, ...]], contradiction: Contradiction) -> Clause:
    """Return what a contradiction rules out: all relations in which its gaps hold, not only those of its options."""
    found: dict[Pair, int] = {}
    for link in contradiction.links:
        if link.statement in active:
            order: Order = orders.statements[link.statement]
            found[order.pair] = found.get(order.pair, EVERY) & order.gaps[link.index]
    return tuple(found.items())


def _needed(size: int, reasons: list[_Reason], trials: int) -> list[_Reason]:
    """Leave out reasons that can be spared, each tried by itself; each refutation tells those that it used."""
    for reason in reversed(reasons):
        if reason in reasons and trials > 0:
            trials -= 1
            reasons = _used(size, [other for other in reasons if other is not reason]) or reasons
    return reasons


def _used(size: int, reasons: list[_Reason]) -> list[_Reason]:
    """Return reasons by which there is no scenario; none where there is one."""
    network = _network(size, reasons)
    return [] if network.scenario() is not None else _core(network, reasons)


def _network(size: int, reasons: Iterable[_Reason]) -> AllenNetwork:
    labels: dict[Pair, int] = {}
    clauses: list[Clause] = []
    for reason in reasons:
        only = len(reason.clause) == 1
        for pair, mask in reason.clause:
            labels[pair] = labels.get(pair, EVERY) & (~mask if only else EVERY)
        if not only:
            clauses.append(reason.clause)
    return AllenNetwork(size, labels, clauses)


def _core(network: AllenNetwork, reasons: Iterable[_Reason]) -> list[_Reason]:
    """Return the reasons that a network without a scenario used."""
    pairs, clauses = map(set, network.core())
    return [
        reason
        for reason in reasons
        if reason.clause in clauses or (len(reason.clause) == 1 and reason.clause[0][0] in pairs)
    ]


def every_case(
    base: Propagation,
    orders: Mapping[int, tuple[int, ...]],
    added: Callable[[Propagation, dict[int, int]], Propagation],
) -> tuple[Contradiction, ...]:
    """Return contradictions that meet every choice of options of some orders; none if it takes more than `CASES`.

    Orders that a case did without are not gone through again for it.
    """
    found: list[Contradiction] = []
    members = list(orders)

    def wanted(contradiction: Contradiction) -> set[tuple[int, int]]:
        return {pair for pair in contradiction.choices if pair[0] in orders}

    def met(state: Propagation, chosen: dict[int, int], depth: int) -> set[int]:
        """Return the statements by which all cases below are contradictory; it is empty where there are too many."""
        used: set[int] = set()
        statement = members[depth]
        for option in orders[statement]:
            case = chosen | {statement: option}
            statements = next((set(c.statements) for c in found if case.items() >= wanted(c)), None)
            if statements is None:
                grown = added(state, {statement: option})
                if grown.stopped != NONE:
                    found.append(contradiction_of(grown))
                    statements = set(found[-1].statements)
                elif len(found) < CASES:
                    statements = met(grown, case, depth + 1)
            if not statements or statement not in statements:
                return statements or set()
            used |= statements
        return used

    return tuple(found) if len(members) <= CASES and met(base, {}, 0) else ()
