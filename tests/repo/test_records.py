"""What every public record promises, wherever in the house it lives."""

from __future__ import annotations

import ast
import importlib
import re
from typing import Any

import attrs
import pytest

import timeline
from tests.repo.house import SIDE_LEAF, modules, room_of, tree


def records() -> list[tuple[str, str]]:
    """Return the module and name of every public class of the package that is made by attrs."""
    found = []
    for module, path in modules().items():
        if room_of(module) in {SIDE_LEAF, "__init__", "__main__"}:
            continue
        body = tree(path).body
        listed = [
            part
            for part in body
            if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "__all__"
        ]
        names = ast.literal_eval(listed[0].value) if listed else []
        classes = [part for part in body if isinstance(part, ast.ClassDef) and part.name in names]
        found += [(module, part.name) for part in classes if any(map(_is_attrs, part.decorator_list))]
    return found


def _is_attrs(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith("attrs.")


@pytest.fixture
def record(place: tuple[str, str]) -> type[Any]:
    module, name = place
    loaded: type[Any] = getattr(importlib.import_module(module), name)
    assert attrs.has(loaded)
    return loaded


RECORDS = records()
PUBLIC = [
    (module, name) for module, name in RECORDS if name in timeline.__all__ and room_of(module) != "solver"
]
"""What users hold is held to more than what the package keeps to itself; the solver's namesakes are not public."""

every_public_name = pytest.mark.parametrize("name", timeline.__all__)
every_public_record = pytest.mark.parametrize("place", PUBLIC, ids=".".join)
every_record = pytest.mark.parametrize("place", RECORDS, ids=".".join)


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
    assert {("timeline.times.bounds", "Bounds"), ("timeline.events", "Event")} <= set(PUBLIC)
    assert ("timeline.solver.answers", "Solution") in RECORDS
