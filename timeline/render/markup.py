"""Elements of HTML and SVG, written so that text from outside can be nothing but text.

A child that is a `str` is escaped; only what `element` returned goes in as it is. Names of elements and attributes come
from our own code alone, as Python names.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Union
from urllib.parse import quote

from timeline.render.cells import visible

__all__ = [
    "NOTHING",
    "Content",
    "Markup",
    "element",
    "fragment",
    "link_target",
    "listed",
    "shown",
    "within_page",
]

VOID = frozenset({"input", "link", "meta", "wbr"})
"""Elements of HTML that have no end tag."""

SCHEMES = frozenset({"http", "https", "mailto"})
NO_XML = {"\ufffe": "\\ufffe", "\uffff": "\\uffff"}
"""Characters that XML 1.0 cannot hold and that are no control characters."""


class Markup(NamedTuple):
    """Finished HTML or SVG."""

    text: str


Content = Union[None, str, Markup, Iterable["Content"]]  # noqa: UP007  # a name in quotes takes no `|`
"""What an element can hold: text to be escaped, finished markup, several of them, or nothing."""

NOTHING = Markup("")


def shown(text: str) -> str:
    r"""Return a text in which control characters and those that turn lines around can be seen; line ends stay.

    >>> print(shown("a\x00b\u202ec\ufffe"))
    a\x00b\u202ec\ufffe
    """
    if text.isascii() and text.isprintable():
        return text
    lines = "\n".join(visible(line) for line in text.split("\n"))
    for letter, escape in NO_XML.items():
        lines = lines.replace(letter, escape)
    return lines


def element(tag: str, *children: Content, **attributes: str | None) -> Markup:
    """Return an element; an attribute that is None is left out, and `_` in a name stands for `-`.

    >>> element("a", "R&D ", element("b", "<bold>"), href='x"y', class_="link", id=None).text
    '<a href="x&quot;y" class="link">R&amp;D <b>&lt;bold&gt;</b></a>'
    """
    said = "".join(
        f' {name.strip("_").replace("_", "-")}="{html.escape(shown(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in VOID:
        return Markup(f"<{tag}{said}>")
    return Markup(f"<{tag}{said}>{fragment(*children).text}</{tag}>")


def fragment(*children: Content) -> Markup:
    """Return contents one after another, without an element around them.

    >>> fragment("a < b", [element("hr_", "c"), None]).text
    'a &lt; b<hr_>c</hr_>'
    """
    return Markup("".join(map(_written, children)))


def _written(child: Content) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child.text
    if isinstance(child, str):
        return html.escape(shown(child), quote=False)
    return "".join(map(_written, child))


def listed(items: Iterable[Content]) -> Iterator[Content]:
    """Return contents with commas between them.

    >>> fragment(listed(["a", "b"])).text
    'a, b'
    """
    for number, item in enumerate(items):
        yield ", " if number else None
        yield item


def link_target(url: str) -> str | None:
    """Return a URL that a page may link to: http, https or mailto, and nothing in it but what a URL may hold.

    >>> link_target("https://example.org/?a=1"), link_target("javascript:alert(1)"), link_target(" https://example.org")
    ('https://example.org/?a=1', None, None)
    """
    scheme, colon, rest = url.partition(":")
    harmless = rest and all(letter.isprintable() and not letter.isspace() for letter in url)
    return url if colon and harmless and scheme.lower() in SCHEMES else None


def within_page(name: str) -> str:
    """Return a link to an id of the same page.

    >>> within_page("event-조약")
    '#event-%EC%A1%B0%EC%95%BD'
    """
    return f"#{quote(name, safe='')}"
