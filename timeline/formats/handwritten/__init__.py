"""Timelines written by hand: YAML, as people write it, with the place of every mistake."""
