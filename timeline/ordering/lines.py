"""The small language in which people put events in order, read into constraints.

A line is a chain (``a < b < c``, also of ends: ``a.start < b.end``), one or more of Allen's relations (``a before or meets b``, ``a not during b``),
or a distance (``b at least a month after a``, ``the start of b two weeks after the end of a``, ``b within 3 days of
a``, ``b no later than ten business days after a``, ``b in the month after a``, ``b in the same year as a``). Lists share
what is said (``a and b before c``, ``a after b but before c``, ``a between b and c``). Ids are matched as whole words; everything else may be written in any case.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from typing import NamedTuple

import attrs

from timeline.constraints import (
    AllenConstraint,
    Constraint,
    End,
    MetricConstraint,
    NearnessConstraint,
    Point,
)
from timeline.errors import (
    DocumentError,
    NotUnderstoodError,
    ParseError,
    TimelineError,
    UnknownReferenceError,
    shorten,
)
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.frozen import check_id, text
from timeline.naming import did_you_mean
from timeline.ordering.lengths import Said, distance_said, is_iso, same_unit
from timeline.ordering.lists import Word, events_apart, is_joint, parts_at, simple_lines, with_signs, words_of
from timeline.ordering.words import (
    COPULAS,
    DEADLINES,
    DIRECTIONS,
    ENDS,
    FIRSTS,
    NAMES,
    NEARLY,
    SIGNS,
    VERBS,
)
from timeline.times import ALL_RELATIONS, BusinessDays, Duration, Relation
from timeline.times.distance import Distance

__all__ = ["UnknownEventError", "parse_constraint", "parse_point"]

NO_TIME = Duration(0)
CHAIN_HINT = "a chain is written as `a < b < c`"
HINT = "write it as `a < b`, `a during b`, `b two weeks after a` or `b within 3 days of a`"


class UnknownEventError(ParseError, UnknownReferenceError):
    """A line names an event that does not exist; `column` says where."""


class _End(NamedTuple):
    """An event as a line names it, with the end of it that is meant, where the line says so."""

    event: str
    end: End | None


def parse_constraint(
    text: str,
    *,
    events: Collection[str],
    conventions: Conventions = DEFAULT,
    source: str | None = None,
    quote: str | None = None,
    page: str | None = None,
    subject: str | None = None,
) -> tuple[Constraint, ...]:
    """Return the constraints that a line states between events, given by their ids.

    A chain gives one constraint for each two neighbours. "X a month after Y" runs from the end of Y to the start of X, "X a
    month before Y" from the end of X to the start of Y, unless the line names other ends; a distance without a
    lower limit ("within 14 days after") still says which comes first. With a `subject` the line goes on from it.

    >>> ids = ("clearing", "ceremony")
    >>> for constraint in parse_constraint("ceremony > clearing", events=ids): print(constraint)
    ceremony met by or after clearing
    >>> print(*parse_constraint("at least P1M after clearing", events=ids, subject="ceremony"))
    the start of ceremony is at least P1M after the end of clearing
    >>> parse_constraint("cermony < clearing", events=ids)
    Traceback (most recent call last):
    timeline.ordering.lines.UnknownEventError: column 1 of 'cermony < clearing': no event 'cermony'; did you mean 'ceremony'?
    """
    found = _Line(text, events, conventions).read(source, quote, subject)
    return found if page is None else tuple(attrs.evolve(constraint, page=page) for constraint in found)


def parse_point(text: str, *, events: Collection[str]) -> Point:
    """Read an end of an event, as `str` writes it.

    >>> parse_point("the end of clearing", events=("clearing",))
    Point(event='clearing', end=<End.END: 'end'>)
    """
    line = _Line(text, events, DEFAULT)
    named, count = line.front()
    if named.end is None or count < len(line.words):
        raise line.error("no end of an event", hint="write it as `the end of a`")
    line.raise_problems()
    return Point(named.event, named.end)


class _Apart(NamedTuple):
    """A distance with its direction (after, before or of), and the words it was read from."""

    direction: str
    distance: Distance
    says: str | None


class _Line:
    """A line with its words; unknown events are collected, so that all of them are told."""

    def __init__(self, line: str, events: Collection[str], conventions: Conventions) -> None:
        self.text = text(line, "an order")
        self.events = events
        self.conventions = conventions
        self.words = words_of(line)
        self.problems: list[ParseError] = []
        if not self.words:
            raise self.error("nothing is said here")

    def error(self, message: str, word: Word | None = None, hint: str | None = HINT) -> ParseError:
        """Return an error at a word, for the caller to raise."""
        return ParseError(message, text=self.text, column=1 + (word.start if word else 0), hint=hint)

    def raise_problems(self) -> None:
        """Raise what was collected, in the order of the columns."""
        problems = sorted(self.problems, key=lambda problem: problem.column)
        if problems:
            raise problems[0] if len(problems) == 1 else DocumentError(tuple(problems))

    def read(self, source: str | None, quote: str | None, subject: str | None) -> tuple[Constraint, ...]:
        """Return the constraints that the line states."""
        if subject is None:
            self.words = with_signs(self.words, self.events)
        signs = [word for word in self.words if word.text in SIGNS]
        if signs and subject is not None:
            raise self.error(f"{signs[0].text!r} cannot stand here", signs[0], "write the line under `order`")
        if signs:
            return tuple(self._chain(signs, source, quote))
        said = simple_lines(self.words, self.events, has_subject=subject is not None)
        found = [self._pair(words, source, quote, subject) for words in said]
        return tuple(dict.fromkeys(found))

    def _chain(self, signs: list[Word], source: str | None, quote: str | None) -> Iterator[Constraint]:
        """Yield what signs say of their neighbours, all of a list alike: ``a, b < c < the end of d``."""
        members = [self._members(part) for part in parts_at(self.words, SIGNS)]
        for place, part in enumerate(members):
            if not part:
                sign = signs[min(place, len(signs) - 1)]
                message = "nothing follows {}" if place == len(signs) else "{} cannot stand here"
                raise self.error(message.format(repr(sign.text)), sign, CHAIN_HINT)
        self.raise_problems()
        for firsts, sign, seconds in zip(members, signs, members[1:], strict=False):
            for first, second in itertools.product(firsts, seconds):
                yield _signed(first, sign.text, second, source, quote)

    def _members(self, part: list[Word]) -> list[_End]:
        """Return the events that stand between two signs, or ends of them."""
        found: list[_End] = []
        rest = events_apart(part, self.events)
        while rest:
            named, count = self._named(rest)
            found.append(named)
            rest = rest[count:]
            if rest and not is_joint(rest[0]):
                raise self.error(f"{rest[0].text!r} cannot stand here", rest[0], CHAIN_HINT)
            rest = rest[1:]
        return found

    def _named(self, words: list[Word]) -> tuple[_End, int]:
        """Read `a`, `the end of a` or `a.end` at the head of some words; returns it and the number of words."""
        named = self._end_of(words)
        if named is not None:
            return named
        event, _, end = words[0].text.rpartition(".")
        if words[0].text not in self.events and event in self.events and end in ENDS:
            return _End(event, ENDS[end]), 1
        return _End(self._event(words[0]), None), 1

    def _end_of(self, words: list[Word]) -> tuple[_End, int] | None:
        """Read `the end of a` at the head of some words."""
        skip = int(words[0].key == "the")
        named = words[skip : skip + 3]
        if len(named) < 3 or named[0].key not in ENDS or named[1].key != "of":
            return None
        return _End(self._event(named[2]), ENDS[named[0].key]), skip + 3

    def _pair(
        self, words: list[Word], source: str | None, quote: str | None, subject: str | None
    ) -> Constraint:
        self.words = words
        first, begin = self.front() if subject is None else (_End(check_id(subject), None), 0)
        second, end = self._back(begin)
        between = self._between(self.words[begin:end], ends=first.end is not None or second.end is not None)
        self.raise_problems()
        if not isinstance(between, _Apart):
            return AllenConstraint(first.event, second.event, relations=between, source=source, quote=quote)
        direction, distance, says = between
        if direction == "of" and distance.at_most is not None:
            return NearnessConstraint(
                first.event, second.event, at_most=distance.at_most, says=says, source=source, quote=quote
            )
        earlier, later = (second, first) if direction == "after" else (first, second)
        start, finish = (
            Point(earlier.event, earlier.end or End.END),
            Point(later.event, later.end or End.START),
        )
        if direction == "before" and _counts_back(distance):
            start, finish, distance = finish, start, -distance
        return MetricConstraint(start, finish, distance=distance, says=says, source=source, quote=quote)

    def front(self) -> tuple[_End, int]:
        """Read the event with which the line begins; returns it and the number of its words."""
        named = self._end_of(self.words)
        if named is not None:
            return named
        if len(self.words) < 4:
            return _End(self._event(self.words[0]), None), 1
        verb = VERBS.get(self.words[1].key)
        placed = self.words[2].key != "or" and any(word.key in DIRECTIONS for word in self.words[2:-1])
        named_only = _relations([word.key for word in self.words[1:-1]]) is not None
        if verb is not None and placed and not named_only:
            return _End(self._event(self.words[0]), verb), 2
        return _End(self._event(self.words[0]), None), 1

    def _back(self, begin: int) -> tuple[_End, int]:
        """Read the event with which the line ends; returns it and the index of its first word."""
        rest = self.words[begin:]
        if len(rest) < 2:
            raise self.error("two events and what holds between them are wanted", rest[0] if rest else None)
        index = len(self.words) - 1
        if rest[-1].key in VERBS and rest[-1].text not in self.events and len(rest) > 2:
            return _End(self._event(rest[-2]), VERBS[rest[-1].key]), index - 1
        if rest[-2].key != "of" or len(rest) < 4 or rest[-3].key not in ENDS:
            return _End(self._event(rest[-1]), None), index
        return _End(self._event(rest[-1]), ENDS[rest[-3].key]), index - (3 if rest[-4].key == "the" else 2)

    def _event(self, word: Word) -> str:
        """Return the event that a word names, or take down that there is none."""
        if word.text not in self.events:
            message, hint = f"no event {shorten(word.text)}", did_you_mean(word.text, self.events)
            self.problems.append(UnknownEventError(message, text=self.text, column=word.start + 1, hint=hint))
        return word.text

    def _between(self, words: list[Word], *, ends: bool) -> frozenset[Relation] | _Apart:
        """Read what stands between two events, of which ends are named or not; errors are taken down."""
        try:
            while words and words[0].key in COPULAS:
                words = words[1:]
            if not words:
                raise self.error("no relation is named here", self.words[-1])
            same = same_unit([word.key for word in words], self.conventions)
            if same is not None:
                exactly = Distance(at_least=same if ends else None, at_most=same)
                return _Apart("after" if ends else "of", exactly, None)
            relations = None if ends else _relations([word.key for word in words])
            return self._apart(words, ends=ends) if relations is None else relations
        except ParseError as error:
            self.problems.append(error)
            return ALL_RELATIONS

    def _apart(self, words: list[Word], *, ends: bool) -> _Apart:
        if len(words) > 1 and [word.key for word in words[-2:]] == ["prior", "to"]:
            words = words[:-1]
        *length, last = words
        direction = DIRECTIONS.get(last.key)
        if direction == "as" and not length:
            direction = "when"  # "a begins as b ends"
        if direction is None or direction == "as" or (last.key not in {direction, "as"} and not length):
            raise self.error("no relation and no distance that is known", words[0])
        said = self.text[words[0].start : last.start].rstrip()
        if direction == "of":
            return self._within(said, words[0], ends=ends)
        if direction == "when":
            return self._when(said, words[0], ends=ends)
        if not length or said.lower() in NEARLY:
            return _Apart(direction, Distance(more_than=NO_TIME), said or None)
        distance, is_deadline = self._distance(said, words[0], direction)
        if not is_deadline:
            distance = self._in_order(distance, words[0])
        elif direction == "before":
            distance = _other_side(distance)
        says = None if is_iso(said) and not is_deadline else said
        turned = direction == "before" and not _counts_back(distance)
        return _Apart(direction, distance, None if turned and _leads_back(said) else says)

    def _within(self, said: str, at: Word, *, ends: bool) -> _Apart:
        length = said[len("within") :].strip()
        if at.key != "within" or not length:
            raise self.error("only `within` goes with `of`", at)
        at_most = self._distance(said, at, "after").distance.at_most
        if at_most is None:
            raise self.error("this is no upper limit", at, "write it as `within 3 days of`")
        distance = Distance(at_least=-at_most, at_most=at_most) if ends else Distance(at_most=at_most)
        return _Apart("after" if ends else "of", distance, None if is_iso(said) or ends else length)

    def _when(self, said: str, at: Word, *, ends: bool) -> _Apart:
        if said or not ends:
            raise self.error("`when` stands between two ends", at, "write it as `a starts when b ends`")
        return _Apart("after", Distance(at_least=NO_TIME, at_most=NO_TIME), None)

    def _distance(self, said: str, at: Word, direction: str) -> Said:
        """Return the distance that words mean, with errors told where they stand in the line."""
        try:
            return distance_said(said, direction, self.conventions)
        except ParseError as error:
            column = at.start + min(error.column, len(said) + 1)
            raise NotUnderstoodError(error.message, text=self.text, column=column, hint=error.hint) from None
        except TimelineError as error:
            raise self.error(error.message, at, error.hint) from None

    def _in_order(self, distance: Distance, at: Word) -> Distance:
        """Keep the earlier point before the later one, where the words give no lower limit."""
        if distance.low is not None:
            return distance
        try:
            return Distance(at_least=NO_TIME, at_most=distance.at_most, less_than=distance.less_than)
        except TimelineError as error:
            raise self.error(error.message, at, error.hint) from None


def _signed(first: _End, sign: str, second: _End, source: str | None, quote: str | None) -> Constraint:
    """Return what a sign says of two events, or of two ends; an end is before another only if it is earlier."""
    if first.end is None and second.end is None:
        return AllenConstraint(first.event, second.event, relations=SIGNS[sign], source=source, quote=quote)
    earlier, later = (first, second) if sign == "<" else (second, first)
    start, finish = Point(earlier.event, earlier.end or End.END), Point(later.event, later.end or End.START)
    return MetricConstraint(start, finish, distance=Distance(more_than=NO_TIME), source=source, quote=quote)


def _relations(keys: list[str]) -> frozenset[Relation] | None:
    """Return the relations that words name, or None where they are no names of relations; `not` turns them round."""
    spoken = " ".join(keys).replace("-", " ").replace("_", " ")
    found: frozenset[Relation] = frozenset()
    for name in spoken.removeprefix("not ").split(" or "):
        if name not in NAMES:
            return None
        found |= NAMES[name]
    return (ALL_RELATIONS - found or None) if spoken.startswith("not ") else found


def _counts_back(distance: Distance) -> bool:
    """Return whether a distance before something is counted from there: business days are, since it makes a difference."""
    return any(isinstance(limit, BusinessDays) for limit in (distance.low, distance.high))


def _leads_back(said: str) -> bool:
    """Return whether words hold for `before` alone, so that they cannot be told from the other event."""
    spoken = said.lower()
    last = any(f" {word} " in f" {spoken} " for word in FIRSTS["before"])
    return last or spoken.startswith(tuple(DEADLINES))


def _other_side(distance: Distance) -> Distance:
    """Return a deadline as a distance: what is no later than a week before is at least a week before."""
    return Distance(at_least=distance.at_most, at_most=distance.at_least)
