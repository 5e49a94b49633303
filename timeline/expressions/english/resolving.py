"""Values on the calendar: each kind of value finds its windows in a frame, most likely first."""

from __future__ import annotations

import functools
from collections.abc import Callable
from itertools import chain, zip_longest
from typing import Any

import attrs

from timeline.expressions.english import beginnings, centuries, cuts, moves, stretches, turns
from timeline.expressions.english.choosing import CHOICES, bare, contradicted, date_text, distinct, said
from timeline.expressions.english.cycles import (
    cycle_of,
    dated,
    label,
    nearest_after,
    nearest_before,
)
from timeline.expressions.english.distances import exact_amount
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.hours import clock_windows, place
from timeline.expressions.english.members import across, ending_in, feast_of, inside, quarter_of
from timeline.expressions.english.old_styles import islamic_feast, old_style
from timeline.expressions.english.repeats import repeat_window
from timeline.expressions.english.reports import A_QUARTER
from timeline.expressions.english.split_years import split_year, two_years
from timeline.expressions.english.timex import length_value, unit_value
from timeline.expressions.english.units import relative, years
from timeline.expressions.english.values import (
    Around,
    At,
    Away,
    Beside,
    Calendar,
    Chosen,
    Clock,
    DayPart,
    Edge,
    Either,
    Ended,
    Inside,
    Length,
    Named,
    Nth,
    NthFrom,
    OldStyle,
    Part,
    Range,
    Relative,
    Repeat,
    SoFar,
    Spoken,
    Stretch,
    Throughout,
    TwoYears,
    Vague,
    Value,
    Years,
)
from timeline.expressions.readings import TimexType
from timeline.times import Granularity

__all__ = ["find"]

Windows = list[Window]

ROUND_A_TURN = {"before": "by", "after": "not_before"}
"""What a side of a turn is a side of: before the turn of the century may still be in the years around it."""


def find(value: Value, frame: Frame) -> Windows:
    """Return every window in which a value may lie, most likely first; none where the words contradict themselves.

    >>> from timeline.expressions.anchor import Anchor
    >>> [window.timex for window in find(Calendar(weekday=5), Frame(Anchor.parse("2025-12-13")))]
    ['2025-12-12', '2025-12-19']
    """
    return FINDERS[type(value)](value, frame)


def _calendar(value: Calendar, frame: Frame) -> Windows:
    if cycle_of(value) is not None:
        return bare(value, frame)
    if value.two_digits:
        return centuries.found(value, frame, _dated)
    return _dated(value)


def _dated(value: Calendar) -> Windows:
    """Return a date that is given with its year; both halves of one that contradicts its weekday."""
    window = dated(value)
    if window is not None:
        return [attrs.evolve(window, reason=said(value))]
    return contradicted(value, f"{date_text(value)} is not a {label(Calendar(weekday=value.weekday))}")


def _chosen(value: Chosen, frame: Frame) -> Windows:
    target = value.value
    if not isinstance(target, Calendar | Named):
        return find(target, frame)
    cycle = cycle_of(target)
    if cycle is None:
        return find(target, frame)
    base = frame.base_day(spoken=value.which in {"following", "previous", "same"})
    spoken = frame.base_window(spoken=True)
    if value.which == "following" and spoken is not None and spoken.end is not None:
        base = max(base, (spoken.end - 1) // DAY)
    return distinct(CHOICES[value.which](target, base, cycle, frame))


def _inside(value: Inside, frame: Frame) -> Windows:
    hijri = islamic_feast(value)
    if hijri is not None:
        return hijri
    if isinstance(value.value, Relative):
        return [
            window
            for each in find(value.value, frame)
            for window in find(Inside(quarter_of(each), value.whole), frame)
        ]
    if isinstance(value.whole, TwoYears):
        return across(value.value, value.whole, frame)
    found: Windows = []
    for whole in find(value.whole, frame)[:3]:
        found += [
            attrs.evolve(window, reason=f"{label(value.value)} in {whole.called}")
            for window in inside(value.value, whole, frame)
        ]
        found += ending_in(value.value, whole, frame)
    return found


def _nth(value: Nth, frame: Frame) -> Windows:
    found: Windows = []
    for whole in find(value.whole, frame)[:3]:
        if isinstance(value.of, Granularity):
            found += cuts.nth_unit(value.number, value.of, whole)
        else:
            members = inside(value.of, whole, frame)
            index = value.number if value.number < 0 else value.number - 1
            if -len(members) <= index < len(members):
                reason = f"{label(value.of)} number {value.number} in {whole.called}"
                found.append(attrs.evolve(members[index], reason=reason))
    return found


def _nth_from(value: NthFrom, frame: Frame) -> Windows:
    bases = beginnings.of(value.base, frame, find)[:3]
    if isinstance(value.value, Granularity):
        unit, step = value.value, value.side * value.number
        return [cuts.unit_beside(unit, step, base) for base in bases if base.start is not None]
    found = (_count_from(value, base, frame) for base in bases)
    return [window for window in found if window is not None]


def _count_from(value: NthFrom, base: Window, frame: Frame) -> Window | None:
    """Step from one occurrence to the next, away from a window; it does not count what lies inside."""
    target, wall = value.value, base.end if value.side > 0 else base.start
    window: Window | None = None
    if not isinstance(target, Calendar | Named):
        return None
    for _ in range(value.number):
        if wall is None:
            return None
        if value.side > 0:
            window = nearest_after(target, wall, frame)
        else:
            window = nearest_before(target, wall, frame, started=False)
        wall = None if window is None else window.end if value.side > 0 else window.start
    if window is None:
        return None
    where = "after" if value.side > 0 else "before"
    return attrs.evolve(window, reason=f"{label(target)} number {value.number} {where} {base.called}")


def _part(value: Part, frame: Frame) -> Windows:
    if isinstance(value.value, TwoYears):
        return split_year(value.name, value.value, frame)
    if value.name == "turn of":
        return turns.turns(find(value.value, frame), frame, relative=isinstance(value.value, Relative))
    if value.name == "weekend of":
        feast = feast_of(value.value)
        return [each for window in find(value.value, frame) for each in turns.weekends(window, feast)]
    return [cuts.part(value.name, window, frame.conventions) for window in find(value.value, frame)]


def _ended(value: Ended, frame: Frame) -> Windows:
    count, of = value.length.parts[0]
    found = []
    for last in find(value.last, frame):
        if last.end is not None:
            start = moves.shifted(last.end, exact_amount(count.low, of), -1)
            quarter = value.length == A_QUARTER
            timex = unit_value(of, last.first_day) if quarter else length_value(value.length)
            kind = TimexType.DATE if quarter else TimexType.DURATION
            ending = "ends" if count.low == 1 else "end"
            reason = (
                f"the {moves.length_words(value.length).removeprefix('1 ')} that {ending} with {last.called}"
            )
            unit = Granularity.MONTH if last.unit is Granularity.MONTH else Granularity.DAY
            found.append(Window(start, last.end, unit=unit, timex=timex, kind=kind, reason=reason))
    return found


def _so_far(value: SoFar, frame: Frame) -> Windows:
    return [cuts.so_far(value.side, window, frame) for window in find(value.value, frame)]


def _at(value: At, frame: Frame) -> Windows:
    return [window for date in find(value.date, frame) for window in place(date, value.time, frame)]


def _either(value: Either, frame: Frame) -> Windows:
    pairs = list(zip(value.values, value.reasons, strict=True))
    if {"month first", "day first"} == set(value.reasons) and value.reasons[0] == "month first":
        pairs.sort(key=lambda pair: pair[1] != frame.conventions.day_order)
    found = [
        [attrs.evolve(window, reason=f"{window.reason}, read {reason}") for window in find(each, frame)]
        for each, reason in pairs
    ]
    in_turn = chain.from_iterable(zip_longest(*found))  # the likeliest of each, then the next of each
    return [window for window in in_turn if window is not None]


def _range(value: Range, frame: Frame) -> Windows:
    found: list[Window | None] = []
    ends = find if value.window else functools.partial(beginnings.of, find=find)
    firsts = [window for window in ends(value.first, frame) if window.start is not None]
    for first in firsts[:4]:
        later = [window for window in ends(value.last, frame) if _ends_after(window, first)]
        if (
            not later
            and first.start is not None
            and isinstance(value.last, Calendar | Named)
            and cycle_of(value.last)
        ):
            after = nearest_after(value.last, first.start + 1, frame)
            later = [] if after is None else [after]
        if later:
            join = moves.up_to if value.short else moves.joined
            found.append(join(first, later[0], window=value.window))
    return [window for window in found if window is not None]


def _ends_after(window: Window, first: Window) -> bool:
    if window.start is None or first.start is None:
        return False
    return window.start > first.start and first.zone in {None, window.zone}


def _edge(value: Edge, frame: Frame) -> Windows:
    if isinstance(value.value, Part) and value.value.name == "turn of":
        value = Edge(ROUND_A_TURN.get(value.relation, value.relation), value.value)
    if value.relation == "by":
        frame = attrs.evolve(frame, prefer="future")
    found = beginnings.of(value.value, frame, find, moment=value.relation in {"before", "after"})
    if value.relation == "since":
        found = [window for window in found if window.start is None or window.first_day <= frame.today]
    edges = [moves.edge(value.relation, window, frame) for window in found]
    ahead = [moves.from_now(edge, frame) for edge in edges] if value.relation == "by" else []
    return edges + [window for window in ahead if window is not None]


def _around(value: Around, frame: Frame) -> Windows:
    return [moves.around(window, frame) for window in find(value.value, frame)]


def _away(value: Away, frame: Frame) -> Windows:
    if value.base is not None:
        length = value.length
        return [
            attrs.evolve(window, zone=base.zone)
            for base in beginnings.of(value.base, frame, find, moment=length.parts[-1][1] < Granularity.DAY)[
                :3
            ]
            for window in moves.away(length, value.side, base, frame)
        ]
    base = frame.spoken if value.spoken else None
    return moves.away(value.length, value.side, base, frame)


def _spoken(value: Spoken, frame: Frame) -> Windows:
    del value
    spoken = frame.spoken
    return (
        [] if spoken is None else [attrs.evolve(spoken, reason=f"the time last spoken of: {spoken.reason}")]
    )


def _stretch(value: Stretch, frame: Frame) -> Windows:
    if value.whole is None:
        return stretches.stretch(value.length, value.side, frame)
    found = (
        stretches.end_of(value.length, value.side, whole, frame) for whole in find(value.whole, frame)[:4]
    )
    return [window for window in found if window is not None]


def _beside(value: Beside, frame: Frame) -> Windows:
    bases = beginnings.of(value.base, frame, find, moment=True)[:3]
    return [
        attrs.evolve(stretches.beside(value.length, value.side, base, frame), zone=base.zone)
        for base in bases
    ]


def _throughout(value: Throughout, frame: Frame) -> Windows:
    return [stretches.throughout(window) for window in find(value.value, frame)]


def _length(value: Length, frame: Frame) -> Windows:
    return stretches.length_window(value, frame)


def _vague(value: Vague, frame: Frame) -> Windows:
    window = moves.vague(value.reference, value.word, frame)
    return [window, moves.at_the_anchor(frame)] if value.reference == "PRESENT_REF" else [window]


def _time(value: Clock | DayPart, frame: Frame) -> Windows:
    return clock_windows(value, frame)


def _repeat(value: Repeat, frame: Frame) -> Windows:
    del frame
    return [repeat_window(value)]


FINDERS: dict[type, Callable[[Any, Frame], Windows]] = {
    Calendar: _calendar,
    Named: bare,
    Years: years,
    Relative: relative,
    Chosen: _chosen,
    Inside: _inside,
    Nth: _nth,
    NthFrom: _nth_from,
    Part: _part,
    SoFar: _so_far,
    Clock: _time,
    DayPart: _time,
    At: _at,
    Length: _length,
    Away: _away,
    Spoken: _spoken,
    Stretch: _stretch,
    Beside: _beside,
    Throughout: _throughout,
    TwoYears: two_years,
    OldStyle: old_style,
    Range: _range,
    Edge: _edge,
    Around: _around,
    Vague: _vague,
    Repeat: _repeat,
    Either: _either,
    Ended: _ended,
}
