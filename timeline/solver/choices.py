"""The cheapest choice of one option for each variable that avoids all known nogoods.

Both the choice of readings and the choice of what to drop are this one problem (for the latter it is the
minimum-weight hitting set). Best-first search: a state narrows the options of some variables, and its
bound adds up what disjoint violated nogoods must cost. Nogoods that share no variable with more than one option are
independent and solved apart, so that fifty separate conflicts cost fifty small searches, not 2**50.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from itertools import count
from typing import Final

from timeline.errors import LimitError

__all__ = ["CHOICE_STATES", "Nogood", "cheapest_choice", "contradictory_core"]

CHOICE_STATES: Final = 100_000
"""Most states of one search."""

Nogood = tuple[tuple[int, int], ...]
"""Pairs of variable and option that cannot all be chosen together, sorted."""

_Domains = dict[int, tuple[int, ...]]
_Prices = dict[int, dict[int, int]]


def cheapest_choice(costs: Mapping[int, tuple[int, ...]], nogoods: Iterable[Nogood]) -> dict[int, int] | None:
    """Return the option of each variable with the least sum of costs, or None if every choice is ruled out.

    Among equals the first in lexicographic order wins: earlier options (by cost, then place) for lower variables.

    >>> cheapest_choice({0: (0, 5), 1: (0, 1)}, [((0, 0), (1, 0))])
    {0: 0, 1: 1}
    """
    ranked = {v: tuple(sorted(range(len(row)), key=row.__getitem__)) for v, row in costs.items()}
    reduced = _reduced(ranked, list(dict.fromkeys(nogoods)))
    if reduced is None:
        return None
    domains, left = reduced
    choice = {variable: domain[0] for variable, domain in domains.items()}
    for group in _components(left):
        members = sorted({variable for nogood in group for variable, _ in nogood})
        best = _search({v: domains[v] for v in members}, group, _prices(members, costs, ranked))
        if best is None:
            return None
        choice.update(best)
    return choice


def contradictory_core(costs: Mapping[int, tuple[int, ...]], nogoods: Iterable[Nogood]) -> list[Nogood]:
    """Return nogoods that rule out every choice, none of which can be spared.

    >>> contradictory_core({0: (0, 0), 1: (0, 0)}, [((1, 1),), ((0, 0),), ((0, 1),)])
    [((0, 0),), ((0, 1),)]
    """
    given = list(dict.fromkeys(nogoods))
    if () in given:
        return [()]
    for group in _components(given):
        own = {variable: costs[variable] for nogood in group for variable, _ in nogood}
        if cheapest_choice(own, group) is None:
            return _needed(own, group)
    return given


def _needed(costs: Mapping[int, tuple[int, ...]], core: list[Nogood]) -> list[Nogood]:
    """Leave out what can be spared, in ever smaller chunks, at last one by one."""
    size = len(core)
    while size:
        for start in reversed(range(0, len(core), size)):
            rest = core[:start] + core[start + size :]
            if cheapest_choice(costs, rest) is None:
                core = rest
        size //= 2
    return core


def _search(domains: _Domains, nogoods: list[Nogood], prices: _Prices) -> dict[int, int] | None:
    serial = count()
    heap = [(_bound(domains, nogoods, prices), next(serial), domains, nogoods)]
    while heap:
        _, number, domains, nogoods = heappop(heap)
        if number > CHOICE_STATES:
            raise LimitError("too many alternatives depend on each other", hint="settle some of them by hand")
        violated = _violated(domains, nogoods)
        if not violated:
            return {variable: domain[0] for variable, domain in domains.items()}
        for narrowed in _branches(domains, violated[0]):
            reduced = _reduced(narrowed, nogoods)
            if reduced is not None:
                heappush(heap, (_bound(*reduced, prices), next(serial), *reduced))
    return None


def _branches(domains: _Domains, nogood: Nogood) -> Iterable[_Domains]:
    """Split into disjoint cases: the first members of the nogood hold, the next does not."""
    held = dict(domains)
    for variable, option in nogood:
        yield held | {variable: tuple(other for other in held[variable] if other != option)}
        held[variable] = (option,)


def _reduced(domains: _Domains, nogoods: list[Nogood]) -> tuple[_Domains, list[Nogood]] | None:
    """Drop what is settled: satisfied nogoods, members that hold anyway, options ruled out alone."""
    domains = dict(domains)
    while True:
        left: list[Nogood] = []
        changed = False
        for nogood in nogoods:
            if any(option not in domains[variable] for variable, option in nogood):
                continue
            open_ = tuple(pair for pair in nogood if len(domains[pair[0]]) > 1)
            if not open_:
                return None
            if len(open_) == 1:
                variable, option = open_[0]
                domains[variable] = tuple(other for other in domains[variable] if other != option)
                changed = True
            else:
                left.append(open_)
        nogoods = left
        if not changed:
            return domains, nogoods


def _violated(domains: _Domains, nogoods: list[Nogood]) -> list[Nogood]:
    """Return the nogoods that the first options run into, shortest first."""
    hit = [nogood for nogood in nogoods if all(domains[variable][0] == option for variable, option in nogood)]
    return sorted(hit, key=lambda nogood: (len(nogood), nogood))


def _bound(domains: _Domains, nogoods: list[Nogood], prices: _Prices) -> int:
    total = sum(prices[variable][domain[0]] for variable, domain in domains.items())
    spent = set[int]()
    for nogood in _violated(domains, nogoods):
        variables = [variable for variable, _ in nogood]
        if spent.isdisjoint(variables):
            spent.update(variables)
            total += min(prices[v][domains[v][1]] - prices[v][domains[v][0]] for v in variables)
    return total


def _prices(members: list[int], costs: Mapping[int, tuple[int, ...]], ranked: _Domains) -> _Prices:
    """Return costs with the lexicographic order of the ranks below their last digit, so that there are no ties."""
    base = max(len(ranked[variable]) for variable in members)
    scale = base ** len(members)
    prices: _Prices = {}
    for place, variable in enumerate(reversed(members)):
        ranks = enumerate(ranked[variable])
        prices[variable] = {o: costs[variable][o] * scale + rank * base**place for rank, o in ranks}
    return prices


def _components(nogoods: list[Nogood]) -> list[list[Nogood]]:
    """Group the nogoods that share variables."""
    leader: dict[int, int] = {}

    def find(variable: int) -> int:
        while leader[variable] != variable:
            leader[variable] = leader[leader[variable]]
            variable = leader[variable]
        return variable

    for nogood in nogoods:
        for variable, _ in nogood:
            leader.setdefault(variable, variable)
            leader[find(variable)] = find(nogood[0][0])
    groups: dict[int, list[Nogood]] = {}
    for nogood in nogoods:
        groups.setdefault(find(nogood[0][0]), []).append(nogood)
    return list(groups.values())
