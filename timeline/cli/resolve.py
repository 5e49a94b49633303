"""``timeline resolve``: what an expression can mean, told on a day."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, zone_option
from timeline.cli.outputs import Output, json_output, text_options
from timeline.expressions.anchor import Anchor
from timeline.expressions.readings import Reading
from timeline.expressions.resolve import resolve
from timeline.render.lengths import distance_words
from timeline.render.lines import Line, Role, TextOptions, wrapped
from timeline.render.wording import reading_phrase

__all__ = ["command", "reading_value"]


@click.command("resolve")
@click.argument("text")
@click.option("--anchor", required=True, metavar="DATE", help="The day from which relative words are read.")
@zone_option
@as_json_option
def command(text: str, *, anchor: str, zone: str, as_json: bool) -> Output:
    """Show what an expression can mean.

    The readings come most likely first, each with the reason for it.

    Example: timeline resolve "last June" --anchor 2025-12-13
    """
    told = Anchor.parse(anchor, zone=zone)
    readings = resolve(text, anchor=told)
    if as_json:
        return json_output([reading_value(reading, told.zone) for reading in readings])
    options = text_options()
    lines: list[Line] = []
    for number, reading in enumerate(readings, start=1):
        lines += _lines(number, reading, told.zone, options)
    return Output(tuple(lines))


def _lines(number: int, reading: Reading, zone: str, options: TextOptions) -> list[Line]:
    indent = " " * (len(str(number)) + 2)
    lines = list(
        wrapped(
            f"{_meaning(reading, zone)}: {reading.reason}",
            options,
            role=Role.DATE,
            first=f"{number}. ",
            rest=indent,
        )
    )
    modifier = "" if reading.timex_mod is None else f" {reading.timex_mod}"
    facts = [
        *([] if reading.bounds.is_open else [f"bounds  {reading.bounds.outer}"]),
        *([] if reading.distance is None else [f"length  {reading.distance}"]),
        f"TIMEX3  {reading.timex_type.value} {reading.timex_value}{modifier}",
        f"EDTF    {'none' if reading.edtf is None else reading.edtf}",
    ]
    for fact in facts:
        lines += wrapped(fact, options, role=Role.QUIET, first=indent, rest=f"{indent}        ")
    return lines


def _meaning(reading: Reading, zone: str) -> str:
    said = reading_phrase(reading, zone)
    if reading.distance is None or reading.bounds.is_open:
        return said
    return f"{said}, lasting {distance_words(reading.distance)}"


def reading_value(reading: Reading, zone: str) -> dict[str, object]:
    """Return a reading as plain data, its corners as instants in UTC and null where they are open."""
    bounds = reading.bounds
    corners = {
        "earliest_start": bounds.earliest_start,
        "latest_start": bounds.latest_start,
        "earliest_end": bounds.earliest_end,
        "latest_end": bounds.latest_end,
    }
    return {
        "phrase": _meaning(reading, zone),
        "reason": reading.reason,
        **{name: None if corner is None else str(corner) for name, corner in corners.items()},
        "distance": None if reading.distance is None else str(reading.distance),
        "timex_type": reading.timex_type.value,
        "timex_value": reading.timex_value,
        "timex_mod": reading.timex_mod,
        "edtf": reading.edtf,
    }
