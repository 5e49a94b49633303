"""What a passage tells: a statement for each verb, and what becomes of each of its times; a line of a chronicle is one statement."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.drafting.backgrounds import background
from timeline.drafting.clauses import Clause
from timeline.drafting.lexicon import (
    ANYBODY,
    COORDINATORS,
    DETERMINERS,
    HYPOTHETICALS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from timeline.drafting.nouns import during_at, event_noun, noun_before
from timeline.drafting.passages import LONGEST_JOINT, Passage, Span
from timeline.drafting.statements import Statement, Time, is_ahead
from timeline.drafting.times import OF_A_THING, Told, link_after, told, told_of_noun
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions

__all__ = ["statements_of"]

BEHIND_A_TIME = frozenset({":", "-", "\u2013", "\u2014", "|", "]", ")"})
NO_VERB = "no verb: a heading, a date line, or a list"
NOT_SO = "says what did not happen"
NOT_REAL = "says what might have happened, or was planned"
A_CONDITION = "a condition, not something that happened"
A_QUESTION = "a question"
ABLE = frozenset({"could", "cannot", "can", "ca"})
"""With "not" they say what went wrong: "customers could not pay"."""


def statements_of(
    passage: Passage, anchor: Anchor, conventions: Conventions
) -> tuple[list[Statement], list[Time]]:
    """Return the statements that a passage can make, one for each verb, and its times with what became of them."""
    statements = {
        number: Statement(passage, number, reason=_unfit(passage, number))
        for number, clause in enumerate(passage.clauses)
        if clause.verb is not None
    }
    if passage.times and (_is_logged(passage) or _has_no_verb(passage, statements)):
        line = _line(passage)
        if line is not None:
            return _chronicled(passage, line, anchor, conventions)
    more: list[Statement] = []
    times = [
        _time(passage, span, _holder(passage, span, statements), more, anchor, conventions)
        for span in passage.times
    ]
    return [*statements.values(), *more], times


def _chronicled(
    passage: Passage, line: Statement, anchor: Anchor, conventions: Conventions
) -> tuple[list[Statement], list[Time]]:
    """Return a line of a chronicle with its first time, and with what the others tell."""
    more: list[Statement] = []
    times = [_time(passage, span, line, more, anchor, conventions) for span in passage.times]
    return [line, *more], times


def _line(passage: Passage) -> Statement | None:
    """Return what a line of a chronicle says: a time, a sign, and what happened: "28 May 2020 - domain registered"."""
    first, after = passage.place(passage.times[0])
    signed = passage.key(after) in BEHIND_A_TIME
    apart = (first > 0 or _is_logged(passage)) and after < len(passage.words) and passage.is_word(after)
    apart = apart and (passage.words[after].capital or _is_logged(passage))
    if any(passage.is_word(index) for index in range(first)) or not (signed or apart):
        return None
    rest = after + 1 if signed else after
    words = sum(passage.is_word(index) for index in range(rest, len(passage.words)))
    return Statement(passage, None, (rest, len(passage.words))) if words > 1 else None


def _holder(passage: Passage, span: Span, statements: Mapping[int, Statement]) -> Statement | None:
    """Return the statement of the clause that a time stands in."""
    number = passage.clause_at(passage.place(span)[0])
    return statements.get(0 if number is None else number)


def _has_no_verb(passage: Passage, statements: Mapping[int, Statement]) -> bool:
    """Return whether no verb that was found can have the first time: "23 July: Austria delivers an ultimatum"."""
    first = _holder(passage, passage.times[0], statements)
    return first is None or all(each.reason for each in statements.values())


def _is_logged(passage: Passage) -> bool:
    """Return whether a line is that of a log: a time in brackets, or to the second, and then what happened."""
    first, _ = passage.place(passage.times[0])
    bracketed = first == 1 and passage.key(0) == "["
    return bracketed or (first == 0 and passage.text_of(_place(passage, passage.times[0])).count(":") > 1)


def _place(passage: Passage, time: Span) -> Span:
    return passage.mentions[time[0]].start, passage.mentions[time[1] - 1].end


def _unfit(passage: Passage, number: int) -> str:
    """Return why a clause says nothing that happened, or is to happen, if it does not."""
    clause: Clause | None = passage.clauses[number]
    if passage.key(len(passage.words) - 1) == "?" or passage.key(len(passage.words) - 2) == "?":
        return A_QUESTION
    verb = clause.verb if clause else None
    if verb is not None and verb.is_negated and passage.key(verb.first) not in ABLE:
        return NOT_SO
    if verb is not None and verb.is_unreal:
        return NOT_REAL
    if clause is not None and (clause.joint in HYPOTHETICALS or _is_anybody(passage, clause)):
        return A_CONDITION
    return ""


def _is_anybody(passage: Passage, clause: Clause) -> bool:
    return clause.subject is not None and passage.key(clause.subject[0]) in ANYBODY


def _time(
    passage: Passage,
    span: Span,
    holder: Statement | None,
    more: list[Statement],
    anchor: Anchor,
    conventions: Conventions,
) -> Time:
    """Return what becomes of a time: it tells something of the clause it stands in, of a noun, or of nothing."""
    place = _place(passage, span)
    link = link_after(passage, span)
    if link:
        passage.take(span)
        return Time(span, link=link, place=place)
    before = noun_before(passage, span)
    if before is not None:
        return _of_a_noun(passage, span, before, more, place, anchor, conventions)
    reason = background(passage, span)
    if reason == OF_A_THING and during_at(passage, span) is not None:
        reason = ""
    noun = event_noun(passage, span) if reason == OF_A_THING else None
    if noun is not None:
        first = passage.place(span)[1]
        first += passage.key(first) == "'s"
        words = (first, _noun_end(passage, noun))
        return _of_a_noun(passage, span, words, more, place, anchor, conventions)
    if holder is None:
        return Time(span, reason=reason or NO_VERB, place=place)
    if reason or holder.reason:
        return Time(span, reason=reason or holder.reason, place=place)
    tense = None if holder.is_timeless else holder.is_future
    found = told(passage, span, is_future=tense, anchor=anchor, conventions=conventions)
    if isinstance(found, str):
        return Time(span, reason=found, place=place)
    if holder.was_planned and not is_ahead(found.readings[0], anchor):
        return Time(span, reason=NOT_REAL, place=place)
    if holder.told and _is_listed(passage, holder.told[-1], found):
        holder = Statement(passage, holder.clause, holder.noun)
        more.append(holder)
    holder.told.append(found)
    passage.take(span)
    return Time(span, told=found, place=place)


def _is_listed(passage: Passage, before: Told, found: Told) -> bool:
    """Return whether a time is the next of a list: "in 1956 and 1957" says the same of each."""
    between = passage.text[before.end : found.start]
    return len(between) < LONGEST_JOINT and between.strip().lower() in {
        "and",
        ",",
        ", and",
        "and in",
        "and on",
        "and again",
        ", and again",
    }


def _of_a_noun(
    passage: Passage,
    span: Span,
    noun: Span,
    more: list[Statement],
    place: Span,
    anchor: Anchor,
    conventions: Conventions,
) -> Time:
    """Take down that something took place that a noun names with its time: "Friday's ceremony in the capital"."""
    found = told_of_noun(passage, span, anchor, conventions)
    if isinstance(found, str):
        return Time(span, reason=found, place=place)
    statement = Statement(passage, None, noun)
    statement.told.append(found)
    passage.take(span)
    more.append(statement)
    return Time(span, told=found, place=place)


def _noun_end(passage: Passage, noun: int) -> int:
    """Return where a noun ends, with what belongs to it: before the next verb, sign or joint."""
    end = noun + 1
    while end < len(passage.words) and passage.is_word(end) and not passage.timed[end]:
        if any(
            clause.first == end or (clause.verb and clause.verb.first == end) for clause in passage.clauses
        ):
            break
        end += 1
    while (
        end > noun + 1 and passage.key(end - 1) in PREPOSITIONS | COORDINATORS | DETERMINERS | SUBORDINATORS
    ):
        end -= 1
    return end
