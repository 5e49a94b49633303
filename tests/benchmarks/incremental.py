"""Small changes of a checked timeline: ``python -m tests.benchmarks.incremental [EVENTS ...]``, 10,000 and 100,000 by default.

Seven in ten events are dated, and each is over before some later one starts. Constraints, events and claims come and go, one after the
other; each time the timeline is checked and asked for the derived bounds of the event that the change is about. Beside that stands the same
timeline, built and checked from the beginning.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from statistics import median, quantiles
from time import process_time

import attrs

from timeline.constraints import End, Point
from timeline.events import Claim, Event
from timeline.model.timeline import Timeline
from timeline.times import CivilDate

CHANGES, A_DAY, DISTANCES, SEVERAL = 200, 10, 20, 300
"""So many changes of each kind are made; so many events fall on one day; so many distances are asked for; so many claims have two readings."""

Change = Callable[[], Timeline]


class Changes:
    """Chooses what comes and goes next: a change, and the event that it is about."""

    def __init__(self, story: Timeline, chance: random.Random) -> None:
        self.chance = chance
        self.count = len(story.events)
        self.constraints = list(story.constraints)
        chance.shuffle(self.constraints)
        self.new = [
            Event(f"new{number}").said(day(chance.randrange(self.count))) for number in range(CHANGES)
        ]
        self.old = list(self.new)
        numbers = chance.sample(range(1, self.count - 1000), 5 * CHANGES)
        self.dated = [number for number in numbers if story[name(number)].claims]
        self.undated = [number for number in numbers if not story[name(number)].claims]

    def constraint_comes(self, story: Timeline) -> tuple[Change, str]:
        one = self.chance.randrange(self.count - 1000)
        rule = Event(name(one)).precedes(name(one + self.chance.randrange(20, 1000)))
        return lambda: story.add(rule), rule.second

    def constraint_goes(self, story: Timeline) -> tuple[Change, str]:
        rule = self.constraints.pop()
        return lambda: story.remove(rule), rule.events[0]

    def event_comes(self, story: Timeline) -> tuple[Change, str]:
        event = self.new.pop()
        return lambda: story.add(event), event.id

    def event_goes(self, story: Timeline) -> tuple[Change, str]:
        event = self.old.pop()
        return lambda: story.remove(event), name(0)

    def claim_comes(self, story: Timeline) -> tuple[Change, str]:
        number = self.undated.pop()
        event = story[name(number)].said(day(number))
        return lambda: story.replace(event), event.id

    def claim_goes(self, story: Timeline) -> tuple[Change, str]:
        event = attrs.evolve(story[name(self.dated.pop())], claims=())
        return lambda: story.replace(event), event.id


def main(sizes: list[int]) -> None:
    for count in sizes:
        measure(written(count, random.Random(count)), random.Random(count))
    measure(written(sizes[-1], random.Random(sizes[-1]), several=SEVERAL), random.Random(sizes[-1]))


def measure(story: Timeline, chance: random.Random) -> None:
    began = process_time()
    several = sum(len(claim.reads) > 1 for event in story.events for claim in event.claims)
    story.check()
    print(
        f"{len(story.events):,} events, {len(story.constraints):,} constraints, {several} claims of two readings; "
        f"first check {process_time() - began:.2f} s"
    )
    changes, touched = Changes(story, chance), {name(0)}
    found: dict[str, list[float]] = {}
    for kind in (
        changes.constraint_comes,
        changes.constraint_goes,
        changes.event_comes,
        changes.claim_comes,
        changes.claim_goes,
        changes.event_goes,
    ):
        times = found[kind.__name__.replace("_", " ")] = []
        for _ in range(CHANGES):
            change, event = kind(story)
            began = process_time()
            story = change()
            story.check()[event].derived  # noqa: B018 - what is looked at is worked out
            times.append(process_time() - began)
            touched.add(event)
    whole = from_the_beginning(story, touched)
    print(f"  from the beginning {whole:.2f} s")
    for kind_name, times in found.items():
        typical, nine = median(times), quantiles(times, n=10)[-1]
        print(
            f"  a {kind_name:16} median {typical * 1e3:.2f} ms, nine in ten within {nine * 1e3:.2f} ms, "
            f"worst {max(times) * 1e3:.0f} ms; {whole / typical:,.0f} times as fast"
        )
    contradict(story)
    ask(story, chance)


def from_the_beginning(story: Timeline, touched: set[str]) -> float:
    """Build and check the same timeline, compare what it says of some events, and return how long it took."""
    events, constraints = story.events, story.constraints
    began = process_time()
    report = Timeline(events=events, constraints=constraints).check()
    taken = process_time() - began
    here = touched.intersection(event.id for event in events)
    assert all(report[event].derived == story.check()[event].derived for event in here)
    return taken


def contradict(story: Timeline) -> None:
    """Add one constraint that contradicts the rest."""
    one = next(event.id for event in story.events if event.claims)
    rule = Event(name(len(story.events) - 1)).precedes(one)
    began = process_time()
    worse = story.add(rule).check()
    print(
        f"  a contradiction    {process_time() - began:.2f} s, of {len(worse.conflicts[0].statements)} statements"
    )


def ask(story: Timeline, chance: random.Random) -> None:
    """Ask how far apart events are; the first question of a changed timeline examines it."""
    times = []
    for _ in range(DISTANCES):
        first, second = (name(chance.randrange(len(story.events))) for _ in range(2))
        began = process_time()
        story.distance(Point(first, End.END), Point(second, End.START))
        times.append(process_time() - began)
    print(f"  a distance         first {times[0]:.2f} s, then median {median(times[1:]) * 1e3:.0f} ms")


def name(number: int) -> str:
    return f"e{number:07}"


def day(number: int) -> str:
    return str(CivilDate(2000, 1, 1).plus(days=number // A_DAY))


def written(count: int, chance: random.Random, several: int = 0) -> Timeline:
    events, constraints = [], []
    for number in range(count):
        event = Event(name(number))
        events.append(event.said(day(number)) if chance.random() < 0.7 else event)
        later = number + chance.randrange(2 * A_DAY, 40 * A_DAY)
        if later < count:
            constraints.append(event.precedes(name(later)))
    dated = [number for number, event in enumerate(events) if event.claims]
    for number in chance.sample(dated, several):  # some time that day, or at noon
        reads = (day(number), f"{day(number)}T12:00:00Z")
        events[number] = Event(name(number)).claiming(Claim("about then", reads=reads))
    return Timeline(events=events, constraints=constraints)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
