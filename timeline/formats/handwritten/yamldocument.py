"""What the parts of a hand-written file share while it is read: its sources, its ids, and where its errors go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from timeline.errors import DocumentError, ParseError, RangeError, TimelineError, WrongTypeError
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.formats.fields import Each, Fields
from timeline.formats.handwritten.yamlnodes import Listing, Mapping, Node, Scalar
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.sources import Source

__all__ = ["Document"]


STAND_IN = "0:unknown"
"""A legal id, so that reading can go on with what stands around a source that is told to be wrong."""


class Document:
    """One file on its way to a timeline.

    A source that could not be read is None: its claims are kept, but their words cannot be checked.
    """

    def __init__(self, problems: Problems, kinds: Kinds) -> None:
        self.problems = problems
        self.kinds = kinds
        self.zone: str | None = None
        self.conventions: Conventions = DEFAULT
        self.sources: dict[str, Source | None] = {}
        self.events: Collection[str] = frozenset()

    def tell(self, error: TimelineError, node: Node) -> None:
        """Take down an error at a node; one with a column, at that letter of the node's text."""
        if isinstance(error, DocumentError):
            for problem in error.problems:
                self.tell(problem, node)
            return
        where, place = f"{node.line}:{node.column}", (node.line, node.column)
        inside = isinstance(node, Scalar) and isinstance(error, ParseError) and error.text == node.text
        if not inside:
            self.problems.add(error, where, place)
        elif isinstance(node, Scalar) and isinstance(error, ParseError) and node.inner is not None:
            column = node.column + node.inner + error.column - 1
            self.problems.add(error, f"{node.line}:{column}", (node.line, column))
        else:
            self.problems.add(error, f"{where}: {error.where}", place)

    def complain(self, message: str, node: Node, hint: str | None = None) -> None:
        """Take down that something at a node cannot be."""
        self.tell(RangeError(message, hint=hint), node)

    def mapping(self, node: Node, what: str) -> Mapping | None:
        """Return a node that must be a mapping; None where it is not, or where nothing is given."""
        if isinstance(node, Mapping):
            return node
        if not (isinstance(node, Scalar) and node.is_absent):
            self.tell(WrongTypeError(f"{what} is a mapping of keys to values"), node)
        return None

    def scalar(self, node: Node, what: str) -> Scalar | None:
        """Return a node that must be text."""
        if isinstance(node, Scalar):
            return node
        kind = "a list" if isinstance(node, Listing) else "a mapping"
        self.tell(WrongTypeError(f"{what} is text, not {kind}"), node)
        return None

    def refer(self, what: str, name: str, known: Collection[str], node: Node) -> bool:
        """Return whether a name is known, and take it down where it is not."""
        if name not in known:
            self.tell(self.problems.unknown(what, name, known), node)
            return False
        return True

    def source(self, name: str, node: Node) -> str:
        """Return the id of a source, or a stand-in where it is unknown or could not be read, which is told once."""
        if self.refer("source", name, self.sources, node) and self.sources[name] is not None:
            return name
        return STAND_IN

    def fields(
        self, mapping: Mapping, known: Fields, others: Collection[str] = ()
    ) -> tuple[dict[str, Any], dict[str, Node]]:
        """Return the checked values of a mapping, and the nodes of keys that the caller reads itself."""
        values: dict[str, Any] = {}
        rest: dict[str, Node] = {}
        for name, (key, node) in mapping.pairs.items():
            if name in others:
                rest[name] = node
            elif name not in known:
                self.tell(self.problems.unknown("key", name, [*known, *others]), key)
            else:
                self._take(values, name, node, known)
        return values, rest

    def _take(self, values: dict[str, Any], name: str, node: Node, known: Fields) -> None:
        check = known[name]
        if isinstance(check, Each):
            items = self.listing(node, name)
            found = [self.checked(item, name, check.check) for item in items]
            values[name] = tuple(item for item in found if item is not None)
        elif not (isinstance(node, Scalar) and node.is_absent):
            value = self.checked(node, name, check)
            if value is not None:
                values[name] = value

    def listing(self, node: Node, what: str) -> Iterable[Node]:
        """Return the items of a node that must be a list."""
        if isinstance(node, Listing):
            return node.items
        if not (isinstance(node, Scalar) and node.is_absent):
            self.tell(WrongTypeError(f"{what!r} is a list", hint="write it as [one, two]"), node)
        return ()

    def checked(self, node: Node, what: str, check: Callable[[Any], Any]) -> Any:
        """Return what a check makes of a text, or None where it refuses it."""
        scalar = self.scalar(node, f"{what!r}")
        if scalar is None:
            return None
        if scalar.is_absent:
            self.complain("nothing is given here", node, "give it, or leave its key out")
            return None
        try:
            return check(scalar.text)
        except TimelineError as error:
            self.tell(error, node)
            return None
