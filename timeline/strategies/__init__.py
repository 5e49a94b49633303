"""Hypothesis strategies for every value of the package; the only room that imports hypothesis."""

from __future__ import annotations

__all__: list[str] = []


def _register() -> None:
    """Let `hypothesis.strategies.from_type` know our types; hypothesis calls it when it is imported."""
