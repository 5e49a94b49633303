"""``timeline diff``: what changed between two timelines, or what some sources contribute to one."""

from __future__ import annotations

import functools

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.errors import RangeError
from timeline.model.differences import Difference, diff
from timeline.model.timeline import Timeline

__all__ = ["command"]


@click.command("diff")
@files_argument
@click.option(
    "--without", "silenced", multiple=True, metavar="SOURCE", help="What would follow if it had said nothing."
)
@as_json_option
def command(files: tuple[str, ...], *, silenced: tuple[str, ...], as_json: bool) -> Output:
    """Show what changed between two timelines.

    Tells the statements, conflicts, readings and bounds that are gone, new or elsewhere. With --without, all files are merged, and compared with what
    is left when a source is silent. Exit code 0: the same, 1: different.

    Example: timeline diff tass.timeline.yaml yonhap.timeline.yaml --without tass
    """
    before, after = _compared(files, silenced)
    for timeline in (before, after):
        checked(timeline)
    found = diff(before, after)
    code = 0 if found.same else 1
    if as_json:
        from timeline.formats.comparing import difference_value  # noqa: PLC0415  # for programs only

        return json_output(difference_value(found), code)
    return _told(found, code)


def _compared(files: tuple[str, ...], silenced: tuple[str, ...]) -> tuple[Timeline, Timeline]:
    if silenced:
        whole = read_timeline(files)
        return whole, functools.reduce(Timeline.without_source, silenced, whole)
    if len(files) != 2:
        raise RangeError(
            "diff compares two files",
            hint="merge several with `timeline export`, or silence a source with --without",
        )
    if files[0] == files[1] == "-":
        return (read_timeline(files),) * 2  # refused there, since standard input can be read only once
    return read_timeline(files[:1]), read_timeline(files[1:])


def _told(found: Difference, code: int) -> Output:
    from timeline.render.differences import difference_sections, difference_sentence  # noqa: PLC0415  # for people only
    from timeline.render.lines import Role, wrapped  # noqa: PLC0415
    from timeline.render.text import section_lines  # noqa: PLC0415

    options = text_options()
    verdict = wrapped(difference_sentence(found), options, role=Role.TITLE)
    return Output((*verdict, *section_lines(difference_sections(found), options)), code)
