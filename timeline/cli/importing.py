"""``timeline import``: take a timeline over from a document of another program."""

from __future__ import annotations

import click

from timeline import limits
from timeline.cli.inputs import STDIN, as_json_option, read_input
from timeline.cli.outputs import Output, json_output, tell, warn
from timeline.errors import RangeError
from timeline.expressions.anchor import Anchor
from timeline.formats import (
    Format,
    Import,
    Taking,
    format_named,
    read_bytes,
    to_json,
    write_atomically,
    write_yaml,
)
from timeline.formats.files import file_bytes
from timeline.times.zones import check_zone

__all__ = ["command"]


@click.command("import")
@click.argument("file")
@click.option(
    "--from", "from_", required=True, metavar="FORMAT", help="The format of FILE; see `timeline formats`."
)
@click.option("-o", "--output", metavar="OUT", help="The file to write; standard output, unless told.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="The column of a table that is a field (when=Datum); FIELD=- for none. May be given several times.",
)
@click.option("--anchor", metavar="DATE", help="The day on which the words of FILE were written.")
@click.option("--zone", metavar="ZONE", help="The time zone in which its days are read.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost; exit code 1.")
@as_json_option
def command(
    file: str,
    *,
    from_: str,
    output: str | None,
    columns: tuple[str, ...],
    anchor: str | None,
    zone: str | None,
    strict: bool,
    as_json: bool,
) -> Output:
    """Take a timeline over from FILE, a document of another program.

    Writes it as YAML, or as JSON to a file that ends in .json. What is assumed about FILE and what is not taken over is listed on standard error.

    Example: timeline import log.csv --from csv --column when=Datum -o log.timeline.yaml
    """
    chosen = format_named(from_)
    name = "<stdin>" if file == STDIN else file
    taking = Taking(name, columns=_columns(columns), anchor=_anchor(anchor), zone=zone and check_zone(zone))
    data = read_input(limits.DOCUMENT_BYTES) if file == STDIN else file_bytes(file)
    found = _taken(chosen, data, taking)
    refused = strict and bool(found.omissions)
    for sentence in found.assumptions:
        warn(f"assumed: {sentence}")
    for sentence in found.omissions:
        warn(f"{'would lose' if refused else 'lost'}: {sentence}")
    document = to_json if as_json or (output or "").endswith(".json") else write_yaml
    if refused:
        return json_output(_summary(chosen, found), 1) if as_json else Output("", 1)
    if output is not None:
        write_atomically(output, document(found.timeline).encode())
        tell(f"wrote {output}")
    if as_json:
        written = {"output": output} if output is not None else {"timeline": to_json(found.timeline)}
        return json_output(_summary(chosen, found) | written)
    return Output("" if output is not None else document(found.timeline))


def _taken(chosen: Format, data: bytes, taking: Taking) -> Import:
    if chosen.take is not None:
        return chosen.take(data, taking)
    if chosen.read is None:
        raise RangeError(f"the format {chosen.name!r} can be written, but not read")
    return Import(read_bytes(data, name=taking.name, format=chosen.name))


def _columns(columns: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for column in columns:
        field, sign, name = column.partition("=")
        if not sign or not field or not name:
            raise RangeError(f"no column: {column!r}", hint="write --column FIELD=NAME, such as when=Datum")
        found[field] = name
    return found


def _anchor(anchor: str | None) -> str | None:
    if anchor is not None:
        Anchor.parse(anchor)
    return anchor


def _summary(chosen: Format, found: Import) -> dict[str, object]:
    return {
        "format": chosen.name,
        "events": len(found.timeline.events),
        "assumptions": list(found.assumptions),
        "omissions": list(found.omissions),
    }
