"""``timeline formats``: the formats that files can be in."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option
from timeline.cli.outputs import Output, json_output, text_options
from timeline.formats import FORMATS, Format
from timeline.render.cells import pad
from timeline.render.lines import Line, wrapped

__all__ = ["command"]


@click.command("formats")
@as_json_option
def command(*, as_json: bool) -> Output:
    """List the formats that files can be in.

    Example: timeline formats
    """
    if as_json:
        return json_output([_value(known) for known in FORMATS.values()])
    options = text_options()
    longest = max(len(name) for name in FORMATS) + 2
    lines: list[Line] = []
    for known in FORMATS.values():
        described = f"{' and '.join(_uses(known))}: {known.sentence} ({', '.join(known.extensions)})"
        lines += wrapped(described, options, first=pad(known.name, longest), rest=" " * longest)
    return Output(tuple(lines))


def _uses(known: Format) -> list[str]:
    uses = {"read": known.read, "written": known.write}
    return [use for use, function in uses.items() if function is not None]


def _value(known: Format) -> dict[str, object]:
    return {
        "name": known.name,
        "extensions": list(known.extensions),
        "sentence": known.sentence,
        "read": known.read is not None,
        "written": known.write is not None,
    }
