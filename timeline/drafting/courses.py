"""`Course`: one event that two verbs tell: "The talks began at ten and lasted an hour", "The siege began in May and ended in June"."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from timeline.drafting.clauses import Clause, Kind
from timeline.drafting.lexicon import BE, CLOSINGS, LASTINGS, LIGHT_VERBS, OCCURRENCES, OPENINGS
from timeline.drafting.passages import Passage, one_line
from timeline.drafting.statements import Statement
from timeline.drafting.times import Told
from timeline.drafting.titles import title_of_words
from timeline.events import Aspect

__all__ = ["with_courses"]


class Course(Statement):
    """The statement of how an event began, or was held, that was joined with how it ended, or how long it lasted."""

    @property
    def title(self) -> str:
        """What took its course, without the verb that says only that."""
        first, after = self.passage.clauses[self.clause or 0].subject or (0, 0)
        if self.passage.key(first) in {"the", "a", "an"}:
            first += 1
        return one_line(title_of_words(self.passage, first, after)) if first < after else super().title


def with_courses(passage: Passage, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of a passage with those that tell the course of one event joined.

    The law: each time is told by one statement as before; a time beside a verb of beginning is when the event began.
    """
    found: dict[int | None, Statement] = {}
    others: list[Statement] = []
    for statement in statements:
        if statement.clause is None or statement.clause in found:
            others.append(statement)
            continue
        clause = passage.clauses[statement.clause]
        before = found.get(clause.parent) if clause.parent is not None else None
        if before is None or not _goes_on(passage, before, statement):
            found[statement.clause] = statement
            continue
        course = before if isinstance(before, Course) else Course(passage, before.clause)
        if course is not before:
            course.told = [_as(told, _aspect(before)) for told in before.told]
        course.told += [_as(told, _aspect(statement)) for told in statement.told]
        found[before.clause] = course
    return [*found.values(), *others]


def _goes_on(passage: Passage, before: Statement, statement: Statement) -> bool:
    """Return whether a statement says how the event of the one before it ended, or how long it lasted."""
    if not (before.told and statement.told) or before.reason or statement.reason:
        return False
    first, second = passage.clauses[before.clause or 0], passage.clauses[statement.clause or 0]
    if second.kind is not Kind.COORDINATE or not _shares_subject(passage, second):
        return False
    if not all(_is_simple(told) for told in before.told):
        return False
    if statement.verb_word in CLOSINGS:
        return before.verb_word in OPENINGS and not _is_passive(passage, first)
    lasting = statement.verb_word in LASTINGS and all(
        told.aspect is Aspect.DURATION for told in statement.told
    )
    return lasting and _takes_place(passage, first)


def _takes_place(passage: Passage, clause: Clause) -> bool:
    """Return whether a clause says only that its subject took place: "began", "was held"."""
    verb = clause.verb
    if verb is None:
        return False
    key = passage.key(verb.main)
    return key in OCCURRENCES | OPENINGS or (_is_passive(passage, clause) and key in LIGHT_VERBS)


def _is_passive(passage: Passage, clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and any(passage.key(index) in BE for index in range(verb.first, verb.main))


def _shares_subject(passage: Passage, clause: Clause) -> bool:
    """Return whether a clause has the subject of the one before it: none of its own, or "it"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or subject[0] < clause.first:
        return True
    return subject[1] - subject[0] == 1 and passage.key(subject[0]) == "it"


def _is_simple(told: Told) -> bool:
    return told.aspect in {Aspect.WHEN, Aspect.START}


def _aspect(statement: Statement) -> Aspect:
    if statement.verb_word in OPENINGS:
        return Aspect.START
    return Aspect.END if statement.verb_word in CLOSINGS else Aspect.WHEN


def _as(told: Told, aspect: Aspect) -> Told:
    """Return a time of a verb as that of the end that the verb tells of."""
    return attrs.evolve(told, aspect=aspect) if told.aspect is Aspect.WHEN else told
