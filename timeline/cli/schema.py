"""``timeline schema``: what canonical JSON files look like, as JSON Schema."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option
from timeline.cli.outputs import Output
from timeline.formats.schema import schema_text

__all__ = ["command"]


@click.command("schema")
@as_json_option
def command(*, as_json: bool) -> Output:
    """Print the JSON Schema of timeline files.

    Example: timeline schema > timeline.schema.json
    """
    del as_json
    return Output(schema_text())
