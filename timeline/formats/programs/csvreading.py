"""Tables in CSV of whatever columns: which is which is guessed from their names, told, and can be said otherwise.

Several rows of one id are one event. Where a table has the column `said` of our own export, its other columns of dates are
what followed from it, and are not taken over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from timeline import limits
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.gathering import Gathering
from timeline.formats.jsontext import load
from timeline.formats.notation import Told, parse_claim, parse_items
from timeline.formats.problems import Problems
from timeline.formats.programs.spreadsheets import unguarded
from timeline.naming import did_you_mean

__all__ = ["FIELDS", "from_csv"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("event id", "key", "uid", "unique id", "identifier"),
    "title": ("headline", "name", "event", "summary", "message", "what", "label", "fact", "description"),
    "said": (),
    "when": ("date", "datetime", "date text", "day", "time", "timestamp", "date time", "when it happened"),
    "from": ("start", "start date", "begin", "beginning", "date from", "start time"),
    "to": ("end", "end date", "until", "finish", "date to", "end time"),
    "lasts": ("duration", "length", "lasted"),
    "source": ("by", "said by", "reference", "cited from"),
    "quote": ("quotation",),
    "page": ("pages",),
    "status": ("certainty",),
    "kind": ("type", "event type"),
    "place": ("location", "where", "venue"),
    "participants": ("who", "people", "persons", "participant", "actors"),
    "tags": ("tag", "group", "category", "categories", "labels"),
    "links": ("link", "url", "urls", "website"),
    "media": ("image", "video", "photo"),
    "note": ("notes", "comment", "comments", "text", "details text", "remarks"),
    "other_titles": ("other titles", "also called", "aliases"),
    "details": (),
    "order": (),
}
"""Our fields, and the names that columns of others have for them; the first that fits is taken."""

DERIVED = frozenset({"earliest_start", "latest_start", "earliest_end", "latest_end"})
DATES = {"when": Aspect.WHEN, "from": Aspect.START, "to": Aspect.END, "lasts": Aspect.DURATION}
LISTS = ("participants", "tags", "links", "media", "other_titles")
TEXTS = ("title", "kind", "place", "note")
DELIMITERS = ",;\t|"
NONE = "-"
"""Said of a column, that nothing is taken from it: ``--column note=-``."""


def from_csv(data: bytes, taking: Taking) -> Import:
    r"""Return the timeline that a table holds.

    >>> found = from_csv(b"Date,Headline,Reporter\nearly August 2025,Regiment leaves,Kim\n", Taking("log.csv"))
    >>> found.timeline["regiment-leaves"].claims[0].says
    'early August 2025'
    >>> print(*found.assumptions, sep="\n")
    the column 'Headline' is the title
    the column 'Date' is the when
    >>> print(*found.omissions)
    log.csv: the column 'Reporter', which is no field of ours; name one with --column FIELD=Reporter
    """
    gathering = Gathering(taking)
    rows = _rows(decoded(data, taking.name, limits.TEXT_BYTES), gathering)
    _, header = next(rows, (0, []))
    columns = _columns(header, gathering)
    for line, row in rows:
        cells = {field: unguarded(row[place]) for field, place in columns.items() if place < len(row)}
        if any(cell.strip() for cell in cells.values()):
            _take({field: _trimmed(field, cell) for field, cell in cells.items()}, f"{line}", gathering)
        if len(row) > len(header):
            gathering.omit(f"{line}", f"{len(row) - len(header)} cells more than there are columns")
    return gathering.finish()


def _rows(text: str, gathering: Gathering) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their line numbers."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in table:
            if any(row):
                yield table.line_num, row
    except csv.Error as error:
        raise gathering.refuse(f"this is no CSV: {error}", where=f"{table.line_num}") from None


def _columns(header: list[str], gathering: Gathering) -> dict[str, int]:
    """Return the place of the column of each field: as told, else by its name."""
    asked = gathering.taking.columns
    _check_asked(header, gathering)
    free = {place: _plain_name(name) for place, name in enumerate(header)}
    found = {field: header.index(name) for field, name in asked.items() if name != NONE}
    for place in found.values():
        free.pop(place, None)
    for field, others in FIELDS.items():
        names = (_plain_name(field), *others)
        fitting = next((place for name in names for place, own in free.items() if own == name), None)
        if field not in asked and fitting is not None:
            found[field] = fitting
            del free[fitting]
            if _plain_name(header[fitting]) != _plain_name(field):
                gathering.assume(f"the column {header[fitting]!r} is the {field.replace('_', ' ')}")
    if "said" in found:
        found = {field: place for field, place in found.items() if field not in DATES}
        free = {place: name for place, name in free.items() if header[place] not in DERIVED}
    if not found.keys() & {"title", "said", *DATES}:
        hint = f"name them with --column title=NAME and --column when=NAME; there are {', '.join(header)}"
        raise gathering.refuse("no column is a title or a date", where="1", hint=hint)
    for place in free:
        told = f"the column {header[place]!r}, which is no field of ours"
        gathering.omit("", f"{told}; name one with --column FIELD={header[place]}")
    return found


def _check_asked(header: list[str], gathering: Gathering) -> None:
    for field, name in gathering.taking.columns.items():
        if field not in FIELDS:
            hint = did_you_mean(field, FIELDS) or f"there are {', '.join(FIELDS)}"
            raise gathering.refuse(f"no field {field!r}", hint=hint)
        if name != NONE and name not in header:
            hint = did_you_mean(name, header) or f"there are {', '.join(header)}"
            raise gathering.refuse(f"no column {name!r}", where="1", hint=hint)


def _trimmed(field: str, cell: str) -> str:
    """Return a cell without spaces around it, unless they are part of a text."""
    return cell if field in TEXTS else cell.strip()


def _plain_name(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def _take(cells: dict[str, str], line: str, gathering: Gathering) -> None:
    fields: dict[str, object] = {name: cells[name] for name in TEXTS if cells.get(name)}
    fields |= {name: parse_items(cells[name]) for name in LISTS if cells.get(name)}
    if cells.get("status"):
        fields["status"] = _status(cells["status"], line, gathering)
    if cells.get("details"):
        fields["details"] = _details(cells["details"], line, gathering)
    wanted = cells.get("id", "")
    name = gathering.named(wanted) if wanted else gathering.fresh("", cells.get("title", ""))
    gathering.add(name, line, claims=_claims(cells, line, gathering), **fields)
    for order in filter(None, cells.get("order", "").split("\n")):
        gathering.order(order, line)


def _claims(cells: dict[str, str], line: str, gathering: Gathering) -> list[Told]:
    found = []
    for text in filter(None, cells.get("said", "").split("\n")):
        try:
            found.append(parse_claim(text))
        except TimelineError as error:
            gathering.omit(line, f"the claim {text!r}: {error}")
    by = cells.get("source") or None
    for field, aspect in DATES.items():
        if cells.get(field):
            source = gathering.source(by) if by else gathering.file_source()
            quote, page = cells.get("quote") or None, cells.get("page") or None
            found.append(Told(Claim(cells[field], source, aspect=aspect, quote=quote, page=page)))
    return found


def _status(text: str, line: str, gathering: Gathering) -> Status | None:
    known = {status.value: status for status in Status}
    if text.lower() not in known:
        gathering.omit(line, f"the status {text!r}; there are {', '.join(known)}")
    return known.get(text.lower())


def _details(text: str, line: str, gathering: Gathering) -> dict[str, object]:
    problems = Problems(gathering.taking.name)
    try:
        value, _ = load(text, problems)
        problems.raise_all()
    except TimelineError as error:
        gathering.omit(line, f"the details: {error}")
        return {}
    return value if isinstance(value, dict) else {"details": text}
