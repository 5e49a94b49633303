"""The formats by their names and extensions, and reading a file of any of them.

Each format is a `FORMAT` in a module of its own, loaded when it is named. Other packages offer theirs under the entry
point group `timeline.formats`, as ``name = "package.module:FORMAT"``.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.errors import RangeError, UnknownReferenceError, WrongTypeError, shorten
from timeline.events import Event
from timeline.formats.exchange import ALL_PARTS, Export, Format, Omission, Part
from timeline.formats.files import file_bytes
from timeline.formats.handwritten.yamlio import read_yaml, write_yaml
from timeline.formats.jsonio import from_json, to_json
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.naming import did_you_mean

if TYPE_CHECKING:
    from importlib import metadata

__all__ = ["FORMATS", "OWN_IDS", "all_formats", "format_named", "format_of", "read_bytes", "read_file"]

GROUP = "timeline.formats"
"""The entry points under which other packages offer formats."""


def _as_json(timeline: Timeline, report: Report | None) -> Export:
    return Export(to_json(timeline, report=report).encode())


def _as_yaml(timeline: Timeline, report: Report | None) -> Export:
    lost = Omission(Part.FINDINGS, "the report: a file written by hand holds only what was said")
    return Export(write_yaml(timeline).encode(), () if report is None else (lost,))


JSON = Format(
    "json",
    (".timeline.json", ".json"),
    sentence="canonical JSON, for programs: equal timelines in equal bytes",
    read=from_json,
    write=_as_json,
    carries=ALL_PARTS,
)
YAML = Format(
    "yaml",
    (".timeline.yaml", ".yaml", ".yml"),
    sentence="written by hand: words as the sources said them",
    read=read_yaml,
    write=_as_yaml,
    carries=ALL_PARTS - {Part.FINDINGS},
)
FORMATS = {found.name: found for found in (JSON, YAML)}
"""The formats that timelines are kept in."""

OURS = {
    "html": "pictures.htmlpage",
    "svg": "pictures.svgpicture",
    "png": "pictures.pngpicture",
    "csv": "programs.csvtable",
    "ics": "programs.icalendaring",
    "jsonld": "programs.linkeddata",
    "markdown": "programs.markdowntable",
    "markwhen": "programs.markwhenwriting",
    "parquet": "programs.parquettable",
    "timelinejs": "programs.timelinejs",
    "timesketch": "programs.timesketching",
    "timesketch-jsonl": "programs.timesketching:LINES_FORMAT",
    "vis": "programs.visjs",
    "wikidata": "programs.wikidatareading",
    "mermaid": "programs.mermaid",
    "mermaid-gantt": "programs.mermaidgantt",
    "timeml": "programs.timeml",
    "timeml-inside": "programs.timeml:INSIDE",
}
"""The formats of other programs that come with the package, and where in this room they are: ``module:NAME``."""

TOLD_BY_EXTENSION = {
    ".tml": "timeml",
    ".timeml": "timeml",
    ".csv": "csv",
    ".ics": "ics",
    ".jsonl": "timesketch-jsonl",
    ".jsonld": "jsonld",
    ".mw": "markwhen",
}
"""Which of them a file's name tells; those that are not read like a timeline's own formats are refused with the way in."""


OWN_IDS = frozenset({"timeml", "timeml-inside"})
"""Formats whose ids mean something within one document only, so that several must not be merged."""


def format_named(name: str) -> Format:
    """Return a format by its name, one of ours or one that an installed package offers.

    >>> format_named("jsn")
    Traceback (most recent call last):
    timeline.errors.UnknownReferenceError: no format 'jsn'; did you mean 'json'?
    """
    if name in FORMATS:
        return FORMATS[name]
    if name in OURS:
        module, _, attribute = OURS[name].partition(":")
        found: Format = getattr(importlib.import_module(f"{__package__}.{module}"), attribute or "FORMAT")
        return found
    offered = _offered()
    if name not in offered.names:
        known = [*FORMATS, *OURS, *sorted(offered.names)]
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
        raise UnknownReferenceError(f"no format {name!r}", hint=hint)
    return _loaded(offered[name])


def all_formats() -> tuple[Format, ...]:
    """Return every format: those of the package first, then those that other packages offer, by name.

    >>> [known.name for known in all_formats()][:2]
    ['json', 'yaml']
    """
    own = [*FORMATS, *OURS]
    offered = _offered()
    others = sorted(offered.names - set(own))
    return (*map(format_named, own), *(_loaded(offered[name]) for name in others))


def _offered() -> metadata.EntryPoints:
    """Return what other packages offer; most who read a file never ask, and looking takes longer than a small file."""
    from importlib import metadata  # noqa: PLC0415  # it loads the standard library's package for mail

    return metadata.entry_points(group=GROUP)


def _loaded(offer: metadata.EntryPoint) -> Format:
    try:
        found = offer.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise RangeError(
            f"the format {offer.name!r} cannot be loaded: {shorten(reason, 200)[1:-1]}",
            hint=f"mend or remove the package that offers {offer.value}",
        ) from error
    if not isinstance(found, Format):
        raise WrongTypeError(f"the entry point {offer.name!r} of {GROUP!r} is no Format")
    return found


def read_file(
    path: str | os.PathLike[str],
    kinds: Iterable[type[Event]] = (),
    *,
    format: str | None = None,  # noqa: A002  # as in `read_bytes`
) -> Timeline:
    """Read the timeline in a file, in a format, or in the one that its extension or else its content tells.

    >>> read_file("/nowhere.json")
    Traceback (most recent call last):
    timeline.errors.RangeError: /nowhere.json: there is no such file; check the path
    """
    return read_bytes(file_bytes(path), name=os.fspath(path), format=format, kinds=kinds)


def read_bytes(
    data: bytes,
    *,
    name: str = "<bytes>",
    format: str | None = None,  # noqa: A002  # the word that everybody uses for it
    kinds: Iterable[type[Event]] = (),
) -> Timeline:
    """Read a timeline in a format, or in the one that the extension of its name or else its content tells.

    What begins with a brace is JSON, with a tag TimeML; everything else is read as written by hand.

    >>> read_bytes(b'{"timeline": 1, "title": "The mission"}').title
    'The mission'
    """
    found = format_of(data, name) if format is None else format_named(format)
    if found.read is None:
        hint = None if found.take is None else f"take it over with `timeline import --from {found.name}`"
        raise RangeError(f"no timelines are kept in the format {found.name!r}", where=name, hint=hint)
    return found.read(data, name=name, kinds=kinds)


def format_of(data: bytes, name: str) -> Format:
    """Return the format that the extension of a document's name or else its content tells.

    >>> format_of(b"<TimeML/>", "<stdin>").name
    'timeml'
    """
    for known in FORMATS.values():
        if name.lower().endswith(known.extensions):
            return known
    for extension, told in TOLD_BY_EXTENSION.items():
        if name.lower().endswith(extension):
            return format_named(told)
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        return format_named("timeml")
    return JSON if start.startswith(b"{") else YAML
