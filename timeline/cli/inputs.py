"""What commands are given: files that are merged into one timeline, standard input, and the options they share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar, get_args

import click

from timeline import limits
from timeline.cli.outputs import busy
from timeline.errors import LimitError, RangeError
from timeline.expressions.tagging import Mode
from timeline.formats import format_named, read_bytes
from timeline.formats.files import file_bytes
from timeline.formats.registry import OWN_IDS, format_of
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = [
    "STDIN",
    "as_json_option",
    "checked",
    "files_argument",
    "mode_option",
    "read_input",
    "read_timeline",
    "zone_option",
]

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


def zone_option(command: Command) -> Command:
    """Add the zone of what was written, where it is not a timeline's, to a command."""
    told = click.option(
        "--zone", default="UTC", show_default=True, help="The time zone in which days are read."
    )
    return told(command)


def mode_option(default: Mode) -> Callable[[Command], Command]:
    """Return what adds to a command how the relative words of a running text are read."""
    return click.option(
        "--mode",
        type=click.Choice(get_args(Mode)),
        default=default,
        show_default=True,
        help="Read relative words from the anchor, from the times told before, or as the text tells.",
    )


def read_timeline(files: tuple[str, ...]) -> Timeline:
    """Return what several files say together."""
    if files.count(STDIN) > 1:
        raise RangeError("standard input can be read only once", hint="give '-' once")
    context = click.get_current_context(silent=True)
    told = None if context is None else context.meta.get(FORMAT_KEY)
    first, *others = [_read(file, told, len(files)) for file in files]
    return first.merge(*others) if others else first


def _read(file: str, told: str | None, count: int) -> Timeline:
    name = "<stdin>" if file == STDIN else file
    data = read_input(limits.DOCUMENT_BYTES) if file == STDIN else file_bytes(file)
    known = format_of(data, name) if told is None else format_named(told)
    if count > 1 and known.name in OWN_IDS:
        raise RangeError(
            "ids of TimeML mean something in one document only", where=name, hint="give one at a time"
        )
    return read_bytes(data, name=name, format=known.name)


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
