"""Which readings go together: every combination that everything else allows, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from timeline.expressions.readings import Reading
from timeline.frozen import Record
from timeline.model.examining import Examination
from timeline.model.statements import Statement
from timeline.solver import solutions

__all__ = ["Combination", "combinations"]


@attrs.frozen
class Combination(Record):
    """A reading for each claim that has several; `cost` adds up how far down each list of readings it had to go.

    The likeliest conceivable combination costs nothing.
    """

    readings: tuple[tuple[Statement, Reading], ...]
    cost: int


def combinations(examination: Examination) -> Iterator[Combination]:
    """Yield the combinations of readings of a timeline, likeliest first: see `Timeline.solutions`."""
    compiled = examination.compiled
    told: set[tuple[tuple[Statement, Reading], ...]] = set()
    several = [
        number
        for number, found in compiled.readings.items()
        if len(found) > 1 and number not in examination.dropped
    ]
    for selection in solutions(examination.kept):
        chosen = tuple(
            (compiled.statements[number], compiled.readings[number][selection.options[number] or 0])
            for number in several
        )
        if chosen not in told:
            told.add(chosen)
            yield Combination(chosen, selection.cost)
