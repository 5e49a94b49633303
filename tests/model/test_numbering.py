"""Statements made one by one have the ids that counting through all of them gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.constraints import AllenConstraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.events import Aspect, Claim, Event
from timeline.model.numbering import Statements
from timeline.model.speakers import Speakers
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.strategies import timelines
from timeline.times import Duration, Period, Relation
from timeline.times.distance import Distance

SOURCES = ("s", "t")
PAGES = st.none() | st.sampled_from(["1", "s: 1", "1 [s", "a bit after the end of b [s", "x"])
WORDS = st.none() | st.sampled_from(
    ["a bit", "a bit after the end of b [1", "a bit after the end of b [s: a bit"]
)
RULES = st.one_of(
    st.builds(
        AllenConstraint,
        st.sampled_from(["a", "b", "the"]),
        st.sampled_from("ab"),
        relations=st.sampled_from([{Relation.BEFORE}, {Relation.STARTS}, {Relation.STARTED_BY}]),
        source=st.sampled_from((None, *SOURCES)),
        page=PAGES,
    ),
    st.builds(
        NearnessConstraint,
        st.sampled_from("ab"),
        st.sampled_from("ab"),
        at_most=st.sampled_from([Period.of(days=1), Duration(5)]),
        says=WORDS,
        source=st.sampled_from((None, *SOURCES)),
        page=PAGES,
    ),
    st.builds(
        MetricConstraint,
        st.builds(Point, st.sampled_from("ab"), st.sampled_from(End)),
        st.builds(Point, st.sampled_from("ab"), st.sampled_from(End)),
        distance=st.just(Distance(at_least=Duration(0))),
        says=WORDS,
        source=st.sampled_from((None, *SOURCES)),
        page=PAGES,
    ),
)
CLAIMS = st.lists(
    st.builds(
        Claim,
        st.sampled_from(["2024", "2025"]),
        st.sampled_from((None, *SOURCES)),
        aspect=st.sampled_from([Aspect.WHEN, Aspect.START]),
    ),
    max_size=4,
)


@st.composite
def stories(draw: st.DrawFn) -> Timeline:
    """Return timelines in which many statements go by the same name."""
    events = [Event(name, claims=draw(CLAIMS)) for name in ("a", "b", "the", "a.when")]
    rules = draw(st.lists(RULES, max_size=12))
    return Timeline(sources=map(Source, SOURCES), events=events, constraints=rules)


def counted_ids(story: Timeline) -> Iterator[str]:
    """Name every statement in turn, and number those that have the same name."""
    seen = Counter[str]()
    yield "axiom"
    names = [
        f"{event.id}.{claim.aspect.value}[{claim.source or ''}]"
        for event in story.events
        for claim in event.claims
    ]
    cited = (": ".join(part for part in (rule.source, rule.page) if part) for rule in story.constraints)
    names += [f"{rule} [{page}]" for rule, page in zip(story.constraints, cited, strict=True)]
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"


@example(
    Timeline(
        events=[Event("a"), Event("b")],
        constraints=[
            MetricConstraint(
                Point("b", End.END),
                Point("a", End.START),
                distance=Distance(at_least=Duration(0)),
                says=says,
                page=page,
            )
            for says, page in (
                ("a bit", "1 after the end of b [x"),
                ("a bit after the end of b [1", "x"),
            )
        ],
    )
)
@given(stories() | timelines())
def test_an_id_does_not_depend_on_which_statement_is_looked_at_first(story: Timeline) -> None:
    expected = list(counted_ids(story))
    forwards, backwards = (Statements(story, Speakers(story)) for _ in range(2))
    assert len(forwards) == len(expected)
    assert [statement.id for statement in forwards] == expected
    assert [backwards[number].id for number in range(-1, -len(expected) - 1, -1)] == expected[::-1]
    assert forwards[1:] == backwards[1:]


@given(timelines())
def test_a_statement_is_made_once_and_knows_its_event(story: Timeline) -> None:
    statements = Statements(story, Speakers(story))
    for place, event in enumerate(story.events):
        numbers = statements.claim_numbers(place)
        assert [statements[number].about for number in numbers] == list(event.claims)
        assert all(statements[number].event == event.id for number in numbers)
        assert all(statements.event_of(number) == place for number in numbers)
    assert all(one is two for one, two in zip(statements, statements, strict=True))
    assert [statement.about for statement in statements[1 + statements.claims :]] == list(story.constraints)
