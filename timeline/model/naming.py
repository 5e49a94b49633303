"""The nearest of some names, for errors that can say what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["nearest"]

COMPARED = 10_000
"""Among more names than this no nearest one is looked for: it would take longer than the rest of the work."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a name, or None where none is.

    >>> nearest("treatty", ["combat", "treaty"])
    'treaty'
    """
    names = sorted(known)
    if len(names) > COMPARED:
        return None
    found = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return found[0] if found else None
