"""Strategies for timelines that are true of a hidden history: first what happened, then what is said of it."""

from __future__ import annotations

import string
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, NearnessConstraint, Point
from timeline.events import Aspect, Claim, Event
from timeline.model.timeline import Timeline
from timeline.sources import Reliability, Source
from timeline.strategies._values import DAY, FIRST, zones
from timeline.times import (
    BusinessDays,
    CivilDate,
    Duration,
    Granularity,
    Instant,
    Interval,
    Period,
    Relation,
    Turns,
)
from timeline.times.allen import relation_between
from timeline.times.distance import Amount, Distance

__all__ = ["consistent_timelines", "consistent_timelines_with_history", "names"]

Voice = tuple[str | None, str]
"""Who speaks, by the id of a source, and the zone of the days that are meant."""

HOUR: Final = DAY // 24
SPEAKERS: Final = ("x", "y", "z")
PUBLISHED: Final = "2000-06-01"
STARTS: Final = st.integers(0, 8).map(lambda days: 24 * days) | st.integers(0, 1_500)
LENGTHS: Final = st.integers(1, 6).map(lambda days: 24 * days) | st.integers(1, 700)
"""In hours: a few whole days, so that events often begin and end together, or any time of some weeks."""

MAYBE_ZONES: Final = st.none() | zones()
ASPECTS: Final = st.sampled_from(Aspect)
OTHER_YEARS: Final = st.none() | st.integers(1990, 2010)
KINDS: Final = st.sampled_from((AllenConstraint, MetricConstraint, NearnessConstraint))
RELATIONS: Final = st.frozensets(st.sampled_from(Relation))


@attrs.frozen
class Span:
    """What truly took place: both ends known."""

    start: Instant
    end: Instant

    @property
    def interval(self) -> Interval:
        """The span as an interval."""
        return Interval(self.start, self.end)

    def at(self, end: End) -> int:
        """Return one of its ends, in microseconds."""
        return (self.start if end is End.START else self.end).microseconds

    def date(self, end: End, zone: str) -> CivilDate:
        """Return its first day or its last day."""
        back = int(end is End.END)
        return _date(self.at(end) - back, zone)


def _date(microseconds: int, zone: str) -> CivilDate:
    return Instant(microseconds).civil(zone).date


def names(count: int) -> list[str]:
    """Return short ids: a, b, c, ... z, a1, b1, ..."""
    letters = string.ascii_lowercase
    return [letters[n % 26] + (str(n // 26) if n >= 26 else "") for n in range(count)]


def check_sizes(min_events: int, max_events: int) -> None:
    """Refuse numbers of events that no timeline has."""
    if not 0 <= min_events <= max_events:
        raise InvalidArgument(f"no timeline has from {min_events=} to {max_events=} events")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Return something that took place in the first months of 2000, on whole days or for some hours."""
    start = FIRST + Duration(draw(STARTS) * HOUR)
    return Span(start, start + Duration(draw(LENGTHS) * HOUR))


def speakers() -> st.SearchStrategy[list[Source]]:
    """Return up to three sources of the summer of 2000; shrinks to none."""
    known = st.tuples(MAYBE_ZONES, st.sampled_from(Reliability))
    return st.lists(known, max_size=len(SPEAKERS)).map(
        lambda drawn: [
            Source(name, published=PUBLISHED, zone=zone, reliability=reliability)
            for name, (zone, reliability) in zip(SPEAKERS, drawn, strict=False)
        ]
    )


@st.composite
def true_claims(draw: st.DrawFn, span: Span, voices: st.SearchStrategy[Voice]) -> Claim:
    """Return a claim that holds for a span when it is read in the zone of whoever says it."""
    speaker, zone = draw(voices)
    aspect = draw(ASPECTS)
    words = draw(st.sampled_from(_true_words(aspect, span, zone)))
    other = draw(OTHER_YEARS)
    if other is None or aspect is Aspect.DURATION:
        return Claim(words, speaker, aspect=aspect)
    reads = draw(st.permutations((words, str(other))))
    return Claim(" or ".join(reads), speaker, aspect=aspect, reads=tuple(reads))


def _true_words(aspect: Aspect, span: Span, zone: str) -> list[str]:
    first, last = span.date(End.START, zone), span.date(End.END, zone)
    if aspect is Aspect.START:
        return _stretches(first, first)
    if aspect is Aspect.END:
        return _stretches(last, last)
    if aspect is Aspect.DURATION:
        return _lengths(span, zone)
    return [*_stretches(first, last), f"{first}/{last}", f"until {last}", f"after {first.plus(days=-1)}"]


def _stretches(first: CivilDate, last: CivilDate) -> list[str]:
    """Return words for the day, the month and the year that hold two days, as far as they hold both."""
    found = [str(first)] if first == last else []
    if str(first)[:7] == str(last)[:7]:
        found.append(str(first)[:7])
    return [*found, str(first)[:4]] if first.year == last.year else [*found, f"{first.year}/{last.year}"]


def _lengths(span: Span, zone: str) -> list[str]:
    start, end = span.at(End.START), span.at(End.END)
    fewest = _date(end, zone).number - _date(start, zone).number
    most = max(1, _date(end - 1, zone).number - _date(start - 1, zone).number)
    hours = -(-(end - start) // HOUR)
    found = [f"at most {most} days", f"less than {most + 1} days", f"at most {hours} hours"]
    worked = BusinessDays.between(_date(start - 1, zone), _date(end - 1, zone)).count
    found += [f"at most {worked} business days"] if worked else []
    return [*found, f"at least {fewest} days"] if fewest else found


@st.composite
def true_constraints(
    draw: st.DrawFn, history: dict[str, Span], voices: st.SearchStrategy[Voice]
) -> Constraint:
    """Return a constraint that holds for a history of two events or more, as `true_claims` do for a span."""
    speaker, zone = draw(voices)
    first, second = draw(st.permutations(sorted(history)))[:2]
    one, two = history[first], history[second]
    kind = draw(KINDS)
    if kind is AllenConstraint:
        others = draw(RELATIONS)
        relations = others | {relation_between(one.interval, two.interval)}
        return AllenConstraint(first, second, relations=relations, source=speaker)
    if kind is NearnessConstraint:
        near = draw(st.sampled_from(_near(one, two, zone)))
        return NearnessConstraint(first, second, at_most=near, source=speaker)
    ends = [(name, end) for name in (first, second) for end in End]
    early, late = sorted(draw(st.permutations(ends))[:2], key=lambda point: history[point[0]].at(point[1]))
    low, high = draw(st.sampled_from(_apart(history[early[0]], early[1], history[late[0]], late[1], zone)))
    limits = [Distance(at_least=low), Distance(at_most=high), Distance(at_least=low, at_most=high)]
    return MetricConstraint(
        Point(*early), Point(*late), distance=draw(st.sampled_from(limits)), source=speaker
    )


def _near(one: Span, two: Span, zone: str) -> list[Amount]:
    """Return the least lengths, exact and in days, that two spans are no further apart than."""
    exact, days = 0, 0
    for before, after in ((one, two), (two, one)):
        exact = max(exact, after.at(End.START) - before.at(End.END))
        days = max(days, after.date(End.START, zone).number - before.date(End.END, zone).number)
    return [Duration(exact), Period(days=days)]


def _apart(one: Span, end: End, two: Span, other_end: End, zone: str) -> list[tuple[Amount, Amount]]:
    """Return, for each way to count, the greatest length that a distance is at least, and the least it is at most."""
    first, second = one.date(end, zone), two.date(other_end, zone)
    exact = Duration(two.at(other_end) - one.at(end))
    found: list[tuple[Amount, Amount]] = [(exact, exact)]
    days = second.number - first.number
    if days >= 0:
        found.append((Period(days=days), Period(days=days)))
        worked = BusinessDays.between(first, second.plus(days=-1)).count if second > first else 0
        least = BusinessDays.between(first, second)
        found.append((least, BusinessDays(worked + 1)))
        for unit in (Granularity.MONTH, Granularity.WEEK):
            turned = _turned(first, second, unit)
            found.append((turned, turned))
        months = 12 * (second.year - first.year) + second.month - first.month
        months -= first.plus(months=months) > second
        found.append((Period(months=months), Period(months=months + 1)))
    return found


def _turned(first: CivilDate, second: CivilDate, unit: Granularity) -> Turns:
    """Return how often a unit turns from one day to a later one."""
    if unit is Granularity.WEEK:
        days = second.number - second.weekday - (first.number - first.weekday)
        return Turns(days // 7, unit)
    return Turns(12 * (second.year - first.year) + second.month - first.month, unit)


def _voices(sources: list[Source], zone: str) -> st.SearchStrategy[Voice]:
    """Return who may speak; always a choice of as many, so that a source that is silent can be left out alone."""
    author: Voice = (None, zone)
    known: list[Voice] = [(source.id, source.zone or zone) for source in sources]
    return st.sampled_from([author, *known, *[author] * (len(SPEAKERS) - len(known))])


@st.composite
def _told(draw: st.DrawFn, voices: st.SearchStrategy[Voice]) -> tuple[Span, list[Claim]]:
    """Return what took place with what is said of it, drawn together so that they are left out together."""
    span = draw(SPANS)
    return span, draw(st.lists(true_claims(span, voices), max_size=2))


SPANS: Final = spans()
SOURCES: Final = speakers()


@st.composite
def consistent_timelines_with_history(
    draw: st.DrawFn, *, min_events: int = 0, max_events: int = 4
) -> tuple[Timeline, dict[str, Interval]]:
    """Return timelines with what truly happened: an interval for each event, of which all that is said holds.

    Events are called a, b, c, ... and fall into the first months of 2000; shrinks to whole days from the first of
    January on, of which nothing is said.

    >>> from hypothesis import find
    >>> story, history = find(consistent_timelines_with_history(min_events=1), lambda found: True)
    >>> print(story["a"].claims, history["a"])
    () 2000-01-01T00:00:00Z/2000-01-02T00:00:00Z
    """
    check_sizes(min_events, max_events)
    sources, zone = draw(SOURCES), draw(MAYBE_ZONES)
    voices = _voices(sources, zone or "UTC")
    told = draw(st.lists(_told(voices), min_size=min_events, max_size=max_events))
    ids = names(len(told))
    history = {name: span for name, (span, _) in zip(ids, told, strict=True)}
    events = [Event(name, claims=claims) for name, (_, claims) in zip(ids, told, strict=True)]
    rules = draw(st.lists(true_constraints(history, voices), max_size=2 * len(ids))) if len(ids) > 1 else []
    story = Timeline(sources=sources, events=events, constraints=rules, zone=zone)
    return story, {name: span.interval for name, span in history.items()}


def consistent_timelines(*, min_events: int = 0, max_events: int = 4) -> st.SearchStrategy[Timeline]:
    """Return timelines in which everything that is said can be true together.

    >>> from hypothesis import find
    >>> story = find(consistent_timelines(), lambda story: len(story.constraints) > 0)
    >>> print(story.check().consistent, *story.constraints)
    True a equals b
    """
    check_sizes(min_events, max_events)
    both = consistent_timelines_with_history(min_events=min_events, max_events=max_events)
    return both.map(lambda found: found[0])
