"""Exact and calendar lengths: text in and out, arithmetic, and that the two never meet."""

from __future__ import annotations

import datetime
import operator
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.times.generate import durations, periods
from timeline.errors import ParseError, RangeError, WrongTypeError
from timeline.times import Duration, Period

small = st.integers(-(10**6), 10**6)


@given(durations)
@example(Duration(-500_000))
@example(Duration(0))
def test_reading_undoes_writing_a_duration(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration
    assert Duration.parse(str(-duration)) == -duration


@given(periods())
@example(Period())
@example(Period(-1, 0))
@example(Period(0, -1))
def test_reading_undoes_writing_a_period(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(str(-period)) == -period


@given(small, small, small, small, small)
def test_parts_of_a_duration_are_those_of_the_standard_library(
    hours: int, minutes: int, seconds: int, milliseconds: int, microseconds: int
) -> None:
    ours = Duration.of(
        hours=hours, minutes=minutes, seconds=seconds, milliseconds=milliseconds, microseconds=microseconds
    )
    theirs = datetime.timedelta(
        hours=hours, minutes=minutes, seconds=seconds, milliseconds=milliseconds, microseconds=microseconds
    )
    assert ours.microseconds == theirs // datetime.timedelta(microseconds=1)


@given(durations)
def test_a_duration_is_written_in_hours_minutes_and_seconds(duration: Duration) -> None:
    text = str(duration)
    found = re.fullmatch(r"-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,6}))?S)?", text)
    assert found is not None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    fraction = int((found[4] or "").ljust(6, "0"))
    assert minutes < 60
    assert seconds < 60
    assert not (found[4] or "").endswith("0")
    total = (hours * 3_600 + minutes * 60 + seconds) * 10**6 + fraction
    assert abs(duration.microseconds) == total
    assert text.startswith("-") is (duration.microseconds < 0)


@pytest.mark.parametrize(
    ("text", "microseconds"),
    [
        ("PT0S", 0),
        ("PT1H", 3_600_000_000),
        ("PT1M", 60_000_000),
        ("PT1S", 1_000_000),
        ("PT1H1S", 3_601_000_000),
        ("PT90M", 5_400_000_000),
        ("PT0.000001S", 1),
        ("PT1.5S", 1_500_000),
        ("-PT0.5S", -500_000),
        ("PT4294967297M", 4_294_967_297 * 60_000_000),
        ("PT999900000000000000000000000002S", 999_900_000_000_000_000_000_000_000_002 * 10**6),
    ],
)
def test_known_durations_are_read(text: str, microseconds: int) -> None:
    assert Duration.parse(text) == Duration(microseconds)


@pytest.mark.parametrize(
    ("microseconds", "text"),
    [
        (0, "PT0S"),
        (1, "PT0.000001S"),
        (-1, "-PT0.000001S"),
        (60_000_000, "PT1M"),
        (3_600_500_000, "PT1H0.5S"),
        (3_661_000_000, "PT1H1M1S"),
        (10 * 10**6, "PT10S"),
    ],
)
def test_known_durations_are_written(microseconds: int, text: str) -> None:
    assert str(Duration(microseconds)) == text


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("P0D", 0, 0),
        ("P1Y", 12, 0),
        ("P1M", 1, 0),
        ("P1D", 0, 1),
        ("P1W", 0, 7),
        ("P1Y2M3D", 14, 3),
        ("P14M", 14, 0),
        ("-P1Y1D", -12, -1),
        ("-P0D", 0, 0),
        ("P99999999999Y", 12 * 99_999_999_999, 0),
    ],
)
def test_known_periods_are_read(text: str, months: int, days: int) -> None:
    assert Period.parse(text) == Period(months, days)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(), "P0D"),
        (Period(12), "P1Y"),
        (Period(13), "P1Y1M"),
        (Period(11), "P11M"),
        (Period(-14, -3), "-P1Y2M3D"),
        (Period(0, 14), "P14D"),
        (Period(0, -1), "-P1D"),
        (Period(-1, 0), "-P1M"),
    ],
)
def test_known_periods_are_written(period: Period, text: str) -> None:
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected 'P', found the end"),
        ("1H", "expected 'P', found '1'"),
        ("P", "expected 'T', found the end; days, months and years are a Period"),
        ("P1D", "expected 'T', found '1'; days, months and years are a Period"),
        ("P1DT", "expected 'T', found '1'"),
        ("PT", "no amount given"),
        ("-PT", "no amount given"),
        ("+PT1S", "expected 'P', found '+'"),
        ("--PT1S", "expected 'P', found '-'"),
        ("pt1s", "expected 'P', found 'p'"),
        ("PT1", "expected H, M, S after the number"),
        ("PT1D", "expected H, M, S after the number"),
        ("PTS", "expected a number, found 'S'"),
        ("PT-1S", "expected a number, found '-'"),
        ("PT1S1H", "expected nothing more after the number"),
        ("PT1H1H", "expected M, S after the number"),
        ("PT1M1H", "expected S after the number"),
        ("PT1.5H", "only seconds may have a decimal part"),
        ("PT1.0H", "only seconds may have a decimal part"),
        ("PT1.5M", "only seconds may have a decimal part"),
        ("PT1.S", "expected digits after the decimal point"),
        ("PT.5S", "expected a number, found '.'"),
        ("PT1,5S", "expected H, M, S after the number"),
        ("PT0.1234567S", "finer than a microsecond"),
        ("PT1S\n", "expected a number, found '\\n'"),
        ("PT1S ", "expected a number, found ' '"),
        ("PT\N{ARABIC-INDIC DIGIT TWO}S", "expected a number, found '\N{ARABIC-INDIC DIGIT TWO}'"),
        ("PT1_0S", "expected H, M, S after the number"),
        ("PT" + "9" * 31 + "S", "a number of more than 30 digits"),
    ],
)
def test_what_is_no_duration_is_told(text: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        Duration.parse(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("P", "no amount given"),
        ("PT", "a period has no time of day; hours, minutes and seconds are a Duration"),
        ("PT1S", "a period has no time of day"),
        ("P1DT", "expected a number, found 'T'"),
        ("P1DT1H", "expected a number, found 'T'"),
        ("P1Y1Y", "expected M, D after the number"),
        ("P12M4M", "expected D after the number"),
        ("P1M1Y", "expected D after the number"),
        ("P1D1D", "expected nothing more after the number"),
        ("P1Y2W", "expected W after the number"),
        ("P2W1D", "expected nothing more after the number"),
        ("P1.5Y", "only seconds may have a decimal part"),
        ("P1.0D", "only seconds may have a decimal part"),
        ("P0.5W", "only seconds may have a decimal part"),
        ("P1S", "expected Y, M, D after the number"),
        ("P-1D", "expected a number, found '-'"),
        ("P1", "expected Y, M, D after the number"),
        ("1Y", "expected 'P', found '1'"),
    ],
)
def test_what_is_no_period_is_told(text: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        Period.parse(text)
    assert message in str(caught.value)


def test_columns_point_at_the_number_or_at_its_letter() -> None:
    for text, column in (("PT1.5H", 3), ("PT1S1H", 6), ("PT1H1H", 6), ("PTS", 3)):
        with pytest.raises(ParseError) as caught:
            Duration.parse(text)
        assert caught.value.column == column


@given(durations, durations)
def test_durations_add_up(one: Duration, two: Duration) -> None:
    assert (one + two).microseconds == one.microseconds + two.microseconds
    assert one + two - two == one
    assert Duration(0) - (Duration(0) - one) == one == -Duration(-one.microseconds)
    assert one + -one == Duration(0)
    assert (one < two) is (one.microseconds < two.microseconds)


@pytest.mark.parametrize("other", [1, 1.0, None, Period(0, 1), datetime.timedelta(1)])
def test_durations_add_only_to_durations(other: object) -> None:
    for combine in (operator.add, operator.sub):
        with pytest.raises(TypeError, match="unsupported operand"):
            combine(Duration(1), other)
        with pytest.raises(TypeError, match="unsupported operand"):
            combine(other, Duration(1))


@given(periods())
def test_a_period_is_never_a_duration_and_has_no_order(period: Period) -> None:
    durations: tuple[object, ...] = (Duration(period.days * 86_400_000_000), Duration(0))
    assert period not in durations
    with pytest.raises(TypeError, match="not supported"):
        operator.lt(period, period)


def test_parts_that_are_not_given_are_nothing() -> None:
    assert Duration.of() == Duration(0)
    assert Period.of() == Period() == Period(0, 0)


def test_a_month_is_not_thirty_days() -> None:
    assert Period.of(months=1) != Period.of(days=30)
    assert Period.of(years=1, months=2, weeks=3, days=4) == Period(14, 25)
    assert Period.of(weeks=-1) == Period(0, -7)


@pytest.mark.parametrize(("months", "days"), [(1, -1), (-1, 1)])
def test_a_period_goes_one_way(months: int, days: int) -> None:
    with pytest.raises(RangeError, match="a period goes one way"):
        Period(months, days)


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_amounts_are_whole_numbers(value: int) -> None:
    for make in (
        lambda: Duration(value),
        lambda: Duration.of(hours=value),
        lambda: Period(value),
        lambda: Period(0, value),
        lambda: Period.of(years=value),
        lambda: Period.of(months=value),
        lambda: Period.of(weeks=value),
        lambda: Period.of(days=value),
    ):
        with pytest.raises(WrongTypeError, match="must be an integer, not "):
            make()
