"""`EdtfValue`: what every EDTF value can say, whether it is a date, a date-time, an interval or a set."""

from __future__ import annotations

import abc
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import WrongTypeError, ZoneError
from timeline.expressions.edtf import relations
from timeline.expressions.edtf.relations import EVER_SINCE, FOR_EVER, Box, Truth, every, judge, some
from timeline.expressions.seasons import METEOROLOGICAL, SeasonConvention
from timeline.times import Bounds, CivilDate, Granularity, Instant, Relation
from timeline.times.calendar import date_from_day_number
from timeline.times.distance import Distance
from timeline.times.zones import MICROSECONDS_PER_DAY, day_start, zone_info

if TYPE_CHECKING:
    from timeline.expressions.edtf.padding import Padding

__all__ = ["Corners", "EdtfValue"]

EARLIER = frozenset({Relation.BEFORE, Relation.MEETS})
LATER = frozenset({Relation.AFTER, Relation.MET_BY})
APART = EARLIER | LATER
TOGETHER = frozenset(Relation) - APART
AROUND = frozenset({Relation.CONTAINS, Relation.STARTED_BY, Relation.FINISHED_BY, Relation.EQUALS})


class Corners(NamedTuple):
    """The first and last day on which something can start, and on which it can end; None is open or unknown.

    Days are counted from 1970-01-01, and the last day is one on which it still takes place.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None


class EdtfValue(abc.ABC):
    """A value of ISO 8601-2 / EDTF: immutable, equal by meaning and not by text, and without an order of its own.

    `text` is what was read, character for character, and `level` the lowest level of EDTF that has it. `repaired` is
    the correct form of a text that only ``lenient=True`` reads. ``parse(str(value)) == value`` always holds.
    """

    __slots__ = ()

    text: str
    level: int
    repaired: str | None

    def __str__(self) -> str:
        return self.text if self.repaired is None else self.repaired

    def __reduce__(self) -> tuple[object, ...]:
        return _parse_again, (self.text, self.repaired is not None)

    @property
    @abc.abstractmethod
    def first_day_number(self) -> int | None:
        """The first day that it can touch, counted from 1970-01-01; None where it is open or unknown."""

    @property
    @abc.abstractmethod
    def last_day_number(self) -> int | None:
        """The last day that it can touch, counted from 1970-01-01; None where it is open or unknown."""

    @property
    @abc.abstractmethod
    def granularity(self) -> Granularity | None:
        """The unit in which it is stated; None where its parts differ or nothing is stated."""

    @property
    @abc.abstractmethod
    def is_uncertain(self) -> bool:
        """Whether any part of it has ``?`` or ``%``."""

    @property
    @abc.abstractmethod
    def is_approximate(self) -> bool:
        """Whether any part of it has ``~`` or ``%``."""

    @abc.abstractmethod
    def canonical(self) -> str:
        """Return the one text that all values of this meaning share; it reads back as an equal value."""

    @abc.abstractmethod
    def humanize(self) -> str:
        """Return it in English words."""

    @abc.abstractmethod
    def duration(self) -> Distance:
        """Return how long it can last, as calendar days; a side that nothing limits is open."""

    @abc.abstractmethod
    def corners(
        self, *, seasons: SeasonConvention = METEOROLOGICAL, padding: Padding | None = None
    ) -> Corners:
        """Return the days of its four corners, as day numbers."""

    @abc.abstractmethod
    def boxes(self, *, absolute: bool) -> tuple[Box, ...]:
        """Return where the whole of it can lie, one box for each alternative; `absolute` reads offsets from UTC."""

    def part_boxes(self, *, absolute: bool) -> tuple[tuple[Box, ...], ...]:
        """Return where each of its parts can lie; only a set of which all belong has more than one."""
        return (self.boxes(absolute=absolute),)

    @property
    def has_offset(self) -> bool:
        """Whether it says how far its clock is from UTC."""
        return False

    @property
    def first_day(self) -> CivilDate | None:
        """The first day that it can touch; None where it is open or unknown."""
        number = self.first_day_number
        return None if number is None else date_from_day_number(number)

    @property
    def last_day(self) -> CivilDate | None:
        """The last day that it can touch; None where it is open or unknown."""
        number = self.last_day_number
        return None if number is None else date_from_day_number(number)

    def bounds(
        self,
        *,
        zone: str = "UTC",
        seasons: SeasonConvention = METEOROLOGICAL,
        padding: Padding | None = None,
    ) -> Bounds:
        """Return the bounds of something of which this says when it took place; days begin at midnight in `zone`.

        What a date says took place within it; an interval says that it started within the one end and ended
        within the other. Qualifiers move nothing unless a `padding` says how far.

        >>> from timeline.expressions.edtf.parser import parse
        >>> print(parse("1985-04~").bounds(zone="Asia/Seoul").outer)
        1985-03-31T15:00:00Z/1985-04-30T15:00:00Z
        """
        days = self.corners(seasons=seasons, padding=padding)
        is_utc = zone_info(zone) is UTC
        start, after = _window(days.earliest_start, days.latest_start, zone, is_utc=is_utc)
        if days.earliest_start == days.earliest_end and days.latest_start == days.latest_end:
            return _bounds(start, _moved(after, -1), _moved(start, 1), after)
        first_end, end = _window(days.earliest_end, days.latest_end, zone, is_utc=is_utc)
        return _consistent(start, _moved(after, -1), _moved(first_end, 1), end)

    def possible_relations(self, other: EdtfValue) -> frozenset[Relation]:
        """Return the relations of Allen that can hold between the two dates themselves, counted in whole days.

        Exact while there are few ways to fill in the unspecified digits (`relations.EXACT_PAIRS`), else a superset.
        Two date-times that both have an offset are compared as instants.

        >>> from timeline.expressions.edtf.parser import parse
        >>> sorted(relation.value for relation in parse("198X").possible_relations(parse("1980")))
        ['after', 'equals', 'met_by']
        """
        absolute = self._is_absolute_beside(other)
        return relations.possible_relations(self.boxes(absolute=absolute), other.boxes(absolute=absolute))

    def before(self, other: EdtfValue) -> Truth:
        """Return whether it ends before the other starts, touching it or not (Allen's before, or meets).

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1984").before(parse("1985")), parse("198X").before(parse("1985"))
        (<Truth.YES: 'yes'>, <Truth.MAYBE: 'maybe'>)
        """
        return judge(self.possible_relations(other), EARLIER)

    def after(self, other: EdtfValue) -> Truth:
        """Return whether it starts after the other ends, touching it or not (Allen's after, or met by).

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1985/").after(parse("1984"))
        <Truth.YES: 'yes'>
        """
        return judge(self.possible_relations(other), LATER)

    def covers(self, other: EdtfValue) -> Truth:
        """Return whether every day of the other is a day of this one.

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1985").covers(parse("1985-04")), parse("{1960,1961-12}").covers(parse("1961-05"))
        (<Truth.YES: 'yes'>, <Truth.NO: 'no'>)
        """
        absolute = self._is_absolute_beside(other)
        mine, theirs = self.part_boxes(absolute=absolute), other.part_boxes(absolute=absolute)
        return every(_covered(part, mine) for part in theirs)

    def within(self, other: EdtfValue) -> Truth:
        """Return whether every day of this one is a day of the other.

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1985-04-XX").within(parse("1985/1990"))
        <Truth.MAYBE: 'maybe'>
        """
        return other.covers(self)

    def intersects(self, other: EdtfValue) -> Truth:
        """Return whether the two have a day in common.

        >>> from timeline.expressions.edtf.parser import parse
        >>> parse("1985/1990").intersects(parse("1984"))
        <Truth.NO: 'no'>
        """
        absolute = self._is_absolute_beside(other)
        theirs = other.part_boxes(absolute=absolute)
        return some(
            _related(one, two, TOGETHER) for one in self.part_boxes(absolute=absolute) for two in theirs
        )

    def sort_key(self) -> tuple[int, int, int, str]:
        """Return a key that orders values of every kind: by where they begin and end, granularity and text.

        >>> from timeline.expressions.edtf.parser import parse
        >>> [str(value) for value in sorted(map(parse, ["1985", "[..1984]", "-0043"]), key=lambda value: value.sort_key())]
        ['[..1984]', '-0043', '1985']
        """
        first, last = self.first_day_number, self.last_day_number
        start = _microsecond(first, EVER_SINCE)
        unit = -1 if self.granularity is None else int(self.granularity)
        return start, _microsecond(_moved(last, 1), FOR_EVER), unit, self.canonical()

    def _is_absolute_beside(self, other: EdtfValue) -> bool:
        if not isinstance(other, EdtfValue):
            raise WrongTypeError(f"not an EDTF value: {type(other).__name__}", hint="parse it first")
        return self.has_offset and other.has_offset


def day_box(first: int, last: int) -> Box:
    """Return the box of whole days from a first to a last one."""
    start, end = first * MICROSECONDS_PER_DAY, (last + 1) * MICROSECONDS_PER_DAY
    return Box(start, start, end, end)


def box_of(corners: Corners, *, start_unknown: bool = False, end_unknown: bool = False) -> Box:
    """Return the box of corners counted in days; what is open lies at the end of time, what is unknown anywhere."""
    starts = (corners.earliest_start, corners.latest_start)
    ends = (corners.earliest_end, corners.latest_end)
    beginning = FOR_EVER if start_unknown else EVER_SINCE
    ending = EVER_SINCE if end_unknown else FOR_EVER
    return Box(
        _microsecond(starts[0], EVER_SINCE),
        _microsecond(starts[1], beginning),
        _microsecond(_moved(ends[0], 1), ending),
        _microsecond(_moved(ends[1], 1), FOR_EVER),
    )


def _microsecond(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else day * MICROSECONDS_PER_DAY


def _moved(number: int | None, by: int) -> int | None:
    return None if number is None else number + by


def _window(first: int | None, last: int | None, zone: str, *, is_utc: bool) -> tuple[int | None, int | None]:
    """Return the microseconds from the start of one day to the end of another."""
    if is_utc:
        return (
            None if first is None else first * MICROSECONDS_PER_DAY,
            None if last is None else (last + 1) * MICROSECONDS_PER_DAY,
        )
    start = None if first is None else day_start(first, zone)
    end = None if last is None else day_start(last + 1, zone)
    if start is not None and end is not None and start >= end:
        raise ZoneError(f"the clocks of {zone} skip that day", hint="give another zone")
    return start, end


def _consistent(
    earliest_start: int | None, latest_start: int | None, earliest_end: int | None, latest_end: int | None
) -> Bounds:
    """Return bounds whose corners can all be reached: what starts no earlier cannot end before that, and so on."""
    if latest_end is not None and latest_start is not None and latest_start >= latest_end:
        latest_start = latest_end - 1
    if earliest_start is not None and earliest_end is not None and earliest_end <= earliest_start:
        earliest_end = earliest_start + 1
    return _bounds(earliest_start, latest_start, earliest_end, latest_end)


def _bounds(
    earliest_start: int | None, latest_start: int | None, earliest_end: int | None, latest_end: int | None
) -> Bounds:
    return Bounds(
        None if earliest_start is None else Instant(earliest_start),
        latest_start=None if latest_start is None else Instant(latest_start),
        earliest_end=None if earliest_end is None else Instant(earliest_end),
        latest_end=None if latest_end is None else Instant(latest_end),
    )


def _covered(part: tuple[Box, ...], mine: tuple[tuple[Box, ...], ...]) -> Truth:
    """Return whether a part lies in one of several; where only several together could hold it, perhaps."""
    answer = some(_related(one, part, AROUND) for one in mine)
    touching = sum(_related(one, part, TOGETHER) is not Truth.NO for one in mine)
    return Truth.MAYBE if answer is Truth.NO and touching > 1 else answer


def _related(ones: tuple[Box, ...], others: tuple[Box, ...], wanted: frozenset[Relation]) -> Truth:
    return judge(relations.possible_relations(ones, others), wanted)


def _parse_again(text: str, lenient: bool) -> EdtfValue:  # noqa: FBT001  # called by pickle, with what it kept
    from timeline.expressions.edtf.parser import parse  # noqa: PLC0415  # the parser makes values, so it comes later

    return parse(text, lenient=lenient)
