"""``timeline edtf``: whether texts are EDTF, and what they say."""

from __future__ import annotations

import click

from timeline import limits
from timeline.cli.inputs import as_json_option, read_input
from timeline.cli.outputs import Output, json_line
from timeline.expressions.edtf import describe

__all__ = ["command"]


@click.command("edtf", context_settings={"ignore_unknown_options": True})
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--level", type=click.IntRange(0, 2), default=2, show_default=True, help="The highest level to accept."
)
@click.option("--lenient", is_flag=True, help="Accept common slips, such as a space or a slash too many.")
@as_json_option
def command(texts: tuple[str, ...], *, level: int, lenient: bool, as_json: bool) -> Output:
    """Describe ISO 8601-2 / EDTF texts.

    A line of JSON for each text, given as arguments or as lines of standard input. Exit code 0: all are valid, 1: some are not.

    Example: timeline edtf 1985-04 "198X" "1985/.."
    """
    del as_json
    found = [describe(text, level=level, lenient=lenient) for text in texts or _lines()]
    return Output("".join(map(json_line, found)), 0 if all(value["valid"] for value in found) else 1)


def _lines() -> list[str]:
    """Return the lines of standard input; what is not UTF-8 is no EDTF either, and is described as such."""
    text = read_input(limits.TEXT_BYTES).decode("utf-8", "backslashreplace")
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []
