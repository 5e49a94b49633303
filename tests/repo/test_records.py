"""What every public record promises, wherever in the house it lives."""

from __future__ import annotations

import importlib
import re
from typing import Any

import attrs
import pytest

import timeline
from tests.repo.house import SIDE_LEAF, modules, room_of


def records() -> dict[str, type[Any]]:
    """Return every public class of the package that is made by attrs, by its full name."""
    found = {}
    for module in modules():
        if room_of(module) in {SIDE_LEAF, "__init__", "__main__"}:
            continue
        loaded = importlib.import_module(module)
        for name in getattr(loaded, "__all__", ()):
            item = getattr(loaded, name)
            if isinstance(item, type) and attrs.has(item) and item.__module__ == module:
                found[f"{module}.{name}"] = item
    return found


RECORDS = records()
PUBLIC = {name: record for name, record in RECORDS.items() if record.__name__ in timeline.__all__}
"""What users hold is held to more than what the package keeps to itself; the solver's namesakes are not public."""

every_public_name = pytest.mark.parametrize("name", timeline.__all__)
every_public_record = pytest.mark.parametrize(
    "record",
    [record for name, record in PUBLIC.items() if room_of(name) != "solver"],
    ids=lambda record: record.__name__,
)
every_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


@every_record
def test_records_cannot_be_changed(record: type[Any]) -> None:
    blank = object.__new__(record)
    for field in attrs.fields(record):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(blank, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(blank, field.name)


@every_record
def test_records_have_slots_and_no_dictionary(record: type[Any]) -> None:
    assert [parent.__name__ for parent in record.__mro__ if "__dict__" in parent.__dict__] == []


@every_public_name
def test_every_public_name_exists(name: str) -> None:
    assert getattr(timeline, name) is not None
    assert name in dir(timeline)


@every_public_record
def test_public_records_hold_nothing_that_changes(record: type[Any]) -> None:
    held = [str(field.type) for field in attrs.fields(record)]
    assert [text for text in held if re.search(r"\b(list|dict|set|bytearray)\b", text)] == []


@every_public_record
def test_pickles_of_public_records_go_through_the_constructor(record: type[Any]) -> None:
    assert "__reduce__" in {key for parent in record.__mro__[:-1] for key in vars(parent)}


@every_record
def test_records_have_no_order_by_accident(record: type[Any]) -> None:
    """What is ordered is a single number, or a date."""
    ordered = any("__lt__" in vars(parent) for parent in record.__mro__[:-1])
    assert ordered is (record.__name__ in {"CivilDate", "Duration", "Instant"})


def test_there_are_records() -> None:
    assert {"timeline.times.bounds.Bounds", "timeline.events.Event"} <= set(RECORDS)
