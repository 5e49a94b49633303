"""Sets: what comes again and again has a TIMEX3 value, and no bounds of its own."""

from __future__ import annotations

from timeline.expressions.english.frame import Window
from timeline.expressions.english.timex import SEASON_CODES, length_value
from timeline.expressions.english.values import At, Calendar, DayPart, Length, Named, Repeat, Value
from timeline.expressions.readings import TimexType

__all__ = ["repeat_window"]


def repeat_window(value: Repeat) -> Window:
    """Return a set: its value, and bounds that are open on both sides.

    >>> repeat_window(Repeat(Calendar(weekday=5))).timex
    'XXXX-WXX-5'
    """
    return Window(
        None,
        None,
        unit=None,
        timex=_pattern(value.value),
        kind=TimexType.SET,
        reason="again and again",
    )


def _pattern(value: Value) -> str:
    if isinstance(value, Length):
        return length_value(value)
    if isinstance(value, DayPart):
        return f"XXXX-XX-XXT{value.code}"
    if isinstance(value, At):
        time = f"T{value.time.code}" if isinstance(value.time, DayPart) else ""
        return _pattern(value.date) + time
    if isinstance(value, Calendar):
        if value.weekday is not None:
            return f"XXXX-WXX-{value.weekday}"
        day = f"-{value.day:02d}" if value.day else ""
        return f"XXXX-{value.month:02d}{day}" if value.month else f"XXXX-XX{day}"
    if isinstance(value, Named) and value.kind == "season" and isinstance(value.number, int):
        return f"XXXX-{SEASON_CODES[value.number - 1]}"
    if isinstance(value, Named) and isinstance(value.number, int) and value.number:
        return f"XXXX-{value.kind[0].upper()}{value.number}"
    return "XXXX-WXX-WE" if isinstance(value, Named) and value.kind == "weekend" else "XXXX"
