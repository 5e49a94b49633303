"""Every bound on untrusted input, in one table; readers check them before they start to work.

Constants, not settings: what a reader refuses must not depend on who imported it first.
"""

from __future__ import annotations

from typing import Final

EXPRESSION_CHARACTERS: Final = 1_000
"""Longest time expression, in characters."""

TEXT_BYTES: Final = 64 * 1024 * 1024
"""Largest running text or hand-written file, in bytes."""

DOCUMENT_BYTES: Final = 1024 * 1024 * 1024
"""Largest canonical JSON document, in bytes."""

SCALAR_CHARACTERS: Final = 100_000
"""Longest single text value (a title, a quote, a note) in a document, in characters."""

DEPTH: Final = 64
"""Deepest nesting of a document."""

NUMBER_DIGITS: Final = 30
"""Longest run of digits read as one number; EDTF's own examples need 9."""

YEAR_DIGITS: Final = 18
"""Longest year; the age of the universe in years has 11 digits."""

EVENTS: Final = 2_000_000
"""Most events in a timeline."""

CONFLICTS: Final = 100
"""Most conflicts that one check explains; the report says when there are more."""

ZONE_CHARACTERS: Final = 64
"""Longest IANA zone name; the longest in use has 32 characters."""

ID_CHARACTERS: Final = 200
"""Longest id of an event or a source."""

ORDERED_EVENTS: Final = 500
"""Most events between which the certain order is worked out pair by pair."""
