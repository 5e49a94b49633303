"""Cells that no spreadsheet takes for a formula, and the way back.

A cell that a spreadsheet would take for one gets an apostrophe before it, and so does one that already begins with such
apostrophes, so that nothing is lost. Source: CWE-1236; OWASP, "CSV Injection".
"""

from __future__ import annotations

__all__ = ["guarded", "unguarded"]

GUARD = "'"
FORMULA = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula, wide forms too."""


def _is_risky(cell: str) -> bool:
    return cell.lstrip(GUARD)[:1] in FORMULA


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1+1"), guarded("'tis")
    ("'=1+1", "''=1+1", '1+1', "'tis")
    """
    return f"{GUARD}{cell}" if _is_risky(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` was given.

    >>> unguarded(guarded("'=1+1"))
    "'=1+1"
    """
    return cell.removeprefix(GUARD) if _is_risky(cell) else cell
