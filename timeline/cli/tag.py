"""``timeline tag``: the time expressions in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import click

from timeline.cli.inputs import as_json_option, mode_option, zone_option
from timeline.cli.outputs import Output, counted, json_line, text_options, warn
from timeline.cli.resolve import reading_value
from timeline.cli.texts import Document, documents
from timeline.errors import RangeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.tagging import Mention, Mode, tag
from timeline.formats.programs.timex3 import to_timeml
from timeline.render.cells import pad, width
from timeline.render.lines import Line, Role, Span, TextOptions, wrapped
from timeline.render.wording import alternatives, quoted, reading_phrase

__all__ = ["command"]

ARGUMENT = "--text"


class Tagged(NamedTuple):
    """A document and the mentions in it; `named` where its name has to be told, being one of several."""

    document: Document
    mentions: tuple[Mention, ...]
    named: bool


@click.command("tag")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(ARGUMENT, "texts", multiple=True, metavar="TEXT", help="A text to read, beside those in files.")
@click.option("--anchor", metavar="DATE", help="The day on which the texts were written.")
@zone_option
@mode_option("document")
@click.option("--timeml", is_flag=True, help="Print the text with TIMEX3 elements in it, as TimeML.")
@as_json_option
def command(
    files: tuple[str, ...],
    *,
    texts: tuple[str, ...],
    anchor: str | None,
    zone: str,
    mode: Mode,
    timeml: bool,
    as_json: bool,
) -> Output:
    """Find the time expressions in the text of FILEs.

    - is standard input. A file of JSON lines (.jsonl) holds a document on each: its "text", and its own "id", "anchor" and "zone" where they are known. With --json, a line for each expression.

    Example: timeline tag article.txt --anchor 2025-12-13
    """
    if timeml and as_json:
        raise RangeError("--timeml and --json are two forms of the same answer", hint="choose one")
    if not files and not texts:
        raise RangeError("nothing to read", hint=f"name a FILE, '-' or {ARGUMENT}")
    several = len(files) + len(texts) > 1 or any(file.endswith(".jsonl") for file in files)
    if timeml and several:
        raise RangeError("a TimeML document holds one text", hint="tag the files one by one")
    write = _timeml if timeml else _json if as_json else _lines
    return Output(_answers(_documents(files, texts, anchor, zone), mode, write, named=several))


Write = Callable[[Tagged], str | tuple[Line, ...]]


def _documents(
    files: tuple[str, ...], texts: tuple[str, ...], anchor: str | None, zone: str
) -> Iterator[Document]:
    if texts and anchor is None:
        raise RangeError("nobody said when this was written", where=ARGUMENT, hint="give --anchor DATE")
    for text in texts:
        yield Document(ARGUMENT, text, Anchor.parse(anchor or "", zone=zone))
    yield from documents(files, anchor=anchor, zone=zone)


def _answers(
    given: Iterator[Document], mode: Mode, write: Write, *, named: bool
) -> Iterator[str | tuple[Line, ...]]:
    for document in counted(given, "documents"):
        yield write(Tagged(document, tag(document.text, anchor=document.anchor, mode=mode), named))


def _json(tagged: Tagged) -> str:
    name = {"document": tagged.document.name} if tagged.named else {}
    zone = tagged.document.anchor.zone
    return "".join(json_line(name | _value(mention, zone)) for mention in tagged.mentions)


def _value(mention: Mention, zone: str) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "timex_type": mention.timex_type.value,
        "timex_value": mention.timex_value,
        "timex_mod": mention.timex_mod,
        "readings": [reading_value(reading, zone) for reading in mention.readings],
    }


def _timeml(tagged: Tagged) -> str:
    document = tagged.document
    export = to_timeml(document.text, tagged.mentions, anchor=document.anchor, name=document.name)
    for omission in export.omissions:
        warn(f"left out: {omission}")
    return export.data.decode()


def _lines(tagged: Tagged) -> tuple[Line, ...]:
    options = text_options()
    name = options.safe(tagged.document.name)
    heading = list(wrapped(name, options, role=Role.TITLE)) if tagged.named else []
    return (*heading, *_table(tagged.mentions, tagged.document.anchor.zone, options))


def _table(mentions: tuple[Mention, ...], zone: str, options: TextOptions) -> list[Line]:
    rows = [
        (f"{mention.start}-{mention.end}", options.safe(quoted(mention.text)), _timex(mention))
        for mention in mentions
    ]
    columns = [max((width(row[place]) for row in rows), default=0) + 2 for place in range(3)]
    narrow = sum(columns) > options.width // 2
    lines: list[Line] = []
    for row, mention in zip(rows, mentions, strict=True):
        meant = alternatives(reading_phrase(reading, zone) for reading in mention.readings)
        cells = "".join(pad(cell, columns[place]) for place, cell in enumerate(row))
        if narrow:
            lines += wrapped(cells.rstrip(), options)
            lines += wrapped(meant, options, role=Role.DATE, first="    ", rest="    ")
        else:
            lines += wrapped(meant, options, role=Role.DATE, first=cells, rest=" " * sum(columns))
    return lines or [(Span("no time expressions", Role.QUIET),)]


def _timex(mention: Mention) -> str:
    modifier = "" if mention.timex_mod is None else f" {mention.timex_mod}"
    return f"{mention.timex_type.value} {mention.timex_value}{modifier}"
