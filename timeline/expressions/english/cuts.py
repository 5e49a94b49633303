"""Parts of windows: early and late, halves, the third week, what lies before or after the anchor."""

from __future__ import annotations

import attrs

from timeline.expressions.conventions import Conventions
from timeline.expressions.english.cycles import days
from timeline.expressions.english.distances import MONTHS
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.moves import calendar_unit
from timeline.expressions.english.timex import unit_value
from timeline.times import Granularity
from timeline.times.calendar import date_from_day_number

__all__ = ["nth_unit", "part", "so_far", "unit_beside"]

HOUR = 3_600_000_000
MODS = {
    "early": "START",
    "beginning": "START",
    "first_half": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "second_half": "END",
}
HALVES = {"first_half": (0, 1, 2), "second_half": (1, 2, 2)}
WORDS = {
    "beginning": "the beginning of",
    "end": "the end of",
    "middle": "the middle of",
    "first_half": "the first half of",
    "second_half": "the second half of",
}
HOLDERS = {
    "week of": Granularity.WEEK,
    "month of": Granularity.MONTH,
    "year of": Granularity.YEAR,
}
DAYS_OF_A_MONTH = 30
MONDAY = 4
"""The number of 1970-01-05, a Monday."""

PIECES = {Granularity.DAY: (24, HOUR), Granularity.WEEK: (7, DAY), Granularity.HOUR: (60, HOUR // 60)}
MONTHS_OF = {
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1_200,
    Granularity.MILLENNIUM: 12_000,
}
FINER = {
    Granularity.DAY: Granularity.HOUR,
    Granularity.WEEK: Granularity.DAY,
    Granularity.MONTH: Granularity.DAY,
    Granularity.QUARTER: Granularity.MONTH,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.DECADE: Granularity.YEAR,
    Granularity.CENTURY: Granularity.YEAR,
    Granularity.MILLENNIUM: Granularity.YEAR,
}


LATE_AT_NIGHT = 21 * 3_600_000_000
"""Late at night is from this hour on, not only the hours before dawn."""


def part(name: str, window: Window, conventions: Conventions) -> Window:
    """Return a part of a window, as the conventions cut it; a fiscal year is moved to where it begins.

    >>> from timeline.expressions.conventions import DEFAULT
    >>> august = days(20301, 31, Granularity.MONTH)
    >>> early = part("early", august, DEFAULT)
    >>> early.timex, early.mod, (early.end - early.start) // DAY
    ('2025-08', 'START', 10)
    """
    if name == "fiscal":
        return _fiscal(window, conventions)
    if name in HOLDERS:
        return _holder(HOLDERS[name], window)
    if window.start is None or window.end is None or window.reaching:
        return window
    if name == "most":
        return _most(window, (window.start + window.end) // 2)
    share = HALVES.get(name) or getattr(conventions, name)
    first, after = _cut(window.start, window.end, window.unit, share)
    if name == "late" and window.timex.endswith("TNI"):
        first = min(first, window.start // DAY * DAY + LATE_AT_NIGHT)
    reason = f"{WORDS.get(name, name)} {window.called}: {window.reason}"
    timex = window.timex
    mod: str | None = MODS[name]
    if name in HALVES and window.unit is Granularity.YEAR:
        timex, mod = f"{timex}-H{1 if name == 'first_half' else 2}", None
    unit = FINER.get(window.unit or Granularity.HOUR, window.unit)
    return attrs.evolve(
        window, start=first, end=after, unit=unit, timex=timex, mod=mod, reason=reason, edtf=None
    )


def _most(window: Window, middle: int) -> Window:
    """Return what went on for more than half of a window: it had begun before the middle, and was over after it."""
    unit = FINER.get(window.unit or Granularity.HOUR, window.unit)
    return attrs.evolve(
        window,
        latest_start=middle - 1,
        earliest_end=middle + 1,
        reaching=True,
        unit=unit,
        reason=f"most of {window.called}: {window.reason}",
        edtf=None,
    )


def _holder(unit: Granularity, window: Window) -> Window:
    """Return the unit that holds a window: the week of 6 March."""
    if window.start is None or (window.unit is not None and window.unit >= unit):
        return window
    first, after = unit.days(date_from_day_number(window.first_day))
    found = days(first.number, after.number - first.number, unit)
    return attrs.evolve(found, reason=f"the {unit.name.lower()} of {window.called}: {window.reason}")


def _cut(start: int, end: int, unit: Granularity | None, share: tuple[int, int, int]) -> tuple[int, int]:
    """Return where a share of a stretch begins and ends, on the borders of its smaller units."""
    edges = []
    for above in share[:2]:
        if above == 0:
            edges.append(start)
        elif above == share[2]:
            edges.append(end)
        else:
            edges.append(min(_border(start, end, unit, above, share[2], upward=above == share[1]), end))
    return (edges[0], edges[1]) if edges[0] < edges[1] else (start, end)


def _border(start: int, end: int, unit: Granularity | None, above: int, below: int, *, upward: bool) -> int:
    """Return where a share ends on the borders of smaller units; those of a week are taken whole (`upward`)."""
    if unit is Granularity.MONTH and (end - start) // DAY <= 31:
        return start + DAYS_OF_A_MONTH * above // below * DAY
    length = (end - start) // DAY
    if unit in MONTHS_OF or (unit is Granularity.MONTH and length > 31):
        first = date_from_day_number(start // DAY)
        after = date_from_day_number(end // DAY)
        months = (after.year - first.year) * 12 + after.month - first.month
        return first.plus(months=_rounded(months * above, below, 12 if months >= 120 else 1)).number * DAY
    pieces, piece = PIECES.get(unit or Granularity.MICROSECOND, (length, DAY))
    if (end - start) != pieces * piece:
        return start + (end - start) * above // below
    return start + (pieces * above + (below - 1 if upward else 0)) // below * piece


def _rounded(months: int, below: int, step: int) -> int:
    """Divide months, to whole years where the stretch has decades of them."""
    return months // below // step * step


def _fiscal(window: Window, conventions: Conventions) -> Window:
    month = conventions.fiscal_year
    if window.start is None or window.end is None or month == 1:
        return attrs.evolve(window, reason=f"the fiscal year {window.called}")
    back = 12 if month > 6 else 0
    moved = [
        date_from_day_number(side // DAY).plus(months=month - 1 - back).number * DAY
        for side in (window.start, window.end)
    ]
    return attrs.evolve(window, start=moved[0], end=moved[1], reason=f"the fiscal year {window.called}")


def so_far(side: int, window: Window, frame: Frame) -> Window:
    """Return what lies up to the anchor in a window (-1), or from it on (1); all of it where the anchor lies outside."""
    if window.start is None or window.end is None:
        return window
    base = frame.spoken if frame.spoken is not None and frame.spoken.start is not None else None
    now = frame.now if base is None else (base.start or 0, base.end or 0)
    day_end = (frame.today + 1) * DAY if base is None else now[1]
    word = "up to" if side < 0 else "from"
    reason = f"{word} the anchor: {window.reason}"
    if side < 0 and window.start < day_end < window.end:
        return attrs.evolve(window, end=day_end, unit=Granularity.DAY, reason=reason, edtf=None)
    if side > 0 and window.start < now[0] < window.end:
        return attrs.evolve(window, start=now[0], unit=Granularity.DAY, reason=reason, edtf=None)
    return window


def unit_beside(unit: Granularity, step: int, base: Window) -> Window:
    """Return the unit of the calendar that lies so many units after (or before) the one in which a window ends (begins).

    >>> unit_beside(Granularity.MONTH, 1, days(0, 1, Granularity.DAY)).timex
    '1970-02'
    """
    start, end = base.start or 0, base.end if base.end is not None else (base.start or 0) + 1
    day = start // DAY if step < 0 else (end - 1) // DAY
    if unit in MONTHS:
        found = calendar_unit(unit, day, step)
    else:
        first, after = unit.days(date_from_day_number(day))
        length = after.number - first.number
        found = days(first.number + step * length, length, unit)
    where = "before" if step < 0 else "after"
    which = f"the {unit.name.lower()}" if abs(step) == 1 else f"{unit.name.lower()} number {abs(step)}"
    return attrs.evolve(found, reason=f"{which} {where} {base.called}")


def nth_unit(number: int, unit: Granularity, whole: Window) -> list[Window]:
    """Return the day, week, month or year with a number in a window; weeks as ISO 8601 gives them to a month, by where they begin, and in sevens.

    >>> may = days(19844, 31, Granularity.MONTH)
    >>> [window.timex for window in nth_unit(3, Granularity.WEEK, may)]
    ['2024-W20', '2024-W21', '2024-05-15/2024-05-21']
    """
    if whole.start is None or whole.end is None:
        return []
    first, after = whole.start // DAY, whole.end // DAY
    if unit is Granularity.DAY:
        found = _pick(number, [(first, first + 1)] if number == 1 else _days(number, first, after))
        return [_named(number, unit, whole, *span) for span in found]
    if unit is Granularity.WEEK:
        return _weeks(number, whole, first, after)
    if unit is Granularity.QUARTER and whole.unit is not None and whole.unit > Granularity.YEAR:
        return [_long_quarter(4 if number < 0 else number, whole)]
    starts = _unit_starts(unit, first, after)
    return [_named(number, unit, whole, *span) for span in _pick(number, starts)]


def _long_quarter(number: int, whole: Window) -> Window:
    """Return the fourth of a century or decade with a number."""
    start, end = whole.start or 0, whole.end or 0
    first, after = (_border(start, end, whole.unit, each, 4, upward=False) for each in (number - 1, number))
    reason = f"quarter {number} of {whole.called}"
    unit = FINER[whole.unit or Granularity.CENTURY]
    return attrs.evolve(whole, start=first, end=min(after, end), unit=unit, reason=reason, edtf=None)


def _days(number: int, first: int, after: int) -> list[tuple[int, int]]:
    day = after + number if number < 0 else first + number - 1
    span = (day, day + 1)
    return [span] * abs(number) if first <= day < after else []


def _pick(number: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    index = number if number < 0 else number - 1
    return [spans[index]] if -len(spans) <= index < len(spans) else []


def _unit_starts(unit: Granularity, first: int, after: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    day = first
    while day < after and len(spans) < 130:
        _, end = unit.days(date_from_day_number(day))
        spans.append((day, end.number))
        day = end.number
    return spans


def _weeks(number: int, whole: Window, first: int, after: int) -> list[Window]:
    monday = first - (first + 3) % 7
    calendar = [(day, day + 7) for day in range(monday, after, 7) if first <= day + 3 < after]
    found = [
        _named(number, Granularity.WEEK, whole, *span, timex=unit_value(Granularity.WEEK, span[0]))
        for span in _pick(number, calendar)
    ]
    mondays = [(day, day + 7) for day in range(first + (MONDAY - first) % 7, after, 7)]
    found += [
        _named(number, Granularity.WEEK, whole, *span, timex=unit_value(Granularity.WEEK, span[0]))
        for span in _pick(number, mondays)
        if span not in _pick(number, calendar)
    ]
    sevens = (
        (after + 7 * number, after + 7 * number + 7)
        if number < 0
        else (first + 7 * number - 7, first + 7 * number)
    )
    if first <= sevens[0] < after:
        end = min(sevens[1], after)
        timex = f"{unit_value(Granularity.DAY, sevens[0])}/{unit_value(Granularity.DAY, end - 1)}"
        found.append(_named(number, Granularity.DAY, whole, sevens[0], end, timex=timex))
    return found


def _named(
    number: int, unit: Granularity, whole: Window, first: int, after: int, *, timex: str | None = None
) -> Window:
    if timex is not None and "/" in timex:
        unit = Granularity.WEEK
    which = f"{number}" if number > 0 else f"{-number} from the end"
    how = ", counted in seven days" if timex is not None and "/" in timex else ""
    reason = f"{unit.name.lower()} {which} of {whole.called}{how}"
    return attrs.evolve(days(first, after - first, unit, timex), reason=reason)
