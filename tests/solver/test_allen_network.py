"""Networks of Allen's relations, against every order of a few ends and against z3."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.allen_oracle import (
    FOUR,
    Pair,
    by_z3,
    fitting,
    possible_relations,
)
from timeline.errors import LimitError
from timeline.solver import allen_network, allen_tables
from timeline.solver.allen_network import AllenNetwork, Clause
from timeline.solver.allen_tables import (
    COUNT,
    EVERY,
    SIGNS,
    composed,
    inverse,
    pieces,
    tractable,
)
from timeline.solver.bits import members
from timeline.times import Relation
from timeline.times import allen as relations_of_times

masks = st.integers(1, EVERY)
sparse = st.frozensets(st.integers(0, COUNT - 1), min_size=1, max_size=4).map(
    lambda found: sum(1 << number for number in found)
)
labels_of_four = st.dictionaries(st.sampled_from(FOUR), masks | sparse, max_size=6)
clauses_of_four = st.lists(
    st.dictionaries(st.sampled_from(FOUR), masks, min_size=1, max_size=3).map(lambda d: tuple(d.items())),
    max_size=4,
)


def holds(labels: dict[Pair, int], clauses: list[Clause]) -> bool:
    """Say whether some arrangement obeys labels and clauses."""
    fits = fitting(labels)
    for clause in clauses:
        fits &= ~fitting(dict(clause))
    return bool(fits)


@settings(max_examples=150)
@given(labels_of_four)
def test_a_scenario_is_found_when_there_is_one(labels: dict[Pair, int]) -> None:
    found = AllenNetwork(4, labels).scenario()
    assert (found is not None) == bool(fitting(labels))
    if found is not None:
        assert all(labels[pair] >> number & 1 for pair, number in found.items())
        assert fitting({pair: 1 << number for pair, number in found.items()})


@settings(max_examples=80)
@given(labels_of_four)
def test_path_consistency_drops_nothing_that_can_be(labels: dict[Pair, int]) -> None:
    closed, possible = AllenNetwork(4, labels).closed(), possible_relations(labels)
    if closed is None:
        assert not fitting(labels)
        return
    for pair, mask in closed.items():
        assert not possible[pair] & ~mask
        assert not mask & ~labels[pair]
    assert AllenNetwork(4, closed).closed() == closed


@settings(max_examples=80)
@given(labels_of_four, clauses_of_four)
def test_clauses_are_obeyed(labels: dict[Pair, int], clauses: list[Clause]) -> None:
    labels = dict.fromkeys(FOUR, EVERY) | labels
    found = AllenNetwork(4, labels, clauses).scenario()
    assert (found is not None) == holds(labels, clauses)
    if found is not None:
        assert not any(all(mask >> found[pair] & 1 for pair, mask in clause) for clause in clauses)


def test_many_clauses_are_obeyed() -> None:
    random = Random(2)
    for _ in range(400):
        labels = {pair: random.randrange(1, EVERY) for pair in random.sample(FOUR, random.randrange(3, 7))}
        clauses = [
            tuple((pair, random.randrange(1, EVERY)) for pair in sorted(random.sample(sorted(labels), k)))
            for k in random.choices((1, 2, 3), k=random.randrange(1, 12))
        ]
        found = AllenNetwork(4, labels, clauses).scenario()
        assert (found is not None) == holds(labels, clauses)


@pytest.mark.parametrize("seed", range(12))
def test_networks_of_ten_agree_with_z3(seed: int) -> None:
    random = Random(seed)
    labels = {
        pair: sum(1 << number for number in random.sample(range(COUNT), random.randrange(2, 9)))
        for pair in combinations(range(10), 2)
        if random.random() < 0.75
    }
    found = AllenNetwork(10, labels).scenario()
    assert (found is not None) == by_z3(10, labels)
    assert found is None or by_z3(10, {pair: 1 << number for pair, number in found.items()})


@pytest.mark.parametrize("seed", range(6))
def test_tractable_networks_of_twelve_are_decided_by_path_consistency(seed: int) -> None:
    random = Random(seed)
    some = sorted(tractable())
    labels = {
        pair: random.choice(some) | random.choice((0, 1 << random.randrange(COUNT)))
        for pair in combinations(range(12), 2)
        if random.random() < 0.45
    }
    labels = {pair: pieces(mask)[0] for pair, mask in labels.items()}
    network = AllenNetwork(12, labels)
    assert (network.closed() is not None) == (network.scenario() is not None) == by_z3(12, labels)


def test_the_tables_agree_with_the_relations_between_times() -> None:
    numbers = {relation: SIGNS.index(relation.signs) for relation in Relation}
    for one, two in product(Relation, repeat=2):
        expected = {numbers[found] for found in relations_of_times.compose({one}, {two})}
        assert set(members(composed(1 << numbers[one], 1 << numbers[two]))) == expected
        assert inverse(1 << numbers[one]) == 1 << numbers[one.inverse]
    assert COUNT == 13


def test_the_tractable_class_is_closed() -> None:
    easy = tractable()
    assert len(easy) == 867
    assert all(inverse(mask) in easy for mask in easy)
    assert all(1 << number in easy for number in range(COUNT))
    random = Random(1)
    for _ in range(5_000):
        one, two = random.choices(sorted(easy), k=2)
        assert composed(one, two) in easy
        assert not one & two or one & two in easy


@given(masks)
def test_pieces_divide_a_set_into_tractable_ones(mask: int) -> None:
    parts = pieces(mask)
    assert sum(parts) == mask
    assert sum(part.bit_count() for part in parts) == mask.bit_count()
    assert set(parts) <= tractable()
    assert (len(parts) == 1) == (mask in tractable())


def test_nothing_left_to_begin_with_is_no_network() -> None:
    assert AllenNetwork(2, {(0, 1): 0}).closed() is None
    assert AllenNetwork(2, {}).scenario() == {}
    assert AllenNetwork(2, {}, [()]).scenario() is None


def test_a_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allen_network, "NODES", 1)
    before, after = (1 << SIGNS.index((sign,) * 4) for sign in (-1, 1))
    with pytest.raises(LimitError, match="too many relations"):
        AllenNetwork(3, dict.fromkeys(combinations(range(3), 2), before | after)).scenario()


def test_freedom_grows_with_a_set() -> None:
    assert allen_tables.freedom(1) < allen_tables.freedom(EVERY) == COUNT * COUNT


def test_path_consistency_alone_does_not_decide() -> None:
    labels = {(0, 1): 384, (0, 2): 4112, (0, 3): 1024, (1, 2): 2188, (1, 3): 640, (2, 3): 2304}
    network = AllenNetwork(4, labels)
    assert network.closed() == labels
    assert network.scenario() is None
    assert not fitting(labels)
