"""CSV: a row for each event, with what the sources said and what follows from it. Source: RFC 4180.

A cell that a spreadsheet would take for a formula is guarded by an apostrophe, which is taken away when it is read.
"""

from __future__ import annotations

import csv
import io

from timeline.formats.entries import plain_text
from timeline.formats.exchange import Export, Format
from timeline.formats.programs.csvreading import from_csv
from timeline.formats.programs.spreadsheets import guarded
from timeline.formats.tabular import COLUMNS, TABLED, cells, table_omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = ["FORMAT", "to_csv"]


def to_csv(timeline: Timeline, report: Report | None = None) -> Export:
    """Return a timeline as a table in CSV, in UTF-8 with the line ends of RFC 4180.

    >>> from timeline.events import Event
    >>> print(to_csv(Timeline().add(Event("a").said("2025"))).data.decode().splitlines()[1])
    a,,2025,2025,2025-01-01T00:00:00Z,2025-12-31T23:59:59.999999Z,2025-01-01T00:00:00.000001Z,2026-01-01T00:00:00Z,,,,,,,,,,,
    """
    report = report or timeline.check()
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    found = []
    for entry, row in cells(timeline, report):
        found.append(entry)
        table.writerow(guarded(_readable(cell)) for cell in row.values())
    return Export(text.getvalue().encode(), table_omissions(FORMAT, timeline, report, found, {}))


def _readable(cell: str) -> str:
    """Return a cell in which lines stay lines, and nothing else controls whoever shows it."""
    return "\n".join(map(plain_text, cell.split("\n")))


FORMAT = Format(
    "csv",
    (".csv",),
    sentence="a table for spreadsheets and programs, a row for each event",
    take=from_csv,
    write=to_csv,
    carries=TABLED,
)
