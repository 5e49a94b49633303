"""What the text around an expression says about it: tense, prepositions, and the times spoken of before."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from timeline.expressions.english.clock import counts_to_24
from timeline.expressions.english.cycles import cycle_of
from timeline.expressions.english.frame import DAY, Frame, Window
from timeline.expressions.english.lists import with_listed_year
from timeline.expressions.english.members import quarter_of
from timeline.expressions.english.moves import calendar_unit
from timeline.expressions.english.orders import arranged, is_open, shown_order
from timeline.expressions.english.reports import A_YEAR
from timeline.expressions.english.resolving import find
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.sharing import (
    Neighbour,
    beside,
    directly,
    inside,
    is_weekday,
    whole_ahead,
    whole_of,
)
from timeline.expressions.english.stretches import stretch_from
from timeline.expressions.english.surroundings import extended, other_end
from timeline.expressions.english.tense import is_of_saying, is_of_the_past, side
from timeline.expressions.english.values import (
    Around,
    At,
    Away,
    Calendar,
    Clock,
    DayPart,
    Edge,
    Ended,
    Inside,
    Named,
    Part,
    Range,
    Relative,
    Repeat,
    Stretch,
    Value,
    is_clock,
)
from timeline.expressions.english.years_beside import full_dates, with_neighbour
from timeline.expressions.readings import TimexType
from timeline.times import Granularity

__all__ = ["Story"]

MIDWEEK = 3
"""From Wednesday on "the weekend" that no verb puts behind is the one to come."""

LISTED = (Around, At, Calendar, Inside, Named, Part, Relative, Repeat)
"""What the next time of a list can share something with."""

LONG_BEFORE = 2 * 366
"""Days between the time last spoken of and a report, from which on a feast in the past tense belongs to the former."""

FAR_BEHIND = 3
VERY_FAR_BEHIND = 4
"""A bare date is taken to lie ahead if it is so many times nearer there than behind; more, if the tense is past."""


NONE: Mapping[int, int] = MappingProxyType({})


class Story:
    """A text as it is read on: it remembers the time last spoken of."""

    __slots__ = (
        "dates",
        "frame",
        "narrative",
        "neighbour",
        "order",
        "past",
        "quarter",
        "range",
        "range_at",
        "whole_day",
        "years",
    )

    def __init__(self, frame: Frame, *, narrative: bool, years: Mapping[int, int] = NONE) -> None:
        self.frame = attrs.evolve(frame, prefer="spoken") if narrative else frame
        self.narrative = narrative
        self.years = years
        self.neighbour: Neighbour | None = None
        self.whole_day: bool | None = None
        self.past: bool | None = None
        self.dates: list[tuple[int, Calendar]] | None = None
        self.order: str | None = None
        self.quarter: int | None = None
        self.range: Range | None = None
        self.range_at = (-1, -1)

    def find(self, value: Value, tokens: Tokens, index: int, after: int) -> list[Window]:
        """Return the windows of a value where it stands, and remember it."""
        value = self._settled(value, tokens, index, after)
        if self._repeats_on(value, tokens, index) or (self.narrative and _is_any_night(value, tokens, index)):
            value = Repeat(value)
        week = self._week_of(value, tokens, index, after)
        value = with_listed_year(value, tokens, after) if week is None else inside(value, week)
        windows = self._of_the_quarter(value) or self._found(value, tokens, index, after)
        if len(windows) > 1 and not self.narrative and _is_bare(value):
            windows = self._ordered(windows, tokens, index)
        self.order = shown_order(tokens, index, after) or self.order
        if is_open(value) and side(tokens, index) != "future":
            windows = arranged(windows, self.order, self.frame.today)
        if windows and "-Q" in windows[0].timex and not _looks_back(value) and not isinstance(value, Ended):
            self.quarter = windows[0].first_day
        if windows and not self.narrative:
            windows = self._beside_a_date(value, windows, tokens, index)
        whole = self._whole(value, tokens, index, after) if windows else []
        self._stand_beside(value, week, windows, after)
        if windows and self._goes_on_from(value, windows[0]) and not is_of_saying(tokens, index):
            self.frame = attrs.evolve(self.frame, spoken=windows[0])
        return windows + whole

    def _beside_a_date(self, value: Value, windows: list[Window], tokens: Tokens, index: int) -> list[Window]:
        """Return the windows of a value with the one that a full date in its sentence or paragraph suggests."""
        if self.dates is None:
            self.dates = full_dates(tokens, self.frame)
        if not self.dates:
            return windows
        return with_neighbour(value, windows, tokens, index, self.frame, self.dates)

    def _found(self, value: Value, tokens: Tokens, index: int, after: int) -> list[Window]:
        """Return the windows of a value, from the anchor where what is to come is spoken of, else from the time last spoken of."""
        frame = self._told(index)
        if self.narrative or frame.spoken is None:
            return find(value, frame)
        windows = find(value, self._frame_of(value, tokens, index))
        if isinstance(value, Stretch) and value.side > 0 and value.whole is None:
            later = stretch_from(value.length, frame.spoken, frame)
            return later + windows if side(tokens, index, after) == "past" else windows + later
        return windows

    def _goes_on_with(self, value: Value, tokens: Tokens, index: int) -> bool:
        """Return whether a feast or season of the past goes on with a year told long before: "reached Vienna before Christmas"."""
        spoken = self.frame.spoken
        if not isinstance(value, Named) or value.kind not in {"feast", "season"} or spoken is None:
            return False
        behind = self.frame.today - spoken.first_day > LONG_BEFORE
        return behind and spoken.start is not None and side(tokens, index) == "past"

    def _is_of_the_past(self, tokens: Tokens) -> bool:
        """Return whether a report tells only of years long before it, so that its bare dates are of the year last spoken of."""
        if self.past is None:
            self.past = is_of_the_past(tokens, self.frame.anchor.date.year)
        return self.past

    def _frame_of(self, value: Value, tokens: Tokens, index: int) -> Frame:
        """Return the frame for a value: "the year" in which something will be is that of the anchor."""
        frame = self._told(index)
        if self.narrative or frame.spoken is None:
            return frame
        if _is_bare(value) and (self._is_of_the_past(tokens) or self._goes_on_with(value, tokens, index)):
            return attrs.evolve(frame, prefer="spoken")
        ahead = _is_of_the_unit(value) and side(tokens, index) == "future"
        return attrs.evolve(frame, spoken=None) if ahead else frame

    def _told(self, index: int) -> Frame:
        """Return the frame for a place, with the year in which the story comes to it."""
        year = self.years.get(index)
        return self.frame if year is None else attrs.evolve(self.frame, year=year)

    def _settled(self, value: Value, tokens: Tokens, index: int, after: int) -> Value:
        """Return a time of day as read by the clock of the text: one that shows 09:30 or 14:05 counts to 24 everywhere."""
        time = value.time if isinstance(value, At) else value
        if not isinstance(time, Clock) or not time.half_day or ":" not in tokens.words[index:after]:
            return value
        if self.whole_day is None:
            self.whole_day = counts_to_24(tokens)
        if not self.whole_day:
            return value
        time = attrs.evolve(time, half_day=False)
        return attrs.evolve(value, time=time) if isinstance(value, At) else time

    def _repeats_on(self, value: Value, tokens: Tokens, index: int) -> bool:
        """Return whether a bare day goes on with "every Monday, Wednesday and Friday"."""
        before = self.neighbour
        return before is not None and before.repeats and is_weekday(value) and beside(tokens, before, index)

    def _week_of(self, value: Value, tokens: Tokens, index: int, after: int) -> Relative | None:
        """Return the week that a neighbour names for a bare day of it."""
        if not is_weekday(value):
            return None
        before = self.neighbour
        if before is not None and before.is_whole and directly(tokens, before, index):
            return before.whole
        if before is not None and before.is_day and beside(tokens, before, index):
            return before.whole  # the first of the list has looked ahead for all
        return whole_ahead(tokens, after)

    def _stand_beside(self, value: Value, week: Relative | None, windows: list[Window], after: int) -> None:
        """Remember a time for the next one in a list."""
        if not isinstance(value, LISTED):
            self.neighbour = None
            return
        is_whole = isinstance(value, Relative) and value.unit is Granularity.WEEK
        whole = value if isinstance(value, Relative) and is_whole else week or whole_of(value)
        ahead = bool(windows) and windows[0].start is not None and windows[0].first_day > self.frame.today
        side_of = "future" if ahead else "past"
        self.neighbour = Neighbour(
            after,
            whole,
            side_of if _is_bare(value) else None,
            is_whole=is_whole,
            is_day=week is not None or whole_of(value) is not None or is_weekday(value),
            repeats=isinstance(value, Repeat),
        )

    def expect(self, value: Range, first: int, last: int) -> None:
        """Remember a range and the tokens at which its two ends begin."""
        self.range, self.range_at = value, (first, last)

    def _whole(self, value: Value, tokens: Tokens, index: int, after: int) -> list[Window]:
        """Return what a mention means together with its preposition, or with the other end of its range."""
        values = extended(value, tokens, index, after)
        ends = (
            other_end(value, tokens, index, after)
            if self.range is None or index not in self.range_at
            else None
        )
        if ends is not None:
            self.expect(ends[0], index, ends[1])
        if self.range is not None and index in self.range_at:
            values = _lengths_of(self.range)
        if not values:
            return []
        frame = attrs.evolve(self._frame_of(value, tokens, index), year=self.frame.year)
        return [window for each in values for window in find(each, frame)[:4]]

    def _of_the_quarter(self, value: Value) -> list[Window]:
        """Return what "the quarter" and "a year earlier" are once a text has spoken of a quarter: that one, and its like."""
        if self.quarter is None or self.narrative:
            return []
        day = self.quarter
        spoken = attrs.evolve(calendar_unit(Granularity.QUARTER, day, 0), reason="the quarter last spoken of")
        if _is_the_quarter(value):
            return [spoken]
        if isinstance(value, Inside) and _is_the_quarter(value.value):
            return find(Inside(quarter_of(spoken), value.whole), self.frame)
        if isinstance(value, Away) and value.base is None and value.side < 0 and value.length == A_YEAR:
            window = calendar_unit(Granularity.QUARTER, day, -4)
            return [attrs.evolve(window, reason="the quarter a year before the one last spoken of")]
        return []

    def _goes_on_from(self, value: Value, window: Window) -> bool:
        """Return whether what comes next starts from here: not from a look back, nor from the year of the day before."""
        if window.kind in {TimexType.DURATION, TimexType.SET} or window.start is None or window.end is None:
            return False
        if _looks_back(value):
            return False
        spoken = self.frame.spoken
        if spoken is None or spoken.start is None or spoken.end is None:
            return True
        return not (window.start <= spoken.start and spoken.end <= window.end)

    def _ordered(self, windows: list[Window], tokens: Tokens, index: int) -> list[Window]:
        """Put the side of the anchor first that the sentence speaks of."""
        today = self.frame.today
        where = side(tokens, index)
        if where is None and windows[0].timex.endswith("-WE") and self.frame.anchor.date.weekday >= MIDWEEK:
            where = "future"
        if self.neighbour is not None and beside(tokens, self.neighbour, index):
            where = self.neighbour.side or where
        near = windows[0].end is not None and windows[0].end > today * DAY
        ahead = next(
            (window for window in windows if window.start is not None and window.start > today * DAY), None
        )
        if near or ahead is None or windows[0].unit is Granularity.QUARTER:
            return windows
        behind_days, ahead_days = today - windows[0].first_day, ahead.first_day - today
        if where == "future" and behind_days * VERY_FAR_BEHIND < ahead_days and behind_days > 14:
            where = "past"
        elif where != "future":
            times = FAR_BEHIND if where is None else VERY_FAR_BEHIND
            far = ahead_days * times < behind_days and behind_days > 14
            where = "future" if far else "past"
        return (
            [ahead, *(window for window in windows if window is not ahead)] if where == "future" else windows
        )


def _lengths_of(value: Range) -> list[Value]:
    """Return a range with and without its last part, as it is meant more often first; clock times are rarely counted in."""
    if is_clock(value.last):
        return [attrs.evolve(value, short=True), value]
    return [value] if value.window else [value, attrs.evolve(value, short=True)]


def _is_any_night(value: Value, tokens: Tokens, index: int) -> bool:
    """Return whether "at night" is no certain one."""
    return isinstance(value, DayPart) and tokens.words[index] in {"night", "nights", "daytime", "nighttime"}


def _is_the_quarter(value: Value) -> bool:
    """Return whether a value is "the quarter" or "the same quarter"."""
    words = {"the", "same"}
    return isinstance(value, Relative) and value.unit is Granularity.QUARTER and value.words in words


def _is_of_the_unit(value: Value) -> bool:
    """Return whether a value is "the year", "the end of the month": of a unit that the text around must give."""
    if isinstance(value, Part | Edge):
        return _is_of_the_unit(value.value)
    return isinstance(value, Relative) and value.words == "the" and not value.offset


def _looks_back(value: Value) -> bool:
    """Return whether a value only points back from another time: the previous year, a week earlier."""
    if isinstance(value, Part | At):
        return _looks_back(value.value if isinstance(value, Part) else value.date)
    if isinstance(value, Inside):
        return isinstance(value.value, Relative) or _looks_back(value.whole)
    if isinstance(value, Relative):
        return value.offset < 0 and value.words != "latest"
    return isinstance(value, Away) and value.side < 0


def _is_bare(value: Value) -> bool:
    """Return whether the side on which a value lies is left to the context."""
    if isinstance(value, Part | Around):
        return _is_bare(value.value)
    if isinstance(value, At):
        return _is_bare(value.date)
    return isinstance(value, Calendar | Named) and cycle_of(value) is not None
