"""`Statement`: what a clause, or a noun with its own time, says took place, and when."""

from __future__ import annotations

import attrs

from timeline.drafting.clauses import Kind
from timeline.drafting.lexicon import (
    DENIALS,
    SCHEDULED,
)
from timeline.drafting.names import slug
from timeline.drafting.passages import Passage, Span, one_line
from timeline.drafting.times import (
    Told,
    is_length,
)
from timeline.drafting.titles import LONGEST_TITLE, title_of, title_of_words
from timeline.drafting.verbs import is_gerund
from timeline.events import Status
from timeline.expressions.anchor import Anchor
from timeline.expressions.readings import Reading

__all__ = ["Statement", "Time", "is_ahead"]


@attrs.frozen
class Time:
    """A time of a passage, with what it tells, or the reason why it tells nothing; `link` is "after" and the like."""

    span: Span
    told: Told | None = None
    reason: str = ""
    link: str = ""
    place: Span = (0, 0)


class Statement:
    """What a passage says in a clause, or in a noun such as "Friday's ceremony"; `told` is when, as far as it says."""

    def __init__(
        self, passage: Passage, clause: int | None, noun: Span | None = None, *, reason: str = ""
    ) -> None:
        self.passage = passage
        self.clause = clause
        self.noun = noun
        self.reason = reason
        self.told: list[Told] = []

    @property
    def span(self) -> Span:
        """Where its words begin and end in the text."""
        words = self.passage.words
        if self.noun is not None:
            return words[self.noun[0]].start, words[self.noun[1] - 1].end
        clause = self.passage.clauses[self.clause or 0]
        return words[clause.first].start, words[clause.after - 1].end

    @property
    def title(self) -> str:
        """A short title."""
        if self.noun is not None:
            title = title_of_words(self.passage, *self.noun)
        else:
            title = title_of(self.passage, self.clause or 0)
        return one_line(title) or self.passage.text_of(self.span)[:LONGEST_TITLE]

    @property
    def slug(self) -> str:
        """An id, which others may have too."""
        if self.noun is not None:
            return slug(self.passage, None, self.title)
        return slug(self.passage, self.clause, self.title)

    @property
    def keys(self) -> frozenset[str]:
        """The words it is made of, its subject's among them."""
        spans = [self.noun] if self.noun is not None else []
        if self.clause is not None:
            clause = self.passage.clauses[self.clause]
            spans += [(clause.first, clause.after), clause.subject or (0, 0)]
        return frozenset(self.passage.key(index) for span in spans for index in range(*span))

    @property
    def verb_word(self) -> str:
        """Its verb, "" where it has none."""
        clause = None if self.clause is None else self.passage.clauses[self.clause]
        return "" if clause is None or clause.verb is None else self.passage.key(clause.verb.main)

    @property
    def is_future(self) -> bool:
        """Whether its verb speaks of what is to come."""
        clause = None if self.clause is None else self.passage.clauses[self.clause]
        return clause is not None and clause.verb is not None and clause.verb.is_future

    @property
    def was_planned(self) -> bool:
        """Whether its verb tells of a plan that somebody had: "she was due to meet him"."""
        clause = None if self.clause is None else self.passage.clauses[self.clause]
        verb = None if clause is None else clause.verb
        if clause is None or verb is None or not verb.is_future:
            return False
        described = clause.kind is Kind.PARTICIPLE and verb.first == verb.main
        return described or self.passage.key(verb.first) in {"was", "were"}

    @property
    def is_timeless(self) -> bool:
        """Whether its verb says nothing of past or future: "clearing the way for an election", "tolls start"."""
        clause = None if self.clause is None else self.passage.clauses[self.clause]
        if clause is None or clause.verb is None:
            return True
        alone = clause.verb.first == clause.verb.main
        return alone and (is_gerund(self.passage.words[clause.verb.main]) or self.verb_word in SCHEDULED)

    def status(self, anchor: Anchor) -> Status:
        """Return how firmly it is said: expected, denied, or reported."""
        if self._is_denied():
            return Status.DISPUTED
        if self.is_future:
            return Status.EXPECTED
        readings = [reading for each in self.told for reading in each.readings if not is_length(reading)]
        scheduled = self.verb_word in SCHEDULED
        ahead = any(is_ahead(reading, anchor) for reading in (readings if scheduled else readings[:1]))
        return Status.EXPECTED if ahead else Status.REPORTED

    def _is_denied(self) -> bool:
        if self.clause is None:
            return False
        clause = self.passage.clauses[self.clause]
        if clause.kind is not Kind.CONTENT or clause.parent is None:
            return False
        verb = self.passage.clauses[clause.parent].verb
        return verb is not None and self.passage.key(verb.main) in DENIALS


def is_ahead(reading: Reading, anchor: Anchor) -> bool:
    """Return whether a reading begins after the day of the anchor."""
    begins, today = reading.bounds.earliest_start, anchor.day.end
    return begins is not None and today is not None and begins >= today
