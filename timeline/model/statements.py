"""`Statement`: what can be true or not, named so that every bound and conflict can point at it."""

from __future__ import annotations

import enum

import attrs

from timeline.constraints import Constraint
from timeline.events import Claim
from timeline.frozen import Record

__all__ = ["AXIOM", "Statement", "StatementKind"]


class StatementKind(enum.Enum):
    """A claim about one event, a constraint between events, an axiom that cannot be given up, or a supposition."""

    CLAIM = "claim"
    CONSTRAINT = "constraint"
    AXIOM = "axiom"
    SUPPOSITION = "supposition"


@attrs.frozen
class Statement(Record):
    """A claim or a constraint of a timeline, or the axiom that every event starts before it ends.

    `id` is stable: it is made of what the statement says, not of its place in a file.

    >>> AXIOM.says
    'every event starts before it ends'
    """

    id: str
    kind: StatementKind
    says: str = attrs.field(kw_only=True)
    source: str | None = attrs.field(default=None, kw_only=True)
    event: str | None = attrs.field(default=None, kw_only=True)
    about: Claim | Constraint | None = attrs.field(default=None, kw_only=True)
    zone: str = attrs.field(default="UTC", kw_only=True)
    weight: int | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        speaker = f"{self.source}: " if self.source else ""
        if self.kind is StatementKind.CLAIM and isinstance(self.about, Claim):
            return f"{speaker}{self.event} {self.about.aspect.value} {self.says!r}"
        return f"{speaker}{self.says}"


AXIOM = Statement("axiom", StatementKind.AXIOM, says="every event starts before it ends")
