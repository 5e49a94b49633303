"""What comes along with an import: heavy libraries only where they are needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.repo.house import SIDE_LEAF, modules, room_of

HEAVY = {"cattrs", "click", "holidays", "hypothesis", "pendulum", "rich", "yaml"}
LIGHT_ROOMS = {"times", "expressions", "sources", "constraints", "events", "ordering", "solver", "model"}


def loaded_by(code: str) -> set[str]:
    """Return the libraries that a fresh interpreter loads for a piece of code."""
    done = subprocess.run(
        [sys.executable, "-B", "-X", "importtime", "-c", code], capture_output=True, text=True, check=True
    )
    names = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines()]
    return {name.partition(".")[0] for name in names}


def test_the_package_alone_loads_nothing_heavy() -> None:
    loaded = loaded_by("import timeline")
    assert "timeline" in loaded
    assert loaded & (HEAVY | {"attr", "attrs"}) == set()


@pytest.mark.parametrize("module", [module for module in modules() if room_of(module) in LIGHT_ROOMS])
def test_reading_and_reasoning_load_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


def test_a_heavy_library_would_be_seen() -> None:
    code = "from timeline.times import Instant; Instant(0).to_pendulum()"
    assert loaded_by(code) & HEAVY == {"pendulum"}


@pytest.mark.parametrize("module", [module for module in modules() if room_of(module) != "__main__"])
def test_every_module_can_be_the_first_one_imported(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    if room_of(module) != SIDE_LEAF:
        assert "hypothesis" not in loaded
