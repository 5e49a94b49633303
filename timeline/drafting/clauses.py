"""`Clause`: a part of a sentence with a verb of its own, and how it is joined to the others."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from timeline.drafting.verbs import Verb

__all__ = ["NOWHERE", "Clause", "Kind", "attached", "last_with_verb"]

NOWHERE = -1
"""The parent of a fragment that begins like a clause, but has no verb that was found."""


class Kind(enum.Enum):
    """How a clause is joined to the sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    CONTENT = "content"
    FRAGMENT = "fragment"


@attrs.frozen
class Clause:
    """The words ``[first, after)`` of a sentence with their verb, which a fragment lacks.

    `joint` is the word that opens it ("after", "which", "and"), `subject` where its subject stands, `parent` the number of the
    clause that it depends on, or of the one that a fragment belongs to; `NOWHERE` if that was not found.
    """

    first: int
    after: int
    kind: Kind = attrs.field(kw_only=True)
    joint: str = attrs.field(default="", kw_only=True)
    verb: Verb | None = attrs.field(default=None, kw_only=True)
    subject: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    parent: int | None = attrs.field(default=None, kw_only=True)


def last_with_verb(clauses: Sequence[Clause]) -> int | None:
    """Return the number of the last clause that has a verb."""
    for number in range(len(clauses) - 1, -1, -1):
        if clauses[number].verb is not None:
            return number
    return None


def attached(clauses: list[Clause]) -> list[Clause]:
    """Give fragments at the head of a sentence, and clauses before their main clause, to the next main clause."""
    result = list(clauses)
    following: int | None = None
    for number in range(len(clauses) - 1, -1, -1):
        clause = clauses[number]
        if clause.parent is None and clause.kind in {Kind.FRAGMENT, Kind.SUBORDINATE, Kind.PARTICIPLE}:
            result[number] = attrs.evolve(clause, parent=following)
        if clause.verb is not None and clause.kind in {Kind.MAIN, Kind.COORDINATE, Kind.CONTENT}:
            following = number
    return result
