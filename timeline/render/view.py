"""`View`: what of a timeline is to be seen, and how closely; the same for text, pictures and pages."""

from __future__ import annotations

import enum

import attrs

from timeline.frozen import Record

__all__ = ["Detail", "View"]


class Detail(enum.Enum):
    """How closely events are looked at: the dates alone, the sources' words as well, or every claim and every proof."""

    COMPACT = "compact"
    WORDS = "words"
    FULL = "full"


@attrs.frozen(kw_only=True)
class View(Record):
    """What of a timeline is to be seen."""

    detail: Detail = Detail.WORDS
