"""`Problems`: everything that is wrong with a document, collected and then told at once."""

from __future__ import annotations

from collections.abc import Collection

from timeline.errors import DocumentError, ParseError, TimelineError, UnknownReferenceError, shorten
from timeline.naming import did_you_mean

__all__ = ["Problems"]

Place = tuple[int, ...]

HINTS = 100
"""For so many unknown names the nearest is looked for; after that it would take longer than to read them."""


class Problems:
    """The problems of one document, each with its place in it and a text that names the place.

    >>> problems = Problems("story.yaml")
    >>> problems.add(TimelineError("no title"), "3:1", (3, 1))
    >>> problems.add(TimelineError("no version"), "1:1", (1, 1))
    >>> problems.raise_all()
    Traceback (most recent call last):
    timeline.errors.DocumentError: story.yaml:1:1: no version
    story.yaml:3:1: no title
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._found: list[tuple[Place, int, TimelineError]] = []
        self._hints = HINTS

    def __len__(self) -> int:
        return len(self._found)

    def add(self, error: TimelineError, where: str, place: Place = ()) -> None:
        """Take down an error; one that tells of several counts as those."""
        if isinstance(error, DocumentError):
            for problem in error.problems:
                self.add(problem, where, place)
            return
        self._found.append((place, len(self._found), error.at(f"{self.name}:{where}")))

    def add_inside(self, error: TimelineError, where: str) -> None:
        """Take down an error in a phrase, with the column in it."""
        inside = isinstance(error, ParseError) and error.where
        self.add(error, f"{where}: {error.where}" if inside else where)

    def unknown(self, what: str, name: str, known: Collection[str]) -> UnknownReferenceError:
        """Return the error that a name is not known, with the nearest one that is."""
        self._hints -= 1
        hint = did_you_mean(name, known) if self._hints >= 0 else None
        return UnknownReferenceError(f"no {what} {shorten(name)}", hint=hint)

    def raise_all(self) -> None:
        """Raise what was taken down, in the order of the places."""
        if self._found:
            found = sorted(self._found, key=lambda problem: problem[:2])
            raise DocumentError(tuple(error for _, _, error in found))
