"""Parquet: the table of `csv` with types, for programs that count; needs pyarrow (the extra ``parquet``).

Bounds are timestamps in UTC, which reach some 290,000 years in either direction; beyond that they are null and the text beside
them says them. Claims and lists are lists of texts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from timeline.errors import RangeError
from timeline.formats.entries import entries
from timeline.formats.exchange import Export, Format
from timeline.formats.notation import claim_text
from timeline.formats.tabular import CORNERS, TABLED, cells, table_omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = ["FORMAT", "to_parquet"]

LISTS = ("participants", "tags", "links", "media", "other_titles")
TEXTS = ("id", "title", "when", "status", "kind", "place", "note", "details")
REACH = 2**63 - 1


def to_parquet(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a Parquet table.

    Raises a `RangeError` where pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415  # an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise RangeError(
            "Parquet needs pyarrow, which is not installed", hint="pip install 'timeline-toolkit[parquet]'"
        ) from None
    report = report or timeline.check()
    texts, lists = pyarrow.string(), pyarrow.list_(pyarrow.string())
    stamp = pyarrow.timestamp("us", tz="UTC")
    columns = [(name, texts) for name in TEXTS] + [(name, lists) for name in (*LISTS, "said", "order")]
    columns += [(name, stamp) for name in CORNERS] + [(f"{name}_text", texts) for name in CORNERS]
    table = pyarrow.Table.from_pylist(list(_rows(timeline, report)), schema=pyarrow.schema(columns))
    data = io.BytesIO()
    parquet.write_table(table, data, compression="zstd")
    found = entries(timeline, report)
    return Export(data.getvalue(), table_omissions(FORMAT, timeline, report, found, {}))


def _rows(timeline: Timeline, report: Report) -> Iterator[dict[str, Any]]:
    for entry, row in cells(timeline, report):
        event = entry.event
        value: dict[str, Any] = {name: row[name] or None for name in TEXTS}
        value |= {name: list(getattr(event, name)) for name in LISTS}
        value["said"] = [claim_text(claim, timeline.source(claim.source)) for claim in event.claims]
        value["order"] = row["order"].split("\n") if row["order"] else []
        for name in CORNERS:
            corner = getattr(entry.known.derived, name)
            reached = corner is not None and abs(corner.microseconds) <= REACH
            value |= {name: corner.microseconds if reached else None, f"{name}_text": row[name] or None}
        yield value


FORMAT = Format(
    "parquet",
    (".parquet",),
    sentence="the table of csv with types, for programs that count",
    write=to_parquet,
    carries=TABLED,
)
