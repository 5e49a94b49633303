"""Hypothesis profiles; choose one with ``pytest --hypothesis-profile=ci``. Nothing is read from the environment."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=False, print_blob=True)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=300)
settings.load_profile("default")
