"""``timeline export``: the timeline in a format for other programs."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, tell, warn
from timeline.errors import RangeError
from timeline.formats import Export, format_named, write_atomically
from timeline.formats.registry import Format

__all__ = ["command"]


@click.command("export")
@files_argument
@click.option(
    "--to", "to", required=True, metavar="FORMAT", help="The format to write; see `timeline formats`."
)
@click.option("-o", "--output", metavar="OUT", help="The file to write; standard output, unless told.")
@as_json_option
def command(files: tuple[str, ...], *, to: str, output: str | None, as_json: bool) -> Output:
    """Write a timeline in another format.

    The report of its check goes with it. What the format cannot carry is listed on standard error. With --json, prints the list as JSON, and the document in
    it if no file is named.

    Example: timeline export story.timeline.yaml --to json -o story.json
    """
    chosen = format_named(to)
    timeline = read_timeline(files)
    if chosen.write is None:
        raise RangeError(f"the format {chosen.name!r} can be read, but not written")
    export = chosen.write(timeline, checked(timeline))
    if output is not None:
        write_atomically(output, export.data)
        tell(f"wrote {output}")
    for omission in export.omissions:
        warn(f"left out: {omission}")
    if as_json:
        return json_output(_summary(chosen, export, output))
    return Output("" if output is not None else export.data)


def _summary(chosen: Format, export: Export, output: str | None) -> dict[str, object]:
    summary: dict[str, object] = {
        "format": chosen.name,
        "output": output,
        "omissions": list(export.omissions),
    }
    if output is None:
        summary["document"] = export.data.decode("utf-8", "backslashreplace")
    return summary
