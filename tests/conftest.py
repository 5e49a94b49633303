"""Hypothesis profiles; choose one with ``pytest --hypothesis-profile=explore``. Nothing is read from the environment.

The default finds the same examples on every machine and every day, so that a change is judged by what it
changes; `explore` looks for new ones, and what it finds stays as an `@example`.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, derandomize=False, print_blob=True, max_examples=300)
settings.load_profile("default")
