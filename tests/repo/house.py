"""The house as the tests of the house see it: its modules, its rooms, and which stands on which."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "timeline"

TIERS: tuple[tuple[str, ...], ...] = (
    ("_compiled", "_version", "errors", "limits"),
    ("frozen", "naming"),
    ("times",),
    ("expressions",),
    ("constraints", "sources"),
    ("events",),
    ("ordering",),
    ("solver",),
    ("model",),
    ("drafting", "render"),
    ("formats",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
"""The rooms from the ground up; a room imports from tiers below its own, never from its own or from above."""

NEEDS_ONLY = {"solver": frozenset({"_compiled", "errors", "limits"})}
"""The pillar of numbers: no title, zone, word or calendar comes in."""

SIDE_LEAF = "strategies"
"""May import every room below the door; no room imports it."""

LIBRARIES = {
    "attrs": (),
    "cattrs": ("formats",),
    "click": ("cli",),
    "hijridate": ("expressions/english/moons.py",),
    "holidays": ("expressions/english/moons.py", "times/worked.py"),
    "hypothesis": ("strategies",),
    "pyarrow": ("formats/programs/parquettable.py",),
    "pendulum": ("times/instant.py",),
    "resvg_py": ("formats/pictures/pngpicture.py",),
    "rich": ("cli", "render"),
    "yaml": ("formats",),
}
"""The libraries we use, and the only places that import them; none means everywhere."""


@functools.cache
def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def room_of(module: str) -> str:
    """Return the room of a module: the name after ``timeline``; the package itself is its door."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def tier_of(room: str) -> int:
    for height, rooms in enumerate(TIERS):
        if room in rooms:
            return height
    raise LookupError(f"{room} is no room of the house; give it a place in TIERS")


def imported(node: ast.Module, known: frozenset[str]) -> list[tuple[int, str]]:
    """Return the line and dotted name of everything that a module imports, anywhere in it.

    A text that is the name of one of our modules counts too: that is how modules are loaded late.
    """
    late = known - {"timeline"}
    found: list[tuple[int, str]] = []
    for part in ast.walk(node):
        if isinstance(part, ast.Import):
            found += [(part.lineno, alias.name) for alias in part.names]
        elif isinstance(part, ast.ImportFrom):
            base = "." * part.level + (part.module or "")
            for alias in part.names:
                inner = f"{base}.{alias.name}"
                found.append((part.lineno, inner if inner in known else base))
        elif isinstance(part, ast.Constant) and part.value in late:
            found.append((part.lineno, str(part.value)))
    return found


def is_public(name: str) -> bool:
    return not name.startswith("_")
