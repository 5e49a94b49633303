"""Business days and turns of calendar units told by the days they lead to: which is the how-manieth, and how many are asked for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from timeline.constraints import End, MetricConstraint, NearnessConstraint, Point
from timeline.model.report import Chain, Step
from timeline.model.statements import Statement, StatementKind
from timeline.render.lengths import nth
from timeline.render.wording import LISTED, joined
from timeline.times import BusinessDays, Duration, Turns
from timeline.times.calendar import CivilDate, date_from_day_number
from timeline.times.distance import Distance
from timeline.times.worked import worked_days
from timeline.times.zones import day_at

__all__ = ["chain_counts", "step_count"]

WEEKEND = 6


def chain_counts(chain: Chain) -> tuple[str, ...]:
    """Return the counting behind a chain that leads to an impossibility, a line for each statement that counts.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.ordering import parse_constraint
    >>> story = Timeline().add(Event("a").said("2025-12-12"), Event("b").said("2025-12-17"))
    >>> story = story.add(*parse_constraint("b at least five business days after a", events=("a", "b")))
    >>> print(*chain_counts(story.check().conflicts[0].chains[0]))
    2025-12-17 is the 3rd business day after 2025-12-12; at least 5 are needed
    """
    *steps, last = chain.steps
    if len(steps) > 2 and steps[-1].statement.kind is StatementKind.AXIOM and last.value is not None:
        steps.pop()  # what starts so late ends no earlier
        last = attrs.evolve(last, point=steps[-1].point, value=last.value + Duration(1))
    found = list(_counts(steps))
    if len(steps) > 1 and last.point == steps[-1].point:
        ends = _dated(steps[-2], attrs.evolve(last, statement=steps[-1].statement))
        count = ends and _count(steps[-1].statement, ends, last.point)
        if count:
            found = [told for told in found[:-1] if told != count[0]]
            found.append(f"{count[0]}; {count[1]}")
    return tuple(found)


def step_count(before: Step | None, step: Step, *, early: bool = False) -> str | None:
    """Return the counting that leads from one step of a proof to the next, where it counts business days or turns.

    The proof of an early bound goes from earliest time to earliest time, which lower limits put later.
    """
    ends = _dated(before, step) if before is not None else None
    count = ends and _count(step.statement, ends, step.point, early=early)
    return count[0] if count else None


def _counts(steps: Sequence[Step]) -> Iterator[str]:
    for before, step in itertools.pairwise(steps):
        told = step_count(before, step)
        if told is not None:
            yield told


def _dated(before: Step, step: Step) -> Mapping[Point, int] | None:
    """Return the days of two points in the zone of the statement that leads from one to the other."""
    found = {}
    for each in (before, step):
        if each.value is None:
            return None
        back = int(each.point.end is End.END)
        found[each.point] = day_at(each.value.microseconds - back, step.statement.zone)
    return found


def _count(
    statement: Statement, days: Mapping[Point, int], bounded: Point, *, early: bool = False
) -> tuple[str, str] | None:
    """Return how many lie between two points, and how many a statement asks for, where it is counted like this."""
    about = statement.about
    if isinstance(about, NearnessConstraint):
        ends = (Point(about.first, End.END), Point(about.second, End.START))
        if not set(ends) <= days.keys():
            ends = (Point(about.second, End.END), Point(about.first, End.START))
        distance = Distance(at_most=about.at_most)
    elif isinstance(about, MetricConstraint):
        ends, distance = (about.first, about.second), about.distance
    else:
        return None
    if not set(ends) <= days.keys():
        return None
    return _told(distance, days[ends[0]], days[ends[1]], upper=(bounded == ends[1]) is not early)


def _told(distance: Distance, first: int, second: int, *, upper: bool) -> tuple[str, str] | None:
    amount = distance.high if upper else distance.low
    strict = (distance.less_than if upper else distance.more_than) is not None
    if isinstance(amount, Turns):
        return _turned(amount, first, second), _limit("turn", amount.count, strict=strict, upper=upper)
    if not isinstance(amount, BusinessDays):
        return None
    back = amount.count < 0
    limit = _limit("", abs(amount.count), strict=strict, upper=upper != back)
    return _worked(amount, first, second, back=back), limit


def _limit(what: str, count: int, *, strict: bool, upper: bool) -> str:
    """Return what a limit asks for: "at most 3 are allowed", "more than 1 turn is needed"."""
    words = ("less than", "at most") if upper else ("more than", "at least")
    unit = f" {what}{'' if count == 1 else 's'}" if what else ""
    verb = "is" if count == 1 else "are"
    return f"{words[0] if strict else words[1]} {count}{unit} {verb} {'allowed' if upper else 'needed'}"


def _turned(amount: Turns, first: int, second: int) -> str:
    """Return how often a unit turns from one day to another."""
    unit = amount.unit.name.lower()
    one, two = date_from_day_number(first), date_from_day_number(second)
    count = amount.index(second) - amount.index(first)
    times = {0: "does not turn", 1: "turns once", 2: "turns twice"}.get(
        abs(count), f"turns {abs(count)} times"
    )
    return f"the {unit} {times} {'back ' if count < 0 else ''}from {one} to {two}"


def _worked(amount: BusinessDays, first: int, second: int, *, back: bool) -> str:
    """Return which business day one day is after another, or before it where it is counted back."""
    one, two = date_from_day_number(first), date_from_day_number(second)
    if first == second or (second > first) == back:
        side = "the same day as" if first == second else "after" if back else "before"
        return f"{two} is {side} {one}"
    count = abs(BusinessDays.between(one, two, amount.calendar).count)
    name = amount.day_name
    side = "before" if back else "after"
    off, note = _left_out(amount.calendar, *sorted((first, second)))
    if _is_worked(amount.calendar, second):
        told = f"{two} is the {nth(count)} {name} {side} {one}"
    else:
        told = f"{two}, no {name}, comes {'beyond' if count else 'with'} {count} of them {side} {one}"
    return f"{told}{off}{note}"


def _left_out(calendar: str | None, first: int, last: int) -> tuple[str, str]:
    """Return the weekdays between two days that a calendar leaves out, and whether it knows these days at all."""
    if worked_days(calendar).years is None:
        return "", ""
    off = [
        date
        for date in map(date_from_day_number, range(first + 1, last))
        if date.weekday < WEEKEND and not _is_worked(calendar, date.number)
    ]
    worked = worked_days(calendar)
    years = worked.years
    note = (
        ""
        if worked.knows(first) and worked.knows(last)
        else f", known from {years[0]} to {years[1]}"
        if years
        else ""
    )
    return (f", not counting {joined(_few(off), 'and')}" if off else ""), note


def _few(dates: Sequence[CivilDate]) -> list[str]:
    told = list(map(str, dates[:LISTED]))
    return told if len(dates) <= LISTED else [*told, f"{len(dates) - LISTED} more"]


def _is_worked(calendar: str | None, day: int) -> bool:
    worked = worked_days(calendar)
    return worked.passed(day) > worked.passed(day - 1)
