"""Times as programs write them: each form says the same as the plain one, and what is no time is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import NotUnderstoodError
from timeline.expressions.resolve import resolve
from timeline.times import Bounds

ANCHOR = "2024-05-15"


def bounds(text: str, zone_of: str = ANCHOR) -> Bounds:
    (reading,) = resolve(text, anchor=zone_of)
    return reading.bounds


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("2024-06-05 10:00:00.123 UTC", "2024-06-05T10:00:00.123Z/2024-06-05T10:00:00.124Z"),
        ("2024-06-05 10:00:00,5", "2024-06-05T10:00:00.5Z/2024-06-05T10:00:00.6Z"),
        ("[05/Jun/2024:10:00:00 +0200]", "2024-06-05T08:00:00Z/2024-06-05T08:00:01Z"),
        ("Wed, 05 Jun 2024 10:00:00 +0200", "2024-06-05T08:00:00Z/2024-06-05T08:00:01Z"),
        ("20240605T1015+0200", "2024-06-05T08:15:00Z/2024-06-05T08:16:00Z"),
        ("20240605_101500", "2024-06-05T10:15:00Z/2024-06-05T10:15:01Z"),
        ("20240605", "2024-06-05T00:00:00Z/2024-06-06T00:00:00Z"),
        ("2024W23", "2024-06-03T00:00:00Z/2024-06-10T00:00:00Z"),
        ("2024W23-3", "2024-06-05T00:00:00Z/2024-06-06T00:00:00Z"),
        ("2024-157", "2024-06-05T00:00:00Z/2024-06-06T00:00:00Z"),
        ("051000ZJUN24", "2024-06-05T10:00:00Z/2024-06-05T10:01:00Z"),
    ],
)
def test_a_stamp_is_read(text: str, outer: str) -> None:
    assert str(bounds(text).outer) == outer


@given(
    moment=st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1)),  # noqa: DTZ001  # the zone is drawn apart
    minutes=st.integers(-12 * 60, 14 * 60).map(lambda count: 15 * (count // 15)),
)
def test_every_form_of_a_moment_is_the_same(moment: datetime, minutes: int) -> None:
    told = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    forms = [
        "%d/%b/%Y:%H:%M:%S %z",
        "[%d/%b/%Y:%H:%M:%S %z]",
        "%a, %d %b %Y %H:%M:%S %z",
        "%Y%m%dT%H%M%S%z",
        "%Y-%m-%d %H:%M:%S %z",
    ]
    found = {bounds(told.strftime(form)) for form in forms}
    assert found == {bounds(told.isoformat())}
    assert str(found.pop().earliest_start) == f"{told.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


@given(day=st.dates())
def test_every_form_of_a_day_is_the_same(day: datetime) -> None:
    year, week, weekday = day.isocalendar()
    forms = [
        f"{day:%Y%m%d}".zfill(8),
        f"{day.year:04d}-{day:%j}",
        f"{year:04d}W{week:02d}-{weekday}",
        f"{year:04d}W{week:02d}{weekday}",
    ]
    plain = bounds(str(day))
    assert all(bounds(form) == plain for form in (forms if year == day.year else forms[:2]))


@pytest.mark.parametrize(
    "text",
    [
        "20241305",
        "20240230",
        "2023-366",
        "20240605T106100Z",
        "Mon, 05 Jun 2024 10:00:00 +0200",
        "2024W54",
        "321000ZJUN24",
        "2024-06/05",
    ],
)
def test_what_is_no_such_time_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        resolve(text, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1717581600", "seconds since 1970, write 2024-06-05T10:00:00Z"),
        ("1717581600123", "milliseconds since 1970, write 2024-06-05T10:00:00.123Z"),
        ("1717581600123456", "microseconds since 1970, write 2024-06-05T10:00:00.123456Z"),
    ],
)
def test_a_bare_count_is_refused_with_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(NotUnderstoodError, match="a bare number says no time") as caught:
        resolve(text, anchor=ANCHOR)
    assert caught.value.hint is not None
    assert hint in caught.value.hint
    assert len(resolve(caught.value.hint.rsplit(" ", 1)[1], anchor=ANCHOR)) == 1
