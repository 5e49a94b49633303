"""Strategies for whatever a file can hold: timelines with texts, details and constraints that are hard to write."""

from __future__ import annotations

import enum
from typing import Any

import attrs
from hypothesis import strategies as st

from timeline.constraints import AllenConstraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.events import Aspect, Claim, Event, Status
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.strategies import business_days, turns
from timeline.times import CivilDate, Duration, Instant, Period, Relation
from timeline.times.distance import Distance

IDS = ("a", "b.1", "c:", "d-e", "the", "start", "of", "combat", "before", "의식", "1", "says", "no")
HARD = ("", " ", "no", "~", "a: b", "# x", "- x", "'", '"', "\\", "x\ny", "\t", "\u2028", "\u202e", "\x7f", "\ufeff", "1e3", "{", "*a", "&a", "!b", "?", "|", "%", "@", "`", "é", "🜚", "a ", " a", "x #y", "x:", "\r\n", "\x85", "null", "0x1")  # fmt: skip

texts = st.one_of(st.sampled_from(HARD), st.text(max_size=12), st.text("ab :#-\n\"'\\", max_size=8))
several_texts = st.lists(texts, max_size=3)
ids = st.sampled_from(IDS)
optional_texts = st.none() | texts
phrases = st.sampled_from(
    ["2025-08", "last June", "early August", "Friday", "between 2024 and 2025", "2025-12-12"]
)
lengths = st.sampled_from(["two weeks", "less than three months", "78 minutes"])
statuses = st.none() | st.sampled_from(list(Status))
days = st.none() | st.sampled_from(["2025-12-13", "2024-02-29", "-0044-03-15"])
amounts = st.one_of(
    st.builds(Duration, st.integers(-(10**12), 10**15)),
    st.builds(Period, st.integers(0, 40), st.integers(0, 40)),
    business_days(max_count=400),
    turns(max_count=40),
)
limits = st.sampled_from(["at_least", "more_than", "at_most", "less_than"])
distances = st.one_of(
    st.builds(lambda limit, amount: Distance(**{limit: amount}), limits, amounts),
    st.builds(Distance.exactly, amounts),
    st.builds(lambda low, more: Distance(more_than=Duration(low), at_most=Duration(low + more)), st.integers(0, 9**9), st.integers(1, 9**9)),
    st.just(Distance()),
)  # fmt: skip
details = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**29), 10**29) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
word_lengths = st.sampled_from([None, "a fortnight", "two weeks", "at least a month", "a < b", "within P3D"])


class Colour(enum.Enum):
    RED = "red"
    ONE = 1


@attrs.frozen
class Unit:
    name: str
    strength: int = 0


@attrs.frozen
class Deployment(Event):
    strength: int = 0
    units: tuple[Unit, ...] = ()
    colour: Colour | None = None
    secret: bool = False
    left: Instant | None = None
    day: CivilDate | None = None
    length: Period | None = None
    waited: Duration | None = None
    places: frozenset[str] = frozenset()


@st.composite
def claims(draw: st.DrawFn, sources: list[str]) -> Claim:
    aspect = draw(st.sampled_from(list(Aspect)))
    return Claim(
        draw(lengths if aspect is Aspect.DURATION else phrases),
        draw(st.none() | st.sampled_from(sources)) if sources else None,
        aspect=aspect,
        quote=draw(optional_texts),
        page=draw(optional_texts),
        status=draw(statuses),
        reads=("2025-08", "2024") if aspect is Aspect.WHEN and draw(st.booleans()) else (),
        anchor=draw(days) or "2025-12-13",
    )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    return Source(
        draw(ids),
        draw(texts),
        publisher=draw(optional_texts),
        url=draw(optional_texts),
        published=draw(days),
        zone=draw(st.sampled_from([None, "Asia/Seoul", "UTC", "+05:30"])),
        reliability=draw(st.sampled_from(list(Reliability))),
        note=draw(optional_texts),
    )


@st.composite
def events(draw: st.DrawFn, names: list[str]) -> Event:
    shared: dict[str, Any] = {
        "id": draw(ids),
        "title": draw(texts),
        "claims": draw(st.lists(claims(names), max_size=3)),
        "status": draw(statuses),
        "participants": draw(several_texts),
        "place": draw(optional_texts),
        "tags": draw(several_texts),
        "links": draw(several_texts),
        "note": draw(optional_texts),
        "other_titles": draw(several_texts),
        "details": draw(st.dictionaries(texts, details, max_size=3)),
    }
    if draw(st.booleans()):
        return Event(kind=draw(st.sampled_from(["Event", "Treaty", "no"])), **shared)
    return Deployment(
        strength=draw(st.integers(-9, 10**12)),
        units=draw(st.lists(st.builds(Unit, texts, st.integers(0, 99)), max_size=2).map(tuple)),
        colour=draw(st.none() | st.sampled_from(list(Colour))),
        secret=draw(st.booleans()),
        left=draw(st.none() | st.builds(Instant, st.integers(-(10**20), 10**20))),
        day=draw(st.none() | st.builds(CivilDate, st.integers(-9999, 99999))),
        places=draw(st.frozensets(texts, max_size=3)),
        length=draw(st.none() | st.builds(Period, st.integers(0, 99))),
        waited=draw(st.none() | st.builds(Duration, st.integers(0, 10**15))),
        **shared,
    )


@st.composite
def constraints(
    draw: st.DrawFn, names: list[str], events: list[str]
) -> AllenConstraint | MetricConstraint | NearnessConstraint:
    first, second = draw(st.sampled_from(events)), draw(st.sampled_from(events))
    said = {
        "source": draw(st.none() | st.sampled_from(names)) if names else None,
        "quote": draw(optional_texts),
    }
    which = draw(st.integers(0, 2))
    if which == 0:
        relations = draw(st.frozensets(st.sampled_from(list(Relation)), min_size=1))
        return AllenConstraint(first, second, relations=relations, **said)
    says = draw(word_lengths | texts)
    if which == 1:
        return NearnessConstraint(first, second, at_most=draw(amounts), says=says, **said)
    ends = st.sampled_from(list(End))
    return MetricConstraint(
        Point(first, draw(ends)), Point(second, draw(ends)), distance=draw(distances), says=says, **said
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline that need not be consistent, but whose words are all understood."""
    known = draw(st.lists(sources(), max_size=3, unique_by=lambda source: source.id))
    names = [source.id for source in known]
    happened = draw(st.lists(events(names), max_size=4, unique_by=lambda event: event.id))
    numbered = [event.id for event in happened]
    return Timeline(
        draw(texts),
        sources=known,
        events=happened,
        constraints=draw(st.lists(constraints(names, numbered), max_size=4)) if numbered else (),
        conventions=draw(
            st.sampled_from([DEFAULT, Conventions(several=(3, 9), week_start=7, last="calendar")])
        ),
        zone=draw(st.sampled_from([None, "Europe/Paris"])),
        note=draw(optional_texts),
    )
