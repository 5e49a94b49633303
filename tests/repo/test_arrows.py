"""Imports go down only; the two pillars never touch; each library has its place."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.repo.house import (
    LIBRARIES,
    NEEDS_ONLY,
    PACKAGE,
    SIDE_LEAF,
    imported,
    modules,
    room_of,
    tier_of,
    tree,
)

KNOWN = frozenset(modules())


def wrong_arrows(module: str, node: ast.Module, known: frozenset[str] = KNOWN) -> list[str]:
    """List the imports of a module that go up, sideways or outside."""
    found = []
    for line, target in imported(node, known):
        fault = _fault(module, target)
        if fault:
            found.append(f"{module}:{line}: {fault}")
    return found


def _fault(module: str, target: str) -> str | None:
    top = target.partition(".")[0]
    if not top:
        return f"write the whole name of {target}"
    if top != "timeline":
        return _fault_of_library(module, top)
    room, other = room_of(module), room_of(target)
    if room == other:
        return None
    if other == SIDE_LEAF:
        return f"nothing imports {SIDE_LEAF}"
    if room == SIDE_LEAF:
        return None if tier_of(other) <= tier_of("__init__") else f"{room} may not enter through {other}"
    if tier_of(other) >= tier_of(room):
        return f"{room} may not import {other}, which stands beside or above it"
    if other not in NEEDS_ONLY.get(room, {other}):
        return f"{room} may not import {other}, but only {sorted(NEEDS_ONLY[room])}"
    return None


def _fault_of_library(module: str, library: str) -> str | None:
    if library in sys.stdlib_module_names:
        return None
    if library not in LIBRARIES:
        return f"{library} is no library of ours"
    places = LIBRARIES[library]
    inside = module.replace(".", "/").removeprefix("timeline/")
    if not places or any(
        inside == place.removesuffix(".py") or inside.split("/")[0] == place for place in places
    ):
        return None
    return f"{library} is imported only in {', '.join(places)}"


@pytest.mark.parametrize("module", modules())
def test_imports_go_down_only(module: str) -> None:
    assert wrong_arrows(module, tree(modules()[module])) == []


def test_every_room_has_a_place() -> None:
    for module in modules():
        if room_of(module) != SIDE_LEAF:
            tier_of(room_of(module))


def test_the_house_is_looked_at() -> None:
    assert {"timeline", "timeline.errors", "timeline.times.instant", "timeline.solver"} <= set(modules())
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("timeline.errors", "from timeline import limits"),
        ("timeline.times.bounds", "import timeline.expressions.readings"),
        ("timeline.times.bounds", "def late():\n    from timeline.model import timeline"),
        ("timeline.times.bounds", "if TYPE_CHECKING:\n    from timeline import events"),
        ("timeline.times.bounds", "from timeline import Instant"),
        ("timeline.times.bounds", "from . import instant"),
        ("timeline.times.bounds", "importlib.import_module('timeline.model.timeline')"),
        ("timeline.times.bounds", "import pendulum"),
        ("timeline.times.instant", "import hypothesis"),
        ("timeline.model.compile", "from timeline.strategies import events"),
        ("timeline.expressions.anchor", "from timeline.solver import check"),
        ("timeline.solver.network", "from timeline.times import Instant"),
        ("timeline.solver.network", "from timeline.expressions import readings"),
        ("timeline.constraints", "from timeline.events import Event"),
        ("timeline.render.text", "from timeline import drafting"),
        ("timeline.strategies", "from timeline.cli import main"),
        ("timeline.model.report", "import click"),
        ("timeline.model.report", "import numpy as np"),
    ],
)
def test_an_arrow_that_goes_wrong_is_found(module: str, source: str) -> None:
    known = KNOWN | {"timeline.strategies", "timeline.cli", "timeline.drafting", "timeline.model.timeline"}
    assert len(wrong_arrows(module, ast.parse(source), known)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("timeline.times.bounds", "from timeline import limits\nfrom timeline.times.instant import Instant"),
        ("timeline.times.instant", "import pendulum, datetime"),
        ("timeline.events", "from timeline.constraints import Point"),
        (
            "timeline.solver.network",
            "from timeline.errors import RangeError\nfrom timeline.solver import problem",
        ),
        ("timeline.strategies", "from timeline import Timeline\nimport hypothesis.strategies"),
        ("timeline.strategies.values", "from hypothesis import strategies"),
        ("timeline.cli.main", "import click\nfrom timeline import Timeline, __version__"),
        ("timeline.__main__", "from timeline.cli.main import main"),
    ],
)
def test_an_arrow_that_goes_down_is_not(module: str, source: str) -> None:
    assert wrong_arrows(module, ast.parse(source)) == []
