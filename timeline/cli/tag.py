"""``timeline tag``: the time expressions in a text."""

from __future__ import annotations

from typing import Literal

import click

from timeline import limits
from timeline.cli.inputs import STDIN, as_json_option, read_input
from timeline.cli.outputs import Output, json_line, text_options
from timeline.cli.resolve import reading_value
from timeline.errors import RangeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.tagging import Mention, tag
from timeline.render.cells import pad, width
from timeline.render.lines import Line, Role, Span, TextOptions, wrapped
from timeline.render.wording import alternatives, quoted, reading_phrase

__all__ = ["command"]


@click.command("tag")
@click.argument("text")
@click.option("--anchor", required=True, metavar="DATE", help="The day on which the text was written.")
@click.option("--zone", default="UTC", show_default=True, help="The time zone in which days are read.")
@click.option(
    "--mode",
    type=click.Choice(["document", "narrative"]),
    default="document",
    show_default=True,
    help="Read relative words from the anchor, or from the times told before.",
)
@as_json_option
def command(
    text: str, *, anchor: str, zone: str, mode: Literal["document", "narrative"], as_json: bool
) -> Output:
    """Find the time expressions in a TEXT.

    - reads the text from standard input. With --json, a line for each expression.

    Example: timeline tag "It rained on Friday." --anchor 2025-12-13
    """
    told = Anchor.parse(anchor, zone=zone)
    mentions = tag(_text(text), anchor=told, mode=mode)
    if as_json:
        return Output("".join(json_line(_value(mention, told.zone)) for mention in mentions))
    return Output(tuple(_table(mentions, told.zone, text_options())))


def _text(given: str) -> str:
    if given != STDIN:
        return given
    try:
        return read_input(limits.TEXT_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RangeError("this is not UTF-8 text", where=f"<stdin>: byte {error.start}") from error


def _value(mention: Mention, zone: str) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "timex_type": mention.timex_type.value,
        "timex_value": mention.timex_value,
        "timex_mod": mention.timex_mod,
        "readings": [reading_value(reading, zone) for reading in mention.readings],
    }


def _table(mentions: tuple[Mention, ...], zone: str, options: TextOptions) -> list[Line]:
    rows = [
        (f"{mention.start}-{mention.end}", options.safe(quoted(mention.text)), _timex(mention))
        for mention in mentions
    ]
    columns = [max((width(row[place]) for row in rows), default=0) + 2 for place in range(3)]
    narrow = sum(columns) > options.width // 2
    lines: list[Line] = []
    for row, mention in zip(rows, mentions, strict=True):
        meant = alternatives(reading_phrase(reading, zone) for reading in mention.readings)
        cells = "".join(pad(cell, columns[place]) for place, cell in enumerate(row))
        if narrow:
            lines += wrapped(cells.rstrip(), options)
            lines += wrapped(meant, options, role=Role.DATE, first="    ", rest="    ")
        else:
            lines += wrapped(meant, options, role=Role.DATE, first=cells, rest=" " * sum(columns))
    return lines or [(Span("no time expressions", Role.QUIET),)]


def _timex(mention: Mention) -> str:
    modifier = "" if mention.timex_mod is None else f" {mention.timex_mod}"
    return f"{mention.timex_type.value} {mention.timex_value}{modifier}"
