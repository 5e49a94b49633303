"""The solver's numbers of what a timeline says while it changes: what comes is numbered on, and nothing is numbered anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

import attrs

from timeline.constraints import Constraint
from timeline.events import Event
from timeline.model.compile import Compiled
from timeline.model.holding import Ordered
from timeline.model.layers import Layered

__all__ = ["Numbers"]


@attrs.frozen(eq=False)
class Numbers:
    """The numbers of points and statements: those of a compiled timeline, and those of what came since."""

    compiled: Compiled
    """The timeline that was compiled, with the points of the events of now."""

    constraints: Ordered
    """Those of the timeline that was compiled."""

    came: Mapping[Constraint, int]
    """The statements of constraints that came, or came again."""

    claims: Mapping[str, tuple[int, ...]]
    """The statements of the claims of events that changed, in the order of their claims."""

    points: int
    statements: int

    @classmethod
    def of(cls, compiled: Compiled) -> Numbers:
        """Return the numbers that a compiled timeline has."""
        constraints = Ordered(compiled.timeline.constraints)
        return cls(compiled, constraints, {}, {}, compiled.problem.points, len(compiled.statements))

    @property
    def starts(self) -> Mapping[str, int]:
        """The points at which the events start."""
        return self.compiled.points

    def of_constraint(self, constraint: Constraint) -> int:
        """Return the statement of a constraint that is said."""
        if constraint in self.came:
            return self.came[constraint]
        place = self.constraints.place(constraint) or 0
        return len(self.compiled.statements) - len(self.constraints.base) + place

    def of_claims(self, event: Event) -> tuple[int, ...]:
        """Return the statements of the claims of an event, in the order of its claims."""
        if event.id in self.claims:
            return self.claims[event.id]
        statements = self.compiled.statements
        all_claims = range(1, len(statements) - len(self.constraints.base))
        first = bisect_left(all_claims, event.id, key=lambda number: statements[number].event or "")
        return tuple(all_claims[first : first + len(event.claims)])

    def with_event(self, event: str, claims: tuple[int, ...], statements: int) -> Numbers:
        """Return the numbers after an event came, with its claims and so many statements in all."""
        starts = Layered.over(self.starts, {event: self.points})
        return attrs.evolve(
            self.with_claims(event, claims, statements),
            compiled=attrs.evolve(self.compiled, points=starts),
            points=self.points + 2,
        )

    def with_claims(self, event: str, claims: tuple[int, ...], statements: int) -> Numbers:
        """Return the numbers after the claims of an event changed, with so many statements in all."""
        return attrs.evolve(self, claims={**self.claims, event: claims}, statements=statements)

    def without_event(self, event: str) -> Numbers:
        """Return the numbers after an event went; its points belong to nobody from then on."""
        starts = Layered.over(self.starts, {}, gone=[event])
        return attrs.evolve(self, compiled=attrs.evolve(self.compiled, points=starts))

    def with_constraint(self, constraint: Constraint) -> Numbers:
        """Return the numbers after a constraint came, which has the next one."""
        came = {**self.came, constraint: self.statements}
        return attrs.evolve(self, came=came, statements=self.statements + 1)

    def without_constraint(self, constraint: Constraint) -> Numbers:
        """Return the numbers after a constraint went."""
        came = dict(self.came)
        came.pop(constraint, None)
        return attrs.evolve(self, came=came)
