"""Running texts that commands are given: whole files, standard input, or a stream of documents as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from timeline import limits
from timeline.cli.inputs import STDIN, read_input
from timeline.errors import RangeError, TimelineError, WrongTypeError
from timeline.expressions.anchor import Anchor
from timeline.formats.encoding import decoded
from timeline.formats.files import file_bytes
from timeline.formats.jsontext import load
from timeline.formats.problems import Problems
from timeline.naming import did_you_mean

__all__ = ["Document", "documents", "text_of"]

STREAM = ".jsonl"
KEYS = ("id", "text", "anchor", "zone")


@attrs.frozen
class Document:
    """A text with its name and the day on which it was written."""

    name: str
    text: str
    anchor: Anchor


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input."""
    if file == STDIN:
        return decoded(read_input(limits.TEXT_BYTES), "<stdin>", limits.TEXT_BYTES)
    return decoded(file_bytes(Path(file)), file, limits.TEXT_BYTES)


def documents(files: tuple[str, ...], *, anchor: str | None, zone: str) -> Iterator[Document]:
    """Read the documents of files, one after the other; a file of JSON lines holds one on each line."""
    for file in files:
        if file.endswith(STREAM):
            yield from _lines(file, anchor, zone)
        else:
            yield Document(file, text_of(file), _anchor(anchor, zone, file))


def _anchor(day: str | None, zone: str, where: str) -> Anchor:
    if day is None:
        raise RangeError("nobody said when this was written", where=where, hint="give --anchor DATE")
    return Anchor.parse(day, zone=zone)


def _lines(file: str, anchor: str | None, zone: str) -> Iterator[Document]:
    for number, line in enumerate(text_of(file).split("\n"), start=1):
        if line.strip():
            where = f"{file}:{number}"
            fields = _fields(line, where)
            day, place = fields.get("anchor", anchor), fields.get("zone", zone)
            try:
                told = _anchor(day, place, where)
            except TimelineError as error:
                raise error.at(_inside(where, error)) from None
            yield Document(fields.get("id", where), fields["text"], told)


def _inside(where: str, error: TimelineError) -> str:
    return where if error.where in {None, where} else f"{where}: {error.where}"


def _fields(line: str, where: str) -> dict[str, str]:
    """Return the fields of a line of JSON, all of which are text."""
    problems = Problems(where)
    value, _ = load(line, problems)
    problems.raise_all()
    if not isinstance(value, dict):
        raise WrongTypeError("a document is a JSON object", where=where, hint='write {"text": "..."}')
    for key, content in value.items():
        _check(key, content, where)
    if "text" not in value:
        raise RangeError("a document has a 'text'", where=where, hint='write {"text": "..."}')
    return value


def _check(key: str, content: Any, where: str) -> None:
    if key not in KEYS:
        raise RangeError(f"unknown key {key!r}", where=where, hint=did_you_mean(key, KEYS))
    if not isinstance(content, str):
        raise WrongTypeError(f"{key!r} is text, not {type(content).__name__}", where=where)
