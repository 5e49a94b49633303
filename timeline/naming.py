"""The nearest of some names, for errors that can say what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from timeline import limits

__all__ = ["did_you_mean", "nearest"]

COMPARED = 10_000
"""Among more names than this no nearest one is looked for: it would take longer than the rest of the work."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a name, or None where none is.

    >>> nearest("treatty", ["combat", "treaty"])
    'treaty'
    """
    names = sorted(known)
    if len(names) > COMPARED or len(name) > limits.ID_CHARACTERS:
        return None
    found = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the hint that offers the nearest known name, or None where none is near.

    >>> did_you_mean("treatty", ["combat", "treaty"])
    "did you mean 'treaty'?"
    """
    close = nearest(name, known)
    return f"did you mean {close!r}?" if close else None
