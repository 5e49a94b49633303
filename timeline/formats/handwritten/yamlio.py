"""`*.timeline.yaml`: the format that people write by hand; see docs/reference/files.md.

Every value is text, so that `no` is the word and 2025-12 the month. Everything that is wrong with a file is told
at once, each with its line and column.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline import limits
from timeline.events import Event
from timeline.formats.encoding import decoded
from timeline.formats.handwritten.yamlnodes import compose
from timeline.formats.handwritten.yamlreading import timeline_of
from timeline.formats.handwritten.yamltext import block_text
from timeline.formats.handwritten.yamlwriting import timeline_block
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.model.timeline import Timeline

__all__ = ["read_yaml", "write_yaml"]


def read_yaml(text: str | bytes, *, name: str = "<text>", kinds: Iterable[type[Event]] = ()) -> Timeline:
    """Read a file written by hand; everything that is wrong is told in a `DocumentError`, as ``name:line:column``.

    Events whose kind is the name of one of the classes in `kinds` become values of it, with its fields from `details`.

    >>> story = read_yaml("{timeline: 1, events: {a: {title: no, when: 2025}, b: {follows: a}}}")
    >>> story["a"].title, str(story.constraints[0])
    ('no', 'b met by or after a')
    >>> read_yaml("{timeline: 1, events: {a: {titel: Signing, when: twenty}, b: {follows: c}}}")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.errors.DocumentError: <text>:1:28: no key 'titel'; did you mean 'title'?
    <text>:1:50: ...
    <text>:1:72: no event 'c'
    """
    known = Kinds(kinds)
    problems = Problems(name)
    root = compose(decoded(text, name, limits.TEXT_BYTES), problems)
    return timeline_of(root, problems, known)


def write_yaml(timeline: Timeline) -> str:
    """Return a timeline as people write it by hand.

    The law: ``read_yaml(write_yaml(t)) == t`` for the `kinds` of t's events, if the words of its claims are understood.

    >>> print(write_yaml(Timeline("The mission").add(Event("a").said("2025"))), end="")
    timeline: 1
    title: The mission
    events:
      a:
        when: 2025
    """
    return block_text(timeline_block(timeline))
