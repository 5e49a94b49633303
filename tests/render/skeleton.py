"""The shape of a document: its elements and attributes without any text, so that two documents can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"input", "link", "meta", "wbr"}
LINKS = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping"}


class Document(HTMLParser):
    """A document as a browser would take it apart, with what it holds."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data}")

    @property
    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements with the names of their attributes."""
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]

    def values(self, *names: str) -> Iterator[str]:
        """Return the values of all attributes of some names."""
        for _, attributes in self.elements:
            yield from (attributes[name] for name in names if name in attributes)

    def text(self) -> str:
        """Return all text that a reader sees."""
        return "".join(self.texts)
