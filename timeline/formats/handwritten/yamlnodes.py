"""YAML as a tree in which every value is text and knows its place.

Only the plain part of YAML is read: no tags, anchors, aliases or several documents, and no key twice. What a reader cannot see
on the page (a number that is no number, a value that is somewhere else) is not in the tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from timeline import limits
from timeline.errors import LimitError, RangeError, TimelineError, shorten
from timeline.formats.problems import Problems

if TYPE_CHECKING:
    from yaml import Mark

__all__ = ["Listing", "Mapping", "Node", "Scalar", "compose"]

DEPTH: Final = limits.DEPTH + 8
NODES: Final = 4_000_000
STRUCTURAL: Final = 100
"""After so many tags, anchors, aliases and doubled keys the rest of the file is not looked at."""

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node:
    """A value with the line and column of its first character, counted from 1."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Scalar(Node):
    """A text. `inner` is how far its letters are from its column; None where quoting or folding moved them."""

    __slots__ = ("inner", "is_absent", "text")

    def __init__(self, line: int, column: int, text: str, inner: int | None, *, is_absent: bool) -> None:
        super().__init__(line, column)
        self.text = text
        self.inner = inner
        self.is_absent = is_absent


class Listing(Node):
    """Several values in their order."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []


class Mapping(Node):
    """Values by their keys, in the order of the file."""

    __slots__ = ("pairs",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.pairs: dict[str, tuple[Scalar, Node]] = {}


NO_KEY = Scalar(0, 0, "", None, is_absent=True)
"""Stands for a key that is none, whose value is left out."""


def compose(text: str, problems: Problems) -> Node | None:
    """Return the tree of a text, or None for an empty one; what makes it no tree is raised.

    Tags, anchors, aliases and keys given twice are taken down, and reading can go on without them.

    >>> tree = compose("title: no", Problems("story.yaml"))
    >>> tree.pairs["title"][1].text
    'no'
    """
    unprintable = UNPRINTABLE.search(text)
    if unprintable:
        at = unprintable.start()
        place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        problem = RangeError(f"the character {shorten(unprintable.group())} cannot stand in a YAML file")
        problems.add(problem, f"{place[0]}:{place[1]}", place)
        problems.raise_all()
    composer = _Composer(problems)
    import yaml  # noqa: PLC0415  # only files written by hand need it

    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            composer.take(event)
    except yaml.YAMLError as error:
        told, mark = getattr(error, "problem", None) or str(error), getattr(error, "problem_mark", None)
        composer.stop(RangeError(f"this is not YAML: {shorten(told, 200)[1:-1]}"), mark)
    return composer.root


class _Composer:
    """Builds the tree with an explicit stack of the collections that are open."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.root: Node | None = None
        self.documents = 0
        self.nodes = 0
        self.stack: list[Listing | Mapping] = []
        self.keys: list[Scalar | None] = []
        """For each open collection the key whose value comes next."""

    def stop(self, error: TimelineError, mark: Mark | None) -> None:
        """Raise an error after which there is no tree, with what was taken down before it."""
        self._add_problem(error, mark)
        self.problems.raise_all()

    def take(self, event: Any) -> None:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self.documents += 1
            if self.documents == 2:
                self._tell(
                    "a file holds one timeline", event, "put the second document into a file of its own"
                )
                self.stopped = True
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            self.stack.pop()
            self.keys.pop()
        elif name == "AliasEvent":
            self._tell("aliases are not read", event, "write the value itself")
            self._add(_scalar(event, ""), event)
        elif name in {"ScalarEvent", "MappingStartEvent", "SequenceStartEvent"}:
            self._take_node(name, event)

    def _take_node(self, name: str, event: Any) -> None:
        if event.anchor is not None:
            self._tell("anchors are not read", event, f"leave out &{shorten(event.anchor)[1:-1]}")
        if event.tag is not None:
            self._tell(
                "tags are not read", event, f"leave out {shorten(event.tag)[1:-1]}; every value is text"
            )
        self.nodes += 1
        if len(self.stack) >= DEPTH or self.nodes > NODES:
            what = f"more than {NODES} values" if self.nodes > NODES else f"nested more than {DEPTH} deep"
            self.stop(LimitError(what), event.start_mark)
        elif name == "ScalarEvent":
            self._add(_scalar(event, event.value), event)
        else:
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            node = Mapping(*place) if name == "MappingStartEvent" else Listing(*place)
            self._add(node, event)
            self.stack.append(node)
            self.keys.append(None)

    def _add(self, node: Node, event: Any) -> None:
        """Put a node where it belongs: it is the root, an item, a key or the value of the last key."""
        if not self.stack:
            self.root = self.root or node
            return
        parent = self.stack[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif (key := self.keys[-1]) is not None:
            if isinstance(node, Scalar) and node.is_absent:
                node.line, node.column = key.line, key.column
            if key is not NO_KEY:
                parent.pairs.setdefault(key.text, (key, node))
            self.keys[-1] = None
        else:
            self.keys[-1] = self._key(node, parent, event)

    def _key(self, node: Node, parent: Mapping, event: Any) -> Scalar:
        if not isinstance(node, Scalar):
            self._tell("a key is a word, not a list or a mapping", event, None)
            return NO_KEY
        if node.text in parent.pairs:
            first = parent.pairs[node.text][0]
            self._tell(
                f"the key {shorten(node.text)} is given twice", event, f"it is on line {first.line} too"
            )
        return node

    def _tell(self, message: str, event: Any, hint: str | None) -> None:
        self._add_problem(RangeError(message, hint=hint), event.start_mark)
        if len(self.problems) >= STRUCTURAL:
            self.problems.raise_all()

    def _add_problem(self, error: TimelineError, mark: Mark | None) -> None:
        place = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
        self.problems.add(error, f"{place[0]}:{place[1]}", place)


def _scalar(event: Any, text: str) -> Scalar:
    start, end = event.start_mark, event.end_mark
    style = getattr(event, "style", None) or ""
    quotes = 1 if style in {"'", '"'} else 0
    as_written = start.line == end.line and end.column - start.column == len(text) + 2 * quotes
    return Scalar(
        start.line + 1,
        start.column + 1,
        text,
        quotes if as_written and style not in {"|", ">"} else None,
        is_absent=not text and not style,
    )
