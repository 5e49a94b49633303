"""Establish what happened when: statements with their sources, proven against each other."""

from timeline._version import __version__

__all__ = ["__version__"]
