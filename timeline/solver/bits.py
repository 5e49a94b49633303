"""Sets of small numbers as the bits of one integer."""

from __future__ import annotations

__all__ = ["members"]


def members(mask: int) -> list[int]:
    """Return the places of the bits of a mask, lowest first.

    >>> members(0b1101)
    [0, 2, 3]
    """
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found
