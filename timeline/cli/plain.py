"""Records as plain data, for JSON."""

from __future__ import annotations

import enum
from typing import Any

import attrs

__all__ = ["plain"]


def plain(value: object) -> object:
    """Return a record as mappings, lists, texts, numbers and None; what JSON cannot hold becomes text.

    >>> from timeline.render.wording import Passage
    >>> plain(Passage("a ends before 2025"))
    {'head': 'a ends before 2025', 'lines': []}
    """
    if isinstance(value, enum.Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | int):
        return value
    kind: Any = type(value)
    if attrs.has(kind):
        return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(kind)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value)
