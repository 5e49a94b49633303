"""Whether what is said holds of what happened, by the definitions; and every history of a small axis.

Nothing here asks the solver, the parts of constraints or the calendar steps.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

import attrs

from tests.oracles import business_oracle as business
from tests.oracles import calendar_oracle as calendar
from timeline.constraints import AllenConstraint, Constraint, End, MetricConstraint, Point
from timeline.events import Aspect, Claim
from timeline.expressions.readings import Reading
from timeline.model.report import Report
from timeline.model.statements import Statement
from timeline.model.timeline import Timeline
from timeline.times import (
    Bounds,
    BusinessDays,
    CivilDate,
    Duration,
    Instant,
    Interval,
    Period,
    Relation,
    Turns,
)
from timeline.times.counting import Counted
from timeline.times.distance import Amount, Distance

History = Mapping[str, Interval]
Said = tuple[str, Claim] | Constraint
"""A statement: a claim with the id of its event, or a constraint."""


def said_in(timeline: Timeline) -> list[Said]:
    claims: list[Said] = [(event.id, claim) for event in timeline.events for claim in event.claims]
    return claims + list(timeline.constraints)


def said_by(statement: Statement) -> Said:
    if isinstance(statement.about, Claim):
        assert statement.event is not None
        return statement.event, statement.about
    assert statement.about is not None
    return statement.about


def saying(timeline: Timeline, kept: Iterable[Said]) -> Timeline:
    """Return a timeline of the same events and sources that says only so much."""
    parts = list(kept)
    events = [
        attrs.evolve(
            event, claims=[part[1] for part in parts if isinstance(part, tuple) and part[0] == event.id]
        )
        for event in timeline.events
    ]
    rules = [part for part in parts if not isinstance(part, tuple)]
    return attrs.evolve(timeline, events=events, constraints=rules)


def without(timeline: Timeline, dropped: Iterable[Said]) -> Timeline:
    """Return the timeline without some of what it says; what is said twice is dropped once."""
    kept = said_in(timeline)
    for part in dropped:
        kept.remove(part)
    return saying(timeline, kept)


def only(timeline: Timeline, statements: Iterable[Statement]) -> Timeline:
    return saying(timeline, [said_by(statement) for statement in statements])


def start_of(interval: Interval) -> int:
    assert interval.start is not None
    return interval.start.microseconds


def end_of(interval: Interval) -> int:
    assert interval.end is not None
    return interval.end.microseconds


def at(history: History, point: Point) -> int:
    interval = history[point.event]
    return start_of(interval) if point.end is End.START else end_of(interval)


def date_at(microseconds: int, zone: str) -> CivilDate:
    return Instant(microseconds).civil(zone).date


def date_of(history: History, point: Point, zone: str) -> CivilDate:
    """The day of a point; an end belongs to the last day of the event, since the instant of it does not."""
    return date_at(at(history, point) - (point.end is End.END), zone)


def later(date: CivilDate, amount: Counted) -> tuple[int, int]:
    """Return the numbers of the first and the last day that come an amount after a date: month by month and day by day."""
    if isinstance(amount, BusinessDays):
        return (business.walk(number(date), amount.count, amount.calendar),) * 2
    if isinstance(amount, Turns):
        return business.turn(number(date), amount.count, amount.unit.name.lower(), amount.week_start)
    return (_months_later(date, amount),) * 2


def number(date: CivilDate) -> int:
    return calendar.stdlib_number((date.year, date.month, date.day))


def _months_later(date: CivilDate, period: Period) -> int:
    year, month = calendar.walk_months(date.year, date.month, period.months)
    day = min(date.day, calendar.month_length(year, month))
    return calendar.stdlib_number((year, month, day)) + period.days


def no_nearer(first: CivilDate, second: CivilDate, exact: int, amount: Amount, more: int) -> bool:
    if isinstance(amount, Duration):
        return exact >= amount.microseconds + more
    reached = later(first, amount)
    return number(second) > reached[1] if more else number(second) >= reached[0]


def no_further(first: CivilDate, second: CivilDate, exact: int, amount: Amount, less: int) -> bool:
    if isinstance(amount, Duration):
        return exact <= amount.microseconds - less
    reached = later(first, amount)
    return number(second) < reached[0] if less else number(second) <= reached[1]


def apart(history: History, first: Point, second: Point, distance: Distance, zone: str) -> bool:
    days = date_of(history, first, zone), date_of(history, second, zone)
    exact = at(history, second) - at(history, first)
    enough = distance.low is None or no_nearer(*days, exact, distance.low, distance.more_than is not None)
    return enough and (
        distance.high is None or no_further(*days, exact, distance.high, distance.less_than is not None)
    )


def worked_of(days: range, amount: BusinessDays) -> int:
    return sum(business.is_worked(day, amount.calendar) for day in days)


def lasting(interval: Interval, distance: Distance, zone: str) -> bool:
    start, end = start_of(interval), end_of(interval)
    low, high = distance.low, distance.high
    if isinstance(low, BusinessDays):
        days = range(number(date_at(start, zone)), number(date_at(end, zone)))
        if worked_of(days, low) < low.count + (distance.more_than is not None):
            return False
        low = None
    if isinstance(high, BusinessDays):
        days = range(number(date_at(start - 1, zone)) + 1, number(date_at(end - 1, zone)) + 1)
        if worked_of(days, high) > high.count - (distance.less_than is not None):
            return False
        high = None
    inner = date_at(start, zone), date_at(end, zone)
    outer = date_at(start - 1, zone), date_at(end - 1, zone)
    enough = low is None or no_nearer(*inner, end - start, low, distance.more_than is not None)
    return enough and (high is None or no_further(*outer, end - start, high, distance.less_than is not None))


def signs(one: Interval, two: Interval) -> tuple[int, ...]:
    ends = [(start_of(interval), end_of(interval)) for interval in (one, two)]
    return tuple((left > right) - (left < right) for left in ends[0] for right in ends[1])


def relation_of(one: Interval, two: Interval) -> Relation:
    """Find the one relation whose signs are those of the ends."""
    (found,) = [relation for relation in Relation if relation.signs == signs(one, two)]
    return found


def constraint_holds(constraint: Constraint, history: History, zone: str) -> bool:
    if isinstance(constraint, AllenConstraint):
        relation = relation_of(history[constraint.first], history[constraint.second])
        return relation in constraint.relations
    if isinstance(constraint, MetricConstraint):
        return apart(history, constraint.first, constraint.second, constraint.distance, zone)
    near = Distance(at_most=constraint.at_most)
    pairs = ((constraint.first, constraint.second), (constraint.second, constraint.first))
    return all(apart(history, Point(one, End.END), Point(two, End.START), near, zone) for one, two in pairs)


def inside(value: int, low: Instant | None, high: Instant | None) -> bool:
    return (low is None or low.microseconds <= value) and (high is None or value <= high.microseconds)


def bounds_hold(bounds: Bounds, interval: Interval) -> bool:
    starts = inside(start_of(interval), bounds.earliest_start, bounds.latest_start)
    return starts and inside(end_of(interval), bounds.earliest_end, bounds.latest_end)


def reading_holds(reading: Reading, aspect: Aspect, interval: Interval, zone: str) -> bool:
    bounds = reading.bounds
    if aspect is Aspect.START:
        return inside(start_of(interval), bounds.earliest_start, bounds.latest_start)
    if aspect is Aspect.END:
        return inside(end_of(interval), bounds.earliest_end, bounds.latest_end)
    lasted = reading.distance is None or lasting(interval, reading.distance, zone)
    return lasted and (aspect is Aspect.DURATION or bounds_hold(bounds, interval))


def holds(part: Said, timeline: Timeline, history: History) -> bool:
    """Say whether a statement of a timeline is true of a history."""
    if not isinstance(part, tuple):
        return constraint_holds(part, history, timeline.zone_of(part.source))
    event, claim = part
    zone = timeline.zone_of(claim.source)
    return any(
        reading_holds(reading, claim.aspect, history[event], zone) for reading in timeline.readings(claim)
    )


def all_holds(timeline: Timeline, history: History) -> bool:
    return all(holds(part, timeline, history) for part in said_in(timeline))


def small_histories(timeline: Timeline, ticks: int) -> Iterator[dict[str, Interval]]:
    """Every history of the events of a timeline whose ends fall on the first microseconds of 1970."""
    spans = [Interval(Instant(a), Instant(b)) for a, b in calendar.ordered_pairs(0, ticks)]
    names = [event.id for event in timeline.events]
    for chosen in itertools.product(spans, repeat=len(names)):
        yield dict(zip(names, chosen, strict=True))


def covers(report: Report, history: History) -> bool:
    return all(bounds_hold(event.derived, history[event.event.id]) for event in report.events)
