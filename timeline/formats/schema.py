"""The JSON Schema of the canonical format, shipped with the package; docs/reference has the same file."""

from __future__ import annotations

from importlib import resources

__all__ = ["schema_text"]


def schema_text() -> str:
    """Return the schema of what `to_json` writes, in JSON Schema 2020-12.

    >>> import json
    >>> json.loads(schema_text())["title"]
    'Timeline, version 1'
    """
    return resources.files("timeline.formats").joinpath("timeline.schema.json").read_text(encoding="utf-8")
