"""Strategies for what people write down: sources, claims, events, and the constraints between events."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.events import Aspect, Claim, Event, Status
from timeline.frozen import Details
from timeline.sources import Reliability, Source
from timeline.strategies._values import distances, durations, periods, zones
from timeline.strategies._words import anchors, length_words, when_words
from timeline.times import Relation

__all__ = ["claims", "constraints", "details", "events", "ids", "sources"]

E = TypeVar("E", bound=Event)
LETTERS: Final = st.sampled_from(string.ascii_lowercase)
FIRST_LETTERS: Final = LETTERS | st.characters(categories=("L", "Nd"))
OTHER_LETTERS: Final = FIRST_LETTERS | st.sampled_from("_-.:")
TEXTS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SAID: Final = TEXTS.filter(str.strip)
SEVERAL: Final = st.lists(TEXTS, max_size=3)


def ids() -> st.SearchStrategy[str]:
    """Return ids, in any script; shrinks to ``a``.

    >>> from hypothesis import find
    >>> find(ids(), lambda name: True)
    'a'
    """
    return st.builds(str.__add__, FIRST_LETTERS, st.text(OTHER_LETTERS, max_size=20))


def details() -> st.SearchStrategy[Details]:
    """Return plain data of any shape, as the fields of an unknown kind of event; shrinks to none."""
    leaves = st.none() | st.booleans() | st.integers() | TEXTS
    values = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=5,
    )
    return st.dictionaries(TEXTS, values, max_size=3).map(Details)


@st.composite
def _published(draw: st.DrawFn) -> str:
    anchor = draw(anchors())
    return str(anchor).split(" ")[0]


def sources(*, names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Source]:
    """Return sources, dated or not, with ids from a strategy.

    >>> from hypothesis import find
    >>> find(sources(), lambda source: source.published is not None).published
    '2000-01-01'
    """
    return st.builds(
        Source,
        ids() if names is None else names,
        TEXTS,
        publisher=st.none() | TEXTS,
        url=st.none() | TEXTS,
        published=st.none() | _published(),
        zone=st.none() | zones(),
        reliability=st.sampled_from(Reliability),
        note=st.none() | TEXTS,
    )


@st.composite
def _claims(draw: st.DrawFn, speakers: Sequence[Source]) -> Claim:
    source = draw(st.sampled_from((None, *speakers)))
    anchor = str(draw(anchors())).split(" ")[0] if draw(st.booleans()) else None
    dated = anchor is not None or (source is not None and source.published is not None)
    aspect = draw(st.sampled_from(Aspect))
    words = length_words() if aspect is Aspect.DURATION else when_words(relative=dated)
    reads = draw(st.lists(words, max_size=3))
    return Claim(
        draw(SAID if reads else words),
        source.id if source else None,
        aspect=aspect,
        quote=draw(st.none() | TEXTS),
        page=draw(st.none() | TEXTS),
        status=draw(st.none() | st.sampled_from(Status)),
        reads=tuple(reads),
        anchor=anchor,
    )


def claims(*, speakers: Iterable[Source] = ()) -> st.SearchStrategy[Claim]:
    """Return claims of some sources or of the timeline's author, whose words resolve.

    >>> from hypothesis import find
    >>> find(claims(), lambda claim: claim.aspect is Aspect.DURATION).says
    '1 day'
    """
    return _claims(tuple(speakers))


def events(
    kind: type[E] = Event,  # type: ignore[assignment]
    *,
    names: st.SearchStrategy[str] | None = None,
    said: st.SearchStrategy[Claim] | None = None,
    fields: Mapping[str, st.SearchStrategy[Any]] | None = None,
) -> st.SearchStrategy[E]:
    """Return events of a class, with ids and claims from strategies, and one for each of the class's own fields.

    >>> from hypothesis import find
    >>> find(events(), lambda event: True) == Event("a")
    True
    """
    own = dict(fields or {})
    if kind is Event:
        own.setdefault("kind", st.just("Event") | ids())
        own.setdefault("details", details())
    return st.builds(
        kind,
        ids() if names is None else names,
        TEXTS,
        claims=st.lists(claims() if said is None else said, max_size=3),
        status=st.none() | st.sampled_from(Status),
        participants=SEVERAL,
        place=st.none() | TEXTS,
        tags=SEVERAL,
        links=SEVERAL,
        media=SEVERAL,
        note=st.none() | TEXTS,
        other_titles=SEVERAL,
        **own,
    )


@st.composite
def _constraints(draw: st.DrawFn, names: Sequence[str], speakers: Sequence[str | None]) -> Constraint:
    first = draw(st.sampled_from(names))
    second = draw(st.sampled_from([name for name in names if name != first] or [first]))
    said = {"source": draw(st.sampled_from(speakers)), "quote": draw(st.none() | TEXTS)}
    kind = draw(st.sampled_from((AllenConstraint, MetricConstraint, NearnessConstraint)))
    if kind is AllenConstraint:
        relations = draw(st.frozensets(st.sampled_from(Relation), min_size=1))
        return AllenConstraint(first, second, relations=relations, **said)
    words = draw(st.none() | TEXTS)
    if kind is MetricConstraint:
        points = [Point(name, draw(st.sampled_from(End))) for name in (first, second)]
        return MetricConstraint(points[0], points[1], distance=draw(distances()), says=words, **said)
    at_most = draw(durations() | periods())
    return NearnessConstraint(first, second, at_most=at_most, says=words, **said)


def constraints(
    events: Iterable[Event | str], *, speakers: Iterable[Source] = ()
) -> st.SearchStrategy[Constraint]:
    """Return constraints between some events, said by some sources or by the timeline's author.

    >>> from hypothesis import find
    >>> print(find(constraints(["a", "b"]), lambda constraint: isinstance(constraint, AllenConstraint)))
    a before b
    """
    names = tuple(event.id if isinstance(event, Event) else event for event in events)
    if not names:
        raise InvalidArgument("constraints are between events, and there are none")
    return _constraints(names, (None, *(source.id for source in speakers)))
