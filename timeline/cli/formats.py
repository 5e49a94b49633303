"""``timeline formats``: the formats that files can be in."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option
from timeline.cli.outputs import Output, json_output, text_options
from timeline.formats import Format, Part, all_formats
from timeline.formats.exchange import ALL_PARTS
from timeline.render.cells import pad
from timeline.render.lines import Line, Role, wrapped

__all__ = ["command"]


@click.command("formats")
@as_json_option
def command(*, as_json: bool) -> Output:
    """List the formats of files, and what of a timeline each can hold.

    Example: timeline formats
    """
    known = all_formats()
    if as_json:
        return json_output([_value(found) for found in known])
    options = text_options()
    longest = max(len(found.name) for found in known) + 2
    lines: list[Line] = []
    for found in known:
        extensions = f" ({', '.join(found.extensions)})" if found.extensions else ""
        described = f"{' and '.join(_uses(found))}: {found.sentence}{extensions}"
        lines += wrapped(described, options, first=pad(found.name, longest), rest=" " * longest)
        if found.carries | found.tells:
            held = _held(found)
            lines += wrapped(held, options, role=Role.QUIET, first=" " * longest, rest=" " * longest)
    return Output(tuple(lines))


def _held(known: Format) -> str:
    """Return what a format holds of a timeline, by the shorter of two lists."""
    held = known.carries | known.tells
    lost = ALL_PARTS - held
    if len(lost) > len(held):
        return f"holds {', '.join(_names(held))}"
    return f"holds all but {', '.join(_names(lost))}" if lost else "holds all of a timeline"


def _uses(known: Format) -> list[str]:
    uses = {"read": known.read, "imported": known.take, "written": known.write}
    return [use for use, function in uses.items() if function is not None]


def _names(parts: frozenset[Part]) -> list[str]:
    return [part.value for part in Part if part in parts]


def _value(known: Format) -> dict[str, object]:
    return {
        "name": known.name,
        "extensions": list(known.extensions),
        "sentence": known.sentence,
        "read": known.read is not None,
        "imported": known.take is not None,
        "written": known.write is not None,
        "holds": _names(known.carries),
        "tells": _names(known.tells),
    }
