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
from timeline.strategies._values import amounts_of_time, distances, zones
from timeline.strategies._words import anchors, length_words, when_words
from timeline.times import CivilDate, Relation

__all__ = [
    "allen_constraints",
    "claims",
    "constraints",
    "details",
    "events",
    "ids",
    "metric_constraints",
    "nearness_constraints",
    "points",
    "sources",
]

E = TypeVar("E", bound=Event)
LETTERS: Final = st.sampled_from(string.ascii_lowercase)
FIRST_LETTERS: Final = LETTERS | st.characters(categories=("L", "Nd"))
OTHER_LETTERS: Final = FIRST_LETTERS | st.sampled_from("_-.:")
TEXTS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SAID: Final = TEXTS.filter(str.strip)
SEVERAL: Final = st.lists(TEXTS, max_size=3)
MAYBE_TEXTS: Final = st.none() | TEXTS
MAYBE_STATUSES: Final = st.none() | st.sampled_from(Status)
ASPECTS: Final = st.sampled_from(Aspect)
NOBODY: Final = st.none()
SOME_RELATIONS: Final = st.frozensets(st.sampled_from(Relation), min_size=1)
DISTANCES: Final = distances()
AMOUNTS: Final = amounts_of_time()


def ids() -> st.SearchStrategy[str]:
    """Return ids, in any script; shrinks to ``a``.

    >>> from hypothesis import find
    >>> find(ids(), lambda name: True)
    'a'
    """
    return st.builds(str.__add__, FIRST_LETTERS, st.text(OTHER_LETTERS, max_size=20))


DATES: Final = anchors(CivilDate(0), CivilDate(9999, 12, 31)).map(lambda anchor: str(anchor).split(" ")[0])
"""Dates in years of four digits, some with a time of day."""

VAGUER_DATES: Final = st.sampled_from(("1987", "1987-05", "1203~", "1450/1452", "-0043-03"))
"""Dates of sources whose day is not known."""

TWO_IDS: Final = st.tuples(ids(), ids())


def details() -> st.SearchStrategy[Details]:
    """Return plain data of any shape, as the fields of an unknown kind of event; shrinks to none."""
    leaves = st.none() | st.booleans() | st.integers() | TEXTS
    values = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=5,
    )
    return st.dictionaries(TEXTS, values, max_size=3).map(Details)


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
        publisher=MAYBE_TEXTS,
        url=MAYBE_TEXTS,
        published=st.none() | DATES | VAGUER_DATES,
        zone=st.none() | zones(),
        reliability=st.sampled_from(Reliability),
        note=MAYBE_TEXTS,
    )


@st.composite
def _claims(draw: st.DrawFn, speakers: Sequence[Source]) -> Claim:
    source = draw(st.sampled_from((None, *speakers)))
    anchor = draw(DATES) if draw(st.booleans()) else None
    dated = anchor is not None or (source is not None and len(source.anchors_in(None)) == 1)
    aspect = draw(ASPECTS)
    words = length_words() if aspect is Aspect.DURATION else when_words(relative=dated)
    reads = draw(st.lists(words, max_size=3))
    return Claim(
        draw(SAID if reads else words),
        source.id if source else None,
        aspect=aspect,
        quote=draw(MAYBE_TEXTS),
        page=draw(MAYBE_TEXTS),
        status=draw(MAYBE_STATUSES),
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
        status=MAYBE_STATUSES,
        participants=SEVERAL,
        place=MAYBE_TEXTS,
        tags=SEVERAL,
        links=SEVERAL,
        media=SEVERAL,
        note=MAYBE_TEXTS,
        other_titles=SEVERAL,
        **own,
    )


def points(*, names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Point]:
    """Return ends of events; shrinks to the start of ``a``."""
    return st.builds(Point, ids() if names is None else names, st.sampled_from(End))


def allen_constraints(
    names: st.SearchStrategy[tuple[str, str]] = TWO_IDS, speakers: st.SearchStrategy[str | None] = NOBODY
) -> st.SearchStrategy[AllenConstraint]:
    """Return constraints by Allen's relations between two ids."""
    return names.flatmap(
        lambda two: st.builds(
            AllenConstraint,
            *map(st.just, two),
            relations=SOME_RELATIONS,
            source=speakers,
            quote=MAYBE_TEXTS,
            page=MAYBE_TEXTS,
        )
    )


def metric_constraints(
    names: st.SearchStrategy[tuple[str, str]] = TWO_IDS, speakers: st.SearchStrategy[str | None] = NOBODY
) -> st.SearchStrategy[MetricConstraint]:
    """Return constraints on how far an end of an event is from an end of another."""
    return names.flatmap(
        lambda two: st.builds(
            MetricConstraint,
            *(points(names=st.just(name)) for name in two),
            distance=DISTANCES,
            says=MAYBE_TEXTS,
            source=speakers,
            quote=MAYBE_TEXTS,
            page=MAYBE_TEXTS,
        )
    )


def nearness_constraints(
    names: st.SearchStrategy[tuple[str, str]] = TWO_IDS, speakers: st.SearchStrategy[str | None] = NOBODY
) -> st.SearchStrategy[NearnessConstraint]:
    """Return constraints on how near two events are."""
    return names.flatmap(
        lambda two: st.builds(
            NearnessConstraint,
            *map(st.just, two),
            at_most=AMOUNTS,
            says=MAYBE_TEXTS,
            source=speakers,
            quote=MAYBE_TEXTS,
            page=MAYBE_TEXTS,
        )
    )


def constraints(
    events: Iterable[Event | str], *, speakers: Iterable[Source] = ()
) -> st.SearchStrategy[Constraint]:
    """Return constraints between some events, said by some sources or by the timeline's author.

    >>> from hypothesis import find
    >>> print(find(constraints(["a", "b"]), lambda constraint: isinstance(constraint, AllenConstraint)))
    a before b
    """
    names = sorted({event.id if isinstance(event, Event) else event for event in events})
    if not names:
        raise InvalidArgument("constraints are between events, and there are none")
    two = st.permutations(names).map(lambda order: (order[0], order[-1]))
    voices = st.sampled_from((None, *(source.id for source in speakers)))
    kinds = (allen_constraints, metric_constraints, nearness_constraints)
    return st.one_of([kind(two, voices) for kind in kinds])
