"""`Timeline`: sources, events and constraints in one value that is never changed, only replaced."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from timeline import limits
from timeline.constraints import Constraint, Point
from timeline.errors import DocumentError, LimitError, TimelineError, UnknownReferenceError
from timeline.events import Claim, Event
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.expressions.readings import Reading
from timeline.frozen import Record, check_id, is_optional_text, is_text
from timeline.model.changing import JOINED_LATER, added, removed, replaced, without, without_source
from timeline.model.holding import Held, Part
from timeline.model.placing import events_by_id, in_order, sources_by_id
from timeline.model.readings import read_claim, zone_of
from timeline.naming import did_you_mean
from timeline.sources import Source
from timeline.times import Relation
from timeline.times.zones import check_zone

if TYPE_CHECKING:
    from timeline.model.answers import Answer
    from timeline.model.combinations import Combination
    from timeline.model.distances import Apart
    from timeline.model.examining import Examination
    from timeline.model.growing import Checked
    from timeline.model.likelihood import Distribution, Likelihood
    from timeline.model.report import Corner, Correction, EventReport, Influence, Report
    from timeline.model.statements import Statement

__all__ = ["Timeline"]


@attrs.frozen
class Timeline(Record):
    """What several sources say about several events, and what must hold between them.

    Sources and events are kept in the order of their ids, so that equal content is an equal value. `conventions` say
    what vague words mean; `zone` is the one in which days are read where their source has none.

    >>> story = Timeline("The mission", sources=(Source("yonhap", published="2025-12-13"),))
    >>> story = story.add(Event("ceremony").said("Friday", by="yonhap"))
    >>> print(story.check()["ceremony"].derived.outer)
    2025-12-12T00:00:00Z/2025-12-13T00:00:00Z
    """

    title: str = attrs.field(default="", validator=is_text)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=sources_by_id, kw_only=True)
    events: tuple[Event, ...] = attrs.field(default=(), converter=events_by_id, kw_only=True)
    constraints: tuple[Constraint, ...] = attrs.field(default=(), converter=in_order, kw_only=True)
    conventions: Conventions = attrs.field(default=DEFAULT, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    note: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.zone is not None:
            check_zone(self.zone)
        if len(self.events) > limits.EVENTS:
            raise LimitError(f"more than {limits.EVENTS} events")
        problems = tuple(self._dangling())
        if problems:
            raise problems[0] if len(problems) == 1 else DocumentError(problems)

    def _dangling(self) -> Iterable[TimelineError]:
        events, sources = self._held.events, self._held.sources
        named = set(itertools.chain.from_iterable(constraint.events for constraint in self.constraints))
        said = {constraint.source for constraint in self.constraints}
        said.update(claim.source for event in self.events for claim in event.claims)
        if named <= events.keys() and said - {None} <= sources.keys():
            return
        for event in self.events:
            for claim in event.claims:
                if claim.source is not None and claim.source not in sources:
                    yield _unknown("source", claim.source, sources, f"a claim on {event.id!r}")
        for constraint in self.constraints:
            for name in constraint.events:
                if name not in events:
                    yield _unknown("event", name, events, f"the constraint '{constraint}'")
            if constraint.source is not None and constraint.source not in sources:
                yield _unknown("source", constraint.source, sources, f"the constraint '{constraint}'")

    @cached_property
    def _held(self) -> Held:
        return Held.of(self.sources, self.events, self.constraints)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Put together what a change left apart, when somebody looks at it for the first time."""
            if name not in JOINED_LATER:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            held = self._held
            joined = (
                held.constraints.joined() if name == "constraints" else events_by_id(held.events.values())
            )
            object.__setattr__(self, name, joined)
            return joined

    def __getitem__(self, event: str | Event) -> Event:
        name = check_id(event)
        if name not in self._held.events:
            raise _unknown("event", name, self._held.events, None)
        return self._held.events[name]

    def source(self, name: str | None) -> Source | None:
        """Return a source by its id; None for what the timeline's author says.

        >>> Timeline(sources=(Source("tass"),)).source("tass").id
        'tass'
        """
        if name is not None and name not in self._held.sources:
            raise _unknown("source", name, self._held.sources, None)
        return None if name is None else self._held.sources[name]

    def zone_of(self, source: str | None) -> str:
        """Return the zone in which a source's days are read.

        >>> Timeline(zone="Europe/Paris").zone_of(None)
        'Europe/Paris'
        """
        return zone_of(self.source(source), self.zone)

    def readings(self, claim: Claim) -> tuple[Reading, ...]:
        """Return what a claim can mean, likeliest first.

        >>> len(Timeline().readings(Claim("2025-08")))
        1
        """
        return read_claim(claim, self.source(claim.source), zone=self.zone, conventions=self.conventions)

    def add(self, *parts: Part) -> Timeline:
        """Return the timeline with more sources, events and constraints; after a check it costs what they touch.

        >>> len(Timeline().add(Event("a"), Event("b"), Event("a").before("b")).constraints)
        1
        """
        return added(self, parts)

    def remove(self, *parts: Part) -> Timeline:
        """Return the timeline without some of its parts; what still refers to them is an error.

        >>> story = Timeline().add(Event("a"))
        >>> story.remove(story["a"]) == Timeline()
        True
        """
        return removed(self, parts)

    def replace(self, *events: Event) -> Timeline:
        """Return the timeline with events in the place of those that have their ids.

        >>> story = Timeline().add(Event("a"))
        >>> story.replace(Event("a", "Now with a title"))["a"].title
        'Now with a title'
        """
        return replaced(self, events)

    def without_source(self, source: str | Source) -> Timeline:
        """Return the timeline as it would be if a source had said nothing; the events stay.

        >>> story = Timeline(sources=(Source("tass"),)).add(Event("a").said("2025", by="tass"))
        >>> story.without_source("tass")["a"].claims
        ()
        """
        return without_source(self, check_id(source))

    def without(self, *statements: Statement) -> Timeline:
        """Return the timeline as it would be if some statements had not been made; what is said twice is dropped once.

        >>> story = Timeline().add(Event("a").said("2024").said("2025"))
        >>> story.without(*story.check().correction.statements)["a"].claims[0].says
        '2024'
        """
        return without(self, statements)

    def merge(self, *others: Timeline) -> Timeline:
        """Return all that several timelines say: events meet by their ids and their claims add up.

        >>> merged = Timeline().add(Event("a").said("2025")).merge(Timeline().add(Event("a").said("May 2025")))
        >>> [claim.says for claim in merged["a"].claims]
        ['2025', 'May 2025']
        """
        from timeline.model.merging import merged  # noqa: PLC0415  # merging builds timelines

        return merged((self, *others))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that is said, as reports name it: the claims of each event, then the constraints.

        >>> [str(statement) for statement in Timeline().add(Event("a").said("2025")).statements]
        ["a when '2025'"]
        """
        return tuple(said for said in self._examination.compiled.statements if said.about is not None)

    def check(self) -> Report:
        """Return what follows from everything that is said, and what cannot be true together.

        >>> Timeline().check().consistent
        True
        """
        from timeline.model.growing import checked  # noqa: PLC0415  # growing reads timelines

        if not self._checks:
            self._checks.append(checked(self._examination))
        return self._checks[0].report

    @cached_property
    def _checks(self) -> list[Checked]:
        """The check, once there is one."""
        return []

    @cached_property
    def _examination(self) -> Examination:
        from timeline.model.examining import examine  # noqa: PLC0415  # examining reads timelines

        return examine(self)

    def why(self, event: str | Event) -> EventReport:
        """Return what is known of an event: its bounds, each with the statements that prove it.

        >>> Timeline().add(Event("a").said("2025")).why("a").derived.earliest_start
        Instant(microseconds=1735689600000000)
        """
        return self.check()[self[event].id]

    def corrections(self) -> Iterator[Correction]:
        """Yield every correction, the least weight first, each when it is asked for: there can be very many.

        The law: each makes the rest consistent, none of its statements could stay, and the first is the one that `check` names.
        Of a consistent timeline it drops nothing. Weights come from the reliability of sources and the status of claims.

        >>> story = Timeline().add(Event("a").said("2024").said("2025"))
        >>> [[statement.says for statement in correction.statements] for correction in story.corrections()]
        [['2025'], ['2024']]
        """
        from timeline.model.dropping import corrections  # noqa: PLC0415  # dropping reads timelines

        return corrections(self._examination.compiled)

    def sensitivity(self, event: str | Event, corner: Corner) -> tuple[Influence, ...]:
        """Return how far a bound of an event would move without each statement behind it, what moves it most first.

        Nothing else that is said holds the bound. Where the timeline contradicts itself, it is about what remains after the
        cheapest correction.

        >>> from timeline.model.report import Corner
        >>> story = Timeline().add(Event("a").said("2025"), Event("b").said("2025-04"), Event("a").precedes("b"))
        >>> found = story.sensitivity("a", Corner.LATEST_END)
        >>> [(str(one.statement), str(one.value)) for one in found]
        [("b when '2025-04'", '2026-01-01T00:00:00Z'), ('a before or meets b', '2026-01-01T00:00:00Z')]
        """
        from timeline.model.dropping import influences  # noqa: PLC0415  # dropping reads timelines

        return influences(self._examination, self[event].id, self.why(event).bound(corner))

    def solutions(self) -> Iterator[Combination]:
        """Yield the combinations of readings that everything else allows, likeliest first, each when it is asked for.

        >>> story = Timeline(sources=(Source("tass", published="2025-12-13"),))
        >>> found = story.add(Event("a").said("last June", by="tass")).solutions()
        >>> [[reading.edtf for _, reading in combination.readings] for combination in found]
        [['2025-06'], ['2024-06']]
        """
        from timeline.model.combinations import combinations  # noqa: PLC0415  # combinations read timelines

        return combinations(self._examination)

    def order_probability(
        self, first: str | Event, second: str | Event, *, seed: int, samples: int = 500
    ) -> Likelihood:
        """Return how likely one event is over when another starts, if all timelines that are allowed are equally likely.

        That is an assumption of the question and no finding. It is estimated from so many samples of each of four
        chains, drawn from the seed; every event that has to do with the two must be bounded.

        >>> story = Timeline().add(Event("a").said("2025-08"), Event("b").said("2025-08"))
        >>> 0.1 < story.order_probability("a", "b", seed=1, samples=100).probability < 0.25
        True
        """
        from timeline.model.likelihood import order_probability as found  # noqa: PLC0415  # it reads timelines

        return found(self._examination, self[first].id, self[second].id, seed=seed, samples=samples)

    def probability(self, constraint: Constraint, *, seed: int, samples: int = 500) -> Likelihood:
        """Return how likely a constraint holds, under the assumption of `order_probability`.

        >>> story = Timeline().add(Event("a").said("2025-08"), Event("b").said("2025-08"))
        >>> 0.1 < story.probability(story["a"].precedes("b"), seed=1, samples=100).probability < 0.25
        True
        """
        from timeline.model.likelihood import probability as found  # noqa: PLC0415  # it reads timelines

        for event in constraint.events:
            self[event]
        return found(self._examination, constraint, seed=seed, samples=samples)

    def start_distribution(self, event: str | Event, *, seed: int, samples: int = 500) -> Distribution:
        """Return starts of an event, sampled as in `order_probability`."""
        from timeline.model.likelihood import start_distribution as found  # noqa: PLC0415  # it reads timelines

        return found(self._examination, self[event].id, seed=seed, samples=samples)

    def relation(self, first: str | Event, second: str | Event) -> frozenset[Relation]:
        """Return which of Allen's relations can hold between two events, given everything that is said.

        >>> story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
        >>> sorted(relation.value for relation in story.relation("a", "b"))
        ['before', 'meets']
        """
        from timeline.model.answers import possible_relations  # noqa: PLC0415  # answers read timelines

        return possible_relations(self._examination, self[first].id, self[second].id)

    def distance(self, first: Point, second: Point) -> Apart:
        """Return how far one point is after another, at least and at most, with the statements that say so.

        The law: it is exact where distances are numbers. Where they are counted on the calendar, or claims have several readings
        that stand, it never says more than what follows, and can say less: each step counts by its longest case.

        >>> from timeline.constraints import End
        >>> story = Timeline().add(Event("a").said("2025-08-01"), Event("b").said("2025-08-04"))
        >>> found = story.distance(Point("a", End.END), Point("b", End.START))
        >>> print(found.at_least, *found.least_by, sep="; ")
        PT48H; b when '2025-08-04'; a when '2025-08-01'
        """
        from timeline.model.distances import apart  # noqa: PLC0415  # distances read timelines

        for point in (first, second):
            self[point.event]
        return apart(self._examination, first, second)

    def entails(self, constraint: Constraint) -> Answer:
        """Return whether a constraint must hold, cannot hold, or is open, with the proof or two witnesses.

        >>> story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"))
        >>> story.entails(story["a"].precedes("b")).verdict.value
        'entailed'
        """
        from timeline.model.answers import entails  # noqa: PLC0415  # answers read timelines

        for event in constraint.events:
            self[event]
        return entails(self._examination, constraint)


def _unknown(what: str, name: str, known: Iterable[str], where: str | None) -> UnknownReferenceError:
    return UnknownReferenceError(f"no {what} {name!r}", where=where, hint=did_you_mean(name, known))
