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
from timeline.solver import allen_clauses, allen_labels, allen_network, allen_tables
from timeline.solver.allen_clauses import AllenClauses
from timeline.solver.allen_labels import AllenLabels
from timeline.solver.allen_network import AllenNetwork, Clause
from timeline.solver.allen_tables import (
    COUNT,
    EVERY,
    SIGNS,
    algebra,
    composed,
    inverse,
    tractable,
)
from timeline.solver.bits import members
from timeline.solver.loops import CLAUSES
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

PLAIN, COMPILED = AllenClauses, CLAUSES


def loops_of(size: int, kind: type[AllenClauses]) -> AllenClauses:
    return kind(size, algebra())


UNDECIDED: dict[Pair, int] = {
    (0, 1): 384,
    (0, 2): 4112,
    (0, 3): 1024,
    (1, 2): 2188,
    (1, 3): 640,
    (2, 3): 2304,
}
"""No scenario, although path consistency takes nothing away."""


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


@pytest.mark.parametrize("seed", range(4))
def test_networks_of_thirty_agree_with_z3(seed: int) -> None:
    random = Random(seed)
    labels = {
        pair: sum(1 << number for number in range(COUNT) if random.random() < 0.5) or EVERY
        for pair in combinations(range(30), 2)
        if random.random() < 0.31
    }
    clauses = random_clauses(random, labels, 20)
    found = AllenNetwork(30, labels, clauses).scenario()
    assert (found is not None) == by_z3(30, labels, clauses)


@pytest.mark.parametrize("seed", range(6))
def test_tractable_networks_of_twelve_are_decided_by_path_consistency(seed: int) -> None:
    random = Random(seed)
    some = sorted(tractable())
    labels = {
        pair: random.choice(some) | random.choice((0, 1 << random.randrange(COUNT)))
        for pair in combinations(range(12), 2)
        if random.random() < 0.45
    }
    labels = {pair: loops_of(2, PLAIN).part(mask) for pair, mask in labels.items()}
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
def test_no_tractable_part_of_a_set_is_larger(mask: int) -> None:
    part = loops_of(2, PLAIN).part(mask)
    assert part in tractable()
    assert not part & ~mask
    assert all(known & ~mask or known.bit_count() <= part.bit_count() for known in tractable())
    assert (part == mask) == (mask in tractable())


def test_nothing_left_to_begin_with_is_no_network() -> None:
    assert AllenNetwork(2, {(0, 1): 0}).closed() is None
    assert AllenNetwork(2, {}).scenario() == {}
    never = AllenNetwork(2, {}, [()])
    assert never.scenario() is None
    assert never.core() == ((), ((),))


HARD = [mask for mask in range(1, EVERY) if mask not in tractable() and 5 <= mask.bit_count() <= 8]


def hard_labels(random: Random, size: int) -> dict[Pair, int]:
    """Return sets that path consistency does not decide: about half of such networks have a scenario, if the size is ten."""
    return {pair: random.choice(HARD) for pair in combinations(range(size), 2) if random.random() < 0.95}


def random_clauses(random: Random, labels: dict[Pair, int], count: int) -> list[Clause]:
    members = (random.sample(sorted(labels), random.randrange(1, min(5, len(labels)))) for _ in range(count))
    return [tuple((pair, random.randrange(1, EVERY)) for pair in pairs) for pairs in members]


COLUMNS = [
    "labels",
    "rooted",
    "starts",
    "changed",
    "olds",
    "reasons",
    "levels",
    "earlier",
    "latest",
    "ends",
    "members",
    "lacking",
    "names",
    "watching",
    "following",
    "log_ends",
    "log_cells",
    "log_lacking",
    "weights",
    "core",
]


@pytest.mark.parametrize("seed", range(60))
def test_the_compiled_loops_do_the_same_as_their_source(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    size = random.choice((6, 9, 10, 11))
    labels = hard_labels(random, size)
    clauses = random_clauses(random, labels, random.choice((0, 0, 12)))
    known = []
    for kind in (PLAIN, COMPILED):
        monkeypatch.setattr(allen_network, "CLAUSES", kind)
        network = AllenNetwork(size, labels, clauses[:6])
        found = [network.scenario()]
        network.clauses.extend(clauses[6:])
        found.append(network.scenario())
        known.append((found, {name: list(getattr(network._known, name)) for name in COLUMNS}))
    assert known[0] == known[1]


def test_what_is_learnt_is_true() -> None:
    learnt = 0
    for seed in range(12):
        random = Random(seed)
        labels = hard_labels(random, 10)
        clauses = random_clauses(random, labels, seed % 3)
        network = AllenNetwork(10, labels, clauses)
        network.scenario()
        known = network._known
        for clause in range(known.clauses):
            if known.names[clause] < 0:
                members = range(known.ends[clause], known.ends[clause + 1])
                together = labels.copy()
                for pair, lacking in ((divmod(known.members[n], 10), known.lacking[n]) for n in members):
                    together[pair] = labels.get(pair, EVERY) & ~lacking
                assert not by_z3(10, together, clauses)
                learnt += 1
    assert learnt > 10


@pytest.mark.parametrize("seed", range(20))
def test_a_core_is_enough(seed: int) -> None:
    random = Random(seed)
    labels = {pair: random.choice(HARD) for pair in FOUR}
    clauses = random_clauses(random, labels, 12)
    network = AllenNetwork(4, labels, clauses)
    if network.scenario() is None:
        assert network.scenario() is None
        pairs, needed = network.core()
        assert not holds({pair: labels[pair] for pair in pairs}, list(needed))


def test_a_search_begins_again_and_scales_its_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allen_clauses, "HEAVY", 4)
    monkeypatch.setattr(allen_network, "FIRST_RUN", 1)
    for kind in (PLAIN, COMPILED):
        monkeypatch.setattr(allen_network, "CLAUSES", kind)
        for seed in range(8):
            labels = hard_labels(Random(seed), 10)
            found = AllenNetwork(10, labels).scenario()
            assert (found is not None) == by_z3(10, labels)


@pytest.mark.parametrize("kind", [PLAIN, COMPILED])
def test_columns_grow_with_levels_and_clauses(
    kind: type[AllenClauses], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of seventy pairs that have nothing to do with each other is divided by itself."""
    monkeypatch.setattr(allen_network, "CLAUSES", kind)
    labels = {(2 * n, 2 * n + 1): HARD[n] for n in range(70)}
    first = {pair: mask & -mask for pair, mask in labels.items()}
    network = AllenNetwork(140, labels, [((pair, mask),) for pair, mask in first.items()])
    found = network.scenario()
    assert found is not None
    assert all(labels[pair] & ~first[pair] & 1 << number for pair, number in found.items())
    network.clauses.append(tuple(labels.items()))
    assert network.scenario() is None
    assert network.core()[1][-1] == tuple(labels.items())


@pytest.mark.parametrize("kind", [allen_labels.AllenLabels, PLAIN, COMPILED])
def test_labels_that_are_dead_stay_so(kind: type[AllenLabels]) -> None:
    before = 1 << SIGNS.index((-1,) * 4)
    labels = kind(3, algebra())
    labels.give(0, 1, EVERY, 0)
    labels.give(0, 1, before, 1)
    labels.give(1, 2, before, 2)
    assert labels.close()
    assert labels.labels[2] == before
    labels.give(0, 2, EVERY ^ before, 3)
    labels.give(0, 2, before, 4)
    assert labels.dead
    assert not labels.close()


def test_a_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allen_network, "FAILURES", 0)
    with pytest.raises(LimitError, match="too many relations"):
        AllenNetwork(4, UNDECIDED).scenario()


def test_freedom_grows_with_a_set() -> None:
    assert allen_tables.freedom(1) < allen_tables.freedom(EVERY) == COUNT * COUNT


def test_path_consistency_alone_does_not_decide() -> None:
    network = AllenNetwork(4, UNDECIDED)
    assert network.closed() == UNDECIDED
    assert network.scenario() is None
    assert not fitting(UNDECIDED)
