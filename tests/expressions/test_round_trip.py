"""What EDTF says in English is read back as the same stretch of time.

Left out are words that say less than the notation (a year of unknown digits), seasons of a named hemisphere, thirds of a
year, and "around", of which English has a width that EDTF leaves open.
"""

from __future__ import annotations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline.expressions.edtf import EdtfDate, EdtfDateTime, EdtfInterval, EdtfValue, parse
from timeline.expressions.resolve import resolve
from timeline.strategies import edtf_dates, edtf_datetimes, edtf_intervals

ANCHOR = "2025-12-13"
YEARS = (1, 9999)
SEASONS = {*range(21, 25), *range(33, 37), 40, 41}


def is_said_in_full(date: EdtfDate) -> bool:
    """Return whether the words for a date say all of it."""
    year = date.year
    if not YEARS[0] <= year.low <= year.high <= YEARS[1] or "X" in year.text.rstrip("X"):
        return False
    if date.season is not None:
        return year.is_specified and date.season.low in SEASONS
    known = year.is_specified or (year.low >= 1000 and year.high - year.low < 100)
    bare = date.month is None and date.day is None
    masked = [part for part in (date.month, date.day) if part is not None and not part.is_specified]
    return known and (bare or year.is_specified) and all(part.text == "XX" for part in masked)


def read_back(value: EdtfValue) -> None:
    said = value.humanize()
    readings = resolve(said, anchor=ANCHOR)
    assert readings[0].bounds == value.bounds(), said


@settings(max_examples=80, deadline=None)
@given(edtf_dates(level=1))
@example(parse("1700"))
@example(parse("0409-02-03"))
@example(parse("170X"))
@example(parse("19XX"))
@example(parse("1984-03-XX"))
@example(parse("1984-41"))
def test_a_date_is_read_back(date: EdtfValue) -> None:
    assert isinstance(date, EdtfDate)
    assume(not date.is_approximate and is_said_in_full(date))
    read_back(date)


@settings(max_examples=50, deadline=None)
@given(edtf_datetimes(level=0))
@example(parse("1358-09-17T08:29:12-00:15"))
@example(parse("2000-01-01T00:00:00"))
def test_a_moment_is_read_back(moment: EdtfDateTime) -> None:
    assume(YEARS[0] <= moment.date.year.low)
    read_back(moment)


@settings(max_examples=50, deadline=None)
@given(edtf_intervals(level=0))
@example(parse("1606/1700"))
@example(parse("1431/1432-10-27"))
def test_an_interval_is_read_back(interval: EdtfInterval) -> None:
    start, end = interval.start.bounds(), interval.end.bounds()  # type: ignore[union-attr]
    assume(start.latest_end is not None and end.earliest_start is not None)
    assume(start.latest_end <= end.earliest_start)  # type: ignore[operator]
    assume(interval.start.year.low >= YEARS[0])  # type: ignore[union-attr]
    read_back(interval)


@given(st.integers(1000, 2199), st.integers(1, 300))
def test_two_years_are_years_and_no_times_of_day(first: int, more: int) -> None:
    last = first + more
    for text in (f"from {first} to {last}", f"{first}-{last}"):
        assert resolve(text, anchor=ANCHOR)[0].edtf == f"{first}/{last}"
