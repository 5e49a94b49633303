"""Windows moved, joined and opened: so long before or after, ranges, one-sided times, lengths of their own."""

from __future__ import annotations

from fractions import Fraction

import attrs

from timeline.errors import RangeError
from timeline.expressions.english.cycles import days
from timeline.expressions.english.distances import MONTHS, count_range, distance_of, exact_amount
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.timex import unit_value
from timeline.expressions.english.values import Length
from timeline.expressions.english.working import business_days, working_window
from timeline.expressions.readings import TimexType
from timeline.times import BusinessDays, Duration, Granularity, Period
from timeline.times.calendar import date_from_day_number
from timeline.times.counting import reached
from timeline.times.distance import Amount

__all__ = [
    "around",
    "at_the_anchor",
    "away",
    "calendar_unit",
    "edge",
    "from_now",
    "is_plain",
    "joined",
    "length_words",
    "rolling",
    "shifted",
    "shifted_end",
    "up_to",
    "vague",
]

HOUR = 3_600_000_000
FINER = {Granularity.HOUR: 60_000_000, Granularity.MINUTE: 1_000_000, Granularity.SECOND: 1_000_000}
"""How exact a count of hours, minutes or seconds can be meant: to the next smaller unit."""

VAGUE_WORDS = {"other": "some"}
"""What reasons say for a number that has no word of its own."""

PADS = {
    Granularity.DAY: Period(days=1),
    Granularity.WEEK: Period(days=7),
    Granularity.MONTH: Period(months=1),
    Granularity.QUARTER: Period(months=3),
    Granularity.YEAR: Period(months=12),
    Granularity.DECADE: Period(months=120),
    Granularity.CENTURY: Period(months=1_200),
    Granularity.MILLENNIUM: Period(months=12_000),
}


def shifted(wall: int, amount: Amount, side: int) -> int:
    """Return a wall time moved by an amount, back (-1) or on (1), on the calendar where it is counted in days."""
    if isinstance(amount, Duration):
        return wall + side * amount.microseconds
    day, since_midnight = divmod(wall, DAY)
    return reached(day, amount if side > 0 else -amount, 0) * DAY + since_midnight


def shifted_end(wall: int, amount: Amount, side: int) -> int:
    """Return where a time that is over at a wall time is over when it is moved: business days are counted from its last day."""
    if isinstance(amount, BusinessDays):
        return shifted((wall - 1) // DAY * DAY, amount, side) + DAY
    return shifted(wall, amount, side)


def calendar_unit(unit: Granularity, day: int, offset: int) -> Window:
    """Return the unit that lies so many units from the one that holds a day.

    >>> calendar_unit(Granularity.MONTH, 0, -1).timex
    '1969-12'
    """
    moved = date_from_day_number(day).plus(months=offset * MONTHS[unit])
    first, after = unit.days(moved)
    return days(first.number, after.number - first.number, unit, unit_value(unit, first.number))


def rolling(unit: Granularity, offset: int, frame: Frame) -> Window:
    """Return the unit's length that ends or begins at the anchor: "the past year"."""
    amount = Period(months=MONTHS[unit]) if unit in MONTHS else Period(days=7)
    end = (frame.today + 1) * DAY
    start = shifted(frame.today * DAY, amount, -1)
    timex = (
        calendar_unit(unit, frame.today, offset).timex
        if unit in MONTHS
        else unit_value(unit, frame.today - 7)
    )
    return Window(
        start, end, unit=Granularity.DAY, timex=timex, reason=f"the {unit.name.lower()} up to the anchor"
    )


def away(length: Length, side: int, base: Window | None, frame: Frame) -> list[Window]:
    """Return what lies a length before or after a window: as precise as the unit, and then to the day."""
    start, end = _base(base, length, frame)
    if start is None or end is None:
        return []
    distance = distance_of(length, frame.conventions)
    low, high = distance.low, distance.high
    near = end if low is None else shifted_end(end, low, side)
    far = None if high is None else shifted(start, high, side)
    if side > 0:
        near = start if low is None else shifted(start, low, side)
        far = None if high is None else shifted_end(end, high, side)
    first, after = (far, near) if side < 0 else (near, far)
    unit = length.parts[-1][1]
    count = length.parts[0][0]
    where = "before" if side < 0 else "after"
    reason = f"{length_words(length)} {where} {'the anchor' if base is None else base.called}"
    if count.vague is not None and count.vague != "couple":
        reference = "PAST_REF" if side < 0 else "FUTURE_REF"
        return [Window(first, after, unit=unit, timex=reference, reason=reason)]
    exact = _counted(length, side, (start, end), reason, frame)
    if length.limit == "exactly" or (length.limit == "plain" and length.days == "working"):
        return [exact]
    if length.limit != "plain":
        return [
            Window(
                first, after, unit=unit, timex=exact.timex, mod=_moved_mod(length.limit, side), reason=reason
            )
        ]
    return _with_calendar(Window(first, after, unit=unit, timex=exact.timex, reason=reason), exact, unit)


def _moved_mod(limit: str, side: int) -> str | None:
    if limit == "about":
        return "APPROX"
    less = limit in {"less_than", "at_most", "nearly"}
    return "AFTER" if less == (side < 0) else "BEFORE"


def length_words(length: Length) -> str:
    """Return a length in words: "2 weeks", "several years", "less than 3 months"."""
    parts = []
    for count, unit in length.parts:
        number = VAGUE_WORDS.get(count.vague or "", count.vague) or (
            f"{count.low}" if count.low == count.high else f"{count.low} to {count.high}"
        )
        plural = "" if count.vague is None and count.high == 1 else "s"
        name = f"{'working ' if length.days == 'working' else ''}{unit.name.lower()}"
        parts.append(f"{number} {name}{plural}".removeprefix("plural "))
    limit = "" if length.limit == "plain" else f"{length.limit.replace('_', ' ')} "
    return limit + " and ".join(parts)


def _base(base: Window | None, length: Length, frame: Frame) -> tuple[int | None, int | None]:
    if base is not None:
        return base.start, base.end
    if length.parts[-1][1] >= Granularity.DAY:
        return frame.today * DAY, (frame.today + 1) * DAY
    return frame.now


def _counted(length: Length, side: int, base: tuple[int, int], reason: str, frame: Frame) -> Window:
    """Return the window that lies exactly so many units off, all of them for "3 or 4 days", with the value of its unit."""
    if length.days == "working":
        low, high = count_range(length.parts[0][0], frame.conventions)
        near = business_days(low, length, frame.conventions, upward=True)
        far = business_days(high, length, frame.conventions, upward=True)
        return working_window(near, far, side, (base[0] // DAY, (base[1] - 1) // DAY), reason)
    moved, last = list(base), list(base)
    for count, unit in length.parts:
        low, high = (Fraction(2),) * 2 if count.vague == "couple" else (count.low, count.high)
        moved = [shifted(edge, exact_amount(low, unit), side) for edge in moved]
        last = [shifted(edge, exact_amount(high, unit, upward=True), side) for edge in last]
    unit = min(length.parts[-1][1], Granularity.YEAR)
    nearest, latest = moved[0], max(moved[0], last[0])
    moved = [min(moved[0], last[0]), max(moved[1], last[1])]
    if unit < Granularity.DAY:
        timex = _time_value(nearest, unit)
        whole = all(count.low.denominator == 1 for count, _ in length.parts)
        end = max(moved[1], latest + (FINER[unit] if whole else FINER[Granularity.SECOND]))
        return Window(
            moved[0], end, unit=unit, timex=timex, kind=TimexType.TIME, reason=f"{reason}, to the unit"
        )
    start = moved[0] // DAY * DAY
    end = max(start + DAY, moved[1]) if moved[1] - start <= DAY else moved[1]
    timex = unit_value(unit, nearest // DAY)
    return Window(start, end, unit=Granularity.DAY, timex=timex, reason=f"{reason}, to the day")


def _time_value(wall: int, unit: Granularity) -> str:
    day, since = divmod(wall, DAY)
    minutes, second = divmod(since // 1_000_000, 60)
    text = f"{unit_value(Granularity.DAY, day)}T{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{text}:{second:02d}" if unit is Granularity.SECOND else text


def _with_calendar(wide: Window, exact: Window, unit: Granularity) -> list[Window]:
    """Widen to the calendar unit that the words may also mean ("two years ago" for any day of that year)."""
    if wide.start is None or wide.end is None:
        return [wide]
    if unit <= Granularity.HOUR:
        timed = attrs.evolve(wide, kind=TimexType.TIME)
        known = wide.end - wide.start < DAY
        return [timed, exact] if known else [timed]
    if unit is Granularity.DAY:
        return [attrs.evolve(exact, reason=wide.reason)]
    unit, last_day = min(unit, Granularity.YEAR), ((exact.end or 0) - 1) // DAY
    first = unit.days(date_from_day_number(exact.first_day))[0]
    after = unit.days(date_from_day_number(last_day))[1]
    start, end = min(wide.start, first.number * DAY), max(wide.end, after.number * DAY)
    return [attrs.evolve(wide, start=start, end=end), exact]


def joined(first: Window, last: Window, *, window: bool) -> Window:
    """Return the time from one window to another; a `window` holds one event somewhere between the two.

    >>> a, b = days(0, 1, Granularity.DAY), days(2, 1, Granularity.DAY)
    >>> joined(a, b, window=True).timex
    '1970-01-01/1970-01-03'
    """
    unit = first.unit if last.unit is None or first.unit is None else min(first.unit, last.unit)
    common = Window(
        first.start,
        last.end,
        unit=unit,
        timex=f"{first.timex}/{last.timex}",
        kind=TimexType.DURATION,
        reason=f"{first.reason}, to {last.reason}",
        zone=first.zone or last.zone,
    )
    if window:
        return common
    latest_start = None if first.end is None else first.end - 1
    earliest_end = None if last.start is None else last.start + 1
    edtf = f"{first.timex}/{last.timex}" if is_plain(first) and is_plain(last) else None
    return attrs.evolve(
        common, latest_start=latest_start, earliest_end=earliest_end, reaching=True, edtf=edtf
    )


def up_to(first: Window, last: Window, *, window: bool) -> Window | None:
    """Return the time from one window to where another begins: "from 9 to 10" is over at 10.

    >>> a, b = days(0, 1, Granularity.DAY), days(2, 1, Granularity.DAY)
    >>> up_to(a, b, window=True).end // DAY
    2
    """
    if first.start is None or first.end is None or last.start is None or last.start <= first.start:
        return None
    reason = f"{first.reason}, up to where {last.called} begins"
    whole = attrs.evolve(joined(first, last, window=window), end=last.start, reason=reason, edtf=None)
    if window:
        return whole
    return attrs.evolve(whole, latest_start=min(first.end, last.start) - 1, earliest_end=last.start)


def is_plain(window: Window) -> bool:
    """Return whether a window is just a year, month or day, which EDTF writes as TIMEX3 does.

    >>> is_plain(days(0, 1, Granularity.DAY))
    True
    """
    plain = window.unit in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR} and window.mod is None
    return plain and all("0" <= letter <= "9" or letter == "-" for letter in window.timex)


def edge(relation: str, base: Window, frame: Frame) -> Window:
    """Return a window of which only one side is said; "after 3 a.m." may be a minute past three."""
    start, end = base.start, base.end
    if base.distance is not None:
        raise RangeError(f"nothing lies {relation} a length of time")
    now = frame.today * DAY
    if relation == "before":
        return _open(base, None, start, "BEFORE", "before")
    if relation == "after":
        clock = start is not None and end is not None and end - start <= HOUR and base.mod is None
        return _open(base, start if clock else end, None, "AFTER", "after")
    if relation == "not_before":
        return _open(base, start, None, "ON_OR_AFTER", "not before")
    if relation == "by":
        return _open(base, None, end, "ON_OR_BEFORE", "by")
    if relation == "until":
        earliest = None if start is None else start + 1
        latest = None if end is None else end - 1
        return attrs.evolve(
            _open(base, None, end, None, "until"), latest_start=latest, earliest_end=earliest, reaching=True
        )
    latest = None if end is None else end - 1
    still = max(now, start or now) + 1
    return attrs.evolve(
        _open(base, start, None, None, "since"), latest_start=latest, earliest_end=still, reaching=True
    )


def from_now(window: Window, frame: Frame) -> Window | None:
    """Return what of an open window lies at the anchor or later: "by Friday" of what is still to come."""
    now = frame.now[0]
    if window.end is None or window.end <= now:
        return None
    return attrs.evolve(window, start=now, reason=f"{window.reason}, from the anchor on")


def _open(base: Window, start: int | None, end: int | None, mod: str | None, word: str) -> Window:
    return attrs.evolve(
        base, start=start, end=end, mod=mod, reason=f"{word} {base.called}: {base.reason}", edtf=None
    )


def around(window: Window, frame: Frame) -> Window:
    """Return a window made wider, since it is only about right."""
    pad = PADS.get(window.unit or Granularity.MICROSECOND, Duration.of(hours=1))
    start, end = window.start, window.end
    for _ in range(min(frame.conventions.around, 10)):
        start = None if start is None else shifted(start, pad, -1)
        end = None if end is None else shifted(end, pad, 1)
    edtf = f"{window.timex}~" if is_plain(window) else None
    return attrs.evolve(
        window, start=start, end=end, mod="APPROX", reason=f"about {window.reason}", edtf=edtf
    )


def at_the_anchor(frame: Frame) -> Window:
    """Return the moment or day of the anchor, for "now" as the time of speaking."""
    start, end = frame.now
    unit = Granularity.DAY if frame.anchor.microseconds is None else Granularity.SECOND
    end = end if unit is Granularity.DAY else start + FINER[unit]
    return Window(start, end, unit=unit, timex="PRESENT_REF", reason="at the anchor")


def vague(reference: str, word: str, frame: Frame) -> Window:
    """Return the past, the present or the future, as wide as the word."""
    today, after_today = frame.today * DAY, (frame.today + 1) * DAY
    if reference == "PRESENT_REF":
        window = Window(None, None, unit=None, timex=reference, reason="going on at the anchor")
        return attrs.evolve(window, latest_start=after_today - 1, earliest_end=today + 1, reaching=True)
    if reference == "PAST_REF":
        start = None
        if word.endswith(("recently", "lately")):
            start = shifted(today, Period(months=frame.conventions.recently), -1)
        return Window(start, after_today, unit=None, timex=reference, reason="before the anchor")
    start = today + frame.conventions.coming * DAY if word == "coming" else today
    return Window(start, None, unit=None, timex=reference, reason="after the anchor")
