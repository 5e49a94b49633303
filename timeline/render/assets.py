"""The style sheets and the script that pictures and pages carry, kept as files of their own kind."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources

__all__ = ["asset", "integrity", "settled"]

VARIABLE = re.compile(r"(--[a-z]{1,20}): ([^;]{1,80});")


def asset(name: str) -> str:
    """Return a file of ours, as text.

    >>> asset("picture.css").startswith(".picture")
    True
    """
    return resources.files("timeline.render").joinpath("assets", name).read_text(encoding="utf-8")


def integrity(content: str) -> str:
    """Return the source expression by which a Content-Security-Policy (Level 3) allows inlined text and no other.

    >>> integrity("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode('ascii')}'"


def settled(style: str) -> str:
    """Return a style sheet for renderers that know neither variables nor conditions: as in the light, without them.

    The variables stand in the first rule, conditions at the end.

    >>> settled(".picture { --ink: #000; } text { fill: var(--ink); } @media print { .picture { --ink: #111; } }")
    '.picture {  } text { fill: #000; } '
    """
    plain = style.partition("@media")[0]
    rest = VARIABLE.sub("", plain)
    for name, value in VARIABLE.findall(plain):
        rest = rest.replace(f"var({name})", value)
    return rest
