"""Statements and links as parts of a timeline: events with their claims, constraints, ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.constraints import PRECEDES, AllenConstraint, Constraint
from timeline.drafting.links import Link
from timeline.drafting.passages import Span
from timeline.drafting.statements import Statement
from timeline.drafting.times import Told
from timeline.errors import TimelineError
from timeline.events import Claim, Event
from timeline.expressions.conventions import Conventions
from timeline.ordering import FOLLOWS, parse_constraint
from timeline.sources import Source
from timeline.times import Relation

__all__ = ["claim_of", "constraint_of", "event_of", "ids_of"]

RELATIONS = {
    "after": FOLLOWS,
    "before": PRECEDES,
    "during": frozenset({Relation.DURING}),
    "of": FOLLOWS | PRECEDES,
}


def claim_of(statement: Statement, told: Told, source: Source) -> Claim:
    """Return a time as a claim: its words, the sentence as the quote, its characters as the page."""
    span = (told.start, told.end)
    passage = statement.passage
    return Claim(
        passage.text_of(span),
        source.id,
        aspect=told.aspect,
        quote=passage.text_of(passage.quote(span)),
        page=f"characters {_span_text(span)}",
        reads=told.reads,
    )


def event_of(statement: Statement, name: str, source: Source, link: Link | None) -> Event:
    """Return a statement as an event: its claims, or else the words that link it to another."""
    details = {}
    if not statement.told and link is not None:
        details = {"words": statement.passage.text_of(link.words), "characters": _span_text(link.words)}
    return Event(
        name,
        statement.title,
        claims=[claim_of(statement, told, source) for told in statement.told],
        status=statement.status(source.anchor),
        details=details,
    )


def _span_text(span: Span) -> str:
    return f"{span[0]}-{span[1]}"


def constraint_of(
    link: Link, names: Mapping[Statement, str], source: Source, conventions: Conventions
) -> Constraint:
    """Return a link as a constraint, with its distance where its words say one that is understood alone."""
    first, second = names[link.first], names[link.second]
    passage = link.first.passage
    quote = passage.text_of(passage.quote(link.words))
    plain = AllenConstraint(first, second, relations=RELATIONS[link.word], source=source.id, quote=quote)
    if link.length is None:
        return plain
    within = "within " if link.word == "of" else ""
    line = f"{first} {within}{passage.text_of(link.length)} {link.word} {second}"
    try:
        (constraint,) = parse_constraint(
            line, events=(first, second), conventions=conventions, source=source.id, quote=quote
        )
    except TimelineError:
        return plain
    return constraint


def ids_of(statements: Sequence[Statement]) -> dict[Statement, str]:
    """Return an id for each statement, numbered where several would have the same one."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    ids: dict[Statement, str] = {}
    for statement in statements:
        slug = statement.slug
        name = slug
        while name in taken:
            counts[slug] = counts.get(slug, 1) + 1
            name = f"{slug}-{counts[slug]}"
        taken.add(name)
        ids[statement] = name
    return ids
