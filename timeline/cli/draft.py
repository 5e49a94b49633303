"""``timeline draft``: a timeline to go on with, made from an article."""

from __future__ import annotations

import json

import click

from timeline.cli.inputs import as_json_option, mode_option, zone_option
from timeline.cli.outputs import Output, json_output, tell
from timeline.cli.plain import plain
from timeline.cli.texts import text_of
from timeline.drafting import Draft, draft
from timeline.expressions.anchor import Anchor
from timeline.expressions.tagging import Mode
from timeline.formats import to_json, write_atomically
from timeline.formats.handwritten.yamldrafts import write_draft
from timeline.sources import Source

__all__ = ["command"]


@click.command("draft")
@click.argument("article")
@click.option("--anchor", required=True, metavar="DATE", help="The day on which the article was written.")
@zone_option
@mode_option("auto")
@click.option("--source", default="article", show_default=True, metavar="ID", help="The id of the article.")
@click.option("--title", default="", metavar="TEXT", help="The title of the timeline.")
@click.option("-o", "--output", metavar="OUT", help="The file to write; standard output, unless told.")
@as_json_option
def command(
    article: str,
    *,
    anchor: str,
    zone: str,
    mode: Mode,
    source: str,
    title: str,
    output: str | None,
    as_json: bool,
) -> Output:
    """Draft a timeline from the text in the file ARTICLE.

    An event for each statement that carries a time, with its words, its sentence and where they stand; what could not be placed is listed in comments.

    Example: timeline draft article.txt --anchor 2025-12-13 -o story.timeline.yaml
    """
    told_at = Anchor.parse(anchor, zone=zone)
    by = Source(source, published=anchor, zone=None if zone == "UTC" else zone)
    made = draft(text_of(article), anchor=told_at, source=by, mode=mode, title=title)
    if output is not None:
        write_atomically(output, write_draft(made).encode())
        tell(f"wrote {output}: {_summary(made)}")
    if as_json:
        return json_output(_value(made))
    return Output("" if output is not None else write_draft(made))


def _summary(made: Draft) -> str:
    return f"{len(made.timeline.events)} events, {len(made.unplaced)} passages not placed"


def _value(made: Draft) -> dict[str, object]:
    return {
        "timeline": json.loads(to_json(made.timeline)),
        "drafted": plain(made.drafted),
        "unplaced": plain(made.unplaced),
    }
