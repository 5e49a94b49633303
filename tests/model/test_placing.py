"""The order of constraints is that of what they say, then of who says it where; what is said twice is there once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.generate import constraints
from timeline.constraints import Constraint
from timeline.model.holding import Ordered
from timeline.model.placing import in_order

few = constraints(["s"], ["a", "b"])


def place(value: Constraint) -> tuple[str, ...]:
    return str(value), value.source or "", value.page or "", value.quote or ""


@settings(deadline=None)
@given(st.lists(few, max_size=6), st.data())
def test_constraints_are_in_the_order_of_what_they_say(rules: list[Constraint], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(rules), max_size=6)) if rules else []
    given_rules = [*rules, *again, *rules[:2]]
    expected = tuple(sorted(dict.fromkeys(given_rules), key=place))
    assert in_order(given_rules) == expected
    assert in_order(iter(expected)) == expected


@settings(deadline=None)
@given(st.lists(few, max_size=6, unique=True), st.data())
def test_constraints_that_come_and_go_find_their_places(rules: list[Constraint], data: st.DataObject) -> None:
    base = data.draw(st.lists(st.sampled_from(rules), unique=True)) if rules else []
    ordered, said = Ordered(in_order(base)), in_order(base)
    for rule in data.draw(st.lists(st.sampled_from(rules), max_size=8)) if rules else []:
        assert (rule in ordered) == (rule in said)
        if rule in ordered:
            ordered = ordered.changed([], [rule])
            said = tuple(other for other in said if other != rule)
        else:
            ordered = ordered.changed([rule], [])
            said = in_order([*said, rule])
        assert ordered.joined() == said
