"""The elements of an XML document in order, read safely: no entity is expanded, and nothing outside is fetched."""

from __future__ import annotations

from xml.parsers import expat  # expat fetches nothing by itself, and entities are refused below

import attrs

from timeline import limits
from timeline.errors import DocumentError, LimitError, RangeError, TimelineError

__all__ = ["Element", "elements"]

HINTS = {
    expat.errors.XML_ERROR_INVALID_TOKEN: "in text write & as &amp; and < as &lt;",
    expat.errors.XML_ERROR_TAG_MISMATCH: "close every element that is opened, the inner one first",
    expat.errors.XML_ERROR_NO_ELEMENTS: "give a whole XML document",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "write out what it stands for",
}


@attrs.frozen(eq=False)
class Element:
    """An element: its name, its attributes, where it begins, and the text in it where that was asked for."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    pieces: list[str] = attrs.field(factory=list, repr=False)

    @property
    def text(self) -> str:
        """The text in it, with that of the elements inside; empty where it was not asked for."""
        return "".join(self.pieces)

    @property
    def where(self) -> str:
        """Its place in the document, as ``line:column``."""
        return f"{self.line}:{self.column}"


def elements(document: str, name: str, with_text: frozenset[str] = frozenset()) -> list[Element]:
    """Return the elements of a document in the order in which they begin, with the text of those that are asked for.

    A document that is not well-formed, defines or uses entities of its own, or is nested too deeply is refused.

    >>> [(found.name, found.text) for found in elements("<a><b>two</b> and</a>", "story.xml", frozenset("b"))]
    [('a', ''), ('b', 'two')]
    >>> elements("<a>R&D</a>", "story.xml")
    Traceback (most recent call last):
    timeline.errors.DocumentError: story.xml:1:7: this is not XML: not well-formed (invalid token); in text write & as &amp; and < as &lt;
    """
    collector = _Collector(document, name, with_text)
    collector.run()
    return collector.found


class _Collector:
    """Takes down what expat reports."""

    def __init__(self, document: str, name: str, with_text: frozenset[str]) -> None:
        self.document = document
        self.name = name
        self.with_text = with_text
        self.found: list[Element] = []
        self.open: list[Element] = []
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity_declared
        parser.SkippedEntityHandler = self._entity_used

    def run(self) -> None:
        try:
            self.parser.Parse(self.document.encode(), True)  # expat takes it by position
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            problem = RangeError(f"this is not XML: {reason}", hint=HINTS.get(reason))
            raise self._refused(problem, error.lineno, error.offset) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parser = self.parser
        element = Element(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        self.found.append(element)
        self.open.append(element)
        if len(self.open) > limits.DEPTH:
            raise self._here(LimitError(f"elements are nested more than {limits.DEPTH} deep"))

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        for element in self.open:
            if element.name in self.with_text:
                element.pieces.append(text)

    def _entity_declared(self, entity: str, *_rest: object) -> None:
        problem = RangeError(
            f"entities are not read: {entity!r} is declared", hint="write out what it stands for"
        )
        raise self._here(problem)

    def _entity_used(self, entity: str, _is_parameter: object) -> None:
        problem = RangeError(
            f"entities are not read: &{entity}; is used", hint="write out what it stands for"
        )
        raise self._here(problem)

    def _here(self, problem: TimelineError) -> DocumentError:
        return self._refused(problem, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)

    def _refused(self, problem: TimelineError, line: int, offset: int) -> DocumentError:
        return DocumentError((problem.at(f"{self.name}:{line}:{offset + 1}"),))
