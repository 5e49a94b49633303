"""`Clause`: a part of a sentence with a verb of its own, and how it is joined to the others."""

from __future__ import annotations

import enum

import attrs

from timeline.drafting.verbs import Verb

__all__ = ["NOWHERE", "Clause", "Kind"]

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
