"""`BusinessDays`: so many days on which people work, Monday to Friday or by a named calendar."""

from __future__ import annotations

import attrs

from timeline.times.calendar import CivilDate, date_from_day_number, integer
from timeline.times.iso import Scanner
from timeline.times.worked import WEEKDAYS, check_calendar, worked_days

__all__ = ["BusinessDays"]


@attrs.frozen
class BusinessDays:
    """Days that are neither of a weekend nor public holidays; without a calendar, Monday to Friday.

    The day of the event is not counted: n business days after a day are the n-th one strictly after it, whether that
    day is one or not; less than none counts back in the same way, and none is the day itself. (The rule of
    Regulation (EEC, Euratom) No 1182/71, article 3, and of Rule 6(a) of the US Federal Rules of Civil Procedure.)

    >>> print(BusinessDays(3).after(CivilDate(2025, 12, 12)))  # a Friday
    2025-12-17
    >>> print(BusinessDays(3, "GB-ENG").after(CivilDate(2025, 12, 24)))  # Christmas, Boxing Day and a weekend
    2025-12-31
    >>> print(BusinessDays(2, "fridays").after(CivilDate(2025, 12, 12)))  # the second Friday after a Friday
    2025-12-26
    """

    count: int
    calendar: str | None = attrs.field(default=None, converter=check_calendar)

    def __attrs_post_init__(self) -> None:
        integer(self.count, "count")

    def __reduce__(self) -> tuple[object, ...]:
        return BusinessDays, (self.count, self.calendar)

    @classmethod
    def parse(cls, text: str) -> BusinessDays:
        """Read ISO 8601 days with a suffix that says which days are meant; the inverse of `str`.

        >>> BusinessDays.parse("P3D[business]"), BusinessDays.parse("-P10D[business=US]")
        (BusinessDays(count=3, calendar=None), BusinessDays(count=-10, calendar='US'))
        """
        scanner = Scanner(text)
        sign = -1 if scanner.take("-") else 1
        scanner.expect("P")
        at = scanner.position
        run = scanner.run_of_digits()
        if not run:
            raise scanner.error("expected a number of days", at=at)
        scanner.expect("D[business")
        calendar = scanner.until("]") if scanner.take("=") else None
        scanner.expect("]")
        scanner.finish()
        return cls(sign * int(run), calendar)

    @classmethod
    def between(cls, first: CivilDate, last: CivilDate, calendar: str | None = None) -> BusinessDays:
        """Return the business days after a day, up to and with a later one; less than none where it is not later.

        >>> BusinessDays.between(CivilDate(2025, 12, 12), CivilDate(2025, 12, 17)).count
        3
        >>> BusinessDays.between(CivilDate(2025, 12, 17), CivilDate(2025, 12, 12)).count
        -3
        """
        passed = worked_days(check_calendar(calendar)).passed
        one, two = first.number, last.number
        count = passed(two) - passed(one) if two >= one else passed(two - 1) - passed(one - 1)
        return cls(count, calendar)

    def after(self, date: CivilDate) -> CivilDate:
        """Return the day that lies so many business days after a date; the date itself for none.

        >>> print(BusinessDays(-1).after(CivilDate(2025, 12, 14)))  # the last one before a Sunday
        2025-12-12
        """
        return date_from_day_number(self.later(date.number))

    def later(self, day: int) -> int:
        """Return what `after` does for days that are numbered from 1970-01-01; it never falls as the day rises."""
        if not self.count:
            return day
        worked = worked_days(self.calendar)
        return worked.day(worked.passed(day if self.count > 0 else day - 1) + self.count + (self.count < 0))

    def least_before(self, later: int) -> int:
        """Return the first day from which `later` comes to a given day or past it.

        >>> days = BusinessDays(3)
        >>> days.least_before(days.later(100)) <= 100 < days.least_before(days.later(100) + 1)
        True
        """
        if self.count >= 0:
            return (-self).later(later)
        return (-self).later(later - 1) + 1

    @property
    def day_name(self) -> str:
        """What one of the days is called.

        >>> BusinessDays(3).day_name, BusinessDays(3, "US").day_name, BusinessDays(1, "fridays").day_name
        ('business day', 'US business day', 'Friday')
        """
        if self.calendar in WEEKDAYS:
            return self.calendar.removesuffix("s").title()
        return f"{self.calendar} business day" if self.calendar else "business day"

    def __str__(self) -> str:
        calendar = f"={self.calendar}" if self.calendar else ""
        return f"{'-' if self.count < 0 else ''}P{abs(self.count)}D[business{calendar}]"

    def __neg__(self) -> BusinessDays:
        return BusinessDays(-self.count, self.calendar)
