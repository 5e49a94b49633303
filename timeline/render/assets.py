"""The style sheets and the script that pictures and pages carry, kept as files of their own kind."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

__all__ = ["asset", "integrity"]


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
