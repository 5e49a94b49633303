"""One constraint more on a checked timeline: ``python -m tests.benchmarks.incremental [EVENTS ...]``, 10,000 and 100,000 by default.

Seven in ten events are dated, and each is over before some later one starts. Beside the additions stands the same timeline, built and
checked from the beginning; both are asked for the derived bounds of one event.
"""

from __future__ import annotations

import random
import sys
from statistics import median
from time import process_time

from timeline.events import Event
from timeline.model.timeline import Timeline
from timeline.times import CivilDate

ADDITIONS, A_DAY = 100, 10
"""So many constraints are added, one after the other; so many events fall on one day."""


def main(sizes: list[int]) -> None:
    for count in sizes:
        chance = random.Random(count)
        story = written(count, chance)
        began = process_time()
        story.check()
        print(
            f"{count:,} events, {len(story.constraints):,} constraints; first check {process_time() - began:.2f} s"
        )
        times = []
        for _ in range(ADDITIONS):
            one = chance.randrange(count - 1000)
            constraint = Event(name(one)).precedes(name(one + chance.randrange(20, 1000)))
            began = process_time()
            story = story.add(constraint)
            derived = story.check()[constraint.second].derived
            times.append(process_time() - began)
        began = process_time()
        again = Timeline(events=story.events, constraints=story.constraints)
        assert again.check()[constraint.second].derived == derived
        whole = process_time() - began
        typical = median(times)
        print(
            f"  from the beginning {whole:.2f} s; one more: median {typical * 1e3:.2f} ms, worst {max(times) * 1e3:.0f} ms; "
            f"{whole / typical:,.0f} times as fast"
        )


def name(number: int) -> str:
    return f"e{number:07}"


def written(count: int, chance: random.Random) -> Timeline:
    events, constraints = [], []
    for number in range(count):
        event = Event(name(number))
        if chance.random() < 0.7:
            event = event.said(str(CivilDate(2000, 1, 1).plus(days=number // A_DAY)))
        events.append(event)
        later = number + chance.randrange(2 * A_DAY, 40 * A_DAY)
        if later < count:
            constraints.append(event.precedes(name(later)))
    return Timeline(events=events, constraints=constraints)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
