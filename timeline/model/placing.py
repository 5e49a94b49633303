"""The order of a timeline's parts, which no file decides, and how one more finds its place."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from timeline.constraints import Constraint, MetricConstraint
from timeline.errors import RangeError
from timeline.events import Event
from timeline.sources import Source

__all__ = ["events_by_id", "in_order", "place_of", "sources_by_id"]

Named = TypeVar("Named", Source, Event)
ID = attrgetter("id")


def sources_by_id(values: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources in the order of their ids; none occurs twice."""
    return _by_id("sources", values)


def events_by_id(values: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their ids; none occurs twice."""
    return _by_id("events", values)


def _by_id(what: str, values: Iterable[Named]) -> tuple[Named, ...]:
    ordered = tuple(sorted(values, key=ID))
    for one, two in itertools.pairwise(map(ID, ordered)):
        if one == two:
            raise RangeError(
                f"two {what} have the id {one!r}", hint="ids are unique; `merge` joins timelines"
            )
    return ordered


def in_order(values: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Drop what is said twice by the same source, and put the rest in an order that no file decides."""
    given = list(values)
    texts = _texts(given)
    order = sorted(range(len(given)), key=texts.__getitem__)
    return tuple(_each_once([given[place] for place in order], [texts[place] for place in order]))


def _each_once(values: list[Constraint], texts: list[str]) -> list[Constraint]:
    """Return values in the order of what they say, without those that are there twice; what sounds alike is few."""
    found: list[Constraint] = []
    done = 0
    for first in [place for place, (one, two) in enumerate(itertools.pairwise(texts)) if one == two]:
        if first >= done:
            end = bisect_right(texts, texts[first], lo=first)
            found += values[done:first] + sorted(dict.fromkeys(values[first:end]), key=place_of)
            done = end
    return found + values[done:]


def _texts(values: list[Constraint]) -> list[str]:
    """Return constraints in words; a distance that many share, as in a file that was read, is put into words once."""
    words: dict[int, str] = {}
    found = []
    for value in values:
        if isinstance(value, MetricConstraint) and not value.says:
            distance = value.distance
            if id(distance) not in words:
                words[id(distance)] = distance.placing()
            found.append(value.told(words[id(distance)]))
        else:
            found.append(str(value))
    return found


def place_of(value: Constraint) -> tuple[str, ...]:
    """Return by what constraints are ordered: their words, then who says them, and where."""
    return str(value), value.source or "", value.page or "", value.quote or ""
