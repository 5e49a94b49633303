"""Which of the hot loops run: compiled ones on flat columns, their source as plain Python on all others.

Machine integers hold labels up to `ROOF`; from there on they are unbounded. A single step adds no more than `WEIGHT`
to a label, so that no sum can wrap before it is found to be out of range.
"""

from __future__ import annotations

from array import array
from types import ModuleType
from typing import Final

from timeline import _compiled
from timeline.solver import shortest_paths, sweeps
from timeline.solver.allen_clauses import AllenClauses

__all__ = ["CLAUSES", "COMPILED", "LEVEL", "PLAIN", "ROOF", "SWEEPS", "VALUE", "WEIGHT", "loops"]

WEIGHT: Final = 1 << 60
"""The largest weight of a gap in columns of machine integers."""

ROOF: Final = 1 << 62
"""Labels from here on are unbounded, in columns of machine integers."""

VALUE: Final = ROOF - 1
"""The largest limit of a window in columns of machine integers."""

LEVEL: Final = (1 << 63) - 1 - WEIGHT
"""The label of a point that no window reaches, in columns of machine integers."""

PLAIN: Final[ModuleType] = shortest_paths
COMPILED: Final[ModuleType] = _compiled.compiled() or shortest_paths

SWEEPS: Final[ModuleType] = sweeps if COMPILED is PLAIN else COMPILED
"""The loops of large networks, for flat columns."""

CLAUSES: Final[type[AllenClauses]] = getattr(COMPILED, "AllenClauses", AllenClauses)
"""The loops of networks of Allen's relations: compiled, if they are."""


def loops(*columns: object) -> ModuleType:
    """Return the hot loops for some columns: the compiled ones, if there are any, if all of them are flat."""
    return COMPILED if all(isinstance(column, array) for column in columns) else PLAIN
