"""The statements of a timeline by their numbers: 0 is the axiom, then come the claims of each event, then the constraints.

The solver knows statements by their numbers only. Of a million of them a report names a few, so that each is made when
somebody looks at it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
        self._said = 1 + self._claims_before[-1] + len(timeline.constraints)
        self._made: dict[int, Statement] = {0: AXIOM}
        self._ids: dict[int, str] = {}
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

    @overload
    def __getitem__(self, number: int) -> Statement: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Statement, ...]: ...

    def __getitem__(self, number: int | slice) -> Statement | tuple[Statement, ...]:
        if isinstance(number, int) and number in self._made:
            return self._made[number]
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
        names = (_claim_name(event, other) for other in event.claims)
        speaker = self._speakers.of(claim.source, status_of(event, claim))
        return Statement(
            self._id(number, zip(self.claim_numbers(place), names, strict=True)),
            StatementKind.CLAIM,
            says=claim.says,
            source=claim.source,
            event=event.id,
            about=claim,
            zone=speaker.zone,
            weight=speaker.weight,
        )

    def _constraint(self, number: int) -> Statement:
        first = 1 + self.claims
        constraint = self._constraints[number - first]
        same_subject = self._with_subject[_subject(constraint)]
        names = (_constraint_name(self._constraints[other - first]) for other in same_subject)
        speaker = self._speakers.of(constraint.source)
        return Statement(
            self._id(number, zip(same_subject, names, strict=True)),
            StatementKind.CONSTRAINT,
            says=str(constraint),
            source=constraint.source,
            about=constraint,
            zone=speaker.zone,
            weight=speaker.weight,
        )

    def _id(self, number: int, alike: Iterable[tuple[int, str]]) -> str:
        """Return the id of a statement, after all those that might have the same name have got theirs."""
        if number not in self._ids:
            names: Counter[str] = Counter()
            for other, name in alike:
                names[name] += 1
                self._ids[other] = name if names[name] == 1 else f"{name}#{names[name]}"
        return self._ids[number]

    @cached_property
    def _with_subject(self) -> dict[str, list[int]]:
        """The numbers of the constraints that have the same subject: no others have the same name."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, constraint in enumerate(self._constraints, 1 + self.claims):
            found[_subject(constraint)].append(number)
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
