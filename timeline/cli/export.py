"""``timeline export``: the timeline in a format for other programs."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, tell, warn
from timeline.cli.views import view_options
from timeline.errors import RangeError
from timeline.formats import Export, Format, Omission, format_named, write_atomically
from timeline.render.view import Detail, View

__all__ = ["command"]


@click.command("export")
@files_argument
@click.option(
    "--to", "to", required=True, metavar="FORMAT", help="The format to write; see `timeline formats`."
)
@click.option("-o", "--output", metavar="OUT", help="The file to write; standard output, unless told.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost; exit code 1.")
@view_options(Detail.FULL)
@as_json_option
def command(
    files: tuple[str, ...], *, to: str, output: str | None, strict: bool, view: View, as_json: bool
) -> Output:
    """Write a timeline in another format.

    The report of its check goes with it. What the format cannot carry is listed on standard error. With --json, prints the list as JSON, and the document in
    it if no file is named. Pages and pictures can be of some of the events; other formats take all.

    Example: timeline export story.timeline.yaml --to json -o story.json
    """
    chosen = format_named(to)
    timeline = read_timeline(files)
    if chosen.write is None:
        raise RangeError(f"the format {chosen.name!r} can be read, but not written")
    if chosen.draw is not None:
        export = chosen.draw(timeline, checked(timeline), view)
    elif view == View(detail=Detail.FULL):
        export = chosen.write(timeline, checked(timeline))
    else:
        hint = "leave out the options that choose or sort events"
        raise RangeError(f"the format {chosen.name!r} takes all events as they are", hint=hint)
    refused = strict and bool(export.omissions)
    for omission in export.omissions:
        warn(f"{'would lose' if refused else 'lost'}: {omission}")
    if refused:
        return json_output(_summary(chosen, export, None), 1) if as_json else Output("", 1)
    if output is not None:
        write_atomically(output, export.data)
        tell(f"wrote {output}")
    if as_json:
        written = {} if output is not None else {"document": export.data.decode("utf-8", "backslashreplace")}
        return json_output(_summary(chosen, export, output) | written)
    return Output("" if output is not None else export.data)


def _summary(chosen: Format, export: Export, output: str | None) -> dict[str, object]:
    return {"format": chosen.name, "output": output, "omissions": list(map(_omission, export.omissions))}


def _omission(omission: Omission) -> dict[str, object]:
    return {"part": omission.part.value, "says": omission.says, "events": list(omission.events)}
