"""Text from outside on its way into documents of other programs: it stays text there, and links lead only to the web."""

from __future__ import annotations

import html
import re

from timeline.formats.jsontext import dump

__all__ = ["html_text", "is_safe_link", "script_safe_json"]

LINK = re.compile(r"(?:https?://|mailto:)[!-~]{1,2000}", re.ASCII | re.IGNORECASE)
"""A link that may be followed, in ASCII as the web writes addresses."""

NEVER_IN_A_LINK = frozenset("<>\"'`\\^{}|")
IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def is_safe_link(url: str) -> bool:
    """Return whether a link leads to the web or to a mailbox, and holds nothing but an address.

    >>> [is_safe_link(url) for url in ("https://tass.ru/1", "javascript:alert(1)", "https://a.b/<script>")]
    [True, False, False]
    """
    return LINK.fullmatch(url) is not None and not NEVER_IN_A_LINK & set(url)


def html_text(text: str) -> str:
    """Return text as HTML that shows it, in content and in attributes.

    >>> print(html_text('<b title="x">'))
    &lt;b title=&quot;x&quot;&gt;
    """
    return html.escape(text, quote=False).replace('"', "&quot;")


def script_safe_json(value: object) -> bytes:
    r"""Return plain data as JSON that may stand in a page's script: nothing in it can end the script.

    >>> print(script_safe_json(["</script>"]).decode(), end="")
    [
      "\u003c/script\u003e"
    ]
    """
    return dump(value).translate(IN_A_SCRIPT).encode()
