"""Events and the claims made about them: what was said, by whom, kept as it was said."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Self

import attrs

from timeline.constraints import PRECEDES, AllenConstraint, End, MetricConstraint, Point
from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.dating import anchors_of
from timeline.frozen import (
    Details,
    Record,
    are_texts,
    check_id,
    is_optional_text,
    is_text,
    optional_id,
    several,
    text,
    texts,
)
from timeline.sources import Source
from timeline.times import Relation
from timeline.times.distance import Distance

__all__ = ["Aspect", "Claim", "Event", "Status"]


class Aspect(enum.Enum):
    """What a claim is about: when the event took place, when it started or ended, or how long it lasted."""

    WHEN = "when"
    START = "from"
    END = "to"
    DURATION = "lasts"


class Status(enum.Enum):
    """How firmly something is said."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    DISPUTED = "disputed"
    EXPECTED = "expected"


def _is_anchor(_claim: object, field: attrs.Attribute[str | None], value: str | None) -> None:
    if value is not None:
        anchors_of(text(value, field.name))


@attrs.frozen
class Claim(Record):
    """What one source says about one event, in its words.

    `source` is a source's id, None where the timeline's author says it. `reads` pins or lists the readings by hand,
    as expressions, the likeliest first. `anchor` is the date from which the words are read where it is not
    the source's own.

    >>> Claim("last June", source="yonhap").aspect
    <Aspect.WHEN: 'when'>
    """

    says: str = attrs.field(validator=is_text)
    source: str | None = attrs.field(default=None, converter=optional_id)
    aspect: Aspect = attrs.field(default=Aspect.WHEN, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    page: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    status: Status | None = attrs.field(default=None, kw_only=True)
    reads: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=are_texts, kw_only=True)
    anchor: str | None = attrs.field(default=None, validator=_is_anchor, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.says.strip():
            raise RangeError("a claim says something", hint="give the words of the source")
        if not isinstance(self.aspect, Aspect):
            raise WrongTypeError(f"an aspect is an Aspect, not {self.aspect!r}")
        if self.status is not None and not isinstance(self.status, Status):
            raise WrongTypeError(f"a status is a Status, not {self.status!r}")


def _claims(values: Iterable[Claim]) -> tuple[Claim, ...]:
    claims = several(values)
    if not all(isinstance(claim, Claim) for claim in claims):
        raise WrongTypeError("claims are values of Claim")
    return claims


def _details(value: Mapping[str, object]) -> Details:
    return value if isinstance(value, Details) else Details(value)


@attrs.frozen
class Event(Record):
    """Something that took place, or is expected to; subclass it to add fields of your own.

    An event takes at least one microsecond: see `Bounds`. The name of a subclass is its `kind` in files; a file's kind
    that no class is given for is kept, with its fields in `details`.

    >>> @attrs.frozen
    ... class Treaty(Event):
    ...     parties: tuple[str, ...] = ()
    >>> treaty = Treaty("treaty", "Mutual defence treaty signed", parties=("Russia", "North Korea"))
    >>> treaty.kind
    'Treaty'
    >>> treaty.said("last June", by="yonhap").claims
    (Claim(says='last June', source='yonhap', aspect=<Aspect.WHEN: 'when'>, quote=None, page=None, status=None, reads=(), anchor=None),)
    """

    id: str = attrs.field(converter=check_id)
    title: str = attrs.field(default="", validator=is_text)
    claims: tuple[Claim, ...] = attrs.field(default=(), converter=_claims, kw_only=True)
    kind: str = attrs.field(
        default=attrs.Factory(lambda event: type(event).__name__, takes_self=True),
        validator=is_text,
        kw_only=True,
    )
    status: Status | None = attrs.field(default=None, kw_only=True)
    participants: tuple[str, ...] = attrs.field(
        default=(), converter=texts, validator=are_texts, kw_only=True
    )
    place: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    tags: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=are_texts, kw_only=True)
    links: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=are_texts, kw_only=True)
    media: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=are_texts, kw_only=True)
    note: str | None = attrs.field(default=None, validator=is_optional_text, kw_only=True)
    other_titles: tuple[str, ...] = attrs.field(
        default=(), converter=texts, validator=are_texts, kw_only=True
    )
    details: Details = attrs.field(factory=Details, converter=_details, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self) is not Event and self.kind != type(self).__name__:
            raise RangeError(f"a {type(self).__name__} cannot be of kind {self.kind!r}")
        if self.status is not None and not isinstance(self.status, Status):
            raise WrongTypeError(f"a status is a Status, not {self.status!r}")

    def said(self, words: str, *, by: Source | str | None = None, aspect: Aspect = Aspect.WHEN) -> Self:
        """Return the event with one more claim; further fields of a claim go through `claiming`.

        >>> Event("ceremony").said("Friday", by="yonhap").claims[0].says
        'Friday'
        """
        return self.claiming(Claim(words, None if by is None else check_id(by), aspect=aspect))

    def lasted(self, words: str, *, by: Source | str | None = None) -> Self:
        """Return the event with a claim of how long it lasted.

        >>> Event("clearing").lasted("less than three months", by="yonhap").claims[0].aspect
        <Aspect.DURATION: 'lasts'>
        """
        return self.said(words, by=by, aspect=Aspect.DURATION)

    def claiming(self, *claims: Claim) -> Self:
        """Return the event with more claims.

        >>> len(Event("ceremony").claiming(Claim("Friday"), Claim("12 December")).claims)
        2
        """
        return attrs.evolve(self, claims=(*self.claims, *claims))

    def related(self, relations: Iterable[Relation], other: Event | str) -> AllenConstraint:
        """Return the constraint that one of a set of Allen's relations holds to another event.

        >>> print(Event("a").related({Relation.BEFORE, Relation.AFTER}, "b"))
        a before or after b
        """
        return AllenConstraint(self.id, check_id(other), relations=frozenset(relations))

    def precedes(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that this is over when the other starts: before or meets.

        >>> print(Event("a").precedes("b"))
        a before or meets b
        """
        return self.related(PRECEDES, other)

    def follows(
        self, other: Event | str, distance: Distance | None = None
    ) -> AllenConstraint | MetricConstraint:
        """Return the constraint that the other is over when this starts, a distance before if one is given.

        >>> from timeline.times import Period
        >>> print(Event("a").follows("b", Distance(at_least=Period.of(months=2))))
        the start of a is at least P2M after the end of b
        """
        if distance is None:
            return self.related({Relation.AFTER, Relation.MET_BY}, other)
        return MetricConstraint(Point(check_id(other), End.END), Point(self.id, End.START), distance=distance)

    def before(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that this is over, and some time passes, before the other starts."""
        return self.related({Relation.BEFORE}, other)

    def meets(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that the other starts just when this ends."""
        return self.related({Relation.MEETS}, other)

    def overlaps(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that the other starts during this and outlasts it."""
        return self.related({Relation.OVERLAPS}, other)

    def starts(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that both start together and this ends first."""
        return self.related({Relation.STARTS}, other)

    def during(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that this starts after the other starts and ends before it ends."""
        return self.related({Relation.DURING}, other)

    def finishes(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that both end together and this starts last."""
        return self.related({Relation.FINISHES}, other)

    def equals(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that both start together and end together."""
        return self.related({Relation.EQUALS}, other)

    def finished_by(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that both end together and this starts first."""
        return self.related({Relation.FINISHED_BY}, other)

    def contains(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that the other is `during` this."""
        return self.related({Relation.CONTAINS}, other)

    def started_by(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that both start together and this ends last."""
        return self.related({Relation.STARTED_BY}, other)

    def overlapped_by(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that the other `overlaps` this."""
        return self.related({Relation.OVERLAPPED_BY}, other)

    def met_by(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that this starts just when the other ends."""
        return self.related({Relation.MET_BY}, other)

    def after(self, other: Event | str) -> AllenConstraint:
        """Return the constraint that the other is over, and some time passes, before this starts."""
        return self.related({Relation.AFTER}, other)
