"""Every world of up to three events on a few days, by trying all of them: which are allowed, and how far each end can lie.

An end of an event can lie on the first or the last microseconds of a day; there are as many of them as there are ends, so
that whatever strict order the statements ask for has room, and the bounds are those of all microseconds. What is said
is asked of `timeline_oracle`, of each event and of each pair of ends.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from tests.oracles.timeline_oracle import apart, reading_holds, said_in
from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, Point
from timeline.model.timeline import Timeline
from timeline.times import Instant, Interval, Relation
from timeline.times.distance import Distance

DAY = 86_400_000_000
NEAR = 6
"""How many microseconds from midnight an end can lie: as many as three events have ends."""

FEW = 5
"""On more days than this there is room without so many places in each."""

Span = tuple[int, int]
Ends = tuple[int, int, int, int]
SIGNS = ((0, 0), (0, 1), (1, 0), (1, 1))


def places(days: Sequence[int]) -> list[int]:
    """Return where an end can lie on some days, the midnight after the last included."""
    near = NEAR if len(days) <= FEW else 2
    found = {day * DAY + away for day in days for away in range(near)}
    found |= {(day + 1) * DAY - away for day in days for away in range(near)}
    return sorted(found)


class Worlds:
    """All ways in which the events of a timeline can lie on their days, each on its own."""

    def __init__(self, story: Timeline, days: Mapping[str, Sequence[int]]) -> None:
        self.story = story
        self.names = [event.id for event in story.events]
        self.spans = {name: self._spans(name, days[name]) for name in self.names}
        self.pairs = {
            (one, two): self._allowed(one, two) for one, two in itertools.combinations(self.names, 2)
        }

    def _spans(self, name: str, days: Sequence[int]) -> list[Span]:
        """Return the spans of an event of which all that is said of it alone holds."""
        spans = list(itertools.combinations(places(days), 2))
        for event, claim in (part for part in said_in(self.story) if isinstance(part, tuple)):
            if event == name:
                zone = self.story.zone_of(claim.source)
                readings = self.story.readings(claim)
                spans = [
                    span
                    for span in spans
                    if any(reading_holds(reading, claim.aspect, interval(span), zone) for reading in readings)
                ]
        return spans

    def _allowed(self, one: str, two: str) -> list[int]:
        """Return for each span of an event, as bits, the spans of another that all constraints between them allow."""
        rules = [rule for rule in self.story.constraints if set(rule.events) == {one, two}]
        rows = [(1 << len(self.spans[two])) - 1] * len(self.spans[one])
        for rule in rules:
            told = self._rule_rows(rule, one, two)
            rows = [row & allowed for row, allowed in zip(rows, told, strict=True)]
        return rows

    def _rule_rows(self, rule: Constraint, one: str, two: str) -> list[int]:
        if isinstance(rule, AllenConstraint):
            relations = rule.relations
            if rule.first != one:
                relations = frozenset(relation.inverse for relation in relations)
            return self._allen_rows(relations, one, two)
        zone = self.story.zone_of(rule.source)
        if isinstance(rule, MetricConstraint):
            return self._metric_rows(rule.first, rule.second, rule.distance, zone, one, two)
        near = Distance(at_most=rule.at_most)
        ways = ((rule.first, rule.second), (rule.second, rule.first))
        rows = [
            self._metric_rows(Point(a, End.END), Point(b, End.START), near, zone, one, two) for a, b in ways
        ]
        return [left & right for left, right in zip(*rows, strict=True)]

    def _allen_rows(self, relations: frozenset[Relation], one: str, two: str) -> list[int]:
        """Return the rows of a set of relations, by the signs of the four differences of ends."""
        others = self.spans[two]
        masks: dict[tuple[int, int, int], int] = {}
        for other, place in itertools.product((0, 1), {place for span in self.spans[one] for place in span}):
            for sign in (-1, 0, 1):
                bits = [
                    i
                    for i, span in enumerate(others)
                    if (place > span[other]) - (place < span[other]) == sign
                ]
                masks[place, other, sign] = sum(1 << bit for bit in bits)
        rows = []
        for span in self.spans[one]:
            row = 0
            for relation in relations:
                ways = -1
                for (end, other), sign in zip(SIGNS, relation.signs, strict=True):
                    ways &= masks[span[end], other, sign]
                row |= ways
            rows.append(row)
        return rows

    def _metric_rows(
        self, first: Point, second: Point, distance: Distance, zone: str, one: str, two: str
    ) -> list[int]:
        """Return the rows of a distance between an end of one event and an end of the other, in either order."""
        mine, other = (first, second) if first.event == one else (second, first)
        holding: dict[int, int] = {}
        by_place: dict[int, int] = {}
        for bit, span in enumerate(self.spans[two]):
            place = span[other.end is End.END]
            by_place[place] = by_place.get(place, 0) | 1 << bit
        for place in {span[mine.end is End.END] for span in self.spans[one]}:
            holding[place] = 0
            for far, bits in by_place.items():
                lying = {mine.event: lie(mine.end, place), other.event: lie(other.end, far)}
                if apart(lying, first, second, distance, zone):
                    holding[place] |= bits
        return [holding[span[mine.end is End.END]] for span in self.spans[one]]

    def worlds(self) -> Iterator[tuple[int, int, int]]:
        """Yield each span of the first event and each of the second that go together, with those of the third as bits."""
        first, second, *rest = self.names
        for i, row in enumerate(self.pairs[first, second]):
            alone = self.pairs[first, rest[0]][i] if rest else 1
            for j in ones(row if alone else 0):
                third = alone & self.pairs[second, rest[0]][j] if rest else 1
                if third:
                    yield i, j, third

    def supported(self) -> dict[str, list[Span]]:
        """Return for each event the spans that it has in some world; no spans where there is no world."""
        found = [0] * 3
        for i, j, third in self.worlds():
            found[0] |= 1 << i
            found[1] |= 1 << j
            found[2] |= third
        return {
            name: [self.spans[name][bit] for bit in ones(bits)]
            for name, bits in zip(self.names, found, strict=False)
        }


def interval(span: Span) -> Interval:
    return Interval(Instant(span[0]), Instant(span[1]))


def lie(end: End, place: int) -> Interval:
    """Return an interval of which one end is known, and the other is not asked for."""
    return interval((place, place + 1) if end is End.START else (place - 1, place))


def ones(row: int) -> list[int]:
    """Return the places of the bits that are set."""
    return [place for place, bit in enumerate(reversed(f"{row:b}")) if bit == "1"]


def corners(spans: Sequence[Span]) -> Ends:
    """Return the earliest and latest start, and the earliest and latest end, of some spans."""
    starts, finishes = [span[0] for span in spans], [span[1] for span in spans]
    return min(starts), max(starts), min(finishes), max(finishes)


def has_world(story: Timeline, days: Mapping[str, Sequence[int]]) -> bool:
    """Return whether there is a world in which all that is said holds."""
    return next(Worlds(story, days).worlds(), None) is not None
