"""`EdtfSet`: one of several dates, or all of them; ranges in it are kept as they are and never spelled out."""

from __future__ import annotations

import enum
import itertools
import operator
from collections.abc import Iterator, Sequence

import attrs

from timeline.errors import RangeError, WrongTypeError
from timeline.expressions.edtf.date import MOST_ALTERNATIVES, EdtfDate
from timeline.expressions.edtf.padding import Padding
from timeline.expressions.edtf.relations import EVER_SINCE, FOR_EVER, Box, hull
from timeline.expressions.edtf.value import Corners, EdtfValue, box_of, day_box
from timeline.expressions.edtf.words import join
from timeline.expressions.seasons import METEOROLOGICAL, SeasonConvention
from timeline.times import Granularity, Period
from timeline.times.distance import Distance
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["EdtfSet", "SetKind", "SetRange"]


class SetKind(enum.Enum):
    """Whether one of the members is meant or all of them; the value is the brackets."""

    ONE_OF = "[]"
    ALL_OF = "{}"


@attrs.frozen
class SetRange:
    """All dates of one unit from a first to a last one, both included; None is open on that side.

    >>> from timeline.expressions.edtf.parser import parse
    >>> SetRange(parse("1670"), parse("1672")).canonical()
    '1670..1672'
    """

    first: EdtfDate | None
    last: EdtfDate | None

    def __attrs_post_init__(self) -> None:
        ends = [end for end in (self.first, self.last) if end is not None]
        if not ends or not all(isinstance(end, EdtfDate) for end in ends):
            raise WrongTypeError("a range in a set has an EdtfDate on at least one side")
        if self.first is not None and self.last is not None:
            if self.first.granularity is not self.last.granularity:
                raise RangeError(
                    f"{self.canonical()} has two units", hint="write both ends as years, months or days"
                )
            if self.first.first_day_number > self.last.last_day_number:
                raise RangeError(f"a range ends after it starts, but {self.canonical()} does not")

    def __reduce__(self) -> tuple[object, ...]:
        return SetRange, (self.first, self.last)

    @property
    def first_day_number(self) -> int | None:
        """Its first day, counted from 1970-01-01; None where it is open."""
        return None if self.first is None else self.first.first_day_number

    @property
    def last_day_number(self) -> int | None:
        """Its last day, counted from 1970-01-01; None where it is open."""
        return None if self.last is None else self.last.last_day_number

    @property
    def ends(self) -> tuple[EdtfDate, ...]:
        """Those of its sides that are given.

        >>> from timeline.expressions.edtf.parser import parse
        >>> len(SetRange(None, parse("1984")).ends)
        1
        """
        return tuple(end for end in (self.first, self.last) if end is not None)

    def canonical(self) -> str:
        """Return its one text.

        >>> from timeline.expressions.edtf.parser import parse
        >>> SetRange(None, parse("1984")).canonical()
        '..1984'
        """
        first, last = ("" if end is None else end.canonical() for end in (self.first, self.last))
        return f"{first}..{last}"

    def corners(self, seasons: SeasonConvention, padding: Padding | None) -> Corners:
        """Return the first and the last day that any of its dates can be."""
        first = (
            None
            if self.first is None
            else self.first.corners(seasons=seasons, padding=padding).earliest_start
        )
        last = None if self.last is None else self.last.corners(seasons=seasons, padding=padding).latest_end
        return Corners(first, last, first, last)

    def alternatives(self) -> tuple[Box, ...]:
        """Return a box for each of its dates while there are few, else one for all of them."""
        first, last = self.first_day_number, self.last_day_number
        unit = self.ends[0].granularity
        if first is not None and last is not None and unit is not Granularity.QUARTER:
            found = tuple(itertools.islice(self._units(first, last), MOST_ALTERNATIVES + 1))
            if len(found) <= MOST_ALTERNATIVES:
                return found
        corners = Corners(first, self._edge(last, 0), self._edge(first, 1), last)
        return (box_of(corners, start_unknown=True, end_unknown=True),)

    def _units(self, first: int, last: int) -> Iterator[Box]:
        while first <= last:
            start, end = self.ends[0].unit_at(first)
            yield day_box(start, end)
            first = end + 1

    def _edge(self, day: int | None, side: int) -> int | None:
        if day is None or self.ends[0].granularity is Granularity.QUARTER:
            return day
        return self.ends[0].unit_at(day)[side]

    def whole(self) -> Box:
        """Return the box of all its dates together."""
        first, last = self.first_day_number, self.last_day_number
        return box_of(Corners(first, first, last, last))

    def said(self, kind: SetKind) -> list[str]:
        """Return it in English, as items of a list of either kind.

        >>> from timeline.expressions.edtf.parser import parse
        >>> SetRange(None, parse("1984")).said(SetKind.ONE_OF)
        ['1984', 'some earlier year']
        """
        said = [end.humanize() for end in self.ends]
        if self.first is not None and self.last is not None:
            return [f"{'one' if kind is SetKind.ONE_OF else 'all'} of {said[0]} to {said[1]}"]
        which = "some" if kind is SetKind.ONE_OF else "every"
        side = "earlier" if self.first is None else "later"
        return [said[0], f"{which} {side} {UNITS[self.ends[0].granularity]}"]


UNITS = {
    Granularity.DAY: "day",
    Granularity.MONTH: "month",
    Granularity.QUARTER: "season",
    Granularity.YEAR: "year",
}


@attrs.frozen
class EdtfSet(EdtfValue):
    """One of its members, or all of them, with the members in the order of time and each once.

    The order and the repetitions of the text are kept in `text`; they mean nothing, so equality passes over them.

    >>> from timeline.expressions.edtf.parser import parse
    >>> parse("[1668,1667,1667]") == parse("[1667,1668]")
    True
    """

    kind: SetKind
    members: tuple[EdtfDate | SetRange, ...]
    text: str = attrs.field(default="", kw_only=True, eq=False)
    level: int = attrs.field(default=2, kw_only=True, eq=False)
    repaired: str | None = attrs.field(default=None, kw_only=True, eq=False)
    first_day_number: int | None = attrs.field(init=False, eq=False, repr=False)
    last_day_number: int | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        members: object = self.members
        if not isinstance(members, tuple) or not isinstance(self.kind, SetKind):
            raise WrongTypeError("a set is a SetKind and a tuple of members")
        for member in self.members:
            if not isinstance(member, EdtfDate | SetRange):
                raise WrongTypeError(f"a member is an EdtfDate or a SetRange, not {type(member).__name__}")
        firsts = [member.first_day_number for member in self.members]
        lasts = [member.last_day_number for member in self.members]
        if not firsts:
            raise RangeError("a set has at least one member")
        if firsts.count(None) > 1 or lasts.count(None) > 1:
            raise RangeError("a set has at most one range that is open on a side")
        put = object.__setattr__
        put(self, "first_day_number", _least(firsts))
        put(self, "last_day_number", _greatest(lasts))
        put(self, "level", 2)
        put(self, "members", _in_order(self.members))
        if not self.text:
            put(self, "text", self.canonical())

    @property
    def dates(self) -> tuple[EdtfDate, ...]:
        """The dates that are written in it, those of ranges too.

        >>> from timeline.expressions.edtf.parser import parse
        >>> [str(date) for date in parse("[1667,1670..1672]").dates]
        ['1667', '1670', '1672']
        """
        found: list[EdtfDate] = []
        for member in self.members:
            found.extend(member.ends if isinstance(member, SetRange) else (member,))
        return tuple(found)

    @property
    def granularity(self) -> Granularity | None:
        """The unit of its members; None where they differ."""
        units = {date.granularity for date in self.dates}
        return units.pop() if len(units) == 1 else None

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of a member has ``?`` or ``%``."""
        return any(date.is_uncertain for date in self.dates)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of a member has ``~`` or ``%``."""
        return any(date.is_approximate for date in self.dates)

    def canonical(self) -> str:
        """Return the canonical texts of its members, in the order of time."""
        inside = ",".join(member.canonical() for member in self.members)
        return f"{self.kind.value[0]}{inside}{self.kind.value[1]}"

    def humanize(self) -> str:
        """Return it in English.

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("[1667,1668,1670..1672]").humanize()
        '1667, 1668 or one of 1670 to 1672'
        """
        said: list[str] = []
        for member in self.members:
            said.extend(member.said(self.kind) if isinstance(member, SetRange) else [member.humanize()])
        return join(said, "or" if self.kind is SetKind.ONE_OF else "and")

    def corners(
        self, *, seasons: SeasonConvention = METEOROLOGICAL, padding: Padding | None = None
    ) -> Corners:
        """Return the corners of what took place within one member, or of what took place in each of them."""
        found = [
            member.corners(seasons, padding)
            if isinstance(member, SetRange)
            else member.corners(seasons=seasons, padding=padding)
            for member in self.members
        ]
        first = _least([corners.earliest_start for corners in found])
        last = _greatest([corners.latest_end for corners in found])
        if self.kind is SetKind.ONE_OF:
            return Corners(first, last, first, last)
        ends = self._edges_of_all(seasons, padding)
        return Corners(first, ends[0], ends[1], last)

    def _edges_of_all(
        self, seasons: SeasonConvention, padding: Padding | None
    ) -> tuple[int | None, int | None]:
        """Return by when what took place in all members had started, and until when it had not ended.

        A range stands for all of its dates, so its first and its last one count; on an open side nothing is known.
        """
        found = [date.corners(seasons=seasons, padding=padding) for date in self.dates]
        begun = None if self.first_day_number is None else _least([corners.latest_start for corners in found])
        going = (
            None if self.last_day_number is None else _greatest([corners.earliest_end for corners in found])
        )
        return begun, going

    def duration(self) -> Distance:
        """Return how long the member can be, or how long it is from the first to the last of all members.

        >>> from timeline.expressions.edtf.parser import parse
        >>> print(parse("{1960,1961-12}").duration())
        exactly P731D
        """
        ranges = [_days_of(box) for box in self.boxes(absolute=False)]
        longest = [most for _, most in ranges if most is not None]
        at_most = Period(days=max(longest)) if len(longest) == len(ranges) else None
        return Distance(at_least=Period(days=min(fewest for fewest, _ in ranges)), at_most=at_most)

    def boxes(self, *, absolute: bool) -> tuple[Box, ...]:
        """Return a box for each alternative of one, or one from the first to the last of all."""
        parts = self.part_boxes(absolute=absolute)
        if self.kind is SetKind.ONE_OF:
            return parts[0]
        return (_joined([hull(part) for part in parts]),)

    def part_boxes(self, *, absolute: bool) -> tuple[tuple[Box, ...], ...]:
        """Return the boxes of one part for one of a set, and of each member for all of it."""
        if self.kind is SetKind.ALL_OF:
            return tuple(
                (member.whole(),) if isinstance(member, SetRange) else member.boxes(absolute=absolute)
                for member in self.members
            )
        boxes: list[Box] = []
        for member in self.members:
            boxes.extend(
                member.alternatives() if isinstance(member, SetRange) else member.boxes(absolute=absolute)
            )
        return (tuple(boxes),)


def _in_order(members: tuple[EdtfDate | SetRange, ...]) -> tuple[EdtfDate | SetRange, ...]:
    places = [_place(member) for member in members]
    if all(map(operator.lt, places, places[1:])):
        return members
    ordered = sorted(members, key=lambda member: (*_place(member), member.canonical()))
    return tuple(dict.fromkeys(ordered))


def _place(member: EdtfDate | SetRange) -> tuple[bool, int, int]:
    """Return where a member stands: by its first and last day, and one that goes on for ever at the end."""
    first, last = member.first_day_number, member.last_day_number
    return last is None, EVER_SINCE if first is None else first, 0 if last is None else last


def _least(days: Sequence[int | None]) -> int | None:
    return None if None in days else min(day for day in days if day is not None)


def _greatest(days: Sequence[int | None]) -> int | None:
    return None if None in days else max(day for day in days if day is not None)


def _days_of(box: Box) -> tuple[int, int | None]:
    """Return the fewest and the most days of a box; None where nothing limits them."""
    if box.earliest_start == EVER_SINCE or box.latest_end == FOR_EVER:
        return 1, None
    fewest, most = box.earliest_end - box.latest_start, box.latest_end - box.earliest_start
    return max(1, fewest // MICROSECONDS_PER_DAY), most // MICROSECONDS_PER_DAY


def _joined(boxes: list[Box]) -> Box:
    """Return the box of what reaches from the first to the last of several."""
    return Box(
        min(box.earliest_start for box in boxes),
        min(box.latest_start for box in boxes),
        max(box.earliest_end for box in boxes),
        max(box.latest_end for box in boxes),
    )
