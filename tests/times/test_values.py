"""What every value class of the time line promises, tried on all of them alike."""

from __future__ import annotations

import copy
import copyreg
import operator
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import timeline.times
from timeline.errors import TimelineError, WrongTypeError
from timeline.times import (
    ANYTIME,
    Bounds,
    BusinessDays,
    CivilDate,
    CivilTime,
    Duration,
    Granularity,
    Instant,
    Interval,
    Period,
    Relation,
    Turns,
)
from timeline.times.distance import Distance

VALUES: tuple[object, ...] = (
    CivilDate(-44, 3, 15),
    CivilTime(CivilDate(2025, 12, 12), 1),
    Instant(-1),
    Duration(5),
    Period(1, 2),
    BusinessDays(3),
    BusinessDays(-3, "US"),
    Turns(1, Granularity.MONTH),
    Turns(0, Granularity.WEEK, 7),
    Interval(Instant(0), None),
    Interval(Instant(0), Instant(1)),
    ANYTIME,
    Bounds(Instant(0), latest_start=Instant(1), earliest_end=Instant(2), latest_end=Instant(3)),
    Distance(less_than=Period(3)),
    Distance(more_than=Duration(1), at_most=Period(3)),
)
CLASSES = sorted({type(value) for value in VALUES}, key=lambda cls: cls.__name__)
NAMES = {cls.__name__: cls for cls in CLASSES} | {"Granularity": Granularity}

BROKEN: tuple[tuple[object, dict[str, object]], ...] = (
    (CivilDate(2025, 2, 28), {"day": 29}),
    (CivilTime(CivilDate(2025), 1), {"microseconds": -1}),
    (Instant(1), {"microseconds": 1.0}),
    (Duration(1), {"microseconds": True}),
    (Period(1, 1), {"days": -1}),
    (BusinessDays(3, "US"), {"calendar": "Atlantis"}),
    (Turns(1, Granularity.WEEK, 7), {"week_start": 8}),
    (Interval(Instant(0), Instant(1)), {"end": Instant(0)}),
    (Bounds(Instant(0), latest_end=Instant(1)), {"latest_end": Instant(0)}),
    (Distance(at_least=Duration(1), at_most=Duration(2)), {"at_least": Duration(3)}),
)
"""A value of each class, and what a hand that edits its pickle could put into it."""

every_value = pytest.mark.parametrize("value", VALUES, ids=repr)


def test_every_public_class_of_values_is_tried_here() -> None:
    public = (getattr(timeline.times, name) for name in timeline.times.__all__)
    classes = {item for item in public if isinstance(item, type)}
    assert classes - {Granularity, Relation} <= set(CLASSES)
    assert {type(value) for value, _ in BROKEN} == set(CLASSES)


@every_value
def test_values_cannot_be_changed(value: object) -> None:
    for name in _fields(value):
        with pytest.raises(AttributeError):
            setattr(value, name, getattr(value, name))
        with pytest.raises(AttributeError):
            delattr(value, name)
    with pytest.raises(AttributeError):
        value.note = "new"  # type: ignore[attr-defined]


@pytest.mark.parametrize("cls", CLASSES)
def test_values_have_slots_and_no_dictionary(cls: type) -> None:
    assert not any("__dict__" in parent.__dict__ for parent in cls.__mro__)


@every_value
def test_values_are_equal_by_content_and_hash_alike(value: object) -> None:
    twin = _rebuilt(value)
    assert twin == value
    assert hash(twin) == hash(value)
    assert {value: 1}[twin] == 1


@every_value
def test_copies_are_equal(value: object) -> None:
    for twin in (copy.copy(value), copy.deepcopy(value), _replaced(value)):
        assert twin == value
        assert type(twin) is type(value)


@every_value
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_come_back_as_they_were(value: object, protocol: int) -> None:
    twin = pickle.loads(pickle.dumps(value, protocol))
    assert twin == value
    assert type(twin) is type(value)


@pytest.mark.parametrize(("value", "change"), BROKEN, ids=lambda item: type(item).__name__)
def test_a_pickle_that_was_edited_is_refused(value: Any, change: dict[str, object]) -> None:
    rebuild, arguments = value.__reduce__() if attrs.has(type(value)) else (type(value), tuple(value))
    edited = tuple(change.get(name, kept) for name, kept in zip(_fields(value), arguments, strict=True))
    assert repr(edited) != repr(arguments)
    with pytest.raises(TimelineError):
        pickle.loads(pickle.dumps(_Edited(rebuild, edited)))


class _Edited:
    """Something that pickles as a call of its choice."""

    def __init__(self, rebuild: Callable[..., object], arguments: tuple[object, ...]) -> None:
        self.call = rebuild, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call


@every_value
def test_a_pickle_goes_through_the_constructor(value: object) -> None:
    """Whatever rebuilds a value is the class, or a function that calls it with the fields."""
    reduced = value.__reduce_ex__(4)
    assert isinstance(reduced, tuple)
    rebuild, arguments, *state = reduced
    if rebuild is copyreg.__newobj__:  # type: ignore[attr-defined]
        rebuild, *arguments = arguments
        assert rebuild.__new__ is not tuple.__new__
    assert [extra for extra in state if extra is not None] == []
    assert rebuild(*arguments) == value


@every_value
def test_repr_is_the_code_that_makes_the_value(value: object) -> None:
    assert eval(repr(value), NAMES) == value


@every_value
def test_values_differ_from_everything_else(value: object) -> None:
    fields = tuple(getattr(value, name) for name in _fields(value))
    for other in (None, 0, 1, True, "", repr(value), object(), *VALUES):
        if other is value:
            continue
        assert value != other or type(value) is type(other)
    if attrs.has(type(value)):
        assert value != fields
        assert value.__eq__(object()) is NotImplemented
    assert _AlwaysEqual() == value
    assert value == _AlwaysEqual()


class _AlwaysEqual:
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize("wrong", [True, False, 1.0, "1", None, b"1"])
@pytest.mark.parametrize(
    "make",
    [
        CivilDate,
        lambda wrong: CivilDate(2025, wrong),
        lambda wrong: CivilDate(2025, 1, wrong),
        lambda wrong: CivilTime(CivilDate(2025), wrong),
        Instant,
        lambda wrong: Instant.of(2025, hour=wrong),
        lambda wrong: Instant.of(2025, minute=wrong),
        lambda wrong: Instant.of(2025, second=wrong),
        lambda wrong: Instant.of(2025, microsecond=wrong),
        Duration,
        lambda wrong: Duration.of(microseconds=wrong),
        Period,
        lambda wrong: Period(0, wrong),
        BusinessDays,
        lambda wrong: Turns(wrong, Granularity.WEEK),
        lambda wrong: Turns(1, Granularity.WEEK, wrong),
    ],
)
def test_only_true_integers_are_taken_for_integers(make: Callable[[object], object], wrong: object) -> None:
    with pytest.raises(WrongTypeError, match="must be an integer, not "):
        make(wrong)


@pytest.mark.parametrize(
    "cls", [cls for cls in CLASSES if cls not in {CivilDate, CivilTime, Instant, Duration}]
)
def test_values_without_a_natural_order_have_none(cls: type) -> None:
    value: Any = next(value for value in VALUES if type(value) is cls)
    with pytest.raises(TypeError, match="not supported"):
        operator.lt(value, value)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
@pytest.mark.parametrize("cls", [CivilDate, Instant, Duration])
def test_values_of_two_kinds_are_not_ordered(cls: type, compare: Callable[[object, object], bool]) -> None:
    value: Any = next(value for value in VALUES if type(value) is cls)
    for other in VALUES:
        if type(other) is not cls:
            with pytest.raises(TypeError, match="not supported"):
                compare(value, other)


def _fields(value: object) -> tuple[str, ...]:
    if isinstance(value, CivilTime):
        return CivilTime._fields
    return tuple(field.name for field in attrs.fields(type(value)))  # type: ignore[arg-type]


def _rebuilt(value: object) -> object:
    return type(value)(**{name: getattr(value, name) for name in _fields(value)})


def _replaced(value: Any) -> object:
    return value._replace() if isinstance(value, CivilTime) else attrs.evolve(value)
