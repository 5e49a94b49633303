"""``timeline show``: the timeline as a picture in text."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.cli.plain import plain
from timeline.cli.views import view_options
from timeline.render.layout import layout
from timeline.render.lines import Charset
from timeline.render.text import text_lines
from timeline.render.view import Detail, View

__all__ = ["command"]


@click.command("show")
@files_argument
@click.option("--width", type=int, help="Columns to use, 20 to 1000; a terminal's own, else 80.")
@click.option("--ascii", "in_ascii", is_flag=True, help="Use ASCII characters only.")
@view_options(Detail.WORDS)
@as_json_option
def command(
    files: tuple[str, ...], *, width: int | None, in_ascii: bool, view: View, as_json: bool
) -> Output:
    """Show what the sources said and what follows.

    One line an event in time order, with a bar for when it can have taken place; what was found is told below. Findings are those of the whole timeline, whatever is left out of view.

    Example: timeline show story.timeline.yaml --width 100
    """
    options = text_options(width, Charset.ASCII if in_ascii else Charset.UNICODE)
    timeline = read_timeline(files)
    picture = layout(timeline, checked(timeline), view)
    return json_output(plain(picture)) if as_json else Output(tuple(text_lines(picture, options)))
