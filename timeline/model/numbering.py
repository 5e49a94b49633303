"""The statements of a timeline by their numbers: 0 is the axiom, then come the claims of each event, then the constraints.

The solver knows statements by their numbers only. Of a million of them a report names a few, so that each is made when
somebody looks at it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate
from typing import overload

from timeline.constraints import Constraint, MetricConstraint
from timeline.events import Claim, Event, Status
from timeline.model.speakers import Speakers
from timeline.model.statements import AXIOM, Statement, StatementKind
from timeline.model.timeline import Timeline

__all__ = ["Statements", "status_of"]


def status_of(event: Event, claim: Claim) -> Status:
    """Return how firmly a claim is made: its own status, else that of its event.

    >>> status_of(Event("a", status=Status.EXPECTED), Claim("2025")).value
    'expected'
    """
    return claim.status or event.status or Status.REPORTED


class Statements(Sequence[Statement]):
    """What a timeline says, each statement made once, when it is first looked at.

    >>> story = Timeline().add(Event("a").said("2025"), Event("b"), Event("a").precedes("b"))
    >>> [statement.id for statement in Statements(story, Speakers(story))]
    ['axiom', 'a.when[]', 'a before or meets b []']
    """

    def __init__(self, timeline: Timeline, speakers: Speakers) -> None:
        self._events = timeline.events
        self._constraints = timeline.constraints
        self._speakers = speakers
        self._claims_before = list(accumulate((len(event.claims) for event in timeline.events), initial=0))
        self._made: dict[int, Statement] = {0: AXIOM}
        self._supposed: tuple[Statement, ...] = ()

    def supposing(self, statement: Statement) -> Statements:
        """Return the same statements and one more behind them."""
        more = copy(self)
        more._supposed = (*self._supposed, statement)  # noqa: SLF001  # of this class
        return more

    @property
    def claims(self) -> int:
        """How many claims there are; they have the numbers from 1 on."""
        return self._claims_before[-1]

    def __len__(self) -> int:
        return self._said + len(self._supposed)

    @property
    def _said(self) -> int:
        return 1 + self.claims + len(self._constraints)

    @overload
    def __getitem__(self, number: int) -> Statement: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Statement, ...]: ...

    def __getitem__(self, number: int | slice) -> Statement | tuple[Statement, ...]:
        chosen = range(len(self))[number]
        return tuple(map(self._one, chosen)) if isinstance(chosen, range) else self._one(chosen)

    def __iter__(self) -> Iterator[Statement]:
        return map(self._one, range(len(self)))

    def claim_numbers(self, event: int) -> range:
        """Return the numbers of the claims of an event, by the place of that."""
        return range(1 + self._claims_before[event], 1 + self._claims_before[event + 1])

    def event_of(self, claim: int) -> int:
        """Return the place of the event that a claim is about, by the number of that."""
        return bisect_right(self._claims_before, claim - 1) - 1

    def _one(self, number: int) -> Statement:
        if number >= self._said:
            return self._supposed[number - self._said]
        if number not in self._made:
            made = self._claim(number) if number <= self.claims else self._constraint(number)
            self._made[number] = made
        return self._made[number]

    def _claim(self, number: int) -> Statement:
        place = self.event_of(number)
        event = self._events[place]
        index = number - self.claim_numbers(place).start
        claim = event.claims[index]
        name = _claim_name(event, claim)
        earlier = sum(_claim_name(event, other) == name for other in event.claims[:index])
        speaker = self._speakers.of(claim.source, status_of(event, claim))
        return Statement(
            _counted(name, earlier),
            StatementKind.CLAIM,
            says=claim.says,
            source=claim.source,
            event=event.id,
            about=claim,
            zone=speaker.zone,
            weight=speaker.weight,
        )

    def _constraint(self, number: int) -> Statement:
        index = number - 1 - self.claims
        constraint = self._constraints[index]
        speaker = self._speakers.of(constraint.source)
        return Statement(
            self._constraint_id(index),
            StatementKind.CONSTRAINT,
            says=str(constraint),
            source=constraint.source,
            about=constraint,
            zone=speaker.zone,
            weight=speaker.weight,
        )

    def _constraint_id(self, index: int) -> str:
        """Return the id of a constraint, after all those that might have the same name have got theirs."""
        if index not in self._constraint_ids:
            names: Counter[str] = Counter()
            for other in self._with_subject[_subject(self._constraints[index])]:
                name = _constraint_name(self._constraints[other])
                self._constraint_ids[other] = _counted(name, names[name])
                names[name] += 1
        return self._constraint_ids[index]

    @cached_property
    def _constraint_ids(self) -> dict[int, str]:
        return {}

    @cached_property
    def _with_subject(self) -> dict[str, list[int]]:
        """The constraints that have the same subject: no others have the same name."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, constraint in enumerate(self._constraints):
            found[_subject(constraint)].append(index)
        return found


def _subject(constraint: Constraint) -> str:
    """Return the event that the sentence of a constraint begins with."""
    return constraint.second.event if isinstance(constraint, MetricConstraint) else constraint.first


def _claim_name(event: Event, claim: Claim) -> str:
    return f"{event.id}.{claim.aspect.value}[{claim.source or ''}]"


def _constraint_name(constraint: Constraint) -> str:
    """Return what is said, who says it, and where."""
    cited = ": ".join(part for part in (constraint.source, constraint.page) if part)
    return f"{constraint} [{cited}]"


def _counted(name: str, earlier: int) -> str:
    """Return a name that earlier ones may have too, made unique."""
    return f"{name}#{earlier + 1}" if earlier else name
