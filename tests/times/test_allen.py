"""The thirteen relations, by trying every pair and every triple of small intervals."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.calendar_oracle import ordered_pairs
from timeline.errors import WrongTypeError
from timeline.times import ALL_RELATIONS, Instant, Interval, Relation
from timeline.times.allen import OWL_TIME, SIGNS, TIMEML, compose, inverse, relation_between

Pair = tuple[int, int]
PLACES = ordered_pairs(0, 8)
relation_sets = st.frozensets(st.sampled_from(sorted(ALL_RELATIONS, key=lambda relation: relation.value)))

MEANING: dict[Relation, Callable[[Pair, Pair], bool]] = {
    Relation.BEFORE: lambda one, two: one[1] < two[0],
    Relation.MEETS: lambda one, two: one[1] == two[0],
    Relation.OVERLAPS: lambda one, two: one[0] < two[0] < one[1] < two[1],
    Relation.STARTS: lambda one, two: one[0] == two[0] and one[1] < two[1],
    Relation.DURING: lambda one, two: two[0] < one[0] and one[1] < two[1],
    Relation.FINISHES: lambda one, two: two[0] < one[0] and one[1] == two[1],
    Relation.EQUALS: lambda one, two: one == two,
    Relation.FINISHED_BY: lambda one, two: one[0] < two[0] and one[1] == two[1],
    Relation.CONTAINS: lambda one, two: one[0] < two[0] and two[1] < one[1],
    Relation.STARTED_BY: lambda one, two: one[0] == two[0] and two[1] < one[1],
    Relation.OVERLAPPED_BY: lambda one, two: two[0] < one[0] < two[1] < one[1],
    Relation.MET_BY: lambda one, two: two[1] == one[0],
    Relation.AFTER: lambda one, two: two[1] < one[0],
}
"""Allen's definitions, as he draws them."""


def drawn(one: Pair, two: Pair) -> Relation:
    """Return the one relation whose definition holds; it is an error if there are none, or two."""
    (relation,) = [name for name, holds in MEANING.items() if holds(one, two)]
    return relation


def interval(place: Pair) -> Interval:
    return Interval(Instant(place[0]), Instant(place[1]))


def test_exactly_one_relation_holds_for_any_two_intervals() -> None:
    found = set()
    for one, two in itertools.product(PLACES, repeat=2):
        relation = relation_between(interval(one), interval(two))
        assert relation is drawn(one, two)
        assert relation_between(interval(two), interval(one)) is relation.inverse
        found.add(relation)
    assert found == ALL_RELATIONS
    assert len(ALL_RELATIONS) == 13


def test_the_composition_table_is_what_all_triples_of_intervals_do() -> None:
    table: dict[tuple[Relation, Relation], set[Relation]] = {}
    for one, two, three in itertools.product(PLACES, repeat=3):
        table.setdefault((drawn(one, two), drawn(two, three)), set()).add(drawn(one, three))
    assert len(table) == 169
    for (first, second), found in table.items():
        assert compose({first}, {second}) == found


def test_signs_say_how_the_ends_compare() -> None:
    for one, two in itertools.product(PLACES, repeat=2):
        ends = ((one[0], two[0]), (one[0], two[1]), (one[1], two[0]), (one[1], two[1]))
        compared = tuple(operator.gt(left, right) - operator.lt(left, right) for left, right in ends)
        assert drawn(one, two).signs == compared
    assert len(set(SIGNS.values())) == 13


@given(relation_sets, relation_sets, relation_sets)
def test_composition_obeys_the_laws_of_a_relation_algebra(
    one: frozenset[Relation], two: frozenset[Relation], three: frozenset[Relation]
) -> None:
    assert compose(compose(one, two), three) == compose(one, compose(two, three))
    assert inverse(compose(one, two)) == compose(inverse(two), inverse(one))
    assert compose(one, {Relation.EQUALS}) == compose({Relation.EQUALS}, one) == one
    assert compose(one | two, three) == compose(one, three) | compose(two, three)
    assert inverse(inverse(one)) == one
    assert inverse(one | two) == inverse(one) | inverse(two)


def test_composition_takes_sets_given_only_once() -> None:
    assert compose(iter([Relation.BEFORE, Relation.MEETS]), iter([Relation.BEFORE])) == {Relation.BEFORE}


def test_only_equals_is_its_own_inverse() -> None:
    assert [relation for relation in Relation if relation.inverse is relation] == [Relation.EQUALS]


@pytest.mark.parametrize(
    ("end", "start", "relation"),
    [(4, 5, Relation.BEFORE), (5, 5, Relation.MEETS), (6, 5, Relation.OVERLAPS)],
)
def test_a_microsecond_divides_before_from_meets_from_overlaps(
    end: int, start: int, relation: Relation
) -> None:
    assert relation_between(interval((0, end)), interval((start, 9))) is relation


@pytest.mark.parametrize("side", ["start", "end"])
def test_an_open_side_has_no_single_relation(side: str) -> None:
    closed = interval((0, 1))
    half = Interval(None, Instant(1)) if side == "start" else Interval(Instant(0), None)
    for pair in ((closed, half), (half, closed), (half, half)):
        with pytest.raises(WrongTypeError, match="an interval with an open side has no single relation"):
            relation_between(*pair)


def test_owl_time_has_a_property_for_each_relation() -> None:
    assert len(set(OWL_TIME.values())) == 13
    assert OWL_TIME[Relation.BEFORE] == "intervalBefore"
    assert OWL_TIME[Relation.MET_BY] == "intervalMetBy"
    assert OWL_TIME[Relation.OVERLAPPED_BY] == "intervalOverlappedBy"


def test_timeml_names_come_in_pairs_of_inverses() -> None:
    pairs = [
        ("BEFORE", "AFTER"),
        ("IBEFORE", "IAFTER"),
        ("INCLUDES", "IS_INCLUDED"),
        ("BEGINS", "BEGUN_BY"),
        ("ENDS", "ENDED_BY"),
        ("SIMULTANEOUS", "IDENTITY"),
    ]
    for one, two in pairs:
        assert TIMEML[one].inverse is TIMEML[two]
    assert sorted(TIMEML) == sorted(name for pair in pairs for name in pair)
    assert TIMEML["IBEFORE"] is Relation.MEETS
    assert TIMEML["BEGINS"] is Relation.STARTS
    assert TIMEML["ENDS"] is Relation.FINISHES
    assert TIMEML["INCLUDES"] is Relation.CONTAINS
