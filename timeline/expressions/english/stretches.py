"""Lengths in their place: up to the anchor or from it on, at the beginning or end of a longer time, or nowhere."""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.expressions.english.cuts import part
from timeline.expressions.english.distances import distance_of, exact_amount, longest_amount
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.moves import is_plain, length_words, shifted, shifted_end
from timeline.expressions.english.timex import length_value
from timeline.expressions.english.values import Length
from timeline.expressions.readings import TimexType
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number

__all__ = ["end_of", "length_window", "stretch", "stretch_from"]

LENGTH_MODS = {
    "less_than": "LESS_THAN",
    "more_than": "MORE_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
    "about": "APPROX",
    "nearly": "LESS_THAN",
}


def stretch(length: Length, side: int, frame: Frame) -> list[Window]:
    """Return the time that ends (-1) or begins (1) at the anchor and lasts so long."""
    distance = distance_of(length, frame.conventions)
    high = distance.high
    unit = length.parts[-1][1]
    today, after_today = frame.today * DAY, (frame.today + 1) * DAY
    if unit < Granularity.DAY:
        today, after_today = frame.now
    exact = longest_amount(length, frame.conventions) if length.parts[0][0].vague is None else high
    where = "up to" if side < 0 else "from"
    edges: tuple[int | None, int | None] = (None, after_today) if side < 0 else (today, None)
    if exact is not None:
        edges = (
            (shifted(today, exact, -1), after_today)
            if side < 0
            else (today, shifted_end(after_today, exact, 1))
        )
    window = Window(
        *edges,
        unit=unit,
        timex=length_value(length),
        kind=TimexType.DURATION,
        reason=f"{length_words(length)} {where} the anchor",
    )
    whole = _whole_units(length, side, frame)
    return (
        [window]
        if whole is None
        else [
            window,
            attrs.evolve(window, start=whole[0], end=whole[1], reason=f"{window.reason}, in whole units"),
        ]
    )


def stretch_from(length: Length, spoken: Window, frame: Frame) -> list[Window]:
    """Return the time that begins at the one last spoken of and lasts so long: "over the next six years he built"."""
    high = distance_of(length, frame.conventions).high
    exact = longest_amount(length, frame.conventions) if len(length.parts) == 1 else high
    if spoken.start is None or spoken.end is None or exact is None:
        return []
    return [
        Window(
            spoken.start,
            shifted_end(spoken.end, exact, 1),
            unit=length.parts[-1][1],
            timex=length_value(length),
            kind=TimexType.DURATION,
            reason=f"{length_words(length)} from the time last spoken of",
        )
    ]


def beside(length: Length, side: int, base: Window, frame: Frame) -> Window:
    """Return the time that ends at a window (-1) or begins with its end (1) and lasts so long.

    >>> from timeline.expressions.anchor import Anchor
    >>> from timeline.expressions.english.values import Count
    >>> day, later = Window(0, DAY, unit=Granularity.DAY, timex="1970-01-01", reason=""), Count(vague="plural")
    >>> found = beside(Length(((later, Granularity.DAY),)), 1, day, Frame(Anchor.parse("1970-02-01")))
    >>> found.start // DAY, found.end // DAY
    (1, 32)
    """
    high = distance_of(length, frame.conventions).high
    near = base.end if side > 0 else base.start
    move = shifted_end if side > 0 else shifted
    far = None if near is None or high is None else move(near, high, side)
    reason = f"{length_words(length)} {'after' if side > 0 else 'before'} {base.called}"
    start, end = (near, far) if side > 0 else (far, near)
    return Window(
        start,
        end,
        unit=length.parts[-1][1],
        timex=length_value(length),
        kind=TimexType.DURATION,
        reason=reason,
    )


def throughout(window: Window) -> Window:
    """Return a time as a whole: what is going on then begins with it and ends with it.

    >>> throughout(Window(0, DAY, unit=Granularity.DAY, timex="1970-01-01", reason="")).earliest_end // DAY
    1
    """
    if window.reaching or window.start is None or window.end is None:
        return window
    reason = f"all of {window.called}: {window.reason}"
    return attrs.evolve(
        window,
        latest_start=window.start,
        earliest_end=window.end,
        reaching=True,
        reason=reason,
        edtf=_whole_edtf(window),
    )


def _whole_edtf(window: Window) -> str | None:
    """Return the interval of EDTF from the first day of a time to its last."""
    if not is_plain(window) or window.end is None:
        return None
    return f"{date_from_day_number(window.first_day)}/{date_from_day_number((window.end - 1) // DAY)}"


def _whole_units(length: Length, side: int, frame: Frame) -> tuple[int, int] | None:
    """Return the whole days, weeks, months or years before or after the one that holds the anchor."""
    count, unit = length.parts[0]
    if (
        len(length.parts) > 1
        or count.vague is not None
        or count.high.denominator != 1
        or unit < Granularity.DAY
    ):
        return None
    first, after = unit.days(date_from_day_number(frame.today))
    amount = longest_amount(length, frame.conventions)
    if side < 0:
        return shifted(first.number * DAY, amount, -1), first.number * DAY
    return after.number * DAY, shifted_end(after.number * DAY, amount, 1)


def end_of(length: Length, side: int, whole: Window, frame: Frame) -> Window | None:
    """Return the first (1) or last (-1) so many units of a window, none where it is not as long as that."""
    count, unit = length.parts[0]
    high = distance_of(length, frame.conventions).high
    amount = longest_amount(length, frame.conventions) if count.vague is None else high
    if whole.start is None or whole.end is None or amount is None:
        return None
    start, end = (
        (whole.start, shifted_end(whole.start, amount, 1))
        if side > 0
        else (shifted(whole.end, amount, -1), whole.end)
    )
    if count.vague == "plural":  # "the opening years" are at most a third, as "the beginning" is
        third = part("beginning" if side > 0 else "end", whole, frame.conventions)
        two = exact_amount(Fraction(2), unit)
        if side > 0:
            end = min(end, max(third.end or end, shifted(start, two, 1)))
        else:
            start = max(start, min(third.start or start, shifted(end, two, -1)))
    if start < whole.start or end > whole.end:
        return None
    reason = f"the {'first' if side > 0 else 'last'} {length_words(length)} of {whole.timex}"
    return Window(
        start,
        end,
        unit=min(unit, Granularity.DAY),
        timex=length_value(length),
        kind=TimexType.DURATION,
        reason=reason,
    )


def length_window(length: Length, frame: Frame) -> list[Window]:
    """Return what a length says by itself: how long, and nothing about when."""
    return [
        Window(
            None,
            None,
            unit=length.parts[-1][1],
            timex=length_value(length),
            kind=TimexType.DURATION,
            mod=LENGTH_MODS.get(length.limit),
            reason="a length of time",
            distance=distance_of(length, frame.conventions),
        )
    ]
