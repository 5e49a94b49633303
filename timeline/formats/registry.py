"""The formats by their names and extensions, and reading a file of any of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Protocol

import attrs

from timeline.errors import RangeError, UnknownReferenceError, WrongTypeError
from timeline.events import Event
from timeline.formats.files import file_bytes
from timeline.formats.jsonio import from_json, to_json
from timeline.formats.yamlio import read_yaml, write_yaml
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.naming import did_you_mean

__all__ = ["FORMATS", "Export", "Format", "format_named", "read_bytes", "read_file"]

GROUP = "timeline.formats"
"""The entry points under which other packages offer formats."""


class Reader(Protocol):
    """What reads a document of a format."""

    def __call__(
        self, text: str | bytes, *, name: str = "<text>", kinds: Iterable[type[Event]] = ()
    ) -> Timeline:
        """Return the timeline that a document holds."""


@attrs.frozen
class Export:
    """A document in some format, and what of the timeline the format could not carry, each thing in a sentence."""

    data: bytes
    omissions: tuple[str, ...] = ()


Writer = Callable[[Timeline, Report | None], Export]


@attrs.frozen
class Format:
    """A format of files: its name, the extensions it is known by, and how it is read and written, as far as it is.

    >>> FORMATS["yaml"].extensions[0]
    '.timeline.yaml'
    """

    name: str
    extensions: tuple[str, ...]
    sentence: str = attrs.field(kw_only=True)
    read: Reader | None = attrs.field(default=None, kw_only=True)
    write: Writer | None = attrs.field(default=None, kw_only=True)


def _as_json(timeline: Timeline, report: Report | None) -> Export:
    return Export(to_json(timeline, report=report).encode())


def _as_yaml(timeline: Timeline, report: Report | None) -> Export:
    omissions = () if report is None else ("the report: a file written by hand holds only what was said",)
    return Export(write_yaml(timeline).encode(), omissions)


JSON = Format(
    "json",
    (".timeline.json", ".json"),
    sentence="canonical JSON, for programs: equal timelines in equal bytes",
    read=from_json,
    write=_as_json,
)
YAML = Format(
    "yaml",
    (".timeline.yaml", ".yaml", ".yml"),
    sentence="written by hand: words as the sources said them",
    read=read_yaml,
    write=_as_yaml,
)
FORMATS = {found.name: found for found in (JSON, YAML)}


def format_named(name: str) -> Format:
    """Return a format by its name, one of ours or one that an installed package offers.

    >>> format_named("jsn")
    Traceback (most recent call last):
    timeline.errors.UnknownReferenceError: no format 'jsn'; did you mean 'json'?
    """
    if name in FORMATS:
        return FORMATS[name]
    from importlib.metadata import entry_points  # noqa: PLC0415  # looks through what is installed

    offered = entry_points(group=GROUP)
    if name not in offered.names:
        hint = did_you_mean(name, [*FORMATS, *offered.names])
        raise UnknownReferenceError(f"no format {name!r}", hint=hint or f"there are {', '.join(FORMATS)}")
    found = offered[name].load()
    if not isinstance(found, Format):
        raise WrongTypeError(f"the entry point {name!r} of {GROUP!r} is no Format")
    return found


def read_file(path: str | os.PathLike[str], kinds: Iterable[type[Event]] = ()) -> Timeline:
    """Read the timeline in a file, in the format that its extension or else its content tells.

    >>> read_file("/nowhere.json")
    Traceback (most recent call last):
    timeline.errors.RangeError: /nowhere.json: there is no such file; check the path
    """
    return read_bytes(file_bytes(path), name=os.fspath(path), kinds=kinds)


def read_bytes(
    data: bytes,
    *,
    name: str = "<bytes>",
    format: str | None = None,  # noqa: A002  # the word that everybody uses for it
    kinds: Iterable[type[Event]] = (),
) -> Timeline:
    """Read a timeline in a format, or in the one that the extension of its name or else its content tells.

    What begins with a brace is JSON, everything else is read as written by hand.

    >>> read_bytes(b'{"timeline": 1, "title": "The mission"}').title
    'The mission'
    """
    found = _guessed(data, name) if format is None else format_named(format)
    if found.read is None:
        raise RangeError(f"the format {found.name!r} can be written, but not read", where=name)
    return found.read(data, name=name, kinds=kinds)


def _guessed(data: bytes, name: str) -> Format:
    for known in FORMATS.values():
        if name.lower().endswith(known.extensions):
            return known
    return JSON if data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else YAML
