"""Rows of Timesketch, in CSV or JSON Lines: each is an event, unless several share an `event_id` of our own export."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from timeline import limits
from timeline.errors import TimelineError
from timeline.events import Claim, Status
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.gathering import Gathering
from timeline.formats.jsontext import load
from timeline.formats.notation import Told, parse_claim, parse_items
from timeline.formats.problems import Problems
from timeline.formats.programs.spreadsheets import unguarded

__all__ = ["from_timesketch"]

MANDATORY = ("message", "datetime", "timestamp_desc")
BETWEEN = " || "
OURS = frozenset({"event_id", "when", "said"})

Cells = Mapping[str, object]


def from_timesketch(data: bytes, taking: Taking) -> Import:
    r"""Return the timeline that rows of Timesketch hold.

    >>> rows = b"message,datetime,timestamp_desc\nLogon,2025-08-01T09:00:00+00:00,Event Logged\n"
    >>> from_timesketch(rows, Taking("logs.csv")).timeline["logon"].claims[0].says
    '2025-08-01T09:00:00+00:00'
    """
    gathering = Gathering(taking)
    text = decoded(data, taking.name, limits.TEXT_BYTES)
    is_lines = text.lstrip()[:1] in {"{", ""}
    for line, row in (_json_rows if is_lines else _csv_rows)(text, gathering):
        if row.keys() >= OURS or (is_lines and row.get("event_id") and row.get("when")):
            _take_ours(row, line, gathering)
        else:
            _take_other(row, line, gathering)
    return gathering.finish()


def _csv_rows(text: str, gathering: Gathering) -> Iterator[tuple[str, Cells]]:
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(table, [])
        missing = [name for name in MANDATORY if name not in header]
        if missing:
            hint = "Timesketch wants message, datetime and timestamp_desc; `--from csv` reads any table"
            raise gathering.refuse(f"no column {missing[0]!r}", where="1", hint=hint)
        for row in table:
            if any(row):
                yield f"{table.line_num}", dict(zip(header, map(unguarded, row), strict=False))
    except csv.Error as error:
        raise gathering.refuse(f"this is no CSV: {error}", where=f"{table.line_num}") from None


def _json_rows(text: str, gathering: Gathering) -> Iterator[tuple[str, Cells]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        problems = Problems(gathering.taking.name)
        try:
            value, _ = load(line, problems)
        except TimelineError as error:
            raise gathering.refuse(f"this is no JSON: {error}", where=f"{number}") from None
        if not isinstance(value, dict):
            raise gathering.refuse("a row is an object", where=f"{number}")
        if len(problems):
            gathering.omit(f"{number}", "numbers with fractions, or too long")
        yield f"{number}", value


def _text(row: Cells, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _take_ours(row: Cells, line: str, gathering: Gathering) -> None:
    """Take a row that we wrote: the rows of one event say the same, except which bound they are."""
    name = gathering.named(_text(row, "event_id"))
    if name in gathering:
        return
    title = _text(row, "message")
    labelled = f" [{_text(row, 'when')}"
    cut = title.rfind(labelled)
    title = title[:cut] if cut > 0 and title.endswith("]") else title
    told = []
    for text in filter(None, _text(row, "said").split(BETWEEN)):
        try:
            told.append(parse_claim(text))
        except TimelineError as error:
            gathering.omit(line, f"the claim {text!r}: {error}")
    fields = {"title": "" if title == name else title, **_fields(row)}
    gathering.add(name, line, claims=told, **fields)


def _fields(row: Cells) -> dict[str, object]:
    fields: dict[str, object] = {}
    if _text(row, "status") in {status.value for status in Status}:
        fields["status"] = Status(_text(row, "status"))
    if _text(row, "place"):
        fields["place"] = _text(row, "place")
    if _text(row, "participants"):
        fields["participants"] = parse_items(_text(row, "participants"))
    return fields | _tags(row)


def _tags(row: Cells) -> dict[str, object]:
    tags = row.get("tag")
    found = tags if isinstance(tags, list) else _text(row, "tag").split(",")
    texts = tuple(tag for tag in found if isinstance(tag, str) and tag)
    return {"tags": texts} if texts else {}


def _take_other(row: Cells, line: str, gathering: Gathering) -> None:
    title, at = _text(row, "message"), _text(row, "datetime")
    by = _text(row, "source_long") or _text(row, "source") or _text(row, "source_short")
    source = gathering.source(by) if by else gathering.file_source()
    details = {
        key: value
        for key, value in row.items()
        if key not in {"message", "datetime", "tag"} and isinstance(value, str | int) and value != ""
    }
    told = [Told(Claim(at, source))] if at.strip() else []
    name = gathering.fresh("", title)
    gathering.add(name, line, claims=told, title=title, details=details, **_tags(row))
