from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import LimitError
from timeline.solver import choices
from timeline.solver.choices import Nogood, cheapest_choice, contradictory_core

Costs = dict[int, tuple[int, ...]]


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Costs, list[Nogood]]:
    costs = dict(enumerate(draw(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=3), max_size=5))))
    pairs = [(variable, option) for variable, row in costs.items() for option in range(len(row))]
    member = st.dictionaries(st.sampled_from(pairs or [(0, 0)]), st.none(), min_size=1, max_size=3)
    nogoods = draw(st.lists(member.map(lambda chosen: tuple(sorted(chosen))), max_size=10)) if pairs else []
    possible = [nogood for nogood in nogoods if len({variable for variable, _ in nogood}) == len(nogood)]
    return {variable: tuple(row) for variable, row in costs.items()}, possible


def by_trying(costs: Costs, nogoods: list[Nogood]) -> dict[int, int] | None:
    ranked = [sorted(range(len(row)), key=row.__getitem__) for row in costs.values()]
    everything = (dict(zip(costs, options, strict=True)) for options in product(*ranked))
    allowed = [c for c in everything if not any(all(c[v] == o for v, o in nogood) for nogood in nogoods)]
    return min(allowed, key=lambda choice: sum(costs[v][o] for v, o in choice.items()), default=None)


@given(tasks())
def test_the_cheapest_choice_is_that_of_trying_all(task: tuple[Costs, list[Nogood]]) -> None:
    assert cheapest_choice(*task) == by_trying(*task)


@given(tasks())
def test_no_nogood_of_a_core_can_be_spared(task: tuple[Costs, list[Nogood]]) -> None:
    costs, nogoods = task
    if by_trying(costs, nogoods) is None:
        core = contradictory_core(costs, nogoods)
        assert by_trying(costs, core) is None
        for left_out in range(len(core)):
            assert by_trying(costs, core[:left_out] + core[left_out + 1 :]) is not None


def test_the_empty_nogood_rules_out_everything() -> None:
    assert cheapest_choice({0: (0, 1)}, [()]) is None
    assert contradictory_core({0: (0, 1)}, [((0, 0),), ()]) == [()]


def test_what_rules_out_nothing_has_no_smaller_core() -> None:
    assert contradictory_core({0: (0, 1)}, [((0, 0),)]) == [((0, 0),)]


def test_two_variables_can_rule_each_other_out() -> None:
    nogoods: list[Nogood] = [((0, a), (1, b)) for a in (0, 1) for b in (0, 1)]
    assert cheapest_choice({0: (0, 1), 1: (0, 1)}, nogoods) is None
    assert contradictory_core({0: (0, 1), 1: (0, 1)}, nogoods) == nogoods


def test_fifty_separate_conflicts_are_fifty_small_searches() -> None:
    costs = dict.fromkeys(range(100), (0, 1))
    nogoods: list[Nogood] = [((v, 0), (v + 1, 0)) for v in range(0, 100, 2)]
    choice = cheapest_choice(costs, nogoods)
    assert choice == {v: v % 2 for v in range(100)}


def test_fifty_conflicts_around_one_settled_variable_are_separate_too() -> None:
    costs = dict.fromkeys(range(101), (0, 1))
    nogoods: list[Nogood] = [((0, 0), (v, 0), (v + 1, 0)) for v in range(1, 100, 2)]
    choice = cheapest_choice(costs, [*nogoods, ((0, 1),)])
    assert choice is not None
    assert sum(choice.values()) == 50


def test_a_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "CHOICE_STATES", 5)
    costs = dict.fromkeys(range(8), (0, 1))
    nogoods: list[Nogood] = [((v, 0), (w, 0)) for v in range(8) for w in range(v)]
    with pytest.raises(LimitError, match="too many alternatives"):
        cheapest_choice(costs, nogoods)
