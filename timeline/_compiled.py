"""Finds the compiled hot loops of the solver, without loading the solver: `timeline --version` says whether they are there.

They are compiled from some modules of `solver/` when the package is built, if there is a compiler. What was compiled
from other sources than those beside it is not used.
"""

from __future__ import annotations

import importlib.util
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from zlib import crc32

__all__ = ["MODULES", "NAME", "compiled", "fingerprint", "solver_text"]

NAME = "_hot_loops"
FOLDER = Path(__file__).parent / "solver"
MODULES = ("shortest_paths", "sweeps", "allen_labels", "allen_clauses")
"""The modules that are compiled, each with the types in the `.pxd` beside it, into one."""


def fingerprint(folder: Path) -> int:
    """Return a number that changes when the source of the hot loops does; the build leaves it in what it compiles."""
    value = 0
    for name in (f"{module}.{kind}" for module in MODULES for kind in ("py", "pxd")):
        value = crc32((folder / name).read_bytes().replace(b"\r\n", b"\n"), value)
    return value


def compiled(folder: Path = FOLDER) -> ModuleType | None:
    """Return the compiled hot loops, or None where there are none that belong to the source and run here."""
    found = PathFinder.find_spec(NAME, [str(folder)])
    if found is None or found.loader is None:
        return None
    try:
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
    except ImportError:
        return None
    return module if getattr(module, "FINGERPRINT", None) == fingerprint(folder) else None


def solver_text() -> str:
    """Return how the solver runs, in words."""
    return "compiled solver" if compiled() else "solver in Python"
