"""The words that all sentences share: who says what, what a reading comes to, lists.

Events are named by their ids, which is what a reader can look up and ask `why` about. Nothing is escaped here: that is
for whoever shows it, since a terminal and a page need different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from timeline.constraints import PRECEDES, AllenConstraint, MetricConstraint, NearnessConstraint
from timeline.events import Aspect, Claim
from timeline.expressions.readings import Reading
from timeline.frozen import Record
from timeline.model.report import ClaimReport, ReadingReport, ReadingVerdict, Report
from timeline.model.statements import Statement
from timeline.render.dates import ZonedBounds, phrase_with_zone
from timeline.render.lengths import amount_words, distance_words

__all__ = [
    "LISTED",
    "Passage",
    "alternatives",
    "claim_report",
    "considered",
    "joined",
    "left",
    "quoted",
    "reading_phrase",
    "rule_words",
    "says",
    "says_when",
    "says_with_readings",
    "speaker",
]

LISTED = 3
"""How many readings, or combinations of them, are told one by one."""

ASPECT_WORDS = {
    Aspect.WHEN: "",
    Aspect.START: "it began ",
    Aspect.END: "it ended ",
    Aspect.DURATION: "it lasted ",
}


@attrs.frozen
class Passage(Record):
    """A sentence, and the lines that bear it out."""

    head: str
    lines: tuple[str, ...] = ()


def quoted(words: str) -> str:
    """Return the words of a source in quotation marks.

    >>> print(quoted("last June"), quoted("the regiment's return"))
    'last June' "the regiment's return"
    """
    return f'"{words}"' if "'" in words else f"'{words}'"


def speaker(statement: Statement) -> str:
    """Return who makes a statement; without a source it is the timeline itself.

    >>> from timeline.model.statements import StatementKind
    >>> speaker(Statement("axiom", StatementKind.AXIOM, says="every event starts before it ends"))
    'the timeline'
    """
    return statement.source or "the timeline"


def rule_words(statement: Statement) -> str:
    """Return what a constraint says, without its speaker.

    >>> from timeline.model.statements import StatementKind
    >>> rule = AllenConstraint("treaty", "combat", relations=PRECEDES)
    >>> rule_words(Statement("rule", StatementKind.CONSTRAINT, says=str(rule), about=rule))
    'treaty precedes combat'
    """
    about = statement.about
    if isinstance(about, AllenConstraint) and about.relations == PRECEDES:
        return f"{about.first} precedes {about.second}"
    if isinstance(about, MetricConstraint) and about.says is None:
        words = distance_words(about.distance.counted_back or about.distance)
        return about.told(about.distance.placing(None if about.distance.same_unit else words))
    if isinstance(about, NearnessConstraint) and about.says is None and not about.shares_unit:
        return f"{about.first} is within {amount_words(about.at_most)} of {about.second}"
    return statement.says


def says(statement: Statement) -> str:
    """Return a statement with its speaker, and where he says so; a rule of the timeline's own speaks for itself.

    >>> from timeline.model.statements import StatementKind
    >>> claim = Claim("last June", "yonhap")
    >>> says(Statement("c", StatementKind.CLAIM, says=claim.says, source="yonhap", event="treaty", about=claim))
    "yonhap says 'last June'"
    """
    about = statement.about
    if isinstance(about, Claim):
        return f"{_cited(statement)} says {ASPECT_WORDS[about.aspect]}{quoted(about.says)}"
    if statement.source is None and not _page(statement):
        return rule_words(statement)
    return f"{_cited(statement)} says {rule_words(statement)}"


def _page(statement: Statement) -> str:
    """Return where in its source a statement stands, as an addition to the name of the source."""
    page = None if statement.about is None else statement.about.page
    return f" ({page})" if page else ""


def _cited(statement: Statement) -> str:
    return f"{speaker(statement)}{_page(statement)}"


def says_when(statement: Statement) -> bool:
    """Return whether a statement is a claim of when something took place, began or ended.

    >>> from timeline.model.statements import StatementKind
    >>> says_when(Statement("c", StatementKind.CLAIM, says="2025", event="treaty", about=Claim("2025")))
    True
    """
    return isinstance(statement.about, Claim) and statement.about.aspect is not Aspect.DURATION


def says_with_readings(report: Report, statement: Statement) -> str:
    """Return a statement with its speaker and the dates that its words can mean, where they say more than the words."""
    claim = claim_report(report, statement)
    if claim is None:
        return says(statement)
    meant = alternatives(reading_phrase(reading.reading, statement.zone) for reading in considered(claim))
    return says(statement) if meant == statement.says else f"{says(statement)} ({meant})"


def claim_report(report: Report, statement: Statement) -> ClaimReport | None:
    """Return what became of a claim; None for a statement that is none."""
    if statement.event is None:
        return None
    return next((claim for claim in report[statement.event].claims if claim.statement == statement), None)


def considered(claim: ClaimReport) -> tuple[ReadingReport, ...]:
    """Return the readings of a claim that were weighed, excluded or not.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> len(considered(Timeline().add(Event("a").said("2025")).check()["a"].claims[0]))
    1
    """
    return tuple(reading for reading in claim.readings if reading.verdict is not ReadingVerdict.PASSED_OVER)


def left(claim: ClaimReport) -> tuple[ReadingReport, ...]:
    """Return the readings of a claim that can be, likeliest first.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> len(left(Timeline().add(Event("a").said("2025")).check()["a"].claims[0]))
    1
    """
    return tuple(reading for reading in considered(claim) if reading.verdict is not ReadingVerdict.EXCLUDED)


def reading_phrase(reading: Reading, zone: str) -> str:
    """Return what a reading comes to: when, or how long.

    >>> from timeline.expressions.resolve import resolve
    >>> [reading_phrase(reading, "UTC") for reading in resolve("last June", anchor="2025-12-13")]
    ['2025-06', '2024-06']
    """
    if reading.bounds.is_open and reading.distance is not None:
        return distance_words(reading.distance)
    return phrase_with_zone(ZonedBounds.in_zone(reading.bounds, zone))


def alternatives(phrases: Iterable[str]) -> str:
    """Return phrases of which one holds, the first few of them.

    >>> alternatives(["2025-06", "2024-06"]), alternatives("abcde")
    ('2025-06 or 2024-06', 'a, b or 3 more')
    """
    distinct = list(dict.fromkeys(phrases))
    if len(distinct) > LISTED:
        distinct = [*distinct[: LISTED - 1], f"{len(distinct) - LISTED + 1} more"]
    return joined(distinct, "or")


def joined(parts: Sequence[str], word: str) -> str:
    """Return parts of a sentence as a list, with a word before the last.

    >>> joined(["a", "b", "c"], "and")
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"
