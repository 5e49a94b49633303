"""Words that say what of a time is meant, as data: one side of it, all of it, most of it; and words that say nothing about that."""

from __future__ import annotations

from typing import Final

__all__ = [
    "EDGES",
    "FILLERS",
    "JOINTS",
    "LATEST",
    "MOSTLY",
    "NEARLY",
    "ONWARD",
    "PARTLY",
    "PLACING",
    "WHOLES",
]

EDGES: Final = {
    ("before",): "before",
    ("prior", "to"): "before",
    ("earlier", "than"): "before",
    ("ahead", "of"): "before",
    ("after",): "after",
    ("following",): "after",
    ("later", "than"): "after",
    ("greater", "than"): "after",
    (">",): "after",
    (">", "="): "not_before",
    ("<",): "before",
    ("<", "="): "by",
    ("since",): "since",
    ("ever", "since"): "since",
    ("from",): "from",
    ("starting",): "from",
    ("beginning",): "from",
    ("as", "of"): "from",
    ("until",): "until",
    ("till",): "until",
    ("up", "to"): "until",
    ("up", "until"): "until",
    ("through",): "until",
    ("by",): "by",
    ("at", "the", "latest"): "by",
    ("at", "the", "earliest"): "not_before",
    ("prior", "to", "the"): "before",
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("no", "earlier", "than"): "not_before",
    ("not", "before"): "not_before",
    ("not", "earlier", "than"): "not_before",
    ("not", "until"): "not_before",
    ("on", "or", "after"): "not_before",
    ("on", "or", "before"): "by",
}
"""Words before a time of which only one side is said: the side."""

LATEST: Final = {
    ("at", "the", "latest"): "by",
    ("at", "the", "very", "latest"): "by",
    ("at", "the", "earliest"): "not_before",
    ("at", "the", "very", "earliest"): "not_before",
}
"""Such words behind a time: "Thursday at the latest"."""

PLACING: Final = frozenset({"in", "on", "at", "during", "over", "of", "for", "sometime", "some", "within"})
WHOLES: Final[tuple[tuple[str, ...], ...]] = (
    ("throughout",),
    ("all", "of"),
    ("all", "through"),
    ("the", "whole", "of"),
    ("the", "entire"),
    ("all", "day", "on"),
    ("all", "day"),
    ("all",),
)
MOSTLY: Final[tuple[tuple[str, ...], ...]] = (
    ("most", "of"),
    ("for", "most", "of"),
    ("the", "greater", "part", "of"),
    ("the", "better", "part", "of"),
)
PARTLY: Final[tuple[tuple[str, ...], ...]] = (
    ("much", "of"),
    ("for", "much", "of"),
    ("a", "good", "part", "of"),
)
FILLERS: Final[tuple[tuple[str, ...], ...]] = (
    ("some", "time"),
    ("any", "time"),
    ("at", "any", "time"),
    ("anytime",),
    ("sometime",),
    ("at", "some", "point"),
    ("at", "some", "time"),
    ("perhaps",),
    ("possibly",),
    ("probably",),
)
ONWARD: Final = frozenset({"onwards", "onward"})
NEARLY: Final[tuple[tuple[str, ...], ...]] = (
    ("shortly",),
    ("just",),
    ("soon",),
    ("immediately",),
    ("right",),
    ("directly",),
    ("a", "little"),
    ("a", "little", "while"),
    ("a", "bit"),
    ("a", "short", "time"),
    ("a", "short", "while"),
    ("some", "time"),
    ("not", "long"),
)
"""Words that say how near before or after is, without a number: the open side is as honest without them."""

JOINTS: Final = frozenset({"to", "-", "\u2013", "\u2014", "until", "till", "through", "thru", "untill", "~"})
