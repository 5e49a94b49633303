"""``timeline check`` of large JSON files, stage by stage: ``python -m tests.benchmarks.files [EVENTS ...]``, 10,000 and 100,000 by default.

Beside each stage stands how many times as long it takes as ``json.loads`` of the same bytes; the collector of cycles is off, as it is in a
command. Then the command itself, as a process of its own.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, TypeVar

from timeline.formats import read_bytes
from timeline.render.findings import findings

T = TypeVar("T")

FIRST = date(2000, 1, 1)
SOURCES, DAYS = 1_000, 9_000
ZONES = ("UTC", "Europe/Moscow", "Asia/Seoul")
WATCH = """
import os, sys
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
command = [sys.executable, "-m", "timeline", "check", sys.argv[1]]
_, status, usage = os.wait4(os.posix_spawn(sys.executable, command, os.environ, file_actions=silent), 0)
if status:
    sys.exit("the check failed")
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
"""Started as a process between: Linux counts the memory of whoever starts a process as its own."""

Truth = tuple[int, int]
"""The day on which an event starts, and for how many it lasts."""


def main(sizes: list[int]) -> None:
    gc.disable()
    for count in sizes:
        document = written(count, Random(count))
        counts = [count, sum("claims" in item for item in document["events"]), len(document["constraints"])]
        data = json.dumps(document).encode()
        del document
        print("{:,} events, {:,} claims, {:,} constraints".format(*counts), f"in {len(data) / 1e6:.0f} MB")
        measure(data)


def measure(data: bytes) -> None:
    _, whole = timed(lambda: json.loads(data))
    timeline, reading = timed(lambda: read_bytes(data, name="story.json"))
    report, checking = timed(timeline.check)
    found, telling = timed(lambda: findings(report))
    del timeline
    command, memory = process(data)
    stages = {"json.loads": whole, "reading": reading, "check": checking, "findings": telling}
    for stage, seconds in (stages | {"the command": command}).items():
        print(f"  {stage:12} {seconds:7.2f} s {seconds / whole:6.1f} times json.loads")
    print(f"  {found.verdict}; the command takes {memory:,.0f} MB")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    began = process_time()
    done = work()
    return done, process_time() - began


def process(data: bytes) -> tuple[float, float]:
    """Return the seconds of processor time and the megabytes that ``timeline check`` takes for a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.json"
        path.write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-c", WATCH, str(path)], check=True, stdout=subprocess.PIPE, text=True
        )
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / 1024


def written(count: int, chance: Random) -> dict[str, Any]:
    """Return a document that tells a hidden truth: seven in ten events with a claim, and two constraints for each event."""
    last_day = min(count // 20 + 1, DAYS)
    truth = [(chance.randrange(last_day), chance.randrange(1, 20)) for _ in range(count)]
    order = sorted(range(count), key=truth.__getitem__)
    return {
        "timeline": 1,
        "title": "A large story",
        "sources": [source(number, chance) for number in range(SOURCES)],
        "events": [event(number, truth[number], chance) for number in range(count)],
        "constraints": [constraint(order, truth, chance) for _ in range(2 * count)],
    }


def source(number: int, chance: Random) -> dict[str, Any]:
    published = FIRST + timedelta(days=number * 9)
    return {"id": f"s{number:04}", "published": str(published), "zone": chance.choice(ZONES)}


def event(number: int, truth: Truth, chance: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name(number), "title": f"Event number {number}"}
    if chance.random() < 0.7:
        start = FIRST + timedelta(days=truth[0])
        month = f"{start:%B} {start.year}"
        says = chance.choices((str(start), f"{start.day} {month}", month), (0.4, 0.42, 0.18))[0]
        claim = {"says": says, "source": some_source(chance), "aspect": "from", "page": str(number % 300)}
        found["claims"] = [claim | {"quote": f"it began then, said nr {number}"}]
    return found


def constraint(order: list[int], truth: list[Truth], chance: Random) -> dict[str, Any]:
    """Return what holds of two events, nine in ten times of near ones; three in ten count calendar days."""
    last = len(order) - 1
    place = chance.randrange(last)
    reach = min(place + 19, last) if chance.random() < 0.9 else last
    one, other = order[place], order[chance.randrange(place + 1, reach + 1)]
    days = truth[other][0] - truth[one][0]
    starts = {"from": end(one, "start"), "to": end(other, "start")}
    tail = {"source": some_source(chance)}
    which = chance.random()
    if which < 0.28:
        return {"type": "metric", **starts, "at_least": f"P{max(0, days - chance.randrange(1, 5))}D", **tail}
    if which < 0.5:
        return {"type": "metric", **starts, "at_most": f"PT{(days + 2) * 24}H", **tail}
    if days > 35:
        relations = ["before", "meets"]
        return {"type": "allen", "first": name(one), "second": name(other), "relations": relations, **tail}
    return {"type": "metric", "from": end(one, "start"), "to": end(other, "end"), "at_least": "PT1H"}


def end(number: int, which: str) -> dict[str, str]:
    return {"event": name(number), "end": which}


def name(number: int) -> str:
    return f"event-{number:07}"


def some_source(chance: Random) -> str:
    return f"s{chance.randrange(SOURCES):04}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
