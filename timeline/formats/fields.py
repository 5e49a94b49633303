"""What each key of the canonical JSON may hold: for every object a table of keys and checks.

A check returns the value that the constructor takes, or raises what is wrong with it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from timeline.constraints import End
from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.events import Aspect, Status
from timeline.expressions.dating import anchors_of
from timeline.frozen import check_id
from timeline.frozen import text as checked_text
from timeline.naming import did_you_mean
from timeline.sources import Reliability
from timeline.times import Relation
from timeline.times.distance import Amount, parse_amount
from timeline.times.zones import check_zone

__all__ = [
    "CLAIM",
    "CONSTRAINTS",
    "EVENT",
    "LIMITS",
    "POINT",
    "SOURCE",
    "TOP",
    "Check",
    "Each",
    "Fields",
    "amount",
    "check_list",
    "check_text",
    "named",
    "read_amount",
    "spoken",
]

Check = Callable[[Any], Any]
Member = TypeVar("Member")

JSON_NAMES: tuple[tuple[type, str], ...] = (
    (dict, "an object"),
    (list, "an array"),
    (str, "text"),
    (bool, "true or false"),
    (int, "a number"),
)


class Each(NamedTuple):
    """An array, with the check of its items."""

    check: Check


def named(value: object) -> str:
    """Return what JSON calls a value, for messages.

    >>> named({}), named(None)
    ('an object', 'null')
    """
    return next((name for kind, name in JSON_NAMES if isinstance(value, kind)), "null")


def check_text(value: Any) -> str:
    """Return a text as it is.

    >>> check_text("a")
    'a'
    """
    if type(value) is not str:
        raise WrongTypeError(f"text is wanted here, not {named(value)}")
    return checked_text(value, "this")


def spoken(value: Any) -> str:
    """Return words that say something.

    >>> spoken("early August")
    'early August'
    """
    words = check_text(value)
    if not words or words.isspace():
        raise RangeError("nothing is said here", hint="give the words of the source")
    return words


def _id(value: Any) -> str:
    return check_id(check_text(value))


def _reference(value: Any) -> str:
    """Only an id that exists is a reference, so whether it could be one needs no check."""
    if type(value) is not str:
        raise WrongTypeError(f"an id is wanted here, not {named(value)}")
    return value


def _date(value: Any) -> str:
    anchors_of(check_text(value))
    return str(value)


def _zone(value: Any) -> str:
    return check_zone(check_text(value))


def check_list(value: Any) -> list[Any]:
    """Return an array as it is.

    >>> check_list(["a"])
    ['a']
    """
    if type(value) is not list:
        raise WrongTypeError(f"an array is wanted here, not {named(value)}")
    return value


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WrongTypeError(f"an object is wanted here, not {named(value)}")
    return value


def _anything(value: Any) -> Any:
    return value


_amount_of = functools.lru_cache(maxsize=4_096)(parse_amount)


def amount(text: str) -> Amount:
    """Read a length of time in ISO 8601: with a time part a duration, with a suffix business days or turns, else a period.

    >>> amount("P3M"), amount("-PT1H")
    (Period(months=3, days=0), Duration(microseconds=-3600000000))
    """
    return _amount_of(text)


def read_amount(value: Any) -> Amount:
    """Read the text of an amount, whatever stands in its place.

    >>> read_amount("P3M")
    Period(months=3, days=0)
    """
    return amount(check_text(value))


def _one_of(members: Mapping[str, Member], hint: str | None = None) -> Callable[[Any], Member]:
    def check(value: Any) -> Member:
        if type(value) is str and value in members:
            return members[value]
        offered = hint or did_you_mean(check_text(value), members)
        raise RangeError(f"{shorten(value)} is none of {', '.join(members)}", hint=offered)

    return check


Fields = dict[str, Check | Each]

RELIABILITY_HINT = f"from A ({Reliability.A.value}) to E ({Reliability.E.value}); F: {Reliability.F.value}"
STATUS = _one_of({status.value: status for status in Status})

TOP: Fields = {
    "timeline": _anything,
    "title": check_text,
    "zone": _zone,
    "note": check_text,
    "conventions": _object,
    "sources": check_list,
    "events": check_list,
    "constraints": check_list,
    "report": _anything,
}
SOURCE: Fields = {
    "id": _id,
    "title": check_text,
    "publisher": check_text,
    "url": check_text,
    "published": _date,
    "zone": _zone,
    "reliability": _one_of(dict(Reliability.__members__), RELIABILITY_HINT),
    "note": check_text,
}
EVENT: Fields = {
    "id": _id,
    "title": check_text,
    "kind": check_text,
    "status": STATUS,
    "participants": Each(check_text),
    "place": check_text,
    "tags": Each(check_text),
    "links": Each(check_text),
    "media": Each(check_text),
    "note": check_text,
    "other_titles": Each(check_text),
    "claims": check_list,
    "details": _object,
}
CLAIM: Fields = {
    "says": spoken,
    "source": _reference,
    "aspect": _one_of({aspect.value: aspect for aspect in Aspect}),
    "quote": check_text,
    "page": check_text,
    "status": STATUS,
    "reads": Each(check_text),
    "anchor": _date,
}
POINT: Fields = {"event": _reference, "end": _one_of({end.value: end for end in End})}
LIMITS = ("at_least", "more_than", "at_most", "less_than")
TAIL: Fields = {"type": check_text, "source": _reference, "quote": check_text, "page": check_text}
RELATIONS = _one_of({relation.value: relation for relation in Relation})
PAIR: Fields = {"first": _reference, "second": _reference} | TAIL
CONSTRAINTS: dict[str, tuple[Fields, tuple[str, ...]]] = {
    "allen": (PAIR | {"relations": Each(RELATIONS)}, ("first", "relations", "second")),
    "metric": (
        TAIL | {"from": _object, "to": _object, "says": check_text} | dict.fromkeys(LIMITS, read_amount),
        ("from", "to"),
    ),
    "near": (PAIR | {"at_most": read_amount, "says": check_text}, ("first", "second", "at_most")),
}
"""For each type of constraint its keys, and those that it must have."""
