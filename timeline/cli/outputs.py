"""Results on their way out: always UTF-8, colour only on a terminal, and never a traceback for a closed pipe."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, TypeVar

import attrs
import click

from timeline.render.cells import visible
from timeline.render.lines import Charset, Line, Role, Span, TextOptions, as_text

__all__ = [
    "BadInput",
    "Output",
    "busy",
    "counted",
    "json_line",
    "json_output",
    "tell",
    "text_options",
    "warn",
    "write",
]

T = TypeVar("T")

STYLES = {
    Role.TITLE: "bold",
    Role.DATE: "bold",
    Role.WORDS: "italic",
    Role.BAR: "cyan",
    Role.QUIET: "dim",
    Role.PROBLEM: "red",
}
NARROWEST, WIDEST = 20, 200
LONG_WORK = 5_000
"""From so many events on, a terminal is told that there is work going on."""


Content = str | bytes | tuple[Line, ...]


@attrs.frozen
class Output:
    """What a command found, as a finished document or as lines that may be coloured, and its exit code.

    What is found in a stream of documents comes in pieces, each of them finished.
    """

    content: Content | Iterator[Content]
    code: int = 0


class BadInput(click.ClickException):
    """What the user gave cannot be used: a message on standard error, and exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message, one line for each problem, with nothing that could control the terminal."""
        for line in self.message.split("\n"):
            click.echo(f"error: {visible(line)}", file=file, err=file is None)


def json_output(value: object, code: int = 0) -> Output:
    """Return a value as indented JSON."""
    return Output(json.dumps(value, indent=2, ensure_ascii=False) + "\n", code)


def json_line(value: object) -> str:
    """Return a value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def text_options(width: int | None = None, charset: Charset = Charset.UNICODE) -> TextOptions:
    """Return how to write text: as wide as told, else as the terminal is, else 80 columns."""
    if width is None:
        found = shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else 80
        width = min(max(found, NARROWEST), WIDEST)
    return TextOptions(width=width, charset=charset)


def write(output: Output) -> None:
    """Write a result to standard output, and make sure that it got there."""
    for piece in output.content if isinstance(output.content, Iterator) else (output.content,):
        data = _encoded(piece)
        if sys.stdout is None:
            raise BadInput("standard output is closed")
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        except OSError:
            _silence()
            raise


def _encoded(content: Content) -> bytes:
    """Return content as UTF-8, whatever the locale says."""
    if isinstance(content, bytes):
        return content
    if not isinstance(content, str):
        content = _styled(content) if _has_colour() else as_text(content)
    return content.encode("utf-8", "backslashreplace")


def _silence() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(message: str) -> None:
    """Tell something beside the result, on a terminal only."""
    if _is_terminal(sys.stderr):
        click.echo(visible(message), err=True)


def warn(message: str) -> None:
    """Tell on standard error what the user should know whether or not anybody is looking."""
    click.echo(visible(message), err=True)


def _is_terminal(stream: IO[str] | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _has_colour() -> bool:
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _styled(lines: Iterable[Line]) -> str:
    from rich.console import Console  # noqa: PLC0415  # only terminals need it
    from rich.text import Text  # noqa: PLC0415

    console = Console(force_terminal=True, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((span.text, STYLES.get(span.role, "")) for span in _trimmed(line)), end="")
            console.print(text, soft_wrap=True)
    return captured.get()


def _trimmed(line: Line) -> Iterator[Span]:
    """Return the spans of a line without spaces before its end."""
    spans = list(line)
    while spans and not spans[-1].text.strip():
        spans.pop()
    yield from spans


def counted(things: Iterable[T], doing: str) -> Iterator[T]:
    """Show on a terminal how many of some things are done, unless the results are seen there themselves."""
    if not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        yield from things
        return
    from rich.console import Console  # noqa: PLC0415  # only terminals need it
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(things, description=doing)


@contextmanager
def busy(doing: str, size: int) -> Iterator[None]:
    """Show on a terminal that long work is going on."""
    if size < LONG_WORK or not _is_terminal(sys.stderr):
        yield
        return
    from rich.console import Console  # noqa: PLC0415  # only terminals need it

    with Console(stderr=True).status(doing, spinner="line"):  # in ASCII, for terminals that know no more
        yield
