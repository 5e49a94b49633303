"""What commands are given: files that are merged into one timeline, standard input, and the options they share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from timeline import limits
from timeline.cli.outputs import busy
from timeline.errors import LimitError, RangeError
from timeline.formats import read_bytes, read_file
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = ["STDIN", "as_json_option", "checked", "files_argument", "read_input", "read_timeline"]

Command = TypeVar("Command", bound=Callable[..., object])
STDIN = "-"
FORMAT_KEY = "timeline_format"
"""Where the format that was asked for is kept while a command runs."""


def files_argument(command: Command) -> Command:
    """Add the files of a timeline to a command, and the format in which they are to be read."""
    told = click.option(
        "--from",
        FORMAT_KEY,
        metavar="FORMAT",
        expose_value=False,
        callback=_remember,
        help="Read FILEs in this format, whatever their names say; see `timeline formats`.",
    )
    return click.argument("files", nargs=-1, required=True, metavar="FILE...")(told(command))


def _remember(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    context.meta[FORMAT_KEY] = value


def as_json_option(command: Command) -> Command:
    """Add `--json` to a command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def read_timeline(files: tuple[str, ...]) -> Timeline:
    """Return what several files say together."""
    if files.count(STDIN) > 1:
        raise RangeError("standard input can be read only once", hint="give '-' once")
    first, *others = [_read(file) for file in files]
    return first.merge(*others) if others else first


def _read(file: str) -> Timeline:
    told = click.get_current_context().meta.get(FORMAT_KEY)
    if file == STDIN:
        return read_bytes(read_input(limits.DOCUMENT_BYTES), name="<stdin>", format=told)
    return read_file(file, format=told)


def read_input(limit: int) -> bytes:
    """Return all of standard input, up to a number of bytes."""
    if sys.stdin is None:
        raise RangeError("standard input is closed")
    data: bytes = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise LimitError(f"standard input has more than {limit} bytes")
    return data


def checked(timeline: Timeline) -> Report:
    """Return the report on a timeline, and show on a terminal that a large one takes a while."""
    count = len(timeline.events)
    with busy(f"checking {count:,} events", count):
        return timeline.check()
